//! What those who keep the figures up to date need to know: when each was read, what to look at again and when.
//!
//! No rule uses this, so nothing of it is shipped.

use super::data::{self, READ_ON, WATCHED};
use crate::Day;

/// A text that is announced, or about to end: to be looked at again on a day, whatever happens before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// Its name in the data.
    pub id: &'static str,
    /// What may change, in English.
    pub title: &'static str,
    /// The day by which it must have been looked at again.
    pub review_on: Day,
    /// The source where to look, by id.
    pub source: &'static str,
}

/// Everything to look at again, in the order of the data.
#[must_use]
pub fn watched() -> Vec<Watched> {
    let all = WATCHED.iter();
    all.map(|one| Watched { id: one.id, title: one.title, review_on: data::day(one.review_on), source: one.source }).collect()
}

/// The day on which a published figure was last read in its source; nothing for a figure that isn't published.
#[must_use]
pub fn read_on(figure: &str) -> Option<Day> {
    READ_ON.iter().find(|(id, _)| *id == figure).map(|(_, read_on)| data::day(read_on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reference;

    #[test]
    fn every_figure_was_read_on_a_day() {
        let reference = Reference::published();
        for figure in &reference.figures {
            let read_on = read_on(&figure.id).unwrap();
            assert!(read_on <= reference.read_on, "{}", figure.id);
        }
        assert_eq!(read_on("nothing"), None);
    }

    #[test]
    fn what_is_watched_says_where_to_look() {
        for watched in watched() {
            assert!(Reference::published().sources.iter().any(|source| source.id == watched.source), "{}", watched.id);
        }
    }
}
