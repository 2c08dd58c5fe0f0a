//! UN/CEFACT Cross Industry Invoice: Factur-X and ZUGFeRD, 1 and 2, all profiles.

use dument_letters::Iban;

use super::{Stated, note, texts};
use crate::xml::{Element, not_an_invoice};
use crate::{Address, Notice, Party, Refusal};

/// The names of the three great parts, in version 2 and in ZUGFeRD 1.
const CONTEXT: [&str; 2] = ["ExchangedDocumentContext", "SpecifiedExchangedDocumentContext"];
const DOCUMENT: [&str; 2] = ["ExchangedDocument", "HeaderExchangedDocument"];
const TRANSACTION: [&str; 2] = ["SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction"];
const AGREEMENT: [&str; 2] = ["ApplicableHeaderTradeAgreement", "ApplicableSupplyChainTradeAgreement"];
const SETTLEMENT: [&str; 2] = ["ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement"];
const SUMMATION: [&str; 2] = ["SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation"];

pub(super) fn read(root: &Element) -> Result<Stated<'_>, Refusal> {
    if !matches!(root.name.as_str(), "CrossIndustryInvoice" | "CrossIndustryDocument") {
        return Err(not_an_invoice());
    }
    let document = either(root, DOCUMENT).ok_or_else(not_an_invoice)?;
    let transaction = either(root, TRANSACTION).ok_or_else(not_an_invoice)?;
    let nothing = &NOTHING;
    let agreement = either(transaction, AGREEMENT).unwrap_or(nothing);
    let settlement = either(transaction, SETTLEMENT).unwrap_or(nothing);
    let summation = either(settlement, SUMMATION).unwrap_or(nothing);
    let currency = settlement.text_at(&["InvoiceCurrencyCode"]).or_else(|| {
        // ZUGFeRD 1 gives it with each amount.
        summation.child("GrandTotalAmount")?.attribute("currencyID")
    });
    let mut derived = Vec::new();
    let party =
        |name: &str, derived: &mut Vec<Notice>| agreement.child(name).map(|element| party(element, derived)).unwrap_or_default();
    let (creditor, mut debtor) = (party("SellerTradeParty", &mut derived), party("BuyerTradeParty", &mut derived));
    debtor.account = agreement.text_at(&["BuyerTradeParty", "ID"]).map(str::to_owned);
    let total = |name| summation.text_at(&[name]);
    Ok(Stated {
        profile: either(root, CONTEXT).and_then(|context| context.text_at(&["GuidelineSpecifiedDocumentContextParameter", "ID"])),
        number: document.text_at(&["ID"]),
        type_code: document.text_at(&["TypeCode"]),
        issued_on: document.child("IssueDateTime").and_then(day),
        due_on: settlement
            .children("SpecifiedTradePaymentTerms")
            .filter_map(|terms| day(terms.child("DueDateDateTime")?))
            .collect(),
        terms: settlement.children("SpecifiedTradePaymentTerms").flat_map(|terms| texts(terms, "Description")).collect(),
        currency,
        net: total("TaxBasisTotalAmount"),
        vat: vat(summation, currency),
        amount: total("GrandTotalAmount"),
        prepaid: total("TotalPrepaidAmount"),
        rounding: total("RoundingAmount"),
        payable: total("DuePayableAmount"),
        debtor,
        creditor,
        iban: settlement
            .children("SpecifiedTradeSettlementPaymentMeans")
            .filter_map(|means| means.child("PayeePartyCreditorFinancialAccount"))
            .find_map(iban),
        notes: document
            .children("IncludedNote")
            .flat_map(|element| texts(element, "Content").map(|text| note(element.text_at(&["SubjectCode"]), text)))
            .collect(),
        order: reference(agreement, "BuyerOrderReferencedDocument"),
        contract: reference(agreement, "ContractReferencedDocument"),
        refers_to: settlement
            .children("InvoiceReferencedDocument")
            .filter_map(|document| {
                let on = document.child("FormattedIssueDateTime").or_else(|| document.child("IssueDateTime")).and_then(day);
                Some((document.text_at(&["IssuerAssignedID"]).or_else(|| document.text_at(&["ID"]))?, on))
            })
            .collect(),
        advances: settlement
            .children("SpecifiedAdvancePayment")
            .filter_map(|advance| {
                let on = advance.child("FormattedReceivedDateTime").and_then(day);
                Some((advance.text_at(&["PaidAmount"])?, on))
            })
            .collect(),
        credit_note: false,
        derived,
    })
}

/// What stands for a part that a document lacks.
static NOTHING: Element = Element::NOTHING;

fn either<'a>(element: &'a Element, names: [&str; 2]) -> Option<&'a Element> {
    names.iter().find_map(|name| element.child(name))
}

/// The text of a date: `DateTimeString` with its format beside it, of which 102 is the usual one.
fn day(element: &Element) -> Option<&str> {
    element.text_at(&["DateTimeString"]).or_else(|| element.text_at(&["DateTime"])).or_else(|| element.text()).map(first_day)
}

/// The day of a text that goes on with a time (formats 203 and 204 of UNTDID 2379).
fn first_day(text: &str) -> &str {
    match text.len() {
        12 | 14 if text.bytes().all(|byte| byte.is_ascii_digit()) => &text[..8],
        _ => text,
    }
}

/// The VAT in the currency of the invoice: the total may be given in that of accounting too.
fn vat<'a>(summation: &'a Element, currency: Option<&str>) -> Option<&'a str> {
    let own = |element: &&Element| element.attribute("currencyID").is_none_or(|given| Some(given) == currency);
    summation.children("TaxTotalAmount").find(own).and_then(Element::text)
}

fn reference<'a>(agreement: &'a Element, name: &str) -> Option<&'a str> {
    let document = agreement.child(name)?;
    document.text_at(&["IssuerAssignedID"]).or_else(|| document.text_at(&["ID"]))
}

/// The account to pay to: its IBAN, sometimes given as an account of no known kind.
fn iban(account: &Element) -> Option<&str> {
    let known = |number: &&str| number.parse::<Iban>().is_ok();
    account.text_at(&["IBANID"]).or_else(|| account.text_at(&["ProprietaryID"]).filter(known))
}

fn party(element: &Element, derived: &mut Vec<Notice>) -> Party {
    let contact = element.child("DefinedTradeContact");
    let at_contact = |path: &[&str]| contact.and_then(|contact| contact.text_at(path)).map(str::to_owned);
    let trading = element.text_at(&["SpecifiedLegalOrganization", "TradingBusinessName"]);
    let mut party = Party {
        name: element.text_at(&["Name"]).or(trading).unwrap_or_default().to_owned(),
        address: element.child("PostalTradeAddress").map(address).filter(|address| *address != Address::default()),
        email: at_contact(&["EmailURIUniversalCommunication", "URIID"]),
        phone: at_contact(&["TelephoneUniversalCommunication", "CompleteNumber"]),
        contact: at_contact(&["PersonName"]).or_else(|| at_contact(&["DepartmentName"])),
        ..Party::default()
    };
    let numbered = element
        .children("GlobalID")
        .chain(element.child("SpecifiedLegalOrganization").into_iter().flat_map(|organization| organization.children("ID")))
        .chain(element.child("URIUniversalCommunication").into_iter().flat_map(|address| address.children("URIID")))
        .chain(element.children("SpecifiedTaxRegistration").flat_map(|registration| registration.children("ID")));
    for id in numbered {
        // Tax numbers other than for VAT are no one's name.
        if let Some(number) = id.text()
            && id.attribute("schemeID") != Some("FC")
        {
            super::party::identify(&mut party, id.attribute("schemeID"), number, derived);
        }
    }
    party
}

fn address(element: &Element) -> Address {
    let text = |name| element.text_at(&[name]).map(str::to_owned);
    Address {
        lines: ["LineOne", "LineTwo", "LineThree", "StreetName"].into_iter().filter_map(text).collect(),
        postcode: text("PostcodeCode"),
        city: text("CityName"),
        country: text("CountryID"),
    }
}
