//! The second reminder: what is owed, a last delay, the formal notice announced.

use askama::Template;
use dument_law::penalties::Rate;

use super::{Draft, Form};
use crate::claim::Claim;
use crate::input::Addressee;
use crate::wording::{self, filters};

/// What the law allows differs with who owes.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "second_reminder/business.txt")]
    Business { claim: &'a Claim<'a> },
    #[template(path = "second_reminder/consumer.txt")]
    Consumer { claim: &'a Claim<'a> },
    #[template(path = "second_reminder/public.txt")]
    PublicBody { claim: &'a Claim<'a> },
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let claim = &draft.claim;
    Form::from(wording::read(&match draft.addressee {
        Addressee::Business => Wording::Business { claim },
        Addressee::Consumer => Wording::Consumer { claim },
        Addressee::PublicBody => Wording::PublicBody { claim },
    }))
}
