//! VAT on a claim lost for good (CGI 272, 1): recovered by the creditor who paid it over, with a corrected invoice.

use crate::procedures::condition::{Check, Condition};
use crate::procedures::facts::Facts;
use crate::procedures::route::Route;
use crate::procedures::{InsolvencyKind, OptionId};
use crate::{EventKind, french};

fn irrecoverable(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::Irrecoverable, "cgi-272");
    match facts.frozen_by().map(|insolvency| insolvency.kind) {
        Some(InsolvencyKind::Liquidation) => {
            return condition
                .met(source, "Le client est en liquidation judiciaire : la créance est tenue pour perdue dès le jugement.");
        }
        Some(InsolvencyKind::Unknown) => {
            return condition
                .to_check(source, "dès le jugement en liquidation judiciaire ; sinon, pour la part que le plan abandonne.");
        }
        Some(InsolvencyKind::Safeguard | InsolvencyKind::Reorganisation) => {
            return condition
                .failed(source, "La créance n’est perdue que pour la part qu’un plan abandonne : il n’y en a pas encore.");
        }
        None => {}
    }
    if facts.is_dissolved() {
        condition.to_check(source, "le client est radié ; il faut prouver que toute poursuite est vaine.")
    } else if facts.history.has(EventKind::EnforcementAct) {
        condition.to_check(source, "l’exécution est restée sans résultat, et aucun recouvrement n’est plus possible.")
    } else {
        condition.failed(source, "La créance n’est pas encore perdue pour de bon : les poursuites n’ont pas échoué.")
    }
}

pub(super) fn vat_relief(facts: &Facts<'_>) -> Route {
    let years = french::count(facts.figures.number("vatReliefYears").into(), "an", "ans");
    Route::new(OptionId::VatRelief).requires(facts, &[irrecoverable]).lasts(facts.figures.duration("vatRelief")).steps([
        "Vérifiez que vous avez reversé cette TVA : si vous la payez à l’encaissement, vous n’avez rien à récupérer.",
        "Datez la perte : jugement de liquidation, plan pour la part abandonnée, ou preuve que toute poursuite est vaine \
         (saisie infructueuse, client disparu). Un simple retard ne suffit pas.",
        "Envoyez au client un duplicata de chaque facture, avec la mention que le prix n’a pas été payé et que la TVA ne peut pas \
         être déduite (article 272) ; pour beaucoup de factures, un état récapitulatif suffit.",
        "Imputez la TVA sur votre prochaine déclaration, et gardez les preuves de la perte.",
        &format!("Faites-le au plus tard le 31 décembre, {years} après l’année de la perte ; voyez votre expert-comptable."),
        "La TVA change de code en 2027 : le numéro de l’article à citer sera à vérifier.",
        "Si le client paie ensuite, même en partie, la TVA de ce qu’il paie est de nouveau due.",
    ])
    .documents(["La facture d’origine", "Le duplicata rectificatif et sa preuve d’envoi", "Le jugement ou le certificat \
                 d’irrécouvrabilité", "La déclaration où la TVA avait été reversée"])
}
