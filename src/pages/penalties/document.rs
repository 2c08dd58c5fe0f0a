//! The statement as a document: its tables, how each figure was found, the texts, and what it was computed with.

use std::collections::BTreeSet;

use dument_law::penalties::{Input, Invoice, InvoiceStatement, Line, Statement};
use dument_law::{Reference, french};
use dument_letters::document::{Align, Column, Item, TableRow};
use dument_letters::{Block, Document, Language};

use crate::components::explanation::Explanation;
use crate::components::statement_table::reasons;
use crate::components::statement_table::rows::{Row, Sum, TOTAL, grand_sums, rows, shares, sums, title};
use crate::components::statement_table::rule::Rule;

/// Who is owed, and by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parties {
    /// The creditor's name, or nothing.
    pub creditor: String,
    /// The debtor's name, or nothing.
    pub debtor: String,
}

/// The statement, ready to be rendered.
#[must_use]
pub fn document(parties: &Parties, input: &Input, statement: &Statement, reference: &Reference) -> Document {
    let title = format!("Décompte au {}", french::day(statement.as_of));
    let mut blocks = vec![Block::Heading { text: title.clone(), level: 1 }];
    let named = [("Créancier", &parties.creditor), ("Débiteur", &parties.debtor)];
    let named: Vec<Item> =
        named.into_iter().filter(|(_, name)| !name.is_empty()).map(|(label, name)| item(label, name)).collect();
    if !named.is_empty() {
        blocks.push(Block::Facts { title: "Les parties".to_owned(), items: named });
    }
    for (invoice, owed) in input.invoices.iter().zip(&statement.invoices) {
        blocks.push(account(input, invoice, owed));
    }
    let grand = grand_sums(statement);
    if !grand.is_empty() {
        blocks.push(table("Toutes les factures", &["", "Montant"], grand.iter().map(sum_row).collect()));
    }
    blocks.push(Block::Heading { text: "Comment ces chiffres sont obtenus".to_owned(), level: 2 });
    blocks
        .extend(reasons_told(input, statement).into_iter().enumerate().map(|(i, text)| paragraph(&format!("reason-{i}"), text)));
    blocks.push(Block::Heading { text: "Les textes".to_owned(), level: 2 });
    let texts = statement.sources.iter().map(|source| item(&source.title, &source.url)).collect();
    blocks.push(Block::Facts { title: "À lire en ligne".to_owned(), items: texts });
    blocks.push(paragraph("versions", versions(reference)));
    Document { language: Language::Fr, title, author: parties.creditor.clone(), written_on: statement.as_of, blocks }
}

/// What it was computed with, so that anyone can do it again.
fn versions(reference: &Reference) -> String {
    format!(
        "Règles\u{a0}: Dûment {}. Chiffres de la loi relus le {}, taux publiés jusqu’au {}. Ce décompte informe\u{202f}; il ne remplace pas l’avis \
         d’un professionnel du droit.",
        env!("CARGO_PKG_VERSION"),
        french::day(reference.read_on),
        french::day(reference.known_until)
    )
}

/// The lines, payments and sums of an invoice.
fn account(input: &Input, invoice: &Invoice, owed: &InvoiceStatement) -> Block {
    let mut told: Vec<TableRow> = rows(invoice, owed).into_iter().map(row).collect();
    told.extend(sums(owed).iter().map(|sum| {
        let amount = printed(sum);
        total_row(sum, [sum.label.clone(), String::new(), String::new(), String::new(), amount])
    }));
    table(&title(invoice, input.as_of), &["Période", "Jours", "Taux", "Base", "Montant"], told)
}

fn row(row: Row) -> TableRow {
    let label = row.label();
    let cells = match row {
        Row::Line(Line { days, percent, principal, interest, provisional, .. }) => {
            let label = if provisional { format!("{label} (taux provisoire)") } else { label };
            [label, days.to_string(), french::percent(percent), french::money(principal), french::money(interest)]
        }
        Row::Payment(applied) | Row::Credit { applied, .. } => {
            let label = shares(&applied).map_or(label.clone(), |shares| format!("{label}, {shares}"));
            [label, String::new(), String::new(), String::new(), format!("({})", french::money(applied.amount))]
        }
    };
    TableRow { cells: cells.into(), total: false, carried: Vec::new() }
}

fn printed(sum: &Sum) -> String {
    let amount = french::money(sum.amount);
    if sum.deducted { format!("−{amount}") } else { amount }
}

fn sum_row(sum: &Sum) -> TableRow {
    total_row(sum, [sum.label.clone(), printed(sum)])
}

fn total_row(sum: &Sum, cells: impl Into<Vec<String>>) -> TableRow {
    TableRow { cells: cells.into(), total: sum.label == TOTAL, carried: Vec::new() }
}

/// Each rule once, with what was assumed; then what payments pay, the indemnity, and what a further day adds.
fn reasons_told(input: &Input, statement: &Statement) -> Vec<String> {
    let mut told = vec![
        "L’intérêt court du lendemain de l’échéance jusqu’au jour du calcul compris, sur ce qui reste dû, taxes comprises\u{a0}: base × taux × \
         jours ÷ 365, chaque ligne arrondie au centime. Les totaux sont des sommes de lignes arrondies."
            .to_owned(),
    ];
    let mut seen = BTreeSet::new();
    let mut tell = |explanation: &Explanation| {
        let text = std::iter::once(&explanation.rule).chain(&explanation.assumed).cloned().collect::<Vec<_>>().join(" ");
        if seen.insert(text.clone()) {
            told.push(text);
        }
    };
    for owed in &statement.invoices {
        let Some(first) = owed.lines.first() else { continue };
        for line in &owed.lines {
            tell(&Rule { input, first_day: first.from, line }.explanation());
        }
    }
    let part_paid = statement.invoices.iter().any(|owed| owed.interest_paid.is_positive());
    if part_paid {
        tell(&reasons::order_of_payments(input));
    }
    if statement.totals.indemnity.is_positive() {
        tell(&reasons::indemnity(input.regime));
    }
    if let Some(per_day) = reasons::of_per_day(statement) {
        told.push(format!(
            "Chaque jour de plus\u{a0}: {}. {}",
            french::money(statement.totals.per_day),
            per_day.working.join("\u{202f}; ")
        ));
    }
    told.extend(statement.notes.iter().map(|note| note.message.clone()));
    told
}

fn item(label: &str, value: &str) -> Item {
    Item { label: label.to_owned(), value: value.to_owned() }
}

fn paragraph(id: &str, text: String) -> Block {
    Block::Paragraph { id: id.to_owned(), text }
}

/// A table whose first column holds words, the others figures.
fn table(caption: &str, titles: &[&str], rows: Vec<TableRow>) -> Block {
    let columns = titles
        .iter()
        .enumerate()
        .map(|(i, title)| Column { title: (*title).to_owned(), align: if i == 0 { Align::Start } else { Align::End } })
        .collect();
    Block::Table { caption: caption.to_owned(), columns, rows }
}

#[cfg(test)]
mod tests {
    use dument_law::Money;
    use dument_law::penalties::{Payment, Regime, penalties};

    use super::*;

    fn case(copies: usize) -> Document {
        let mut invoice = Invoice::unpaid("F-1", "2026-06-20".parse().unwrap(), Money::from_cents(1_000_000));
        invoice.payments = vec![Payment { on: "2026-07-03".parse().unwrap(), amount: Money::from_cents(200_000) }];
        let input = Input::new("2026-07-10".parse().unwrap(), Regime::Business, vec![invoice; copies]);
        let reference = Reference::published();
        let statement = penalties(&input, reference).unwrap();
        let parties = Parties { creditor: "Menuiserie Lacaze".to_owned(), debtor: String::new() };
        document(&parties, &input, &statement, reference)
    }

    fn tables(document: &Document) -> Vec<&[TableRow]> {
        document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Table { rows, .. } => Some(rows.as_slice()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn holds_every_line_and_every_sum() {
        let document = case(1);
        let [account] = tables(&document)[..] else { panic!("one invoice, one table") };
        let first: Vec<String> = account.iter().map(|row| row.cells[0].replace(['\u{a0}', '\u{202f}'], " ")).collect();
        assert_eq!(
            first,
            [
                "du 21 au 30 juin 2026",
                "du 1er au 3 juillet 2026",
                "Paiement du 3 juillet 2026, dont 43,48 € d’intérêts et 1 956,52 € de principal",
                "du 4 au 10 juillet 2026",
                "Intérêts",
                "Intérêts déjà payés",
                "Indemnité forfaitaire",
                "Principal restant dû",
                "Total dû"
            ]
        );
        assert_eq!(tables(&case(2)).len(), 3, "and a table of all where there are several");
    }

    #[test]
    fn says_each_rule_once_and_with_what_it_was_computed() {
        let texts: Vec<String> = case(2)
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph { text, .. } => Some(text.clone()),
                _ => None,
            })
            .collect();
        assert_eq!(texts.iter().filter(|text| text.contains("1er\u{a0}juillet 2026, donc 12,40")).count(), 1, "{texts:#?}");
        assert!(texts.last().unwrap().starts_with("Règles\u{a0}: Dûment"));
    }
}
