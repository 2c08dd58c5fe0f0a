//! The court route that fits the dispute: payment order, summary proceedings, an agreement then the merits, or the
//! procedures across borders.

use super::Plan;
use crate::procedures::court::Forum;
use crate::procedures::deadlines;
use crate::procedures::facts::{Dispute, Home};
use crate::procedures::prior::Prior;
use crate::procedures::{Basis, OptionId};
use crate::{Day, EventKind};

impl Plan<'_> {
    /// The court route that fits the dispute.
    pub(super) fn seize_court(&mut self, on: Day) {
        let facts = self.facts;
        if facts.home != Home::France {
            return self.cross_border(on);
        }
        match facts.dispute {
            Dispute::None | Dispute::Unknown => self.uncontested(on),
            Dispute::NotSerious | Dispute::Partial => {
                self.by_cheque_or_bill(on);
                let on = self.prior(on);
                let why = if facts.dispute == Dispute::Partial {
                    "Le juge des référés peut accorder la partie qui n’est pas contestée, vite et avec exécution immédiate."
                } else {
                    "Le client s’oppose sans motif sérieux : le juge des référés peut accorder toute la somme, vite."
                };
                if !self.step(OptionId::SummaryProceedings, on, why) {
                    self.step(OptionId::OrdinaryProceedings, on, "Le tribunal jugera toute l’affaire.");
                }
            }
            Dispute::Serious => {
                self.by_cheque_or_bill(on);
                let on = self.seek_agreement(on);
                self.step(OptionId::OrdinaryProceedings, on, "Faute d’accord, le tribunal tranche la contestation.");
            }
        }
    }

    /// The special routes of a cheque or an accepted bill; whether one leads to a title by itself.
    fn by_cheque_or_bill(&mut self, on: Day) -> bool {
        let facts = self.facts;
        match facts.input.basis {
            Basis::Cheque => {
                let certificate = facts
                    .history
                    .last(&[EventKind::ChequePresented])
                    .map_or(facts.as_of(), |presented| deadlines::cheque_certificate(facts, presented).last_day);
                let why = "Le certificat de non-paiement, signifié au client, devient un titre exécutoire sans juge.";
                self.step(OptionId::UnpaidCheque, certificate, why)
            }
            Basis::AcceptedBill => {
                let why =
                    "L’effet accepté permet de bloquer les comptes du client sans autorisation, avant même de demander le titre.";
                self.step(OptionId::ProtectiveAttachment, on, why);
                false
            }
            _ => false,
        }
    }

    fn uncontested(&mut self, on: Day) {
        let facts = self.facts;
        if self.by_cheque_or_bill(on) {
            return;
        }
        let why = if facts.dispute == Dispute::Unknown {
            "Tant que le client ne conteste pas, c’est la voie la moins chère vers un titre, sans audience et sans avocat."
        } else {
            "La dette n’est pas contestée : c’est la voie la moins chère vers un titre, sans audience et sans avocat."
        };
        self.step(OptionId::PaymentOrder, on, why);
    }

    /// The amicable attempt of CPC 750-1, where it is mandatory; the day the court may be seized after it.
    fn prior(&mut self, on: Day) -> Day {
        if !matches!(Prior::of(self.facts), Prior::Needed(_)) {
            return on;
        }
        self.step(
            OptionId::Conciliator,
            on,
            "Une tentative amiable est obligatoire avant le tribunal judiciaire pour cette somme ; le conciliateur est gratuit.",
        );
        on.plus_months(self.facts.figures.number("conciliatorWaitMonths"))
    }

    /// A serious dispute: an agreement first, by the conciliator for a small sum or a consumer, else by mediation.
    fn seek_agreement(&mut self, on: Day) -> Day {
        let facts = self.facts;
        if facts.history.amicable_attempt().is_some() {
            return on;
        }
        let small = facts.total <= facts.figures.money("amicableAttemptCeiling");
        let conciliator = small || Forum::of(facts).is_judicial();
        let why = "La dette est contestée : un accord coûte moins cher et va plus vite qu’un procès.";
        let tried = if matches!(Prior::of(facts), Prior::Needed(_)) {
            return self.prior(on);
        } else if conciliator {
            self.step(OptionId::Conciliator, on, why) || self.step(OptionId::Mediation, on, why)
        } else {
            self.step(OptionId::Mediation, on, why)
        };
        if tried { on.plus_months(facts.figures.number("conciliatorWaitMonths")) } else { on }
    }

    /// A debtor abroad: the European procedures, else a lawyer there.
    fn cross_border(&mut self, on: Day) {
        let facts = self.facts;
        if matches!(facts.dispute, Dispute::None | Dispute::Unknown)
            && self.step(
                OptionId::EuropeanPaymentOrder,
                on,
                "Tant que le client, établi dans l’Union, ne conteste pas, un formulaire donne un titre valable dans son pays.",
            )
        {
            return;
        }
        if self.step(
            OptionId::EuropeanSmallClaims,
            on,
            "La somme est petite et le client est dans l’Union : la procédure est écrite, sans avocat, même s’il conteste.",
        ) {
            return;
        }
        if facts.home == Home::Union {
            self.step(
                OptionId::OrdinaryProceedings,
                on,
                "Un tribunal français peut être compétent ; son jugement vaut dans toute l’Union.",
            );
        }
        self.foreign_lawyer(on);
    }

    pub(super) fn foreign_lawyer(&mut self, on: Day) {
        let why =
            "Le client est hors de France : un avocat de son pays dira quel tribunal saisir, dans quel délai et à quel coût.";
        self.step(OptionId::ForeignLawyer, on, why);
    }
}
