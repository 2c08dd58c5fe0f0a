//! Others who may have to pay: the parties to a carriage (C. com. L132-8), the customer of a main contractor (loi 75-1334),
//! a guarantor (C. civ. 2288), the partners of a civil company (C. civ. 1857).

use crate::french;
use crate::procedures::condition::{Check, Condition};
use crate::procedures::facts::Facts;
use crate::procedures::route::Route;
use crate::procedures::rules::{due, not_time_barred, private_debtor};
use crate::procedures::{Basis, Cost, InsolvencyKind, LimitationEffect, OptionId, YesNo, cost};
use crate::{EventKind, PartyKind};

use super::evidence;

fn direct_action_granted(facts: &Facts<'_>) -> Check {
    let condition = Condition::DirectActionGranted;
    match facts.input.basis {
        Basis::Carriage => condition.met(
            "ccom-l132-8",
            "Le transporteur peut demander son prix à l’expéditeur comme au destinataire, quel que soit celui qui l’a commandé.",
        ),
        Basis::Subcontract => condition.met(
            "loi-75-1334",
            "Le sous-traitant impayé peut demander son prix au maître d’ouvrage, s’il a été accepté et ses conditions agréées.",
        ),
        _ => condition.failed("ccom-l132-8", "Ce contrat ne donne pas d’action directe contre un tiers."),
    }
}

pub(super) fn direct_action(facts: &Facts<'_>) -> Route {
    let steps = if facts.is_basis(Basis::Carriage) {
        vec![
            "Relevez sur la lettre de voiture l’expéditeur et le destinataire : chacun est garant du prix du transport."
                .to_owned(),
            "Mettez en demeure celui qui peut payer, avec la lettre de voiture et la facture.".to_owned(),
            "À défaut, assignez-le avant la fin de la prescription : agir contre l’un n’arrête pas la prescription pour l’autre."
                .to_owned(),
        ]
    } else {
        vec![
            "Mettez l’entrepreneur principal en demeure de payer, avec copie au maître d’ouvrage le même jour.".to_owned(),
            format!(
                "Sans paiement {} après, demandez au maître d’ouvrage ce qu’il doit encore à l’entrepreneur.",
                french::count(facts.figures.number("subcontractDirectActionMonths").into(), "mois", "mois")
            ),
            "Pour un marché public, demandez le paiement direct à l’acheteur public.".to_owned(),
            "L’action reste ouverte même si l’entrepreneur est en procédure collective.".to_owned(),
        ]
    };
    Route::new(OptionId::DirectAction)
        .made_for(facts, &[direct_action_granted])
        .requires(facts, &[due, not_time_barred])
        .cost(Cost::of(vec![cost::usual(facts, "registeredLetter", "Lettre recommandée avec avis de réception")]))
        .lasts(facts.figures.duration("directAction"))
        .steps(steps)
        .documents(evidence(facts))
}

fn guaranteed(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::Guaranteed, "cciv-2288");
    match facts.input.debtor.guarantor {
        Some(YesNo::Yes) => condition.met(source, "Une caution s’est engagée pour cette dette."),
        Some(YesNo::Unknown) => condition.to_check(source, "le contrat ou un acte séparé contient peut-être un cautionnement."),
        Some(YesNo::No) | None => condition.failed(source, "Aucune caution n’est signalée pour cette dette."),
    }
}

/// Until the plan or the liquidation, a natural person who stands surety is protected too (C. com. L622-28).
fn guarantor_reachable(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::GuarantorReachable, "ccom-l622-28");
    match facts.frozen_by().map(|insolvency| insolvency.kind) {
        None => condition.met(source, "Aucune procédure collective ne protège la caution."),
        Some(InsolvencyKind::Liquidation) => condition.met(source, "En liquidation, la caution peut être poursuivie."),
        Some(InsolvencyKind::Safeguard | InsolvencyKind::Reorganisation | InsolvencyKind::Unknown) => condition.to_check(
            source,
            "pendant la période d’observation, une caution qui est une personne physique ne peut pas être poursuivie.",
        ),
    }
}

pub(super) fn guarantor(facts: &Facts<'_>) -> Route {
    Route::new(OptionId::Guarantor)
        .made_for(facts, &[guaranteed])
        .requires(facts, &[due, not_time_barred, guarantor_reachable])
        .cost(Cost::of(vec![cost::usual(facts, "registeredLetter", "Lettre recommandée avec avis de réception")]))
        .lasts(facts.figures.duration("guarantor"))
        .effect(LimitationEffect::None)
        .steps([
            "Relisez l’acte : montant, durée, mentions, caution simple ou solidaire.",
            "Mettez la caution en demeure ; si elle est simple, elle peut exiger que vous saisissiez d’abord les biens du \
             client.",
            "Une action contre le client interrompt aussi la prescription envers la caution.",
        ])
        .documents(["L’acte de cautionnement", "Les factures impayées", "La mise en demeure du client"])
}

fn liable_partners(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::LiablePartners, "cciv-1857");
    match facts.input.debtor.kind {
        PartyKind::CivilCompany => {
            condition.met(source, "Les associés d’une société civile répondent de ses dettes, chacun pour sa part.")
        }
        PartyKind::Company => condition.failed(
            source,
            "Les associés d’une SARL, d’une SAS ou d’une SA ne répondent pas de ses dettes ; seuls ceux d’une SNC en répondent.",
        ),
        _ => condition.failed(source, "Le client n’est pas une société civile."),
    }
}

/// The company is pursued in vain first (C. civ. 1858); declaring the claim in its liquidation is enough.
fn pursued_in_vain(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::PursuedInVain, "cciv-1857");
    let liquidated = facts.insolvency().is_some_and(|insolvency| insolvency.kind == InsolvencyKind::Liquidation);
    if liquidated && facts.declared().is_some() {
        condition.met(source, "La créance est déclarée à la liquidation de la société : les associés peuvent être poursuivis.")
    } else if facts.history.has(EventKind::EnforcementAct) {
        condition.to_check(source, "l’exécution contre la société est restée sans effet (compte vide, aucun bien).")
    } else {
        condition.failed(source, "Il faut d’abord avoir poursuivi la société en vain : un titre, puis une saisie sans résultat.")
    }
}

pub(super) fn company_partners(facts: &Facts<'_>) -> Route {
    Route::new(OptionId::CompanyPartners)
        .made_for(facts, &[liable_partners])
        .requires(facts, &[due, pursued_in_vain, private_debtor])
        .cost(Cost::of(cost::summons(facts, false)))
        .lasts(facts.figures.duration("companyPartners"))
        .effect(LimitationEffect::Interrupts)
        .steps([
            "Relevez dans les statuts les associés à la date d’échéance et la part de chacun.",
            "Demandez à chacun sa part, par lettre recommandée puis par assignation.",
        ])
        .documents([
            "Les statuts à jour",
            "Le titre contre la société",
            "Le procès-verbal de saisie infructueuse ou la déclaration de créance",
        ])
}
