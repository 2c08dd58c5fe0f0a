//! Which payment and which credit note counts for which invoice, and what is left of each.

use std::collections::BTreeMap;

use dument_law::{Day, Money};
use hashbrown::HashMap;

use super::journal::{Item, Journal};
use super::layout::Layout;
use super::line::Span;
use super::pools::Pools;
use super::role::{self, Role};
use crate::{NoticeCode, SettlementKind};

/// An invoice with what was found to settle it.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    /// Its first line.
    pub(super) item: u32,
    /// Its whole, in cents: several lines of one invoice come together.
    pub(super) cents: i64,
    pub(super) due_on: Option<Day>,
    pub(super) settled: Vec<Settled>,
    /// How its settlements were found, where the accounts don't say it.
    pub(super) found_by: Option<NoticeCode>,
    /// A lettering that doesn't come out even.
    pub(super) partial: bool,
    /// Parts with due dates of their own.
    pub(super) parts: u32,
}

impl Claim {
    fn left(&self) -> i64 {
        self.cents - self.settled.iter().map(|settled| settled.cents).sum::<i64>()
    }
}

/// Part of a payment, a credit note or a loss, counted for an invoice.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settled {
    pub(super) item: u32,
    pub(super) kind: SettlementKind,
    pub(super) cents: i64,
}

/// What is left of a line that takes away.
#[derive(Clone, Copy, Debug)]
pub(super) struct Left {
    pub(super) item: u32,
    pub(super) kind: SettlementKind,
    pub(super) cents: i64,
    /// Whether some of it was counted for invoices.
    pub(super) partly_used: bool,
}

/// All claims, and what is left over.
#[derive(Default)]
pub(super) struct Matched {
    pub(super) claims: Vec<Claim>,
    pub(super) left: Vec<Left>,
    /// Money that went back and belongs to no payment found.
    pub(super) reversals: Vec<u32>,
}

/// The lines of one pool.
#[derive(Default)]
struct Pool {
    claims: Vec<Claim>,
    credits: Vec<Left>,
    reversals: Vec<(u32, i64)>,
}

/// Matches everything: first what the lettering says, then what is certain without it.
pub(super) fn matched(bytes: &[u8], layout: &Layout, journal: &Journal) -> Matched {
    let roles: Vec<Role> = journal
        .items
        .iter()
        .map(|item| Role::of(item, &journal.entries[item.entry as usize], role::says_credit(item.label.of(bytes))))
        .collect();
    let mut pools = Pools::of(bytes, journal, &roles);
    let mut gathered: BTreeMap<u32, Pool> = BTreeMap::new();
    for ((number, item), role) in (0..).zip(&journal.items).zip(&roles) {
        let pool = gathered.entry(pools.find(number)).or_default();
        match role {
            Role::Invoice => pool.claim(bytes, journal, number, item),
            Role::CreditNote => pool.credit(number, item, SettlementKind::CreditNote),
            Role::Payment => pool.credit(number, item, SettlementKind::Payment),
            Role::WriteOff => pool.credit(number, item, SettlementKind::WriteOff),
            Role::Reversal => pool.reversals.push((number, item.cents)),
            Role::Transfer | Role::Nothing => {}
        }
    }
    let mut matched = Matched::default();
    for (_, mut pool) in gathered {
        pool.reverse();
        pool.settle(bytes, journal);
        matched.claims.append(&mut pool.claims);
        matched.left.extend(pool.credits.into_iter().filter(|credit| credit.cents > 0));
        matched.reversals.extend(pool.reversals.iter().map(|(item, _)| *item));
    }
    by_account(bytes, layout, journal, &mut matched);
    matched.claims.sort_by_key(|claim| claim.item);
    matched
}

impl Pool {
    fn claim(&mut self, bytes: &[u8], journal: &Journal, number: u32, item: &Item) {
        let same = |claim: &&mut Claim| {
            let first = &journal.items[claim.item as usize];
            first.entry == item.entry && first.account == item.account && first.piece.of(bytes) == item.piece.of(bytes)
        };
        // Parts of one invoice stand one after the other.
        if let Some(claim) = self.claims.last_mut().filter(same) {
            claim.cents = claim.cents.saturating_add(item.cents);
            claim.due_on = claim.due_on.max(item.due_on);
            claim.parts += 1;
            return;
        }
        self.claims.push(Claim {
            item: number,
            cents: item.cents,
            due_on: item.due_on,
            settled: Vec::new(),
            found_by: None,
            partial: false,
            parts: 1,
        });
    }

    fn credit(&mut self, number: u32, item: &Item, kind: SettlementKind) {
        self.credits.push(Left { item: number, kind, cents: -item.cents, partly_used: false });
    }

    /// Takes money that went back from the payments it had come with: first one of the same amount, else the last ones.
    fn reverse(&mut self) {
        if self.reversals.is_empty() {
            return;
        }
        let is_payment = |credit: &Left| credit.kind == SettlementKind::Payment;
        let mut by_amount: HashMap<i64, Vec<usize>> = HashMap::new();
        for (place, credit) in self.credits.iter().enumerate().filter(|(_, credit)| is_payment(credit)) {
            by_amount.entry(credit.cents).or_default().push(place);
        }
        for (_, reversed) in &mut self.reversals {
            if let Some(same) = by_amount.get_mut(reversed).and_then(Vec::pop) {
                self.credits[same].cents = 0;
                *reversed = 0;
            }
        }
        let mut payments = self.credits.iter_mut().rev().filter(|credit| is_payment(credit)).peekable();
        for (_, reversed) in &mut self.reversals {
            while *reversed > 0
                && let Some(payment) = payments.peek_mut()
            {
                let taken = payment.cents.min(*reversed);
                payment.cents -= taken;
                payment.partly_used |= taken > 0;
                *reversed -= taken;
                if payment.cents == 0 {
                    payments.next();
                }
            }
        }
        self.reversals.retain(|(_, left)| *left > 0);
    }

    /// Counts what takes away for the invoices it names, then for the oldest.
    fn settle(&mut self, bytes: &[u8], journal: &Journal) {
        if self.claims.is_empty() || self.credits.is_empty() {
            return;
        }
        let only = self.claims.len() == 1;
        let partial = self.claims.iter().map(|claim| i128::from(claim.cents)).sum::<i128>()
            != self.credits.iter().map(|credit| i128::from(credit.cents)).sum::<i128>();
        if !only {
            let named = Named::of(bytes, journal, &self.claims);
            for credit in &mut self.credits {
                if let Some(claim) = named.claim(bytes, &journal.items[credit.item as usize]) {
                    count(&mut self.claims[claim], credit, None);
                }
            }
        }
        self.claims.sort_by_key(|claim| (journal.items[claim.item as usize].on, claim.item));
        // Which payment paid which invoice makes no difference where each pays all.
        let shared = (!only && (partial || self.credits.iter().filter(|credit| credit.cents > 0).count() > 1))
            .then_some(NoticeCode::SharedOldestFirst);
        let mut claims = self.claims.iter_mut();
        let mut claim = claims.next();
        for credit in &mut self.credits {
            while credit.cents > 0
                && let Some(current) = claim.as_deref_mut()
            {
                count(current, credit, shared);
                if current.left() <= 0 {
                    claim = claims.next();
                }
            }
        }
        for claim in &mut self.claims {
            claim.partial = partial && !journal.items[claim.item as usize].lettering.is_empty();
        }
    }
}

/// Counts as much of a credit for a claim as either allows.
fn count(claim: &mut Claim, credit: &mut Left, found_by: Option<NoticeCode>) {
    let cents = claim.left().min(credit.cents);
    if cents <= 0 {
        return;
    }
    credit.cents -= cents;
    credit.partly_used = true;
    claim.settled.push(Settled { item: credit.item, kind: credit.kind, cents });
    claim.found_by = claim.found_by.or(found_by);
}

/// Claims by their numbers, those that only one of them bears.
struct Named<'a> {
    claims: HashMap<&'a [u8], Option<usize>>,
}

impl<'a> Named<'a> {
    fn of(bytes: &'a [u8], journal: &Journal, claims: &[Claim]) -> Self {
        let mut named: HashMap<&[u8], Option<usize>> = HashMap::new();
        for (index, claim) in claims.iter().enumerate() {
            let number = journal.items[claim.item as usize].piece.of(bytes);
            if is_number(number) {
                named.entry(number).and_modify(|claim| *claim = None).or_insert(Some(index));
            }
        }
        Self { claims: named }
    }

    /// The claim that a line names, by its reference or in its words; none where it names several.
    fn claim(&self, bytes: &[u8], item: &Item) -> Option<usize> {
        if let Some(claim) = self.claims.get(item.piece.of(bytes)) {
            return *claim;
        }
        let mut named = words(item.label.of(bytes)).filter_map(|word| self.claims.get(word).copied().flatten());
        let first = named.next()?;
        named.all(|other| other == first).then_some(first)
    }
}

/// Whether a reference can be looked for in words: short ones and those without a digit stand anywhere.
fn is_number(reference: &[u8]) -> bool {
    reference.len() >= 3 && reference.iter().any(u8::is_ascii_digit)
}

/// The words of a line, with the marks that numbers have within.
pub(super) fn words(label: &[u8]) -> impl Iterator<Item = &[u8]> {
    let within = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'/' | b'.' | 0x80..);
    label.split(move |byte| !within(byte)).map(|word| word.strip_suffix(b".").unwrap_or(word)).filter(|word| !word.is_empty())
}

/// Without lettering: what names an invoice, then what alone has the amount that one invoice alone has.
fn by_account(bytes: &[u8], layout: &Layout, journal: &Journal, matched: &mut Matched) {
    let customer = |item: u32| Customer::of(bytes, journal, item);
    let is_free = |span: Span| span.is_empty();
    let mut claims: HashMap<Customer<'_>, Vec<usize>> = HashMap::new();
    for (index, claim) in matched.claims.iter().enumerate() {
        if claim.left() > 0 {
            claims.entry(customer(claim.item)).or_default().push(index);
        }
    }
    let mut credits: BTreeMap<Customer<'_>, Vec<usize>> = BTreeMap::new();
    for (index, credit) in matched.left.iter().enumerate() {
        if is_free(journal.items[credit.item as usize].lettering)
            && !journal.entries[journal.items[credit.item as usize].entry as usize].touches.opening
        {
            credits.entry(customer(credit.item)).or_default().push(index);
        }
    }
    for (customer, credits) in credits {
        let Some(open) = claims.get(&customer) else { continue };
        let of_customer: Vec<Claim> = open.iter().map(|index| matched.claims[*index].clone()).collect();
        let named = Named::of(bytes, journal, &of_customer);
        for credit in &credits {
            let credit = &mut matched.left[*credit];
            if let Some(claim) = named.claim(bytes, &journal.items[credit.item as usize]) {
                let claim = &mut matched.claims[open[claim]];
                if credit.cents <= claim.left() {
                    count(claim, credit, Some(NoticeCode::MatchedByReference));
                }
            }
        }
        // Of customers who share an account two may owe the same.
        let shared = open.first().is_some_and(|first| {
            let account = journal.items[matched.claims[*first].item as usize].account;
            journal.accounts[account as usize].is_collective(bytes, layout)
        });
        if shared {
            continue;
        }
        let untouched = |claim: &Claim| claim.settled.is_empty() && is_free(journal.items[claim.item as usize].lettering);
        let mut by_amount: HashMap<i64, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for index in open.iter().filter(|index| untouched(&matched.claims[**index])) {
            by_amount.entry(matched.claims[*index].cents).or_default().0.push(*index);
        }
        for index in credits.iter().filter(|index| matched.left[**index].cents > 0 && !matched.left[**index].partly_used) {
            by_amount.entry(matched.left[*index].cents).or_default().1.push(*index);
        }
        for (claim, credit) in by_amount.into_values() {
            if let ([claim], [credit]) = (&claim[..], &credit[..]) {
                let (claim, credit) = (&mut matched.claims[*claim], &mut matched.left[*credit]);
                let (issued, paid) = (journal.items[claim.item as usize].on, journal.items[credit.item as usize].on);
                if issued <= paid {
                    count(claim, credit, Some(NoticeCode::MatchedByAmount));
                }
            }
        }
    }
    matched.left.retain(|credit| credit.cents > 0);
}

/// Who a line is about: the sub-account, whatever collective account it belongs to, else the account.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Customer<'a>(&'a [u8]);

impl<'a> Customer<'a> {
    fn of(bytes: &'a [u8], journal: &Journal, item: u32) -> Self {
        let account = &journal.accounts[journal.items[item as usize].account as usize];
        let number = if account.sub_number.is_empty() { account.number } else { account.sub_number };
        Self(number.of(bytes))
    }
}

/// An amount in cents, which is positive.
pub(super) fn money(cents: i64) -> Money {
    Money::from_cents(cents)
}
