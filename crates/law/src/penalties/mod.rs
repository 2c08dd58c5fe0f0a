//! Late penalties: what is owed beyond an unpaid invoice, line by line (C. com. L441-10, CCP R2192-31, C. civ. 1231-6
//! and 1231-7, CMF L313-3).
//!
//! [`penalties`] draws up the account of each invoice (`ledger`) at the rates of its regime (`rate`), and says what the
//! reader should know of it (`notes`).

mod accrual;
mod basis;
mod figures;
mod grounds;
mod input;
mod ledger;
mod notes;
mod rate;
mod statement;

pub use basis::Basis;
pub use input::{
    BelowFloor, Compounding, Credit, CreditorKind, DayCount, ExtraCost, Imputation, Input, Invoice, Payment, PenaltyClause, Rate,
    Regime,
};
pub use statement::{Applied, AppliedKind, InvoiceStatement, Line, Statement, Totals};

use figures::Figures;
use grounds::{Ground, grounds, tomorrow};
use ledger::{Account, Impossible, Ledger};
use rate::Unknown;

use crate::problem::Problem;
use crate::{Code, HalfYear, Money, Problems, Reference, french};

/// Draws up what is owed on a day.
///
/// # Errors
/// Every fault of the input at once: no invoice, an invoice of zero, a day before the first rate known
/// ([`Code::RateUnknown`]), amounts beyond what can be counted.
pub fn penalties(input: &Input, reference: &Reference) -> Result<Statement, Problems> {
    let figures = Figures::find(reference)?;
    let ledger = Ledger::open(input, &figures, &input.invoices);
    let accounts = draw_up(input, &ledger)?;
    let totals = totals(input, &accounts)?;
    let grounds = grounds(&ledger.schedule, &accounts);
    let notes = notes::notes(&notes::Facts {
        input,
        accounts: &accounts,
        grounds: &grounds,
        tomorrow: tomorrow(&ledger.schedule, &accounts, input.as_of),
        figures: &figures,
        total: totals.total,
    });
    let sources = reference.cited(cited(input, &accounts, &grounds));
    let invoices: Vec<InvoiceStatement> = accounts.into_iter().map(|account| account.statement).collect();
    Ok(Statement {
        as_of: input.as_of,
        regime: input.regime,
        provisional: grounds.iter().any(|ground| ground.terms.provisional),
        invoices,
        extra_costs: extra_costs(input).to_vec(),
        totals,
        notes,
        sources,
    })
}

/// The account of every invoice, or all that is wrong with any.
fn draw_up(input: &Input, ledger: &Ledger<'_, '_>) -> Result<Vec<Account>, Problems> {
    let mut accounts = Vec::with_capacity(input.invoices.len());
    let mut problems = Vec::new();
    if input.invoices.is_empty() {
        problems.push(Problem {
            code: Code::EmptyList,
            field: "invoices".to_owned(),
            message: "Indiquez au moins une facture.".to_owned(),
        });
    }
    for (i, invoice) in input.invoices.iter().enumerate() {
        if !invoice.amount.is_positive() {
            problems.push(Problem {
                code: Code::ZeroAmount,
                field: format!("invoices[{i}].amount"),
                message: "Indiquez le montant de la facture\u{a0}: il doit dépasser zéro.".to_owned(),
            });
        }
        match ledger.account(invoice) {
            Ok(account) => accounts.push(account),
            Err(Impossible::Unknown(unknown)) => problems.push(rate_unknown(i, &unknown)),
            Err(Impossible::TooLarge) => problems.push(too_large(format!("invoices[{i}].amount"))),
        }
    }
    Problems::check(problems)?;
    Ok(accounts)
}

fn rate_unknown(invoice: usize, unknown: &Unknown<'_>) -> Problem {
    // A rate that began within a half-year first counts for the next.
    let from = unknown.figure.known_from().map(|day| {
        let first = HalfYear::of(day);
        if first.first_day() == day { first } else { first.next() }
    });
    let from = from.map(|half| format!("\u{a0}: les taux sont connus à partir du {half}")).unwrap_or_default();
    let why = unknown.figure.rows.first().and_then(|row| row.note.as_deref()).map(|note| format!(" {note}")).unwrap_or_default();
    Problem {
        code: Code::RateUnknown,
        field: format!("invoices[{invoice}].dueOn"),
        message: format!("Le taux du {} n’est pas connu{from}.{why}", unknown.half),
    }
}

fn too_large(field: String) -> Problem {
    Problem {
        code: Code::AmountTooLarge,
        field,
        message: format!(
            "Les sommes dépasseraient {}\u{a0}: vérifiez les montants, le taux et les dates.",
            french::money(Money::MAX)
        ),
    }
}

fn totals(input: &Input, accounts: &[Account]) -> Result<Totals, Problems> {
    let mut totals = Totals::default();
    for account in accounts {
        totals += &account.statement;
    }
    totals.extra_costs = extra_costs(input).iter().map(|cost| cost.amount).sum();
    totals.total += totals.extra_costs;
    // Every other sum is part of one of these two.
    let countable = totals.total < Money::LIMIT && totals.interest < Money::LIMIT;
    Problems::check(if countable { Vec::new() } else { vec![too_large("invoices".to_owned())] })?;
    Ok(totals)
}

/// The costs that this regime lets the creditor claim.
fn extra_costs(input: &Input) -> &[ExtraCost] {
    match input.regime {
        Regime::Business | Regime::Public => &input.extra_costs,
        Regime::Consumer | Regime::Judgment => &[],
    }
}

/// The texts and pages a statement rests on, the law before the figures.
fn cited<'a>(input: &Input, accounts: &[Account], grounds: &[Ground<'_, 'a>]) -> Vec<&'a str> {
    let statements = || accounts.iter().map(|account| &account.statement);
    let mut ids = vec![match input.regime {
        Regime::Business => "ccom-l441-10",
        Regime::Public => "ccp-r2192-31",
        Regime::Consumer => "cciv-1231-6",
        Regime::Judgment => "cciv-1231-7",
    }];
    ids.extend(grounds.iter().map(|ground| ground.terms.source));
    if statements().any(|statement| statement.indemnity.is_positive()) {
        ids.push(if input.regime == Regime::Public { "ccp-d2192-35" } else { "ccom-d441-5" });
    }
    let when = |holds: bool, id: &'static str| holds.then_some(id);
    ids.extend(when(statements().any(|statement| statement.clause.is_positive()), "cciv-1231-5"));
    ids.extend(when(accounts.iter().any(|account| account.imputed), "cciv-1343-1"));
    ids.extend(when(input.compounding.is_some(), "cciv-1343-2"));
    ids.extend(when(input.regime == Regime::Judgment && !grounds.is_empty(), "cass-com-2024-04-24-22-24.275"));
    if input.insolvency_opened_on.is_some_and(|opened_on| opened_on <= input.as_of) {
        let is_earlier = |invoice: &Invoice| input.insolvency_over(invoice).is_some();
        ids.extend(when(input.invoices.iter().any(is_earlier), "ccom-l622-28"));
        ids.extend(when(!input.invoices.iter().all(is_earlier), "ccom-l622-17"));
    }
    ids.extend(when(input.regime == Regime::Public && input.rate != Rate::Statutory, "ccp-l2192-14"));
    ids.extend(when(input.regime == Regime::Consumer && matches!(input.rate, Rate::Fixed { .. }), "cconso-l212-1"));
    for ground in grounds {
        ids.extend(ground.terms.rows.iter().map(|row| row.source.as_str()));
    }
    ids
}
