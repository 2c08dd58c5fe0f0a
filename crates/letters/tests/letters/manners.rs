//! What every letter is, and what none may contain.

use std::fs;
use std::path::{Path, PathBuf};

use dument_law::{Code, Day, Money, Percent, Reference, french};
use dument_letters::{Addressee, Block, Letter, forbidden};
use serde_json::{Value, json};

use crate::case::{DEBTORS, KINDS, REMINDERS, applies, case, part_paid, two_invoices, write, written};

/// Every kind to every debtor it applies to, in every variant that it can have, by a name such as `reminder to consumer, part paid`.
fn every_letter() -> Vec<(String, Value, Letter)> {
    let mut letters = Vec::new();
    for &kind in KINDS {
        for debtor in DEBTORS.into_iter().filter(|debtor| applies(kind, debtor)) {
            for (variant, case) in variants(kind, debtor) {
                let name = format!("{kind} to {debtor}, {variant}");
                match write(case.clone()) {
                    Ok(letter) => letters.push((name, case, letter)),
                    Err(problems) => {
                        let codes: Vec<Code> = problems.all().iter().map(|problem| problem.code).collect();
                        let impossible = [Code::NotApplicable, Code::SumMismatch, Code::NothingDue, Code::NotYetDue];
                        let can_be = variant == "one invoice" || codes.iter().any(|code| !impossible.contains(code));
                        assert!(!can_be, "{name} is refused: {problems}");
                    }
                }
            }
        }
    }
    letters
}

fn variants(kind: &str, debtor: &str) -> Vec<(&'static str, Value)> {
    let mut later = two_invoices(kind, debtor);
    later["writtenOn"] = json!("2026-12-30");
    later["penalties"]["noticeReceivedOn"] = json!("2026-06-20");
    later["penalties"]["rate"] = json!({ "kind": "fixed", "percent": "6" });
    later["tone"] = json!("courteous");
    let mut bare = case(kind, debtor);
    for detail in ["iban", "bic", "siren", "capital", "rcsTown", "vatNumber", "contact", "signatory"] {
        bare["creditor"].as_object_mut().unwrap().remove(detail);
    }
    bare["tone"] = json!("firm");
    vec![
        ("one invoice", case(kind, debtor)),
        ("two invoices", two_invoices(kind, debtor)),
        ("part paid", part_paid(kind, debtor)),
        ("later", later),
        ("bare", bare),
    ]
}

/// Whether a letter of this name is one of the way to a formal notice.
fn is_reminder(name: &str) -> bool {
    REMINDERS.iter().any(|kind| name.starts_with(&format!("{kind} ")))
}

/// Whether a letter of this name keeps to the alphabet of telephones, which has no spaces but the ordinary one.
fn is_plain(name: &str) -> bool {
    name.starts_with("textMessage ")
}

#[test]
fn typography_is_right_everywhere() {
    for (name, _, letter) in every_letter().into_iter().filter(|(name, ..)| !is_plain(name)) {
        for wrong in [" ;", " :", " !", " ?", " %", " €", " »", "« ", "'", "n° ", "..", " ,", " .", "( ", " )"] {
            assert!(!letter.text.contains(wrong), "{name}: {wrong:?} in\n{}", letter.text);
        }
        for block in &letter.blocks {
            if let Block::Paragraph { id, text } = block {
                assert!(!text.contains("  ") && text.trim() == text, "{name}: spaces in {id}: {text:?}");
                assert!(text.ends_with(['.', ',', '?', '»', ':', ';']), "{name}: {id} ends in the air: {text:?}");
            }
        }
    }
}

#[test]
fn nothing_is_left_to_fill_in() {
    for (name, _, letter) in every_letter() {
        for hole in ["[", "]", "{", "}", "¶", "None", "Some(", "XX", "fondement", "relu le"] {
            assert!(!letter.text.contains(hole), "{name}: {hole:?} in\n{}", letter.text);
        }
    }
}

#[test]
fn paragraphs_have_names_of_their_own() {
    for (name, _, letter) in every_letter() {
        let mut ids: Vec<&str> = letter
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph { id, .. } => Some(id.as_str()),
                _ => None,
            })
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: {ids:?}");
        let whole = ids.contains(&"greeting") && ids.contains(&"claim") && ids.contains(&"closing");
        assert!(whole || !is_reminder(&name), "{name}: {ids:?}");
    }
}

/// The date of the law that lets a written demand to a public body interrupt limitation.
const LAW_OF_1968: &str = "31\u{a0}décembre 1968";

/// The amounts, rates and dates of a text, as French prints them.
fn printed_figures(text: &str) -> Vec<String> {
    let mut printed = Vec::new();
    for (end, sign) in text.char_indices().filter(|(_, c)| matches!(c, '€' | '%')) {
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, ',' | french::NARROW | french::NO_BREAK);
        let start = text[..end].rfind(|c| !is_number(c)).map_or(0, |place| place + 1);
        printed.push(text[text.ceil_char_boundary(start)..end + sign.len_utf8()].to_owned());
    }
    for month in french::MONTHS {
        for (place, _) in text.match_indices(&format!("{}{month} ", french::NO_BREAK)) {
            let start = text[..place].rfind(|c: char| !c.is_alphanumeric()).map_or(0, |before| before + 1);
            let end = place + french::NO_BREAK.len_utf8() + month.len() + 5;
            // « le 1er janvier de l’année suivante » has no year.
            if text.get(end - 4..end).is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit())) {
                printed.push(text[text.ceil_char_boundary(start)..end].to_owned());
            }
        }
    }
    printed
}

/// The facts and the statement, and what follows from them at once: sums over the invoices, what is left, the next day.
fn borne_out(case: &Value, letter: &Letter) -> Vec<String> {
    fn walk(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| walk(item, texts)),
            Value::Object(fields) => fields.values().for_each(|field| walk(field, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    walk(case, &mut texts);
    walk(&serde_json::to_value(&letter.statement).unwrap(), &mut texts);
    let mut known = vec![LAW_OF_1968.to_owned()];
    for text in texts {
        known.extend(text.parse().map(french::money));
        known.extend(text.parse().map(french::percent));
        known.extend(
            text.parse::<Percent>().map(|rate| format!("{}\u{a0}%", french::decimal(&rate.decimal().normalize().to_string()))),
        );
        known.extend(text.parse().map(french::day));
        known.extend(text.parse().map(|day: Day| french::day(day.next())));
    }
    let sum = |amount: &dyn Fn(&Value) -> i64| case["invoices"].as_array().unwrap().iter().map(amount).sum::<i64>();
    let cents = |value: &Value| value.as_str().unwrap().parse::<Money>().unwrap().cents();
    let paid =
        |invoice: &Value| invoice["payments"].as_array().map_or(0, |all| all.iter().map(|one| cents(&one["amount"])).sum());
    let invoiced = sum(&|invoice| cents(&invoice["amount"]));
    known.extend([invoiced, invoiced - sum(&paid)].map(|cents| french::money(Money::from_cents(cents))));
    known
}

#[test]
fn every_figure_is_one_of_the_facts_or_of_the_statement() {
    for (name, case, letter) in every_letter() {
        let known = borne_out(&case, &letter);
        let text = if is_plain(&name) { letter.text.replace(' ', "\u{202f}") } else { letter.text.clone() };
        for figure in printed_figures(&text) {
            assert!(known.contains(&figure), "{name}: {figure:?} comes from nowhere in\n{}", letter.text);
        }
    }
}

#[test]
fn no_letter_contains_what_none_may() {
    for (name, case, letter) in every_letter() {
        let to = match case["debtor"]["kind"].as_str().unwrap() {
            "company" => Addressee::Business,
            "publicBody" => Addressee::PublicBody,
            _ => Addressee::Consumer,
        };
        assert_eq!(forbidden(&letter.text, to), [], "{name}");
    }
}

/// Words that even a harmless sentence of a letter asking for payment does without.
#[test]
fn no_reminder_threatens_or_looks_official() {
    for (name, _, letter) in every_letter().into_iter().filter(|(name, ..)| is_reminder(name)) {
        let text = letter.text.to_lowercase();
        for forbidden in [
            "huissier",
            "commandement",
            "signifi",
            "dernier avis",
            "saisie",
            "saisir vos",
            "prison",
            "pénal ",
            "délit",
            "liquidation",
            "banque de france",
            "fichage",
            "employeur",
            "frais de dossier",
            "interrompt la prescription.",
            "sous peine",
            "contentieux",
            "à compter de la présente",
        ] {
            // A judge is asked for interest from the day the order is served.
            let before_a_judge = forbidden == "signifi" && name.starts_with("paymentOrderRequest");
            assert!(before_a_judge || !text.contains(forbidden), "{name}: {forbidden:?}");
        }
    }
}

#[test]
fn a_consumer_is_asked_for_no_indemnity_and_no_penalty() {
    let to_consumers = every_letter().into_iter().filter(|(name, ..)| name.contains("consumer") || name.contains("association"));
    for (name, _, letter) in to_consumers {
        let text = &letter.text;
        let joined = text.replace('\u{202f}', "");
        assert!(
            !joined.split_whitespace().any(|word| word.starts_with("40,00€") || word == "40" || word == "40€"),
            "{name}:\n{text}"
        );
        for forbidden in ["(quarante euros)", "ndemnité", "L441-10", "441-10", "441-5", "énalité", "frais", "refinancement"] {
            assert!(!text.contains(forbidden), "{name}: {forbidden:?} in\n{text}");
        }
        assert!(
            letter.sources.iter().all(|source| !source.id.starts_with("ccom-l441") && !source.id.starts_with("ccom-d441")),
            "{name}"
        );
    }
}

#[test]
fn only_a_consumer_is_told_of_consumer_mediation() {
    for (name, _, letter) in every_letter() {
        let expected = ["formalNotice", "replyToDispute"].iter().any(|kind| name.starts_with(&format!("{kind} to consumer")));
        assert_eq!(letter.text.contains("médiateur de la consommation"), expected, "{name}");
    }
}

#[test]
fn a_letter_to_a_public_body_interrupts_limitation_and_no_other_says_so() {
    for (name, _, letter) in every_letter() {
        let expected = is_reminder(&name) && name.contains("publicBody");
        let says_so = letter.text.contains("interrompt");
        assert!(!says_so || name.contains("publicBody"), "{name}");
        assert!(!expected || (says_so && letter.text.contains("68-1250")), "{name}");
    }
}

#[test]
fn a_formal_notice_says_all_that_makes_it_one() {
    for debtor in DEBTORS {
        let text = written(case("formalNotice", debtor)).text;
        for mention in [
            "Mise en demeure de payer la facture n°\u{a0}F-2026-014",
            "Lettre recommandée avec avis de réception",
            "Angers, le 30\u{a0}juin 2026",
            "Nous vous mettons en demeure de nous payer, ",
            "dans un délai de quinze jours à compter de la première présentation de cette lettre, la somme de ",
            "payable le 16\u{a0}mai 2026",
            "saisir la juridiction compétente",
            "Copie de la facture n°\u{a0}F-2026-014",
            "Claire Martin\nGérante",
            "FR14\u{a0}2004\u{a0}1010",
        ] {
            assert!(text.contains(mention), "{debtor}: {mention:?} in\n{text}");
        }
    }
}

#[test]
fn every_template_says_what_it_rests_on_and_when_it_was_read() {
    let templates = templates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"));
    assert!(templates.len() >= 9);
    for path in templates {
        let name = path.display();
        let text = fs::read_to_string(&path).unwrap();
        let mut lines = text.lines().skip_while(|line| !line.starts_with('¶'));
        let basis =
            lines.next().and_then(|line| line.strip_prefix("¶ fondement : ")).unwrap_or_else(|| panic!("{name}: no basis"));
        for id in basis.split(", ") {
            assert!(Reference::published().sources.iter().any(|source| source.id == id), "{name}: unknown source {id}");
        }
        let read_on =
            lines.next().and_then(|line| line.strip_prefix("¶ relu le : ")).unwrap_or_else(|| panic!("{name}: not dated"));
        assert!(read_on.parse::<dument_law::Day>().is_ok(), "{name}: {read_on}");
        for marker in lines.filter_map(|line| line.strip_prefix('¶')) {
            let marker = marker.trim();
            let part = marker.starts_with('[') && marker.ends_with(']');
            let heading = marker.starts_with("# ");
            assert!(part || heading || marker.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{name}: {marker:?}");
        }
    }
}

fn templates(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.extension() {
            None => templates(&path),
            Some(extension) if extension == "txt" => vec![path],
            Some(_) => Vec::new(),
        })
        .collect()
}
