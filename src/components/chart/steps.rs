//! Rates over the years: each holds until the next.

use dument_law::reference::{Figure, Row};
use dument_law::{Day, Percent, french};
use leptos::prelude::*;

use super::frame::{Frame, Framed};

/// A rate in hundredths of a percent.
fn hundredths(row: &Row) -> i64 {
    let mut rate = row.decimal();
    rate.rescale(2);
    i64::try_from(rate.mantissa()).unwrap_or(i64::MAX)
}

/// The line of a figure, in the words of an SVG path.
fn path(figure: &Figure, frame: Frame, from: Day, to: Day) -> String {
    let mut path = String::new();
    for row in figure.rows.iter().filter(|row| row.from <= to) {
        let (x, y) = (frame.x(row.from.max(from)), frame.y(hundredths(row)));
        // A row that ends before the frame begins is covered by the next one.
        path = if row.from <= from { format!("M{x} {y}") } else { format!("{path}H{x}V{y}") };
    }
    format!("{path}H{}", frame.x(to))
}

/// Several rates, drawn as steps, each with its dash and its name.
#[component]
pub fn StepChart(
    /// What is shown.
    title: String,
    /// The rates.
    figures: Vec<Figure>,
    /// The first day drawn.
    from: Day,
    /// The last day drawn.
    to: Day,
    /// The day of computation.
    today: Day,
    /// The same figures as a table.
    children: Children,
) -> impl IntoView {
    let highest = figures.iter().flat_map(|figure| &figure.rows).filter(|row| row.from <= to).map(hundredths).max().unwrap_or(0);
    let frame = Frame::new(from, to, highest);
    let now: Vec<String> = figures
        .iter()
        .filter_map(|figure| {
            let rate = Percent::from(figure.on(to)?.decimal());
            Some(format!("{}\u{a0}: {}", figure.label, french::percent(rate)))
        })
        .collect();
    let label = format!("{title}. Au {}\u{a0}: {}.", french::day(to), now.join("\u{202f}; "));
    let lines = figures
        .iter()
        .zip(1..)
        .map(|(figure, n)| view! { <path class=format!("line series-{n}") d=path(figure, frame, from, to)></path> })
        .collect_view();
    let names = figures
        .iter()
        .zip(1..)
        .map(|(figure, n)| view! { <li class=format!("series-{n}")>{figure.label.clone()}</li> })
        .collect_view();
    view! {
        <figure class="chart">
            <figcaption>{title}</figcaption>
            <Framed frame label print=|figure| format!("{}\u{a0}%", figure / 100) today>
                {lines}
            </Framed>
            <ul class="legend">{names}</ul>
            <details class="why">
                <summary>"Les chiffres de ce graphique"</summary>
                {children()}
            </details>
        </figure>
    }
}

#[cfg(test)]
mod tests {
    use dument_law::Reference;

    use super::*;

    #[test]
    fn a_rate_is_drawn_as_steps_without_a_gap() {
        let (from, to): (Day, Day) = ("2025-01-01".parse().unwrap(), "2026-12-31".parse().unwrap());
        let figure = Reference::published().figure("legalRateBusiness").unwrap();
        let frame = Frame::new(from, to, 500);
        let drawn = path(figure, frame, from, to);
        // 3,71 %, 2,76 %, 2,62 %, then 2,75 %: one start, three steps, and the last one held to the end.
        let (first, rest) = drawn.split_at(drawn.find('H').unwrap());
        assert_eq!(first, format!("M{} {}", frame.x(from), frame.y(371)));
        assert_eq!((rest.matches('H').count(), rest.matches('V').count()), (4, 3));
        assert!(rest.ends_with(&format!("V{}H{}", frame.y(275), frame.x(to))), "{rest}");
    }
}
