//! Every note: when it comes, when it doesn't, and what it says.

use dument_law::Severity;
use dument_law::penalties::{
    BelowFloor, Compounding, CreditorKind, ExtraCost, Imputation, Input, Invoice, PenaltyClause, Rate, Regime,
};

use crate::case::{But, business, check_no_note, check_note, consumer, day, fixed, input, money, notes, percent, statement};

/// An input in which every field is given.
fn everything(regime: Regime) -> Input {
    input(regime, "36500", "2026-06-01", "2026-06-20").but(|input| {
        input.rate = Rate::LegalPlus { points: percent("5") };
        input.below_floor = BelowFloor::Keep;
        input.creditor = CreditorKind::Individual;
        input.notice_received_on = Some(day("2026-06-10"));
        input.served_on = Some(day("2026-06-10"));
        input.penalty_clause = Some(PenaltyClause { percent: Some(percent("10")), minimum: None });
        input.extra_costs = vec![ExtraCost { label: "Frais".to_owned(), amount: money("10") }];
    })
}

fn ignored(input: &Input) -> Vec<String> {
    notes(input).into_iter().filter(|code| code.ends_with("Ignored")).collect()
}

#[test]
fn a_field_that_the_regime_does_not_use_is_ignored_by_name() {
    assert_eq!(ignored(&everything(Regime::Business)), ["creditorIgnored", "noticeReceivedOnIgnored", "servedOnIgnored"]);
    assert_eq!(
        ignored(&everything(Regime::Public)),
        [
            "rateIgnored",
            "belowFloorIgnored",
            "creditorIgnored",
            "noticeReceivedOnIgnored",
            "servedOnIgnored",
            "penaltyClauseIgnored"
        ]
    );
    assert_eq!(
        ignored(&everything(Regime::Consumer)),
        ["rateIgnored", "belowFloorIgnored", "servedOnIgnored", "penaltyClauseIgnored", "extraCostsIgnored"]
    );
    assert_eq!(
        ignored(&everything(Regime::Judgment)),
        ["rateIgnored", "belowFloorIgnored", "noticeReceivedOnIgnored", "penaltyClauseIgnored", "extraCostsIgnored"]
    );
}

#[test]
fn a_field_that_the_rate_does_not_use_is_ignored_by_name() {
    let keep = |rate| business("100", "2026-06-02", "2026-06-20").rate(rate).but(|input| input.below_floor = BelowFloor::Keep);
    // The floor binds no rate of the law, even where an agreement restates it.
    assert_eq!(ignored(&keep(Rate::Statutory)), ["belowFloorIgnored"]);
    assert_eq!(ignored(&keep(Rate::RefinancingPlus { points: percent("10.00") })), ["belowFloorIgnored"]);
    assert_eq!(ignored(&keep(Rate::RefinancingPlus { points: percent("9") })), [""; 0]);
    assert_eq!(ignored(&keep(fixed("12"))), [""; 0]);
    // A rate of the contract doesn't depend on who is owed.
    let individual = |rate| {
        consumer("100", "2026-06-02", "2026-06-05", "2026-06-20")
            .rate(rate)
            .but(|input| input.creditor = CreditorKind::Individual)
    };
    assert_eq!(ignored(&individual(fixed("5"))), ["creditorIgnored"]);
    assert_eq!(ignored(&individual(Rate::Statutory)), [""; 0]);
}

#[test]
fn a_contract_penalty_of_nothing_is_ignored_by_name() {
    let clause = |percent, minimum| {
        business("100", "2026-06-02", "2026-06-20").but(|input| input.penalty_clause = Some(PenaltyClause { percent, minimum }))
    };
    assert_eq!(ignored(&clause(None, None)), ["penaltyClauseIgnored"]);
    assert_eq!(ignored(&clause(Some(percent("0")), Some(money("0")))), ["penaltyClauseIgnored"]);
    assert_eq!(ignored(&clause(Some(percent("10")), None)), [""; 0]);
    assert_eq!(ignored(&clause(None, Some(money("80")))), [""; 0]);
}

#[test]
fn what_is_ignored_changes_nothing() {
    for regime in [Regime::Public, Regime::Consumer, Regime::Judgment] {
        let full = everything(regime);
        let bare = input(regime, "36500", "2026-06-01", "2026-06-20").but(|input| {
            if regime != Regime::Public {
                input.creditor = CreditorKind::Individual;
            }
            if regime == Regime::Consumer {
                input.notice_received_on = full.notice_received_on;
            }
            if regime == Regime::Judgment {
                input.served_on = full.served_on;
            }
            if regime == Regime::Public {
                input.extra_costs.clone_from(&full.extra_costs);
            }
        });
        assert_eq!(statement(&full).invoices, statement(&bare).invoices);
        assert_eq!(statement(&full).totals, statement(&bare).totals);
    }
}

#[test]
fn a_plain_case_has_no_notes() {
    assert_eq!(notes(&business("1850", "2026-05-15", "2026-06-30")), [""; 0]);
    assert_eq!(notes(&consumer("1850", "2026-05-15", "2026-05-29", "2026-06-30")), [""; 0]);
}

#[test]
fn the_floor_note_shows_the_other_readings() {
    let raised = business("1850", "2026-05-15", "2026-06-29").rate(fixed("5"));
    let note = &statement(&raised).notes[0];
    assert_eq!((note.code.as_str(), note.severity), ("belowFloor", Severity::Warning));
    assert_eq!(
        note.message,
        "Le taux convenu (5,00\u{a0}%) est inférieur au minimum de 3 fois le taux de l’intérêt légal (7,86\u{a0}% au 1er\u{a0}semestre 2026). \
         Le calcul retient ce minimum. L’effet d’un taux trop bas est discuté. \
         Si la clause était écartée au profit du taux de la loi, le total serait de 1\u{202f}917,71\u{202f}€."
    );
    let kept = &statement(&raised.but(|input| input.below_floor = BelowFloor::Keep)).notes[0];
    // 1 850 + 40 + 1 850 x 7.86 % x 45 / 365
    assert!(kept.message.contains("avec ce minimum, le total serait de 1\u{202f}907,93\u{202f}€"), "{}", kept.message);
}

#[test]
fn the_order_of_payments_shows_the_other_total() {
    let part = business("10000", "2025-01-01", "2026-01-01")
        .rate(fixed("10"))
        .but(|input| input.below_floor = BelowFloor::Keep)
        .paid("2025-07-01", "4000");
    let message = |input: &Input| statement(input).notes.into_iter().find(|note| note.code == "imputationOrder").unwrap().message;
    assert!(message(&part).contains("6\u{202f}838,36\u{202f}€"), "{}", message(&part));
    let other = part.but(|input| input.imputation = Imputation::PrincipalFirst);
    assert!(message(&other).contains("6\u{202f}863,35\u{202f}€"), "{}", message(&other));
    // A payment that met no interest could not have been counted otherwise.
    check_no_note(&business("100", "2026-06-01", "2026-06-20").paid("2026-05-20", "50"), "imputationOrder");
}

#[test]
fn invoices_are_named_where_there_are_several() {
    let one = business("100", "2026-06-20", "2026-06-19");
    assert_eq!(
        statement(&one).notes[0].message,
        "L’échéance n’est pas passée au 19\u{a0}juin 2026\u{a0}: rien n’est dû à cette date."
    );
    let three = one.but(|input| {
        for number in ["F-2", "F-3"] {
            input.invoices.push(Invoice::unpaid(number, day("2026-06-20"), money("100")));
        }
        input.invoices.push(Invoice::unpaid("F-4", day("2026-06-10"), money("100")));
    });
    let message = &statement(&three).notes[0].message;
    assert!(message.ends_with("rien n’est dû à cette date (factures F-1, F-2 et F-3)."), "{message}");
}

#[test]
fn traps_of_the_law_are_named_where_they_are_met() {
    for (case, code) in [
        (business("100", "2024-02-28", "2024-02-29"), "leapYear"),
        (business("100", "2026-05-16", "2026-06-01"), "dueOnWeekend"),
        (business("100", "2024-05-15", "2024-06-01"), "floorAboveStatutory"),
        (business("100", "2026-05-15", "2026-06-01").rate(Rate::Monthly { percent: percent("1.5") }), "monthlyRate"),
        (
            business("100", "2026-05-15", "2026-06-01").but(|input| input.invoices[0].issued_on = Some(day("2026-05-16"))),
            "issuedAfterDue",
        ),
        (
            business("100", "2026-05-15", "2026-06-01").but(|input| input.insolvency_opened_on = Some(day("2026-06-01"))),
            "insolvencyStopsInterest",
        ),
        (business("100", "2026-05-14", "2026-06-01"), "dueOnHoliday"),
        (
            business("100", "2026-05-15", "2026-06-01").but(|input| input.insolvency_opened_on = Some(day("2026-06-03"))),
            "insolvencyToCome",
        ),
        (input(Regime::Judgment, "100", "2026-05-15", "2026-06-01"), "notServed"),
        (input(Regime::Judgment, "100", "2026-05-15", "2026-06-01"), "noCumulation"),
        (
            input(Regime::Judgment, "100", "2026-05-15", "2026-06-01").but(|input| input.creditor = CreditorKind::Individual),
            "individualCreditor",
        ),
        // Paid in full, but late: the interest took its part of it.
        (business("1000", "2026-05-15", "2026-06-20").paid("2026-06-01", "1000"), "principalLeft"),
        (business("100", "2012-06-15", "2012-07-15").rate(fixed("12")), "indemnityNotYetInForce"),
        (input(Regime::Public, "100", "2013-06-14", "2013-08-01"), "olderContract"),
        (
            input(Regime::Judgment, "100", "2026-05-15", "2026-06-01").but(|input| input.served_on = Some(day("2026-01-01"))),
            "judgmentIncreaseReducible",
        ),
        (
            business("100", "2026-05-15", "2026-06-01")
                .but(|input| input.compounding = Some(Compounding { from: day("2026-05-15") })),
            "compoundingNotYet",
        ),
        (
            business("100", "2026-05-15", "2026-06-01")
                .but(|input| input.extra_costs = vec![ExtraCost { label: "Frais".to_owned(), amount: money("10") }]),
            "extraCostsProof",
        ),
        (
            business("100", "2026-06-15", "2026-06-01")
                .but(|input| input.extra_costs = vec![ExtraCost { label: "Frais".to_owned(), amount: money("10") }]),
            "extraCostsWithoutIndemnity",
        ),
    ] {
        check_note(&case, code);
    }
    check_no_note(&business("100", "2024-02-29", "2024-03-15"), "leapYear");
    check_no_note(&business("100", "2026-05-15", "2026-06-01"), "dueOnHoliday");
    check_no_note(&business("1000", "2026-05-15", "2026-06-20").paid("2026-06-01", "900"), "principalLeft");
    check_no_note(&business("1000", "2026-05-15", "2026-06-20").paid("2026-05-15", "1000"), "principalLeft");
    check_no_note(&business("100", "2013-06-14", "2013-07-15").rate(fixed("12")), "indemnityNotYetInForce");
    check_no_note(&business("100", "2013-06-14", "2013-08-01"), "olderContract");
    check_no_note(&input(Regime::Public, "100", "2014-06-13", "2014-08-01"), "olderContract");
    check_no_note(
        &business("100", "2026-05-15", "2026-06-01").but(|input| input.insolvency_opened_on = Some(day("2026-06-02"))),
        "insolvencyStopsInterest",
    );
}

#[test]
fn many_invoices_are_counted_past_the_tenth() {
    let with = |count: usize| {
        let message = |input: &Input| statement(input).notes[0].message.clone();
        message(&business("100", "2026-06-20", "2026-06-19").but(|input| {
            input.invoices = (1..=count).map(|i| Invoice::unpaid(format!("F-{i}"), day("2026-06-20"), money("100"))).collect();
        }))
    };
    assert!(with(11).ends_with("(factures F-1, F-2, F-3, F-4, F-5, F-6, F-7, F-8, F-9, F-10 et F-11)."), "{}", with(11));
    assert!(with(2_000).ends_with("F-9, F-10 et 1\u{202f}990\u{a0}autres)."), "{}", with(2_000));
}

#[test]
fn one_number_given_twice_is_said() {
    let twice = |number: &str| {
        business("100", "2026-05-15", "2026-06-01")
            .but(|input| input.invoices.push(Invoice::unpaid(number, day("2026-05-20"), money("100"))))
    };
    check_note(&twice("F-1"), "sameNumber");
    check_no_note(&twice("F-2"), "sameNumber");
    let unnamed = twice("").but(|input| input.invoices[0].number.clear());
    check_no_note(&unnamed, "sameNumber");
}

#[test]
fn the_day_of_the_increase_to_come_is_told() {
    let served =
        |on: &str| input(Regime::Judgment, "100", "2026-01-05", "2026-03-17").but(|input| input.served_on = Some(day(on)));
    let told = statement(&served("2026-01-17"));
    let note = told.notes.iter().find(|note| note.code == "judgmentIncreaseToCome").unwrap();
    assert!(note.message.contains("18\u{a0}mars 2026"), "{}", note.message);
    check_no_note(&served("2026-01-16"), "judgmentIncreaseToCome");
    check_no_note(&served("2026-01-17").paid("2026-01-05", "100"), "judgmentIncreaseToCome");
}

#[test]
fn a_rate_under_the_floor_for_a_part_of_the_time_says_that_its_check_is_discussed() {
    let message = |due_on| {
        let statement = statement(&business("100", due_on, "2026-07-10").rate(fixed("8")));
        statement.notes.into_iter().find(|note| note.code == "belowFloor").unwrap().message
    };
    // 8.25 from July 2026, 7.86 before.
    assert!(message("2026-06-15").contains("à chaque semestre"), "{}", message("2026-06-15"));
    assert!(!message("2026-07-01").contains("à chaque semestre"), "{}", message("2026-07-01"));
}

#[test]
fn the_provisional_note_names_what_was_assumed() {
    let statement = statement(&business("100", "2026-12-30", "2027-07-02"));
    let note = statement.notes.iter().find(|note| note.code == "rateNotPublished").unwrap();
    assert!(note.message.starts_with("Le taux du 1er\u{a0}semestre 2027 n’est pas encore publié"), "{}", note.message);
    assert!(note.message.contains("2,65\u{a0}%"), "{}", note.message);
}

/// French typography in every message: no plain space before `:` `;` `!` `?` `%`, no straight apostrophe.
#[test]
fn messages_are_set_in_french() {
    let mut cases: Vec<Input> = [Regime::Business, Regime::Public, Regime::Consumer, Regime::Judgment].map(everything).into();
    cases.push(business("100", "2026-12-25", "2027-07-02").paid("2026-12-31", "500").paid("2027-08-01", "1").credited(
        "2027-01-01",
        "10",
        false,
    ));
    cases.push(business("100", "2012-06-15", "2012-07-15").rate(fixed("12")));
    cases.push(business("1000", "2026-05-14", "2026-07-20").rate(fixed("8")).paid("2026-06-01", "1000").but(|input| {
        input.insolvency_opened_on = Some(day("2026-08-01"));
        input.invoices.push(input.invoices[0].clone());
        input.penalty_clause = Some(PenaltyClause { percent: None, minimum: None });
    }));
    cases.push(input(Regime::Public, "100", "2013-06-14", "2013-08-01"));
    cases.push(input(Regime::Judgment, "100", "2026-05-16", "2026-06-01").but(|input| {
        input.creditor = CreditorKind::Individual;
        input.served_on = Some(day("2026-05-20"));
    }));
    cases.push(input(Regime::Consumer, "100", "2026-05-16", "2026-08-01"));
    cases.push(input(Regime::Judgment, "100", "2026-05-16", "2026-08-01"));
    for case in cases {
        for note in statement(&case).notes {
            for wrong in [" :", " ;", " !", " ?", " %", " €", "'", "  "] {
                assert!(!note.message.contains(wrong), "{}: {}", note.code, note.message);
            }
            assert!(note.message.ends_with('.'), "{}: {}", note.code, note.message);
        }
    }
}

#[test]
fn every_line_and_rate_has_its_source() {
    for regime in [Regime::Business, Regime::Public, Regime::Consumer, Regime::Judgment] {
        let statement = statement(&everything(regime));
        for line in statement.invoices.iter().flat_map(|invoice| &invoice.lines) {
            assert!(statement.sources.iter().any(|source| source.id == line.source), "{}", line.source);
        }
        assert!(statement.sources.len() >= 2, "{regime:?}");
    }
    let ids: Vec<String> =
        statement(&business("1850", "2026-05-16", "2026-06-30")).sources.into_iter().map(|source| source.id).collect();
    assert_eq!(ids, ["ccom-l441-10", "ccom-d441-5", "bce-taux-directeurs"]);
}
