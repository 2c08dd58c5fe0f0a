//! Others who may have to pay: the parties to a carriage (C. com. L132-8), the customer of a main contractor (loi 75-1334),
//! a guarantor (C. civ. 2288), the partners of a civil company (C. civ. 1857).

use crate::french;
use crate::procedures::condition::{Check, Condition};
use crate::procedures::facts::Facts;
use crate::procedures::route::Route;
use crate::procedures::rules::{due, not_time_barred};
use crate::procedures::{Basis, Cost, InsolvencyKind, LimitationEffect, OptionId, YesNo, cost};
use crate::{EventKind, PartyKind};

fn direct_action_granted(facts: &Facts<'_>) -> Check {
    let condition = Condition::DirectActionGranted;
    match facts.input.basis {
        Basis::Carriage => condition.met(
            "ccom-l132-8",
            "Le transporteur peut demander son prix à l’expéditeur comme au destinataire, quel que soit celui qui l’a commandé.",
        ),
        Basis::Subcontract => condition.met(
            "loi-75-1334",
            "Le sous-traitant impayé peut demander son prix au maître d’ouvrage, s’il a été accepté et ses conditions agréées.",
        ),
        _ => condition.failed("ccom-l132-8", "Ce contrat ne donne pas d’action directe contre un tiers."),
    }
}

pub(super) fn direct_action(facts: &Facts<'_>) -> Route {
    let (steps, documents) = if facts.is_basis(Basis::Carriage) { carriage() } else { subcontract(facts) };
    Route::new(OptionId::DirectAction)
        .made_for(facts, &[direct_action_granted])
        .requires(facts, &[due, not_time_barred])
        .cost(Cost::of(vec![cost::usual(facts, "registeredLetter", "Lettre recommandée avec avis de réception")]))
        .lasts(facts.figures.duration("directAction"))
        .effect(LimitationEffect::None)
        .steps(steps)
        .documents(documents)
}

/// Against the sender and the consignee (C. com. L132-8).
fn carriage() -> (Vec<String>, Vec<&'static str>) {
    let steps = [
        "Relevez sur la lettre de voiture l’expéditeur et le destinataire : chacun est garant du prix du transport, même s’il a \
         déjà payé l’intermédiaire.",
        "Vérifiez que vous avez transporté vous-même la marchandise : l’action n’appartient qu’au transporteur.",
        "Mettez en demeure celui qui peut payer, avec la lettre de voiture et la facture ; aucune clause ne peut vous priver de \
         ce droit.",
        "À défaut, assignez-le avant la fin de la prescription, qui est brève : agir contre l’un ne l’arrête pas pour \
         l’autre, et la mise en demeure ne l’arrête pour personne.",
        "L’action reste ouverte même si votre client est en procédure collective.",
    ];
    let documents =
        ["La lettre de voiture, avec l’expéditeur et le destinataire", "La facture de transport", "La mise en demeure"];
    (steps.map(str::to_owned).to_vec(), documents.to_vec())
}

/// Against the main contractor's own customer: private works (loi 75-1334, articles 3 and 11 to 14), public ones (CCP
/// R2193-10 to R2193-16).
fn subcontract(facts: &Facts<'_>) -> (Vec<String>, Vec<&'static str>) {
    let figures = facts.figures;
    let steps = vec![
        "Vérifiez que le maître d’ouvrage vous a accepté et a agréé vos conditions de paiement : sans cela, il peut refuser ; \
         s’il vous savait sur le chantier sans rien demander, sa responsabilité peut être engagée."
            .to_owned(),
        "Marché privé : mettez l’entrepreneur principal en demeure de payer, en recommandé, avec copie au maître d’ouvrage le \
         même jour."
            .to_owned(),
        format!(
            "Sans paiement {} après, demandez votre dû au maître d’ouvrage : il doit vous payer dans la limite de ce qu’il \
             devait encore à l’entrepreneur en recevant la copie.",
            french::count(figures.number("subcontractDirectActionMonths").into(), "mois", "mois")
        ),
        format!(
            "Marché public, à partir de {} : pas d’action directe mais un paiement direct. Adressez la demande au titulaire en \
             recommandé ou contre récépissé, et à l’acheteur public ; le titulaire a {} pour la refuser, son silence vaut \
             accord. Un simple e-mail ne suffit pas.",
            french::money(figures.money("directPaymentFloor")),
            french::count(figures.number("directPaymentAnswerDays").into(), "jour", "jours")
        ),
        "Cherchez la caution bancaire ou la délégation de paiement : l’entrepreneur devait vous en fournir une, à peine de \
         nullité du sous-traité."
            .to_owned(),
        "L’action reste ouverte même si l’entrepreneur est en procédure collective.".to_owned(),
    ];
    let documents = vec![
        "Le contrat de sous-traitance et l’acte qui vous accepte",
        "La mise en demeure et sa copie au maître d’ouvrage, avec les avis de réception",
        "Les factures et les situations de travaux",
        "La preuve de ce que le maître d’ouvrage doit encore",
    ];
    (steps, documents)
}

fn guaranteed(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::Guaranteed, "cciv-2288");
    match facts.input.debtor.guarantor {
        Some(YesNo::Yes) => condition.met(source, "Une caution s’est engagée pour cette dette."),
        Some(YesNo::Unknown) => condition.to_check(source, "le contrat ou un acte séparé contient peut-être un cautionnement."),
        Some(YesNo::No) | None => condition.failed(source, "Aucune caution n’est signalée pour cette dette."),
    }
}

/// Until the plan or the liquidation, a natural person who stands surety is protected too (C. com. L622-28).
fn guarantor_reachable(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::GuarantorReachable, "ccom-l622-28");
    match facts.frozen_by().map(|insolvency| insolvency.kind) {
        None => condition.met(source, "Aucune procédure collective ne protège la caution."),
        Some(InsolvencyKind::Liquidation) => condition.met(source, "En liquidation, la caution peut être poursuivie."),
        Some(InsolvencyKind::Safeguard | InsolvencyKind::Reorganisation | InsolvencyKind::Unknown) => condition.to_check(
            source,
            "pendant la période d’observation, une caution qui est une personne physique ne peut pas être poursuivie.",
        ),
    }
}

pub(super) fn guarantor(facts: &Facts<'_>) -> Route {
    Route::new(OptionId::Guarantor)
        .made_for(facts, &[guaranteed])
        .requires(facts, &[due, not_time_barred, guarantor_reachable])
        .cost(Cost::of(vec![cost::usual(facts, "registeredLetter", "Lettre recommandée avec avis de réception")]))
        .lasts(facts.figures.duration("guarantor"))
        .effect(LimitationEffect::None)
        .steps([
            "Relisez l’acte : montant, durée, mentions, signature, caution simple ou solidaire. Un engagement disproportionné \
             aux moyens d’une personne peut être réduit."
                .to_owned(),
            format!(
                "Si c’est une personne, prévenez-la dès que l’impayé dure depuis {}, puis chaque année : sinon, vous \
                 perdez envers elle les intérêts et les pénalités.",
                french::count(facts.figures.number("guarantorNoticeMonths").into(), "mois", "mois")
            ),
            "Mettez la caution en demeure ; si elle est simple, elle peut exiger que vous saisissiez d’abord les biens du \
             client."
                .to_owned(),
            "À défaut, demandez contre elle une injonction de payer ou un jugement, devant le tribunal dont elle relève."
                .to_owned(),
            "En sauvegarde ou en redressement du client, une personne caution ne peut être poursuivie qu’après le plan ou la \
             liquidation ; une saisie conservatoire reste possible. Déclarez quand même la créance."
                .to_owned(),
            "Une action contre le client interrompt aussi la prescription envers la caution.".to_owned(),
        ])
        .documents([
            "L’acte de cautionnement",
            "Les factures impayées et le décompte",
            "La mise en demeure du client",
            "La preuve que la caution a été prévenue",
        ])
}

fn liable_partners(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::LiablePartners, "cciv-1857");
    match facts.input.debtor.kind {
        PartyKind::CivilCompany => {
            condition.met(source, "Les associés d’une société civile répondent de ses dettes, chacun pour sa part.")
        }
        PartyKind::Company => condition.failed(
            source,
            "Les associés d’une SARL, d’une SAS ou d’une SA ne répondent pas de ses dettes ; seuls ceux d’une SNC en répondent.",
        ),
        _ => condition.failed(source, "Le client n’est pas une société civile."),
    }
}

/// The company is pursued in vain first (C. civ. 1858); declaring the claim in its liquidation is enough.
fn pursued_in_vain(facts: &Facts<'_>) -> Check {
    let (condition, source) = (Condition::PursuedInVain, "cciv-1857");
    let liquidated = facts.insolvency().is_some_and(|insolvency| insolvency.kind == InsolvencyKind::Liquidation);
    if liquidated && facts.declared().is_some() {
        condition.met(source, "La créance est déclarée à la liquidation de la société : les associés peuvent être poursuivis.")
    } else if facts.history.has(EventKind::EnforcementAct) {
        condition.to_check(source, "l’exécution contre la société est restée sans effet (compte vide, aucun bien).")
    } else {
        condition.failed(source, "Il faut d’abord avoir poursuivi la société en vain : un titre, puis une saisie sans résultat.")
    }
}

pub(super) fn company_partners(facts: &Facts<'_>) -> Route {
    Route::new(OptionId::CompanyPartners)
        .made_for(facts, &[liable_partners])
        .requires(facts, &[due, pursued_in_vain])
        .cost(Cost::of(cost::summons(facts, false)))
        .lasts(facts.figures.duration("companyPartners"))
        .effect(LimitationEffect::Interrupts)
        .steps([
            "Prouvez que la société ne peut pas payer : un titre et une saisie vaine, ou la déclaration à sa liquidation."
                .to_owned(),
            "Relevez dans les statuts les associés à la date d’échéance, ou de cessation des paiements, et la part de chacun : \
             ils ne sont pas solidaires."
                .to_owned(),
            "Demandez à chacun sa part, par lettre recommandée puis par assignation devant le tribunal judiciaire.".to_owned(),
            format!(
                "Agissez dans les {} qui suivent la publication de la dissolution ; le titre contre la société ne permet pas \
                 de saisir les associés.",
                french::count(facts.figures.number("partnersYears").into(), "an", "ans")
            ),
        ])
        .documents([
            "Les statuts à jour",
            "Le titre contre la société",
            "Le procès-verbal de saisie infructueuse ou la déclaration de créance",
        ])
}
