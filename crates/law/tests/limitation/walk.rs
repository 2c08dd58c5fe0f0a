//! An independent computation: days are numbers of a calendar written here, periods a table written here, and limitation
//! a walk from one day to the next.

use std::sync::OnceLock;

use dument_law::limitation::{ClaimKind, Input, PayableIn};
use dument_law::working_day::Territory;
use dument_law::{Day, Event, EventKind, Outcome};

/// A day: how many days after Monday 1 January 1900.
type Number = usize;

/// Every day from 1900 to 2299 as year, month, day of the month; its place is its number.
fn calendar() -> &'static [(i32, u32, u32)] {
    static CALENDAR: OnceLock<Vec<(i32, u32, u32)>> = OnceLock::new();
    CALENDAR.get_or_init(|| {
        let mut days = Vec::new();
        for year in 1900..2300 {
            let february = if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) { 29 } else { 28 };
            for (month, length) in (1..).zip([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
                days.extend((1..=length).map(|day| (year, month, day)));
            }
        }
        days
    })
}

/// The number of a date, or of the last day of its month where there is no such day.
fn number(year: i32, month: u32, day: u32) -> Number {
    calendar().binary_search(&(year, month, day)).unwrap_or_else(|next| next - 1)
}

fn of(day: Day) -> Number {
    number(day.year(), day.month(), day.day_of_month())
}

fn whole(years: u32) -> i32 {
    i32::try_from(years).expect("few years")
}

fn months_after(start: Number, months: u32) -> Number {
    let (year, month, day) = calendar()[start];
    let count = month - 1 + months;
    number(year + whole(count / 12), count % 12 + 1, day)
}

/// The numbers of months a period had, each with the first day it had them; counted in whole years or not.
struct Law {
    lengths: Vec<(Number, u32)>,
    whole_years: bool,
}

fn law(claim: ClaimKind) -> Law {
    let of_2008 = number(2008, 6, 19);
    let lengths = match claim {
        ClaimKind::Business => vec![(0, 120), (of_2008, 60)],
        ClaimKind::Civil => vec![(0, 360), (of_2008, 60)],
        ClaimKind::EnforceableTitle => vec![(0, 360), (of_2008, 120)],
        ClaimKind::ResidentialRent => vec![(0, 60), (number(2014, 3, 27), 36)],
        ClaimKind::CommercialRent => vec![(0, 60)],
        ClaimKind::Public => vec![(0, 48)],
        ClaimKind::AcceptedBill => vec![(0, 36)],
        ClaimKind::Consumer | ClaimKind::InsurancePremium => vec![(0, 24)],
        ClaimKind::Cheque => vec![(0, 6)],
        _ => vec![(0, 12)],
    };
    Law { lengths, whole_years: claim == ClaimKind::Public }
}

impl Law {
    fn last(&self, opened: Number) -> Number {
        let months =
            self.lengths.iter().rev().find(|(from, _)| *from <= opened).expect("the first holds from the first day on").1;
        if self.whole_years {
            return number(calendar()[opened].0 + whole(months / 12), 12, 31);
        }
        months_after(opened, months)
    }

    fn starts(&self, opened: Number) -> Number {
        if self.whole_years { number(calendar()[opened].0 + 1, 1, 1) } else { opened }
    }
}

/// The day that opens the cautious period and the later one that can be pleaded; nothing where a date is missing.
fn opening(input: &Input) -> Option<(Number, Number)> {
    let [due, performed, concluded, issued] =
        [input.due_on, input.performed_on, input.concluded_on, input.issued_on].map(|d| d.map(of));
    let earlier = match (due, performed) {
        (Some(due), Some(performed)) => Some(due.min(performed)),
        (due, performed) => due.or(performed),
    };
    let opened = match input.claim {
        ClaimKind::Business | ClaimKind::Civil | ClaimKind::Consumer => {
            return earlier.map(|day| (day, due.unwrap_or(day).max(day)));
        }
        ClaimKind::Public | ClaimKind::Unknown => earlier,
        ClaimKind::Carriage | ClaimKind::Removal => performed,
        ClaimKind::CarriageInternational => concluded.map(|day| months_after(day, 3)),
        ClaimKind::Cheque => issued.map(|day| {
            day + match input.payable_in {
                None | Some(PayableIn::France) => 8,
                Some(PayableIn::Europe) => 20,
                Some(PayableIn::Elsewhere) => 70,
            }
        }),
        _ => due,
    };
    opened.map(|day| (day, day))
}

fn day(number: Number) -> Day {
    let (year, month, day) = calendar()[number];
    Day::new(year, month, day).expect("the calendars agree")
}

/// What the walk came to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Walked {
    pub(crate) starts_on: Day,
    /// Nothing while proceedings or a suspension are under way.
    pub(crate) last_day: Option<Day>,
    pub(crate) long_stop: Option<Day>,
}

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Interrupts,
    Acknowledges,
    Lawsuit,
    StandsStill,
}

fn role(event: &Event, claim: ClaimKind) -> Option<Role> {
    match event.kind {
        EventKind::Acknowledgment | EventKind::PaymentPlanSigned => Some(Role::Acknowledges),
        EventKind::PartPayment | EventKind::EnforcementAct => Some(Role::Interrupts),
        EventKind::WrittenDemand | EventKind::Reminder | EventKind::FormalNotice if claim == ClaimKind::Public => {
            Some(Role::Interrupts)
        }
        EventKind::RegisteredNotice if claim == ClaimKind::InsurancePremium => Some(Role::Interrupts),
        EventKind::CourtClaim | EventKind::PaymentOrderServed | EventKind::ProtectiveMeasure | EventKind::ClaimDeclared => {
            let undone = matches!(event.outcome, Some(Outcome::Withdrawn | Outcome::Lapsed | Outcome::Dismissed));
            (!undone).then_some(Role::Lawsuit)
        }
        EventKind::Mediation | EventKind::ParticipatoryProcedure | EventKind::SmallClaimsAccepted | EventKind::CourtExpert => {
            (of(event.on) >= number(2008, 6, 19)).then_some(Role::StandsStill)
        }
        _ => None,
    }
}

/// A day on which something begins or ends.
struct Turn<'a> {
    on: Number,
    ends: bool,
    role: Role,
    event: &'a Event,
    index: usize,
}

fn turns(input: &Input, opened: Number) -> Vec<Turn<'_>> {
    let mut turns = Vec::new();
    for (index, event) in input.events.iter().enumerate() {
        let on = of(event.on);
        let Some(role) = role(event, input.claim).filter(|_| on >= opened && event.on <= input.as_of) else { continue };
        turns.push(Turn { on, ends: false, role, event, index });
        let at_once = matches!(event.kind, EventKind::PaymentOrderServed | EventKind::ProtectiveMeasure);
        let end = event.until.or(at_once.then_some(event.on)).map(of);
        let six_months = input.claim == ClaimKind::Public && event.kind == EventKind::Mediation;
        let end = end.map(|end| if six_months { end.min(months_after(on, 6)) } else { end });
        if let Some(on) = end.filter(|_| matches!(role, Role::Lawsuit | Role::StandsStill)) {
            turns.push(Turn { on, ends: true, role, event, index });
        }
    }
    // On one day, the debtor speaks first, the plan that gives him the longest term last, then all else begins, then it ends. An
    // act of enforcement, which no long stop bounds, is enough by itself: whatever else interrupts that day comes before it.
    let term = |turn: &Turn<'_>| turn.event.until.filter(|_| turn.event.kind == EventKind::PaymentPlanSigned);
    let enforced = |turn: &Turn<'_>| turn.event.kind == EventKind::EnforcementAct;
    turns.sort_by_key(|turn| (turn.on, turn.ends, turn.role != Role::Acknowledges, enforced(turn), term(turn)));
    turns
}

struct Walk {
    law: Law,
    pleading: bool,
    not_before: Number,
    opened: Number,
    last: Number,
    /// Days stood still in the suspension under way.
    still: usize,
    stop: Option<Number>,
    bounded: bool,
    lawsuits: Vec<usize>,
    standstills: Vec<usize>,
}

/// Walks through the facts under the cautious reading, or the one that can be pleaded.
pub(crate) fn walk(input: &Input, pleading: bool) -> Option<Walked> {
    let (cautious, arguable) = opening(input)?;
    let mut law = law(input.claim);
    if let (ClaimKind::Business, Some(years)) = (input.claim, input.agreed_years) {
        law.lengths = vec![(0, years * 12)];
    }
    let opened = if pleading { arguable } else { cautious };
    let born = match input.claim {
        ClaimKind::CarriageInternational => of(input.concluded_on?),
        ClaimKind::Cheque => of(input.issued_on?),
        _ => cautious,
    };
    let stops = !matches!(input.claim, ClaimKind::Public | ClaimKind::EnforceableTitle) && opened == cautious;
    let mut walk = Walk {
        pleading,
        not_before: opened,
        opened,
        last: law.last(opened),
        still: 0,
        stop: stops.then(|| months_after(born, 240)),
        bounded: true,
        lawsuits: Vec::new(),
        standstills: Vec::new(),
        law,
    };
    let turns = turns(input, cautious);
    let mut next = turns.iter().peekable();
    let mut today = cautious;
    // The last reform is of 2014: past it and past the last event, nothing moves any more.
    let end = turns.last().map_or(cautious, |turn| turn.on).max(number(2014, 3, 27));
    loop {
        walk.new_law(today);
        while let Some(turn) = next.next_if(|turn| turn.on == today) {
            walk.turn(turn, input);
        }
        if today >= end {
            break;
        }
        if !walk.standstills.is_empty() && walk.lawsuits.is_empty() && today >= walk.law.starts(walk.opened) {
            walk.still += 1;
        }
        today += 1;
    }
    let pending = !walk.lawsuits.is_empty() || !walk.standstills.is_empty();
    Some(Walked {
        starts_on: day(walk.law.starts(walk.opened)),
        last_day: (!pending).then(|| day(walk.last)),
        long_stop: walk.stop.filter(|_| walk.bounded && walk.lawsuits.is_empty()).map(day),
    })
}

impl Walk {
    fn over(&self, today: Number) -> bool {
        self.lawsuits.is_empty() && self.standstills.is_empty() && self.last < today
    }

    fn new_law(&mut self, today: Number) {
        let reformed = self.law.lengths.iter().any(|(from, _)| *from == today);
        if reformed && today > self.opened && !self.over(today) {
            // Every reform known shortens.
            self.last = (self.last + self.still).min(self.law.last(today));
            self.still = 0;
        }
    }

    fn restart(&mut self, today: Number, bounded: bool) {
        let floor = self.last;
        self.opened = today.max(self.not_before);
        self.last = self.law.last(self.opened);
        self.bounded = bounded;
        self.still = 0;
        if let Some(stop) = self.stop.filter(|_| bounded) {
            self.last = self.last.min(stop.max(floor));
        }
    }

    fn turn(&mut self, turn: &Turn<'_>, input: &Input) {
        let public = input.claim == ClaimKind::Public;
        let open = if turn.role == Role::Lawsuit { &mut self.lawsuits } else { &mut self.standstills };
        if turn.ends {
            let Some(place) = open.iter().position(|index| *index == turn.index) else { return };
            open.remove(place);
            match turn.role {
                Role::Lawsuit => {
                    if turn.event.outcome == Some(Outcome::Granted) {
                        self.stop = None;
                        if !public {
                            self.law = law(ClaimKind::EnforceableTitle);
                        }
                    }
                    if self.lawsuits.is_empty() {
                        self.restart(turn.on, false);
                    }
                }
                _ if self.standstills.is_empty() => {
                    if self.lawsuits.is_empty() {
                        let rest = (self.last + self.still).max(months_after(turn.on, 6));
                        self.last = self.stop.map_or(rest, |stop| rest.min(stop.max(self.last)));
                    }
                    self.still = 0;
                }
                _ => {}
            }
            return;
        }
        let over = self.over(turn.on);
        match turn.role {
            Role::Acknowledges if over => {
                if self.pleading && !public {
                    self.restart(turn.on, false);
                }
            }
            _ if over => {}
            Role::Acknowledges => {
                let plan = turn.event.kind == EventKind::PaymentPlanSigned && !public;
                if let Some(term) = turn.event.until.map(of).filter(|term| self.pleading && plan && *term > turn.on) {
                    self.not_before = self.not_before.max(term);
                    self.stop = None;
                }
                self.restart(turn.on, true);
            }
            Role::Interrupts => {
                let enforcement = turn.event.kind == EventKind::EnforcementAct;
                self.restart(turn.on, !enforcement);
            }
            Role::Lawsuit => self.lawsuits.push(turn.index),
            Role::StandsStill => self.standstills.push(turn.index),
        }
    }
}

/// Easter by the rule of Gauss, for 1900 to 2199.
fn easter(year: i32) -> Number {
    let moon = (19 * (year % 19) + 24) % 30;
    let shift = if year < 2100 { 5 } else { 6 };
    let sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + shift) % 7;
    let week_too_late = sunday == 6 && (moon == 29 || (moon == 28 && year % 19 > 10));
    let after = moon + sunday - if week_too_late { 7 } else { 0 };
    number(year, 3, 22) + usize::try_from(after).expect("on 22 March or later")
}

/// Whether one can act on a day: no Saturday, Sunday or holiday.
fn is_open(day: Number, place: Territory) -> bool {
    let (year, month, of_month) = calendar()[day];
    let everywhere = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    let easter = easter(year);
    let local = match place {
        Territory::France => false,
        Territory::AlsaceMoselle => day + 2 == easter || (month, of_month) == (12, 26),
        Territory::Overseas => [(4, 27), (5, 22), (5, 27), (5, 28), (6, 10), (10, 9), (12, 20)].contains(&(month, of_month)),
    };
    let moving = [1, 39, 50].contains(&day.wrapping_sub(easter));
    day % 7 < 5 && !everywhere.contains(&(month, of_month)) && !moving && !local
}

/// The last day on which one can act, up to and including a last day.
pub(crate) fn act_before(last_day: Day, place: Territory) -> Day {
    let open = (0..=of(last_day)).rev().find(|day| is_open(*day, place));
    day(open.expect("some day is open"))
}
