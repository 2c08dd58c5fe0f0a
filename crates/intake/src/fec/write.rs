//! From what was matched to lines: the texts are taken out of the file here.

use std::hash::BuildHasher;

use dument_law::{Money, french};
use hashbrown::{DefaultHashBuilder, HashTable};

use super::journal::{Account, Item, Journal, text};
use super::layout::Layout;
use super::line::Span;
use super::matching::{Claim, Left, Matched, money, words};
use crate::checks::EURO;
use crate::{
    Invoice, InvoiceKind, Line, Notice, NoticeCode, Outcome, Party, Payment, Place, Refusal, RefusalCode, Settlement,
    SettlementKind,
};

/// The references that several invoices bear, and those that opening balances share.
pub(super) struct Numbers {
    hasher: DefaultHashBuilder,
    seen: HashTable<Seen>,
}

#[derive(Clone, Copy)]
struct Seen {
    piece: Span,
    account: u32,
    claims: u32,
    /// By several customers, all in opening balances: no number of an invoice.
    shared_opening: bool,
}

impl Numbers {
    pub(super) fn of(bytes: &[u8], journal: &Journal, matched: &Matched) -> Self {
        let hasher = DefaultHashBuilder::default();
        let mut seen: HashTable<Seen> = HashTable::new();
        for claim in &matched.claims {
            let item = &journal.items[claim.item as usize];
            let opening = journal.entries[item.entry as usize].touches.opening;
            let piece = item.piece.of(bytes);
            let hash = hasher.hash_one(piece);
            if let Some(seen) = seen.find_mut(hash, |seen| seen.piece.of(bytes) == piece) {
                seen.claims += 1;
                seen.shared_opening |= opening && seen.account != item.account;
            } else {
                let new = Seen { piece: item.piece, account: item.account, claims: 1, shared_opening: false };
                seen.insert_unique(hash, new, |seen| hasher.hash_one(seen.piece.of(bytes)));
            }
        }
        Self { hasher, seen }
    }

    fn get(&self, bytes: &[u8], piece: Span) -> Option<&Seen> {
        let piece = piece.of(bytes);
        self.seen.find(self.hasher.hash_one(piece), |seen| seen.piece.of(bytes) == piece)
    }
}

/// What lines are written from.
pub(super) struct Write<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) layout: &'a Layout,
    pub(super) journal: &'a Journal,
    pub(super) numbers: &'a Numbers,
}

impl Write<'_> {
    /// The line of an invoice, with all that settled it.
    pub(super) fn claim(&self, claim: &Claim) -> Line {
        let item = &self.journal.items[claim.item as usize];
        let mut derived = Vec::new();
        let opening = self.journal.entries[item.entry as usize].touches.opening;
        let Some(number) = self.number(item, opening, &mut derived) else {
            return self.refused(item, carried_over(claim));
        };
        if money(claim.cents) > Money::MAX {
            let message =
                "Les lignes de cette facture font plus que ce qui est lu ici\u{a0}: vérifiez l’écriture dans votre logiciel.";
            return self.refused(item, Refusal::new(RefusalCode::InvalidAmount, message));
        }
        let mut invoice = Invoice {
            issued_on: item.on,
            due_on: claim.due_on,
            debtor: self.party(item),
            settlements: claim.settled.iter().map(|settled| self.settlement(settled.item, settled.kind, settled.cents)).collect(),
            ..Invoice::new(number, InvoiceKind::Invoice, money(claim.cents), EURO)
        };
        self.vat(claim, item, &mut invoice);
        if let Some(code) = claim.found_by {
            derived.push(Notice::new(code, how(code)));
        }
        if claim.parts > 1 && claim.due_on.is_some() {
            derived.push(Notice::new(
                NoticeCode::SeveralDueDates,
                "Cette facture se paie en plusieurs fois\u{a0}: la dernière échéance est retenue.",
            ));
        }
        let mut warnings = self.warnings(item);
        if invoice.debtor.is_empty() {
            warnings.push(Notice::new(
                NoticeCode::NoDebtor,
                "Tous les clients partagent ce compte\u{a0}: le nom de celui-ci est à compléter d’après la facture.",
            ));
        }
        if claim.partial {
            warnings.push(Notice::new(
                NoticeCode::UnbalancedLettering,
                format!(
                    "Le lettrage {} ne s’équilibre pas\u{a0}: les règlements y sont comptés d’abord pour les factures les plus anciennes.",
                    self.text(item.lettering)
                ),
            ));
        }
        let stated =
            derived.iter().all(|notice| notice.code != NoticeCode::NumberFromLabel && notice.code != NoticeCode::NumberFromEntry);
        if stated && self.numbers.get(self.bytes, item.piece).is_some_and(|seen| seen.claims > 1) {
            warnings.push(Notice::new(
                NoticeCode::DuplicateNumber,
                format!("Plusieurs écritures de vente portent la référence {}.", invoice.number),
            ));
        }
        Line { place: self.place(item), outcome: Outcome::Invoice(Box::new(invoice)), derived, warnings }
    }

    /// The line of a payment or a credit note that settles no invoice of the file, or of what is left of it.
    pub(super) fn left(&self, left: &Left) -> Line {
        let item = &self.journal.items[left.item as usize];
        let mut derived = Vec::new();
        if left.partly_used {
            derived.push(Notice::new(
                NoticeCode::PartLeft,
                format!(
                    "Il en reste {}\u{a0}: l’autre part est comptée avec les factures qu’elle règle.",
                    french::money(money(left.cents))
                ),
            ));
        }
        let outcome = match left.kind {
            SettlementKind::CreditNote => {
                let Some(number) = self.number(item, false, &mut derived) else {
                    return self.refused(item, no_number());
                };
                // The whole of it: what invoices of the file took is told with them too.
                Outcome::Invoice(Box::new(Invoice {
                    issued_on: item.on,
                    paid: money(-item.cents - left.cents),
                    debtor: self.party(item),
                    ..Invoice::new(number, InvoiceKind::CreditNote, money(-item.cents), EURO)
                }))
            }
            SettlementKind::Payment => Outcome::Payment(Box::new(Payment {
                debtor: self.party(item),
                on: item.on,
                amount: money(left.cents),
                currency: EURO.to_owned(),
                reference: self.some(item.piece),
                label: self.some(item.label),
            })),
            SettlementKind::WriteOff => {
                return self.refused(
                    item,
                    Refusal::new(
                        RefusalCode::OtherEntry,
                        "Cette perte n’est rapprochée d’aucune facture\u{a0}: lettrez-la dans votre logiciel si elle en solde une.",
                    ),
                );
            }
        };
        Line { place: self.place(item), outcome, derived, warnings: self.warnings(item) }
    }

    /// The line of money that went back to a customer.
    pub(super) fn reversal(&self, item: u32) -> Line {
        self.refused(
            &self.journal.items[item as usize],
            Refusal::new(
                RefusalCode::OtherEntry,
                "Un règlement rejeté ou remboursé, qu’aucun lettrage ne rapproche d’un paiement\u{a0}: vérifiez la facture concernée.",
            ),
        )
    }

    fn refused(&self, item: &Item, refusal: Refusal) -> Line {
        Line { place: self.place(item), outcome: Outcome::Refused(refusal), derived: Vec::new(), warnings: Vec::new() }
    }

    fn place(&self, item: &Item) -> Place {
        Place { row: Some(item.row), number: self.some(item.piece), ..Place::default() }
    }

    fn text(&self, span: Span) -> String {
        text(self.bytes, self.layout, span)
    }

    fn some(&self, span: Span) -> Option<String> {
        (!span.is_empty()).then(|| self.text(span)).filter(|text| !text.is_empty())
    }

    /// The number of an invoice: its reference, else the one its words give, else that of its entry.
    fn number(&self, item: &Item, opening: bool, derived: &mut Vec<Notice>) -> Option<String> {
        let shared = opening && self.numbers.get(self.bytes, item.piece).is_some_and(|seen| seen.shared_opening);
        if let Some(piece) = self.some(item.piece).filter(|_| !shared) {
            return Some(piece);
        }
        let mut numbers = words(item.label.of(self.bytes)).filter(|word| looks_like_number(word));
        if let (Some(number), None) = (numbers.next(), numbers.next()) {
            derived.push(Notice::new(NoticeCode::NumberFromLabel, "Le numéro de facture est lu dans le libellé de l’écriture."));
            return Some(self.layout.encoding.decode(number).into_owned());
        }
        let entry = self.some(self.journal.entries[item.entry as usize].number).filter(|_| !opening)?;
        derived.push(Notice::new(
            NoticeCode::NumberFromEntry,
            "L’écriture n’a pas de référence de pièce\u{a0}: le numéro est celui de l’écriture, à remplacer par celui de la facture.",
        ));
        Some(entry)
    }

    fn party(&self, item: &Item) -> Party {
        let account = self.journal.accounts[item.account as usize];
        if account.is_collective(self.bytes, self.layout) {
            return Party::default();
        }
        let Account { number, name, sub_number, sub_name } = account;
        let account = if sub_number.is_empty() { number } else { sub_number };
        let name = if sub_name.is_empty() { name } else { sub_name };
        Party { name: self.text(name), account: self.some(account), ..Party::default() }
    }

    fn settlement(&self, item: u32, kind: SettlementKind, cents: i64) -> Settlement {
        let item = &self.journal.items[item as usize];
        Settlement { kind, on: item.on, amount: money(cents), reference: self.some(item.piece) }
    }

    /// The VAT of an invoice that is alone in its entry.
    fn vat(&self, claim: &Claim, item: &Item, invoice: &mut Invoice) {
        let entry = &self.journal.entries[item.entry as usize];
        let alone = entry.customer_lines == claim.parts && entry.customer_sum == claim.cents;
        if alone && entry.touches.revenue && !entry.touches.money && (0..=claim.cents).contains(&entry.vat) {
            invoice.vat = Some(money(entry.vat));
            invoice.net = Some(money(claim.cents - entry.vat));
        }
    }

    fn warnings(&self, item: &Item) -> Vec<Notice> {
        let currency = self.text(item.currency);
        if currency.is_empty() || currency.eq_ignore_ascii_case(EURO) {
            return Vec::new();
        }
        vec![Notice::new(
            NoticeCode::ForeignCurrency,
            format!("Cette pièce est en {currency}\u{a0}: le montant lu est celui de la comptabilité, en euros."),
        )]
    }
}

/// A word that can be the number of an invoice: letters, digits and marks, and no date nor amount.
fn looks_like_number(word: &[u8]) -> bool {
    let digits = word.iter().filter(|byte| byte.is_ascii_digit()).count();
    let letters = word.iter().any(u8::is_ascii_alphabetic);
    let date = str::from_utf8(word).is_ok_and(|word| crate::date::written(word, crate::date::DateOrder::DayFirst).is_ok());
    digits >= 3 && (letters || word.iter().any(|byte| matches!(byte, b'-' | b'_')) || digits >= 4) && !date
}

fn how(code: NoticeCode) -> &'static str {
    match code {
        NoticeCode::MatchedByReference => "Un règlement non lettré nomme cette facture\u{a0}: il est compté pour elle.",
        NoticeCode::MatchedByAmount => {
            "Un règlement non lettré a exactement le montant de cette facture, et d’elle seule pour ce client\u{a0}: il est compté pour elle."
        }
        _ => "Le lettrage rapproche plusieurs factures\u{a0}: les règlements sont comptés d’abord pour les plus anciennes.",
    }
}

fn carried_over(claim: &Claim) -> Refusal {
    Refusal::new(
        RefusalCode::OpeningBalance,
        format!(
            "Un solde de {} reporté de l’exercice précédent, sans le numéro de ses factures\u{a0}: déposez aussi le FEC de cet exercice.",
            french::money(money(claim.cents))
        ),
    )
}

fn no_number() -> Refusal {
    Refusal::new(
        RefusalCode::MissingNumber,
        "Cette écriture n’a pas de référence de pièce\u{a0}: ajoutez-la dans votre logiciel, puis exportez de nouveau.",
    )
}
