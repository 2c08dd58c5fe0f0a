//! Making one debtor of two that files told apart.

use std::collections::BTreeMap;

use dument_law::{Code, Problems, Reference};

use super::{Put, Writing, last_day, missing, new_deposit, record};
use crate::merge::{Incoming, Theirs, join};
use crate::procedure::procedures;
use crate::{Debtor, DebtorId, Deposit, EventId, Invoice, InvoiceId, Record, What, words};

/// Gives all that `other` has to `kept`, and takes `other` away. What both have is joined as merging does; nothing is lost.
pub(super) fn debtors(writing: &mut Writing<'_>, kept: DebtorId, other: DebtorId, reference: &Reference) -> Result<(), Problems> {
    if kept == other {
        return Err(missing("other", "Choisissez un autre client à réunir avec celui-ci."));
    }
    let theirs = record(writing, other)?.clone();
    let before = record(writing, kept)?.clone();
    if before.debtor.siren.as_ref().zip(theirs.debtor.siren.as_ref()).is_some_and(|(ours, theirs)| ours != theirs) {
        let message =
            "Ces deux clients ont des numéros SIREN différents\u{a0}: ce sont deux entreprises. Corrigez d’abord un numéro.";
        return Err(Problems::one(Code::NotApplicable, "other", message));
    }
    let mut ours = before.clone();
    absorb(&mut ours.debtor, theirs.debtor);
    let names = invoices(&mut ours, kept, theirs.invoices);
    events(&mut ours, theirs.events, &names);
    for deposit in theirs.deposits.into_values() {
        let id = new_deposit(&ours, kept, &deposit);
        ours.deposits.insert(id, deposit);
    }
    let impossible = procedures(&ours, last_day(), reference).impossible;
    let known = |record: &Record| procedures(record, last_day(), reference).impossible;
    if impossible.len() > known(&before).len() + known(record(writing, other)?).len() {
        let message =
            "Les procédures de ces deux clients ne peuvent pas se suivre dans un seul historique\u{a0}: corrigez-les d’abord.";
        return Err(Problems::one(Code::NotApplicable, "other", message));
    }
    writing.erase(other);
    writing.put(Put::Debtor { id: kept, debtor: Some(Box::new(ours.debtor)) });
    for (id, invoice) in ours.invoices {
        if before.invoices.get(&id) != Some(&invoice) {
            writing.put(Put::Invoice { debtor: kept, id, invoice: Some(Box::new(invoice)) });
        }
    }
    for (id, event) in ours.events {
        if before.events.get(&id) != Some(&event) {
            writing.put(Put::Event { debtor: kept, id, event: Some(Box::new(event)) });
        }
    }
    for (id, deposit) in ours.deposits {
        if before.deposits.get(&id) != Some(&deposit) {
            writing.put(Put::Deposit { debtor: kept, id, deposit: Some(Box::new(deposit)) });
        }
    }
    Ok(())
}

/// What is known of one debtor alone becomes known of both.
fn absorb(ours: &mut Debtor, theirs: Debtor) {
    ours.kind = ours.kind.or(theirs.kind);
    ours.acts_as_professional = ours.acts_as_professional.or(theirs.acts_as_professional);
    ours.siren = ours.siren.take().or(theirs.siren);
    ours.siret = ours.siret.take().or(theirs.siret);
    ours.vat_number = ours.vat_number.take().or(theirs.vat_number);
    ours.accounts.extend(theirs.accounts);
    ours.accounts.sort();
    ours.accounts.dedup();
    if ours.address.is_empty() {
        ours.address = theirs.address;
    }
    if ours.contact.is_empty() {
        ours.contact = theirs.contact;
    }
    ours.place = ours.place.or(theirs.place);
    if ours.rate == dument_law::penalties::Rate::default() {
        ours.rate = theirs.rate;
    }
    ours.limit = ours.limit.or(theirs.limit);
    ours.risk = ours.risk.max(theirs.risk);
    if !theirs.notes.is_empty() {
        let apart = if ours.notes.is_empty() { "" } else { "\n" };
        ours.notes = format!("{}{apart}{}", ours.notes, theirs.notes);
    }
    for exhibit in theirs.exhibits {
        if !ours.exhibits.contains(&exhibit) {
            ours.exhibits.push(exhibit);
        }
    }
    ours.corrected.extend(theirs.corrected);
}

/// Moves the invoices; gives the name that each has now.
fn invoices(ours: &mut Record, kept: DebtorId, theirs: BTreeMap<InvoiceId, Invoice>) -> BTreeMap<InvoiceId, InvoiceId> {
    let mut names = BTreeMap::new();
    let mut by_number: BTreeMap<String, Vec<InvoiceId>> = BTreeMap::new();
    for (id, invoice) in &ours.invoices {
        by_number.entry(words::number(&invoice.number)).or_default().push(*id);
    }
    for (id, invoice) in theirs {
        let same = |known: &Invoice| {
            known.amount == invoice.amount
                && known.currency == invoice.currency
                && known.issued_on.zip(invoice.issued_on).is_none_or(|(ours, theirs)| ours == theirs)
        };
        let alike = by_number.get(&words::number(&invoice.number)).into_iter().flatten();
        let known = alike.copied().find(|known| ours.invoices.get(known).is_some_and(same));
        let Some((known, both)) = known.and_then(|known| Some((known, ours.invoices.get_mut(&known)?))) else {
            let name = if ours.invoices.contains_key(&id) { super::new_invoice(ours, kept, &invoice) } else { id };
            ours.invoices.insert(name, invoice);
            names.insert(id, name);
            continue;
        };
        let said = join(both, &Incoming::from(&invoice));
        both.corrected.extend(invoice.corrected);
        for origin in invoice.origins {
            if !both.origins.contains(&origin) {
                both.origins.push(origin);
            }
        }
        let currency = both.currency;
        names.insert(id, known);
        for (_, theirs) in said.conflicts {
            // More than the invoice can take waits for the user.
            if let Theirs::Settlement(one) = theirs {
                let (on, kind, amount, reference) = (one.on, one.kind, one.amount, one.reference);
                let deposit = Deposit { on, kind, amount, currency, reference, allocated: dument_law::Money::ZERO, origin: None };
                let id = new_deposit(ours, kept, &deposit);
                ours.deposits.insert(id, deposit);
            }
        }
    }
    names
}

/// Moves the events, with the names that invoices and other events have now.
fn events(ours: &mut Record, theirs: BTreeMap<EventId, crate::Event>, names: &BTreeMap<InvoiceId, InvoiceId>) {
    let mut moved: BTreeMap<EventId, EventId> = BTreeMap::new();
    for id in theirs.keys() {
        let taken = |name: EventId| ours.events.contains_key(&name) || moved.values().any(|other| *other == name);
        let name = if taken(*id) { EventId::of(&[&id.to_string()], taken) } else { *id };
        moved.insert(*id, name);
    }
    for (id, mut event) in theirs {
        for invoice in &mut event.invoices {
            *invoice = names.get(invoice).copied().unwrap_or(*invoice);
        }
        if let What::Act { of: Some(of), .. } = &mut event.what {
            *of = moved.get(of).copied().unwrap_or(*of);
        }
        ours.events.insert(moved.get(&id).copied().unwrap_or(id), event);
    }
}
