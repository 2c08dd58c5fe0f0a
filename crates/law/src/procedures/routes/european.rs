//! A debtor abroad: the European payment order (règlement 1896/2006), the European small claims procedure (règlement
//! 861/2007), and a lawyer in the debtor's country.

use crate::french;
use crate::procedures::condition::{Check, Condition};
use crate::procedures::cost;
use crate::procedures::court::Forum;
use crate::procedures::facts::{Facts, Home};
use crate::procedures::route::Route;
use crate::procedures::rules::{abroad, due, in_union, no_insolvency, not_time_barred, uncontested, untitled};
use crate::procedures::{Cost, Lawyer, LimitationEffect, OptionId};

use super::evidence;

/// The court, where the debtor is abroad.
fn court(facts: &Facts<'_>) -> Option<String> {
    (facts.home != Home::France).then(|| Forum::Foreign.name(facts))
}

/// The debtor's term to answer, in words.
fn answer_days(facts: &Facts<'_>) -> String {
    french::count(facts.figures.number("europeanAnswerDays").into(), "jour", "jours")
}

pub(super) fn payment_order(facts: &Facts<'_>) -> Route {
    Route::new(OptionId::EuropeanPaymentOrder)
        .made_for(facts, &[|facts| in_union(facts, "ue-1896-2006"), untitled])
        .requires(facts, &[due, not_time_barred, no_insolvency, |facts| uncontested(facts, "ue-1896-2006")])
        .court(court(facts))
        .cost(Cost::of(vec![
            cost::usual(facts, "paymentOrderRegistry", "Greffe"),
            cost::usual(facts, "translation", "Traduction"),
            cost::service(facts, "Signification"),
        ]))
        .lasts(facts.figures.duration("europeanPaymentOrder"))
        .effect(LimitationEffect::Unclear)
        .steps([
            "Vérifiez quel tribunal est compétent : en principe celui du pays du client, ou celui du lieu de livraison ou \
             d’exécution.",
            "Remplissez le formulaire A ; aucune pièce n’est à joindre, mais les preuves doivent être décrites.",
            &format!("L’injonction est signifiée au client, qui a {} pour former opposition.", answer_days(facts)),
            "Rendue en France, elle doit être signifiée dans un délai que la réforme de 2026 a pu changer : demandez-le au greffe.",
            "Sans opposition, elle est exécutoire dans toute l’Union, sauf au Danemark, sans autre formalité.",
            "Avec opposition, l’affaire continue devant le tribunal, ou s’arrête si vous l’avez demandé.",
        ])
        .documents(evidence(facts))
        .forms(["Formulaire A (règlement 1896/2006)"])
}

/// The ceiling counts principal alone: interest, expenses and disbursements are left out (article 2).
fn under_ceiling(facts: &Facts<'_>) -> Check {
    let ceiling = facts.figures.money("europeanSmallClaimsCeiling");
    let (condition, source) = (Condition::UnderCeiling, "ue-861-2007");
    let (amount, limit) = (french::money(facts.input.amount), french::money(ceiling));
    if facts.input.amount <= ceiling {
        condition.met(source, format!("Le principal est de {amount} ; le plafond, hors intérêts, est de {limit}."))
    } else {
        condition.failed(source, format!("Le principal est de {amount} : il dépasse le plafond de {limit}."))
    }
}

pub(super) fn small_claims(facts: &Facts<'_>) -> Route {
    Route::new(OptionId::EuropeanSmallClaims)
        .made_for(facts, &[|facts| in_union(facts, "ue-861-2007"), untitled])
        .requires(facts, &[under_ceiling, due, not_time_barred, no_insolvency])
        .court(court(facts))
        .cost(Cost::of(vec![cost::usual(facts, "translation", "Traduction du formulaire")]))
        .lasts(facts.figures.duration("europeanSmallClaims"))
        .effect(LimitationEffect::Interrupts)
        .steps([
            "Remplissez le formulaire A, avec les pièces, et envoyez-le au tribunal compétent.",
            "La procédure est écrite, sans avocat obligatoire ; elle convient aussi quand le client conteste.",
            &format!(
                "Le client a {} pour répondre ; le tribunal juge sur pièces ou tient une audience à distance.",
                answer_days(facts)
            ),
            "Le jugement est exécutoire dans toute l’Union, sauf au Danemark.",
        ])
        .documents(evidence(facts))
        .forms(["Formulaire A (règlement 861/2007)"])
}

pub(super) fn foreign_lawyer(facts: &Facts<'_>) -> Route {
    let enforcing = match facts.home {
        Home::Union | Home::Denmark => "Un jugement français y est reconnu sans procédure (règlement Bruxelles I bis).",
        _ => {
            "Un jugement français doit y être reconnu : demandez si une convention le permet (celle de La Haye pour le \
              Royaume-Uni, par exemple), et à quel coût."
        }
    };
    Route::new(OptionId::ForeignLawyer)
        .made_for(facts, &[abroad])
        .lawyer(Lawyer::Unsure)
        .cost(Cost::of(vec![cost::usual(facts, "foreignLawyer", "Honoraires d’un avocat sur place")]))
        .lasts(facts.figures.duration("foreignLawyer"))
        .effect(LimitationEffect::Unclear)
        .steps([
            "Relisez le contrat : une clause peut désigner la loi applicable et le tribunal.",
            "Cherchez un avocat au barreau de la ville du client ; demandez un devis, la langue et le mode de paiement.",
            "Demandez-lui le délai pour agir dans son droit : il peut être plus court que le délai français.",
            "Demandez-lui aussi si une procédure simple existe chez lui, et ce que le client possède.",
            enforcing,
            "Comparez son devis au montant de la créance, et ce qui en revient du client, avant de l’engager.",
        ])
        .documents(evidence(facts).into_iter().chain([
            "Le contrat, avec la clause de loi ou de tribunal s’il y en a une".to_owned(),
            "Une traduction des pièces principales".to_owned(),
        ]))
}
