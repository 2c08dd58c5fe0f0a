//! The conditions that several routes share, each a small function from the facts to a verdict with its French reason.

use super::clock::Clock;
use super::condition::{Check, Condition};
use super::court::{Forum, economic_court};
use super::deadlines;
use super::facts::{Dispute, Due, Facts, Home, Standing};
use super::prior::Prior;
use super::{Basis, YesNo};
use crate::{Place, french};

/// What is owed at a term can't be asked before it (C. civ. 1305-2).
pub(super) fn due(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::Due, "cciv-1305-2");
    match facts.due {
        Due::Since(day) => condition.met(source, format!("L’échéance du {} est passée.", french::day(day))),
        Due::From(day) => condition.failed(
            source,
            format!("Le client peut encore payer jusqu’au {} inclus : rien ne peut être exigé avant.", french::day(day)),
        ),
        Due::Unknown => condition.to_check(source, "la date d’échéance n’est pas connue, la facture doit être échue."),
    }
}

/// A court dismisses a claim whose debtor raises limitation (C. civ. 2219, CPC 122; loi 68-1250 for a public body).
pub(super) fn not_time_barred(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::NotTimeBarred, if facts.is_public() { "loi-68-1250-1" } else { "cciv-2219" });
    match facts.clock {
        Clock::Ample(day) | Clock::Near(day) => {
            condition.met(source, format!("Vous pouvez agir jusqu’au {} inclus.", french::day(day)))
        }
        Clock::Pending => condition.met(source, "Une procédure ou une suspension en cours arrête la prescription."),
        Clock::Arguable(day) => condition.to_check(
            source,
            &format!(
                "la prescription est acquise depuis la fin du {} selon la lecture prudente ; une date plus tardive peut se plaider.",
                french::day(day)
            ),
        ),
        Clock::Barred(day) => condition
            .failed(source, format!("La prescription est acquise : le dernier jour pour agir était le {}.", french::day(day))),
        Clock::Unknown => condition.to_check(source, "sans date d’échéance ni d’exécution, la prescription ne se calcule pas."),
    }
}

/// The opening judgment stops every action and every payment of earlier claims (C. com. L622-7, L622-21).
pub(super) fn no_insolvency(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::NoInsolvency, "ccom-l622-21");
    match (facts.frozen_by(), facts.insolvency()) {
        (Some(insolvency), _) => condition.failed(
            source,
            format!(
                "Une procédure collective est ouverte depuis le {} : le client n’a plus le droit de payer cette créance, et \
                 vous n’avez plus le droit d’en demander le paiement. Elle se déclare.",
                french::day(insolvency.opened_on)
            ),
        ),
        (None, Some(insolvency)) => condition.met(
            source,
            format!(
                "La créance est née après l’ouverture de la procédure collective, le {} : elle se paie à l’échéance si elle est \
                 utile à la procédure.",
                french::day(insolvency.opened_on)
            ),
        ),
        (None, None) => {
            condition.met("bodacc", "Aucune procédure collective n’est signalée ; le BODACC le confirme gratuitement.")
        }
    }
}

/// An act can't be served on a company struck off: an ad hoc representative is needed first (C. com. L237-2).
pub(super) fn represented(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::DebtorRepresented, "ccom-l237-2");
    if facts.is_dissolved() {
        return condition.failed(
            source,
            "Le client est radié : la dette subsiste, mais il faut d’abord faire désigner un mandataire qui le représente.",
        );
    }
    match facts.input.debtor.struck_off {
        Some(YesNo::Unknown) if facts.is_dissoluble() => {
            condition.to_check(source, "l’annuaire des entreprises dit si le client est radié.")
        }
        Some(YesNo::Unknown) => condition.met(source, "Radié ou non, le client peut toujours recevoir un acte."),
        Some(YesNo::Yes) => condition.met(source, "Le client est radié, mais il peut toujours recevoir un acte."),
        Some(YesNo::No) => condition.met(source, "Le client n’est pas radié."),
        None => condition.met(source, "Rien n’indique que le client soit radié."),
    }
}

/// A route that stops at the border, by its own text.
pub(super) fn in_france(facts: &Facts<'_>, source: &'static str) -> Check {
    let condition = Condition::DebtorInFrance;
    if facts.home == Home::France {
        condition.met(source, "Le client est établi en France.")
    } else {
        condition.failed(source, "Le client est établi hors de France : cette voie s’arrête à la frontière.")
    }
}

/// The European procedures: another member State, Denmark aside.
pub(super) fn in_union(facts: &Facts<'_>, source: &'static str) -> Check {
    let condition = Condition::DebtorInUnion;
    match facts.home {
        Home::Union => condition.met(source, "Le client est établi dans un autre État de l’Union européenne."),
        Home::Denmark => condition.failed(source, "Le Danemark ne participe pas à cette procédure européenne."),
        Home::France => {
            condition.failed(source, "Le client est en France : la procédure européenne suppose un litige entre deux États.")
        }
        Home::Abroad => condition.failed(source, "Le client est établi hors de l’Union européenne."),
    }
}

pub(super) fn abroad(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::DebtorAbroad, "ue-1215-2012");
    if facts.home == Home::France {
        condition.failed(source, "Le client est établi en France.")
    } else {
        condition.met(source, "Le client est établi hors de France.")
    }
}

/// Which court judges the claim, and why (C. com. L721-3; COJ L211-3, L213-4-4 and R211-3-26; règlement 1215/2012,
/// articles 7 and 18; CPC 46).
pub(super) fn competent_court(facts: &Facts<'_>) -> Check {
    let condition = Condition::CompetentCourt;
    match (Forum::of(facts), facts.input.debtor.place) {
        (Forum::Commercial, Place::AlsaceMoselle) => condition.met(
            "ccom-l731-2",
            "Engagement commercial : en Alsace-Moselle, la chambre commerciale du tribunal judiciaire remplace le tribunal de \
             commerce.",
        ),
        (Forum::Commercial, Place::Overseas) => {
            condition.met("ccom-l732-1", "Engagement commercial : outre-mer, le tribunal mixte de commerce est compétent.")
        }
        (Forum::Commercial, _) if economic_court(facts).is_some() => condition.met(
            "loi-2023-1059",
            "Engagement commercial : dans ce ressort, le tribunal des activités économiques remplace le tribunal de commerce.",
        ),
        (Forum::Commercial, _) => condition.met(
            "ccom-l721-3",
            "Entre commerçants, sociétés commerciales ou artisans, ou pour un effet de commerce, le tribunal de commerce est \
             compétent.",
        ),
        (Forum::Choice, _) => condition.met(
            "ccom-l721-3",
            "Le client est commerçant ou artisan et vous ne l’êtes pas : vous choisissez le tribunal de commerce ou le tribunal \
             judiciaire.",
        ),
        (Forum::Civil, _) => condition.met(
            "coj-l211-3",
            "Le client n’est ni commerçant, ni société commerciale, ni artisan : le tribunal judiciaire est compétent.",
        ),
        (Forum::CommercialLease, _) => {
            condition.met("coj-r211-3-26", "Le tribunal judiciaire est seul compétent en matière de baux commerciaux.")
        }
        (Forum::Protection, _) => {
            condition.met("coj-l213-4-4", "Le juge des contentieux de la protection est compétent pour un bail d’habitation.")
        }
        (Forum::Administrative, _) => {
            condition.met("cja-r541-1", "Le client est une personne publique : le tribunal administratif est compétent.")
        }
        (Forum::Foreign, Place::Eu | Place::Denmark) if facts.is_consumer() => condition.failed(
            "ue-1215-2012",
            "Un consommateur établi dans un autre État de l’Union ne peut être assigné que dans son pays.",
        ),
        (Forum::Foreign, Place::Eu | Place::Denmark) => condition.to_check(
            "ue-1215-2012",
            "un tribunal français est compétent si la livraison ou la prestation a eu lieu en France, ou si le contrat le dit.",
        ),
        (Forum::Foreign, _) => condition.to_check(
            "cpc-46",
            "un tribunal français est compétent si le contrat le prévoit ou si la prestation a eu lieu en France.",
        ),
    }
}

/// No seizure and no civil payment order against a public body (CG3P L2311-1).
pub(super) fn private_debtor(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::PrivateDebtor, "cg3p-l2311-1");
    if facts.debtor == Standing::Public {
        condition.failed(
            source,
            "Le client est une personne publique : ni injonction de payer, ni saisie, mais le juge administratif.",
        )
    } else {
        condition.met(source, "Le client n’est pas une personne publique.")
    }
}

/// Steps of private law, by their own text, that a public body's own rules replace.
pub(super) fn outside_public_rules(facts: &Facts<'_>, source: &'static str) -> Check {
    let condition = Condition::PrivateDebtor;
    if facts.is_public() {
        condition.failed(source, "Le client est une personne publique : d’autres voies sont prévues pour elle.")
    } else {
        condition.met(source, "Le client n’est pas une personne publique.")
    }
}

pub(super) fn public_debtor(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::PublicDebtor, "ccp-l2192-13");
    if facts.is_public() {
        condition.met(source, "Le client est une personne publique française.")
    } else {
        condition.failed(source, "Le client n’est pas une personne publique française.")
    }
}

pub(super) fn professional_debtor(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::ProfessionalDebtor, "mediateur-des-entreprises");
    if facts.is_consumer() {
        condition.failed(source, "Le client est un consommateur.")
    } else {
        condition.met(source, "Le client est un professionnel ou une personne publique.")
    }
}

/// A sum that a contract or a bill determines (CPC 1405).
pub(super) fn determined_sum(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::DeterminedSum, "cpc-1405");
    let amount = french::money(facts.input.amount);
    if facts.is_basis(Basis::AcceptedBill) {
        condition.met(source, format!("L’effet de commerce accepté fixe la somme : {amount} de principal."))
    } else {
        condition.met(source, format!("La créance vient d’un contrat et son montant est déterminé : {amount} de principal."))
    }
}

/// Not contested at all: what ends the two simplified procedures.
pub(super) fn uncontested(facts: &Facts<'_>, source: &'static str) -> Check {
    let condition = Condition::Uncontested;
    match facts.dispute {
        Dispute::None => condition.met(source, "Le client ne conteste pas la dette."),
        Dispute::Unknown => condition.to_check(source, "toute contestation du client met fin à cette procédure."),
        Dispute::NotSerious | Dispute::Partial | Dispute::Serious => {
            condition.failed(source, "Le client conteste : cette procédure s’arrête à la première contestation.")
        }
    }
}

/// Not seriously contestable (CPC 835, 873; CJA R541-1).
pub(super) fn not_seriously_contestable(facts: &Facts<'_>, source: &'static str) -> Check {
    let condition = Condition::NotSeriouslyContestable;
    match facts.dispute {
        Dispute::None => condition.met(source, "Le client ne conteste pas la dette."),
        Dispute::NotSerious => condition.met(source, "Le client s’oppose sans motif sérieux selon vous : le juge en décidera."),
        Dispute::Partial => {
            condition.met(source, "Une partie de la dette n’est pas contestée : une provision peut porter sur elle.")
        }
        Dispute::Unknown => condition.to_check(source, "le juge refuse la provision si la contestation est sérieuse."),
        Dispute::Serious => {
            condition.failed(source, "La dette est sérieusement contestée : le juge des référés ne peut pas trancher.")
        }
    }
}

pub(super) fn prior_attempt(facts: &Facts<'_>) -> Check {
    Prior::check(facts)
}

/// An enforceable title (CPCE L111-2, L111-3).
pub(super) fn titled(facts: &Facts<'_>) -> Check {
    use crate::EventKind::{EnforcementAct, OppositionFormed, PaymentOrderMade, PaymentOrderServed};
    let (condition, source) = (Condition::EnforceableTitle, "cpce-l111-2");
    let history = &facts.history;
    if let Some(day) = facts.titled_on() {
        return condition.met(source, format!("Vous avez un titre exécutoire depuis le {}.", french::day(day)));
    }
    let made = history.last(&[PaymentOrderMade]);
    let served = history.last(&[PaymentOrderServed]).filter(|served| made.is_none_or(|made| made <= *served));
    if let Some(served) = served.filter(|_| !history.has(OppositionFormed)) {
        if let Some(last_day) = deadlines::late_service(facts.figures, history, served) {
            return condition.failed(
                "cpc-1411",
                format!(
                    "L’injonction de payer a été signifiée le {}, après le {}, dernier jour pour le faire : elle est non \
                     avenue.",
                    french::day(served),
                    french::day(last_day)
                ),
            );
        }
        let from = deadlines::payment_order_enforcement(facts, made, served).last_day;
        return condition.to_check(
            source,
            &format!(
                "l’injonction de payer signifiée le {} peut être exécutée à partir du {}, si aucune opposition n’est signalée.",
                french::day(served),
                french::day(from)
            ),
        );
    }
    if history.has(EnforcementAct) {
        return condition.to_check(source, "un acte d’exécution suppose un titre : indiquez le jour où vous l’avez obtenu.");
    }
    condition.failed(source, "Il faut d’abord un titre exécutoire : une décision de justice, ou un acte qui en tient lieu.")
}

/// A claim that has its title needs no other.
pub(super) fn untitled(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::NoTitle, "cpce-l111-2");
    match facts.titled_on() {
        Some(day) => condition.failed(
            source,
            format!("Vous avez déjà un titre exécutoire, depuis le {} : il reste à le faire exécuter.", french::day(day)),
        ),
        None => condition.met(source, "Vous n’avez pas encore de titre exécutoire : cette voie peut y mener."),
    }
}

/// A title is enforced within ten years (CPCE L111-4).
pub(super) fn title_alive(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::NotTimeBarred, "cpce-l111-4");
    match facts.title_until() {
        Some(day) if facts.as_of() > day => condition
            .failed(source, format!("Le titre ne peut plus être exécuté : le dernier jour était le {}.", french::day(day))),
        Some(day) => condition.met(source, format!("Le titre peut être exécuté jusqu’au {} inclus.", french::day(day))),
        None => condition.met(source, "Le délai d’exécution ne court qu’à partir du titre."),
    }
}

/// Whether the claim is one that L126-1 of the CPCE takes: invoiced between merchants.
pub(super) fn is_between_merchants(facts: &Facts<'_>) -> bool {
    facts.creditor == Standing::Merchant && facts.debtor == Standing::Merchant && !matches!(facts.input.basis, Basis::Lease)
}

pub(super) fn between_merchants(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::BetweenMerchants, "cpce-l126-1");
    if is_between_merchants(facts) {
        return condition.met(source, "La facture lie deux commerçants ou sociétés commerciales.");
    }
    let message = if Standing::Craftsman == facts.creditor || Standing::Craftsman == facts.debtor {
        "Le texte ne vise que les factures entre commerçants : un artisan en nom propre n’en est pas un."
    } else {
        "Le texte ne vise que les factures entre commerçants."
    };
    condition.failed(source, message)
}
