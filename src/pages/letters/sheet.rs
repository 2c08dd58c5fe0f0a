//! The letter as a sheet of paper: what the files will show.

use dument_letters::document::{Align, Column, Item, SigningParty, TableRow};
use dument_letters::{Block, Language, Letter};
use leptos::prelude::*;

use super::paragraph::Paragraph;

/// The sheets of the letter, one for each page it starts on purpose.
#[component]
pub fn Sheet(
    /// What to show, in its own words.
    letter: Letter,
) -> impl IntoView {
    let lang = match letter.language {
        Language::Fr => "fr",
        Language::En => "en",
    };
    let words = Words::of(letter.language);
    let pages: Vec<Vec<Block>> =
        letter.blocks.split(|block| *block == Block::PageBreak).map(<[Block]>::to_vec).filter(|page| !page.is_empty()).collect();
    // What is said or pasted is no sheet of paper.
    let bare = !letter.blocks.iter().any(|block| matches!(block, Block::Sender { .. } | Block::Heading { level: 1, .. }));
    let count = pages.len();
    view! {
        <div class="sheet-frame">
            {pages
                .into_iter()
                .enumerate()
                .map(|(i, page)| {
                    let label = if i == 0 { "La lettre".to_owned() } else { format!("Annexe, feuille {} sur {count}", i + 1) };
                    view! {
                        <article class="sheet" class:bare=bare aria-label=label lang=lang>
                            {page.into_iter().map(|block| part(block, words)).collect_view()}
                        </article>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// The words that a sheet itself adds, in the language of the letter.
#[derive(Clone, Copy)]
struct Words {
    subject: &'static str,
    enclosure: &'static str,
    enclosures: &'static str,
}

impl Words {
    fn of(language: Language) -> Self {
        match language {
            Language::Fr => Self { subject: "Objet\u{a0}: ", enclosure: "Pièce jointe", enclosures: "Pièces jointes" },
            Language::En => Self { subject: "Subject: ", enclosure: "Enclosure", enclosures: "Enclosures" },
        }
    }
}

fn lines(lines: Vec<String>) -> impl IntoView {
    lines
        .into_iter()
        .enumerate()
        .map(
            |(i, line)| {
                if i == 0 { view! { <p><strong>{line}</strong></p> }.into_any() } else { view! { <p>{line}</p> }.into_any() }
            },
        )
        .collect_view()
}

fn items(items: Vec<Item>) -> impl IntoView {
    items.into_iter().map(|item| view! { <div><dt>{item.label}</dt><dd>{item.value}</dd></div> }).collect_view()
}

fn part(block: Block, words: Words) -> AnyView {
    match block {
        Block::Sender { lines: all } => view! { <address class="sender">{lines(all)}</address> }.into_any(),
        Block::Recipient { lines: all } => view! { <address class="recipient">{lines(all)}</address> }.into_any(),
        Block::PlaceAndDate { text } => view! { <p class="place-and-date">{text}</p> }.into_any(),
        Block::Delivery { text } => view! { <p class="delivery">{text}</p> }.into_any(),
        Block::Subject { text } => view! { <h2 class="subject"><span>{words.subject}</span>{text}</h2> }.into_any(),
        Block::References { items: all } => view! { <dl class="references">{items(all)}</dl> }.into_any(),
        Block::Heading { text, level: 1 } => view! { <h3 class="part">{text}</h3> }.into_any(),
        Block::Heading { text, .. } => view! { <h4>{text}</h4> }.into_any(),
        Block::Paragraph { id, text } => view! { <Paragraph id own=text/> }.into_any(),
        Block::Table { caption, columns, rows } => table(caption, columns, rows).into_any(),
        Block::Facts { title, items: all } => {
            view! { <section class="facts"><h3>{title}</h3><dl>{items(all)}</dl></section> }.into_any()
        }
        Block::Signature { lines } => {
            view! { <div class="signature">{lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}</div> }
                .into_any()
        }
        Block::Enclosures { items } => view! {
            <section class="enclosures">
                <h3>{if items.len() == 1 { words.enclosure } else { words.enclosures }}</h3>
                <ul>{items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul>
            </section>
        }
        .into_any(),
        Block::Signatures { parties } => {
            let party = |party: SigningParty| {
                let lines = party.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
                view! { <div><p>{party.title}</p>{lines}</div> }
            };
            view! { <div class="signatures">{parties.into_iter().map(party).collect_view()}</div> }.into_any()
        }
        Block::Handwritten { instruction, lines } => view! {
            <div class="handwritten">
                <p>{instruction}</p>
                {(0..lines).map(|_| view! { <span aria-hidden="true"></span> }).collect_view()}
            </div>
        }
        .into_any(),
        Block::PaymentCode { caption, .. } => view! {
            // Drawn by the files alone: what draws it is not loaded to read a letter.
            <div class="payment-code no-print">
                <span aria-hidden="true"></span>
                <p>{caption} <small class="hint" lang="fr">" Le code est dessiné dans les fichiers."</small></p>
            </div>
        }
        .into_any(),
        // The report of the ledger alone has them, and it is no letter to read here.
        Block::Bars { .. } | Block::PageBreak => ().into_any(),
    }
}

fn table(caption: String, columns: Vec<Column>, rows: Vec<TableRow>) -> impl IntoView {
    let classes: Vec<&'static str> = columns.iter().map(|column| if column.align == Align::End { "n" } else { "" }).collect();
    let last = columns.len().saturating_sub(1);
    let titles: Vec<String> = columns.iter().map(|column| column.title.clone()).collect();
    let header = columns
        .into_iter()
        .zip(classes.clone())
        .map(|(column, class)| view! { <th scope="col" class=class>{column.title}</th> })
        .collect_view();
    let body = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .cells
                .into_iter()
                .zip(classes.iter().zip(&titles))
                .enumerate()
                .map(|(i, (cell, (class, title)))| {
                    // Stacked on a phone, the cells between the first and the last say what they are.
                    let label = (i > 0 && i < last && !cell.is_empty()).then(|| title.clone());
                    view! { <td class=*class data-label=label>{cell}</td> }
                })
                .collect_view();
            view! { <tr class=if row.total { "total" } else { "" }>{cells}</tr> }
        })
        .collect_view();
    view! {
        <table class="letter-table">
            <caption>{caption}</caption>
            <thead><tr>{header}</tr></thead>
            <tbody>{body}</tbody>
        </table>
    }
}
