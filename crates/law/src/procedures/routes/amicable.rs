//! Before any court: look the debtor up, call, remind, give formal notice, have it served (C. civ. 1344).

use crate::procedures::cost;
use crate::procedures::facts::{Facts, Home, Standing};
use crate::procedures::route::Route;
use crate::procedures::rules::{due, in_france, no_insolvency};
use crate::procedures::{Cost, OptionId};

pub(super) fn check_debtor(facts: &Facts<'_>) -> Route {
    let registers = match (facts.home, facts.debtor) {
        (Home::France, Standing::Consumer) => "Vérifiez le nom et l’adresse exacts du client.",
        (Home::France, _) => "Consultez l’annuaire des entreprises : nom exact, SIRET, siège, radiation éventuelle.",
        _ => "Consultez le registre du commerce du pays du client : nom exact, siège, procédure d’insolvabilité.",
    };
    Route::new(OptionId::CheckDebtor).lasts(facts.figures.duration("checkDebtor")).steps([
        "Vérifiez que la facture est bien arrivée, au bon service et avec le bon numéro de commande.",
        registers,
        "Cherchez le client dans le BODACC : une procédure collective change tout, et un délai court pour déclarer.",
        "Client introuvable : un commissaire de justice peut rechercher son adresse, et signifier quand même après des recherches.",
        "Relisez vos échanges : une réclamation du client est-elle restée sans réponse ?",
    ])
}

pub(super) fn call(facts: &Facts<'_>) -> Route {
    let manners = if facts.is_consumer() {
        "Appelez à une heure normale et sans insister : des appels répétés à un consommateur sont une pratique agressive."
    } else {
        "Demandez le service comptable, puis la personne qui a passé commande."
    };
    Route::new(OptionId::Call).requires(facts, &[no_insolvency]).lasts(facts.figures.duration("call")).steps([
        manners,
        "Demandez si la facture est reçue, si elle est contestée, et quel jour elle sera payée.",
        "Notez le jour, l’heure, le nom de la personne et sa réponse.",
        "Demandez une confirmation par e-mail : un écrit qui reconnaît la dette peut faire repartir la prescription.",
    ])
}

pub(super) fn reminder(facts: &Facts<'_>) -> Route {
    let penalties = if facts.is_consumer() {
        "N’ajoutez ni pénalité ni indemnité de recouvrement : un consommateur n’en doit pas."
    } else {
        "Rappelez que les pénalités de retard courent depuis le lendemain de l’échéance, sans autre démarche."
    };
    Route::new(OptionId::Reminder)
        .requires(facts, &[due, no_insolvency])
        .cost(Cost::of(vec![cost::usual(facts, "reminderLetter", "Lettre ou e-mail")]))
        .lasts(facts.figures.duration("reminder"))
        .steps([
            "Rappelez la facture, son échéance et le montant qui reste dû, sur un ton courtois.",
            "Demandez une date de paiement, ou les raisons d’un désaccord par écrit.",
            penalties,
            "Sans réponse sous huit jours, passez à la mise en demeure.",
        ])
        .documents(["Une copie de la facture"])
}

pub(super) fn formal_notice(facts: &Facts<'_>) -> Route {
    let interest = if facts.is_consumer() {
        "Elle fait courir les intérêts au taux légal, à compter de sa réception."
    } else {
        "Elle chiffre les pénalités de retard et l’indemnité de recouvrement due pour chaque facture."
    };
    Route::new(OptionId::FormalNotice)
        .requires(facts, &[due, no_insolvency])
        .cost(Cost::of(vec![cost::usual(facts, "registeredLetter", "Lettre recommandée avec avis de réception")]))
        .lasts(facts.figures.duration("formalNotice"))
        .steps([
            "Écrivez « mise en demeure », la somme exacte avec son décompte, et un délai de huit à quinze jours à compter de la \
             première présentation.",
            interest,
            "Dites la suite sans menacer : à défaut de paiement, vous saisirez la juridiction compétente.",
            "Envoyez-la en recommandé avec avis de réception ; gardez la copie, la preuve de dépôt et l’avis. Non réclamée, \
             elle vaut quand même.",
            "Attention : elle n’arrête pas la prescription.",
        ])
        .documents(["Une copie des factures", "Le décompte des sommes dues"])
}

pub(super) fn summons_to_pay(facts: &Facts<'_>) -> Route {
    Route::new(OptionId::SummonsToPay)
        .requires(facts, &[due, no_insolvency, |facts| in_france(facts, "cciv-1344")])
        .cost(Cost::of(vec![cost::usual(facts, "summonsToPay", "Acte du commissaire de justice")]))
        .lasts(facts.figures.duration("summonsToPay"))
        .steps([
            "Demandez à un commissaire de justice de remettre la sommation au client.",
            "Elle a l’effet d’une mise en demeure, avec une date certaine ; elle ne permet aucune saisie.",
            "Son coût reste à votre charge, sauf entre professionnels comme frais justifiés au-delà de l’indemnité de \
             recouvrement.",
            "Attention : elle n’arrête pas la prescription.",
        ])
        .documents(["Une copie des factures", "Le décompte des sommes dues"])
}
