//! The dated figures that procedures use, as they stand on one day.

use rust_decimal::Decimal;

use super::Duration;
use crate::reference::{Figure, Row};
use crate::{Day, Money, Reference, french};

/// The figures by their ids, hashed: a guidance looks figures up by the hundred.
pub(super) struct Index<'a> {
    pub(super) reference: &'a Reference,
    /// A figure stands at the hash of its id, or at the next free place; more than half stay free.
    slots: Vec<Option<&'a Figure>>,
}

impl<'a> Index<'a> {
    pub(super) fn new(reference: &'a Reference) -> Self {
        let mut index = Self { reference, slots: vec![None; (reference.figures.len() * 2).next_power_of_two().max(2)] };
        for figure in &reference.figures {
            let slot = index.slot(&figure.id);
            index.slots[slot] = Some(figure);
        }
        index
    }

    /// A figure that the given reference lacks is taken as published.
    fn figure(&self, id: &str) -> Option<&'a Figure> {
        self.slots[self.slot(id)].or_else(|| Reference::published().figure(id))
    }

    /// Where a figure stands, or would.
    fn slot(&self, id: &str) -> usize {
        let hash = id.bytes().fold(0_usize, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
        let mut slot = hash % self.slots.len();
        while self.slots[slot].is_some_and(|figure| figure.id != id) {
            slot = (slot + 1) % self.slots.len();
        }
        slot
    }
}

/// The figures on the day of the guidance, in the form their users need.
#[derive(Clone, Copy)]
pub(super) struct Figures<'a> {
    index: &'a Index<'a>,
    as_of: Day,
}

impl<'a> Figures<'a> {
    pub(super) fn new(index: &'a Index<'a>, as_of: Day) -> Self {
        Self { index, as_of }
    }

    /// The row of a figure for the day: the one in force, else the nearest one known.
    pub(super) fn row(self, id: &str) -> Option<&'a Row> {
        self.row_on(id, self.as_of)
    }

    /// The same for a term that depends on another day than today, such as the day of an order.
    pub(super) fn row_on(self, id: &str, day: Day) -> Option<&'a Row> {
        let figure = self.index.figure(id)?;
        figure.on(day).or_else(|| figure.rows.iter().rev().find(|row| row.from <= day)).or_else(|| figure.rows.first())
    }

    /// The label of a figure whose first known value starts after the day, and that first day.
    pub(super) fn not_yet_known(self, id: &str) -> Option<(&'a str, Day)> {
        let figure = self.index.figure(id)?;
        figure.known_from().filter(|from| self.as_of < *from).map(|from| (figure.label.as_str(), from))
    }

    /// Whether the text that sets the figure is in force on the day.
    pub(super) fn in_force(self, id: &str) -> bool {
        self.row(id).is_some_and(|row| row.holds_on(self.as_of))
    }

    pub(super) fn decimal(self, id: &str) -> Decimal {
        self.row(id).map(Row::decimal).unwrap_or_default()
    }

    pub(super) fn money(self, id: &str) -> Money {
        Money::round(self.decimal(id))
    }

    /// A term in days or months, or a number of people.
    pub(super) fn number(self, id: &str) -> u32 {
        self.number_on(id, self.as_of)
    }

    pub(super) fn number_on(self, id: &str, day: Day) -> u32 {
        self.row_on(id, day).and_then(|row| row.value.parse().ok()).unwrap_or_default()
    }

    /// What is uncertain or worth knowing about the figure, in French.
    pub(super) fn note(self, id: &str) -> Option<&'a str> {
        self.row(id)?.note.as_deref()
    }

    /// A usual range, from the pair of figures `…Min` and `…Max`: `20 à 150`.
    pub(super) fn range(self, id: &str) -> String {
        let bound = |end: &str| french::decimal(&self.decimal(&format!("{id}{end}")).normalize().to_string());
        format!("{} à {}", bound("Min"), bound("Max"))
    }

    /// How long a route usually takes, from the pair of figures `…DaysMin` and `…DaysMax`.
    pub(super) fn duration(self, route: &str) -> Duration {
        let days = |end: &str| self.number(&format!("{route}Days{end}"));
        Duration { min_days: days("Min"), max_days: days("Max") }
    }

    /// Where the figure was read.
    pub(super) fn source(self, id: &str) -> &'a str {
        self.row(id).map(|row| row.source.as_str()).unwrap_or_default()
    }
}
