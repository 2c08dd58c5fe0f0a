//! `www/index.html`, the shell of every page, and its placeholders.
//!
//! | placeholder | becomes |
//! |---|---|
//! | `{{root}}` | the way to the root of the site: `./` or `../` |
//! | `{{slug}}` | the folder of the page, empty for the home page |
//! | `{{title}}`, `{{heading}}`, `{{description}}` | the words of the page |
//! | `{{csp}}` | the Content-Security-Policy |
//! | `{{css}}`, `{{start}}`, `{{app}}`, `{{wasm}}` | the way to a hashed file, from the page |
//! | `{{dument_letters}}`, `{{dument_pdf}}`, `{{dument_docx}}`, `{{dument_documents}}` | the same, for a module loaded on demand |
//! | `{{asset:fonts/serif.woff2}}` | the same, for a file of `www/` that is hashed |

use anyhow::{Context, Result, bail};
use dument_pages::Page;

use super::Assets;
use super::policy::CONTENT_SECURITY_POLICY;

/// The shell for one page.
pub(super) fn fill(template: &str, page: Page, assets: &Assets) -> Result<String> {
    let mut html = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("www/index.html: a `{{` is never closed")?;
        html.push_str(before);
        html.push_str(&value(name.trim(), page, assets)?);
        rest = after;
    }
    html.push_str(rest);
    Ok(html)
}

fn value(name: &str, page: Page, assets: &Assets) -> Result<String> {
    let key = match name {
        "root" => return Ok(root(page).to_owned()),
        "slug" => return Ok(page.slug().to_owned()),
        "title" => return Ok(escape(page.title())),
        "heading" => return Ok(escape(page.heading())),
        "description" => return Ok(escape(page.description())),
        "csp" => return Ok(CONTENT_SECURITY_POLICY.to_owned()),
        "css" => "style",
        "start" => "start.js",
        "app" | "wasm" | "dument_letters" | "dument_pdf" | "dument_docx" | "dument_documents" => name,
        _ => match name.strip_prefix("asset:") {
            Some(path) => path,
            None => bail!("www/index.html: nothing is known for `{{{{{name}}}}}`"),
        },
    };
    let path = assets.get(key).with_context(|| format!("www/index.html: there is no `{key}` in the site"))?;
    Ok(format!("{}{path}", root(page)))
}

/// From a page to the root of the site.
fn root(page: Page) -> &'static str {
    if page == Page::Home { "./" } else { "../" }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str) -> Result<String, String> {
        let assets = Assets::from([("app".to_owned(), "assets/dument-0.js".to_owned())]);
        fill(template, Page::Sources, &assets).map_err(|error| error.to_string())
    }

    #[test]
    fn placeholders_are_filled() {
        assert_eq!(filled("<p>").as_deref(), Ok("<p>"));
        assert_eq!(filled("{{root}}x/{{slug}}/").as_deref(), Ok("../x/sources/"));
        assert_eq!(filled("{{ title }}.").unwrap(), format!("{}.", Page::Sources.title()));
        assert_eq!(filled("{{app}}").as_deref(), Ok("../assets/dument-0.js"));
    }

    #[test]
    fn words_never_become_markup() {
        assert_eq!(escape(r#"<a> & "b""#), "&lt;a> &amp; &quot;b&quot;");
    }

    #[test]
    fn a_mistake_in_the_shell_stops_the_build() {
        assert!(filled("{{titel}}").unwrap_err().contains("{{titel}}"));
        assert!(filled("{{asset:no.svg}}").unwrap_err().contains("no.svg"));
        assert!(filled("{{title").unwrap_err().contains("closed"));
    }
}
