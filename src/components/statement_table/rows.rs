//! The rows of a statement, in the order of their days, and the sums below them: one list for the screen, for copying
//! and for spreadsheets.

use dument_law::penalties::{Credit, Invoice, InvoiceStatement, Line, Payment};
use dument_law::{Day, Money, french};
use dument_letters::period;

/// What moves the sum owed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Interest that ran.
    Line(Line),
    /// Money received.
    Payment(Payment),
    /// A credit note.
    Credit(Credit),
}

impl Row {
    /// What it is, with its days: « du 21 au 30 juin 2026 », « Paiement du 3 juillet 2026 ».
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Line(line) => period(line.from, line.to),
            Self::Payment(payment) => format!("Paiement du {}", french::day(payment.on)),
            Self::Credit(credit) if credit.retroactive => {
                format!("Avoir du {}, déduit depuis l’origine", french::day(credit.on))
            }
            Self::Credit(credit) => format!("Avoir du {}", french::day(credit.on)),
        }
    }
}

/// The rows of an invoice. What happens after the day of computation isn't counted, so not shown.
#[must_use]
pub fn rows(invoice: &Invoice, statement: &InvoiceStatement, as_of: Day) -> Vec<Row> {
    // A payment counts at the end of its day, after the line that it ends.
    let lines = statement.lines.iter().map(|line| ((line.to, 0), Row::Line(line.clone())));
    let payments = invoice.payments.iter().map(|payment| ((payment.on, 1), Row::Payment(*payment)));
    let credits = invoice.credits.iter().map(|credit| ((credit.on, 1), Row::Credit(*credit)));
    let mut all: Vec<_> = lines.chain(payments).chain(credits).filter(|((on, _), _)| *on <= as_of).collect();
    all.sort_by_key(|(order, _)| *order);
    all.into_iter().map(|(_, row)| row).collect()
}

/// The last of the sums.
pub const TOTAL: &str = "Total dû";

/// A sum below the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// What it is.
    pub label: String,
    /// How much.
    pub amount: Money,
    /// Whether it is taken off what stands above.
    pub deducted: bool,
}

/// What adds up to the total owed, the total last.
#[must_use]
pub fn sums(statement: &InvoiceStatement) -> Vec<Sum> {
    let sum = |label: &str, amount| Sum { label: label.to_owned(), amount, deducted: false };
    let mut sums = vec![sum("Intérêts", statement.interest)];
    if statement.interest_paid.is_positive() {
        sums.push(Sum { deducted: true, ..sum("Intérêts déjà payés", statement.interest_paid) });
    }
    if statement.indemnity.is_positive() {
        let label = if statement.indemnity == statement.indemnity_due {
            "Indemnité forfaitaire"
        } else {
            "Indemnité forfaitaire restant due"
        };
        sums.push(sum(label, statement.indemnity_due));
    }
    if statement.clause.is_positive() {
        sums.push(sum("Clause pénale", statement.clause));
    }
    sums.push(sum("Principal restant dû", statement.principal_due));
    sums.push(sum(TOTAL, statement.total));
    sums
}

/// « Facture F-2026-014, échue le 20 juin 2026, 10 000,00 € TTC »
#[must_use]
pub fn title(invoice: &Invoice, as_of: Day) -> String {
    let due = if invoice.due_on < as_of { "échue le" } else { "à payer le" };
    format!("Facture {}, {due} {}, {} TTC", invoice.number, french::day(invoice.due_on), french::money(invoice.amount))
}

#[cfg(test)]
mod tests {
    use dument_law::Reference;
    use dument_law::penalties::{Input, Regime, penalties};

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// 10 000,00 € due on 20 June 2026, 2 000,00 € paid on 3 July, seen on 10 July.
    fn part_paid() -> (Invoice, InvoiceStatement, Day) {
        let mut invoice = Invoice::unpaid("F-2026-014", day("2026-06-20"), Money::from_cents(1_000_000));
        invoice.payments = vec![
            Payment { on: day("2026-07-03"), amount: Money::from_cents(200_000) },
            Payment { on: day("2026-07-20"), amount: Money::from_cents(100) },
        ];
        let as_of = day("2026-07-10");
        let input = Input::new(as_of, Regime::Business, vec![invoice.clone()]);
        let statement = penalties(&input, Reference::published()).unwrap();
        (invoice, statement.invoices.into_iter().next().unwrap(), as_of)
    }

    fn spaced(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_payment_comes_after_the_line_it_ends() {
        let (invoice, statement, as_of) = part_paid();
        let labels: Vec<String> = rows(&invoice, &statement, as_of).iter().map(|row| spaced(&row.label())).collect();
        assert_eq!(
            labels,
            ["du 21 au 30 juin 2026", "du 1er au 3 juillet 2026", "Paiement du 3 juillet 2026", "du 4 au 10 juillet 2026"],
            "and the payment of 20 July, still to come, isn't there"
        );
    }

    #[test]
    fn the_sums_add_up() {
        let (_, statement, _) = part_paid();
        let sums = sums(&statement);
        let (total, parts) = sums.split_last().unwrap();
        let mut added = Money::ZERO;
        for part in parts {
            if part.deducted { added -= part.amount } else { added += part.amount }
        }
        assert_eq!(added, total.amount);
        assert!(parts.iter().any(|part| part.deducted), "interest was paid first");
    }

    #[test]
    fn names_the_invoice() {
        let (invoice, _, as_of) = part_paid();
        assert_eq!(spaced(&title(&invoice, as_of)), "Facture F-2026-014, échue le 20 juin 2026, 10 000,00 € TTC");
        assert_eq!(spaced(&title(&invoice, invoice.due_on)), "Facture F-2026-014, à payer le 20 juin 2026, 10 000,00 € TTC");
    }
}
