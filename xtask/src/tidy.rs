//! What no compiler checks, kept true by tests.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace;

/// Rooms that draw and measure colours: coordinates and contrasts are no money. Everywhere else a float is one by mistake.
const FLOAT_ROOMS: [&str; 2] = ["crates/documents/", "src/frame/colour.rs"];

/// The Rust sources of the workspace, by their path from its root.
fn sources() -> Vec<(String, String)> {
    files_in(&["src", "crates", "xtask"], &["rs"])
}

fn files_in(folders: &[&str], extensions: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in folders {
        for file in workspace::files(&workspace::path(folder)).unwrap() {
            let wanted = file.extension().is_some_and(|extension| extensions.iter().any(|wanted| extension == *wanted));
            if wanted {
                let path: PathBuf = Path::new(folder).join(file);
                let text = fs::read_to_string(workspace::root().join(&path)).unwrap();
                found.push((path.to_string_lossy().into_owned(), text));
            }
        }
    }
    found
}

#[track_caller]
fn nothing(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn every_file_says_what_it_is() {
    let silent: Vec<String> = sources().into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(path, _)| path).collect();
    nothing("without a module doc (`//!`) in its first line", &silent);
}

#[test]
fn money_and_dates_are_never_floats() {
    let floats = [32, 64].map(|bits| format!("f{bits}"));
    let mut found = Vec::new();
    for (path, text) in sources() {
        if FLOAT_ROOMS.iter().any(|room| path.starts_with(room)) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            // What is thrown away unread carries nothing.
            let code = floats.iter().fold(code.to_owned(), |code, float| code.replace(&format!("_: {float}"), ""));
            let mut words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
            if words.any(|word| floats.iter().any(|float| word == float)) {
                found.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    nothing("a float", &found);
}

/// A link to a law is a link; a script, a style or a font from elsewhere would be a request that tells who reads.
#[test]
fn shipped_files_load_nothing_from_elsewhere() {
    const NAMESPACE: &str = "http://www.w3.org/";
    let mut found = Vec::new();
    for (path, text) in files_in(&["www", "crates/js/pkg"], &["html", "css", "js", "svg", "webmanifest"]) {
        for (number, line) in text.lines().enumerate() {
            let line = line.replace(NAMESPACE, "");
            let elsewhere = line.contains("http://") || line.contains("https://");
            let is_link = line.contains("<a ") || line.trim_start().starts_with(['*', '/']);
            if elsewhere && !is_link {
                found.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    nothing("an address of another site", &found);
}

/// Where classes, icons and tokens are used: all that ends up in a page, but for the page that shows them all.
fn markup() -> String {
    let mut markup = String::new();
    for (path, text) in files_in(&["src", "www", "xtask/src/site"], &["rs", "html", "js"]) {
        if !path.starts_with("src/pages/design") {
            markup.push_str(&text);
        }
    }
    markup
}

fn words(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').collect()
}

/// The style sheet without its comments and strings.
fn style() -> Vec<(String, String)> {
    let bare = |text: &str| {
        let mut bare = String::new();
        for (i, part) in text.split('"').enumerate() {
            bare.push_str(if i % 2 == 0 { part } else { "" });
        }
        let mut rest = bare.as_str();
        let mut without = String::new();
        while let Some((before, comment)) = rest.split_once("/*") {
            without.push_str(before);
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        }
        without + rest
    };
    files_in(&["www/style"], &["css"]).into_iter().map(|(path, text)| (path, bare(&text))).collect()
}

/// A rule that no page can meet is weight and a riddle.
#[test]
fn every_style_is_used() {
    let markup = markup();
    let used = words(&markup);
    let mut unused = Vec::new();
    // The samples on the page of the design are for that page alone.
    for (path, text) in style().into_iter().filter(|(path, _)| !path.ends_with("/design.css")) {
        for selector in text.split('{').filter_map(|before| before.rsplit(['}', ';', '{']).next()) {
            for class in selector.split('.').skip(1) {
                let class = class.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default();
                let named = class.starts_with(|c: char| c.is_ascii_lowercase());
                // `series-1` is written by its number.
                if named && !used.contains(class) && !used.contains(class.trim_end_matches(|c: char| c.is_ascii_digit())) {
                    unused.push(format!("{path}: .{class}"));
                }
            }
        }
    }
    nothing("a class that no page has", &unused);
}

#[test]
fn every_token_and_icon_is_used() {
    let style: String = style().into_iter().map(|(_, text)| text).collect();
    let mut unused: Vec<String> = style
        .split("--")
        .skip(1)
        .filter_map(|after| after.split_once(':'))
        .map(|(name, _)| format!("--{name}"))
        .filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && !style.contains(&format!("var({name}")))
        .collect();
    let markup = markup();
    for icon in icons() {
        if !markup.contains(&format!("\"{icon}\"")) {
            unused.push(format!("icon {icon}"));
        }
    }
    nothing("defined for nothing", &unused);
}

#[test]
fn every_icon_is_shown_on_the_page_of_the_design() {
    let shown = fs::read_to_string(workspace::path("src/pages/design/messages.rs")).unwrap();
    let missing: Vec<String> = icons().into_iter().filter(|icon| !shown.contains(&format!("\"{icon}\""))).collect();
    nothing("not shown", &missing);
}

fn icons() -> Vec<String> {
    let sprite = fs::read_to_string(workspace::path("www/icons/sprite.svg")).unwrap();
    sprite.split("<symbol id=\"icon-").skip(1).filter_map(|symbol| symbol.split('"').next()).map(str::to_owned).collect()
}

/// The page on accessibility goes through WCAG 2.2 whole, and names no test that is gone.
#[test]
fn every_criterion_of_accessibility_is_answered() {
    /// How many criteria of levels A and AA there are.
    const CRITERIA: usize = 55;
    const PAGE: &str = "docs/accessibility.md";
    let page = fs::read_to_string(workspace::path(PAGE)).unwrap();
    let rows: Vec<Vec<&str>> = page
        .lines()
        .filter(|line| line.starts_with("| ") && line.as_bytes()[2].is_ascii_digit())
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect();
    let mut numbers: Vec<&str> = rows.iter().filter_map(|row| row[0].split(' ').next()).collect();
    numbers.dedup();
    assert_eq!(numbers.len(), CRITERIA, "criteria in {PAGE}");

    let mut found = Vec::new();
    for row in rows {
        let [criterion, _, mark, _, tests] = row[..] else {
            found.push(format!("{}: five cells", row[0]));
            continue;
        };
        match mark {
            "tested" => {
                for link in tests.split("), ") {
                    let (title, file) =
                        link.trim_start_matches('[').trim_end_matches(')').split_once("](../").unwrap_or_default();
                    let text = fs::read_to_string(workspace::path(file)).unwrap_or_default();
                    if title.is_empty() || !text.contains(title) {
                        found.push(format!("{criterion}: no test « {title} » in {file}"));
                    }
                }
            }
            "reviewed" | "not applicable" if tests == "–" => {}
            _ => found.push(format!("{criterion}: « {mark} » with « {tests} »")),
        }
    }
    nothing("criteria without their proof", &found);
}
