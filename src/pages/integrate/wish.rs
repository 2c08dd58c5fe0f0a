//! What is asked for of a tool in another site's page, and the code that asks it: `docs/embedding.md` describes both.

use dument_law::PartyKind;
use dument_pages::{Embedded, LOADER_INTEGRITY};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::entry::date;
use crate::frame::colour::{self, Colour};
use crate::link;

/// What stands as it is in a fragment.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::System => "Comme l’appareil du lecteur",
            Self::Light => "Toujours clair",
            Self::Dark => "Toujours sombre",
        }
    }

    /// In a fragment; nothing where it needn't be said.
    fn slug(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("clair"),
            Self::Dark => Some("sombre"),
        }
    }
}

/// A tool, in words, for who chooses one.
#[must_use]
pub fn name(tool: Embedded) -> &'static str {
    match tool {
        Embedded::Procedure => "Le guide\u{a0}: quelle procédure choisir",
        Embedded::Penalties => "Les pénalités de retard",
        Embedded::Limitation => "La prescription\u{a0}: jusqu’à quand agir",
        Embedded::Letters => "Les lettres",
        Embedded::Full => "Tout Dûment",
    }
}

/// Where the frame of a tool is.
#[must_use]
pub fn frame_address(site: &str, tool: Embedded, fragment: &str) -> String {
    let mark = if fragment.is_empty() { "" } else { "#" };
    format!("{site}{}{mark}{fragment}", tool.path())
}

/// What is asked for, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The tool.
    pub tool: Embedded,
    /// The colour of accents; empty for ours.
    pub colour: String,
    /// Light or dark.
    pub theme: Theme,
    /// Whether the page around is seen behind the tool.
    pub see_through: bool,
    /// Whether the tool is in sight as the page opens: then its place is kept.
    pub at_top: bool,
    /// An amount to begin with.
    pub amount: String,
    /// A due date to begin with.
    pub due_on: String,
    /// Who owes, to begin with.
    pub debtor: Option<PartyKind>,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            tool: Embedded::Penalties,
            colour: String::new(),
            theme: Theme::default(),
            see_through: false,
            at_top: false,
            amount: String::new(),
            due_on: String::new(),
            debtor: None,
        }
    }
}

impl Wish {
    /// The colour, where it is one.
    #[must_use]
    pub fn asked(&self) -> Option<Colour> {
        colour::read(&self.colour)
    }

    /// What is asked for beside the tool, each by its name; the colour with its `#`.
    fn parameters(&self) -> Vec<(&'static str, String)> {
        let text = |typed: &str| Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
        let due_on = text(&self.due_on).map(|typed| date::read(&typed).map_or(typed, |day| day.to_string()));
        [
            ("couleur", self.asked().map(colour::written)),
            ("theme", self.theme.slug().map(ToOwned::to_owned)),
            ("fond", self.see_through.then(|| "transparent".to_owned())),
            ("montant", text(&self.amount)),
            ("echeance", due_on),
            ("client", self.debtor.map(|kind| link::name_of_debtor(kind).to_owned())),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }

    /// The fragment that asks for it.
    #[must_use]
    pub fn fragment(&self) -> String {
        let part =
            |(name, value): (&str, String)| format!("{name}={}", utf8_percent_encode(value.trim_start_matches('#'), ENCODED));
        self.parameters().into_iter().map(part).collect::<Vec<_>>().join("&")
    }

    /// As attributes of an element or of a shortcode.
    fn attributes(&self) -> String {
        let tool = std::iter::once(("outil", self.tool.slug().to_owned()));
        let attribute = |(name, value): (&str, String)| [" ", name, "=\"", &escaped(&value), "\""].concat();
        tool.chain(self.parameters()).map(attribute).collect::<Vec<_>>().concat()
    }

    /// A link, and the script that puts the tool in its place.
    #[must_use]
    pub fn link(&self, site: &str) -> String {
        let address = frame_address(site, self.tool, &self.fragment()).replacen("/#", "#", 1);
        let (address, words) = (escaped(address.trim_end_matches('/')), self.tool.invitation());
        let place =
            if self.at_top { format!(" style=\"display:block;min-height:{}px\"", self.tool.height()) } else { String::new() };
        format!(
            "<a class=\"dument\" href=\"{address}\"{place}>{words}</a>\n\
             <script src=\"{site}embed/v1/embed.js\" integrity=\"{LOADER_INTEGRITY}\" crossorigin=\"anonymous\" defer></script>"
        )
    }

    /// The frame alone, of a height that suits it.
    #[must_use]
    pub fn frame(&self, site: &str) -> String {
        let address = escaped(&frame_address(site, self.tool, &self.fragment()));
        let (words, height) = (self.tool.invitation(), self.tool.height());
        format!(
            "<iframe src=\"{address}\" title=\"{words}\" loading=\"lazy\" allow=\"clipboard-write\" referrerpolicy=\"no-referrer\" \
             style=\"display:block;width:100%;max-width:76rem;height:{height}px;margin-inline:auto;border:0\"></iframe>"
        )
    }

    /// The shortcode of the WordPress plug-in.
    #[must_use]
    pub fn shortcode(&self) -> String {
        format!("[dument{}]", self.attributes())
    }

    /// The custom element of the npm package.
    #[must_use]
    pub fn element(&self, site: &str) -> String {
        let attributes = self.attributes();
        format!(
            "<script type=\"module\">import \"dument/outil.js\";</script>\n\
             <dument-outil site=\"{}\"{attributes}></dument-outil>",
            escaped(site)
        )
    }
}

/// A text within the quotes of an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('[', "&#91;").replace(']', "&#93;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &str = "https://exemple.fr/outils/";

    fn full() -> Wish {
        Wish {
            colour: " #1D4ED8".to_owned(),
            theme: Theme::Dark,
            see_through: true,
            at_top: false,
            amount: "1\u{a0}850,00 €".to_owned(),
            due_on: "16/05/2026".to_owned(),
            debtor: Some(PartyKind::Company),
            ..Wish::default()
        }
    }

    #[test]
    fn nothing_is_asked_that_needs_no_asking() {
        let wish = Wish::default();
        assert_eq!(wish.fragment(), "");
        assert_eq!(wish.shortcode(), "[dument outil=\"penalites\"]");
        assert!(
            wish.link(SITE).starts_with("<a class=\"dument\" href=\"https://exemple.fr/outils/embed/v1/penalites\">Calculer")
        );
        assert!(wish.frame(SITE).starts_with("<iframe src=\"https://exemple.fr/outils/embed/v1/penalites/\" title=\"Calculer"));
    }

    #[test]
    fn everything_asked_is_in_the_fragment() {
        assert_eq!(
            full().fragment(),
            "couleur=1d4ed8&theme=sombre&fond=transparent&montant=1%C2%A0850%2C00%20%E2%82%AC&echeance=2026-05-16&client=societe"
        );
    }

    #[test]
    fn the_code_is_that_of_the_contract() {
        let wish = Wish { colour: "1d4ed8".to_owned(), ..Wish::default() };
        let link = wish.link("https://HOST/");
        assert_eq!(
            link,
            format!(
                "<a class=\"dument\" href=\"https://HOST/embed/v1/penalites#couleur=1d4ed8\">Calculer mes pénalités de retard</a>\n\
                 <script src=\"https://HOST/embed/v1/embed.js\" integrity=\"{LOADER_INTEGRITY}\" crossorigin=\"anonymous\" defer></script>"
            )
        );
        let published = include_str!("../../../tests/hosts/snippets/v1-link.html");
        assert!(link.lines().all(|line| published.contains(line)), "what was published is what is given");
        assert_eq!(wish.shortcode(), "[dument outil=\"penalites\" couleur=\"#1d4ed8\"]");
        assert!(wish.element(SITE).ends_with(
            "<dument-outil site=\"https://exemple.fr/outils/\" outil=\"penalites\" couleur=\"#1d4ed8\"></dument-outil>"
        ));
    }

    #[test]
    fn the_place_of_a_tool_in_sight_is_kept() {
        let code = Wish { at_top: true, ..Wish::default() }.link(SITE);
        assert!(code.contains("embed/v1/penalites\" style=\"display:block;min-height:1600px\">Calculer"), "{code}");
        let loader = include_str!("../../../www/embed/v1/embed.js");
        for tool in Embedded::ALL {
            assert!(loader.contains(&format!("{}: {}", tool.slug(), tool.height())), "{}", tool.slug());
        }
    }

    #[test]
    fn what_is_typed_never_leaves_its_attribute() {
        let wish = Wish { amount: "\"><script>[x]".to_owned(), colour: "\"x".to_owned(), ..Wish::default() };
        assert_eq!(wish.fragment(), "montant=%22%3E%3Cscript%3E%5Bx%5D");
        assert_eq!(wish.shortcode(), "[dument outil=\"penalites\" montant=\"&quot;>&lt;script>&#91;x&#93;\"]");
    }
}
