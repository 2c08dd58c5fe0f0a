//! Inputs and statements as JSON: what the JavaScript API reads and writes.

use dument_law::penalties::{BelowFloor, Input, PenaltyClause, Rate, Statement, penalties};
use dument_law::reading::{self, Given};
use dument_law::{Code, Money, Problems, Reference};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::case::{But, business, check_problems, day, fixed, input, money, percent, statement};
use dument_law::penalties::{Invoice, Regime};

fn read(value: &Value) -> Result<Input, Problems> {
    reading::read(&Given::deserialize(value).expect("JSON has no other forms"))
}

#[track_caller]
fn check_faults(value: &Value, expected: &[(Code, &str)]) {
    let problems = read(value).unwrap_err();
    let found: Vec<_> = problems.all().iter().map(|problem| (problem.code, problem.field.as_str())).collect();
    assert_eq!(found, expected);
    for problem in problems.all() {
        assert!(problem.message.ends_with('.'), "{}", problem.message);
    }
}

fn with(field: &str, value: Value) -> Value {
    let mut input = json!({
        "asOf": "2026-06-30",
        "regime": "business",
        "invoices": [{ "number": "F-1", "dueOn": "2026-05-16", "amount": "1850.00" }],
    });
    input[field] = value;
    input
}

#[test]
fn the_shortest_input_takes_every_default() {
    assert_eq!(read(&with("belowFloor", json!("raise"))).unwrap(), business("1850", "2026-05-16", "2026-06-30"));
}

#[test]
fn every_kind_of_rate_reads_its_own_number() {
    for (written, expected) in [
        (json!({ "kind": "statutory" }), Rate::Statutory),
        (json!({ "kind": "fixed", "percent": "12.00" }), fixed("12")),
        (json!({ "kind": "monthly", "percent": "1.5" }), Rate::Monthly { percent: percent("1.5") }),
        (json!({ "kind": "legalMultiple", "multiple": "3" }), Rate::LegalMultiple { multiple: percent("3") }),
        (json!({ "kind": "legalPlus", "points": "5" }), Rate::LegalPlus { points: percent("5") }),
        (json!({ "kind": "refinancingPlus", "points": "10" }), Rate::RefinancingPlus { points: percent("10") }),
    ] {
        assert_eq!(read(&with("rate", written)).unwrap().rate, expected);
    }
}

#[test]
fn a_rate_without_its_number_or_with_another_is_refused() {
    for (written, expected) in [
        (json!({ "kind": "fixed" }), vec![(Code::MissingField, "rate.percent")]),
        (
            json!({ "kind": "legalMultiple", "percent": "3" }),
            vec![(Code::UnknownField, "rate.percent"), (Code::MissingField, "rate.multiple")],
        ),
        (json!({ "kind": "statutory", "percent": "3" }), vec![(Code::UnknownField, "rate.percent")]),
        (json!({ "kind": "yearly" }), vec![(Code::UnknownValue, "rate.kind")]),
        (json!({ "percent": "3" }), vec![(Code::MissingField, "rate.kind")]),
        (json!({ "kind": "fixed", "percent": "12,5" }), vec![(Code::InvalidPercent, "rate.percent")]),
        (json!({ "kind": "fixed", "percent": 12 }), vec![(Code::WrongType, "rate.percent")]),
        (json!("fixed"), vec![(Code::WrongType, "rate")]),
    ] {
        check_faults(&with("rate", written), &expected);
    }
}

#[test]
fn all_faults_come_at_once_with_their_places() {
    let input = json!({
        "asOf": "2026-02-30",
        "regime": "company",
        "invoices": [
            { "number": "F-1", "dueOn": "2026-05-16", "amount": "1850.001" },
            { "number": "F-2", "dueOn": "16/05/2026", "amount": "-5", "payments": [{ "on": "2026-05-20" }], "note": "" },
        ],
    });
    let problems = read(&input).unwrap_err();
    let mut found: Vec<_> = problems.all().iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
    found.sort_unstable_by_key(|(field, _)| *field);
    assert_eq!(
        found,
        [
            ("asOf", Code::InvalidDate),
            ("invoices[0].amount", Code::TooManyDecimals),
            ("invoices[1].amount", Code::NegativeAmount),
            ("invoices[1].dueOn", Code::InvalidDate),
            ("invoices[1].note", Code::UnknownField),
            ("invoices[1].payments[0].amount", Code::MissingField),
            ("regime", Code::UnknownValue),
        ]
    );
}

#[test]
fn unknown_and_missing_fields_are_refused_by_name() {
    check_faults(&with("rates", json!({})), &[(Code::UnknownField, "rates")]);
    check_faults(&json!({ "asOf": "2026-06-30", "regime": "public" }), &[(Code::MissingField, "invoices")]);
}

#[test]
fn nothing_owed_is_no_case() {
    check_problems(
        &Input { invoices: Vec::new(), ..business("1", "2026-01-01", "2026-01-02") },
        &[(Code::EmptyList, "invoices")],
    );
    let two = business("0", "2026-01-01", "2026-01-02")
        .but(|input| input.invoices.push(Invoice::unpaid("F-2", day("2026-01-01"), money("0.00"))));
    check_problems(&two, &[(Code::ZeroAmount, "invoices[0].amount"), (Code::ZeroAmount, "invoices[1].amount")]);
}

#[test]
fn rates_unknown_come_for_each_invoice() {
    let two = business("100", "2012-01-01", "2026-01-02").but(|input| {
        input.invoices.push(Invoice::unpaid("F-2", day("2026-01-01"), money("100")));
        input.invoices.push(Invoice::unpaid("F-3", day("2011-01-01"), money("100")));
    });
    check_problems(&two, &[(Code::RateUnknown, "invoices[0].dueOn"), (Code::RateUnknown, "invoices[2].dueOn")]);
}

#[test]
fn faults_of_meaning_come_all_at_once() {
    let several = business("0", "2010-01-01", "2026-01-02").but(|input| {
        input.invoices.push(Invoice::unpaid("F-2", day("2011-01-01"), money("100")));
        input.invoices.push(Invoice::unpaid("F-3", day("2026-01-01"), money("100")));
        input.invoices.push(Invoice::unpaid("F-4", day("2020-01-01"), money("0")));
    });
    check_problems(
        &several,
        &[
            (Code::ZeroAmount, "invoices[0].amount"),
            (Code::RateUnknown, "invoices[1].dueOn"),
            (Code::ZeroAmount, "invoices[3].amount"),
        ],
    );
}

#[test]
fn the_law_before_the_first_rate_is_explained() {
    let message = |case: &Input| penalties(case, Reference::published()).unwrap_err().to_string();
    let before = message(&business("100", "2012-06-15", "2012-10-01"));
    assert!(before.contains("1er\u{a0}semestre 2012") && before.contains("1er\u{a0}semestre 2013"), "{before}");
    assert!(before.contains("Avant 2013"), "{before}");
    let public = message(&input(Regime::Public, "100", "2012-06-15", "2012-10-01"));
    assert!(public.contains("16 mars 2013"), "{public}");
}

#[test]
fn totals_too_large_to_count_are_refused() {
    let invoice = Invoice::unpaid("F-1", day("2026-01-01"), Money::MAX);
    let many = business("1", "2026-01-01", "2026-01-01");
    let many = |count| many.clone().but(|input| input.invoices = vec![invoice.clone(); count]);
    // Due today: nothing is owed yet, so nothing is too large.
    assert!(statement(&many(100_000)).totals.total.is_zero());
    let late = many(100_000).but(|input| input.as_of = day("2026-01-02"));
    check_problems(&late, &[(Code::AmountTooLarge, "invoices")]);
    let countable = many(90_000).but(|input| input.as_of = day("2026-01-02"));
    assert!(statement(&countable).totals.total > Money::MAX);
}

#[test]
fn what_is_too_large_to_count_is_refused() {
    let huge = business("999999999999.99", "2010-01-01", "2200-12-31").rate(Rate::Monthly { percent: percent("1000") });
    check_problems(&huge, &[(Code::AmountTooLarge, "invoices[0].amount")]);
    let clause = business("999999999999.99", "2026-01-01", "2026-01-02")
        .but(|input| input.penalty_clause = Some(PenaltyClause { percent: Some(percent("1000")), minimum: None }));
    check_problems(&clause, &[(Code::AmountTooLarge, "invoices[0].amount")]);
}

#[test]
fn a_statement_is_written_as_the_contract_says() {
    let written = serde_json::to_value(statement(&business("1850", "2026-05-15", "2026-06-29"))).unwrap();
    assert_eq!(written["sources"][0]["id"], "ccom-l441-10");
    let mut without_sources = written.clone();
    without_sources["sources"] = json!([]);
    assert_eq!(
        without_sources,
        json!({
            "asOf": "2026-06-29",
            "regime": "business",
            "provisional": false,
            "invoices": [{
                "number": "F-1",
                "dueOn": "2026-05-15",
                "daysLate": 45,
                "lines": [{
                    "from": "2026-05-16",
                    "to": "2026-06-29",
                    "days": 45,
                    "principal": "1850.00",
                    "percent": "12.15",
                    "basis": "refinancing+10",
                    "provisional": false,
                    "interest": "27.71",
                    "source": "ccom-l441-10",
                }],
                "interest": "27.71",
                "interestPaid": "0.00",
                "interestDue": "27.71",
                "principalDue": "1850.00",
                "indemnity": "40.00",
                "indemnityDue": "40.00",
                "clause": "0.00",
                "total": "1917.71",
                "perDay": "0.62",
                "perDayPercent": "12.15",
            }],
            "extraCosts": [],
            "totals": {
                "interest": "27.71",
                "interestPaid": "0.00",
                "interestDue": "27.71",
                "principalDue": "1850.00",
                "indemnity": "40.00",
                "indemnityDue": "40.00",
                "clause": "0.00",
                "extraCosts": "0.00",
                "total": "1917.71",
                "perDay": "0.62",
            },
            "notes": [],
            "sources": [],
        })
    );
}

#[test]
fn inputs_and_statements_survive_a_round_trip() {
    let case = input(Regime::Judgment, "1850", "2026-05-16", "2027-06-30")
        .rate(Rate::RefinancingPlus { points: percent("7.5") })
        .paid("2026-06-01", "100")
        .credited("2026-06-02", "10", true)
        .but(|input| {
            input.below_floor = BelowFloor::Keep;
            input.served_on = Some(day("2026-06-01"));
        });
    let written = serde_json::to_value(&case).unwrap();
    assert_eq!(read(&written).unwrap(), case);
    let result = statement(&case);
    let written = serde_json::to_value(&result).unwrap();
    assert_eq!(serde_json::from_value::<Statement>(written).unwrap(), result);
}
