//! E-invoices: CII and UBL, by the European standard EN 16931 and its French use.

mod cii;
mod party;
mod ubl;

use dument_law::{Day, Money, french};

use crate::amount;
use crate::checks::{self, EURO};
use crate::text::Encoding;
use crate::xml::{self, Element, Vocabulary};
use crate::{
    Credited, FileKind, Invoice, InvoiceKind, Line, Note, Notice, NoticeCode, Outcome, Party, Place, Refusal, RefusalCode,
};
use crate::{Settlement, terms};

/// What an XML file is and what it gives.
pub(crate) struct Read {
    pub(crate) kind: FileKind,
    pub(crate) detail: String,
    pub(crate) line: Line,
}

/// Reads one e-invoice. `within` names it where another file holds it.
pub(crate) fn read(bytes: &[u8], within: Option<String>) -> Result<Read, Refusal> {
    let text = Encoding::of_xml(bytes).decode(bytes);
    let (vocabulary, root) = xml::read(&text)?;
    let (kind, stated) = match vocabulary {
        Vocabulary::Cii => (FileKind::Cii, cii::read(&root)?),
        Vocabulary::Ubl => (FileKind::Ubl, ubl::read(&root)?),
        Vocabulary::Other => return Err(xml::not_an_invoice()),
    };
    let place = Place { within, number: stated.number.map(str::to_owned), ..Place::default() };
    let detail = profile(stated.profile.unwrap_or_default(), kind);
    Ok(Read { kind, detail, line: line(place, stated) })
}

/// What a document states, before anything is worked out from it. Both languages come to this.
#[derive(Default)]
struct Stated<'a> {
    profile: Option<&'a str>,
    number: Option<&'a str>,
    type_code: Option<&'a str>,
    issued_on: Option<&'a str>,
    /// Every due date, one for each instalment.
    due_on: Vec<&'a str>,
    terms: Vec<&'a str>,
    currency: Option<&'a str>,
    net: Option<&'a str>,
    vat: Option<&'a str>,
    amount: Option<&'a str>,
    prepaid: Option<&'a str>,
    /// What the whole is rounded by before payment.
    rounding: Option<&'a str>,
    payable: Option<&'a str>,
    debtor: Party,
    creditor: Party,
    iban: Option<&'a str>,
    notes: Vec<Note>,
    order: Option<&'a str>,
    contract: Option<&'a str>,
    refers_to: Vec<(&'a str, Option<&'a str>)>,
    /// Advances with their amount and day.
    advances: Vec<(&'a str, Option<&'a str>)>,
    /// The document is a credit note by its very form.
    credit_note: bool,
    derived: Vec<Notice>,
}

/// Codes of UNTDID 1001 that take away from what is owed.
const CREDIT_NOTES: [&str; 13] = ["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"];
/// Codes of documents that ask for no payment: offers, orders, pro forma.
const NOT_INVOICES: [&str; 6] = ["310", "325", "220", "231", "230", "315"];

fn line(place: Place, stated: Stated<'_>) -> Line {
    let mut derived = Vec::new();
    match invoice(stated, &mut derived) {
        Ok(invoice) => {
            let warnings = checks::warnings(&invoice);
            Line { place, outcome: Outcome::Invoice(Box::new(invoice)), derived, warnings }
        }
        Err(refusal) => Line { place, outcome: Outcome::Refused(refusal), derived: Vec::new(), warnings: Vec::new() },
    }
}

fn invoice(stated: Stated<'_>, derived: &mut Vec<Notice>) -> Result<Invoice, Refusal> {
    let number = stated.number.ok_or_else(|| {
        Refusal::new(RefusalCode::MissingNumber, "Cette facture n’a pas de numéro\u{a0}: demandez-en une version complète.")
    })?;
    if stated.type_code.is_some_and(|code| NOT_INVOICES.contains(&code)) {
        return Err(Refusal::new(
            RefusalCode::NotIssued,
            "Ce document est un devis, une commande ou une facture pro forma\u{a0}: rien n’est encore dû. Déposez la facture définitive.",
        ));
    }
    let currency = stated.currency.map_or_else(
        || {
            derived.push(Notice::new(NoticeCode::AssumedCurrency, "La devise n’est pas indiquée\u{a0}: lue en euros."));
            EURO.to_owned()
        },
        str::to_uppercase,
    );
    let by_form = stated.credit_note || stated.type_code.is_some_and(|code| CREDIT_NOTES.contains(&code));
    let amounts = Amounts::read(&stated, derived)?;
    let negative = amounts.amount < Money::ZERO;
    let kind = if by_form || negative { InvoiceKind::CreditNote } else { InvoiceKind::Invoice };
    if negative {
        let why = if by_form {
            "Cet avoir est écrit avec des montants négatifs\u{a0}: il est lu comme un avoir de ces montants, à vérifier."
        } else {
            "Le total est négatif\u{a0}: cette facture est lue comme un avoir."
        };
        derived.push(Notice::new(NoticeCode::CreditFromSign, why));
    }
    let positive = |amount: Money| if negative { Money::ZERO - amount } else { amount };
    let at_least_nothing = |amount: Money| Some(positive(amount)).filter(|amount| *amount >= Money::ZERO);
    let issued_on = stated.issued_on.map(date).transpose()?;
    let mut invoice = Invoice {
        issued_on,
        net: amounts.net.and_then(at_least_nothing),
        vat: amounts.vat.and_then(at_least_nothing),
        paid: at_least_nothing(amounts.prepaid).unwrap_or_default(),
        remaining: amounts.payable.and_then(at_least_nothing),
        terms: Some(stated.terms.join("\n")).filter(|terms| !terms.is_empty()),
        debtor: stated.debtor,
        creditor: stated.creditor,
        iban: stated.iban.map(checks::compact),
        notes: stated.notes,
        order: stated.order.map(str::to_owned),
        contract: stated.contract.map(str::to_owned),
        refers_to: stated.refers_to.iter().map(|(number, on)| credited(number, *on)).collect(),
        ..Invoice::new(number, kind, positive(amounts.amount), currency)
    };
    if let Some(remaining) = invoice.remaining
        && stated.prepaid.is_none()
        && remaining < invoice.amount
    {
        invoice.paid = invoice.amount - remaining;
        derived.push(Notice::new(
            NoticeCode::PaidFromRemaining,
            format!("Déjà payé\u{a0}: {}, le total moins le reste à payer.", french::money(invoice.paid)),
        ));
    }
    derived.extend(stated.derived);
    advances(&mut invoice, &stated.advances);
    due_date(&mut invoice, &stated.due_on, derived)?;
    buyer_kind(&mut invoice, derived);
    checks::complete_siren(&mut invoice.debtor, derived);
    checks::complete_siren(&mut invoice.creditor, derived);
    Ok(invoice)
}

/// The amounts of a document, with their signs.
struct Amounts {
    amount: Money,
    net: Option<Money>,
    vat: Option<Money>,
    prepaid: Money,
    payable: Option<Money>,
}

impl Amounts {
    fn read(stated: &Stated<'_>, derived: &mut Vec<Notice>) -> Result<Self, Refusal> {
        let (net, vat) = (optional(stated.net)?, optional(stated.vat)?);
        let (prepaid, payable) = (optional(stated.prepaid)?.unwrap_or_default(), optional(stated.payable)?);
        let rounding = optional(stated.rounding)?.unwrap_or_default();
        let mut from_parts = |amount, how| {
            derived.push(Notice::new(NoticeCode::AmountFromParts, how));
            amount
        };
        let amount = match (optional(stated.amount)?, net, vat, payable) {
            (Some(amount), ..) => amount,
            (None, Some(net), Some(vat), _) => from_parts(net + vat, "Le total est la somme du montant hors taxe et de la TVA."),
            (None, _, _, Some(payable)) => {
                from_parts(payable + prepaid, "Le total est la somme du reste à payer et de ce qui est déjà payé.")
            }
            _ => {
                return Err(Refusal::new(
                    RefusalCode::MissingAmount,
                    "Cette facture n’indique pas son total\u{a0}: demandez-en une version complète.",
                ));
            }
        };
        // The rounding is part of what must be paid.
        Ok(Self { amount: amount + rounding, net: net.filter(|_| rounding.is_zero()), vat, prepaid, payable })
    }
}

fn optional(text: Option<&str>) -> Result<Option<Money>, Refusal> {
    text.map(|text| {
        amount::plain(text.as_bytes()).map_err(|_| {
            Refusal::new(
                RefusalCode::InvalidAmount,
                format!(
                    "Le montant «\u{a0}{}\u{a0}» n’est pas un nombre de centimes lisible\u{a0}: vérifiez la facture.",
                    short(text)
                ),
            )
        })
    })
    .transpose()
}

/// A text for a message, cut where it is long.
pub(crate) fn short(text: &str) -> String {
    const LONGEST: usize = 40;
    if text.chars().count() <= LONGEST { text.to_owned() } else { text.chars().take(LONGEST).chain(['…']).collect() }
}

/// A day, as either language writes it.
fn date(text: &str) -> Result<Day, Refusal> {
    crate::date::iso(text).or_else(|| crate::date::compact(text.as_bytes())).ok_or_else(|| {
        Refusal::new(
            RefusalCode::InvalidDate,
            format!("La date «\u{a0}{}\u{a0}» n’existe pas dans le calendrier\u{a0}: vérifiez la facture.", short(text)),
        )
    })
}

fn credited(number: &str, on: Option<&str>) -> Credited {
    Credited { number: number.to_owned(), issued_on: on.and_then(|on| date(on).ok()) }
}

/// Advances with their days, where they make up all that is paid before.
fn advances(invoice: &mut Invoice, stated: &[(&str, Option<&str>)]) {
    let read: Option<Vec<Settlement>> = stated
        .iter()
        .map(|(amount, on)| {
            let amount = amount::plain(amount.as_bytes()).ok().filter(|amount| amount.is_positive())?;
            let on = on.and_then(|on| date(on).ok());
            Some(Settlement { kind: crate::SettlementKind::Payment, on, amount, reference: None })
        })
        .collect();
    if let Some(settlements) = read
        && !settlements.is_empty()
        && settlements.iter().map(|settlement| settlement.amount).sum::<Money>() == invoice.paid
    {
        invoice.settlements = settlements;
        invoice.paid = Money::ZERO;
    }
}

/// The due date: the one stated, the last of several, or the one the terms give.
fn due_date(invoice: &mut Invoice, stated: &[&str], derived: &mut Vec<Notice>) -> Result<(), Refusal> {
    let mut days = stated.iter().map(|day| date(day)).collect::<Result<Vec<Day>, Refusal>>()?;
    days.sort_unstable();
    days.dedup();
    if let [_, .., last] = days[..] {
        let listed: Vec<String> = days.iter().map(|day| french::short_day(*day)).collect();
        let listed: Vec<&str> = listed.iter().map(String::as_str).collect();
        derived.push(Notice::new(
            NoticeCode::SeveralDueDates,
            format!(
                "Cette facture se paie en plusieurs fois ({})\u{a0}: la dernière échéance est retenue.",
                french::list(&listed)
            ),
        ));
        invoice.due_on = Some(last);
    } else if let [only] = days[..] {
        invoice.due_on = Some(only);
    } else if let (Some(terms), Some(issued_on)) = (&invoice.terms, invoice.issued_on)
        && let Some((due_on, how)) = terms::due_on(terms, issued_on)
    {
        derived.push(Notice::new(NoticeCode::DueDateFromTerms, how));
        invoice.due_on = Some(due_on);
    }
    Ok(())
}

/// What the French note `BAR` says of the buyer.
fn buyer_kind(invoice: &mut Invoice, derived: &mut Vec<Notice>) {
    let stated = invoice.notes.iter().find(|note| note.subject.as_deref() == Some("BAR")).map(|note| note.text.trim());
    if stated == Some("B2C") {
        invoice.debtor.kind = Some(dument_law::PartyKind::Consumer);
        derived
            .push(Notice::new(NoticeCode::KindFromFile, "Le client est un particulier, d’après la mention B2C de la facture."));
    }
}

/// The profile of a document in words.
fn profile(identifier: &str, kind: FileKind) -> String {
    let lower = identifier.to_lowercase();
    let name = [
        ("extended-ctc-fr", "EXTENDED-CTC-FR"),
        ("xrechnung", "XRechnung"),
        ("minimum", "MINIMUM"),
        ("basicwl", "BASIC WL"),
        ("basic", "BASIC"),
        ("comfort", "COMFORT"),
        ("extended", "EXTENDED"),
        ("peppol", "Peppol BIS"),
        ("en16931", "EN 16931"),
    ]
    .into_iter()
    .find(|(part, _)| lower.contains(part))
    .map(|(_, name)| name);
    let language = match kind {
        FileKind::Ubl => "UBL",
        _ if lower.contains("ferd") && !lower.contains("factur-x") => "ZUGFeRD",
        _ if lower.contains("factur-x") => "Factur-X",
        _ => "CII",
    };
    name.map_or_else(|| language.to_owned(), |name| format!("{language}, profil {name}"))
}

/// A note; the French use of UBL writes its subject in the text: `#PMT#...`.
fn note(subject: Option<&str>, text: &str) -> Note {
    if subject.is_none()
        && let Some(rest) = text.strip_prefix('#')
        && let Some((code, words)) = rest.split_once('#')
        && code.len() == 3
        && code.bytes().all(|byte| byte.is_ascii_uppercase())
    {
        return Note { subject: Some(code.to_owned()), text: words.trim().to_owned() };
    }
    Note { subject: subject.map(str::to_owned), text: text.to_owned() }
}

/// The texts of several children.
fn texts<'a>(element: &'a Element, name: &'a str) -> impl Iterator<Item = &'a str> {
    element.children(name).filter_map(Element::text)
}
