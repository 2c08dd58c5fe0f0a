//! What can happen in a procedure, from its first act to its end.

use dument_law::procedures::InsolvencyKind;
use dument_law::{Day, Money};
use serde::{Deserialize, Serialize};

/// A procedure that the ledger follows through its states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ProcedureKind {
    /// The payment order (CPC 1405 to 1422).
    #[doc(alias = "injonction de payer")]
    PaymentOrder,
    /// The uncontested commercial claim (CPCE L126-1 to L126-6).
    #[doc(alias = "créance commerciale incontestée")]
    UncontestedCommercial,
    /// The simplified procedure for small claims, before a judicial officer (CPCE L125-1).
    #[doc(alias = "petites créances")]
    SmallClaims,
    /// The debtor's insolvency proceedings (C. com. L622-21 and following).
    #[doc(alias = "procédure collective")]
    Insolvency,
    /// The unpaid cheque (CMF L131-73).
    #[doc(alias = "chèque impayé")]
    UnpaidCheque,
    /// A summons before a court, summary proceedings included.
    #[doc(alias = "assignation")]
    Court,
}

impl ProcedureKind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::PaymentOrder, Self::UncontestedCommercial, Self::SmallClaims, Self::Insolvency, Self::UnpaidCheque, Self::Court];

    /// Its French name.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::PaymentOrder => "Injonction de payer",
            Self::UncontestedCommercial => "Créance commerciale incontestée",
            Self::SmallClaims => "Petites créances",
            Self::Insolvency => "Procédure collective",
            Self::UnpaidCheque => "Chèque impayé",
            Self::Court => "Assignation",
        }
    }

    /// Whether opening it means that a debt goes to court or to an officer of justice. Insolvency proceedings are the debtor's own.
    #[must_use]
    pub fn is_recovery(self) -> bool {
        self != Self::Insolvency
    }
}

/// The court asked for a payment order: decides what must follow an opposition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Tribunal {
    /// Not said: the terms of both are told.
    #[default]
    Unknown,
    /// The commercial court, or that of economic activities.
    #[doc(alias = "tribunal de commerce")]
    Commercial,
    /// The judicial court, its judge of protection included.
    #[doc(alias = "tribunal judiciaire")]
    Judicial,
}

/// An act of a procedure, told by its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Act {
    /// A payment order was asked for.
    #[doc(alias = "requête en injonction de payer")]
    OrderRequested {
        /// Of which court.
        #[serde(default)]
        tribunal: Tribunal,
    },
    /// The court made the order.
    #[doc(alias = "ordonnance")]
    OrderMade {
        /// For a part of the sum alone: to serve it gives up the rest (CPC 1409).
        #[serde(default)]
        partly: bool,
    },
    /// The court refused it.
    OrderRefused,
    /// It was served on the debtor.
    #[doc(alias = "signification")]
    OrderServed,
    /// The debtor opposed it.
    #[doc(alias = "opposition")]
    OrderOpposed,
    /// What an opposition asks of the creditor was done: costs deposited, or a lawyer appointed.
    OppositionAnswered,
    /// The proceedings after the opposition lapsed.
    #[doc(alias = "caducité")]
    OppositionLapsed,
    /// The court judged after the opposition.
    OppositionJudged {
        /// For the creditor, at least in part.
        granted: bool,
    },
    /// The order became a title: no opposition in time.
    #[doc(alias = "formule exécutoire")]
    OrderEnforceable,
    /// The creditor withdrew.
    OrderWithdrawn,

    /// The officer served the demand to pay (CPCE L126-2).
    #[doc(alias = "commandement de payer")]
    DemandServed,
    /// The debtor contested it: the procedure ends.
    DemandContested,
    /// The officer drew up the report that nothing was contested (CPCE L126-3).
    #[doc(alias = "procès-verbal de non-contestation")]
    ReportDrawnUp,
    /// The registrar made the report enforceable (CPCE L126-4).
    ReportEnforceable,
    /// The registrar refused to.
    ReportRefused,
    /// The enforceable report was served.
    ReportServed,

    /// The officer invited the debtor to the procedure (CPCE R125-2).
    SmallClaimInvited,
    /// The debtor agreed to take part.
    SmallClaimAccepted,
    /// The debtor refused, or no agreement was found.
    SmallClaimRefused,
    /// The officer gave a title on the agreement.
    SmallClaimTitle,

    /// Insolvency proceedings were opened against the debtor, on the day of the judgment.
    #[doc(alias = "jugement d’ouverture")]
    InsolvencyOpened {
        /// Which.
        proceedings: InsolvencyKind,
        /// When the judgment was published in the BODACC; without it no term can be told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        published_on: Option<Day>,
    },
    /// The claim was declared, on the day of posting.
    #[doc(alias = "déclaration de créance")]
    ClaimDeclared {
        /// How much.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amount: Option<Money>,
    },
    /// Relief from foreclosure was asked for.
    #[doc(alias = "relevé de forclusion")]
    ReliefRequested,
    /// It was granted.
    ReliefGranted,
    /// It was refused.
    ReliefRefused,
    /// The representative contested the claim: the letter was received that day.
    ClaimContested,
    /// The creditor answered.
    ClaimAnswered,
    /// The claim was admitted.
    ClaimAdmitted {
        /// For how much.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amount: Option<Money>,
    },
    /// The claim was rejected.
    ClaimRejected,
    /// The proceedings were closed.
    InsolvencyClosed,

    /// A cheque came back unpaid: the day of its first presentation.
    ChequeUnpaid,
    /// It was paid after all.
    ChequePaid,
    /// The bank gave the certificate of non-payment.
    ChequeCertified,
    /// The certificate was served, which is a demand to pay.
    ChequeServed,
    /// The officer gave a title.
    ChequeTitle,

    /// The debtor was summoned before a court: the day of service.
    #[doc(alias = "assignation")]
    CourtSummoned {
        /// In summary proceedings.
        #[doc(alias = "référé-provision")]
        #[serde(default)]
        summary: bool,
    },
    /// The court decided.
    CourtDecided {
        /// For the creditor, at least in part.
        granted: bool,
    },
    /// The decision was served.
    CourtDecisionServed,
    /// The parties settled.
    CourtSettled,
    /// The creditor withdrew.
    CourtWithdrawn,

    /// An act of enforcement under the title that the procedure gave.
    #[doc(alias = "saisie")]
    Enforced,
}

/// The name of an act, without what it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each is the act of the same name")]
pub enum ActKind {
    OrderRequested,
    OrderMade,
    OrderRefused,
    OrderServed,
    OrderOpposed,
    OppositionAnswered,
    OppositionLapsed,
    OppositionJudged,
    OrderEnforceable,
    OrderWithdrawn,
    DemandServed,
    DemandContested,
    ReportDrawnUp,
    ReportEnforceable,
    ReportRefused,
    ReportServed,
    SmallClaimInvited,
    SmallClaimAccepted,
    SmallClaimRefused,
    SmallClaimTitle,
    InsolvencyOpened,
    ClaimDeclared,
    ReliefRequested,
    ReliefGranted,
    ReliefRefused,
    ClaimContested,
    ClaimAnswered,
    ClaimAdmitted,
    ClaimRejected,
    InsolvencyClosed,
    ChequeUnpaid,
    ChequePaid,
    ChequeCertified,
    ChequeServed,
    ChequeTitle,
    CourtSummoned,
    CourtDecided,
    CourtDecisionServed,
    CourtSettled,
    CourtWithdrawn,
    Enforced,
}

impl Act {
    /// Its name.
    #[must_use]
    pub fn kind(&self) -> ActKind {
        match self {
            Self::OrderRequested { .. } => ActKind::OrderRequested,
            Self::OrderMade { .. } => ActKind::OrderMade,
            Self::OrderRefused => ActKind::OrderRefused,
            Self::OrderServed => ActKind::OrderServed,
            Self::OrderOpposed => ActKind::OrderOpposed,
            Self::OppositionAnswered => ActKind::OppositionAnswered,
            Self::OppositionLapsed => ActKind::OppositionLapsed,
            Self::OppositionJudged { .. } => ActKind::OppositionJudged,
            Self::OrderEnforceable => ActKind::OrderEnforceable,
            Self::OrderWithdrawn => ActKind::OrderWithdrawn,
            Self::DemandServed => ActKind::DemandServed,
            Self::DemandContested => ActKind::DemandContested,
            Self::ReportDrawnUp => ActKind::ReportDrawnUp,
            Self::ReportEnforceable => ActKind::ReportEnforceable,
            Self::ReportRefused => ActKind::ReportRefused,
            Self::ReportServed => ActKind::ReportServed,
            Self::SmallClaimInvited => ActKind::SmallClaimInvited,
            Self::SmallClaimAccepted => ActKind::SmallClaimAccepted,
            Self::SmallClaimRefused => ActKind::SmallClaimRefused,
            Self::SmallClaimTitle => ActKind::SmallClaimTitle,
            Self::InsolvencyOpened { .. } => ActKind::InsolvencyOpened,
            Self::ClaimDeclared { .. } => ActKind::ClaimDeclared,
            Self::ReliefRequested => ActKind::ReliefRequested,
            Self::ReliefGranted => ActKind::ReliefGranted,
            Self::ReliefRefused => ActKind::ReliefRefused,
            Self::ClaimContested => ActKind::ClaimContested,
            Self::ClaimAnswered => ActKind::ClaimAnswered,
            Self::ClaimAdmitted { .. } => ActKind::ClaimAdmitted,
            Self::ClaimRejected => ActKind::ClaimRejected,
            Self::InsolvencyClosed => ActKind::InsolvencyClosed,
            Self::ChequeUnpaid => ActKind::ChequeUnpaid,
            Self::ChequePaid => ActKind::ChequePaid,
            Self::ChequeCertified => ActKind::ChequeCertified,
            Self::ChequeServed => ActKind::ChequeServed,
            Self::ChequeTitle => ActKind::ChequeTitle,
            Self::CourtSummoned { .. } => ActKind::CourtSummoned,
            Self::CourtDecided { .. } => ActKind::CourtDecided,
            Self::CourtDecisionServed => ActKind::CourtDecisionServed,
            Self::CourtSettled => ActKind::CourtSettled,
            Self::CourtWithdrawn => ActKind::CourtWithdrawn,
            Self::Enforced => ActKind::Enforced,
        }
    }
}

impl ActKind {
    /// The procedure it opens, if it is a first act.
    #[must_use]
    pub fn opens(self) -> Option<ProcedureKind> {
        match self {
            Self::OrderRequested => Some(ProcedureKind::PaymentOrder),
            Self::DemandServed => Some(ProcedureKind::UncontestedCommercial),
            Self::SmallClaimInvited => Some(ProcedureKind::SmallClaims),
            Self::InsolvencyOpened => Some(ProcedureKind::Insolvency),
            Self::ChequeUnpaid => Some(ProcedureKind::UnpaidCheque),
            Self::CourtSummoned => Some(ProcedureKind::Court),
            _ => None,
        }
    }

    /// What happened, in French, without a full stop.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::OrderRequested => "Requête en injonction de payer déposée",
            Self::OrderMade => "Ordonnance d’injonction de payer rendue",
            Self::OrderRefused => "Injonction de payer refusée",
            Self::OrderServed => "Ordonnance signifiée au client",
            Self::OrderOpposed => "Opposition du client",
            Self::OppositionAnswered => "Frais consignés ou avocat constitué après l’opposition",
            Self::OppositionLapsed => "Caducité après l’opposition",
            Self::OppositionJudged => "Jugement rendu après l’opposition",
            Self::OrderEnforceable => "Ordonnance devenue titre exécutoire",
            Self::OrderWithdrawn => "Désistement",
            Self::DemandServed => "Commandement de payer signifié",
            Self::DemandContested => "Commandement contesté par le client",
            Self::ReportDrawnUp => "Procès-verbal de non-contestation dressé",
            Self::ReportEnforceable => "Procès-verbal rendu exécutoire par le greffier",
            Self::ReportRefused => "Formule exécutoire refusée par le greffier",
            Self::ReportServed => "Procès-verbal exécutoire signifié",
            Self::SmallClaimInvited => "Invitation à la procédure des petites créances envoyée",
            Self::SmallClaimAccepted => "Participation acceptée par le client",
            Self::SmallClaimRefused => "Participation ou accord refusé",
            Self::SmallClaimTitle => "Titre exécutoire délivré sur l’accord",
            Self::InsolvencyOpened => "Procédure collective ouverte",
            Self::ClaimDeclared => "Créance déclarée",
            Self::ReliefRequested => "Relevé de forclusion demandé",
            Self::ReliefGranted => "Relevé de forclusion accordé",
            Self::ReliefRefused => "Relevé de forclusion refusé",
            Self::ClaimContested => "Créance contestée par le mandataire",
            Self::ClaimAnswered => "Réponse envoyée au mandataire",
            Self::ClaimAdmitted => "Créance admise",
            Self::ClaimRejected => "Créance rejetée",
            Self::InsolvencyClosed => "Procédure collective clôturée",
            Self::ChequeUnpaid => "Chèque présenté et impayé",
            Self::ChequePaid => "Chèque régularisé",
            Self::ChequeCertified => "Certificat de non-paiement obtenu",
            Self::ChequeServed => "Certificat de non-paiement signifié",
            Self::ChequeTitle => "Titre exécutoire délivré",
            Self::CourtSummoned => "Assignation signifiée",
            Self::CourtDecided => "Décision rendue",
            Self::CourtDecisionServed => "Décision signifiée",
            Self::CourtSettled => "Accord trouvé",
            Self::CourtWithdrawn => "Désistement du tribunal",
            Self::Enforced => "Acte d’exécution",
        }
    }
}
