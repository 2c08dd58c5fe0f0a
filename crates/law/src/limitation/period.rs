//! How long one can act, and from when, by kind of claim.
//!
//! C. civ. 2224 and C. com. L110-4: five years from the day one could act. Between professionals as against a consumer,
//! that is the completion of the service, whatever the date of the invoice (Cass. com. 26 February 2020, 18-25.036;
//! Cass. 1re civ. 19 May 2021, 20-12.520), unless a due date was agreed: hence a cautious and an arguable start. Other
//! claims have their own period and their own start.

use super::input::{ClaimKind, Input, PayableIn};
use super::span::{Length, Span};
use crate::reference::Figure;
use crate::{Code, Day, Event, EventKind, Problems, Reference};

/// What the cautious period is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    /// Completion of the service, or delivery.
    Performance,
    /// The due date.
    DueDate,
    /// So many months after the conclusion of a contract of international carriage.
    Conclusion(u32),
    /// The end of the time to present a cheque.
    Presentation,
    /// The day of the title.
    Title,
}

/// The period of a claim, before any event.
#[derive(Clone, Debug)]
pub(super) struct Period {
    pub(super) span: Span,
    /// Whether the parties agreed on it.
    pub(super) agreed: bool,
    /// The day that opens the cautious period: an event before it doesn't count.
    pub(super) opened_on: Day,
    /// The later day from which one can plead that the period runs.
    pub(super) arguable_from: Option<Day>,
    pub(super) basis: Basis,
    /// The day beyond which no suspension and no acknowledgment carries the period (C. civ. 2232).
    pub(super) long_stop: Option<Day>,
    /// What is left at least once a suspension ends, in months (C. civ. 2238, 2239).
    pub(super) after_suspension: u32,
    /// The first day on which anything suspended: those rules hold for the future alone (Cass. 3e civ. 16 September
    /// 2021, 20-17.625).
    pub(super) suspensions_from: Day,
    /// How long mediation suspends at most, in months: with a public body alone (loi 68-1250, article 2-1).
    pub(super) longest_mediation: Option<u32>,
    /// The period of the title that a claim granted by a court becomes.
    pub(super) title: Span,
    /// The figure that sets the period.
    pub(super) figure: &'static str,
    /// The text that sets the period.
    pub(super) source: String,
    /// Whether the claim is older than the oldest text known to set its period.
    pub(super) older_than_text: bool,
}

/// What a kind of claim is counted from.
enum Start {
    /// The earlier of completion and due date; the due date can be pleaded where it is later.
    CompletionOrDue,
    /// The earlier of completion and due date, and nothing else can be pleaded.
    EarlierOfBoth,
    Delivery,
    Due,
    Title,
    AfterConclusion,
    AfterPresentation,
}

/// The figure of the period, and its start.
fn rule(claim: ClaimKind) -> (&'static str, Start) {
    match claim {
        ClaimKind::Business => ("limitationBusiness", Start::CompletionOrDue),
        ClaimKind::Civil => ("limitationCivil", Start::CompletionOrDue),
        ClaimKind::Consumer => ("limitationConsumer", Start::CompletionOrDue),
        ClaimKind::Public => ("limitationPublic", Start::EarlierOfBoth),
        ClaimKind::Carriage => ("limitationCarriage", Start::Delivery),
        ClaimKind::CarriageInternational => ("limitationCarriageInternational", Start::AfterConclusion),
        ClaimKind::Removal => ("limitationRemoval", Start::Delivery),
        ClaimKind::Telecom => ("limitationTelecom", Start::Due),
        ClaimKind::ResidentialRent => ("limitationResidentialRent", Start::Due),
        ClaimKind::CommercialRent => ("limitationCommercialRent", Start::Due),
        ClaimKind::InsurancePremium => ("limitationInsurancePremium", Start::Due),
        ClaimKind::AcceptedBill => ("limitationAcceptedBill", Start::Due),
        ClaimKind::EndorsedBill => ("limitationEndorsedBill", Start::Due),
        ClaimKind::Cheque => ("limitationCheque", Start::AfterPresentation),
        ClaimKind::EnforceableTitle => ("limitationTitle", Start::Title),
        // The shortest that can be meant, with the dates there are.
        ClaimKind::Unknown => ("limitationCarriage", Start::EarlierOfBoth),
    }
}

/// An optional fact, which some kinds of claim use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    DueOn,
    PerformedOn,
    ConcludedOn,
    IssuedOn,
    PayableIn,
    AgreedYears,
}

impl Field {
    /// Whether a kind of claim uses it; an unknown one says what each kind would give, so uses all dates.
    pub(super) fn is_used_by(self, claim: ClaimKind) -> bool {
        let start = rule(claim).1;
        let both_dates = matches!(start, Start::CompletionOrDue | Start::EarlierOfBoth);
        match self {
            Self::DueOn => both_dates || matches!(start, Start::Due | Start::Title),
            Self::PerformedOn => both_dates || matches!(start, Start::Delivery),
            Self::ConcludedOn => matches!(claim, ClaimKind::CarriageInternational | ClaimKind::Unknown),
            Self::IssuedOn | Self::PayableIn => matches!(claim, ClaimKind::Cheque | ClaimKind::Unknown),
            Self::AgreedYears => claim == ClaimKind::Business,
        }
    }
}

impl Period {
    /// The period that the facts give.
    pub(super) fn of(input: &Input, reference: &Reference) -> Result<Self, Problems> {
        let claim = input.claim;
        let figures = Figures { reference, as_of: input.as_of };
        let (figure, start) = rule(claim);
        let (opening, agreed) = Problems::both(Opening::of(&start, input, &figures), agreed_years(input, &figures))?;

        let public = claim == ClaimKind::Public;
        let legal = figures.span(
            figure,
            match claim {
                ClaimKind::Public => Length::WholeYears,
                ClaimKind::Cheque => Length::Months,
                _ => Length::Years,
            },
        )?;
        let title = if public { legal.clone() } else { figures.span("limitationTitle", Length::Years)? };
        let history = figures.figure(if agreed.is_some() { "limitationAgreedMaximum" } else { figure })?;
        let rest = figures.figure("limitationAfterSuspension")?;
        // The law of public debtors has its own rules, and a title its own start: neither knows the long stop.
        let long_stop = if matches!(claim, ClaimKind::Public | ClaimKind::EnforceableTitle) {
            None
        } else {
            Some(opening.right_born_on.plus_years(figures.on("limitationLongStop", input.as_of)?))
        };
        Ok(Self {
            span: agreed.map_or(legal, |years| Span::fixed(Length::Years(years), opening.on)),
            agreed: agreed.is_some(),
            opened_on: opening.on,
            arguable_from: input.due_on.filter(|due| matches!(start, Start::CompletionOrDue) && *due > opening.on),
            basis: opening.basis,
            long_stop,
            after_suspension: figures.on("limitationAfterSuspension", input.as_of)?,
            suspensions_from: rest.known_from().unwrap_or(opening.on),
            longest_mediation: if public { Some(figures.on("limitationPublicMediation", input.as_of)?) } else { None },
            title,
            figure,
            source: history.begun_by(opening.on).or(history.rows.first()).map(|row| row.source.clone()).unwrap_or_default(),
            older_than_text: history.known_from().is_some_and(|first| opening.on < first),
        })
    }

    /// Whether it is that of a public debtor, who may not waive limitation (loi 68-1250, article 6).
    pub(super) fn is_public(&self) -> bool {
        self.span.in_whole_years()
    }

    /// The day on which an event ends, the law cutting short what lasts too long.
    pub(super) fn ends_on(&self, event: &Event) -> Option<Day> {
        let mediation = event.kind == EventKind::Mediation;
        let most = self.longest_mediation.filter(|_| mediation).map(|months| event.on.plus_months(months));
        event.until.map(|until| most.map_or(until, |most| until.min(most)))
    }
}

/// What opens the cautious period.
struct Opening {
    on: Day,
    right_born_on: Day,
    basis: Basis,
}

impl Opening {
    fn of(start: &Start, input: &Input, figures: &Figures<'_>) -> Result<Self, Problems> {
        let at = |day: Day, basis: Basis| Self { on: day, right_born_on: day, basis };
        match start {
            Start::CompletionOrDue | Start::EarlierOfBoth => match (input.performed_on, input.due_on) {
                (Some(performed), Some(due)) if due < performed => Ok(at(due, Basis::DueDate)),
                (Some(performed), _) => Ok(at(performed, Basis::Performance)),
                (None, Some(due)) => Ok(at(due, Basis::DueDate)),
                (None, None) => {
                    let message = "Indiquez la date d’échéance, ou celle de la fin de la prestation ou de la livraison.";
                    Err(missing("dueOn", message))
                }
            },
            Start::Delivery => {
                let message = "Indiquez la date de la livraison\u{a0}: le délai court à partir de ce jour.";
                required(input.performed_on, "performedOn", message).map(|day| at(day, Basis::Performance))
            }
            Start::Due => {
                let message = "Indiquez la date d’échéance\u{a0}: le délai court à partir de ce jour.";
                required(input.due_on, "dueOn", message).map(|day| at(day, Basis::DueDate))
            }
            Start::Title => {
                let message = "Indiquez la date du titre exécutoire, celle du jugement par exemple.";
                required(input.due_on, "dueOn", message).map(|day| at(day, Basis::Title))
            }
            Start::AfterConclusion => {
                let message = "Indiquez la date de conclusion du contrat de transport.";
                let concluded = required(input.concluded_on, "concludedOn", message)?;
                let months = figures.on("limitationCarriageInternationalDelay", concluded)?;
                Ok(Self { on: concluded.plus_months(months), right_born_on: concluded, basis: Basis::Conclusion(months) })
            }
            Start::AfterPresentation => {
                let issued = required(input.issued_on, "issuedOn", "Indiquez la date d’émission du chèque.")?;
                let figure = match input.payable_in.unwrap_or_default() {
                    PayableIn::France => "chequePresentationFrance",
                    PayableIn::Europe => "chequePresentationEurope",
                    PayableIn::Elsewhere => "chequePresentationElsewhere",
                };
                let days = figures.on(figure, issued)?;
                Ok(Self { on: issued.plus_days(days), right_born_on: issued, basis: Basis::Presentation })
            }
        }
    }
}

fn required(day: Option<Day>, field: &str, message: &str) -> Result<Day, Problems> {
    day.ok_or_else(|| missing(field, message))
}

fn missing(field: &str, message: &str) -> Problems {
    Problems::one(Code::MissingField, field, message)
}

/// The period agreed on, where the kind of claim lets the parties agree and they did.
fn agreed_years(input: &Input, figures: &Figures<'_>) -> Result<Option<u32>, Problems> {
    let Some(years) = input.agreed_years.filter(|_| Field::AgreedYears.is_used_by(input.claim)) else {
        return Ok(None);
    };
    let least = figures.on("limitationAgreedMinimum", input.as_of)?;
    let most = figures.on("limitationAgreedMaximum", input.as_of)?;
    if (least..=most).contains(&years) {
        return Ok(Some(years));
    }
    let message = format!("La durée convenue doit être comprise entre {least} et {most} ans (Code civil, article 2254).");
    Err(Problems::one(Code::OutOfRange, "agreedYears", message))
}

/// The figures of the law that limitation needs.
struct Figures<'a> {
    reference: &'a Reference,
    as_of: Day,
}

impl Figures<'_> {
    /// The history of a figure.
    fn figure(&self, id: &str) -> Result<&Figure, Problems> {
        self.reference.figure(id).ok_or_else(|| unusable(id))
    }

    /// The length of a period through its reforms.
    fn span(&self, id: &str, length: fn(u32) -> Length) -> Result<Span, Problems> {
        Span::of(self.figure(id)?, length).ok_or_else(|| unusable(id))
    }

    /// The figure in force on a day, else that of the day of computation, else the oldest known: a whole number.
    fn on(&self, id: &str, day: Day) -> Result<u32, Problems> {
        let figure = self.figure(id)?;
        let row = figure.on(day).or_else(|| figure.on(self.as_of)).or_else(|| figure.rows.first());
        row.and_then(|row| row.value.parse().ok()).ok_or_else(|| unusable(id))
    }
}

fn unusable(id: &str) -> Problems {
    let message = format!("La donnée de référence «\u{a0}{id}\u{a0}» manque ou n’est pas un nombre entier.");
    Problems::one(Code::RateUnknown, "", message)
}
