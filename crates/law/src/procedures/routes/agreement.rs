//! Agreements and those who help to find one (C. civ. 1376, 2044, 2238 and 2240; CPC 1530 to 1547).

use super::evidence;
use crate::french;
use crate::procedures::court::Forum;
use crate::procedures::facts::{Facts, Standing};
use crate::procedures::route::Route;
use crate::procedures::rules::{in_france, no_insolvency, outside_public_rules, professional_debtor, represented};
use crate::procedures::{Cost, LimitationEffect, OptionId, cost};

/// Acknowledging interrupts limitation, or waives it once it is over (C. civ. 2240, 2250).
fn of_acknowledgment(facts: &Facts<'_>) -> LimitationEffect {
    if facts.clock.is_barred() { LimitationEffect::Waives } else { LimitationEffect::Interrupts }
}

pub(super) fn payment_plan(facts: &Facts<'_>) -> Route {
    Route::new(OptionId::PaymentPlan)
        .made_for(facts, &[|facts| outside_public_rules(facts, "cciv-2044")])
        .requires(facts, &[no_insolvency, represented])
        .lasts(facts.figures.duration("paymentPlan"))
        .effect(of_acknowledgment(facts))
        .steps([
            "Écrivez les dates et les montants, l’ordre d’imputation des paiements et le sort des pénalités ; une proposition de \
             loi débattue en 2026 interdirait d’y renoncer.",
            "Prévoyez qu’après une échéance manquée et une mise en demeure restée sans effet, tout redevient dû.",
            "Ajoutez que l’accord ne remplace pas la dette (pas de novation).",
            "Faites signer deux exemplaires, par une personne qui engage le client.",
            "L’accord n’est pas un titre exécutoire : contresigné par des avocats ou homologué, il peut le devenir.",
        ])
        .documents(["Les factures impayées", "Le décompte des sommes dues", "Le pouvoir du signataire"])
}

pub(super) fn acknowledgment(facts: &Facts<'_>) -> Route {
    let by_hand = if facts.debtor == Standing::Merchant && facts.creditor == Standing::Merchant {
        "Un e-mail clair suffit entre commerçants ; un document signé vaut mieux."
    } else {
        "Le client écrit lui-même la somme, en chiffres et en toutes lettres, et signe : ne la préremplissez pas."
    };
    Route::new(OptionId::Acknowledgment)
        .made_for(facts, &[|facts| outside_public_rules(facts, "cciv-1376")])
        .requires(facts, &[no_insolvency, represented])
        .lasts(facts.figures.duration("acknowledgment"))
        .effect(of_acknowledgment(facts))
        .steps([
            "Demandez au client de reconnaître par écrit qu’il doit cette somme, pour ces factures.",
            by_hand,
            "Dès sa signature, un nouveau délai de prescription entier commence, et la preuve est faite.",
        ])
        .documents(["La liste des factures reconnues, avec leurs montants"])
}

pub(super) fn conciliator(facts: &Facts<'_>) -> Route {
    let known = facts.figures.in_force("conciliatorWaitMonths");
    let wait = known.then(|| {
        format!(
            "Si le premier rendez-vous est à plus de {}, gardez-en la preuve : vous êtes dispensé de la tentative.",
            french::count(facts.figures.number("conciliatorWaitMonths").into(), "mois", "mois")
        )
    });
    Route::new(OptionId::Conciliator)
        .made_for(facts, &[|facts| outside_public_rules(facts, "cpc-1536"), |facts| in_france(facts, "cpc-1536")])
        .requires(facts, &[no_insolvency, represented])
        .lasts(facts.figures.duration("conciliator"))
        .effect(LimitationEffect::Suspends)
        .steps([
            "Saisissez le conciliateur du lieu du client, en ligne ou par courrier : c’est gratuit.",
            "Il convoque les deux parties ; la prescription ne s’arrête qu’à l’accord écrit d’y participer ou à la première \
             réunion.",
            "En cas d’accord, le constat peut recevoir la force exécutoire.",
            "En cas d’échec, demandez un bulletin de non-conciliation : il prouve la tentative amiable.",
        ])
        .steps(wait)
        .documents(evidence(facts))
        .forms(["Formulaire en ligne sur conciliateurs.fr, ou Cerfa n° 15728 (numéro à vérifier)"])
}

pub(super) fn mediation(facts: &Facts<'_>) -> Route {
    Route::new(OptionId::Mediation)
        .requires(facts, &[no_insolvency, represented])
        .cost(Cost::of(vec![cost::usual(facts, "mediation", "Votre part des honoraires du médiateur")]))
        .lasts(facts.figures.duration("mediation"))
        .effect(LimitationEffect::Suspends)
        .steps([
            "Proposez par écrit une médiation et le nom d’un médiateur ; le client est libre de refuser.",
            "Signez l’accord d’entrer en médiation : la prescription est suspendue à cette date.",
            "Les échanges sont confidentiels : ils ne peuvent pas servir au procès.",
            "L’accord final peut être homologué ou contresigné par des avocats pour être exécutoire.",
        ])
        .documents(evidence(facts))
}

pub(super) fn business_ombudsman(facts: &Facts<'_>) -> Route {
    let court = (Forum::of(facts) == Forum::Administrative)
        .then_some("Pour un acheteur public, c’est souvent le chemin le plus rapide vers le service qui paie.");
    Route::new(OptionId::BusinessOmbudsman)
        .made_for(facts, &[professional_debtor, |facts| in_france(facts, "mediateur-des-entreprises")])
        .requires(facts, &[no_insolvency, represented])
        .lasts(facts.figures.duration("businessOmbudsman"))
        .effect(LimitationEffect::Suspends)
        .steps(
            [
                Some("Saisissez le Médiateur des entreprises en ligne : c’est gratuit et confidentiel."),
                Some("Il contacte le client et cherche un accord, en trois mois environ."),
                court,
                Some("La prescription n’est suspendue qu’à l’accord écrit de médiation ou à la première réunion."),
            ]
            .into_iter()
            .flatten(),
        )
        .documents(evidence(facts))
        .forms(["Saisine en ligne sur economie.gouv.fr/mediateur-des-entreprises"])
}
