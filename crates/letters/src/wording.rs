//! The texts of `templates/`, typed against the facts of a claim and cut into the parts of a letter.

pub(crate) mod filters;

use std::any::Any;

use askama::Template;

use crate::document::Language;
use crate::line::Line;
use crate::typography;

/// A letter's text, well set.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Text {
    /// The subject, without the word « Objet ».
    pub(crate) subject: String,
    /// The ids of the texts it rests on.
    pub(crate) basis: Vec<String>,
    /// What follows the references, in order.
    pub(crate) body: Vec<Passage>,
}

/// A passage of a letter.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Passage {
    /// A heading within the letter.
    Heading(String),
    /// A paragraph and its stable id.
    Paragraph { id: String, text: String },
    /// The place of a part made from the figures or the facts, by its name: `invoices`, `statement`, `payment`, or one that the kind of
    /// letter knows.
    Part(String),
}

/// What a template line that opens with `¶` announces.
enum Marker<'a> {
    /// The texts that what follows rests on.
    Basis(&'a str),
    /// The day what follows was last read over against the law.
    ReadOn,
    /// The place of a part.
    Part(&'a str),
    /// A heading: `¶ # Article 1`.
    Heading(&'a str),
    /// A paragraph, up to the next marker.
    Paragraph(&'a str),
}

impl<'a> Marker<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let content = line.strip_prefix(Line::PARAGRAPH)?.trim();
        if let Some(heading) = content.strip_prefix("# ") {
            return Some(Self::Heading(heading));
        }
        if let Some(name) = content.strip_prefix('[') {
            return Some(Self::Part(name.trim_end_matches(']')));
        }
        Some(match content.split_once(" : ") {
            Some(("fondement", ids)) => Self::Basis(ids),
            Some(("relu le", _)) => Self::ReadOn,
            _ => Self::Paragraph(content),
        })
    }
}

/// The name under which the filters find the language.
const LANGUAGE: &str = "language";

/// The text of a French template whose facts are all there.
pub(crate) fn read(template: &impl Template) -> Text {
    read_in(Language::Fr, template)
}

/// The text of a template in its language, whose facts are all there.
pub(crate) fn read_in(language: Language, template: &impl Template) -> Text {
    let language: &dyn Any = &language;
    cut(&template.render_with_values(&(LANGUAGE, language)).expect("the filters never fail, and a string always grows"))
}

/// Cuts a rendered template at its markers; what ends up empty is left out.
fn cut(rendered: &str) -> Text {
    let mut text = Text::default();
    let mut open: Option<(String, String)> = None;
    for line in rendered.lines() {
        let Some(marker) = Marker::read(line) else {
            if let Some((_, paragraph)) = &mut open {
                paragraph.push_str(line);
                paragraph.push('\n');
            }
            continue;
        };
        text.close(open.take());
        match marker {
            Marker::Basis(ids) => text.basis.extend(ids.split(", ").map(str::to_owned)),
            Marker::ReadOn => {}
            Marker::Part(name) => text.body.push(Passage::Part(name.to_owned())),
            Marker::Heading(heading) => text.body.push(Passage::Heading(typography::set(heading))),
            Marker::Paragraph(id) => open = Some((id.to_owned(), String::new())),
        }
    }
    text.close(open);
    text
}

impl Text {
    fn close(&mut self, paragraph: Option<(String, String)>) {
        let Some((id, text)) = paragraph else { return };
        let text = with_one_stop(&typography::set(&text));
        if id == "subject" {
            self.subject = text;
        } else if !text.is_empty() {
            self.body.push(Passage::Paragraph { id, text });
        }
    }
}

/// A text in which no sentence ends with two full stops: the template's own, after a name or a text that brought one.
fn with_one_stop(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("..") {
        let more = after.len() - after.trim_start_matches('.').len();
        kept.push_str(before);
        kept.push_str(if more == 0 { "." } else { &rest[before.len()..before.len() + 2 + more] });
        rest = &after[more..];
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::with_one_stop;

    #[test]
    fn a_sentence_ends_once() {
        for (written, kept) in [
            ("Elle vient du devis n° 112.. La facture", "Elle vient du devis n° 112. La facture"),
            ("Et ainsi de suite... Fin.", "Et ainsi de suite... Fin."),
            ("a..b..", "a.b."),
            (".....", "....."),
            ("", ""),
        ] {
            assert_eq!(with_one_stop(written), kept);
        }
    }
}
