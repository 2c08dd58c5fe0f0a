//! Every file of a case in one ZIP, and the list of its exhibits.

use dument_law::Day;
use dument_law::french;
use dument_letters::document::Language;
use dument_letters::{Block, Document};

use crate::file::{File, distinct_names, safe_name};
use crate::zip::Zip;
use crate::{Error, characters};

/// More than these the format can't hold: files, and bytes in all, with room for the directory.
const MOST_FILES: usize = 65_535;
const MOST_BYTES: usize = 4_000_000_000;

/// One ZIP of all the files, dated by a day rather than by the clock.
///
/// Their names are made safe for every system, and distinct.
///
/// # Errors
/// [`Error::ArchiveTooLarge`] beyond 65 535 files or 4 GB.
pub fn archive(files: &[File], dated: Day) -> Result<Vec<u8>, Error> {
    let bytes = files.iter().fold(0_usize, |sum, file| sum.saturating_add(file.bytes.len()));
    if files.len() > MOST_FILES || bytes > MOST_BYTES {
        return Err(Error::ArchiveTooLarge);
    }
    let names = distinct_names(files.iter().map(|file| safe_name(&file.name)));
    let mut zip = Zip::of_day(dated);
    for (file, name) in files.iter().zip(&names) {
        zip.add(name, &file.bytes);
    }
    Ok(zip.finish())
}

/// The list of what is to be gathered with the documents of a case: under the title of each, its enclosures, numbered.
///
/// Empty where none has any.
#[doc(alias = "bordereau de pièces")]
#[must_use]
pub fn exhibits(documents: &[Document]) -> String {
    let mut list = String::new();
    for document in documents {
        let enclosures = document.blocks.iter().filter_map(|block| match block {
            Block::Enclosures { items } => Some(items),
            _ => None,
        });
        let items: Vec<&String> = enclosures.flatten().collect();
        if items.is_empty() {
            continue;
        }
        let day = match document.language {
            Language::Fr => french::day(document.written_on),
            Language::En => document.written_on.to_string(),
        };
        list.push_str(if list.is_empty() { "" } else { "\n" });
        list.extend([&characters::title(document), " (", &day, ")\n"]);
        for (i, item) in items.iter().enumerate() {
            list.extend([&(i + 1).to_string(), ". ", &characters::line(item), "\n"]);
        }
    }
    list
}
