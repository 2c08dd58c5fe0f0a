//! The first reminder as an e-mail: short, with the invoice attached, asking for an answer in writing.

use askama::Template;

use super::{Draft, Form, Head};
use crate::claim::Claim;
use crate::document::{Block, Language};
use crate::input::Addressee;
use crate::party::Party;
use crate::wording::{self, filters};
use crate::{advice, mentions, words};

/// A public body is asked what its payment lacks.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "email_reminder/debtor.txt")]
    Debtor { claim: &'a Claim<'a> },
    #[template(path = "email_reminder/public.txt")]
    PublicBody { claim: &'a Claim<'a> },
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let claim = &draft.claim;
    let text = wording::read(&match draft.addressee {
        Addressee::PublicBody => Wording::PublicBody { claim },
        Addressee::Business | Addressee::Consumer => Wording::Debtor { claim },
    });
    let proof = "Un courriel prouve mal qu’il a été reçu : il suffit pour un premier rappel, pas pour une mise en demeure.";
    Form {
        head: Head::Bare,
        signature: Some(vec![Block::Signature { lines: signature(&draft.input.creditor) }]),
        notes: vec![advice::info("emailProof", proof), advice::answer_in_writing(draft.addressee)],
        ..Form::from(text)
    }
}

/// Who signs, then what the head of a letter says: an e-mail is a letter of the business too (C. com. R123-237).
fn signature(creditor: &Party) -> Vec<String> {
    let mut lines = creditor.signatory.as_ref().map(mentions::signatory).unwrap_or_default();
    lines.extend(mentions::sender(creditor, words::of(Language::Fr)));
    lines
}
