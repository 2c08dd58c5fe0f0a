//! A calendar of its own for the independent computation: days as numbers such as 20260630.

use dument_law::Day;

/// A day as year, month and day in one number: in the order of time.
pub(crate) type Number = i32;

pub(crate) fn number(day: Day) -> Number {
    let text = day.to_string().replace('-', "");
    text.parse().unwrap()
}

pub(crate) fn year(day: Number) -> i32 {
    day / 10_000
}

/// Month and day: 1231 is 31 December.
pub(crate) fn month_day(day: Number) -> i32 {
    day % 10_000
}

pub(crate) fn is_leap(year: i32) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

fn month_length(year: i32, month: i32) -> i32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

pub(crate) fn next(day: Number) -> Number {
    let (year, month) = (year(day), month_day(day) / 100);
    if day % 100 < month_length(year, month) {
        day + 1
    } else if month < 12 {
        year * 10_000 + (month + 1) * 100 + 1
    } else {
        (year + 1) * 10_000 + 101
    }
}

pub(crate) fn eve(day: Number) -> Number {
    let (year, month) = (year(day), month_day(day) / 100);
    if day % 100 > 1 {
        day - 1
    } else if month > 1 {
        year * 10_000 + (month - 1) * 100 + month_length(year, month - 1)
    } else {
        (year - 1) * 10_000 + 1231
    }
}

/// The same day of the month so many months later, else that month's last.
pub(crate) fn months_later(day: Number, months: i32) -> Number {
    let count = year(day) * 12 + month_day(day) / 100 - 1 + months;
    let (year, month) = (count / 12, count % 12 + 1);
    year * 10_000 + month * 100 + (day % 100).min(month_length(year, month))
}

#[test]
fn days_follow_each_other() {
    for (day, after) in [(20_240_228, 20_240_229), (20_230_228, 20_230_301), (20_251_231, 20_260_101), (20_260_430, 20_260_501)] {
        assert_eq!((next(day), eve(after)), (after, day));
    }
    assert_eq!(months_later(20_251_231, 2), 20_260_228);
    assert_eq!(months_later(20_240_229, 12), 20_250_228);
}
