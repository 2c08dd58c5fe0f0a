//! The files attached to a PDF, found by going through it once.

use std::collections::BTreeMap;
use std::ops::Range;

use memchr::memmem;

use super::value::{Dictionary, Parser, Value, is_space};
use crate::inflate::{self, InflateError};
use crate::limits;
use crate::refusal::{Refusal, RefusalCode};
use crate::text::Encoding;

/// A file attached to a PDF.
pub(super) struct Attachment {
    pub(super) name: String,
    /// What it holds, or why that can't be read.
    pub(super) content: Result<Vec<u8>, Refusal>,
}

/// What is kept of a file: dictionaries that may speak of attachments, and every stream's place.
struct Objects<'a> {
    bytes: &'a [u8],
    dictionaries: BTreeMap<u32, Dictionary>,
    streams: BTreeMap<u32, Stream>,
    /// The objects that name a file, with their order in it, which is not that of their numbers.
    specifications: BTreeMap<u32, usize>,
    /// How many of them were met so far.
    kept: usize,
    /// How many bytes may still be read as values, and inflated: whatever the file says, the work has an end.
    work_left: usize,
    inflatable: usize,
}

struct Stream {
    deflated: bool,
    /// By another filter than the usual one.
    unknown_filter: bool,
    data: Range<usize>,
}

/// Bytes read as values, for each byte of the file: each object once, and some that are damaged several times.
const READINGS: usize = 8;

/// Every attachment, in the order of the file.
pub(super) fn attachments(bytes: &[u8]) -> Result<Vec<Attachment>, Refusal> {
    let mut objects = Objects {
        bytes,
        dictionaries: BTreeMap::new(),
        streams: BTreeMap::new(),
        specifications: BTreeMap::new(),
        kept: 0,
        work_left: bytes.len().saturating_mul(READINGS),
        inflatable: limits::PDF_INFLATED_BYTES,
    };
    objects.scan()?;
    let mut attachments = Vec::new();
    let mut specifications: Vec<(usize, u32)> = objects.specifications.iter().map(|(number, order)| (*order, *number)).collect();
    specifications.sort_unstable();
    for (_, number) in specifications {
        if let Some(attachment) = objects.attachment(number) {
            attachments.push(attachment);
        }
    }
    Ok(attachments)
}

impl Objects<'_> {
    fn scan(&mut self) -> Result<(), Refusal> {
        let finder = memmem::Finder::new(b"obj");
        let mut at = 0;
        let mut trailers = 0;
        while let Some(found) = finder.find(&self.bytes[at..]) {
            let here = at + found;
            self.trailer(at, here, &mut trailers)?;
            at = here + 3;
            if let Some(number) = number_before(self.bytes, here) {
                at = self.object(number, at)?;
            }
        }
        self.trailer(at, self.bytes.len(), &mut trailers)
    }

    /// A trailer between two objects, which may say that the file is encrypted.
    fn trailer(&mut self, from: usize, to: usize, seen: &mut usize) -> Result<(), Refusal> {
        let mut at = from;
        while let Some(found) = memmem::find(&self.bytes[at.min(to)..to], b"trailer") {
            at += found + b"trailer".len();
            *seen += 1;
            let mut parser = Parser::new(self.bytes, at);
            let value = parser.value();
            self.worked(parser.at - at)?;
            if let Some(Value::Dictionary(trailer)) = value
                && trailer.get("Encrypt").is_some()
            {
                return Err(encrypted());
            }
        }
        Ok(())
    }

    /// Reads the object whose value starts here; gives where to go on.
    fn object(&mut self, number: u32, start: usize) -> Result<usize, Refusal> {
        if self.dictionaries.len() + self.streams.len() >= limits::PDF_OBJECTS {
            return Err(too_large());
        }
        let mut parser = Parser::new(self.bytes, start);
        let value = parser.value();
        self.worked(parser.at - start)?;
        let Some(Value::Dictionary(dictionary)) = value else { return Ok(start) };
        parser.skip_space();
        let after = parser.at;
        if !self.bytes[after..].starts_with(b"stream") {
            self.keep(number, dictionary);
            return Ok(after);
        }
        let data = data(self.bytes, after + b"stream".len(), dictionary.integer("Length"));
        let end = data.end;
        self.stream(number, &dictionary, data)?;
        Ok(end)
    }

    fn stream(&mut self, number: u32, dictionary: &Dictionary, data: Range<usize>) -> Result<(), Refusal> {
        if dictionary.is_named("Type", "XRef") && dictionary.get("Encrypt").is_some() {
            return Err(encrypted());
        }
        let filters: Vec<&Value> = match dictionary.get("Filter") {
            None => Vec::new(),
            Some(Value::Array(filters)) => filters.iter().collect(),
            Some(filter) => vec![filter],
        };
        let is_flate = |filter: &Value| matches!(filter, Value::Name(name) if name == b"FlateDecode" || name == b"Fl");
        let deflated = matches!(filters[..], [only] if is_flate(only));
        let stream = Stream { deflated, unknown_filter: !deflated && !filters.is_empty(), data };
        if dictionary.is_named("Type", "ObjStm") {
            self.held(&stream, dictionary)?;
        }
        self.streams.insert(number, stream);
        Ok(())
    }

    /// The objects that an object stream holds.
    fn held(&mut self, stream: &Stream, dictionary: &Dictionary) -> Result<(), Refusal> {
        let (Some(count), Some(first)) = (dictionary.integer("N"), dictionary.integer("First")) else { return Ok(()) };
        let content = match self.content(stream) {
            Ok(content) => content,
            Err(refusal) if refusal.code == RefusalCode::TooLarge => return Err(refusal),
            Err(_) => return Ok(()),
        };
        self.work_left = self.work_left.saturating_add(content.len().saturating_mul(READINGS));
        let mut header = Parser::new(&content, 0);
        for _ in 0..count {
            let (Some(Value::Integer(number)), Some(Value::Integer(offset))) = (header.value(), header.value()) else { break };
            let (Ok(number), Ok(offset)) = (u32::try_from(number), usize::try_from(offset)) else { break };
            let start = first.saturating_add(offset);
            if start >= content.len() || self.dictionaries.len() >= limits::PDF_OBJECTS {
                break;
            }
            let mut parser = Parser::new(&content, start);
            let value = parser.value();
            self.worked(parser.at - start)?;
            if let Some(Value::Dictionary(dictionary)) = value {
                self.keep(number, dictionary);
            }
        }
        Ok(())
    }

    /// Keeps a dictionary that has to do with a file.
    fn keep(&mut self, number: u32, dictionary: Dictionary) {
        if dictionary.get("EF").is_some() {
            self.kept += 1;
            self.specifications.insert(number, self.kept);
        }
        if ["EF", "F", "UF"].iter().any(|key| dictionary.get(key).is_some()) {
            self.dictionaries.insert(number, dictionary);
        }
    }

    fn attachment(&mut self, number: u32) -> Option<Attachment> {
        let specification = self.dictionaries.get(&number)?;
        let name = ["UF", "F", "Desc"].iter().find_map(|key| match specification.get(key)? {
            Value::Text(text) => Some(file_name(text)),
            _ => None,
        })?;
        let embedded = match specification.get("EF")? {
            Value::Dictionary(embedded) => Some(embedded),
            Value::Reference(target) => self.dictionaries.get(target),
            _ => None,
        };
        let target = embedded.and_then(|embedded| {
            ["UF", "F"].iter().find_map(|key| match embedded.get(key)? {
                Value::Reference(target) => Some(*target),
                _ => None,
            })
        });
        let content = match target.and_then(|target| self.streams.remove(&target)) {
            Some(stream) => self.content(&stream),
            None => Err(damaged()),
        };
        Some(Attachment { name, content })
    }

    /// What a stream holds, inflated within the limits.
    fn content(&mut self, stream: &Stream) -> Result<Vec<u8>, Refusal> {
        let data = &self.bytes[stream.data.clone()];
        if stream.unknown_filter {
            return Err(damaged());
        }
        let content = if stream.deflated {
            inflate::zlib(data, self.inflatable.min(limits::XML_BYTES)).map_err(|error| match error {
                InflateError::TooLarge => too_large(),
                InflateError::Damaged => damaged(),
            })?
        } else {
            data.get(..limits::XML_BYTES).unwrap_or(data).to_vec()
        };
        self.inflatable = self.inflatable.checked_sub(content.len()).ok_or_else(too_large)?;
        Ok(content)
    }

    fn worked(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.work_left = self.work_left.checked_sub(bytes).ok_or_else(damaged)?;
        Ok(())
    }
}

/// The number of the object whose `obj` stands here: `12 0 obj`.
fn number_before(bytes: &[u8], obj: usize) -> Option<u32> {
    /// Longer than any number, its generation and some spaces.
    const LOOKED_BACK: usize = 40;
    let before = &bytes[obj.saturating_sub(LOOKED_BACK)..obj];
    let mut rest = before;
    let mut numbers = [0_u32; 2];
    for number in &mut numbers {
        let spaces = rest.iter().rev().take_while(|byte| is_space(**byte)).count();
        rest = &rest[..rest.len() - spaces];
        let digits = rest.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || spaces == 0 {
            return None;
        }
        *number = std::str::from_utf8(&rest[rest.len() - digits..]).ok()?.parse().ok()?;
        rest = &rest[..rest.len() - digits];
    }
    Some(numbers[1])
}

/// Where the data of a stream lies: as long as stated if the end stands there, else up to the next end.
fn data(bytes: &[u8], after_keyword: usize, length: Option<usize>) -> Range<usize> {
    let start = match &bytes[after_keyword..] {
        [b'\r', b'\n', ..] => after_keyword + 2,
        [b'\r' | b'\n', ..] => after_keyword + 1,
        _ => after_keyword,
    };
    if let Some(end) = length.and_then(|length| start.checked_add(length)).filter(|end| *end <= bytes.len()) {
        let rest = &bytes[end..];
        let spaces = rest.iter().take(4).take_while(|byte| is_space(**byte)).count();
        if rest[spaces..].starts_with(b"endstream") {
            return start..end;
        }
    }
    let end = memmem::find(&bytes[start..], b"endstream").map_or(bytes.len(), |found| start + found);
    start..end
}

/// A name as PDF writes texts: UTF-16 with its mark, else one byte a character.
fn file_name(text: &[u8]) -> String {
    let encoding = if text.starts_with(&[0xfe, 0xff]) { Encoding::Utf16Big } else { Encoding::of(text) };
    encoding.decode(text).into_owned()
}

fn encrypted() -> Refusal {
    Refusal::new(
        RefusalCode::EncryptedFile,
        "Ce PDF est protégé\u{a0}: la facture qu’il contient ne peut pas être lue. Exportez-le sans protection, ou déposez son fichier XML.",
    )
}

fn damaged() -> Refusal {
    Refusal::new(
        RefusalCode::DamagedFile,
        "La facture électronique de ce PDF est abîmée ou incomplète. Téléchargez le PDF de nouveau, puis redéposez-le.",
    )
}

fn too_large() -> Refusal {
    Refusal::new(
        RefusalCode::TooLarge,
        "Ce PDF contient bien plus de données qu’une facture\u{a0}: il n’est pas lu. Vérifiez que c’est le bon fichier.",
    )
}
