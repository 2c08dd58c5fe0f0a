//! How much of a period has run, drawn as a bar.

use dument_law::french;
use dument_law::limitation::Term;
use dument_law::Day;
use leptos::prelude::*;

/// The days from which the end of a period counts as near.
pub const SOON: i64 = 92;

/// The style of a date to act by: lost, soon or neither.
#[must_use]
pub fn urgency(term: &Term) -> &'static str {
    match term.days_left {
        _ if term.expired => "lost",
        Some(left) if left <= SOON => "soon",
        _ => "",
    }
}

/// What is left until a day, in the unit one thinks in.
#[must_use]
pub fn time_left(as_of: Day, last_day: Day) -> String {
    let days = last_day.days_since(as_of);
    let months = (1..).take_while(|months| as_of.plus_months(*months) <= last_day).last().unwrap_or(0);
    let (years, rest) = (i64::from(months / 12), i64::from(months % 12));
    let years_in_words = french::count(years, "an", "ans");
    match (days, years, rest) {
        (0, ..) => "c’est aujourd’hui".to_owned(),
        (1..=SOON, ..) => format!("il reste {}", french::count(days, "jour", "jours")),
        (_, 0, _) => format!("il reste {rest}\u{a0}mois"),
        (_, _, 0) => format!("il reste {years_in_words}"),
        _ => format!("il reste {years_in_words} et {rest}\u{a0}mois"),
    }
}

/// A bar from the start of a period to its last day.
#[component]
pub fn Meter(
    /// The day of computation.
    as_of: Day,
    /// The period.
    term: Term,
) -> impl IntoView {
    let last_day = term.last_day?;
    let whole = last_day.days_since(term.starts_on).max(1);
    let run = as_of.days_since(term.starts_on).clamp(0, whole);
    // Tenths of a percent of the bar's width, in whole numbers.
    let width = (run * 1000 / whole).to_string();
    let left = if term.expired { "délai écoulé".to_owned() } else { time_left(as_of, last_day) };
    let label = format!("{run} jours écoulés sur {whole}");
    Some(view! {
        <figure class=format!("meter {}", urgency(&term))>
            <svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label=label>
                <rect class="meter-track" width="1000" height="10"></rect>
                <rect class="meter-value" width=width height="10"></rect>
            </svg>
            <figcaption>
                <span>{french::day(term.starts_on)}</span>
                <span>{left}</span>
                <span>{french::day(last_day)}</span>
            </figcaption>
        </figure>
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_left() {
        let left = |from: &str, to: &str| time_left(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(left("2026-06-30", "2031-05-16"), "il reste 4\u{a0}ans et 10\u{a0}mois");
        assert_eq!(left("2026-06-30", "2027-06-30"), "il reste 1\u{a0}an");
        assert_eq!(left("2026-06-30", "2026-12-30"), "il reste 6\u{a0}mois");
        assert_eq!(left("2026-06-30", "2026-07-01"), "il reste 1\u{a0}jour");
        assert_eq!(left("2026-06-30", "2026-06-30"), "c’est aujourd’hui");
    }
}
