//! The numbered list of exhibits that goes with a claim before a court or an insolvency practitioner (R622-23, CPC 1407).

use dument_law::french;

use crate::claim::Claim;
use crate::document::{Align, Block, Column, TableRow};
use crate::input::Input;
use crate::line::Line;
use crate::words;

/// The list: the invoices, the letters sent before, then what the writer adds.
#[doc(alias = "bordereau de pièces")]
pub(crate) fn exhibits(input: &Input, claim: &Claim<'_>) -> Block {
    let words = words::of(input.language);
    let invoices = claim.invoices.iter().map(|invoice| {
        let issued = invoice.issued_on.map(|day| format!(" du {}", french::day(day))).unwrap_or_default();
        format!("{}{issued}", words.invoice(invoice.number.as_str()))
    });
    let letters = claim.earlier_letters.iter().map(|day| format!("Lettre du {}", french::day(*day)));
    let others = input.facts.enclosures.iter().filter_map(|item| Line::some(item)).map(String::from);
    let costs = claim.statement.totals.extra_costs.is_positive().then(|| words.labels().proof_of_costs.to_owned());
    let rows = invoices.chain(letters).chain(costs).chain(others).enumerate().map(|(place, exhibit)| TableRow {
        cells: vec![(place + 1).to_string(), exhibit],
        total: false,
        carried: Vec::new(),
    });
    Block::Table {
        caption: "Bordereau des pièces jointes, en copie".into(),
        columns: vec![Column { title: "N°".into(), align: Align::End }, Column { title: "Pièce".into(), align: Align::Start }],
        rows: rows.collect(),
    }
}
