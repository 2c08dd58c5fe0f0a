//! The debit note: interest and indemnity on invoices paid late, whose principal is settled.
//!
//! CGI 256: a sum that repairs the harm of a late payment is the price of no supply, so it bears no VAT.

use askama::Template;
use dument_law::penalties::Rate;
use dument_law::problem::Problem;
use dument_law::reading::Read;
use dument_law::{Code, Note};
use serde::{Deserialize, Serialize};

use super::{Draft, Form};
use crate::advice;
use crate::claim::Claim;
use crate::input::{Addressee, Input};
use crate::kind::LetterKind;
use crate::line::Line;
use crate::refusal::problem;
use crate::wording::{self, filters};

/// What a debit note says beside the invoices.
#[doc(alias = "note de débit")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct PenaltyClaim {
    /// The number of the note, in a series of its own, such as `ND-2026-03`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// What the law allows differs with who owes.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "penalty_claim/business.txt")]
    Business { claim: &'a Claim<'a>, number: Option<Line> },
    #[template(path = "penalty_claim/consumer.txt")]
    Consumer { claim: &'a Claim<'a>, number: Option<Line> },
    #[template(path = "penalty_claim/public.txt")]
    PublicBody { claim: &'a Claim<'a>, number: Option<Line>, days: u64 },
}

/// A debit note closes an invoice: while principal is owed, a reminder or a formal notice asks for all. A consumer owes interest only
/// from a formal notice (C. civ. 1231-6).
pub(crate) fn check(input: &Input, problems: &mut Vec<Problem>) {
    for (place, invoice) in input.invoices.iter().enumerate() {
        if invoice.due_on < input.written_on && invoice.balance_on(input.written_on).is_positive() {
            let message = "Cette facture n’est pas entièrement payée : une relance ou une mise en demeure en demande le solde avec ce qui s’y \
                           ajoute. Retirez-la de la note de débit.";
            problems.push(problem(Code::NotApplicable, format!("invoices[{place}]"), message));
        }
    }
    let notice = input.penalties.notice_received_on.filter(|day| *day <= input.written_on);
    if input.addressee() == Addressee::Consumer && notice.is_none() {
        let message = "Un particulier qui paie en retard ne doit ni pénalité ni indemnité : seul l’intérêt légal court, à partir d’une mise en \
                       demeure. S’il en a reçu une avant de payer, indiquez quand ; sinon il n’y a rien à demander.";
        problems.push(problem(Code::NotApplicable, "penalties.noticeReceivedOn", message));
    }
}

/// The number of the note, where this letter is one and has one.
pub(crate) fn number(input: &Input) -> Option<Line> {
    let facts = input.facts.penalty_claim.as_ref().filter(|_| input.kind == LetterKind::PenaltyClaim)?;
    Line::some(facts.number.as_deref()?)
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let claim = &draft.claim;
    let number = number(draft.input);
    let mut form = Form::from(wording::read(&match draft.addressee {
        Addressee::Business => Wording::Business { claim, number },
        Addressee::Consumer => Wording::Consumer { claim, number },
        Addressee::PublicBody => {
            let days = (draft.law.number)("publicInterestDays", claim.written_on).unwrap_or_default().into();
            Wording::PublicBody { claim, number, days }
        }
    }));
    form.notes = notes(draft);
    form
}

fn notes(draft: &Draft<'_>) -> Vec<Note> {
    let mut notes = vec![advice::info(
        "notAnInvoice",
        "Une note de débit n’est pas une facture : donnez-lui un numéro d’une autre série et enregistrez-la sans TVA.",
    )];
    if draft.input.penalties.imputation != draft.input.imputation() {
        notes.push(advice::info(
            "settledByPayments",
            "Les paiements soldent ici les factures elles-mêmes, comme dans vos comptes, quel que soit l’ordre choisi ailleurs. La loi vous permettrait \
             de les imputer d’abord sur les intérêts ; le total n’en serait guère plus élevé, mais un reste de principal serait encore dû.",
        ));
    }
    if draft.addressee != Addressee::PublicBody {
        notes.push(advice::no_interruption());
    }
    notes
}
