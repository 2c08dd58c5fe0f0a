//! The style sheets, without what only people read: `www/style/*.css`, joined in the order of their names, for what the first
//! page shows, `www/style/tools/*.css` for the rest, and `www/style/frames/*.css` for what stands in another site's page.
//!
//! Every page holds the first, so that the first paint waits for nothing but the page: where each request takes half a second, a
//! file of its own would cost that much again. The other comes with the tools.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use super::Assets;
use crate::workspace;

/// The first sheet, each font by its hashed name, to be filled as the page is.
pub(super) fn first(www: &Path, assets: &Assets) -> Result<String> {
    let mut css = join(&www.join("style"))?;
    for (source, hashed) in assets {
        css = css.replace(&format!("../{source}"), &format!("{{{{root}}}}{hashed}"));
    }
    ensure!(!css.contains("../fonts/"), "www/style names a font that isn't in www/fonts");
    Ok(css)
}

/// The sheet that comes with the tools.
pub(super) fn of_tools(www: &Path) -> Result<String> {
    let css = join(&www.join("style/tools"))?;
    ensure!(!css.contains("url("), "www/style/tools can name no file: only the first sheet knows their hashed names");
    Ok(css)
}

/// What the pages add that stand in other sites' pages.
pub(super) fn of_frames(www: &Path) -> Result<String> {
    join(&www.join("style/frames"))
}

/// The sheets of a folder as one, those of its own folders left out.
fn join(folder: &Path) -> Result<String> {
    let mut css = String::new();
    for file in workspace::files(folder)? {
        if file.extension().is_some_and(|extension| extension == "css") && file.components().count() == 1 {
            css.push_str(&squeeze(&fs::read_to_string(folder.join(&file))?));
        }
    }
    Ok(css)
}

/// Comments and the spaces that nothing needs left out: a sixth less to download, compressed. Rewriting values would gain
/// half a percent more.
fn squeeze(css: &str) -> String {
    let mut squeezed = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let taken = if let Some(comment) = rest.strip_prefix("/*") {
            comment.find("*/").map_or(rest.len(), |end| end + 4)
        } else if next == '"' {
            let text = string(rest);
            squeezed.push_str(text);
            text.len()
        } else if next.is_whitespace() {
            let taken = rest.len() - rest.trim_start().len();
            if !squeezed.is_empty() && !squeezed.ends_with(needs_no_space) && !rest[taken..].starts_with(needs_no_space) {
                squeezed.push(' ');
            }
            taken
        } else {
            if next == '}' && squeezed.ends_with(';') {
                squeezed.pop();
            }
            squeezed.push(next);
            next.len_utf8()
        };
        rest = &rest[taken..];
    }
    squeezed
}

fn needs_no_space(beside: char) -> bool {
    matches!(beside, '{' | '}' | ';' | ',' | ' ')
}

/// The string that `css` begins with, quotes included; a quote behind a backslash doesn't end it.
fn string(css: &str) -> &str {
    let mut escaped = false;
    let end = css.char_indices().skip(1).find(|&(_, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    end.map_or(css, |(quote, _)| &css[..=quote])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_people_read_is_left_out() {
        assert_eq!(
            squeeze("/* Why. */\n.a,\n.b > c {\n  color: red;\n  margin: 0 1px;\n}\n\n"),
            ".a,.b > c{color: red;margin: 0 1px}"
        );
        assert_eq!(squeeze("a{}/* b */\nb{}"), "a{}b{}");
    }

    #[test]
    fn strings_and_spaces_that_matter_stay() {
        assert_eq!(squeeze(r#"a::after { content: "{  \"; }" ; }"#), r#"a::after{content: "{  \"; }"}"#);
        assert_eq!(
            squeeze("@media (width >= 1px) and (hover) { .a .b:is(c) { width: calc(1px + 2px) } }"),
            "@media (width >= 1px) and (hover){.a .b:is(c){width: calc(1px + 2px)}}"
        );
    }
}
