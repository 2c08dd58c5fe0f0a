//! What the law leaves open, may soon change, or isn’t known to have been on a past day: said next to what it touches.

use super::cost::missing_for_justice;
use super::court::Forum;
use super::facts::Facts;
use super::routes::route;
use super::rules::is_between_merchants;
use super::{Deadline, OptionId, YesNo};
use crate::{EventKind, Note, Place, french};

/// What the sources leave open and touches these facts.
pub(super) fn notes(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let forum = Forum::of(facts);
    let figures = facts.figures;
    if route(OptionId::UncontestedCommercial, facts).is_open() {
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
        notes.extend(figures.note("legalAidContribution").map(|note| {
            let amount = french::money(figures.money("legalAidContribution"));
            let message =
                format!("Saisir le tribunal judiciaire coûte une contribution de {amount} pour l’aide juridique. {note}");
            Note::info("legalAidContribution", message)
        }));
    }
    let missing = missing_for_justice(facts);
    if !missing.is_empty() {
        notes.push(Note::warning(
            "justiceContributionUnknown",
            format!(
                "Devant un tribunal des activités économiques, une contribution est due au-dessus de {} par les entreprises \
                 d’au moins {} salariés : pour la chiffrer, indiquez {}.",
                french::money(figures.money("justiceContributionFloor")),
                figures.number("justiceContributionEmployees"),
                french::list(&missing)
            ),
        ));
    }
    if facts.input.debtor.struck_off == Some(YesNo::Yes) && !facts.is_dissolved() {
        notes.push(Note::info(
            "struckOffIgnored",
            "Que le client soit radié ne change rien ici : seule une société ou une association radiée n’a plus personne pour la \
             représenter.",
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
        notes.extend(facts.figures.note("amicableAttemptCeiling").map(|note| {
            let ceiling = french::money(facts.figures.money("amicableAttemptCeiling"));
            let message = format!("Jusqu’à {ceiling}, le tribunal judiciaire exige d’abord une tentative amiable. {note}");
            Note::info("amicableCeilingMayChange", message)
        }));
    }
    notes
}
