//! Once a title is held: enforcement, or for a public body the payment that is ordered in its place (CJA L911-9).

use super::Plan;
use crate::procedures::OptionId;
use crate::procedures::facts::Home;
use crate::{Day, EventKind, french};

impl Plan<'_> {
    /// A title is held since `title`: have it enforced while it lasts.
    pub(super) fn enforce(&mut self, title: Day) {
        let facts = self.facts;
        let today = facts.as_of();
        if facts.is_public() {
            return self.have_paid_ex_officio(title);
        }
        let until = facts.title_until().map(|day| format!(", jusqu’au {}", french::day(day))).unwrap_or_default();
        if facts.history.last(&[EventKind::EnforcementAct]).is_some_and(|act| act >= title) {
            self.step(
                OptionId::Enforcement,
                today,
                format!(
                    "L’exécution est commencée, et chaque acte fait repartir le délai du titre : elle peut continuer{until}."
                ),
            );
            self.step(
                OptionId::CompanyPartners,
                today,
                "Si la saisie n’a rien donné, les associés répondent de la dette de leur société.",
            );
            self.step(
                OptionId::VatRelief,
                today,
                "Si tout recouvrement est devenu vain, la TVA que vous avez reversée peut revenir.",
            );
        } else if facts.home == Home::France {
            let why = format!("Vous avez un titre exécutoire : un commissaire de justice peut saisir{until}.");
            if !self.step(OptionId::Enforcement, today, why) {
                if facts.is_dissolved() {
                    return self.represent();
                }
                return self.revive();
            }
        } else {
            self.step(OptionId::Enforcement, today, "Votre titre permet de saisir ce que le client possède en France.");
            self.step(OptionId::ForeignLawyer, today, "Ses biens à l’étranger se saisissent selon les règles de ce pays.");
        }
        self.guarantor(today);
    }

    /// No one seizes a public body: its accountant or the prefect has it pay, once its term is over.
    fn have_paid_ex_officio(&mut self, title: Day) {
        let end = title.plus_months(self.facts.figures.number("publicEnforcementMonths"));
        let day = french::day(end);
        let why = if self.facts.as_of() > end {
            format!(
                "L’administration est condamnée. Le dernier jour pour payer était le {day}, si la décision lui a été notifiée le \
                 jour même : ce délai est passé. Demandez le paiement d’office au comptable ou au préfet ; aucune saisie n’est \
                 possible."
            )
        } else {
            format!(
                "L’administration est condamnée : elle a jusqu’au {day} pour payer, si la décision lui a été notifiée le jour \
                 même. Ensuite, demandez le paiement d’office au comptable ou au préfet ; aucune saisie n’est possible."
            )
        };
        self.step(OptionId::PublicDemand, end.next(), why);
    }
}
