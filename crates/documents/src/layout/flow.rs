//! Filling pages with strips: what belongs together stays together, and a table's header comes back on every page.

use crate::fonts::Length;
use crate::layout::page::{BOTTOM, Page, Rule, TOP, Text};

/// What is never cut by the end of a page: a line of text, a row of a table. Heights are measured from its top.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strip {
    /// Empty space above, except at the top of a page.
    pub(crate) before: Length,
    pub(crate) height: Length,
    pub(crate) texts: Vec<Text>,
    pub(crate) rules: Vec<Rule>,
    /// Whether the next strip must be on the same page.
    pub(crate) keep_with_next: bool,
    /// The table header to repeat where this strip opens a page, as its place in the list of headers.
    pub(crate) header: Option<usize>,
    /// Whether a new page starts here.
    pub(crate) new_page: bool,
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
pub(crate) fn paginate(first: Page, top: Length, strips: &[Strip], headers: &[Strip]) -> Vec<Page> {
    let mut sheet = Sheet { pages: vec![first], y: top, fresh: true };
    let mut rest = strips;
    while !rest.is_empty() {
        let together = rest.iter().position(|strip| !strip.keep_with_next).map_or(rest.len(), |last| last + 1);
        let (group, after) = rest.split_at(together);
        let height: Length = group.iter().map(|strip| strip.before + strip.height).sum();
        if group[0].new_page || (!sheet.fits(height) && !sheet.fresh) {
            sheet.turn();
        }
        for strip in group {
            // Only what is together taller than a page is split.
            if !sheet.fits(strip.before + strip.height) && !sheet.fresh {
                sheet.turn();
            }
            if let (true, Some(header)) = (sheet.fresh && sheet.pages.len() > 1, strip.header) {
                sheet.place(&headers[header]);
            }
            sheet.place(strip);
        }
        rest = after;
    }
    sheet.pages
}

/// The page being filled.
struct Sheet {
    pages: Vec<Page>,
    y: Length,
    /// Nothing of the flow is on it yet.
    fresh: bool,
}

impl Sheet {
    fn fits(&self, height: Length) -> bool {
        self.y + height <= BOTTOM
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
        self.fresh = true;
    }

    fn place(&mut self, strip: &Strip) {
        if !self.fresh || self.pages.len() == 1 {
            self.y += strip.before;
        }
        if let Some(page) = self.pages.last_mut() {
            page.texts.extend(strip.texts.iter().map(|text| Text { y: self.y + text.y, ..text.clone() }));
            page.rules.extend(strip.rules.iter().map(|rule| Rule { y: self.y + rule.y, ..rule.clone() }));
        }
        self.y += strip.height;
        self.fresh = false;
    }
}
