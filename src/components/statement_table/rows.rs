//! The rows of a statement, in the order of their days, and the sums below them: one list for the screen, for copying
//! and for spreadsheets.

use dument_law::penalties::{Applied, AppliedKind, Credit, Invoice, InvoiceStatement, Line, Statement};
use dument_law::{Day, Money, french};
use dument_letters::period;

/// What moves the sum owed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Interest that ran.
    Line(Line),
    /// Money received.
    Payment(Applied),
    /// A credit note.
    Credit {
        /// What it went to.
        applied: Applied,
        /// Whether it counts from the start.
        retroactive: bool,
    },
}

impl Row {
    /// Whether interest ran.
    #[must_use]
    pub fn is_line(&self) -> bool {
        self.line().is_some()
    }

    /// The interest that ran.
    #[must_use]
    pub fn line(&self) -> Option<&Line> {
        if let Self::Line(line) = self { Some(line) } else { None }
    }

    /// What it is, with its days: « du 21 au 30 juin 2026 », « Paiement du 3 juillet 2026 ».
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Line(line) => period(line.from, line.to),
            Self::Payment(payment) => format!("Paiement du {}", french::day(payment.on)),
            Self::Credit { applied, retroactive: true } => {
                format!("Avoir du {}, déduit depuis l’origine", french::day(applied.on))
            }
            Self::Credit { applied, .. } => format!("Avoir du {}", french::day(applied.on)),
        }
    }
}

/// A payment or a credit note with its amount, and what it went to; a line of interest has its own cells.
#[must_use]
pub fn of_payment(row: &Row) -> String {
    let (Row::Payment(applied) | Row::Credit { applied, .. }) = row else { return row.label() };
    let shares = shares(applied).map(|shares| format!(", {shares}")).unwrap_or_default();
    format!("{}\u{a0}: {}{shares}", row.label(), french::money(applied.amount))
}

/// What a payment went to, where it isn't all principal: « dont 28,52 € d’intérêts et 571,48 € de principal ».
#[must_use]
pub fn shares(applied: &Applied) -> Option<String> {
    let share = |amount: Money, of: &str| amount.is_positive().then(|| format!("{} {of}", french::money(amount)));
    let shares = [
        share(applied.interest, "d’intérêts"),
        share(applied.principal, "de principal"),
        share(applied.indemnity, "d’indemnité"),
    ];
    let shares: Vec<String> = shares.into_iter().flatten().collect();
    let is_all_principal = applied.principal == applied.amount;
    (!is_all_principal && !shares.is_empty()).then(|| {
        let shares: Vec<&str> = shares.iter().map(String::as_str).collect();
        format!("dont {}", french::list(&shares))
    })
}

/// The rows of an invoice. What happens after the day of computation isn't counted, so not shown.
#[must_use]
pub fn rows(invoice: &Invoice, statement: &InvoiceStatement) -> Vec<Row> {
    // A payment counts at the end of its day, after the line that it ends.
    let lines = statement.lines.iter().map(|line| ((line.to, 0), Row::Line(line.clone())));
    let applied = statement.applied.iter().map(|applied| ((applied.on, 1), applied_row(invoice, *applied)));
    let mut all: Vec<_> = lines.chain(applied).collect();
    all.sort_by_key(|(order, _)| *order);
    all.into_iter().map(|(_, row)| row).collect()
}

fn applied_row(invoice: &Invoice, applied: Applied) -> Row {
    match applied.what {
        AppliedKind::Payment => Row::Payment(applied),
        AppliedKind::Credit => {
            let is_this = |credit: &&Credit| credit.on == applied.on && credit.amount == applied.amount;
            let retroactive = invoice.credits.iter().find(is_this).is_some_and(|credit| credit.retroactive);
            Row::Credit { applied, retroactive }
        }
    }
}

/// The last of the sums.
pub const TOTAL: &str = "Total dû";

/// What a sum is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// All interest.
    Interest,
    /// What payments paid of it.
    InterestPaid,
    /// The fixed indemnity still owed.
    Indemnity,
    /// The contract's penalty.
    Clause,
    /// Proven costs above the indemnity.
    Costs,
    /// What is left of the invoice.
    Principal,
    /// All of it.
    Total,
}

/// A sum below the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// What it is made of.
    pub part: Part,
    /// What it is called.
    pub label: String,
    /// How much.
    pub amount: Money,
    /// Whether it is taken off what stands above.
    pub deducted: bool,
}

/// What adds up to the total owed, the total last.
#[must_use]
pub fn sums(statement: &InvoiceStatement) -> Vec<Sum> {
    let sum = |part, label: &str, amount| Sum { part, label: label.to_owned(), amount, deducted: false };
    let mut sums = vec![sum(Part::Interest, "Intérêts", statement.interest)];
    if statement.interest_paid.is_positive() {
        sums.push(Sum { deducted: true, ..sum(Part::InterestPaid, "Intérêts déjà payés", statement.interest_paid) });
    }
    if statement.indemnity.is_positive() {
        let label = if statement.indemnity == statement.indemnity_due {
            "Indemnité forfaitaire"
        } else {
            "Indemnité forfaitaire restant due"
        };
        sums.push(sum(Part::Indemnity, label, statement.indemnity_due));
    }
    if statement.clause.is_positive() {
        sums.push(sum(Part::Clause, "Clause pénale", statement.clause));
    }
    sums.push(sum(Part::Principal, "Principal restant dû", statement.principal_due));
    sums.push(sum(Part::Total, TOTAL, statement.total));
    sums
}

/// What adds up to the total owed of all invoices, the total last; nothing where that is one invoice's own.
#[must_use]
pub fn grand_sums(statement: &Statement) -> Vec<Sum> {
    let totals = &statement.totals;
    if statement.invoices.len() < 2 && totals.extra_costs.is_zero() {
        return Vec::new();
    }
    let sum = |part, label: &str, amount| Sum { part, label: label.to_owned(), amount, deducted: false };
    let mut sums = vec![
        sum(Part::Principal, "Principal restant dû", totals.principal_due),
        sum(Part::Interest, "Intérêts restant dus", totals.interest_due),
    ];
    let others = [
        sum(Part::Indemnity, "Indemnités forfaitaires", totals.indemnity_due),
        sum(Part::Clause, "Clauses pénales", totals.clause),
        sum(Part::Costs, "Frais de recouvrement justifiés", totals.extra_costs),
    ];
    sums.extend(others.into_iter().filter(|sum| sum.amount.is_positive()));
    sums.push(sum(Part::Total, TOTAL, totals.total));
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
    use dument_law::penalties::{Input, Payment, Regime, penalties};

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
        let (invoice, statement, _) = part_paid();
        let labels: Vec<String> = rows(&invoice, &statement).iter().map(|row| spaced(&row.label())).collect();
        assert_eq!(
            labels,
            ["du 21 au 30 juin 2026", "du 1er au 3 juillet 2026", "Paiement du 3 juillet 2026", "du 4 au 10 juillet 2026"],
            "and the payment of 20 July, still to come, isn't there"
        );
    }

    #[test]
    fn a_payment_says_what_it_went_to() {
        let (_, statement, _) = part_paid();
        // 33,29 to 30 June, then three days at 12,40 %: 10,19.
        assert_eq!(spaced(&shares(&statement.applied[0]).unwrap()), "dont 43,48 € d’intérêts et 1 956,52 € de principal");
        let all = Applied { interest: Money::ZERO, principal: statement.applied[0].amount, ..statement.applied[0] };
        assert_eq!(shares(&all), None, "nothing to tell apart");
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
