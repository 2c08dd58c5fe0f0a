//! Tables of invoices: CSV and XLSX, by the names of their columns.

mod cell;
mod cells;
mod client;
mod columns;
mod csv;
mod names;
mod row;
mod sheet;
mod workbook;

pub(crate) use client::kind_words;

use std::collections::HashMap;

use self::cell::{Kind, Row};
use self::csv::CsvRows;
use self::row::{Read, Style};
use self::sheet::SheetRows;
use self::workbook::Workbook;
use crate::amount::{self, DecimalMark};
use crate::date::{self, DateOrder};
use crate::mapping::{Field, Mapping, Recognised, Table};
use crate::reader::Step;
use crate::refusal::{Refusal, RefusalCode};
use crate::{FileKind, Found, Invoice, Line, Notice, NoticeCode, Outcome, Place, limits};

/// A table being read.
pub(crate) struct Reading {
    file: String,
    rows: Rows,
    sheet: Option<String>,
    table: Table,
    style: Style,
    /// Rows that were read to understand the table, not yet turned into lines.
    ahead: std::vec::IntoIter<Row>,
    lines: Vec<Line>,
    /// The last line that is an invoice: payments in the rows below it count for it.
    last_invoice: Option<usize>,
    /// The invoices by number and client, with their rows.
    numbers: HashMap<(String, String), usize>,
    seen: usize,
}

enum Rows {
    Csv(CsvRows),
    Xlsx(Workbook, SheetRows),
}

impl Rows {
    fn next(&mut self, row: &mut Row) -> Result<bool, Refusal> {
        match self {
            Self::Csv(rows) => rows.next(row),
            Self::Xlsx(workbook, rows) => rows.next(workbook, row),
        }
    }
}

/// Rows that are read before any is turned into a line: among them the header, the decimal mark and the order of days show.
const AHEAD: usize = 2_000;
/// The header stands among these.
const HEADER_WITHIN: usize = 60;
/// Sheets that are looked at.
const SHEETS: usize = 20;
/// Rows read in one step.
const STEP_ROWS: usize = 5_000;

impl Reading {
    /// Opens a text with delimiters.
    pub(crate) fn csv(file: String, bytes: Vec<u8>, mappings: &[Mapping]) -> Result<Self, Refusal> {
        let mut rows = Rows::Csv(CsvRows::of(bytes).ok_or_else(crate::reader::unknown)?);
        let ahead = ahead(&mut rows)?;
        let header = columns::header(&ahead[..ahead.len().min(HEADER_WITHIN)], mappings).ok_or_else(crate::reader::unknown)?;
        Ok(Self::of(file, rows, None, ahead, header, mappings))
    }

    /// Opens a workbook: the first sheet that has the headers of invoices.
    pub(crate) fn xlsx(file: String, bytes: Vec<u8>, mappings: &[Mapping]) -> Result<Self, Refusal> {
        let mut workbook = Workbook::open(bytes)?;
        let sheets = std::mem::take(&mut workbook.sheets);
        for (name, path) in sheets.into_iter().take(SHEETS) {
            let Some(sheet) = workbook.sheet(&path)? else { continue };
            let mut rows = Rows::Xlsx(workbook, sheet);
            let ahead = ahead(&mut rows)?;
            if let Some(header) = columns::header(&ahead[..ahead.len().min(HEADER_WITHIN)], mappings) {
                return Ok(Self::of(file, rows, Some(name), ahead, header, mappings));
            }
            let Rows::Xlsx(taken_back, _) = rows else { break };
            workbook = taken_back;
        }
        Err(Refusal::new(
            RefusalCode::MissingColumns,
            "Aucune feuille de ce classeur n’a les colonnes d’une liste de factures (numéro, date, client, montant). Exportez la liste \
             de vos factures, avec ses en-têtes.",
        ))
    }

    fn of(file: String, rows: Rows, sheet: Option<String>, mut ahead: Vec<Row>, header: usize, mappings: &[Mapping]) -> Self {
        let below = ahead.split_off(header + 1);
        let table = columns::table(&ahead[header], &below, mappings);
        let fields: Vec<Option<Field>> = table.columns.iter().map(|column| column.field).collect();
        let style = Style { mark: mark(&fields, &below), order: order(&fields, &below), fields, sheet: sheet.clone() };
        Self {
            file,
            rows,
            sheet,
            table,
            style,
            ahead: below.into_iter(),
            lines: Vec::new(),
            last_invoice: None,
            numbers: HashMap::new(),
            seen: 0,
        }
    }

    /// How far it is, of how much.
    pub(crate) fn done(&self) -> (usize, usize) {
        match &self.rows {
            Rows::Csv(rows) => rows.done(),
            Rows::Xlsx(_, rows) => rows.done(),
        }
    }

    /// Reads on; gives what was found once all is read.
    pub(crate) fn step(mut self) -> Step<Self> {
        match self.read_rows() {
            Ok(true) => Step::More(Box::new(self)),
            Ok(false) => Step::Done(Ok(self.found())),
            Err(refusal) => Step::Done(Err(refusal)),
        }
    }

    /// Reads some rows; false once there are no more.
    fn read_rows(&mut self) -> Result<bool, Refusal> {
        if !self.is_usable() {
            return Ok(false);
        }
        let mut row = Row::default();
        for _ in 0..STEP_ROWS {
            if let Some(next) = self.ahead.next() {
                row = next;
            } else if !self.rows.next(&mut row)? {
                return Ok(false);
            }
            self.seen += 1;
            if self.seen > limits::TABLE_ROWS {
                return Err(too_large());
            }
            if !row.is_empty() {
                self.add(&row);
            }
        }
        Ok(true)
    }

    /// Whether the columns that no invoice can do without are there.
    fn is_usable(&self) -> bool {
        let has = |field| self.style.fields.contains(&Some(field));
        has(Field::Number) && (has(Field::Amount) || has(Field::Remaining) || has(Field::Net) && has(Field::Vat))
    }

    fn add(&mut self, row: &Row) {
        match self.style.read(row) {
            Read::Line(mut line) => {
                self.look_for_double(&mut line);
                if matches!(line.outcome, Outcome::Invoice(_)) {
                    self.last_invoice = Some(self.lines.len());
                }
                self.lines.push(line);
            }
            Read::Settles(number, settlement) => {
                let last = self.last_invoice.and_then(|place| self.lines.get_mut(place));
                if let Some(Line { outcome: Outcome::Invoice(invoice), warnings, .. }) = last
                    && invoice.number == number
                {
                    invoice.settlements.push(settlement);
                    *warnings = crate::checks::warnings(invoice);
                } else {
                    let refusal = Refusal::new(
                        RefusalCode::OtherEntry,
                        "Ce règlement ne suit pas la facture qu’il nomme\u{a0}: placez-le sous elle dans le fichier.",
                    );
                    let place =
                        Place { row: Some(row.number), sheet: self.sheet.clone(), number: Some(number), ..Place::default() };
                    let outcome = Outcome::Refused(refusal);
                    self.lines.push(Line { place, outcome, derived: Vec::new(), warnings: Vec::new() });
                }
            }
        }
    }

    /// Says that the number of an invoice stands in an earlier row too, and leaves out what is the very same invoice.
    fn look_for_double(&mut self, line: &mut Line) {
        let Outcome::Invoice(invoice) = &line.outcome else { return };
        let key = (invoice.number.clone(), invoice.debtor.name.clone());
        let earlier = *self.numbers.entry(key).or_insert(self.lines.len());
        let Some(first) = self.lines.get(earlier) else { return };
        let row = first.place.row.unwrap_or_default();
        let same = matches!(&first.outcome, Outcome::Invoice(earlier) if Invoice { settlements: Vec::new(), ..(**earlier).clone() } == Invoice { settlements: Vec::new(), ..(**invoice).clone() });
        if same {
            let message =
                format!("Cette facture est déjà à la ligne {row}, à l’identique\u{a0}: elle n’est comptée qu’une fois.");
            line.outcome = Outcome::Refused(Refusal::new(RefusalCode::DuplicateLine, message));
            line.derived.clear();
            line.warnings.clear();
        } else {
            let message = format!(
                "La facture {} est déjà à la ligne {row}, autrement\u{a0}: vérifiez que l’export a bien une ligne par facture.",
                invoice.number
            );
            line.warnings.push(Notice::new(NoticeCode::DuplicateNumber, message));
        }
    }

    fn found(self) -> Found {
        let kind = if matches!(self.rows, Rows::Csv(_)) { FileKind::Csv } else { FileKind::Xlsx };
        let mut notices = Vec::new();
        if !self.is_usable() {
            notices.push(Notice::new(
                NoticeCode::MissingColumns,
                "Indiquez la colonne du numéro de facture et celle du montant TTC\u{a0}: leurs noms ne sont pas reconnus.",
            ));
        }
        if !self.style.fields.contains(&Some(Field::Currency)) {
            notices.push(Notice::new(
                NoticeCode::AssumedCurrency,
                "Aucune colonne ne donne la devise\u{a0}: tous les montants sont lus en euros.",
            ));
        }
        if self.style.order == DateOrder::MonthFirst {
            notices.push(Notice::new(
                NoticeCode::MonthFirst,
                "Ce fichier écrit le mois avant le jour\u{a0}: 04/13/2026 y est le 13 avril. Vérifiez quelques dates.",
            ));
        }
        for column in self.table.columns.iter().filter(|column| column.by == Recognised::Content) {
            notices.push(Notice::new(
                NoticeCode::ColumnByContent,
                format!(
                    "La colonne «\u{a0}{}\u{a0}» est reconnue à son contenu seulement\u{a0}: vérifiez ce qu’elle donne.",
                    column.header
                ),
            ));
        }
        Found { file: self.file, kind, detail: self.sheet, notices, table: Some(self.table), lines: self.lines }
    }
}

fn ahead(rows: &mut Rows) -> Result<Vec<Row>, Refusal> {
    let mut ahead = Vec::new();
    while ahead.len() < AHEAD {
        let mut row = Row::default();
        if !rows.next(&mut row)? {
            break;
        }
        ahead.push(row);
    }
    Ok(ahead)
}

/// The texts of the columns that give one of these fields.
fn texts<'a>(fields: &'a [Option<Field>], rows: &'a [Row], wanted: &'a [Field]) -> impl Iterator<Item = &'a str> {
    rows.iter().flat_map(move |row| {
        let of_field = |(cell, field): (&'a cell::Cell, &Option<Field>)| {
            (cell.kind == Kind::Text && field.is_some_and(|field| wanted.contains(&field))).then_some(cell.text.as_str())
        };
        row.cells().iter().zip(fields).filter_map(of_field)
    })
}

/// The decimal mark that the amounts of a table show; none where they show both or neither.
fn mark(fields: &[Option<Field>], rows: &[Row]) -> Option<DecimalMark> {
    const AMOUNTS: [Field; 5] = [Field::Amount, Field::Net, Field::Vat, Field::Paid, Field::Remaining];
    let mut marks = texts(fields, rows, &AMOUNTS).filter_map(amount::shown_mark);
    let first = marks.next()?;
    marks.all(|mark| mark == first).then_some(first)
}

/// The order of the days of a table: as French does, but where some days can only be read with the month first.
fn order(fields: &[Option<Field>], rows: &[Row]) -> DateOrder {
    const DAYS: [Field; 3] = [Field::IssuedOn, Field::DueOn, Field::PaidOn];
    let (mut day_first, mut month_first) = (false, false);
    for order in texts(fields, rows, &DAYS).filter_map(date::shown_order) {
        day_first |= order == DateOrder::DayFirst;
        month_first |= order == DateOrder::MonthFirst;
    }
    match (day_first, month_first) {
        (true, true) => DateOrder::Mixed,
        (false, true) => DateOrder::MonthFirst,
        (_, false) => DateOrder::DayFirst,
    }
}

fn too_large() -> Refusal {
    Refusal::new(
        RefusalCode::TooLarge,
        "Ce tableau a trop de lignes ou de colonnes, ou des cellules trop longues, pour être une liste de factures. Exportez une \
         période plus courte.",
    )
}
