//! Means of pressure that the contract itself gives: suspend one's performance (C. civ. 1219), keep the debtor's goods
//! (C. civ. 2286), take back what was sold under retention of title (C. civ. 2367, C. com. L624-9 and L624-16).

use crate::french;
use crate::procedures::condition::{Check, Condition};
use crate::procedures::deadlines;
use crate::procedures::facts::{Facts, Home};
use crate::procedures::route::Route;
use crate::procedures::rules::{due, outside_public_rules};
use crate::procedures::{Basis, Evidence, OptionId};

fn ongoing_contract(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::OngoingContract, "cciv-1219");
    match facts.input.basis {
        Basis::Contract | Basis::Carriage | Basis::Subcontract => {
            condition.to_check(source, "il vous reste des livraisons ou des prestations à exécuter pour ce client.")
        }
        Basis::Lease => condition.failed(source, "Un bailleur ne peut pas couper la jouissance des lieux pour un loyer impayé."),
        Basis::Cheque | Basis::AcceptedBill => condition.failed(source, "Un chèque ou un effet impayé ne se suspend pas."),
    }
}

/// A public contract must go on (service public), and so must one that an insolvency administrator keeps (L622-13).
fn may_suspend(facts: &Facts<'_>) -> Check {
    let condition = Condition::SuspensionAllowed;
    if facts.is_public() {
        condition.failed(
            "ccp-l2192-13",
            "Le titulaire d’un marché public ne peut pas suspendre l’exécution pour un retard de paiement.",
        )
    } else if facts.frozen_by().is_some() {
        condition.failed(
            "ccom-l622-13",
            "Une procédure collective est ouverte : vous devez exécuter les contrats en cours malgré les factures antérieures \
             impayées.",
        )
    } else {
        condition.met("cciv-1219", "Rien ne vous oblige à continuer de livrer à crédit un client qui ne paie pas.")
    }
}

pub(super) fn suspend_performance(facts: &Facts<'_>) -> Route {
    Route::new(OptionId::SuspendPerformance)
        .made_for(facts, &[ongoing_contract])
        .requires(facts, &[due, may_suspend])
        .lasts(facts.figures.duration("suspendPerformance"))
        .steps([
            "Vérifiez que l’impayé est assez grave et lié au même contrat : suspendre pour peu expose à des dommages-intérêts."
                .to_owned(),
            "Relisez le contrat : une clause peut fixer un préavis ou interdire de suspendre.".to_owned(),
            "Prévenez par écrit, avec une date : à défaut de paiement, vous suspendez. Gardez la preuve de l’envoi.".to_owned(),
            format!(
                "Marché privé de travaux de plus de {} hors taxes, avec un client professionnel : demandez la garantie de \
                 paiement ; sans elle, vous pouvez suspendre {} après une mise en demeure.",
                french::money(facts.figures.money("worksGuaranteeFloor")),
                french::count(facts.figures.number("worksGuaranteeDays").into(), "jour", "jours")
            ),
            "Suspendez seulement ce qui correspond à l’impayé, et reprenez dès le paiement.".to_owned(),
            "Suspendre ne fait pas payer et n’arrête pas la prescription : continuez le recouvrement.".to_owned(),
        ])
        .documents(["Le contrat ou la commande en cours", "Les factures échues et impayées", "La mise en demeure"])
}

fn goods_held(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::GoodsHeld, "cciv-2286");
    match facts.input.basis {
        Basis::Contract | Basis::Subcontract | Basis::Carriage => {
            condition.to_check(source, "vous détenez encore un bien du client, en lien avec la somme due.")
        }
        Basis::Lease | Basis::Cheque | Basis::AcceptedBill => {
            condition.failed(source, "Rien n’indique que vous déteniez un bien du client lié à cette dette.")
        }
    }
}

pub(super) fn retention(facts: &Facts<'_>) -> Route {
    Route::new(OptionId::Retention)
        .made_for(facts, &[goods_held])
        .requires(facts, &[due, |facts| outside_public_rules(facts, "cciv-2286")])
        .lasts(facts.figures.duration("retention"))
        .steps([
            "Gardez le bien tant que la somme due pour lui n’est pas payée ; n’allez jamais le reprendre une fois remis.",
            "Vérifiez le lien : la dette doit venir du contrat qui vous a fait recevoir le bien, ou du bien lui-même.",
            "Écrivez au client que vous le retenez, pourquoi, et pour quelle somme ; faites l’inventaire et des photos.",
            "Conservez-le avec soin et n’en usez pas ; ne le vendez pas sans décision de justice.",
            "Rendez-le dès que tout est payé : le retenir au-delà serait une faute.",
            "En procédure collective, la rétention reste opposable, dans certaines limites : prévenez le mandataire et déclarez \
             la créance.",
            "Retenir n’arrête pas la prescription.",
        ])
        .documents(["La facture liée au bien", "Le contrat ou le bon de dépôt", "L’inventaire du bien retenu"])
}

fn goods_sold(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::GoodsSold, "cciv-2367");
    match facts.input.basis {
        Basis::Contract | Basis::Cheque | Basis::AcceptedBill => {
            condition.to_check(source, "la facture porte sur des marchandises, que le client a encore en nature.")
        }
        Basis::Carriage | Basis::Subcontract | Basis::Lease => {
            condition.failed(source, "La créance ne vient pas d’une vente de marchandises.")
        }
    }
}

fn retention_agreed(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::RetentionAgreed, "ccom-l624-16");
    if facts.has_evidence(Evidence::TermsAccepted) || facts.has_evidence(Evidence::Contract) {
        condition.to_check(
            source,
            "vos conditions acceptées contiennent une clause de réserve de propriété, convenue au plus tard à la livraison.",
        )
    } else {
        condition
            .to_check(source, "une clause écrite, acceptée par le client au plus tard à la livraison, vous réserve la propriété.")
    }
}

/// In insolvency proceedings, goods are claimed back within three months of publication (C. com. L624-9).
fn claim_back_open(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::ClaimBackOpen, "ccom-l624-9");
    let Some(insolvency) = facts.insolvency() else {
        return condition.met(source, "Aucune procédure collective n’est signalée : aucun délai de revendication ne court.");
    };
    if facts.home != Home::France {
        return condition.to_check("ue-2015-848", "le délai de revendication est celui du pays d’ouverture de la procédure.");
    }
    let last_day = deadlines::retention_of_title_claim(facts, insolvency).last_day;
    if facts.as_of() <= last_day {
        condition.met(source, format!("La revendication est possible jusqu’au {}.", french::day(last_day)))
    } else {
        condition.failed(source, format!("Le délai de revendication est passé depuis la fin du {}.", french::day(last_day)))
    }
}

pub(super) fn retention_of_title(facts: &Facts<'_>) -> Route {
    Route::new(OptionId::RetentionOfTitle)
        .made_for(facts, &[goods_sold])
        .requires(facts, &[retention_agreed, claim_back_open, due, |facts| outside_public_rules(facts, "cciv-2367")])
        .lasts(facts.figures.duration("retentionOfTitle"))
        .steps([
            "Retrouvez la clause et la preuve que le client l’a acceptée au plus tard à la livraison.".to_owned(),
            "Vérifiez que les biens sont encore chez lui, reconnaissables et démontables sans dommage.".to_owned(),
            "Demandez la restitution par lettre recommandée ; sans accord, demandez au juge une injonction de restituer : ne \
             reprenez rien de force."
                .to_owned(),
            format!(
                "En procédure collective, revendiquez le bien dans les {} de la publication du jugement au BODACC, en recommandé, \
                 auprès de l’administrateur, du mandataire ou du liquidateur ; saisissez le juge-commissaire s’il refuse ou se tait.",
                french::count(facts.figures.number("retentionOfTitleClaimMonths").into(), "mois", "mois")
            ),
            "Si le bien est revendu et que le prix n’est pas encore payé au client, demandez ce prix à la place.".to_owned(),
            "Imputez la valeur du bien repris sur la dette, et déclarez le reste.".to_owned(),
        ])
        .documents([
            "Les conditions acceptées avec la clause",
            "Les bons de livraison, avec les numéros des biens",
            "Les factures des biens",
            "La preuve d’envoi de la revendication",
        ])
}
