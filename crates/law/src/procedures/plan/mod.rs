//! What to do next, in order: the ranking of routes.
//!
//! Insolvency comes first, since it forbids the rest; then what is under way, the special debtors, a limitation about to
//! end, a debtor who cooperates; last the ordinary ladder of reminder, formal notice and court. Only routes that the law
//! leaves open are taken.

mod court_route;
mod insolvent;
mod titled;
mod under_way;

use super::clock::Clock;
use super::facts::{Dispute, Due, Facts};
use super::{Answer, Basis, OptionId, Step, Strength, YesNo, proof};
use crate::order::{in_order, rank};
use crate::working_day::{on_or_after, on_or_before};
use crate::{Day, EventKind, french};

/// The steps for these facts; `open` says which routes the law leaves open.
pub(super) fn plan(facts: &Facts<'_>, open: &dyn Fn(OptionId) -> bool) -> Vec<Step> {
    let mut plan = Plan { facts, open, steps: Vec::new() };
    plan.fill();
    // The ranking says what to do, the days say when: what comes sooner stands first.
    in_order(plan.steps, |step| step.on.map_or(u64::MAX, |on| rank(on, 0)))
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
        } else if let Some(title) = facts.titled_on() {
            self.enforce(title);
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
        self.step_called(option.title(), option, on, why)
    }

    /// The same for a step that is only a part of its route, or another use of it.
    fn step_called(&mut self, title: &str, option: OptionId, on: Day, why: impl Into<String>) -> bool {
        if !(self.open)(option) {
            return false;
        }
        if self.steps.iter().all(|step| step.option != option) {
            let on = Some(self.day(on));
            self.steps.push(Step { option, on, title: title.to_owned(), why: why.into() });
        }
        true
    }

    /// Days usually left to the debtor after a letter: practice.
    fn wait(&self, letter: &str) -> u32 {
        self.facts.figures.number(&format!("{letter}WaitDays"))
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

    /// Someone stands surety.
    fn guarantor(&mut self, on: Day) {
        if self.facts.input.debtor.guarantor == Some(YesNo::Yes) {
            self.step(OptionId::Guarantor, on, "Une caution s’est engagée : elle peut payer à la place du client.");
        }
    }

    /// Nothing is due yet: make sure that nothing will stand in the way.
    fn prepare(&mut self, due: Day) {
        let today = self.facts.as_of();
        let why = format!("La facture n’est due que le {} : assurez-vous qu’elle est arrivée et acceptée.", french::day(due));
        self.step(OptionId::CheckDebtor, today, why);
        self.step(OptionId::Call, today, "Un appel courtois avant l’échéance évite beaucoup de retards ; il ne réclame rien.");
    }

    /// Time-barred: only the debtor's own will can revive the claim; a public body has no such will (loi 68-1250, article 6).
    fn revive(&mut self) {
        let facts = self.facts;
        let today = facts.as_of();
        if facts.is_public() {
            let why = "La prescription est acquise, et une administration n’a pas le droit d’y renoncer. Vous pouvez lui demander \
                       par écrit d’en être relevé, en tout ou en partie, pour des circonstances particulières, dont votre situation.";
            self.step_called("Demander à être relevé de la prescription", OptionId::PublicDemand, today, why);
            return;
        }
        let order = if facts.titled_on().is_none() && facts.history.has(EventKind::PaymentOrderMade) {
            " Sans signification à temps, l’ordonnance rendue n’y change rien."
        } else {
            ""
        };
        let why = format!("La prescription est acquise : un paiement volontaire reste valable, demandez-le sans menacer.{order}");
        self.step(OptionId::Call, today, why);
        self.step(
            OptionId::Acknowledgment,
            today,
            "Un client qui reconnaît la dette en connaissance de cause renonce à la prescription : c’est la seule façon de la \
             faire revivre.",
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

    /// A public body: ask in writing, then the mediator, then the judge.
    fn ask_public_body(&mut self) {
        let facts = self.facts;
        let today = facts.as_of();
        let demanded = facts.history.reminded().max(facts.history.noticed());
        let mut next = demanded.map_or(today, |day| day.plus_days(self.wait("public")).max(today));
        if demanded.is_none() || facts.dispute == Dispute::Serious || facts.clock.is_short() {
            self.step(
                OptionId::PublicDemand,
                today,
                "Demandez le paiement par écrit : cela suffit souvent, et interrompt la prescription des créances publiques.",
            );
            next = today.plus_days(self.wait("public"));
        }
        self.step(
            OptionId::BusinessOmbudsman,
            next,
            "Le Médiateur des entreprises, gratuit, débloque beaucoup de factures publiques.",
        );
        let judge = next.plus_days(self.wait("public"));
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
        let why = if matches!(facts.clock, Clock::Arguable(_)) {
            "Une assignation signifiée tout de suite permet de plaider la lecture plus favorable de la prescription ; la requête \
             en injonction de payer n’arrête rien."
        } else {
            "L’assignation signifiée interrompt la prescription ; la requête en injonction de payer ne le fait pas."
        };
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
        let why = match facts.clock {
            Clock::Near(last) => format!(
                "Le dernier jour pour agir, par prudence, est le {} : un écrit daté où le client reconnaît la dette ouvre un \
                 nouveau délai.",
                french::day(last)
            ),
            Clock::Arguable(last) => format!(
                "Le dernier jour pour agir, par prudence, était le {} : ce délai est passé. Un écrit où le client reconnaît \
                 clairement la dette vaut alors renonciation à la prescription, et écarte le doute.",
                french::day(last)
            ),
            _ => return,
        };
        self.step(OptionId::Acknowledgment, facts.as_of(), why);
    }

    /// The debtor looks for a solution: put it in writing, with a way to a title.
    fn agree(&mut self) {
        let facts = self.facts;
        let today = facts.as_of();
        self.put_in_writing();
        self.step(
            OptionId::SmallClaims,
            today,
            "S’il accepte, un commissaire de justice donne à l’accord la force d’un jugement, sans tribunal.",
        );
        let mut default = today.plus_days(self.wait("notice"));
        if facts.history.noticed().is_none() {
            self.step(OptionId::FormalNotice, default, "À défaut d’accord tenu, mettez-le en demeure : la preuve est faite.");
            default = default.plus_days(self.wait("notice"));
        }
        self.ask_others(default);
        self.seize_court(default);
    }

    /// What the debtor offers, in writing: a promise, a term asked for, the rest of a part paid.
    fn put_in_writing(&mut self) {
        let facts = self.facts;
        let promised = facts.input.debtor.answer == Some(Answer::Promises) && !facts.history.has(EventKind::Acknowledgment);
        let (option, why) = match facts.input.debtor.answer {
            Some(Answer::Promises) if promised => (
                OptionId::Acknowledgment,
                "Le client promet de payer : faites-lui écrire la somme et la date. Cet écrit vaut reconnaissance de la dette et \
                 fait repartir la prescription.",
            ),
            Some(Answer::AsksTime) => (
                OptionId::PaymentPlan,
                "Le client demande un délai : accordez-le par un échéancier signé, qui vaut reconnaissance de la dette et fait \
                 repartir la prescription.",
            ),
            Some(Answer::PaidPart) => (
                OptionId::PaymentPlan,
                "Le client a payé une partie, ce qui vaut reconnaissance de toute la dette : fixez par écrit les dates du reste.",
            ),
            _ => (
                OptionId::PaymentPlan,
                "Le client cherche une solution : un échéancier signé vaut reconnaissance de la dette et fait repartir la \
                 prescription.",
            ),
        };
        self.step(option, facts.as_of(), why);
    }

    /// The ordinary ladder: reminder, formal notice, court.
    fn climb(&mut self) {
        let facts = self.facts;
        let today = facts.as_of();
        let contested = matches!(facts.dispute, Dispute::Partial | Dispute::Serious | Dispute::NotSerious);
        let special = matches!(facts.input.basis, Basis::Cheque | Basis::AcceptedBill);
        let court = match (facts.history.noticed(), facts.history.reminded()) {
            (Some(notice), _) => notice.plus_days(self.wait("notice")),
            (None, first_letter) => {
                let notice = match first_letter {
                    Some(day) => day.plus_days(self.wait("reminder")),
                    None if contested || special => today,
                    None => {
                        self.step(
                            OptionId::Reminder,
                            today,
                            "Rien n’a encore été écrit : une relance courtoise suffit souvent, et garde la relation.",
                        );
                        today.plus_days(self.wait("reminder"))
                    }
                };
                let notice = notice.max(today);
                self.step(
                    OptionId::FormalNotice,
                    notice,
                    "Sans paiement, la mise en demeure fixe un dernier délai et prouve que vous avez réclamé la somme.",
                );
                notice.plus_days(self.wait("notice"))
            }
        };
        let court = court.max(today);
        if proof::strength(facts) == Strength::Weak && facts.dispute != Dispute::Serious {
            self.step(
                OptionId::Acknowledgment,
                today,
                "Vos preuves sont faibles : un écrit où le client reconnaît la dette les remplace toutes. Demandez-le avant de \
                 saisir un juge.",
            );
        }
        self.ask_others(court);
        self.seize_court(court);
    }

    /// A guarantor, or a third party against whom the law gives a direct action.
    fn ask_others(&mut self, court: Day) {
        let facts = self.facts;
        self.guarantor(court);
        if facts.is_basis(Basis::Subcontract) {
            let months = facts.figures.number("subcontractDirectActionMonths");
            let notice = facts.history.noticed().unwrap_or(court.minus_days(self.wait("notice")));
            let why = format!(
                "Le maître d’ouvrage peut avoir à payer à la place de l’entrepreneur, {} après la mise en demeure.",
                french::count(months.into(), "mois", "mois")
            );
            self.step(OptionId::DirectAction, notice.plus_months(months), why);
        } else {
            self.step(
                OptionId::DirectAction,
                court,
                "L’expéditeur et le destinataire sont tous deux garants du prix du transport.",
            );
        }
    }
}
