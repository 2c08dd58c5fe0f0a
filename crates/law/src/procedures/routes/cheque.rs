//! An unpaid cheque (CMF L131-73): a certificate thirty days after it was first presented, served by a judicial officer,
//! becomes an enforceable title fifteen days later without a judge.

use crate::french;
use crate::procedures::condition::{Check, Condition};
use crate::procedures::cost;
use crate::procedures::facts::Facts;
use crate::procedures::route::Route;
use crate::procedures::rules::{no_insolvency, not_time_barred, represented, untitled};
use crate::procedures::{Basis, Cost, LimitationEffect, OptionId};

fn has_cheque(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::ChequeUnpaid, "cmf-l131-73");
    if facts.is_basis(Basis::Cheque) {
        condition.met(source, "Le client a payé par un chèque rejeté.")
    } else {
        condition.failed(source, "Aucun chèque impayé n’est en jeu.")
    }
}

pub(super) fn unpaid_cheque(facts: &Facts<'_>) -> Route {
    let figures = facts.figures;
    Route::new(OptionId::UnpaidCheque)
        .made_for(facts, &[has_cheque, untitled])
        .requires(facts, &[not_time_barred, no_insolvency, represented])
        .cost(Cost::of(cost::certificate(facts)))
        .lasts(facts.figures.duration("unpaidCheque"))
        .effect(LimitationEffect::Unclear)
        .steps([
            "Gardez le chèque et l’attestation de rejet ; vous pouvez le représenter à l’encaissement.".to_owned(),
            format!(
                "Demandez à la banque du client un certificat de non-paiement, {} après la première présentation.",
                french::count(figures.number("chequeCertificateDays").into(), "jour", "jours")
            ),
            "Faites-le signifier au client par un commissaire de justice : l’acte vaut commandement de payer.".to_owned(),
            format!(
                "Sans paiement sous {}, le commissaire délivre un titre exécutoire, sans juge ; les frais sont à la charge du \
                 client.",
                french::count(figures.number("chequeTitleDays").into(), "jour", "jours")
            ),
            "L’action fondée sur le chèque est brève ; la facture garde son propre délai.".to_owned(),
        ])
        .documents(["Le chèque", "L’attestation de rejet", "La facture que le chèque payait"])
}
