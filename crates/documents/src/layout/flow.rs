//! Filling pages with strips: what belongs together stays together, and a table's header comes back on every page, with
//! the sums so far.

use crate::fonts::Length;
use crate::layout::page::{BOTTOM, Drawing, Page, Rule, TOP, Text};

/// What is never cut by the end of a page: a line of text, a row of a table. Heights are measured from its top.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strip {
    /// Empty space above, except at the top of a page.
    pub(crate) before: Length,
    pub(crate) height: Length,
    pub(crate) texts: Vec<Text>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) drawings: Vec<Drawing>,
    /// Whether the next strip must be on the same page.
    pub(crate) keep_with_next: bool,
    /// The table header to repeat where this strip opens a page, as its place in the list of headers.
    pub(crate) header: Option<usize>,
    /// The sums to carry over where a page ends below this strip, as their place in their list.
    pub(crate) carried: Option<usize>,
    /// Whether a new page starts here.
    pub(crate) new_page: bool,
}

/// What a table repeats where it goes on overleaf. A screen reader skips it.
#[derive(Default)]
pub(crate) struct Repeated {
    headers: Vec<Strip>,
    carried: Vec<Carried>,
}

/// The sums of a table so far.
struct Carried {
    /// At the foot of a page.
    forward: Strip,
    /// At the head of the next.
    brought: Strip,
}

impl Repeated {
    /// Notes a header; gives its place in the list.
    pub(crate) fn header(&mut self, header: &Strip) -> usize {
        self.headers.push(unread(header.clone()));
        self.headers.len() - 1
    }

    /// Notes the sums so far; gives their place in the list.
    pub(crate) fn carried(&mut self, forward: Strip, brought: Strip) -> usize {
        self.carried.push(Carried { forward: unread(forward), brought: unread(brought) });
        self.carried.len() - 1
    }
}

fn unread(mut strip: Strip) -> Strip {
    for text in &mut strip.texts {
        text.part = None;
    }
    strip
}

impl Strip {
    /// Sets the texts of strips below each other within this one, from `y` down; gives where they end.
    pub(crate) fn stack(&mut self, mut y: Length, strips: &[Strip]) -> Length {
        for strip in strips {
            self.texts.extend(strip.texts.iter().map(|text| Text { y: y + text.y, ..text.clone() }));
            y += strip.height;
        }
        y
    }
}

/// Keeps strips on the page of what follows them.
pub(crate) fn keep_with_next(strips: &mut [Strip]) {
    for strip in strips {
        strip.keep_with_next = true;
    }
}

/// Keeps strips on one page.
pub(crate) fn keep_together(strips: &mut [Strip]) {
    if let Some((_, all_but_last)) = strips.split_last_mut() {
        keep_with_next(all_but_last);
    }
}

/// Makes the lines of one block keep together where splitting them would leave a line alone.
pub(crate) fn avoid_widows(strips: &mut [Strip]) {
    let count = strips.len();
    for (i, strip) in strips.iter_mut().enumerate() {
        if i + 1 < count && (i == 0 || i + 2 == count) {
            strip.keep_with_next = true;
        }
    }
}

/// Sets strips on pages, the first of which has content down to `top` already.
pub(crate) fn paginate(first: Page, top: Length, strips: &[Strip], repeated: &Repeated) -> Vec<Page> {
    let mut sheet = Sheet { pages: vec![first], y: top, fresh: true, carried: None, repeated };
    let mut rest = strips;
    while let Some(first) = rest.first() {
        let ends = |at: &usize| !rest[*at].keep_with_next || rest.get(at + 1).is_none_or(|next| next.new_page);
        let together = (0..rest.len()).find(ends).map_or(rest.len(), |last| last + 1);
        let (group, after) = rest.split_at(together);
        if first.new_page || !(sheet.fresh || sheet.fits(group)) {
            sheet.turn(first);
        }
        for strip in group {
            // Only what is together taller than a page is split.
            if !(sheet.fresh || sheet.fits(std::slice::from_ref(strip))) {
                sheet.turn(strip);
            }
            sheet.place(strip);
        }
        rest = after;
    }
    sheet.pages
}

/// The page being filled.
struct Sheet<'a> {
    pages: Vec<Page>,
    y: Length,
    /// Nothing of the flow is on it yet.
    fresh: bool,
    /// The sums to carry over if the page ends here.
    carried: Option<usize>,
    repeated: &'a Repeated,
}

impl Sheet<'_> {
    /// Whether strips fit on the rest of the page, with the sums that the last of them may have to carry over.
    fn fits(&self, strips: &[Strip]) -> bool {
        let height: Length = strips.iter().map(|strip| strip.before + strip.height).sum();
        let carried = strips.last().and_then(|last| last.carried);
        self.y + height + carried.map_or(0, |carried| self.repeated.carried[carried].forward.height) <= BOTTOM
    }

    /// Ends the page, and starts the one that `next` opens.
    fn turn(&mut self, next: &Strip) {
        let repeated = self.repeated;
        let carried = self.carried.map(|carried| &repeated.carried[carried]);
        if let Some(Carried { forward, .. }) = carried {
            self.place(forward);
        }
        self.pages.push(Page::default());
        self.y = TOP;
        if let Some(header) = next.header {
            self.place(&repeated.headers[header]);
        }
        if let Some(Carried { brought, .. }) = carried {
            self.place(brought);
        }
        self.fresh = true;
    }

    fn place(&mut self, strip: &Strip) {
        if !self.fresh || self.pages.len() == 1 {
            self.y += strip.before;
        }
        let y = self.y;
        if let Some(page) = self.pages.last_mut() {
            page.texts.extend(strip.texts.iter().map(|text| Text { y: y + text.y, ..text.clone() }));
            page.rules.extend(strip.rules.iter().map(|rule| Rule { y: y + rule.y, ..rule.clone() }));
            page.drawings.extend(strip.drawings.iter().map(|drawing| drawing.lowered(y)));
        }
        self.y += strip.height;
        self.fresh = false;
        self.carried = strip.carried;
    }
}
