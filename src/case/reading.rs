//! From what was typed to what the engine takes: every fault by its field, nothing guessed.

use std::fmt;

use dument_law::limitation::{self, ClaimKind};
use dument_law::payment_terms::{self, AgreedTerm};
use dument_law::penalties::{self, Compounding, CreditorKind, PenaltyClause, Rate, Regime};
use dument_law::procedures;
use dument_law::{Code, Day, Event, EventKind, Money, Note, PartyKind, Percent, Problems};

use super::{Agreement, Case, CourtFee, HistoryEntry, Invoice, Movement, PaymentTerm, RateChoice, Terms};
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
    /// Nothing to type: what is asked for isn't known to the law here, or forbidden by it.
    pub forbidden: bool,
}

impl Fault {
    /// Something to put right in a field.
    #[must_use]
    pub fn of(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into(), missing: false, forbidden: false }
    }

    /// Something not typed yet.
    #[must_use]
    pub fn missing(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { missing: true, ..Self::of(field, message) }
    }
}

/// The `id` of a field, from the path that the engine has for it: `invoices[0].dueOn` stands in `invoices-0-dueOn`.
#[must_use]
pub fn field_of(path: &str) -> String {
    match path {
        "compounding.from" => "rate-compoundingFrom".to_owned(),
        "penaltyClause" | "penaltyClause.percent" => "rate-clausePercent".to_owned(),
        "penaltyClause.minimum" => "rate-clauseMinimum".to_owned(),
        "agreedYears" => "rate-agreedYears".to_owned(),
        path if path.starts_with("extraCosts") => format!("rate-{}", plain(path)),
        path => plain(path),
    }
}

fn plain(path: &str) -> String {
    path.replace(['[', '.'], "-").replace(']', "")
}

/// The faults of a list of problems of the engine, by the `id` of their fields.
#[must_use]
pub fn faults_of(problems: &Problems) -> Vec<Fault> {
    problems
        .all()
        .iter()
        .map(|problem| Fault {
            missing: problem.code == Code::MissingField,
            ..Fault::of(field_of(&problem.field), problem.message.as_str())
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

/// What is owed besides principal and interest, as the engine takes it.
struct Besides {
    compounding: Option<Compounding>,
    penalty_clause: Option<PenaltyClause>,
    extra_costs: Vec<penalties::ExtraCost>,
}

/// Reads typed fields one after the other and gathers every fault.
#[derive(Default)]
struct Reader {
    faults: Vec<Fault>,
}

impl Reader {
    // A field's name is put together only where something is wrong with it.
    fn fault(&mut self, field: fmt::Arguments<'_>, message: &impl ToString, missing: bool) {
        self.faults.push(Fault { missing, ..Fault::of(field.to_string(), message.to_string()) });
    }

    fn money(&mut self, field: fmt::Arguments<'_>, typed: &str) -> Option<Money> {
        match amount::read(typed) {
            Ok(money) => Some(money),
            Err(error) => {
                self.fault(field, &error, error == amount::AmountError::Empty);
                None
            }
        }
    }

    fn day(&mut self, field: fmt::Arguments<'_>, typed: &str) -> Option<Day> {
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
    fn optional_day(&mut self, field: fmt::Arguments<'_>, typed: &str) -> Option<Day> {
        if typed.trim().is_empty() { None } else { self.day(field, typed) }
    }

    fn movements<T>(
        &mut self,
        field: fmt::Arguments<'_>,
        typed: &[Movement],
        read: impl Fn(&Movement, Day, Money) -> T,
    ) -> Vec<T> {
        let mut all = Vec::new();
        for (i, movement) in typed.iter().enumerate() {
            let on = self.day(format_args!("{field}-{i}-on"), &movement.on);
            let amount = self.money(format_args!("{field}-{i}-amount"), &movement.amount);
            if let (Some(on), Some(amount)) = (on, amount) {
                all.push(read(movement, on, amount));
            }
        }
        all
    }

    fn invoice(&mut self, i: usize, typed: &Invoice) -> Option<ReadInvoice> {
        let amount = self.money(format_args!("invoices-{i}-amount"), &typed.amount);
        let due_on = self.day(format_args!("invoices-{i}-dueOn"), &typed.due_on);
        let issued_on = self.optional_day(format_args!("invoices-{i}-issuedOn"), &typed.issued_on);
        let performed_on = self.optional_day(format_args!("invoices-{i}-performedOn"), &typed.performed_on);
        let payments = self
            .movements(format_args!("invoices-{i}-payments"), &typed.payments, |_, on, amount| penalties::Payment { on, amount });
        let credits = self.movements(format_args!("invoices-{i}-credits"), &typed.credits, |movement, on, amount| {
            penalties::Credit { on, amount, retroactive: movement.retroactive }
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
        let mut input = common.clone();
        input.due_on = self.day(format_args!("invoices-{i}-dueOn"), &typed.due_on);
        input.performed_on = self.optional_day(format_args!("invoices-{i}-performedOn"), &typed.performed_on);
        if common.claim == ClaimKind::CarriageInternational {
            input.concluded_on = self.optional_day(format_args!("invoices-{i}-concludedOn"), &typed.concluded_on);
        }
        if common.claim == ClaimKind::Cheque {
            input.issued_on = self.optional_day(format_args!("invoices-{i}-issuedOn"), &typed.issued_on);
        }
        // A part payment of this invoice acknowledges the debt: no need to tell it twice.
        for (p, payment) in typed.payments.iter().enumerate() {
            let on = self.optional_day(format_args!("invoices-{i}-payments-{p}-on"), &payment.on);
            input.events.extend(on.map(|on| Event { kind: EventKind::PartPayment, on, until: None, outcome: None }));
        }
        input
    }

    /// What was agreed on the due date; `None` where it isn't known.
    fn agreed(&mut self, i: usize, term: &PaymentTerm) -> Option<AgreedTerm> {
        let mut days = || {
            let typed = term.days.trim().trim_end_matches("jours").trim_end_matches('j').trim_end();
            let days = typed.parse::<u32>().ok();
            if days.is_none() {
                let message = "Indiquez le nombre de jours convenu, par exemple 30.";
                self.fault(format_args!("invoices-{i}-agreed-days"), &message, typed.is_empty());
            }
            days
        };
        match term.agreement {
            Agreement::Unknown => None,
            Agreement::Nothing => Some(AgreedTerm::None),
            Agreement::Days => Some(AgreedTerm::Days { days: days()? }),
            Agreement::EndOfMonth => Some(AgreedTerm::EndOfMonth { days: days()?, reading: term.reading }),
        }
    }

    fn rate(&mut self, case: &Case) -> Option<Rate> {
        if case.terms.rate == RateChoice::Statutory {
            return Some(Rate::Statutory);
        }
        let figure: Percent = match rate::read(&case.terms.figure) {
            Ok(figure) => figure,
            Err(error) => {
                self.fault(format_args!("rate-percent"), &error, error == rate::RateError::Empty);
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

    /// A percentage that may be left out.
    fn optional_percent(&mut self, field: &str, typed: &str) -> Option<Percent> {
        if typed.trim().is_empty() {
            return None;
        }
        rate::read(typed).map_err(|error| self.fault(format_args!("{field}"), &error, false)).ok()
    }

    /// An amount that may be left out.
    fn optional_money(&mut self, field: &str, typed: &str) -> Option<Money> {
        if typed.trim().is_empty() { None } else { self.money(format_args!("{field}"), typed) }
    }

    /// A whole number that may be left out.
    fn optional_count(&mut self, field: &str, typed: &str, asks: &str) -> Option<u32> {
        let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        if typed.is_empty() {
            return None;
        }
        typed.parse().map_err(|_| self.fault(format_args!("{field}"), &asks, false)).ok()
    }

    /// What the contract or a judge grants besides a rate.
    fn besides(&mut self, terms: &Terms) -> Besides {
        let percent = self.optional_percent("rate-clausePercent", &terms.clause_percent);
        let minimum = self.optional_money("rate-clauseMinimum", &terms.clause_minimum);
        let from = self.optional_day(format_args!("rate-compoundingFrom"), &terms.compounding_from);
        let mut extra_costs = Vec::new();
        for (i, cost) in terms.extra_costs.iter().enumerate() {
            let label = cost.label.trim();
            if label.is_empty() {
                self.fault(
                    format_args!("rate-extraCosts-{i}-label"),
                    &"Dites ce que vous avez payé, par exemple un constat.",
                    true,
                );
            }
            if let Some(amount) = self.money(format_args!("rate-extraCosts-{i}-amount"), &cost.amount) {
                extra_costs.push(penalties::ExtraCost { label: label.to_owned(), amount });
            }
        }
        Besides {
            compounding: from.map(|from| Compounding { from }),
            penalty_clause: (percent.is_some() || minimum.is_some()).then_some(PenaltyClause { percent, minimum }),
            extra_costs,
        }
    }

    fn agreed_years(&mut self, terms: &Terms) -> Option<u32> {
        self.optional_count("rate-agreedYears", &terms.agreed_years, "Écrivez un nombre d’années, par exemple 3.")
    }

    /// Who is owed, with what decides the contribution to economic justice.
    fn creditor(&mut self, case: &Case) -> procedures::Creditor {
        let CourtFee { employees, turnover, average_profit, .. } = &case.court_fee;
        let (loss, profit) = match average_profit.trim().strip_prefix(['-', '−', '–']) {
            Some(loss) => (true, loss),
            None => (false, average_profit.as_str()),
        };
        let profit = self.optional_money("creditor-averageProfit", profit);
        procedures::Creditor {
            kind: case.creditor.kind.unwrap_or(PartyKind::Company),
            employees: self.optional_count("creditor-employees", employees, "Écrivez un nombre de salariés, par exemple 12."),
            turnover: self.optional_money("creditor-turnover", turnover),
            average_profit: profit.map(|profit| if loss { procedures::Profit::loss(profit) } else { profit.into() }),
        }
    }

    fn history(&mut self, history: &[HistoryEntry]) -> Vec<Event> {
        let mut events = Vec::new();
        for (i, entry) in history.iter().enumerate() {
            let on = self.day(format_args!("events-{i}-on"), &entry.on);
            let until = self.optional_day(format_args!("events-{i}-until"), &entry.until);
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

    /// Whether the debtor stands in a register it can be struck off: neither a consumer nor an administration does.
    #[must_use]
    pub fn is_registered(&self) -> bool {
        !matches!(self.debtor.kind, Some(PartyKind::Consumer | PartyKind::PublicBody))
    }

    /// The kind of claim for limitation: the one chosen, else the usual one for what it rests on and these parties.
    #[must_use]
    pub fn claim_kind(&self) -> Option<ClaimKind> {
        if self.claim.is_some() {
            return self.claim;
        }
        // Without the day of every delivery, the shortest period from the dates there are.
        let delivered = self.invoices.iter().all(|invoice| !invoice.performed_on.trim().is_empty());
        let basis = self.answers.basis.unwrap_or(procedures::Basis::Contract);
        let creditor = self.creditor.kind.unwrap_or(PartyKind::Company);
        Some(procedures::usual_claim(basis, creditor, self.debtor.kind?, delivered))
    }

    /// Every fault of what was typed, and all that the three facts still miss.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let mut reader = Reader::default();
        for (i, invoice) in self.invoices.iter().enumerate() {
            reader.invoice(i, invoice);
            reader.optional_day(format_args!("invoices-{i}-concludedOn"), &invoice.concluded_on);
        }
        reader.rate(self);
        reader.besides(&self.terms);
        reader.agreed_years(&self.terms);
        reader.creditor(self);
        reader.history(&self.history);
        reader.optional_day(format_args!("insolvency-openedOn"), &self.answers.insolvency_opened_on);
        reader.optional_day(format_args!("insolvency-publishedOn"), &self.answers.insolvency_published_on);
        if self.debtor.kind.is_none() {
            reader.fault(format_args!("debtor-kind"), &"Dites qui est votre client.", true);
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
        let besides = reader.besides(&self.terms);
        let events = reader.history(&self.history);
        let insolvency_opened_on = reader.optional_day(format_args!("insolvency-openedOn"), &self.answers.insolvency_opened_on);
        let regime = self.regime();
        if regime.is_none() {
            reader.fault(format_args!("debtor-kind"), &"Dites qui est votre client.", true);
        }
        let input = (|| {
            let regime = regime?;
            let invoices = invoices?.into_iter().map(|read| read.invoice).collect();
            let mut input = penalties::Input::new(as_of, regime, invoices);
            // A rate agreed with a public body has no effect, and one agreed with a consumer only as a fixed one:
            // the engine says so where it ignores it.
            input.rate = rate?;
            input.below_floor = self.terms.below_floor;
            input.imputation = regime.own_imputation().unwrap_or(self.terms.imputation);
            input.day_count = self.terms.day_count;
            input.compounding = besides.compounding;
            input.penalty_clause = besides.penalty_clause;
            input.extra_costs = besides.extra_costs;
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
        let shared = self.shared_by_limitations(&mut reader, as_of);
        let inputs = self.invoices.iter().enumerate().map(|(i, invoice)| reader.dates(i, invoice, &shared)).collect();
        reader.result(Some(inputs))
    }

    /// The same for one of the invoices: no fault is told where there is none at that place.
    pub fn limitation_input(&self, as_of: Day, i: usize) -> Result<limitation::Input, Vec<Fault>> {
        let mut reader = Reader::default();
        let shared = self.shared_by_limitations(&mut reader, as_of);
        let input = self.invoices.get(i).map(|invoice| reader.dates(i, invoice, &shared));
        reader.result(input)
    }

    /// What limitation is computed from, but for the dates of an invoice.
    fn shared_by_limitations(&self, reader: &mut Reader, as_of: Day) -> limitation::Input {
        let events = reader.history(&self.history);
        let claim = self.claim_kind();
        if claim.is_none() {
            reader.fault(format_args!("debtor-kind"), &"Dites qui est votre client.", true);
        }
        let mut input = limitation::Input::new(as_of, claim.unwrap_or(ClaimKind::Unknown));
        input.place = self.place.into();
        input.events = events;
        input.agreed_years = reader.agreed_years(&self.terms);
        input.payable_in = (input.claim == ClaimKind::Cheque).then_some(self.payable_in);
        input
    }

    /// What the due date of an invoice is worked out from.
    pub fn payment_terms_input(&self, i: usize) -> Result<payment_terms::Input, Vec<Fault>> {
        let mut reader = Reader::default();
        let Some(typed) = self.invoices.get(i) else { return Err(Vec::new()) };
        let debtor = self.debtor.kind;
        if debtor.is_none() {
            reader.fault(format_args!("debtor-kind"), &"Dites d’abord qui est votre client\u{a0}: le délai en dépend.", true);
        }
        let issued_on = reader.optional_day(format_args!("invoices-{i}-issuedOn"), &typed.issued_on);
        if typed.issued_on.trim().is_empty() {
            reader.fault(format_args!("invoices-{i}-issuedOn"), &"Indiquez la date de la facture.", true);
        }
        let delivered_on = reader.optional_day(format_args!("invoices-{i}-performedOn"), &typed.performed_on);
        let public = debtor == Some(PartyKind::PublicBody);
        let received_on =
            public.then(|| reader.optional_day(format_args!("invoices-{i}-receivedOn"), &typed.term.received_on)).flatten();
        let agreed = reader.agreed(i, &typed.term);
        let input = (|| {
            let business = self.regime() == Some(Regime::Business);
            // An association known not to act as a professional is owed no maximum, as a consumer.
            let amateur = debtor == Some(PartyKind::Association) && self.association_is_professional == Some(false);
            Some(payment_terms::Input {
                issued_on: issued_on?,
                received_on,
                delivered_on,
                agreed,
                sector: if business { typed.term.sector } else { payment_terms::Sector::General },
                periodic: typed.term.periodic.filter(|_| business),
                creditor: payment_terms::Creditor { kind: self.creditor.kind.unwrap_or(PartyKind::Company) },
                debtor: payment_terms::Debtor {
                    kind: if amateur { PartyKind::Consumer } else { debtor? },
                    public_kind: self.public_kind.filter(|_| public),
                    place: self.place,
                },
            })
        })();
        reader.result(input)
    }

    /// What the choice of a procedure is computed from, given the invoice whose limitation ends first: it decides how urgent the
    /// case is.
    pub fn guidance_input(
        &self,
        as_of: Day,
        statement: &penalties::Statement,
        most_urgent: Option<usize>,
    ) -> Result<procedures::Input, Vec<Fault>> {
        let limitation = most_urgent.and_then(|i| self.limitation_input(as_of, i).ok());
        self.procedures_input(as_of, statement, limitation)
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
            let opened_on = reader.day(format_args!("insolvency-openedOn"), &answers.insolvency_opened_on);
            let published_on =
                reader.optional_day(format_args!("insolvency-publishedOn"), &answers.insolvency_published_on).or(opened_on);
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
            reader.fault(format_args!("debtor-kind"), &"Dites qui est votre client.", true);
        }
        let creditor = reader.creditor(self);
        let input = (|| {
            let invoices = invoices?;
            let totals = &statement.totals;
            Some(procedures::Input {
                as_of,
                amount: totals.principal_due,
                accrued: Some(totals.accessories()),
                performed_on: invoices.iter().filter_map(|read| read.performed_on).min(),
                due_on: invoices.iter().map(|read| read.invoice.due_on).min(),
                creditor,
                debtor: procedures::Debtor {
                    kind: kind?,
                    public_kind: self.public_kind.filter(|_| kind == Some(PartyKind::PublicBody)),
                    place: self.place,
                    struck_off: answers.struck_off.filter(|_| self.is_registered()),
                    cooperates: answers.cooperates,
                    guarantor: answers.guarantor,
                    answer: answers.answer,
                    insolvency,
                },
                contested: answers.contested.unwrap_or(procedures::Contested::Unknown),
                basis: answers.basis.unwrap_or(procedures::Basis::Contract),
                evidence: answers.evidence.clone().unwrap_or_default(),
                court: Some(self.court_fee.court.trim().to_owned()).filter(|court| !court.is_empty()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::ExtraCost;

    /// The facts of a due date: who owes, and what was typed of the invoice.
    fn read(kind: Option<PartyKind>, invoice: Invoice) -> Result<payment_terms::Input, Vec<String>> {
        let mut case = Case { invoices: vec![invoice], ..Case::default() };
        case.debtor.kind = kind;
        case.payment_terms_input(0).map_err(|faults| faults.into_iter().map(|fault| fault.field).collect())
    }

    fn invoice(agreement: Agreement, days: &str) -> Invoice {
        let term =
            PaymentTerm { agreement, days: days.to_owned(), received_on: "20/01/2026".to_owned(), ..PaymentTerm::default() };
        Invoice { issued_on: "15/01/2026".to_owned(), term, ..Invoice::default() }
    }

    #[test]
    fn a_due_date_asks_for_all_it_takes_at_once() {
        let term = PaymentTerm { agreement: Agreement::Days, ..PaymentTerm::default() };
        let nothing = Invoice { term, ..Invoice::default() };
        assert_eq!(read(None, nothing).unwrap_err(), ["debtor-kind", "invoices-0-issuedOn", "invoices-0-agreed-days"]);
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for typed in ["45", " 45 jours ", "45j"] {
            let input = read(Some(PartyKind::Company), invoice(Agreement::Days, typed)).unwrap();
            assert_eq!(input.agreed, Some(AgreedTerm::Days { days: 45 }), "{typed}");
        }
        let faults = read(Some(PartyKind::Company), invoice(Agreement::EndOfMonth, "un mois")).unwrap_err();
        assert_eq!(faults, ["invoices-0-agreed-days"]);
    }

    /// A claim of 1 850,00 € due on 16 May 2026 against a company, changed.
    fn claim(change: impl FnOnce(&mut Case)) -> Case {
        let mut case = Case::default();
        case.debtor.kind = Some(PartyKind::Company);
        case.invoices[0].amount = "1 850,00".to_owned();
        case.invoices[0].due_on = "16/05/2026".to_owned();
        change(&mut case);
        case
    }

    fn fields(faults: Vec<Fault>) -> Vec<String> {
        faults.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn what_a_contract_grants_besides_a_rate_reaches_the_engine() {
        let case = claim(|case| {
            case.terms.clause_percent = "10 %".to_owned();
            case.terms.clause_minimum = "60".to_owned();
            case.terms.compounding_from = "16/05/2026".to_owned();
            case.terms.extra_costs = vec![ExtraCost { label: " Sommation ".to_owned(), amount: "85,20".to_owned() }];
            case.terms.day_count = penalties::DayCount::ActualActual;
            case.terms.agreed_years = "3 ".to_owned();
        });
        let as_of = "2026-11-22".parse().unwrap();
        let input = case.penalties_input(as_of).unwrap();
        let clause = PenaltyClause { percent: "10".parse().ok(), minimum: Some(Money::from_cents(6_000)) };
        assert_eq!(input.penalty_clause, Some(clause));
        assert_eq!(input.compounding, Some(Compounding { from: "2026-05-16".parse().unwrap() }));
        let cost = penalties::ExtraCost { label: "Sommation".to_owned(), amount: Money::from_cents(8_520) };
        assert_eq!(input.extra_costs, [cost]);
        assert_eq!(input.day_count, penalties::DayCount::ActualActual);
        assert_eq!(case.limitation_inputs(as_of).unwrap()[0].agreed_years, Some(3));
        assert_eq!(case.faults(), []);
    }

    #[test]
    fn what_is_wrong_with_the_terms_is_told_by_its_field() {
        let case = claim(|case| {
            case.terms.clause_percent = "dix".to_owned();
            case.terms.compounding_from = "hier".to_owned();
            case.terms.agreed_years = "trois".to_owned();
            case.terms.extra_costs = vec![ExtraCost { label: String::new(), amount: "x".to_owned() }];
            case.court_fee.employees = "beaucoup".to_owned();
            case.court_fee.average_profit = "-1 000".to_owned();
        });
        let expected = [
            "rate-clausePercent",
            "rate-compoundingFrom",
            "rate-extraCosts-0-label",
            "rate-extraCosts-0-amount",
            "rate-agreedYears",
            "creditor-employees",
        ];
        assert_eq!(fields(case.faults()), expected);
        for (path, field) in [
            ("agreedYears", "rate-agreedYears"),
            ("compounding.from", "rate-compoundingFrom"),
            ("extraCosts[1].amount", "rate-extraCosts-1-amount"),
            ("penaltyClause.minimum", "rate-clauseMinimum"),
            ("invoices[0].dueOn", "invoices-0-dueOn"),
        ] {
            assert_eq!(field_of(path), field);
        }
    }

    #[test]
    fn what_is_known_of_the_parties_reaches_the_engine_where_it_counts() {
        let as_of = "2026-11-22".parse().unwrap();
        let asked = |case: &Case| {
            let reference = dument_law::Reference::published();
            let statement = penalties::penalties(&case.penalties_input(as_of).unwrap(), reference).unwrap();
            case.procedures_input(as_of, &statement, None).unwrap()
        };
        let mut case = claim(|case| {
            case.public_kind = Some(dument_law::PublicKind::Hospital);
            case.answers.struck_off = Some(procedures::YesNo::Yes);
            case.answers.guarantor = Some(procedures::YesNo::Unknown);
            case.court_fee.employees = "1 200".to_owned();
            case.court_fee.average_profit = "-1 000".to_owned();
            case.court_fee.court = " Lyon ".to_owned();
        });
        let input = asked(&case);
        assert_eq!(input.debtor.public_kind, None, "a company is no hospital");
        assert_eq!(input.debtor.struck_off, Some(procedures::YesNo::Yes));
        assert_eq!(input.debtor.guarantor, Some(procedures::YesNo::Unknown));
        assert_eq!(input.creditor.employees, Some(1_200));
        assert_eq!(input.creditor.average_profit, "-1000".parse().ok());
        assert_eq!(input.court.as_deref(), Some("Lyon"));
        case.debtor.kind = Some(PartyKind::PublicBody);
        let input = asked(&case);
        assert_eq!(input.debtor.public_kind, Some(dument_law::PublicKind::Hospital));
        assert_eq!(input.debtor.struck_off, None, "an administration stands in no such register");
    }

    #[test]
    fn what_a_claim_rests_on_decides_its_limitation() {
        let kind = |basis, performed_on: &str| {
            claim(|case| {
                case.answers.basis = Some(basis);
                case.invoices[0].performed_on = performed_on.to_owned();
            })
            .claim_kind()
        };
        assert_eq!(kind(procedures::Basis::Contract, ""), Some(ClaimKind::Business));
        assert_eq!(kind(procedures::Basis::Carriage, ""), Some(ClaimKind::Unknown), "the shortest, until the delivery is known");
        assert_eq!(kind(procedures::Basis::Carriage, "16/04/2026"), Some(ClaimKind::Carriage));
        assert_eq!(kind(procedures::Basis::AcceptedBill, ""), Some(ClaimKind::AcceptedBill));
    }

    #[test]
    fn only_an_administration_is_asked_when_it_received_the_invoice() {
        let received = |kind| read(Some(kind), invoice(Agreement::Unknown, "")).unwrap().received_on.is_some();
        assert!(received(PartyKind::PublicBody) && !received(PartyKind::Company));
    }
}
