//! The longest lawful term: the table of the laws, and how it becomes a day.
//!
//! C. com. L441-10, I: thirty days after delivery where nothing is agreed; at most sixty days after the invoice, or
//! forty-five days « fin de mois » if the contract says so; forty-five days for a periodic invoice. L441-11, II, L441-12
//! and decree 2015-1484: other maxima for some goods. L441-13: overseas, from customs clearance. CCP R2192-10 to R2192-14:
//! public debtors, from receipt of the invoice or, if later, from performance.

use super::input::{AgreedTerm, EndOfMonth, Input, Sector};
use crate::reference::{Figure, Row};
use crate::{Day, PartyKind, Place, PublicKind, Reference, YesNo};

/// Which law of payment terms applies: it follows the debtor.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Regime {
    Business,
    Public,
    Consumer,
}

/// From which day a term is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// The invoice; a public debtor's receipt of it.
    Invoice,
    /// The delivery of the goods or the end of the service.
    Delivery,
    /// The end of the ten days of the month in which the goods were delivered.
    Decade,
    /// The end of the month in which the goods were delivered.
    DeliveryMonth,
}

/// The longest term the law allows, by the ids of its figures.
pub(super) struct Maximum {
    /// So many days from a start.
    pub(super) days: &'static str,
    pub(super) start: Start,
    /// So many days « fin de mois » too, where they end later.
    pub(super) end_of_month: Option<&'static str>,
    /// Days added to either.
    added: Option<&'static str>,
    /// Where the law says so.
    pub(super) source: &'static str,
}

/// A maximum counted out.
pub(super) struct Longest {
    pub(super) days: u32,
    pub(super) start: Start,
    /// How « fin de mois » was counted, where that ends last.
    pub(super) end_of_month: Option<EndOfMonth>,
    /// The day these days end on.
    pub(super) ends: Day,
    /// Days added to it.
    pub(super) added: u32,
}

impl Longest {
    /// The last day of all.
    pub(super) fn last_day(&self) -> Day {
        self.ends.plus_days(self.added)
    }
}

/// The term of the law where nothing is agreed.
pub(super) struct Unagreed {
    /// Whether it is a maximum, shorter than the usual thirty days.
    pub(super) by_maximum: bool,
    /// The day it ends on as counted.
    pub(super) ends: Day,
    /// The due date: never before the invoice nor the delivery.
    pub(super) due_on: Day,
}

impl Maximum {
    fn new(days: &'static str, start: Start, source: &'static str) -> Self {
        Self { days, start, end_of_month: None, added: None, source }
    }

    fn or_end_of_month(self, figure: &'static str) -> Self {
        Self { end_of_month: Some(figure), ..self }
    }

    /// Whether it binds where nothing is agreed too: L441-11, II, speaks of the term of payment, the other texts of the
    /// term that the parties agree on.
    fn binds_unagreed(&self) -> bool {
        self.source == "ccom-l441-11"
    }
}

/// The facts of an invoice as the law looks at them.
pub(super) struct Facts<'a> {
    pub(super) input: &'a Input,
    reference: &'a Reference,
    pub(super) regime: Regime,
    /// The end-of-month term agreed, if the agreement is one.
    pub(super) end_of_month: Option<(u32, Option<EndOfMonth>)>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(input: &'a Input, reference: &'a Reference) -> Self {
        let regime = match input.debtor.kind {
            PartyKind::Consumer => Regime::Consumer,
            PartyKind::PublicBody => Regime::Public,
            _ => Regime::Business,
        };
        let end_of_month = match input.agreed {
            Some(AgreedTerm::EndOfMonth { days, reading }) => Some((days, reading)),
            _ => None,
        };
        Self { input, reference, regime, end_of_month }
    }

    /// The row of a figure for this invoice: the one in force when it was issued, else the oldest known.
    pub(super) fn row(&self, id: &str) -> Option<&Row> {
        let figure = self.figure(id)?;
        figure.on(self.input.issued_on).or_else(|| figure.rows.first())
    }

    /// A figure that the given reference lacks is taken as published.
    fn figure(&self, id: &str) -> Option<&Figure> {
        self.reference.figure(id).or_else(|| Reference::published().figure(id))
    }

    /// Whether the figure was in force when the invoice was issued.
    pub(super) fn in_force(&self, id: &str) -> bool {
        self.figure(id).is_some_and(|figure| figure.on(self.input.issued_on).is_some())
    }

    pub(super) fn number(&self, id: &str) -> u32 {
        self.row(id).and_then(|row| row.value.parse().ok()).unwrap_or_default()
    }

    /// The sector whose rules are applied.
    pub(super) fn sector(&self) -> Sector {
        if self.input.sector == Sector::Unknown { Sector::General } else { self.input.sector }
    }

    /// Whether the invoice is known to gather the deliveries of a period.
    pub(super) fn is_periodic(&self) -> bool {
        self.input.periodic == Some(YesNo::Yes)
    }

    /// Whether what was agreed isn't known.
    pub(super) fn agreement_unknown(&self) -> bool {
        matches!(self.input.agreed, None | Some(AgreedTerm::Unknown))
    }

    /// Whether the term runs from customs clearance: goods imported overseas by a business (L441-13).
    pub(super) fn overseas(&self) -> bool {
        let concerned = !matches!(self.sector(), Sector::Carriage | Sector::Export);
        self.regime == Regime::Business && self.input.debtor.place == Place::Overseas && concerned
    }

    /// The day a term is counted from.
    pub(super) fn start(&self, start: Start) -> Day {
        let input = self.input;
        let delivered = input.delivered_on.unwrap_or(input.issued_on);
        match start {
            Start::Invoice if self.regime == Regime::Public => {
                let presumed = || input.issued_on.plus_days(self.number("termPublicReceipt"));
                input.received_on.unwrap_or_else(presumed).max(delivered)
            }
            Start::Invoice if self.overseas() => input.issued_on.max(delivered),
            Start::Invoice => input.issued_on,
            Start::Delivery => delivered,
            Start::Decade => end_of_decade(delivered),
            Start::DeliveryMonth => end_of_month(delivered),
        }
    }

    /// The longest term the law allows for this invoice; none for a consumer.
    pub(super) fn maximum(&self) -> Option<Maximum> {
        match self.regime {
            Regime::Consumer => None,
            Regime::Public => {
                let (days, source) = match self.input.debtor.public_kind {
                    Some(PublicKind::Hospital) => ("termPublicHospital", "ccp-r2192-11"),
                    Some(PublicKind::PublicUndertaking) => ("termPublicUndertaking", "ccp-r2192-11"),
                    Some(PublicKind::State | PublicKind::Local) | None => ("termPublic", "ccp-r2192-10"),
                };
                Some(Maximum::new(days, Start::Invoice, source))
            }
            Regime::Business => Some(self.business_maximum()),
        }
    }

    fn business_maximum(&self) -> Maximum {
        let invoice = |days, source| Maximum::new(days, Start::Invoice, source);
        let delivery = |days, start| Maximum::new(days, start, "ccom-l441-11");
        let seasonal = |days| invoice(days, "ccom-d441-5-1");
        let general = if self.end_of_month.is_some() {
            invoice("termMaximum", "ccom-l441-10").or_end_of_month("termEndOfMonth")
        } else {
            invoice("termMaximum", "ccom-l441-10")
        };
        match self.sector() {
            Sector::General if self.is_periodic() => invoice("termPeriodicInvoice", "ccom-l441-10"),
            Sector::General | Sector::Unknown => general,
            Sector::Perishable if self.is_periodic() || !self.in_force("termPerishable") => {
                delivery("termPerishableDecade", Start::Decade)
            }
            Sector::Perishable => delivery("termPerishable", Start::Delivery),
            Sector::Meat => delivery("termMeat", Start::Delivery),
            Sector::Spirits => delivery("termSpirits", Start::DeliveryMonth),
            Sector::Wine => invoice("termWine", "ccom-l441-11").or_end_of_month("termWineEndOfMonth"),
            Sector::Carriage => invoice("termCarriage", "ccom-l441-11"),
            Sector::Export => invoice("termExport", "ccom-l441-12"),
            Sector::GardenMachinery => seasonal("termMaximum").or_end_of_month("termGardenMachinery"),
            Sector::AgriculturalMachinery => seasonal("termMaximum").or_end_of_month("termAgriculturalMachinery"),
            Sector::SnowSports => Maximum { added: Some("termSnowSports"), source: "ccom-d441-5-1", ..general },
            Sector::Leather => seasonal("termMaximum").or_end_of_month("termLeather"),
            Sector::Jewellery => seasonal("termJewellery").or_end_of_month("termJewelleryEndOfMonth"),
            Sector::Toys if self.input.issued_on.month() < self.number("termToysYearEndMonth") => seasonal("termToys"),
            Sector::Toys => seasonal("termToysYearEnd"),
        }
    }

    /// The last day of a maximum, never before the invoice.
    pub(super) fn last_day(&self, maximum: &Maximum) -> Day {
        self.last_day_as_read(maximum, self.end_of_month.and_then(|(_, reading)| reading))
    }

    /// The same, by one reading of « fin de mois ».
    pub(super) fn last_day_as_read(&self, maximum: &Maximum, reading: Option<EndOfMonth>) -> Day {
        self.longest(maximum, reading).last_day().max(self.input.issued_on)
    }

    /// A maximum counted out: so many days or, where it ends later, so many days « fin de mois » by the reading given, else
    /// by the later of both.
    pub(super) fn longest(&self, maximum: &Maximum, reading: Option<EndOfMonth>) -> Longest {
        let days = self.number(maximum.days);
        let ends = self.start(maximum.start).plus_days(days);
        let added = maximum.added.map_or(0, |figure| self.number(figure));
        let mut longest = Longest { days, start: maximum.start, end_of_month: None, ends, added };
        let Some(figure) = maximum.end_of_month else { return longest };
        let days = self.number(figure);
        for one in [EndOfMonth::ThenEnd, EndOfMonth::EndThen] {
            let ends = self.end_of_month_day(days, Some(one));
            if ends > longest.ends && reading.is_none_or(|reading| reading == one) {
                longest = Longest { days, end_of_month: Some(one), ends, ..longest };
            }
        }
        longest
    }

    /// So many days « fin de mois » from the invoice: as read, else the later of both readings.
    pub(super) fn end_of_month_day(&self, days: u32, reading: Option<EndOfMonth>) -> Day {
        let read = |reading| end_of_month_term(self.start(Start::Invoice), days, reading);
        reading.map_or_else(|| read(EndOfMonth::ThenEnd).max(read(EndOfMonth::EndThen)), read)
    }

    /// When the invoice must be paid where nothing is agreed: at delivery for a consumer, else after the term of the law,
    /// which the maximum of a sector may shorten.
    pub(super) fn unagreed(&self) -> Unagreed {
        let delivered = self.start(Start::Delivery);
        let usual = delivered.plus_days(self.number("termDefault"));
        let (by_maximum, ends) = match (self.regime, self.maximum()) {
            (Regime::Business, Some(maximum)) => {
                let last_day = self.longest(&maximum, None).last_day();
                if maximum.binds_unagreed() && last_day < usual { (true, last_day) } else { (false, usual) }
            }
            (_, Some(maximum)) => (true, self.last_day(&maximum)),
            (_, None) => (false, delivered),
        };
        Unagreed { by_maximum, ends, due_on: ends.max(delivered).max(self.input.issued_on) }
    }

    /// The latest due date the law allows.
    pub(super) fn lawful_due_on(&self, agreed: Option<Day>) -> Day {
        match (self.maximum(), agreed) {
            (Some(maximum), Some(_)) => self.last_day(&maximum),
            (None, Some(agreed)) => agreed,
            (_, None) => self.unagreed().due_on,
        }
    }

    /// The same, were a fact another one.
    pub(super) fn lawful_due_on_if(&self, agreed: Option<Day>, change: impl FnOnce(&mut Input)) -> Day {
        let mut input = self.input.clone();
        change(&mut input);
        Facts::new(&input, self.reference).lawful_due_on(agreed)
    }

    /// When the invoice must be paid by the agreement of the parties, if they made one.
    pub(super) fn agreed(&self) -> Option<Day> {
        match self.input.agreed? {
            AgreedTerm::Date { on } => Some(on),
            AgreedTerm::Days { days } => Some(self.start(Start::Invoice).plus_days(days)),
            AgreedTerm::EndOfMonth { days, reading } => Some(self.end_of_month_day(days, reading)),
            AgreedTerm::None | AgreedTerm::Unknown => None,
        }
    }
}

/// So many days « fin de mois » after a day, by one reading.
pub(super) fn end_of_month_term(from: Day, days: u32, reading: EndOfMonth) -> Day {
    match reading {
        EndOfMonth::ThenEnd => end_of_month(from.plus_days(days)),
        EndOfMonth::EndThen => end_of_month(from).plus_days(days),
    }
}

/// The last day of the month.
pub(super) fn end_of_month(day: Day) -> Day {
    first_of_month(day).plus_months(1).eve()
}

fn first_of_month(day: Day) -> Day {
    day.minus_days(day.day_of_month() - 1)
}

/// The 10th, the 20th or the last day of the month: the days of a month are delivered in three « décades ».
fn end_of_decade(day: Day) -> Day {
    const DAYS: u32 = 10;
    match day.day_of_month() {
        ..=10 => first_of_month(day).plus_days(DAYS - 1),
        11..=20 => first_of_month(day).plus_days(2 * DAYS - 1),
        _ => end_of_month(day),
    }
}
