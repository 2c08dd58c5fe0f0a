//! The form in which what was found crosses to others.

use dument_intake::{Found, Invoice, InvoiceKind, Line, Outcome, Party, Place, Refusal, RefusalCode};
use dument_law::Money;
use serde_json::json;

#[test]
fn what_was_found_is_written_and_read_again() {
    let invoice = json!({
        "is": "invoice",
        "number": "F-1",
        "kind": "invoice",
        "dueOn": "2026-05-16",
        "amount": "1850.00",
        "currency": "EUR",
        "debtor": { "name": "Dupont" },
    });
    let refused = json!({ "is": "refused", "code": "totalRow", "message": "Une ligne de total." });
    let written = json!({
        "file": "export.csv",
        "kind": "csv",
        "lines": [{ "place": { "row": 2 }, "outcome": invoice }, { "place": { "row": 3 }, "outcome": refused }],
    });
    let line = |row, outcome| Line {
        place: Place { row: Some(row), ..Place::default() },
        outcome,
        derived: Vec::new(),
        warnings: Vec::new(),
    };
    let found = Found {
        file: "export.csv".into(),
        kind: dument_intake::FileKind::Csv,
        detail: None,
        notices: Vec::new(),
        table: None,
        lines: vec![
            line(
                2,
                Outcome::Invoice(Box::new(Invoice {
                    due_on: Some("2026-05-16".parse().unwrap()),
                    debtor: Party { name: "Dupont".into(), ..Party::default() },
                    ..Invoice::new("F-1", InvoiceKind::Invoice, Money::from_cents(185_000), "EUR")
                })),
            ),
            line(3, Outcome::Refused(Refusal::new(RefusalCode::TotalRow, "Une ligne de total."))),
        ],
    };
    assert_eq!(serde_json::to_value(&found).unwrap(), written);
    assert_eq!(serde_json::from_value::<Found>(written).unwrap(), found);
}
