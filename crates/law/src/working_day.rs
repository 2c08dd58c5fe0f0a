//! Working days and public holidays.
//!
//! Eleven holidays hold everywhere (C. trav. L3133-1); Alsace-Moselle adds two (L3134-13), and each overseas department
//! or community its day of the abolition of slavery (L3422-2). Whether these local days move a deadline of procedure
//! isn't settled: for a term one must keep, ask with [`Territory::France`], whose holidays are sure; to act or to wait
//! safely, ask with the place itself.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use crate::reading::Read;
use crate::{Day, Place};

/// Which public holidays count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Territory {
    /// Metropolitan France but for Alsace-Moselle: the holidays that hold everywhere.
    #[default]
    France,
    /// Bas-Rhin, Haut-Rhin, Moselle: Good Friday and 26 December too.
    AlsaceMoselle,
    /// Overseas, without saying where: every local day of the abolition of slavery too.
    Overseas,
}

impl From<Place> for Territory {
    /// For a debtor abroad, the courts and officers concerned are those of the mainland.
    fn from(place: Place) -> Self {
        match place {
            Place::AlsaceMoselle => Self::AlsaceMoselle,
            Place::Overseas => Self::Overseas,
            Place::France | Place::Eu | Place::Denmark | Place::Abroad => Self::France,
        }
    }
}

impl Territory {
    /// The texts that set its public holidays, as source ids.
    #[must_use]
    pub fn sources(self) -> &'static [&'static str] {
        match self {
            Self::France => &["ctrav-l3133-1"],
            Self::AlsaceMoselle => &["ctrav-l3133-1", "ctrav-l3134-13"],
            Self::Overseas => &["ctrav-l3133-1", "ctrav-l3422-2"],
        }
    }
}

/// Month, day and name of the holidays that come on the same date every year.
type FixedHolidays = &'static [(u32, u32, &'static str)];

const EVERYWHERE: FixedHolidays = &[
    (1, 1, "le jour de l’An"),
    (5, 1, "la fête du Travail"),
    (5, 8, "le 8 mai"),
    (7, 14, "la fête nationale"),
    (8, 15, "l’Assomption"),
    (11, 1, "la Toussaint"),
    (11, 11, "le 11 novembre"),
    (12, 25, "Noël"),
];

const ALSACE_MOSELLE: FixedHolidays = &[(12, 26, "la Saint-Étienne")];

/// Mayotte, Martinique, Guadeloupe, Saint-Martin, Guyane, Saint-Barthélemy, Réunion.
const OVERSEAS: FixedHolidays = &[
    (4, 27, "l’abolition de l’esclavage"),
    (5, 22, "l’abolition de l’esclavage"),
    (5, 27, "l’abolition de l’esclavage"),
    (5, 28, "l’abolition de l’esclavage"),
    (6, 10, "l’abolition de l’esclavage"),
    (10, 9, "l’abolition de l’esclavage"),
    (12, 20, "l’abolition de l’esclavage"),
];

/// Days from Easter Sunday, and name, of the holidays that move with it.
const AFTER_EASTER: &[(i64, &str)] = &[(1, "le lundi de Pâques"), (39, "l’Ascension"), (50, "le lundi de Pentecôte")];

const GOOD_FRIDAY: (i64, &str) = (-2, "le Vendredi saint");

/// Easter Sunday of a year of the Gregorian calendar.
///
/// # Panics
/// Never: 28 March is in every year.
#[doc(alias = "Pâques")]
#[must_use]
pub fn easter(year: i32) -> Day {
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let full_moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + full_moon + 2 - century + century / 4) % 7;
    let march_28 = Day::new(year, 3, 28).expect("in every year");
    let after = full_moon - weekday;
    if after < 0 { march_28.minus_days(after.unsigned_abs()) } else { march_28.plus_days(after.unsigned_abs()) }
}

/// The name of the public holiday on that day, with its article, if it is one: "le lundi de Pâques".
#[doc(alias = "jour férié")]
#[must_use]
pub fn holiday(day: Day, territory: Territory) -> Option<&'static str> {
    let local = match territory {
        Territory::France => &[],
        Territory::AlsaceMoselle => ALSACE_MOSELLE,
        Territory::Overseas => OVERSEAS,
    };
    let fixed = EVERYWHERE.iter().chain(local).find(|(month, number, _)| (*month, *number) == (day.month(), day.day_of_month()));
    if let Some((_, _, name)) = fixed {
        return Some(name);
    }
    let after_easter = day.days_since(easter(day.year()));
    let good_friday = (territory == Territory::AlsaceMoselle).then_some(&GOOD_FRIDAY);
    AFTER_EASTER.iter().chain(good_friday).find(|(days, _)| *days == after_easter).map(|(_, name)| *name)
}

/// Monday to Friday, and no public holiday of the territory.
#[doc(alias = "jour ouvré")]
#[must_use]
pub fn is_working_day(day: Day, territory: Territory) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && holiday(day, territory).is_none()
}

/// The last working day up to and including that day.
#[must_use]
pub fn on_or_before(day: Day, territory: Territory) -> Day {
    let mut candidate = day;
    while !is_working_day(candidate, territory) {
        candidate = candidate.eve();
    }
    candidate
}

/// The first working day from that day on, itself included (CPC, article 642).
#[must_use]
pub fn on_or_after(day: Day, territory: Territory) -> Day {
    let mut candidate = day;
    while !is_working_day(candidate, territory) {
        candidate = candidate.next();
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn easter_as_published() {
        for date in [
            "1961-04-02",
            "2000-04-23",
            "2008-03-23",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
        ] {
            assert_eq!(easter(day(date).year()), day(date));
        }
    }

    #[test]
    fn easter_is_a_sunday_between_22_march_and_25_april() {
        for year in Day::YEARS {
            let easter = easter(year);
            assert_eq!(easter.weekday(), Weekday::Sun, "{easter}");
            assert!((3, 22) <= (easter.month(), easter.day_of_month()), "{easter}");
            assert!((easter.month(), easter.day_of_month()) <= (4, 25), "{easter}");
        }
    }

    fn holidays(year: i32, territory: Territory) -> Vec<String> {
        let first = Day::new(year, 1, 1).unwrap();
        (0..first.days_in_year())
            .map(|n| first.plus_days(n))
            .filter(|day| holiday(*day, territory).is_some())
            .map(|day| day.to_string()[5..].to_owned())
            .collect()
    }

    #[test]
    fn eleven_holidays_a_year_everywhere() {
        // Easter Monday = Easter + 1, Ascension = + 39, Whit Monday = + 50, from the Sundays of 5 April 2026,
        // 28 March 2027, 16 April 2028, 1 April 2029 and 21 April 2030.
        for (year, monday, ascension, whit_monday) in [
            (2026, "04-06", "05-14", "05-25"),
            (2027, "03-29", "05-06", "05-17"),
            (2028, "04-17", "05-25", "06-05"),
            (2029, "04-02", "05-10", "05-21"),
            (2030, "04-22", "05-30", "06-10"),
        ] {
            let mut expected =
                vec!["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25", monday, ascension, whit_monday];
            expected.sort_unstable();
            assert_eq!(holidays(year, Territory::France), expected, "{year}");
        }
    }

    #[test]
    fn alsace_moselle_adds_good_friday_and_26_december() {
        let local: Vec<String> = holidays(2026, Territory::AlsaceMoselle)
            .into_iter()
            .filter(|date| !holidays(2026, Territory::France).contains(date))
            .collect();
        assert_eq!(local, ["04-03", "12-26"]);
    }

    #[test]
    fn overseas_adds_the_abolition_of_slavery() {
        for date in ["2026-04-27", "2026-05-22", "2026-05-27", "2026-06-10", "2027-12-20"] {
            assert!(!is_working_day(day(date), Territory::Overseas), "{date}");
            assert!(is_working_day(day(date), Territory::France), "{date}");
        }
    }

    #[test]
    fn working_days_around_a_day() {
        for (date, before, after) in [
            ("2026-11-20", "2026-11-20", "2026-11-20"), // a Friday
            ("2026-11-22", "2026-11-20", "2026-11-23"), // a Sunday
            ("2026-12-25", "2026-12-24", "2026-12-28"), // Christmas, a Friday
            ("2027-01-01", "2026-12-31", "2027-01-04"), // New Year, a Friday
            ("2027-03-29", "2027-03-26", "2027-03-30"), // Easter Monday
            ("2026-05-08", "2026-05-07", "2026-05-11"), // a Friday
        ] {
            assert_eq!(on_or_before(day(date), Territory::France), day(before), "{date}");
            assert_eq!(on_or_after(day(date), Territory::France), day(after), "{date}");
        }
        // Easter Monday 2027 in Strasbourg: Good Friday is off too, so back to the Thursday.
        assert_eq!(on_or_before(day("2027-03-29"), Territory::AlsaceMoselle), day("2027-03-25"));
    }
}
