//! The letters as a visitor looks for them: what each is called, and when it is written.

use dument_law::procedures::OptionId;
use dument_letters::LetterKind::{
    self, Acknowledgment, ClaimDeclaration, ConciliationRequest, EmailReminder, FormalNotice, GuarantorNotice,
    PaymentOrderRequest, PaymentPlan, PenaltyClaim, PhoneScript, PublicDemand, Reminder, ReplyToDispute, RetentionNotice,
    SecondReminder, SuspensionNotice, TextMessage,
};

/// A letter that can be chosen.
pub struct Entry {
    /// Which.
    pub kind: LetterKind,
    /// What it is called.
    pub name: &'static str,
    /// When it is written.
    pub when: &'static str,
}

const fn entry(kind: LetterKind, name: &'static str, when: &'static str) -> Entry {
    Entry { kind, name, when }
}

/// Every letter, by what one wants of it.
pub const GROUPS: [(&str, &[Entry]); 8] = [
    (
        "Prendre contact",
        &[
            entry(PhoneScript, "Appel téléphonique", "Que dire au téléphone, et quoi noter\u{a0}: souvent, un appel suffit."),
            entry(TextMessage, "SMS", "Un mot bref, pour un client que vous connaissez."),
            entry(EmailReminder, "Courriel de relance", "Le plus simple, dès les premiers jours de retard."),
        ],
    ),
    (
        "Relancer",
        &[
            entry(Reminder, "Première relance", "Elle suppose un oubli, et ne compte pas encore de pénalités."),
            entry(
                SecondReminder,
                "Seconde relance",
                "Chiffrée\u{a0}: elle donne un dernier délai et annonce la mise en demeure.",
            ),
        ],
    ),
    (
        "Mettre en demeure",
        &[
            entry(FormalNotice, "Mise en demeure", "En recommandé, avec le décompte\u{a0}: le préalable utile à toute action."),
            entry(
                PublicDemand,
                "Demande à une administration",
                "Le client est public\u{a0}: une demande écrite, qui interrompt la prescription.",
            ),
            entry(
                PenaltyClaim,
                "Note de pénalités",
                "La facture a été payée en retard\u{a0}: réclamer les intérêts et l’indemnité.",
            ),
        ],
    ),
    (
        "S’accorder",
        &[
            entry(
                PaymentPlan,
                "Échéancier",
                "Votre client veut payer en plusieurs fois\u{a0}: un accord que vous signez tous deux.",
            ),
            entry(
                Acknowledgment,
                "Reconnaissance de dette",
                "À faire signer par votre client\u{a0}: une preuve, et un délai pour agir qui repart.",
            ),
        ],
    ),
    (
        "Répondre",
        &[entry(
            ReplyToDispute,
            "Réponse à une contestation",
            "Votre client dit ne pas devoir, ou pas tant\u{a0}: répondre point par point.",
        )],
    ),
    (
        "Se protéger",
        &[
            entry(
                SuspensionNotice,
                "Suspension du travail ou des livraisons",
                "Annoncer que vous n’exécutez plus tant que vous n’êtes pas payé.",
            ),
            entry(
                RetentionNotice,
                "Rétention ou reprise d’un bien",
                "Vous gardez son bien, ou reprenez une marchandise vendue avec réserve de propriété.",
            ),
        ],
    ),
    (
        "Garantie et procédure collective",
        &[
            entry(GuarantorNotice, "Lettre à la caution", "Quelqu’un s’est porté caution\u{a0}: lui demander de payer."),
            entry(
                ClaimDeclaration,
                "Déclaration de créance",
                "Sauvegarde, redressement ou liquidation\u{a0}: déclarer dans le délai, ou perdre son rang.",
            ),
        ],
    ),
    (
        "Saisir",
        &[
            entry(
                ConciliationRequest,
                "Demande de conciliation",
                "Un conciliateur de justice, gratuit, avant ou à la place d’un procès.",
            ),
            entry(
                PaymentOrderRequest,
                "Requête en injonction de payer",
                "Demander au juge d’ordonner le paiement, sans audience, si rien n’est contesté.",
            ),
        ],
    ),
];

/// Every letter, in the order of the groups.
fn entries() -> impl Iterator<Item = &'static Entry> {
    GROUPS.iter().flat_map(|(_, entries)| entries.iter())
}

/// What a letter is called.
#[must_use]
pub fn name(kind: LetterKind) -> &'static str {
    entries().find(|entry| entry.kind == kind).map_or("", |entry| entry.name)
}

/// When a letter is written.
#[must_use]
pub fn when(kind: LetterKind) -> &'static str {
    entries().find(|entry| entry.kind == kind).map_or("", |entry| entry.when)
}

/// The letter that does a step of the plan, where there is one.
#[must_use]
pub fn letter_of(option: OptionId) -> Option<LetterKind> {
    match option {
        OptionId::Call => Some(PhoneScript),
        OptionId::Reminder => Some(Reminder),
        OptionId::FormalNotice => Some(FormalNotice),
        OptionId::PublicDemand => Some(PublicDemand),
        OptionId::PaymentPlan => Some(PaymentPlan),
        OptionId::Acknowledgment => Some(Acknowledgment),
        OptionId::Conciliator => Some(ConciliationRequest),
        OptionId::PaymentOrder => Some(PaymentOrderRequest),
        OptionId::SuspendPerformance => Some(SuspensionNotice),
        OptionId::Retention | OptionId::RetentionOfTitle => Some(RetentionNotice),
        OptionId::Guarantor => Some(GuarantorNotice),
        OptionId::ClaimDeclaration => Some(ClaimDeclaration),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_can_be_chosen_once() {
        for kind in LetterKind::ALL {
            assert_eq!(entries().filter(|entry| entry.kind == kind).count(), 1, "{kind:?}");
        }
        assert_eq!(entries().count(), LetterKind::ALL.len());
    }
}
