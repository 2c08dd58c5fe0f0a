//! A file with a name that every system takes.

use crate::characters;

/// A file: attached to an e-mail, or kept in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without folders. What no system takes is replaced as the file is attached or archived.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The longest name, in characters: with room left for the folder it is saved in, which Windows counts too.
const LONGEST: usize = 100;
/// The longest extension, in bytes.
const LONGEST_EXTENSION: usize = 10;
/// Devices of Windows: no file may be called so, with any extension.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];
/// The same with a digit after them.
const NUMBERED_DEVICES: [&str; 2] = ["COM", "LPT"];

/// A name that Windows, macOS, Linux and mail programs take as it is: no folder, no control character, no device.
pub(crate) fn safe_name(name: &str) -> String {
    let name: String = characters::line(name)
        .chars()
        .map(|c| if matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') { '-' } else { c })
        .collect();
    // A dot first hides a file, a dot or a space last is dropped by Windows.
    let name = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let (stem, extension) = split(name);
    let stem: String = stem.chars().take(LONGEST - 1 - extension.chars().count()).collect();
    let stem = stem.trim_end();
    if stem.is_empty() {
        joined("fichier", extension)
    } else if is_device(stem) {
        joined(&format!("_{stem}"), extension)
    } else {
        joined(stem, extension)
    }
}

/// Names of which no two are the same, even where capitals don't count: `lettre.pdf`, `lettre (2).pdf`.
///
/// All letters beyond ASCII count as one: telling their capitals apart would take tables of eleven kilobytes.
pub(crate) fn distinct_names(names: impl Iterator<Item = String>) -> Vec<String> {
    let key = |name: &str| -> String { name.chars().map(|c| if c.is_ascii() { c.to_ascii_lowercase() } else { '*' }).collect() };
    let mut taken: Vec<String> = Vec::new();
    let mut distinct = Vec::new();
    for name in names {
        let (stem, extension) = split(&name);
        let mut own = name.clone();
        let mut count = 1;
        while taken.contains(&key(&own)) {
            count += 1;
            own = joined(&format!("{stem} ({count})"), extension);
        }
        taken.push(key(&own));
        distinct.push(own);
    }
    distinct
}

/// What a file is, by its extension: as an e-mail names it.
pub(crate) fn media_type(name: &str) -> &'static str {
    match split(name).1.to_ascii_lowercase().as_str() {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

/// Name and extension, which has no dot and is empty where there is none.
fn split(name: &str) -> (&str, &str) {
    match name.rsplit_once('.') {
        Some((stem, extension))
            if !stem.is_empty() && extension.len() <= LONGEST_EXTENSION && !extension.bytes().any(|byte| byte == b' ') =>
        {
            (stem, extension)
        }
        _ => (name, ""),
    }
}

/// The two together again.
fn joined(stem: &str, extension: &str) -> String {
    if extension.is_empty() { stem.to_owned() } else { format!("{stem}.{extension}") }
}

fn is_device(stem: &str) -> bool {
    // Windows looks no further than the first dot.
    let name = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    DEVICES.contains(&name.as_str())
        || NUMBERED_DEVICES.iter().any(|device| {
            name.strip_prefix(device)
                .is_some_and(|rest| matches!(rest, "¹" | "²" | "³") || matches!(rest.as_bytes(), [b'0'..=b'9']))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, safe: &str) {
        assert_eq!(safe_name(name), safe);
    }

    #[test]
    fn good_names_stay() {
        for name in ["Mise en demeure.pdf", "Pièce n° 1 – facture F-2026-014.pdf", "décompte.csv", "contrat", "console.txt"]
        {
            check(name, name);
        }
    }

    #[test]
    fn folders_and_forbidden_signs_go() {
        check("../../etc/passwd", "-..-etc-passwd");
        check("C:\\Windows\\win.ini", "C--Windows-win.ini");
        check("a\r\nBcc: x@y.fr.pdf", "a Bcc- x@y.fr.pdf");
        check("facture\u{202e}fdp.exe", "facturefdp.exe");
        check(".htaccess", "htaccess");
        check("lettre.pdf. . ", "lettre.pdf");
        check("..", "fichier");
        check("", "fichier");
        check(" .pdf", "pdf");
    }

    #[test]
    fn devices_of_windows_are_no_files() {
        check("con", "_con");
        check("NUL.pdf", "_NUL.pdf");
        check("com1.tar.gz", "_com1.tar.gz");
        check("LPT².txt", "_LPT².txt");
        check("comité.pdf", "comité.pdf");
    }

    #[test]
    fn long_names_keep_their_extension() {
        let long = safe_name(&format!("{}.pdf", "é".repeat(10_000)));
        assert_eq!(long.chars().count(), LONGEST);
        assert!(long.ends_with("é.pdf"), "{long}");
    }

    #[test]
    fn no_two_names_are_the_same() {
        let names = ["Lettre.pdf", "lettre.PDF", "lettre.pdf", "lettre (2).pdf", "é", "É"].map(str::to_owned);
        assert_eq!(
            distinct_names(names.into_iter()),
            ["Lettre.pdf", "lettre (2).PDF", "lettre (3).pdf", "lettre (2) (2).pdf", "é", "É (2)"]
        );
    }
}
