//! The answer to a debtor who contests: point by point, with what isn't contested asked for at once.

use askama::Template;
use dument_law::penalties::Rate;
use dument_law::problem::Problem;
use dument_law::reading::Read;
use dument_law::{Code, Day, Money};
use serde::{Deserialize, Serialize};

use super::{Draft, Form};
use crate::advice;
use crate::claim::Claim;
use crate::document::Block;
use crate::forbidden;
use crate::input::{Addressee, Input};
use crate::line::Line;
use crate::refusal::problem;
use crate::statement_table;
use crate::wording::{self, filters};

/// What the debtor contests, and what is answered.
#[doc(alias = "contestation")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ReplyToDispute {
    /// The day of the debtor's letter or message.
    pub disputed_on: Day,
    /// What the debtor objects, and the answer to it: at least one point.
    pub points: Vec<DisputedPoint>,
    /// What of the invoices the debtor doesn't contest, in euros: asked for at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undisputed_amount: Option<Money>,
    /// What is offered to settle the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<Offer>,
}

/// One objection and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DisputedPoint {
    /// What the debtor says, in a few words of the creditor's own.
    pub objection: String,
    /// What the creditor answers, with the document that proves it.
    pub reply: String,
}

/// A way to settle what stays contested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Offer {
    /// A talk on a given day.
    Meeting {
        /// The day proposed.
        on: Day,
    },
    /// A court conciliator, free of charge.
    #[doc(alias = "conciliateur de justice")]
    Conciliation,
    /// A mediator chosen together.
    #[doc(alias = "médiateur")]
    Mediation,
}

/// What the templates say beside the claim.
struct Dispute {
    disputed_on: Day,
    undisputed_amount: Option<Money>,
    offer: Option<Offer>,
}

/// What the law allows differs with who owes.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "reply_to_dispute/business.txt")]
    Business { claim: &'a Claim<'a>, dispute: Dispute },
    #[template(path = "reply_to_dispute/consumer.txt")]
    Consumer { claim: &'a Claim<'a>, dispute: Dispute },
    #[template(path = "reply_to_dispute/public.txt")]
    PublicBody { claim: &'a Claim<'a>, dispute: Dispute },
}

pub(crate) fn check(input: &Input, problems: &mut Vec<Problem>) {
    let at = |field: &str| format!("facts.replyToDispute.{field}");
    let no_point = "Indiquez au moins un point contesté, et ce que vous y répondez.";
    let Some(facts) = &input.facts.reply_to_dispute else {
        problems.push(problem(
            Code::MissingField,
            at("disputedOn"),
            "Indiquez la date de la contestation à laquelle vous répondez.",
        ));
        problems.push(problem(Code::MissingField, at("points"), no_point));
        return;
    };
    if facts.disputed_on > input.written_on {
        let message = "La contestation ne peut pas être postérieure à votre réponse : vérifiez sa date ou celle de la lettre.";
        problems.push(problem(Code::DateOutOfRange, at("disputedOn"), message));
    }
    if facts.points.is_empty() {
        problems.push(problem(Code::EmptyList, at("points"), no_point));
    }
    for (place, point) in facts.points.iter().enumerate() {
        if Line::some(&point.objection).is_none() {
            let message = "Rappelez en quelques mots ce que le client conteste.";
            problems.push(problem(Code::MissingField, at(&format!("points[{place}].objection")), message));
        }
        if Line::some(&point.reply).is_none() {
            let message = "Indiquez votre réponse à ce point, et la pièce qui la prouve.";
            problems.push(problem(Code::MissingField, at(&format!("points[{place}].reply")), message));
        }
        for (name, text) in [("objection", &point.objection), ("reply", &point.reply)] {
            forbidden::check(text, &at(&format!("points[{place}].{name}")), input.addressee(), problems);
        }
    }
    let balance: Money = input.invoices.iter().map(|invoice| invoice.balance_on(input.written_on)).sum();
    if facts.undisputed_amount.is_some_and(|amount| !amount.is_positive() || amount > balance) {
        let message = "La part non contestée est comprise entre un centime et ce qui reste à payer des factures. Si tout est contesté, laissez ce champ vide.";
        problems.push(problem(Code::OutOfRange, at("undisputedAmount"), message));
    }
    if let Some(Offer::Meeting { on }) = facts.offer
        && on <= input.written_on
    {
        problems.push(problem(Code::DateOutOfRange, at("offer.on"), "Proposez un jour postérieur à la lettre."));
    }
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let Some(facts) = &draft.input.facts.reply_to_dispute else { return Form::default() };
    let claim = &draft.claim;
    let dispute = Dispute { disputed_on: facts.disputed_on, undisputed_amount: facts.undisputed_amount, offer: facts.offer };
    let mut form = Form::from(wording::read(&match draft.addressee {
        Addressee::Business => Wording::Business { claim, dispute },
        Addressee::Consumer => Wording::Consumer { claim, dispute },
        Addressee::PublicBody => Wording::PublicBody { claim, dispute },
    }));
    form.parts = vec![
        ("points", facts.points.iter().zip(1..).map(|(point, number)| printed(point, number)).collect()),
        ("statement", statement_table::whole(&draft.input.invoices, claim.statement)),
    ];
    form.asks = facts.undisputed_amount;
    form.notes = vec![advice::info(
        "proveEachAnswer",
        "C’est à vous de prouver que le travail ou la livraison est conforme : joignez la pièce qui appuie chaque réponse et citez-la.",
    )];
    match draft.addressee {
        Addressee::Business => form.notes.push(advice::no_interruption()),
        Addressee::Consumer => {
            form.notes.push(advice::no_interruption());
            form.notes.extend(advice::mediator_missing(draft.input));
        }
        Addressee::PublicBody => form.notes.push(advice::public_complaint()),
    }
    form
}

/// « 1. Votre objection : … », and the answer beneath.
fn printed(point: &DisputedPoint, number: usize) -> Block {
    let (objection, reply) = (Line::sentence(&point.objection), Line::sentence(&point.reply));
    Block::Paragraph {
        id: format!("point-{number}"),
        text: format!("{number}. Votre objection\u{a0}: {objection}\nNotre réponse\u{a0}: {reply}"),
    }
}
