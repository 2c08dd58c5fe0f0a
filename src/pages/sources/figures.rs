//! The figures of a theme: what each is, since when, which text says so, and how sure it is.

use dument_law::reference::{Figure, Row, Unit};
use dument_law::{Money, Percent, french};
use dument_letters::{period, typography};
use leptos::prelude::*;

use crate::address::use_address;
use crate::components::gradual::{Size, in_turn};
use crate::components::link::SourceLink;
use crate::reference;

/// Above so many values, only the one in force is shown at first.
const FEW: usize = 3;

/// The value in its unit: « 12,40 % », « 10 points », « 5 000 € », « 6 mois ».
#[must_use]
pub fn value(unit: Unit, row: &Row) -> String {
    let exact = row.decimal();
    let plain = french::decimal(&exact.normalize().to_string());
    // French counts up to two, not included, as one.
    let singular = Percent::from(exact) < Percent::from_hundredths(200);
    let counted = |one: &str, many: &str| format!("{plain}\u{a0}{}", if singular { one } else { many });
    match unit {
        Unit::Percent => french::percent(Percent::from(exact)),
        Unit::Euro if exact.fract().is_zero() => format!("{plain}\u{202f}€"),
        Unit::Euro => french::money(Money::round(exact)),
        Unit::Points => counted("point", "points"),
        Unit::Multiple => counted("fois", "fois"),
        Unit::Days => counted("jour", "jours"),
        Unit::Months => counted("mois", "mois"),
        Unit::Years => counted("an", "ans"),
        Unit::Employees => counted("salarié", "salariés"),
    }
}

/// The days on which a value holds: until the next one, where nothing else is said.
#[must_use]
pub fn validity(figure: &Figure, row: &Row) -> String {
    let next = figure.rows.iter().find(|other| other.from > row.from).map(|other| other.from.eve());
    match row.until.or(next) {
        Some(until) => period(row.from, until),
        None => match figure.known_until {
            Some(known_until) => format!("depuis le {}, connu jusqu’au {}", french::day(row.from), french::day(known_until)),
            None => format!("depuis le {}", french::day(row.from)),
        },
    }
}

/// Whether a figure, its text or its notes hold every word looked for, accents and capitals aside.
#[must_use]
pub fn matches(figure: &Figure, looked_for: &str) -> bool {
    let reference = reference::in_use();
    let mut texts = vec![figure.label.as_str()];
    for row in &figure.rows {
        texts.extend([row.reference.as_str(), row.note.as_deref().unwrap_or_default()]);
        texts.extend(reference.sources.iter().filter(|source| source.id == row.source).map(|source| source.title.as_str()));
    }
    holds(&texts, looked_for)
}

/// Whether texts hold every word looked for, accents and capitals aside.
#[must_use]
pub fn holds(texts: &[&str], looked_for: &str) -> bool {
    let text = folded(&texts.join(" "));
    folded(looked_for).split_whitespace().all(|word| text.contains(word))
}

/// A text without its accents and capitals.
fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        '’' => '\'',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}

/// The figures as a table.
#[component]
pub fn FiguresTable(
    /// What they are about.
    title: &'static str,
    /// The figures.
    figures: Memo<Vec<Figure>>,
) -> impl IntoView {
    // A figure is another one in a newer edition, and where what is looked for leaves one end of its range.
    let named = |entry: &Entry| (entry.figure.id.clone(), entry.most.is_some(), reference::in_use().read_on);
    view! {
        <div class="frame">
            <table class="statement" role="table">
                <caption class="visually-hidden">{title}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">"Règle"</th>
                        <th role="columnheader" scope="col">"Validité"</th>
                        <th role="columnheader" scope="col">"Texte"</th>
                        <th role="columnheader" scope="col" class="n">"Valeur"</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || figures.with(|figures| entries(figures)) key=named let:entry>
                        {in_turn(Size::Row, move || view! { <FigureRows entry/> })}
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// A figure, or the least and the most of one that has a range.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    figure: Figure,
    most: Option<Figure>,
}

/// The figures, with the two ends of a range as one: the data gives them as `…Min` and `…Max`.
fn entries(figures: &[Figure]) -> Vec<Entry> {
    let single = |figure: &&Figure| figure.rows.len() == 1;
    let named = |id: String| figures.iter().filter(single).find(|figure| figure.id == id);
    figures
        .iter()
        .filter(|figure| figure.id.strip_suffix("Max").and_then(|stem| named(format!("{stem}Min"))).is_none())
        .map(|figure| {
            let most = figure.id.strip_suffix("Min").and_then(|stem| named(format!("{stem}Max")));
            Entry { figure: figure.clone(), most: most.cloned() }
        })
        .collect()
}

impl Entry {
    /// What it is; of a range, what both ends are.
    fn label(&self) -> String {
        let whole = &self.figure.label;
        let common = self.most.as_ref().and_then(|_| whole.rsplit_once(':')).map(|(common, _)| common.trim_end());
        typography::set(common.unwrap_or(whole))
    }

    /// « 5 000 € », « de 100 € à 200 € »
    fn value(&self, row: &Row) -> String {
        let least = value(self.figure.unit, row);
        let most = self.most.as_ref().and_then(|most| Some(value(most.unit, most.last()?)));
        most.filter(|most| *most != least).map_or(least.clone(), |most| format!("de {least} à {most}"))
    }
}

/// The values of a figure: all of a few; of many the one in force, the others on demand.
#[component]
fn FigureRows(entry: Entry) -> impl IntoView {
    let address = use_address();
    let figure = &entry.figure;
    if figure.rows.len() <= FEW {
        let rows = figure.rows.iter().map(|row| view! { <ValueRow entry=entry.clone() row=row.clone()/> }).collect_view();
        return rows.into_any();
    }
    let first = figure.rows.first().map(|row| row.from.year()).unwrap_or_default();
    let past = figure.rows.iter().rev().map(|row| view! { <PastValue figure=figure.clone() row=row.clone()/> }).collect_view();
    let label = entry.label();
    let in_force = move || {
        let row = entry.figure.on(address.as_of()).or_else(|| entry.figure.last()).cloned();
        row.map(|row| view! { <ValueRow entry=entry.clone() row/> })
    };
    view! {
        {in_force}
        <tr class="why-row" role="row">
            <td role="cell" colspan="4">
                <details class="why">
                    <summary>
                        {format!("Toutes les valeurs depuis {first}")} <span class="visually-hidden">{format!("\u{a0}: {label}")}</span>
                    </summary>
                    <dl class="definitions">{past}</dl>
                </details>
            </td>
        </tr>
    }
    .into_any()
}

/// A value with its text.
#[component]
fn ValueRow(entry: Entry, row: Row) -> impl IntoView {
    let validity = validity(&entry.figure, &row);
    let value = entry.value(&row);
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {entry.label()} {row.uncertain.then(|| view! { " " <span class="tag soon">"à confirmer"</span> })}
                {row.note.as_deref().map(|note| view! { <p class="hint">{typography::set(note)}</p> })}
            </th>
            <td role="cell" data-label="Validité">{validity}</td>
            <td role="cell"><Text row/></td>
            <td role="cell" class="n">{value}</td>
        </tr>
    }
}

/// A value that has been replaced, or the list's last.
#[component]
fn PastValue(figure: Figure, row: Row) -> impl IntoView {
    let validity = validity(&figure, &row);
    let value = value(figure.unit, &row);
    view! {
        <div>
            <dt>{value} {row.uncertain.then(|| view! { " " <span class="tag soon">"à confirmer"</span> })}</dt>
            <dd>{validity} ". " <Text row/></dd>
        </div>
    }
}

/// The text that sets a value, and where it was read when that is another one.
#[component]
fn Text(row: Row) -> impl IntoView {
    let source = reference::in_use().cited([row.source.as_str()]).into_iter().next()?;
    let reference = typography::set(&row.reference);
    let (before, title) = if row.reference.starts_with(&source.title) {
        (None, reference)
    } else {
        (Some(format!("{reference}. Lu\u{a0}: ")), source.title)
    };
    Some(view! { <span class="source">{before} <SourceLink url=source.url title/></span> })
}

#[cfg(test)]
mod tests {
    use dument_law::Reference;

    use super::*;

    fn spaced(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn prints_values_in_their_unit() {
        let reference = Reference::published();
        for (id, printed) in [
            ("refinancingRate", "2,65 %"),
            ("statutoryMarginBusiness", "10 points"),
            ("floorMultiple", "3 fois"),
            ("recoveryIndemnity", "40 €"),
            ("limitationBusiness", "5 ans"),
            ("limitationCarriage", "1 an"),
            ("limitationCheque", "6 mois"),
            ("chequePresentationFrance", "8 jours"),
            ("officerServiceFee", "25,79 €"),
            ("justiceContributionEmployees", "250 salariés"),
            ("officerCoefficientLow", "0,5 fois"),
        ] {
            let figure = reference.figure(id).unwrap();
            assert_eq!(spaced(&value(figure.unit, figure.last().unwrap())), printed, "{id}");
        }
    }

    #[test]
    fn the_two_ends_of_a_range_are_one() {
        let reference = Reference::published();
        let entries = entries(&reference.figures);
        assert!(entries.iter().all(|entry| !entry.figure.id.ends_with("Max")), "each has its least");
        let online = entries.iter().find(|entry| entry.figure.id == "onlineServiceMin").unwrap();
        assert_eq!(spaced(&online.label()), "Service en ligne, un acte");
        assert_eq!(spaced(&online.value(online.figure.last().unwrap())), "de 20 € à 150 €");
    }

    #[test]
    fn a_value_holds_until_the_next() {
        let legal = Reference::published().figure("legalRateBusiness").unwrap();
        let on = |day: &str| spaced(&validity(legal, legal.on(day.parse().unwrap()).unwrap()));
        assert_eq!(on("2026-03-01"), "du 1er janvier au 30 juin 2026");
        assert_eq!(on("2026-12-01"), "depuis le 1er juillet 2026, connu jusqu’au 31 décembre 2026");
    }

    #[test]
    fn looks_for_words_without_their_accents() {
        let reference = Reference::published();
        let found = |looked_for: &str| reference.figures.iter().filter(|figure| matches(figure, looked_for)).count();
        assert_eq!(found(""), reference.figures.len());
        assert!(found("demenagement") > 0);
        assert!(found("L441-10") > 0);
        assert_eq!(found("chèque présentation"), found("PRESENTATION cheque"));
        assert_eq!(found("xyzzy"), 0);
    }
}
