//! What is owed, day after day: the principal, how fast interest runs in each half-year, and what payments took off both.

use std::sync::Arc;

use dument_law::penalties::{Input, Line, Statement, penalties};
use dument_law::{Day, HalfYear, Money, Percent, french};
use leptos::prelude::*;

use super::frame::{Frame, Framed, RIGHT, TOP, WIDTH};
use crate::reference;
use crate::state::Owed;

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

/// Above so many days of change, one in two is drawn, or one in three: the drawing could not tell them apart.
const DAYS: usize = 60;

/// The balance on every day on which its course changes: between two of them it runs straight.
fn course(input: &Input, statement: &Statement) -> Vec<Balance> {
    let mut days = vec![input.as_of];
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
    let apart = days.len().div_ceil(DAYS).max(1);
    // Counted from the last day, which is the one the page is about.
    let mut days: Vec<Day> = days.into_iter().rev().step_by(apart).collect();
    days.reverse();
    days.into_iter().filter_map(|day| Balance::on(input, day)).collect()
}

/// An amount in whole cents.
fn cents(amount: Money) -> i64 {
    let mut exact = amount.decimal();
    exact.rescale(2);
    i64::try_from(exact.mantissa()).unwrap_or(i64::MAX)
}

/// A half-year that begins while interest runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    on: Day,
    /// Its rate, where every invoice has the same.
    rate: Option<Percent>,
}

/// The half-years that begin while interest runs, oldest first.
fn turns(statement: &Statement) -> Vec<Turn> {
    let begin = |line: &&Line| line.from == HalfYear::of(line.from).first_day();
    let mut turns: Vec<Turn> = Vec::new();
    for line in statement.invoices.iter().flat_map(|owed| &owed.lines).filter(begin) {
        match turns.iter_mut().find(|turn| turn.on == line.from) {
            Some(turn) => turn.rate = turn.rate.filter(|rate| *rate == line.percent),
            None => turns.push(Turn { on: line.from, rate: Some(line.percent) }),
        }
    }
    turns.sort_by_key(|turn| turn.on);
    turns
}

/// What a day changes to the course, in words.
fn changes(input: &Input, turns: &[Turn], on: Day) -> String {
    let mut changes = Vec::new();
    for invoice in &input.invoices {
        if invoice.due_on == on {
            changes.push(format!("échéance de la facture {}", invoice.number));
        }
        let paid = invoice.payments.iter().filter(|payment| payment.on == on);
        changes.extend(paid.map(|payment| format!("paiement de {}", french::money(payment.amount))));
        let credited = invoice.credits.iter().filter(|credit| credit.on == on);
        changes.extend(credited.map(|credit| format!("avoir de {}", french::money(credit.amount))));
    }
    if let Some(turn) = turns.iter().find(|turn| turn.on == on.next()) {
        let rate = turn.rate.map(|rate| format!("\u{a0}: le taux suivant est de {}", french::percent(rate)));
        changes.push(format!("fin du semestre{}", rate.unwrap_or_default()));
    }
    if on == input.as_of {
        changes.push("jour du calcul".to_owned());
    }
    changes.join(", ")
}

/// Room for a rate beside the line where its half-year begins, in units of the drawing.
const RATE_ROOM: i64 = 58;

/// What is owed from the first due date to the day of computation: the principal, and under it the interest; nothing
/// where a single straight line would say nothing.
#[component]
pub fn BalanceChart(
    /// What is owed.
    owed: Arc<Owed>,
) -> impl IntoView {
    let Owed { input, statement } = &*owed;
    let course = course(input, statement);
    let (first, last) = (*course.first()?, *course.last()?);
    if course.len() < 4 {
        return None;
    }
    let turns = turns(statement);
    let highest = |figure: fn(&Balance) -> Money| course.iter().map(|balance| cents(figure(balance))).max().unwrap_or(0);
    let principal_frame = Frame::new(first.on, last.on, highest(|balance| balance.principal)).of_height(150);
    let interest_frame = Frame::new(first.on, last.on, highest(|balance| balance.interest)).of_height(230);
    let days = format!("du {} au {}", french::day(first.on), french::day(last.on));
    let principal_label = format!("Le principal restant dû, {days}\u{a0}: {} à la fin.", french::money(last.principal));
    let interest_label = format!("Les intérêts restant dus, {days}\u{a0}: {} à la fin.", french::money(last.interest));
    let payments: Vec<Balance> = course
        .iter()
        .filter(|balance| input.invoices.iter().flat_map(|invoice| &invoice.payments).any(|payment| payment.on == balance.on))
        .copied()
        .collect();
    let marked = if payments.is_empty() { "" } else { " Un rond\u{a0}: un paiement." };
    let legend = format!("Trait vertical\u{a0}: un semestre commence, avec son taux.{marked}");
    let rows = course
        .iter()
        .map(|balance| {
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{french::day(balance.on)}</th>
                    <td role="cell">{changes(input, &turns, balance.on)}</td>
                    <td role="cell" class="n" data-label="Principal">{french::money(balance.principal)}</td>
                    <td role="cell" class="n" data-label="Intérêts">{french::money(balance.interest)}</td>
                    <td role="cell" class="n">{french::money(balance.total)}</td>
                </tr>
            }
        })
        .collect_view();
    let euros = |cents: i64| format!("{}\u{202f}€", french::decimal(&(cents / 100).to_string()));
    let curves = |frame: Frame, figure: fn(&Balance) -> Money, series: &'static str| {
        let points: Vec<String> =
            course.iter().map(|balance| format!("{} {}", frame.x(balance.on), frame.y(cents(figure(balance))))).collect();
        let line = points.join("L");
        let (left, right, bottom) = (frame.x(first.on), frame.x(last.on), frame.bottom());
        let dots = payments
            .iter()
            .map(|balance| {
                let (x, y) = (frame.x(balance.on), frame.y(cents(figure(balance))));
                view! {
                    <circle class=format!("point {series}") cx=x.to_string() cy=y.to_string() r="5">
                        <title>{format!("Paiement du {}", french::day(balance.on))}</title>
                    </circle>
                }
            })
            .collect_view();
        view! {
            <path class=format!("area {series}") d=format!("M{left} {bottom}L{line}L{right} {bottom}Z")></path>
            <path class=format!("line solid {series}") d=format!("M{line}")></path>
            {dots}
        }
    };
    let principal_curves = curves(principal_frame, |balance| balance.principal, "series-3");
    let interest_curves = curves(interest_frame, |balance| balance.interest, "series-1");
    Some(view! {
        <section class="section">
            <h2>"Ce qui est dû, jour après jour"</h2>
            <figure class="chart">
                <figcaption>"Principal restant dû"</figcaption>
                <Framed frame=principal_frame label=principal_label print=euros today=input.as_of>
                    {principal_curves}
                </Framed>
            </figure>
            <figure class="chart">
                <figcaption>"Intérêts restant dus"</figcaption>
                <Framed frame=interest_frame label=interest_label print=euros today=input.as_of>
                    <Turns turns=turns.clone() frame=interest_frame/>
                    {interest_curves}
                </Framed>
                <p class="hint">{legend}</p>
                <details class="why">
                    <summary>"Les chiffres de ces graphiques"</summary>
                    <div class="frame">
                        <table class="statement" role="table">
                            <caption class="visually-hidden">"Ce qui était dû à la fin de chaque jour où le cours change"</caption>
                            <thead role="rowgroup">
                                <tr role="row">
                                    <th role="columnheader" scope="col">"À la fin du"</th>
                                    <th role="columnheader" scope="col">"Ce qui change"</th>
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
        </section>
    })
}

/// The half-years, each with its rate where there is room.
#[component]
fn Turns(turns: Vec<Turn>, frame: Frame) -> impl IntoView {
    let places: Vec<i64> = turns.iter().map(|turn| frame.x(turn.on)).collect();
    turns
        .into_iter()
        .enumerate()
        .map(|(i, turn)| {
            let x = places[i];
            let end = places.get(i + 1).copied().unwrap_or(WIDTH - RIGHT);
            let rate = turn.rate.filter(|_| end - x >= RATE_ROOM).map(|rate| {
                view! { <text class="minor" x=(x + 4).to_string() y=(TOP + 10).to_string()>{french::percent(rate)}</text> }
            });
            view! {
                <line class="turn" x1=x.to_string() x2=x.to_string() y1=TOP.to_string() y2=frame.bottom().to_string()></line>
                {rate}
            }
        })
        .collect_view()
}

#[cfg(test)]
mod tests {
    use dument_law::penalties::{Invoice, Payment, Regime};

    use super::*;

    fn check(invoice: Invoice, as_of: &str, expected: &[(&str, &str, &str)]) {
        let input = Input::new(as_of.parse().unwrap(), Regime::Business, vec![invoice]);
        let statement = penalties(&input, reference::in_use()).unwrap();
        let told: Vec<[String; 3]> = course(&input, &statement)
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
    fn says_what_each_day_changes() {
        let mut invoice = invoice();
        invoice.payments = vec![Payment { on: "2026-06-30".parse().unwrap(), amount: Money::from_cents(100_000) }];
        let input = Input::new("2026-07-10".parse().unwrap(), Regime::Business, vec![invoice]);
        let statement = penalties(&input, reference::in_use()).unwrap();
        let turns = turns(&statement);
        let told = |on: &str| changes(&input, &turns, on.parse().unwrap()).replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(told("2026-06-20"), "échéance de la facture F-1");
        assert_eq!(told("2026-06-30"), "paiement de 1 000,00 €, fin du semestre : le taux suivant est de 12,40 %");
        assert_eq!(told("2026-07-10"), "jour du calcul");
        assert_eq!(told("2026-06-29"), "");
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
