//! The amicable attempt before the tribunal judiciaire (CPC 750-1): up to a ceiling, conciliation, mediation or a
//! participatory procedure comes first, or the claim is inadmissible. Not before the commercial court, not before a
//! payment order (Cass., opinion of 25 September 2025, 25-70.013), and not where time is too short.

use super::condition::{Check, Condition};
use super::court::Forum;
use super::facts::Facts;
use crate::{Day, EventKind, Money, french};

/// What CPC 750-1 asks for these facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prior {
    /// Another court than the tribunal judiciaire, or a time without that rule.
    NotConcerned,
    /// Only where the creditor chooses the tribunal judiciaire.
    IfJudicial(Money),
    /// A claim above the ceiling.
    AboveCeiling(Money),
    Made(Day),
    /// The court is seized already, by a summons or by an opposition to a payment order.
    Begun,
    /// Limitation is about to end: a legitimate ground, which the judge appreciates.
    TooUrgent,
    Needed(Money),
}

impl Prior {
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let forum = Forum::of(facts);
        let ceiling = facts.figures.money("amicableAttemptCeiling");
        let judicial = forum.is_judicial() || forum == Forum::Choice;
        if !judicial || !facts.figures.in_force("amicableAttemptCeiling") {
            return Self::NotConcerned;
        }
        if facts.input.amount > ceiling {
            return Self::AboveCeiling(ceiling);
        }
        if facts.history.latest_of(&[EventKind::CourtClaim, EventKind::OppositionFormed]).is_some() {
            return Self::Begun;
        }
        if let Some(day) = facts.history.amicable_attempt() {
            return Self::Made(day);
        }
        match forum {
            Forum::Choice => Self::IfJudicial(ceiling),
            _ if facts.clock.is_short() => Self::TooUrgent,
            _ => Self::Needed(ceiling),
        }
    }

    /// What must be tried before, as the reader reads it.
    pub(super) fn sentence(self) -> Option<String> {
        match self {
            Self::NotConcerned | Self::AboveCeiling(_) | Self::Made(_) | Self::Begun => None,
            Self::IfJudicial(ceiling) => Some(format!(
                "Si vous choisissez le tribunal judiciaire : une tentative amiable (conciliateur, médiation ou procédure \
                 participative), obligatoire jusqu’à {}. Devant le tribunal de commerce, aucune.",
                french::money(ceiling)
            )),
            Self::TooUrgent => Some(
                "En principe, une tentative amiable ; la prescription toute proche est un motif d’urgence à écrire dans l’acte, \
                 que le juge appréciera."
                    .to_owned(),
            ),
            Self::Needed(ceiling) => Some(format!(
                "Une tentative amiable : conciliateur (gratuit), médiation ou procédure participative. Elle est obligatoire \
                 jusqu’à {} devant le tribunal judiciaire ; une mise en demeure n’en tient pas lieu.",
                french::money(ceiling)
            )),
        }
    }

    /// The same as a condition of a court route. A missing attempt doesn't close the route: it comes first in the plan.
    pub(super) fn check(facts: &Facts<'_>) -> Check {
        let condition = Condition::PriorAttempt;
        let source = "cpc-750-1";
        match Self::of(facts) {
            Self::NotConcerned => condition.met(source, "Aucune tentative amiable n’est exigée devant cette juridiction."),
            Self::IfJudicial(_) => condition.met(source, "Aucune tentative amiable n’est exigée devant le tribunal de commerce."),
            Self::AboveCeiling(ceiling) => condition
                .met(source, format!("La demande dépasse {} : aucune tentative amiable n’est exigée.", french::money(ceiling))),
            Self::Made(day) => condition.met(source, format!("Une tentative amiable a eu lieu le {}.", french::day(day))),
            Self::Begun => condition.met(
                "cass-avis-2025-09-25-25-70.013",
                "Le tribunal est déjà saisi : aucune tentative amiable n’est exigée, pas même après une opposition.",
            ),
            Self::TooUrgent => condition.to_check(source, "le juge devra admettre l’urgence qui dispense de tentative amiable."),
            Self::Needed(_) => {
                condition.to_check(source, "une tentative amiable doit avoir échoué avant de saisir le tribunal judiciaire.")
            }
        }
    }
}
