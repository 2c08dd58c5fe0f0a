//! The first reminder as an e-mail: short, with the invoice attached, asking for an answer in writing.

use askama::Template;

use super::{Draft, Form, Head};
use crate::claim::Claim;
use crate::document::Block;
use crate::input::Addressee;
use crate::line::Line;
use crate::party::Party;
use crate::wording::{self, filters};
use crate::{advice, letter, mentions};

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

/// Who writes, for whom, and where to call or to answer.
fn signature(creditor: &Party) -> Vec<String> {
    let mut lines = letter::signature(creditor);
    let name: String = mentions::full_name(creditor).into();
    if !lines.contains(&name) {
        lines.push(name);
    }
    let contact = creditor.contact.as_ref();
    lines.extend(contact.and_then(|contact| Line::some(contact.phone.as_deref()?)).map(String::from));
    lines
}
