//! The case that a PDF carries: found in the file as its maker wrote it, without a library for PDF.
//!
//! An attached file is a stream whose dictionary says so (ISO 32000-1, 7.11.4); streams stand in the file as they are, even where
//! other objects are compressed, so that a search finds them.

/// A file in a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached<'a> {
    /// Its content, as it stands in the PDF.
    pub bytes: &'a [u8],
    /// Whether that is compressed (zlib).
    pub deflated: bool,
}

const MARK: &[u8] = b"/EmbeddedFile";

/// Whether a file is a PDF, as readers tell: its mark stands near the beginning.
#[must_use]
pub fn is_pdf(file: &[u8]) -> bool {
    find(&file[..file.len().min(1024)], b"%PDF-").is_some()
}

/// Every file attached to a PDF that is written in one of the two ways usual for texts.
#[must_use]
pub fn attached(pdf: &[u8]) -> Vec<Attached<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(at) = find(&pdf[start..], MARK) {
        let mark = start + at;
        start = mark + MARK.len();
        // The catalogue's own list of them is called /EmbeddedFiles.
        if pdf.get(start).is_some_and(u8::is_ascii_alphanumeric) {
            continue;
        }
        found.extend(stream(pdf, mark));
    }
    found
}

/// The stream whose dictionary holds this place.
fn stream(pdf: &[u8], place: usize) -> Option<Attached<'_>> {
    let head = rfind(&pdf[..place], b" obj")?;
    let open = place + find(&pdf[place..], b"stream")?;
    let dictionary = &pdf[head..open];
    let mut content = open + b"stream".len();
    content += match pdf.get(content..)? {
        [b'\r', b'\n', ..] => 2,
        [b'\n', ..] => 1,
        _ => return None,
    };
    let rest = &pdf[content..];
    let length = length(dictionary).filter(|length| *length <= rest.len());
    // A length told elsewhere: the stream ends where the next words say so.
    let bytes = match length {
        Some(length) => &rest[..length],
        None => rest[..find(rest, b"endstream")?].trim_ascii_end(),
    };
    let filter = find(dictionary, b"/Filter").is_some();
    let deflated = find(dictionary, b"/FlateDecode").is_some();
    (deflated == filter).then_some(Attached { bytes, deflated })
}

/// The length a dictionary tells itself.
fn length(dictionary: &[u8]) -> Option<usize> {
    let at = find(dictionary, b"/Length")? + b"/Length".len();
    let told = std::str::from_utf8(dictionary.get(at..)?.get(..32).unwrap_or(&dictionary[at..])).ok()?.trim_start();
    let end = told.find(|c: char| !c.is_ascii_digit()).unwrap_or(told.len());
    let (number, after) = told.split_at(end);
    // « 12 0 R » names an object that holds it.
    let mut after = after.split_ascii_whitespace();
    let elsewhere = after.next().is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()))
        && after.next().is_some_and(|word| word.starts_with('R'));
    if elsewhere { None } else { number.parse().ok() }
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

fn rfind(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).rposition(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pdf: &str, expected: &[(&str, bool)]) {
        let found: Vec<_> =
            attached(pdf.as_bytes()).into_iter().map(|file| (std::str::from_utf8(file.bytes).unwrap(), file.deflated)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn finds_what_is_attached() {
        let catalogue = "%PDF-1.7\n1 0 obj\n<</Names<</EmbeddedFiles 2 0 R>>>>\nendobj\n";
        check(catalogue, &[]);
        let plain = "3 0 obj\n<</Type/EmbeddedFile/Length 7>>\nstream\n{\"a\":1}\nendstream\nendobj\n";
        check(&format!("{catalogue}{plain}"), &[("{\"a\":1}", false)]);
        let deflated = "4 0 obj <</Length 3 /Type /EmbeddedFile /Filter /FlateDecode>> stream\r\nxyz\r\nendstream";
        check(&format!("{catalogue}{plain}{deflated}"), &[("{\"a\":1}", false), ("xyz", true)]);
    }

    #[test]
    fn a_length_told_elsewhere_or_wrongly_is_not_counted_on() {
        check("3 0 obj <</Type /EmbeddedFile /Length 9 0 R>> stream\n{}\nendstream", &[("{}", false)]);
        check("3 0 obj <</Type /EmbeddedFile /Length 999999>> stream\n{}\nendstream", &[("{}", false)]);
        check("3 0 obj <</Type /EmbeddedFile /Length 2 /Params <</Size 2>>>> stream\n{}\nendstream", &[("{}", false)]);
    }

    #[test]
    fn leaves_aside_what_it_cannot_read() {
        check("", &[]);
        check("/EmbeddedFile", &[]);
        check("3 0 obj <</Type /EmbeddedFile /Length 2>> stream", &[]);
        check("3 0 obj <</Type /EmbeddedFile /Filter /LZWDecode /Length 2>> stream\n{}\nendstream", &[]);
    }

    #[test]
    fn a_pdf_is_told_by_its_mark() {
        assert!(is_pdf(b"%PDF-1.7\n") && is_pdf(b"\n\n%PDF-2.0"));
        assert!(!is_pdf(b"{}") && !is_pdf(b""));
    }
}
