//! The statement as tables that add up: an account of each invoice, and a summary where there are several.

use dument_law::french::{self, NO_BREAK};
use dument_law::order::{in_order, rank};
use dument_law::penalties::{InvoiceStatement, Statement};
use dument_law::{Day, Money};

use crate::document::{Align, Block, Column, TableRow};
use crate::invoice::Invoice;
use crate::line::Line;
use crate::period::period;

/// « Facture n° F-2026-014 du 1er avril 2026, échue le 16 mai 2026 »
pub(crate) fn invoice_title(invoice: &Invoice) -> String {
    let issued = invoice.issued_on.map(|day| format!(" du {}", french::day(day))).unwrap_or_default();
    format!("Facture n°{NO_BREAK}{}{issued}, échue le {}", Line::new(&invoice.number), french::day(invoice.due_on))
}

/// What is left of each invoice, without interest: the list of a first reminder.
pub(crate) fn balances(invoices: &[Invoice], on: Day) -> Block {
    let columns =
        [("Facture", Align::Start), ("Échéance", Align::Start), ("Montant TTC", Align::End), ("Reste à payer", Align::End)];
    let mut rows: Vec<TableRow> = invoices
        .iter()
        .map(|invoice| {
            row([
                Line::new(&invoice.number).into(),
                french::day(invoice.due_on),
                french::money(invoice.amount),
                french::money(invoice.balance_on(on)),
            ])
        })
        .collect();
    let amount = invoices.iter().map(|invoice| invoice.amount).sum();
    let balance = invoices.iter().map(|invoice| invoice.balance_on(on)).sum();
    rows.push(total_row(["Total".into(), String::new(), french::money(amount), french::money(balance)]));
    table("Factures échues", &columns, rows)
}

/// What is owed: the account of the only invoice, else a line for each. An invoice still to fall due owes nothing yet.
pub(crate) fn statement(invoices: &[Invoice], statement: &Statement) -> Block {
    match accounts(invoices, statement).as_slice() {
        [(invoice, account)] => detail(invoice, account, statement),
        accounts => summary(accounts, statement),
    }
}

/// The invoices that are due, each with its account.
fn accounts<'a>(invoices: &'a [Invoice], statement: &'a Statement) -> Vec<(&'a Invoice, &'a InvoiceStatement)> {
    invoices.iter().zip(&statement.invoices).filter(|(invoice, _)| invoice.due_on < statement.as_of).collect()
}

/// The account of each invoice where a summary alone doesn't show how its figures were found.
pub(crate) fn annex(invoices: &[Invoice], statement: &Statement) -> Vec<Block> {
    let accounts = accounts(invoices, statement);
    let told = accounts
        .iter()
        .all(|(invoice, account)| account.lines.is_empty() && invoice.payments.is_empty() && invoice.credits.is_empty());
    if accounts.len() < 2 || told {
        return Vec::new();
    }
    let heading = format!("Décompte détaillé au {}", french::day(statement.as_of));
    let mut blocks = vec![Block::PageBreak, Block::Heading { text: heading, level: 1 }];
    blocks.extend(accounts.into_iter().map(|(invoice, account)| detail_of_one(invoice, account, statement.as_of)));
    blocks
}

/// The account of the only invoice, with the costs that belong to none.
fn detail(invoice: &Invoice, account: &InvoiceStatement, statement: &Statement) -> Block {
    let mut ledger = Ledger::of(invoice, account, statement.as_of);
    for cost in &statement.extra_costs {
        ledger.add(Line::new(&cost.label).into(), cost.amount);
    }
    ledger.table(&format!("Décompte au {}", french::day(statement.as_of)), statement.totals.total)
}

fn detail_of_one(invoice: &Invoice, account: &InvoiceStatement, as_of: Day) -> Block {
    Ledger::of(invoice, account, as_of).table(&invoice_title(invoice), account.total)
}

/// One line for each invoice, with only the columns that say something.
fn summary(accounts: &[(&Invoice, &InvoiceStatement)], statement: &Statement) -> Block {
    let totals = statement.totals;
    let sums = |account: &InvoiceStatement| [account.principal_due, account.interest_due, account.indemnity_due, account.clause];
    let whole = [totals.principal_due, totals.interest_due, totals.indemnity_due, totals.clause];
    let titles = ["Principal", "Intérêts", "Indemnité", "Clause pénale"];
    let shown: Vec<usize> = (0..titles.len()).filter(|place| !whole[*place].is_zero()).collect();
    // A lone column of principal would only repeat the total.
    let shown = if shown == [0] { Vec::new() } else { shown };

    let mut columns = vec![("Facture", Align::Start), ("Échéance", Align::Start)];
    columns.extend(shown.iter().map(|place| (titles[*place], Align::End)));
    columns.push(("Total dû", Align::End));

    let line = |title: String, due: String, sums: [Money; 4], total: Money| {
        let mut cells = vec![title, due];
        cells.extend(shown.iter().map(|place| french::money(sums[*place])));
        cells.push(french::money(total));
        cells
    };
    let mut rows: Vec<TableRow> = accounts
        .iter()
        .map(|(invoice, account)| {
            row(line(Line::new(&invoice.number).into(), french::day(invoice.due_on), sums(account), account.total))
        })
        .collect();
    for cost in &statement.extra_costs {
        let mut cells = vec![String::new(); columns.len()];
        cells[0] = Line::new(&cost.label).into();
        cells[columns.len() - 1] = french::money(cost.amount);
        rows.push(row(cells));
    }
    rows.push(total_row(line("Total".into(), String::new(), whole, totals.total)));
    table(&format!("Décompte au {}", french::day(statement.as_of)), &columns, rows)
}

/// An account in the order of its days: what was invoiced and fell due, less what was paid and credited.
struct Ledger {
    entries: Vec<Entry>,
    sum: Money,
}

/// A line of an account; days, rate and base for interest alone.
struct Entry {
    title: String,
    interest: Option<[String; 3]>,
    amount: Money,
}

impl Ledger {
    fn of(invoice: &Invoice, account: &InvoiceStatement, as_of: Day) -> Self {
        let mut ledger = Self { entries: Vec::new(), sum: Money::ZERO };
        ledger.add("Montant de la facture, TTC".into(), invoice.amount);
        for credit in invoice.credits.iter().filter(|credit| credit.retroactive && credit.on <= as_of) {
            ledger.add(format!("Avoir du {}", french::day(credit.on)), Money::ZERO - credit.amount);
        }

        // A day's interest comes before what is received that day.
        let mut events: Vec<(Day, Entry)> = Vec::new();
        events.extend(account.lines.iter().map(|line| {
            let title = format!("Intérêts {}", period(line.from, line.to));
            let detail = [line.days.to_string(), french::percent(line.percent), french::money(line.principal)];
            (line.to, Entry { title, interest: Some(detail), amount: line.interest })
        }));
        let received = |noun: &str, on: Day, amount: Money| {
            (on, Entry { title: format!("{noun} du {}", french::day(on)), interest: None, amount: Money::ZERO - amount })
        };
        let payments = invoice.payments.iter().filter(|payment| payment.on <= as_of);
        events.extend(payments.map(|payment| received("Paiement", payment.on, payment.amount)));
        let credits = invoice.credits.iter().filter(|credit| !credit.retroactive && credit.on <= as_of);
        events.extend(credits.map(|credit| received("Avoir", credit.on, credit.amount)));
        for (_, entry) in in_order(events, |(day, _)| rank(*day, 0)) {
            ledger.sum += entry.amount;
            ledger.entries.push(entry);
        }

        ledger.add_unless_zero("Indemnité forfaitaire de recouvrement", account.indemnity);
        ledger.add_unless_zero("Pénalité prévue au contrat", account.clause);
        ledger
    }

    fn add(&mut self, title: String, amount: Money) {
        self.sum += amount;
        self.entries.push(Entry { title, interest: None, amount });
    }

    fn add_unless_zero(&mut self, title: &str, amount: Money) {
        if !amount.is_zero() {
            self.add(title.into(), amount);
        }
    }

    /// The table, which adds up to the total of the statement: what was paid or credited beyond it is set apart.
    fn table(mut self, caption: &str, total: Money) -> Block {
        self.add_unless_zero("Somme non imputée sur cette facture", total - self.sum);
        let with_interest = self.entries.iter().any(|entry| entry.interest.is_some());
        let mut columns = vec![("Opération", Align::Start)];
        if with_interest {
            columns.extend([("Jours", Align::End), ("Taux", Align::End), ("Base", Align::End)]);
        }
        columns.push(("Montant", Align::End));
        let cells = |title: String, interest: Option<[String; 3]>, amount: Money| {
            let mut cells = vec![title];
            if with_interest {
                cells.extend(interest.unwrap_or_default());
            }
            cells.push(french::money(amount));
            cells
        };
        let mut rows: Vec<TableRow> =
            self.entries.into_iter().map(|entry| row(cells(entry.title, entry.interest, entry.amount))).collect();
        rows.push(total_row(cells("Total dû".into(), None, total)));
        table(caption, &columns, rows)
    }
}

fn row(cells: impl Into<Vec<String>>) -> TableRow {
    TableRow { cells: cells.into(), total: false, carried: Vec::new() }
}

fn total_row(cells: impl Into<Vec<String>>) -> TableRow {
    TableRow { cells: cells.into(), total: true, carried: Vec::new() }
}

fn table(caption: &str, columns: &[(&str, Align)], rows: Vec<TableRow>) -> Block {
    let columns = columns.iter().map(|(title, align)| Column { title: (*title).into(), align: *align }).collect();
    Block::Table { caption: caption.into(), columns, rows }
}
