//! Procedural terms (CPC 641, 642 and 643): months first, the same day of the month or its last day, and a term that
//! ends on a Saturday, a Sunday or a holiday runs to the next working day.
//!
//! Local holidays are read against the reader: a term they must keep is never put off by one, a term they must wait for
//! is.

use super::clock::Clock;
use super::facts::{Birth, Facts, Home};
use super::figures::Figures;
use super::history::History;
use super::{Bound, Deadline, DeadlineId, Insolvency};
use crate::working_day::{Territory, on_or_after, on_or_before};
use crate::{Day, EventKind, Place, french};

/// How terms are counted.
pub(super) const SOURCES: [&str; 2] = ["cpc-642", "cpc-643"];

/// The terms that run for these facts, in the order of [`DeadlineId::ALL`].
pub(super) fn deadlines(facts: &Facts<'_>) -> Vec<Deadline> {
    // A term can be asked for an act that is only planned: later events count here.
    let events = History::new(&facts.input.done, facts.input.done.iter().map(|done| done.on).max().unwrap_or(facts.as_of()));
    let mut deadlines = payment_order(facts, &events);
    deadlines.extend(insolvency(facts));
    if let Some(served) = events.last(&[EventKind::NonContestationServed]) {
        deadlines.push(non_contestation_report(facts, served));
    }
    if let Some(presented) = events.all().iter().find(|event| event.kind == EventKind::ChequePresented) {
        deadlines.push(cheque_certificate(facts, presented.on));
    }
    let demanded = events.last(&[EventKind::FormalNotice, EventKind::WrittenDemand, EventKind::RegisteredNotice]);
    if let Some(demanded) = demanded.filter(|_| facts.is_public()) {
        deadlines.push(public_complaint(facts, demanded));
    }
    deadlines
}

/// Holidays that put off what one must wait for: those of the debtor's place too.
fn waiting(facts: &Facts<'_>) -> Territory {
    facts.input.debtor.place.into()
}

/// A term one must keep, from its last day before the rule of weekends and holidays; its message comes next.
fn latest(id: DeadlineId, from: Day, unmoved: Day, source: &str) -> Deadline {
    let last_day = on_or_after(unmoved, Territory::France);
    Deadline { id, bound: Bound::Latest, from, last_day, unmoved, message: String::new(), source: source.to_owned() }
}

/// What a term one had to keep says once it is over.
fn is_over(what: &str, last_day: Day, then: &str) -> String {
    format!("Le dernier jour pour {what} était le {} : ce délai est passé. {then}", french::day(last_day))
}

fn payment_order(facts: &Facts<'_>, events: &History) -> Vec<Deadline> {
    let made = events.last(&[EventKind::PaymentOrderMade]);
    let served = events.last(&[EventKind::PaymentOrderServed]).filter(|served| made.is_none_or(|made| made <= *served));
    match (made, served) {
        (Some(made), None) => vec![payment_order_service(facts, made)],
        (Some(made), Some(served)) if late_service(facts.figures, events, served).is_some() => {
            vec![payment_order_service(facts, made)]
        }
        (_, Some(served)) if events.last(&[EventKind::OppositionFormed]).is_none_or(|opposition| opposition < served) => {
            vec![payment_order_opposition(facts, served), payment_order_enforcement(facts, made, served)]
        }
        _ => Vec::new(),
    }
}

/// That limitation ends before a term, and which act of that term interrupts it.
fn limitation_ends_first(facts: &Facts<'_>, last_day: Day, act: &str) -> String {
    match facts.clock {
        Clock::Ample(limitation) | Clock::Near(limitation) if limitation < last_day => {
            format!(" La prescription s’achève avant, le {}, et {act} : visez cette date-là.", french::day(limitation))
        }
        _ => String::new(),
    }
}

/// The last day to serve an order, before and after the rule of weekends and holidays. The term depends on the day of the
/// order (CPC 1411).
fn service_term(figures: Figures<'_>, made: Day) -> Deadline {
    let months = figures.number_on("paymentOrderServiceMonths", made);
    latest(DeadlineId::PaymentOrderService, made, made.plus_months(months), "cpc-1411")
}

/// The last day on which the order served on `served` could be, where that was too late: the order is void (CPC 1411), and
/// its service with it.
pub(super) fn late_service(figures: Figures<'_>, events: &History, served: Day) -> Option<Day> {
    let made = events.all().iter().rev().find(|event| event.kind == EventKind::PaymentOrderMade && event.on <= served)?.on;
    Some(service_term(figures, made).last_day).filter(|last_day| served > *last_day)
}

/// CPC 1411; only service interrupts limitation, which may end sooner.
pub(super) fn payment_order_service(facts: &Facts<'_>, made: Day) -> Deadline {
    let mut deadline = service_term(facts.figures, made);
    let last_day = deadline.last_day;
    deadline.message = if facts.as_of() > last_day {
        is_over(
            "faire signifier l’ordonnance",
            last_day,
            "Si elle ne l’a pas été à cette date, elle est non avenue et il faut tout recommencer.",
        )
    } else {
        let sooner = limitation_ends_first(facts, last_day, "seule la signification l’interrompt");
        format!(
            "Faites signifier l’ordonnance au plus tard le {} : après, elle est non avenue et il faut tout recommencer. \
             Confiez-la au commissaire de justice bien avant.{sooner}",
            french::day(last_day)
        )
    };
    deadline
}

/// How long the debtor may oppose an order once served (CPC 1416), distance included (CPC 643).
pub(super) fn opposition_months(facts: &Facts<'_>) -> u32 {
    let figures = facts.figures;
    let distance = match facts.input.debtor.place {
        Place::France | Place::AlsaceMoselle => 0,
        Place::Overseas => figures.number("distanceOverseasMonths"),
        Place::Eu | Place::Denmark | Place::Abroad => figures.number("distanceAbroadMonths"),
    };
    figures.number("paymentOrderOppositionMonths") + distance
}

/// CPC 1416 and 643.
fn payment_order_opposition(facts: &Facts<'_>, served: Day) -> Deadline {
    let unmoved = served.plus_months(opposition_months(facts));
    let last_day = on_or_after(unmoved, waiting(facts));
    Deadline {
        id: DeadlineId::PaymentOrderOpposition,
        bound: Bound::Latest,
        from: served,
        last_day,
        unmoved,
        message: if facts.as_of() > last_day {
            is_over(
                "former opposition",
                last_day,
                "Le client le peut encore si l’acte ne lui a pas été remis en personne. Gardez l’acte de signification.",
            )
        } else {
            format!(
                "Le client peut former opposition jusqu’au {} ; plus tard encore si l’acte ne lui a pas été remis en personne. \
                 Gardez l’acte de signification : l’audience l’exigerait.",
                french::day(last_day)
            )
        },
        source: "cpc-1416".to_owned(),
    }
}

/// CPC 1422: after the wait, and never before the debtor's term is over.
pub(super) fn payment_order_enforcement(facts: &Facts<'_>, made: Option<Day>, served: Day) -> Deadline {
    let row = facts.figures.row_on("paymentOrderEnforcementMonths", made.unwrap_or(served));
    let months = facts.figures.number_on("paymentOrderEnforcementMonths", made.unwrap_or(served));
    let regime = row.and_then(|row| row.note.as_deref()).map(|note| format!(" {note}")).unwrap_or_default();
    let opposition = payment_order_opposition(facts, served);
    let end = served.plus_months(months);
    let unmoved = end.max(opposition.unmoved).next();
    let last_day = on_or_after(end, waiting(facts)).max(opposition.last_day).next();
    Deadline {
        id: DeadlineId::PaymentOrderEnforcement,
        bound: Bound::Earliest,
        from: served,
        last_day,
        unmoved,
        message: format!(
            "L’injonction de payer peut être exécutée à partir du {}, si le greffe ne vous a avisé d’aucune opposition.{regime}",
            french::day(last_day)
        ),
        source: "cpc-1422".to_owned(),
    }
}

/// The terms of French proceedings; those opened abroad follow the law of their country.
fn insolvency(facts: &Facts<'_>) -> Vec<Deadline> {
    match facts.insolvency_given() {
        Some(_) if facts.home != Home::France => Vec::new(),
        Some(insolvency) if facts.birth(insolvency) != Birth::After => {
            let mut deadlines = Vec::new();
            if facts.declared().is_none() {
                deadlines.push(claim_declaration(facts, insolvency));
                deadlines.push(foreclosure_relief(facts, insolvency));
            }
            deadlines.push(retention_of_title_claim(facts, insolvency));
            deadlines
        }
        _ => Vec::new(),
    }
}

/// C. com. R622-24, R662-1: the day of posting counts.
pub(super) fn claim_declaration(facts: &Facts<'_>, insolvency: &Insolvency) -> Deadline {
    let from = insolvency.published_on;
    let unmoved = from.plus_months(facts.figures.number("claimDeclarationMonths"));
    let mut deadline = latest(DeadlineId::ClaimDeclaration, from, unmoved, "ccom-r622-24");
    let last_day = deadline.last_day;
    let distance = format!(
        "Un créancier établi hors du territoire du tribunal (étranger, outre-mer ou métropole) a {} de plus.",
        french::count(facts.figures.number("claimDeclarationDistanceMonths").into(), "mois", "mois")
    );
    deadline.message = if facts.as_of() > last_day {
        is_over("envoyer la déclaration de créance", last_day, &distance)
    } else {
        // A day in hand: registered letters leave on working days alone.
        let aim = on_or_before(last_day.eve(), Territory::France);
        let sooner = limitation_ends_first(facts, last_day, "la déclaration l’interrompt");
        let aim = if !sooner.is_empty() {
            sooner
        } else if aim > facts.as_of() {
            format!(" Visez le {}.", french::day(aim))
        } else {
            " Envoyez-la tout de suite.".to_owned()
        };
        format!(
            "Envoyez la déclaration de créance au plus tard le {} : la date d’envoi compte.{aim} {distance}",
            french::day(last_day)
        )
    };
    deadline
}

/// C. com. L622-26.
pub(super) fn foreclosure_relief(facts: &Facts<'_>, insolvency: &Insolvency) -> Deadline {
    let from = insolvency.published_on;
    let unmoved = from.plus_months(facts.figures.number("foreclosureReliefMonths"));
    let mut deadline = latest(DeadlineId::ForeclosureRelief, from, unmoved, "ccom-l622-26");
    let last_day = deadline.last_day;
    deadline.message = if facts.as_of() > last_day {
        is_over("demander le relevé de forclusion", last_day, "Demandez à un avocat si un délai plus long vous est ouvert.")
    } else {
        format!(
            "Si vous avez manqué la déclaration, demandez le relevé de forclusion au juge-commissaire au plus tard le {}.",
            french::day(last_day)
        )
    };
    deadline
}

/// C. com. L624-9.
pub(super) fn retention_of_title_claim(facts: &Facts<'_>, insolvency: &Insolvency) -> Deadline {
    let from = insolvency.published_on;
    let unmoved = from.plus_months(facts.figures.number("retentionOfTitleClaimMonths"));
    let mut deadline = latest(DeadlineId::RetentionOfTitleClaim, from, unmoved, "ccom-l624-9");
    let last_day = deadline.last_day;
    deadline.message = if facts.as_of() > last_day {
        is_over(
            "revendiquer les biens livrés sous réserve de propriété",
            last_day,
            "Votre droit de propriété ne peut plus être opposé à la procédure, sauf contrat publié.",
        )
    } else {
        format!(
            "Si vos conditions vous réservent la propriété des biens livrés, revendiquez-les au plus tard le {}.",
            french::day(last_day)
        )
    };
    deadline
}

/// CPCE L126-2 and L126-3: the month to contest, then eight days, one after the other.
pub(super) fn non_contestation_report(facts: &Facts<'_>, served: Day) -> Deadline {
    let month_ends = served.plus_months(facts.figures.number("uncontestedAnswerMonths"));
    let days = facts.figures.number("uncontestedReportDays");
    let last_day = on_or_after(month_ends, waiting(facts)).plus_days(days);
    Deadline {
        id: DeadlineId::NonContestationReport,
        bound: Bound::Earliest,
        from: served,
        last_day,
        unmoved: month_ends.plus_days(days),
        message: format!(
            "Sans paiement ni contestation, le procès-verbal de non-contestation peut être dressé à partir du {} ; par \
             prudence, le lendemain.",
            french::day(last_day)
        ),
        source: "cpce-l126-3".to_owned(),
    }
}

/// CMF L131-73: once thirty days have gone by since the first presentation.
pub(super) fn cheque_certificate(facts: &Facts<'_>, presented: Day) -> Deadline {
    let end = presented.plus_days(facts.figures.number("chequeCertificateDays"));
    let last_day = on_or_after(end, waiting(facts)).next();
    Deadline {
        id: DeadlineId::ChequeCertificate,
        bound: Bound::Earliest,
        from: presented,
        last_day,
        unmoved: end.next(),
        message: format!(
            "Sans régularisation jusqu’au {} inclus, demandez le certificat de non-paiement à la banque du client à partir du \
             {}.",
            french::day(last_day.eve()),
            french::day(last_day)
        ),
        source: "cmf-l131-73".to_owned(),
    }
}

/// CCAG, article 46: from the day the dispute appears, at the earliest that of the demand.
fn public_complaint(facts: &Facts<'_>, demanded: Day) -> Deadline {
    let unmoved = demanded.plus_months(facts.figures.number("publicComplaintMonths"));
    let mut deadline = latest(DeadlineId::PublicComplaint, demanded, unmoved, "ccag-fcs-46");
    let last_day = deadline.last_day;
    deadline.message = if facts.as_of() > last_day {
        is_over(
            "adresser le mémoire en réclamation",
            last_day,
            "Il était compté par prudence depuis votre demande : si le marché se réfère au cahier des clauses générales, faites \
             vérifier par un avocat quand le différend est né.",
        )
    } else {
        format!(
            "Si le marché se réfère au cahier des clauses générales et que l’administration refuse ou se tait, adressez le \
             mémoire en réclamation au plus tard le {}, compté par prudence depuis votre demande.",
            french::day(last_day)
        )
    };
    deadline
}

/// CPCE R511-7: proceedings to a title after a protective measure.
pub(super) fn protective_suit(facts: &Facts<'_>, measure: Day) -> Day {
    on_or_after(measure.plus_months(facts.figures.number("protectiveSuitMonths")), Territory::France)
}
