//! A public body that doesn't pay: a written demand, which interrupts the four-year limitation, and the administrative
//! summary proceedings (CCP L2192-13, loi 68-1250, CJA R541-1).

use crate::PublicKind;
use crate::french;
use crate::procedures::cost;
use crate::procedures::court::Forum;
use crate::procedures::facts::{Dispute, Facts};
use crate::procedures::proof::proven;
use crate::procedures::route::Route;
use crate::procedures::rules::{due, not_seriously_contestable, not_time_barred, public_debtor, untitled};
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
            "Écrivez à l’ordonnateur (celui qui a commandé) et mettez le comptable public en copie.".to_owned(),
            unpaid(kind(facts)).to_owned(),
            ex_officio(facts),
        ])
        .documents([
            "La facture et son accusé de dépôt sur Chorus Pro",
            "Le marché, le bon de commande, la constatation du service fait",
            "Le décompte des intérêts moratoires",
        ])
}

/// Which public body, where the debtor is one.
fn kind(facts: &Facts<'_>) -> Option<PublicKind> {
    facts.input.debtor.public_kind.filter(|_| facts.is_public())
}

/// What a body that keeps silent may be driven to without a judge (CGCT L1612-15 and L1612-16).
fn unpaid(kind: Option<PublicKind>) -> &'static str {
    match kind {
        Some(PublicKind::State) => "Pour l’État, relancez aussi le comptable qui paie, nommé dans le marché ou sur Chorus Pro.",
        Some(PublicKind::Local) => {
            "Pour une collectivité, la chambre régionale des comptes peut constater une dépense obligatoire non contestée, que le \
             préfet fait inscrire et payer d’office."
        }
        Some(PublicKind::Hospital) => {
            "Pour un hôpital, signalez aussi l’impayé à l’agence régionale de santé, qui contrôle son budget."
        }
        Some(PublicKind::PublicUndertaking) => {
            "Une entreprise publique constituée en société relève du droit commun : choisissez alors « société » comme client."
        }
        None => "Dites de quelle personne publique il s’agit : la suite sans juge en dépend.",
    }
}

/// Once condemned, a body that doesn’t pay is made to (loi 80-539, article 1; CJA L911-9).
fn ex_officio(facts: &Facts<'_>) -> String {
    let months = french::count(facts.figures.number("publicEnforcementMonths").into(), "mois", "mois");
    let payer = match kind(facts) {
        Some(PublicKind::State) => "présentez la décision au comptable public, qui doit payer",
        Some(PublicKind::Local) => "demandez le mandatement d’office au préfet",
        Some(PublicKind::Hospital) => {
            "demandez le mandatement d’office à l’autorité de tutelle, l’agence régionale de santé, ou au préfet"
        }
        Some(PublicKind::PublicUndertaking) => "demandez le mandatement d’office à son autorité de tutelle",
        None => "demandez le paiement au comptable (État) ou le mandatement d’office au préfet (autres)",
    };
    format!(
        "Après un jugement définitif, l’administration a {months} pour payer, à compter de sa notification. Ensuite, {payer} : \
         aucune saisie n’est possible."
    )
}

pub(super) fn administrative_summary(facts: &Facts<'_>) -> Route {
    let lawyer = Forum::of(facts).lawyer(facts);
    Route::new(OptionId::AdministrativeSummary)
        .made_for(facts, &[public_debtor, untitled])
        .requires(
            facts,
            &[
                |facts| not_seriously_contestable(facts, "cja-r541-1"),
                due,
                not_time_barred,
                |facts| proven(facts, "cja-r541-1", "un doute suffit pour que le juge refuse la provision"),
            ],
        )
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
            ex_officio(facts),
        ])
        .documents([
            "La facture et son accusé de dépôt sur Chorus Pro",
            "Le marché et la constatation du service fait",
            "La demande de paiement et sa réponse, s’il y en a une",
        ])
}
