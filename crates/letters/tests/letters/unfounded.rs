//! The figures of a rewritten text that its letter doesn't contain.

use dument_letters::{Block, unfounded};

use crate::case::{case, part_paid, written};

#[track_caller]
fn check(rewritten: &str, expected: &[&str]) {
    assert_eq!(unfounded(rewritten, &written(case("formalNotice", "company"))), expected, "{rewritten}");
}

#[test]
fn the_letter_s_figures_are_known_in_any_spelling() {
    check("Payez 1 917,71 €, soit 1917.71 euros (mille neuf cent dix-sept euros et soixante et onze centimes).", &[]);
    check(
        "Facture du 16/04/2026 échue le 16.05.2026, lettre du 2026-06-30, intérêts à 12.15 % pendant 45 jours dès le 17 mai.",
        &[],
    );
    check("Sous 15 jours, ou quinze jours, 0,63 € par jour de plus à partir du 1er juillet.", &[]);
    check("Please pay €1,917.71 by bank transfer within fifteen days of 30 June 2026, at 12.15%.", &[]);
}

#[test]
fn any_other_figure_is_flagged_as_it_is_written() {
    check("Payez 2 000 € ou 1 917,72 €.", &["2 000 €", "1 917,72 €"]);
    check("Au taux de 15 %, majoré de 12 points, sous 8 jours.", &["15 %", "12 points", "8 jours"]);
    check("Avant le 15 juillet 2026, le 15/07/2026.", &["15 juillet 2026", "15/07/2026"]);
    check(
        "Payez deux mille euros sous vingt jours. Deux mille euros !",
        &["deux mille euros", "vingt jours", "Deux mille euros"],
    );
    check("Payez 1 000 €. J’ai dit 1 000 €.", &["1 000 €"]);
}

#[test]
fn what_is_not_printed_but_counted_is_known() {
    // 1 850,00 − 484,60 of principal paid = 1 365,40; interest paid 15,40.
    let letter = written(part_paid("formalNotice", "company"));
    assert!(unfounded("15,40 € payés, 1 365,40 € de principal", &letter).is_empty());
}

#[test]
fn a_letter_bears_out_its_own_text() {
    for debtor in ["company", "consumer", "publicBody"] {
        let letter = written(part_paid("formalNotice", debtor));
        for block in &letter.blocks {
            if let Block::Paragraph { text, .. } = block {
                assert_eq!(unfounded(text, &letter), Vec::<String>::new());
            }
        }
    }
}
