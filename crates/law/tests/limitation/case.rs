//! The one place that calls the API, as its JavaScript users do.

use dument_law::limitation::{Effect, Input, Limitation, MomentKind, limitation};
use dument_law::reading::{self, Given};
use dument_law::{Code, Day, Problems, Reference};
use serde::Deserialize;
use serde_json::{Value, json};

pub(crate) fn read(input: Value) -> Result<Input, Problems> {
    reading::read(&Given::deserialize(input).expect("JSON has no other forms"))
}

#[track_caller]
pub(crate) fn compute(input: Value) -> Limitation {
    limitation(&read(input).expect("the input is read"), Reference::published()).expect("the facts suffice")
}

/// The cautious last day, and the arguable one.
#[track_caller]
pub(crate) fn check(input: Value, cautious: Option<&str>, arguable: Option<&str>) -> Limitation {
    let result = compute(input);
    let text = |day: Option<Day>| day.map(|day| day.to_string());
    assert_eq!(text(result.cautious.last_day).as_deref(), cautious, "cautious\n{:#?}", result.timeline);
    assert_eq!(text(result.arguable.and_then(|term| term.last_day)).as_deref(), arguable, "arguable\n{:#?}", result.timeline);
    result
}

/// A claim between businesses, due on 16 May 2026, with these events, seen on 1 January 2035.
#[track_caller]
pub(crate) fn business(events: Value, cautious: Option<&str>) -> Limitation {
    let mut input = json!({ "asOf": "2035-01-01", "claim": "business", "dueOn": "2026-05-16" });
    input["events"] = events;
    check(input, cautious, None)
}

#[track_caller]
pub(crate) fn problems(input: Value) -> Vec<(String, String)> {
    let problems = read(input).and_then(|input| limitation(&input, Reference::published())).expect_err("the input has faults");
    let plain = |code: &Code| {
        serde_json::to_value(code).ok().and_then(|code| code.as_str().map(str::to_owned)).expect("a code is a string")
    };
    problems.all().iter().map(|problem| (plain(&problem.code), problem.field.clone())).collect()
}

pub(crate) fn codes(result: &Limitation) -> Vec<&str> {
    result.notes.iter().map(|note| note.code.as_str()).collect()
}

/// The message of a note that is there.
#[track_caller]
pub(crate) fn note<'a>(result: &'a Limitation, code: &str) -> &'a str {
    &result.notes.iter().find(|note| note.code == code).unwrap_or_else(|| panic!("no {code}: {:?}", codes(result))).message
}

/// What each event did, without the start.
pub(crate) fn effects(result: &Limitation) -> Vec<Effect> {
    let moments = result.timeline.iter();
    moments.filter(|moment| moment.kind != MomentKind::Start).map(|moment| moment.effect).collect()
}
