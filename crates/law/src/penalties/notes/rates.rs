//! What the rates rest on: figures not yet published or not sure, the floor of agreed rates, and how days are counted.

use super::Facts;
use crate::penalties::basis::Basis;
use crate::penalties::grounds::Ground;
use crate::penalties::input::{BelowFloor, CreditorKind, DayCount, Input, Rate, Regime};
use crate::penalties::statement::Line;
use crate::reference::Row;
use crate::{Day, HalfYear, Note, Percent, french};

pub(super) fn notes(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    notes.extend(not_published(facts));
    notes.extend(uncertain(facts.grounds));
    notes.extend(below_floor(facts));
    notes.extend(floor_above_statutory(facts));
    notes.extend(agreed(facts.input));
    notes.extend(older_contract(facts));
    notes.extend(judgment(facts));
    let individual = facts.input.creditor == CreditorKind::Individual;
    if individual && facts.grounds.iter().any(|ground| matches!(ground.terms.basis, Basis::Legal | Basis::LegalPlus(_))) {
        notes.push(Note::info(
            "individualCreditor",
            "Ce taux légal, plus élevé, est celui d’un créancier particulier\u{a0}: il ne vaut pas pour un entrepreneur qui réclame ce qui \
             est dû à son activité, même en entreprise individuelle.",
        ));
    }
    if facts.input.day_count == DayCount::Actual365
        && facts.accounts.iter().any(|account| holds_leap_day(&account.statement.lines))
    {
        notes.push(Note::info(
            "leapYear",
            "Chaque jour compte pour 1/365 d’année, même en année bissextile\u{a0}: c’est la méthode de l’administration, aucun texte ne \
             l’impose.",
        ));
    }
    notes
}

/// The rules of contracts older than the margin of today aren't computed.
fn older_contract(facts: &Facts<'_>) -> Option<Note> {
    let first = facts.figures.statutory_margin_public.rows.first()?;
    let in_its_first_year = |ground: &Ground<'_, '_>| ground.half.first_day().year() == first.from.year();
    if facts.input.regime != Regime::Public || !facts.grounds.iter().any(in_its_first_year) {
        return None;
    }
    Some(Note::warning("olderContract", first.note.clone()?))
}

fn judgment(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    if facts.input.regime == Regime::Judgment && !facts.grounds.is_empty() {
        notes.push(Note::info(
            "noCumulation",
            "L’intérêt au taux légal et les pénalités de retard ne se cumulent pas pour une même période\u{a0}: si la décision accorde ces \
             pénalités ou un autre taux, c’est elle qui compte.",
        ));
    }
    if facts.grounds.iter().any(|ground| ground.terms.source == "cmf-l313-3") {
        notes.push(Note::info(
            "judgmentIncreaseReducible",
            "La majoration du taux légal suppose une décision exécutoire\u{202f}; le juge de l’exécution peut la supprimer ou la réduire, selon \
             la situation du débiteur.",
        ));
    }
    notes
}

fn not_published(facts: &Facts<'_>) -> Option<Note> {
    if let Some(ground) = facts.grounds.iter().find(|ground| ground.terms.provisional) {
        let last_known = ground.terms.rows.first().map(|row| french::percent(Percent::from(row.decimal()))).unwrap_or_default();
        let message = format!(
            "Le taux du {} n’est pas encore publié\u{a0}: les jours qui en dépendent sont calculés d’après le dernier taux connu \
             ({last_known}). Le décompte est provisoire.",
            ground.half
        );
        return Some(Note::warning("rateNotPublished", message));
    }
    let tomorrow = HalfYear::of(facts.input.as_of.next());
    let bears_interest = facts.accounts.iter().any(|account| account.statement.per_day.is_positive());
    (bears_interest && moves(facts.input) && !facts.figures.is_published(tomorrow)).then(|| {
        let message =
            format!("Le montant par jour s’entend au dernier taux connu\u{a0}: celui du {tomorrow} n’est pas encore publié.");
        Note::info("perDayProvisional", message)
    })
}

/// Whether tomorrow's rate depends on the half-year it falls in.
fn moves(input: &Input) -> bool {
    match input.regime {
        Regime::Business => input.rate.yearly_percent().is_none(),
        Regime::Consumer => !matches!(input.rate, Rate::Fixed { .. }),
        Regime::Judgment => true,
        Regime::Public => false,
    }
}

fn uncertain(grounds: &[Ground<'_, '_>]) -> Vec<Note> {
    let mut rows: Vec<&Row> = Vec::new();
    for row in grounds.iter().flat_map(|ground| &ground.terms.rows).copied().filter(|row| row.uncertain) {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    let note = |row: &Row| {
        let detail = row.note.as_deref().unwrap_or("ce taux n’a pas pu être vérifié à sa source.");
        Note::warning("rateUncertain", format!("{}\u{a0}: {detail}", row.reference))
    };
    rows.into_iter().map(note).collect()
}

/// The law says that a lower rate can't be agreed, not what follows where it was: every reading is shown.
fn below_floor(facts: &Facts<'_>) -> Option<Note> {
    let tomorrow = facts.tomorrow.iter().find(|ground| is_below_floor(ground) && ground.terms.bound_by_floor);
    let ground = highest_floor(facts.grounds, |ground| ground.terms.bound_by_floor).or(tomorrow)?;
    let known = if facts.figures.is_published(ground.half) { "" } else { ", au dernier taux connu" };
    let choice = match facts.input.below_floor {
        BelowFloor::Raise => "Le calcul retient ce minimum.".to_owned(),
        BelowFloor::Keep => match facts.other_total(&Input { below_floor: BelowFloor::Raise, ..facts.choices() }) {
            Some(total) => format!("Le calcul garde le taux convenu\u{202f}; avec ce minimum, le total serait de {total}."),
            None => "Le calcul garde le taux convenu.".to_owned(),
        },
    };
    let set_aside = facts.other_total(&Input { rate: Rate::Statutory, ..facts.choices() }).map_or_else(String::new, |total| {
        format!(" Si la clause était écartée au profit du taux de la loi, le total serait de {total}.")
    });
    let half_years = if facts.grounds.iter().any(|ground| !is_below_floor(ground)) {
        " Il est vérifié à chaque semestre\u{a0}: la loi ne dit pas s’il suffit de l’avoir respecté à la signature."
    } else {
        ""
    };
    let message = format!(
        "Le taux convenu ({}) est inférieur au minimum de {} fois le taux de l’intérêt légal ({} au {}{known}). {choice} L’effet d’un taux trop \
         bas est discuté.{set_aside}{half_years}",
        french::percent(ground.terms.agreed),
        floor_multiple(facts, ground),
        french::percent(ground.terms.floor.unwrap_or_default()),
        ground.half,
    );
    Some(Note::warning("belowFloor", message))
}

/// The floor binds what is agreed: where it exceeds the rate of the law, that rate stays.
fn floor_above_statutory(facts: &Facts<'_>) -> Option<Note> {
    let ground = highest_floor(facts.grounds, |ground| !ground.terms.bound_by_floor)?;
    let message = format!(
        "Au {}, le taux de la loi ({}) est inférieur à {} fois le taux de l’intérêt légal ({}). Ce minimum ne vise que les taux convenus\u{a0}: \
         le taux de la loi est gardé.",
        ground.half,
        french::percent(ground.terms.percent),
        floor_multiple(facts, ground),
        french::percent(ground.terms.floor.unwrap_or_default()),
    );
    Some(Note::info("floorAboveStatutory", message))
}

fn agreed(input: &Input) -> Option<Note> {
    match (input.regime, input.rate) {
        (Regime::Consumer, Rate::Fixed { .. }) => Some(Note::warning(
            "unfairTermRisk",
            "Un taux de retard convenu avec un consommateur n’engage que s’il figure au contrat accepté\u{202f}; le juge écarte une clause \
             abusive et peut réduire une pénalité excessive.",
        )),
        (Regime::Business, Rate::Monthly { percent }) => Some(Note::info(
            "monthlyRate",
            format!(
                "Le taux de {} par mois est compté comme {} par an, sans intérêts sur les intérêts.",
                french::percent(percent),
                french::percent(input.rate.yearly_percent().unwrap_or_default()),
            ),
        )),
        _ => None,
    }
}

/// Of the rates under the floor that meet a condition, one with the highest floor.
fn highest_floor<'g, 's, 'a>(
    grounds: &'g [Ground<'s, 'a>],
    holds: impl Fn(&Ground<'_, '_>) -> bool,
) -> Option<&'g Ground<'s, 'a>> {
    grounds.iter().filter(|ground| is_below_floor(ground) && holds(ground)).max_by_key(|ground| ground.terms.floor)
}

fn is_below_floor(ground: &Ground<'_, '_>) -> bool {
    ground.terms.floor.is_some_and(|floor| ground.terms.agreed < floor)
}

/// How many times the legal rate an agreed rate must reach.
fn floor_multiple(facts: &Facts<'_>, ground: &Ground<'_, '_>) -> String {
    let row = facts.figures.floor_multiple.begun_by(ground.half.first_day());
    row.map_or_else(String::new, |row| french::decimal(&row.value))
}

/// Whether one of the days of these lines, which follow each other, is a 29 February.
fn holds_leap_day(lines: &[Line]) -> bool {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return false };
    let mut leap_days = (first.from.year()..=last.to.year()).filter_map(|year| Day::new(year, 2, 29));
    leap_days.any(|leap_day| first.from <= leap_day && leap_day <= last.to)
}
