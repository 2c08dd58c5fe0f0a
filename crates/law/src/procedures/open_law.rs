//! What the law leaves open, may soon change, or isn’t known to have been on a past day: said next to what it touches.

use super::Deadline;
use super::court::{Forum, economic_court};
use super::facts::Facts;
use super::rules::is_between_merchants;
use crate::{EventKind, Note, Place, french};

/// What the sources leave open and touches these facts.
pub(super) fn notes(facts: &Facts<'_>) -> Vec<Note> {
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
                format!("Frais de greffe de l’injonction de payer au tribunal de commerce. {note}"),
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
    if is_between_merchants(facts)
        && figures.in_force("uncontestedAnswerMonths")
        && facts.history.has(EventKind::SmallClaimsAccepted)
    {
        notes.push(Note::warning(
            "smallClaimsTransition",
            "Les sources ne disent pas si une procédure de petites créances commencée entre commerçants avant la loi du 23 avril \
             2026 peut continuer : demandez-le au commissaire de justice.",
        ));
    }
    if let Some(title) = facts.titled_on() {
        notes.push(Note::warning(
            "titleStart",
            format!(
                "Le point de départ du délai pour exécuter est discuté (jour du titre, ou jour où il devient exécutoire) : il est \
                 compté ici, par prudence, du {}.",
                french::day(title)
            ),
        ));
    }
    notes
}

/// Rules whose oldest known value stands in for what came before it.
const RULES: [&str; 9] = [
    "paymentOrderServiceMonths",
    "smallClaimsAnswerMonths",
    "writtenRequestCeiling",
    "lawyerCeiling",
    "proximityCeiling",
    "europeanSmallClaimsCeiling",
    "claimDeclarationMonths",
    "foreclosureReliefMonths",
    "publicComplaintMonths",
];

/// What isn’t known of the law of a past day: said, and not guessed silently.
pub(super) fn past(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let figures = facts.figures;
    let mut older = String::new();
    for id in RULES {
        if let Some((label, from)) = figures.not_yet_known(id) {
            older.push_str(if older.is_empty() { "" } else { " ; " });
            older.push_str(label);
            older.push_str(" (depuis le ");
            older.push_str(&french::day(from));
            older.push(')');
        }
    }
    if !older.is_empty() {
        notes.push(Note::warning(
            "oldLaw",
            format!(
                "Le droit de cette date n’est pas tout entier connu ici. Ces règles plus récentes en tiennent lieu : {older}."
            ),
        ));
    }
    if let Some((_, from)) = figures.not_yet_known("registeredLetterMin") {
        notes.push(Note::info(
            "oldPrices",
            format!(
                "Les prix indicatifs sont ceux relevés depuis le {} : ils étaient autres à la date choisie.",
                french::day(from)
            ),
        ));
    }
    notes
}

/// What local holidays do to terms is unsettled.
pub(super) fn local_holidays(facts: &Facts<'_>, deadlines: &[Deadline]) -> Option<Note> {
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
pub(super) fn ceilings(facts: &Facts<'_>) -> Vec<Note> {
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
