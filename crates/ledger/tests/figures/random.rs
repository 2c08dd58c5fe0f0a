//! Random edits of a ledger.

use std::collections::BTreeMap;

use dument_law::procedures::{Answer, InsolvencyKind};
use dument_law::{Day, Money, PartyKind};
use dument_ledger::{
    Act, Currency, Debtor, DebtorField, DebtorId, Edit, Event, Instalment, Invoice, InvoiceField, Ledger, Risk, Sending,
    Settlement, SettlementKind, Tribunal, What,
};
use dument_letters::LetterKind;
use proptest::prelude::*;

use crate::day;

/// The days on which ledgers are looked at: at the ends of months and in leap years too.
pub(crate) const AS_OF: [&str; 6] = ["2026-11-22", "2026-01-30", "2024-02-29", "2024-02-28", "2025-12-31", "2026-03-30"];

/// What a random edit is made of: what it does, and whatever it needs.
pub(crate) type Draw = (u8, u8, u8, u16, u32, u8);

pub(crate) fn draws(count: usize) -> impl Strategy<Value = Vec<Draw>> {
    proptest::collection::vec((0..16_u8, any::<u8>(), any::<u8>(), 0..2800_u16, 0..200_000_u32, any::<u8>()), 0..count)
}

fn pick<K: Copy, V>(map: &BTreeMap<K, V>, at: u8) -> Option<K> {
    map.keys().nth(usize::from(at) % map.len().max(1)).copied()
}

/// A day of six years; every fourth is the last of its month or the first of the next, so that many things share a day.
fn drawn_day(days: u16) -> Day {
    let on = day("2020-06-01").plus_days(days.into());
    let first = on.minus_days(on.day_of_month() - 1);
    match days % 8 {
        0 => first.plus_months(1).eve(),
        1 => first,
        _ => on,
    }
}

/// An edit on the ledger as it stands; it may well be one that is refused.
pub(crate) fn edit(ledger: &Ledger, (what, whose, which, days, cents, more): Draw) -> Option<Edit> {
    let on = drawn_day(days);
    let amount = Money::from_cents(cents.into());
    let kinds =
        [None, Some(PartyKind::Company), Some(PartyKind::Consumer), Some(PartyKind::PublicBody), Some(PartyKind::Liberal)];
    if what == 0 {
        let details =
            Debtor { name: format!("Client {whose}"), kind: kinds[usize::from(more) % kinds.len()], ..Debtor::default() };
        return Some(Edit::AddDebtor { details: Box::new(details) });
    }
    let debtor: DebtorId = pick(&ledger.debtors, whose)?;
    let record = &ledger.debtors[&debtor];
    let invoice = || pick(&record.invoices, which);
    let settle = |kind, on| {
        Some(Edit::Settle {
            debtor,
            invoice: invoice()?,
            settlement: Settlement { kind, on, amount, reference: String::new(), by_hand: false },
        })
    };
    let event = |what| {
        let invoices = if more % 2 == 0 { invoice().into_iter().collect() } else { Vec::new() };
        Some(Edit::AddEvent { debtor, event: Box::new(Event { invoices, ..Event::new(on, what) }) })
    };
    match what {
        1..=4 => {
            let mut new = Invoice::new(format!("F-{which}"), on.plus_days(u32::from(more) / 4), amount);
            new.issued_on = (more % 5 != 0).then_some(on);
            new.performed_on = (more % 13 == 0).then(|| on.minus_days(u32::from(which) / 8));
            // Paid before it was issued, or credited for more than it asks.
            if more % 17 == 0 {
                new.settlements
                    .push(Settlement::payment(on.minus_days(u32::from(which)), Money::from_cents(i64::from(cents) / 3 + 1)));
            }
            if more % 19 == 0 {
                let credit = Settlement::payment(on.plus_days(u32::from(which)), Money::from_cents(i64::from(cents) * 2 + 1));
                new.settlements.push(Settlement { kind: SettlementKind::CreditNote, ..credit });
            }
            new.currency = if more % 11 == 0 { "USD".parse().unwrap() } else { Currency::EURO };
            new.paid_undated = if more % 7 == 0 { Money::from_cents(i64::from(cents) / 2) } else { Money::ZERO };
            Some(Edit::AddInvoice { debtor, invoice: Box::new(new) })
        }
        5 => settle(SettlementKind::Payment, Some(on)),
        6 => settle([SettlementKind::CreditNote, SettlementKind::WriteOff][usize::from(more % 2)], (more % 3 != 0).then_some(on)),
        7 => Some(Edit::Receive { debtor, on, amount, invoices: Vec::new() }),
        8 => event(What::Letter {
            letter: [LetterKind::SecondReminder, LetterKind::FormalNotice][usize::from(more % 2)],
            by: Sending::Post,
        }),
        9 => event(match more % 5 {
            0 => What::Promise { amount: None, by: on.plus_days(10) },
            1 => What::Plan { instalments: vec![Instalment { due_on: on.plus_days(20), amount }], signed: more > 100 },
            2 => What::Answer { answer: Answer::Promises },
            3 => What::PlanEnded,
            _ => What::Call { reached: None },
        }),
        10 => {
            let act = if more % 2 == 0 {
                Act::OrderRequested { tribunal: Tribunal::Unknown }
            } else if more % 4 == 1 {
                Act::OrderRequested { tribunal: Tribunal::Commercial }
            } else {
                Act::InsolvencyOpened { proceedings: InsolvencyKind::Unknown, published_on: None }
            };
            event(What::Act { act, of: None })
        }
        11 => {
            let change = match more % 4 {
                0 => DebtorField::Kind(kinds[usize::from(which) % kinds.len()]),
                1 => DebtorField::Limit(Some(amount)),
                2 => DebtorField::Risk(Risk::High),
                _ => DebtorField::Name(format!("Client {which}")),
            };
            Some(Edit::SetDebtor { debtor, change: Box::new(change) })
        }
        12 => {
            let change = if more % 2 == 0 { InvoiceField::DueOn(on) } else { InvoiceField::Amount(amount) };
            Some(Edit::SetInvoice { debtor, invoice: invoice()?, changes: vec![change] })
        }
        13 => match more % 4 {
            0 => Some(Edit::RemoveInvoice { debtor, invoice: invoice()? }),
            1 => Some(Edit::RemoveEvent { debtor, id: pick(&record.events, which)? }),
            2 => Some(Edit::Unsettle { debtor, invoice: invoice()?, at: usize::from(which % 3) }),
            _ => Some(Edit::RemoveDebtor { debtor }),
        },
        14 => Some(Edit::JoinDebtors { kept: debtor, other: pick(&ledger.debtors, which)? }),
        _ => Some(Edit::Allocate { debtor, deposit: pick(&record.deposits, which)?, invoice: invoice()?, amount }),
    }
}
