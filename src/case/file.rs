//! The case as a file: what is kept on the machine, exported, imported and carried by links. `docs/file-format.md` is its
//! description for others, `case.schema.json` its schema.

mod pruning;
#[cfg(test)]
mod schema;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Case, Invoice};

/// The version of the format written here. A newer file is refused, never guessed at.
///
/// It grows when an earlier reader would misread what is written; a field that such a reader can name and leave aside is no
/// reason.
pub const VERSION: u32 = 2;

/// What every file says it is.
const FORMAT: &str = "dument";

/// More faults than these are not looked for: the file is something else.
const MOST_FAULTS: usize = 100;

/// A case in a file, with the name it goes by where it has one of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FiledCase {
    /// The name the visitor gave it; empty for the debtor's.
    pub name: String,
    /// Its facts.
    pub case: Case,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its cases: one at least.
    pub cases: Vec<FiledCase>,
    /// What it says besides that is not known here, by its path. It is in none of the cases.
    pub unknown: Vec<String>,
}

/// Why a text is no case that can be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Not a file of this application, or damaged.
    #[error("Ce fichier n’est pas un dossier Dûment, ou il est abîmé.")]
    Unreadable,
    /// Written by a newer version.
    #[error(
        "Ce dossier vient d’une version plus récente de Dûment (format {0}). Rechargez la page pour obtenir la dernière version."
    )]
    Newer(u32),
    /// Of this format, but without any case.
    #[error("Ce fichier Dûment ne contient aucun dossier.")]
    Empty,
    /// Values that none of its fields can hold, each by its path.
    #[error("Ce dossier contient des valeurs que Dûment ne connaît pas\u{a0}: {}. Corrigez-les dans le fichier, ou rechargez la page si une version plus récente l’a écrit.", Listed(.0))]
    Faults(Vec<String>),
    /// Fields that are not known here, where what is read is to be written over.
    #[error("Ce dossier contient des informations que cette version de Dûment ne connaît pas\u{a0}: {}. Rechargez la page pour obtenir la dernière version.", Listed(.0))]
    Unknown(Vec<String>),
}

/// Paths as they are read out.
struct Listed<'a>(&'a [String]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let paths: Vec<String> = self.0.iter().map(|path| format!("«\u{a0}{path}\u{a0}»")).collect();
        f.write_str(&paths.join(", "))
    }
}

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u32,
    cases: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    case: &'a Case,
}

impl<'a> File<'a> {
    fn of(cases: impl IntoIterator<Item = (&'a str, &'a Case)>) -> Self {
        let cases = cases.into_iter().map(|(name, case)| Entry { name, case }).collect();
        Self { format: FORMAT, version: VERSION, cases }
    }
}

/// A case as JSON.
///
/// # Panics
/// Never: a case is made of texts and lists, which JSON holds.
#[must_use]
pub fn write(case: &Case) -> String {
    serde_json::to_string_pretty(&File::of([("", case)])).expect("JSON holds texts and lists")
}

/// Several cases as JSON, with their names.
///
/// # Panics
/// Never, as [`write()`].
#[must_use]
pub fn write_all(cases: &[FiledCase]) -> String {
    let file = File::of(cases.iter().map(|filed| (filed.name.as_str(), &filed.case)));
    serde_json::to_string_pretty(&file).expect("JSON holds texts and lists")
}

/// A case as the shortest JSON that reads the same: without what is empty.
///
/// # Panics
/// Never, as [`write()`].
#[must_use]
pub fn write_short(case: &Case) -> String {
    let mut case = serde_json::to_value(case).expect("JSON holds texts and lists");
    pruning::prune(&mut case);
    serde_json::json!({ "format": FORMAT, "version": VERSION, "cases": [{ "case": case }] }).to_string()
}

/// Reads the one case that was written to be kept: nothing in it may be unknown, for it is going to be written over.
pub fn read(text: &str) -> Result<Case, FileError> {
    let Opened { cases, unknown } = open(text)?;
    if !unknown.is_empty() {
        return Err(FileError::Unknown(unknown));
    }
    Ok(cases.into_iter().next().ok_or(FileError::Empty)?.case)
}

/// Reads every case of a file of any version up to this one.
pub fn open(text: &str) -> Result<Opened, FileError> {
    #[derive(Deserialize)]
    struct Head {
        format: String,
        version: u32,
    }
    // A mark that some editors put before a text.
    let text = text.trim_start_matches('\u{feff}');
    let head: Head = serde_json::from_str(text).map_err(|_| FileError::Unreadable)?;
    if head.format != FORMAT || head.version == 0 {
        return Err(FileError::Unreadable);
    }
    if head.version > VERSION {
        return Err(FileError::Newer(head.version));
    }
    let mut file: Value = serde_json::from_str(text).map_err(|_| FileError::Unreadable)?;
    if head.version == 1 {
        from_1(&mut file);
    }
    let Some(entries) = file["cases"].as_array() else { return Err(FileError::Unreadable) };
    if entries.is_empty() {
        return Err(FileError::Empty);
    }
    let mut opened = Opened { cases: Vec::new(), unknown: Vec::new() };
    let mut faults = Vec::new();
    unknown_fields(&file, &["format", "version", "cases"], "", &mut opened.unknown);
    for (i, entry) in entries.iter().enumerate() {
        let path = format!("cases[{i}]");
        unknown_fields(entry, &["name", "case"], &format!("{path}."), &mut opened.unknown);
        let name = match &entry["name"] {
            Value::Null => String::new(),
            Value::String(name) => name.clone(),
            _ => {
                faults.push(format!("{path}.name"));
                continue;
            }
        };
        let path = format!("{path}.case");
        match read_case(&entry["case"]) {
            Ok(case) => {
                let known = serde_json::to_value(&case).unwrap_or_default();
                absent(&entry["case"], &known, &path, &mut opened.unknown);
                opened.cases.push(FiledCase { name, case: whole(case) });
            }
            Err(found) => faults.extend(found.into_iter().map(|fault| format!("{path}{fault}"))),
        }
    }
    if faults.is_empty() { Ok(opened) } else { Err(FileError::Faults(faults)) }
}

/// Version 1 held one case, without a name.
fn from_1(file: &mut Value) {
    if let Some(fields) = file.as_object_mut()
        && let Some(case) = fields.remove("case")
    {
        fields.insert("cases".to_owned(), serde_json::json!([{ "case": case }]));
    }
}

/// A case has an invoice, which every page counts on; a file from elsewhere may not know.
fn whole(mut case: Case) -> Case {
    if case.invoices.is_empty() {
        case.invoices.push(Invoice::default());
    }
    case
}

/// Reads a case, or names all that can't be read in it: what stands in the way of the rest is left out, and it is read again.
fn read_case(value: &Value) -> Result<Case, Vec<String>> {
    let mut value = value.clone();
    let mut faults = Faults::default();
    loop {
        let error = match serde_path_to_error::deserialize(&value) {
            Ok(case) if faults.found.is_empty() => return Ok(case),
            Ok(_) => return Err(faults.found),
            Err(error) => error,
        };
        let path: Vec<Step> = error.path().iter().filter_map(Step::of).collect();
        faults.note(&path);
        if faults.found.len() == MOST_FAULTS || !remove(&mut value, &path) {
            return Err(faults.found);
        }
    }
}

/// The faults of a case, in the order of its fields.
#[derive(Default)]
struct Faults {
    found: Vec<String>,
    /// How many items were left out of each list so far: those that follow have moved up.
    left_out: BTreeMap<String, usize>,
}

impl Faults {
    fn note(&mut self, path: &[Step]) {
        let mut shown = String::new();
        for (depth, step) in path.iter().enumerate() {
            match step {
                Step::Field(name) => shown.extend([".", name]),
                Step::Item(i) => {
                    let list = shown.clone();
                    let moved = self.left_out.entry(list).or_default();
                    shown.extend(["[", &(i + *moved).to_string(), "]"]);
                    *moved += usize::from(depth + 1 == path.len());
                }
            }
        }
        self.found.push(shown);
    }
}

/// A step into a value.
enum Step {
    Field(String),
    Item(usize),
}

impl Step {
    fn of(segment: &serde_path_to_error::Segment) -> Option<Self> {
        match segment {
            serde_path_to_error::Segment::Seq { index } => Some(Self::Item(*index)),
            serde_path_to_error::Segment::Map { key } => Some(Self::Field(key.clone())),
            _ => None,
        }
    }
}

/// Takes what stands at the end of a path out of a value.
fn remove(value: &mut Value, path: &[Step]) -> bool {
    let Some((step, rest)) = path.split_first() else { return false };
    match (value, step) {
        (Value::Object(fields), Step::Field(name)) if rest.is_empty() => fields.remove(name).is_some(),
        (Value::Array(items), Step::Item(i)) if rest.is_empty() && *i < items.len() => {
            items.remove(*i);
            true
        }
        (Value::Object(fields), Step::Field(name)) => fields.get_mut(name).is_some_and(|field| remove(field, rest)),
        (Value::Array(items), Step::Item(i)) => items.get_mut(*i).is_some_and(|item| remove(item, rest)),
        _ => false,
    }
}

/// Notes the fields of an object that are none of these.
fn unknown_fields(value: &Value, known: &[&str], path: &str, unknown: &mut Vec<String>) {
    let names = value.as_object().into_iter().flat_map(serde_json::Map::keys);
    unknown.extend(names.filter(|name| !known.contains(&name.as_str())).map(|name| format!("{path}{name}")));
}

/// Notes what a value says that it doesn't say any more once it was read: a field that no one knows.
fn absent(given: &Value, read: &Value, path: &str, unknown: &mut Vec<String>) {
    match (given, read) {
        (Value::Object(given), Value::Object(read)) => {
            for (name, given) in given {
                let path = format!("{path}.{name}");
                match read.get(name) {
                    Some(read) => absent(given, read, &path, unknown),
                    None => unknown.push(path),
                }
            }
        }
        (Value::Array(given), Value::Array(read)) => {
            for (i, (given, read)) in given.iter().zip(read).enumerate() {
                absent(given, read, &format!("{path}[{i}]"), unknown);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::case::{Draft, HistoryEntry, Movement};

    fn one(case: Case) -> Opened {
        Opened { cases: vec![FiledCase { name: String::new(), case }], unknown: Vec::new() }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut case = Case::default();
        case.invoices[0].amount = "pas un montant".to_owned();
        assert_eq!(read(&write(&case)), Ok(case), "even what was typed wrong is kept");
    }

    /// What the ledger hands over is a case that opens whole, and that every page can reckon with.
    #[test]
    fn a_client_of_the_ledger_opens_whole() {
        use dument_law::procedures::{Evidence, InsolvencyKind};
        use dument_law::{Money, PartyKind, Reference, penalties};
        use dument_ledger::{Act, Book, Debtor, DebtorField, Edit, Event, Instalment, Ledger, Sending, Settlement, What};
        use dument_letters::LetterKind;

        let (as_of, reference) = ("2026-11-22".parse().unwrap(), Reference::published());
        let mut book = Book::open(Ledger::default(), as_of, reference.clone());
        let details = Box::new(Debtor { name: "Brun & Fils".to_owned(), ..Debtor::default() });
        let debtor = *book.apply(vec![Edit::AddDebtor { details }]).unwrap().debtors.first().unwrap();
        let set = |change| Edit::SetDebtor { debtor, change: Box::new(change) };
        let mut invoice = dument_ledger::Invoice::new("F-1", "2026-05-16".parse().unwrap(), Money::from_cents(185_000));
        invoice.settlements = vec![Settlement::payment("2026-06-10".parse().unwrap(), Money::from_cents(35_000))];
        let happened = |on: &str, what| Edit::AddEvent { debtor, event: Box::new(Event::new(on.parse().unwrap(), what)) };
        let instalments = vec![Instalment { due_on: "2026-08-03".parse().unwrap(), amount: Money::from_cents(1000) }];
        let opened =
            Act::InsolvencyOpened { proceedings: InsolvencyKind::Liquidation, published_on: Some("2026-11-05".parse().unwrap()) };
        book.apply(vec![
            set(DebtorField::Kind(Some(PartyKind::Company))),
            set(DebtorField::Rate(penalties::Rate::Fixed { percent: "12.5".parse().unwrap() })),
            set(DebtorField::Exhibits(vec![Evidence::Order])),
            Edit::AddInvoice { debtor, invoice: Box::new(invoice) },
            happened("2026-06-25", What::Letter { letter: LetterKind::FormalNotice, by: Sending::Registered }),
            happened("2026-07-01", What::Plan { instalments, signed: true }),
            happened("2026-09-01", What::Disputed { amount: None, reason: String::new() }),
            happened("2026-10-01", What::Act { act: Act::CourtSummoned { summary: true }, of: None }),
            happened("2026-11-02", What::Act { act: opened, of: None }),
        ])
        .unwrap();
        let opened = open(&book.case_file(debtor, &[]).unwrap()).unwrap();
        assert_eq!(opened.unknown, Vec::<String>::new());
        let FiledCase { name, case } = &opened.cases[0];
        assert_eq!((name.as_str(), case.history.len(), case.answers.insolvent), ("Brun & Fils", 3, Some(true.into())));
        let statement = penalties::penalties(&case.penalties_input(as_of).unwrap(), reference).unwrap();
        assert!(statement.totals.interest.is_positive());
        assert_eq!(case.limitation_inputs(as_of).unwrap().len(), 1);
    }

    #[test]
    fn a_case_always_has_an_invoice() {
        let case = read("{\"format\":\"dument\",\"version\":1,\"case\":{\"invoices\":[]}}").unwrap();
        assert_eq!(case, Case::default());
    }

    #[test]
    fn a_case_from_before_payment_terms_still_opens() {
        let case = read(r#"{"format":"dument","version":1,"case":{"invoices":[{"dueOn":"16/05/2026"}]}}"#).unwrap();
        assert_eq!(case.invoices, [Invoice { due_on: "16/05/2026".to_owned(), ..Invoice::default() }]);
    }

    /// A file of each version, as it was written then.
    #[test]
    fn every_version_opens() {
        for version in 1..=VERSION {
            let path = format!("{}/src/case/file/versions/{version}.json", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(&path).expect("each version needs a file as it was written then");
            let Opened { cases, unknown } = open(&text).unwrap();
            assert_eq!(unknown, [""; 0], "{path}");
            assert_eq!(cases[0].case.debtor.name, "Brun & Fils", "{path}");
            assert_eq!(cases[0].case.invoices[0].payments[0].amount, "500,00", "{path}");
            assert_eq!(cases[0].case.history[0].on, "01/06/2026", "{path}");
        }
    }

    #[test]
    fn several_cases_keep_their_names() {
        let cases = ["Toit", ""].map(|name| FiledCase { name: name.to_owned(), case: Case::default() }).to_vec();
        assert_eq!(open(&write_all(&cases)), Ok(Opened { cases, unknown: Vec::new() }));
    }

    #[test]
    fn a_case_from_before_unknown_periods_still_opens() {
        let case = read(r#"{"format":"dument","version":1,"case":{"invoices":[{"term":{"periodic":true}}]}}"#).unwrap();
        assert_eq!(case.invoices[0].term.periodic, Some(dument_law::procedures::YesNo::Yes));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for unreadable in ["", "{}", "[]", "{", r#"{"format":"autre","version":1}"#, r#"{"format":"dument","version":2}"#] {
            assert_eq!(open(unreadable), Err(FileError::Unreadable), "{unreadable}");
        }
        assert_eq!(open(r#"{"format":"dument","version":7,"case":{}}"#), Err(FileError::Newer(7)));
        assert_eq!(open(r#"{"format":"dument","version":2,"cases":[]}"#), Err(FileError::Empty));
    }

    #[track_caller]
    fn check_faults(case: &str, expected: &[&str]) {
        let text = format!(r#"{{"format":"dument","version":2,"cases":[{{"case":{{}}}},{{"case":{case}}}]}}"#);
        let expected = expected.iter().map(|fault| format!("cases[1].case{fault}")).collect();
        assert_eq!(open(&text), Err(FileError::Faults(expected)));
    }

    #[test]
    fn every_fault_is_named() {
        check_faults("3", &[""]);
        check_faults(r#"{"place":"mars","debtor":{"kind":"robot","name":3}}"#, &[".debtor.kind", ".debtor.name", ".place"]);
        check_faults(
            r#"{"history":[{"on":""},{"kind":"reminder","on":""},{"kind":"rien","on":""},{"kind":"reminder","on":2}]}"#,
            &[".history[0]", ".history[2].kind", ".history[2]", ".history[3].on", ".history[3]"],
        );
        check_faults(r#"{"answers":{"evidence":["x","signedQuote","y"]}}"#, &[".answers.evidence[0]", ".answers.evidence[2]"]);
        check_faults(
            r#"{"invoices":[{"payments":[{"on":1},{"on":2}]}]}"#,
            &[".invoices[0].payments[0].on", ".invoices[0].payments[1].on"],
        );
    }

    #[test]
    fn what_is_not_known_is_named_and_never_written_over() {
        let text = r#"{"format":"dument","version":2,"by":"x","cases":[{"tag":1,"case":{"debtor":{"fax":"2"},"invoices":[{"amount":"3"},{"vat":{}}]}}]}"#;
        let unknown = ["by", "cases[0].tag", "cases[0].case.debtor.fax", "cases[0].case.invoices[1].vat"].map(str::to_owned);
        let opened = open(text).unwrap();
        assert_eq!(opened.unknown, unknown);
        assert_eq!(opened.cases[0].case.invoices[0].amount, "3");
        assert_eq!(read(text), Err(FileError::Unknown(unknown.to_vec())));
    }

    #[test]
    fn the_short_form_says_the_same() {
        let mut case = Case::default();
        case.answers.evidence = Some(Vec::new());
        case.association_is_professional = Some(false);
        case.letters.entry(dument_letters::LetterKind::Reminder).or_default().rewrite("demand", "Payez.", "");
        assert_eq!(open(&write_short(&case)), Ok(one(case)), "an empty answer is an answer");
        assert_eq!(write_short(&Case::default()), r#"{"cases":[{"case":{}}],"format":"dument","version":2}"#);
    }

    fn movement() -> impl Strategy<Value = Movement> {
        (".{0,6}", ".{0,6}", any::<bool>()).prop_map(|(on, amount, retroactive)| Movement { on, amount, retroactive })
    }

    fn invoice() -> impl Strategy<Value = Invoice> {
        let texts = proptest::array::uniform7(".{0,8}");
        (texts, proptest::collection::vec(movement(), 0..3), proptest::collection::vec(movement(), 0..3)).prop_map(
            |([number, description, issued_on, performed_on, due_on, amount, days], payments, credits)| {
                let mut invoice = Invoice {
                    number,
                    description,
                    issued_on,
                    performed_on,
                    due_on,
                    amount,
                    payments,
                    credits,
                    ..Invoice::default()
                };
                invoice.term.days = days;
                invoice
            },
        )
    }

    fn draft() -> impl Strategy<Value = Draft> {
        proptest::collection::vec((".{0,5}", ".{0,5}"), 0..4).prop_map(|words| {
            let mut draft = Draft::default();
            for (id, text) in words {
                draft.rewrite(&id, "Payez.", &text);
                draft.facts.insert(id, text);
            }
            draft
        })
    }

    prop_compose! {
        /// Cases of every shape, typed rightly or wrongly.
        fn any_case()(
            invoices in proptest::collection::vec(invoice(), 1..4),
            name in ".*",
            evidence in proptest::option::of(Just(Vec::new())),
            professional: Option<bool>,
            on in ".{0,12}",
            steps_told: bool,
            draft in draft(),
        ) -> Case {
            let mut case = Case { invoices, association_is_professional: professional, ..Case::default() };
            case.debtor.name = name;
            case.answers.evidence = evidence;
            case.answers.steps_told = steps_told;
            case.history.push(HistoryEntry { kind: dument_law::EventKind::Reminder, on, until: String::new(), outcome: None });
            case.letters.insert(dument_letters::LetterKind::FormalNotice, draft);
            case
        }
    }

    proptest! {
        #[test]
        fn any_case_is_read_back_equal(case in any_case(), name in ".*") {
            prop_assert_eq!(read(&write(&case)), Ok(case.clone()));
            prop_assert_eq!(open(&write_short(&case)), Ok(one(case.clone())));
            let cases = vec![FiledCase { name, case }; 2];
            prop_assert_eq!(open(&write_all(&cases)), Ok(Opened { cases, unknown: Vec::new() }));
        }

        #[test]
        fn no_text_panics(noise: String, at in 0..2000_usize, sign: char) {
            let _ = open(&noise);
            let _ = open(&format!(r#"{{"format":"dument","version":2,"cases":[{{"case":{{"debtor":{noise:?}}}}}]}}"#));
            let mut text: Vec<char> = write(&Case::default()).chars().collect();
            let at = at % text.len();
            text[at] = sign;
            let _ = open(&text.iter().collect::<String>());
            text.truncate(at);
            let _ = open(&text.into_iter().collect::<String>());
        }
    }
}
