//! What every letter is, and what none may contain.

use std::fs;
use std::path::{Path, PathBuf};

use dument_law::Reference;
use dument_letters::{Block, Letter};
use serde_json::{Value, json};

use crate::case::{DEBTORS, KINDS, case, part_paid, two_invoices, written};

fn every_letter() -> Vec<(String, Letter)> {
    let mut letters = Vec::new();
    for kind in KINDS {
        for debtor in DEBTORS {
            let mut later = two_invoices(kind, debtor);
            later["writtenOn"] = json!("2026-12-30");
            later["penalties"] = json!({ "noticeReceivedOn": "2026-06-20", "rate": { "kind": "fixed", "percent": "6" } });
            later["tone"] = json!("courteous");
            let mut bare = case(kind, debtor);
            for detail in ["iban", "bic", "siren", "capital", "rcsTown", "vatNumber", "contact", "signatory"] {
                bare["creditor"].as_object_mut().unwrap().remove(detail);
            }
            bare["tone"] = json!("firm");
            let cases: [(&str, Value); 5] = [
                ("one invoice", case(kind, debtor)),
                ("two invoices", two_invoices(kind, debtor)),
                ("part paid", part_paid(kind, debtor)),
                ("later", later),
                ("bare", bare),
            ];
            letters.extend(cases.map(|(variant, case)| (format!("{kind} to {debtor}, {variant}"), written(case))));
        }
    }
    letters
}

#[test]
fn typography_is_right_everywhere() {
    for (name, letter) in every_letter() {
        for wrong in [" ;", " :", " !", " ?", " %", " €", " »", "« ", "'", "n° ", "..", " ,", " .", "( ", " )"] {
            assert!(!letter.text.contains(wrong), "{name}: {wrong:?} in\n{}", letter.text);
        }
        for block in &letter.blocks {
            if let Block::Paragraph { id, text } = block {
                assert!(!text.contains("  ") && text.trim() == text, "{name}: spaces in {id}: {text:?}");
                assert!(text.ends_with(['.', ',']), "{name}: {id} ends in the air: {text:?}");
            }
        }
    }
}

#[test]
fn nothing_is_left_to_fill_in() {
    for (name, letter) in every_letter() {
        for hole in ["[", "]", "{", "}", "¶", "None", "Some(", "XX", "fondement", "relu le"] {
            assert!(!letter.text.contains(hole), "{name}: {hole:?} in\n{}", letter.text);
        }
    }
}

#[test]
fn paragraphs_have_names_of_their_own() {
    for (name, letter) in every_letter() {
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
        assert!(ids.contains(&"greeting") && ids.contains(&"claim") && ids.contains(&"closing"), "{name}: {ids:?}");
    }
}

#[test]
fn no_letter_threatens_or_looks_official() {
    for (name, letter) in every_letter() {
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
            assert!(!text.contains(forbidden), "{name}: {forbidden:?}");
        }
    }
}

#[test]
fn a_consumer_is_asked_for_no_indemnity_and_no_penalty() {
    let to_consumers = every_letter().into_iter().filter(|(name, _)| name.contains("consumer") || name.contains("association"));
    for (name, letter) in to_consumers {
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
    for (name, letter) in every_letter() {
        let expected = name.starts_with("formalNotice to consumer");
        assert_eq!(letter.text.contains("médiateur de la consommation"), expected, "{name}");
    }
}

#[test]
fn a_letter_to_a_public_body_interrupts_limitation_and_no_other_says_so() {
    for (name, letter) in every_letter() {
        let expected = name.contains("publicBody");
        assert_eq!(letter.text.contains("68-1250"), expected, "{name}");
        assert_eq!(letter.text.contains("interrompt"), expected, "{name}");
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
            let part = ["[invoices]", "[statement]", "[payment]"].contains(&marker);
            assert!(part || marker.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{name}: {marker:?}");
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
