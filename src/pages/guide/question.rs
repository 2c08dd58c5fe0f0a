//! The questions, from most to least discriminating, each with why it is asked.

use dument_law::PartyKind;
use dument_law::procedures::{Contested, YesNo};

use crate::case::Case;

/// A question of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// How much, since when.
    Claim,
    /// Who owes, where they are.
    Debtor,
    /// Whether insolvency proceedings are open, or the debtor struck off.
    Insolvency,
    /// What the claim rests on.
    Basis,
    /// Whether the debt is contested.
    Contested,
    /// What the debtor answered.
    Answer,
    /// What was written already.
    Steps,
    /// Who is owed.
    Creditor,
    /// What proves it.
    Evidence,
    /// Who else may pay.
    Guarantor,
}

impl Question {
    /// All questions, in the order of what each changes most.
    pub const ALL: [Self; 10] = [
        Self::Claim,
        Self::Debtor,
        Self::Insolvency,
        Self::Basis,
        Self::Contested,
        Self::Answer,
        Self::Steps,
        Self::Creditor,
        Self::Evidence,
        Self::Guarantor,
    ];

    /// Whether the question makes sense for this case.
    #[must_use]
    pub fn concerns(self, case: &Case) -> bool {
        let insolvent = case.answers.insolvent == Some(YesNo::Yes);
        match self {
            Self::Claim | Self::Debtor | Self::Creditor => true,
            // A public body and a consumer have no commercial insolvency.
            Self::Insolvency => case.is_registered(),
            // Nobody stands surety for an administration.
            Self::Guarantor => case.debtor.kind != Some(PartyKind::PublicBody),
            // Whoever contests has answered.
            Self::Answer => !insolvent && case.answers.contested != Some(Contested::Yes),
            // What is owed by an insolvent debtor is declared, whatever was said or written.
            Self::Contested | Self::Steps | Self::Basis | Self::Evidence => !insolvent,
        }
    }

    /// Whether the case holds the answer.
    #[must_use]
    pub fn is_answered(self, case: &Case) -> bool {
        let answers = &case.answers;
        match self {
            Self::Claim => case.read_invoices().is_ok(),
            Self::Debtor => match case.debtor.kind {
                None => false,
                Some(PartyKind::PublicBody) => case.public_kind.is_some() || answers.debtor_told,
                Some(PartyKind::Association) => case.association_is_professional.is_some() || answers.debtor_told,
                Some(_) => true,
            },
            Self::Insolvency => match answers.insolvent {
                Some(YesNo::Yes) => crate::entry::date::read(&answers.insolvency_opened_on).is_ok(),
                other => other.is_some(),
            },
            Self::Contested => answers.contested.is_some(),
            Self::Answer => answers.answer.is_some(),
            Self::Steps => answers.steps_told || !case.history.is_empty(),
            Self::Basis => answers.basis.is_some(),
            Self::Creditor => case.creditor.kind.is_some(),
            Self::Evidence => answers.evidence.is_some(),
            Self::Guarantor => answers.guarantor.is_some(),
        }
    }

    /// The question that a remark of the engine asks to answer.
    #[must_use]
    pub fn asked_by(note: &str) -> Option<Self> {
        match note {
            "dueDateUnknown" | "deliveryUnknown" | "claimBirthUnknown" | "limitationUnknown" => Some(Self::Claim),
            "publicKindUnknown" => Some(Self::Debtor),
            "struckOffUnknown" | "insolvencyKindUnknown" => Some(Self::Insolvency),
            "contestedUnknown" | "answerDisputes" => Some(Self::Contested),
            "answerUnknown" => Some(Self::Answer),
            "evidenceUnknown" => Some(Self::Evidence),
            "guarantorUnknown" => Some(Self::Guarantor),
            _ => None,
        }
    }

    /// The question.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Claim => "Combien vous doit-on, et depuis quand\u{202f}?",
            Self::Debtor => "Qui est votre client\u{202f}?",
            Self::Insolvency => "Votre client est-il en procédure collective\u{202f}?",
            Self::Contested => "Votre client conteste-t-il la facture\u{202f}?",
            Self::Answer => "Que vous a répondu votre client\u{202f}?",
            Self::Steps => "Qu’avez-vous déjà envoyé\u{202f}?",
            Self::Basis => "D’où vient cette créance\u{202f}?",
            Self::Creditor => "Et vous, qui êtes-vous\u{202f}?",
            Self::Evidence => "Quelles preuves avez-vous\u{202f}?",
            Self::Guarantor => "Quelqu’un s’est-il porté caution\u{202f}?",
        }
    }

    /// A short name, for « Vous nous avez dit ».
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Claim => "Créance",
            Self::Debtor => "Client",
            Self::Insolvency => "Procédure collective",
            Self::Contested => "Contestation",
            Self::Answer => "Réponse du client",
            Self::Steps => "Démarches faites",
            Self::Basis => "Origine",
            Self::Creditor => "Vous",
            Self::Evidence => "Preuves",
            Self::Guarantor => "Caution",
        }
    }

    /// Why it is asked.
    #[must_use]
    pub fn why(self) -> &'static str {
        match self {
            Self::Claim => {
                "Le montant décide du tribunal, de l’avocat et des procédures ouvertes\u{a0}; les dates, de ce qui vous est dû et du délai pour agir."
            }
            Self::Debtor => {
                "La nature du client change tout\u{a0}: le tribunal, les intérêts, le délai pour agir, et même ce qu’une lettre a le droit de demander."
            }
            Self::Insolvency => {
                "Après un jugement de sauvegarde, de redressement ou de liquidation, on ne peut plus réclamer une facture antérieure\u{a0}: il faut la déclarer, vite. Et une société radiée n’a plus personne pour recevoir vos lettres."
            }
            Self::Contested => {
                "Une dette non contestée se recouvre sans procès (injonction de payer). Une dette sérieusement contestée passe par un accord ou par un juge qui tranche."
            }
            Self::Answer => {
                "Un client qui demande du temps peut signer un échéancier, qui vaut reconnaissance de la dette\u{a0}; un client qui se tait appelle la voie suivante."
            }
            Self::Steps => "L’étape suivante dépend de la précédente, et les tribunaux regardent ce que vous avez écrit.",
            Self::Basis => {
                "Le transport, la sous-traitance, un chèque ou un effet de commerce ont leurs propres voies, souvent plus rapides."
            }
            Self::Creditor => {
                "Entre commerçants, c’est le tribunal de commerce, et une procédure leur est réservée\u{a0}; une profession libérale ou une association relève du tribunal judiciaire."
            }
            Self::Evidence => {
                "Un juge ne croit que les pièces. Un devis signé et un bon de livraison suffisent souvent\u{a0}; sans eux, mieux vaut d’abord obtenir un écrit du client."
            }
            Self::Guarantor => {
                "Une caution a promis de payer si votre client ne paie pas\u{a0}: souvent le gérant ou une banque. Relisez le contrat et ses annexes."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use dument_law::procedures::{Answer, Basis, procedures};
    use dument_law::{Reference, penalties};

    use super::*;

    /// Every question that is asked can be answered, so that the guide ends.
    #[test]
    fn every_question_can_be_answered() {
        let mut case = Case::default();
        case.invoices[0].amount = "1 850,00".to_owned();
        case.invoices[0].due_on = "16/05/2026".to_owned();
        case.debtor.kind = Some(PartyKind::Company);
        case.creditor.kind = Some(PartyKind::Company);
        case.answers.insolvent = Some(YesNo::No);
        case.answers.contested = Some(Contested::Unknown);
        case.answers.answer = Some(Answer::None);
        case.answers.basis = Some(Basis::Contract);
        case.answers.evidence = Some(Vec::new());
        case.answers.steps_told = true;
        case.answers.guarantor = Some(YesNo::No);
        for question in Question::ALL {
            assert!(question.is_answered(&case), "{question:?}");
            assert!(!question.is_answered(&Case::default()), "{question:?}");
        }
    }

    #[test]
    fn an_insolvent_debtor_is_not_asked_about_letters() {
        let mut case = Case::default();
        case.answers.insolvent = Some(YesNo::Yes);
        assert!(!Question::Steps.concerns(&case));
        case.debtor.kind = Some(PartyKind::Consumer);
        assert!(!Question::Insolvency.concerns(&case));
    }

    #[test]
    fn whoever_contests_is_not_asked_what_he_answered() {
        let mut case = Case::default();
        assert!(Question::Answer.concerns(&case));
        case.answers.contested = Some(Contested::Yes);
        assert!(!Question::Answer.concerns(&case));
    }

    #[test]
    fn which_administration_may_stay_unknown_but_is_asked_once() {
        let mut case = Case::default();
        case.debtor.kind = Some(PartyKind::PublicBody);
        assert!(!Question::Debtor.is_answered(&case));
        case.answers.debtor_told = true;
        assert!(Question::Debtor.is_answered(&case));
    }

    /// Every remark that asks for a fact of the guide leads to its question.
    #[test]
    fn what_the_result_lacks_can_be_answered() {
        let as_of = "2026-11-22".parse().unwrap();
        let mut case = Case::default();
        case.invoices[0].amount = "1 850,00".to_owned();
        case.invoices[0].due_on = "16/05/2026".to_owned();
        case.debtor.kind = Some(PartyKind::Company);
        case.answers.contested = Some(Contested::Unknown);
        case.answers.struck_off = Some(YesNo::Unknown);
        case.answers.guarantor = Some(YesNo::Unknown);
        let statement = penalties::penalties(&case.penalties_input(as_of).unwrap(), Reference::published()).unwrap();
        let input = case.procedures_input(as_of, &statement, None).unwrap();
        let notes = procedures(&input, Reference::published()).unwrap().notes;
        let asked: Vec<_> = notes.iter().filter_map(|note| Question::asked_by(&note.code)).collect();
        for question in [Question::Contested, Question::Answer, Question::Insolvency, Question::Guarantor, Question::Evidence] {
            assert!(asked.contains(&question), "{question:?} not in {asked:?}");
        }
    }
}
