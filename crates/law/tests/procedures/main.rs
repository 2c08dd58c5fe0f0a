//! The choice of a procedure, seen from outside: published cases, deadlines, reachability, properties.

#![allow(clippy::unwrap_used, reason = "a test that can’t go on fails where it stands")]
#![allow(clippy::needless_pass_by_value, reason = "facts are written where they are used")]

mod cases;
mod costs;
mod courts;
mod deadlines;
mod domain;
mod helpers;
mod input;
mod ladder;
mod lapsed;
mod past;
mod properties;
mod reach;
mod reasons;
mod steps;
mod titled;
mod unknowns;

use dument_law::procedures::{Guidance, OptionId, RouteOption, Status, procedures};
use dument_law::reading::{self, Given};
use dument_law::{Problems, Reference};
use serde::Deserialize;
use serde_json::{Value, json};

/// A company owed 1 850,00 EUR by a company in France since 8 October 2026, seen on 22 November 2026 (45 days late),
/// uncontested, nothing done yet; `changes` replaces what differs, field by field.
fn facts(changes: Value) -> Value {
    let mut facts = json!({
        "asOf": "2026-11-22", "amount": "1850.00", "performedOn": "2026-09-08", "dueOn": "2026-10-08",
        "creditor": { "kind": "company" }, "debtor": { "kind": "company", "place": "france" },
        "contested": "no", "basis": "contract",
    });
    merge(&mut facts, changes);
    facts
}

/// Replaces fields, and removes those that are `null`.
fn merge(base: &mut Value, changes: Value) {
    let (Value::Object(base), Value::Object(changes)) = (base, changes) else { return };
    for (key, value) in changes {
        if value.is_null() {
            base.remove(&key);
        } else if value.is_object() && base.get(&key).is_some_and(Value::is_object) {
            merge(base.get_mut(&key).unwrap(), value);
        } else {
            base.insert(key, value);
        }
    }
}

fn ask(facts: Value) -> Result<Guidance, Problems> {
    let given = Given::deserialize(&facts).expect("JSON has no other forms");
    reading::answer(&given, |input| procedures(input, Reference::published()))
}

#[track_caller]
fn guide(changes: Value) -> Guidance {
    ask(facts(changes)).unwrap()
}

fn option(guidance: &Guidance, id: OptionId) -> &RouteOption {
    guidance.options.iter().find(|option| option.id == id).unwrap()
}

fn status(guidance: &Guidance, id: OptionId) -> Status {
    option(guidance, id).status
}

/// The plan as `(option, day)` in the words of the JavaScript API.
fn plan(guidance: &Guidance) -> Vec<(String, String)> {
    let words = |value: Value| value.as_str().unwrap_or_default().to_owned();
    let step = |step: &dument_law::procedures::Step| {
        (words(serde_json::to_value(step.option).unwrap()), words(serde_json::to_value(step.on).unwrap()))
    };
    guidance.plan.iter().map(step).collect()
}

#[track_caller]
fn check_plan(changes: Value, expected: &[(&str, &str)]) -> Guidance {
    let guidance = guide(changes);
    let expected: Vec<_> = expected.iter().map(|(option, on)| ((*option).to_owned(), (*on).to_owned())).collect();
    assert_eq!(plan(&guidance), expected);
    guidance
}

fn has_note(guidance: &Guidance, code: &str) -> bool {
    guidance.notes.iter().any(|note| note.code == code)
}
