//! The files of the site: where a path leads, in which form, and how long it may be kept.

use std::fs;
use std::path::PathBuf;

use super::encoding::Encoding;
use super::{Answer, Asked, media};
use crate::{digest, site, workspace};

/// A folder that is served.
pub(super) struct Folder(PathBuf);

/// Named by its content: what lies there never changes.
const IMMUTABLE: &str = "assets/";

impl Folder {
    pub(super) fn of_the_site() -> Self {
        Self(workspace::path(site::FOLDER))
    }

    /// The file, a redirection to its folder, or a page that says there is none.
    pub(super) fn answer(&self, asked: &Asked<'_>) -> Answer {
        if !matches!(asked.method, "GET" | "HEAD") {
            return plain(405, "Méthode non permise.").with("Allow", "GET, HEAD");
        }
        let (path, query) = asked.path.split_once('?').unwrap_or((asked.path, ""));
        let Some(path) = clean(path) else {
            return self.not_found(asked);
        };
        if !path.is_empty() && !path.ends_with('/') && self.0.join(&path).is_dir() {
            let query = if query.is_empty() { String::new() } else { format!("?{query}") };
            return plain(308, "").with("Location", format!("/{path}/{query}"));
        }
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
        self.file(&file, asked).unwrap_or_else(|| self.not_found(asked))
    }

    fn file(&self, name: &str, asked: &Asked<'_>) -> Option<Answer> {
        let original = self.0.join(name);
        if !original.is_file() {
            return None;
        }
        let compressed = Encoding::accepted(asked.accept_encoding).find_map(|encoding| {
            let bytes = fs::read(self.0.join(format!("{name}{}", encoding.suffix()))).ok()?;
            Some((Some(encoding), bytes))
        });
        let (encoding, body) = match compressed {
            Some(found) => found,
            None => (None, fs::read(original).ok()?),
        };

        let tag = format!("\"{}\"", digest::short(&body));
        let kept = asked.if_none_match.split(',').any(|known| known.trim() == tag);
        let lifetime = if name.starts_with(IMMUTABLE) { "public, max-age=31536000, immutable" } else { "no-cache" };
        let mut answer = Answer {
            status: if kept { 304 } else { 200 },
            headers: vec![
                ("Content-Type", media::type_of(name).to_owned()),
                ("Cache-Control", lifetime.to_owned()),
                ("Vary", "Accept-Encoding".to_owned()),
                ("ETag", tag),
            ],
            body: if kept { Vec::new() } else { body },
        };
        if let Some(encoding) = encoding {
            answer = answer.with("Content-Encoding", encoding.name());
        }
        Some(answer)
    }

    fn not_found(&self, asked: &Asked<'_>) -> Answer {
        match self.file("404.html", asked) {
            Some(page) if page.status == 200 => Answer { status: 404, ..page },
            _ => plain(404, "Cette page n’existe pas."),
        }
    }
}

impl Answer {
    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

fn plain(status: u16, text: &str) -> Answer {
    Answer { status, headers: vec![("Content-Type", media::type_of(".txt").to_owned())], body: text.into() }
}

/// The path inside the folder, without its first slash; `None` for one that would leave it.
fn clean(path: &str) -> Option<String> {
    let decoded = percent_decoded(path.strip_prefix('/')?)?;
    let inside =
        !decoded.contains(['\\', '\0']) && !decoded.starts_with('/') && decoded.split('/').all(|part| !part.starts_with('.'));
    inside.then_some(decoded)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let high = char::from(rest.next()?).to_digit(16)?;
                let low = char::from(rest.next()?).to_digit(16)?;
                u8::try_from(high * 16 + low).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// A site of a page and an asset, in a folder of its own.
    fn folder(name: &str) -> Folder {
        let root = workspace::memory("server-tests").join(name);
        for (file, bytes) in [
            ("index.html", "accueil"),
            ("guide/index.html", "guide"),
            ("404.html", "absente"),
            ("assets/a-1.wasm", "module"),
            ("assets/a-1.wasm.br", "m"),
        ] {
            workspace::write_if_changed(&root.join(file), bytes.as_bytes()).unwrap();
        }
        assert!(Path::new(&root).is_dir());
        Folder(root)
    }

    fn get(path: &'static str) -> Asked<'static> {
        Asked { method: "GET", path, accept_encoding: "", if_none_match: "" }
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
        let found = answer.headers.iter().find(|(found, _)| *found == name);
        found.map_or("", |(_, value)| value)
    }

    #[test]
    fn a_folder_is_its_index() {
        let site = folder("index");
        assert_eq!(site.answer(&get("/")).body, b"accueil");
        assert_eq!(site.answer(&get("/guide/?a=b")).body, b"guide");
        let redirect = site.answer(&get("/guide?a=b"));
        assert_eq!((redirect.status, header(&redirect, "Location")), (308, "/guide/?a=b"));
    }

    #[test]
    fn what_does_not_exist_is_404() {
        let site = folder("missing");
        for path in ["/rien", "/guide/rien.js", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/hosts", "/%", "*"] {
            let answer = site.answer(&get(path));
            assert_eq!((answer.status, answer.body.as_slice()), (404, b"absente".as_slice()), "{path}");
        }
    }

    #[test]
    fn only_reading_is_possible() {
        let answer = folder("methods").answer(&Asked { method: "POST", ..get("/") });
        assert_eq!((answer.status, header(&answer, "Allow")), (405, "GET, HEAD"));
    }

    #[test]
    fn the_smallest_form_is_sent_under_the_type_of_the_original() {
        let site = folder("forms");
        let plain = site.answer(&get("/assets/a-1.wasm"));
        assert_eq!((plain.body.as_slice(), header(&plain, "Content-Encoding")), (b"module".as_slice(), ""));
        let small = site.answer(&Asked { accept_encoding: "gzip, br", ..get("/assets/a-1.wasm") });
        assert_eq!((small.body.as_slice(), header(&small, "Content-Encoding")), (b"m".as_slice(), "br"));
        assert_eq!(header(&small, "Content-Type"), "application/wasm");
        assert!(header(&small, "Cache-Control").contains("immutable"));
    }

    #[test]
    fn what_the_browser_has_is_not_sent_again() {
        let site = folder("etag");
        let first = site.answer(&get("/"));
        let tag = header(&first, "ETag").to_owned();
        let again = site.answer(&Asked { if_none_match: &tag, ..get("/") });
        assert_eq!((again.status, again.body.len()), (304, 0));
        assert_eq!(header(&again, "Cache-Control"), "no-cache");
    }
}
