//! What to say on the telephone, before anything is written: the facts, one question, a date to close with.

use askama::Template;
use dument_law::PartyKind;

use super::{Draft, Form, Head};
use crate::claim::Claim;
use crate::input::Addressee;
use crate::line::Line;
use crate::wording::{self, filters};
use crate::{advice, mentions};

/// A natural person is called with more care than a firm.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "phone_script/business.txt")]
    Business { claim: &'a Claim<'a>, caller: Line, firm: Option<Line> },
    #[template(path = "phone_script/consumer.txt")]
    Consumer { claim: &'a Claim<'a>, caller: Line, firm: Option<Line>, debtor: Line },
    #[template(path = "phone_script/public.txt")]
    PublicBody { claim: &'a Claim<'a>, caller: Line, firm: Option<Line> },
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let (claim, creditor) = (&draft.claim, &draft.input.creditor);
    let contact = creditor.contact.as_ref().and_then(|contact| contact.name.as_deref());
    let person = contact.or(creditor.signatory.as_ref().map(|signatory| signatory.name.as_str())).and_then(Line::some);
    let firm = mentions::full_name(creditor);
    let (caller, firm) = match person {
        Some(person) => (person, Some(firm)),
        None => (firm, None),
    };
    let text = wording::read(&match (draft.input.debtor.kind, draft.addressee) {
        (PartyKind::Consumer, _) => Wording::Consumer { claim, caller, firm, debtor: Line::new(&draft.input.debtor.name) },
        (_, Addressee::PublicBody) => Wording::PublicBody { claim, caller, firm },
        _ => Wording::Business { claim, caller, firm },
    });
    Form {
        text,
        head: Head::Deed,
        signature: Some(Vec::new()),
        notes: vec![advice::answer_in_writing(draft.addressee)],
        ..Form::default()
    }
}
