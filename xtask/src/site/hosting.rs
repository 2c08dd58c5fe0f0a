//! What hosts without a configuration of their own are told: `_headers`, as Netlify and Cloudflare Pages read it.
//!
//! Both add up the rules that fit a path, so no header stands in two of them.

use std::fmt::Write as _;

use dument_pages::Page;

use super::{one_file, policy};

/// At the root of the site.
pub(super) const HEADERS: &str = "_headers";

/// The headers of every path, and how long what never changes may be kept.
pub(super) fn headers() -> String {
    let pages = Page::ALL.map(|page| format!("/{}", page.path()));
    let shared = ["/assets/*", "/icons/*", "/embed/*", "/reference.json"].map(str::to_owned);
    let paths: Vec<String> = pages.into_iter().chain([format!("/{}", one_file::NAME)]).chain(shared).collect();
    let every = policy::headers("/");
    let every: Vec<_> = every.iter().filter(|header| paths.iter().all(|path| policy::headers(path).contains(header))).collect();

    let mut text = String::from("# As docs/hosting.md says, and xtask/src/site/policy.rs.\n");
    let mut add = |path: &str, headers: &mut dyn Iterator<Item = (&'static str, &'static str)>| {
        // Writing to a text can't fail.
        let _ = writeln!(text, "{path}");
        for (name, value) in headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    add("/*", &mut every.iter().map(|header| **header));
    for path in &paths {
        let own = policy::headers(path).into_iter().filter(|header| !every.contains(&header));
        let kept = (path == "/assets/*").then_some(("Cache-Control", "public, max-age=31536000, immutable"));
        add(path, &mut own.chain(kept));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a host that adds up the rules sends for a path.
    fn sent(path: &str) -> Vec<(String, String)> {
        let text = headers();
        let mut sent = Vec::new();
        let mut fits = false;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line.strip_prefix("  ") {
                Some(header) if fits => {
                    sent.extend(header.split_once(": ").map(|(name, value)| (name.to_owned(), value.to_owned())));
                }
                Some(_) => {}
                None => fits = line.strip_suffix('*').map_or(path == line, |start| path.starts_with(start)),
            }
        }
        sent.sort();
        sent
    }

    #[test]
    fn the_file_says_what_the_policy_does() {
        for path in ["/", "/guide/", "/dument.html", "/icons/mark.svg", "/embed/v1/guide/", "/reference.json", "/assets/a-1.js"] {
            let mut decided: Vec<_> =
                policy::headers(path).into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            if path.starts_with("/assets/") {
                decided.push(("Cache-Control".to_owned(), "public, max-age=31536000, immutable".to_owned()));
            }
            decided.sort();
            assert_eq!(sent(path), decided, "{path}");
        }
    }
}
