//! PDF: accessible (PDF/UA-1) and archival, checked by the library as it writes: PDF/A-3a where a file is attached,
//! which PDF/A-2 forbids unless it is a PDF/A itself; PDF/A-2a otherwise, which every archive takes.

mod attachment;
mod draw;
mod faces;
mod stream_ends;
mod tags;

pub use attachment::Attachment;
use dument_letters::{Block, Document};
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};

use crate::Error;
use crate::characters;
use crate::fonts::Fonts;
use crate::layout::page::Page;
use crate::layout::structure::{Role, Structure};
use crate::layout::{self, Layout};
use crate::payment_code::code;
use crate::pdf::faces::Faces;
use crate::words::Words;

/// Makes a PDF of a document, with a file attached to it if there is one.
///
/// Characters that the embedded fonts don't hold are named in their place (see [`crate::missing_characters`]).
///
/// # Errors
/// - [`Error::Pdf`] where the library finds the document unfit for PDF/A or PDF/UA, such as one of millions of objects.
/// - [`Error::PaymentCode`] where a payment code can't hold its payload.
/// - [`Error::Attachment`] where the media type of the attached file is none.
pub fn pdf(document: &Document, attachment: Option<&Attachment>) -> Result<Vec<u8>, Error> {
    let fonts = Fonts::embedded().ok_or(Error::Pdf)?;
    let (document, _) = fonts.prepare(document);
    let too_long = |block: &Block| matches!(block, Block::PaymentCode { payload, .. } if code(payload).is_none());
    if document.blocks.iter().any(too_long) {
        return Err(Error::PaymentCode);
    }
    let words = Words::of(document.language);
    let Layout { pages, structure } = layout::lay_out(fonts, &document);

    let written = written(&document);
    let mut pdf = krilla::Document::new_with(settings(attachment.is_some())?);
    let faces = Faces::embedded().ok_or(Error::Pdf)?;
    let mut contents = tags::Contents::new(&structure);
    for (index, page) in pages.iter().enumerate() {
        draw::page(&mut pdf, fonts, faces, index, page, &mut contents)?;
    }
    if let Some(attachment) = attachment {
        // The only file: its name can't be taken.
        pdf.embed_file(attachment.embedded(written)?);
    }
    pdf.set_outline(outline(&pages, &structure, &document));
    pdf.set_metadata(metadata(&document, words, written));
    pdf.set_tag_tree(contents.tree(&structure, words));
    pdf.finish().map(stream_ends::settled).map_err(|_| Error::Pdf)
}

/// What readers show beside the text: on one line, and cut where it would break the limits of PDF/A.
fn short(text: &str) -> String {
    const LONGEST: usize = 1000;
    let mut line = characters::line(text);
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
        line.push('…');
    }
    line
}

fn settings(attached: bool) -> Result<SerializeSettings, Error> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(if attached { Archival::A3_A } else { Archival::A2_A })
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| Error::Pdf)?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

/// The day of the letter stands for the time of writing, so that the same letter always gives the same bytes.
fn written(document: &Document) -> DateTime {
    let day = document.written_on;
    let narrow = |number: u32| u8::try_from(number).unwrap_or(1);
    DateTime::new(u16::try_from(day.year()).unwrap_or_default()).month(narrow(day.month())).day(narrow(day.day_of_month()))
}

fn metadata(document: &Document, words: Words, written: DateTime) -> Metadata {
    Metadata::new()
        .title(short(&document.title))
        .authors(vec![short(&document.author)])
        .creator("Dûment".to_owned())
        .language(words.tag.to_owned())
        .creation_date(written)
}

/// Bookmarks: the subject and every heading; the title where there is none.
fn outline(pages: &[Page], structure: &Structure, document: &Document) -> Outline {
    let mut outline = Outline::new();
    let mut empty = true;
    for (i, page) in pages.iter().enumerate() {
        let mut last = None;
        for text in &page.texts {
            let Some(part) = text.part.filter(|&part| last != Some(part)) else { continue };
            last = Some(part);
            let began = pages[..i].last().is_some_and(|page| page.texts.iter().any(|text| text.part == Some(part)));
            if let (Role::Heading(_, title), false) = (&structure.parts[part].role, began) {
                outline.push_child(OutlineNode::new(short(title), destination(i, text.y - text.style.leading)));
                empty = false;
            }
        }
    }
    if empty {
        outline.push_child(OutlineNode::new(short(&document.title), destination(0, 0)));
    }
    outline
}

fn destination(page: usize, y: crate::fonts::Length) -> XyzDestination {
    XyzDestination::new(page, draw::point(0, y))
}
