//! Letters to render, with figures computed by hand.

#![allow(dead_code, reason = "each test takes the letters it needs")]

use dument_law::{Day, Money, french};
use dument_letters::document::{Align, Column, Item, Language, SigningParty, TableRow};
use dument_letters::{Block, Document};

pub(crate) fn texts(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|&line| line.to_owned()).collect()
}

pub(crate) fn paragraph(id: &str, text: &str) -> Block {
    Block::Paragraph { id: id.to_owned(), text: text.to_owned() }
}

pub(crate) fn items(pairs: &[(&str, &str)]) -> Vec<Item> {
    pairs.iter().map(|&(label, value)| Item { label: label.to_owned(), value: value.to_owned() }).collect()
}

pub(crate) fn row(cells: &[&str], total: bool) -> TableRow {
    TableRow { cells: texts(cells), total, carried: Vec::new() }
}

pub(crate) fn statement(rows: Vec<TableRow>) -> Block {
    let column = |title: &str, align| Column { title: title.to_owned(), align };
    Block::Table {
        caption: "Décompte au 10\u{a0}juillet 2026".to_owned(),
        columns: vec![
            column("Période", Align::Start),
            column("Jours", Align::End),
            column("Taux annuel", Align::End),
            column("Base", Align::End),
            column("Montant", Align::End),
        ],
        rows,
    }
}

/// 10 000,00 € due on 20 June 2026: 10 days at 12,15 % make 33,29 €, 10 at 12,40 % make 33,97 €; with 40,00 € that is
/// 10 107,26 €.
pub(crate) fn short_rows() -> Vec<TableRow> {
    vec![
        row(&["Facture F-2026-014, échue le 20\u{a0}juin 2026", "", "", "", "10\u{202f}000,00\u{202f}€"], false),
        row(&["du 21 au 30\u{a0}juin 2026", "10", "12,15\u{a0}%", "10\u{202f}000,00\u{202f}€", "33,29\u{202f}€"], false),
        row(&["du 1er au 10\u{a0}juillet 2026", "10", "12,40\u{a0}%", "10\u{202f}000,00\u{202f}€", "33,97\u{202f}€"], false),
        row(&["Indemnité forfaitaire de recouvrement", "", "", "", "40,00\u{202f}€"], false),
        row(&["Total dû", "", "", "", "10\u{202f}107,26\u{202f}€"], true),
    ]
}

/// A formal notice that fits on a page.
pub(crate) fn formal_notice() -> Document {
    Document {
        language: Language::Fr,
        title: "Mise en demeure de payer, facture F-2026-014".to_owned(),
        author: "Atelier Nord SARL".to_owned(),
        written_on: Day::new(2026, 7, 10).expect("a day of the calendar"),
        blocks: vec![
            Block::Sender {
                lines: texts(&[
                    "Atelier Nord SARL",
                    "12 rue des Lices, 49000 Angers",
                    "SARL au capital de 8\u{202f}000\u{202f}€",
                    "SIREN 732\u{a0}829\u{a0}320, RCS Angers",
                    "02\u{a0}41\u{a0}00\u{a0}00\u{a0}00, compta@atelier-nord.example",
                ]),
            },
            Block::Recipient { lines: texts(&["Brun & Fils SAS", "Service comptable", "4 quai Rambaud", "69002 LYON"]) },
            Block::PlaceAndDate { text: "Angers, le 10\u{a0}juillet 2026".to_owned() },
            Block::Delivery { text: "Lettre recommandée avec avis de réception".to_owned() },
            Block::Subject { text: "Mise en demeure de payer la somme de 10\u{202f}107,26\u{202f}€".to_owned() },
            Block::References {
                items: items(&[("Facture", "F-2026-014 du 21\u{a0}mai 2026"), ("Votre commande", "BC-8812 du 2\u{a0}mai 2026")]),
            },
            paragraph("salutation", "Madame, Monsieur,"),
            paragraph(
                "facts",
                "La facture rappelée en référence, d’un montant de 10\u{202f}000,00\u{202f}€ TTC, était payable le 20\u{a0}juin 2026. Malgré nos relances du 25\u{a0}juin et du 2\u{a0}juillet 2026, elle reste impayée à ce jour, et vous ne nous avez fait part d’aucune contestation.",
            ),
            paragraph(
                "demand",
                "Nous vous mettons en demeure de nous payer la somme de 10\u{202f}107,26\u{202f}€, selon le décompte ci-dessous, dans un délai de quinze jours à compter de la première présentation de cette lettre.",
            ),
            statement(short_rows()),
            paragraph(
                "interest",
                "Les pénalités de retard courent depuis le lendemain de l’échéance, sans qu’un rappel soit nécessaire, au taux de la Banque centrale européenne majoré de dix points (Code de commerce, article L441-10, II)\u{202f}; elles augmentent de 3,40\u{202f}€ par jour jusqu’au paiement.",
            ),
            Block::Facts {
                title: "Pour payer".to_owned(),
                items: items(&[
                    ("IBAN", "FR76\u{a0}3000\u{a0}6000\u{a0}0112\u{a0}3456\u{a0}7890\u{a0}189"),
                    ("BIC", "AGRIFRPP"),
                    ("Référence à rappeler", "F-2026-014"),
                ]),
            },
            paragraph(
                "consequence",
                "Sans paiement à cette date, nous saisirons la juridiction compétente pour obtenir votre condamnation au paiement de cette somme, des pénalités et des frais.",
            ),
            paragraph("closing", "Veuillez agréer, Madame, Monsieur, nos salutations distinguées."),
            Block::Signature { lines: texts(&["Claire Lemoine", "Gérante"]) },
            Block::Enclosures {
                items: texts(&["Copie de la facture F-2026-014", "Bon de livraison signé du 20\u{a0}mai 2026"])
            },
        ],
    }
}

/// The same notice with an annexed statement of so many rows.
pub(crate) fn long_notice(rows: usize) -> Document {
    let mut document = formal_notice();
    document.blocks.retain(|block| !matches!(block, Block::Table { .. }));
    document.blocks.push(Block::PageBreak);
    document.blocks.push(Block::Heading { text: "Annexe\u{a0}: décompte des sommes dues".to_owned(), level: 1 });
    let mut lines: Vec<TableRow> = (1..=rows)
        .map(|i| {
            let period = format!("Facture F-2026-{i:03}, du 21 au 30\u{a0}juin 2026");
            let so_far = french::money(Money::from_cents(3329 * i64::try_from(i).expect("a few rows")));
            TableRow {
                carried: texts(&["", "", "", "", &so_far]),
                ..row(&[&period, "10", "12,15\u{a0}%", "10\u{202f}000,00\u{202f}€", "33,29\u{202f}€"], false)
            }
        })
        .collect();
    // 33,29 € of interest and 40,00 € of indemnity for each invoice.
    let count = i64::try_from(rows).expect("a few rows");
    for (label, cents) in [("Intérêts", 3329), ("Indemnités forfaitaires", 4000), ("Total", 7329)] {
        lines.push(row(&[label, "", "", "", &french::money(Money::from_cents(cents * count))], true));
    }
    document.blocks.push(statement(lines));
    document
}

/// What a code for the payment of 10 107,26 € holds (EPC069-12).
pub(crate) const PAYMENT: &str = "BCD\n002\n1\nSCT\nAGRIFRPP\nAtelier Nord SARL\nFR7630006000011234567890189\nEUR10107.26\n\n\nFacture F-2026-014, œuvre à façon";

/// An agreement: room for words by hand, two who sign, a code to pay with.
pub(crate) fn agreement() -> Document {
    let mut blocks = formal_notice().blocks;
    blocks.truncate(3);
    blocks.extend([
        Block::Subject { text: "Reconnaissance de dette et échéancier".to_owned() },
        paragraph(
            "debt",
            "La société Brun & Fils reconnaît devoir à la société Atelier Nord la somme de 10\u{202f}107,26\u{202f}€, et s’engage à la payer en trois fois, sans novation, aux dates ci-dessous.",
        ),
        statement(short_rows()),
        Block::PaymentCode {
            payload: PAYMENT.to_owned(),
            caption: "Pour payer avec l’application de votre banque\u{a0}: ce code contient le nom du bénéficiaire, son compte, la somme de 10\u{202f}107,26\u{202f}€ et la référence. Vérifiez-les avant de valider.".to_owned(),
        },
        Block::Handwritten {
            instruction: "À écrire à la main par le débiteur, avant sa signature\u{a0}: la somme due, en toutes lettres et en chiffres.".to_owned(),
            lines: 3,
        },
        Block::Signatures {
            parties: vec![
                SigningParty { title: "Le créancier".to_owned(), lines: texts(&["Atelier Nord SARL", "Claire Lemoine, gérante"]) },
                SigningParty { title: "Le débiteur".to_owned(), lines: texts(&["Brun & Fils SAS", "Paul Brun, président"]) },
            ],
        },
    ]);
    Document { title: "Reconnaissance de dette".to_owned(), blocks, ..formal_notice() }
}

/// Markup, formulas, right-to-left text, emoji and control characters in every field.
pub(crate) fn hostile() -> Document {
    let nasty = "<w:p>&amp;]]> \" ' =HYPERLINK(\"x\") %PDF-1.7 (\\) endobj \u{0}\u{7}\u{b}\u{1b}\u{85} \u{202e}txt.exe \u{feff}😀 שלום مرحبا 東京 e\u{301} \u{fffe}";
    let line = || nasty.to_owned();
    let pair = || vec![Item { label: line(), value: line() }];
    Document {
        language: Language::En,
        title: line(),
        author: line(),
        written_on: Day::new(1900, 1, 1).expect("a day of the calendar"),
        blocks: vec![
            Block::Sender { lines: vec![line(), line()] },
            Block::Recipient { lines: vec![line(), line()] },
            Block::PlaceAndDate { text: line() },
            Block::Delivery { text: line() },
            Block::Subject { text: line() },
            Block::References { items: pair() },
            Block::Heading { text: line(), level: 0 },
            Block::Heading { text: line(), level: 255 },
            paragraph(nasty, nasty),
            statement(vec![row(&[nasty, nasty, nasty, nasty, nasty], false), row(&[nasty], true), row(&[], false)]),
            Block::Facts { title: line(), items: pair() },
            Block::Bars { caption: line(), items: pair(), lengths: vec![u32::MAX] },
            Block::Signature { lines: vec![line()] },
            Block::Enclosures { items: vec![line()] },
            Block::Signatures { parties: vec![SigningParty { title: line(), lines: vec![line()] }; 4] },
            Block::Handwritten { instruction: line(), lines: 255 },
            Block::PaymentCode { payload: line(), caption: line() },
            Block::Recipient { lines: vec![line()] },
            Block::PageBreak,
            Block::Enclosures { items: Vec::new() },
            Block::PageBreak,
        ],
    }
}
