//! A few sums, one below the other: a bar each, its name and its amount above it, where even a narrow screen has room for both.

use dument_law::{Money, french};
use leptos::prelude::*;

/// The size of the drawing, in its own units.
const WIDTH: i64 = 640;
/// How high a bar is with its words, and how much of that is the bar.
const STEP: i64 = 52;
const BAR: i64 = 16;

/// A bar: its name, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// How much.
    pub amount: Money,
}

/// How long a bar is.
fn length(amount: Money, highest: Money) -> i64 {
    let share = i128::from(WIDTH) * i128::from(amount.cents()) / i128::from(highest.cents().max(1));
    // A sum is seen, however small beside the others.
    i64::try_from(share).unwrap_or(WIDTH).max(i64::from(amount.is_positive()) * 2)
}

/// Sums as bars, with the table behind them.
#[component]
pub fn BarChart(
    /// What is shown.
    title: String,
    /// The bars.
    bars: Vec<Bar>,
    /// The same figures as a table.
    children: Children,
) -> impl IntoView {
    let highest = bars.iter().map(|bar| bar.amount).max().unwrap_or_default();
    let height = STEP * i64::try_from(bars.len()).unwrap_or_default();
    let told: Vec<String> = bars.iter().map(|bar| format!("{}\u{a0}: {}", bar.name, french::money(bar.amount))).collect();
    let label = format!("{title}. {}.", told.join("\u{202f}; "));
    let drawn = (1..).zip(bars).map(|(rank, bar)| {
        let y = STEP * rank - BAR;
        let words = (y - 8).to_string();
        let width = length(bar.amount, highest).to_string();
        view! {
            <text x="0" y=words.clone()>{bar.name}</text>
            <text class="label" x=WIDTH.to_string() y=words text-anchor="end">{french::money(bar.amount)}</text>
            <rect class=format!("bar bar-{rank}") x="0" y=y.to_string() width=width height=BAR.to_string()></rect>
        }
    });
    view! {
        <figure class="chart bars">
            <figcaption>{title}</figcaption>
            <svg viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-label=label>{drawn.collect_view()}</svg>
            <details class="why">
                <summary>"Les chiffres de ce graphique"</summary>
                {children()}
            </details>
        </figure>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_bar_fills_the_drawing_and_the_smallest_is_seen() {
        let money = Money::from_cents;
        assert_eq!(length(money(1_000_000), money(1_000_000)), WIDTH);
        assert_eq!(length(money(500_000), money(1_000_000)), WIDTH / 2);
        assert_eq!(length(money(1), money(1_000_000)), 2);
        assert_eq!(length(Money::ZERO, Money::ZERO), 0);
    }
}
