//! What to do next, in order: the ranking of routes, in one place.
//!
//! Insolvency comes first, since it forbids the rest; then what is under way, the special debtors, a limitation about to
//! end, a debtor who cooperates; last the ordinary ladder of reminder, formal notice and court. Only routes that the law
//! leaves open are taken.

use super::clock::Clock;
use super::court::Forum;
use super::deadlines;
use super::facts::{Dispute, Due, Facts, Home};
use super::prior::Prior;
use super::{Basis, OptionId, Step, YesNo};
use crate::working_day::{on_or_after, on_or_before};
use crate::{Day, EventKind, french};

/// Days left to the debtor after a reminder: practice.
const AFTER_REMINDER: u32 = 8;
/// Days left to the debtor after a formal notice: practice.
const AFTER_NOTICE: u32 = 15;
/// Days left to a public body after a demand: its usual term of payment.
const AFTER_DEMAND: u32 = 30;

/// Acts that put a procedure under way.
const UNDER_WAY: [EventKind; 8] = [
    EventKind::OppositionFormed,
    EventKind::PaymentOrderServed,
    EventKind::PaymentOrderMade,
    EventKind::PaymentOrderRequested,
    EventKind::NonContestationServed,
    EventKind::CourtClaim,
    EventKind::SmallClaimsAccepted,
    EventKind::PaymentPlanSigned,
];

/// The steps for these facts; `open` says which routes the law leaves open.
pub(super) fn plan(facts: &Facts<'_>, open: &dyn Fn(OptionId) -> bool) -> Vec<Step> {
    let mut plan = Plan { facts, open, steps: Vec::new() };
    plan.fill();
    plan.steps
}

struct Plan<'a> {
    facts: &'a Facts<'a>,
    open: &'a dyn Fn(OptionId) -> bool,
    steps: Vec<Step>,
}

impl Plan<'_> {
    fn fill(&mut self) {
        let facts = self.facts;
        if facts.frozen_by().is_some() {
            self.declare();
        } else if facts.history.has(EventKind::TitleObtained) {
            self.step(
                OptionId::Enforcement,
                facts.as_of(),
                "Vous avez un titre exécutoire : un commissaire de justice peut saisir.",
            );
        } else if let Due::From(day) = facts.due {
            self.prepare(day);
        } else if facts.clock.is_barred() {
            self.revive();
        } else if facts.is_dissolved() {
            self.represent();
        } else if self.go_on() {
        } else if facts.is_public() {
            self.ask_public_body();
        } else if facts.clock.is_short() {
            self.interrupt();
        } else if facts.is_cooperative() {
            self.agree();
        } else {
            self.climb();
        }
    }

    /// Adds a step if its route is open and not in the plan yet, and says whether it is open.
    fn step(&mut self, option: OptionId, on: Day, why: impl Into<String>) -> bool {
        if !(self.open)(option) {
            return false;
        }
        if self.steps.iter().all(|step| step.option != option) {
            let on = Some(self.day(on));
            self.steps.push(Step { option, on, title: option.title().to_owned(), why: why.into() });
        }
        true
    }

    /// Today, or a later working day; never after the last day to act.
    fn day(&self, day: Day) -> Day {
        let as_of = self.facts.as_of();
        let territory = self.facts.input.debtor.place.into();
        if day <= as_of {
            return as_of;
        }
        match self.facts.clock {
            Clock::Ample(last) | Clock::Near(last) if on_or_after(day, territory) > last => {
                on_or_before(last, territory).max(as_of)
            }
            _ => on_or_after(day, territory),
        }
    }

    /// Insolvency proceedings: declare, then look at who else may pay.
    fn declare(&mut self) {
        let facts = self.facts;
        let today = facts.as_of();
        if !facts.history.has(EventKind::ClaimDeclared)
            && self.step(
                OptionId::ClaimDeclaration,
                today,
                "Une procédure collective est ouverte : seule la déclaration préserve votre créance. N’envoyez plus ni relance, ni mise \
                 en demeure, ni assignation.",
            )
        {
            return;
        }
        self.step(OptionId::VatRelief, today, "La créance est tenue pour perdue : la TVA que vous avez reversée peut revenir.");
        self.step(OptionId::CompanyPartners, today, "La société est en liquidation : ses associés répondent de la dette.");
        if facts.input.debtor.guarantor == Some(YesNo::Yes) {
            self.step(OptionId::Guarantor, today, "Une caution s’est engagée : elle peut payer à la place du client.");
        }
    }

    /// Nothing is due yet: make sure that nothing will stand in the way.
    fn prepare(&mut self, due: Day) {
        let today = self.facts.as_of();
        let why = format!("La facture n’est due que le {} : assurez-vous qu’elle est arrivée et acceptée.", french::day(due));
        self.step(OptionId::CheckDebtor, today, why);
        self.step(OptionId::Call, today, "Un appel courtois avant l’échéance évite beaucoup de retards ; il ne réclame rien.");
    }

    /// Time-barred: only the debtor's own will can revive the claim.
    fn revive(&mut self) {
        let today = self.facts.as_of();
        self.step(
            OptionId::Call,
            today,
            "La prescription est acquise : un paiement volontaire reste valable, demandez-le sans menacer.",
        );
        self.step(
            OptionId::Acknowledgment,
            today,
            "Un client qui reconnaît la dette en connaissance de cause renonce à la prescription : c’est la seule façon de la faire revivre.",
        );
    }

    /// A company struck off: no one can receive an act in its name.
    fn represent(&mut self) {
        let today = self.facts.as_of();
        self.step(OptionId::CheckDebtor, today, "Le client est radié : cherchez s’il lui reste un actif, et qui l’a liquidé.");
        self.step(
            OptionId::AdHocRepresentative,
            today,
            "Sans représentant, aucun acte ne peut lui être signifié : faites-en désigner un.",
        );
    }

    /// What was begun goes on; false where nothing is under way.
    fn go_on(&mut self) -> bool {
        let facts = self.facts;
        let today = facts.as_of();
        let Some(last) = facts.history.latest_of(&UNDER_WAY) else { return false };
        let on = last.on;
        match last.kind {
            EventKind::OppositionFormed => self.step(
                OptionId::OrdinaryProceedings,
                today,
                "Le client a formé opposition : l’affaire se juge au tribunal. Payez les frais de greffe ou prenez un avocat dans les \
                 quinze jours de l’avis du greffe, sinon tout tombe.",
            ),
            EventKind::PaymentOrderServed => {
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
                let why = if today <= last_day {
                    format!("L’ordonnance doit être signifiée au plus tard le {}, sinon elle ne vaut plus rien.", french::day(last_day))
                } else {
                    format!("L’ordonnance n’a pas été signifiée avant le {} : elle est non avenue, il faut la redemander.", french::day(last_day))
                };
                self.step(OptionId::PaymentOrder, today, why)
            }
            // Neither stops limitation yet: an act that does comes first.
            EventKind::PaymentOrderRequested | EventKind::NonContestationServed if facts.clock.is_short() => false,
            EventKind::PaymentOrderRequested => {
                self.step(
                    OptionId::PaymentOrder,
                    today,
                    "La requête est déposée : payez les frais de greffe demandés, puis faites signifier l’ordonnance dès qu’elle est rendue.",
                )
            }
            EventKind::NonContestationServed => {
                let from = deadlines::non_contestation_report(facts, on).last_day;
                self.step(
                    OptionId::UncontestedCommercial,
                    from,
                    "Sans paiement ni contestation à cette date, le commissaire de justice dresse le procès-verbal de non-contestation.",
                )
            }
            EventKind::CourtClaim => self.step(
                OptionId::OrdinaryProceedings,
                today,
                "Le tribunal est saisi et la prescription interrompue : suivez l’instance et ne manquez aucune audience.",
            ),
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

    /// A public body: ask in writing, then the mediator, then the judge.
    fn ask_public_body(&mut self) {
        let facts = self.facts;
        let today = facts.as_of();
        let demanded = facts.history.reminded().max(facts.history.noticed());
        let mut next = demanded.map_or(today, |day| day.plus_days(AFTER_DEMAND).max(today));
        if demanded.is_none() || facts.dispute == Dispute::Serious || facts.clock.is_short() {
            self.step(
                OptionId::PublicDemand,
                today,
                "Demandez le paiement par écrit : cela suffit souvent, et interrompt la prescription des créances publiques.",
            );
            next = today.plus_days(AFTER_DEMAND);
        }
        self.step(
            OptionId::BusinessOmbudsman,
            next,
            "Le Médiateur des entreprises, gratuit, débloque beaucoup de factures publiques.",
        );
        let judge = next.plus_days(AFTER_DEMAND);
        if facts.dispute == Dispute::Serious
            || !self.step(
                OptionId::AdministrativeSummary,
                judge,
                "Si rien ne vient, le juge administratif peut accorder une provision sans attendre un procès.",
            )
        {
            self.step(
                OptionId::OrdinaryProceedings,
                judge,
                "La dette est contestée : le tribunal administratif la jugera au fond.",
            );
        }
    }

    /// Limitation is about to end: acts that interrupt it, at once.
    fn interrupt(&mut self) {
        let facts = self.facts;
        let today = facts.as_of();
        self.urge();
        let why = "L’assignation signifiée interrompt la prescription ; la requête en injonction de payer ne le fait pas.";
        let summary = facts.dispute != Dispute::Serious && self.step(OptionId::SummaryProceedings, today, why);
        if !summary && !self.step(OptionId::OrdinaryProceedings, today, why) {
            self.step(OptionId::EuropeanSmallClaims, today, "Saisissez tout de suite le tribunal compétent : le temps manque.");
        }
        self.foreign_lawyer(today);
    }

    /// Asks for a written acknowledgment where time is short.
    fn urge(&mut self) {
        let facts = self.facts;
        if facts.dispute == Dispute::Serious {
            return;
        }
        if let Clock::Near(last) | Clock::Arguable(last) = facts.clock {
            let why = format!(
                "Le dernier jour pour agir, par prudence, est le {} : un écrit daté où le client reconnaît la dette ouvre un nouveau délai.",
                french::day(last)
            );
            self.step(OptionId::Acknowledgment, facts.as_of(), why);
        }
    }

    /// The debtor looks for a solution: put it in writing, with a way to a title.
    fn agree(&mut self) {
        let facts = self.facts;
        let today = facts.as_of();
        self.step(
            OptionId::PaymentPlan,
            today,
            "Le client cherche une solution : un échéancier signé vaut reconnaissance de la dette et fait repartir la prescription.",
        );
        self.step(
            OptionId::SmallClaims,
            today,
            "S’il accepte, un commissaire de justice donne à l’accord la force d’un jugement, sans tribunal.",
        );
        let mut default = today.plus_days(AFTER_NOTICE);
        if facts.history.noticed().is_none() {
            self.step(OptionId::FormalNotice, default, "À défaut d’accord tenu, mettez-le en demeure : la preuve est faite.");
            default = default.plus_days(AFTER_NOTICE);
        }
        self.seize_court(default);
    }

    /// The ordinary ladder: reminder, formal notice, court.
    fn climb(&mut self) {
        let facts = self.facts;
        let today = facts.as_of();
        let contested = matches!(facts.dispute, Dispute::Partial | Dispute::Serious | Dispute::NotSerious);
        let special = matches!(facts.input.basis, Basis::Cheque | Basis::AcceptedBill);
        let court = match (facts.history.noticed(), facts.history.reminded()) {
            (Some(notice), _) => notice.plus_days(AFTER_NOTICE),
            (None, first_letter) => {
                let notice = match first_letter {
                    Some(day) => day.plus_days(AFTER_REMINDER),
                    None if contested || special => today,
                    None => {
                        self.step(
                            OptionId::Reminder,
                            today,
                            "Rien n’a encore été écrit : une relance courtoise suffit souvent, et garde la relation.",
                        );
                        today.plus_days(AFTER_REMINDER)
                    }
                };
                let notice = notice.max(today);
                self.step(
                    OptionId::FormalNotice,
                    notice,
                    "Sans paiement, la mise en demeure fixe un dernier délai et prouve que vous avez réclamé la somme.",
                );
                notice.plus_days(AFTER_NOTICE)
            }
        };
        let court = court.max(today);
        if facts.input.debtor.guarantor == Some(YesNo::Yes) {
            self.step(OptionId::Guarantor, court, "Une caution s’est engagée : demandez-lui le paiement en même temps.");
        }
        if facts.is_basis(Basis::Subcontract) {
            let months = facts.figures.number("subcontractDirectActionMonths");
            let notice = facts.history.noticed().unwrap_or(court.minus_days(AFTER_NOTICE));
            let why = "Un mois après la mise en demeure, le maître d’ouvrage peut payer à la place de l’entrepreneur.";
            self.step(OptionId::DirectAction, notice.plus_months(months), why);
        } else {
            self.step(
                OptionId::DirectAction,
                court,
                "L’expéditeur et le destinataire sont tous deux garants du prix du transport.",
            );
        }
        self.seize_court(court);
    }

    /// The court route that fits the dispute.
    fn seize_court(&mut self, on: Day) {
        let facts = self.facts;
        if facts.home != Home::France {
            return self.cross_border(on);
        }
        match facts.dispute {
            Dispute::None | Dispute::Unknown => self.uncontested(on),
            Dispute::NotSerious | Dispute::Partial => {
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
                let on = self.seek_agreement(on);
                self.step(OptionId::OrdinaryProceedings, on, "Faute d’accord, le tribunal tranche la contestation.");
            }
        }
    }

    fn uncontested(&mut self, on: Day) {
        let facts = self.facts;
        match facts.input.basis {
            Basis::Cheque => {
                let certificate = facts
                    .history
                    .last(&[EventKind::ChequePresented])
                    .map_or(facts.as_of(), |presented| deadlines::cheque_certificate(facts, presented).last_day);
                let why = "Le certificat de non-paiement, signifié au client, devient un titre exécutoire sans juge.";
                if self.step(OptionId::UnpaidCheque, certificate, why) {
                    return;
                }
            }
            Basis::AcceptedBill => {
                let why =
                    "L’effet accepté permet de bloquer les comptes du client sans autorisation, avant même de demander le titre.";
                self.step(OptionId::ProtectiveAttachment, on, why);
            }
            _ => {}
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
                "Le client est dans l’Union et ne conteste pas : un formulaire donne un titre valable dans son pays.",
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

    fn foreign_lawyer(&mut self, on: Day) {
        let why =
            "Le client est hors de France : un avocat de son pays dira quel tribunal saisir, dans quel délai et à quel coût.";
        self.step(OptionId::ForeignLawyer, on, why);
    }
}
