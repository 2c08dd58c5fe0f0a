//! The figures of a letter are those of its statement, and every table adds up to the cent.

use dument_law::{Money, french};
use dument_letters::{Block, Letter};
use serde_json::json;

use crate::case::{DEBTORS, REMINDERS, case, part_paid, two_invoices, written};

/// An amount as a table prints it, read back.
fn read(cell: &str) -> i64 {
    let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
    let cents: i64 = digits.parse().unwrap_or_else(|_| panic!("{cell:?} is no amount"));
    if cell.starts_with('−') { -cents } else { cents }
}

fn cents(amount: Money) -> i64 {
    amount.to_string().replace('.', "").parse().unwrap()
}

/// The last column of every table sums up to its total; gives these totals.
fn totals(letter: &Letter) -> Vec<i64> {
    let tables = letter.blocks.iter().filter_map(|block| match block {
        Block::Table { columns, rows, .. } => Some((columns, rows)),
        _ => None,
    });
    tables
        .map(|(columns, rows)| {
            let (total, lines) = rows.split_last().unwrap();
            assert!(total.total && lines.iter().all(|line| !line.total && line.cells.len() == columns.len()));
            let sum: i64 = lines.iter().map(|line| read(line.cells.last().unwrap())).sum();
            assert_eq!(sum, read(total.cells.last().unwrap()), "{rows:#?}");
            sum
        })
        .collect()
}

#[test]
fn the_example_of_the_first_screen() {
    // 1 850,00 × 12,15 % × 45 / 365 = 27,7119… → 27,71; 1 850,00 + 27,71 + 40,00 = 1 917,71.
    // Each day from 1 July: 1 850,00 × 12,40 % / 365 = 0,6284… → 0,63.
    let letter = written(case("formalNotice", "company"));
    assert_eq!(totals(&letter), [191_771]);
    for figure in ["27,71\u{202f}€", "40,00\u{202f}€", "1\u{202f}917,71\u{202f}€", "12,15\u{a0}%", "0,63\u{202f}€ par jour"]
    {
        assert!(letter.text.contains(figure), "{figure}");
    }
    assert!(letter.text.contains("mille neuf cent dix-sept euros et soixante et onze centimes"));
}

#[test]
fn the_example_of_a_public_body() {
    // 1 850,00 × 10,15 % × 45 / 365 = 23,1503… → 23,15.
    let letter = written(case("formalNotice", "publicBody"));
    assert!(letter.text.contains("23,15\u{202f}€"));
    assert_eq!(totals(&letter), [191_315]);
}

#[test]
fn a_part_payment_pays_interest_first() {
    // 25 days to 10 June: 1 850,00 × 12,15 % × 25 / 365 = 15,3955… → 15,40; 500,00 − 15,40 = 484,60 of principal;
    // 1 365,40 left × 12,15 % × 20 / 365 = 9,0902… → 9,09. 1 365,40 + 9,09 + 40,00 = 1 414,49.
    let letter = written(part_paid("formalNotice", "company"));
    assert_eq!(totals(&letter), [141_449]);
    assert!(letter.text.contains("1343-1"));
}

#[test]
fn every_table_adds_up_to_the_statement() {
    for kind in ["secondReminder", "formalNotice"] {
        for debtor in DEBTORS {
            for case in [case(kind, debtor), part_paid(kind, debtor), two_invoices(kind, debtor)] {
                let letter = written(case);
                let statement = &letter.statement;
                let totals = totals(&letter);
                assert_eq!(totals[0], cents(statement.totals.total));
                if totals.len() > 1 {
                    let accounts: Vec<i64> = statement.invoices.iter().map(|account| cents(account.total)).collect();
                    assert_eq!(totals[1..], accounts);
                }
            }
        }
    }
}

/// Every column of every row carries the sum of the rows so far, or nothing; gives how many columns do.
fn carried(letter: &Letter) -> usize {
    let mut columns_carried = 0;
    for block in &letter.blocks {
        let Block::Table { columns, rows, .. } = block else { continue };
        let (total, lines) = rows.split_last().unwrap();
        assert!(total.carried.is_empty());
        for column in 0..columns.len() {
            let mut sum = 0;
            for line in lines {
                assert_eq!(line.carried.len(), columns.len());
                let printed = &line.carried[column];
                if printed.is_empty() {
                    assert!(lines.iter().all(|line| line.carried[column].is_empty()));
                } else {
                    sum += Some(&line.cells[column]).filter(|cell| !cell.is_empty()).map_or(0, |cell| read(cell));
                    assert_eq!(read(printed), sum, "{rows:#?}");
                }
            }
            if !lines[0].carried[column].is_empty() {
                assert_eq!(sum, read(&total.cells[column]), "{rows:#?}");
                columns_carried += 1;
            }
        }
    }
    columns_carried
}

#[test]
fn a_table_may_break_below_any_row() {
    // Amount and balance of a list; principal, interest, indemnity and total of a summary, and the amount of two accounts.
    assert_eq!(carried(&written(two_invoices("reminder", "company"))), 2);
    assert_eq!(carried(&written(two_invoices("formalNotice", "company"))), 4 + 2);
    assert_eq!(carried(&written(part_paid("formalNotice", "consumer"))), 1);
    let mut costly = two_invoices("formalNotice", "company");
    costly["penalties"] = json!({ "extraCosts": [{ "label": "Sommation de payer", "amount": "85.20" }] });
    assert_eq!(carried(&written(costly)), 4 + 2);
}

#[test]
fn a_credit_beyond_the_price_still_adds_up() {
    let mut case = two_invoices("formalNotice", "company");
    case["invoices"][1]["credits"] = json!([{ "on": "2026-06-20", "amount": "900.00" }]);
    let letter = written(case);
    let totals = totals(&letter);
    assert_eq!(totals[1] + totals[2], totals[0]);
    assert!(letter.text.contains("Somme non imputée"));
}

#[test]
fn a_credit_note_is_no_payment() {
    for (kind, said) in [("reminder", "n’a pas encore été payée"), ("formalNotice", "Elle reste impayée")] {
        let mut case = case(kind, "company");
        case["invoices"][0]["credits"] = json!([{ "on": "2026-05-10", "amount": "150.00" }]);
        let text = written(case).text;
        assert!(text.contains("ramené à 1\u{202f}700,00\u{202f}€ par un avoir") && text.contains(said), "{text}");
    }
}

#[test]
fn a_first_reminder_asks_for_the_invoices_alone() {
    for debtor in DEBTORS {
        let letter = written(part_paid("reminder", debtor));
        assert!(letter.text.contains("1\u{202f}350,00\u{202f}€"), "{debtor}");
        for more in ["27,71", "40,00", "1\u{202f}365,40", "12,15"] {
            assert!(!letter.text.contains(more), "{debtor}: {more}");
        }
    }
    // 1 850,00 + 620,50 = 2 470,50
    assert_eq!(totals(&written(two_invoices("reminder", "company"))), [247_050]);
}

#[test]
fn the_account_to_pay_into_shows_the_amount_asked_for() {
    for kind in REMINDERS {
        let letter = written(two_invoices(kind, "company"));
        let amount = letter.blocks.iter().find_map(|block| match block {
            Block::Facts { items, .. } => items.last().map(|item| item.value.clone()),
            _ => None,
        });
        let asked = if kind == "reminder" { Money::from_cents(247_050) } else { letter.statement.totals.total };
        assert_eq!(amount, Some(french::money(asked)), "{kind}");
    }
}

#[test]
fn many_invoices_are_summed_up_and_detailed_in_an_annex() {
    let mut case = case("formalNotice", "company");
    let invoices: Vec<_> = (1..=40)
        .map(|n| json!({ "number": format!("F-{n:03}"), "dueOn": "2025-11-30", "amount": format!("{n}00.10") }))
        .collect();
    case["invoices"] = json!(invoices);
    let letter = written(case);
    let totals = totals(&letter);
    assert_eq!(totals.len(), 41);
    assert_eq!(totals[1..].iter().sum::<i64>(), totals[0]);
    assert!(letter.blocks.contains(&Block::PageBreak));
    assert!(letter.text.contains("Les quarante factures"));
}
