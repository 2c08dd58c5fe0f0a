//! Who can recover the claim, when each suits, at what usual price, and what the law asks of them (CPCE R124-1 to R124-7 for
//! those who recover for others; loi 71-1130, articles 54 and 66-2, for who may give legal advice).

use rust_decimal::Decimal;

use super::cost;
use super::court::Forum;
use super::facts::{Dispute, Facts, Home};
use super::{HelperId, HelperOption, Lawyer};
use crate::{EventKind, Money, french};

/// The texts on those who recover for others.
pub(super) const SOURCES: [&str; 3] = ["cpce-r124-1", "cpce-l111-8", "loi-71-1130"];

/// Every helper, with what these facts say of each.
pub(super) fn helpers(facts: &Facts<'_>) -> Vec<HelperOption> {
    let mut helpers = Vec::new();
    for id in HelperId::ALL {
        let (suits, when) = fit(*id, facts);
        helpers.push(HelperOption { id: *id, suits, when, price: price(*id, facts), duties: duties(*id).to_owned() });
    }
    helpers
}

/// Why a helper suits these facts, or the first thing that speaks against.
fn fit(id: HelperId, facts: &Facts<'_>) -> (bool, String) {
    let obstacle = match id {
        HelperId::Oneself => titled(facts).or(far(facts)).or(hurried(facts)).or(disputed(facts)).or(lawyer_needed(facts)),
        HelperId::OnlineService => not_askable(facts)
            .or(not_due(facts))
            .or(titled(facts))
            .or(far(facts))
            .or(hurried(facts))
            .or(disputed(facts))
            .or(too_much(facts)),
        HelperId::CollectionAgency => not_askable(facts).or(not_due(facts)).or(hurried(facts)).or(disputed(facts)),
        HelperId::JudicialOfficer => not_askable(facts).or(not_due(facts)).or(far(facts)),
        HelperId::Lawyer => no_need_of_lawyer(facts),
        HelperId::CreditInsurer => consumer(facts).or(public(facts)).or(barred(facts)),
        HelperId::Factoring => consumer(facts).or(insolvent(facts)).or(overdue(facts)).or(disputed(facts)),
        HelperId::Assistant => not_askable(facts).or(titled(facts)).or(far(facts)).or(hurried(facts)).or(disputed(facts)),
    };
    match obstacle {
        Some(why) => (false, format!("Pas ici : {why}")),
        None => (true, reason(id, facts)),
    }
}

/// What speaks against a helper, in French.
type Obstacle = Option<String>;

fn obstacle(stands: bool, why: &str) -> Obstacle {
    stands.then(|| why.to_owned())
}

fn insolvent(facts: &Facts<'_>) -> Obstacle {
    let frozen = facts.frozen_by().is_some();
    obstacle(frozen, "une procédure collective est ouverte, il faut déclarer la créance et ne plus rien réclamer.")
}

fn barred(facts: &Facts<'_>) -> Obstacle {
    obstacle(facts.clock.is_barred(), "la prescription est acquise, plus rien ne peut être exigé.")
}

fn public(facts: &Facts<'_>) -> Obstacle {
    obstacle(facts.is_public(), "une personne publique ne se relance ni ne se saisit comme un client privé.")
}

fn not_askable(facts: &Facts<'_>) -> Obstacle {
    insolvent(facts).or(barred(facts)).or(public(facts))
}

fn not_due(facts: &Facts<'_>) -> Obstacle {
    obstacle(facts.not_due_yet(), "la facture n’est pas encore échue.")
}

fn overdue(facts: &Facts<'_>) -> Obstacle {
    obstacle(!facts.not_due_yet(), "l’affactureur prend des factures à venir, rarement un impayé.")
}

fn titled(facts: &Facts<'_>) -> Obstacle {
    let titled = facts.history.has(EventKind::TitleObtained);
    obstacle(titled, "vous avez un titre exécutoire, seul un commissaire de justice peut saisir.")
}

fn far(facts: &Facts<'_>) -> Obstacle {
    obstacle(facts.home != Home::France, "le client est hors de France.")
}

fn hurried(facts: &Facts<'_>) -> Obstacle {
    obstacle(facts.clock.is_short(), "la prescription est trop proche, il faut tout de suite un acte qui l’interrompe.")
}

fn disputed(facts: &Facts<'_>) -> Obstacle {
    obstacle(facts.dispute == Dispute::Serious, "la dette est contestée, c’est une affaire d’accord ou de juge.")
}

fn consumer(facts: &Facts<'_>) -> Obstacle {
    obstacle(facts.is_consumer(), "le client est un consommateur.")
}

fn too_much(facts: &Facts<'_>) -> Obstacle {
    let ceiling = facts.figures.money("smallClaimsCeiling");
    (facts.total > ceiling).then(|| format!("au-dessus de {}, mieux vaut un professionnel du droit.", french::money(ceiling)))
}

fn lawyer_needed(facts: &Facts<'_>) -> Obstacle {
    let court_likely = matches!(facts.dispute, Dispute::Partial | Dispute::NotSerious);
    let needed = court_likely && Forum::of(facts).lawyer(facts) == Lawyer::Required;
    obstacle(needed, "le client s’oppose, et un avocat est obligatoire devant le juge pour cette somme.")
}

fn no_need_of_lawyer(facts: &Facts<'_>) -> Obstacle {
    let useful = matches!(facts.dispute, Dispute::Partial | Dispute::Serious)
        || Forum::of(facts).lawyer(facts) == Lawyer::Required
        || facts.clock.is_short()
        || facts.insolvency().is_some()
        || facts.is_public()
        || facts.home != Home::France;
    obstacle(!useful, "rien n’est contesté et la somme n’en exige pas ; à garder pour une opposition ou un procès.")
}

/// Why a helper suits.
fn reason(id: HelperId, facts: &Facts<'_>) -> String {
    let frozen = facts.frozen_by().is_some();
    let titled = facts.history.has(EventKind::TitleObtained);
    match id {
        HelperId::Oneself if frozen => "La déclaration de créance se fait sans avocat ni frais : gardez la preuve de l’envoi.",
        HelperId::Oneself if facts.not_due_yet() => "Un appel ou un message avant l’échéance suffit souvent.",
        HelperId::Oneself => "Relances, mise en demeure et requête en injonction de payer se font sans avocat.",
        HelperId::OnlineService => "Dossier simple et somme modeste : le service prépare et envoie vos lettres et vos requêtes.",
        HelperId::CollectionAgency if titled => "Elle peut relancer le client, mais seul un commissaire de justice peut saisir.",
        HelperId::CollectionAgency => {
            "Pour un client qui ne répond plus, ou beaucoup de petites factures : elle relance à l’amiable."
        }
        HelperId::JudicialOfficer if titled => "Vous avez un titre exécutoire : lui seul peut saisir comptes, biens et salaires.",
        HelperId::JudicialOfficer => "Pour une sommation, une signification, une assignation ou une procédure simplifiée.",
        HelperId::Lawyer => return lawyer_reason(facts),
        HelperId::CreditInsurer => "Seulement si vous étiez assuré avant la vente : déclarez-lui l’impayé tout de suite.",
        HelperId::Factoring => "La facture n’est pas échue : il peut vous l’avancer si la trésorerie manque.",
        HelperId::Assistant => "Pour tenir les dates, appeler avec courtoisie et mettre en forme vos lettres.",
    }
    .to_owned()
}

fn lawyer_reason(facts: &Facts<'_>) -> String {
    if facts.clock.is_short() {
        return "La prescription est proche : il peut assigner à temps.".to_owned();
    }
    if facts.insolvency().is_some() {
        return "Il peut déclarer la créance, sans pouvoir écrit, et répondre à une contestation.".to_owned();
    }
    if facts.home != Home::France {
        return "Le client est hors de France : il dira quel droit et quel tribunal.".to_owned();
    }
    if facts.is_public() {
        return "Contre une personne publique, il est en principe obligatoire devant le tribunal administratif.".to_owned();
    }
    if Forum::of(facts).lawyer(facts) == Lawyer::Required {
        let ceiling = french::money(facts.figures.money("lawyerCeiling"));
        return format!("Au-dessus de {ceiling}, il est obligatoire à l’audience ; pas pour une requête en injonction de payer.");
    }
    "Le client conteste : il dira ce que vaut sa contestation.".to_owned()
}

/// What a percentage of the claim comes to: `, soit 185,00 € à 462,50 € pour cette somme`.
fn share(facts: &Facts<'_>, figure: &str) -> String {
    let of = |end: &str| {
        let percent = facts.figures.decimal(&format!("{figure}{end}"));
        french::money(Money::round(facts.input.amount.decimal() * percent / Decimal::ONE_HUNDRED))
    };
    format!(", soit {} à {} pour cette somme", of("Min"), of("Max"))
}

fn price(id: HelperId, facts: &Facts<'_>) -> String {
    let range = |figure: &str| facts.figures.range(figure);
    let euro = format!("{}€", french::NARROW);
    let percent = format!("{}%", french::NO_BREAK);
    match id {
        HelperId::Oneself => "Gratuit, hors envois et actes.".to_owned(),
        HelperId::OnlineService => format!("{}{euro} par acte, parfois un abonnement (prix indicatif).", range("onlineService")),
        HelperId::CollectionAgency => format!(
            "{}{percent} de ce qui est recouvré{} (prix indicatif) ; rien ne peut être demandé au client.",
            range("collectionShare"),
            share(facts, "collectionShare")
        ),
        HelperId::JudicialOfficer => {
            let (act, fee) = (cost::service(facts, ""), cost::recovery_by_creditor(facts));
            format!(
                "Tarif réglementé : {} à {} par acte signifié pour cette somme, et au plus {} à votre charge si tout est recouvré.",
                french::money(act.min),
                french::money(act.max),
                french::money(fee.max)
            )
        }
        HelperId::Lawyer => format!(
            "{}{euro} hors taxes pour une mise en demeure, {}{euro} pour une injonction de payer, {}{euro} pour un procès (prix \
             indicatifs).",
            range("lawyerNotice"),
            range("lawyerOrder"),
            range("lawyerOrdinary")
        ),
        HelperId::CreditInsurer => {
            format!("{}{percent} du chiffre d’affaires assuré, par an (prix indicatif).", range("creditInsurance"))
        }
        HelperId::Factoring => format!(
            "{}{percent} de la facture{}, plus le financement (prix indicatif).",
            range("factoring"),
            share(facts, "factoring")
        ),
        HelperId::Assistant => format!("{}{euro} de l’heure (prix indicatif).", range("assistantHour")),
    }
}

fn duties(id: HelperId) -> &'static str {
    match id {
        HelperId::Oneself => "Gardez tout par écrit ; n’ajoutez aucun frais que la loi ne prévoit pas.",
        HelperId::OnlineService => {
            "Il agit en votre nom : relisez et validez chaque texte. Il ne peut pas donner de consultation juridique, réservée aux \
             professions du droit."
        }
        HelperId::CollectionAgency => {
            "Assurance, compte réservé aux fonds des clients, déclaration au procureur, convention écrite avec vous ; sa première \
             lettre détaille la dette et rappelle que ses frais restent à votre charge ; elle donne quittance de chaque paiement."
        }
        HelperId::JudicialOfficer => "Officier public : lui seul peut signifier et saisir ; il doit afficher ses tarifs.",
        HelperId::Lawyer => "Il peut donner une consultation juridique et plaider ; convention d’honoraires écrite obligatoire.",
        HelperId::CreditInsurer => {
            "Déclarez l’impayé dans le délai du contrat, sinon la garantie est perdue ; suivez ses consignes."
        }
        HelperId::Factoring => {
            "Regardez si vous devez rembourser en cas d’impayé ; le client doit être prévenu de payer l’affactureur."
        }
        HelperId::Assistant => {
            "Il écrit et appelle en votre nom, sans négocier ni encaisser : recouvrer pour autrui, même une fois, demande une \
             assurance, un compte réservé et une déclaration au procureur."
        }
    }
}
