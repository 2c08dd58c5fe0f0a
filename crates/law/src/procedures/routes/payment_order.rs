//! The payment order (CPC 1405 to 1422 and 1425): asked for without a hearing, served, enforceable if the debtor stays
//! silent. The request doesn't interrupt limitation; service does (Cass. 1re civ., 10 July 1990, 89-13.345).

use super::evidence;
use crate::procedures::condition::{Check, Condition};
use crate::procedures::court::Forum;
use crate::procedures::deadlines;
use crate::procedures::facts::Facts;
use crate::procedures::proof::proven;
use crate::procedures::route::Route;
use crate::procedures::rules::{
    competent_court, determined_sum, due, in_france, no_insolvency, not_time_barred, private_debtor, represented, untitled,
};
use crate::procedures::{Cost, CostItem, LimitationEffect, OptionId, cost};
use crate::{EventKind, Money, Place, french};

/// Neither the request nor the opposition needs an amicable attempt first.
fn without_prior_attempt(facts: &Facts<'_>) -> Check {
    let ceiling = french::money(facts.figures.money("amicableAttemptCeiling"));
    Condition::PriorAttempt.met(
        "cass-avis-2025-09-25-25-70.013",
        format!(
            "Aucune tentative amiable n’est exigée avant une injonction de payer, même jusqu’à {ceiling} devant le tribunal \
                 judiciaire."
        ),
    )
}

/// The registry fee of a commercial court; the tribunal judiciaire and its commercial chamber ask none.
fn registry(facts: &Facts<'_>) -> Option<CostItem> {
    let forum = Forum::of(facts);
    if !matches!(forum, Forum::Commercial | Forum::Choice) || facts.input.debtor.place == Place::AlsaceMoselle {
        return None;
    }
    let mut fee = cost::usual(facts, "paymentOrderRegistry", "Greffe du tribunal de commerce");
    if forum == Forum::Choice {
        fee.min = Money::ZERO;
    }
    Some(fee)
}

pub(super) fn payment_order(facts: &Facts<'_>) -> Route {
    let forum = Forum::of(facts);
    let figures = facts.figures;
    // The terms are those of the day of the order, where it is made already.
    let made = facts.history.last(&[EventKind::PaymentOrderMade]).unwrap_or(facts.as_of());
    let service = figures.number_on("paymentOrderServiceMonths", made);
    let opposition = deadlines::opposition_months(facts);
    let wait = figures.row_on("paymentOrderEnforcementMonths", made);
    let regime = wait.and_then(|row| row.note.as_deref()).map(|note| format!(" {note}")).unwrap_or_default();
    let wait = figures.number_on("paymentOrderEnforcementMonths", made).max(opposition);
    let months = |number: u32| french::count(number.into(), "mois", "mois");
    let days = |id: &str| french::count(figures.number(id).into(), "jour", "jours");
    let (fees, lawyer) = (days("paymentOrderDepositDays"), days("paymentOrderLawyerDays"));
    let after_opposition = match forum {
        Forum::Choice => format!(
            "S’il forme opposition, au tribunal de commerce, payez les frais de greffe sous {fees}, comptés par prudence depuis \
             l’envoi de l’avis : sinon l’ordonnance tombe. Au tribunal judiciaire, si la procédure est écrite, prenez un avocat \
             dans les {lawyer} : sans lui, l’instance s’éteint et la prescription n’a jamais été interrompue."
        ),
        forum if forum.is_judicial() => format!(
            "S’il forme opposition, le tribunal vous convoque ; si la procédure est écrite, prenez un avocat dans les {lawyer} : \
             sans lui, l’instance s’éteint et la prescription n’a jamais été interrompue."
        ),
        _ => format!(
            "S’il forme opposition, payez les frais de greffe sous {fees}, comptés par prudence depuis l’envoi de l’avis : sinon \
             l’ordonnance tombe."
        ),
    };
    let forms: &[&str] = match forum {
        Forum::Commercial if facts.input.debtor.place != Place::AlsaceMoselle => &["Cerfa n° 12946*02 (facultatif)"],
        Forum::Choice => &["Cerfa n° 12946*02 (tribunal de commerce)", "Cerfa n° 12948*06 (tribunal judiciaire)"],
        Forum::Administrative | Forum::Foreign => &[],
        _ => &["Cerfa n° 12948*06 (facultatif)"],
    };
    let open = !matches!(forum, Forum::Administrative | Forum::Foreign);
    let items = registry(facts)
        .into_iter()
        .chain([cost::service(facts, "Signification de l’ordonnance par un commissaire de justice")])
        .chain(cost::justice(facts, "efl-contribution-tae"));
    Route::new(OptionId::PaymentOrder)
        .made_for(facts, &[untitled])
        .requires(
            facts,
            &[
                determined_sum,
                due,
                not_time_barred,
                no_insolvency,
                represented,
                |facts| in_france(facts, "cpc-1406"),
                private_debtor,
                competent_court,
                without_prior_attempt,
                |facts| proven(facts, "cpc-1405", "le juge ne voit que vos pièces et rejette une requête mal prouvée"),
            ],
        )
        .court(open.then(|| forum.name_for_order(facts)))
        .cost(Cost::of(items.collect()))
        .lasts(facts.figures.duration("paymentOrder"))
        .effect(LimitationEffect::InterruptsOnService)
        .steps([
            "Remplissez la requête : identités, somme et décompte, fondement, liste des pièces. Demandez qu’en cas d’opposition \
             l’affaire soit renvoyée devant le tribunal."
                .to_owned(),
            "Déposez-la au greffe du tribunal du domicile ou du siège du client ; le juge statue sans audience.".to_owned(),
            "Si le juge rejette la requête, il n’y a pas de recours, mais les autres voies restent ouvertes ; s’il n’en accorde \
             qu’une partie et que vous voulez tout, ne faites pas signifier l’ordonnance."
                .to_owned(),
            format!(
                "Si l’ordonnance est rendue, faites-la signifier par un commissaire de justice dans les {} : passé ce délai, \
                 elle ne vaut plus rien.",
                months(service)
            ),
            format!("Le client a {} à compter de la signification pour former opposition.", months(opposition)),
            after_opposition,
            format!(
                "Sans avis d’opposition reçu {} après la signification, l’ordonnance peut être exécutée.{regime}",
                months(wait)
            ),
            "Attention : la requête n’arrête pas la prescription, seule la signification le fait.".to_owned(),
        ])
        .documents(evidence(facts))
        .forms(forms.iter().copied())
}
