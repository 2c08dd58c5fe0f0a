//! What the reader must know besides: assumptions, open questions of the law, and what a missing fact would change.

use super::clock::Clock;
use super::facts::{Birth, Due, Facts, Home};
use super::{Answer, Contested, Deadline, Step, deadlines, open_law};
use crate::{EventKind, Note, PartyKind, Place, PublicKind, french};

/// Every remark these facts call for.
pub(super) fn notes(facts: &Facts<'_>, plan: &[Step], deadlines: &[Deadline]) -> Vec<Note> {
    let mut notes = Vec::new();
    notes.extend(time(facts));
    notes.extend(dispute(facts));
    notes.extend(insolvency(facts));
    if plan.is_empty() && notes.iter().all(|note| note.code != "declarationLost") {
        notes.push(nothing_to_do(facts));
    }
    notes.extend(parties(facts));
    if facts.frozen_by().is_none() {
        notes.extend(open_law::notes(facts));
        notes.extend(open_law::ceilings(facts));
    }
    notes.extend(open_law::past(facts));
    notes.extend(open_law::local_holidays(facts, deadlines));
    notes.extend(done(facts));
    notes.extend(left_out(facts));
    notes.push(Note::info(
        "durationsIndicative",
        "Les durées des voies sont indicatives : elles viennent de la pratique, non d’un texte, et changent d’un tribunal à \
         l’autre.",
    ));
    notes
}

/// Why the plan is empty, and what to watch.
fn nothing_to_do(facts: &Facts<'_>) -> Note {
    if facts.frozen_by().is_some() && facts.declared().is_some() {
        return Note::info(
            "declaredAndWaiting",
            format!(
                "La créance est déclarée : il n’y a rien d’autre à faire pour l’instant. Surveillez le courrier du mandataire \
                 judiciaire (s’il conteste la créance, répondez sous {}) et, au BODACC, l’adoption d’un plan ou la clôture.",
                french::count(facts.figures.number("claimContestDays").into(), "jour", "jours")
            ),
        );
    }
    Note::warning(
        "nothingOpen",
        "Aucune voie ne convient à ces faits : chaque option dit ce qui la ferme. Demandez conseil à un avocat.",
    )
}

fn time(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    match facts.due {
        Due::Since(_) | Due::Unknown => {}
        Due::From(day) => notes.push(Note::info(
            "notDue",
            format!("La facture n’est pas encore en retard : le client peut payer jusqu’au {} inclus.", french::day(day)),
        )),
    }
    match facts.clock {
        Clock::Ample(_) | Clock::Pending => {}
        Clock::Near(day) => notes.push(Note::warning(
            "limitationNear",
            format!(
                "La prescription est proche : le dernier jour pour agir est le {} inclus, sans report s’il tombe un week-end. {}",
                french::day(day),
                what_stops_it(facts)
            ),
        )),
        Clock::Arguable(day) => {
            let act = if facts.frozen_by().is_some() {
                "Seule la déclaration de créance est possible ici : ne tardez pas, avec un avocat."
            } else {
                "Agissez tout de suite, avec un avocat."
            };
            notes.push(Note::warning(
                "limitationArguable",
                format!(
                    "Par prudence, la prescription est tenue pour acquise depuis la fin du {} ; une lecture plus favorable peut se \
                     plaider. {act}",
                    french::day(day)
                ),
            ));
        }
        Clock::Barred(day) => {
            let left = if facts.is_public() {
                "L’administration ne peut pas y renoncer, mais peut vous en relever pour des circonstances particulières."
            } else {
                "Un paiement volontaire reste valable."
            };
            notes.push(Note::warning(
                "timeBarred",
                format!(
                    "La prescription est acquise depuis la fin du {} : un tribunal rejettera la demande si le client l’invoque. \
                     {left}",
                    french::day(day)
                ),
            ));
        }
        Clock::Unknown => notes.push(Note::warning(
            "limitationUnknown",
            "Les dates manquent pour calculer la prescription : indiquez l’échéance et la date d’exécution. Elle peut n’être \
             que d’un an.",
        )),
    }
    notes
}

/// Which acts stop limitation, and which only seem to.
fn what_stops_it(facts: &Facts<'_>) -> &'static str {
    if facts.frozen_by().is_some() {
        return "La procédure collective interdit assignation et exécution : ici, c’est la déclaration de créance qui \
                l’interrompt, envoyée au plus tard ce jour-là.";
    }
    if facts.is_public() {
        return "Une demande écrite de paiement à l’administration suffit à l’interrompre.";
    }
    "Seuls une assignation signifiée, une reconnaissance écrite ou un acte d’exécution l’arrêtent ; une relance, une mise en \
     demeure et une requête en injonction de payer n’y changent rien, car seule la signification de l’ordonnance compte."
}

fn dispute(facts: &Facts<'_>) -> Option<Note> {
    (facts.input.contested == Contested::Partly).then(|| {
        Note::info(
            "contestedPartly",
            "Le client conteste une partie : la partie admise peut être obtenue en référé, la partie discutée demande un accord \
             ou un procès au fond. S’il reconnaissait tout, une injonction de payer suffirait ; s’il contestait tout \
             sérieusement, le référé serait fermé.",
        )
    })
}

fn insolvency(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let Some(given) = facts.insolvency_given() else {
        if facts.input.debtor.insolvency.is_some() {
            notes.push(Note::warning(
                "publicInsolvency",
                "Une personne publique ne peut pas être en procédure collective : celle que vous indiquez n’est pas prise en \
                 compte. Vérifiez qui est votre client.",
            ));
        }
        return notes;
    };
    if facts.insolvency().is_none() {
        notes.push(Note::warning(
            "futureInsolvency",
            format!(
                "La procédure collective ouverte le {} est postérieure à la date choisie : elle n’est pas prise en compte, sauf \
                 pour ses délais.",
                french::day(given.opened_on)
            ),
        ));
        return notes;
    }
    if facts.frozen_by().is_some()
        && facts.home == Home::France
        && facts.declared().is_none()
        && facts.as_of() > deadlines::foreclosure_relief(facts, given).last_day
    {
        notes.push(Note::warning(
            "declarationLost",
            "La créance n’a pas été déclarée à temps et le relevé de forclusion n’est plus ouvert : la procédure ne la paiera pas. \
             Elle n’est pas éteinte : surveillez la fin de la procédure au BODACC, et demandez à un avocat s’il reste un recours.",
        ));
    }
    match facts.birth(given) {
        Birth::Before | Birth::Unknown => {}
        Birth::After => notes.push(Note::warning(
            "laterClaim",
            "La créance est née après l’ouverture : utile à la procédure, elle se paie à l’échéance et peut être réclamée à \
             l’administrateur ou au client. Sinon, elle doit être déclarée : demandez au mandataire judiciaire.",
        )),
    }
    if facts.input.debtor.place == Place::Overseas {
        notes.push(Note::info(
            "declarationDistance",
            format!(
                "Si la procédure est ouverte par un tribunal d’outre-mer et que vous êtes établi ailleurs, le délai de \
                 déclaration est allongé de {} : la date indiquée est la plus prudente.",
                french::count(facts.figures.number("claimDeclarationDistanceMonths").into(), "mois", "mois")
            ),
        ));
    }
    if facts.is_consumer() {
        notes.push(Note::warning(
            "consumerInsolvency",
            "Un consommateur relève du surendettement, pas d’une procédure collective : vérifiez de quelle procédure il s’agit.",
        ));
    }
    notes
}

fn parties(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    if facts.is_public() && facts.input.debtor.public_kind == Some(PublicKind::PublicUndertaking) {
        notes.push(Note::info(
            "publicUndertaking",
            "Une entreprise publique constituée en société relève en général du droit privé : dans ce cas, choisissez \
             « société » comme client.",
        ));
    }
    if facts.input.debtor.kind == PartyKind::Association {
        notes.push(Note::info(
            "associationStatus",
            "Une association qui n’agit pas pour une activité économique peut être protégée comme un non-professionnel ; elle \
             relève du tribunal judiciaire.",
        ));
    }
    if unwritten_promise(facts) {
        notes.push(Note::info(
            "promiseUnwritten",
            "Dite de vive voix, une promesse ou une demande de délai ne fait pas repartir la prescription\u{a0}: il y faut un écrit daté \
             où le client reconnaît clairement la dette, ou un paiement. Demandez-lui de confirmer par écrit.",
        ));
    }
    if facts.input.debtor.answer == Some(Answer::PaidPart) {
        notes.push(Note::info(
            "partPayment",
            "Un paiement partiel fait par le client vaut reconnaissance de toute la dette et fait repartir la prescription : \
             gardez-en la preuve.",
        ));
    }
    notes
}

/// Whether the debtor offers something, and nothing done so far acknowledges the debt (C. civ. 2240).
fn unwritten_promise(facts: &Facts<'_>) -> bool {
    use EventKind::{Acknowledgment, PartPayment, PaymentPlanSigned};
    matches!(facts.input.debtor.answer, Some(Answer::Promises | Answer::AsksTime))
        && facts.history.latest_of(&[Acknowledgment, PartPayment, PaymentPlanSigned]).is_none()
        && matches!(facts.clock, Clock::Ample(_) | Clock::Near(_))
        && facts.frozen_by().is_none()
}

/// Facts that are not taken into account, and said so.
fn left_out(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    if facts.input.limitation.is_none() && facts.clock != Clock::Unknown {
        notes.push(Note::info(
            "limitationAssumed",
            "La prescription est calculée d’après la nature du contrat et des parties, et ce qui a été fait.",
        ));
    }
    if facts.input.done.iter().any(|done| done.on > facts.as_of()) {
        notes.push(Note::info(
            "futureEvent",
            "Un événement daté après la date choisie n’est pas tenu pour fait ; seuls ses délais sont calculés.",
        ));
    }
    if facts.input.limitation.as_ref().is_some_and(|limitation| limitation.as_of != facts.as_of()) {
        notes.push(Note::info(
            "limitationDay",
            "La prescription est calculée à la date choisie ici, et non à celle de ses propres données.",
        ));
    }
    if let Some(given) = &facts.input.limitation
        && facts.input.done.iter().any(|done| given.events.iter().all(|event| (event.kind, event.on) != (done.kind, done.on)))
    {
        notes.push(Note::info(
            "limitationEventsApart",
            "La prescription est calculée d’après ses propres événements : ceux qui ne figurent que dans le dossier n’y comptent \
             pas.",
        ));
    }
    let debtor = &facts.input.debtor;
    let supposed = match (debtor.struck_off.is_none() && !facts.is_consumer() && !facts.is_public(), debtor.guarantor.is_none()) {
        (true, true) => "non radié et sans caution",
        (true, false) => "non radié",
        (false, true) => "sans caution",
        (false, false) => return notes,
    };
    notes.push(Note::info("factsAssumed", format!("Faute d’indication, le client est supposé {supposed}.")));
    notes
}

/// What was done, where it calls for care, or for nothing.
fn done(facts: &Facts<'_>) -> Vec<Note> {
    use EventKind::{
        ClaimDeclared, CollectionAgency, CourtClaim, InvoiceReissued, OppositionFormed, PaymentOrderMade, PaymentOrderRequested,
        PaymentOrderServed, ProtectiveMeasure,
    };
    let history = &facts.history;
    let mut notes = Vec::new();
    let suits = [CourtClaim, PaymentOrderRequested, PaymentOrderMade, PaymentOrderServed];
    if let Some(measure) = history.last(&[ProtectiveMeasure])
        && facts.titled_on().is_none()
        && history.last(&suits).is_none()
    {
        let last_day = deadlines::protective_suit(facts, measure);
        let (measure, day) = (french::day(measure), french::day(last_day));
        let message = if facts.as_of() > last_day {
            format!(
                "Le dernier jour pour engager une procédure après la saisie conservatoire du {measure} était le {day} : ce délai \
                 est passé. Si rien n’a été engagé, la saisie est tombée."
            )
        } else {
            format!(
                "La saisie conservatoire du {measure} tombe si vous n’engagez pas de procédure pour obtenir un titre au plus tard \
                 le {day}."
            )
        };
        notes.push(Note::warning("protectiveSuit", message));
    }
    if history.has(ClaimDeclared) && facts.declared().is_none() {
        notes.push(Note::info(
            "declarationApart",
            "La déclaration de créance indiquée ne se rattache à aucune procédure collective ouverte ici : elle n’est pas prise en \
             compte.",
        ));
    }
    if history.has(InvoiceReissued) || history.has(CollectionAgency) {
        notes.push(Note::info(
            "doneWithoutEffect",
            "Refaire la facture ou confier le dossier à une société de recouvrement ne change ni le plan ni la prescription.",
        ));
    }
    let comes_before = |later, earlier| matches!((history.last(&[later]), history.last(&[earlier])), (Some(later), Some(earlier)) if later < earlier);
    let order = match (comes_before(PaymentOrderServed, PaymentOrderMade), comes_before(OppositionFormed, PaymentOrderServed)) {
        (true, true) => "L’injonction de payer est signifiée avant d’être rendue, et l’opposition précède sa signification",
        (true, false) => "L’injonction de payer est signifiée avant d’être rendue",
        (false, true) => "L’opposition précède la signification de l’injonction de payer",
        (false, false) => return notes,
    };
    notes.push(Note::warning(
        "eventsOutOfOrder",
        format!("{order} : vérifiez les dates, sauf s’il y a eu deux ordonnances. La dernière seule est suivie."),
    ));
    notes
}
