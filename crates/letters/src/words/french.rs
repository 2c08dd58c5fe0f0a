//! The French of the form of a letter.

use dument_law::french::{self, NO_BREAK};
use dument_law::{Day, Money, Percent};

use super::{Labels, Words};
use crate::{amount_in_words, period};

pub(crate) struct French;

pub(super) static LABELS: Labels = Labels {
    subject: "Objet\u{a0}: ",
    colon: "\u{a0}: ",
    enclosures: "Pièces jointes\u{a0}:",
    registered_letter: "Lettre recommandée avec avis de réception",
    vat: "TVA ",
    phone: "Tél.\u{a0}: ",
    invoices: "Factures",
    your_reference: "Votre référence",
    how_to_pay: "Pour payer",
    payee: "Bénéficiaire",
    reference: "Référence",
    amount: "Montant",
    detailed_statement: "Décompte détaillé",
    proof_of_costs: "Justificatifs des frais de recouvrement",
    overdue_invoices: "Factures échues",
    invoice: "Facture",
    due_date: "Échéance",
    amount_with_vat: "Montant TTC",
    left_to_pay: "Reste à payer",
    total: "Total",
    total_due: "Total dû",
    parts: ["Principal", "Intérêts", "Indemnité", "Clause pénale"],
    account: ["Opération", "Jours", "Taux", "Base"],
    invoiced: "Montant de la facture, TTC",
    indemnity: "Indemnité forfaitaire de recouvrement",
    penalty_clause: "Pénalité prévue au contrat",
    not_set_off: "Somme non imputée sur cette facture",
};

impl Words for French {
    fn labels(&self) -> &'static Labels {
        &LABELS
    }

    fn money(&self, amount: Money) -> String {
        french::money(amount)
    }

    fn percent(&self, rate: Percent) -> String {
        french::percent(rate)
    }

    fn number(&self, number: Percent) -> String {
        french::decimal(&number.decimal().normalize().to_string())
    }

    fn day(&self, day: Day) -> String {
        french::day(day)
    }

    fn days(&self, days: &[Day]) -> String {
        period::days(days)
    }

    fn in_words(&self, number: u64) -> String {
        amount_in_words::in_words(number)
    }

    fn amount_in_words(&self, amount: Money) -> String {
        amount_in_words::amount_in_words(amount)
    }

    fn place_and_date(&self, place: &str, day: Day) -> String {
        format!("{place}, le {}", french::day(day))
    }

    fn capital(&self, form: &str, capital: Money) -> String {
        format!("{form} au capital de {}", french::money(capital))
    }

    fn invoice(&self, number: &str) -> String {
        format!("Facture n°{NO_BREAK}{number}")
    }

    fn invoice_days(&self, issued_on: Option<Day>, due_on: Day) -> String {
        let issued = issued_on.map(|day| format!("du {}, ", french::day(day))).unwrap_or_default();
        format!("{issued}échue le {}", french::day(due_on))
    }

    fn invoice_title(&self, number: &str, issued_on: Option<Day>, due_on: Day) -> String {
        let issued = issued_on.map(|day| format!(" du {}", french::day(day))).unwrap_or_default();
        format!("{}{issued}, échue le {}", self.invoice(number), french::day(due_on))
    }

    fn listed_invoices(&self, count: usize) -> String {
        format!("{count} factures, énumérées dans cette lettre")
    }

    fn payment_reference(&self, count: usize, written_on: Day) -> String {
        format!("{count} factures, lettre du {}", french::short_day(written_on))
    }

    fn copy_of_invoice(&self, number: &str) -> String {
        format!("Copie de la facture n°{NO_BREAK}{number}")
    }

    fn copies_of_invoices(&self, count: u64) -> String {
        format!("Copies des {} factures", amount_in_words::in_words(count))
    }

    fn statement_on(&self, day: Day) -> String {
        format!("Décompte au {}", french::day(day))
    }

    fn detailed_statement_on(&self, day: Day) -> String {
        format!("Décompte détaillé au {}", french::day(day))
    }

    fn interest_over(&self, from: Day, to: Day) -> String {
        format!("Intérêts {}", period::period(from, to))
    }

    fn payment_of(&self, day: Day) -> String {
        format!("Paiement du {}", french::day(day))
    }

    fn credit_of(&self, day: Day) -> String {
        format!("Avoir du {}", french::day(day))
    }

    fn payment_code(&self, amount: Money, payee: &str, reference: &str) -> String {
        format!(
            "À lire avec l’application de votre banque{NO_BREAK}: ce code prépare un virement de {} à {payee}, référence {reference}.",
            french::money(amount)
        )
    }
}
