//! What is gathered line by line: the accounting entries, by what they touch, and every line of a customer account.

use std::hash::BuildHasher;

use dument_law::{Day, Money};
use hashbrown::{DefaultHashBuilder, HashTable};

use super::layout::{Amounts, Layout};
use super::line::{self, Span};
use crate::amount::{self, AmountError};
use crate::{Place, Refusal, RefusalCode, date, limits};

/// What an entry touches beside customer accounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "an entry can touch all of these at once")]
pub(super) struct Touches {
    /// A sale: revenue, or the VAT on it.
    pub(super) revenue: bool,
    /// Money: bank, cash, cheques to cash.
    pub(super) money: bool,
    /// A loss: bad debts, discounts given, differences.
    pub(super) loss: bool,
    /// Anything else.
    pub(super) other: bool,
    /// Balances carried over from the year before.
    pub(super) opening: bool,
}

/// An accounting entry.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    journal: Span,
    /// Its number, or the reference of its document where it has none.
    pub(super) number: Span,
    date: Span,
    pub(super) touches: Touches,
    /// The VAT of it, in cents, as a sale has it.
    pub(super) vat: i64,
    /// The lines of customer accounts, and what they come to in cents.
    pub(super) customer_lines: u32,
    pub(super) customer_sum: i64,
}

/// A customer account: with the sub-account, one customer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Account {
    pub(super) number: Span,
    pub(super) name: Span,
    pub(super) sub_number: Span,
    pub(super) sub_name: Span,
}

impl Account {
    /// Whether several customers share it: it has no sub-account, and its name is only that of its kind.
    pub(super) fn is_collective(&self, bytes: &[u8], layout: &Layout) -> bool {
        const WORDS: [&str; 24] = [
            "client",
            "clients",
            "et",
            "comptes",
            "compte",
            "rattaches",
            "rattachés",
            "divers",
            "collectif",
            "collectifs",
            "ventes",
            "de",
            "biens",
            "ou",
            "prestations",
            "services",
            "france",
            "douteux",
            "litigieux",
            "effets",
            "à",
            "a",
            "recevoir",
            "créances",
        ];
        let generic = || {
            let name = text(bytes, layout, self.name).to_lowercase();
            name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| WORDS.contains(&word))
        };
        self.sub_number.is_empty() && generic()
    }
}

/// A line of a customer account.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) account: u32,
    pub(super) entry: u32,
    /// In cents: what the customer owes more, or less.
    pub(super) cents: i64,
    /// The day of the document, else of the entry.
    pub(super) on: Option<Day>,
    pub(super) due_on: Option<Day>,
    pub(super) piece: Span,
    pub(super) label: Span,
    pub(super) lettering: Span,
    pub(super) currency: Span,
    pub(super) row: u32,
}

/// What was gathered so far.
pub(super) struct Journal {
    pub(super) entries: Vec<Entry>,
    pub(super) accounts: Vec<Account>,
    pub(super) items: Vec<Item>,
    pub(super) refused: Vec<(Place, Refusal)>,
    /// Lines of other accounts.
    pub(super) others: usize,
    hasher: DefaultHashBuilder,
    entry_table: HashTable<u32>,
    account_table: HashTable<u32>,
    fields: Vec<Span>,
    last_entry: u32,
}

/// The accounts of customers: trade, bills receivable, doubtful (PCG).
const CUSTOMERS: [&[u8]; 3] = [b"411", b"413", b"416"];
/// Bad debts, discounts given, current losses.
const LOSSES: [&[u8]; 5] = [b"654", b"658", b"665", b"668", b"6714"];

impl Journal {
    pub(super) fn new() -> Self {
        Self {
            entries: Vec::new(),
            accounts: Vec::new(),
            items: Vec::new(),
            refused: Vec::new(),
            others: 0,
            hasher: DefaultHashBuilder::default(),
            entry_table: HashTable::new(),
            account_table: HashTable::new(),
            fields: Vec::new(),
            last_entry: 0,
        }
    }

    /// Takes the line between two places in.
    pub(super) fn add(&mut self, bytes: &[u8], layout: &Layout, start: usize, end: usize, row: u32) {
        if bytes[start..end].trim_ascii().is_empty() {
            return;
        }
        let mut fields = std::mem::take(&mut self.fields);
        let taken = if end - start > limits::FEC_LINE_BYTES {
            Err(Refusal::new(
                RefusalCode::TooLarge,
                "Cette ligne est bien trop longue pour une écriture\u{a0}: elle est laissée de côté.",
            ))
        } else {
            line::split(bytes, start, end, layout.delimiter, &mut fields);
            rejoin(bytes, layout, &mut fields);
            self.take(bytes, layout, &fields, row)
        };
        if let Err(refusal) = taken {
            let number = layout.piece.and_then(|column| fields.get(column)).map(|span| text(bytes, layout, *span));
            let place = Place { row: Some(row), number: number.filter(|number| !number.is_empty()), ..Place::default() };
            self.refused.push((place, refusal));
        }
        self.fields = fields;
    }

    fn take(&mut self, bytes: &[u8], layout: &Layout, fields: &[Span], row: u32) -> Result<(), Refusal> {
        let field = |column: Option<usize>| column.and_then(|column| fields.get(column)).copied().unwrap_or(Span::EMPTY);
        let account = field(Some(layout.account));
        let number = account.of(bytes);
        if fields.len() < layout.columns.min(layout.account + 1) || number.is_empty() {
            return Err(Refusal::new(
                RefusalCode::WrongLength,
                "Cette ligne n’a pas les colonnes de l’en-tête\u{a0}: vérifiez l’export de votre logiciel.",
            ));
        }
        let is_customer = CUSTOMERS.iter().any(|prefix| number.starts_with(prefix));
        let cents = cents(bytes, layout, fields);
        let entry = self.entry(bytes, layout, &field);
        let found = &mut self.entries[entry as usize];
        if !is_customer {
            self.others += 1;
            touch(found, number, cents.unwrap_or_default());
            return Ok(());
        }
        let cents = cents.map_err(wrong_amount)?;
        found.customer_lines += 1;
        // A file made to break readers can add up to more than is held.
        found.customer_sum = found.customer_sum.saturating_add(cents);
        let day = |column| read_day(field(column).of(bytes));
        let on = day(layout.piece_date)?.or(day(Some(layout.date))?);
        let due_on = day(layout.due_date).unwrap_or_default();
        let account = self.account(
            bytes,
            Account {
                number: account,
                name: field(layout.account_name),
                sub_number: field(layout.sub_account),
                sub_name: field(layout.sub_account_name),
            },
        );
        self.items.push(Item {
            account,
            entry,
            cents,
            on,
            due_on,
            piece: reference(bytes, field(layout.piece)),
            label: field(layout.label),
            lettering: field(layout.lettering),
            currency: field(layout.currency),
            row,
        });
        Ok(())
    }

    /// The entry of a line: most often that of the line before.
    fn entry(&mut self, bytes: &[u8], layout: &Layout, field: &impl Fn(Option<usize>) -> Span) -> u32 {
        let number = Some(field(layout.number)).filter(|number| !number.is_empty()).unwrap_or_else(|| field(layout.piece));
        let new = Entry { journal: field(Some(layout.journal)), number, date: field(Some(layout.date)), ..Entry::default() };
        let key = |entry: &Entry| [entry.journal.of(bytes), entry.number.of(bytes), entry.date.of(bytes)];
        let wanted = key(&new);
        if self.entries.get(self.last_entry as usize).is_some_and(|last| key(last) == wanted) {
            return self.last_entry;
        }
        let entries = &mut self.entries;
        let hasher = &self.hasher;
        let hash = hasher.hash_one(wanted);
        let found = self.entry_table.find(hash, |index| key(&entries[*index as usize]) == wanted).copied();
        self.last_entry = found.unwrap_or_else(|| {
            let index = u32::try_from(entries.len()).unwrap_or(u32::MAX);
            let opening = is_opening(new.journal.of(bytes), field(layout.journal_name).of(bytes));
            entries.push(Entry { touches: Touches { opening, ..Touches::default() }, ..new });
            self.entry_table.insert_unique(hash, index, |index| hasher.hash_one(key(&entries[*index as usize])));
            index
        });
        self.last_entry
    }

    fn account(&mut self, bytes: &[u8], new: Account) -> u32 {
        let key = |account: &Account| [account.number.of(bytes), account.sub_number.of(bytes)];
        let wanted = key(&new);
        let hasher = &self.hasher;
        let accounts = &mut self.accounts;
        let hash = hasher.hash_one(wanted);
        if let Some(index) = self.account_table.find(hash, |index| key(&accounts[*index as usize]) == wanted) {
            return *index;
        }
        let index = u32::try_from(accounts.len()).unwrap_or(u32::MAX);
        accounts.push(new);
        self.account_table.insert_unique(hash, index, |index| hasher.hash_one(key(&accounts[*index as usize])));
        index
    }
}

/// Takes the marks that part fields for a part of the words of an entry, where a line has too many and its amounts stand elsewhere
/// because of that: many a label is written with a `|`.
fn rejoin(bytes: &[u8], layout: &Layout, fields: &mut Vec<Span>) {
    let Some(label) = layout.label.filter(|_| fields.len() > layout.columns) else { return };
    let readable = |fields: &[Span]| cents(bytes, layout, fields).is_ok_and(|cents| cents != 0);
    if readable(fields) {
        return;
    }
    let excess = fields.len() - layout.columns;
    let joined: Vec<Span> = fields[..=label].iter().chain(&fields[label + 1 + excess..]).copied().collect();
    if readable(&joined) {
        *fields = joined;
    }
}

/// The text of a part of the file, without spaces of any kind around.
pub(super) fn text(bytes: &[u8], layout: &Layout, span: Span) -> String {
    layout.encoding.decode(span.of(bytes)).trim().replace("\"\"", "\"")
}

/// The reference of a document; nothing where the program wrote a dash for none, as Tryton does.
fn reference(bytes: &[u8], piece: Span) -> Span {
    if piece.of(bytes).iter().all(|byte| *byte == b'-') { Span::EMPTY } else { piece }
}

/// What a line of another account says of its entry.
fn touch(entry: &mut Entry, account: &[u8], cents: i64) {
    let touches = &mut entry.touches;
    match account {
        [b'7', ..] => touches.revenue = true,
        [b'4', b'4', b'5', b'7', ..] => {
            touches.revenue = true;
            entry.vat = entry.vat.saturating_sub(cents);
        }
        [b'5', ..] => touches.money = true,
        _ if LOSSES.iter().any(|prefix| account.starts_with(prefix)) => touches.loss = true,
        _ => touches.other = true,
    }
}

/// Whether a journal carries balances over from the year before.
fn is_opening(code: &[u8], name: &[u8]) -> bool {
    let known: [&[u8]; 7] = [b"AN", b"RAN", b"ANO", b"ANX", b"OUV", b"ANV", b"A-NOUVEAU"];
    let lower = name.to_ascii_lowercase();
    let named = |part: &[u8]| memchr::memmem::find(&lower, part).is_some();
    known.iter().any(|known| code.eq_ignore_ascii_case(known)) || named(b"nouveau") || named(b"ouverture")
}

fn cents(bytes: &[u8], layout: &Layout, fields: &[Span]) -> Result<i64, AmountError> {
    let read = |column: usize| match fields.get(column).copied().unwrap_or(Span::EMPTY).of(bytes) {
        [] => Ok(0),
        field => amount::plain(field).or_else(|_| amount::written(&layout.encoding.decode(field), None)).map(Money::cents),
    };
    match layout.amounts {
        Amounts::DebitCredit(debit, credit) => Ok(read(debit)? - read(credit)?),
        Amounts::Signed(amount, side) => {
            let cents = read(amount)?;
            match fields.get(side).copied().unwrap_or(Span::EMPTY).of(bytes) {
                [b'D' | b'd' | b'+' | b'1', ..] => Ok(cents),
                [b'C' | b'c' | b'-', ..] => Ok(-cents),
                _ => Err(AmountError::Malformed),
            }
        }
    }
}

fn wrong_amount(error: AmountError) -> Refusal {
    let why = match error {
        AmountError::TooLarge => "dépasse ce qui est lu ici",
        AmountError::TooManyDecimals => "a plus de deux décimales",
        AmountError::Malformed | AmountError::Ambiguous => "n’est pas un nombre lisible",
    };
    Refusal::new(
        RefusalCode::InvalidAmount,
        format!("Le montant de cette ligne {why}\u{a0}: vérifiez l’écriture dans votre logiciel."),
    )
}

fn read_day(field: &[u8]) -> Result<Option<Day>, Refusal> {
    if field.is_empty() || field.iter().all(|byte| *byte == b'0') {
        return Ok(None);
    }
    let written = || str::from_utf8(field).ok().and_then(|text| date::written(text, date::DateOrder::DayFirst).ok());
    date::compact(field).or_else(written).map(Some).ok_or_else(|| {
        Refusal::new(
            RefusalCode::InvalidDate,
            "Une date de cette ligne n’existe pas dans le calendrier\u{a0}: vérifiez l’écriture dans votre logiciel.",
        )
    })
}
