//! What one kind of letter alone needs to know: which fields it asks, and what was typed in them as the engine takes it.
//!
//! The fields are a table: what a form shows and what the engine is given follow from it, for every kind alike.

mod table;

use dument_law::procedures::{Answer, InsolvencyKind};
use dument_letters::LetterKind;
use serde_json::{Map, Value};

use super::reading::Fault;
use super::{Case, Draft};
use crate::entry::{amount, date};

pub use table::fields;

/// A field that a kind of letter asks.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its name in the engine's input; what was typed is kept under it.
    pub name: &'static str,
    /// What is asked.
    pub label: &'static str,
    /// How to answer.
    pub hint: &'static str,
    /// What is typed.
    pub form: Form,
    /// The sentence that asks for it, where the letter can't do without.
    pub needed: Option<&'static str>,
    /// The field and the answer without which it isn't asked.
    pub only_if: Option<(&'static str, &'static str)>,
}

/// What is typed in a field.
#[derive(Clone, Copy)]
pub enum Form {
    /// A few words.
    Text,
    /// Some sentences.
    Long,
    /// Several texts, a line each.
    Lines,
    /// An amount.
    Money,
    /// A date.
    Day,
    /// A whole number, and its unit.
    Number(&'static str),
    /// One of several answers: their values for the engine, and their words.
    Choice(&'static [(&'static str, &'static str)]),
    /// Yes, no, or not known.
    YesNo,
    /// Yes or no.
    Check,
    /// Yes or no, which only opens other fields: the engine doesn't ask it.
    Opens,
    /// Someone else to write to: name and address.
    Correspondent,
    /// Who signs, and in what capacity.
    Signatory,
    /// Several of these together, at least so many; with the words for one of them.
    List(&'static [Field], usize, &'static str),
    /// The day of the judgment that opened insolvency proceedings, which the case holds.
    InsolvencyOpenedOn,
}

/// The parts of a correspondent: name in the engine's input, label, and what it is for.
pub const CORRESPONDENT: [(&str, &str); 5] = [
    ("name", "Nom"),
    ("attention", "Qualité ou service"),
    ("address-lines", "Numéro et rue"),
    ("address-postcode", "Code postal"),
    ("address-town", "Ville"),
];

impl Field {
    const fn new(name: &'static str, label: &'static str, form: Form) -> Self {
        Self { name, label, hint: "", form, needed: None, only_if: None }
    }

    const fn hint(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }

    const fn needed(mut self, asks: &'static str) -> Self {
        self.needed = Some(asks);
        self
    }

    const fn only_if(mut self, field: &'static str, answer: &'static str) -> Self {
        self.only_if = Some((field, answer));
        self
    }
}

/// The name of a kind in the engine's input.
#[must_use]
pub fn kind_name(kind: LetterKind) -> String {
    // A kind is written as its name.
    serde_json::to_string(&kind).unwrap_or_default().trim_matches('"').to_owned()
}

/// What stands in a field: what was typed, else what the case knows already.
#[must_use]
pub fn text(case: &Case, kind: LetterKind, key: &str) -> String {
    let typed = case.letters.get(&kind).and_then(|draft| draft.facts.get(key));
    typed.cloned().unwrap_or_else(|| known(case, kind, key))
}

/// How many of a list there are.
#[must_use]
pub fn count(draft: Option<&Draft>, name: &str, least: usize) -> usize {
    let kept: Option<usize> = draft.and_then(|draft| draft.facts.get(name)).and_then(|count| count.parse().ok());
    kept.unwrap_or_default().max(least)
}

/// What was answered elsewhere.
fn known(case: &Case, kind: LetterKind, key: &str) -> String {
    let answers = &case.answers;
    match (kind, key) {
        (LetterKind::PaymentPlan, "interest") => "runsOn".to_owned(),
        (LetterKind::ClaimDeclaration, "proceedings") => match answers.insolvency_kind {
            Some(InsolvencyKind::Safeguard) => "safeguard",
            Some(InsolvencyKind::Reorganisation) => "reorganisation",
            Some(InsolvencyKind::Liquidation) => "liquidation",
            _ => "",
        }
        .to_owned(),
        (LetterKind::ClaimDeclaration | LetterKind::RetentionNotice, "publishedOn") => answers.insolvency_published_on.clone(),
        (LetterKind::ReplyToDispute, "disputedOn") if answers.answer == Some(Answer::Disputes) => answers.answered_on.clone(),
        (LetterKind::GuarantorNotice, "debtorInLiquidation") => match answers.insolvency_kind {
            Some(InsolvencyKind::Liquidation) => "yes",
            Some(InsolvencyKind::Safeguard | InsolvencyKind::Reorganisation) => "no",
            _ => "",
        }
        .to_owned(),
        _ => String::new(),
    }
}

/// Reads what was typed for this kind of letter, and notes every fault; nothing where it asks nothing.
pub(super) fn read(case: &Case, kind: LetterKind, faults: &mut Vec<Fault>) -> Value {
    let mut reader = Reader { case, kind, faults };
    let read = reader.object("", fields(kind));
    if read.is_empty() { Value::Null } else { Value::Object(read) }
}

struct Reader<'a> {
    case: &'a Case,
    kind: LetterKind,
    faults: &'a mut Vec<Fault>,
}

impl Reader<'_> {
    fn text(&self, key: &str) -> String {
        text(self.case, self.kind, key).trim().to_owned()
    }

    fn fault(&mut self, key: &str, message: impl Into<String>, missing: bool) {
        let field = format!("facts-{}-{key}", kind_name(self.kind));
        self.faults.push(Fault { missing, ..Fault::of(field, message) });
    }

    /// The fields whose names begin so, each with its value where there is one.
    fn object(&mut self, start: &str, fields: &[Field]) -> Map<String, Value> {
        let mut object = Map::new();
        for field in fields {
            if field.only_if.is_some_and(|(other, answer)| self.text(&format!("{start}{other}")) != answer) {
                continue;
            }
            let key = format!("{start}{}", field.name);
            let value = self.value(&key, field);
            if value.is_null() {
                if let Some(asks) = field.needed {
                    // A fault of its own says more.
                    if self.text(&key).is_empty() {
                        self.fault(&key, asks, true);
                    }
                }
                continue;
            }
            put(&mut object, field.name, value);
        }
        object
    }

    fn value(&mut self, key: &str, field: &Field) -> Value {
        let typed = self.text(key);
        match field.form {
            Form::Text | Form::Long => some(&typed),
            Form::Money | Form::Day | Form::Number(_) if typed.is_empty() => Value::Null,
            Form::Choice(_) | Form::YesNo | Form::Check => match typed.as_str() {
                "yes" => true.into(),
                "no" => false.into(),
                other => some(other),
            },
            Form::Lines => {
                let lines: Vec<Value> = typed.lines().map(some).filter(|line| !line.is_null()).collect();
                if lines.is_empty() { Value::Null } else { lines.into() }
            }
            Form::Money => match amount::read(&typed) {
                Ok(amount) => amount.to_string().into(),
                Err(error) => self.wrong(key, &error),
            },
            Form::Day => match date::read(&typed) {
                Ok(day) => day.to_string().into(),
                Err(error) => self.wrong(key, &error),
            },
            Form::Number(_) => match typed.parse::<u32>() {
                Ok(number) => number.into(),
                Err(_) => self.wrong(key, &"Écrivez un nombre entier, par exemple 15."),
            },
            Form::Correspondent => self.correspondent(key, field.needed.is_some()),
            Form::Signatory => match (some(&self.text(&format!("{key}-name"))), some(&self.text(&format!("{key}-capacity")))) {
                (Value::Null, _) => Value::Null,
                (name, capacity) => {
                    let mut signatory = Map::from_iter([("name".to_owned(), name)]);
                    put(&mut signatory, "capacity", capacity);
                    signatory.into()
                }
            },
            Form::List(fields, least, _) => {
                let count = count(self.case.letters.get(&self.kind), key, least);
                let items: Vec<Value> = (0..count).map(|i| self.object(&format!("{key}-{i}-"), fields).into()).collect();
                if items.is_empty() { Value::Null } else { items.into() }
            }
            // The case has the one, and reads it; the other is the form's own.
            Form::InsolvencyOpenedOn | Form::Opens => Value::Null,
        }
    }

    fn wrong(&mut self, key: &str, error: &dyn std::fmt::Display) -> Value {
        self.fault(key, error.to_string(), false);
        Value::Null
    }

    /// Someone else to write to: asked for whole as soon as anything is typed.
    fn correspondent(&mut self, key: &str, needed: bool) -> Value {
        let [name, attention, lines, postcode, town] = CORRESPONDENT.map(|(part, _)| self.text(&format!("{key}-{part}")));
        if !needed && [&name, &attention, &lines, &postcode, &town].iter().all(|part| part.is_empty()) {
            return Value::Null;
        }
        let address = Map::from_iter([
            ("lines".to_owned(), Value::from(vec![lines])),
            ("postcode".to_owned(), postcode.into()),
            ("town".to_owned(), town.into()),
        ]);
        let mut correspondent = Map::from_iter([("name".to_owned(), name.into()), ("address".to_owned(), address.into())]);
        put(&mut correspondent, "attention", some(&attention));
        correspondent.into()
    }
}

fn some(typed: &str) -> Value {
    let typed = typed.trim();
    if typed.is_empty() { Value::Null } else { typed.into() }
}

/// Puts a value in its place: `complaint-clause` is the clause of the complaint.
fn put(object: &mut Map<String, Value>, name: &str, value: Value) {
    if value.is_null() {
        return;
    }
    match name.split_once('-') {
        None => {
            object.insert(name.to_owned(), value);
        }
        Some((outer, inner)) => {
            let within = object.entry(outer).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(within) = within {
                put(within, inner, value);
            }
        }
    }
}

/// Takes an item out of a list, and moves those after it up.
pub fn remove_item(draft: &mut Draft, name: &str, fields: &[Field], i: usize, least: usize) {
    let count = count(Some(draft), name, least);
    let key = |place: usize, field: &Field| format!("{name}-{place}-{}", field.name);
    for place in i..count {
        for field in fields {
            match draft.facts.remove(&key(place + 1, field)) {
                Some(next) => draft.facts.insert(key(place, field), next),
                None => draft.facts.remove(&key(place, field)),
            };
        }
    }
    draft.facts.insert(name.to_owned(), count.saturating_sub(1).max(least).to_string());
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn typed(kind: LetterKind, facts: &[(&str, &str)]) -> Case {
        let mut case = Case::default();
        let draft = case.letters.entry(kind).or_default();
        draft.facts = facts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
        case
    }

    #[track_caller]
    fn check(kind: LetterKind, facts: &[(&str, &str)], expected: &Value, fields: &[&str]) {
        let mut faults = Vec::new();
        let read = read(&typed(kind, facts), kind, &mut faults);
        assert_eq!(read, *expected);
        let found: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(found, fields);
    }

    #[test]
    fn what_is_typed_becomes_what_the_engine_takes() {
        let facts = [
            ("disputedOn", "3 juin 2026"),
            ("points", "2"),
            ("points-0-objection", "Livraison en retard"),
            ("points-0-reply", "Le bon de livraison est signé du 14 avril."),
            ("points-1-objection", "Deux cartons abîmés"),
            ("points-1-reply", "Remplacés le 20 avril."),
            ("undisputedAmount", "1 200"),
            ("offer-kind", "meeting"),
            ("offer-on", "10/07/2026"),
        ];
        let expected = json!({
            "disputedOn": "2026-06-03",
            "points": [
                { "objection": "Livraison en retard", "reply": "Le bon de livraison est signé du 14 avril." },
                { "objection": "Deux cartons abîmés", "reply": "Remplacés le 20 avril." },
            ],
            "undisputedAmount": "1200.00",
            "offer": { "kind": "meeting", "on": "2026-07-10" },
        });
        check(LetterKind::ReplyToDispute, &facts, &expected, &[]);
    }

    #[test]
    fn what_is_missing_or_wrong_is_told_by_its_field() {
        let facts = [("disputedOn", "hier"), ("points-0-objection", "Retard"), ("undisputedAmount", "peu")];
        let fields =
            ["facts-replyToDispute-disputedOn", "facts-replyToDispute-points-0-reply", "facts-replyToDispute-undisputedAmount"];
        check(LetterKind::ReplyToDispute, &facts, &json!({ "points": [{ "objection": "Retard" }] }), &fields);
    }

    #[test]
    fn they_stand_in_the_input_under_their_kind() {
        let mut case =
            typed(LetterKind::SuspensionNotice, &[("what", "deliveries"), ("contract", "Devis «\u{a0}112\u{a0}» accepté")]);
        case.debtor.kind = Some(dument_law::PartyKind::Company);
        for party in [&mut case.creditor, &mut case.debtor] {
            party.name = "Brun".to_owned();
            party.street = "4 quai Rambaud".to_owned();
            party.postcode = "69002".to_owned();
            party.town = "Lyon".to_owned();
        }
        case.invoices[0].number = "F-2026-014".to_owned();
        case.invoices[0].amount = "1850".to_owned();
        case.invoices[0].due_on = "16/05/2026".to_owned();
        for kind in [LetterKind::SuspensionNotice, LetterKind::Reminder] {
            let told = case.letter_input(kind, "2026-06-30".parse().unwrap()).unwrap();
            let input: dument_letters::Input = serde_json::from_str(&told.input).unwrap();
            assert_eq!(input.facts.suspension_notice.is_some(), kind == LetterKind::SuspensionNotice);
        }
    }

    #[test]
    fn a_correspondent_is_asked_for_whole() {
        let facts = [("conciliator-name", "Mairie d’Angers"), ("account", "Rien.")];
        let address = json!({ "lines": [""], "postcode": "", "town": "" });
        let expected = json!({ "conciliator": { "name": "Mairie d’Angers", "address": address }, "account": "Rien." });
        check(LetterKind::ConciliationRequest, &facts, &expected, &[]);
        check(LetterKind::ConciliationRequest, &[], &Value::Null, &[]);
    }

    #[test]
    fn what_the_guide_asked_is_not_asked_again() {
        let mut case = Case::default();
        case.answers.insolvency_kind = Some(InsolvencyKind::Liquidation);
        case.answers.insolvency_published_on = "12/05/2026".to_owned();
        let read = read(&case, LetterKind::ClaimDeclaration, &mut Vec::new());
        assert_eq!((&read["proceedings"], &read["publishedOn"]), (&json!("liquidation"), &json!("2026-05-12")));
    }

    #[test]
    fn an_item_taken_out_leaves_no_hole() {
        let mut case = typed(
            LetterKind::PaymentPlan,
            &[
                ("instalments", "3"),
                ("instalments-0-on", "a"),
                ("instalments-1-on", "b"),
                ("instalments-2-on", "c"),
                ("instalments-2-amount", "5"),
            ],
        );
        let Form::List(of, ..) = fields(LetterKind::PaymentPlan)[0].form else { panic!("instalments come first") };
        let draft = case.letters.entry(LetterKind::PaymentPlan).or_default();
        remove_item(draft, "instalments", of, 1, 0);
        let left: Vec<(&str, &str)> = draft.facts.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        assert_eq!(
            left,
            [("instalments", "2"), ("instalments-0-on", "a"), ("instalments-1-amount", "5"), ("instalments-1-on", "c")]
        );
    }
}
