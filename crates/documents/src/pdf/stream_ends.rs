//! Where a stream ends: PDF/A counts its bytes up to the end of line before `endstream` (ISO 19005-2, 6.1.7.1). Where the last of
//! them is itself a carriage return, as compressed data may be, one line feed leaves open which it is; carriage return and
//! line feed don't.

/// What the library writes after the bytes of a stream.
const END: &[u8] = b"\nendstream\nendobj\n";
/// The length of an entry of the table of objects.
const ENTRY: usize = 20;

/// The same file, the ends of its streams beyond doubt.
pub(super) fn settled(file: Vec<u8>) -> Vec<u8> {
    resettled(&file).unwrap_or(file)
}

/// The file with what it needs; none where it needs nothing.
fn resettled(file: &[u8]) -> Option<Vec<u8>> {
    let last = find_last(file, b"startxref\n")? + b"startxref\n".len();
    let after = last + file[last..].iter().position(|byte| *byte == b'\n')?;
    let table = number(&file[last..after])?;
    // « xref », then « 0 » and how many, each on a line.
    let lines = file.get(table..)?.split_inclusive(|byte| *byte == b'\n').take(2).map(<[u8]>::len);
    let first = table + lines.sum::<usize>();
    let entries = file.get(first..last)?.chunks_exact(ENTRY).take_while(|entry| entry.ends_with(b"\r\n"));
    let in_use = |entry: &&[u8]| entry[17] == b'n';

    let offsets: Option<Vec<usize>> =
        entries.clone().filter(in_use).map(|entry| number(&entry[..10])).chain([Some(table)]).collect();
    let mut doubtful = Vec::new();
    for object in offsets?.windows(2) {
        if file.get(object[0]..object[1])?.strip_suffix(END).is_some_and(|content| content.ends_with(b"\r")) {
            doubtful.push(object[1] - END.len());
        }
    }
    if doubtful.is_empty() {
        return None;
    }

    let moved = |offset: usize| offset + doubtful.iter().filter(|at| **at < offset).count();
    let mut settled = Vec::with_capacity(file.len() + doubtful.len());
    let mut copied = 0;
    for &at in &doubtful {
        settled.extend(&file[copied..at]);
        settled.push(b'\r');
        copied = at;
    }
    settled.extend(&file[copied..first]);
    for entry in entries.clone() {
        if in_use(&entry) {
            settled.extend(format!("{:010}", moved(number(&entry[..10])?)).bytes());
            settled.extend(&entry[10..]);
        } else {
            settled.extend(entry);
        }
    }
    settled.extend(&file[first + entries.count() * ENTRY..last]);
    settled.extend(moved(table).to_string().bytes());
    settled.extend(&file[after..]);
    Some(settled)
}

fn find_last(file: &[u8], words: &[u8]) -> Option<usize> {
    file.windows(words.len()).rposition(|window| window == words)
}

fn number(digits: &[u8]) -> Option<usize> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    /// A file of two streams with these contents.
    fn file(one: &str, other: &str, end: &str) -> Vec<u8> {
        let mut file = "%PDF-1.7\n\n".to_owned();
        let mut entries = "0000000000 65535 f\r\n".to_owned();
        for (i, content) in [one, other].into_iter().enumerate() {
            writeln!(entries, "{:010} 00000 n\r", file.len()).unwrap();
            let end = if content.ends_with('\r') { end } else { "\n" };
            let length = content.len();
            writeln!(file, "{} 0 obj\n<</Length {length}>>\nstream\n{content}{end}endstream\nendobj", i + 1).unwrap();
        }
        let table = file.len();
        write!(file, "xref\n0 3\n{entries}trailer\n<</Size 3>>\nstartxref\n{table}\n%%EOF").unwrap();
        file.into_bytes()
    }

    #[test]
    fn leaves_no_doubt_where_a_stream_ends() {
        for (one, other) in [("a\r", "b"), ("a", "b\r"), ("a\r", "\r"), ("a\n", "\r\n"), ("", "")] {
            let settled = settled(file(one, other, "\n"));
            assert_eq!(String::from_utf8(settled).unwrap(), String::from_utf8(file(one, other, "\r\n")).unwrap());
        }
    }

    #[test]
    fn leaves_what_it_does_not_know() {
        for other in ["", "%PDF-1.7", "startxref\n", "startxref\n5\n%%EOF", "xref\n0 1\nstartxref\n0\n"] {
            assert_eq!(settled(other.as_bytes().to_vec()), other.as_bytes());
        }
    }
}
