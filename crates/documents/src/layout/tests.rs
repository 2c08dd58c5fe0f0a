//! What the layout promises, checked on whole letters.

use dument_law::{Money, french};
use dument_letters::document::{Align, Column, Item, Language, SigningParty, TableRow};
use dument_letters::{Block, Document};
use proptest::prelude::*;

use super::lines::break_lines;
use super::page::{
    BODY, BOTTOM, LEFT, MEASURE, Page, RECIPIENT_WIDTH, RIGHT_COLUMN, TOP, Text, WIDTH, WINDOW_BOTTOM, WINDOW_TOP, tenth_mm,
};
use super::structure::{Part, Role};
use super::{Layout, lay_out};
use crate::fonts::Fonts;
use crate::samples::{PAYMENT, agreement, formal_notice, hostile, long_notice, paragraph, row, short_rows, statement, texts};

/// What rounding to thousandths of a point may add up to.
const ROUNDING: i32 = 100;

fn laid_out(document: &Document) -> Layout {
    let fonts = Fonts::embedded().unwrap();
    lay_out(fonts, &fonts.prepare(document).0)
}

fn with_blocks(blocks: Vec<Block>) -> Document {
    Document { blocks, ..formal_notice() }
}

fn page_text(page: &Page) -> String {
    page.texts.iter().map(|text| text.content.as_str()).collect()
}

/// The texts of the part whose text begins so.
fn part<'a>(layout: &'a Layout, begins: &str) -> Vec<(usize, &'a Text)> {
    let all = || layout.pages.iter().enumerate().flat_map(|(i, page)| page.texts.iter().map(move |text| (i, text)));
    let wanted = all().find(|(_, text)| text.content.starts_with(begins)).expect(begins).1.part;
    all().filter(|(_, text)| text.part.is_some() && text.part == wanted).collect()
}

/// Every text stands within the margins and above the foot of its page; only footers, which no part owns, are below.
#[track_caller]
fn check_within_margins(layout: &Layout) {
    let fonts = Fonts::embedded().unwrap();
    for text in layout.pages.iter().flat_map(|page| &page.texts) {
        let right = text.x + fonts.width(text.style, text.content.trim_end());
        let limit = if text.x == RIGHT_COLUMN { RIGHT_COLUMN + RECIPIENT_WIDTH } else { LEFT + MEASURE };
        assert!(text.x >= LEFT && right <= limit + ROUNDING && limit < WIDTH, "{text:?} ends at {right}");
        assert!(text.part.is_none() || (text.y > TOP && text.y <= BOTTOM), "{text:?}");
    }
}

#[test]
fn keeps_a_letter_within_its_margins() {
    check_within_margins(&laid_out(&formal_notice()));
    check_within_margins(&laid_out(&long_notice(200)));
}

#[test]
fn fits_a_short_notice_on_a_page() {
    assert_eq!(laid_out(&formal_notice()).pages.len(), 1);
}

#[test]
fn numbers_pages_only_where_there_are_several() {
    assert!(!page_text(&laid_out(&formal_notice()).pages[0]).contains("1/1"));
    let pages = laid_out(&long_notice(100)).pages;
    for (i, page) in pages.iter().enumerate() {
        assert!(page_text(page).contains(&format!("{}/{}", i + 1, pages.len())));
    }
}

#[test]
fn shows_the_recipient_in_the_window() {
    for lines in 1..=6 {
        let address: Vec<String> = (1..=lines).map(|i| format!("Ligne {i}")).collect();
        let layout = laid_out(&with_blocks(vec![Block::Recipient { lines: address }, paragraph("a", "Madame,")]));
        let texts = part(&layout, "Ligne 1");
        assert_eq!(texts.len(), lines);
        for (_, text) in texts {
            assert!(text.x >= RIGHT_COLUMN && text.y - text.style.size >= WINDOW_TOP && text.y <= WINDOW_BOTTOM, "{text:?}");
        }
        assert!(part(&layout, "Madame,")[0].1.y > WINDOW_BOTTOM);
    }
}

#[test]
fn repeats_the_header_of_a_table_on_every_page() {
    let layout = laid_out(&long_notice(100));
    let with_rows: Vec<&Page> = layout.pages.iter().filter(|page| page_text(page).contains("12,15\u{a0}%")).collect();
    assert!(with_rows.len() >= 3);
    for page in with_rows {
        let headers: Vec<&Text> = page.texts.iter().filter(|text| text.content == "Période").collect();
        assert_eq!(headers.len(), 1);
        assert!(page.texts.iter().filter(|text| text.content.starts_with("Facture F-")).all(|row| row.y > headers[0].y));
    }
    let read = layout.pages.iter().flat_map(|page| &page.texts).filter(|text| text.content == "Période" && text.part.is_some());
    assert_eq!(read.count(), 1, "a screen reader hears the header once");
}

#[test]
fn sets_every_row_once_and_totals_under_a_row() {
    for rows in 60..100 {
        let layout = laid_out(&long_notice(rows));
        for i in 1..=rows {
            let number = format!("Facture F-2026-{i:03}, du");
            let found = layout.pages.iter().flat_map(|page| &page.texts).filter(|text| text.content.starts_with(&number));
            assert_eq!(found.count(), 1, "{number} of {rows}");
        }
        let last = layout.pages.last().unwrap();
        assert!(page_text(last).contains("Indemnités") && page_text(last).contains("12,15\u{a0}%"), "{rows}");
    }
}

/// Where a table goes on overleaf, both pages show the sums so far, and a screen reader hears none of it twice.
#[test]
fn carries_sums_over_to_the_next_page() {
    for rows in 30..75 {
        let layout = laid_out(&long_notice(rows));
        let tables = &layout.pages[1..];
        let mut so_far = 0;
        for (i, page) in tables.iter().enumerate() {
            let find = |label: &str| page.texts.iter().find(|text| text.content == label);
            let sum =
                |label: &Text| &page.texts.iter().find(|text| text.y == label.y && text.content.ends_with('€')).unwrap().content;
            let money = |rows: i64| french::money(Money::from_cents(3329 * rows));
            let brought = find("Report");
            assert_eq!(brought.is_some(), i > 0, "page {i} of {rows}");
            if let Some(brought) = brought {
                assert_eq!(*sum(brought), money(so_far));
                assert!(page.texts.iter().all(|text| !text.content.starts_with("Facture") || text.y > brought.y));
            }
            so_far += i64::try_from(page.texts.iter().filter(|text| text.content.starts_with("Facture F-")).count()).unwrap();
            let forward = find("À reporter");
            assert_eq!(forward.is_some(), i + 1 < tables.len(), "page {i} of {rows}");
            if let Some(forward) = forward {
                assert_eq!(*sum(forward), money(so_far));
                assert!(forward.y < BOTTOM && forward.part.is_none());
                assert!(page.texts.iter().all(|text| text.part.is_none() || text.y < forward.y));
            }
        }
    }
}

#[test]
fn carries_sums_below_rows_taller_than_half_a_page() {
    let tall = |i: i64| TableRow {
        cells: vec!["Un long libellé. ".repeat(100), french::money(Money::from_cents(100))],
        total: false,
        carried: texts(&["", &french::money(Money::from_cents(100 * i))]),
    };
    let columns = [("Objet", Align::Start), ("Montant", Align::End)];
    let layout = laid_out(&with_blocks(vec![Block::Table {
        caption: String::new(),
        columns: columns.map(|(title, align)| Column { title: title.to_owned(), align }).to_vec(),
        rows: (1..12).map(tall).collect(),
    }]));
    check_within_margins(&layout);
    let shown = |label: &str| layout.pages.iter().filter(|page| page_text(page).contains(label)).count();
    assert!(shown("À reporter") > 1 && shown("À reporter") == shown("Report"), "{}", shown("Report"));
}

#[test]
fn carries_sums_in_english_too() {
    let document = Document { language: Language::En, ..long_notice(100) };
    let pages = laid_out(&document).pages;
    assert!(page_text(&pages[1]).contains("Carried forward") && page_text(&pages[2]).contains("Brought forward"));
}

/// Where the comma of a text stands across the page.
fn comma(fonts: &Fonts, text: &Text) -> i32 {
    text.x + fonts.width(text.style, &text.content[..text.content.find(',').unwrap()])
}

#[test]
fn aligns_figures_on_their_commas() {
    let fonts = Fonts::embedded().unwrap();
    let layout = laid_out(&with_blocks(vec![Block::Table {
        caption: String::new(),
        columns: vec![
            Column { title: "Semestre".to_owned(), align: Align::Start },
            Column { title: "Taux".to_owned(), align: Align::End },
        ],
        rows: vec![row(&["a", "4,125\u{a0}%"], false), row(&["b", "12,40\u{a0}%"], false), row(&["c", "10,00\u{a0}%"], true)],
    }]));
    let commas: Vec<i32> =
        layout.pages[0].texts.iter().filter(|text| text.content.contains('%')).map(|text| comma(fonts, text)).collect();
    assert_eq!(commas.len(), 3);
    assert!(commas.iter().all(|x| (x - commas[0]).abs() <= 10), "{commas:?}");
}

#[test]
fn aligns_the_amounts_of_a_statement() {
    let fonts = Fonts::embedded().unwrap();
    let layout = laid_out(&with_blocks(vec![statement(short_rows())]));
    let ends: Vec<i32> = layout.pages[0]
        .texts
        .iter()
        .filter(|text| text.content.ends_with('€') && text.x > LEFT + MEASURE * 4 / 5)
        .map(|text| comma(fonts, text))
        .collect();
    assert_eq!(ends.len(), 5);
    // Bold figures are a little wider, so that the total's comma may stand a hair to the left.
    assert!(ends.iter().all(|x| (x - ends[0]).abs() <= 1_000), "{ends:?}");
}

#[test]
fn keeps_words_and_references_whole() {
    let fonts = Fonts::embedded().unwrap();
    let text = "Facture F-2026-014 de 10\u{202f}000,00\u{202f}€, article L441-10\u{202f}; sous-traitance, ci-dessous.";
    for measure in (90_000..400_000).step_by(1_000) {
        for line in break_lines(fonts, BODY, text, measure) {
            let line = line.text.trim_end();
            assert!(!line.ends_with("F-") && !line.ends_with("2026-") && !line.ends_with("L441-") && !line.ends_with("ci-"));
            assert!(!line.ends_with('\u{202f}') && !line.starts_with(['€', ';']), "{line}");
        }
    }
}

#[test]
fn leaves_no_line_alone_at_the_end_or_the_start_of_a_page() {
    let long = "Nous vous mettons en demeure de nous payer cette somme dans le délai indiqué. ".repeat(6);
    for before in 0..60 {
        let mut blocks: Vec<Block> = (0..before).map(|i| paragraph(&format!("p{i}"), "Un mot.")).collect();
        blocks.push(paragraph("long", &long));
        blocks.extend((0..40).map(|i| paragraph(&format!("q{i}"), "Un mot.")));
        let layout = laid_out(&with_blocks(blocks));
        let lines = part(&layout, "Nous vous mettons");
        let first = lines[0].0;
        let on_first = lines.iter().filter(|(page, _)| *page == first).count();
        assert!(on_first >= 2 && lines.len() - on_first != 1, "{on_first} of {} after {before}", lines.len());
    }
}

#[test]
fn never_leaves_a_signature_alone() {
    for before in 0..60 {
        let mut blocks: Vec<Block> = (0..before).map(|i| paragraph(&format!("p{i}"), "Un mot.")).collect();
        blocks.push(paragraph("closing", "Veuillez agréer nos salutations distinguées."));
        blocks.push(Block::Signature { lines: texts(&["Claire Lemoine", "Gérante"]) });
        blocks.push(Block::Enclosures { items: texts(&["Copie de la facture"]) });
        let layout = laid_out(&with_blocks(blocks));
        let page = |begins| part(&layout, begins)[0].0;
        assert_eq!(page("Veuillez"), page("Claire"), "after {before}");
        assert_eq!(page("Copie"), page("Claire"), "after {before}");
        assert_eq!(page("Gérante"), page("Claire"), "after {before}");
    }
}

#[test]
fn signs_without_a_name_and_on_a_page_of_its_own() {
    let blocks = vec![
        paragraph("a", "Texte."),
        Block::Signature { lines: Vec::new() },
        Block::Enclosures { items: texts(&["Copie de la facture"]) },
        Block::PageBreak,
        Block::Signature { lines: texts(&["Claire Lemoine"]) },
        Block::Enclosures { items: (1..=12).map(|i| format!("Facture {i}")).collect() },
    ];
    let layout = laid_out(&with_blocks(blocks));
    check_within_margins(&layout);
    assert_eq!((part(&layout, "Copie")[0].0, part(&layout, "Facture 1")[0].0), (0, 1));
}

#[test]
fn signs_side_by_side_and_never_alone() {
    for before in 0..60 {
        let mut document = agreement();
        document.blocks.truncate(4);
        document.blocks.extend((0..before).map(|i| paragraph(&format!("p{i}"), "Un mot.")));
        document.blocks.push(paragraph("closing", "Fait en deux exemplaires."));
        document.blocks.extend(agreement().blocks.into_iter().filter(|block| matches!(block, Block::Signatures { .. })));
        let layout = laid_out(&document);
        check_within_margins(&layout);
        let at = |begins| {
            let (page, text) = part(&layout, begins)[0];
            (page, text.y)
        };
        assert_eq!(at("Le créancier"), at("Le débiteur"));
        assert_eq!(at("Claire Lemoine").1, at("Paul Brun").1);
        assert_eq!(at("Fait en deux").0, at("Claire Lemoine").0, "after {before}");
        let rules = layout.pages[at("Paul Brun").0].rules.iter().filter(|rule| rule.y > at("Le débiteur").1 && rule.x >= LEFT);
        assert_eq!(rules.filter(|rule| rule.y < at("Paul Brun").1 - BODY.size).count(), 2);
    }
}

#[test]
fn signs_one_by_one_too() {
    let party = |title: &str| SigningParty { title: title.to_owned(), lines: texts(&["Nom"]) };
    for count in 0..6 {
        let parties = (0..count).map(|i| party(&format!("Partie {i}"))).collect();
        let layout = laid_out(&with_blocks(vec![paragraph("a", "Texte."), Block::Signatures { parties }]));
        check_within_margins(&layout);
        assert_eq!(layout.pages[0].rules.len(), count);
    }
}

#[test]
fn leaves_room_to_write_by_hand() {
    for before in 0..60 {
        let mut blocks: Vec<Block> = (0..before).map(|i| paragraph(&format!("p{i}"), "Un mot.")).collect();
        blocks.push(Block::Handwritten { instruction: "À écrire à la main.".to_owned(), lines: 4 });
        blocks.push(paragraph("after", "Après."));
        let layout = laid_out(&with_blocks(blocks));
        let (page, instruction) = part(&layout, "À écrire")[0];
        let rules: Vec<i32> = layout.pages[page].rules.iter().filter(|rule| rule.width == MEASURE).map(|rule| rule.y).collect();
        assert_eq!(rules.len(), 4, "after {before}");
        assert!(rules.iter().all(|&y| y > instruction.y + BODY.size && y <= BOTTOM));
        let printed = layout.pages[page].texts.iter().filter(|text| text.y > instruction.y && text.y < rules[3]);
        assert_eq!(printed.count(), 0, "nothing is printed where a hand writes");
    }
}

#[test]
fn draws_a_payment_code_large_and_clear() {
    let layout = laid_out(&agreement());
    let page = &layout.pages[0];
    let squares = &page.drawings[0].squares;
    let (left, top) = (squares.iter().map(|s| s.x).min().unwrap(), squares.iter().map(|s| s.y).min().unwrap());
    let (right, bottom) =
        (squares.iter().map(|s| s.x + s.width).max().unwrap(), squares.iter().map(|s| s.y + s.height).max().unwrap());
    assert_eq!(right - left, bottom - top);
    assert!(right - left >= tenth_mm(250));
    let quiet = 4 * squares[0].height;
    for text in &page.texts {
        let beside = text.x >= right + quiet;
        let above = text.y <= top - quiet;
        let below = text.y - text.style.size >= bottom + quiet;
        assert!(beside || above || below, "{text:?}");
    }
    assert!(
        left >= quiet && page.rules.iter().all(|rule| rule.x < left / 2 || rule.y <= top - quiet || rule.y >= bottom + quiet)
    );
    let alternative = layout.structure.parts.iter().find_map(|part| match &part.role {
        Role::Figure(alternative) => Some(alternative),
        _ => None,
    });
    assert!(alternative.unwrap().starts_with("Pour payer"));
}

#[test]
fn draws_bars_in_proportion_and_says_what_they_say() {
    let item = |label: &str, value: &str| Item { label: label.to_owned(), value: value.to_owned() };
    let items = vec![item("Non échu", "200,00 €"), item("1 à 30 jours", "400,00 €"), item("31 à 60 jours", "0,00 €")];
    let bars = Block::Bars { caption: "Ce qui reste dû".to_owned(), items, lengths: vec![500, 1000, 0] };
    let layout = laid_out(&with_blocks(vec![bars]));
    let page = &layout.pages[0];
    let squares = &page.drawings[0].squares;
    assert_eq!(squares.len(), 2, "nothing has no bar");
    assert_eq!((squares[0].x, 2 * squares[0].width), (squares[1].x, squares[1].width));
    assert!(squares.iter().all(|square| square.x + square.width < LEFT + MEASURE));
    for text in page.texts.iter().filter(|text| text.content.contains('€')) {
        let beside =
            squares.iter().all(|bar| text.y <= bar.y || text.y >= bar.y + bar.height + 4_000 || text.x > bar.x + bar.width);
        assert!(beside, "{text:?}");
    }
    let heard = layout.structure.parts.iter().find_map(|part| match &part.role {
        Role::Figure(heard) => Some(heard.as_str()),
        _ => None,
    });
    assert_eq!(heard, Some("Ce qui reste dû. Non échu, 200,00 €. 1 à 30 jours, 400,00 €. 31 à 60 jours, 0,00 €."));
}

#[test]
fn takes_hostile_captions() {
    let long = "É".repeat(10_000);
    let layout = laid_out(&with_blocks(vec![
        Block::PaymentCode { payload: PAYMENT.to_owned(), caption: long.clone() },
        Block::Handwritten { instruction: long.clone(), lines: 255 },
        Block::Signatures { parties: vec![SigningParty { title: long.clone(), lines: vec![long] }] },
    ]));
    check_within_margins(&layout);
}

#[test]
fn turns_the_page_below_a_heading_only_where_asked() {
    let heading = || Block::Heading { text: "Annexe".to_owned(), level: 1 };
    for before in 0..60 {
        let mut blocks: Vec<Block> = (0..before).map(|i| paragraph(&format!("p{i}"), "Un mot.")).collect();
        blocks.extend([heading(), paragraph("after", "Après.")]);
        let layout = laid_out(&with_blocks(blocks));
        assert_eq!(part(&layout, "Annexe")[0].0, part(&layout, "Après.")[0].0, "after {before}");
    }
    let layout = laid_out(&with_blocks(vec![heading(), Block::PageBreak, paragraph("after", "Après.")]));
    assert_eq!((part(&layout, "Annexe")[0].0, part(&layout, "Après.")[0].0), (0, 1));
}

#[test]
fn tells_a_screen_reader_what_each_part_is() {
    let structure = laid_out(&formal_notice()).structure;
    let roots: Vec<&Role> = structure.roots.iter().map(|&root| &structure.parts[root].role).collect();
    let subject = Role::Heading(1, "Mise en demeure de payer la somme de 10\u{202f}107,26\u{202f}€".to_owned());
    assert_eq!(roots.iter().filter(|role| **role == &subject).count(), 1);
    for (role, count) in [(Role::Table, 1), (Role::List, 3), (Role::Paragraph, 13)] {
        assert_eq!(roots.iter().filter(|root| **root == &role).count(), count, "{role:?}");
    }
    let count = |role: &Role| structure.parts.iter().filter(|part| part.role == *role).count();
    assert_eq!((count(&Role::ColumnHeader), count(&Role::RowHeader), count(&Role::Cell)), (5, 5, 20));
}

#[test]
fn never_skips_a_level_of_headings() {
    let heading = |level| Block::Heading { text: "Titre".to_owned(), level };
    let levels = |blocks| {
        let structure = laid_out(&with_blocks(blocks)).structure;
        let level = |part: &Part| match part.role {
            Role::Heading(level, _) => level,
            _ => 0,
        };
        structure.parts.iter().map(level).collect::<Vec<u16>>()
    };
    let subject = Block::Subject { text: "Objet".to_owned() };
    assert_eq!(levels(vec![subject.clone(), heading(2), heading(2), heading(1), heading(2)]), [1, 2, 2, 2, 3]);
    assert_eq!(levels(vec![heading(1), heading(2), subject, heading(1)]), [1, 2, 1, 2]);
}

#[test]
fn keeps_blank_lines_of_a_paragraph() {
    let layout = laid_out(&with_blocks(vec![paragraph("a", "Premier vers\n\nSecond vers")]));
    let lines = part(&layout, "Premier");
    assert_eq!(lines.iter().map(|(_, text)| text.content.as_str()).collect::<String>(), "Premier vers  Second vers");
    assert_eq!(lines.last().unwrap().1.y - lines[0].1.y, 2 * BODY.leading);
}

#[test]
fn starts_a_new_page_where_asked() {
    let layout = laid_out(&with_blocks(vec![paragraph("a", "Avant."), Block::PageBreak, paragraph("b", "Après.")]));
    assert_eq!((part(&layout, "Avant.")[0].0, part(&layout, "Après.")[0].0), (0, 1));
    assert_eq!(laid_out(&with_blocks(vec![Block::PageBreak, paragraph("a", "Seul."), Block::PageBreak])).pages.len(), 1);
}

#[test]
fn takes_hostile_lengths() {
    let endless = "Établissements-".repeat(700);
    let unbroken = "É".repeat(10_000);
    let layout = laid_out(&with_blocks(vec![
        Block::Sender { lines: texts(&[&endless, &unbroken]) },
        Block::Recipient { lines: texts(&[&unbroken, &endless]) },
        Block::PlaceAndDate { text: endless.clone() },
        Block::Delivery { text: unbroken.clone() },
        Block::Subject { text: endless.clone() },
        Block::Signature { lines: texts(&[&unbroken]) },
        statement(vec![row(&[&endless, &unbroken, &unbroken, &unbroken, &unbroken], false), row(&["trop court"], true)]),
    ]));
    check_within_margins(&layout);
    check_within_margins(&laid_out(&hostile()));
}

/// Any block of the flow, of any ordinary size.
fn any_block() -> impl Strategy<Value = Block> {
    let words = |count: usize| "Nous vous mettons en demeure de payer. ".repeat(count);
    let table = |rows: i64| {
        let row = |i| TableRow {
            carried: texts(&["", "", "", "", &french::money(Money::from_cents(i))]),
            ..row(&["Facture", "10", "12,15\u{a0}%", "", "1,00\u{202f}€"], false)
        };
        statement((1..=rows).map(row).collect())
    };
    prop_oneof![
        4 => (1..20_usize).prop_map(move |count| paragraph("p", &words(count))),
        2 => (0..4_u8).prop_map(|level| Block::Heading { text: "Titre".to_owned(), level }),
        2 => (1..60_i64).prop_map(table),
        1 => (0..8_u8).prop_map(|lines| Block::Handwritten { instruction: "À écrire à la main.".to_owned(), lines }),
        1 => (0..4_usize).prop_map(|count| Block::Signatures { parties: vec![SigningParty { title: "Partie".to_owned(), lines: texts(&["Nom"]) }; count] }),
        1 => Just(Block::Signature { lines: texts(&["Nom", "Gérante"]) }),
        1 => Just(Block::PaymentCode { payload: PAYMENT.to_owned(), caption: "Pour payer.".to_owned() }),
        1 => Just(Block::Enclosures { items: texts(&["Copie de la facture"; 3]) }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever follows whatever: nothing beyond the margins, no empty page, no heading and no signature at a page's edge.
    #[test]
    fn sets_any_blocks_on_good_pages(blocks in proptest::collection::vec(any_block(), 1..25)) {
        let layout = laid_out(&with_blocks([vec![paragraph("first", "Madame, Monsieur,")], blocks.clone(), vec![paragraph("last", "Fin.")]].concat()));
        check_within_margins(&layout);
        let role = |text: &Text| text.part.map(|part| &layout.structure.parts[part].role);
        for (i, page) in layout.pages.iter().enumerate() {
            let flow = || page.texts.iter().filter(|text| text.y < BOTTOM);
            prop_assert!(flow().count() > 0, "page {} is empty", i);
            let last = flow().max_by_key(|text| text.y).unwrap();
            let heading = matches!(role(last), Some(Role::Heading(..) | Role::Caption | Role::ColumnHeader));
            prop_assert!(i + 1 == layout.pages.len() || !heading, "{:?} ends page {}", last, i);
            let first = flow().min_by_key(|text| text.y).unwrap();
            prop_assert!(i == 0 || !matches!(first.content.trim(), "Nom" | "Gérante" | "Partie"), "{:?} opens page {}", first, i);
        }
        let forward = layout.pages.iter().filter(|page| page.texts.iter().any(|text| text.content == "À reporter")).count();
        let brought = layout.pages.iter().filter(|page| page.texts.iter().any(|text| text.content == "Report")).count();
        prop_assert_eq!(forward, brought);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// No line is wider than its measure, and no word is lost.
    #[test]
    fn breaks_any_text_into_lines_that_fit(text in "([a-zA-ZéœÀ,.’-]{1,40}[ \u{202f}\u{a0}\n]{1,2}){0,40}", measure in 20_000..500_000_i32) {
        let fonts = Fonts::embedded().unwrap();
        let lines = break_lines(fonts, BODY, &text, measure);
        let solid = |text: &str| text.chars().filter(|c| !matches!(c, ' ' | '\n')).collect::<String>();
        let read: String = lines.iter().map(|line| line.text.as_str()).collect();
        prop_assert_eq!(solid(&read), solid(&text));
        for line in lines {
            prop_assert!(fonts.width(BODY, line.text.trim_end_matches(' ')) <= measure + ROUNDING, "{:?}", line);
        }
    }

    /// Columns take what there is, whatever they ask for.
    #[test]
    fn sets_any_table_within_its_margins(cells in proptest::collection::vec(proptest::collection::vec("[0-9a-zé ,€-]{0,60}", 1..7), 1..8)) {
        let columns = (0..cells[0].len())
            .map(|i| Column { title: format!("Colonne {i}"), align: if i % 2 == 0 { Align::Start } else { Align::End } })
            .collect();
        let rows = cells.into_iter().map(|cells| TableRow { cells, total: false, carried: Vec::new() }).collect();
        check_within_margins(&laid_out(&with_blocks(vec![Block::Table { caption: "Essai".to_owned(), columns, rows }])));
    }
}
