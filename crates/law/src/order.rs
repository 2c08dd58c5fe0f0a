//! What happened, in the order of its days.
//!
//! One sort for all: each sort of the standard library is compiled anew for every type it sorts, some four kilobytes
//! each in a program that is downloaded.

use crate::Day;

/// The place of a day, and of what shares it: the smaller `then` comes first.
#[must_use]
pub fn rank(day: Day, then: u32) -> u64 {
    (u64::from(day.number()) << 32) | u64::from(then)
}

/// The items by their rank; those of one rank stay as they were given.
pub fn in_order<T>(items: Vec<T>, rank: impl Fn(&T) -> u64) -> Vec<T> {
    let places = places(items.iter().map(&rank).collect());
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| items[place].take()).collect()
}

/// Where the items stand that come first, second and so on.
fn places(ranks: Vec<u64>) -> Vec<usize> {
    let mut ranked: Vec<(u64, usize)> = ranks.into_iter().zip(0..).collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_come_in_order_and_what_shares_one_as_it_was_given() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let given = vec![("2026-06-30", 1), ("2025-12-31", 2), ("2026-06-30", 3), ("2026-06-30", 0), ("2025-12-31", 0)];
        let ordered = in_order(given, |(text, _)| rank(day(text), 0));
        let expected = [("2025-12-31", 2), ("2025-12-31", 0), ("2026-06-30", 1), ("2026-06-30", 3), ("2026-06-30", 0)];
        assert_eq!(ordered, expected);
        let by_both = in_order(ordered, |(text, then)| rank(day(text), *then));
        let numbers: Vec<u32> = by_both.into_iter().map(|(_, then)| then).collect();
        assert_eq!(numbers, [0, 2, 0, 1, 3]);
    }
}
