//! Fields that a regime doesn't use: left out, and said so.

use super::Facts;
use crate::penalties::input::{BelowFloor, CreditorKind, Input, Rate, Regime};
use crate::{HalfYear, Note};

pub(super) fn notes(facts: &Facts<'_>) -> Vec<Note> {
    use Regime::{Business, Consumer, Judgment, Public};
    let input = facts.input;
    let regime = input.regime;
    let fixed_for_consumer = regime == Consumer && matches!(input.rate, Rate::Fixed { .. });
    let mut notes = Vec::new();
    let mut note = |ignored: bool, code: &str, message: &str| {
        if ignored {
            notes.push(Note::info(code, message));
        }
    };
    note(input.rate != Rate::Statutory && regime != Business && !fixed_for_consumer, "rateIgnored", rate(regime));
    if input.below_floor != BelowFloor::default() {
        note(
            regime != Business,
            "belowFloorIgnored",
            "Le choix pour un taux convenu trop bas n’a pas d’effet\u{a0}: ce minimum n’existe qu’entre professionnels.",
        );
        note(
            regime == Business && input.rate.restates_the_law(facts.figures, HalfYear::of(input.as_of)),
            "belowFloorIgnored",
            "Le choix pour un taux convenu trop bas n’a pas d’effet\u{a0}: le taux est ici celui de la loi, que ce minimum ne vise pas.",
        );
    }
    note(
        input.creditor != CreditorKind::default() && (matches!(regime, Business | Public) || fixed_for_consumer),
        "creditorIgnored",
        "La qualité du créancier n’a pas d’effet\u{a0}: ici, le taux ne dépend pas d’elle.",
    );
    note(
        input.notice_received_on.is_some() && regime != Consumer,
        "noticeReceivedOnIgnored",
        "La date de réception de la mise en demeure n’a pas d’effet\u{a0}: ici, les intérêts courent sans mise en demeure.",
    );
    note(
        input.served_on.is_some() && regime != Judgment,
        "servedOnIgnored",
        "La date de signification n’a pas d’effet\u{a0}: elle ne compte qu’après une décision de justice.",
    );
    note(
        input.penalty_clause.is_some() && regime != Business,
        "penaltyClauseIgnored",
        "La pénalité prévue au contrat n’est pas comptée\u{a0}: ce calcul ne l’admet qu’entre professionnels.",
    );
    note(
        regime == Business && has_empty_clause(input),
        "penaltyClauseIgnored",
        "La pénalité prévue au contrat n’est pas comptée\u{a0}: indiquez son pourcentage ou son montant minimal.",
    );
    note(
        !input.extra_costs.is_empty() && matches!(regime, Consumer | Judgment),
        "extraCostsIgnored",
        "Les frais de recouvrement ne sont pas comptés\u{a0}: ce calcul ne les admet que face à un professionnel ou à un acheteur public.",
    );
    notes
}

/// Whether the contract's penalty says neither how much nor how much at least.
fn has_empty_clause(input: &Input) -> bool {
    input.penalty_clause.is_some_and(|clause| {
        clause.percent.unwrap_or_default().decimal().is_zero() && clause.minimum.unwrap_or_default().is_zero()
    })
}

/// Why an agreed rate doesn't count.
fn rate(regime: Regime) -> &'static str {
    match regime {
        Regime::Business | Regime::Public => {
            "Le taux convenu est écarté\u{a0}: face à un acheteur public, le taux est celui de la loi, et une clause contraire est \
             réputée non écrite."
        }
        Regime::Consumer => {
            "Le taux convenu est écarté\u{a0}: face à un consommateur, seul un taux annuel fixe, accepté au contrat, peut remplacer \
             le taux de l’intérêt légal."
        }
        Regime::Judgment => {
            "Le taux convenu est écarté\u{a0}: une condamnation porte intérêt au taux légal, sauf si la décision en fixe un autre."
        }
    }
}
