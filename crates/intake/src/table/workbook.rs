//! A workbook (ECMA-376): its parts, the texts its cells share, and which styles show days.
//!
//! Written over a directory reader, an inflater with a limit and an XML reader: calamine, the known library, reads whole
//! sheets without a limit and holds numbers as floats.

use dument_law::Day;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use rawzip::{CompressionMethod, ZipArchive};

use super::sheet::SheetRows;
use crate::inflate::{self, InflateError};
use crate::limits;
use crate::refusal::{Refusal, RefusalCode};

/// A workbook opened: its parts are inflated when they are asked for.
pub(super) struct Workbook {
    bytes: Vec<u8>,
    /// The sheets in their order: name and path.
    pub(super) sheets: Vec<(String, String)>,
    pub(super) shared: Vec<String>,
    /// For each style of a cell, whether it shows a day.
    days: Vec<bool>,
    /// Days are counted from 1904, as once on Macintosh.
    from_1904: bool,
}

/// Inflated in any case, for parts beside sheets.
const PART_BYTES: usize = 64 << 20;

impl Workbook {
    /// Opens a file that is a workbook.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, Refusal> {
        let mut workbook = Self { bytes, sheets: Vec::new(), shared: Vec::new(), days: Vec::new(), from_1904: false };
        let root = workbook.part("xl/workbook.xml", PART_BYTES)?.ok_or_else(not_a_workbook)?;
        let relations = workbook.part("xl/_rels/workbook.xml.rels", PART_BYTES)?.unwrap_or_default();
        workbook.directory(&root, &relations)?;
        if let Some(part) = workbook.part("xl/sharedStrings.xml", limits::SHARED_TEXT_BYTES)? {
            workbook.shared = shared_texts(&part)?;
        }
        if let Some(part) = workbook.part("xl/styles.xml", PART_BYTES)? {
            workbook.days = day_styles(&part)?;
        }
        Ok(workbook)
    }

    /// A part of the archive, inflated; `None` where it has none of that name.
    fn part(&self, path: &str, limit: usize) -> Result<Option<Vec<u8>>, Refusal> {
        let archive = ZipArchive::from_slice(&self.bytes).map_err(|_| damaged())?;
        let mut entries = archive.entries();
        let mut count = 0;
        while let Some(entry) = entries.next_entry().map_err(|_| damaged())? {
            count += 1;
            if count > limits::WORKBOOK_FILES {
                return Err(super::too_large());
            }
            if !entry.file_path().as_ref().eq_ignore_ascii_case(path.as_bytes()) {
                continue;
            }
            let data = archive.get_entry(entry.wayfinder()).map_err(|_| damaged())?;
            return match entry.compression_method() {
                CompressionMethod::Store if data.data().len() > limit => Err(super::too_large()),
                CompressionMethod::Store => Ok(Some(data.data().to_vec())),
                CompressionMethod::Deflate => inflate::deflated(data.data(), limit).map(Some).map_err(|error| match error {
                    InflateError::TooLarge => super::too_large(),
                    InflateError::Damaged => damaged(),
                }),
                _ => Err(damaged()),
            };
        }
        Ok(None)
    }

    /// The sheets, their paths looked up among the relations.
    fn directory(&mut self, root: &[u8], relations: &[u8]) -> Result<(), Refusal> {
        let mut targets = Vec::new();
        each(relations, |element| {
            if element.local_name().into_inner() == "Relationship" {
                targets.push((attribute(element, "Id")?.unwrap_or_default(), attribute(element, "Target")?.unwrap_or_default()));
            }
            Ok(())
        })?;
        each(root, |element| {
            match element.local_name().into_inner() {
                "workbookPr" => self.from_1904 = matches!(attribute(element, "date1904")?.as_deref(), Some("1" | "true")),
                "sheet" if attribute(element, "state")?.is_none_or(|state| state == "visible") => {
                    let id = attribute(element, "id")?.unwrap_or_default();
                    let target = targets.iter().find(|(own, _)| *own == id).map_or("", |(_, target)| target);
                    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                    self.sheets.push((attribute(element, "name")?.unwrap_or_default(), path));
                }
                _ => {}
            }
            Ok(())
        })
    }

    /// The rows of a sheet; `None` where the archive lacks it.
    pub(super) fn sheet(&self, path: &str) -> Result<Option<SheetRows>, Refusal> {
        Ok(self.part(path, limits::SHEET_BYTES)?.map(SheetRows::new))
    }

    /// The day that a number of a cell stands for, if its style shows days.
    pub(super) fn day(&self, style: usize, number: &str) -> Option<Day> {
        /// The day that both calendars of spreadsheets count from, less one.
        const EPOCH: (i32, u32, u32) = (1899, 12, 30);
        const FROM_1904: u32 = 1462;
        if !self.days.get(style).copied().unwrap_or_default() {
            return None;
        }
        let whole = number.split('.').next()?;
        let days: u32 = whole.parse().ok().filter(|days| (1..=200_000).contains(days))?;
        let days = if self.from_1904 { days + FROM_1904 } else { days };
        // Until February 1900 Excel counts a day that never was: no invoice is that old.
        let (year, month, day) = EPOCH;
        Some(Day::new(year, month, day)?.plus_days(days)).filter(|day| Day::YEARS.contains(&day.year()))
    }
}

/// The texts that cells share.
fn shared_texts(part: &[u8]) -> Result<Vec<String>, Refusal> {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().expand_empty_elements = true;
    let mut texts: Vec<String> = Vec::new();
    let (mut in_text, mut in_phonetic) = (false, false);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let mut add = |text: &str| match texts.last_mut() {
            Some(last) if last.len() + text.len() > limits::CELL_BYTES => Err(super::too_large()),
            Some(last) => {
                last.push_str(text);
                Ok(())
            }
            None => Ok(()),
        };
        match reader.read_event_into(&mut buffer).map_err(|_| damaged())? {
            Event::Start(element) => match element.local_name().into_inner() {
                "si" => texts.push(String::new()),
                "t" => in_text = !in_phonetic,
                "rPh" => in_phonetic = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().into_inner() {
                "t" => in_text = false,
                "rPh" => in_phonetic = false,
                _ => {}
            },
            Event::Text(text) if in_text => add(&text.into_inner())?,
            Event::CData(text) if in_text => add(&text.into_inner())?,
            Event::GeneralRef(reference) if in_text => {
                let character = reference.resolve_char_ref().map_err(|_| damaged())?;
                let character = character.or_else(|| crate::xml::predefined(&reference.into_inner())).ok_or_else(damaged)?;
                add(character.encode_utf8(&mut [0; 4]))?;
            }
            Event::DocType(_) => return Err(damaged()),
            Event::Eof => return Ok(texts),
            _ => {}
        }
    }
}

/// For each style of cells, whether its format shows a day.
fn day_styles(part: &[u8]) -> Result<Vec<bool>, Refusal> {
    let mut own: Vec<(u32, bool)> = Vec::new();
    let mut styles = Vec::new();
    let mut in_cells = false;
    each(part, |element| {
        let number = |name| attribute(element, name).map(|value| value.and_then(|value| value.parse::<u32>().ok()));
        match element.local_name().into_inner() {
            "numFmt" => {
                let format = attribute(element, "formatCode")?.unwrap_or_default();
                own.extend(number("numFmtId")?.map(|id| (id, shows_day(&format))));
            }
            "cellStyleXfs" | "cellStyles" | "dxfs" => in_cells = false,
            "cellXfs" => in_cells = true,
            "xf" if in_cells => {
                let id = number("numFmtId")?.unwrap_or_default();
                let known = own.iter().find(|(own, _)| *own == id).map(|(_, day)| *day);
                // The formats that need no definition: days are 14 to 17, 22, and those of East Asia.
                styles.push(known.unwrap_or(matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=58)));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(styles)
}

/// Whether a format shows a day: a year or a day beside a month, outside texts and colours.
fn shows_day(format: &str) -> bool {
    let mut bare = String::new();
    let mut skip_to = None;
    let mut characters = format.chars();
    while let Some(c) = characters.next() {
        match (skip_to, c) {
            (Some(end), c) if c == end => skip_to = None,
            (Some(_), _) => {}
            (None, '"') => skip_to = Some('"'),
            (None, '[') => skip_to = Some(']'),
            (None, '\\' | '_' | '*') => {
                characters.next();
            }
            (None, c) => bare.push(c.to_ascii_lowercase()),
        }
    }
    // In French: jj/mm/aaaa.
    bare.contains(['y', 'd', 'j']) || bare.contains("aa")
}

/// Goes through the start of every element.
fn each(part: &[u8], mut see: impl FnMut(&BytesStart<'_>) -> Result<(), Refusal>) -> Result<(), Refusal> {
    let mut reader = Reader::from_reader(part);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| damaged())? {
            Event::Start(element) | Event::Empty(element) => see(&element)?,
            Event::DocType(_) => return Err(damaged()),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// An attribute by its name without a prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| damaged())?;
        if attribute.key.local_name().into_inner() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| damaged())?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

pub(super) fn damaged() -> Refusal {
    Refusal::new(
        RefusalCode::DamagedFile,
        "Ce classeur est abîmé, incomplet ou protégé par un mot de passe. Enregistrez-le de nouveau au format .xlsx, sans mot de passe.",
    )
}

fn not_a_workbook() -> Refusal {
    Refusal::new(
        RefusalCode::UnknownFile,
        "Ce fichier compressé n’est pas un classeur Excel. Déposez un fichier .xlsx ou .csv, ou décompressez d’abord l’archive.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_days_from_numbers() {
        for (format, day) in [
            ("dd/mm/yyyy", true),
            ("jj/mm/aaaa", true),
            ("[$-40C]d mmmm yyyy", true),
            ("#,##0.00\\ \"dû\"", false),
            ("[Red]0.00", false),
            ("General", false),
            ("hh:mm:ss", false),
            ("0.00_d", false),
        ] {
            assert_eq!(shows_day(format), day, "{format}");
        }
    }
}
