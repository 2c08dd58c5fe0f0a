//! The competent court by the parties, the place and the day; lawyers and appeals.

use dument_law::procedures::{Lawyer, OptionId::*};
use serde_json::{Value, json};

use crate::{guide, option};

/// The court of proceedings on the merits.
#[track_caller]
fn check_court(changes: Value, expected: &str) {
    let guidance = guide(changes);
    assert_eq!(option(&guidance, OrdinaryProceedings).court.as_deref(), Some(expected));
}

fn between(creditor: &str, debtor: &str) -> Value {
    json!({ "creditor": { "kind": creditor }, "debtor": { "kind": debtor } })
}

const COMMERCIAL: &str = "Tribunal de commerce du siège du client";
const JUDICIAL: &str = "Tribunal judiciaire du domicile ou du siège du client (ou sa chambre de proximité)";

#[test]
fn the_court_follows_from_both_parties() {
    let commercial = ["company", "soleTrader", "craftsman"];
    let civil = ["liberal", "farmer", "civilCompany", "association"];
    for creditor in commercial {
        for debtor in commercial {
            check_court(between(creditor, debtor), COMMERCIAL);
        }
    }
    // Commercial for the debtor alone: the civil creditor chooses.
    for creditor in civil {
        for debtor in commercial {
            check_court(between(creditor, debtor), &format!("{COMMERCIAL}, ou tribunal judiciaire, à votre choix"));
        }
    }
    // A debtor who is no merchant is sued before the civil court, whoever claims.
    for creditor in commercial.into_iter().chain(civil) {
        for debtor in civil.into_iter().chain(["consumer"]) {
            check_court(between(creditor, debtor), JUDICIAL);
        }
        check_court(between(creditor, "publicBody"), "Tribunal administratif");
    }
}

#[test]
fn leases_and_bills_have_their_own_court() {
    let lease = |debtor: &str| json!({ "basis": "lease", "debtor": { "kind": debtor } });
    check_court(lease("consumer"), "Juge des contentieux de la protection du lieu du logement");
    check_court(lease("company"), "Tribunal judiciaire du lieu des locaux loués");
    // An accepted bill is commercial by its form.
    check_court(json!({ "basis": "acceptedBill", "debtor": { "kind": "liberal" } }), COMMERCIAL);
    // A payment order is asked for where the debtor lives, whatever the premises.
    let order = guide(lease("consumer"));
    let court = option(&order, PaymentOrder).court.as_deref();
    assert_eq!(court, Some("Juge des contentieux de la protection du domicile du client"));
}

#[test]
fn the_place_names_the_court() {
    let placed = |place: &str, court: &str| json!({ "court": court, "debtor": { "place": place } });
    check_court(placed("alsaceMoselle", "Strasbourg"), "Chambre commerciale du tribunal judiciaire de Strasbourg");
    check_court(placed("overseas", "Saint-Denis"), "Tribunal mixte de commerce de Saint-Denis");
    check_court(placed("france", "Tribunal de commerce d’Évry"), "Tribunal de commerce d’Évry");
    let consumer = json!({ "court": "Brest", "debtor": { "kind": "consumer" } });
    check_court(consumer, "Tribunal judiciaire de Brest (ou sa chambre de proximité)");
}

#[test]
fn a_claim_above_ten_thousand_is_not_for_a_local_chamber() {
    let of = |amount: &str| json!({ "amount": amount, "debtor": { "kind": "consumer" } });
    check_court(of("10000.00"), JUDICIAL);
    check_court(of("10000.01"), "Tribunal judiciaire du domicile ou du siège du client");
}

#[test]
fn twelve_seats_are_economic_courts_for_four_years() {
    for (seat, of_seat) in [
        ("Avignon", "d’Avignon"),
        ("Auxerre", "d’Auxerre"),
        ("Le Havre", "du Havre"),
        ("Le Mans", "du Mans"),
        ("Limoges", "de Limoges"),
        ("Lyon", "de Lyon"),
        ("Marseille", "de Marseille"),
        ("Nancy", "de Nancy"),
        ("Nanterre", "de Nanterre"),
        ("Paris", "de Paris"),
        ("Saint-Brieuc", "de Saint-Brieuc"),
        ("Versailles", "de Versailles"),
    ] {
        let on = |day: &str| json!({ "asOf": day, "court": seat });
        check_court(on("2025-01-01"), &format!("Tribunal des activités économiques {of_seat}"));
        check_court(on("2028-12-31"), &format!("Tribunal des activités économiques {of_seat}"));
        check_court(on("2024-12-31"), &format!("Tribunal de commerce {of_seat}"));
        check_court(on("2029-01-01"), &format!("Tribunal de commerce {of_seat}"));
    }
    check_court(json!({ "court": "Bordeaux" }), "Tribunal de commerce de Bordeaux");
    // Another town of its district, and an abbreviation.
    check_court(json!({ "court": "Carpentras" }), "Tribunal des activités économiques d’Avignon");
    check_court(json!({ "court": "St Brieuc" }), "Tribunal des activités économiques de Saint-Brieuc");
    check_court(json!({ "court": "TC de St-Brieuc" }), "Tribunal des activités économiques de Saint-Brieuc");
}

#[track_caller]
fn check_lawyer(changes: Value, lawyer: Lawyer) {
    assert_eq!(option(&guide(changes), OrdinaryProceedings).lawyer, lawyer);
}

#[test]
fn a_lawyer_is_required_above_ten_thousand_euros() {
    for debtor in ["company", "consumer", "liberal"] {
        let of = |amount: &str| json!({ "amount": amount, "debtor": { "kind": debtor } });
        check_lawyer(of("10000.00"), Lawyer::NotRequired);
        check_lawyer(of("10000.01"), Lawyer::Required);
    }
    // Interest takes the claim above: it depends on what is asked.
    check_lawyer(json!({ "amount": "9900.00", "accrued": "140.00" }), Lawyer::Unsure);
    // Never before the judge of leases of homes; perhaps before the administrative court.
    check_lawyer(json!({ "amount": "20000.00", "basis": "lease", "debtor": { "kind": "consumer" } }), Lawyer::NotRequired);
    check_lawyer(json!({ "debtor": { "kind": "publicBody" } }), Lawyer::Unsure);
    // A request for a payment order never needs one.
    assert_eq!(option(&guide(json!({ "amount": "90000.00" })), PaymentOrder).lawyer, Lawyer::NotRequired);
}

#[test]
fn up_to_five_thousand_euros_there_is_no_appeal() {
    let last_resort = |amount: &str| {
        let guidance = guide(json!({ "amount": amount }));
        option(&guidance, OrdinaryProceedings).steps.iter().any(|step| step.contains("dernier ressort"))
    };
    assert!(last_resort("5000.00"));
    assert!(!last_resort("5000.01"));
}
