//! A debtor in insolvency proceedings (C. com. L622-7 to L622-28, R622-24), or struck off the register (C. com. L237-2).

use crate::french;
use crate::procedures::condition::{Check, Condition};
use crate::procedures::cost;
use crate::procedures::court::Forum;
use crate::procedures::deadlines;
use crate::procedures::facts::{Birth, Facts, Home, Standing};
use crate::procedures::route::Route;
use crate::procedures::rules::not_time_barred;
use crate::procedures::{Cost, InsolvencyKind, Lawyer, LimitationEffect, OptionId, YesNo};

fn insolvency_opened(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::InsolvencyOpened, "ccom-l622-24");
    match facts.insolvency() {
        Some(insolvency) if facts.home != Home::France => condition.to_check(
            "ue-2015-848",
            &format!(
                "une procédure est ouverte depuis le {} dans un autre pays : ses règles et ses délais de déclaration \
                 s’appliquent.",
                french::day(insolvency.opened_on)
            ),
        ),
        Some(insolvency) => {
            let kind = match insolvency.kind {
                InsolvencyKind::Safeguard => "Une sauvegarde",
                InsolvencyKind::Reorganisation => "Un redressement judiciaire",
                InsolvencyKind::Liquidation => "Une liquidation judiciaire",
                InsolvencyKind::Unknown => "Une procédure collective",
            };
            let (opened, published) = (french::day(insolvency.opened_on), french::day(insolvency.published_on));
            condition.met(source, format!("{kind}, ouverture le {opened}, publication au BODACC le {published}."))
        }
        None => condition.failed(source, "Aucune procédure collective n’est signalée."),
    }
}

fn born_before_opening(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::BornBeforeOpening, "ccom-l622-24");
    match facts.insolvency().map(|insolvency| facts.birth(insolvency)) {
        Some(Birth::Before) => condition.met(source, "La créance est née avant le jugement d’ouverture."),
        Some(Birth::Unknown) => condition.to_check(
            source,
            "la date d’exécution n’est pas connue ; dans le doute, déclarez, car une créance antérieure non déclarée est perdue \
             pour la procédure.",
        ),
        Some(Birth::After) => condition.failed(
            "ccom-l622-17",
            "La créance est née après le jugement d’ouverture : si elle est utile à la procédure, elle se paie à l’échéance \
             sans être déclarée.",
        ),
        None => condition.failed(source, "Aucune procédure collective n’est signalée."),
    }
}

fn declaration_open(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::DeclarationOpen, "ccom-r622-24");
    let Some(insolvency) = facts.insolvency() else {
        return condition.met(source, "Aucun délai de déclaration ne court.");
    };
    if let Some(day) = facts.declared() {
        return condition.met(source, format!("Vous avez déclaré la créance le {}.", french::day(day)));
    }
    if facts.home != Home::France {
        let days = french::count(facts.figures.number("foreignDeclarationDays").into(), "jour", "jours");
        return condition.to_check(
            "ue-2015-848",
            &format!("le délai est celui du pays d’ouverture, dans l’Union au moins {days} après la publication ; écrivez sans attendre."),
        );
    }
    let declaration = deadlines::claim_declaration(facts, insolvency).last_day;
    let relief = deadlines::foreclosure_relief(facts, insolvency).last_day;
    if facts.as_of() <= declaration {
        condition.met(source, format!("La déclaration peut être envoyée jusqu’au {}.", french::day(declaration)))
    } else if facts.as_of() <= relief {
        condition.to_check(
            "ccom-l622-26",
            &format!(
                "le délai est passé depuis la fin du {} : demandez d’être relevé de la forclusion, au plus tard le {}, en montrant que le \
                 retard ne vient pas de vous.",
                french::day(declaration),
                french::day(relief)
            ),
        )
    } else {
        condition.failed(
            "ccom-l622-26",
            format!(
                "Le délai de déclaration et celui du relevé de forclusion sont passés, ce dernier depuis la fin du {}.",
                french::day(relief)
            ),
        )
    }
}

/// What comes before a declaration that was missed (C. com. L622-24 and L622-26).
fn relief(facts: &Facts<'_>) -> Option<&'static str> {
    let missed = facts.insolvency().filter(|_| facts.home == Home::France && facts.declared().is_none());
    missed.filter(|insolvency| facts.as_of() > deadlines::claim_declaration(facts, insolvency).last_day).map(|_| {
        "Le délai est passé : adressez d’abord au juge-commissaire une requête en relevé de forclusion, à vos frais ; si elle est \
         accordée, le délai pour déclarer est réduit de moitié."
    })
}

pub(super) fn claim_declaration(facts: &Facts<'_>) -> Route {
    let liquidation = facts.insolvency().is_some_and(|insolvency| insolvency.kind == InsolvencyKind::Liquidation);
    let addressee = if liquidation { "au liquidateur" } else { "au mandataire judiciaire" };
    Route::new(OptionId::ClaimDeclaration)
        .made_for(facts, &[insolvency_opened, born_before_opening])
        .requires(facts, &[declaration_open])
        .cost(Cost::of(vec![cost::usual(facts, "registeredLetter", "Lettre recommandée avec avis de réception")]))
        .lasts(facts.figures.duration("claimDeclaration"))
        .effect(LimitationEffect::Interrupts)
        .steps(relief(facts))
        .steps([
            format!(
                "Adressez la déclaration {addressee} désigné dans l’annonce du BODACC, en recommandé : la date d’envoi compte."
            ),
            "Déclarez tout ce qui est dû au jour du jugement, et ce qui reste à échoir, avec les dates.".to_owned(),
            "Indiquez les sûretés ; demandez à part la restitution des biens sous réserve de propriété.".to_owned(),
            "Certifiez la créance sincère, datez, signez, joignez les pièces et leur liste ; gardez la preuve du contenu."
                .to_owned(),
            format!(
                "Si le mandataire conteste, répondez sous {} : sans réponse, vous ne pourrez plus discuter.",
                french::count(facts.figures.number("claimContestDays").into(), "jour", "jours")
            ),
            "N’acceptez aucun paiement de cette créance : il pourrait être annulé.".to_owned(),
        ])
        .documents([
            "L’annonce du BODACC",
            "Les factures, le contrat et les bons de livraison, en copie",
            "Le décompte arrêté au jour du jugement",
            "Le pouvoir écrit, si le signataire n’est ni vous, ni un salarié, ni un avocat",
        ])
        .forms(["Cerfa n° 10021*01 (modèle de repère)"])
}

fn struck_off(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::StruckOff, "ccom-l237-2");
    match facts.input.debtor.struck_off {
        _ if facts.is_dissolved() => condition.met(source, "Le client est une personne morale radiée ou dissoute."),
        Some(YesNo::Yes) if facts.is_consumer() || facts.debtor == Standing::Public => {
            condition.failed(source, "Un consommateur ou une personne publique ne se radie pas : cette réponse ne change rien.")
        }
        Some(YesNo::Yes) => {
            condition.failed(source, "Une personne physique radiée reste tenue de ses dettes : elle peut être poursuivie.")
        }
        Some(YesNo::Unknown) if !facts.is_consumer() => {
            condition.to_check(source, "l’annuaire des entreprises dit si la société est radiée.")
        }
        _ => condition.failed(source, "Rien n’indique que le client soit radié."),
    }
}

pub(super) fn ad_hoc_representative(facts: &Facts<'_>) -> Route {
    let court = match Forum::of(facts) {
        Forum::Commercial | Forum::Choice => "Président du tribunal de commerce de l’ancien siège",
        _ => "Président du tribunal judiciaire de l’ancien siège",
    };
    Route::new(OptionId::AdHocRepresentative)
        .made_for(facts, &[struck_off])
        .requires(facts, &[not_time_barred])
        .court(court.to_owned())
        .lawyer(Lawyer::Unsure)
        .cost(Cost::of(vec![cost::usual(facts, "adHocFee", "Requête et provision pour le mandataire")]))
        .lasts(facts.figures.duration("adHocRepresentative"))
        .steps([
            "Vérifiez d’abord s’il reste de l’actif : sans rien à saisir, le procès coûte plus qu’il ne rapporte.",
            "Demandez par requête la désignation d’un mandataire qui représentera la société radiée.",
            "Agissez ensuite contre la société, prise en la personne de ce mandataire.",
            "Si le liquidateur amiable a oublié votre créance, sa responsabilité personnelle peut être engagée.",
        ])
        .documents(["L’extrait du registre avec la radiation", "Les factures impayées", "La preuve d’un actif restant"])
}
