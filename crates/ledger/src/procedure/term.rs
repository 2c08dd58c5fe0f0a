//! The terms that run in a state: counted by the law's figures, moved as the law moves them.
//!
//! Months first, the same day of the month or its last day; a term that ends on a day that isn't worked runs to the next one
//! (CPC 641, 642). A term the user must keep is moved by the holidays that hold everywhere alone; one that must be waited for, by
//! those of the debtor's place too.

use dument_law::reference::Row;
use dument_law::working_day::{Territory, on_or_after};
use dument_law::{Day, Place, Reference, french};
use serde::{Deserialize, Serialize};

use super::State;
use crate::Tribunal;

/// A term of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Term {
    /// What it is for.
    pub id: TermId,
    /// Whether it ends on that day, or only then begins to be possible.
    pub bound: Bound,
    /// The day it is counted from.
    pub from: Day,
    /// The last day, or the first one.
    pub day: Day,
    /// A French sentence that says what to do, or what to wait for.
    pub message: String,
    /// The id of the text it rests on.
    pub source: String,
}

/// Which way a term bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Bound {
    /// The user must act by that day, included.
    Latest,
    /// The user can act from that day on.
    Earliest,
    /// The debtor can act until that day.
    Theirs,
}

/// What a term is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TermId {
    /// To serve a payment order (CPC 1411).
    OrderService,
    /// To oppose it (CPC 1416).
    OrderOpposition,
    /// To enforce it (CPC 1422).
    OrderEnforcement,
    /// To deposit the costs or to appoint a lawyer after an opposition (CPC 1418, 1425).
    OppositionAnswer,
    /// To draw up the report of an uncontested claim (CPCE L126-3).
    NonContestationReport,
    /// To serve it once enforceable (CPCE L126-4).
    ReportService,
    /// To answer the invitation to the small claims procedure (CPCE L125-1).
    SmallClaimAnswer,
    /// To declare a claim (C. com. R622-24).
    ClaimDeclaration,
    /// To ask for relief from foreclosure (C. com. L622-26).
    ForeclosureRelief,
    /// To declare once relieved (C. com. L622-24).
    ReliefDeclaration,
    /// To answer the representative (C. com. L622-27).
    ClaimAnswer,
    /// To claim back goods sold under retention of title (C. com. L624-9).
    RetentionOfTitle,
    /// To ask for the certificate of non-payment of a cheque (CMF L131-73).
    ChequeCertificate,
    /// To pay a cheque once the certificate is served (CMF L131-73).
    ChequeTitle,
    /// To serve a decision given by default (CPC 478).
    DecisionService,
}

impl TermId {
    /// What it is for, in French.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::OrderService => "Signifier l’injonction de payer",
            Self::OrderOpposition => "Opposition du client",
            Self::OrderEnforcement => "Exécuter l’injonction de payer",
            Self::OppositionAnswer => "Répondre à l’opposition",
            Self::NonContestationReport => "Dresser le procès-verbal de non-contestation",
            Self::ReportService => "Signifier le procès-verbal exécutoire",
            Self::SmallClaimAnswer => "Réponse du client à la procédure des petites créances",
            Self::ClaimDeclaration => "Déclarer la créance",
            Self::ForeclosureRelief => "Demander le relevé de forclusion",
            Self::ReliefDeclaration => "Déclarer la créance après le relevé de forclusion",
            Self::ClaimAnswer => "Répondre au mandataire",
            Self::RetentionOfTitle => "Revendiquer les biens livrés",
            Self::ChequeCertificate => "Demander le certificat de non-paiement",
            Self::ChequeTitle => "Demander le titre exécutoire du chèque",
            Self::DecisionService => "Signifier la décision",
        }
    }
}

/// What the terms of one procedure are counted from.
#[derive(Clone, Debug)]
pub(super) struct Clock<'a> {
    pub(super) reference: &'a Reference,
    pub(super) place: Place,
    /// The day the state began.
    pub(super) since: Day,
    pub(super) made_on: Option<Day>,
    pub(super) published_on: Option<Day>,
    pub(super) tribunal: Tribunal,
}

/// What happens by itself in a state once some days have gone by.
pub(super) struct Lapse {
    /// The first day of the next state.
    pub(super) on: Day,
    pub(super) to: State,
}

impl Clock<'_> {
    /// The figure in force on a day, else the nearest known before it, else the first.
    fn row(&self, id: &str, on: Day) -> Option<&Row> {
        // Figures given instead of the published ones may lack some.
        let figure = self.reference.figure(id).or_else(|| Reference::published().figure(id))?;
        figure.on(on).or_else(|| figure.begun_by(on)).or_else(|| figure.rows.first())
    }

    fn number(&self, id: &str, on: Day) -> u32 {
        self.row(id, on).and_then(|row| row.value.parse().ok()).unwrap_or_default()
    }

    fn kept(unmoved: Day) -> Day {
        on_or_after(unmoved, Territory::France)
    }

    fn waited(&self, unmoved: Day) -> Day {
        on_or_after(unmoved, self.place.into())
    }

    /// The last day to serve an order; its figure follows the day of the order (CPC 1411).
    fn order_service(&self, made_on: Day) -> Day {
        Self::kept(made_on.plus_months(self.number("paymentOrderServiceMonths", made_on)))
    }

    /// The end of the debtor's month, distance included (CPC 1416, 643), before the rule of days that aren't worked.
    fn opposition(&self, served_on: Day) -> Day {
        let distance = match self.place {
            Place::France | Place::AlsaceMoselle => 0,
            Place::Overseas => self.number("distanceOverseasMonths", served_on),
            Place::Eu | Place::Denmark | Place::Abroad => self.number("distanceAbroadMonths", served_on),
        };
        served_on.plus_months(self.number("paymentOrderOppositionMonths", served_on) + distance)
    }

    /// The first day on which an order can be enforced: after the wait, and never before the debtor's term is over (CPC 1422).
    fn enforcement(&self, served_on: Day) -> Day {
        let wait = self.number("paymentOrderEnforcementMonths", self.made_on.unwrap_or(served_on));
        let wait_ends = self.waited(served_on.plus_months(wait));
        wait_ends.max(self.waited(self.opposition(served_on))).next()
    }

    fn report(&self, served_on: Day) -> Day {
        let month_ends = self.waited(served_on.plus_months(self.number("uncontestedAnswerMonths", served_on)));
        month_ends.plus_days(self.number("uncontestedReportDays", served_on))
    }

    fn report_service(&self) -> Day {
        Self::kept(self.since.plus_months(self.number("uncontestedServiceMonths", self.since)))
    }

    fn small_claim_answer(&self) -> Day {
        self.waited(self.since.plus_months(self.number("smallClaimsAnswerMonths", self.since)))
    }

    fn after_publication(&self, id: &str) -> Option<Day> {
        let published_on = self.published_on?;
        Some(Self::kept(published_on.plus_months(self.number(id, published_on))))
    }

    fn relief_declaration(&self) -> Day {
        Self::kept(self.since.plus_months(self.number("reliefDeclarationMonths", self.since)))
    }

    fn claim_answer(&self) -> Day {
        Self::kept(self.since.plus_days(self.number("claimContestDays", self.since)))
    }

    fn cheque_certificate(&self) -> Day {
        self.waited(self.since.plus_days(self.number("chequeCertificateDays", self.since))).next()
    }

    fn cheque_title(&self) -> Day {
        self.waited(self.since.plus_days(self.number("chequeTitleDays", self.since))).next()
    }

    /// What time alone does to a state.
    pub(super) fn lapse(&self, state: State) -> Option<Lapse> {
        let lapse = |last_day: Day, to| Some(Lapse { on: last_day.next(), to });
        match state {
            State::OrderMade => lapse(self.order_service(self.since), State::OrderVoid),
            State::OrderServed => Some(Lapse { on: self.enforcement(self.since), to: State::OrderUnopposed }),
            State::DemandRunning => Some(Lapse { on: self.report(self.since), to: State::ReportPossible }),
            State::ReportEnforceable => lapse(self.report_service(), State::ReportLate),
            State::SmallClaimInvited => lapse(self.small_claim_answer(), State::SmallClaimFailed),
            State::DeclarationRunning => lapse(self.after_publication("claimDeclarationMonths")?, State::DeclarationMissed),
            State::DeclarationMissed => lapse(self.after_publication("foreclosureReliefMonths")?, State::Foreclosed),
            State::ReliefGranted => lapse(self.relief_declaration(), State::Foreclosed),
            State::ClaimContested => lapse(self.claim_answer(), State::AnswerMissed),
            State::ChequeUnpaid => Some(Lapse { on: self.cheque_certificate(), to: State::CertificatePossible }),
            State::ChequeServed => Some(Lapse { on: self.cheque_title(), to: State::ChequeTitlePossible }),
            _ => None,
        }
    }

    /// The last day on which relief can be asked for, where it is known.
    pub(super) fn relief_until(&self) -> Option<Day> {
        self.after_publication("foreclosureReliefMonths")
    }

    /// The terms that run in a state.
    pub(super) fn terms(&self, state: State) -> Vec<Term> {
        match state {
            State::OrderMade | State::OrderServed | State::OrderOpposed => self.payment_order(state),
            State::DemandRunning | State::ReportEnforceable | State::SmallClaimInvited => self.before_an_officer(state),
            State::ChequeUnpaid | State::ChequeServed => self.cheque(state),
            State::CourtGranted => vec![self.latest(
                TermId::DecisionService,
                Self::kept(self.since.plus_months(self.number("defaultJudgmentMonths", self.since))),
                "defaultJudgmentMonths",
                "Si le client n’a pas comparu, faites signifier la décision au plus tard le {}\u{a0}: après, elle est non avenue.",
            )],
            _ => self.insolvency(state),
        }
    }

    fn payment_order(&self, state: State) -> Vec<Term> {
        let since = self.since;
        match state {
            State::OrderMade => vec![self.latest(
                TermId::OrderService,
                self.order_service(since),
                "paymentOrderServiceMonths",
                "Faites signifier l’ordonnance au plus tard le {}\u{a0}: après, elle est non avenue et il faut tout \
                 recommencer. Elle n’interrompt la prescription qu’une fois signifiée.",
            )],
            State::OrderServed => vec![
                self.term(
                    TermId::OrderOpposition,
                    Bound::Theirs,
                    since,
                    self.waited(self.opposition(since)),
                    "paymentOrderOppositionMonths",
                    "Le client peut former opposition jusqu’au {}\u{202f}; plus tard encore si l’acte ne lui a pas été remis en \
                     personne.",
                ),
                self.earliest(
                    TermId::OrderEnforcement,
                    self.enforcement(since),
                    "paymentOrderEnforcementMonths",
                    "Sans opposition, l’injonction de payer peut être exécutée à partir du {}.",
                ),
            ],
            _ => self.opposition_answer(),
        }
    }

    fn before_an_officer(&self, state: State) -> Vec<Term> {
        vec![match state {
            State::DemandRunning => self.earliest(
                TermId::NonContestationReport,
                self.report(self.since),
                "uncontestedReportDays",
                "Sans paiement ni contestation, le procès-verbal de non-contestation peut être dressé à partir du {}.",
            ),
            State::ReportEnforceable => self.latest(
                TermId::ReportService,
                self.report_service(),
                "uncontestedServiceMonths",
                "Faites signifier le procès-verbal exécutoire au plus tard le {}.",
            ),
            _ => self.term(
                TermId::SmallClaimAnswer,
                Bound::Theirs,
                self.since,
                self.small_claim_answer(),
                "smallClaimsAnswerMonths",
                "Le client peut accepter jusqu’au {}\u{202f}; son silence vaut refus.",
            ),
        }]
    }

    fn cheque(&self, state: State) -> Vec<Term> {
        vec![match state {
            State::ChequeUnpaid => self.earliest(
                TermId::ChequeCertificate,
                self.cheque_certificate(),
                "chequeCertificateDays",
                "Sans régularisation, demandez le certificat de non-paiement à la banque du client à partir du {}.",
            ),
            _ => self.earliest(
                TermId::ChequeTitle,
                self.cheque_title(),
                "chequeTitleDays",
                "Sans preuve de paiement, le commissaire de justice peut délivrer un titre exécutoire à partir du {}.",
            ),
        }]
    }

    fn insolvency(&self, state: State) -> Vec<Term> {
        let published = |id, figure: &str, text: &str| {
            let (from, day) = self.published_on.zip(self.after_publication(figure))?;
            Some(self.term(id, Bound::Latest, from, day, figure, text))
        };
        let first = match state {
            State::DeclarationRunning => published(
                TermId::ClaimDeclaration,
                "claimDeclarationMonths",
                "Envoyez la déclaration de créance au plus tard le {}\u{a0}: la date d’envoi compte. Un créancier établi hors du \
                 territoire du tribunal a un délai plus long.",
            ),
            State::DeclarationMissed | State::DeclaredLate => published(
                TermId::ForeclosureRelief,
                "foreclosureReliefMonths",
                "Demandez le relevé de forclusion au juge-commissaire au plus tard le {}, en disant pourquoi la déclaration n’a \
                 pas été faite à temps.",
            ),
            State::ReliefGranted => Some(self.latest(
                TermId::ReliefDeclaration,
                self.relief_declaration(),
                "reliefDeclarationMonths",
                "Déclarez la créance au plus tard le {}\u{a0}: après un relevé de forclusion, le délai est réduit de moitié et court \
                 de la notification de la décision.",
            )),
            State::ClaimContested => Some(self.latest(
                TermId::ClaimAnswer,
                self.claim_answer(),
                "claimContestDays",
                "Répondez au mandataire au plus tard le {}\u{a0}: sans réponse, vous ne pourrez plus contester sa proposition.",
            )),
            // Goods are claimed back whatever becomes of the claim.
            State::ReliefPending
            | State::Foreclosed
            | State::ClaimDeclared
            | State::AnswerMissed
            | State::ClaimAnswered
            | State::ClaimAdmitted
            | State::ClaimRejected => None,
            _ => return Vec::new(),
        };
        let goods = published(
            TermId::RetentionOfTitle,
            "retentionOfTitleClaimMonths",
            "Si vos conditions vous réservent la propriété des biens livrés, revendiquez-les au plus tard le {}.",
        );
        first.into_iter().chain(goods).collect()
    }

    /// A term the user must keep, counted from the day the state began.
    fn latest(&self, id: TermId, day: Day, figure: &str, text: &str) -> Term {
        self.term(id, Bound::Latest, self.since, day, figure, text)
    }

    /// A term the user must wait for, counted from the day the state began.
    fn earliest(&self, id: TermId, day: Day, figure: &str, text: &str) -> Term {
        self.term(id, Bound::Earliest, self.since, day, figure, text)
    }

    fn opposition_answer(&self) -> Vec<Term> {
        let term = |figure: &str, text: &str| {
            let day = Self::kept(self.since.plus_days(self.number(figure, self.since)));
            self.term(TermId::OppositionAnswer, Bound::Latest, self.since, day, figure, text)
        };
        let commercial = || {
            term(
                "paymentOrderDepositDays",
                "Devant le tribunal de commerce, consignez les frais au plus tard le {}, compté par prudence depuis l’opposition\
                 \u{a0}: sinon la procédure est caduque.",
            )
        };
        let judicial = || {
            term(
                "paymentOrderLawyerDays",
                "Devant le tribunal judiciaire, si un avocat est obligatoire, prenez-en un au plus tard le {}, compté par prudence \
                 depuis l’opposition\u{a0}: sinon l’instance s’éteint et la prescription n’a pas été interrompue.",
            )
        };
        match self.tribunal {
            Tribunal::Commercial => vec![commercial()],
            Tribunal::Judicial => vec![judicial()],
            Tribunal::Unknown => vec![commercial(), judicial()],
        }
    }

    fn term(&self, id: TermId, bound: Bound, from: Day, day: Day, figure: &str, text: &str) -> Term {
        let source = self.row(figure, from).map(|row| row.source.clone()).unwrap_or_default();
        Term { id, bound, from, day, message: text.replace("{}", &french::day(day)), source }
    }
}
