//! The stable ids of routes, terms and helpers, each with its French name.

use serde::{Deserialize, Serialize};

/// Declares an enum of stable ids with the list of all of them and a French name for each.
macro_rules! named_ids {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident => $title:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[serde(rename_all = "camelCase")]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// Every id, in the order of the law's usual steps.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its French name.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self {
                    $(Self::$variant => $title,)+
                }
            }
        }
    };
}

named_ids! {
    /// A route: an amicable step, a procedure or a special remedy.
    OptionId {
        /// Look the debtor up: registers, BODACC, invoice received.
        CheckDebtor => "Vérifier la situation du client",
        /// Telephone or e-mail.
        #[doc(alias = "relance téléphonique")]
        Call => "Téléphoner au client",
        /// A reminder letter.
        #[doc(alias = "relance")]
        Reminder => "Envoyer une relance",
        /// A formal notice to pay.
        #[doc(alias = "mise en demeure")]
        FormalNotice => "Envoyer une mise en demeure",
        /// A summons to pay by a judicial officer.
        #[doc(alias = "sommation de payer")]
        SummonsToPay => "Faire délivrer une sommation de payer",
        /// A signed payment plan.
        #[doc(alias = "échéancier")]
        PaymentPlan => "Signer un échéancier",
        /// A written acknowledgment of the debt.
        #[doc(alias = "reconnaissance de dette")]
        Acknowledgment => "Obtenir une reconnaissance de dette",
        /// The conciliator of justice.
        #[doc(alias = "conciliateur de justice")]
        Conciliator => "Saisir un conciliateur de justice",
        /// A mediation by agreement.
        #[doc(alias = "médiation conventionnelle")]
        Mediation => "Proposer une médiation",
        /// The public mediator of businesses.
        #[doc(alias = "Médiateur des entreprises")]
        BusinessOmbudsman => "Saisir le Médiateur des entreprises",
        /// The simplified procedure for small claims (CPCE L125-1).
        #[doc(alias = "procédure simplifiée de recouvrement des petites créances")]
        SmallClaims => "Procédure simplifiée des petites créances",
        /// The procedure for uncontested commercial claims (CPCE L126-1).
        #[doc(alias = "créances commerciales incontestées")]
        UncontestedCommercial => "Procédure des créances commerciales incontestées",
        /// The payment order (CPC 1405).
        #[doc(alias = "injonction de payer")]
        PaymentOrder => "Injonction de payer",
        /// Summary proceedings for an interim payment (CPC 835, 873).
        #[doc(alias = "référé-provision")]
        SummaryProceedings => "Référé-provision",
        /// Proceedings on the merits.
        #[doc(alias = "assignation au fond")]
        OrdinaryProceedings => "Procès au fond",
        /// The European payment order.
        #[doc(alias = "injonction de payer européenne")]
        EuropeanPaymentOrder => "Injonction de payer européenne",
        /// The European small claims procedure.
        #[doc(alias = "règlement européen des petits litiges")]
        EuropeanSmallClaims => "Procédure européenne des petits litiges",
        /// A protective attachment.
        #[doc(alias = "saisie conservatoire")]
        ProtectiveAttachment => "Saisie conservatoire",
        /// Enforcement of a title.
        #[doc(alias = "exécution forcée")]
        Enforcement => "Exécution forcée",
        /// Suspending one's own performance.
        #[doc(alias = "exception d’inexécution")]
        SuspendPerformance => "Suspendre ses prestations",
        /// Keeping the debtor's goods.
        #[doc(alias = "droit de rétention")]
        Retention => "Retenir le bien du client",
        /// Taking back goods sold under retention of title.
        #[doc(alias = "réserve de propriété")]
        RetentionOfTitle => "Reprendre la marchandise (réserve de propriété)",
        /// Claiming from the debtor's own customer.
        #[doc(alias = "action directe")]
        DirectAction => "Action directe contre un tiers",
        /// Claiming from the guarantor.
        #[doc(alias = "caution")]
        Guarantor => "Demander le paiement à la caution",
        /// Claiming from the partners of a civil company.
        #[doc(alias = "associés de société civile")]
        CompanyPartners => "Poursuivre les associés",
        /// The certificate and title of an unpaid cheque.
        #[doc(alias = "certificat de non-paiement")]
        UnpaidCheque => "Recouvrer le chèque impayé",
        /// Declaring the claim in insolvency proceedings.
        #[doc(alias = "déclaration de créance")]
        ClaimDeclaration => "Déclarer la créance",
        /// An ad hoc representative for a company struck off.
        #[doc(alias = "mandataire ad hoc")]
        AdHocRepresentative => "Faire désigner un mandataire ad hoc",
        /// The written demand to a public body.
        #[doc(alias = "mémoire en réclamation")]
        PublicDemand => "Adresser une demande à l’administration",
        /// Summary proceedings before the administrative court.
        #[doc(alias = "référé-provision administratif")]
        AdministrativeSummary => "Référé-provision administratif",
        /// Recovering VAT on an irrecoverable claim.
        #[doc(alias = "TVA irrécouvrable")]
        VatRelief => "Récupérer la TVA de l’impayé",
        /// A lawyer where the debtor is.
        ForeignLawyer => "Prendre un avocat dans le pays du client",
    }
}

named_ids! {
    /// Which procedural term.
    DeadlineId {
        /// Serving a payment order (CPC 1411).
        PaymentOrderService => "Signifier l’injonction de payer",
        /// The debtor's opposition (CPC 1416).
        PaymentOrderOpposition => "Opposition du débiteur",
        /// Enforcing a payment order (CPC 1422): earliest.
        PaymentOrderEnforcement => "Exécuter l’injonction de payer",
        /// Declaring the claim in insolvency proceedings (C. com. R622-24).
        ClaimDeclaration => "Déclarer la créance",
        /// Asking relief from foreclosure (C. com. L622-26).
        #[doc(alias = "relevé de forclusion")]
        ForeclosureRelief => "Demander le relevé de forclusion",
        /// Claiming goods under retention of title (C. com. L624-9).
        #[doc(alias = "revendication")]
        RetentionOfTitleClaim => "Revendiquer la marchandise",
        /// The report that an uncontested commercial claim was not contested (CPCE L126-3): earliest.
        #[doc(alias = "procès-verbal de non-contestation")]
        NonContestationReport => "Procès-verbal de non-contestation",
        /// The certificate of an unpaid cheque (CMF L131-73): earliest.
        #[doc(alias = "certificat de non-paiement")]
        ChequeCertificate => "Certificat de non-paiement du chèque",
        /// The complaint to a public body (CCAG).
        #[doc(alias = "mémoire en réclamation")]
        PublicComplaint => "Mémoire en réclamation",
    }
}

named_ids! {
    /// Who can recover the claim.
    HelperId {
        /// The creditor alone.
        #[serde(rename = "self")]
        Oneself => "Vous-même",
        /// An online service.
        OnlineService => "Un service en ligne",
        /// A collection agency.
        #[doc(alias = "société de recouvrement")]
        CollectionAgency => "Une société de recouvrement",
        /// A judicial officer.
        #[doc(alias = "commissaire de justice")]
        JudicialOfficer => "Un commissaire de justice",
        /// A lawyer.
        Lawyer => "Un avocat",
        /// A credit insurer.
        #[doc(alias = "assureur-crédit")]
        CreditInsurer => "Un assureur-crédit",
        /// A factoring company.
        #[doc(alias = "affacturage")]
        Factoring => "Une société d’affacturage",
        /// An administrative assistant.
        Assistant => "Un assistant administratif",
    }
}
