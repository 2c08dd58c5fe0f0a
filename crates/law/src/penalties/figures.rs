//! The dated figures that the rules of late penalties read.

use crate::reference::{Figure, Row};
use crate::{Code, Day, HalfYear, Money, Percent, Problems, Reference};

use super::input::CreditorKind;

/// The figures of one [`Reference`] that this module reads, found once.
pub(super) struct Figures<'a> {
    pub(super) refinancing_rate: &'a Figure,
    legal_rate_business: &'a Figure,
    legal_rate_individual: &'a Figure,
    pub(super) statutory_margin_business: &'a Figure,
    pub(super) statutory_margin_public: &'a Figure,
    pub(super) floor_multiple: &'a Figure,
    pub(super) judgment_increase: &'a Figure,
    judgment_increase_months: &'a Figure,
    recovery_indemnity: Vec<(&'a Row, Money)>,
}

impl<'a> Figures<'a> {
    /// The figures, or which one the reference lacks.
    pub(super) fn find(reference: &'a Reference) -> Result<Self, Problems> {
        let figure = |id: &str| {
            reference.figure(id).ok_or_else(|| {
                let message = format!("Les données de référence ne contiennent pas « {id} », nécessaire à ce calcul.");
                Problems::one(Code::RateUnknown, "", message)
            })
        };
        Ok(Self {
            refinancing_rate: figure("refinancingRate")?,
            legal_rate_business: figure("legalRateBusiness")?,
            legal_rate_individual: figure("legalRateIndividual")?,
            statutory_margin_business: figure("statutoryMarginBusiness")?,
            statutory_margin_public: figure("statutoryMarginPublic")?,
            floor_multiple: figure("floorMultiple")?,
            judgment_increase: figure("judgmentIncrease")?,
            judgment_increase_months: figure("judgmentIncreaseMonths")?,
            recovery_indemnity: figure("recoveryIndemnity")?.rows.iter().map(|row| (row, Money::round(row.decimal()))).collect(),
        })
    }

    /// The legal rate, by who is owed.
    pub(super) fn legal_rate(&self, creditor: CreditorKind) -> &'a Figure {
        match creditor {
            CreditorKind::Business => self.legal_rate_business,
            CreditorKind::Individual => self.legal_rate_individual,
        }
    }

    /// The day up to which the legal rate stays simple after service of a decision.
    pub(super) fn simple_rate_until(&self, served_on: Day) -> Option<Day> {
        // A decision served before the first text known is under it since then.
        let months = self.judgment_increase_months.begun_by(served_on).or(self.judgment_increase_months.rows.first())?;
        Some(served_on.plus_months(u32::try_from(months.decimal()).ok()?))
    }

    /// Whether every rate of that half-year is published.
    pub(super) fn is_published(&self, half: HalfYear) -> bool {
        [self.refinancing_rate, self.legal_rate_business, self.legal_rate_individual]
            .into_iter()
            .all(|figure| is_published(figure, half))
    }

    /// The indemnity of an invoice that is late from that day on; nothing before the law granted one.
    pub(super) fn indemnity(&self, late_from: Day) -> Option<Money> {
        self.recovery_indemnity.iter().rev().find(|(row, _)| row.holds_on(late_from)).map(|(_, amount)| *amount)
    }

    /// The first day of lateness for which the law grants one.
    pub(super) fn indemnity_from(&self) -> Option<Day> {
        self.recovery_indemnity.first().map(|(row, _)| row.from)
    }
}

/// The value of a figure for a half-year: the one in force on its first day.
#[derive(Clone, Copy)]
pub(super) struct HalfYearly<'a> {
    pub(super) row: &'a Row,
    /// Whether that half-year is published; else the row is the last known.
    pub(super) published: bool,
}

impl<'a> HalfYearly<'a> {
    /// The value for that half-year, or nothing before the first known.
    pub(super) fn of(figure: &'a Figure, half: HalfYear) -> Option<Self> {
        let anchor = half.first_day();
        let row = figure.begun_by(anchor)?;
        Some(Self { row, published: is_published(figure, half) })
    }

    pub(super) fn percent(self) -> Percent {
        Percent::from(self.row.decimal())
    }
}

fn is_published(figure: &Figure, half: HalfYear) -> bool {
    figure.known_until.is_none_or(|known_until| half.first_day() <= known_until)
}
