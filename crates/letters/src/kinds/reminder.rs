//! The first reminder: an oversight is supposed, nothing is counted beyond the invoices.

use askama::Template;

use super::{Draft, Form};
use crate::claim::Claim;
use crate::document::Language;
use crate::input::Addressee;
use crate::wording::{self, filters};

/// What the law allows differs with who owes; the same in English, for a debtor abroad.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "reminder/business.txt")]
    Business { claim: &'a Claim<'a> },
    #[template(path = "reminder/consumer.txt")]
    Consumer { claim: &'a Claim<'a> },
    #[template(path = "reminder/public.txt")]
    PublicBody { claim: &'a Claim<'a> },
    #[template(path = "en/reminder/business.txt")]
    EnglishBusiness { claim: &'a Claim<'a> },
    #[template(path = "en/reminder/consumer.txt")]
    EnglishConsumer { claim: &'a Claim<'a> },
    #[template(path = "en/reminder/public.txt")]
    EnglishPublicBody { claim: &'a Claim<'a> },
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let (language, claim) = (draft.input.language, &draft.claim);
    let wording = match (language, draft.addressee) {
        (Language::Fr, Addressee::Business) => Wording::Business { claim },
        (Language::Fr, Addressee::Consumer) => Wording::Consumer { claim },
        (Language::Fr, Addressee::PublicBody) => Wording::PublicBody { claim },
        (Language::En, Addressee::Business) => Wording::EnglishBusiness { claim },
        (Language::En, Addressee::Consumer) => Wording::EnglishConsumer { claim },
        (Language::En, Addressee::PublicBody) => Wording::EnglishPublicBody { claim },
    };
    Form::from(wording::read_in(language, &wording))
}
