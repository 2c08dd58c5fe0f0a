//! Who can recover the claim, when each suits, at what usual price, and what the law asks of them (CPCE R124-1 to R124-7 for
//! those who recover for others; loi 71-1130 for lawyers).

use super::clock::Clock;
use super::court::Forum;
use super::facts::{Dispute, Facts, Home};
use super::{HelperId, HelperOption, Lawyer};
use crate::french;

/// The texts on those who recover for others.
pub(super) const SOURCES: [&str; 2] = ["cpce-r124-1", "cpce-l111-8"];

/// Every helper, with what these facts say of each.
pub(super) fn helpers(facts: &Facts<'_>) -> Vec<HelperOption> {
    HelperId::ALL.iter().map(|id| helper(*id, facts)).collect()
}

fn helper(id: HelperId, facts: &Facts<'_>) -> HelperOption {
    let small = facts.figures.money("smallClaimsCeiling");
    let simple = facts.dispute != Dispute::Serious && facts.home == Home::France && !facts.clock.is_short();
    let amicable = facts.frozen_by().is_none() && !facts.is_public() && !facts.clock.is_barred();
    let due = !facts.not_due_yet();
    let lawyer_needed = Forum::of(facts).lawyer(facts) == Lawyer::Required;
    let (suits, when, price, duties) = match id {
        HelperId::Oneself => (
            simple && !lawyer_needed,
            "Pour les relances, la mise en demeure, l’injonction de payer et la déclaration de créance.".to_owned(),
            "Gratuit, hors envois et actes.",
            "Gardez tout par écrit ; n’ajoutez aucun frais que la loi ne prévoit pas.",
        ),
        HelperId::OnlineService => (
            simple && amicable && due && facts.total <= small,
            format!("Pour un dossier simple, jusqu’à {} environ.", french::money(small)),
            "20 à 150 € par acte, parfois un abonnement (prix indicatifs).",
            "Il agit en votre nom : relisez et validez chaque texte avant l’envoi.",
        ),
        HelperId::CollectionAgency => (
            amicable && due && facts.dispute != Dispute::Serious && !facts.clock.is_short(),
            "Pour un client connu qui ne répond plus, ou beaucoup de petites factures.".to_owned(),
            "10 à 25 % des sommes recouvrées (prix indicatif).",
            "Assurance, compte dédié, déclaration au procureur, convention écrite avec vous ; elle ne peut rien facturer au client.",
        ),
        HelperId::JudicialOfficer => (
            amicable && due && facts.home == Home::France,
            "Pour une sommation, une signification, les deux procédures simplifiées et les saisies.".to_owned(),
            "Tarif réglementé pour les actes, honoraires convenus pour le recouvrement amiable.",
            "Officier public : seul à pouvoir signifier et saisir ; il doit afficher ses tarifs.",
        ),
        HelperId::Lawyer => (
            lawyer_needed
                || matches!(facts.dispute, Dispute::Partial | Dispute::Serious)
                || facts.insolvency().is_some()
                || facts.is_public()
                || facts.home != Home::France
                || matches!(facts.clock, Clock::Near(_) | Clock::Arguable(_)),
            format!(
                "Au-dessus de {}, en cas de contestation, de procédure collective, de client public ou étranger, ou de prescription proche.",
                french::money(facts.figures.money("lawyerCeiling"))
            ),
            "300 à 500 € hors taxes pour une mise en demeure, 300 à 1 500 € pour une injonction de payer, 1 500 à 5 000 € pour un procès \
             (prix indicatifs).",
            "Seul à pouvoir donner une consultation juridique et plaider ; convention d’honoraires écrite obligatoire.",
        ),
        HelperId::CreditInsurer => (
            !facts.is_consumer() && !facts.is_public() && !facts.clock.is_barred(),
            "Si vous étiez déjà assuré avant l’impayé, surtout pour un portefeuille ou l’export.".to_owned(),
            "0,1 à 1 % du chiffre d’affaires assuré (prix indicatif).",
            "Déclarez l’impayé dans le délai du contrat, sinon la garantie est perdue ; suivez ses consignes.",
        ),
        HelperId::Factoring => (
            !due && !facts.is_consumer() && facts.insolvency().is_none() && facts.dispute != Dispute::Serious,
            "Pour une facture pas encore échue, quand la trésorerie manque ; rarement pour un impayé.".to_owned(),
            "0,5 à 3 % de la facture, plus le financement (prix indicatif).",
            "Regardez si vous devez rembourser en cas d’impayé ; le client doit être prévenu de payer l’affactureur.",
        ),
        HelperId::Assistant => (
            simple && amicable,
            "Pour le suivi, les appels courtois et la mise en forme de vos lettres.".to_owned(),
            "20 à 50 € de l’heure (prix indicatif).",
            "Il écrit et appelle en votre nom, sans encaisser : recouvrer pour autrui est une activité réglementée.",
        ),
    };
    HelperOption { id, suits, when, price: price.to_owned(), duties: duties.to_owned() }
}
