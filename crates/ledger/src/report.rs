//! The monthly report as a document: key figures with what they mean, aged balance, largest debtors, what was done, what comes.

use std::collections::BTreeMap;

use dument_law::french::{self, NO_BREAK};
use dument_law::{Day, Money};
use dument_letters::document::{Align, Column, Item, TableRow};
use dument_letters::{Block, Document, Language, LetterKind};

use crate::book::{Book, Derived};
use crate::commitment::{Commitment, CommitmentState, PartState};
use crate::figures::{Figure, KeyFigures, Value};
use crate::ratio::Ratio;
use crate::{Event, Record, SettlementKind, What};

/// How many of the largest debtors are named.
const LARGEST: usize = 10;
/// How many days to come are listed.
const COMING: usize = 20;

impl Book {
    /// The report of the month of the book's day, up to that day.
    #[must_use]
    pub fn report(&self) -> Document {
        let as_of = self.as_of();
        let first = as_of.minus_days(as_of.day_of_month() - 1);
        let month = format!("{} {}", french::MONTHS[as_of.month() as usize - 1], as_of.year());
        let creditor = &self.ledger().settings.creditor;
        let figures = self.figures();
        let title = format!("Suivi des factures, {month}");
        let mut blocks = Vec::new();
        if !creditor.name.is_empty() {
            blocks.push(Block::Sender { lines: vec![creditor.name.clone()] });
        }
        blocks.push(Block::Subject { text: title.clone() });
        blocks.push(paragraph(
            "intro",
            format!(
                "Situation au {}, en euros et TTC. Les chiffres sur une durée vont du {} au {}. Ce rapport informe\u{202f}; il ne \
                 remplace pas l’avis d’un professionnel du droit ou du chiffre.",
                french::day(as_of),
                french::short_day(figures.from),
                french::short_day(as_of)
            ),
        ));
        blocks.extend(key_figures(&figures));
        blocks.extend(aged(&figures));
        blocks.extend(self.largest());
        blocks.extend(self.done(first));
        blocks.extend(self.promises());
        blocks.extend(self.coming());
        blocks.push(heading("Ce que mesurent ces chiffres"));
        blocks.push(definitions(&figures));
        Document { language: Language::Fr, title, author: creditor.name.clone(), written_on: as_of, blocks }
    }

    fn debtors(&self) -> impl Iterator<Item = (&Record, &Derived)> {
        self.ledger().debtors.iter().filter_map(|(id, record)| Some((record, self.derived().get(id)?)))
    }

    fn largest(&self) -> Vec<Block> {
        let mut owing: Vec<(Money, &Record, &Derived)> = self
            .debtors()
            .map(|(record, derived)| (derived.sums.exposure(), record, derived))
            .filter(|(open, ..)| open.is_positive())
            .collect();
        if owing.is_empty() {
            return Vec::new();
        }
        owing.sort_by(|(a, one, _), (b, other, _)| b.cmp(a).then_with(|| one.debtor.name.cmp(&other.debtor.name)));
        let rows = owing.iter().take(LARGEST).map(|(open, record, derived)| {
            let late = *open - derived.sums.open[0].money();
            let limit = record.debtor.limit.map_or_else(|| "—".to_owned(), french::money);
            row(vec![
                record.debtor.name.clone(),
                french::money(*open),
                french::money(late),
                french::money(derived.sums.open[4].money()),
                limit,
            ])
        });
        let rows = rows.collect();
        let columns = [
            ("Client", false),
            ("Reste dû", true),
            ("En retard", true),
            ("Plus de 90\u{a0}jours", true),
            ("Encours autorisé", true),
        ];
        vec![heading("Plus gros restes dus"), table("Les clients qui doivent le plus", &columns, rows)]
    }

    /// What was done and received in the month.
    fn done(&self, first: Day) -> Vec<Block> {
        let in_month = |on: Day| (first..=self.as_of()).contains(&on);
        let mut counts: BTreeMap<(u8, &'static str), i64> = BTreeMap::new();
        let mut received = (0_i64, Money::ZERO);
        for (record, _) in self.debtors() {
            for event in record.events.values().filter(|event| in_month(event.on)) {
                if let Some(what) = step(event) {
                    *counts.entry(what).or_default() += 1;
                }
            }
            for invoice in record.invoices.values().filter(|invoice| invoice.currency.is_euro()) {
                let paid = invoice.settlements.iter().filter(|one| one.kind == SettlementKind::Payment);
                for payment in paid.filter(|one| one.on.is_some_and(in_month)) {
                    received = (received.0 + 1, received.1 + payment.amount);
                }
            }
            // What waits for its invoice was received too.
            let waiting = record.deposits.values().filter(|one| one.kind == SettlementKind::Payment && one.currency.is_euro());
            for deposit in waiting.filter(|one| one.on.is_some_and(in_month) && one.left().is_positive()) {
                received = (received.0 + 1, received.1 + deposit.left());
            }
        }
        let number = |count: i64| french::decimal(&count.to_string());
        let mut rows: Vec<TableRow> =
            counts.into_iter().map(|((_, what), count)| row(vec![what.to_owned(), number(count)])).collect();
        let paid = format!("Paiements reçus ({})", french::money(received.1));
        rows.push(row(vec![paid, number(received.0)]));
        let caption = "Ce qui a été fait et reçu depuis le début du mois";
        vec![heading("Dans le mois"), table(caption, &[("Quoi", false), ("Combien", true)], rows)]
    }

    fn promises(&self) -> Vec<Block> {
        let mut rows: Vec<(Day, TableRow)> = Vec::new();
        for (record, derived) in self.debtors() {
            for commitment in &derived.standing.commitments {
                rows.extend(promised(record, commitment));
            }
        }
        if rows.is_empty() {
            return Vec::new();
        }
        rows.sort_by(|(a, one), (b, other)| (a, &one.cells).cmp(&(b, &other.cells)));
        let columns = [("Client", false), ("Pour le", false), ("Promis", true), ("Payé", true), ("État", false)];
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        vec![heading("Promesses et échéanciers"), table("Ce qui est promis, et ce qui en a été payé", &columns, rows)]
    }

    fn coming(&self) -> Vec<Block> {
        let as_of = self.as_of();
        let coming = self.deadlines(None);
        let rows: Vec<TableRow> = coming
            .iter()
            .filter(|deadline| deadline.day > as_of)
            .take(COMING)
            .map(|deadline| row(vec![french::short_day(deadline.day), deadline.title.clone()]))
            .collect();
        if rows.is_empty() {
            return Vec::new();
        }
        vec![heading("Dates à venir"), table("Les prochaines dates qui comptent", &[("Date", false), ("Quoi", false)], rows)]
    }
}

fn heading(text: &str) -> Block {
    Block::Heading { text: text.to_owned(), level: 1 }
}

fn paragraph(id: &str, text: String) -> Block {
    Block::Paragraph { id: id.to_owned(), text }
}

fn row(cells: Vec<String>) -> TableRow {
    TableRow { cells, total: false, carried: Vec::new() }
}

/// A table; figures stand at the end of their cells.
fn table(caption: &str, columns: &[(&str, bool)], rows: Vec<TableRow>) -> Block {
    let columns = columns
        .iter()
        .map(|(title, figures)| Column { title: (*title).to_owned(), align: if *figures { Align::End } else { Align::Start } });
    Block::Table { caption: caption.to_owned(), columns: columns.collect(), rows }
}

/// A figure as it is read.
fn shown(value: &Value) -> String {
    match value {
        Value::Money(amount) => french::money(*amount),
        Value::Percent(rounded) => format!("{}{NO_BREAK}%", french::decimal(rounded.as_str())),
        Value::Days(rounded) => format!("{}{NO_BREAK}jours", french::decimal(rounded.as_str())),
        Value::Times(rounded) => french::decimal(rounded.as_str()),
        Value::None(_) => "—".to_owned(),
    }
}

fn key_figures(figures: &KeyFigures) -> Vec<Block> {
    let rows = figures.figures.iter().map(|figure| {
        let target = figure.target.as_ref().map_or_else(String::new, |target| {
            let met = if target.met { "atteint" } else { "manqué" };
            format!("{}{NO_BREAK}: {met}", target.text)
        });
        row(vec![figure.label.to_owned(), shown(&figure.value), target])
    });
    let columns = [("Chiffre", false), ("Valeur", true), ("Objectif", false)];
    let mut blocks = vec![heading("Chiffres clés"), table("Les chiffres clés et leurs objectifs", &columns, rows.collect())];
    let advice = figures.figures.iter().filter_map(|figure| Some((figure.label, figure.target.as_ref()?.advice?)));
    for (i, (label, advice)) in advice.enumerate() {
        blocks.push(paragraph(&format!("advice-{i}"), format!("{label}{NO_BREAK}: {}", lower_first(advice))));
    }
    for (i, other) in figures.other_currencies.iter().enumerate() {
        let count = french::count(other.count, "facture", "factures");
        let amount = french::decimal(&other.amount.to_string());
        blocks.push(paragraph(&format!("currency-{i}"), format!("En {}{NO_BREAK}: {amount} ({count}), à part.", other.currency)));
    }
    blocks
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn aged(figures: &KeyFigures) -> Vec<Block> {
    let total = i128::from(figures.aged.total.cents());
    let share = |amount: Money| {
        let ratio = Ratio::of(i128::from(amount.cents()), total).map(Ratio::percent);
        ratio.map_or_else(|| "—".to_owned(), |ratio| format!("{}{NO_BREAK}%", french::decimal(ratio.rounded().as_str())))
    };
    let number = |count: i64| french::decimal(&count.to_string());
    let line =
        |title: &str, count: i64, amount: Money| vec![title.to_owned(), number(count), french::money(amount), share(amount)];
    let mut rows: Vec<TableRow> =
        figures.aged.ages.iter().map(|aged| row(line(aged.age.title(), aged.count, aged.amount))).collect();
    rows.push(TableRow { total: true, ..row(line("Total", figures.aged.count, figures.aged.total)) });
    let columns = [("Retard", false), ("Factures", true), ("Reste dû", true), ("Part", true)];
    let most = figures.aged.ages.iter().map(|aged| aged.amount.cents()).max().unwrap_or_default().max(1);
    let length = |amount: Money| u32::try_from(i128::from(amount.cents()) * 1000 / i128::from(most)).unwrap_or_default();
    let bars = Block::Bars {
        caption: "Ce qui reste dû, selon le retard".to_owned(),
        items: figures
            .aged
            .ages
            .iter()
            .map(|aged| Item { label: aged.age.title().to_owned(), value: french::money(aged.amount) })
            .collect(),
        lengths: figures.aged.ages.iter().map(|aged| length(aged.amount)).collect(),
    };
    vec![heading("Balance âgée"), bars, table("Ce qui reste dû, selon le retard", &columns, rows)]
}

/// What each figure means, and what was left out of it.
fn definitions(figures: &KeyFigures) -> Block {
    let explained = |figure: &Figure| {
        let why = match &figure.value {
            Value::None(why) => format!(" {why}"),
            _ => String::new(),
        };
        let out = if figure.left_out.is_empty() {
            String::new()
        } else {
            format!(" Laissé de côté{NO_BREAK}: {}", figure.left_out.join(" "))
        };
        Item { label: figure.label.to_owned(), value: format!("{}{why}{out}", figure.definition) }
    };
    Block::Facts { title: "Définitions".to_owned(), items: figures.figures.iter().map(explained).collect() }
}

/// What kind of step an event is, in the order in which steps are listed.
fn step(event: &Event) -> Option<(u8, &'static str)> {
    Some(match &event.what {
        What::Call { .. } => (0, "Appels"),
        What::Letter { letter, .. } => match letter {
            LetterKind::TextMessage | LetterKind::EmailReminder | LetterKind::Reminder | LetterKind::SecondReminder => {
                (1, "Relances")
            }
            LetterKind::FormalNotice | LetterKind::PublicDemand => (2, "Mises en demeure et demandes"),
            _ => (3, "Autres lettres"),
        },
        What::Answer { .. } => (4, "Réponses de clients"),
        What::Promise { .. } => (5, "Promesses de paiement"),
        What::Plan { .. } => (6, "Échéanciers convenus"),
        What::Disputed { .. } => (7, "Contestations"),
        What::Act { act, .. } if act.kind().opens().is_some() => (8, "Procédures ouvertes"),
        What::Act { .. } => (9, "Actes de procédure"),
        _ => return None,
    })
}

/// The parts of a promise that still count.
fn promised(record: &Record, commitment: &Commitment) -> Vec<(Day, TableRow)> {
    if !matches!(commitment.state, CommitmentState::Running | CommitmentState::Broken) {
        return Vec::new();
    }
    let parts = commitment.parts.iter().filter_map(|part| {
        let state = match part.state {
            PartState::Pending => "attendu",
            PartState::Partly => "en partie",
            PartState::Broken => "non tenu",
            PartState::Kept | PartState::KeptLate => return None,
        };
        let cells = vec![
            record.debtor.name.clone(),
            french::short_day(part.due_on),
            french::money(part.amount),
            french::money(part.paid),
            state.to_owned(),
        ];
        Some((part.due_on, row(cells)))
    });
    parts.collect()
}
