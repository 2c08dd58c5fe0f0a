//! One line of a FEC: its fields as places in the file, so that no text is kept twice.

/// A part of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    start: u32,
    length: u32,
}

impl Span {
    /// Nothing.
    pub(super) const EMPTY: Self = Self { start: 0, length: 0 };

    fn new(start: usize, end: usize) -> Self {
        // Files are shorter than 4 GiB: limits::FILE_BYTES.
        Self { start: u32::try_from(start).unwrap_or_default(), length: u32::try_from(end - start).unwrap_or_default() }
    }

    /// What stands there.
    pub(super) fn of(self, bytes: &[u8]) -> &[u8] {
        &bytes[self.start as usize..(self.start + self.length) as usize]
    }

    pub(super) fn is_empty(self) -> bool {
        self.length == 0
    }
}

/// Splits the line between two places into fields, without spaces or quotation marks around them.
pub(super) fn split(bytes: &[u8], start: usize, end: usize, delimiter: u8, fields: &mut Vec<Span>) {
    fields.clear();
    let line = &bytes[..end];
    let mut at = start;
    loop {
        let quoted = (line.get(at) == Some(&b'"')).then(|| closing(line, at + 1, delimiter)).flatten();
        let (from, to, next) = if let Some(close) = quoted {
            (at + 1, close, close + 1)
        } else {
            let next = memchr::memchr(delimiter, &line[at..]).map_or(end, |found| at + found);
            (at, next, next)
        };
        fields.push(trimmed(line, from, to));
        if next >= end {
            return;
        }
        at = next + 1;
    }
}

/// The quotation mark that closes a field: the one with a delimiter or the end behind it. A lone mark is a mark of the text.
fn closing(line: &[u8], from: usize, delimiter: u8) -> Option<usize> {
    memchr::memchr_iter(b'"', &line[from..]).map(|found| from + found).find(|at| match line.get(at + 1) {
        None => true,
        Some(next) => *next == delimiter,
    })
}

fn trimmed(line: &[u8], from: usize, to: usize) -> Span {
    let field = &line[from..to];
    let start = from + (field.len() - field.trim_ascii_start().len());
    let end = start + field.trim_ascii().len();
    if start == end { Span::EMPTY } else { Span::new(start, end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, fields: &[&str]) {
        let mut spans = Vec::new();
        split(line.as_bytes(), 0, line.len(), b'|', &mut spans);
        let read: Vec<&str> = spans.iter().map(|span| str::from_utf8(span.of(line.as_bytes())).unwrap()).collect();
        assert_eq!(read, fields);
    }

    #[test]
    fn splits_quoted_and_plain_lines() {
        check("a|b|c", &["a", "b", "c"]);
        check(" a ||c|", &["a", "", "c", ""]);
        check("\"a\"|\"b|b\"|\"\"|\"d\"", &["a", "b|b", "", "d"]);
        check("écran 24\"|\"a|b", &["écran 24\"", "\"a", "b"]);
        check("", &[""]);
    }
}
