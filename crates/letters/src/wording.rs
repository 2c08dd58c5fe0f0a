//! The texts of `templates/`, typed against the facts of a claim and cut into the parts of a letter.

#![allow(clippy::ref_binding_to_reference, reason = "askama's own code binds the facts by one reference more")]

mod filters;

use askama::Template;
use dument_law::penalties::Rate;

use crate::claim::Claim;
use crate::input::Addressee;
use crate::kind::LetterKind;
use crate::line::Line;
use crate::typography;

/// One template for each kind of letter and each addressee: what the law allows differs.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "reminder/business.txt")]
    ReminderToBusiness { claim: &'a Claim<'a> },
    #[template(path = "reminder/consumer.txt")]
    ReminderToConsumer { claim: &'a Claim<'a> },
    #[template(path = "reminder/public.txt")]
    ReminderToPublicBody { claim: &'a Claim<'a> },
    #[template(path = "second_reminder/business.txt")]
    SecondReminderToBusiness { claim: &'a Claim<'a> },
    #[template(path = "second_reminder/consumer.txt")]
    SecondReminderToConsumer { claim: &'a Claim<'a> },
    #[template(path = "second_reminder/public.txt")]
    SecondReminderToPublicBody { claim: &'a Claim<'a> },
    #[template(path = "formal_notice/business.txt")]
    FormalNoticeToBusiness { claim: &'a Claim<'a> },
    #[template(path = "formal_notice/consumer.txt")]
    FormalNoticeToConsumer { claim: &'a Claim<'a> },
    #[template(path = "formal_notice/public.txt")]
    FormalNoticeToPublicBody { claim: &'a Claim<'a> },
}

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
    /// A paragraph and its stable id.
    Paragraph { id: String, text: String },
    /// The place of a part made from the figures.
    Part(Part),
}

/// What isn't running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The invoices and what is left of each.
    Invoices,
    /// What is owed, line by line.
    Statement,
    /// Where to pay.
    Payment,
}

/// What a template line that opens with `¶` announces.
enum Marker<'a> {
    /// The texts that what follows rests on.
    Basis(&'a str),
    /// The day what follows was last read over against the law.
    ReadOn,
    /// The place of a part.
    Part(Part),
    /// A paragraph, up to the next marker.
    Paragraph(&'a str),
}

impl<'a> Marker<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let content = line.strip_prefix(Line::PARAGRAPH)?.trim();
        Some(match content {
            "[invoices]" => Self::Part(Part::Invoices),
            "[statement]" => Self::Part(Part::Statement),
            "[payment]" => Self::Part(Part::Payment),
            _ => match content.split_once(" : ") {
                Some(("fondement", ids)) => Self::Basis(ids),
                Some(("relu le", _)) => Self::ReadOn,
                _ => Self::Paragraph(content),
            },
        })
    }
}

/// The text of a letter of this kind to this addressee.
pub(crate) fn write(kind: LetterKind, addressee: Addressee, claim: &Claim<'_>) -> Text {
    let wording = match (kind, addressee) {
        (LetterKind::Reminder, Addressee::Business) => Wording::ReminderToBusiness { claim },
        (LetterKind::Reminder, Addressee::Consumer) => Wording::ReminderToConsumer { claim },
        (LetterKind::Reminder, Addressee::PublicBody) => Wording::ReminderToPublicBody { claim },
        (LetterKind::SecondReminder, Addressee::Business) => Wording::SecondReminderToBusiness { claim },
        (LetterKind::SecondReminder, Addressee::Consumer) => Wording::SecondReminderToConsumer { claim },
        (LetterKind::SecondReminder, Addressee::PublicBody) => Wording::SecondReminderToPublicBody { claim },
        (LetterKind::FormalNotice, Addressee::Business) => Wording::FormalNoticeToBusiness { claim },
        (LetterKind::FormalNotice, Addressee::Consumer) => Wording::FormalNoticeToConsumer { claim },
        (LetterKind::FormalNotice, Addressee::PublicBody) => Wording::FormalNoticeToPublicBody { claim },
    };
    read(&wording.render().expect("the filters never fail, and a string always grows"))
}

/// Cuts a rendered template at its markers; what ends up empty is left out.
fn read(rendered: &str) -> Text {
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
            Marker::Part(part) => text.body.push(Passage::Part(part)),
            Marker::Paragraph(id) => open = Some((id.to_owned(), String::new())),
        }
    }
    text.close(open);
    text
}

impl Text {
    fn close(&mut self, paragraph: Option<(String, String)>) {
        let Some((id, text)) = paragraph else { return };
        let text = typography::set(&text);
        if id == "subject" {
            self.subject = text;
        } else if !text.is_empty() {
            self.body.push(Passage::Paragraph { id, text });
        }
    }
}
