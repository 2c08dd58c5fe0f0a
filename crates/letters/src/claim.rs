//! The claim of a letter: every fact that its wording can state.

use dument_law::order::{in_order, rank};
use dument_law::penalties::{Basis, Imputation, Rate, Statement};
use dument_law::{Day, Money, PartyKind, Percent};

use crate::input::Input;
use crate::kind::Tone;
use crate::line::Line;

/// What the templates can say. A template that names anything else doesn't compile.
pub(crate) struct Claim<'a> {
    pub(crate) written_on: Day,
    pub(crate) pay_within_days: u64,
    pub(crate) tone: Tone,
    pub(crate) invoices: Vec<ClaimedInvoice>,
    /// What the invoices ask for, all together.
    pub(crate) invoiced: Money,
    /// What is left of the invoices themselves, without interest.
    pub(crate) balance: Money,
    /// What is left of the invoices that aren't due yet: the statement counts nothing of it.
    pub(crate) not_yet_due: Money,
    pub(crate) statement: &'a Statement,
    pub(crate) rate: Rate,
    pub(crate) imputation: Imputation,
    /// The day a first formal notice was received, from which legal interest runs.
    pub(crate) notice_received_on: Option<Day>,
    pub(crate) earlier_letters: Vec<Day>,
    /// Whether the letter gives an account to pay into.
    pub(crate) has_account: bool,
    /// Only a natural person who acts for private needs (C. conso. L611-1).
    pub(crate) may_use_consumer_mediation: bool,
    pub(crate) consumer_mediator: Option<Line>,
}

/// An invoice of the claim.
pub(crate) struct ClaimedInvoice {
    pub(crate) number: Line,
    pub(crate) issued_on: Option<Day>,
    pub(crate) due_on: Day,
    pub(crate) amount: Money,
    pub(crate) balance: Money,
    /// Whether something was paid of it; a credit note pays nothing.
    pub(crate) part_paid: bool,
    pub(crate) credited: Money,
    pub(crate) description: Option<Line>,
    pub(crate) order_reference: Option<Line>,
}

impl ClaimedInvoice {
    /// What it asks for once its credit notes are deducted: never below nothing.
    pub(crate) fn net(&self) -> Money {
        (self.amount - self.credited).max(Money::ZERO)
    }
}

impl<'a> Claim<'a> {
    /// Gathers what is claimed by the input, whose statement this is.
    pub(crate) fn new(input: &Input, statement: &'a Statement) -> Self {
        let written_on = input.written_on;
        let mut earlier_letters = in_order(input.facts.earlier_letters.clone(), |day| rank(*day, 0));
        earlier_letters.dedup();
        let invoices: Vec<ClaimedInvoice> = input
            .invoices
            .iter()
            .map(|invoice| ClaimedInvoice {
                number: invoice.printed_number(),
                issued_on: invoice.issued_on,
                due_on: invoice.due_on,
                amount: invoice.amount,
                balance: invoice.balance_on(written_on),
                part_paid: invoice.paid_by(written_on).is_positive(),
                credited: invoice.credited_by(written_on),
                description: invoice.description.as_deref().and_then(Line::some),
                order_reference: invoice.order_reference.as_deref().and_then(Line::some),
            })
            .collect();
        Self {
            written_on,
            pay_within_days: input.pay_within_days.unwrap_or_else(|| input.kind.customary_days()).into(),
            tone: input.tone.unwrap_or_else(|| input.kind.customary_tone()),
            invoiced: invoices.iter().map(|invoice| invoice.amount).sum(),
            balance: invoices.iter().map(|invoice| invoice.balance).sum(),
            not_yet_due: input.invoices.iter().map(|invoice| invoice.not_yet_due_on(statement.as_of)).sum(),
            invoices,
            statement,
            rate: input.penalties.rate,
            imputation: input.imputation(),
            notice_received_on: input.penalties.notice_received_on.filter(|day| *day <= written_on),
            earlier_letters,
            has_account: input.creditor.iban.is_some(),
            may_use_consumer_mediation: input.debtor.kind == PartyKind::Consumer,
            consumer_mediator: input.facts.consumer_mediator.as_deref().and_then(Line::some),
        }
    }

    /// All that is owed, now or when the invoices that aren't due yet fall due.
    pub(crate) fn total(&self) -> Money {
        self.statement.totals.total + self.not_yet_due
    }

    /// The invoice, where there is but one.
    pub(crate) fn single_invoice(&self) -> Option<&ClaimedInvoice> {
        match self.invoices.as_slice() {
            [invoice] => Some(invoice),
            _ => None,
        }
    }

    pub(crate) fn invoice_count(&self) -> u64 {
        self.invoices.len() as u64
    }

    pub(crate) fn has_order_reference(&self) -> bool {
        self.invoices.iter().any(|invoice| invoice.order_reference.is_some())
    }

    pub(crate) fn is_firm(&self) -> bool {
        self.tone == Tone::Firm
    }

    pub(crate) fn has_credits(&self) -> bool {
        self.invoices.iter().any(|invoice| invoice.credited.is_positive())
    }

    pub(crate) fn part_paid(&self) -> bool {
        self.invoices.iter().any(|invoice| invoice.part_paid)
    }

    pub(crate) fn has_interest(&self) -> bool {
        self.statement.totals.interest.is_positive()
    }

    /// Whether a payment went to interest before principal.
    pub(crate) fn interest_paid_first(&self) -> bool {
        self.imputation == Imputation::InterestFirst && self.statement.totals.interest_paid.is_positive()
    }

    /// The points the law adds to the refinancing rate, as the statement applied them.
    pub(crate) fn points_added(&self) -> Option<Percent> {
        self.bases().find_map(|basis| match basis {
            Basis::RefinancingPlus(points) => Some(points),
            _ => None,
        })
    }

    /// Whether the agreed rate was raised to the least the law allows.
    pub(crate) fn raised_to_floor(&self) -> bool {
        self.bases().any(|basis| basis == Basis::Floor)
    }

    /// Whether the rate follows one that changes every half-year.
    pub(crate) fn rate_moves(&self) -> bool {
        !matches!(self.rate, Rate::Fixed { .. } | Rate::Monthly { .. })
    }

    /// The indemnity of one late invoice.
    pub(crate) fn indemnity_each(&self) -> Money {
        self.statement.invoices.iter().map(|invoice| invoice.indemnity).max().unwrap_or_default()
    }

    fn bases(&self) -> impl Iterator<Item = Basis> {
        self.statement.invoices.iter().flat_map(|invoice| &invoice.lines).map(|line| line.basis)
    }
}
