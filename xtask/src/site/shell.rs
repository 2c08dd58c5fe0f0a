//! `www/index.html`, the shell of every page, `www/embed.html`, that of a tool in another site's page, and their placeholders.
//!
//! | placeholder | becomes |
//! |---|---|
//! | `{{root}}` | the way to the root of the site: `./`, `../` or `../../../` |
//! | `{{slug}}` | the folder of the page, empty for the home page |
//! | `{{full}}`, `{{canonical}}` | the whole page of an embedded tool: the way to it, and its address where the site's is known |
//! | `{{loader-integrity}}` | what the script must be that puts embedded tools in a page |
//! | `{{sprite}}` | the icons |
//! | `{{title}}`, `{{heading}}`, `{{description}}`, `{{foreword}}` | the words of the page |
//! | `{{csp}}` | the Content-Security-Policy |
//! | `{{style}}` | the style sheet |
//! | `{{start}}`, `{{app}}`, `{{parts}}`, `{{wasm}}` | the way to a hashed file, from the page |
//! | `{{preload}}`, `{{part-style}}` | a `<link>` for each piece of the part of the application that the page is in, and for its styles |
//! | `{{first-paint}}` | the script that has the application fetched once the page is painted |
//! | `{{dument_letters}}`, `{{dument_pdf}}`, `{{dument_docx}}`, `{{dument_documents}}`, `{{dument_seal}}`, `{{dument_ledger}}` | the same, for a module loaded on demand |
//! | `{{asset:fonts/serif.woff2}}` | the same, for a file of `www/` that is hashed |
//! | `{{social}}` | what goes with a shared link and needs a whole address, where the site's is known |
//! | `{{opening}}` | the first paint of what the application shows on the page, from `www/opening/` |
//! | `{{figures}}` | the digest of the application's own figures, as they stand beside the site |
//! | `{{guidance}}` | the way to each piece of the part that the third answer comes with |
//! | `{{by-hand}}` | what the page says by itself, from `www/by-hand/` ([`super::by_hand`]) |

use std::fs;

use anyhow::{Context, Result, bail};
use dument_pages::{Embedded, LOADER_INTEGRITY, Page, Part};

use super::Assets;
use super::by_hand;
use super::policy;
use super::script::without_comments;
use crate::{digest, reference, workspace};

/// The icons, which every page holds.
pub(super) const SPRITE: &str = "icons/sprite.svg";

/// What the shell of one page is filled with.
#[derive(Clone, Copy)]
pub(super) struct Shell<'a> {
    pub(super) page: Page,
    /// Whether it is shown as a tool in another site's page.
    pub(super) embedded: Option<Embedded>,
    pub(super) assets: &'a Assets,
    /// The style sheet.
    pub(super) style: &'a str,
    /// Where the site will be, if that is known.
    pub(super) site_url: Option<&'a str>,
}

impl Shell<'_> {
    /// The template with every placeholder filled.
    pub(super) fn fill(self, template: &str) -> Result<String> {
        let mut html = String::with_capacity(template.len() * 2);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, after) = after.split_once("}}").context("www/index.html: a `{{` is never closed")?;
            html.push_str(before);
            html.push_str(&self.value(name.trim())?);
            rest = after;
        }
        html.push_str(rest);
        Ok(html)
    }

    fn value(self, name: &str) -> Result<String> {
        let Self { page, embedded: _, assets, style, site_url } = self;
        let root = self.root();
        let key = match name {
            "root" => return Ok(root.to_owned()),
            "slug" => return Ok(page.slug().to_owned()),
            "title" => return Ok(escape(page.title())),
            "heading" => return Ok(escape(page.heading())),
            "description" => return Ok(escape(page.description())),
            "foreword" => {
                return Ok(page.foreword().map(|words| format!("<p class=\"prose\">{}</p>", escape(words))).unwrap_or_default());
            }
            "full" => return Ok(format!("{root}{}", page.path())),
            "canonical" => return Ok(format!("{}{}", escape(site_url.unwrap_or(root)), page.path())),
            "sprite" => return sprite(),
            "loader-integrity" => return Ok(LOADER_INTEGRITY.to_owned()),
            "preload" => return self.preload(),
            "part-style" => return self.part_style(),
            "first-paint" => return first_paint(),
            "csp" => {
                let script = if self.embedded.is_none() { Some(first_paint()?) } else { None };
                return Ok(policy::content_security_policy(&self.fill(style)?, script.as_deref(), page));
            }
            "style" => return self.fill(style),
            "social" => return Ok(site_url.map(|site_url| social(page, site_url)).unwrap_or_default()),
            "opening" => return self.fill(&opening(page)?),
            "figures" => return Ok(digest::hex(reference::published()?.as_bytes())),
            "guidance" => return Ok(self.pieces(Part::Guidance)?.join(" ")),
            "by-hand" => return self.fill(&by_hand::text(page)?),
            "start" => "start.js",
            "app" | "parts" | "tools-style" | "wasm" | "dument_letters" | "dument_pdf" | "dument_docx" | "dument_documents"
            | "dument_seal" | "dument_ledger" => name,
            _ => match name.strip_prefix("asset:") {
                Some(path) => path,
                None => match by_hand::value(name)? {
                    Some(value) => return Ok(value),
                    None => bail!("www/index.html: nothing is known for `{{{{{name}}}}}`"),
                },
            },
        };
        let path = assets.get(key).with_context(|| format!("www/index.html: there is no `{key}` in the site"))?;
        Ok(format!("{root}{path}"))
    }

    /// From the page to the root of the site.
    fn root(self) -> &'static str {
        match (self.embedded, self.page) {
            (Some(_), _) => "../../../",
            (None, Page::Home) => "./",
            (None, _) => "../",
        }
    }

    /// The parts of the application that the page is in.
    fn parts(self) -> Vec<Part> {
        self.page.part().into_iter().chain(self.embedded.map(|_| Part::Embedding)).collect()
    }

    /// What the page will ask for at once, so that it comes along with the rest.
    fn preload(self) -> Result<String> {
        let mut pieces = Vec::new();
        for part in self.parts() {
            pieces.extend(self.pieces(part)?.into_iter().filter(|piece| !pieces.contains(piece)).collect::<Vec<_>>());
        }
        let link = |piece: &String| {
            format!("<link rel=\"preload\" href=\"{piece}\" as=\"fetch\" type=\"application/wasm\" crossorigin>")
        };
        Ok(pieces.iter().map(link).collect::<Vec<_>>().join("\n"))
    }

    /// The styles of whatever isn't on the first page.
    fn part_style(self) -> Result<String> {
        if self.parts().is_empty() {
            return Ok(String::new());
        }
        let style = self.assets.get("tools-style").context("the site has one style sheet")?;
        Ok(format!("<link rel=\"stylesheet\" href=\"{}{style}\">", self.root()))
    }

    /// The way from the page to every piece of a part.
    fn pieces(self, part: Part) -> Result<Vec<String>> {
        let pieces = self.assets.get(&format!("part:{}", part.name())).context("a part isn't in the site")?;
        Ok(pieces.split(' ').map(|piece| format!("{}{piece}", self.root())).collect())
    }
}

/// The icons, to stand in the page itself: a frame without an origin of its own may load none, nor a page from a disk, and
/// elsewhere a file of them would be read anew for what each edit draws.
fn sprite() -> Result<String> {
    let path = workspace::path("www").join(SPRITE);
    let sprite = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let (_, drawings) = sprite.split_once("-->\n").with_context(|| path.display().to_string())?;
    Ok(format!("<svg hidden>{}", drawings.replace('\n', "")))
}

/// The address and the picture of a shared link.
fn social(page: Page, site_url: &str) -> String {
    let site_url = escape(site_url);
    format!(
        "<meta property=\"og:url\" content=\"{site_url}{path}\">\n\
         <meta property=\"og:image\" content=\"{site_url}icons/social.png\">\n\
         <meta property=\"og:image:width\" content=\"1200\">\n\
         <meta property=\"og:image:height\" content=\"630\">\n\
         <meta property=\"og:image:alt\" content=\"{alt}\">\n\
         <meta name=\"twitter:card\" content=\"summary_large_image\">",
        path = page.path(),
        alt = escape(Page::Home.title()),
    )
}

/// What a page shows until the application takes its place: the home page its three facts, every other its heading where it stays.
fn opening(page: Page) -> Result<String> {
    let name = match page {
        Page::Home => "accueil",
        _ if page.is_split() => "split",
        _ => "page",
    };
    let path = workspace::path("www/opening").join(format!("{name}.html"));
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

/// Has the application fetched once the page is painted. The page holds it: nothing is to be fetched for that.
fn first_paint() -> Result<String> {
    let path = workspace::path("www/opening/first-paint.js");
    fs::read_to_string(&path).map(|script| without_comments(&script)).with_context(|| path.display().to_string())
}

/// Words as a part of a page.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::prelude::BASE64_STANDARD;
    use sha2::{Digest as _, Sha384};

    use super::*;

    fn filled(template: &str) -> Result<String, String> {
        let assets = Assets::from([("app".to_owned(), "assets/dument-0.js".to_owned())]);
        Shell { page: Page::Sources, embedded: None, assets: &assets, style: "a{b: url({{root}}c)}", site_url: None }
            .fill(template)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn placeholders_are_filled() {
        assert_eq!(filled("<p>").as_deref(), Ok("<p>"));
        assert_eq!(filled("{{root}}x/{{slug}}/").as_deref(), Ok("../x/sources/"));
        assert_eq!(filled("{{ title }}.").unwrap(), format!("{}.", Page::Sources.title()));
        assert_eq!(filled("{{app}}").as_deref(), Ok("../assets/dument-0.js"));
        assert_eq!(filled("{{style}}").as_deref(), Ok("a{b: url(../c)}"));
        assert!(filled("{{csp}}").unwrap().contains("style-src 'self' 'sha256-"));
    }

    #[test]
    fn a_picture_goes_with_links_where_the_address_is_known() {
        let assets = Assets::new();
        let filled = |site_url| {
            Shell { page: Page::Guide, embedded: None, assets: &assets, style: "", site_url }.fill("{{social}}").unwrap()
        };
        assert_eq!(filled(None), "");
        let known = filled(Some("https://example.org/d/"));
        assert!(known.contains(r#"property="og:url" content="https://example.org/d/guide/""#), "{known}");
        assert!(known.contains(r#"content="https://example.org/d/icons/social.png""#), "{known}");
    }

    /// It stands in the pages of others, who check it: a change breaks them.
    #[test]
    fn the_published_loader_never_changes() {
        let loader = fs::read(workspace::path("www/embed/v1/embed.js")).unwrap();
        assert_eq!(format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(loader))), LOADER_INTEGRITY);
        let told = fs::read_to_string(workspace::path("docs/embedding.md")).unwrap();
        assert!(told.contains(LOADER_INTEGRITY));
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
        assert!(filled("{{law:nothing}}").unwrap_err().contains("nothing"));
    }
}
