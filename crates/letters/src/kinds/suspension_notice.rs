//! C. civ. 1219 and 1220: who isn't paid may suspend what they still owe under the same contract, if the default is serious enough, and must
//! say so. C. com. L622-13: not for earlier claims once insolvency proceedings are open; nor, as a rule, in a public contract.

use askama::Template;
use dument_law::penalties::Rate;
use dument_law::problem::Problem;
use dument_law::reading::Read;
use dument_law::{Code, Day, Money, Note, PartyKind, french};
use serde::{Deserialize, Serialize};

use super::{Draft, Form};
use crate::advice::{info, warning};
use crate::claim::Claim;
use crate::forbidden;
use crate::input::{Addressee, Input};
use crate::line::Line;
use crate::refusal::problem;
use crate::wording::{self, filters};

/// What is suspended, and from when.
#[doc(alias = "exception d’inexécution")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase", default)]
pub struct SuspensionNotice {
    /// What is suspended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<Suspended>,
    /// What exactly, such as « pose des menuiseries du second étage ».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The contract from which both the unpaid invoices and what is suspended come, such as « devis no 112 accepté le 3 mars 2026 ».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<String>,
    /// The first day of the suspension, where it is announced; by default the receipt of the letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
}

/// What a creditor still had to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Suspended {
    /// Work on a site or on a thing.
    #[doc(alias = "travaux")]
    Work,
    /// Deliveries of goods.
    #[doc(alias = "livraisons")]
    Deliveries,
    /// Services.
    #[doc(alias = "prestations")]
    Services,
}

impl Suspended {
    /// With its article, in the plural.
    fn name(self) -> &'static str {
        match self {
            Self::Work => "les travaux",
            Self::Deliveries => "les livraisons",
            Self::Services => "les prestations",
        }
    }

    /// After « suspension ».
    fn of(self) -> &'static str {
        match self {
            Self::Work => "des travaux",
            Self::Deliveries => "des livraisons",
            Self::Services => "des prestations",
        }
    }
}

/// What the templates say beyond the claim.
struct Suspension {
    what: &'static str,
    of: &'static str,
    description: Option<Line>,
    contract: Option<Line>,
    from: Option<Day>,
}

/// What the law allows differs with who owes.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "suspension_notice/business.txt")]
    Business { claim: &'a Claim<'a>, own: &'a Suspension },
    #[template(path = "suspension_notice/consumer.txt")]
    Consumer { claim: &'a Claim<'a>, own: &'a Suspension },
}

pub(crate) fn check(input: &Input, problems: &mut Vec<Problem>) {
    if input.debtor.kind == PartyKind::PublicBody {
        let message = "Un marché public continue malgré un retard de paiement, sauf dans les cas, rares, que ses clauses prévoient : suspendre \
                       vous mettrait en faute. Demandez le paiement par écrit, les intérêts courent de plein droit.";
        problems.push(problem(Code::NotApplicable, "debtor.kind", message));
        return;
    }
    let facts = input.facts.suspension_notice.as_ref();
    if facts.and_then(|facts| facts.what).is_none() {
        let message = "Indiquez ce que vous suspendez : des travaux, des livraisons ou des prestations.";
        problems.push(problem(Code::MissingField, "facts.suspensionNotice.what", message));
    }
    if let Some(description) = facts.and_then(|facts| facts.description.as_deref()) {
        forbidden::check(description, "facts.suspensionNotice.description", input.addressee(), problems);
    }
    if facts.and_then(|facts| facts.from).is_some_and(|from| from < input.written_on) {
        let message = "La suspension ne peut pas commencer avant la lettre qui l’annonce.";
        problems.push(problem(Code::DateOutOfRange, "facts.suspensionNotice.from", message));
    }
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let claim = &draft.claim;
    let none = SuspensionNotice::default();
    let facts = draft.input.facts.suspension_notice.as_ref().unwrap_or(&none);
    let line = |text: &Option<String>| text.as_deref().and_then(Line::some);
    let own = Suspension {
        what: facts.what.map(Suspended::name).unwrap_or_default(),
        of: facts.what.map(Suspended::of).unwrap_or_default(),
        description: line(&facts.description),
        contract: line(&facts.contract),
        from: facts.from,
    };
    let text = wording::read(&match draft.addressee {
        Addressee::Consumer => Wording::Consumer { claim, own: &own },
        Addressee::Business | Addressee::PublicBody => Wording::Business { claim, own: &own },
    });
    Form { notes: notes(draft, facts), ..Form::from(text) }
}

fn notes(draft: &Draft<'_>, facts: &SuspensionNotice) -> Vec<Note> {
    let mut notes = vec![warning(
        "suspensionSeriousEnough",
        "Suspendre n’est permis que si l’impayé est assez grave et vient du même contrat que ce que vous suspendez. Pour une petite somme, ou \
         en cas de désaccord sérieux sur votre travail, c’est vous qui seriez en faute.",
    )];
    if draft.claim.earlier_letters.is_empty() && facts.from.is_none() {
        notes.push(warning(
            "suspensionWithoutNotice",
            "Aucune lettre précédente n’est indiquée et la suspension est immédiate : une mise en demeure d’abord, ou un jour de suspension \
             annoncé, vous protège mieux.",
        ));
    }
    if facts.what == Some(Suspended::Work) {
        notes.push(info(
            "siteMadeSafe",
            "Laissez le chantier en sécurité et faites constater son état (photographies datées, commissaire de justice). Prévenez votre assureur \
             si l’arrêt dure.",
        ));
        notes.extend((draft.addressee == Addressee::Business).then(|| works_guarantee(draft)));
    }
    if draft.addressee == Addressee::Consumer {
        notes.push(warning(
            "essentialService",
            "Des règles propres interdisent ou retardent la coupure de certains services à un particulier (eau, énergie, téléphone, logement, \
             soins) : vérifiez-les avant d’envoyer cette lettre.",
        ));
    }
    notes
}

/// C. civ. 1799-1: the guarantee of payment of private works, and the suspension that its absence allows.
fn works_guarantee(draft: &Draft<'_>) -> Note {
    let number = |id: &str| (draft.law.number)(id, draft.claim.written_on).unwrap_or_default();
    info(
        "worksGuarantee",
        &format!(
            "Pour des travaux privés de plus de {} hors taxes, la loi permet aussi de suspendre {} après une mise en demeure restée sans effet, \
             tant que la garantie de paiement n’est pas fournie (article 1799-1 du code civil).",
            french::money(Money::from_cents(i64::from(number("worksGuaranteeFloor")) * 100)),
            french::count(number("worksGuaranteeDays").into(), "jour", "jours")
        ),
    )
}
