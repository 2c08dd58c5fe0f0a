//! C. civ. 2286: goods held for a debt tied to them are kept until it is paid. C. civ. 2367, 2368 and 2371: goods sold under retention of
//! title are asked back. C. com. L624-9, L624-16 and R624-13: in insolvency proceedings they are claimed from the administrator, else from
//! the debtor, or from the liquidator (R641-31), within a term.

use askama::Template;
use dument_law::penalties::Rate;
use dument_law::problem::Problem;
use dument_law::reading::Read;
use dument_law::working_day::{Territory, on_or_after};
use dument_law::{Code, Day, Note, PartyKind, french};
use serde::{Deserialize, Serialize};

use super::{Draft, Form};
use crate::advice::{info, warning};
use crate::claim::Claim;
use crate::correspondent::Correspondent;
use crate::document::Item;
use crate::input::{Addressee, Input};
use crate::line::Line;
use crate::mentions;
use crate::refusal::{insolvency_over_earlier_claim, problem};
use crate::wording::{self, filters};

/// Which goods, and by which right they are kept or asked back.
#[doc(alias = "droit de rétention")]
#[doc(alias = "revendication")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase", default)]
pub struct RetentionNotice {
    /// The right that is used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<RetentionRight>,
    /// The goods, with what makes them known again: marks, serial numbers, quantities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goods: Option<String>,
    /// Where goods that are kept are, such as « notre atelier d’Angers ».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept_at: Option<String>,
    /// The day the goods were handed over: to the creditor for goods that are kept, to the debtor for goods sold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handed_over_on: Option<Day>,
    /// For goods sold: where title was reserved in writing, such as « article 8 de nos conditions générales, acceptées le 3 mars 2026 ».
    #[doc(alias = "clause de réserve de propriété")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// In insolvency proceedings: the administrator, or the liquidator; by default the debtor is written to.
    #[doc(alias = "administrateur judiciaire")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub practitioner: Option<Correspondent>,
    /// In insolvency proceedings: the day the judgment was published in the BODACC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Day>,
}

/// The right to goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum RetentionRight {
    /// The creditor has the debtor's goods in hand and keeps them (C. civ. 2286).
    #[doc(alias = "droit de rétention")]
    Possession,
    /// The debtor has goods of which the creditor has kept the title (C. civ. 2367).
    #[doc(alias = "réserve de propriété")]
    Title,
}

/// What the templates say beyond the claim.
struct Retention {
    debtor: Line,
    goods: Line,
    kept_at: Option<Line>,
    handed_over_on: Option<Day>,
    clause: Line,
    owes_penalties: bool,
    opened_on: Option<Day>,
}

/// The right, and whether insolvency proceedings are open.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "retention_notice/possession.txt")]
    Possession { claim: &'a Claim<'a>, own: &'a Retention },
    #[template(path = "retention_notice/possession_in_insolvency.txt")]
    PossessionInInsolvency { claim: &'a Claim<'a>, own: &'a Retention },
    #[template(path = "retention_notice/title.txt")]
    Title { claim: &'a Claim<'a>, own: &'a Retention },
    #[template(path = "retention_notice/title_in_insolvency.txt")]
    TitleInInsolvency { claim: &'a Claim<'a>, own: &'a Retention },
}

pub(crate) fn check(input: &Input, problems: &mut Vec<Problem>) {
    if input.debtor.kind == PartyKind::PublicBody {
        let message =
            "Les biens d’une personne publique ne peuvent être ni retenus ni repris : demandez-lui le paiement par écrit.";
        problems.push(problem(Code::NotApplicable, "debtor.kind", message));
        return;
    }
    let none = RetentionNotice::default();
    let facts = input.facts.retention_notice.as_ref().unwrap_or(&none);
    let field = |name: &str| format!("facts.retentionNotice.{name}");
    let is_blank = |text: &Option<String>| text.as_deref().and_then(Line::some).is_none();
    if facts.right.is_none() {
        let message =
            "Indiquez de quel droit il s’agit : vous gardez un bien du débiteur, ou vous avez vendu sous réserve de propriété.";
        problems.push(problem(Code::MissingField, field("right"), message));
    }
    if is_blank(&facts.goods) {
        let message = "Décrivez les biens de façon à les reconnaître : marque, modèle, numéro de série, quantité.";
        problems.push(problem(Code::MissingField, field("goods"), message));
    }
    if facts.right == Some(RetentionRight::Title) && is_blank(&facts.clause) {
        let message = "Indiquez l’écrit qui réserve la propriété, convenu au plus tard à la livraison : sans lui, les biens sont au débiteur.";
        problems.push(problem(Code::MissingField, field("clause"), message));
    }
    if facts.handed_over_on.is_some_and(|day| day > input.written_on) {
        let message = "Les biens ne peuvent pas avoir été remis après cette lettre.";
        problems.push(problem(Code::DateOutOfRange, field("handedOverOn"), message));
    }
    if let Some(opened_on) = insolvency_over_earlier_claim(input) {
        if facts.right == Some(RetentionRight::Possession) && facts.handed_over_on.is_some_and(|day| day >= opened_on) {
            let message = "Un bien confié après le jugement ne peut pas être retenu pour une facture antérieure : rendez-le, et déclarez la \
                           créance.";
            problems.push(problem(Code::InsolvencyOpened, field("handedOverOn"), message));
        }
        if let Some(practitioner) = &facts.practitioner {
            practitioner.check(&field("practitioner"), problems);
        }
        if facts.published_on.is_some_and(|published_on| published_on < opened_on) {
            let message = "La publication au BODACC ne peut pas précéder le jugement d’ouverture.";
            problems.push(problem(Code::DateOutOfRange, field("publishedOn"), message));
        }
    }
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let (input, claim) = (draft.input, &draft.claim);
    let none = RetentionNotice::default();
    let facts = input.facts.retention_notice.as_ref().unwrap_or(&none);
    let opened_on = insolvency_over_earlier_claim(input);
    let own = Retention {
        debtor: mentions::full_name(&input.debtor),
        goods: Line::new(facts.goods.as_deref().unwrap_or_default()),
        kept_at: facts.kept_at.as_deref().and_then(Line::some),
        handed_over_on: facts.handed_over_on,
        clause: Line::new(facts.clause.as_deref().unwrap_or_default()),
        owes_penalties: draft.addressee == Addressee::Business,
        opened_on,
    };
    let is_title = facts.right == Some(RetentionRight::Title);
    let own = &own;
    let mut form = Form::from(wording::read(&match (is_title, opened_on) {
        (false, None) => Wording::Possession { claim, own },
        (false, Some(_)) => Wording::PossessionInInsolvency { claim, own },
        (true, None) => Wording::Title { claim, own },
        (true, Some(_)) => Wording::TitleInInsolvency { claim, own },
    }));
    form.notes = notes(draft, facts);
    if is_title {
        form.enclosures = Some(vec![format!("Copie de la clause de réserve de propriété ({})", own.clause)]);
    }
    if let Some(opened_on) = opened_on {
        form.recipient = facts.practitioner.as_ref().map(Correspondent::printed);
        let item = |label: &str, value: String| Item { label: label.into(), value };
        let mut references = vec![item("Débiteur", own.debtor.to_string()), item("Jugement d’ouverture", french::day(opened_on))];
        references.extend(facts.published_on.map(|day| item("Publication au BODACC", french::day(day))));
        form.references = Some(references);
    }
    form
}

fn notes(draft: &Draft<'_>, facts: &RetentionNotice) -> Vec<Note> {
    let is_title = facts.right == Some(RetentionRight::Title);
    let mut notes = if is_title {
        vec![
            warning(
                "titleProof",
                "Joignez la clause signée ou acceptée avant la livraison, et le bon de livraison. Les biens doivent se retrouver en nature chez \
                 le débiteur, reconnaissables et impayés.",
            ),
            warning(
                "noForce",
                "Ne reprenez rien vous-même sans l’accord du débiteur : s’il refuse, seul un juge peut ordonner la restitution.",
            ),
        ]
    } else {
        vec![
            warning(
                "tiedDebt",
                "Vous ne pouvez garder que le bien auquel la dette est liée : celui que vous avez réparé, transporté, entreposé ou fabriqué pour \
                 elle. Rendre ce bien, même un instant, fait perdre ce droit ; en garder un autre serait une faute.",
            ),
            info(
                "noUseNoSale",
                "Conservez le bien avec soin, sans vous en servir. Vous ne pouvez pas le vendre sans une décision de justice.",
            ),
        ]
    };
    match (insolvency_over_earlier_claim(draft.input), is_title) {
        (None, _) => {}
        (Some(_), true) => {
            notes.push(term(draft, facts));
            notes.push(warning(
                "claimBackAddressee",
                "La demande s’adresse à l’administrateur s’il y en a un, sinon au débiteur, avec copie au mandataire judiciaire ; en liquidation, \
                 au liquidateur, avec copie à l’administrateur s’il y en a un. Sans accord dans le délai de réponse, saisissez aussitôt le \
                 juge-commissaire : ce second délai est bref lui aussi.",
            ));
            notes.push(warning("declareToo", "Déclarez aussi la créance : revendiquer les biens ne la déclare pas."));
        }
        (Some(_), false) => notes.push(warning(
            "declareToo",
            "Déclarez aussi la créance dans son délai : le droit de garder le bien ne vous en dispense pas. Seul le juge-commissaire peut autoriser \
             le paiement. En liquidation, écrivez au liquidateur : s’il vend le bien, votre droit se reporte sur le prix.",
        )),
    }
    notes
}

/// By when goods are claimed back (C. com. L624-9).
fn term(draft: &Draft<'_>, facts: &RetentionNotice) -> Note {
    let written_on = draft.claim.written_on;
    let months = (draft.law.number)("retentionOfTitleClaimMonths", written_on).unwrap_or_default();
    let message = match facts.published_on.map(|day| on_or_after(day.plus_months(months), Territory::France)) {
        None => "Cherchez sur bodacc.fr le jour où le jugement a été publié : le délai pour revendiquer court depuis ce jour."
            .to_owned(),
        Some(last_day) if last_day < written_on => format!(
            "Le délai pour revendiquer est passé depuis le {} : sauf contrat publié au registre, votre propriété ne peut plus être opposée à la \
             procédure. Demandez conseil à un avocat.",
            french::day(last_day)
        ),
        Some(last_day) => format!(
            "Par prudence, faites recevoir cette lettre au plus tard le {}. Si les biens viennent d’un contrat encore en cours, le \
             délai court de sa fin.",
            french::day(last_day)
        ),
    };
    warning("claimBackTerm", &message)
}
