//! Fields that a regime doesn't use: left out, and said so.

use crate::Note;
use crate::penalties::input::{BelowFloor, CreditorKind, Input, Rate, Regime};

pub(super) fn notes(input: &Input) -> Vec<Note> {
    use Regime::{Business, Consumer, Judgment, Public};
    let mut notes = Vec::new();
    let mut note = |given: bool, used_by: &[Regime], code: &str, message: &str| {
        if given && !used_by.contains(&input.regime) {
            notes.push(Note::info(code, message));
        }
    };
    let fixed_for_consumer = input.regime == Consumer && matches!(input.rate, Rate::Fixed { .. });
    note(input.rate != Rate::Statutory && !fixed_for_consumer, &[Business], "rateIgnored", rate(input.regime));
    note(
        input.below_floor != BelowFloor::default(),
        &[Business],
        "belowFloorIgnored",
        "Le choix pour un taux convenu trop bas n’a pas d’effet\u{a0}: ce minimum n’existe qu’entre professionnels.",
    );
    note(
        input.creditor != CreditorKind::default(),
        &[Consumer, Judgment],
        "creditorIgnored",
        "La qualité du créancier n’a pas d’effet\u{a0}: ici, le taux ne dépend pas d’elle.",
    );
    note(
        input.notice_received_on.is_some(),
        &[Consumer],
        "noticeReceivedOnIgnored",
        "La date de réception de la mise en demeure n’a pas d’effet\u{a0}: ici, les intérêts courent sans mise en demeure.",
    );
    note(
        input.served_on.is_some(),
        &[Judgment],
        "servedOnIgnored",
        "La date de signification n’a pas d’effet\u{a0}: elle ne compte qu’après une décision de justice.",
    );
    note(
        input.penalty_clause.is_some(),
        &[Business],
        "penaltyClauseIgnored",
        "La pénalité prévue au contrat n’est pas comptée\u{a0}: ce calcul ne l’admet qu’entre professionnels.",
    );
    note(
        !input.extra_costs.is_empty(),
        &[Business, Public],
        "extraCostsIgnored",
        "Les frais de recouvrement ne sont pas comptés\u{a0}: ce calcul ne les admet que face à un professionnel ou à un acheteur public.",
    );
    notes
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
