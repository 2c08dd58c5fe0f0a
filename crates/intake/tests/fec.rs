//! Accounting exports: what each usual situation of customer accounts gives.

use dument_intake::{Found, InvoiceKind, Line, Options, Outcome, RefusalCode, SettlementKind, read};
use proptest::prelude::*;

const HEADER: &str = "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|\
                      EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise";

/// `VE 1 20260105 411 DUPONT F-1 120,00 A label`: journal, entry, day, account, customer, reference, signed amount, lettering
/// and words; `.` for nothing.
fn row(entry: &str) -> String {
    let mut parts = entry.splitn(9, ' ').map(|part| if part == "." { "" } else { part });
    let mut next = || parts.next().unwrap_or_default();
    let [journal, number, day, account, customer, piece, amount, lettering, label] = std::array::from_fn(|_| next());
    let name = if customer.is_empty() { String::new() } else { format!("{customer} SARL") };
    let (debit, credit) = amount.strip_prefix('-').map_or((amount, "0,00"), |credit| ("0,00", credit));
    format!(
        "{journal}|{journal}|{number}|{day}|{account}|Clients|{customer}|{name}|{piece}|{day}|{label}|{debit}|{credit}|{lettering}||{day}||"
    )
}

fn fec(entries: &[&str]) -> Found {
    let rows: Vec<String> = std::iter::once(HEADER.to_owned()).chain(entries.iter().map(|entry| row(entry))).collect();
    read("fec.txt", rows.join("\r\n").into_bytes(), Options::default()).expect("a FEC")
}

/// A line in short: `F-1 DUPONT 120.00 = payment 2026-02-01 120.00`.
fn short(line: &Line) -> String {
    let codes =
        line.derived.iter().chain(&line.warnings).map(|notice| format!(" !{:?}", notice.code)).collect::<Vec<_>>().concat();
    match &line.outcome {
        Outcome::Invoice(invoice) => {
            let kind = if invoice.kind == InvoiceKind::CreditNote { "credit note " } else { "" };
            let account = invoice.debtor.account.as_deref().unwrap_or_default();
            let settled = invoice
                .settlements
                .iter()
                .map(|settlement| {
                    let kind = match settlement.kind {
                        SettlementKind::Payment => "payment",
                        SettlementKind::CreditNote => "credit",
                        SettlementKind::WriteOff => "loss",
                    };
                    format!(" = {kind} {} {}", settlement.on.expect("a day"), settlement.amount)
                })
                .collect::<Vec<_>>()
                .concat();
            let used = if invoice.paid.is_positive() { format!(" used {}", invoice.paid) } else { String::new() };
            format!("{kind}{} {account} {}{used}{settled}{codes}", invoice.number, invoice.amount)
        }
        Outcome::Payment(payment) => {
            format!("payment {} {}{codes}", payment.debtor.account.as_deref().unwrap_or_default(), payment.amount)
        }
        Outcome::Refused(refusal) => format!("refused {:?}", refusal.code),
    }
}

#[track_caller]
fn check(entries: &[&str], expected: &[&str]) {
    let found = fec(entries);
    assert_eq!(found.lines.iter().map(short).collect::<Vec<_>>(), expected);
}

#[test]
fn an_open_invoice_with_its_vat() {
    let found = fec(&[
        "VE 1 20260105 411000 DUPONT F-1 120,00 . Facture F-1",
        "VE 1 20260105 706000 . F-1 -100,00 . Vente",
        "VE 1 20260105 445710 . F-1 -20,00 . TVA",
    ]);
    assert_eq!(found.lines.iter().map(short).collect::<Vec<_>>(), ["F-1 DUPONT 120.00"]);
    let invoice = found.invoices().next().unwrap();
    assert_eq!(invoice.debtor.name, "DUPONT SARL");
    assert_eq!(invoice.issued_on.unwrap().to_string(), "2026-01-05");
    assert_eq!((invoice.net.unwrap().to_string(), invoice.vat.unwrap().to_string()), ("100.00".into(), "20.00".into()));
    assert_eq!(found.lines[0].place.row, Some(2));
}

#[test]
fn lettering_settles_one_invoice_by_payments_credit_notes_and_losses() {
    check(
        &[
            "VE 1 20260105 411000 DUPONT F-1 120,00 AA .",
            "VE 1 20260105 706000 . F-1 -120,00 . .",
            "VE 2 20260110 411000 DUPONT A-1 -20,00 AA Avoir",
            "VE 2 20260110 706000 . A-1 20,00 . .",
            "BQ 3 20260201 411000 DUPONT V1 -99,50 AA Virement",
            "BQ 3 20260201 512000 . V1 99,50 . .",
            "OD 4 20260202 411000 DUPONT . -0,50 AA Ecart",
            "OD 4 20260202 658000 . . 0,50 . .",
        ],
        &["F-1 DUPONT 120.00 = credit 2026-01-10 20.00 = payment 2026-02-01 99.50 = loss 2026-02-02 0.50"],
    );
}

#[test]
fn one_payment_settles_several_invoices() {
    check(
        &[
            "VE 1 20260105 411 D F-1 100,00 A .",
            "VE 1 20260105 706 . F-1 -100,00 . .",
            "VE 2 20260106 411 D F-2 50,00 A .",
            "VE 2 20260106 706 . F-2 -50,00 . .",
            "BQ 3 20260201 411 D . -150,00 A .",
            "BQ 3 20260201 512 . . 150,00 . .",
        ],
        &["F-1 D 100.00 = payment 2026-02-01 100.00", "F-2 D 50.00 = payment 2026-02-01 50.00"],
    );
}

#[test]
fn a_part_payment_goes_to_the_oldest_unless_it_names_another() {
    let sales = [
        "VE 1 20260105 411 D FA-101 100,00 a .",
        "VE 1 20260105 706 . FA-101 -100,00 . .",
        "VE 2 20260106 411 D FA-102 50,00 a .",
        "VE 2 20260106 706 . FA-102 -50,00 . .",
    ];
    let paid = |piece: &str, label: &str| {
        let line = format!("BQ 3 20260201 411 D {piece} -30,00 a {label}");
        let entries: Vec<&str> = sales.iter().copied().chain([line.as_str(), "BQ 3 20260201 512 . . 30,00 . ."]).collect();
        fec(&entries).lines.iter().map(short).collect::<Vec<_>>()
    };
    assert_eq!(
        paid(".", "virement"),
        [
            "FA-101 D 100.00 = payment 2026-02-01 30.00 !SharedOldestFirst !UnbalancedLettering",
            "FA-102 D 50.00 !UnbalancedLettering"
        ]
    );
    for (piece, label) in [("FA-102", "."), (".", "Virement facture FA-102.")] {
        assert_eq!(
            paid(piece, label),
            ["FA-101 D 100.00 !UnbalancedLettering", "FA-102 D 50.00 = payment 2026-02-01 30.00 !UnbalancedLettering"]
        );
    }
}

#[test]
fn without_lettering_only_the_certain_is_matched() {
    let sales = [
        "VE 1 20260105 411 D FA-101 100,00 . .",
        "VE 1 20260105 706 . FA-101 -100,00 . .",
        "VE 2 20260106 411 D FA-102 50,00 . .",
        "VE 2 20260106 706 . FA-102 -50,00 . .",
        "VE 5 20260107 411 E FA-103 50,00 . .",
        "VE 5 20260107 706 . FA-103 -50,00 . .",
    ];
    let with = |lines: &[&str]| {
        let bank = "BQ 3 20260201 512 . . 30,00 . .";
        let entries: Vec<&str> = sales.iter().copied().chain(lines.iter().copied()).chain([bank]).collect();
        fec(&entries).lines.iter().map(short).collect::<Vec<_>>()
    };
    let named = with(&["BQ 3 20260201 411 D . -30,00 . VIR DUPONT FA-101"]);
    assert_eq!(named[0], "FA-101 D 100.00 = payment 2026-02-01 30.00 !MatchedByReference");
    let exact = with(&["BQ 3 20260201 411 D . -50,00 . VIR DUPONT"]);
    assert_eq!(exact[1], "FA-102 D 50.00 = payment 2026-02-01 50.00 !MatchedByAmount");
    // Another amount, two payments of the same amount, before the invoice.
    for apart in [
        &["BQ 3 20260201 411 D . -49,99 . VIR"][..],
        &["BQ 3 20260201 411 D . -50,00 . VIR", "BQ 3 20260201 411 D . -50,00 . VIR"],
        &["BQ 3 20260201 411 D X1 -200,00 . VIR FA-101 FA-102"],
    ] {
        let read = with(apart);
        assert_eq!(read[..3], ["FA-101 D 100.00", "FA-102 D 50.00", "FA-103 E 50.00"]);
        assert!(read[3].starts_with("payment D "), "{read:?}");
    }
}

#[test]
fn what_is_paid_too_much_is_left_apart() {
    check(
        &[
            "VE 1 20260105 411 D F-1 100,00 A .",
            "VE 1 20260105 706 . F-1 -100,00 . .",
            "BQ 3 20260201 411 D V -130,00 A .",
            "BQ 3 20260201 512 . V 130,00 . .",
        ],
        &["F-1 D 100.00 = payment 2026-02-01 100.00 !UnbalancedLettering", "payment D 30.00 !PartLeft"],
    );
}

#[test]
fn a_payment_that_came_back_is_none() {
    check(
        &[
            "VE 1 20260105 411 D F-1 100,00 A .",
            "VE 1 20260105 706 . F-1 -100,00 . .",
            "BQ 3 20260201 411 D V -100,00 A .",
            "BQ 3 20260201 512 . V 100,00 . .",
            "BQ 4 20260205 411 D V 100,00 A Rejet",
            "BQ 4 20260205 512 . V -100,00 . .",
        ],
        &["F-1 D 100.00 !UnbalancedLettering"],
    );
    check(&["BQ 4 20260205 411 D V 100,00 . Rejet", "BQ 4 20260205 512 . V -100,00 . ."], &["refused OtherEntry"]);
}

#[test]
fn a_debt_moved_to_the_doubtful_is_still_open() {
    let moved = [
        "VE 1 20260105 411 D F-1 100,00 A .",
        "VE 1 20260105 706 . F-1 -100,00 . .",
        "OD 2 20260301 411 D F-1 -100,00 A Virement douteux",
        "OD 2 20260301 416 D F-1 100,00 . Virement douteux",
    ];
    check(&moved, &["F-1 D 100.00"]);
    let paid: Vec<&str> = moved[..3]
        .iter()
        .copied()
        .chain([
            "OD 2 20260301 416 D F-1 100,00 B Virement douteux",
            "BQ 3 20260401 416 D F-1 -60,00 B .",
            "BQ 3 20260401 512 . F-1 60,00 . .",
        ])
        .collect();
    check(&paid, &["F-1 D 100.00 = payment 2026-04-01 60.00 !UnbalancedLettering"]);
}

#[test]
fn balances_carried_over_keep_their_invoices() {
    check(
        &[
            "AN 1 20260101 411 D F-9 100,00 . .",
            "AN 1 20260101 411 E AN2026 40,00 . Solde",
            "AN 1 20260101 411 G AN2026 30,00 . Solde",
            "AN 1 20260101 411 H AN2026 20,00 . Facture FA-2025-12",
            "AN 1 20260101 411 I V -10,00 . Acompte",
            "AN 1 20260101 101 . . -180,00 . .",
        ],
        &[
            "F-9 D 100.00",
            "refused OpeningBalance",
            "refused OpeningBalance",
            "FA-2025-12 H 20.00 !NumberFromLabel",
            "payment I 10.00",
        ],
    );
}

#[test]
fn instalments_of_one_invoice_are_one() {
    check(
        &[
            "VE 1 20260105 411 D F-1 60,00 A .",
            "VE 1 20260105 411 D F-1 40,00 . .",
            "VE 1 20260105 706 . F-1 -100,00 . .",
            "BQ 3 20260201 411 D V -60,00 A .",
            "BQ 3 20260201 512 . V 60,00 . .",
        ],
        &["F-1 D 100.00 = payment 2026-02-01 60.00 !UnbalancedLettering"],
    );
}

#[test]
fn the_same_reference_twice_is_said() {
    check(
        &[
            "VE 1 20260105 411 D F-1 60,00 . .",
            "VE 1 20260105 706 . F-1 -60,00 . .",
            "VE 2 20260205 411 D F-1 60,00 . .",
            "VE 2 20260205 706 . F-1 -60,00 . .",
            "VE 3 20260305 411 D . 60,00 . Vente",
            "VE 3 20260305 706 . . -60,00 . .",
        ],
        &["F-1 D 60.00 !DuplicateNumber", "F-1 D 60.00 !DuplicateNumber", "3 D 60.00 !NumberFromEntry"],
    );
}

#[test]
fn either_layout_of_amounts_and_any_encoding() {
    let header = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\t\
                  EcritureLib\tMontant\tSens\tEcritureLet";
    let rows = "VE\tVentes\t1\t20260105\t411\tClients\tD\tÉpicerie\tF-1\t20260105\tVente\t1 120,5\tD\t\n\
                VE\tVentes\t1\t20260105\t706\tVentes\t\t\tF-1\t20260105\tVente\t1120.50\tC\t\n\
                VE\tVentes\t2\t20260105\t411\tClients\tD\tÉpicerie\tA-1\t20260105\tAvoir\t20.50\t-1\t\n\
                VE\tVentes\t2\t20260105\t706\tVentes\t\t\tA-1\t20260105\tAvoir\t20.50\t+1\t\n";
    let text = format!("{header}\n{rows}");
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let wide: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [wide, text.clone().into_bytes(), [b"\xef\xbb\xbf", text.as_bytes()].concat(), latin] {
        let found = read("x", bytes, Options::default()).unwrap();
        assert_eq!(found.lines.iter().map(short).collect::<Vec<_>>(), ["F-1 D 1120.50", "credit note A-1 D 20.50"]);
        assert_eq!(found.invoices().next().unwrap().debtor.name, "Épicerie");
    }
}

#[test]
fn wrong_lines_are_named_and_hurt_no_other() {
    let text = format!(
        "{HEADER}\n\n{}\n{}\n{}\nVE|x\n{}\n",
        row("VE 1 20260105 411 D F-1 60,00 . ."),
        row("VE 2 20260230 411 D F-2 60,00 . ."),
        row("VE 3 20260105 411 D F-3 60,x . ."),
        row("VE 1 20260105 706 . F-1 -60,00 . .")
    );
    let found = read("x", text.into_bytes(), Options::default()).unwrap();
    let rows: Vec<_> = found.lines.iter().map(|line| (line.place.row.unwrap(), short(line))).collect();
    let expected = [(3, "F-1 D 60.00"), (4, "refused InvalidDate"), (5, "refused InvalidAmount"), (6, "refused WrongLength")];
    assert_eq!(rows, expected.map(|(row, line)| (row, line.to_owned())));
}

#[test]
fn customers_who_share_an_account_have_no_name() {
    let sale = ["VE 1 20260105 411 . F-1 60,00 . Facture", "VE 1 20260105 706 . F-1 -60,00 . ."];
    let bank = "BQ 2 20260205 512 . . 60,00 . .";
    check(&[sale[0], sale[1]], &["F-1  60.00 !NoDebtor"]);
    let found = fec(&[sale[0], sale[1]]);
    assert!(found.invoices().next().unwrap().debtor.is_empty());
    let named = fec(&[sale[0], sale[1], "BQ 2 20260205 411 . F-1 -60,00 . .", bank]);
    assert_eq!(short(&named.lines[0]), "F-1  60.00 = payment 2026-02-05 60.00 !MatchedByReference !NoDebtor");
    assert_eq!(fec(&[sale[0], sale[1], "BQ 2 20260205 411 . X -60,00 . .", bank]).payments().count(), 1);
}

#[test]
fn a_mark_within_the_words_moves_no_amount() {
    check(
        &["VE 1 20260105 411 D F-1 60,00 . Vente | livraison | pose", "VE 1 20260105 706 . F-1 -60,00 . Vente | pose"],
        &["F-1 D 60.00"],
    );
}

#[test]
fn a_credit_note_that_is_used_in_part_is_told_whole() {
    check(
        &[
            "VE 1 20260105 411 D F-1 30,00 A .",
            "VE 1 20260105 706 . F-1 -30,00 . .",
            "VE 2 20260106 411 D AV-1 -100,00 A .",
            "VE 2 20260106 706 . AV-1 100,00 . .",
        ],
        &["F-1 D 30.00 = credit 2026-01-06 30.00 !UnbalancedLettering", "credit note AV-1 D 100.00 used 30.00 !PartLeft"],
    );
}

#[test]
fn a_reference_of_invisible_characters_is_none() {
    check(
        &["VE 1 20260105 411 D \u{feff} 60,00 . .", "VE 2 20260105 411 D \u{2003} 60,00 . Vente"],
        &["1 D 60.00 !NumberFromEntry", "2 D 60.00 !NumberFromEntry"],
    );
}

#[test]
fn a_file_without_customers_is_refused() {
    for lines in ["", &row("VE 1 20260105 706 . F-1 -60,00 . .")] {
        let refused = read("x", format!("{HEADER}\n{lines}").into_bytes(), Options::default()).unwrap_err();
        assert_eq!(refused.code, RefusalCode::NoCustomerAccount);
    }
}

/// A random entry: a sale, a credit note, a payment, one sent back, a loss, or a debt moved to another account.
fn any_entry() -> impl Strategy<Value = (u8, u8, u8, i64, u8, u8)> {
    let kind = prop_oneof![12 => Just(0), 3 => Just(1), 6 => Just(2), 1 => Just(3), 1 => Just(4), 3 => Just(5)];
    (kind, 0_u8..3, 0_u8..4, 1_i64..20, 0_u8..4, 0_u8..6)
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 100_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_found_is_the_balance_of_the_accounts(entries in prop::collection::vec(any_entry(), 1..25)) {
        let mut rows = Vec::new();
        let mut balance = 0;
        for (number, (kind, customer, letter, euros, piece, day)) in entries.into_iter().enumerate() {
            let letter = ["." , "A", "B", "."][usize::from(letter)];
            let (customer, other) = (["D", "E", "G"][usize::from(customer)], ["706", "706", "512", "512", "654", "416"][usize::from(kind)]);
            let cents = if matches!(kind, 0 | 3) { euros } else { -euros };
            let day = format!("202601{:02}", day + 1);
            rows.push(format!("J{kind} {number} {day} 411 {customer} FA-{piece}00 {cents},00 {letter} FA-{}00", piece + 1));
            let customer_there = if kind == 5 { customer } else { "." };
            rows.push(format!("J{kind} {number} {day} {other} {customer_there} FA-{piece}00 {},00 . .", -cents));
            balance += if kind == 5 { 0 } else { cents * 100 };
        }
        let found = fec(&rows.iter().map(String::as_str).collect::<Vec<_>>());
        // A loss or a payment sent back that belongs to nothing is refused, without an amount.
        prop_assume!(found.refusals().next().is_none());
        let mut open = 0;
        for invoice in found.invoices() {
            let settled: i64 = invoice.settlements.iter().map(|settlement| settlement.amount.cents()).sum();
            prop_assert!(settled <= invoice.amount.cents());
            open += match invoice.kind {
                InvoiceKind::Invoice => invoice.amount.cents() - settled,
                InvoiceKind::CreditNote => invoice.paid.cents() - invoice.amount.cents(),
            };
        }
        open -= found.payments().map(|payment| payment.amount.cents()).sum::<i64>();
        prop_assert_eq!(open, balance);
    }
}
