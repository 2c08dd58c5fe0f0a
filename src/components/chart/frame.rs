//! The frame of a chart: which day and which figure stand where.

use dument_law::{Day, french};
use leptos::prelude::*;

/// The size of the drawing, in its own units.
pub(super) const WIDTH: i64 = 640;
const HEIGHT: i64 = 280;
pub(super) const LEFT: i64 = 56;
pub(super) const RIGHT: i64 = 12;
pub(super) const TOP: i64 = 12;
const BOTTOM: i64 = 28;

/// Where days and figures stand: figures in hundredths, from nothing at the bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    from: Day,
    to: Day,
    /// The figure at the top.
    top: i64,
    /// What lies between two lines of the grid.
    step: i64,
    /// How high the drawing is.
    height: i64,
}

impl Frame {
    /// A frame from one day to a later one that holds every figure up to the highest.
    #[must_use]
    pub fn new(from: Day, to: Day, highest: i64) -> Self {
        // The first round step that needs at most five lines: 1, 2 or 5, and so on tenfold.
        let decades = std::iter::successors(Some(100_i64), |decade| decade.checked_mul(10));
        let step =
            decades.flat_map(|decade| [decade, 2 * decade, 5 * decade]).find(|step| highest <= 5 * step).unwrap_or(highest);
        let lines = highest.div_euclid(step) + i64::from(highest.rem_euclid(step) > 0);
        Self { from, to, top: lines.max(1) * step, step, height: HEIGHT }
    }

    /// The same days and figures, in a drawing of another height.
    #[must_use]
    pub fn of_height(self, height: i64) -> Self {
        Self { height, ..self }
    }

    /// How far right a day stands.
    #[must_use]
    pub fn x(self, day: Day) -> i64 {
        let whole = self.to.days_since(self.from).max(1);
        LEFT + (WIDTH - LEFT - RIGHT) * day.days_since(self.from).clamp(0, whole) / whole
    }

    /// How far down a figure stands.
    #[must_use]
    pub fn y(self, hundredths: i64) -> i64 {
        self.bottom() - (self.bottom() - TOP) * hundredths / self.top
    }

    /// Where nothing stands.
    #[must_use]
    pub fn bottom(self) -> i64 {
        self.height - BOTTOM
    }

    /// The figures of the grid, from the bottom.
    fn figures(self) -> impl Iterator<Item = i64> {
        (0..=self.top / self.step).map(move |line| line * self.step)
    }

    /// What stands below: the years, as many as fit, or the first and the last day of a short time.
    pub(super) fn marks(self) -> Vec<(i64, &'static str, String)> {
        let years = self.years();
        if years.len() > 1 {
            return years.into_iter().map(|day| (self.x(day), "middle", day.year().to_string())).collect();
        }
        let mark = |day, anchor| (self.x(day), anchor, french::short_day(day));
        vec![mark(self.from, "start"), mark(self.to, "end")]
    }

    /// The first days of years: every year, every second one, and so on.
    fn years(self) -> Vec<Day> {
        let all: Vec<Day> = (self.from.year()..=self.to.year())
            .filter_map(|year| Day::new(year, 1, 1))
            .filter(|day| (self.from..=self.to).contains(day))
            .collect();
        let apart = all.len().div_ceil(8).max(1);
        all.into_iter().filter(|day| usize::try_from(day.year()).is_ok_and(|year| year % apart == 0)).collect()
    }
}

/// A drawing in its frame: the grid, the years, the day of computation, and what is drawn over them.
#[component]
pub fn Framed(
    /// Where things stand.
    frame: Frame,
    /// What a screen reader is told.
    label: String,
    /// A figure of the grid, printed.
    print: fn(i64) -> String,
    /// The day of computation, drawn where it falls in the frame.
    today: Day,
    /// What is drawn.
    children: Children,
) -> impl IntoView {
    let shows_today = (frame.from..=frame.to).contains(&today);
    view! {
        <svg viewBox=format!("0 0 {WIDTH} {}", frame.height) role="img" aria-label=label>
            <g class="grid">
                {frame
                    .figures()
                    .map(|figure| view! { <line x1=LEFT.to_string() x2=(WIDTH - RIGHT).to_string() y1=frame.y(figure).to_string() y2=frame.y(figure).to_string()></line> })
                    .collect_view()}
            </g>
            <g class="ticks">
                {frame
                    .figures()
                    .map(|figure| {
                        view! {
                            <text x=(LEFT - 8).to_string() y=(frame.y(figure) + 4).to_string() text-anchor="end">
                                {print(figure)}
                            </text>
                        }
                    })
                    .collect_view()}
                {frame
                    .marks()
                    .into_iter()
                    .map(|(x, anchor, mark)| {
                        view! {
                            <text x=x.to_string() y=(frame.height - 8).to_string() text-anchor=anchor>
                                {mark}
                            </text>
                        }
                    })
                    .collect_view()}
            </g>
            {shows_today
                .then(|| {
                    let x = frame.x(today).to_string();
                    view! {
                        <line class="today" x1=x.clone() x2=x y1=TOP.to_string() y2=frame.bottom().to_string()>
                            <title>{french::day(today)}</title>
                        </line>
                    }
                })}
            {children()}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(highest: i64) -> Frame {
        Frame::new("2013-01-01".parse().unwrap(), "2026-12-31".parse().unwrap(), highest)
    }

    #[test]
    fn days_run_from_left_to_right_and_figures_upwards() {
        let frame = frame(816);
        assert_eq!((frame.x(frame.from), frame.x(frame.to)), (LEFT, WIDTH - RIGHT));
        assert_eq!((frame.y(0), frame.y(frame.top)), (HEIGHT - BOTTOM, TOP));
        assert_eq!(frame.x("2030-01-01".parse().unwrap()), WIDTH - RIGHT, "a day outside stands at the edge");
    }

    #[test]
    fn the_grid_is_round() {
        for (highest, figures) in [(816, vec![0, 200, 400, 600, 800, 1000]), (100, vec![0, 100]), (0, vec![0, 100])] {
            assert_eq!(frame(highest).figures().collect::<Vec<_>>(), figures, "{highest}");
        }
        let years: Vec<i32> = frame(1).years().iter().map(|day| day.year()).collect();
        assert_eq!(years, [2014, 2016, 2018, 2020, 2022, 2024, 2026]);
        let short = Frame::new("2026-06-20".parse().unwrap(), "2026-07-10".parse().unwrap(), 1);
        assert_eq!(short.marks(), [(LEFT, "start", "20/06/2026".to_owned()), (WIDTH - RIGHT, "end", "10/07/2026".to_owned())]);
    }
}
