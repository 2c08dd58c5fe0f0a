//! What a page says without JavaScript or WebAssembly: `www/by-hand/`, a file a page, its figures from the law's data.
//!
//! | placeholder | becomes |
//! |---|---|
//! | `{{law:recoveryIndemnity}}` | a figure of the law, in its unit |
//! | `{{statutory-rate}}` | the rate between professionals of the last half-year known |
//! | `{{rates}}` | the rates of the last half-years, as rows of a table |
//! | `{{figures}}` | every figure of the law, as rows of a table |
//! | `{{read-on}}` | the day on which the texts were read |

use std::fmt::Write as _;
use std::fs;
use std::iter;

use anyhow::{Context, Result, bail};
use dument_law::reference::{Row, Unit};
use dument_law::{Day, HalfYear, Money, Percent, Reference, french};
use dument_pages::Page;

use super::shell::escape;
use crate::workspace;

/// Half-years in the table of rates: as long as a claim between professionals lives.
const HALF_YEARS: usize = 10;

/// The text of a page, its placeholders not filled yet.
pub(super) fn text(page: Page) -> Result<String> {
    let name = if page == Page::Home { "accueil" } else { page.slug() };
    let path = workspace::path("www/by-hand").join(format!("{name}.html"));
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

/// What stands for a placeholder, if it is one of these.
pub(super) fn value(name: &str) -> Result<Option<String>> {
    let law = Reference::published();
    let rows = |rows: Option<String>| rows.with_context(|| format!("www/by-hand: `{name}` needs a figure that the data lack"));
    Ok(Some(match name {
        "statutory-rate" => rows(statutory(law, "refinancingRate", "statutoryMarginBusiness", law.known_until))?,
        "rates" => rows(rates(law))?,
        "figures" => figures(law),
        "read-on" => french::day(law.read_on),
        _ => match name.strip_prefix("law:") {
            Some(id) => match law.figure(id).and_then(|figure| Some((figure.unit, figure.on(law.read_on)?))) {
                Some((unit, row)) => in_words(unit, row),
                None => bail!("www/by-hand: there is no figure `{id}`"),
            },
            None => return Ok(None),
        },
    }))
}

/// « 12,40 % », « 10 points », « 5 000 € », « 5 ans ».
fn in_words(unit: Unit, row: &Row) -> String {
    let exact = row.decimal();
    let plain = french::decimal(&exact.normalize().to_string());
    let counted = |one: &str, many: &str| format!("{plain}\u{a0}{}", if row.value == "1" { one } else { many });
    match unit {
        Unit::Percent => french::percent(Percent::from(exact)),
        Unit::Euro if exact.fract().is_zero() => format!("{plain}\u{202f}€"),
        Unit::Euro => french::money(Money::round(exact)),
        Unit::Points => counted("point", "points"),
        Unit::Multiple => format!("{plain}\u{a0}fois"),
        Unit::Days => counted("jour", "jours"),
        Unit::Months => format!("{plain}\u{a0}mois"),
        Unit::Years => counted("an", "ans"),
        Unit::Employees => counted("salarié", "salariés"),
    }
}

/// A rate of the half-year of a day, with the points that the law adds to it.
fn statutory(law: &Reference, rate: &str, margin: &str, day: Day) -> Option<String> {
    let day = HalfYear::of(day).first_day();
    Some(french::percent(Percent::from(law.on(rate, day)?.decimal() + law.on(margin, day)?.decimal())))
}

/// The rates of the last half-years known, the latest first.
fn rates(law: &Reference) -> Option<String> {
    let mut rows = String::new();
    let halves = iter::successors(Some(HalfYear::of(law.known_until)), |half| Some(HalfYear::of(half.first_day().eve())));
    for half in halves.take(HALF_YEARS) {
        let day = half.first_day();
        let business = statutory(law, "refinancingRate", "statutoryMarginBusiness", day)?;
        let public = statutory(law, "refinancingRate", "statutoryMarginPublic", day)?;
        let legal = french::percent(Percent::from(law.on("legalRateBusiness", day)?.decimal()));
        // Writing to a text can't fail.
        let _ = writeln!(
            rows,
            "<tr><th scope=\"row\">{half}</th><td class=\"n\">{business}</td><td class=\"n\">{public}</td><td class=\"n\">{legal}</td></tr>"
        );
    }
    Some(rows)
}

/// Every figure in force, with its text.
fn figures(law: &Reference) -> String {
    let mut rows = String::new();
    for figure in &law.figures {
        let Some(row) = figure.on(law.read_on) else { continue };
        let text = escape(&row.reference);
        let source = law.sources.iter().find(|source| source.id == row.source);
        let linked = source
            .map_or_else(|| text.clone(), |source| format!("<a href=\"{}\" rel=\"noreferrer\">{text}</a>", escape(&source.url)));
        let _ = writeln!(
            rows,
            "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td>{}</td><td>{linked}</td></tr>",
            escape(&figure.label),
            in_words(figure.unit, row),
            french::short_day(row.from),
        );
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(name: &str) -> String {
        value(name).unwrap().unwrap()
    }

    #[test]
    fn figures_come_from_the_data() {
        assert_eq!(filled("law:recoveryIndemnity"), "40\u{202f}€");
        assert_eq!(filled("law:limitationCarriage"), "1\u{a0}an");
        assert_eq!(filled("law:statutoryMarginBusiness"), "10\u{a0}points");
        assert_eq!(filled("statutory-rate"), "12,40\u{a0}%");
        assert!(filled("rates").starts_with("<tr><th scope=\"row\">2e\u{a0}semestre 2026</th><td class=\"n\">12,40\u{a0}%</td>"));
        assert_eq!(filled("rates").lines().count(), HALF_YEARS);
        assert!(filled("figures").lines().count() > 100);
    }

    #[test]
    fn a_figure_that_is_not_there_stops_the_build() {
        assert!(value("law:nothing").unwrap_err().to_string().contains("`nothing`"));
        assert!(value("else").unwrap().is_none());
    }

    #[test]
    fn every_page_has_its_text() {
        for page in Page::ALL {
            let text = text(page).unwrap();
            assert!(["<p", "<dl"].iter().any(|said| text.contains(said)), "{}", page.name());
        }
    }
}
