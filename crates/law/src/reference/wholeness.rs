//! Whether figures given from outside are whole: nothing is missing, and the engine can compute with each.

use rust_decimal::Decimal;

use super::{Figure, Reference, Row};
use crate::problem::Problem;
use crate::{Code, Money, Problems};

impl Reference {
    /// Refuses figures with which the engine could not compute, or not for the past: one that is missing, counts another
    /// thing or begins later than the published one; values that overlap, stand out of order or are no number; a source
    /// that is missing.
    pub fn check(&self) -> Result<(), Problems> {
        let published = Self::published();
        let mut problems = Vec::new();
        let mut refuse = |code, field: String, message: String| problems.push(Problem { code, field, message });
        for needed in &published.figures {
            if self.figure(&needed.id).is_none() {
                refuse(Code::MissingField, "figures".to_owned(), format!("Le chiffre « {} » est nécessaire.", needed.id));
            }
        }
        for needed in &published.sources {
            if self.sources.iter().all(|source| source.id != needed.id) {
                refuse(Code::MissingField, "sources".to_owned(), format!("La source « {} » est nécessaire.", needed.id));
            }
        }
        for (i, figure) in self.figures.iter().enumerate() {
            let at = format!("figures[{i}]");
            if let Some(needed) = published.figure(&figure.id) {
                if figure.unit != needed.unit {
                    refuse(Code::UnknownValue, format!("{at}.unit"), "Ce chiffre se compte dans une autre unité.".to_owned());
                }
                if figure.known_from().is_none_or(|from| needed.known_from().is_some_and(|needed| from > needed)) {
                    let message = "Les valeurs passées manquent : elles servent aux calculs sur une date passée.";
                    refuse(Code::MissingField, format!("{at}.rows"), message.to_owned());
                }
            }
            for (j, row) in figure.rows.iter().enumerate() {
                let at = format!("{at}.rows[{j}]");
                if !follows(figure, j) {
                    let message = "Les valeurs d’un chiffre se suivent dans le temps, sans se chevaucher.";
                    refuse(Code::OutOfRange, format!("{at}.from"), message.to_owned());
                }
                if !is_number(row) {
                    let message = "Il faut ici un nombre positif écrit en chiffres, avec un point, par exemple « 12.40 ».";
                    refuse(Code::OutOfRange, format!("{at}.value"), message.to_owned());
                }
                if self.sources.iter().all(|source| source.id != row.source) {
                    let message = format!("La source « {} » n’est pas dans la liste des sources.", row.source);
                    refuse(Code::UnknownValue, format!("{at}.source"), message);
                }
            }
        }
        Problems::check(problems)
    }
}

/// Whether a value begins after the one before has ended, and ends after it began.
fn follows(figure: &Figure, j: usize) -> bool {
    let row = &figure.rows[j];
    let after_last = j == 0 || figure.rows[j - 1].until.unwrap_or(figure.rows[j - 1].from) < row.from;
    after_last && row.until.is_none_or(|until| row.from <= until)
}

/// Whether a value is a number from zero to a thousand billion: with another, a computation could only guess.
fn is_number(row: &Row) -> bool {
    let plain = row.value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    plain && row.value.parse().is_ok_and(|number: Decimal| number <= Money::MAX.decimal())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The problems of the published figures after a change.
    fn check(change: impl FnOnce(&mut Reference)) -> Vec<(Code, String)> {
        let mut given = Reference::published().clone();
        change(&mut given);
        let problems = given.check().err();
        problems.iter().flat_map(Problems::all).map(|problem| (problem.code, problem.field.clone())).collect()
    }

    /// A figure to spoil, and where it is.
    fn spoiled(change: impl FnOnce(&mut Figure)) -> Vec<(Code, String)> {
        let i = Reference::published().figures.iter().position(|figure| figure.id == "legalRateBusiness").unwrap();
        let found = check(|given| change(&mut given.figures[i]));
        found.into_iter().map(|(code, field)| (code, field.replace(&format!("figures[{i}]"), "it"))).collect()
    }

    #[test]
    fn the_published_figures_are_whole() {
        assert_eq!(check(|_| ()), []);
    }

    #[test]
    fn a_newer_value_is_taken() {
        let next = |last: &Row| Row { from: "2027-01-01".parse().unwrap(), until: None, ..last.clone() };
        assert_eq!(spoiled(|figure| figure.rows.push(next(&figure.rows[0]))), []);
    }

    #[test]
    fn nothing_may_be_missing() {
        let figures = check(|given| given.figures.clear());
        assert_eq!(figures.len(), Reference::published().figures.len());
        assert!(figures.iter().all(|found| *found == (Code::MissingField, "figures".to_owned())));
        assert!(check(|given| given.sources.clear()).contains(&(Code::MissingField, "sources".to_owned())));
        assert_eq!(spoiled(|figure| figure.rows.clear()), [(Code::MissingField, "it.rows".to_owned())]);
    }

    #[test]
    fn a_figure_keeps_its_past() {
        assert_eq!(spoiled(|figure| drop(figure.rows.remove(0))), [(Code::MissingField, "it.rows".to_owned())]);
    }

    #[test]
    fn a_figure_keeps_its_unit() {
        assert_eq!(spoiled(|figure| figure.unit = super::super::Unit::Euro), [(Code::UnknownValue, "it.unit".to_owned())]);
    }

    #[test]
    fn values_follow_each_other() {
        assert!(spoiled(|figure| figure.rows.swap(3, 4)).contains(&(Code::OutOfRange, "it.rows[4].from".to_owned())));
        let ends_first = spoiled(|figure| figure.rows[3].until = Some("1999-01-01".parse().unwrap()));
        assert_eq!(ends_first, [(Code::OutOfRange, "it.rows[3].from".to_owned())]);
    }

    #[test]
    fn a_value_is_a_plain_number() {
        for wrong in ["2,65", "-1", "", ".", "abc", "1e3", "9999999999999"] {
            let found = spoiled(|figure| wrong.clone_into(&mut figure.rows[3].value));
            assert_eq!(found, [(Code::OutOfRange, "it.rows[3].value".to_owned())], "{wrong}");
        }
    }

    #[test]
    fn a_value_cites_a_source_of_the_list() {
        let found = spoiled(|figure| "elsewhere".clone_into(&mut figure.rows[3].source));
        assert_eq!(found, [(Code::UnknownValue, "it.rows[3].source".to_owned())]);
    }
}
