//! The limitation drawn to scale: what has run, what each event did, where the last day went and stands.

use std::sync::Arc;

use dument_law::limitation::{Effect, Limitation, Moment};
use dument_law::{Day, french};
use leptos::prelude::*;

use super::frame::{Frame, WIDTH};

/// Where things stand, in the drawing's own units.
const HEIGHT: i64 = 150;
const LINE: i64 = 72;
const ARGUABLE_LINE: i64 = 104;

/// Closer than this, two numbers would touch: the second goes one row up.
const APART: i64 = 22;

/// How high above the line each number stands, by its row.
const ROWS: [i64; 3] = [18, 36, 54];

/// The rows of the numbers, from the places of their points: each in the first row where it touches none.
fn rows(places: &[i64]) -> Vec<usize> {
    let mut last = [i64::MIN / 2; ROWS.len()];
    places
        .iter()
        .map(|x| {
            let free = last.iter().position(|before| x - before >= APART).unwrap_or(ROWS.len() - 1);
            last[free] = *x;
            free
        })
        .collect()
}

/// The spans during which the period stood still: from each suspension to what ended it, or to the end of the drawing.
fn suspended(timeline: &[Moment], end: Day) -> Vec<(Day, Day)> {
    let suspends = timeline.iter().enumerate().filter(|(_, moment)| moment.effect == Effect::Suspends);
    suspends
        .map(|(i, moment)| {
            let resumed = timeline[i..].iter().find(|later| later.effect == Effect::Resumes);
            (moment.on, resumed.map_or(end, |later| later.on))
        })
        .collect()
}

/// The last days that events put off, each once.
fn put_off(limitation: &Limitation) -> Vec<Day> {
    let now = limitation.cautious.last_day;
    let mut days: Vec<Day> =
        limitation.timeline.iter().filter_map(|moment| moment.last_day).filter(|day| Some(*day) != now).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// A limitation as a line of time; the list that follows on the page says the same in words.
#[component]
pub fn LimitationDrawing(
    /// What is drawn.
    limitation: Arc<Limitation>,
    /// The day of computation.
    as_of: Day,
) -> impl IntoView {
    let start = limitation.timeline.first()?.on;
    let cautious_end = limitation.cautious.last_day;
    let arguable_end = limitation.arguable.and_then(|term| term.last_day);
    let days = || limitation.timeline.iter().map(|moment| moment.on).chain([as_of]);
    let from = days().chain([limitation.cautious.starts_on]).min().unwrap_or(start);
    let to = days().chain(cautious_end).chain(arguable_end).chain(put_off(&limitation)).max()?;
    let frame = Frame::new(from, to, 1).of_height(HEIGHT);
    let x = |day: Day| frame.x(day).to_string();

    let places: Vec<i64> = limitation.timeline.iter().map(|moment| frame.x(moment.on)).collect();
    let points = limitation
        .timeline
        .iter()
        .zip(rows(&places))
        .zip(1..)
        .map(|((moment, row), number)| view! { <Point moment=moment.clone() x=frame.x(moment.on) row number/> })
        .collect_view();
    let stopped = suspended(&limitation.timeline, cautious_end.unwrap_or(to))
        .into_iter()
        .map(|(from, to)| view! { <line class="suspended" x1=x(from) x2=x(to) y1=LINE.to_string() y2=LINE.to_string()></line> })
        .collect_view();
    let left_behind = put_off(&limitation)
        .into_iter()
        .map(|day| view! { <Square at=frame.x(day) y=LINE class="ghost" title=format!("Ancien dernier jour\u{a0}: {}", french::day(day))/> })
        .collect_view();
    let end = cautious_end.map(|day| {
        view! {
            <Square at=frame.x(day) y=LINE class="point end" title=format!("Dernier jour\u{a0}: {}", french::day(day))/>
            <text class="label" x=(frame.x(day) + 6).to_string() y=(LINE - 14).to_string() text-anchor="end">
                {french::short_day(day)}
            </text>
        }
    });
    let arguable = arguable_end.zip(limitation.arguable).map(|(day, term)| {
        let y = ARGUABLE_LINE.to_string();
        view! {
            <line class="axis" x1=x(term.starts_on) x2=x(day) y1=y.clone() y2=y></line>
            <Square at=frame.x(day) y=ARGUABLE_LINE class="point" title=format!("Date défendable\u{a0}: {}", french::day(day))/>
        }
    });
    let has_arguable = arguable.is_some();
    let marks = frame
        .marks()
        .into_iter()
        .map(|(x, anchor, mark)| view! { <text x=x.to_string() y=(HEIGHT - 8).to_string() text-anchor=anchor>{mark}</text> })
        .collect_view();
    let line_end = cautious_end.unwrap_or(to);
    let label = format!(
        "Frise du {} au {}\u{a0}: {}, jour du calcul le {}. La liste qui suit dit la même chose.",
        french::day(from),
        french::day(to),
        french::count(i64::try_from(limitation.timeline.len()).unwrap_or(i64::MAX), "moment", "moments"),
        french::day(as_of)
    );
    Some(view! {
        <figure class="chart limitation-drawing">
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=label>
                <g class="ticks">{marks}</g>
                <line class="axis" x1=x(limitation.cautious.starts_on.min(start)) x2=x(line_end) y1=LINE.to_string() y2=LINE.to_string()></line>
                <line class="past" x1=x(start) x2=x(as_of.min(line_end)) y1=LINE.to_string() y2=LINE.to_string()></line>
                {stopped}
                {arguable}
                <line class="today" x1=x(as_of) x2=x(as_of) y1="8" y2=(HEIGHT - 28).to_string()>
                    <title>{format!("Jour du calcul\u{a0}: {}", french::day(as_of))}</title>
                </line>
                {left_behind}
                {end}
                {points}
            </svg>
            <figcaption>
                "Les numéros renvoient à la liste. Trait plein épais\u{a0}: le temps écoulé\u{202f}; trait vertical\u{a0}: le jour du calcul\u{202f}; \
                 carré plein\u{a0}: le dernier jour\u{202f}; carré vide\u{a0}: un ancien dernier jour, repoussé depuis."
                {has_arguable.then_some(" La ligne du dessous\u{a0}: l’autre lecture, défendable.")}
            </figcaption>
        </figure>
    })
}

/// A moment on the line, drawn by what it did, with the number it has in the list.
#[component]
fn Point(moment: Moment, x: i64, row: usize, number: usize) -> impl IntoView {
    let shape = match moment.effect {
        Effect::Starts | Effect::Interrupts | Effect::Resumes => {
            view! { <circle class="point restart" cx=x.to_string() cy=LINE.to_string() r="6"></circle> }.into_any()
        }
        Effect::Suspends => {
            let d = format!("M{x} {}l7 7l-7 7l-7 -7Z", LINE - 7);
            view! { <path class="point" d=d></path> }.into_any()
        }
        Effect::None | Effect::Undone => {
            let d = format!("M{} {}l8 -8", x - 4, LINE + 4);
            view! {
                <circle class="point" cx=x.to_string() cy=LINE.to_string() r="6"></circle>
                <path class="stroke" d=d></path>
            }
            .into_any()
        }
        Effect::TooLate | Effect::Waived => {
            let d = format!("M{} {}l12 12m0 -12l-12 12", x - 6, LINE - 6);
            view! { <path class="stroke late" d=d></path> }.into_any()
        }
    };
    let y = LINE - ROWS.get(row).copied().unwrap_or_default();
    view! {
        {shape}
        <text class="label" x=x.to_string() y=(y + 4).to_string() text-anchor="middle">
            {number}
        </text>
    }
}

/// A square: a last day.
#[component]
fn Square(at: i64, y: i64, class: &'static str, title: String) -> impl IntoView {
    view! {
        <rect class=class x=(at - 6).to_string() y=(y - 6).to_string() width="12" height="12">
            <title>{title}</title>
        </rect>
    }
}

#[cfg(test)]
mod tests {
    use dument_law::limitation::{ClaimKind, Input, limitation};
    use dument_law::{Event, EventKind, Reference};

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn case(events: &[(EventKind, &str, Option<&str>)]) -> Limitation {
        let mut input = Input::new(day("2026-11-22"), ClaimKind::Business);
        input.due_on = Some(day("2026-05-16"));
        input.events = events
            .iter()
            .map(|(kind, on, until)| Event { kind: *kind, on: day(on), until: until.map(day), outcome: None })
            .collect();
        limitation(&input, Reference::published()).unwrap()
    }

    #[test]
    fn numbers_that_would_touch_are_staggered() {
        assert_eq!(rows(&[56, 60, 70, 80, 300]), [0, 1, 2, 0, 0]);
    }

    #[test]
    fn the_last_days_left_behind_are_drawn() {
        let limitation = case(&[(EventKind::Acknowledgment, "2026-09-20", None)]);
        assert_eq!(put_off(&limitation), [day("2031-05-16")]);
        assert_eq!(limitation.cautious.last_day, Some(day("2031-09-20")));
    }

    #[test]
    fn a_suspension_lasts_until_it_ends() {
        let limitation = case(&[(EventKind::Mediation, "2026-07-01", Some("2026-09-01"))]);
        assert_eq!(suspended(&limitation.timeline, day("2031-05-16")), [(day("2026-07-01"), day("2026-09-01"))]);
        let pending = case(&[(EventKind::Mediation, "2026-07-01", None)]);
        assert_eq!(suspended(&pending.timeline, day("2026-11-22")), [(day("2026-07-01"), day("2026-11-22"))]);
    }
}
