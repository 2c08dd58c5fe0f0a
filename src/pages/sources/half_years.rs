//! The half-yearly rates over the years, drawn, with their table.

use dument_law::reference::Figure;
use dument_law::{Day, HalfYear, Percent, french};
use dument_letters::period;
use leptos::prelude::*;

use crate::address::use_address;
use crate::components::chart::steps::StepChart;
use crate::reference;

/// The first days of the half-years that all figures know, the latest first.
fn half_years(figures: &[Figure]) -> Vec<Day> {
    let Some(first_known) = figures.iter().filter_map(|figure| figure.rows.first()).map(|row| row.from).max() else {
        return Vec::new();
    };
    let last = reference::in_use().known_until;
    let all = std::iter::successors(Some(HalfYear::of(first_known)), |half| Some(half.next()));
    let mut days: Vec<Day> =
        all.map(HalfYear::first_day).skip_while(|day| *day < first_known).take_while(|day| *day <= last).collect();
    days.reverse();
    days
}

/// The rates that change, as steps over the years they share.
#[component]
pub fn RatesChart(
    /// The rates.
    figures: Memo<Vec<Figure>>,
) -> impl IntoView {
    let address = use_address();
    move || figures.with(|figures| drawn(figures, address.as_of()))
}

fn drawn(figures: &[Figure], today: Day) -> Option<impl IntoView + use<>> {
    let days = half_years(figures);
    let from = *days.last()?;
    let to = reference::in_use().known_until;
    let rate = |figure: &Figure, day: Day| figure.on(day).map(|row| french::percent(Percent::from(row.decimal())));
    let heads = figures
        .iter()
        .map(|figure| view! { <th role="columnheader" scope="col" class="n">{figure.label.clone()}</th> })
        .collect_view();
    let rows = days
        .iter()
        .map(|day| {
            let cells = figures
                .iter()
                .map(|figure| view! { <td role="cell" class="n" data-label=figure.label.clone()>{rate(figure, *day)}</td> })
                .collect_view();
            view! { <tr role="row"><th scope="row" role="rowheader">{period(*day, HalfYear::of(*day).last_day())}</th>{cells}</tr> }
        })
        .collect_view();
    Some(view! {
        <StepChart title=format!("Les taux depuis {}", from.year()) figures=figures.to_vec() from to today>
            <p>"Le taux en vigueur au premier jour d’un semestre vaut, entre professionnels, pour tout le semestre."</p>
            <div class="frame">
                <table class="statement" role="table">
                    <caption class="visually-hidden">"Taux au premier jour de chaque semestre"</caption>
                    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">"Semestre"</th>{heads}</tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        </StepChart>
    })
}

#[cfg(test)]
mod tests {
    use dument_law::Reference;

    use super::*;

    #[test]
    fn half_years_are_those_that_every_rate_knows() {
        let figures: Vec<Figure> =
            Reference::published().figures.iter().filter(|figure| figure.known_until.is_some()).cloned().collect();
        let days = half_years(&figures);
        assert_eq!(days.first().unwrap().to_string(), "2026-07-01");
        assert_eq!(days.last().unwrap().to_string(), "2013-01-01");
        assert!(days.iter().all(|day| figures.iter().all(|figure| figure.on(*day).is_some())));
    }
}
