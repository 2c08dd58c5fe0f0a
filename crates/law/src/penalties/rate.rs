//! Which rate holds on which day.
//!
//! - Between businesses (C. com. L441-10, II): the refinancing rate of 1 January or 1 July and ten points, unless
//!   another rate is agreed, which can't be under three times the legal rate. It moves with each half-year.
//! - From a public buyer (CCP R2192-31): the same rate and eight points, frozen at the half-year in which interest began;
//!   nothing else can be agreed (CCP L2192-14).
//! - From a consumer (C. civ. 1231-6): the legal rate of each half-year, or the rate of the contract.
//! - After a judgment (C. civ. 1231-7, CMF L313-3): the legal rate of each half-year, and five points more from two months
//!   after service.
//!
//! A [`Schedule`] holds the rates of all invoices of an input, worked out once for each half-year.

use super::accrual::Yearly;
use super::basis::Basis;
use super::figures::{Figures, HalfYearly};
use super::input::{BelowFloor, CreditorKind, Input, Rate, Regime};
use crate::reference::{Figure, Row};
use crate::{Day, HalfYear, Percent};

/// The rate of a day, and what it rests on.
pub(super) struct Terms<'a> {
    pub(super) percent: Percent,
    /// The same, ready to be counted with.
    pub(super) yearly: Yearly,
    pub(super) basis: Basis,
    /// Whether it rests on a half-year that isn't published yet.
    pub(super) provisional: bool,
    /// The id of the text that makes it the rate.
    pub(super) source: &'static str,
    /// The rate before it is held against the floor.
    pub(super) agreed: Percent,
    /// Three times the legal rate, where it is known; the business regime alone has such a floor.
    pub(super) floor: Option<Percent>,
    /// Whether that floor binds this rate: one that was agreed.
    pub(super) bound_by_floor: bool,
    /// The published figures it is made of.
    pub(super) rows: Vec<&'a Row>,
}

/// A day before the first half-year for which its rate is known.
#[derive(Clone, Copy)]
pub(super) struct Unknown<'a> {
    /// The half-year of that day.
    pub(super) half: HalfYear,
    /// The figure that doesn't go back so far.
    pub(super) figure: &'a Figure,
}

/// Days of one half-year that all have the same terms.
pub(super) struct Period<'a> {
    pub(super) half: HalfYear,
    pub(super) to: Day,
    pub(super) terms: Result<Terms<'a>, Unknown<'a>>,
}

/// Consecutive days at one rate.
pub(super) struct Stretch<'s, 'a> {
    pub(super) terms: &'s Terms<'a>,
    pub(super) to: Day,
    /// Whether one of the days rests on a half-year that isn't published yet.
    pub(super) provisional: bool,
}

/// The rates from one day to another.
pub(super) struct Schedule<'a> {
    /// In the order of time, without gap, at least one.
    periods: Vec<Period<'a>>,
    course: Course,
}

/// What the end of a period does to the rate of an invoice.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Course {
    /// A new rate, though its figure may be the same.
    Moves,
    /// The same rate, unless its figure changes.
    Stays,
    /// Nothing: the rate of the first day holds to the end.
    Frozen,
}

#[derive(Clone, Copy)]
enum Rule {
    Refinancing(Points),
    Legal { creditor: CreditorKind, simple_until: Option<Day> },
    LegalMultiple(Percent),
    LegalPlus(Percent),
    Fixed(Percent),
}

/// Points over the refinancing rate.
#[derive(Clone, Copy)]
enum Points {
    StatutoryBusiness,
    StatutoryPublic,
    Agreed(Percent),
}

impl<'a> Schedule<'a> {
    /// The rates of an input, for every day from one to the other.
    pub(super) fn new(input: &Input, figures: &Figures<'a>, from: Day, to: Day) -> Self {
        let (rule, source) = match input.regime {
            Regime::Business => (business_rule(input.rate), "ccom-l441-10"),
            Regime::Public => (Rule::Refinancing(Points::StatutoryPublic), "ccp-r2192-31"),
            Regime::Consumer => match input.rate {
                Rate::Fixed { percent } => (Rule::Fixed(percent), "cciv-1343-1"),
                _ => (Rule::Legal { creditor: input.creditor, simple_until: None }, "cciv-1231-6"),
            },
            Regime::Judgment => {
                let simple_until = input.served_on.and_then(|served_on| figures.simple_rate_until(served_on));
                (Rule::Legal { creditor: input.creditor, simple_until }, "cciv-1231-7")
            }
        };
        let course = match (input.regime, rule) {
            (Regime::Public, _) => Course::Frozen,
            (_, Rule::Fixed(_)) => Course::Stays,
            _ => Course::Moves,
        };
        let terms = TermsOf { input, figures, rule, source };
        let mut periods = Vec::new();
        let mut day = from;
        loop {
            let half = HalfYear::of(day);
            let end = match rule {
                Rule::Legal { simple_until: Some(until), .. } if day <= until => half.last_day().min(until),
                _ => half.last_day(),
            };
            periods.push(Period { half, to: end, terms: terms.on(day, half) });
            if end >= to {
                return Self { periods, course };
            }
            day = end.next();
        }
    }

    /// Which period a day is in; the last one for a day past it.
    pub(super) fn index(&self, day: Day) -> usize {
        self.periods.partition_point(|period| period.to < day).min(self.periods.len() - 1)
    }

    /// The terms on a day, for an invoice whose interest began in the period `first`.
    pub(super) fn terms(&self, first: usize, day: Day) -> Result<&Terms<'a>, Unknown<'a>> {
        let index = if self.course == Course::Frozen { first } else { self.index(day) };
        self.terms_of(index)
    }

    /// The days from `from` on at its rate, `limit` at the latest, for an invoice whose interest began in the period `first`.
    pub(super) fn stretch(&self, first: usize, from: Day, limit: Day) -> Result<Stretch<'_, 'a>, Unknown<'a>> {
        let at = self.index(from);
        match self.course {
            Course::Frozen => {
                let terms = self.terms_of(first)?;
                Ok(Stretch { terms, to: limit, provisional: terms.provisional })
            }
            Course::Moves => {
                let terms = self.terms_of(at)?;
                Ok(Stretch { terms, to: self.periods[at].to.min(limit), provisional: terms.provisional })
            }
            Course::Stays => {
                let terms = self.terms_of(at)?;
                let mut provisional = terms.provisional;
                let mut last = at;
                while self.periods[last].to < limit {
                    let next = self.terms_of(last + 1)?;
                    if next.percent != terms.percent {
                        break;
                    }
                    provisional |= next.provisional;
                    last += 1;
                }
                Ok(Stretch { terms, to: self.periods[last].to.min(limit), provisional })
            }
        }
    }

    /// The periods whose terms the days from one to the other have, for an invoice whose interest began on `first`.
    pub(super) fn periods_of(&self, first: Day, from: Day, to: Day) -> std::ops::RangeInclusive<usize> {
        match self.course {
            Course::Frozen => self.index(first)..=self.index(first),
            Course::Moves | Course::Stays => self.index(from)..=self.index(to),
        }
    }

    /// Every period.
    pub(super) fn periods(&self) -> &[Period<'a>] {
        &self.periods
    }

    fn terms_of(&self, index: usize) -> Result<&Terms<'a>, Unknown<'a>> {
        self.periods[index].terms.as_ref().map_err(|unknown| *unknown)
    }
}

/// What the terms of each period are made from.
struct TermsOf<'s, 'a> {
    input: &'s Input,
    figures: &'s Figures<'a>,
    rule: Rule,
    source: &'static str,
}

impl<'a> TermsOf<'_, 'a> {
    fn on(&self, day: Day, half: HalfYear) -> Result<Terms<'a>, Unknown<'a>> {
        let mut terms = self.before_floor(day, half)?;
        if self.input.regime != Regime::Business {
            return Ok(terms);
        }
        let floor = self.floor(half);
        terms.floor = floor.as_ref().ok().map(|(percent, _)| *percent);
        terms.bound_by_floor = !self.is_statutory(half);
        if terms.bound_by_floor && self.input.below_floor == BelowFloor::Raise {
            let (percent, legal) = floor?;
            if terms.percent < percent {
                terms.percent = percent;
                terms.yearly = Yearly::of(percent);
                terms.basis = Basis::Floor;
                terms.provisional = !legal.published;
                terms.rows = vec![legal.row];
            }
        }
        Ok(terms)
    }

    fn before_floor(&self, day: Day, half: HalfYear) -> Result<Terms<'a>, Unknown<'a>> {
        let figures = self.figures;
        let value = |figure: &'a Figure| HalfYearly::of(figure, half).ok_or(Unknown { half, figure });
        let legal = |creditor| value(figures.legal_rate(creditor));
        let terms = |percent, basis, rate: HalfYearly<'a>| self.terms(percent, basis, !rate.published, vec![rate.row]);
        Ok(match self.rule {
            Rule::Refinancing(points) => {
                let margin = match points {
                    Points::StatutoryBusiness => Some(value(figures.statutory_margin_business)?),
                    Points::StatutoryPublic => Some(value(figures.statutory_margin_public)?),
                    Points::Agreed(_) => None,
                };
                let points = match points {
                    Points::Agreed(points) => points,
                    _ => margin.map(HalfYearly::percent).unwrap_or_default(),
                };
                let rate = value(figures.refinancing_rate)?;
                let mut terms = terms(rate.percent() + points, Basis::RefinancingPlus(points), rate);
                terms.rows.extend(margin.map(|margin| margin.row));
                terms
            }
            Rule::Legal { creditor, simple_until } => {
                let rate = legal(creditor)?;
                if simple_until.is_none_or(|until| day <= until) {
                    terms(rate.percent(), Basis::Legal, rate)
                } else {
                    let increase = value(figures.judgment_increase)?;
                    let mut terms = terms(rate.percent() + increase.percent(), Basis::LegalPlus(increase.percent()), rate);
                    terms.source = "cmf-l313-3";
                    terms.rows.push(increase.row);
                    terms
                }
            }
            Rule::LegalMultiple(multiple) => {
                let rate = legal(CreditorKind::Business)?;
                terms(rate.percent() * multiple.decimal(), Basis::LegalMultiple(multiple), rate)
            }
            Rule::LegalPlus(points) => {
                let rate = legal(CreditorKind::Business)?;
                terms(rate.percent() + points, Basis::LegalPlus(points), rate)
            }
            Rule::Fixed(percent) => self.terms(percent, Basis::Fixed, false, Vec::new()),
        })
    }

    fn terms(&self, percent: Percent, basis: Basis, provisional: bool, rows: Vec<&'a Row>) -> Terms<'a> {
        Terms {
            percent,
            yearly: Yearly::of(percent),
            basis,
            provisional,
            source: self.source,
            agreed: percent,
            floor: None,
            bound_by_floor: false,
            rows,
        }
    }

    /// Whether the rate is that of the law, or an agreement that only restates it.
    fn is_statutory(&self, half: HalfYear) -> bool {
        self.input.rate.restates_the_law(self.figures, half)
    }

    fn floor(&self, half: HalfYear) -> Result<(Percent, HalfYearly<'a>), Unknown<'a>> {
        let value = |figure: &'a Figure| HalfYearly::of(figure, half).ok_or(Unknown { half, figure });
        let legal = value(self.figures.legal_rate(CreditorKind::Business))?;
        let multiple = value(self.figures.floor_multiple)?;
        Ok((legal.percent() * multiple.percent().decimal(), legal))
    }
}

impl Rate {
    /// Whether, between businesses, it is the rate of the law in that half-year.
    pub(super) fn restates_the_law(self, figures: &Figures<'_>, half: HalfYear) -> bool {
        match self {
            Self::Statutory => true,
            Self::RefinancingPlus { points } => {
                HalfYearly::of(figures.statutory_margin_business, half).is_some_and(|margin| margin.percent() == points)
            }
            Self::Fixed { .. } | Self::Monthly { .. } | Self::LegalMultiple { .. } | Self::LegalPlus { .. } => false,
        }
    }
}

fn business_rule(rate: Rate) -> Rule {
    match rate {
        Rate::Statutory => Rule::Refinancing(Points::StatutoryBusiness),
        Rate::RefinancingPlus { points } => Rule::Refinancing(Points::Agreed(points)),
        Rate::LegalMultiple { multiple } => Rule::LegalMultiple(multiple),
        Rate::LegalPlus { points } => Rule::LegalPlus(points),
        Rate::Fixed { .. } | Rate::Monthly { .. } => Rule::Fixed(rate.yearly_percent().unwrap_or_default()),
    }
}
