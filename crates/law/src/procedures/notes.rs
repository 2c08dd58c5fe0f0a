//! What the reader must know besides: assumptions, open questions of the law, and what a missing fact would change.

use super::clock::Clock;
use super::court::{Forum, economic_court};
use super::facts::{Birth, Due, Facts};
use super::rules::is_between_merchants;
use super::{Answer, Contested, Deadline};
use crate::{Note, PartyKind, Place, PublicKind, french};

/// Every remark these facts call for.
pub(super) fn notes(facts: &Facts<'_>, deadlines: &[Deadline]) -> Vec<Note> {
    let mut notes = Vec::new();
    notes.extend(time(facts));
    notes.extend(dispute(facts));
    notes.extend(insolvency(facts));
    notes.extend(parties(facts));
    if facts.frozen_by().is_none() {
        notes.extend(open_law(facts));
        notes.extend(ceilings(facts));
    }
    notes.extend(local_holidays(facts, deadlines));
    notes.extend(left_out(facts));
    notes
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
        Clock::Arguable(day) => notes.push(Note::warning(
            "limitationArguable",
            format!(
                "Par prudence, la prescription est tenue pour acquise depuis le {} ; une lecture plus favorable peut se \
                 plaider. Agissez tout de suite, avec un avocat.",
                french::day(day)
            ),
        )),
        Clock::Barred(day) => notes.push(Note::warning(
            "timeBarred",
            format!(
                "La prescription est acquise depuis la fin du {} : un tribunal rejettera la demande si le client l’invoque. Un \
                 paiement volontaire reste valable.",
                french::day(day)
            ),
        )),
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
    let Some(given) = &facts.input.debtor.insolvency else { return notes };
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
    if facts.input.debtor.answer == Some(Answer::PaidPart) {
        notes.push(Note::info(
            "partPayment",
            "Un paiement partiel fait par le client vaut reconnaissance de toute la dette et fait repartir la prescription : \
             gardez-en la preuve.",
        ));
    }
    notes
}

/// What the sources leave open and touches these facts.
fn open_law(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let forum = Forum::of(facts);
    let figures = facts.figures;
    let from_figure = |code: &str, id: &str| figures.note(id).map(|note| Note::info(code, note));
    if is_between_merchants(facts) && figures.in_force("uncontestedAnswerMonths") {
        let open = figures.note("uncontestedAnswerMonths").unwrap_or_default();
        notes.push(Note::warning(
            "uncontestedDecreeUnknown",
            format!("La procédure des créances commerciales incontestées n’est ouverte que selon décret. {open}"),
        ));
    }
    if matches!(forum, Forum::Commercial | Forum::Choice) && facts.input.debtor.place != Place::AlsaceMoselle {
        let fees = figures.note("paymentOrderRegistryMax");
        notes.extend(fees.map(|note| {
            Note::info(
                "registryFeeUncertain",
                format!("Frais de greffe de l’injonction de payer au tribunal de commerce : {note}"),
            )
        }));
    }
    if forum.is_judicial() && figures.in_force("legalAidContribution") {
        notes.extend(from_figure("legalAidContribution", "legalAidContribution"));
    }
    if matches!(forum, Forum::Commercial | Forum::Choice)
        && figures.in_force("justiceContributionFloor")
        && facts.total > figures.money("justiceContributionFloor")
        && facts.input.creditor.employees.is_none_or(|employees| employees >= figures.number("justiceContributionEmployees"))
        && (economic_court(facts).is_none() || facts.input.creditor.employees.is_none())
    {
        notes.push(Note::warning(
            "justiceContributionUnknown",
            format!(
                "Devant un tribunal des activités économiques, une contribution est due au-dessus de {} par les entreprises \
                 d’au moins {} salariés : indiquez votre effectif, votre chiffre d’affaires et le siège du tribunal pour la \
                 chiffrer.",
                french::money(figures.money("justiceContributionFloor")),
                figures.number("justiceContributionEmployees")
            ),
        ));
    }
    if forum == Forum::CommercialLease {
        notes.push(Note::info(
            "commercialLeaseCourt",
            "Le tribunal judiciaire juge seul ce qui touche au statut des baux commerciaux ; un simple loyer entre commerçants, \
             ou une location de matériel, peut relever du tribunal de commerce : vérifiez avant d’assigner.",
        ));
    }
    if let Some(row) = figures.row("paymentOrderServiceMonths").filter(|row| facts.as_of() < row.from) {
        notes.push(Note::warning(
            "oldLaw",
            format!(
                "Les règles d’avant le {} ne sont pas toutes connues ici : ce qui suit applique les plus anciennes connues.",
                french::day(row.from)
            ),
        ));
    }
    notes
}

/// What local holidays do to terms is unsettled.
fn local_holidays(facts: &Facts<'_>, deadlines: &[Deadline]) -> Option<Note> {
    let local = matches!(facts.input.debtor.place, Place::AlsaceMoselle | Place::Overseas);
    (local && !deadlines.is_empty()).then(|| {
        Note::info(
            "localHolidays",
            "L’effet des jours fériés locaux sur les délais n’est pas jugé : ils ne prolongent ici aucun délai que vous devez \
             tenir, mais allongent ceux que vous devez attendre.",
        )
    })
}

/// Ceilings that principal and total don't see alike, or that may move.
fn ceilings(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let forum = Forum::of(facts);
    let hearing = matches!(forum, Forum::Commercial | Forum::Choice | Forum::Civil | Forum::CommercialLease);
    for (id, concerned) in [("lawyerCeiling", hearing), ("amicableAttemptCeiling", forum.is_judicial())] {
        let ceiling = facts.figures.money(id);
        if concerned && facts.input.amount <= ceiling && facts.total > ceiling {
            notes.push(Note::warning(
                "ceilingStraddled",
                format!(
                    "Le principal est sous le seuil de {}, mais pas le total avec les intérêts : selon ce que vous demandez au \
                     juge, la règle change.",
                    french::money(ceiling)
                ),
            ));
        }
    }
    if forum.is_judicial() && facts.input.amount <= facts.figures.money("lawyerCeiling") {
        notes.extend(facts.figures.note("amicableAttemptCeiling").map(|note| Note::info("amicableCeilingMayChange", note)));
    }
    notes
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
    notes
}
