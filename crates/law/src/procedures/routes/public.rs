//! A public body that doesn't pay: a written demand, which interrupts the four-year limitation, and the administrative
//! summary proceedings (CCP L2192-13, loi 68-1250, CJA R541-1).

use crate::PublicKind;
use crate::french;
use crate::procedures::cost;
use crate::procedures::court::Forum;
use crate::procedures::facts::{Dispute, Facts};
use crate::procedures::route::Route;
use crate::procedures::rules::{due, not_seriously_contestable, not_time_barred, public_debtor};
use crate::procedures::{Cost, LimitationEffect, OptionId};

pub(super) fn public_demand(facts: &Facts<'_>) -> Route {
    let months = french::count(facts.figures.number("publicComplaintMonths").into(), "mois", "mois");
    let complaint = if facts.dispute == Dispute::Serious {
        format!(
            "L’administration conteste : si le marché se réfère au cahier des clauses générales, envoyez un mémoire en \
             réclamation sous {months}, sinon vous perdez votre droit."
        )
    } else {
        format!(
            "Si l’administration refuse ou se tait après une demande qui l’invitait à prendre position, un mémoire en \
             réclamation peut être exigé sous {months} : relisez le marché."
        )
    };
    let forced = match facts.input.debtor.public_kind {
        Some(PublicKind::Local | PublicKind::Hospital) => {
            "Pour une collectivité ou un hôpital, la chambre régionale des comptes peut constater une dépense obligatoire, que \
             le préfet fait payer."
        }
        _ => "Écrivez à l’ordonnateur (celui qui a commandé) et mettez le comptable public en copie.",
    };
    Route::new(OptionId::PublicDemand)
        .made_for(facts, &[public_debtor])
        .requires(facts, &[due])
        .cost(Cost::of(vec![cost::usual(facts, "registeredLetter", "Lettre recommandée avec avis de réception")]))
        .lasts(facts.figures.duration("publicDemand"))
        .effect(LimitationEffect::Interrupts)
        .steps([
            "Vérifiez le dépôt de la facture sur Chorus Pro : sa date de réception fait courir le délai de paiement.".to_owned(),
            "Demandez par écrit le paiement du principal, des intérêts moratoires et de l’indemnité : ils sont dus de plein \
             droit, et l’administration ne peut pas vous y faire renoncer."
                .to_owned(),
            "Cette demande écrite interrompt la prescription des créances publiques.".to_owned(),
            complaint,
            forced.to_owned(),
        ])
        .documents([
            "La facture et son accusé de dépôt sur Chorus Pro",
            "Le marché, le bon de commande, la constatation du service fait",
            "Le décompte des intérêts moratoires",
        ])
}

pub(super) fn administrative_summary(facts: &Facts<'_>) -> Route {
    let lawyer = Forum::of(facts).lawyer(facts);
    Route::new(OptionId::AdministrativeSummary)
        .made_for(facts, &[public_debtor])
        .requires(facts, &[|facts| not_seriously_contestable(facts, "cja-r541-1"), due, not_time_barred])
        .court(facts.is_public().then(|| format!("{} (juge des référés)", Forum::Administrative.name(facts))))
        .lawyer(lawyer)
        .cost(Cost::of(vec![cost::lawyer(facts, "lawyerSummary", lawyer)]))
        .lasts(facts.figures.duration("administrativeSummary"))
        .effect(LimitationEffect::Interrupts)
        .steps([
            "Saisissez le tribunal administratif par requête, en ligne sur Télérecours citoyens ; aucun procès au fond n’est \
             nécessaire."
                .to_owned(),
            "Le juge accorde une provision si la dette n’est pas sérieusement contestable.".to_owned(),
            "Demandez à un avocat s’il est obligatoire : la règle n’est pas certaine pour ce référé.".to_owned(),
            format!(
                "Si l’administration condamnée ne paie pas sous {}, le comptable ou le préfet fait payer d’office.",
                french::count(facts.figures.number("publicEnforcementMonths").into(), "mois", "mois")
            ),
        ])
        .documents([
            "La facture et son accusé de dépôt sur Chorus Pro",
            "Le marché et la constatation du service fait",
            "La demande de paiement et sa réponse, s’il y en a une",
        ])
}
