//! The clock: the only place of the whole project that reads it.

use dument_law::Day;

/// Today, as the visitor's calendar has it.
///
/// # Panics
/// Never: the browser's calendar is the Gregorian one.
#[must_use]
pub fn read() -> Day {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(*Day::YEARS.end());
    Day::new(year, now.get_month() + 1, now.get_date()).expect("the browser's own date is in the calendar")
}

/// This moment, as the visitor's clock has it: `2026-11-22T14:05:09`.
#[must_use]
pub fn moment() -> String {
    let now = js_sys::Date::new_0();
    format!("{}T{:02}:{:02}:{:02}", read(), now.get_hours(), now.get_minutes(), now.get_seconds())
}
