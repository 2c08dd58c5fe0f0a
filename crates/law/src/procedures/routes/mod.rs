//! The routes, one file per family: for each, the conditions of the law and what it brings.

mod agreement;
mod amicable;
mod cheque;
mod european;
mod hearing;
mod insolvency;
mod leverage;
mod payment_order;
mod public;
mod seizure;
mod simplified;
mod third_party;
mod vat;

use super::facts::Facts;
use super::route::Route;
use super::{Basis, OptionId};

/// The route of an id, for these facts.
pub(super) fn route(id: OptionId, facts: &Facts<'_>) -> Route {
    match id {
        OptionId::CheckDebtor => amicable::check_debtor(facts),
        OptionId::Call => amicable::call(facts),
        OptionId::Reminder => amicable::reminder(facts),
        OptionId::FormalNotice => amicable::formal_notice(facts),
        OptionId::SummonsToPay => amicable::summons_to_pay(facts),
        OptionId::PaymentPlan => agreement::payment_plan(facts),
        OptionId::Acknowledgment => agreement::acknowledgment(facts),
        OptionId::Conciliator => agreement::conciliator(facts),
        OptionId::Mediation => agreement::mediation(facts),
        OptionId::BusinessOmbudsman => agreement::business_ombudsman(facts),
        OptionId::SmallClaims => simplified::small_claims(facts),
        OptionId::UncontestedCommercial => simplified::uncontested_commercial(facts),
        OptionId::PaymentOrder => payment_order::payment_order(facts),
        OptionId::SummaryProceedings => hearing::summary_proceedings(facts),
        OptionId::OrdinaryProceedings => hearing::ordinary_proceedings(facts),
        OptionId::EuropeanPaymentOrder => european::payment_order(facts),
        OptionId::EuropeanSmallClaims => european::small_claims(facts),
        OptionId::ForeignLawyer => european::foreign_lawyer(facts),
        OptionId::ProtectiveAttachment => seizure::protective_attachment(facts),
        OptionId::Enforcement => seizure::enforcement(facts),
        OptionId::SuspendPerformance => leverage::suspend_performance(facts),
        OptionId::Retention => leverage::retention(facts),
        OptionId::RetentionOfTitle => leverage::retention_of_title(facts),
        OptionId::DirectAction => third_party::direct_action(facts),
        OptionId::Guarantor => third_party::guarantor(facts),
        OptionId::CompanyPartners => third_party::company_partners(facts),
        OptionId::UnpaidCheque => cheque::unpaid_cheque(facts),
        OptionId::ClaimDeclaration => insolvency::claim_declaration(facts),
        OptionId::AdHocRepresentative => insolvency::ad_hoc_representative(facts),
        OptionId::PublicDemand => public::public_demand(facts),
        OptionId::AdministrativeSummary => public::administrative_summary(facts),
        OptionId::VatRelief => vat::vat_relief(facts),
    }
}

/// What proves any claim before any court.
fn evidence(facts: &Facts<'_>) -> Vec<String> {
    let mut documents = vec![
        "Les factures impayées".to_owned(),
        "Le décompte : principal, intérêts, indemnités, paiements reçus".to_owned(),
        "Les relances et la mise en demeure, avec l’avis de réception".to_owned(),
    ];
    documents.push(
        match facts.input.basis {
            Basis::Contract | Basis::Subcontract => "Le devis signé, le bon de commande ou le contrat",
            Basis::Carriage => "La lettre de voiture, avec les réserves ou leur absence",
            Basis::Lease => "Le bail et le relevé des loyers",
            Basis::Cheque => "Le chèque et l’attestation de rejet de la banque",
            Basis::AcceptedBill => "L’effet de commerce accepté et l’avis d’impayé",
        }
        .to_owned(),
    );
    if matches!(facts.input.basis, Basis::Contract | Basis::Subcontract) {
        documents.push("Le bon de livraison signé ou le procès-verbal de réception".to_owned());
    }
    documents.push("Tout écrit où le client reconnaît la dette ou promet de payer".to_owned());
    documents
}
