//! The history of a limitation: each moment, what it did, and the day it all leads to.

use std::sync::Arc;

use dument_law::limitation::{Effect, Limitation, Moment, MomentKind};
use dument_law::{Day, french};
use leptos::prelude::*;

use crate::components::why::Cited;
use crate::words;

/// A step of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    on: Day,
    /// Its number in the drawing, for a moment that is a point there.
    number: Option<usize>,
    /// How it is drawn.
    effect: &'static str,
    title: String,
    /// What it did to the date, in a few words.
    outcome: Option<String>,
    /// Why.
    message: Option<String>,
    source: Option<String>,
}

/// What a moment did, as the drawing and the words have it.
fn outcome(moment: &Moment) -> (&'static str, Option<String>) {
    let now = moment.last_day.map(french::day);
    match moment.effect {
        Effect::Starts => ("start", now.map(|day| format!("Dernier jour\u{a0}: {day}."))),
        Effect::Interrupts => {
            ("restart", Some(now.map_or("Délai interrompu.".to_owned(), |day| format!("Nouveau dernier jour\u{a0}: {day}."))))
        }
        Effect::Suspends => ("suspend", Some("Délai suspendu.".to_owned())),
        Effect::Resumes => {
            ("restart", Some(now.map_or("Délai toujours arrêté.".to_owned(), |day| format!("Dernier jour repoussé au {day}."))))
        }
        Effect::Undone => ("none", Some("Interruption effacée.".to_owned())),
        Effect::None => ("none", Some("Ne change rien au délai.".to_owned())),
        Effect::TooLate => ("late", Some("Trop tard.".to_owned())),
        Effect::Waived => ("late", Some("Le client a peut-être renoncé à la prescription.".to_owned())),
    }
}

/// The moments in order, with the day of computation and the last day among them.
fn steps(limitation: &Limitation, as_of: Day) -> Vec<Step> {
    let mut steps: Vec<Step> = limitation
        .timeline
        .iter()
        .zip(1..)
        .map(|(moment, number)| {
            let (effect, outcome) = outcome(moment);
            let title = match moment.kind {
                MomentKind::Start => "Départ du délai".to_owned(),
                MomentKind::Event(kind) => words::event(kind).to_owned(),
            };
            let (message, source) = (Some(moment.message.clone()), Some(moment.source.clone()));
            Step { on: moment.on, number: Some(number), effect, title, outcome, message, source }
        })
        .collect();
    let mark = |on, effect, title: &str| Step {
        on,
        number: None,
        effect,
        title: title.to_owned(),
        outcome: None,
        message: None,
        source: None,
    };
    steps.push(mark(as_of, "today", "Jour du calcul"));
    if let Some(last_day) = limitation.cautious.last_day {
        steps.push(mark(last_day, "end", if limitation.cautious.expired { "Fin du délai" } else { "Dernier jour pour agir" }));
    }
    steps.sort_by_key(|step| step.on);
    steps
}

/// The history, drawn as a line of moments.
#[component]
pub fn Timeline(
    /// Whose history.
    limitation: Arc<Limitation>,
    /// The day of computation.
    as_of: Day,
) -> impl IntoView {
    view! {
        <ol class="timeline">
            {steps(&limitation, as_of)
                .into_iter()
                .map(|step| {
                    view! {
                        <li data-effect=step.effect>
                            <time datetime=step.on.to_string()>{french::day(step.on)}</time>
                            <div>
                                <strong>{step.number.map(|number| format!("{number}. "))} {step.title}</strong>
                                {step.outcome.map(|outcome| view! { <p class="effect">{outcome}</p> })}
                                {step.message.map(|message| view! { <p>{message}</p> })}
                                {step.source.map(|source| view! { <Cited ids=vec![source]/> })}
                            </div>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
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

    /// A business invoice due on 16 May 2026, seen on 30 June.
    fn check(event: EventKind, on: &str, expected: &[(&str, &str)]) {
        let as_of = day("2026-06-30");
        let mut input = Input::new(as_of, ClaimKind::Business);
        input.due_on = Some(day("2026-05-16"));
        input.events = vec![Event { kind: event, on: day(on), until: None, outcome: None }];
        let limitation = limitation(&input, Reference::published()).unwrap();
        let told: Vec<(String, &str)> =
            steps(&limitation, as_of).into_iter().map(|step| (step.on.to_string(), step.effect)).collect();
        let expected: Vec<(String, &str)> = expected.iter().map(|(on, effect)| ((*on).to_owned(), *effect)).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn a_formal_notice_changes_nothing_and_an_acknowledgment_does() {
        let [start, today] = [("2026-05-16", "start"), ("2026-06-30", "today")];
        check(EventKind::FormalNotice, "2026-06-10", &[start, ("2026-06-10", "none"), today, ("2031-05-16", "end")]);
        check(EventKind::Acknowledgment, "2026-06-10", &[start, ("2026-06-10", "restart"), today, ("2031-06-10", "end")]);
    }

    #[test]
    fn proceedings_under_way_have_no_end_yet() {
        let [start, today] = [("2026-05-16", "start"), ("2026-06-30", "today")];
        check(EventKind::CourtClaim, "2026-06-10", &[start, ("2026-06-10", "restart"), today]);
    }
}
