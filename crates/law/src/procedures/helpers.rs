//! Who can recover the claim, when each suits, at what usual price, and what the law asks of them (CPCE R124-1 to R124-7 for
//! those who recover for others; loi 71-1130 for lawyers).

use super::court::Forum;
use super::facts::{Dispute, Facts, Home};
use super::{HelperId, HelperOption, Lawyer};
use crate::french;

/// The texts on those who recover for others.
pub(super) const SOURCES: [&str; 2] = ["cpce-r124-1", "cpce-l111-8"];

/// Every helper, with what these facts say of each.
pub(super) fn helpers(facts: &Facts<'_>) -> Vec<HelperOption> {
    let helper = |id: HelperId| HelperOption {
        id,
        suits: suits(id, facts),
        when: when(id, facts),
        price: price(id, facts),
        duties: duties(id).to_owned(),
    };
    HelperId::ALL.iter().map(|id| helper(*id)).collect()
}

fn suits(id: HelperId, facts: &Facts<'_>) -> bool {
    let lawyer_needed = Forum::of(facts).lawyer(facts) == Lawyer::Required;
    let hurried = facts.clock.is_short();
    let disputed = facts.dispute == Dispute::Serious;
    let simple = !disputed && !hurried && facts.home == Home::France;
    let askable = facts.frozen_by().is_none() && !facts.is_public() && !facts.clock.is_barred();
    let due = !facts.not_due_yet();
    match id {
        HelperId::Oneself => simple && !lawyer_needed,
        HelperId::OnlineService => simple && askable && due && facts.total <= facts.figures.money("smallClaimsCeiling"),
        HelperId::CollectionAgency => askable && due && !disputed && !hurried,
        HelperId::JudicialOfficer => askable && due && facts.home == Home::France,
        HelperId::Lawyer => {
            let contested = matches!(facts.dispute, Dispute::Partial | Dispute::Serious);
            lawyer_needed
                || contested
                || hurried
                || facts.insolvency().is_some()
                || facts.is_public()
                || facts.home != Home::France
        }
        HelperId::CreditInsurer => !facts.is_consumer() && !facts.is_public() && !facts.clock.is_barred(),
        HelperId::Factoring => !due && !disputed && !facts.is_consumer() && facts.insolvency().is_none(),
        HelperId::Assistant => simple && askable,
    }
}

fn when(id: HelperId, facts: &Facts<'_>) -> String {
    match id {
        HelperId::Oneself => {
            "Pour les relances, la mise en demeure, l’injonction de payer et la déclaration de créance.".to_owned()
        }
        HelperId::OnlineService => {
            format!("Pour un dossier simple, jusqu’à {} environ.", french::money(facts.figures.money("smallClaimsCeiling")))
        }
        HelperId::CollectionAgency => "Pour un client connu qui ne répond plus, ou beaucoup de petites factures.".to_owned(),
        HelperId::JudicialOfficer => {
            "Pour une sommation, une signification, les deux procédures simplifiées et les saisies.".to_owned()
        }
        HelperId::Lawyer => format!(
            "Au-dessus de {}, en cas de contestation, de procédure collective, de client public ou étranger, ou de prescription \
             proche.",
            french::money(facts.figures.money("lawyerCeiling"))
        ),
        HelperId::CreditInsurer => {
            "Si vous étiez déjà assuré avant l’impayé, surtout pour un portefeuille ou l’export.".to_owned()
        }
        HelperId::Factoring => {
            "Pour une facture pas encore échue, quand la trésorerie manque ; rarement pour un impayé.".to_owned()
        }
        HelperId::Assistant => "Pour le suivi, les appels courtois et la mise en forme de vos lettres.".to_owned(),
    }
}

fn price(id: HelperId, facts: &Facts<'_>) -> String {
    let range = |figure: &str| facts.figures.range(figure);
    let euro = format!("{}€", french::NARROW);
    let percent = format!("{}%", french::NO_BREAK);
    match id {
        HelperId::Oneself => "Gratuit, hors envois et actes.".to_owned(),
        HelperId::OnlineService => format!("{}{euro} par acte, parfois un abonnement (prix indicatif).", range("onlineService")),
        HelperId::CollectionAgency => format!("{}{percent} des sommes recouvrées (prix indicatif).", range("collectionShare")),
        HelperId::JudicialOfficer => {
            "Tarif réglementé pour les actes, honoraires convenus pour le recouvrement amiable.".to_owned()
        }
        HelperId::Lawyer => format!(
            "{}{euro} hors taxes pour une mise en demeure, {}{euro} pour une injonction de payer, {}{euro} pour un procès (prix \
             indicatifs).",
            range("lawyerNotice"),
            range("lawyerOrder"),
            range("lawyerOrdinary")
        ),
        HelperId::CreditInsurer => {
            format!("{}{percent} du chiffre d’affaires assuré (prix indicatif).", range("creditInsurance"))
        }
        HelperId::Factoring => format!("{}{percent} de la facture, plus le financement (prix indicatif).", range("factoring")),
        HelperId::Assistant => format!("{}{euro} de l’heure (prix indicatif).", range("assistantHour")),
    }
}

fn duties(id: HelperId) -> &'static str {
    match id {
        HelperId::Oneself => "Gardez tout par écrit ; n’ajoutez aucun frais que la loi ne prévoit pas.",
        HelperId::OnlineService => "Il agit en votre nom : relisez et validez chaque texte avant l’envoi.",
        HelperId::CollectionAgency => {
            "Assurance, compte dédié, déclaration au procureur, convention écrite avec vous ; elle ne peut rien facturer au \
             client."
        }
        HelperId::JudicialOfficer => "Officier public : seul à pouvoir signifier et saisir ; il doit afficher ses tarifs.",
        HelperId::Lawyer => {
            "Seul à pouvoir donner une consultation juridique et plaider ; convention d’honoraires écrite obligatoire."
        }
        HelperId::CreditInsurer => {
            "Déclarez l’impayé dans le délai du contrat, sinon la garantie est perdue ; suivez ses consignes."
        }
        HelperId::Factoring => {
            "Regardez si vous devez rembourser en cas d’impayé ; le client doit être prévenu de payer l’affactureur."
        }
        HelperId::Assistant => {
            "Il écrit et appelle en votre nom, sans encaisser : recouvrer pour autrui est une activité réglementée."
        }
    }
}
