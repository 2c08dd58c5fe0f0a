//! Reminders and the formal notice in English: the same letter, word for word of the law, in the forms of another language.

use dument_law::{Day, Money, Percent};
use dument_letters::{Addressee, Block, Language, Letter, forbidden, unfounded};
use serde_json::{Value, json};

use crate::case::{DEBTORS, REMINDERS, case, part_paid, two_invoices, written};
use crate::texts::check;

fn english(mut case: Value) -> Value {
    case["language"] = json!("en");
    case
}

fn abroad(mut case: Value) -> Value {
    case["debtor"]["address"] =
        json!({ "lines": ["Speicherstraße 4"], "postcode": "60327", "town": "Frankfurt am Main", "country": "Allemagne" });
    case
}

/// Every letter that exists in English, by a name, with its case.
fn every_letter() -> Vec<(String, Value)> {
    let mut cases = Vec::new();
    for kind in REMINDERS {
        for debtor in DEBTORS {
            let mut later = two_invoices(kind, debtor);
            later["writtenOn"] = json!("2026-12-30");
            later["penalties"] = json!({ "noticeReceivedOn": "2026-06-20", "rate": { "kind": "fixed", "percent": "6" } });
            later["facts"] = json!({ "earlierLetters": ["2026-06-02", "2026-06-15"] });
            let mut firm = part_paid(kind, debtor);
            firm["tone"] = json!("firm");
            firm["creditor"].as_object_mut().unwrap().remove("iban");
            let variants = [("one invoice", case(kind, debtor)), ("later", later), ("firm", firm)];
            cases.extend(variants.map(|(variant, case)| (format!("{kind} to {debtor}, {variant}"), case)));
        }
    }
    cases
}

#[test]
fn reminder_to_a_company_abroad() {
    check("english-reminder-company", english(abroad(case("reminder", "company"))));
}

#[test]
fn firm_reminder_to_a_public_body_about_two_invoices() {
    let mut case = english(two_invoices("reminder", "publicBody"));
    case["tone"] = json!("firm");
    check("english-reminder-public-firm-two", case);
}

#[test]
fn second_reminder_to_a_consumer() {
    check("english-second-reminder-consumer", english(case("secondReminder", "consumer")));
}

#[test]
fn formal_notice_to_a_company_about_two_invoices_part_paid() {
    let mut case = english(abroad(two_invoices("formalNotice", "company")));
    case["writtenOn"] = json!("2026-07-10");
    case["invoices"][0]["payments"] = json!([{ "on": "2026-06-10", "amount": "500.00" }]);
    case["invoices"][1]["credits"] = json!([{ "on": "2026-06-20", "amount": "20.50" }]);
    case["facts"] = json!({ "earlierLetters": ["2026-06-02", "2026-06-15"], "enclosures": ["Signed delivery note"] });
    check("english-formal-notice-company-two-part-paid", case);
}

#[test]
fn formal_notice_to_a_company_at_an_agreed_rate_with_costs() {
    let mut case = english(case("formalNotice", "company"));
    case["penalties"] = json!({
        "rate": { "kind": "fixed", "percent": "15" },
        "penaltyClause": { "minimum": "50.00" },
        "extraCosts": [{ "label": "Formal demand", "amount": "85.20" }]
    });
    check("english-formal-notice-company-agreed", case);
}

#[test]
fn formal_notice_to_a_consumer() {
    check("english-formal-notice-consumer", english(case("formalNotice", "consumer")));
}

#[test]
fn formal_notice_to_a_public_body() {
    check("english-formal-notice-public", english(case("formalNotice", "publicBody")));
}

#[test]
fn every_way_to_agree_a_rate_is_said() {
    for (rate, said) in [
        (json!({ "kind": "statutory" }), "plus 10 percentage points"),
        (json!({ "kind": "fixed", "percent": "15" }), "at the agreed rate of 15.00% a year"),
        (json!({ "kind": "monthly", "percent": "1.5" }), "at the agreed rate of 1.50% a month, without compounding"),
        (json!({ "kind": "legalMultiple", "multiple": "4" }), "4 times the French legal interest rate of each half-year"),
        (
            json!({ "kind": "legalPlus", "points": "9.5" }),
            "the French legal interest rate of each half-year, plus 9.5 percentage points",
        ),
        (
            json!({ "kind": "refinancingPlus", "points": "8" }),
            "the refinancing rate of the European Central Bank, plus 8 percentage points",
        ),
        (json!({ "kind": "fixed", "percent": "1" }), "Where that rate is below the minimum set by the same article"),
    ] {
        let mut case = case("formalNotice", "company");
        case["penalties"] = json!({ "rate": rate });
        let (french, english) = (written(case.clone()), written(english(case)));
        assert!(english.text.contains(said), "{said:?} in\n{}", english.text);
        assert_eq!(skeleton(&english), skeleton(&french));
    }
}

/// What a letter is made of, but for its words: the ids of its paragraphs, and how many rows, labels or lines its other parts have.
fn skeleton(letter: &Letter) -> Vec<String> {
    let part = |block: &Block| match block {
        Block::Paragraph { id, .. } => id.clone(),
        Block::Table { columns, rows, .. } => format!("table of {} by {}", columns.len(), rows.len()),
        Block::References { items } | Block::Facts { items, .. } => format!("{} facts", items.len()),
        Block::Sender { lines }
        | Block::Recipient { lines }
        | Block::Signature { lines }
        | Block::Enclosures { items: lines } => {
            format!("{} lines", lines.len())
        }
        Block::Subject { .. } => "subject".into(),
        _ => "other".into(),
    };
    letter.blocks.iter().map(part).collect()
}

#[test]
fn says_all_that_the_french_letter_says() {
    for (name, case) in every_letter() {
        let (french, english) = (written(case.clone()), written(english(case)));
        assert_eq!(skeleton(&english), skeleton(&french), "{name}");
        assert_eq!((english.language, french.language), (Language::En, Language::Fr));
        assert_eq!(english.statement, french.statement, "{name}");
        let ids = |letter: &Letter| letter.sources.iter().map(|source| source.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&english), ids(&french), "{name}");
    }
}

#[test]
fn holds_no_french_but_names() {
    for (name, case) in every_letter() {
        let letter = written(english(case));
        let own = letter.blocks.iter().filter(|block| {
            !matches!(
                block,
                Block::Sender { .. } | Block::Recipient { .. } | Block::Signature { .. } | Block::PlaceAndDate { .. }
            )
        });
        let mut text = serde_json::to_string(&own.collect::<Vec<_>>()).unwrap();
        for name in
            ["réfection d’une vitrine", "mise en demeure", "intérêts moratoires", "FR14\u{a0}2004\u{a0}1010\u{a0}0505\u{a0}0001"]
        {
            text = text.replace(name, "");
        }
        for french in ["n°", "acture", " le ", " la ", " les ", " du ", " de ", " et ", " au ", "TTC", "juin", "Objet"] {
            assert!(!text.contains(french), "{name}: {french:?} in\n{text}");
        }
        let foreign: String = text.chars().filter(|c| !c.is_ascii() && !matches!(c, '’' | '€' | '\u{a0}' | '−')).collect();
        assert_eq!(foreign, "", "{name}:\n{text}");
        for wrong in [" :", "\u{a0}:", " ;", " ?", " %", "\u{a0}%", "'", ".."] {
            assert!(!letter.text.contains(wrong), "{name}: {wrong:?} in\n{}", letter.text);
        }
    }
}

#[test]
fn prints_figures_as_english_does() {
    let text = written(english(case("formalNotice", "company"))).text.replace('\u{a0}', " ");
    for printed in [
        "Angers, 30 June 2026",
        "Subject: Formal notice to pay invoice no. F-2026-014",
        "Invoice no. F-2026-014: dated 16 April 2026, due on 16 May 2026",
        "€1,917.71 (one thousand nine hundred and seventeen euros and seventy-one cents)",
        "Interest from 17 May to 30 June 2026",
        "12.15%",
        "Fixed compensation for recovery costs",
        "within fifteen days of the first presentation of this letter",
        "€0.63 for each day of delay from 1 July 2026",
        "article L. 441-10, II, of the French Commercial Code",
        "SARL with a share capital of €10,000.00",
        "Amount: €1,917.71",
        "Enclosures:\nCopy of invoice no. F-2026-014",
        "Registered letter with advice of delivery",
    ] {
        assert!(text.contains(printed), "{printed:?} in\n{text}");
    }
}

/// An amount below a million euros as English prints it, written here anew.
fn printed(amount: Money) -> String {
    let (whole, cents) = (amount.cents() / 100, amount.cents() % 100);
    let groups = if whole < 1_000 { whole.to_string() } else { format!("{},{:03}", whole / 1_000, whole % 1_000) };
    format!("€{groups}.{cents:02}")
}

#[test]
fn every_figure_is_one_of_the_facts_or_of_the_statement() {
    fn walk(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| walk(item, texts)),
            Value::Object(fields) => fields.values().for_each(|field| walk(field, texts)),
            _ => {}
        }
    }
    for (name, case) in every_letter() {
        let letter = written(english(case.clone()));
        let mut texts = Vec::new();
        walk(&case, &mut texts);
        walk(&serde_json::to_value(&letter.statement).unwrap(), &mut texts);
        let mut known: Vec<String> = ["€2,470.50", "€1,350.00"].map(str::to_owned).to_vec();
        for text in texts {
            known.extend(text.parse().map(printed));
            known.extend(text.parse::<Percent>().map(|rate| format!("{}%", rate.decimal().round_dp(2))));
            known.extend(text.parse::<Percent>().map(|rate| format!("{rate}%")));
            known.extend(text.parse::<Day>().map(|day| day.to_string()));
        }
        for word in letter.text.split([' ', '\u{a0}', '\n', '(', ')', ';']) {
            let word = word.trim_end_matches(['.', ',', ':']);
            if word.contains(['€', '%']) {
                let unsigned = word.trim_start_matches('−');
                assert!(known.iter().any(|figure| figure == unsigned), "{name}: {word:?} comes from nowhere in\n{}", letter.text);
            }
        }
    }
}

#[test]
fn bears_out_its_own_text_and_contains_nothing_forbidden() {
    for (name, case) in every_letter() {
        let letter = written(english(case));
        let to = match name.split([' ', ',']).nth(2).unwrap() {
            "company" => Addressee::Business,
            "publicBody" => Addressee::PublicBody,
            _ => Addressee::Consumer,
        };
        assert_eq!(forbidden(&letter.text, to), [], "{name}");
        for block in &letter.blocks {
            if let Block::Paragraph { text, .. } = block {
                assert_eq!(unfounded(text, &letter), Vec::<String>::new(), "{name}");
            }
        }
        if to == Addressee::Consumer {
            for asked in ["ompensation", "enalt", "recovery", "refinancing", "441"] {
                assert!(!letter.text.contains(asked), "{name}: {asked}");
            }
        }
    }
}

#[track_caller]
fn noted(case: Value, code: &str, expected: bool) {
    let notes = written(case).notes;
    assert_eq!(notes.iter().any(|note| note.code == code), expected, "{code} in {notes:?}");
}

#[test]
fn another_language_and_another_country_are_remarked() {
    let french = case("formalNotice", "company");
    noted(french.clone(), "englishLetter", false);
    noted(english(french.clone()), "englishLetter", true);
    noted(english(french.clone()), "englishToFrance", true);
    noted(english(abroad(french.clone())), "englishToFrance", false);
    noted(abroad(french.clone()), "debtorAbroad", true);
    noted(french, "debtorAbroad", false);
    noted(abroad(case("reminder", "consumer")), "consumerAbroad", true);
    noted(abroad(case("reminder", "company")), "consumerAbroad", false);
}

#[test]
fn the_payment_code_speaks_english_too() {
    let mut case = english(case("reminder", "company"));
    case["paymentCode"] = json!(true);
    let caption = written(case).blocks.into_iter().find_map(|block| match block {
        Block::PaymentCode { caption, .. } => Some(caption),
        _ => None,
    });
    assert!(caption.unwrap().ends_with("a transfer of €1,850.00 to Atelier Nord SARL, reference F-2026-014."));
}
