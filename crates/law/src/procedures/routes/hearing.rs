//! Before a judge, at a hearing: summary proceedings for an interim payment (CPC 835 and 873) and proceedings on the
//! merits (CPC 750, 853, 42 and 46). Both interrupt limitation (C. civ. 2241).

use super::evidence;
use crate::french;
use crate::procedures::condition::Check;
use crate::procedures::court::{Forum, appeal};
use crate::procedures::facts::Facts;
use crate::procedures::prior::Prior;
use crate::procedures::proof::proven;
use crate::procedures::route::Route;
use crate::procedures::rules::{
    competent_court, due, no_insolvency, not_seriously_contestable, not_time_barred, prior_attempt, private_debtor, represented,
    untitled,
};
use crate::procedures::{Cost, CostItem, Lawyer, LimitationEffect, OptionId, cost};

fn provable_at_sight(facts: &Facts<'_>) -> Check {
    let commercial = matches!(Forum::of(facts), Forum::Commercial | Forum::Choice);
    not_seriously_contestable(facts, if commercial { "cpc-873" } else { "cpc-835" })
}

/// A sentence on the lawyer, with the ceiling.
fn lawyer_sentence(facts: &Facts<'_>, lawyer: Lawyer) -> String {
    let ceiling = french::money(facts.figures.money("lawyerCeiling"));
    match lawyer {
        Lawyer::Required => format!("Prenez un avocat : il est obligatoire au-dessus de {ceiling}."),
        Lawyer::NotRequired => "Vous pouvez agir seul ; un avocat reste possible.".to_owned(),
        Lawyer::Unsure => format!(
            "Demandez au greffe si un avocat est obligatoire : la règle est un seuil de {ceiling}, mais il n’est pas sûr \
             qu’elle s’applique ici."
        ),
    }
}

fn summons_items(facts: &Facts<'_>, or_request: bool, fees: &str, lawyer: Lawyer) -> Vec<CostItem> {
    let mut items = cost::summons(facts, or_request);
    items.extend(cost::contributions(facts));
    items.push(cost::lawyer(facts, fees, lawyer));
    items
}

pub(super) fn summary_proceedings(facts: &Facts<'_>) -> Route {
    let forum = Forum::of(facts);
    let lawyer = forum.lawyer(facts);
    Route::new(OptionId::SummaryProceedings)
        .made_for(facts, &[untitled])
        .requires(
            facts,
            &[
                provable_at_sight,
                due,
                not_time_barred,
                no_insolvency,
                represented,
                private_debtor,
                competent_court,
                prior_attempt,
                |facts| proven(facts, "sp-f38405", "un doute suffit pour que le juge refuse la provision"),
            ],
        )
        .court((forum != Forum::Administrative).then(|| format!("{} (juge des référés)", forum.name(facts))))
        .lawyer(lawyer)
        .prior(Prior::of(facts).sentence())
        .cost(Cost::of(summons_items(facts, false, "lawyerSummary", lawyer)))
        .lasts(facts.figures.duration("summaryProceedings"))
        .effect(LimitationEffect::Interrupts)
        .steps([
            lawyer_sentence(facts, lawyer),
            "Un commissaire de justice assigne le client à une audience de référé, souvent deux à six semaines plus tard."
                .to_owned(),
            "Le juge accorde une provision, jusqu’à la totalité, si la dette n’est pas sérieusement contestable ; l’urgence n’a \
             pas à être prouvée."
                .to_owned(),
            format!(
                "L’ordonnance est exécutoire tout de suite, même en cas d’appel, possible sous {}. Faites-la signifier.",
                french::count(facts.figures.number("appealDays").into(), "jour", "jours")
            ),
            "Une ouverture de procédure collective avant l’ordonnance arrête tout : surveillez le BODACC.".to_owned(),
        ])
        .documents(evidence(facts))
}

pub(super) fn ordinary_proceedings(facts: &Facts<'_>) -> Route {
    let forum = Forum::of(facts);
    let lawyer = forum.lawyer(facts);
    let route = Route::new(OptionId::OrdinaryProceedings)
        .made_for(facts, &[untitled])
        .requires(
            facts,
            &[due, not_time_barred, no_insolvency, represented, competent_court, prior_attempt, |facts| {
                proven(facts, "cciv-1353", "c’est à vous de prouver la créance")
            }],
        )
        .court(forum.name(facts))
        .lawyer(lawyer)
        .prior(Prior::of(facts).sentence())
        .effect(LimitationEffect::Interrupts)
        .documents(evidence(facts));
    if forum == Forum::Administrative {
        return route
            .cost(Cost::of(vec![cost::lawyer(facts, "lawyerOrdinary", lawyer)]))
            .lasts(facts.figures.duration("administrativeProceedings"))
            .steps([
                "Adressez d’abord une demande écrite à l’administration, et un mémoire en réclamation si le marché le prévoit.",
                "Saisissez le tribunal administratif par requête, avec la décision de refus ou la preuve de la demande restée \
                 sans réponse.",
                "Demandez à un avocat s’il est obligatoire : en principe oui pour un litige de contrat.",
            ]);
    }
    let by_request = forum.is_judicial() && facts.total <= facts.figures.money("writtenRequestCeiling");
    let seizing = if by_request {
        format!(
            "Jusqu’à {}, une simple requête au greffe suffit ; sinon un commissaire de justice assigne le client.",
            french::money(facts.figures.money("writtenRequestCeiling"))
        )
    } else {
        "Un commissaire de justice assigne le client devant le tribunal.".to_owned()
    };
    let place = match forum {
        Forum::Protection | Forum::CommercialLease => None,
        _ if facts.is_consumer() => None,
        _ => Some(
            "Vous pouvez aussi choisir le tribunal du lieu de la livraison ou de l’exécution, ou celui qu’une clause désigne \
             entre commerçants."
                .to_owned(),
        ),
    };
    let length = if forum == Forum::Commercial { "commercialProceedings" } else { "civilProceedings" };
    route
        .cost(Cost::of(summons_items(facts, by_request, "lawyerOrdinary", lawyer)))
        .lasts(facts.figures.duration(length))
        .steps([
            lawyer_sentence(facts, lawyer),
            seizing,
            "Chaque partie échange ses arguments et ses pièces, puis le tribunal juge toute l’affaire.".to_owned(),
            "Demandez dans vos conclusions les frais non compris dans les dépens (article 700).".to_owned(),
            format!(
                "Faites signifier le jugement, au plus tard sous {} si le client n’a pas comparu : c’est un titre exécutoire.",
                french::count(facts.figures.number("defaultJudgmentMonths").into(), "mois", "mois")
            ),
            appeal(facts),
        ])
        .steps(place)
        .forms(by_request.then_some("Requête au tribunal judiciaire : Cerfa n° 16042 (numéro à vérifier)"))
}
