//! OASIS UBL 2: Invoice and CreditNote.

use super::{Stated, note, texts};
use crate::xml::{Element, not_an_invoice};
use crate::{Address, Notice, Party, Refusal};

pub(super) fn read(root: &Element) -> Result<Stated<'_>, Refusal> {
    let credit_note = match root.name.as_str() {
        "Invoice" => false,
        "CreditNote" => true,
        _ => return Err(not_an_invoice()),
    };
    let currency = root.text_at(&["DocumentCurrencyCode"]);
    let totals = root.child("LegalMonetaryTotal").ok_or_else(not_an_invoice)?;
    let total = |name| totals.text_at(&[name]);
    let mut derived = Vec::new();
    let mut party = |path: &[&str]| root.at(path).map(|element| party(element, &mut derived)).unwrap_or_default();
    let creditor = party(&["AccountingSupplierParty", "Party"]);
    let mut debtor = party(&["AccountingCustomerParty", "Party"]);
    debtor.account = account(root).map(str::to_owned);
    let in_currency = |element: &&Element| {
        element.child("TaxAmount").and_then(|amount| amount.attribute("currencyID")).is_none_or(|given| Some(given) == currency)
    };
    Ok(Stated {
        profile: root.text_at(&["CustomizationID"]),
        number: root.text_at(&["ID"]),
        type_code: root.text_at(&["InvoiceTypeCode"]).or_else(|| root.text_at(&["CreditNoteTypeCode"])),
        issued_on: root.text_at(&["IssueDate"]),
        due_on: due_dates(root),
        terms: root.children("PaymentTerms").flat_map(|terms| texts(terms, "Note")).collect(),
        currency,
        net: total("TaxExclusiveAmount"),
        vat: root.children("TaxTotal").find(in_currency).and_then(|tax| tax.text_at(&["TaxAmount"])),
        amount: total("TaxInclusiveAmount"),
        prepaid: total("PrepaidAmount"),
        rounding: total("PayableRoundingAmount"),
        payable: total("PayableAmount"),
        debtor,
        creditor,
        iban: root.children("PaymentMeans").find_map(|means| means.text_at(&["PayeeFinancialAccount", "ID"])),
        notes: texts(root, "Note").map(|text| note(None, text)).collect(),
        order: root.text_at(&["OrderReference", "ID"]),
        contract: root.text_at(&["ContractDocumentReference", "ID"]),
        refers_to: root
            .children("BillingReference")
            .flat_map(|reference| {
                reference.children("InvoiceDocumentReference").chain(reference.children("CreditNoteDocumentReference"))
            })
            .filter_map(|document| Some((document.text_at(&["ID"])?, document.text_at(&["IssueDate"]))))
            .collect(),
        advances: root
            .children("PrepaidPayment")
            .filter_map(|advance| Some((advance.text_at(&["PaidAmount"])?, advance.text_at(&["ReceivedDate"]))))
            .collect(),
        credit_note,
        derived,
    })
}

/// The due date stands at the root (BT-9), or with the means or the terms of payment, as other versions and tools write it.
fn due_dates(root: &Element) -> Vec<&str> {
    if let Some(day) = root.text_at(&["DueDate"]) {
        return vec![day];
    }
    let of_means = root.children("PaymentMeans").filter_map(|means| means.text_at(&["PaymentDueDate"]));
    let of_terms = root
        .children("PaymentTerms")
        .filter_map(|terms| terms.text_at(&["PaymentDueDate"]).or_else(|| terms.text_at(&["InstallmentDueDate"])));
    of_means.chain(of_terms).collect()
}

/// The client's number with the seller: an identifier without a scheme.
fn account(root: &Element) -> Option<&str> {
    let party = root.at(&["AccountingCustomerParty", "Party"])?;
    let own = party
        .children("PartyIdentification")
        .filter_map(|identification| identification.child("ID"))
        .find(|id| id.attribute("schemeID").is_none());
    root.text_at(&["AccountingCustomerParty", "SupplierAssignedAccountID"]).or_else(|| own?.text())
}

fn party(element: &Element, derived: &mut Vec<Notice>) -> Party {
    let text = |path: &[&str]| element.text_at(path).map(str::to_owned);
    // The legal name, which some give alone and some not at all.
    let name =
        text(&["PartyLegalEntity", "RegistrationName"]).or_else(|| text(&["PartyName", "Name"])).or_else(|| person(element));
    let mut party = Party {
        name: name.unwrap_or_default(),
        address: element.child("PostalAddress").map(address).filter(|address| *address != Address::default()),
        email: text(&["Contact", "ElectronicMail"]),
        phone: text(&["Contact", "Telephone"]),
        contact: text(&["Contact", "Name"]),
        ..Party::default()
    };
    let vat = element
        .children("PartyTaxScheme")
        .filter(|scheme| scheme.text_at(&["TaxScheme", "ID"]).is_none_or(|id| id.eq_ignore_ascii_case("VAT")))
        .find_map(|scheme| scheme.text_at(&["CompanyID"]));
    if let Some(number) = vat {
        super::party::identify(&mut party, Some("VA"), number, derived);
    }
    let numbered = element
        .children("PartyIdentification")
        .filter_map(|identification| identification.child("ID"))
        .chain(element.child("PartyLegalEntity").into_iter().flat_map(|entity| entity.children("CompanyID")))
        .chain(element.children("EndpointID"));
    for id in numbered {
        if let Some(number) = id.text() {
            super::party::identify(&mut party, id.attribute("schemeID"), number, derived);
        }
    }
    party
}

fn person(element: &Element) -> Option<String> {
    let person = element.child("Person")?;
    let names: Vec<&str> = ["FirstName", "FamilyName"].into_iter().filter_map(|name| person.text_at(&[name])).collect();
    Some(names.join(" ")).filter(|name| !name.is_empty())
}

fn address(element: &Element) -> Address {
    let text = |path: &[&str]| element.text_at(path).map(str::to_owned);
    let street = [&["StreetName"][..], &["AdditionalStreetName"], &["AddressLine", "Line"]];
    let building = text(&["BuildingNumber"]);
    let mut lines: Vec<String> = street.into_iter().filter_map(text).collect();
    if let (Some(number), Some(first)) = (building, lines.first_mut()) {
        *first = format!("{number} {first}");
    }
    Address {
        lines,
        postcode: text(&["PostalZone"]),
        city: text(&["CityName"]),
        country: text(&["Country", "IdentificationCode"]),
    }
}
