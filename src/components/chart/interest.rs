//! The interest owed, day after day: how fast it runs in each half-year, and what payments took off it.

use dument_law::penalties::{Input, penalties};
use dument_law::{Day, Money, french};
use leptos::prelude::*;

use super::frame::{Frame, Framed};
use crate::reference;

/// What was owed at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Balance {
    on: Day,
    principal: Money,
    interest: Money,
    total: Money,
}

impl Balance {
    /// As the engine has it for that day.
    fn on(input: &Input, on: Day) -> Option<Self> {
        let mut then = input.clone();
        then.as_of = on;
        let totals = penalties(&then, reference::in_use()).ok()?.totals;
        Some(Self { on, principal: totals.principal_due, interest: totals.interest_due, total: totals.total })
    }
}

/// The balance on every day on which its course changes: between two of them it runs straight.
fn course(input: &Input) -> Vec<Balance> {
    let mut days = vec![input.as_of];
    let Ok(statement) = penalties(input, reference::in_use()) else { return Vec::new() };
    for (invoice, owed) in input.invoices.iter().zip(&statement.invoices) {
        let moves = invoice.payments.iter().map(|payment| payment.on).chain(invoice.credits.iter().map(|credit| credit.on));
        // An invoice joins the sum the day after it was due; a payment leaves it at the end of its day.
        days.extend(moves.chain([invoice.due_on.next()]).flat_map(|day| [day.eve(), day]));
        days.extend(owed.lines.iter().map(|line| line.to));
    }
    let first = input.invoices.iter().map(|invoice| invoice.due_on).min();
    days.retain(|day| Some(*day) >= first && *day <= input.as_of);
    days.sort_unstable();
    days.dedup();
    days.into_iter().filter_map(|day| Balance::on(input, day)).collect()
}

/// An amount in whole cents.
fn cents(amount: Money) -> i64 {
    let mut exact = amount.decimal();
    exact.rescale(2);
    i64::try_from(exact.mantissa()).unwrap_or(i64::MAX)
}

/// The interest owed from the first due date to the day of computation; nothing where a single straight line would say
/// nothing.
#[component]
pub fn InterestChart(
    /// What is computed from.
    input: Input,
) -> impl IntoView {
    let course = course(&input);
    let (first, last) = (*course.first()?, *course.last()?);
    if course.len() < 4 {
        return None;
    }
    let highest = course.iter().map(|balance| cents(balance.interest)).max().unwrap_or(0);
    let frame = Frame::new(first.on, last.on, highest);
    let points: Vec<String> =
        course.iter().map(|balance| format!("{} {}", frame.x(balance.on), frame.y(cents(balance.interest)))).collect();
    let line = points.join("L");
    let (left, right, bottom) = (frame.x(first.on), frame.x(last.on), frame.y(0));
    let payments: Vec<Balance> = course
        .iter()
        .filter(|balance| input.invoices.iter().flat_map(|invoice| &invoice.payments).any(|payment| payment.on == balance.on))
        .copied()
        .collect();
    let title = format!("Les intérêts dus, du {} au {}", french::day(first.on), french::day(last.on));
    let label = format!("{title}\u{a0}: {} à la fin.", french::money(last.interest));
    let rows = course
        .iter()
        .map(|balance| {
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{french::day(balance.on)}</th>
                    <td role="cell" class="n" data-label="Principal">{french::money(balance.principal)}</td>
                    <td role="cell" class="n" data-label="Intérêts">{french::money(balance.interest)}</td>
                    <td role="cell" class="n">{french::money(balance.total)}</td>
                </tr>
            }
        })
        .collect_view();
    let marked = !payments.is_empty();
    let points = payments
        .into_iter()
        .map(|balance| {
            view! {
                <circle class="point series-1" cx=frame.x(balance.on).to_string() cy=frame.y(cents(balance.interest)).to_string() r="5">
                    <title>{format!("Paiement du {}", french::day(balance.on))}</title>
                </circle>
            }
        })
        .collect_view();
    Some(view! {
        <figure class="chart">
            <figcaption>{title} {marked.then_some(" (un rond\u{a0}: un paiement)")}</figcaption>
            <Framed frame label print=|cents| format!("{}\u{202f}€", french::decimal(&(cents / 100).to_string())) today=input.as_of>
                <path class="area series-1" d=format!("M{left} {bottom}L{line}L{right} {bottom}Z")></path>
                <path class="line series-1" d=format!("M{line}")></path>
                {points}
            </Framed>
            <details class="why">
                <summary>"Les chiffres de ce graphique"</summary>
                <div class="frame">
                    <table class="statement" role="table">
                        <caption class="visually-hidden">"Ce qui était dû à la fin de chaque jour où le cours change"</caption>
                        <thead role="rowgroup">
                            <tr role="row">
                                <th role="columnheader" scope="col">"À la fin du"</th>
                                <th role="columnheader" scope="col" class="n">"Principal"</th>
                                <th role="columnheader" scope="col" class="n">"Intérêts"</th>
                                <th role="columnheader" scope="col" class="n">"Total dû"</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{rows}</tbody>
                    </table>
                </div>
            </details>
        </figure>
    })
}

#[cfg(test)]
mod tests {
    use dument_law::penalties::{Invoice, Payment, Regime};

    use super::*;

    fn check(invoice: Invoice, as_of: &str, expected: &[(&str, &str, &str)]) {
        let input = Input::new(as_of.parse().unwrap(), Regime::Business, vec![invoice]);
        let told: Vec<[String; 3]> = course(&input)
            .iter()
            .map(|balance| [balance.on.to_string(), balance.principal.to_string(), balance.total.to_string()])
            .collect();
        let expected: Vec<[String; 3]> =
            expected.iter().map(|(on, principal, total)| [*on, *principal, *total].map(str::to_owned)).collect();
        assert_eq!(told, expected);
    }

    /// 10 000,00 € due on 20 June 2026.
    fn invoice() -> Invoice {
        Invoice::unpaid("F-1", "2026-06-20".parse().unwrap(), Money::from_cents(1_000_000))
    }

    #[test]
    fn the_balance_rises_straight_within_a_half_year() {
        // A day at 12,15 %: 3,33 (3,3288); ten days: 33,29; ten more at 12,40 %: 33,97. And 40,00 from the first day on.
        check(
            invoice(),
            "2026-07-10",
            &[
                ("2026-06-20", "0.00", "0.00"),
                ("2026-06-21", "10000.00", "10043.33"),
                ("2026-06-30", "10000.00", "10073.29"),
                ("2026-07-10", "10000.00", "10107.26"),
            ],
        );
    }

    #[test]
    fn a_payment_takes_it_down_in_a_day() {
        let mut invoice = invoice();
        invoice.payments = vec![Payment { on: "2026-06-30".parse().unwrap(), amount: Money::from_cents(100_000) }];
        // On 29 June nine days: 29,96. On 30 June 33,29 of the 1 000,00 paid are interest: 9 033,29 + 40,00.
        check(
            invoice,
            "2026-07-10",
            &[
                ("2026-06-20", "0.00", "0.00"),
                ("2026-06-21", "10000.00", "10043.33"),
                ("2026-06-29", "10000.00", "10069.96"),
                ("2026-06-30", "9033.29", "9073.29"),
                ("2026-07-10", "9033.29", "9103.98"),
            ],
        );
    }
}
