//! From a row of a table to a line: an invoice, a credit note, a payment, or why none.

use std::cell::Cell as Mark;

use dument_law::{Money, french};

use super::cell::Row;
use super::cells::Cells;
use super::names::plain;
use crate::amount::DecimalMark;
use crate::checks::{self, compact};
use crate::date::DateOrder;
use crate::mapping::Field;
use crate::{
    Credited, Invoice, InvoiceKind, Line, Note, Notice, NoticeCode, Outcome, Payment, Place, Refusal, RefusalCode, Settlement,
    SettlementKind, terms,
};

/// How the cells of a table are to be read.
pub(super) struct Style {
    /// What each column gives.
    pub(super) fields: Vec<Option<Field>>,
    pub(super) mark: Option<DecimalMark>,
    pub(super) order: DateOrder,
    pub(super) sheet: Option<String>,
}

/// What a row says it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Invoice,
    CreditNote,
    Payment,
    /// A payment or a credit note counted for the invoice of that number, in the row before.
    Settles(SettlementKind),
    NotIssued,
    Purchase,
    Nothing,
}

/// What came of a row.
pub(super) enum Read {
    Line(Line),
    /// A settlement of the invoice of that number that stands before.
    Settles(String, Settlement),
}

impl Style {
    /// Reads a row that isn't empty.
    pub(super) fn read(&self, row: &Row) -> Read {
        let cells = Cells { style: self, row: row.cells(), rounded: Mark::new(false) };
        let mut derived = Vec::new();
        let place =
            Place { row: Some(row.number), sheet: self.sheet.clone(), number: cells.text(Field::Number), ..Place::default() };
        let outcome = match cells.says() {
            Says::Settles(kind) => match cells.settlement(kind) {
                Ok((number, settlement)) => return Read::Settles(number, settlement),
                Err(refusal) => Err(refusal),
            },
            Says::Payment => cells.payment(&mut derived).map(|payment| Outcome::Payment(Box::new(payment))),
            says => cells.invoice(says, &mut derived).map(|invoice| Outcome::Invoice(Box::new(invoice))),
        };
        let outcome = outcome.unwrap_or_else(Outcome::Refused);
        let warnings = match &outcome {
            Outcome::Invoice(invoice) => checks::warnings(invoice),
            Outcome::Payment(_) | Outcome::Refused(_) => Vec::new(),
        };
        if cells.rounded.get() {
            derived.push(Notice::new(
                NoticeCode::Rounded,
                "Un montant calculé par le tableur a plus de deux décimales\u{a0}: il est arrondi au centime.",
            ));
        }
        let derived = if matches!(outcome, Outcome::Refused(_)) { Vec::new() } else { derived };
        Read::Line(Line { place, outcome, derived, warnings })
    }
}

impl Cells<'_> {
    fn says(&self) -> Says {
        let kind = self.text(Field::Kind).map(|kind| plain(&kind)).unwrap_or_default();
        match kind.as_str() {
            "reglement de facture" => return Says::Settles(SettlementKind::Payment),
            "avoir impute" => return Says::Settles(SettlementKind::CreditNote),
            "perte" => return Says::Settles(SettlementKind::WriteOff),
            _ => {}
        }
        let holds =
            |words: &[&str]| words.iter().any(|word| kind.split(' ').any(|own| own == *word || own == format!("{word}s")));
        if holds(&["fournisseur", "achat", "purchase", "vendor", "supplier", "bill"]) || kind.starts_with("in ") {
            Says::Purchase
        } else if holds(&["avoir", "av", "credit", "refund", "creditnote", "remboursement"]) {
            Says::CreditNote
        } else if holds(&["reglement", "paiement", "payment", "encaissement"]) {
            Says::Payment
        } else if holds(&["devis", "proforma", "commande", "estimate", "quote", "brouillon", "livraison"]) || kind == "pro forma"
        {
            Says::NotIssued
        } else if holds(&["facture", "fa", "invoice", "acompte"]) {
            Says::Invoice
        } else {
            Says::Nothing
        }
    }

    fn invoice(&self, says: Says, derived: &mut Vec<Notice>) -> Result<Invoice, Refusal> {
        self.refuse_totals()?;
        if says == Says::Purchase {
            return Err(Refusal::new(
                RefusalCode::Purchase,
                "Une facture d’un fournisseur\u{a0}: c’est vous qui la devez. La ligne est laissée de côté.",
            ));
        }
        let status = self.text(Field::Status).map(|status| plain(&status)).unwrap_or_default();
        let is_any_of = |words: &[&str]| words.iter().any(|word| status.split(' ').any(|own| own == *word));
        if says == Says::NotIssued || is_any_of(&["brouillon", "draft", "devis", "proforma"]) {
            return Err(Refusal::new(
                RefusalCode::NotIssued,
                "Un devis, une commande ou un brouillon\u{a0}: rien n’est encore dû. La ligne est laissée de côté.",
            ));
        }
        if is_any_of(&["annule", "annulee", "annules", "cancelled", "canceled", "cancel", "void"]) {
            return Err(Refusal::new(RefusalCode::Cancelled, "Cette facture est annulée\u{a0}: la ligne est laissée de côté."));
        }
        let number = self.text(Field::Number).ok_or_else(|| {
            Refusal::new(
                RefusalCode::MissingNumber,
                "Cette ligne n’a pas de numéro de facture\u{a0}: complétez-la dans le fichier.",
            )
        })?;
        let (issued_on, due_on) = (self.day(Field::IssuedOn)?, self.day(Field::DueOn)?);
        let (paid, remaining) = (self.amount(Field::Paid)?, self.amount(Field::Remaining)?);
        let (net, vat) = (self.amount(Field::Net)?, self.amount(Field::Vat)?);
        let amount = self.whole(net, vat, paid, remaining, derived)?;
        if amount.is_zero() {
            return Err(Refusal::new(RefusalCode::ZeroAmount, "Cette facture est de zéro euro\u{a0}: rien n’est dû."));
        }
        let negative = amount < Money::ZERO;
        let kind = if says == Says::CreditNote || negative { InvoiceKind::CreditNote } else { InvoiceKind::Invoice };
        if negative && says != Says::CreditNote {
            derived
                .push(Notice::new(NoticeCode::CreditFromSign, "Le montant est négatif\u{a0}: la ligne est lue comme un avoir."));
        }
        if kind == InvoiceKind::Invoice && paid.is_some_and(|paid| paid < Money::ZERO) {
            derived.push(Notice::new(
                NoticeCode::PaidFromSign,
                "Le montant payé est écrit en négatif\u{a0}: il est lu comme un paiement de ce montant, à vérifier.",
            ));
        }
        let positive = |amount: Money| if amount < Money::ZERO { Money::ZERO - amount } else { amount };
        // Of a credit note either sign means the same; of an invoice a negative part makes no sense.
        let part = |amount: Money| {
            Some(if kind == InvoiceKind::CreditNote { positive(amount) } else { amount }).filter(|part| *part >= Money::ZERO)
        };
        let mut invoice = Invoice {
            issued_on,
            due_on,
            terms: self.text(Field::Terms),
            net: net.and_then(part),
            vat: vat.and_then(part),
            paid: paid.map(positive).unwrap_or_default(),
            remaining: remaining.and_then(part),
            debtor: self.debtor(derived),
            iban: self.text(Field::Iban).map(|iban| compact(&iban)),
            order: self.text(Field::Order),
            contract: self.text(Field::Contract),
            refers_to: self.text(Field::RefersTo).map(|number| Credited { number, issued_on: None }).into_iter().collect(),
            notes: self.text(Field::Label).map(|text| Note { subject: None, text }).into_iter().collect(),
            ..Invoice::new(number, kind, positive(amount), self.currency())
        };
        if let (None, Some(remaining), None) = (invoice.remaining, remaining, paid) {
            // Less than nothing is left: more was paid than is owed, which a warning says.
            invoice.paid = invoice.amount - remaining;
            derived.push(Notice::new(
                NoticeCode::PaidFromRemaining,
                "Le reste dû est négatif\u{a0}: la facture est payée, et au-delà.",
            ));
        }
        let stated = paid.is_some() || invoice.paid.is_positive();
        self.payments(&mut invoice, &status, stated, derived)?;
        if let (None, Some(terms), Some(issued_on)) = (invoice.due_on, &invoice.terms, invoice.issued_on)
            && let Some((due_on, how)) = terms::due_on(terms, issued_on)
        {
            invoice.due_on = Some(due_on);
            derived.push(Notice::new(NoticeCode::DueDateFromTerms, how));
        }
        Ok(invoice)
    }

    /// What is paid, where only what is left, the state or a day says it.
    fn payments(&self, invoice: &mut Invoice, status: &str, stated: bool, derived: &mut Vec<Notice>) -> Result<(), Refusal> {
        let paid_in_full = matches!(
            status,
            "paye" | "payee" | "payes" | "payees" | "paid" | "soldee" | "solde" | "reglee" | "regle" | "encaissee" | "acquittee"
        );
        match invoice.remaining {
            Some(remaining) if !stated && remaining < invoice.amount => {
                invoice.paid = invoice.amount - remaining;
                derived.push(Notice::new(
                    NoticeCode::PaidFromRemaining,
                    format!("Déjà payé\u{a0}: {}, le total moins le reste dû.", french::money(invoice.paid)),
                ));
            }
            None if !stated && paid_in_full => {
                invoice.paid = invoice.amount;
                derived.push(Notice::new(NoticeCode::PaidFromRemaining, "La facture est payée, d’après son état."));
            }
            _ => {}
        }
        // One day stands for one payment: more can't be known.
        if let Some(on) = self.day(Field::PaidOn)?
            && invoice.paid.is_positive()
        {
            let amount = std::mem::take(&mut invoice.paid);
            invoice.settlements.push(Settlement {
                kind: SettlementKind::Payment,
                on: Some(on),
                amount,
                reference: self.text(Field::Reference),
            });
        }
        Ok(())
    }

    /// The whole amount: its own column, or what others make of it.
    fn whole(
        &self,
        net: Option<Money>,
        vat: Option<Money>,
        paid: Option<Money>,
        remaining: Option<Money>,
        derived: &mut Vec<Notice>,
    ) -> Result<Money, Refusal> {
        if let Some(amount) = self.amount(Field::Amount)? {
            return Ok(amount);
        }
        let (amount, how) = match (net, vat, paid, remaining) {
            (Some(net), Some(vat), ..) => (net + vat, "Le total est la somme du montant hors taxe et de la TVA."),
            // Some software writes as negative what lessens a debt.
            (_, _, Some(paid), Some(remaining)) => (
                if paid < Money::ZERO && remaining.is_positive() { remaining - paid } else { paid + remaining },
                "Le total est la somme du payé et du reste dû.",
            ),
            (_, _, None, Some(remaining)) => (
                remaining,
                "Seul le reste dû est indiqué\u{a0}: il est pris pour le total de la facture, à compléter si elle a été payée en partie.",
            ),
            _ => {
                return Err(Refusal::new(
                    RefusalCode::MissingAmount,
                    "Cette ligne n’a pas de montant TTC\u{a0}: complétez-la dans le fichier, ou indiquez la bonne colonne.",
                ));
            }
        };
        derived.push(Notice::new(NoticeCode::AmountFromParts, how));
        Ok(amount)
    }

    fn payment(&self, derived: &mut Vec<Notice>) -> Result<Payment, Refusal> {
        let amount = self.amount(Field::Amount)?.or(self.amount(Field::Paid)?).ok_or_else(|| {
            Refusal::new(RefusalCode::MissingAmount, "Ce règlement n’a pas de montant\u{a0}: complétez-le dans le fichier.")
        })?;
        let on = self.day(Field::PaidOn)?.or(self.day(Field::IssuedOn)?);
        if !amount.is_positive() {
            return Err(Refusal::new(
                RefusalCode::OtherEntry,
                "Un règlement nul ou négatif\u{a0}: c’est un rejet ou un remboursement, à reporter sur la facture concernée.",
            ));
        }
        Ok(Payment {
            debtor: self.debtor(derived),
            on,
            amount,
            currency: self.currency(),
            reference: self.text(Field::Reference).or_else(|| self.text(Field::Number)),
            label: self.text(Field::Label),
        })
    }

    fn settlement(&self, kind: SettlementKind) -> Result<(String, Settlement), Refusal> {
        let amount = self.amount(Field::Amount)?.filter(|amount| amount.is_positive());
        let (Some(number), Some(amount)) = (self.text(Field::Number), amount) else {
            return Err(Refusal::new(
                RefusalCode::MissingAmount,
                "Ce règlement n’a pas de montant ou pas de numéro de facture\u{a0}: complétez-le dans le fichier.",
            ));
        };
        Ok((number, Settlement { kind, on: self.day(Field::PaidOn)?, amount, reference: self.text(Field::Reference) }))
    }

    /// A row of totals: it says so, and has no number of its own.
    fn refuse_totals(&self) -> Result<(), Refusal> {
        let first = self.row.iter().find(|cell| !cell.text.is_empty()).map(|cell| plain(&cell.text)).unwrap_or_default();
        let says = ["total", "totaux", "sous total", "grand total", "report", "solde total"];
        let is_total =
            says.iter().any(|word| first == *word || first.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
        let numbered = self.text(Field::Number).is_some_and(|number| number.bytes().any(|byte| byte.is_ascii_digit()));
        if is_total && !numbered {
            return Err(Refusal::new(RefusalCode::TotalRow, "Une ligne de total\u{a0}: elle est laissée de côté."));
        }
        Ok(())
    }
}
