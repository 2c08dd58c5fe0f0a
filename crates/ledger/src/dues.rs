//! What the law adds to an invoice on a day, and until when one can act for it.
//!
//! Interest and indemnity are those of [`penalties`](mod@dument_law::penalties), by the debtor's kind. Payments are taken off the principal first, as the
//! accounts do: the lower claim, so that what is left to pay is what the accounts say. A payment without a day counts on the due date,
//! which gives the lower claim too. Where the debtor's kind isn't known nothing is counted.
//!
//! Limitation is that of [`limitation`](mod@dument_law::limitation), for a contract of sale or of services. Where the debtor's kind isn't known, the shortest that
//! such a debtor can have: a consumer's two years.

use std::collections::BTreeMap;

use dument_law::limitation::{self, ClaimKind, limitation};
use dument_law::penalties::{self, Imputation, Rate, Regime, penalties};
use dument_law::procedures::{Basis, usual_claim};
use dument_law::working_day::Territory;
use dument_law::{Day, Event as LawEvent, EventKind, Money, PartyKind, Reference};
use dument_letters::LetterKind;
use serde::Serialize;

use crate::procedure::Procedure;
use crate::standing::{DebtorStanding, concerns, is_about};
use crate::{Creditor, Event, Invoice, InvoiceId, ProcedureKind, Record, SettlementKind, What, law_event};

/// What the law adds to one invoice, and until when one can act for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dues {
    /// Interest; none where it can't be counted.
    pub interest: Money,
    /// The fixed indemnity.
    pub indemnity: Money,
    /// Whether a late invoice was left out, as the debtor's kind isn't known.
    pub kind_unknown: bool,
    /// Whether it was left out for another reason: another currency, a rate of before those known.
    pub not_counted: bool,
    /// The last day on which one can act, where something is open and no proceedings are under way.
    pub last_day: Option<Day>,
    /// The last worked day up to then.
    pub act_before: Option<Day>,
    /// Whether that day is over.
    pub barred: bool,
}

/// From when an invoice's interest stops or runs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Since {
    /// The opening of insolvency proceedings.
    insolvency: Option<Day>,
    /// The formal notice to a consumer.
    noticed_on: Option<Day>,
}

/// What the dues of every invoice of a debtor depend on, beside the invoice itself: while it is the same, they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Grounds {
    as_of: Day,
    creditor: Option<PartyKind>,
    debtor: Option<PartyKind>,
    acts_as_professional: Option<bool>,
    rate: Rate,
    place: Territory,
    /// Formal notices and what limitation knows, in order.
    events: Vec<Event>,
    procedures: Vec<Procedure>,
}

impl Grounds {
    pub(crate) fn of(record: &Record, standing: &DebtorStanding, creditor: &Creditor, as_of: Day) -> Self {
        let relevant = |event: &Event| law_event::of_event(event).is_some();
        let history = record.history().into_iter().map(|(_, event)| event).filter(|event| event.on <= as_of);
        let procedures = &standing.procedures.all;
        Self {
            as_of,
            creditor: creditor.kind,
            debtor: record.debtor.kind,
            acts_as_professional: record.debtor.acts_as_professional,
            rate: record.debtor.rate,
            place: record.debtor.place.unwrap_or_default().into(),
            events: history.filter(|event| relevant(event)).cloned().collect(),
            procedures: procedures.clone(),
        }
    }

    /// The dues of these invoices.
    pub(crate) fn dues<'a>(
        &self,
        invoices: impl Iterator<Item = (InvoiceId, &'a Invoice)>,
        standing: &DebtorStanding,
        reference: &Reference,
    ) -> BTreeMap<InvoiceId, Dues> {
        let mut dues = BTreeMap::new();
        let regime = self.debtor.map(|debtor| Regime::against(debtor, self.acts_as_professional));
        // By the insolvency proceedings each of them falls under: a later claim runs on, until proceedings opened after it. And by the
        // day of its own formal notice.
        let mut asked: BTreeMap<Since, Vec<(InvoiceId, penalties::Invoice)>> = BTreeMap::new();
        for (id, invoice) in invoices {
            let Some(stands) = standing.invoices.get(&id) else { continue };
            let mut due = Dues::default();
            // Limitation is the same in every currency.
            if stands.open.is_positive() {
                self.limit(&mut due, id, invoice, reference);
            }
            // Late: something was unpaid when it fell due, and that day is over.
            let late = self.as_of > invoice.due_on && (invoice.amount - invoice.taken_off(invoice.due_on)).is_positive();
            if late {
                due.kind_unknown = self.debtor.is_none();
                due.not_counted = !invoice.currency.is_euro();
                if !due.kind_unknown && !due.not_counted {
                    let noticed_on = (regime == Some(Regime::Consumer)).then(|| self.noticed_on(id, invoice)).flatten();
                    let since = Since { insolvency: self.insolvency(id, invoice), noticed_on };
                    asked.entry(since).or_default().push((id, for_penalties(invoice)));
                }
            }
            dues.insert(id, due);
        }
        if let Some(regime) = regime {
            for (since, asked) in asked {
                self.count(&mut dues, asked, since, regime, reference);
            }
        }
        dues
    }

    /// When the first insolvency proceedings that an invoice falls under were opened.
    fn insolvency(&self, id: InvoiceId, invoice: &Invoice) -> Option<Day> {
        let theirs = self.procedures.iter().filter(|procedure| procedure.kind == ProcedureKind::Insolvency);
        theirs.filter(|procedure| concerns(procedure, id, invoice)).map(|procedure| procedure.opened_on).min()
    }

    /// Interest and indemnity of all at once; one by one where one of them can't be counted.
    fn count(
        &self,
        dues: &mut BTreeMap<InvoiceId, Dues>,
        asked: Vec<(InvoiceId, penalties::Invoice)>,
        since: Since,
        regime: Regime,
        reference: &Reference,
    ) {
        let (ids, invoices): (Vec<InvoiceId>, Vec<penalties::Invoice>) = asked.into_iter().unzip();
        let alone = ids.len() == 1;
        let input = penalties::Input {
            rate: self.rate,
            imputation: Imputation::PrincipalFirst,
            insolvency_opened_on: since.insolvency,
            notice_received_on: since.noticed_on,
            ..penalties::Input::new(self.as_of, regime, invoices)
        };
        match penalties(&input, reference) {
            Ok(statement) => {
                for (id, invoice) in ids.iter().zip(statement.invoices) {
                    if let Some(due) = dues.get_mut(id) {
                        due.interest = invoice.interest_due;
                        due.indemnity = invoice.indemnity_due;
                    }
                }
            }
            Err(_) if alone => {
                if let Some(due) = ids.first().and_then(|id| dues.get_mut(id)) {
                    due.not_counted = true;
                }
            }
            Err(_) => {
                for one in ids.into_iter().zip(input.invoices) {
                    self.count(dues, vec![one], since, regime, reference);
                }
            }
        }
    }

    /// The day of the first formal notice about an invoice that was late: a consumer's interest runs from it (C. civ. 1344-1). The
    /// notice of another invoice puts no one in default for this one.
    fn noticed_on(&self, id: InvoiceId, invoice: &Invoice) -> Option<Day> {
        let notice = |event: &&Event| matches!(event.what, What::Letter { letter: LetterKind::FormalNotice, .. });
        let mut notices = self.events.iter().filter(notice).filter(|event| is_about(event, id, invoice));
        notices.find(|event| event.on > invoice.due_on).map(|event| event.on)
    }

    /// Until when one can act for an invoice.
    fn limit(&self, due: &mut Dues, id: InvoiceId, invoice: &Invoice, reference: &Reference) {
        let claim = match self.debtor {
            Some(debtor) => {
                let creditor = self.creditor.unwrap_or(PartyKind::Company);
                usual_claim(Basis::Contract, creditor, debtor, invoice.performed_on.is_some())
            }
            None => ClaimKind::Consumer,
        };
        let mut input = limitation::Input::new(self.as_of, claim);
        input.place = self.place;
        input.due_on = Some(invoice.due_on);
        input.performed_on = invoice.performed_on;
        input.events = self.law_events(id, invoice);
        let Ok(found) = limitation(&input, reference) else { return };
        due.last_day = found.cautious.last_day;
        due.act_before = found.act_before;
        due.barred = found.cautious.expired;
    }

    /// What limitation knows of an invoice.
    fn law_events(&self, id: InvoiceId, invoice: &Invoice) -> Vec<LawEvent> {
        let at = |kind, on| LawEvent { kind, on, until: None, outcome: None };
        let payments = invoice.settlements.iter().filter(|settlement| settlement.kind == SettlementKind::Payment);
        let payments = payments.filter_map(|payment| payment.on.filter(|on| *on <= self.as_of));
        let told = self.events.iter().filter(|event| is_about(event, id, invoice)).filter_map(law_event::of_event);
        let procedures = self.procedures.iter().filter(|procedure| concerns(procedure, id, invoice));
        let procedures = procedures.filter_map(law_event::of_procedure);
        payments.map(|on| at(EventKind::PartPayment, on)).chain(told).chain(procedures).collect()
    }
}

/// An invoice as penalties take it: what was given up lowers it as a credit note does.
fn for_penalties(invoice: &Invoice) -> penalties::Invoice {
    let mut payments = Vec::new();
    let mut credits = Vec::new();
    if invoice.paid_undated.is_positive() {
        payments.push(penalties::Payment { on: invoice.due_on, amount: invoice.paid_undated });
    }
    for settlement in &invoice.settlements {
        let on = settlement.on.unwrap_or(invoice.due_on);
        match settlement.kind {
            SettlementKind::Payment => payments.push(penalties::Payment { on, amount: settlement.amount }),
            SettlementKind::CreditNote | SettlementKind::WriteOff => {
                let retroactive = settlement.on.is_none();
                credits.push(penalties::Credit { on, amount: settlement.amount, retroactive });
            }
        }
    }
    penalties::Invoice {
        number: String::new(),
        issued_on: invoice.issued_on,
        due_on: invoice.due_on,
        amount: invoice.amount,
        payments,
        credits,
    }
}
