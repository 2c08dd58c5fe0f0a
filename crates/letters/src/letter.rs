//! From the facts to a letter, or to the reasons why none may be written.

use dument_law::penalties::{self, Statement};
use dument_law::{Day, Money, Note, Problems, Reference, Source};
use serde::{Deserialize, Serialize};

use crate::claim::Claim;
use crate::document::{Block, Document, Item, Language};
use crate::input::Input;
use crate::kind::LetterKind;
use crate::kinds::{Draft, Head};
use crate::line::Line;
use crate::party::Party;
use crate::penalty_options::PenaltyOptions;
use crate::wording::{Passage, Text};
use crate::{advice, kinds, mentions, payment_code, plain_text, refusal, statement_table, words};

/// More invoices than this are listed in the statement alone.
const REFERENCES: usize = 5;

/// A letter ready to be read, edited and rendered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Letter {
    /// What it is.
    pub kind: LetterKind,
    /// Its subject, without the word « Objet »: the subject of an e-mail too.
    pub subject: String,
    /// Its language.
    pub language: Language,
    /// The title of the document.
    pub title: String,
    /// Who wrote it: the creditor's name.
    pub author: String,
    /// The day it is dated.
    pub written_on: Day,
    /// Its parts, in reading order.
    pub blocks: Vec<Block>,
    /// The whole letter as plain text.
    pub text: String,
    /// What is owed: the figures of the letter come from here.
    pub statement: Statement,
    /// What its writer should know, check or complete.
    pub notes: Vec<Note>,
    /// The texts and pages it rests on.
    pub sources: Vec<Source>,
}

impl Letter {
    /// The letter as a document to be rendered.
    #[must_use]
    pub fn document(&self) -> Document {
        Document {
            language: self.language,
            title: self.title.clone(),
            author: self.author.clone(),
            written_on: self.written_on,
            blocks: self.blocks.clone(),
        }
    }
}

/// What a letter asks of the law. A module that only writes letters leaves the computation to the one that holds it.
pub struct Law<'a> {
    /// Counts what is owed, as [`penalties::penalties`] does.
    pub statement: &'a dyn Fn(&penalties::Input) -> Result<Statement, Problems>,
    /// The texts and pages of these ids, as [`Reference::cited`] gives them.
    pub cited: &'a dyn Fn(&[&str]) -> Vec<Source>,
    /// The whole number that the figure of this id is on a day, such as the months of a term, as [`Reference::number`] gives it.
    pub number: &'a dyn Fn(&str, Day) -> Option<u32>,
}

/// Writes a letter, with the figures of the law that `reference` holds.
///
/// # Errors
/// Those of [`write()`].
pub fn letter(input: &Input, reference: &Reference) -> Result<Letter, Problems> {
    let statement = |facts: &penalties::Input| penalties::penalties(facts, reference);
    let (cited, number) = (|ids: &[&str]| reference.cited(ids.iter().copied()), |id: &str, on| reference.number(id, on));
    write(input, &Law { statement: &statement, cited: &cited, number: &number })
}

/// Writes a letter.
///
/// # Errors
/// Every fault at once: those of the facts and of the statement, and the letters that may not be sent:
/// `insolvencyOpened` (C. com. L622-7, L622-21), `indemnityFromConsumer` (CPCE L111-8), `notApplicable`, `notYetDue`, `nothingDue`.
pub fn write(input: &Input, law: &Law<'_>) -> Result<Letter, Problems> {
    let addressee = input.addressee();
    let words = words::of(input.language);
    let statement = statement(input, law)?;
    let draft = Draft { input, addressee, claim: Claim::new(input, &statement), law };
    let form = kinds::write(&draft);
    let claim = &draft.claim;
    let mut notes = advice::notes(input, addressee, claim);
    notes.extend(form.notes);
    let Text { subject, basis, body } = form.text;
    let with_statement = body.iter().any(|passage| matches!(passage, Passage::Part(name) if name == "statement"));
    let annex = if with_statement { statement_table::annex(words, &input.invoices, &statement) } else { Vec::new() };

    let mut blocks = match form.head {
        Head::Letter => head(input, claim, &subject, form.recipient, form.references),
        Head::Deed => vec![Block::Heading { text: subject.clone(), level: 1 }],
        Head::Bare => Vec::new(),
    };
    let mut own_parts = form.parts;
    for passage in body {
        match passage {
            Passage::Heading(text) => blocks.push(Block::Heading { text, level: 2 }),
            Passage::Paragraph { id, text } => blocks.push(Block::Paragraph { id, text }),
            Passage::Part(name) => {
                let own: Vec<Block> =
                    own_parts.iter_mut().filter(|(own, _)| *own == name).flat_map(|(_, part)| std::mem::take(part)).collect();
                match name.as_str() {
                    _ if !own.is_empty() => blocks.extend(own),
                    "invoices" if input.invoices.len() > 1 => {
                        blocks.push(statement_table::balances(words, &input.invoices, input.written_on));
                    }
                    "statement" => blocks.push(statement_table::statement(words, &input.invoices, &statement)),
                    "payment" => {
                        let amount = asked(input, claim, form.asks);
                        blocks.extend(payment(input, claim, amount));
                        blocks.extend(payment_code(input, claim, amount));
                    }
                    _ => {}
                }
            }
        }
    }
    blocks.extend(form.signature.unwrap_or_else(|| vec![Block::Signature { lines: signature(&input.creditor) }]));
    if let Some(own) = form.enclosures {
        blocks.push(Block::Enclosures { items: enclosures(input, claim, (with_statement, !annex.is_empty()), own) });
    }
    blocks.extend(annex);
    if input.payment_code {
        notes.push(advice::payment_code(blocks.iter().any(|block| matches!(block, Block::PaymentCode { .. }))));
    }

    let rests_on = basis.iter().map(String::as_str).chain(["ccom-r123-237"]);
    let counted = statement.sources.iter().filter(|_| input.kind.counts_interest()).map(|source| source.id.as_str());
    let sources = (law.cited)(&rests_on.chain(counted).collect::<Vec<_>>());
    let document = Document {
        language: input.language,
        title: subject.clone(),
        author: mentions::full_name(&input.creditor).into(),
        written_on: input.written_on,
        blocks,
    };
    let text = plain_text::plain_text(&document);
    let Document { language, title, author, written_on, blocks } = document;
    Ok(Letter { kind: input.kind, subject, language, title, author, written_on, blocks, text, statement, notes, sources })
}

/// What is owed on the day of the letter, unless something forbids to write it.
fn statement(input: &Input, law: &Law<'_>) -> Result<Statement, Problems> {
    let mut problems = refusal::problems(input);
    let invoices = input.invoices.iter().map(penalties::Invoice::from).collect();
    let options = PenaltyOptions { imputation: input.imputation(), ..input.penalties.clone() };
    let facts = options.statement_input(input.counted_to(), input.regime(), invoices);
    match (law.statement)(&facts) {
        Ok(statement) => {
            if problems.is_empty() {
                problems = refusal::nothing_due(input, &statement);
                kinds::check_sums(input, &statement, &mut problems);
            }
            Problems::check(problems)?;
            Ok(statement)
        }
        Err(found) => {
            problems.extend(refusal::of_statement(&found));
            Problems::check(problems)?;
            Err(found)
        }
    }
}

/// What stands above the text: who, to whom, where and when, how, about what.
fn head(
    input: &Input,
    claim: &Claim<'_>,
    subject: &str,
    recipient: Option<Vec<String>>,
    own_references: Option<Vec<Item>>,
) -> Vec<Block> {
    let words = words::of(input.language);
    let place = mentions::place(input);
    let mut head = vec![
        Block::Sender { lines: mentions::sender(&input.creditor, words) },
        Block::Recipient { lines: recipient.unwrap_or_else(|| mentions::recipient(&input.debtor)) },
        Block::PlaceAndDate { text: words.place_and_date(place.as_str(), input.written_on) },
    ];
    if input.kind.is_registered() {
        head.push(Block::Delivery { text: words.labels().registered_letter.into() });
    }
    head.push(Block::Subject { text: subject.to_owned() });
    let items = own_references.unwrap_or_else(|| references(input.language, claim));
    head.extend((!items.is_empty()).then_some(Block::References { items }));
    head
}

pub(crate) fn references(language: Language, claim: &Claim<'_>) -> Vec<Item> {
    let words = words::of(language);
    if claim.invoices.len() > REFERENCES {
        let value = words.listed_invoices(claim.invoices.len());
        return vec![Item { label: words.labels().invoices.into(), value }];
    }
    let mut items = Vec::new();
    for invoice in &claim.invoices {
        items.push(Item {
            label: words.invoice(invoice.number.as_str()),
            value: words.invoice_days(invoice.issued_on, invoice.due_on),
        });
        let order = invoice.order_reference.as_ref();
        items.extend(order.map(|order| Item { label: words.labels().your_reference.into(), value: order.to_string() }));
    }
    items
}

/// What the letter asks for.
fn asked(input: &Input, claim: &Claim<'_>, asks: Option<Money>) -> Money {
    asks.unwrap_or(if input.kind.counts_interest() { claim.total() } else { claim.balance })
}

/// The account to pay into, the reference and the amount; nothing where no account is given.
fn payment(input: &Input, claim: &Claim<'_>, amount: Money) -> Option<Block> {
    let words = words::of(input.language);
    let mut account = account(input, claim)?;
    if let Block::Facts { items, .. } = &mut account {
        items.push(Item { label: words.labels().amount.into(), value: words.money(amount) });
    }
    Some(account)
}

/// The account to pay into and the reference; nothing where no account is given.
pub(crate) fn account(input: &Input, claim: &Claim<'_>) -> Option<Block> {
    let iban = input.creditor.iban?;
    let words = words::of(input.language);
    let labels = words.labels();
    let item = |label: &str, value: String| Item { label: label.into(), value };
    let mut items = vec![item(labels.payee, mentions::full_name(&input.creditor).into()), item("IBAN", iban.printed())];
    items.extend(input.creditor.bic.as_ref().map(|bic| item("BIC", bic.to_string())));
    items.push(item(labels.reference, payment_reference(input, claim)));
    Some(Block::Facts { title: labels.how_to_pay.into(), items })
}

/// The code that prepares the payment, at the writer's choice.
fn payment_code(input: &Input, claim: &Claim<'_>, amount: Money) -> Option<Block> {
    let creditor = &input.creditor;
    let iban = creditor.iban.filter(|_| input.payment_code)?;
    let words = words::of(input.language);
    let (payee, reference) = (mentions::full_name(creditor), payment_reference(input, claim));
    let payload = payment_code::payload(payee.as_str(), iban, creditor.bic.as_ref(), amount, &reference)?;
    Some(Block::PaymentCode { payload, caption: words.payment_code(amount, payee.as_str(), &reference) })
}

/// What a payment recalls: the number of a debit note, or those of the invoices, unless they are too many for a transfer.
fn payment_reference(input: &Input, claim: &Claim<'_>) -> String {
    if let Some(note) = kinds::penalty_claim::number(input) {
        return note.into();
    }
    let numbers: Vec<&str> = claim.invoices.iter().map(|invoice| invoice.number.as_str()).collect();
    let named = numbers.join(", ");
    let fits = numbers.len() <= REFERENCES && named.chars().count() <= payment_code::REMITTANCE;
    if fits { named } else { words::of(input.language).payment_reference(numbers.len(), claim.written_on) }
}

pub(crate) fn signature(creditor: &Party) -> Vec<String> {
    let named = creditor.signatory.iter().filter(|signatory| Line::some(&signatory.name).is_some());
    let lines: Vec<String> = named.flat_map(mentions::signatory).collect();
    if lines.is_empty() { vec![mentions::full_name(creditor).into()] } else { lines }
}

/// What goes with the letter; the proof of costs only where its statement asks for them.
fn enclosures(input: &Input, claim: &Claim<'_>, (with_statement, with_annex): (bool, bool), own: Vec<String>) -> Vec<String> {
    let words = words::of(input.language);
    let labels = words.labels();
    let mut items = vec![match claim.single_invoice() {
        Some(invoice) => words.copy_of_invoice(invoice.number.as_str()),
        None => words.copies_of_invoices(claim.invoice_count()),
    }];
    if with_annex {
        items.push(labels.detailed_statement.into());
    }
    if with_statement && claim.statement.totals.extra_costs.is_positive() {
        items.push(labels.proof_of_costs.into());
    }
    items.extend(own);
    items.extend(input.facts.enclosures.iter().filter_map(|item| Line::some(item)).map(String::from));
    items
}
