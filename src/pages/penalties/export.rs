//! The statement outside the page: as a text to paste, and as a file for a spreadsheet.

use dument_documents::Csv;
use dument_law::penalties::{Input, InvoiceStatement, Line, Statement};
use dument_law::{Day, Money, Percent, french};

use crate::components::statement_table::rows::{Row, Sum, grand_sums, rows, shares, sums, title};

/// The statement as a text, a line each, that can be pasted into a letter or a message.
#[must_use]
pub(super) fn text(input: &Input, statement: &Statement) -> String {
    let mut lines = vec![format!("Décompte au {}", french::day(statement.as_of))];
    for (invoice, owed) in input.invoices.iter().zip(&statement.invoices) {
        lines.push(String::new());
        lines.push(title(invoice, input.as_of));
        for row in rows(invoice, owed) {
            let label = row.label();
            lines.push(match row {
                Row::Line(Line { days, percent, principal, interest, .. }) => format!(
                    "{label}\u{a0}: {} à {} sur {} = {}",
                    french::count(i64::from(days), "jour", "jours"),
                    french::percent(percent),
                    french::money(principal),
                    french::money(interest),
                ),
                Row::Payment(applied) | Row::Credit { applied, .. } => {
                    let shares = shares(&applied).map(|shares| format!(", {shares}")).unwrap_or_default();
                    format!("{label}\u{a0}: {}{shares}", french::money(applied.amount))
                }
            });
        }
        for Sum { label, amount, deducted, .. } in sums(owed) {
            lines.push(format!("{label}\u{a0}: {}{}", if deducted { "−" } else { "" }, french::money(amount)));
        }
    }
    let totals = &statement.totals;
    lines.push(String::new());
    let grand = grand_sums(statement);
    if !grand.is_empty() {
        lines.push(ALL.to_owned());
        lines.extend(grand.iter().map(|sum| format!("{}\u{a0}: {}", sum.label, french::money(sum.amount))));
        lines.push(String::new());
    }
    if totals.per_day.is_positive() {
        lines.push(format!("Chaque jour de plus\u{a0}: {}", french::money(totals.per_day)));
    }
    lines.join("\n").trim_end().to_owned()
}

/// What stands before the sums over all invoices.
const ALL: &str = "Toutes les factures";

const HEADINGS: [&str; 8] = ["Facture", "Élément", "Du", "Au", "Jours", "Taux annuel (%)", "Base (€)", "Montant (€)"];

/// The statement for a French spreadsheet.
#[must_use]
pub fn csv(input: &Input, statement: &Statement) -> Vec<u8> {
    let mut csv = Csv::new();
    csv.row(&HEADINGS);
    for (invoice, owed) in input.invoices.iter().zip(&statement.invoices) {
        for row in rows(invoice, owed) {
            csv.row(&record(&invoice.number, &row).each_ref().map(String::as_str));
        }
        for (label, sum) in sums_of(owed) {
            csv.row(&[&invoice.number, &label, "", "", "", "", "", &sum]);
        }
    }
    for sum in grand_sums(statement) {
        csv.row(&[ALL, &sum.label, "", "", "", "", "", &amount(sum.amount)]);
    }
    csv.finish()
}

/// The sums of an invoice, as text.
fn sums_of(owed: &InvoiceStatement) -> Vec<(String, String)> {
    sums(owed)
        .into_iter()
        .map(|sum| {
            let sign = if sum.deducted { "-" } else { "" };
            (sum.label, format!("{sign}{}", amount(sum.amount)))
        })
        .collect()
}

fn record(number: &str, row: &Row) -> [String; 8] {
    match row {
        Row::Line(line) => [
            number.to_owned(),
            if line.provisional { "Intérêts (taux provisoire)" } else { "Intérêts" }.to_owned(),
            day(line.from),
            day(line.to),
            line.days.to_string(),
            rate(line.percent),
            amount(line.principal),
            amount(line.interest),
        ],
        Row::Payment(applied) => moved(number, "Paiement reçu", applied.on, applied.amount),
        Row::Credit { applied, retroactive } => {
            let element = if *retroactive { "Avoir déduit depuis l’origine" } else { "Avoir" };
            moved(number, element, applied.on, applied.amount)
        }
    }
}

fn moved(number: &str, element: &str, on: Day, of: Money) -> [String; 8] {
    let nothing = String::new;
    [number.to_owned(), element.to_owned(), day(on), nothing(), nothing(), nothing(), nothing(), amount(of)]
}

fn day(on: Day) -> String {
    french::short_day(on)
}

fn amount(of: Money) -> String {
    of.to_string().replace('.', ",")
}

fn rate(of: Percent) -> String {
    of.to_string().replace('.', ",")
}

#[cfg(test)]
mod tests {
    use dument_law::Reference;
    use dument_law::penalties::{Invoice, Payment, Regime, penalties};

    use super::*;

    fn check(invoices: Vec<Invoice>) -> (Input, Statement) {
        let input = Input::new("2026-07-10".parse().unwrap(), Regime::Business, invoices);
        let statement = penalties(&input, Reference::published()).unwrap();
        (input, statement)
    }

    /// 10 000,00 € due on 20 June 2026, seen on 10 July: 33,29 at 12,15 %, 33,97 at 12,40 % from 1 July, and 40,00.
    fn unpaid(number: &str) -> Invoice {
        Invoice::unpaid(number, "2026-06-20".parse().unwrap(), Money::from_cents(1_000_000))
    }

    #[test]
    fn a_spreadsheet_reads_the_statement() {
        let (input, statement) = check(vec![unpaid("F-2026-014")]);
        let file = String::from_utf8(csv(&input, &statement)).unwrap();
        assert_eq!(
            file,
            "\u{feff}Facture;Élément;Du;Au;Jours;Taux annuel (%);Base (€);Montant (€)\r\n\
             F-2026-014;Intérêts;21/06/2026;30/06/2026;10;12,15;10000,00;33,29\r\n\
             F-2026-014;Intérêts;01/07/2026;10/07/2026;10;12,40;10000,00;33,97\r\n\
             F-2026-014;Intérêts;;;;;;67,26\r\n\
             F-2026-014;Indemnité forfaitaire;;;;;;40,00\r\n\
             F-2026-014;Principal restant dû;;;;;;10000,00\r\n\
             F-2026-014;Total dû;;;;;;10107,26\r\n"
        );
    }

    #[test]
    fn several_invoices_have_a_grand_total() {
        let (input, statement) = check(vec![unpaid("A"), unpaid("B; \"bis\"")]);
        let file = String::from_utf8(csv(&input, &statement)).unwrap();
        assert!(file.contains("\"B; \"\"bis\"\"\";Total dû;;;;;;10107,26\r\n"), "{file}");
        assert!(file.ends_with("Toutes les factures;Total dû;;;;;;20214,52\r\n"), "{file}");
        assert!(
            text(&input, &statement).replace(['\u{a0}', '\u{202f}'], " ").contains("Toutes les factures\nPrincipal restant dû : 20 000,00 €\nIntérêts restant dus : 134,52 €\nIndemnités forfaitaires : 80,00 €\nTotal dû : 20 214,52 €")
        );
    }

    #[test]
    fn a_number_is_never_a_formula() {
        let (input, statement) = check(vec![unpaid("=1+1")]);
        let file = String::from_utf8(csv(&input, &statement)).unwrap();
        assert!(file.contains("\r\n'=1+1;"), "{file}");
    }

    #[test]
    fn the_text_reads_as_the_table() {
        let mut invoice = unpaid("F-2026-014");
        invoice.payments = vec![Payment { on: "2026-06-30".parse().unwrap(), amount: Money::from_cents(100_000) }];
        let (input, statement) = check(vec![invoice]);
        let text = text(&input, &statement).replace(['\u{a0}', '\u{202f}'], " ");
        // 33,29 of the payment go to interest, 966,71 to principal: 9 033,29 × 12,40 % × 10 ÷ 365 = 30,69;
        // a day more: 9 033,29 × 12,40 % ÷ 365 = 3,07.
        assert_eq!(
            text,
            "Décompte au 10 juillet 2026\n\n\
             Facture F-2026-014, échue le 20 juin 2026, 10 000,00 € TTC\n\
             du 21 au 30 juin 2026 : 10 jours à 12,15 % sur 10 000,00 € = 33,29 €\n\
             Paiement du 30 juin 2026 : 1 000,00 €, dont 33,29 € d’intérêts et 966,71 € de principal\n\
             du 1er au 10 juillet 2026 : 10 jours à 12,40 % sur 9 033,29 € = 30,69 €\n\
             Intérêts : 63,98 €\n\
             Intérêts déjà payés : −33,29 €\n\
             Indemnité forfaitaire : 40,00 €\n\
             Principal restant dû : 9 033,29 €\n\
             Total dû : 9 103,98 €\n\n\
             Chaque jour de plus : 3,07 €"
        );
    }
}
