//! What was begun goes on: the last act of a procedure decides the next step.

use super::Plan;
use crate::procedures::clock::Clock;
use crate::procedures::court::Forum;
use crate::procedures::{OptionId, deadlines};
use crate::{Day, EventKind, french};

/// Acts that put a procedure under way.
const UNDER_WAY: [EventKind; 9] = [
    EventKind::OppositionFormed,
    EventKind::PaymentOrderServed,
    EventKind::PaymentOrderMade,
    EventKind::PaymentOrderRequested,
    EventKind::NonContestationServed,
    EventKind::CourtClaim,
    EventKind::ProtectiveMeasure,
    EventKind::SmallClaimsAccepted,
    EventKind::PaymentPlanSigned,
];

impl Plan<'_> {
    /// What was begun goes on; false where nothing is under way.
    pub(super) fn go_on(&mut self) -> bool {
        let facts = self.facts;
        let today = facts.as_of();
        let Some(last) = facts.history.latest_of(&UNDER_WAY) else { return false };
        let on = last.on;
        match last.kind {
            EventKind::OppositionFormed => self.step(OptionId::OrdinaryProceedings, today, self.after_opposition()),
            EventKind::PaymentOrderServed => {
                if let Some(last_day) = deadlines::late_service(facts.figures, &facts.history, on) {
                    // Service came to nothing: limitation ran on.
                    if facts.clock.is_short() {
                        return false;
                    }
                    let why = format!(
                        "L’ordonnance a été signifiée le {}, après le {}, dernier jour pour le faire : elle est non avenue, il \
                         faut la redemander.",
                        french::day(on),
                        french::day(last_day)
                    );
                    return self.step(OptionId::PaymentOrder, today, why);
                }
                let made = facts.history.last(&[EventKind::PaymentOrderMade]);
                let from = deadlines::payment_order_enforcement(facts, made, on).last_day;
                self.step(
                    OptionId::Enforcement,
                    from,
                    "Si aucune opposition n’est signalée à cette date, l’injonction de payer peut être exécutée.",
                )
            }
            EventKind::PaymentOrderMade => {
                let last_day = deadlines::payment_order_service(facts, on).last_day;
                if today > last_day && facts.clock.is_short() {
                    return false;
                }
                let why = self.serve_order(last_day);
                self.step(OptionId::PaymentOrder, today, why)
            }
            // Neither stops limitation yet: an act that does comes first.
            EventKind::PaymentOrderRequested | EventKind::NonContestationServed if facts.clock.is_short() => false,
            EventKind::PaymentOrderRequested => self.step(
                OptionId::PaymentOrder,
                today,
                "La requête est déposée : payez les frais de greffe demandés, puis faites signifier l’ordonnance dès qu’elle \
                     est rendue.",
            ),
            EventKind::NonContestationServed => {
                let from = deadlines::non_contestation_report(facts, on).last_day;
                self.step(
                    OptionId::UncontestedCommercial,
                    from,
                    "Sans paiement ni contestation à cette date, le commissaire de justice dresse le procès-verbal de \
                     non-contestation.",
                )
            }
            EventKind::CourtClaim => self.step(
                OptionId::OrdinaryProceedings,
                today,
                "Le tribunal est saisi et la prescription interrompue : suivez l’instance et ne manquez aucune audience.",
            ),
            // The attachment falls unless a title is asked for.
            EventKind::ProtectiveMeasure => {
                self.seize_court(today);
                true
            }
            EventKind::SmallClaimsAccepted => self.step(
                OptionId::SmallClaims,
                today,
                "Le client a accepté de participer : convenez du montant et des délais avec le commissaire de justice.",
            ),
            EventKind::PaymentPlanSigned if facts.history.noticed().is_none_or(|notice| notice <= on) => self.step(
                OptionId::PaymentPlan,
                today,
                "Un échéancier est signé : suivez chaque date. À la première échéance manquée, envoyez une mise en demeure.",
            ),
            _ => false,
        }
    }

    /// Until when an order made must be served: the last day of its term or of limitation, which service alone interrupts.
    fn serve_order(&self, last_day: Day) -> String {
        let facts = self.facts;
        let day = french::day(last_day);
        if facts.as_of() > last_day {
            return format!(
                "L’ordonnance n’a pas été signifiée au plus tard le {day} : elle est non avenue, il faut la redemander."
            );
        }
        match facts.clock {
            Clock::Ample(limitation) | Clock::Near(limitation) if limitation < last_day => format!(
                "L’ordonnance doit être signifiée au plus tard le {} : la prescription s’achève ce jour-là, sans report, et seule \
                 la signification l’interrompt. Le délai propre à l’ordonnance ne finit que le {day}.",
                french::day(limitation)
            ),
            Clock::Arguable(limitation) => format!(
                "Faites signifier l’ordonnance aujourd’hui même : par prudence, la prescription est tenue pour acquise depuis la \
                 fin du {}, et seule la signification permet de plaider une lecture plus favorable. Le délai propre à \
                 l’ordonnance finit le {day}.",
                french::day(limitation)
            ),
            _ => format!("L’ordonnance doit être signifiée au plus tard le {day}, sinon elle ne vaut plus rien."),
        }
    }

    /// What the creditor must do within days of the registry's notice (CPC 1418 and 1425).
    fn after_opposition(&self) -> String {
        let figures = self.facts.figures;
        let days = |id: &str| french::count(figures.number(id).into(), "jour", "jours");
        let fees = format!("payez les frais de greffe sous {} à compter de son envoi", days("paymentOrderDepositDays"));
        let lawyer = format!("prenez un avocat sous {} si la procédure est écrite", days("paymentOrderLawyerDays"));
        let duty = match Forum::of(self.facts) {
            Forum::Commercial => fees,
            forum if forum.is_judicial() => lawyer,
            _ => format!("{fees} au tribunal de commerce ; au tribunal judiciaire, {lawyer}"),
        };
        format!(
            "Le client a formé opposition : l’affaire se juge au tribunal. Dès l’avis du greffe, {duty}. Sinon, l’ordonnance et \
             l’interruption de la prescription tombent."
        )
    }
}
