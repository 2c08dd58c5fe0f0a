//! From a plain value to facts: every fault of an input at once, each at its place.
//!
//! A type says how it is read by [`Read`], mostly derived. A fault doesn't end the reading: it is noted, and something
//! stands in for what was wrong, so that what the input *means* can be checked in the same go ([`answer`]).

mod given;
mod json;
mod plain;

use std::borrow::Cow;

pub use dument_derive::Read;
pub use given::Given;

use crate::problem::Problem;
use crate::{Code, Problems};

/// What can be read from an input.
pub trait Read: Sized {
    /// Reads it, or notes what is wrong. Nothing where no value could be made; a value may be made, and faults noted.
    fn read(given: &Given<'_>, reading: &mut Reading) -> Option<Self>;

    /// What a field left out means, where its absence means something.
    #[must_use]
    fn left_out() -> Option<Self> {
        None
    }

    /// What takes the place of a faulty item's value, so that the reading can go on: it never reaches a result.
    #[must_use]
    fn stand_in() -> Option<Self> {
        None
    }
}

/// A reading under way: where it stands, and what was wrong so far.
#[derive(Debug, Default)]
pub struct Reading {
    path: String,
    problems: Vec<Problem>,
    /// Where something stands in for what was given: what that means there says nothing of the input.
    stood_in: Vec<String>,
    /// Whether something stands in for a fact of the input as a whole: most of what it means rests on that.
    incomplete: bool,
}

/// The fields of an object.
pub type Fields<'g, 'a> = &'g [(Cow<'a, str>, Given<'a>)];

impl Reading {
    /// The fields of an object that may have these names and no other.
    pub fn fields<'g, 'a>(&mut self, given: &'g Given<'a>, names: &[&str]) -> Option<Fields<'g, 'a>> {
        let Given::Fields(fields) = given else {
            self.wrong_type("un objet");
            return None;
        };
        for (name, _) in fields {
            if !names.contains(&name.as_ref()) {
                let message =
                    format!("Le champ «\u{a0}{name}\u{a0}» n’existe pas ici. Champs possibles\u{a0}: {}.", listed(names));
                self.problem_at(name, Code::UnknownField, message);
            }
        }
        Some(fields)
    }

    /// A field that must be there, unless its absence means something.
    pub fn required<T: Read>(&mut self, fields: Fields<'_, '_>, name: &str) -> Option<T> {
        let Some(given) = find(fields, name) else {
            return T::left_out().or_else(|| {
                self.missing(name);
                self.stand_in(name)
            });
        };
        let outer = self.enter(name);
        let read = T::read(given, self);
        self.path.truncate(outer);
        read.or_else(|| self.stand_in(name))
    }

    /// A field that may be left out.
    pub fn optional<T: Read + Default>(&mut self, fields: Fields<'_, '_>, name: &str) -> Option<T> {
        let Some(given) = find(fields, name) else { return Some(T::default()) };
        let outer = self.enter(name);
        let read = T::read(given, self);
        if read.is_none() {
            self.stood_in.push(self.path.clone());
        }
        self.path.truncate(outer);
        Some(read.unwrap_or_default())
    }

    /// Which of these names a text is.
    pub fn choice(&mut self, given: &Given<'_>, names: &[&str]) -> Option<usize> {
        let text = self.text(given, "")?;
        let index = names.iter().position(|name| *name == text);
        if index.is_none() {
            let possible = listed(names);
            self.problem(
                Code::UnknownValue,
                format!("«\u{a0}{text}\u{a0}» n’est pas une valeur possible. Valeurs possibles\u{a0}: {possible}."),
            );
        }
        index
    }

    /// Which of these kinds an object is of, by the field that tells.
    pub fn tag(&mut self, given: &Given<'_>, tag: &str, kinds: &[&str]) -> Option<usize> {
        let Given::Fields(fields) = given else {
            self.wrong_type("un objet");
            return None;
        };
        let Some(kind) = find(fields, tag) else {
            self.missing(tag);
            return None;
        };
        let outer = self.enter(tag);
        let index = self.choice(kind, kinds);
        self.path.truncate(outer);
        index
    }

    /// A text, such as `noun`.
    pub fn text<'g>(&mut self, given: &'g Given<'_>, noun: &str) -> Option<&'g str> {
        let Given::Text(text) = given else {
            let of = if noun.is_empty() { String::new() } else { format!(" ({noun})") };
            self.wrong_type(&format!("un texte entre guillemets{of}"));
            return None;
        };
        Some(text)
    }

    /// Notes what is wrong with the value read now.
    pub fn problem(&mut self, code: Code, message: impl Into<String>) {
        self.problems.push(Problem { code, field: self.path.clone(), message: message.into() });
    }

    /// Notes what is wrong with a field of the object read now.
    pub fn problem_at(&mut self, field: &str, code: Code, message: impl Into<String>) {
        let outer = self.enter(field);
        self.problem(code, message);
        self.path.truncate(outer);
    }

    fn missing(&mut self, field: &str) {
        self.problem_at(field, Code::MissingField, format!("Le champ «\u{a0}{field}\u{a0}» est nécessaire."));
    }

    fn wrong_type(&mut self, expected: &str) {
        self.problem(Code::WrongType, format!("Il faut ici {expected}."));
    }

    /// Steps into a field, and says where to step back to.
    fn enter(&mut self, field: &str) -> usize {
        let outer = self.path.len();
        if outer > 0 {
            self.path.push('.');
        }
        self.path.push_str(field);
        outer
    }

    /// Steps into an item of a list.
    fn enter_item(&mut self, index: usize) {
        self.path.push('[');
        self.path.push_str(&index.to_string());
        self.path.push(']');
    }

    /// Lets something stand in for that field of the object read now.
    fn stand_in<T: Read>(&mut self, name: &str) -> Option<T> {
        self.note_stand_in(name);
        T::stand_in()
    }

    fn note_stand_in(&mut self, name: &str) {
        // Byte by byte: a search for a character brings along the search for texts, three kilobytes.
        self.incomplete |= !self.path.bytes().any(|byte| byte == b']');
        let outer = self.enter(name);
        self.stood_in.push(self.path.clone());
        self.path.truncate(outer);
    }

    /// Whether a fault of meaning may come of what stands in for something else: at the same place, or in the same item or
    /// in an incomplete input where it isn't of one value alone.
    fn is_moot(&self, problem: &Problem) -> bool {
        let alone = matches!(problem.code, Code::ZeroAmount | Code::EmptyList | Code::OutOfRange | Code::UnknownValue);
        let in_one_item = problem.code == Code::EndBeforeStart && problem.field.contains(']');
        let rests_on_the_whole = self.incomplete && !alone && !in_one_item;
        rests_on_the_whole
            || self.stood_in.iter().any(|place| {
                let whole = if alone { place } else { place.rfind(']').map_or(place.as_str(), |end| &place[..=end]) };
                problem.field.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            })
    }
}

/// Names one after the other. The standard library's own way to do so takes a kilobyte.
fn listed(names: &[&str]) -> String {
    let mut list = String::new();
    for (place, name) in names.iter().enumerate() {
        list.push_str(if place > 0 { ", " } else { "" });
        list.push_str(name);
    }
    list
}

/// The field of that name, unless it is `null`.
fn find<'g, 'a>(fields: Fields<'g, 'a>, name: &str) -> Option<&'g Given<'a>> {
    fields.iter().find(|(field, value)| field == name && *value != Given::Nothing).map(|(_, value)| value)
}

/// Reads a whole input, or says all that is wrong with its form.
///
/// # Errors
/// Every fault of form.
pub fn read<I: Read>(given: &Given<'_>) -> Result<I, Problems> {
    let mut reading = Reading::default();
    match I::read(given, &mut reading) {
        Some(input) if reading.problems.is_empty() => Ok(input),
        _ => Err(Problems::of(reading.problems)),
    }
}

/// Reads an input and computes with it, or says all that is wrong with it: with its form, and with what it means.
///
/// # Errors
/// Every fault of form, and those of meaning that don't rest on one.
pub fn answer<I: Read, R>(given: &Given<'_>, compute: impl FnOnce(&I) -> Result<R, Problems>) -> Result<R, Problems> {
    let mut reading = Reading::default();
    let Some(input) = I::read(given, &mut reading) else { return Err(Problems::of(reading.problems)) };
    if reading.problems.is_empty() {
        return compute(&input);
    }
    if let Err(meant) = compute(&input) {
        let told: Vec<Problem> = meant.all().iter().filter(|problem| !reading.is_moot(problem)).cloned().collect();
        reading.problems.extend(told);
    }
    Err(Problems::of(reading.problems))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::{Value, json};

    use super::*;
    use crate::{Day, Money, Reference, penalties};

    #[derive(Debug, Default, PartialEq, Read)]
    #[serde(rename_all = "camelCase")]
    struct Claim {
        due_on: Option<Day>,
        #[serde(default)]
        parts: Vec<Part>,
        settled: bool,
    }

    #[derive(Debug, PartialEq, Read)]
    #[read(check = enough)]
    struct Part {
        amount: Money,
        kind: Kind,
        count: u8,
    }

    #[derive(Debug, PartialEq, Read)]
    #[serde(tag = "is", rename_all = "camelCase")]
    enum Kind {
        Whole,
        PaidOn { day: Day },
    }

    fn enough(part: &Part, reading: &mut Reading) {
        if part.count == 0 {
            reading.problem_at("count", Code::OutOfRange, "Il en faut au moins un.");
        }
    }

    #[track_caller]
    fn check(input: &Value, expected: &[(Code, &str)]) {
        let given = Given::deserialize(input).unwrap();
        let found = read::<Claim>(&given).map_or_else(|problems| problems.all().to_vec(), |_| Vec::new());
        let found: Vec<_> = found.iter().map(|problem| (problem.code, problem.field.as_str())).collect();
        assert_eq!(found, expected, "{input}");
    }

    #[test]
    fn what_is_left_out_takes_its_meaning() {
        let given = Given::deserialize(json!({ "settled": true, "parts": null })).unwrap();
        assert_eq!(read::<Claim>(&given).unwrap(), Claim { settled: true, ..Claim::default() });
    }

    #[test]
    fn every_fault_has_its_place() {
        use Code::{InvalidDate, InvalidMoney, MissingField, OutOfRange, UnknownField, UnknownValue, WrongType};
        let part = json!({ "amount": "1.00", "kind": { "is": "whole" }, "count": 1 });
        check(&json!({ "settled": false, "parts": [part] }), &[]);
        check(&json!([]), &[(WrongType, "")]);
        check(&json!({}), &[(MissingField, "settled")]);
        check(&json!({ "settled": 1, "parts": null, "dueOn": 2 }), &[(WrongType, "dueOn"), (WrongType, "settled")]);
        check(&json!({ "settled": true, "x": 0, "parts": {} }), &[(UnknownField, "x"), (WrongType, "parts")]);
        check(
            &json!({ "settled": true, "parts": [
                { "amount": "1,5", "kind": { "is": "paidOn", "day": "hier", "on": "" }, "count": -1 },
                7,
                { "amount": "1.00", "kind": { "is": "late" }, "count": 300 },
                { "amount": "1.00", "kind": {}, "count": 1.5 },
                { "amount": "1.00", "kind": { "is": "paidOn" }, "count": 0 },
            ] }),
            &[
                (InvalidMoney, "parts[0].amount"),
                (UnknownField, "parts[0].kind.on"),
                (InvalidDate, "parts[0].kind.day"),
                (OutOfRange, "parts[0].count"),
                (WrongType, "parts[1]"),
                (UnknownValue, "parts[2].kind.is"),
                (OutOfRange, "parts[2].count"),
                (MissingField, "parts[3].kind.is"),
                (WrongType, "parts[3].count"),
                (MissingField, "parts[4].kind.day"),
                (OutOfRange, "parts[4].count"),
            ],
        );
    }

    /// The faults of an input of `penalties`: of its form, then of what it means.
    fn faults(input: &Value) -> Vec<String> {
        let given = Given::deserialize(input).unwrap();
        let problems = answer(&given, |input| penalties::penalties(input, Reference::published())).unwrap_err();
        problems.all().iter().map(|problem| problem.field.clone()).collect()
    }

    #[test]
    fn what_is_meant_is_checked_beside_a_fault_of_form() {
        let invoices = json!([
            { "number": "1", "dueOn": "2026-05-16", "amount": "0.00", "colour": "blue" },
            { "number": "2", "dueOn": "2026-05-16", "amount": "zéro" },
            { "number": "3", "dueOn": "2026-05-16", "amount": "0.00" },
        ]);
        let input = json!({ "asOf": "2026-06-30", "regime": "business", "servedOn": "hier", "invoices": invoices });
        let expected = ["servedOn", "invoices[0].colour", "invoices[1].amount", "invoices[0].amount", "invoices[2].amount"];
        assert_eq!(faults(&input), expected);
    }

    #[test]
    fn what_rests_on_something_wrong_is_not_told_of() {
        // Without its day nothing can be said of what is due.
        let invoices_of = |due_on: &str, amount: &str| json!([{ "number": "1", "dueOn": due_on, "amount": amount }]);
        let without_its_day = |invoices: Value| faults(&json!({ "asOf": 7, "regime": "business", "invoices": invoices }));
        assert_eq!(without_its_day(invoices_of("2001-05-16", "1")), ["asOf"]);
        // But of an amount, something can.
        assert_eq!(without_its_day(invoices_of("2001-05-16", "0")), ["asOf", "invoices[0].amount"]);
        assert_eq!(without_its_day(json!([])), ["asOf", "invoices"]);
        // Nor of its rates, where the day of an invoice is wrong.
        let invoices = json!([
            { "number": "1", "dueOn": "16/05/2026", "amount": "0.00" },
            { "number": "2", "dueOn": "2001-05-16", "amount": "1" },
        ]);
        let input = json!({ "asOf": "2026-06-30", "regime": "business", "invoices": invoices });
        assert_eq!(faults(&input), ["invoices[0].dueOn", "invoices[0].amount", "invoices[1].dueOn"]);
    }
}
