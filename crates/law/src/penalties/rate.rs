//! Which rate holds on which day.
//!
//! - Between businesses (C. com. L441-10, II): the refinancing rate of 1 January or 1 July and ten points, unless
//!   another rate is agreed, which can't be under three times the legal rate. It moves with each half-year.
//! - From a public buyer (CCP R2192-31): the same rate and eight points, frozen at the half-year in which interest began;
//!   nothing else can be agreed (CCP L2192-14).
//! - From a consumer (C. civ. 1231-6): the legal rate of each half-year, or the rate of the contract.
//! - After a judgment (C. civ. 1231-7, CMF L313-3): the legal rate of each half-year, and five points more from two months
//!   after service.

use super::basis::Basis;
use super::figures::{Figures, HalfYearly};
use super::input::{BelowFloor, CreditorKind, Input, Rate, Regime};
use crate::reference::{Figure, Row};
use crate::{Day, HalfYear, Percent};

/// The rate of a day, and what it rests on.
pub(super) struct Terms<'a> {
    pub(super) percent: Percent,
    pub(super) basis: Basis,
    /// Whether it rests on a half-year that isn't published yet.
    pub(super) provisional: bool,
    /// The id of the text that makes it the rate.
    pub(super) source: &'static str,
    /// The rate before it is held against the floor.
    pub(super) agreed: Percent,
    /// Three times the legal rate, where it is known; the business regime alone has such a floor.
    pub(super) floor: Option<Percent>,
    /// The published figures it is made of.
    pub(super) rows: Vec<&'a Row>,
}

/// Consecutive days at one rate.
pub(super) struct Stretch<'a> {
    pub(super) terms: Terms<'a>,
    pub(super) to: Day,
    /// Whether one of the days rests on a half-year that isn't published yet.
    pub(super) provisional: bool,
}

/// A day before the first half-year for which its rate is known.
pub(super) struct Unknown {
    /// The half-year of that day.
    pub(super) half: HalfYear,
    /// The first half-year that is known.
    pub(super) from: Option<HalfYear>,
}

/// The rates of one invoice, day by day.
pub(super) struct Schedule<'a> {
    figures: &'a Figures<'a>,
    rule: Rule,
    source: &'static str,
    floor: Floor,
}

/// What three times the legal rate does to a rate.
#[derive(Clone, Copy)]
enum Floor {
    /// Nothing: it exists between businesses only.
    None,
    /// It is worth knowing, but binds agreements, not the law's own rate.
    Shown,
    /// No agreed rate may be under it.
    Binds(BelowFloor),
}

#[derive(Clone, Copy)]
enum Rule {
    Refinancing { points: Points, frozen_at: Option<HalfYear> },
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
    /// The rates of an invoice whose first bearing day is `first`.
    pub(super) fn new(input: &Input, figures: &'a Figures<'a>, first: Day) -> Self {
        let (rule, source) = match input.regime {
            Regime::Business => (business_rule(agreed_rate(input, figures, first)), "ccom-l441-10"),
            Regime::Public => {
                (Rule::Refinancing { points: Points::StatutoryPublic, frozen_at: Some(HalfYear::of(first)) }, "ccp-r2192-31")
            }
            Regime::Consumer => match input.rate {
                Rate::Fixed { percent } => (Rule::Fixed(percent), "cciv-1343-1"),
                _ => (Rule::Legal { creditor: input.creditor, simple_until: None }, "cciv-1231-6"),
            },
            Regime::Judgment => {
                let simple_until = input.served_on.and_then(|served_on| figures.simple_rate_until(served_on));
                (Rule::Legal { creditor: input.creditor, simple_until }, "cciv-1231-7")
            }
        };
        let floor = match (input.regime, rule) {
            (Regime::Business, Rule::Refinancing { points: Points::StatutoryBusiness, .. }) => Floor::Shown,
            (Regime::Business, _) => Floor::Binds(input.below_floor),
            _ => Floor::None,
        };
        Self { figures, rule, source, floor }
    }

    /// The rate of that day.
    pub(super) fn terms(&self, day: Day) -> Result<Terms<'a>, Unknown> {
        let half = HalfYear::of(day);
        let mut terms = self.before_floor(day, half)?;
        if matches!(self.floor, Floor::None) {
            return Ok(terms);
        }
        let floor = self.floor_of(half);
        terms.floor = floor.map(|(percent, _)| percent);
        if matches!(self.floor, Floor::Binds(BelowFloor::Raise)) {
            let (percent, legal) = floor.ok_or_else(|| unknown(self.figures.legal_rate(CreditorKind::Business), half))?;
            if terms.percent < percent {
                terms.percent = percent;
                terms.basis = Basis::Floor;
                terms.provisional = !legal.published;
                terms.rows = vec![legal.row];
            }
        }
        Ok(terms)
    }

    /// The days from `from` on at its rate, `limit` at the latest.
    pub(super) fn stretch(&self, from: Day, limit: Day) -> Result<Stretch<'a>, Unknown> {
        let terms = self.terms(from)?;
        let mut provisional = terms.provisional;
        let mut to = self.turn(from);
        // A rate that moves makes a new line each half-year even where the figure stays the same; one that doesn't, only
        // where the floor changes its percent.
        while !self.moves() && to < limit {
            let next = self.terms(to.next())?;
            if next.percent != terms.percent {
                break;
            }
            provisional |= next.provisional;
            to = self.turn(to.next());
        }
        Ok(Stretch { terms, to: to.min(limit), provisional })
    }

    /// Whether this is an agreed rate, which the floor binds.
    pub(super) fn is_bound_by_floor(&self) -> bool {
        matches!(self.floor, Floor::Binds(_))
    }

    /// The last day on which the terms of `day` can't have changed.
    fn turn(&self, day: Day) -> Day {
        let last = HalfYear::of(day).last_day();
        match self.rule {
            Rule::Legal { simple_until: Some(until), .. } if day <= until => last.min(until),
            _ => last,
        }
    }

    fn moves(&self) -> bool {
        !matches!(self.rule, Rule::Fixed(_) | Rule::Refinancing { frozen_at: Some(_), .. })
    }

    fn before_floor(&self, day: Day, half: HalfYear) -> Result<Terms<'a>, Unknown> {
        let figures = self.figures;
        let value = |figure: &'a Figure, half| HalfYearly::of(figure, half).ok_or_else(|| unknown(figure, half));
        let legal = |creditor| value(figures.legal_rate(creditor), half);
        let terms = |percent, basis, rate: HalfYearly<'a>| Terms {
            percent,
            basis,
            provisional: !rate.published,
            source: self.source,
            agreed: percent,
            floor: None,
            rows: vec![rate.row],
        };
        Ok(match self.rule {
            Rule::Refinancing { points, frozen_at } => {
                let half = frozen_at.unwrap_or(half);
                let (points, margin) = match points {
                    Points::StatutoryBusiness => margin(figures.statutory_margin_business, half)?,
                    Points::StatutoryPublic => margin(figures.statutory_margin_public, half)?,
                    Points::Agreed(points) => (points, None),
                };
                let rate = value(figures.refinancing_rate, half)?;
                let mut terms = terms(rate.percent() + points, Basis::RefinancingPlus(points), rate);
                terms.rows.extend(margin);
                terms
            }
            Rule::Legal { creditor, simple_until } => {
                let rate = legal(creditor)?;
                if simple_until.is_none_or(|until| day <= until) {
                    terms(rate.percent(), Basis::Legal, rate)
                } else {
                    let (points, increase) = margin(figures.judgment_increase, half)?;
                    let mut terms = terms(rate.percent() + points, Basis::LegalPlus(points), rate);
                    terms.source = "cmf-l313-3";
                    terms.rows.extend(increase);
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
            Rule::Fixed(percent) => Terms {
                percent,
                basis: Basis::Fixed,
                provisional: false,
                source: self.source,
                agreed: percent,
                floor: None,
                rows: Vec::new(),
            },
        })
    }

    fn floor_of(&self, half: HalfYear) -> Option<(Percent, HalfYearly<'a>)> {
        let legal = HalfYearly::of(self.figures.legal_rate(CreditorKind::Business), half)?;
        let multiple = self.figures.floor_multiple.begun_by(half.first_day())?.decimal();
        Some((legal.percent() * multiple, legal))
    }
}

/// The rate agreed between businesses; the law's own where an agreement only restates it.
fn agreed_rate(input: &Input, figures: &Figures<'_>, first: Day) -> Rate {
    let margin = figures.statutory_margin_business.begun_by(first).map(|row| Percent::from(row.decimal()));
    match input.rate {
        Rate::RefinancingPlus { points } if Some(points) == margin => Rate::Statutory,
        rate => rate,
    }
}

fn business_rule(rate: Rate) -> Rule {
    match rate {
        Rate::Statutory => Rule::Refinancing { points: Points::StatutoryBusiness, frozen_at: None },
        Rate::RefinancingPlus { points } => Rule::Refinancing { points: Points::Agreed(points), frozen_at: None },
        Rate::LegalMultiple { multiple } => Rule::LegalMultiple(multiple),
        Rate::LegalPlus { points } => Rule::LegalPlus(points),
        Rate::Fixed { .. } | Rate::Monthly { .. } => Rule::Fixed(rate.yearly_percent().unwrap_or_default()),
    }
}

/// The points the law adds in that half-year, and where they were read.
fn margin(figure: &Figure, half: HalfYear) -> Result<(Percent, Option<&Row>), Unknown> {
    let row = figure.begun_by(half.first_day()).ok_or_else(|| unknown(figure, half))?;
    Ok((Percent::from(row.decimal()), Some(row)))
}

fn unknown(figure: &Figure, half: HalfYear) -> Unknown {
    // A rate that began within a half-year first counts for the next.
    let from = figure.known_from().map(|day| {
        let first = HalfYear::of(day);
        if first.first_day() == day { first } else { first.next() }
    });
    Unknown { half, from }
}
