//! What is exported can be read in again: the same invoices come out.

use dument_intake::{
    Address, Credited, Found, Invoice, InvoiceKind, Note, Options, Party, Payment, Settlement, SettlementKind, export, read,
};
use dument_law::{Day, Money, PartyKind};
use proptest::prelude::*;

fn day() -> impl Strategy<Value = Day> {
    (2000..2100, 1_u32..=12, 1_u32..=28).prop_map(|(year, month, day)| Day::new(year, month, day).expect("a day"))
}

fn amount() -> impl Strategy<Value = Money> {
    (1_i64..99_999_999_999_999).prop_map(Money::from_cents)
}

/// Texts that people type, with what spreadsheets could run or stumble over.
fn words() -> impl Strategy<Value = String> {
    "[=+@A-Za-z0-9éÀœ€;,\"&<>._/-]( ?[A-Za-z0-9éÀœ€;,\"'&<>=+@._/-]){0,12}"
}

fn party() -> impl Strategy<Value = Party> {
    let siret = proptest::option::of(Just(("732829320".to_owned(), "73282932000074".to_owned())));
    let address = (words(), words(), words()).prop_map(|(street, city, country)| Address {
        lines: vec![street, "Bâtiment B".into()],
        postcode: Some("06000".into()),
        city: Some(city),
        country: Some(country),
    });
    let kind = prop_oneof![
        Just(None),
        Just(Some(PartyKind::Company)),
        Just(Some(PartyKind::Consumer)),
        Just(Some(PartyKind::PublicBody))
    ];
    (words(), proptest::option::of(words()), siret, proptest::option::of(address), kind).prop_map(
        |(name, account, numbers, address, kind)| Party {
            name,
            kind,
            siren: numbers.as_ref().map(|(siren, _)| siren.clone()),
            siret: numbers.map(|(_, siret)| siret),
            account,
            address,
            email: Some("a@b.fr".into()),
            phone: Some("+33 6 12 34 56 78".into()),
            ..Party::default()
        },
    )
}

fn settlement() -> impl Strategy<Value = Settlement> {
    let kind = prop_oneof![Just(SettlementKind::Payment), Just(SettlementKind::CreditNote), Just(SettlementKind::WriteOff)];
    (kind, proptest::option::of(day()), amount(), proptest::option::of(words()))
        .prop_map(|(kind, on, amount, reference)| Settlement { kind, on, amount, reference })
}

/// An invoice as a table can hold it.
fn invoice() -> impl Strategy<Value = Invoice> {
    let kind = prop_oneof![Just(InvoiceKind::Invoice), Just(InvoiceKind::CreditNote)];
    let sums = (amount(), proptest::option::of(amount()), proptest::option::of(amount()), proptest::option::of(amount()));
    let days = (proptest::option::of(day()), day());
    (words(), kind, sums, days, party(), prop::collection::vec(settlement(), 0..3), proptest::option::of(words())).prop_map(
        |(number, kind, (amount, net, vat, remaining), (issued_on, due_on), debtor, settlements, order)| Invoice {
            issued_on,
            due_on: Some(due_on),
            terms: Some("30 jours".into()),
            net,
            vat,
            remaining,
            settlements,
            debtor,
            iban: Some("FR7630006000011234567890189".into()),
            order,
            refers_to: vec![Credited { number: "F-0".into(), issued_on: None }],
            ..Invoice::new(number, kind, amount, "EUR")
        },
    )
}

fn payment() -> impl Strategy<Value = Payment> {
    (party(), proptest::option::of(day()), amount(), proptest::option::of(words()), proptest::option::of(words())).prop_map(
        |(debtor, on, amount, reference, label)| Payment { debtor, on, amount, currency: "EUR".into(), reference, label },
    )
}

fn again(bytes: Vec<u8>) -> (Vec<Invoice>, Vec<Payment>) {
    let found: Found = read("export", bytes, Options::default()).expect("readable");
    let refused: Vec<_> = found.refusals().collect();
    assert!(refused.is_empty(), "{refused:?}");
    (found.invoices().cloned().collect(), found.payments().cloned().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_format_gives_the_same_invoices_again(
        invoices in prop::collection::vec(invoice(), 1..6),
        payments in prop::collection::vec(payment(), 0..3),
    ) {
        let expected = (invoices.clone(), payments.clone());
        prop_assert_eq!(&again(export::csv(&invoices, &payments)), &expected);
        prop_assert_eq!(&again(export::xlsx(&invoices, &payments, Day::new(2026, 11, 22).unwrap())), &expected);
        prop_assert_eq!(&again(export::json(&invoices, &payments).into_bytes()), &expected);
    }
}

#[test]
fn json_holds_what_a_table_cannot() {
    let invoice = Invoice {
        notes: vec![Note { subject: Some("PMD".into()), text: "Pénalités".into() }],
        creditor: Party { name: "Moi".into(), ..Party::default() },
        paid: Money::from_cents(1),
        ..Invoice::new("F-1", InvoiceKind::Invoice, Money::from_cents(100), "EUR")
    };
    let written = export::json(std::slice::from_ref(&invoice), &[]);
    assert_eq!(again(written.clone().into_bytes()), (vec![invoice], Vec::new()));
    let newer = written.replace("\"version\":1", "\"version\":2");
    assert!(read("x", newer.into_bytes(), Options::default()).unwrap_err().message.contains("plus récente"));
}
