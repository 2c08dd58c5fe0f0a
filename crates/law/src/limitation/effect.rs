//! What an event does to limitation: the table of causes.
//!
//! C. civ. 2240, 2241 and 2244: acknowledgment by the debtor, a claim before a court, a protective measure, an act of
//! enforcement interrupt, and nothing else does (Cass. com. 18 May 2022, 20-23.204). C. civ. 2238 and 2239: mediation,
//! conciliation, a participatory procedure, the debtor's consent to the small claims procedure and a measure of inquiry
//! before trial suspend. Loi 68-1250, article 2: against a public debtor any written demand interrupts too. C. assur.
//! L114-2: for a premium, so does the insurer's registered letter. Where a special text gives a letter a debated effect
//! (CMR, article 32; C. postes L34-2), it isn't counted, and the timeline says so.

use serde::{Deserialize, Serialize};

use super::input::ClaimKind;
use crate::EventKind;

/// What a moment of the timeline does to the cautious date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "MomentEffect"))]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// A full period starts.
    Starts,
    /// What had run is erased: a new full period, at once or when proceedings end.
    #[doc(alias = "interruption")]
    Interrupts,
    /// The period stands still.
    #[doc(alias = "suspension")]
    Suspends,
    /// The rest of the period runs on.
    Resumes,
    /// Proceedings that ended so that they never interrupted.
    #[doc(alias = "non avenue")]
    Undone,
    /// Nothing.
    None,
    /// Nothing any more: the period was over.
    TooLate,
    /// The period was over; the debtor may have waived that.
    #[doc(alias = "renonciation")]
    Waived,
}

/// How an event acts on the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// A new full period from its day.
    Interrupts,
    /// No period until proceedings end, then a new full one.
    Proceedings(Ending),
    /// The period stands still until it ends.
    Suspends,
    /// Nothing.
    Nothing,
}

impl Action {
    /// Whether it has an end of its own.
    pub(super) fn lasts(self) -> bool {
        matches!(self, Self::Proceedings(_) | Self::Suspends)
    }
}

/// What proceedings are when no end is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Still under way.
    Open,
    /// Over on their own day.
    SameDay,
}

/// How a kind of event acts, the text that says so, and what to say of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cause {
    pub(super) action: Action,
    pub(super) source: &'static str,
    pub(super) sentence: &'static str,
}

impl EventKind {
    /// Whether it is a letter of the creditor, whatever its name.
    fn is_letter(self) -> bool {
        matches!(self, Self::WrittenDemand | Self::RegisteredNotice | Self::Reminder | Self::FormalNotice)
    }
}

const LIMITED_LIST: &str = "cass-com-2022-05-18-20-23.204";

impl Cause {
    /// What this kind of event does to this kind of claim.
    pub(super) fn of(kind: EventKind, claim: ClaimKind) -> Self {
        match claim {
            ClaimKind::Public => Self::against_public_body(kind),
            ClaimKind::InsurancePremium if kind == EventKind::RegisteredNotice => Self {
                action: Action::Interrupts,
                source: "cassur-l114-2",
                sentence: "La lettre recommandée de l’assureur interrompt la prescription de la prime.",
            },
            ClaimKind::CarriageInternational if kind.is_letter() => Self {
                source: "cmr-32",
                sentence: "La convention CMR fait suspendre le délai par une réclamation écrite, surtout celle faite au \
                           transporteur\u{a0}: par prudence, elle n’est pas comptée.",
                ..Self::in_general(kind)
            },
            ClaimKind::Telecom if kind.is_letter() => Self {
                source: "cpostes-l34-2",
                sentence: "La loi parle de sommes «\u{a0}réclamées\u{a0}» dans l’année, mais qu’une lettre suffise est discuté\u{a0}: par \
                           prudence, elle n’est pas comptée.",
                ..Self::in_general(kind)
            },
            _ => Self::in_general(kind),
        }
    }

    /// The special law of public debtors, and the common one for the rest.
    fn against_public_body(kind: EventKind) -> Self {
        let common = Self::in_general(kind);
        match (kind, common.action) {
            (EventKind::WrittenDemand | EventKind::Reminder | EventKind::FormalNotice, _) => Self {
                action: Action::Interrupts,
                source: "loi-68-1250-2",
                sentence: "Toute demande écrite de paiement à une personne publique interrompt la prescription.",
            },
            (EventKind::SummonsToPay, _) => Self {
                sentence: "Par prudence, la sommation n’est pas comptée\u{a0}: seule l’est une demande écrite adressée à \
                           l’administration elle-même.",
                source: "loi-68-1250-2",
                ..common
            },
            (EventKind::CourtClaim, _) => Self {
                source: "loi-68-1250-2",
                sentence: "Un recours devant un juge interrompt la prescription jusqu’à la décision définitive.",
                ..common
            },
            (_, Action::Interrupts | Action::Proceedings(_)) => Self { source: "loi-68-1250-2", ..common },
            (EventKind::Mediation, _) => Self { source: "loi-68-1250-2-1", ..common },
            _ => common,
        }
    }

    #[expect(clippy::too_many_lines, reason = "one row per kind of event: a table reads best whole")]
    fn in_general(kind: EventKind) -> Self {
        let (action, source, sentence) = match kind {
            EventKind::Acknowledgment => {
                (Action::Interrupts, "cciv-2240", "Le débiteur a reconnu sa dette\u{a0}: la prescription est interrompue.")
            }
            EventKind::PartPayment => (
                Action::Interrupts,
                "cciv-2240",
                "Un paiement partiel du débiteur lui-même vaut reconnaissance de toute la dette\u{a0}: la prescription est interrompue.",
            ),
            EventKind::PaymentPlanSigned => (
                Action::Interrupts,
                "cciv-2240",
                "En signant l’échéancier, le débiteur a reconnu sa dette\u{a0}: la prescription est interrompue.",
            ),
            EventKind::EnforcementAct => {
                (Action::Interrupts, "cciv-2244", "Un acte d’exécution forcée interrompt la prescription.")
            }
            EventKind::CourtClaim => (
                Action::Proceedings(Ending::Open),
                "cciv-2241",
                "La demande en justice, même en référé, interrompt la prescription au jour où elle est signifiée.",
            ),
            EventKind::PaymentOrderServed => (
                Action::Proceedings(Ending::SameDay),
                "cass-civ1-1990-07-10-89-13.345",
                "La signification de l’injonction de payer interrompt la prescription.",
            ),
            EventKind::ProtectiveMeasure => {
                (Action::Proceedings(Ending::SameDay), "cciv-2244", "La saisie conservatoire interrompt la prescription.")
            }
            EventKind::ClaimDeclared => (
                Action::Proceedings(Ending::Open),
                "ccom-l622-25-1",
                "La déclaration de créance interrompt la prescription jusqu’à la clôture de la procédure collective.",
            ),
            EventKind::Mediation => (
                Action::Suspends,
                "cciv-2238",
                "La médiation ou la conciliation, une fois convenue par écrit ou dès la première réunion, suspend la prescription.",
            ),
            EventKind::ParticipatoryProcedure => {
                (Action::Suspends, "cciv-2238", "La convention de procédure participative suspend la prescription.")
            }
            EventKind::SmallClaimsAccepted => (
                Action::Suspends,
                "cciv-2238",
                "L’accord du débiteur pour la procédure des petites créances suspend la prescription.",
            ),
            EventKind::CourtExpert => {
                (Action::Suspends, "cciv-2239", "La mesure d’instruction ordonnée avant tout procès suspend la prescription.")
            }
            EventKind::WrittenDemand => {
                (Action::Nothing, LIMITED_LIST, "Une demande écrite n’interrompt pas la prescription d’une créance privée.")
            }
            EventKind::RegisteredNotice => (
                Action::Nothing,
                LIMITED_LIST,
                "Une lettre recommandée n’interrompt pas la prescription, sauf pour une prime d’assurance.",
            ),
            EventKind::Reminder => (Action::Nothing, LIMITED_LIST, "Une relance n’interrompt pas la prescription."),
            EventKind::FormalNotice => (
                Action::Nothing,
                LIMITED_LIST,
                "La mise en demeure n’interrompt pas la prescription, même envoyée en recommandé.",
            ),
            EventKind::SummonsToPay => (
                Action::Nothing,
                LIMITED_LIST,
                "La sommation de payer n’interrompt pas la prescription, même remise par un commissaire de justice.",
            ),
            EventKind::PaymentOrderRequested => (
                Action::Nothing,
                "cass-civ1-1990-07-10-89-13.345",
                "La requête en injonction de payer n’interrompt pas la prescription\u{a0}: seule la signification de l’ordonnance le fait.",
            ),
            EventKind::InvoiceReissued => (
                Action::Nothing,
                "cass-com-2020-02-26-18-25.036",
                "Refaire la facture, ou la remplacer par un avoir et une autre facture, ne fait pas repartir le délai.",
            ),
            EventKind::CollectionAgency => (
                Action::Nothing,
                LIMITED_LIST,
                "Confier le dossier à une société de recouvrement n’interrompt pas la prescription.",
            ),
            EventKind::PaymentOrderMade => (
                Action::Nothing,
                "cass-civ1-1990-07-10-89-13.345",
                "L’ordonnance d’injonction de payer n’interrompt pas la prescription tant qu’elle n’est pas signifiée.",
            ),
            EventKind::OppositionFormed => (
                Action::Nothing,
                "cciv-2242",
                "L’opposition du débiteur ne change rien par elle-même\u{a0}: indiquez la fin du procès sur la signification de l’injonction.",
            ),
            EventKind::NonContestationServed => (
                Action::Nothing,
                LIMITED_LIST,
                "L’effet de ce commandement de payer sur la prescription n’est pas établi\u{a0}: par prudence, il n’est pas compté.",
            ),
            EventKind::ChequePresented => {
                (Action::Nothing, LIMITED_LIST, "La présentation d’un chèque n’interrompt pas la prescription.")
            }
            EventKind::TitleObtained => (
                Action::Nothing,
                "cpce-l111-4",
                "Un titre a son propre délai\u{a0}: calculez-le comme titre exécutoire, ou indiquez l’issue de la procédure qui l’a donné.",
            ),
        };
        Self { action, source, sentence }
    }
}
