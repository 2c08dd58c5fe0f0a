//! Loi 68-1250, article 2: a written demand for payment to a public body interrupts its limitation. Where the contract refers to general
//! clauses (CCAG), the same letter can be the complaint that these want before any court: grounds, and the sum of each head of claim.

use askama::Template;
use dument_law::problem::Problem;
use dument_law::reading::Read;
use dument_law::working_day::{Territory, on_or_after};
use dument_law::{Code, Day, Note, PartyKind, french};
use serde::{Deserialize, Serialize};

use super::{Draft, Form};
use crate::advice::{info, warning};
use crate::claim::Claim;
use crate::document::{Block, Item};
use crate::forbidden;
use crate::input::Input;
use crate::letter;
use crate::line::Line;
use crate::refusal::problem;
use crate::statement_table;
use crate::wording::{self, filters};

/// What a demand to a public body says besides the claim.
#[doc(alias = "demande de paiement")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase", default)]
pub struct PublicDemand {
    /// The day the invoice was deposited on Chorus Pro, where there is but one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deposited_on: Option<Day>,
    /// The commitment number of the order.
    #[doc(alias = "numéro d’engagement")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitment_number: Option<String>,
    /// The public contract, such as « Marché no 2026-04, lot 2 ».
    #[doc(alias = "marché public")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<String>,
    /// What makes of the letter a formal complaint too, where the contract refers to general clauses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub complaint: Option<Complaint>,
}

/// The formal complaint that the general clauses of public contracts want before any court.
#[doc(alias = "mémoire en réclamation")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase", default)]
pub struct Complaint {
    /// The grounds of the disagreement, one a text: facts, clauses, how each sum is found.
    pub grounds: Vec<String>,
    /// The clause that wants the complaint, such as « l’article 46 du CCAG de fournitures courantes et de services ».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// The day the disagreement appeared: a refusal in writing, or the end of the time a demand had left.
    #[doc(alias = "différend")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arisen_on: Option<Day>,
}

/// What the template says beyond the claim.
struct Demand {
    deposited_on: Option<Day>,
    contract: Option<Line>,
    is_complaint: bool,
    clause: Option<Line>,
    arisen_on: Option<Day>,
}

#[derive(Template)]
#[template(path = "public_demand/public.txt", ext = "txt", escape = "none")]
struct Wording<'a> {
    claim: &'a Claim<'a>,
    own: &'a Demand,
}

pub(crate) fn check(input: &Input, problems: &mut Vec<Problem>) {
    if input.debtor.kind != PartyKind::PublicBody {
        let message =
            "Cette demande n’a d’effet que sur une personne publique : à tout autre débiteur, envoyez une mise en demeure.";
        problems.push(problem(Code::NotApplicable, "debtor.kind", message));
        return;
    }
    let Some(facts) = &input.facts.public_demand else { return };
    if facts.deposited_on.is_some_and(|day| day > input.written_on) {
        let message = "Le dépôt sur Chorus Pro ne peut pas être postérieur à cette lettre.";
        problems.push(problem(Code::DateOutOfRange, "facts.publicDemand.depositedOn", message));
    }
    let Some(complaint) = &facts.complaint else { return };
    if complaint.grounds.iter().all(|ground| Line::some(ground).is_none()) {
        let message = "Un mémoire en réclamation sans motifs est irrecevable : exposez le désaccord, point par point.";
        problems.push(problem(Code::MissingField, "facts.publicDemand.complaint.grounds", message));
    }
    for (place, ground) in complaint.grounds.iter().enumerate() {
        forbidden::check(ground, &format!("facts.publicDemand.complaint.grounds[{place}]"), input.addressee(), problems);
    }
    if complaint.arisen_on.is_some_and(|day| day > input.written_on) {
        let message = "Le désaccord ne peut pas être né après cette lettre.";
        problems.push(problem(Code::DateOutOfRange, "facts.publicDemand.complaint.arisenOn", message));
    }
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let claim = &draft.claim;
    let none = PublicDemand::default();
    let facts = draft.input.facts.public_demand.as_ref().unwrap_or(&none);
    let line = |text: &Option<String>| text.as_deref().and_then(Line::some);
    let complaint = facts.complaint.as_ref();
    let own = Demand {
        deposited_on: facts.deposited_on.filter(|_| claim.invoice_count() == 1),
        contract: line(&facts.contract),
        is_complaint: complaint.is_some(),
        clause: complaint.and_then(|complaint| line(&complaint.clause)),
        arisen_on: complaint.and_then(|complaint| complaint.arisen_on),
    };
    let mut references = letter::references(draft.input.language, claim);
    let mut add = |label: &str, value: Option<Line>| {
        references.extend(value.map(|value| Item { label: label.into(), value: value.into() }));
    };
    add("Marché", line(&facts.contract));
    add("Numéro d’engagement", line(&facts.commitment_number));
    let mut parts = Vec::new();
    if let Some(complaint) = complaint {
        parts.push(("grounds", grounds(complaint)));
        parts.push(("heads", vec![statement_table::heads(claim.statement)]));
    }
    Form {
        references: Some(references),
        parts,
        notes: notes(draft, complaint),
        ..Form::from(wording::read(&Wording { claim, own: &own }))
    }
}

fn grounds(complaint: &Complaint) -> Vec<Block> {
    let grounds = complaint.grounds.iter().filter_map(|ground| Line::some(ground));
    grounds
        .enumerate()
        .map(|(place, ground)| Block::Paragraph { id: format!("ground-{}", place + 1), text: ground.into() })
        .collect()
}

fn notes(draft: &Draft<'_>, complaint: Option<&Complaint>) -> Vec<Note> {
    let written_on = draft.claim.written_on;
    let months = (draft.law.number)("publicComplaintMonths", written_on).unwrap_or_default();
    let in_words = french::count(months.into(), "mois", "mois");
    let mut notes = vec![
        warning(
            "demandProof",
            "Gardez l’avis de réception : il prouve que la demande, qui interrompt la prescription, a été faite, et quand. Écrivez à l’ordonnateur (celui qui a \
             commandé), avec copie au comptable public.",
        ),
        info(
            "chorusPro",
            "Vérifiez sur Chorus Pro l’état de chaque facture et son jour de réception : le délai de paiement court de là, ou du service fait \
             s’il est postérieur.",
        ),
    ];
    notes.push(silence(draft));
    match complaint {
        None => notes.push(warning(
            "publicComplaint",
            &format!(
                "Si le marché renvoie à un cahier des clauses administratives générales et que l’acheteur refuse ou se tait, une simple demande ne \
                 suffit pas : il faut un mémoire en réclamation motivé, en général sous {in_words}. Remplissez alors la partie « réclamation »."
            ),
        )),
        Some(complaint) => {
            notes.push(warning(
                "complaintClause",
                "Relisez le cahier auquel votre marché renvoie : destinataire, délai et contenu du mémoire en réclamation y sont fixés, et passé ce \
                 délai la demande est perdue. Joignez tout document auquel les motifs se réfèrent.",
            ));
            let last_day = complaint.arisen_on.map(|day| on_or_after(day.plus_months(months), Territory::France));
            if let Some(last_day) = last_day {
                let message = if last_day < written_on {
                    format!(
                        "Compté depuis le jour indiqué, le délai usuel de {in_words} est passé depuis le {} : faites vérifier par un avocat quand \
                         le désaccord est né.",
                        french::day(last_day)
                    )
                } else {
                    format!(
                        "Le mémoire doit être parvenu à l’acheteur au plus tard le {}, si le délai est celui, usuel, de {in_words}.",
                        french::day(last_day)
                    )
                };
                notes.push(warning("complaintTerm", &message));
            }
        }
    }
    notes
}

/// CRPA L231-4, CJA R421-1 and R421-2: silence is a refusal, from which a term to go to court may run.
fn silence(draft: &Draft<'_>) -> Note {
    let months = |id: &str| {
        let months = (draft.law.number)(id, draft.claim.written_on).unwrap_or_default();
        french::count(months.into(), "mois", "mois")
    };
    warning(
        "silenceIsRefusal",
        &format!(
            "Sans réponse au bout de {}, la demande est en principe refusée. Le délai pour saisir le tribunal administratif, de {} en \
             règle générale, peut courir de ce refus, ou d’un refus écrit : notez ces jours et ne les laissez pas passer sans l’avis d’un avocat.",
            months("publicSilenceMonths"),
            months("publicActionMonths")
        ),
    )
}
