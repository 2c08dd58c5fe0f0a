//! The notice that goods are kept until payment, or claimed back where title was reserved.

use dument_law::Code;
use serde_json::{Value, json};

use crate::case::{case, practitioner, refused, written};
use crate::texts::check;

const KIND: &str = "retentionNotice";

fn title(debtor: &str) -> Value {
    let mut case = case(KIND, debtor);
    case["facts"][KIND] = json!({
        "right": "title",
        "goods": "une scie à ruban Felder FB 600, n° de série 4471",
        "handedOverOn": "2026-04-14",
        "clause": "article 8 de nos conditions générales, acceptées le 3 mars 2026"
    });
    case
}

/// The debtor is in insolvency proceedings.
fn insolvent(mut case: Value) -> Value {
    case["penalties"] = json!({ "insolvencyOpenedOn": "2026-06-20" });
    case["facts"][KIND]["publishedOn"] = json!("2026-06-28");
    case
}

#[test]
fn of_goods_in_hand_towards_a_consumer() {
    let mut case = case(KIND, "consumer");
    case["facts"][KIND]["handedOverOn"] = json!("2026-03-20");
    case["facts"][KIND]["keptAt"] = json!("notre atelier, 12 rue des Lices à Angers");
    check("retention-notice-consumer", case);
}

#[test]
fn of_goods_in_hand_in_insolvency() {
    let mut case = insolvent(case(KIND, "company"));
    case["facts"][KIND]["handedOverOn"] = json!("2026-03-20");
    check("retention-notice-insolvency", case);
}

#[test]
fn of_goods_sold_under_retention_of_title() {
    check("retention-notice-title", title("company"));
}

#[test]
fn of_goods_claimed_back_in_insolvency() {
    let mut case = insolvent(title("company"));
    case["facts"][KIND]["practitioner"] = practitioner();
    check("retention-notice-title-insolvency", case);
}

#[test]
fn nothing_earlier_is_asked_of_an_insolvent_debtor() {
    for case in [insolvent(case(KIND, "company")), insolvent(title("company"))] {
        let text = written(case).text;
        for asked in ["Pour payer", "IBAN", "à payer", "mettons en demeure"] {
            assert!(!text.contains(asked), "{asked} in {text}");
        }
    }
}

#[test]
fn without_an_administrator_the_debtor_is_written_to() {
    let text = written(insolvent(title("company"))).text;
    assert!(text.contains("Brun & Fils SAS\nService comptable\n4 quai Rambaud"), "{text}");
}

#[test]
fn the_term_to_claim_back_runs_from_the_publication() {
    let term = |case: Value| written(case).notes.into_iter().find(|note| note.code == "claimBackTerm").map(|note| note.message);
    assert!(term(insolvent(title("company"))).unwrap().contains("28\u{a0}septembre 2026"));
    let mut late = insolvent(title("company"));
    late["writtenOn"] = json!("2026-10-01");
    assert!(term(late).unwrap().contains("est passé depuis le 28\u{a0}septembre 2026"));
    assert_eq!(term(title("company")), None);
}

#[test]
fn it_is_refused_without_a_right() {
    assert_eq!(refused(case(KIND, "publicBody")), [(Code::NotApplicable, "debtor.kind".to_owned())]);
    let missing = |field: &str| (Code::MissingField, format!("facts.retentionNotice.{field}"));
    let mut nothing = case(KIND, "company");
    nothing["facts"] = json!({});
    assert_eq!(refused(nothing), [missing("right"), missing("goods")]);
    let mut unwritten = title("company");
    unwritten["facts"][KIND].as_object_mut().unwrap().remove("clause");
    assert_eq!(refused(unwritten), [missing("clause")]);
    let mut later = insolvent(case(KIND, "company"));
    later["facts"][KIND]["handedOverOn"] = json!("2026-06-22");
    assert_eq!(refused(later), [(Code::InsolvencyOpened, "facts.retentionNotice.handedOverOn".to_owned())]);
}

#[test]
fn a_claim_later_than_the_judgment_is_asked_for() {
    let mut case = insolvent(case(KIND, "company"));
    case["penalties"]["insolvencyOpenedOn"] = json!("2026-03-02");
    case["facts"][KIND]["publishedOn"] = json!("2026-03-10");
    let text = written(case).text;
    assert!(text.contains("Pour payer") && text.contains("jusqu’au paiement complet"), "{text}");
}
