//! Seizing: as a protection before a title (CPCE L511-1 to L511-3, R511-7), and under a title (CPCE L111-2).

use crate::french;
use crate::procedures::condition::{Check, Condition};
use crate::procedures::cost;
use crate::procedures::facts::{Dispute, Facts, Home, Standing};
use crate::procedures::route::Route;
use crate::procedures::rules::{no_insolvency, not_time_barred, private_debtor, represented, title_alive, titled};
use crate::procedures::{Basis, Cost, LimitationEffect, OptionId};
use crate::{EventKind, PartyKind};

use super::evidence;

/// A title, an accepted bill, an unpaid cheque or an unpaid written rent: no authorisation is needed (CPCE L511-2).
fn is_dispensed_from_authorisation(facts: &Facts<'_>) -> bool {
    matches!(facts.input.basis, Basis::AcceptedBill | Basis::Cheque | Basis::Lease) || facts.history.has(EventKind::TitleObtained)
}

/// Founded in principle, and recovery threatened: the creditor has to show both.
fn threatened(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::ThreatenedClaim, "cpce-l511-1");
    if facts.dispute == Dispute::Serious {
        return condition.to_check(
            source,
            "la dette étant contestée, le juge doit la trouver vraisemblable ; montrez aussi ce qui menace le paiement.",
        );
    }
    condition.to_check(
        source,
        "il faut montrer ce qui menace le paiement : chèques rejetés, autres impayés, comptes non déposés, biens vendus.",
    )
}

/// A judge authorises the attachment, unless the claim needs no authorisation (CPCE L511-2 and L511-3).
fn authorised(facts: &Facts<'_>) -> Check {
    let condition = Condition::Authorisation;
    if is_dispensed_from_authorisation(facts) {
        condition.met(
            "cpce-l511-2",
            "Un titre, un effet accepté, un chèque impayé ou un loyer écrit dispense de l’autorisation du juge.",
        )
    } else {
        condition.to_check("cpce-l511-3", "le juge doit autoriser la saisie, sur requête et sans prévenir le client.")
    }
}

/// Assets within reach: in France, or accounts in another member State (règlement 655/2014).
fn reachable(facts: &Facts<'_>) -> Check {
    let condition = Condition::Seizable;
    match facts.home {
        Home::France => condition.met("cpce-l511-1", "Le client est en France : ses comptes et ses biens peuvent y être saisis."),
        Home::Union => condition.met("ue-655-2014", "Une ordonnance européenne peut bloquer les comptes du client dans l’Union."),
        Home::Denmark | Home::Abroad => {
            condition.to_check("cpce-l511-1", "une saisie en France suppose que le client y ait un compte ou des biens.")
        }
    }
}

pub(super) fn protective_attachment(facts: &Facts<'_>) -> Route {
    let dispensed = is_dispensed_from_authorisation(facts);
    let authorisation = if dispensed {
        "Aucune autorisation du juge n’est nécessaire pour cette créance : le commissaire de justice peut saisir tout de suite."
            .to_owned()
    } else {
        format!(
            "Demandez l’autorisation par requête, sans que le client soit prévenu ; elle doit être exécutée dans les {}.",
            french::count(facts.figures.number("protectiveExecutionMonths").into(), "mois", "mois")
        )
    };
    let mut items = vec![
        cost::service(facts, "Acte de saisie").borne(cost::Bearer::Debtor),
        cost::service(facts, "Dénonciation au client").borne(cost::Bearer::Debtor),
    ];
    if !dispensed {
        items.insert(0, cost::usual(facts, "protectiveRequest", "Requête au juge"));
    }
    Route::new(OptionId::ProtectiveAttachment)
        .requires(facts, &[private_debtor, authorised, threatened, reachable, no_insolvency, not_time_barred, represented])
        .court((!dispensed).then(|| "Juge de l’exécution, ou président du tribunal de commerce avant tout procès".to_owned()))
        .cost(Cost::of(items))
        .lasts(facts.figures.duration("protectiveAttachment"))
        .effect(LimitationEffect::Interrupts)
        .steps([
            authorisation,
            format!(
                "Le commissaire de justice bloque les sommes ou les biens, puis prévient le client par acte sous {}.",
                french::count(facts.figures.number("protectiveNoticeDays").into(), "jour", "jours")
            ),
            format!(
                "Engagez une procédure pour obtenir un titre sous {} : sinon la saisie tombe.",
                french::count(facts.figures.number("protectiveSuitMonths").into(), "mois", "mois")
            ),
            "Avec le titre, la saisie se transforme en paiement.".to_owned(),
        ])
        .documents(evidence(facts))
}

/// Public assets can't be seized (CG3P L2311-1).
fn seizable(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::Seizable, "cg3p-l2311-1");
    if facts.debtor == Standing::Public {
        condition.failed(
            source,
            "Les biens d’une personne publique ne se saisissent pas ; une fois condamnée, le comptable ou le \
             préfet la fait payer d’office.",
        )
    } else {
        condition.met(source, "Le client n’est pas une personne publique : ses biens peuvent être saisis.")
    }
}

pub(super) fn enforcement(facts: &Facts<'_>) -> Route {
    let mut items = vec![cost::usual(facts, "enforcementFee", "Actes du commissaire de justice")];
    items.extend(cost::recovery(facts));
    // Wages: by the judicial officer alone since 1 July 2025 (CPCE L212-1), before by the judge.
    let wait = french::count(facts.figures.number("wageCommandMonths").into(), "mois", "mois");
    let wages = match facts.input.debtor.kind {
        PartyKind::Company | PartyKind::CivilCompany | PartyKind::Association | PartyKind::PublicBody => String::new(),
        _ if facts.figures.in_force("wageCommandMonths") => {
            format!(
                "Saisie des rémunérations : le commissaire de justice signifie un commandement et, {wait} plus tard, saisit auprès \
                 de l’employeur, sans juge."
            )
        }
        _ => "Saisie des rémunérations : demandez-la au juge de l’exécution, qui convoque d’abord à une conciliation.".to_owned(),
    };
    let professional_assets = match facts.input.debtor.kind {
        PartyKind::SoleTrader | PartyKind::Craftsman | PartyKind::Liberal | PartyKind::Farmer => {
            "Pour une dette professionnelle née depuis que s’applique la loi du 14 février 2022, seul le patrimoine professionnel \
             de l’entrepreneur individuel répond ; s’il a cessé son activité, tous ses biens répondent."
        }
        _ => "",
    };
    let years = french::count(facts.figures.number("limitationTitle").into(), "an", "ans");
    let lasting = format!(
        "Un jugement s’exécute pendant {years}, et chaque acte d’exécution fait repartir ce délai ; un titre délivré pour un \
         chèque ou par la procédure des petites créances, ou un acte notarié, suit la prescription de la créance."
    );
    Route::new(OptionId::Enforcement)
        .requires(facts, &[titled, title_alive, seizable, no_insolvency, represented])
        .cost(Cost::of(items))
        .lasts(facts.figures.duration("enforcement"))
        .effect(LimitationEffect::Interrupts)
        .steps([
            "Remettez le titre exécutoire signifié à un commissaire de justice du ressort du client ; il peut rechercher ses \
             comptes et son employeur.",
            "Saisie-attribution : les sommes des comptes et ce que d’autres doivent au client sont bloqués sur-le-champ, avant \
             toute autre mesure. Saisie-vente : un commandement de payer, puis les biens.",
            &wages,
            professional_assets,
            "Les frais d’exécution sont à la charge du client, sauf s’ils étaient manifestement inutiles.",
            &lasting,
        ]
        .into_iter()
        .filter(|step| !step.is_empty()))
        .documents(["Le titre exécutoire", "L’acte de signification", "Le décompte à jour"])
}
