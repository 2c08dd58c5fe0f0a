//! How well the claim is proven (C. civ. 1353 and 1359; C. com. L110-3): who claims must prove the agreement and its
//! performance; against a debtor who is no merchant, in writing above a floor.

use super::condition::{Check, Condition};
use super::facts::{Facts, Standing};
use super::{Basis, Evidence, MissingEvidence, Proof, Strength};
use crate::{EventKind, french};

/// The texts behind the weighing.
pub(super) const SOURCES: [&str; 3] = ["cciv-1353", "cciv-1359", "ccom-l110-3"];

const AGREEMENT: [Evidence; 3] = [Evidence::SignedQuote, Evidence::Order, Evidence::Contract];
const PERFORMANCE: [Evidence; 2] = [Evidence::DeliveryNote, Evidence::Acceptance];

/// Which of the two proofs a claim takes are held.
#[derive(Clone, Copy)]
struct Held {
    /// The debtor acknowledged the debt: nothing more is needed. A cheque or an accepted bill is itself their writing.
    acknowledged: bool,
    agreed: bool,
    performed: bool,
}

impl Held {
    fn of(facts: &Facts<'_>) -> Self {
        let has = |any: &[Evidence]| any.iter().any(|evidence| facts.has_evidence(*evidence));
        Self {
            acknowledged: facts.has_evidence(Evidence::WrittenAcknowledgment)
                || facts.history.has(EventKind::Acknowledgment)
                || matches!(facts.input.basis, Basis::Cheque | Basis::AcceptedBill),
            agreed: has(&AGREEMENT),
            performed: has(&PERFORMANCE),
        }
    }
}

/// How strong the evidence is.
pub(super) fn strength(facts: &Facts<'_>) -> Strength {
    match Held::of(facts) {
        Held { acknowledged: true, .. } | Held { agreed: true, performed: true, .. } => Strength::Strong,
        Held { agreed: true, .. } | Held { performed: true, .. } => Strength::Fair,
        _ if facts.input.evidence.is_empty() => Strength::Unknown,
        _ => Strength::Weak,
    }
}

/// What the evidence is worth before the judge of a route; `judge` says what weak evidence leads to there.
pub(super) fn proven(facts: &Facts<'_>, source: &'static str, judge: &str) -> Check {
    let condition = Condition::Proven;
    let held = Held::of(facts);
    let lacking = match strength(facts) {
        Strength::Strong if held.acknowledged => {
            return condition.met(source, "Le client a reconnu la dette par écrit : la preuve est solide.");
        }
        Strength::Strong => return condition.met(source, "Vous pouvez prouver l’accord et son exécution."),
        Strength::Fair if held.agreed => {
            "il manque la preuve de l’exécution (bon de livraison signé, procès-verbal de réception)"
        }
        Strength::Fair => "il manque la preuve de l’accord (devis signé, commande ou contrat)",
        Strength::Weak => "rien ne prouve encore l’accord ni son exécution",
        Strength::Unknown => "vos preuves ne sont pas connues",
    };
    condition.to_check(source, &format!("{lacking} ; {judge}."))
}

/// How strong the evidence is, and what would make it stronger.
pub(super) fn proof(facts: &Facts<'_>) -> Proof {
    let Held { acknowledged, agreed, performed } = Held::of(facts);
    let mut missing = Vec::new();
    let mut look_for = |evidence, message: String| missing.push(MissingEvidence { evidence, message });
    if !acknowledged {
        if !agreed {
            look_for(Evidence::SignedQuote, agreement_sentence(facts));
        }
        if !performed {
            look_for(
                Evidence::DeliveryNote,
                "Un bon de livraison signé ou un procès-verbal de réception prouve que vous avez exécuté votre part : le juge de \
                 l’injonction de payer ou du référé, qui décide sur pièces, le cherche d’abord."
                    .to_owned(),
            );
        }
        look_for(
            Evidence::WrittenAcknowledgment,
            "Un écrit où le client reconnaît la dette, même un e-mail, rend la contestation difficile, ouvre le référé et \
             interrompt la prescription."
                .to_owned(),
        );
    }
    if facts.debtor != Standing::Consumer && !facts.has_evidence(Evidence::TermsAccepted) {
        look_for(
            Evidence::TermsAccepted,
            "Des conditions générales acceptées prouvent le taux des pénalités, une réserve de propriété ou le tribunal convenu."
                .to_owned(),
        );
    }
    Proof { strength: strength(facts), missing }
}

fn agreement_sentence(facts: &Facts<'_>) -> String {
    if facts.debtor == Standing::Merchant {
        return "Un devis signé, un bon de commande ou un contrat prouve l’accord ; contre un commerçant, tout moyen de preuve \
                est admis."
            .to_owned();
    }
    format!(
        "Un devis signé, un bon de commande ou un contrat prouve l’accord ; contre ce client, un écrit est exigé au-dessus de \
         {}.",
        french::money(facts.figures.money("writtenProofFloor"))
    )
}
