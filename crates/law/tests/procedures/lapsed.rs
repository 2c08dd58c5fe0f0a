//! Terms that are over, and days that are the last: what is said of them, and what is still to be done.

use dument_law::procedures::{DeadlineId, Guidance, OptionId::*, Status};
use serde_json::{Value, json};

use crate::{check_plan, guide, has_note, option, status};

/// A French text with its no-break spaces made plain.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn deadline(guidance: &Guidance, id: DeadlineId) -> String {
    let found = guidance.deadlines.iter().find(|deadline| deadline.id == id);
    plain(&found.unwrap_or_else(|| panic!("no {id:?}: {:#?}", guidance.deadlines)).message)
}

fn note(guidance: &Guidance, code: &str) -> String {
    let note = guidance.notes.iter().find(|note| note.code == code);
    plain(&note.unwrap_or_else(|| panic!("no {code}: {:#?}", guidance.notes)).message)
}

/// Why the first step of the plan comes now.
fn first_why(guidance: &Guidance) -> String {
    plain(&guidance.plan[0].why)
}

#[track_caller]
fn tells(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "no “{word}” in “{text}”");
    }
}

/// An order made, then served: on `as_of`, too late.
#[track_caller]
fn served_too_late(made: &str, served: &str, as_of: &str, last_day: &str) {
    let facts = json!({
        "asOf": as_of,
        "done": [{ "kind": "paymentOrderMade", "on": made }, { "kind": "paymentOrderServed", "on": served }],
    });
    let guidance = check_plan(facts, &[("paymentOrder", as_of)]);
    tells(&first_why(&guidance), &[last_day, "non avenue", "redemander"]);
    assert!(matches!(guidance.deadlines.as_slice(), [only] if only.id == DeadlineId::PaymentOrderService));
    tells(&deadline(&guidance, DeadlineId::PaymentOrderService), &[last_day, "ce délai est passé"]);
    assert_eq!(status(&guidance, Enforcement), Status::Blocked);
}

#[test]
fn an_order_served_too_late_is_asked_for_again() {
    // 1 October + 3 months: 1 January 2027, a holiday and a Friday; Monday 4.
    served_too_late("2026-10-01", "2027-02-01", "2027-03-22", "4 janvier 2027");
    // Made before September 2026: six months, 1 November 2026, a Sunday; Monday 2.
    served_too_late("2026-05-01", "2026-11-10", "2026-11-22", "2 novembre 2026");
    // On the moved last day, service still counts.
    let on_time = json!({
        "asOf": "2027-03-22",
        "done": [{ "kind": "paymentOrderMade", "on": "2026-10-01" }, { "kind": "paymentOrderServed", "on": "2027-01-04" }],
    });
    assert_eq!(guide(on_time).plan[0].option, Enforcement);
}

#[test]
fn service_too_late_leaves_limitation_running() {
    // Performed on 1 December 2021: five years end on 1 December 2026, as if nothing had been served.
    let late = guide(json!({
        "performedOn": "2021-12-01", "dueOn": "2021-12-10",
        "done": [{ "kind": "paymentOrderMade", "on": "2026-01-05" }, { "kind": "paymentOrderServed", "on": "2026-10-05" }],
    }));
    tells(&note(&late, "limitationNear"), &["1er décembre 2026"]);
    assert_eq!(status(&late, SummaryProceedings), Status::Recommended);
}

#[test]
fn an_order_is_served_before_limitation_ends() {
    let made = |performed: &str, due: &str| {
        guide(json!({
            "performedOn": performed, "dueOn": due, "done": [{ "kind": "paymentOrderMade", "on": "2026-11-01" }],
        }))
    };
    // The order's own term: 1 February 2027. Limitation: 1 December 2026, five years after performance.
    let near = made("2021-12-01", "2021-12-10");
    assert_eq!(near.plan[0].option, PaymentOrder);
    tells(&first_why(&near), &["au plus tard le 1er décembre 2026", "seule la signification l’interrompt", "1er février 2027"]);
    tells(&deadline(&near, DeadlineId::PaymentOrderService), &["1er février 2027", "s’achève avant, le 1er décembre 2026"]);
    // The cautious reading is over, the other not yet: serve today.
    let arguable = made("2021-11-01", "2021-12-10");
    tells(&first_why(&arguable), &["aujourd’hui même", "depuis la fin du 1er novembre 2026"]);
    // Barred since 10 November 2026: the order doesn't change it.
    let barred = made("2021-11-01", "2021-11-10");
    assert_eq!(barred.plan[0].option, Call);
    tells(&first_why(&barred), &["La prescription est acquise", "l’ordonnance rendue n’y change rien"]);
    assert!(has_note(&barred, "timeBarred"));
}

/// Proceedings opened on 1 November 2026, published on the 10th; `changes` come on top.
fn insolvent(kind: &str, changes: Value) -> Guidance {
    let insolvency = json!({ "kind": kind, "openedOn": "2026-11-01", "publishedOn": "2026-11-10" });
    let mut facts = json!({ "debtor": { "insolvency": insolvency } });
    crate::merge(&mut facts, changes);
    guide(facts)
}

#[test]
fn in_insolvency_the_declaration_interrupts_limitation() {
    // Limitation ends on 1 December 2026, the term to declare on 11 January 2027.
    let near = insolvent("liquidation", json!({ "performedOn": "2021-12-01", "dueOn": "2021-12-10" }));
    let remark = note(&near, "limitationNear");
    tells(&remark, &["1er décembre 2026", "la déclaration de créance qui l’interrompt"]);
    assert!(!remark.contains("Seuls une assignation"), "{remark}");
    assert_eq!(near.plan[0].option, ClaimDeclaration);
    tells(&first_why(&near), &["au plus tard le 1er décembre 2026", "la déclaration l’interrompt"]);
    let term = deadline(&near, DeadlineId::ClaimDeclaration);
    tells(&term, &["11 janvier 2027", "s’achève avant, le 1er décembre 2026"]);
    assert!(!term.contains("Visez le"), "{term}");
    // Limitation far away: the term to declare.
    tells(&first_why(&insolvent("liquidation", json!({}))), &["au plus tard le 11 janvier 2027"]);
}

#[test]
fn a_missed_declaration_is_relieved_by_its_own_request() {
    let missed = insolvent("liquidation", json!({ "asOf": "2027-02-22" }));
    assert_eq!(plain(&missed.plan[0].title), "Demander le relevé de forclusion");
    tells(&first_why(&missed), &["était le 11 janvier 2027 : ce délai est passé", "au plus tard le 10 mai 2027"]);
    tells(&deadline(&missed, DeadlineId::ClaimDeclaration), &["était le 11 janvier 2027 : ce délai est passé"]);
    tells(&deadline(&missed, DeadlineId::RetentionOfTitleClaim), &["était le 10 février 2027 : ce délai est passé"]);
    tells(&deadline(&missed, DeadlineId::ForeclosureRelief), &["au plus tard le 10 mai 2027."]);
    tells(&plain(&option(&missed, ClaimDeclaration).steps[0]), &["requête en relevé de forclusion"]);
    let reason = option(&missed, ClaimDeclaration).reasons.last().unwrap();
    tells(&plain(&reason.message), &["au plus tard le 10 mai 2027"]);
    // The declaration still open says nothing of relief.
    assert!(!option(&insolvent("liquidation", json!({})), ClaimDeclaration).steps[0].contains("relevé"));
}

#[test]
fn terms_that_are_over_are_told_as_over() {
    let lost = insolvent("reorganisation", json!({ "asOf": "2027-06-01" }));
    tells(&deadline(&lost, DeadlineId::ForeclosureRelief), &["était le 10 mai 2027 : ce délai est passé"]);
    let attached = guide(json!({ "done": [{ "kind": "protectiveMeasure", "on": "2026-10-10" }] }));
    // One month after 10 October 2026: Tuesday 10 November.
    tells(&note(&attached, "protectiveSuit"), &["était le 10 novembre 2026 : ce délai est passé"]);
    let public = |done: Value| guide(json!({ "debtor": { "kind": "publicBody", "publicKind": "local" }, "done": done }));
    let old_title = public(json!([{ "kind": "titleObtained", "on": "2026-06-10" }]));
    tells(&first_why(&old_title), &["était le 10 août 2026", "ce délai est passé", "Demandez le paiement d’office"]);
    let demanded = public(json!([{ "kind": "writtenDemand", "on": "2026-09-10" }]));
    tells(&deadline(&demanded, DeadlineId::PublicComplaint), &["était le 10 novembre 2026 : ce délai est passé"]);
    let served = guide(json!({ "done": [{ "kind": "paymentOrderServed", "on": "2026-09-10" }] }));
    tells(&deadline(&served, DeadlineId::PaymentOrderOpposition), &["était le 12 octobre 2026 : ce délai est passé"]);
    let unserved = guide(json!({ "done": [{ "kind": "paymentOrderMade", "on": "2026-05-01" }] }));
    tells(&deadline(&unserved, DeadlineId::PaymentOrderService), &["était le 2 novembre 2026 : ce délai est passé"]);
    tells(&first_why(&unserved), &["au plus tard le 2 novembre 2026", "non avenue"]);
}

#[test]
fn a_last_day_is_told_as_usable() {
    // C25: Monday 11 January 2027 is the last day; the working day before is Friday 8.
    tells(&deadline(&insolvent("liquidation", json!({})), DeadlineId::ClaimDeclaration), &["Visez le 8 janvier 2027."]);
    // On the eve, no working day is left before it.
    let eve = insolvent("liquidation", json!({ "asOf": "2027-01-08" }));
    tells(&deadline(&eve, DeadlineId::ClaimDeclaration), &["Envoyez-la tout de suite"]);
    let arguable = guide(json!({ "performedOn": "2021-11-01", "dueOn": "2021-12-10" }));
    tells(&note(&arguable, "limitationArguable"), &["depuis la fin du 1er novembre 2026"]);
}

#[test]
fn after_the_cautious_day_an_acknowledgment_is_a_waiver() {
    let arguable = guide(json!({ "performedOn": "2021-11-01", "dueOn": "2021-12-10" }));
    assert_eq!(arguable.plan[0].option, Acknowledgment);
    tells(&first_why(&arguable), &["était le 1er novembre 2026 : ce délai est passé", "renonciation à la prescription"]);
    let near = guide(json!({ "performedOn": "2021-12-01", "dueOn": "2021-12-10" }));
    tells(&first_why(&near), &["est le 1er décembre 2026", "ouvre un nouveau délai"]);
}

#[test]
fn a_public_body_cannot_waive_limitation() {
    // Due in 2020: four years from 1 January 2021 end on 31 December 2024.
    let facts = json!({ "performedOn": "2020-05-04", "dueOn": "2020-06-04", "debtor": { "kind": "publicBody" } });
    let barred = check_plan(facts, &[("publicDemand", "2026-11-22")]);
    assert_eq!(plain(&barred.plan[0].title), "Demander à être relevé de la prescription");
    tells(&first_why(&barred), &["n’a pas le droit d’y renoncer", "circonstances particulières"]);
    let remark = note(&barred, "timeBarred");
    assert!(!remark.contains("paiement volontaire"), "{remark}");
}

#[test]
fn a_public_body_is_in_no_insolvency() {
    let public = insolvent("liquidation", json!({ "debtor": { "kind": "publicBody" } }));
    assert!(has_note(&public, "publicInsolvency"));
    assert_eq!(public.plan[0].option, PublicDemand);
    assert_eq!(status(&public, ClaimDeclaration), Status::NotConcerned);
    assert!(public.deadlines.is_empty());
    assert!(!has_note(&insolvent("liquidation", json!({})), "publicInsolvency"));
}

#[test]
fn a_plan_without_a_step_says_why() {
    let declared = json!({ "done": [{ "kind": "claimDeclared", "on": "2026-11-20" }] });
    for kind in ["safeguard", "reorganisation"] {
        let waiting = insolvent(kind, declared.clone());
        assert!(waiting.plan.is_empty());
        tells(&note(&waiting, "declaredAndWaiting"), &["répondez sous 30 jours", "BODACC"]);
    }
    let lost = insolvent("reorganisation", json!({ "asOf": "2027-06-01" }));
    assert!(lost.plan.is_empty());
    tells(&note(&lost, "declarationLost"), &["relevé de forclusion n’est plus ouvert"]);
    assert!(!has_note(&insolvent("safeguard", json!({})), "declaredAndWaiting"));
    // In a liquidation the tax is left, and the loss is said all the same.
    let liquidated = insolvent("liquidation", json!({ "asOf": "2027-06-01" }));
    assert_eq!(liquidated.plan[0].option, VatRelief);
    assert!(has_note(&liquidated, "declarationLost"));
}

#[test]
fn events_out_of_order_are_told_once() {
    let swapped = json!([
        { "kind": "oppositionFormed", "on": "2026-09-02" },
        { "kind": "paymentOrderServed", "on": "2026-10-02" },
        { "kind": "paymentOrderMade", "on": "2026-11-02" },
    ]);
    let guidance = guide(json!({ "done": swapped }));
    assert_eq!(guidance.notes.iter().filter(|note| note.code == "eventsOutOfOrder").count(), 1);
    tells(&note(&guidance, "eventsOutOfOrder"), &["avant d’être rendue, et l’opposition précède"]);
}

#[test]
fn durations_are_said_to_be_indicative() {
    tells(&note(&guide(json!({})), "durationsIndicative"), &["indicatives"]);
}
