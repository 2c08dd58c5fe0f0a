//! Tables of invoices: the layouts of usual software, what is corrected by hand, what is refused and why.

use dument_intake::{Field, FileKind, Found, InvoiceKind, NoticeCode, Options, Outcome, Recognised, RefusalCode, read};

fn csv(text: &str) -> Found {
    read("export.csv", text.as_bytes().to_vec(), Options::default()).expect("a table")
}

fn codes(found: &Found) -> Vec<(u32, RefusalCode)> {
    found.refusals().map(|(place, refusal)| (place.row.unwrap_or_default(), refusal.code)).collect()
}

#[test]
fn reads_a_usual_french_export() {
    let found = csv("Export des factures du 22/11/2026\n\n\
        Numéro;Type;Client;Code client;SIRET;Date;Échéance;Total HT;TVA;Total TTC;Déjà réglé;Statut\n\
        F-1;Facture;Dupont SARL;C1;732 829 320 00074;05/01/2026;04/02/2026;1 000,00;200,00;\"1 200,00 €\";200,00;En retard\n\
        F-2;Facture;Martin;C2;;13/01/2026;;100,00;20,00;120,00;;Payée\n\
        A-1;Avoir;Dupont SARL;C1;;14/01/2026;;50,00;10,00;60,00;;\n\
        F-3;Facture;Martin;C2;;15/01/2026;;-10,00;-2,00;-12,00;;\n\
        F-4;Facture;Martin;C2;;15/01/2026;;10,00;2,00;12,00;;Brouillon\n\
        F-5;Facture;Martin;C2;;15/01/2026;;10,00;2,00;12,00;;Annulée\n\
        F-6;Facture;Martin;C2;;31/02/2026;;10,00;2,00;12,00;;\n\
        ;Facture;Martin;C2;;15/01/2026;;10,00;2,00;12,00;;\n\
        F-8;Facture;Martin;C2;;15/01/2026;;;;;;\n\
        Total;;;;;;;1 160,00;232,00;1 392,00;200,00;\n");
    assert_eq!(found.kind, FileKind::Csv);
    let invoices: Vec<_> = found.invoices().collect();
    assert_eq!(invoices.len(), 4);
    let first = invoices[0];
    assert_eq!((first.number.as_str(), first.amount.to_string().as_str()), ("F-1", "1200.00"));
    assert_eq!((first.paid.to_string(), first.due_on.unwrap().to_string()), ("200.00".into(), "2026-02-04".into()));
    assert_eq!((first.debtor.name.as_str(), first.debtor.account.as_deref()), ("Dupont SARL", Some("C1")));
    assert_eq!((first.debtor.siret.as_deref(), first.debtor.siren.as_deref()), (Some("73282932000074"), Some("732829320")));
    assert_eq!((invoices[1].paid, invoices[2].kind), (invoices[1].amount, InvoiceKind::CreditNote));
    assert_eq!((invoices[3].kind, invoices[3].amount.to_string()), (InvoiceKind::CreditNote, "12.00".into()));
    assert_eq!(
        codes(&found),
        [
            (8, RefusalCode::NotIssued),
            (9, RefusalCode::Cancelled),
            (10, RefusalCode::InvalidDate),
            (11, RefusalCode::MissingNumber),
            (12, RefusalCode::MissingAmount),
            (13, RefusalCode::TotalRow),
        ]
    );
    assert_eq!(found.notices.iter().map(|notice| notice.code).collect::<Vec<_>>(), [NoticeCode::AssumedCurrency]);
}

/// The headers that usual software writes, each with one row: number, client, due date, whole and what is left.
#[test]
fn knows_the_layouts_of_usual_software() {
    for (software, header, row) in [
        (
            "Pennylane",
            "Numéro de facture,Date,Échéance,Client,Montant HT,TVA,Montant TTC,Restant dû,Statut",
            "F-1,2026-01-05,2026-02-04,Dupont,100.00,20.00,120.00,70.00,En retard",
        ),
        (
            "Sellsy",
            "Numéro;Date;Société;Total HT;Total TTC;Date limite de règlement;Montant dû;Statut",
            "F-1;05/01/2026;Dupont;100,00;120,00;04/02/2026;70,00;Retard",
        ),
        (
            "Dolibarr",
            "\"Réf.\",\"Date facturation\",\"Date échéance\",\"Tiers\",\"Montant HT\",\"Montant TVA\",\"Montant TTC\",\"Reste à payer\"",
            "F-1,05/01/2026,04/02/2026,Dupont,100,20,120,70",
        ),
        (
            "Odoo",
            "Numéro;Nom d'affichage du partenaire de la facture;Date de facturation;Date d'échéance;Montant hors taxe signé;Total signé;Montant dû",
            "F-1;Dupont;2026-01-05;2026-02-04;100.0;120.0;70.0",
        ),
        (
            "QuickBooks",
            "Date;Type;N°;Client;Échéance;Montant;Solde ouvert",
            "05/01/2026;Facture;F-1;Dupont;04/02/2026;120,00;70,00",
        ),
        (
            "Zoho",
            "Invoice Date,Invoice Number,Customer Name,Due Date,Currency Code,SubTotal,Total,Balance",
            "2026-01-05,F-1,Dupont,2026-02-04,EUR,100.00,120.00,70.00",
        ),
        (
            "EBP",
            "Numéro du document\tDate du document\tNom du client\tDate d'échéance\tTotal HT\tTotal TTC\tSolde dû",
            "F-1\t05/01/2026\tDupont\t04/02/2026\t100,00\t120,00\t70,00",
        ),
        (
            "Sage",
            "N° pièce;Date pièce;Code tiers;Raison sociale;Date échéance;Montant HT;Montant TTC;Montant réglé",
            "F-1;05/01/26;C1;Dupont;04/02/26;100,00;120,00;50,00",
        ),
        (
            "Axonaut",
            "Numéro;Client;Date de facture;Date d'échéance;Montant HT;Montant TTC;Reste à payer",
            "F-1;Dupont;05/01/2026;04/02/2026;100;120;70",
        ),
    ] {
        let found = csv(&format!("{header}\n{row}\n"));
        let invoices: Vec<_> = found.invoices().collect();
        assert_eq!(invoices.len(), 1, "{software}: {found:?}");
        let invoice = invoices[0];
        let left = invoice.amount - invoice.paid;
        assert_eq!(
            (
                invoice.number.as_str(),
                invoice.debtor.name.as_str(),
                invoice.issued_on.map(|day| day.to_string()).as_deref(),
                invoice.due_on.map(|day| day.to_string()).as_deref(),
                invoice.amount.to_string().as_str(),
                left.to_string().as_str()
            ),
            ("F-1", "Dupont", Some("2026-01-05"), Some("2026-02-04"), "120.00", "70.00"),
            "{software}"
        );
    }
}

#[test]
fn a_payment_written_as_negative_lessens_what_is_owed_and_is_said() {
    for header in ["Numéro;Client;Montant TTC;Déjà réglé", "Numéro;Client;Reste à payer;Déjà réglé"] {
        let found = csv(&format!("{header}\nF-1;Dupont;{};-50,00\n", if header.contains("Reste") { "70,00" } else { "120,00" }));
        let line = &found.lines[0];
        let Outcome::Invoice(invoice) = &line.outcome else { panic!("{line:?}") };
        assert_eq!((invoice.kind, invoice.amount.to_string().as_str()), (InvoiceKind::Invoice, "120.00"), "{header}");
        assert_eq!(invoice.paid.to_string(), "50.00", "{header}");
        assert!(line.derived.iter().any(|notice| notice.code == NoticeCode::PaidFromSign), "{header}");
    }
    // Of a credit note, both are: nothing to say.
    let found = csv("Numéro;Client;Montant TTC;Déjà réglé\nA-1;Dupont;-120,00;-50,00\n");
    let line = &found.lines[0];
    assert!(line.derived.iter().all(|notice| notice.code != NoticeCode::PaidFromSign), "{line:?}");
    assert_eq!(
        found.invoices().next().map(|invoice| (invoice.kind, invoice.paid.to_string())),
        Some((InvoiceKind::CreditNote, "50.00".into()))
    );
}

#[test]
fn columns_are_corrected_by_hand_and_remembered() {
    let text = "Réf interne;Doc;Somme;Quand;Qui\n12;F-1;120,00;05/01/2026;Dupont\n13;F-2;90,50;06/01/2026;Martin\n";
    // Nothing is known: the file is refused, and no mapping helps a file with other headers.
    assert_eq!(read("x", text.as_bytes().to_vec(), Options::default()).unwrap_err().code, RefusalCode::UnknownFile);
    let half = text.replace("Doc", "Numéro de facture").replace("Qui", "Client");
    let found = csv(&half);
    assert_eq!(found.invoices().count(), 2);
    let table = found.table.unwrap();
    let recognised: Vec<_> = table.columns.iter().map(|column| (column.field, column.by)).collect();
    assert_eq!(
        recognised,
        [
            (None, Recognised::No),
            (Some(Field::Number), Recognised::Name),
            (Some(Field::Amount), Recognised::Content),
            (Some(Field::IssuedOn), Recognised::Content),
            (Some(Field::DebtorName), Recognised::Name),
        ]
    );
    assert_eq!(table.columns[4].samples, ["Dupont", "Martin"]);
    let mut mapping = table.mapping();
    mapping.fields[0] = Some(Field::Number);
    mapping.fields[1] = Some(Field::Order);
    let again = read("x", half.clone().into_bytes(), Options { mappings: vec![mapping.clone()] }).unwrap();
    let numbers: Vec<_> = again.invoices().map(|invoice| (invoice.number.as_str(), invoice.order.as_deref())).collect();
    assert_eq!(numbers, [("12", Some("F-1")), ("13", Some("F-2"))]);
    assert_eq!(again.table.as_ref().unwrap().columns[3].by, Recognised::Hand);
    assert_eq!(again.table.unwrap().mapping(), mapping);
}

#[test]
fn a_table_without_its_columns_says_so_and_can_be_mapped() {
    let found = csv("Client;Date d'échéance;Ville\nDupont;05/01/2026;Lyon\n");
    assert!(found.lines.is_empty());
    assert_eq!(found.notices[0].code, NoticeCode::MissingColumns);
    assert_eq!(found.table.unwrap().columns.len(), 3);
}

#[test]
fn what_could_be_read_in_two_ways_is_not() {
    let mixed =
        csv("Numéro;Date;Montant TTC\nF-1;25/12/2026;1,50\nF-2;12/25/2026;2.50\nF-3;03/04/2026;3,50\nF-4;25/12/2026;1.850\n");
    assert_eq!(codes(&mixed), [(4, RefusalCode::AmbiguousDate), (5, RefusalCode::InvalidAmount)]);
    let english = csv("Number,Date,Total\nF-1,12/25/2026,\"1,850.00\"\nF-2,03/04/2026,\"1,850\"\n");
    let read: Vec<_> =
        english.invoices().map(|invoice| (invoice.issued_on.unwrap().to_string(), invoice.amount.to_string())).collect();
    assert_eq!(read, [("2026-12-25".into(), "1850.00".into()), ("2026-03-04".to_owned(), "1850.00".to_owned())]);
    assert!(english.notices.iter().any(|notice| notice.code == NoticeCode::MonthFirst));
}

#[test]
fn terms_give_the_due_date_and_payments_their_day() {
    let found = csv("Numéro;Date;Montant TTC;Conditions de règlement;Montant réglé;Date de règlement\n\
        F-1;05/01/2026;100,00;30 jours;40,00;20/01/2026\n");
    let invoice = found.invoices().next().unwrap();
    assert_eq!(invoice.due_on.unwrap().to_string(), "2026-02-04");
    assert_eq!(found.lines[0].derived[0].code, NoticeCode::DueDateFromTerms);
    assert_eq!((invoice.paid.is_zero(), invoice.settlements.len()), (true, 1));
    assert_eq!(invoice.settlements[0].on.unwrap().to_string(), "2026-01-20");
}

#[test]
fn the_type_of_a_row_is_known_by_many_words() {
    for (kind, expected) in [
        ("Facture", Ok(InvoiceKind::Invoice)),
        ("Facture d’acompte", Ok(InvoiceKind::Invoice)),
        ("FA", Ok(InvoiceKind::Invoice)),
        ("out_invoice", Ok(InvoiceKind::Invoice)),
        ("", Ok(InvoiceKind::Invoice)),
        ("Facture d’avoir", Ok(InvoiceKind::CreditNote)),
        ("Note de crédit", Ok(InvoiceKind::CreditNote)),
        ("AV", Ok(InvoiceKind::CreditNote)),
        ("out_refund", Ok(InvoiceKind::CreditNote)),
        ("Devis", Err(RefusalCode::NotIssued)),
        ("Pro forma", Err(RefusalCode::NotIssued)),
        ("Facture fournisseur", Err(RefusalCode::Purchase)),
        ("in_invoice", Err(RefusalCode::Purchase)),
        ("Vendor Bill", Err(RefusalCode::Purchase)),
    ] {
        let found = csv(&format!("Type;Numéro;Client;Montant TTC\n{kind};F-1;D;100,00\n"));
        let read = found.invoices().next().map(|invoice| invoice.kind).ok_or_else(|| codes(&found)[0].1);
        assert_eq!(read, expected, "{kind}");
    }
}

#[test]
fn an_invoice_paid_too_much_owes_nothing() {
    let found = csv("Numéro;Client;Date;Échéance;Montant TTC;Solde\nF-1;D;05/01/2026;05/02/2026;100,00;-20,00\n");
    let invoice = found.invoices().next().unwrap();
    assert_eq!((invoice.paid.to_string(), invoice.remaining), ("120.00".into(), None));
    assert_eq!(found.lines[0].warnings.iter().map(|warning| warning.code).collect::<Vec<_>>(), [NoticeCode::Overpaid]);
}

#[test]
fn an_invoice_counts_once() {
    let found = csv(
        "Numéro;Client;Date;Montant TTC\nF-1;D;05/01/2026;100,00\nF-1;D;05/01/2026;100,00\nF-1;D;05/01/2026;50,00\nF-1;E;05/01/2026;100,00\n",
    );
    assert_eq!(codes(&found), [(3, RefusalCode::DuplicateLine)]);
    let doubtful: Vec<_> = found
        .lines
        .iter()
        .filter(|line| line.warnings.iter().any(|warning| warning.code == NoticeCode::DuplicateNumber))
        .collect();
    assert_eq!(doubtful.iter().map(|line| line.place.row).collect::<Vec<_>>(), [Some(4)]);
}

#[test]
fn payments_are_lines_of_their_own() {
    let found =
        csv("Type;Numéro;Date;Client;Montant\nPaiement;R-1;05/01/2026;Dupont;100,00\nFacture;F-1;05/01/2026;Dupont;100,00\n");
    assert!(matches!(&found.lines[0].outcome, Outcome::Payment(payment) if payment.amount.to_string() == "100.00"));
    assert_eq!(found.invoices().count(), 1);
}

#[test]
fn other_files_are_refused() {
    for (bytes, code) in [
        (&b""[..], RefusalCode::EmptyFile),
        (b"  \n ", RefusalCode::EmptyFile),
        (b"Bonjour", RefusalCode::UnknownFile),
        (b"a;b;c\n1;2;3\n", RefusalCode::UnknownFile),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", RefusalCode::UnknownFile),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", RefusalCode::UnknownFile),
        (b"PK\x03\x04", RefusalCode::DamagedFile),
        (b"<html><body>", RefusalCode::NotAnInvoice),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", RefusalCode::UnsafeXml),
        (b"%PDF-1.4\n%%EOF", RefusalCode::NoInvoiceInPdf),
    ] {
        let refusal = read("x", bytes.to_vec(), Options::default()).unwrap_err();
        assert_eq!(refusal.code, code, "{}", String::from_utf8_lossy(bytes));
    }
}
