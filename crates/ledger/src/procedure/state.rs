//! The states of each procedure, and which act leads from one to the next.

use serde::{Deserialize, Serialize};

use crate::{Act, ActKind, ProcedureKind};

/// Where a procedure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum State {
    /// Payment order: asked for, the court hasn't answered.
    OrderRequested,
    /// Payment order: made, to be served in time.
    OrderMade,
    /// Payment order: served, the debtor may oppose it.
    OrderServed,
    /// Payment order: no opposition in time, it can be enforced.
    OrderUnopposed,
    /// Payment order: opposed, the creditor must do what the court asks.
    OrderOpposed,
    /// Payment order: the opposition awaits its judgment.
    OppositionPending,
    /// Payment order: not served in time, as if never made (CPC 1411).
    #[doc(alias = "non avenue")]
    OrderVoid,
    /// Payment order: refused. Nothing prevents another way (CPC 1409).
    OrderRefused,
    /// Payment order: what followed the opposition lapsed.
    OppositionLapsed,

    /// Uncontested claim: the debtor has a month to pay or to contest, and the officer waits some days more.
    DemandRunning,
    /// Uncontested claim: the report can be drawn up.
    ReportPossible,
    /// Uncontested claim: the registrar has the report.
    ReportDrawnUp,
    /// Uncontested claim: enforceable, to be served in time.
    ReportEnforceable,
    /// Uncontested claim: not served in time.
    ReportLate,
    /// Uncontested claim: contested, which ends it.
    DemandContested,
    /// Uncontested claim: the registrar refused.
    ReportRefused,

    /// Small claim: the debtor has a month to accept.
    SmallClaimInvited,
    /// Small claim: accepted, the parties agree on sum and terms.
    SmallClaimAccepted,
    /// Small claim: refused, or no answer in time. The attempt before the judicial court is then made (CPC 750-1, 5°).
    SmallClaimFailed,

    /// Insolvency: its publication isn't known, so no term can be told.
    InsolvencyUnpublished,
    /// Insolvency: the claim is to be declared in time.
    DeclarationRunning,
    /// Insolvency: the term to declare is over; relief can be asked for.
    #[doc(alias = "forclusion")]
    DeclarationMissed,
    /// Insolvency: declared after the term; relief can be asked for.
    DeclaredLate,
    /// Insolvency: relief was asked for.
    ReliefPending,
    /// Insolvency: relief granted, the claim is to be declared in half the usual term.
    ReliefGranted,
    /// Insolvency: the claim can't take part any more.
    Foreclosed,
    /// Insolvency: declared, to be verified.
    ClaimDeclared,
    /// Insolvency: contested by the representative, the creditor has a term to answer.
    ClaimContested,
    /// Insolvency: the term to answer is over (C. com. L622-27).
    AnswerMissed,
    /// Insolvency: answered, the judge decides.
    ClaimAnswered,
    /// Insolvency: admitted.
    ClaimAdmitted,
    /// Insolvency: rejected.
    ClaimRejected,
    /// Insolvency: closed.
    InsolvencyClosed,

    /// Cheque: unpaid, the certificate can't be asked for yet.
    ChequeUnpaid,
    /// Cheque: the certificate can be asked for.
    CertificatePossible,
    /// Cheque: certified, to be served.
    ChequeCertified,
    /// Cheque: served, the drawer has a term to pay.
    ChequeServed,
    /// Cheque: the officer can give a title.
    ChequeTitlePossible,
    /// Cheque: paid.
    ChequePaid,

    /// Court: summoned, no decision yet.
    CourtPending,
    /// Court: decided for the creditor, to be served.
    CourtGranted,
    /// Court: against the creditor.
    CourtDismissed,

    /// There is a title, which can be enforced.
    #[doc(alias = "titre exécutoire")]
    Title,
    /// It is being enforced.
    Enforcing,
    /// The parties settled.
    Settled,
    /// The creditor withdrew.
    Withdrawn,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 46] = [
        Self::OrderRequested,
        Self::OrderMade,
        Self::OrderServed,
        Self::OrderUnopposed,
        Self::OrderOpposed,
        Self::OppositionPending,
        Self::OrderVoid,
        Self::OrderRefused,
        Self::OppositionLapsed,
        Self::DemandRunning,
        Self::ReportPossible,
        Self::ReportDrawnUp,
        Self::ReportEnforceable,
        Self::ReportLate,
        Self::DemandContested,
        Self::ReportRefused,
        Self::SmallClaimInvited,
        Self::SmallClaimAccepted,
        Self::SmallClaimFailed,
        Self::InsolvencyUnpublished,
        Self::DeclarationRunning,
        Self::DeclarationMissed,
        Self::DeclaredLate,
        Self::ReliefPending,
        Self::ReliefGranted,
        Self::Foreclosed,
        Self::ClaimDeclared,
        Self::ClaimContested,
        Self::AnswerMissed,
        Self::ClaimAnswered,
        Self::ClaimAdmitted,
        Self::ClaimRejected,
        Self::InsolvencyClosed,
        Self::ChequeUnpaid,
        Self::CertificatePossible,
        Self::ChequeCertified,
        Self::ChequeServed,
        Self::ChequeTitlePossible,
        Self::ChequePaid,
        Self::CourtPending,
        Self::CourtGranted,
        Self::CourtDismissed,
        Self::Title,
        Self::Enforcing,
        Self::Settled,
        Self::Withdrawn,
    ];

    /// Whether nothing more can come, so that reminders and other ways are open again.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(
            self,
            Self::OrderVoid
                | Self::OrderRefused
                | Self::OppositionLapsed
                | Self::ReportLate
                | Self::DemandContested
                | Self::ReportRefused
                | Self::SmallClaimFailed
                | Self::InsolvencyClosed
                | Self::ChequePaid
                | Self::CourtDismissed
                | Self::Settled
                | Self::Withdrawn
        )
    }

    /// Where it stands, in a few French words.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::OrderRequested => "Requête déposée",
            Self::OrderMade => "Ordonnance à faire signifier",
            Self::OrderServed => "Signifiée, délai d’opposition en cours",
            Self::OrderUnopposed => "Sans opposition, exécution possible",
            Self::OrderOpposed => "Opposition à suivre",
            Self::OppositionPending => "Jugement attendu après l’opposition",
            Self::OrderVoid => "Non avenue, faute de signification à temps",
            Self::OrderRefused => "Requête refusée",
            Self::OppositionLapsed => "Caduque après l’opposition",
            Self::DemandRunning => "Commandement signifié, délai en cours",
            Self::ReportPossible => "Procès-verbal de non-contestation possible",
            Self::ReportDrawnUp => "Procès-verbal chez le greffier",
            Self::ReportEnforceable => "Procès-verbal exécutoire à faire signifier",
            Self::ReportLate => "Procès-verbal non signifié à temps",
            Self::DemandContested => "Contestée par le client",
            Self::ReportRefused => "Refusée par le greffier",
            Self::SmallClaimInvited => "Réponse du client attendue",
            Self::SmallClaimAccepted => "Participation acceptée, accord à conclure",
            Self::SmallClaimFailed => "Échec de la procédure",
            Self::InsolvencyUnpublished => "Ouverte, date de publication à indiquer",
            Self::DeclarationRunning => "Créance à déclarer",
            Self::DeclarationMissed => "Délai de déclaration dépassé",
            Self::DeclaredLate => "Déclarée hors délai",
            Self::ReliefPending => "Relevé de forclusion demandé",
            Self::ReliefGranted => "Relevé de forclusion accordé, créance à déclarer",
            Self::Foreclosed => "Forclose",
            Self::ClaimDeclared => "Déclarée, en attente d’admission",
            Self::ClaimContested => "Contestée, réponse à envoyer",
            Self::AnswerMissed => "Délai de réponse dépassé",
            Self::ClaimAnswered => "Décision du juge-commissaire attendue",
            Self::ClaimAdmitted => "Créance admise",
            Self::ClaimRejected => "Créance rejetée",
            Self::InsolvencyClosed => "Procédure clôturée",
            Self::ChequeUnpaid => "Impayé, délai du certificat en cours",
            Self::CertificatePossible => "Certificat de non-paiement à demander",
            Self::ChequeCertified => "Certificat à faire signifier",
            Self::ChequeServed => "Signifié, délai de paiement en cours",
            Self::ChequeTitlePossible => "Titre exécutoire à demander",
            Self::ChequePaid => "Chèque régularisé",
            Self::CourtPending => "Décision attendue",
            Self::CourtGranted => "Décision favorable à faire signifier",
            Self::CourtDismissed => "Demande rejetée",
            Self::Title => "Titre exécutoire",
            Self::Enforcing => "Exécution en cours",
            Self::Settled => "Accord trouvé",
            Self::Withdrawn => "Désistement",
        }
    }

    /// The first state of a procedure, from its first act.
    #[must_use]
    pub fn first(act: &Act) -> Option<Self> {
        Some(match act {
            Act::OrderRequested { .. } => Self::OrderRequested,
            Act::DemandServed => Self::DemandRunning,
            Act::SmallClaimInvited => Self::SmallClaimInvited,
            Act::InsolvencyOpened { published_on: Some(_), .. } => Self::DeclarationRunning,
            Act::InsolvencyOpened { published_on: None, .. } => Self::InsolvencyUnpublished,
            Act::ChequeUnpaid => Self::ChequeUnpaid,
            Act::CourtSummoned { .. } => Self::CourtPending,
            _ => return None,
        })
    }

    /// Where an act leads, if it can come in this state. Terms that have run out are [`super::procedures`]'s to see.
    #[must_use]
    #[allow(clippy::match_same_arms, reason = "one procedure after another, as they are read")]
    pub fn after(self, act: &Act) -> Option<Self> {
        use Act as A;
        Some(match (self, act) {
            (Self::OrderRequested, A::OrderMade { .. }) => Self::OrderMade,
            (Self::OrderRequested, A::OrderRefused) => Self::OrderRefused,
            (Self::OrderMade, A::OrderServed) => Self::OrderServed,
            // Past the month too: whom the act didn't reach in person can still oppose (CPC 1416).
            (Self::OrderServed | Self::OrderUnopposed, A::OrderOpposed) => Self::OrderOpposed,
            (Self::OrderUnopposed, A::OrderEnforceable) => Self::Title,
            (Self::OrderOpposed, A::OppositionAnswered) => Self::OppositionPending,
            (Self::OrderOpposed | Self::OppositionPending, A::OppositionLapsed) => Self::OppositionLapsed,
            (Self::OrderOpposed | Self::OppositionPending, A::OppositionJudged { granted: true }) => Self::Title,
            (Self::OrderOpposed | Self::OppositionPending, A::OppositionJudged { granted: false }) => Self::CourtDismissed,
            (
                Self::OrderRequested | Self::OrderMade | Self::OrderServed | Self::OrderOpposed | Self::OppositionPending,
                A::OrderWithdrawn,
            ) => Self::Withdrawn,

            (Self::DemandRunning | Self::ReportPossible, A::DemandContested) => Self::DemandContested,
            (Self::ReportPossible, A::ReportDrawnUp) => Self::ReportDrawnUp,
            (Self::ReportDrawnUp, A::ReportEnforceable) => Self::ReportEnforceable,
            (Self::ReportDrawnUp, A::ReportRefused) => Self::ReportRefused,
            (Self::ReportEnforceable, A::ReportServed) => Self::Title,

            (Self::SmallClaimInvited, A::SmallClaimAccepted) => Self::SmallClaimAccepted,
            (Self::SmallClaimInvited | Self::SmallClaimAccepted, A::SmallClaimRefused) => Self::SmallClaimFailed,
            (Self::SmallClaimAccepted, A::SmallClaimTitle) => Self::Title,

            (Self::InsolvencyUnpublished | Self::DeclarationRunning | Self::ReliefGranted, A::ClaimDeclared { .. }) => {
                Self::ClaimDeclared
            }
            (Self::DeclarationMissed, A::ClaimDeclared { .. }) => Self::DeclaredLate,
            (Self::DeclarationMissed | Self::DeclaredLate, A::ReliefRequested) => Self::ReliefPending,
            (Self::ReliefPending, A::ReliefGranted) => Self::ReliefGranted,
            (Self::ReliefPending, A::ReliefRefused) => Self::Foreclosed,
            (Self::ClaimDeclared | Self::DeclaredLate, A::ClaimContested) => Self::ClaimContested,
            (Self::ClaimContested, A::ClaimAnswered) => Self::ClaimAnswered,
            (
                Self::ClaimDeclared | Self::DeclaredLate | Self::ClaimContested | Self::AnswerMissed | Self::ClaimAnswered,
                A::ClaimAdmitted { .. },
            ) => Self::ClaimAdmitted,
            (
                Self::ClaimDeclared | Self::DeclaredLate | Self::ClaimContested | Self::AnswerMissed | Self::ClaimAnswered,
                A::ClaimRejected,
            ) => Self::ClaimRejected,
            (
                Self::InsolvencyUnpublished
                | Self::DeclarationRunning
                | Self::DeclarationMissed
                | Self::DeclaredLate
                | Self::ReliefPending
                | Self::ReliefGranted
                | Self::Foreclosed
                | Self::ClaimDeclared
                | Self::ClaimContested
                | Self::AnswerMissed
                | Self::ClaimAnswered
                | Self::ClaimAdmitted
                | Self::ClaimRejected,
                A::InsolvencyClosed,
            ) => Self::InsolvencyClosed,

            (
                Self::ChequeUnpaid
                | Self::CertificatePossible
                | Self::ChequeCertified
                | Self::ChequeServed
                | Self::ChequeTitlePossible,
                A::ChequePaid,
            ) => Self::ChequePaid,
            (Self::CertificatePossible, A::ChequeCertified) => Self::ChequeCertified,
            (Self::ChequeCertified, A::ChequeServed) => Self::ChequeServed,
            (Self::ChequeTitlePossible, A::ChequeTitle) => Self::Title,

            (Self::CourtPending, A::CourtDecided { granted: true }) => Self::CourtGranted,
            (Self::CourtPending, A::CourtDecided { granted: false }) => Self::CourtDismissed,
            (Self::CourtPending, A::CourtSettled) => Self::Settled,
            (Self::CourtPending, A::CourtWithdrawn) => Self::Withdrawn,
            (Self::CourtGranted, A::CourtDecisionServed) => Self::Title,

            (Self::Title | Self::Enforcing | Self::OrderUnopposed, A::Enforced) => Self::Enforcing,
            _ => return None,
        })
    }
}

impl ActKind {
    /// All of them.
    pub const ALL: [Self; 41] = [
        Self::OrderRequested,
        Self::OrderMade,
        Self::OrderRefused,
        Self::OrderServed,
        Self::OrderOpposed,
        Self::OppositionAnswered,
        Self::OppositionLapsed,
        Self::OppositionJudged,
        Self::OrderEnforceable,
        Self::OrderWithdrawn,
        Self::DemandServed,
        Self::DemandContested,
        Self::ReportDrawnUp,
        Self::ReportEnforceable,
        Self::ReportRefused,
        Self::ReportServed,
        Self::SmallClaimInvited,
        Self::SmallClaimAccepted,
        Self::SmallClaimRefused,
        Self::SmallClaimTitle,
        Self::InsolvencyOpened,
        Self::ClaimDeclared,
        Self::ReliefRequested,
        Self::ReliefGranted,
        Self::ReliefRefused,
        Self::ClaimContested,
        Self::ClaimAnswered,
        Self::ClaimAdmitted,
        Self::ClaimRejected,
        Self::InsolvencyClosed,
        Self::ChequeUnpaid,
        Self::ChequePaid,
        Self::ChequeCertified,
        Self::ChequeServed,
        Self::ChequeTitle,
        Self::CourtSummoned,
        Self::CourtDecided,
        Self::CourtDecisionServed,
        Self::CourtSettled,
        Self::CourtWithdrawn,
        Self::Enforced,
    ];

    /// The procedure it belongs to; none for what any title allows.
    #[must_use]
    pub fn procedure(self) -> Option<ProcedureKind> {
        let at = Self::ALL.iter().position(|kind| *kind == self)?;
        Some(match at {
            0..=9 => ProcedureKind::PaymentOrder,
            10..=15 => ProcedureKind::UncontestedCommercial,
            16..=19 => ProcedureKind::SmallClaims,
            20..=29 => ProcedureKind::Insolvency,
            30..=34 => ProcedureKind::UnpaidCheque,
            35..=39 => ProcedureKind::Court,
            _ => return None,
        })
    }
}

impl Act {
    /// An act of that kind, with nothing more told.
    #[must_use]
    pub fn sample(kind: ActKind) -> Self {
        use dument_law::procedures::InsolvencyKind;
        match kind {
            ActKind::OrderRequested => Self::OrderRequested { tribunal: crate::Tribunal::Unknown },
            ActKind::OrderMade => Self::OrderMade { partly: false },
            ActKind::OrderRefused => Self::OrderRefused,
            ActKind::OrderServed => Self::OrderServed,
            ActKind::OrderOpposed => Self::OrderOpposed,
            ActKind::OppositionAnswered => Self::OppositionAnswered,
            ActKind::OppositionLapsed => Self::OppositionLapsed,
            ActKind::OppositionJudged => Self::OppositionJudged { granted: true },
            ActKind::OrderEnforceable => Self::OrderEnforceable,
            ActKind::OrderWithdrawn => Self::OrderWithdrawn,
            ActKind::DemandServed => Self::DemandServed,
            ActKind::DemandContested => Self::DemandContested,
            ActKind::ReportDrawnUp => Self::ReportDrawnUp,
            ActKind::ReportEnforceable => Self::ReportEnforceable,
            ActKind::ReportRefused => Self::ReportRefused,
            ActKind::ReportServed => Self::ReportServed,
            ActKind::SmallClaimInvited => Self::SmallClaimInvited,
            ActKind::SmallClaimAccepted => Self::SmallClaimAccepted,
            ActKind::SmallClaimRefused => Self::SmallClaimRefused,
            ActKind::SmallClaimTitle => Self::SmallClaimTitle,
            ActKind::InsolvencyOpened => Self::InsolvencyOpened { proceedings: InsolvencyKind::Unknown, published_on: None },
            ActKind::ClaimDeclared => Self::ClaimDeclared { amount: None },
            ActKind::ReliefRequested => Self::ReliefRequested,
            ActKind::ReliefGranted => Self::ReliefGranted,
            ActKind::ReliefRefused => Self::ReliefRefused,
            ActKind::ClaimContested => Self::ClaimContested,
            ActKind::ClaimAnswered => Self::ClaimAnswered,
            ActKind::ClaimAdmitted => Self::ClaimAdmitted { amount: None },
            ActKind::ClaimRejected => Self::ClaimRejected,
            ActKind::InsolvencyClosed => Self::InsolvencyClosed,
            ActKind::ChequeUnpaid => Self::ChequeUnpaid,
            ActKind::ChequePaid => Self::ChequePaid,
            ActKind::ChequeCertified => Self::ChequeCertified,
            ActKind::ChequeServed => Self::ChequeServed,
            ActKind::ChequeTitle => Self::ChequeTitle,
            ActKind::CourtSummoned => Self::CourtSummoned { summary: false },
            ActKind::CourtDecided => Self::CourtDecided { granted: true },
            ActKind::CourtDecisionServed => Self::CourtDecisionServed,
            ActKind::CourtSettled => Self::CourtSettled,
            ActKind::CourtWithdrawn => Self::CourtWithdrawn,
            ActKind::Enforced => Self::Enforced,
        }
    }
}
