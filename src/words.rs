//! What the domain's terms are called on the screen.

use dument_law::limitation::ClaimKind;
use dument_law::procedures::Evidence;
use dument_law::{EventKind, Outcome, PartyKind, Place, PublicKind};

/// The kinds of debtor, in the words of « Mon client est… », the three usual ones first.
pub const DEBTORS: [(PartyKind, &str); 9] = [
    (PartyKind::Company, "une entreprise (société)"),
    (PartyKind::Consumer, "un particulier"),
    (PartyKind::PublicBody, "une administration"),
    (PartyKind::SoleTrader, "un commerçant"),
    (PartyKind::Craftsman, "un artisan"),
    (PartyKind::Liberal, "une profession libérale"),
    (PartyKind::Farmer, "un agriculteur"),
    (PartyKind::CivilCompany, "une société civile (SCI…)"),
    (PartyKind::Association, "une association"),
];

/// The kinds of administration.
pub const PUBLIC_KINDS: [(PublicKind, &str); 4] = [
    (PublicKind::State, "l’État (ministère, préfecture, école…)"),
    (PublicKind::Local, "une collectivité (commune, département, région…)"),
    (PublicKind::Hospital, "un hôpital public"),
    (PublicKind::PublicUndertaking, "une entreprise publique"),
];

/// Where a debtor may be, in the words of « Son siège ou son domicile est… ».
pub const PLACES: [(Place, &str); 6] = [
    (Place::France, "en France métropolitaine"),
    (Place::AlsaceMoselle, "en Alsace ou en Moselle"),
    (Place::Overseas, "outre-mer"),
    (Place::Eu, "dans un autre pays de l’Union européenne"),
    (Place::Denmark, "au Danemark"),
    (Place::Abroad, "ailleurs dans le monde"),
];

/// The kinds of creditor, in the words of « Vous êtes… ».
pub const CREDITORS: [(PartyKind, &str); 7] = [
    (PartyKind::Company, "une société commerciale (SARL, SAS, EURL, SA…)"),
    (PartyKind::SoleTrader, "un commerçant en nom propre"),
    (PartyKind::Craftsman, "un artisan en nom propre"),
    (PartyKind::Liberal, "une profession libérale"),
    (PartyKind::Farmer, "un agriculteur"),
    (PartyKind::CivilCompany, "une société civile"),
    (PartyKind::Association, "une association"),
];

/// A kind of debtor, without its article.
#[must_use]
pub fn debtor(kind: PartyKind) -> &'static str {
    DEBTORS.iter().find(|(one, _)| *one == kind).map_or("", |(_, words)| words)
}

/// A kind of claim.
#[must_use]
pub fn claim(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Business => "Facture entre professionnels",
        ClaimKind::Civil => "Créance civile",
        ClaimKind::Consumer => "Facture à un particulier",
        ClaimKind::Public => "Facture à une administration",
        ClaimKind::Carriage => "Transport de marchandises en France",
        ClaimKind::CarriageInternational => "Transport routier international",
        ClaimKind::Removal => "Déménagement",
        ClaimKind::Telecom => "Téléphone ou internet",
        ClaimKind::ResidentialRent => "Loyer d’habitation",
        ClaimKind::CommercialRent => "Loyer commercial, location de matériel",
        ClaimKind::InsurancePremium => "Prime d’assurance",
        ClaimKind::AcceptedBill => "Lettre de change acceptée, billet à ordre",
        ClaimKind::EndorsedBill => "Lettre de change contre un endosseur",
        ClaimKind::Cheque => "Chèque impayé",
        ClaimKind::EnforceableTitle => "Jugement ou autre titre exécutoire",
        ClaimKind::Unknown => "Je ne sais pas",
    }
}

/// Every kind of claim that can be chosen.
pub const CLAIMS: [ClaimKind; 16] = [
    ClaimKind::Business,
    ClaimKind::Consumer,
    ClaimKind::Public,
    ClaimKind::Civil,
    ClaimKind::Carriage,
    ClaimKind::CarriageInternational,
    ClaimKind::Removal,
    ClaimKind::Telecom,
    ClaimKind::ResidentialRent,
    ClaimKind::CommercialRent,
    ClaimKind::InsurancePremium,
    ClaimKind::AcceptedBill,
    ClaimKind::EndorsedBill,
    ClaimKind::Cheque,
    ClaimKind::EnforceableTitle,
    ClaimKind::Unknown,
];

/// What happened.
#[must_use]
pub fn event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Reminder => "Relance envoyée",
        EventKind::FormalNotice => "Mise en demeure reçue ou présentée",
        EventKind::Acknowledgment => "Reconnaissance de dette par le client",
        EventKind::PartPayment => "Paiement partiel",
        EventKind::PaymentPlanSigned => "Échéancier signé",
        EventKind::SummonsToPay => "Sommation de payer (commissaire de justice)",
        EventKind::CollectionAgency => "Société de recouvrement saisie",
        EventKind::InvoiceReissued => "Facture refaite ou renvoyée",
        EventKind::Mediation => "Médiation ou conciliation",
        EventKind::ParticipatoryProcedure => "Procédure participative",
        EventKind::SmallClaimsAccepted => "Petites créances\u{a0}: accord du client pour participer",
        EventKind::PaymentOrderRequested => "Injonction de payer demandée",
        EventKind::PaymentOrderMade => "Ordonnance d’injonction de payer rendue",
        EventKind::PaymentOrderServed => "Injonction de payer signifiée au client",
        EventKind::OppositionFormed => "Opposition du client à l’injonction",
        EventKind::CourtClaim => "Assignation en justice (référé ou fond)",
        EventKind::CourtExpert => "Expertise ordonnée par le juge",
        EventKind::ProtectiveMeasure => "Saisie conservatoire",
        EventKind::TitleObtained => "Titre exécutoire obtenu",
        EventKind::EnforcementAct => "Acte d’exécution (saisie, commandement)",
        EventKind::ClaimDeclared => "Créance déclarée à la procédure collective",
        EventKind::WrittenDemand => "Réclamation écrite à l’administration",
        EventKind::RegisteredNotice => "Lettre recommandée (prime d’assurance)",
        EventKind::NonContestationServed => "Commandement de payer une créance incontestée",
        EventKind::ChequePresented => "Chèque présenté, impayé",
    }
}

/// Every event that can be added, in the order they usually happen.
pub const EVENTS: [EventKind; 25] = [
    EventKind::Reminder,
    EventKind::FormalNotice,
    EventKind::Acknowledgment,
    EventKind::PartPayment,
    EventKind::PaymentPlanSigned,
    EventKind::SummonsToPay,
    EventKind::CollectionAgency,
    EventKind::InvoiceReissued,
    EventKind::WrittenDemand,
    EventKind::RegisteredNotice,
    EventKind::Mediation,
    EventKind::ParticipatoryProcedure,
    EventKind::SmallClaimsAccepted,
    EventKind::PaymentOrderRequested,
    EventKind::PaymentOrderMade,
    EventKind::PaymentOrderServed,
    EventKind::OppositionFormed,
    EventKind::NonContestationServed,
    EventKind::CourtClaim,
    EventKind::CourtExpert,
    EventKind::ProtectiveMeasure,
    EventKind::TitleObtained,
    EventKind::EnforcementAct,
    EventKind::ClaimDeclared,
    EventKind::ChequePresented,
];

/// The evidence one can hold, the most telling first.
pub const EVIDENCE: [(Evidence, &str); 9] = [
    (Evidence::WrittenAcknowledgment, "Un écrit où le client reconnaît la dette"),
    (Evidence::SignedQuote, "Un devis signé"),
    (Evidence::Contract, "Un contrat signé"),
    (Evidence::Order, "Un bon de commande"),
    (Evidence::DeliveryNote, "Un bon de livraison signé"),
    (Evidence::Acceptance, "Un procès-verbal de réception"),
    (Evidence::TermsAccepted, "Des conditions générales acceptées"),
    (Evidence::Correspondence, "Des courriels ou des lettres"),
    (Evidence::PlatformStatus, "Le statut de la facture sur une plateforme"),
];

/// A piece of evidence, in a few words.
#[must_use]
pub fn evidence(evidence: Evidence) -> String {
    EVIDENCE.iter().find(|(one, _)| *one == evidence).map(|(_, words)| words.to_lowercase()).unwrap_or_default()
}

/// How proceedings ended.
pub const OUTCOMES: [(Outcome, &str); 5] = [
    (Outcome::Granted, "le juge a fait droit à la demande"),
    (Outcome::Settled, "accord entre les parties"),
    (Outcome::Withdrawn, "désistement"),
    (Outcome::Lapsed, "caducité ou péremption"),
    (Outcome::Dismissed, "demande rejetée"),
];

/// Whether an event goes on until a later day.
#[must_use]
pub fn lasts(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::CourtClaim
            | EventKind::PaymentOrderServed
            | EventKind::ProtectiveMeasure
            | EventKind::ClaimDeclared
            | EventKind::Mediation
            | EventKind::ParticipatoryProcedure
            | EventKind::SmallClaimsAccepted
            | EventKind::CourtExpert
    )
}

/// Whether an event ends in one way or another.
#[must_use]
pub fn has_outcome(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::CourtClaim | EventKind::PaymentOrderServed | EventKind::ProtectiveMeasure | EventKind::ClaimDeclared
    )
}
