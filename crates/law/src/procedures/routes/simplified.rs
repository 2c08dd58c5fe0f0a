//! The two procedures of a judicial officer without a judge: small claims (CPCE L125-1, R125-1 to R125-8) and uncontested
//! commercial claims (CPCE L126-1 to L126-5, loi 2026-307 of 23 April 2026).

use super::evidence;
use crate::french;
use crate::procedures::condition::{Check, Condition};
use crate::procedures::court::Forum;
use crate::procedures::facts::Facts;
use crate::procedures::route::Route;
use crate::procedures::rules::{
    between_merchants, due, in_france, is_between_merchants, no_insolvency, not_time_barred, private_debtor, represented,
    uncontested, untitled,
};
use crate::procedures::{Cost, LimitationEffect, OptionId, cost};

/// Whether the law of 23 April 2026 is in force: it takes the claims between merchants out of L125-1.
fn uncontested_procedure_exists(facts: &Facts<'_>) -> bool {
    facts.figures.in_force("uncontestedAnswerMonths")
}

fn under_small_claims_ceiling(facts: &Facts<'_>) -> Check {
    let ceiling = facts.figures.money("smallClaimsCeiling");
    let (condition, source) = (Condition::UnderCeiling, "cpce-r125-1");
    let (total, limit) = (french::money(facts.total), french::money(ceiling));
    if facts.total <= ceiling {
        condition.met(source, format!("La créance est de {total} intérêts compris ; le plafond est de {limit}."))
    } else {
        condition.failed(source, format!("La créance est de {total} intérêts compris : elle dépasse le plafond de {limit}."))
    }
}

fn not_between_merchants(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::NotBetweenMerchants, "cpce-l125-1");
    if is_between_merchants(facts) && uncontested_procedure_exists(facts) {
        condition.failed(
            source,
            "Depuis la loi du 23 avril 2026, une facture entre commerçants relève d’une autre procédure, celle des créances \
             commerciales incontestées.",
        )
    } else {
        condition.met(source, "La créance n’est pas de celles que la loi réserve à la procédure entre commerçants.")
    }
}

/// The procedure exists since 2016.
fn small_claims_exist(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::InForce, "cpce-r125-1");
    if facts.figures.in_force("smallClaimsCeiling") {
        condition.met(source, "Cette procédure est en vigueur à cette date.")
    } else {
        condition.failed(source, "Cette procédure n’existait pas encore à cette date.")
    }
}

pub(super) fn small_claims(facts: &Facts<'_>) -> Route {
    let answer = facts.figures.number("smallClaimsAnswerMonths");
    Route::new(OptionId::SmallClaims)
        .made_for(facts, &[untitled])
        .requires(
            facts,
            &[
                small_claims_exist,
                under_small_claims_ceiling,
                not_between_merchants,
                due,
                not_time_barred,
                no_insolvency,
                represented,
                |facts| in_france(facts, "cpce-l125-1"),
                private_debtor,
                |facts| uncontested(facts, "cpce-l125-1"),
            ],
        )
        .cost(Cost::of(vec![
            cost::usual(facts, "smallClaimsFee", "Lettre et titre du commissaire de justice"),
            cost::recovery_by_creditor(facts),
        ]))
        .lasts(facts.figures.duration("smallClaims"))
        .effect(LimitationEffect::Suspends)
        .steps([
            "Choisissez un commissaire de justice du ressort de la cour d’appel où habite ou siège le client.".to_owned(),
            format!(
                "Il invite le client à participer ; le client a {} pour accepter. Son silence ou son refus met fin à la \
                 procédure.",
                french::count(answer.into(), "mois", "mois")
            ),
            "S’il accepte, la prescription est suspendue, et vous convenez du montant et des délais de paiement.".to_owned(),
            "Le commissaire de justice délivre alors un titre exécutoire, sans tribunal ; un autre commissaire l’exécutera."
                .to_owned(),
            "Tous les frais restent à votre charge. Un échec vous dispense de tentative amiable devant le tribunal judiciaire."
                .to_owned(),
        ])
        .documents(evidence(facts))
}

fn in_force(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::InForce, "sp-a18889");
    if uncontested_procedure_exists(facts) {
        let open = facts.figures.note("uncontestedAnswerMonths");
        condition.met(source, open.unwrap_or("La loi du 23 avril 2026 est en vigueur."))
    } else {
        condition.failed(source, "La loi du 23 avril 2026 n’est pas encore en vigueur à cette date.")
    }
}

pub(super) fn uncontested_commercial(facts: &Facts<'_>) -> Route {
    let figures = facts.figures;
    let court = matches!(Forum::of(facts), Forum::Commercial).then(|| format!("Greffe : {}", Forum::Commercial.name(facts)));
    Route::new(OptionId::UncontestedCommercial)
        .made_for(facts, &[untitled])
        .requires(
            facts,
            &[
                between_merchants,
                in_force,
                due,
                not_time_barred,
                no_insolvency,
                represented,
                |facts| in_france(facts, "cpce-l126-1"),
                private_debtor,
                |facts| uncontested(facts, "cpce-l126-2"),
            ],
        )
        .court(court)
        .cost(Cost::of(vec![
            cost::service(facts, "Commandement de payer (tarif propre non publié : tarif d’une signification)")
                .borne(cost::Bearer::Unsettled),
            cost::service(facts, "Signification du procès-verbal (même remarque)").borne(cost::Bearer::Unsettled),
        ]))
        .lasts(facts.figures.duration("uncontestedCommercial"))
        .effect(LimitationEffect::Unclear)
        .steps([
            "Un commissaire de justice signifie au client un commandement de payer.".to_owned(),
            format!(
                "Le client a {} pour payer ou contester. Toute contestation, même sans motif, met fin à la procédure.",
                french::count(figures.number("uncontestedAnswerMonths").into(), "mois", "mois")
            ),
            format!(
                "Au plus tôt {} après ce délai, le commissaire dresse un procès-verbal de non-contestation.",
                french::count(figures.number("uncontestedReportDays").into(), "jour", "jours")
            ),
            "Le greffier du tribunal de commerce vérifie la régularité et rend le procès-verbal exécutoire, sans juge."
                .to_owned(),
            format!(
                "Il est signifié au client dans les {}, puis peut être exécuté ; le recours du client dépend du décret attendu.",
                french::count(figures.number("uncontestedServiceMonths").into(), "mois", "mois")
            ),
        ])
        .documents(evidence(facts))
}
