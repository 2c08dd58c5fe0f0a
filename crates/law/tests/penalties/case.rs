//! Cases in a line or two: inputs by text, statements compared by text.

use dument_law::penalties::{Credit, Input, Invoice, InvoiceStatement, Payment, Rate, Regime, Statement, penalties};
use dument_law::{Code, Day, Money, Percent, Reference};

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn money(text: &str) -> Money {
    text.parse().unwrap()
}

pub(crate) fn percent(text: &str) -> Percent {
    text.parse().unwrap()
}

pub(crate) fn fixed(yearly: &str) -> Rate {
    Rate::Fixed { percent: percent(yearly) }
}

/// One unpaid invoice, every choice at its default.
pub(crate) fn input(regime: Regime, amount: &str, due_on: &str, as_of: &str) -> Input {
    Input::new(day(as_of), regime, vec![Invoice::unpaid("F-1", day(due_on), money(amount))])
}

pub(crate) fn business(amount: &str, due_on: &str, as_of: &str) -> Input {
    input(Regime::Business, amount, due_on, as_of)
}

pub(crate) fn consumer(amount: &str, due_on: &str, notice_received_on: &str, as_of: &str) -> Input {
    Input { notice_received_on: Some(day(notice_received_on)), ..input(Regime::Consumer, amount, due_on, as_of) }
}

/// Changes of a case, chained.
pub(crate) trait But: Sized {
    fn but(self, change: impl FnOnce(&mut Input)) -> Input;

    fn with_one_invoice(self) -> Input {
        self.but(|input| input.invoices.truncate(1))
    }

    fn rate(self, rate: Rate) -> Input {
        self.but(|input| input.rate = rate)
    }

    fn paid(self, on: &str, amount: &str) -> Input {
        self.but(|input| input.invoices[0].payments.push(Payment { on: day(on), amount: money(amount) }))
    }

    fn credited(self, on: &str, amount: &str, retroactive: bool) -> Input {
        self.but(|input| input.invoices[0].credits.push(Credit { on: day(on), amount: money(amount), retroactive }))
    }
}

impl But for Input {
    fn but(mut self, change: impl FnOnce(&mut Input)) -> Input {
        change(&mut self);
        self
    }
}

#[track_caller]
pub(crate) fn statement(input: &Input) -> Statement {
    penalties(input, Reference::published()).unwrap()
}

/// The statement of the only invoice.
#[track_caller]
pub(crate) fn account(input: &Input) -> InvoiceStatement {
    let mut statement = statement(input);
    assert_eq!(statement.invoices.len(), 1);
    statement.invoices.remove(0)
}

/// The lines as `from to days principal percent basis interest`.
#[track_caller]
pub(crate) fn lines(input: &Input) -> Vec<String> {
    account(input)
        .lines
        .iter()
        .map(|line| {
            format!(
                "{} {} {} {} {} {} {}",
                line.from, line.to, line.days, line.principal, line.percent, line.basis, line.interest
            )
        })
        .collect()
}

#[track_caller]
pub(crate) fn check_lines(input: &Input, expected: &[&str]) {
    assert_eq!(lines(input), expected);
}

/// Checks named sums of the only invoice, such as `("interest", "27.71")`.
#[track_caller]
pub(crate) fn check_sums(input: &Input, expected: &[(&str, &str)]) {
    let account = serde_json::to_value(account(input)).unwrap();
    for (name, sum) in expected {
        assert_eq!(account[name], *sum, "{name}");
    }
}

#[track_caller]
pub(crate) fn notes(input: &Input) -> Vec<String> {
    statement(input).notes.into_iter().map(|note| note.code).collect()
}

#[track_caller]
pub(crate) fn check_note(input: &Input, code: &str) {
    assert!(notes(input).iter().any(|note| note == code), "no {code} in {:?}", notes(input));
}

#[track_caller]
pub(crate) fn check_no_note(input: &Input, code: &str) {
    assert!(!notes(input).iter().any(|note| note == code), "{code} in {:?}", notes(input));
}

/// Checks the faults as `code field`.
#[track_caller]
pub(crate) fn check_problems(input: &Input, expected: &[(Code, &str)]) {
    let problems = penalties(input, Reference::published()).unwrap_err();
    let found: Vec<_> = problems.all().iter().map(|problem| (problem.code, problem.field.as_str())).collect();
    assert_eq!(found, expected);
}
