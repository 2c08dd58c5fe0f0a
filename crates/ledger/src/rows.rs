//! Views of the ledger for lists that show a window of their rows: filtered, sorted, never built whole.

use dument_law::{Day, Money, PartyKind};
use serde::{Deserialize, Serialize};

use crate::book::{Book, Derived};
use crate::figures::Age;
use crate::standing::{InvoiceStanding, Standing};
use crate::{Currency, DebtorId, Dues, Invoice, InvoiceId, Record, Risk, words};

/// What a list shows, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct View {
    /// Invoices, or debtors.
    pub of: Of,
    /// Which of them.
    pub filter: Filter,
    /// By what they are sorted; invoices that are equal stand in the order of due dates.
    pub sort: Sort,
    /// The other way round.
    pub descending: bool,
}

/// What stands in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Of {
    /// One invoice.
    #[default]
    Invoices,
    /// One debtor.
    Debtors,
}

/// Which rows are shown: those that meet all of it. A debtor is shown where one of its invoices is, or, with no filter on
/// invoices, always.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Filter {
    /// Words that stand in the debtor's name, numbers or accounts, or in the invoice's number, in any order.
    pub text: String,
    /// Where the invoice stands; none means anywhere.
    pub standings: Vec<Standing>,
    /// How long it has been due; none means any. What isn't open has no age.
    pub ages: Vec<Age>,
    /// Whose.
    pub debtor: Option<DebtorId>,
    /// Only what is still open.
    pub open: bool,
    /// Only what is late.
    pub late: bool,
    /// Only what limitation bars, or soon will.
    pub limitation: bool,
}

/// By what rows are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Sort {
    /// The due date; for a debtor, that of its oldest open invoice.
    #[default]
    DueOn,
    /// The day of issue.
    IssuedOn,
    /// The number.
    Number,
    /// The debtor's name.
    Debtor,
    /// The amount; for a debtor, all that was invoiced.
    Amount,
    /// What is left to pay.
    Open,
    /// What is late.
    Late,
    /// Where it stands.
    Standing,
    /// The last day to act.
    ActBefore,
}

/// A window of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rows {
    /// How many rows the whole view has.
    pub total: usize,
    /// What is open of all of them, in euros.
    pub open: Money,
    /// The place of the first row of the window.
    pub from: usize,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
pub enum Row {
    /// An invoice.
    Invoice(Box<InvoiceRow>),
    /// A debtor.
    Debtor(Box<DebtorRow>),
}

/// An invoice in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceRow {
    /// Whose.
    pub debtor: DebtorId,
    /// The debtor's name.
    pub debtor_name: String,
    /// Which.
    pub invoice: InvoiceId,
    /// Its number.
    pub number: String,
    /// When it was issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Day>,
    /// When it was due.
    pub due_on: Day,
    /// The whole of it.
    pub amount: Money,
    /// In which currency.
    pub currency: Currency,
    /// What is left.
    pub open: Money,
    /// What of that is disputed.
    pub disputed: Money,
    /// Where it stands.
    pub standing: Standing,
    /// Days since its due date; below zero before it.
    pub days_late: i64,
    /// Interest owed.
    pub interest: Money,
    /// Indemnity owed.
    pub indemnity: Money,
    /// The last worked day on which one can act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act_before: Option<Day>,
    /// Whether limitation bars it.
    pub barred: bool,
}

/// A debtor in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DebtorRow {
    /// Which.
    pub debtor: DebtorId,
    /// Its name.
    pub name: String,
    /// What it is in law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<PartyKind>,
    /// How likely it is not to pay.
    pub risk: Risk,
    /// What is open in euros.
    pub open: Money,
    /// What of that is late.
    pub late: Money,
    /// By age, the youngest first.
    pub ages: [Money; 5],
    /// How many of its invoices are open.
    pub open_count: i64,
    /// The due date of its oldest open invoice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oldest_due_on: Option<Day>,
    /// What it may owe at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Money>,
    /// What it owes above that.
    pub over_limit: Money,
    /// What waits for its invoice.
    pub deposits: Money,
    /// The last day on which something happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_event_on: Option<Day>,
}

/// An invoice that was issued, with what was worked out of it.
struct Known<'a> {
    id: InvoiceId,
    invoice: &'a Invoice,
    stands: &'a InvoiceStanding,
    derived: &'a Derived,
}

impl<'a> Known<'a> {
    /// Every invoice of a debtor.
    fn all(record: &'a Record, derived: &'a Derived) -> impl Iterator<Item = Self> {
        // Both are in the order of the names: one walk finds all.
        let mut standings = derived.standing.invoices.iter().peekable();
        record.invoices.iter().filter_map(move |(id, invoice)| {
            let (_, stands) = standings.next_if(|(known, _)| *known == id)?;
            Some(Self { id: *id, invoice, stands, derived })
        })
    }

    fn dues(&self) -> Option<&'a Dues> {
        self.derived.dues.get(&self.id)
    }
}

/// What a row is found by.
type Place = (DebtorId, Option<InvoiceId>);

/// The rows of a view in their order, by their names alone.
pub(crate) struct Order {
    pub(crate) view: View,
    places: Vec<Place>,
    open: i128,
}

/// What rows are sorted by: numbers, then texts.
type Key = (i64, String, i64);

impl Order {
    pub(crate) fn of(book: &Book, view: &View) -> Self {
        let words: Vec<String> = words::plain(&view.filter.text).split(' ').map(str::to_owned).collect();
        let mut keyed: Vec<(Key, Place)> = Vec::new();
        let mut open = 0_i128;
        for (id, record) in &book.ledger().debtors {
            if view.filter.debtor.is_some_and(|debtor| debtor != *id) {
                continue;
            }
            let Some(derived) = book.derived().get(id) else { continue };
            match view.of {
                Of::Invoices => {
                    for one in Known::all(record, derived) {
                        if view.filter.shows(book, &one, &words) {
                            keyed.push((invoice_key(view.sort, &one), (*id, Some(one.id))));
                            let euros = one.invoice.currency.is_euro();
                            open += if euros { i128::from(one.stands.open.cents()) } else { 0 };
                        }
                    }
                }
                Of::Debtors => {
                    if view.filter.shows_debtor(book, record, derived, &words) {
                        keyed.push((debtor_key(view.sort, record, derived), (*id, None)));
                        open += i128::from(derived.sums.exposure().cents());
                    }
                }
            }
        }
        // Places are all different: nothing is lost by a sort that isn't stable.
        if view.descending {
            keyed.sort_unstable_by(|(a, place_a), (b, place_b)| b.cmp(a).then(place_a.cmp(place_b)));
        } else {
            keyed.sort_unstable();
        }
        Self { view: view.clone(), places: keyed.into_iter().map(|(_, place)| place).collect(), open }
    }

    pub(crate) fn rows(&self, book: &Book, from: usize, count: usize) -> Rows {
        let shown = self.places.iter().skip(from).take(count);
        Rows {
            total: self.places.len(),
            open: i64::try_from(self.open).map_or(Money::LIMIT, Money::from_cents),
            from,
            rows: shown.filter_map(|place| row(book, *place)).collect(),
        }
    }
}

impl Filter {
    fn shows(&self, book: &Book, one: &Known<'_>, words: &[String]) -> bool {
        let stands = one.stands;
        let is_open = stands.open.is_positive();
        if (self.open && !is_open)
            || (self.late && !(is_open && stands.days_late > 0))
            || (!self.standings.is_empty() && !self.standings.contains(&stands.standing))
            || !(self.ages.is_empty() || is_open && self.ages.contains(&Age::of(stands.days_late)))
        {
            return false;
        }
        if self.limitation {
            let near = |day: Day| day < book.window().soon;
            if !one.dues().is_some_and(|dues| is_open && (dues.barred || dues.last_day.is_some_and(near))) {
                return false;
            }
        }
        // The number is made alike only where the debtor's own words don't do.
        let mut missing = words.iter().filter(|word| !one.derived.search.contains(word.as_str())).peekable();
        if missing.peek().is_none() {
            return true;
        }
        let (number, written) = (words::number(&one.invoice.number), words::plain(&one.invoice.number));
        missing.all(|word| number.contains(&words::number(word)) || written.contains(word.as_str()))
    }

    fn shows_debtor(&self, book: &Book, record: &Record, derived: &Derived, words: &[String]) -> bool {
        let of_invoices = self.open || self.late || self.limitation || !self.standings.is_empty() || !self.ages.is_empty();
        let by_name = words.iter().all(|word| derived.search.contains(word.as_str()));
        if by_name && !of_invoices {
            return true;
        }
        Known::all(record, derived).any(|one| self.shows(book, &one, words))
    }
}

fn day_key(day: Option<Day>) -> i64 {
    day.map_or(i64::MAX, |day| day.number().into())
}

fn name(derived: &Derived) -> String {
    derived.search.lines().next().unwrap_or_default().to_owned()
}

fn invoice_key(sort: Sort, one: &Known<'_>) -> Key {
    let due = day_key(Some(one.invoice.due_on));
    let open = one.stands.open.cents();
    match sort {
        Sort::DueOn => (due, String::new(), 0),
        Sort::IssuedOn => (day_key(one.invoice.issued_on), String::new(), due),
        Sort::Number => (0, words::number(&one.invoice.number), due),
        Sort::Debtor => (0, name(one.derived), due),
        Sort::Amount => (one.invoice.amount.cents(), String::new(), due),
        Sort::Open => (open, String::new(), due),
        Sort::Late => (if one.stands.days_late > 0 { open } else { 0 }, String::new(), due),
        Sort::Standing => (one.stands.standing as i64, String::new(), due),
        Sort::ActBefore => (day_key(one.dues().and_then(|dues| dues.act_before)), String::new(), due),
    }
}

fn oldest(record: &Record, derived: &Derived) -> Option<Day> {
    Known::all(record, derived).filter(|one| one.stands.open.is_positive()).map(|one| one.invoice.due_on).min()
}

fn debtor_key(sort: Sort, record: &Record, derived: &Derived) -> Key {
    let sums = &derived.sums;
    let number = match sort {
        Sort::DueOn | Sort::IssuedOn => day_key(oldest(record, derived)),
        Sort::Number | Sort::Debtor | Sort::Standing => 0,
        Sort::Amount => record.invoices.values().map(|invoice| invoice.amount).sum::<Money>().cents(),
        Sort::Open => sums.exposure().cents(),
        Sort::Late => (sums.exposure() - sums.open[0].money()).cents(),
        Sort::ActBefore => derived.dues.values().map(|dues| day_key(dues.act_before)).min().unwrap_or(i64::MAX),
    };
    (number, name(derived), 0)
}

fn row(book: &Book, (debtor, invoice): Place) -> Option<Row> {
    let record = book.ledger().debtors.get(&debtor)?;
    let Some(id) = invoice else { return debtor_row(book, debtor, record) };
    let derived = book.derived().get(&debtor)?;
    let (invoice, stands) = (record.invoices.get(&id)?, derived.standing.invoices.get(&id)?);
    let dues = derived.dues.get(&id).copied().unwrap_or_default();
    Some(Row::Invoice(Box::new(InvoiceRow {
        debtor,
        debtor_name: record.debtor.name.clone(),
        invoice: id,
        number: invoice.number.clone(),
        issued_on: invoice.issued_on,
        due_on: invoice.due_on,
        amount: invoice.amount,
        currency: invoice.currency,
        open: stands.open,
        disputed: stands.disputed,
        standing: stands.standing,
        days_late: stands.days_late,
        interest: dues.interest,
        indemnity: dues.indemnity,
        act_before: dues.act_before,
        barred: dues.barred,
    })))
}

fn debtor_row(book: &Book, debtor: DebtorId, record: &Record) -> Option<Row> {
    let derived = book.derived().get(&debtor)?;
    let sums = &derived.sums;
    Some(Row::Debtor(Box::new(DebtorRow {
        debtor,
        name: record.debtor.name.clone(),
        kind: record.debtor.kind,
        risk: record.debtor.risk,
        open: sums.exposure(),
        late: sums.exposure() - sums.open[0].money(),
        ages: sums.open.map(crate::figures::sums::Tally::money),
        open_count: sums.open.iter().map(|tally| tally.count).sum(),
        oldest_due_on: oldest(record, derived),
        limit: record.debtor.limit,
        over_limit: sums.over_limit.money(),
        deposits: sums.deposits.money(),
        last_event_on: record.events.values().map(|event| event.on).filter(|on| *on <= book.as_of()).max(),
    })))
}
