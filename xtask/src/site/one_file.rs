//! The whole site as one file, which opens from a disk: `www/one-file/page.html` with everything the pages load inside.
//!
//! A page from a disk may fetch nothing, not even what lies beside it. So its policy allows no request at all, and what the
//! scripts would fetch is held in the page: compressed as LZMA, a third smaller than what browsers take apart by themselves, and
//! written seven bits a character, a sixth less than base64 would take. The modules that are loaded on demand are held apart, so
//! that opening the file doesn't wait for them, and take over from the first what both have: a tenth of them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::script::without_comments;
use super::shell::Shell;
use super::{Assets, compression, policy};
use crate::output::Output;
use crate::workspace;

/// At the root of the site.
pub(crate) const NAME: &str = "dument.html";

/// Never loaded by the one file, or written into the page itself: what starts it, the worker of the site, frames, fonts.
const LEFT_OUT: [&str; 3] = ["start.js", "offline.js", "framed.js"];

/// Puts the file together from what the site already holds.
pub(super) fn assemble(output: &Output, www: &Path, shell: Shell<'_>) -> Result<String> {
    let read = |name: &str| fs::read_to_string(www.join(name)).with_context(|| format!("www/{name}"));
    let assets = shell.assets;
    let (first, later) = archives(output, assets, &read("one-file/aside.js")?)?;
    let held = seven_bits(&compression::lzma(&first, &[])?);
    let later = seven_bits(&compression::lzma(&later, &first)?);
    let script = without_comments(&(read("one-file/unpack.js")? + &read("one-file/open.js")? + &offline(&read("start.js")?)?));
    let style = with_fonts(output, assets, shell.style)?;
    ensure!(!style.contains("{{"), "the first style sheet names a file that the one file can't hold");

    let index = read("index.html")?;
    let stopped = index
        .find("<template id=\"dument-stopped\">")
        .and_then(|start| index.get(start..)?.split_inclusive("</template>\n").next())
        .context("www/index.html: there is no #dument-stopped")?;
    let mark = format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(fs::read(www.join("icons/mark.svg"))?));
    let template = read("one-file/page.html")?
        .replace("{{csp}}", &policy::of_one_file(&style, &script))
        .replace("{{style}}", &style)
        .replace("{{mark}}", &mark)
        .replace("{{stopped}}", stopped);
    let mut page = String::new();
    let mut rest = template.as_str();
    for (name, content) in [("held", &held), ("later", &later), ("script", &script)] {
        let (before, after) =
            rest.split_once(&format!("{{{{{name}}}}}")).with_context(|| format!("www/one-file/page.html: there is no {name}"))?;
        page.extend([&shell.fill(before)?, content].map(String::as_str));
        rest = after;
    }
    Ok(page + &shell.fill(rest)?)
}

/// Everything the scripts load: what the application starts with, and the modules that it loads on demand.
fn archives(output: &Output, assets: &Assets, aside: &str) -> Result<(Vec<u8>, Vec<u8>)> {
    let (mut first, mut later) = (Archive::default(), Archive::default());
    let left_out: Vec<&String> = LEFT_OUT.iter().filter_map(|name| assets.get(*name)).collect();
    for (path, bytes) in output.files() {
        let Some(name) = path.strip_prefix("assets/") else { continue };
        let extension = workspace::extension(name);
        if !matches!(extension, "js" | "wasm" | "css") || left_out.iter().any(|left| *left == path) {
            continue;
        }
        if assets.get("aside.js").is_some_and(|known| known == path) {
            first.add(name, aside.as_bytes());
        } else if extension == "js" {
            first.add(name, offline(str::from_utf8(bytes)?).with_context(|| path.to_owned())?.as_bytes());
        } else if extension == "wasm" && name.starts_with("dument_") {
            later.add(name, bytes);
        } else {
            first.add(name, bytes);
        }
    }
    Ok((first.written()?, later.written()?))
}

/// Files joined behind a list of their names and lengths.
#[derive(Default)]
struct Archive<'a> {
    names: Vec<(&'a str, usize)>,
    contents: Vec<u8>,
}

impl<'a> Archive<'a> {
    fn add(&mut self, name: &'a str, content: &[u8]) {
        self.names.push((name, content.len()));
        self.contents.extend_from_slice(content);
    }

    fn written(mut self) -> Result<Vec<u8>> {
        let mut archive = serde_json::to_vec(&self.names)?;
        archive.push(b'\n');
        archive.append(&mut self.contents);
        Ok(archive)
    }
}

/// A script that takes from the page what it would fetch.
fn offline(script: &str) -> Result<String> {
    let mut taking = script
        // The part's own address is no place to start from: it has none.
        .replace("fetch(new URL(\"", "globalThis.dumentFile((\"")
        .replace("new URL('", "('")
        .replace(", import.meta.url)", ")")
        .replace("fetch(application)", "globalThis.dumentFile(application)")
        .replace("fetch(module_or_path)", "globalThis.dumentFile(module_or_path)")
        .replace("fetch(reference, { cache: \"no-cache\" })", "globalThis.dumentFile(reference)");
    if let Some((import, rest)) = taking.split_once('\n').filter(|(first, _)| first.starts_with("import { initSync } from ")) {
        ensure!(import.ends_with(".js\";"), "the parts ask for the application in another way: {import}");
        taking = format!("const initSync = (...given) => globalThis.dumentApplication.initSync(...given);\n{rest}");
    }
    ensure!(!taking.contains("import.meta") && !taking.contains("fetch("), "it would fetch something");
    Ok(taking)
}

/// The style sheet with its fonts inside.
fn with_fonts(output: &Output, assets: &Assets, style: &str) -> Result<String> {
    let mut style = style.to_owned();
    for path in assets.values().filter(|path| workspace::extension(path) == "woff2") {
        let (_, bytes) = output.files().find(|(known, _)| known == path).context("a font isn't in the site")?;
        style =
            style.replace(&format!("{{{{root}}}}{path}"), &format!("data:font/woff2;base64,{}", BASE64_STANDARD.encode(bytes)));
    }
    Ok(style)
}

/// Bytes as characters of which each holds seven bits, in one byte of UTF-8; but for three that a page can't hold there, which
/// take two.
fn seven_bits(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 6 / 5);
    let (mut held, mut bits) = (0_u32, 0);
    let mut write = |seven: u32| {
        let plain = !matches!(u8::try_from(seven), Ok(0 | b'\r' | b'<'));
        // Every number below 0x180 is a character.
        text.extend(char::from_u32(if plain { seven } else { seven | 0x100 }));
    };
    for &byte in bytes {
        held = (held << 8) | u32::from(byte);
        bits += 8;
        while bits >= 7 {
            bits -= 7;
            write((held >> bits) & 127);
            held &= (1 << bits) - 1;
        }
    }
    if bits > 0 {
        write((held << (7 - bits)) & 127);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_stand_in_a_page() {
        // 00000000 00011010 11110000, in sevens: 0000000 0000110 1011110 000(0000): the first and the last can't stand there.
        assert_eq!(seven_bits(&[0x00, 0x1a, 0xf0]), "\u{100}\u{6}^\u{100}");
        let all: Vec<u8> = (0..=255).collect();
        let text = seven_bits(&all);
        assert!(!text.contains(['\0', '\r', '<']));
        assert_eq!(text.chars().count(), (256 * 8_usize).div_ceil(7));
    }

    #[test]
    fn scripts_take_what_they_would_fetch() {
        let part = "import { initSync } from \"./dument-1.js\";\nconst src = fetch(new URL(\"a-1.wasm\", import.meta.url));";
        let taking = offline(part).unwrap();
        assert!(taking.contains("const src = globalThis.dumentFile((\"a-1.wasm\"));"), "{taking}");
        assert!(!taking.contains("import "), "{taking}");
        let module =
            offline("module_or_path = new URL('a-1.wasm', import.meta.url); module_or_path = fetch(module_or_path);").unwrap();
        assert_eq!(module, "module_or_path = ('a-1.wasm'); module_or_path = globalThis.dumentFile(module_or_path);");
        assert!(offline("fetch(elsewhere)").is_err());
    }
}
