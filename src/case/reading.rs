//! From what was typed to what the engine takes: every fault by its field, nothing guessed.

use dument_law::limitation::{self, ClaimKind};
use dument_law::penalties::{self, CreditorKind, Rate, Regime};
use dument_law::procedures;
use dument_law::{Code, Day, Event, EventKind, Money, Note, PartyKind, Percent, Problems};

use super::{Case, HistoryEntry, Invoice, Movement, RateChoice};
use crate::entry::{amount, date, rate};

/// Something to put right before there can be an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The `id` of the field, such as `invoices-0-dueOn`.
    pub field: String,
    /// What to type, in French.
    pub message: String,
    /// Nothing typed yet: asked for, but not blamed.
    pub missing: bool,
}

/// The faults of a list of problems of the engine, by the `id` of their fields.
#[must_use]
pub fn faults_of(problems: &Problems) -> Vec<Fault> {
    problems
        .all()
        .iter()
        .map(|problem| Fault {
            field: problem.field.replace(['[', '.'], "-").replace(']', ""),
            message: problem.message.clone(),
            missing: problem.code == Code::MissingField,
        })
        .collect()
}

/// An invoice read whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadInvoice {
    /// For the computation of penalties.
    pub invoice: penalties::Invoice,
    /// When the work was done or the goods delivered, if said.
    pub performed_on: Option<Day>,
}

/// Reads typed fields one after the other and gathers every fault.
#[derive(Default)]
struct Reader {
    faults: Vec<Fault>,
}

impl Reader {
    fn fault(&mut self, field: String, message: &impl ToString, missing: bool) {
        self.faults.push(Fault { field, message: message.to_string(), missing });
    }

    fn money(&mut self, field: String, typed: &str) -> Option<Money> {
        match amount::read(typed) {
            Ok(money) => Some(money),
            Err(error) => {
                self.fault(field, &error, error == amount::AmountError::Empty);
                None
            }
        }
    }

    fn day(&mut self, field: String, typed: &str) -> Option<Day> {
        match date::read(typed) {
            Ok(day) => Some(day),
            Err(error) => {
                let missing = error == date::DateError::Empty;
                self.fault(field, &error, missing);
                None
            }
        }
    }

    /// A date that may be left out.
    fn optional_day(&mut self, field: String, typed: &str) -> Option<Day> {
        if typed.trim().is_empty() { None } else { self.day(field, typed) }
    }

    fn movements<T>(&mut self, field: &str, typed: &[Movement], read: impl Fn(&Movement, Day, Money) -> T) -> Vec<T> {
        let mut all = Vec::new();
        for (i, movement) in typed.iter().enumerate() {
            let on = self.day(format!("{field}-{i}-on"), &movement.on);
            let amount = self.money(format!("{field}-{i}-amount"), &movement.amount);
            if let (Some(on), Some(amount)) = (on, amount) {
                all.push(read(movement, on, amount));
            }
        }
        all
    }

    fn invoice(&mut self, i: usize, typed: &Invoice) -> Option<ReadInvoice> {
        let field = |name: &str| format!("invoices-{i}-{name}");
        let amount = self.money(field("amount"), &typed.amount);
        let due_on = self.day(field("dueOn"), &typed.due_on);
        let issued_on = self.optional_day(field("issuedOn"), &typed.issued_on);
        let performed_on = self.optional_day(field("performedOn"), &typed.performed_on);
        let payments = self.movements(&field("payments"), &typed.payments, |_, on, amount| penalties::Payment { on, amount });
        let credits = self.movements(&field("credits"), &typed.credits, |movement, on, amount| penalties::Credit {
            on,
            amount,
            retroactive: movement.retroactive,
        });
        let invoice = penalties::Invoice {
            number: name_of_invoice(typed, i),
            issued_on,
            due_on: due_on?,
            amount: amount?,
            payments,
            credits,
        };
        Some(ReadInvoice { invoice, performed_on })
    }

    /// The dates of an invoice, which is all that limitation needs of it: amounts are another matter.
    fn dates(&mut self, i: usize, typed: &Invoice, common: &limitation::Input) -> limitation::Input {
        let field = |name: &str| format!("invoices-{i}-{name}");
        let mut input = common.clone();
        input.due_on = self.day(field("dueOn"), &typed.due_on);
        input.performed_on = self.optional_day(field("performedOn"), &typed.performed_on);
        if common.claim == ClaimKind::CarriageInternational {
            input.concluded_on = self.optional_day(field("concludedOn"), &typed.concluded_on);
        }
        if common.claim == ClaimKind::Cheque {
            input.issued_on = self.optional_day(field("issuedOn"), &typed.issued_on);
        }
        // A part payment of this invoice acknowledges the debt: no need to tell it twice.
        for (p, payment) in typed.payments.iter().enumerate() {
            let on = self.optional_day(format!("{}-{p}-on", field("payments")), &payment.on);
            input.events.extend(on.map(|on| Event { kind: EventKind::PartPayment, on, until: None, outcome: None }));
        }
        input
    }

    fn rate(&mut self, case: &Case) -> Option<Rate> {
        if case.terms.rate == RateChoice::Statutory {
            return Some(Rate::Statutory);
        }
        let figure: Percent = match rate::read(&case.terms.figure) {
            Ok(figure) => figure,
            Err(error) => {
                self.fault("rate-percent".to_owned(), &error, error == rate::RateError::Empty);
                return None;
            }
        };
        Some(match case.terms.rate {
            RateChoice::Statutory => Rate::Statutory,
            RateChoice::Fixed => Rate::Fixed { percent: figure },
            RateChoice::Monthly => Rate::Monthly { percent: figure },
            RateChoice::LegalMultiple => Rate::LegalMultiple { multiple: figure },
            RateChoice::LegalPlus => Rate::LegalPlus { points: figure },
            RateChoice::RefinancingPlus => Rate::RefinancingPlus { points: figure },
        })
    }

    fn history(&mut self, history: &[HistoryEntry]) -> Vec<Event> {
        let mut events = Vec::new();
        for (i, entry) in history.iter().enumerate() {
            let on = self.day(format!("events-{i}-on"), &entry.on);
            let until = self.optional_day(format!("events-{i}-until"), &entry.until);
            if let Some(on) = on {
                events.push(Event { kind: entry.kind, on, until, outcome: entry.outcome });
            }
        }
        events
    }

    fn result<T>(self, value: Option<T>) -> Result<T, Vec<Fault>> {
        match value {
            Some(value) if self.faults.is_empty() => Ok(value),
            _ => Err(self.faults),
        }
    }
}

/// What to call an invoice: its number, or its rank while it has none.
#[must_use]
pub fn name_of_invoice(typed: &Invoice, i: usize) -> String {
    let number = typed.number.trim();
    if number.is_empty() { format!("n°\u{a0}{}", i + 1) } else { number.to_owned() }
}

impl Case {
    /// The regime of interest for this debtor; for an association, the lower claim until it is known to act as a
    /// professional.
    #[must_use]
    pub fn regime(&self) -> Option<Regime> {
        Some(Regime::against(self.debtor.kind?, self.association_is_professional))
    }

    /// The kind of claim for limitation: the one chosen, else the usual one for this debtor.
    #[must_use]
    pub fn claim_kind(&self) -> Option<ClaimKind> {
        if self.claim.is_some() {
            return self.claim;
        }
        Some(match self.debtor.kind? {
            PartyKind::Consumer => ClaimKind::Consumer,
            PartyKind::PublicBody => ClaimKind::Public,
            _ => ClaimKind::Business,
        })
    }

    /// Every fault of what was typed, and all that the three facts still miss.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let mut reader = Reader::default();
        for (i, invoice) in self.invoices.iter().enumerate() {
            reader.invoice(i, invoice);
            reader.optional_day(format!("invoices-{i}-concludedOn"), &invoice.concluded_on);
        }
        reader.rate(self);
        reader.history(&self.history);
        reader.optional_day("insolvency-openedOn".to_owned(), &self.answers.insolvency_opened_on);
        reader.optional_day("insolvency-publishedOn".to_owned(), &self.answers.insolvency_published_on);
        if self.debtor.kind.is_none() {
            reader.fault("debtor-kind".to_owned(), &"Dites qui est votre client.", true);
        }
        reader.faults
    }

    /// The invoices, all of them or none: a total that leaves one out would mislead.
    pub fn read_invoices(&self) -> Result<Vec<ReadInvoice>, Vec<Fault>> {
        let mut reader = Reader::default();
        let all = self.invoices.iter().enumerate().map(|(i, invoice)| reader.invoice(i, invoice)).collect();
        reader.result(all)
    }

    /// What the penalties are computed from.
    pub fn penalties_input(&self, as_of: Day) -> Result<penalties::Input, Vec<Fault>> {
        let mut reader = Reader::default();
        let invoices: Option<Vec<ReadInvoice>> =
            self.invoices.iter().enumerate().map(|(i, invoice)| reader.invoice(i, invoice)).collect();
        let rate = reader.rate(self);
        let events = reader.history(&self.history);
        let insolvency_opened_on = reader.optional_day("insolvency-openedOn".to_owned(), &self.answers.insolvency_opened_on);
        let regime = self.regime();
        if regime.is_none() {
            reader.fault("debtor-kind".to_owned(), &"Dites qui est votre client.", true);
        }
        let input = (|| {
            let regime = regime?;
            let invoices = invoices?.into_iter().map(|read| read.invoice).collect();
            let mut input = penalties::Input::new(as_of, regime, invoices);
            // A rate agreed with a public body has no effect, and one agreed with a consumer only as a fixed one:
            // the engine says so where it ignores it.
            input.rate = rate?;
            input.below_floor = self.terms.below_floor;
            input.imputation = self.terms.imputation;
            input.creditor = CreditorKind::Business;
            if regime == Regime::Consumer {
                input.notice_received_on =
                    events.iter().filter(|event| event.kind == EventKind::FormalNotice).map(|event| event.on).min();
            }
            if self.answers.insolvent == Some(procedures::YesNo::Yes) {
                input.insolvency_opened_on = insolvency_opened_on;
            }
            Some(input)
        })();
        reader.result(input)
    }

    /// What limitation is computed from, an invoice each: each has its own date.
    pub fn limitation_inputs(&self, as_of: Day) -> Result<Vec<limitation::Input>, Vec<Fault>> {
        let mut reader = Reader::default();
        let events = reader.history(&self.history);
        let claim = self.claim_kind();
        if claim.is_none() {
            reader.fault("debtor-kind".to_owned(), &"Dites qui est votre client.", true);
        }
        let mut input = limitation::Input::new(as_of, claim.unwrap_or(ClaimKind::Unknown));
        input.place = self.place.into();
        input.events = events;
        let inputs = self.invoices.iter().enumerate().map(|(i, invoice)| reader.dates(i, invoice, &input)).collect();
        reader.result(Some(inputs))
    }

    /// What the choice of a procedure is computed from.
    pub fn procedures_input(
        &self,
        as_of: Day,
        statement: &penalties::Statement,
        limitation: Option<limitation::Input>,
    ) -> Result<procedures::Input, Vec<Fault>> {
        let mut reader = Reader::default();
        let invoices: Option<Vec<ReadInvoice>> =
            self.invoices.iter().enumerate().map(|(i, invoice)| reader.invoice(i, invoice)).collect();
        let events = reader.history(&self.history);
        let answers = &self.answers;
        let insolvency = if answers.insolvent == Some(procedures::YesNo::Yes) {
            let opened_on = reader.day("insolvency-openedOn".to_owned(), &answers.insolvency_opened_on);
            let published_on =
                reader.optional_day("insolvency-publishedOn".to_owned(), &answers.insolvency_published_on).or(opened_on);
            opened_on.zip(published_on).map(|(opened_on, published_on)| procedures::Insolvency {
                kind: answers.insolvency_kind.unwrap_or(procedures::InsolvencyKind::Unknown),
                opened_on,
                published_on,
            })
        } else {
            None
        };
        let kind = self.debtor.kind;
        if kind.is_none() {
            reader.fault("debtor-kind".to_owned(), &"Dites qui est votre client.", true);
        }
        let input = (|| {
            let invoices = invoices?;
            let totals = &statement.totals;
            Some(procedures::Input {
                as_of,
                amount: totals.principal_due,
                accrued: Some(totals.accessories()),
                performed_on: invoices.iter().filter_map(|read| read.performed_on).min(),
                due_on: invoices.iter().map(|read| read.invoice.due_on).min(),
                creditor: procedures::Creditor {
                    kind: self.creditor.kind.unwrap_or(PartyKind::Company),
                    employees: None,
                    turnover: None,
                    average_profit: None,
                },
                debtor: procedures::Debtor {
                    kind: kind?,
                    public_kind: self.public_kind,
                    place: self.place,
                    struck_off: None,
                    cooperates: None,
                    guarantor: None,
                    answer: answers.answer,
                    insolvency,
                },
                contested: answers.contested.unwrap_or(procedures::Contested::Unknown),
                basis: answers.basis.unwrap_or(procedures::Basis::Contract),
                evidence: answers.evidence.clone().unwrap_or_default(),
                court: None,
                done: events.iter().map(|event| procedures::Done { kind: event.kind, on: event.on }).collect(),
                limitation,
            })
        })();
        reader.result(input)
    }
}

/// Notes of several computations, each once.
#[must_use]
pub fn merged_notes<'a>(notes: impl IntoIterator<Item = &'a Note>) -> Vec<Note> {
    let mut merged: Vec<Note> = Vec::new();
    for note in notes {
        if !merged.contains(note) {
            merged.push(note.clone());
        }
    }
    merged
}
