//! How well the claim is proven (C. civ. 1353 and 1359; C. com. L110-3): who claims must prove the agreement and its
//! performance; against a debtor who is no merchant, in writing above a floor.

use super::facts::{Facts, Standing};
use super::{Basis, Evidence, MissingEvidence, Proof, Strength};
use crate::french;

/// The texts behind the weighing.
pub(super) const SOURCES: [&str; 3] = ["cciv-1353", "cciv-1359", "ccom-l110-3"];

const AGREEMENT: [Evidence; 3] = [Evidence::SignedQuote, Evidence::Order, Evidence::Contract];
const PERFORMANCE: [Evidence; 2] = [Evidence::DeliveryNote, Evidence::Acceptance];

/// How strong the evidence is, and what would make it stronger.
pub(super) fn proof(facts: &Facts<'_>) -> Proof {
    let has = |any: &[Evidence]| any.iter().any(|evidence| facts.has_evidence(*evidence));
    // A cheque or an accepted bill is itself a writing of the debtor.
    let acknowledged =
        facts.has_evidence(Evidence::WrittenAcknowledgment) || matches!(facts.input.basis, Basis::Cheque | Basis::AcceptedBill);
    let (agreed, performed) = (has(&AGREEMENT), has(&PERFORMANCE));
    let strength = if acknowledged || agreed && performed {
        Strength::Strong
    } else if agreed || performed {
        Strength::Fair
    } else if facts.input.evidence.is_empty() {
        Strength::Unknown
    } else {
        Strength::Weak
    };
    let mut missing = Vec::new();
    let mut look_for = |evidence, message: String| missing.push(MissingEvidence { evidence, message });
    if !acknowledged {
        if !agreed {
            look_for(Evidence::SignedQuote, agreement_sentence(facts));
        }
        if !performed {
            look_for(
                Evidence::DeliveryNote,
                "Un bon de livraison signé ou un procès-verbal de réception prouve que vous avez exécuté votre part.".to_owned(),
            );
        }
        look_for(
            Evidence::WrittenAcknowledgment,
            "Un écrit où le client reconnaît la dette, même un e-mail, rend la contestation difficile et interrompt la \
             prescription."
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
    Proof { strength, missing }
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
