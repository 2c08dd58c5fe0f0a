//! The statement as tables that add up: an account of each invoice, and a summary where there are several.

use dument_law::order::{in_order, rank};
use dument_law::penalties::{InvoiceStatement, Statement};
use dument_law::{Day, Money};

use crate::document::{Align, Block, Column, Language, TableRow};
use crate::invoice::Invoice;
use crate::line::Line;
use crate::words::{self, Words};

/// « Facture n° F-2026-014 du 1er avril 2026, échue le 16 mai 2026 »
pub(crate) fn invoice_title(words: &dyn Words, invoice: &Invoice) -> String {
    words.invoice_title(invoice.printed_number().as_str(), invoice.issued_on, invoice.due_on)
}

/// What is left of each invoice, without interest: the list of a first reminder.
pub(crate) fn balances(words: &dyn Words, invoices: &[Invoice], on: Day) -> Block {
    list(words, words.labels().overdue_invoices, invoices, on)
}

/// What is left of each invoice.
fn list(words: &dyn Words, caption: &str, invoices: &[Invoice], on: Day) -> Block {
    let labels = words.labels();
    let columns = [
        (labels.invoice, Align::Start),
        (labels.due_date, Align::Start),
        (labels.amount_with_vat, Align::End),
        (labels.left_to_pay, Align::End),
    ];
    let amounts: Vec<Money> = invoices.iter().map(|invoice| invoice.amount).collect();
    let balances: Vec<Money> = invoices.iter().map(|invoice| invoice.balance_on(on)).collect();
    let mut rows: Vec<TableRow> = invoices
        .iter()
        .map(|invoice| {
            row([
                invoice.printed_number().into(),
                words.day(invoice.due_on),
                words.money(invoice.amount),
                words.money(invoice.balance_on(on)),
            ])
        })
        .collect();
    carry(words, &mut rows, 2, &amounts);
    carry(words, &mut rows, 3, &balances);
    let [amount, balance] = [amounts, balances].map(|sums| words.money(sums.into_iter().sum()));
    rows.push(total_row([labels.total.into(), String::new(), amount, balance]));
    table(caption, &columns, rows)
}

/// What is owed: the account of the only invoice, else a line for each. An invoice still to fall due owes nothing yet.
pub(crate) fn statement(words: &dyn Words, invoices: &[Invoice], statement: &Statement) -> Block {
    match accounts(invoices, statement).as_slice() {
        [(invoice, account)] => detail(words, invoice, account, statement),
        accounts => summary(words, accounts, statement),
    }
}

/// What is owed, and what will be: the statement of the invoices that are due, the list of those that aren't yet.
pub(crate) fn whole(invoices: &[Invoice], due: &Statement) -> Vec<Block> {
    let words = words::of(Language::Fr);
    let late = !accounts(invoices, due).is_empty();
    late.then(|| statement(words, invoices, due)).into_iter().chain(to_come(invoices, due.as_of)).collect()
}

/// The invoices that fall due on a day or later, where there are any.
#[doc(alias = "à échoir")]
pub(crate) fn to_come(invoices: &[Invoice], on: Day) -> Option<Block> {
    let to_come: Vec<Invoice> = invoices.iter().filter(|invoice| invoice.due_on >= on).cloned().collect();
    (!to_come.is_empty()).then(|| list(words::of(Language::Fr), "Factures à échoir", &to_come, on))
}

/// What is owed by its nature, over all invoices.
#[doc(alias = "chefs de demande")]
pub(crate) fn heads(statement: &Statement) -> Block {
    let words = words::of(Language::Fr);
    let totals = statement.totals;
    let heads = [
        ("Principal", totals.principal_due),
        ("Intérêts moratoires", totals.interest_due),
        ("Indemnité forfaitaire de recouvrement", totals.indemnity_due),
        ("Frais de recouvrement dépassant cette indemnité", totals.extra_costs),
    ];
    let mut rows: Vec<TableRow> =
        heads.iter().filter(|(_, sum)| !sum.is_zero()).map(|(head, sum)| row([(*head).to_owned(), words.money(*sum)])).collect();
    rows.push(total_row(["Total".to_owned(), words.money(totals.total)]));
    table("Sommes demandées", &[("Chef de demande", Align::Start), ("Montant", Align::End)], rows)
}

/// The invoices that are due, each with its account.
fn accounts<'a>(invoices: &'a [Invoice], statement: &'a Statement) -> Vec<(&'a Invoice, &'a InvoiceStatement)> {
    invoices.iter().zip(&statement.invoices).filter(|(invoice, _)| invoice.due_on < statement.as_of).collect()
}

/// The account of each invoice where a summary alone doesn't show how its figures were found.
pub(crate) fn annex(words: &dyn Words, invoices: &[Invoice], statement: &Statement) -> Vec<Block> {
    let accounts = accounts(invoices, statement);
    let told = accounts
        .iter()
        .all(|(invoice, account)| account.lines.is_empty() && invoice.payments.is_empty() && invoice.credits.is_empty());
    if accounts.len() < 2 || told {
        return Vec::new();
    }
    let heading = words.detailed_statement_on(statement.as_of);
    let mut blocks = vec![Block::PageBreak, Block::Heading { text: heading, level: 1 }];
    blocks.extend(accounts.into_iter().map(|(invoice, account)| detail_of_one(words, invoice, account, statement.as_of)));
    blocks
}

/// The account of the only invoice, with the costs that belong to none.
fn detail(words: &dyn Words, invoice: &Invoice, account: &InvoiceStatement, statement: &Statement) -> Block {
    let mut ledger = Ledger::of(words, invoice, account, statement.as_of);
    for cost in &statement.extra_costs {
        ledger.add(Line::new(&cost.label).into(), cost.amount);
    }
    ledger.table(&words.statement_on(statement.as_of), statement.totals.total)
}

fn detail_of_one(words: &dyn Words, invoice: &Invoice, account: &InvoiceStatement, as_of: Day) -> Block {
    Ledger::of(words, invoice, account, as_of).table(&invoice_title(words, invoice), account.total)
}

/// One line for each invoice, with only the columns that say something.
fn summary(words: &dyn Words, accounts: &[(&Invoice, &InvoiceStatement)], statement: &Statement) -> Block {
    let labels = words.labels();
    let totals = statement.totals;
    let sums = |account: &InvoiceStatement| [account.principal_due, account.interest_due, account.indemnity_due, account.clause];
    let whole = [totals.principal_due, totals.interest_due, totals.indemnity_due, totals.clause];
    let shown: Vec<usize> = (0..whole.len()).filter(|place| !whole[*place].is_zero()).collect();
    // A lone column of principal would only repeat the total.
    let shown = if shown == [0] { Vec::new() } else { shown };

    let mut columns = vec![(labels.invoice, Align::Start), (labels.due_date, Align::Start)];
    columns.extend(shown.iter().map(|place| (labels.parts[*place], Align::End)));
    columns.push((labels.total_due, Align::End));

    let line = |title: String, due: String, sums: [Money; 4], total: Money| {
        let mut cells = vec![title, due];
        cells.extend(shown.iter().map(|place| words.money(sums[*place])));
        cells.push(words.money(total));
        cells
    };
    let mut rows: Vec<TableRow> = accounts
        .iter()
        .map(|(invoice, account)| {
            row(line(invoice.printed_number().into(), words.day(invoice.due_on), sums(account), account.total))
        })
        .collect();
    for cost in &statement.extra_costs {
        let mut cells = vec![String::new(); columns.len()];
        cells[0] = Line::new(&cost.label).into();
        cells[columns.len() - 1] = words.money(cost.amount);
        rows.push(row(cells));
    }
    let costs = || statement.extra_costs.iter().map(|cost| cost.amount);
    for (column, place) in (2..).zip(&shown) {
        let amounts = accounts.iter().map(|(_, account)| sums(account)[*place]).chain(costs().map(|_| Money::ZERO));
        carry(words, &mut rows, column, &amounts.collect::<Vec<_>>());
    }
    let amounts = accounts.iter().map(|(_, account)| account.total).chain(costs());
    carry(words, &mut rows, columns.len() - 1, &amounts.collect::<Vec<_>>());
    rows.push(total_row(line(labels.total.into(), String::new(), whole, totals.total)));
    table(&words.statement_on(statement.as_of), &columns, rows)
}

/// An account in the order of its days: what was invoiced and fell due, less what was paid and credited.
struct Ledger<'a> {
    words: &'a dyn Words,
    entries: Vec<Entry>,
    sum: Money,
}

/// A line of an account; days, rate and base for interest alone.
struct Entry {
    title: String,
    interest: Option<[String; 3]>,
    amount: Money,
}

impl<'a> Ledger<'a> {
    fn of(words: &'a dyn Words, invoice: &Invoice, account: &InvoiceStatement, as_of: Day) -> Self {
        let labels = words.labels();
        let mut ledger = Self { words, entries: Vec::new(), sum: Money::ZERO };
        ledger.add(labels.invoiced.into(), invoice.amount);
        for credit in invoice.credits.iter().filter(|credit| credit.retroactive && credit.on <= as_of) {
            ledger.add(words.credit_of(credit.on), Money::ZERO - credit.amount);
        }

        // A day's interest comes before what is received that day.
        let mut events: Vec<(Day, Entry)> = Vec::new();
        events.extend(account.lines.iter().map(|line| {
            let title = words.interest_over(line.from, line.to);
            let detail = [line.days.to_string(), words.percent(line.percent), words.money(line.principal)];
            (line.to, Entry { title, interest: Some(detail), amount: line.interest })
        }));
        let received =
            |title: String, on: Day, amount: Money| (on, Entry { title, interest: None, amount: Money::ZERO - amount });
        let payments = invoice.payments.iter().filter(|payment| payment.on <= as_of);
        events.extend(payments.map(|payment| received(words.payment_of(payment.on), payment.on, payment.amount)));
        let credits = invoice.credits.iter().filter(|credit| !credit.retroactive && credit.on <= as_of);
        events.extend(credits.map(|credit| received(words.credit_of(credit.on), credit.on, credit.amount)));
        for (_, entry) in in_order(events, |(day, _)| rank(*day, 0)) {
            ledger.sum += entry.amount;
            ledger.entries.push(entry);
        }

        ledger.add_unless_zero(labels.indemnity, account.indemnity);
        ledger.add_unless_zero(labels.penalty_clause, account.clause);
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
        let (words, labels) = (self.words, self.words.labels());
        self.add_unless_zero(labels.not_set_off, total - self.sum);
        let with_interest = self.entries.iter().any(|entry| entry.interest.is_some());
        let [entry, days, rate, base] = labels.account;
        let mut columns = vec![(entry, Align::Start)];
        if with_interest {
            columns.extend([days, rate, base].map(|title| (title, Align::End)));
        }
        columns.push((labels.amount, Align::End));
        let cells = |title: String, interest: Option<[String; 3]>, amount: Money| {
            let mut cells = vec![title];
            if with_interest {
                cells.extend(interest.unwrap_or_default());
            }
            cells.push(words.money(amount));
            cells
        };
        let amounts: Vec<Money> = self.entries.iter().map(|entry| entry.amount).collect();
        let mut rows: Vec<TableRow> =
            self.entries.into_iter().map(|entry| row(cells(entry.title, entry.interest, entry.amount))).collect();
        carry(words, &mut rows, columns.len() - 1, &amounts);
        rows.push(total_row(cells(labels.total_due.into(), None, total)));
        table(caption, &columns, rows)
    }
}

/// Writes into the rows what a column of these amounts carries over where the table breaks below each.
pub(crate) fn carry(words: &dyn Words, rows: &mut [TableRow], column: usize, amounts: &[Money]) {
    let mut sum = Money::ZERO;
    for (row, amount) in rows.iter_mut().zip(amounts) {
        sum += *amount;
        row.carried.resize(row.cells.len(), String::new());
        row.carried[column] = words.money(sum);
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
