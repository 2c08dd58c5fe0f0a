//! Facts that were given and not used.

use super::Remarks;
use crate::limitation::Limitation;
use crate::limitation::input::{ClaimKind, Input};
use crate::limitation::period::Field;
use crate::limitation::timeline;

/// Facts that were given and not used.
pub(super) fn ignored(input: &Input, result: &Limitation, remarks: &mut Remarks) {
    let unused = |given: bool, field: Field| given && !field.is_used_by(input.claim);
    let facts = [
        ("dueOn", "la date d’échéance", unused(input.due_on.is_some(), Field::DueOn)),
        (
            "performedOn",
            "la date de fin de la prestation ou de la livraison",
            unused(input.performed_on.is_some(), Field::PerformedOn),
        ),
        ("concludedOn", "la date de conclusion du contrat", unused(input.concluded_on.is_some(), Field::ConcludedOn)),
        ("issuedOn", "la date d’émission", unused(input.issued_on.is_some(), Field::IssuedOn)),
        ("payableIn", "le lieu de paiement", unused(input.payable_in.is_some(), Field::PayableIn)),
        ("until", "la fin de certains événements", timeline::some_end_ignored(input, &result.timeline)),
        ("outcome", "l’issue de certains événements", timeline::some_outcome_ignored(input)),
    ];
    for (field, name, ignored) in facts {
        if ignored {
            let message = format!("Pour cette créance, {name} ne change pas le délai\u{a0}: ce n’est pas compté.");
            remarks.inform(&format!("{field}Ignored"), message, &[]);
        }
    }
    if unused(input.agreed_years.is_some(), Field::AgreedYears) {
        let (why, source) = match input.claim {
            ClaimKind::Consumer => ("Un contrat ne peut pas changer le délai contre un consommateur", "cconso-l218-1"),
            ClaimKind::ResidentialRent | ClaimKind::CommercialRent => (
                "Un contrat ne peut pas changer le délai d’un loyer ni d’une somme payable par année ou à des termes plus courts",
                "cciv-2254",
            ),
            _ => ("Une durée convenue n’est comptée ici qu’entre entreprises", "cciv-2254"),
        };
        remarks.warn("agreedYearsIgnored", format!("{why}\u{a0}: la durée indiquée n’est pas comptée."), &[source]);
    }
}
