//! A debtor in insolvency proceedings: the declaration of the claim, relief from a declaration that was missed (C. com.
//! L622-24 to L622-26), and whoever else may pay.

use super::Plan;
use crate::french;
use crate::procedures::clock::Clock;
use crate::procedures::facts::Home;
use crate::procedures::{Evidence, OptionId, deadlines};

impl Plan<'_> {
    /// Insolvency proceedings: declare, then look at who else may pay.
    pub(super) fn declare(&mut self) {
        let facts = self.facts;
        let today = facts.as_of();
        let declaring = facts.declared().is_none() && self.declare_or_be_relieved();
        if !declaring {
            self.step(
                OptionId::VatRelief,
                today,
                "La créance est tenue pour perdue : la TVA que vous avez reversée peut revenir.",
            );
            self.step(OptionId::CompanyPartners, today, "La société est en liquidation : ses associés répondent de la dette.");
        }
        if facts.has_evidence(Evidence::TermsAccepted) {
            self.step(
                OptionId::RetentionOfTitle,
                today,
                "Si vos conditions vous réservent la propriété des biens livrés, revendiquez-les : ce délai est court.",
            );
        }
        self.step(
            OptionId::DirectAction,
            today,
            "L’action directe contre un tiers reste ouverte malgré la procédure collective.",
        );
        self.guarantor(today);
    }

    /// The declaration, or relief from having missed it; false where both are closed.
    fn declare_or_be_relieved(&mut self) -> bool {
        let facts = self.facts;
        let today = facts.as_of();
        let Some(insolvency) = facts.frozen_by().filter(|_| facts.home == Home::France) else {
            return self.step(
                OptionId::ClaimDeclaration,
                today,
                "Une procédure collective est ouverte : seule la déclaration préserve votre créance. N’envoyez plus ni relance, \
                 ni mise en demeure, ni assignation.",
            );
        };
        let declaration = deadlines::claim_declaration(facts, insolvency).last_day;
        let relief = deadlines::foreclosure_relief(facts, insolvency).last_day;
        let term = if today <= declaration { declaration } else { relief };
        // The declaration interrupts limitation (C. com. L622-25-1): whichever ends first.
        let (until, sooner) = match facts.clock {
            Clock::Ample(last) | Clock::Near(last) if last < term => {
                (last, " La prescription s’achève ce jour-là, sans report : la déclaration l’interrompt.")
            }
            _ => (term, ""),
        };
        let day = french::day(until);
        if today <= declaration {
            let why = format!(
                "Une procédure collective est ouverte : seule la déclaration préserve votre créance, au plus tard le {day}.{sooner} \
                 N’envoyez plus ni relance, ni mise en demeure, ni assignation."
            );
            return self.step(OptionId::ClaimDeclaration, today, why);
        }
        let why = format!(
            "Le dernier jour pour déclarer était le {} : ce délai est passé. Demandez au juge-commissaire, au plus tard le {day}, \
             d’être relevé de la forclusion, en montrant que le retard ne vient pas de vous.{sooner}",
            french::day(declaration)
        );
        self.step_called("Demander le relevé de forclusion", OptionId::ClaimDeclaration, today, why)
    }
}
