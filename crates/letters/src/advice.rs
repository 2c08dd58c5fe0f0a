//! What the writer of a letter should know, check or complete before it is sent.

use dument_law::{Note, PartyKind, YesNo};

use crate::claim::Claim;
use crate::document::Language;
use crate::input::{Addressee, Input};
use crate::kind::LetterKind;
use crate::penalty_options::PenaltyOptions;
use crate::{mentions, typography};

/// A formal notice must leave a reasonable time (C. civ. 1231); shorter than this, a judge may find it too short.
const SHORT_DEADLINE: u64 = 8;

/// The notes of a letter, those of its statement first.
pub(crate) fn notes(input: &Input, addressee: Addressee, claim: &Claim<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    if input.kind.counts_interest() {
        // Where the letter itself sets what payments pay first, it says why.
        let sets_imputation = input.imputation() != input.penalties.imputation;
        let of_statement = claim.statement.notes.iter().filter(|note| !(sets_imputation && note.code == "imputationOrder"));
        notes.extend(of_statement.cloned());
    } else if claim.statement.totals.interest_paid.is_positive() {
        notes.push(info(
            "balanceWithoutInterest",
            "Une première relance demande le solde des factures. Vos décomptes imputeront les paiements d’abord sur les intérêts : le \
             principal restant dû y sera plus élevé.",
        ));
    }
    if input.kind.names_sender() {
        notes.extend(mentions::notes(&input.creditor));
    }
    if input.kind.shows_account() {
        notes.extend(mentions::account_note(&input.creditor));
    }
    if input.debtor.kind == PartyKind::Association && input.facts.association_acts_as_professional == YesNo::Unknown {
        notes.push(warning(
            "associationTreatedAsConsumer",
            "Nous ne savons pas si cette association agit en professionnel : la lettre demande le minimum, sans pénalités ni indemnité. Si la \
             facture tient à une activité économique de l’association, dites-le.",
        ));
    }
    let is_insolvent = input.penalties.insolvency_opened_on.is_some_and(|day| day <= input.written_on);
    if is_insolvent && input.kind.asks_debtor_for_payment() {
        notes.push(warning(
            "bornAfterInsolvency",
            "Une procédure collective est ouverte : vérifiez que le travail ou la livraison est postérieur au jugement. Sinon, cette lettre ne \
             peut pas partir ; la créance se déclare.",
        ));
    }
    if input.kind == LetterKind::FormalNotice {
        formal_notice(input, addressee, claim, &mut notes);
    }
    if input.debtor.kind == PartyKind::Consumer && input.kind.asks_debtor_for_payment() && input.kind.counts_interest() {
        // C. conso. L722-5.
        notes.push(info(
            "overIndebtedness",
            "Si la commission de surendettement vous a écrit que le dossier de ce client est recevable, n’envoyez pas cette lettre : la loi lui interdit \
             de payer ses dettes antérieures. Répondez à la commission, dans le délai qu’elle indique.",
        ));
    }
    if addressee == Addressee::PublicBody
        && input.kind.counts_interest()
        && input.kind != LetterKind::PenaltyClaim
        && input.penalties.imputation != input.imputation()
        && claim.part_paid()
    {
        notes.push(info(
            "publicPaysPrincipalFirst",
            "Une personne publique paie les intérêts après le principal, et le Conseil d’État écarte ici la règle du code civil (23 mai 2012, \
             n° 346352) : par prudence, la lettre impute les paiements d’abord sur le principal, quel que soit l’ordre choisi ailleurs.",
        ));
    }
    notes.extend(abroad(input, addressee));
    notes.extend(ignored(input, claim));
    notes
}

/// What another country or another language changes for letters that ask the debtor for payment.
fn abroad(input: &Input, addressee: Addressee) -> Vec<Note> {
    let is_abroad = input.debtor.address.is_abroad();
    let mut notes = Vec::new();
    if input.language == Language::En {
        notes.push(info(
            "englishLetter",
            "Cette lettre est en anglais, mais elle applique le droit français. Devant un juge français, joignez-en une traduction : il peut écarter \
             une pièce qu’il ne comprend pas.",
        ));
        if !is_abroad {
            notes.push(warning(
                "englishToFrance",
                "Ce débiteur a une adresse en France : écrivez-lui en français, à moins d’être sûr qu’il ne lit que l’anglais.",
            ));
        }
    }
    if is_abroad && input.kind == LetterKind::ClaimDeclaration {
        notes.push(warning(
            "proceedingsAbroad",
            "Ce débiteur est à l’étranger : cette déclaration ne vaut que si la procédure a été ouverte en France. Ouverte dans un autre pays, elle suit \
             la loi et les délais de ce pays ; dans l’Union européenne, sauf le Danemark, un formulaire commun sert à déclarer la créance.",
        ));
    }
    if is_abroad && (input.kind.exists_in_english() || (input.kind.counts_interest() && !input.kind.is_for_an_authority())) {
        notes.push(warning(
            "debtorAbroad",
            "Ce débiteur est à l’étranger : vérifiez que votre contrat relève du droit français, que la lettre applique. Si elle reste sans effet, \
             l’injonction de payer française ne le vise pas. Dans l’Union européenne, sauf le Danemark, il y a l’injonction de payer européenne et, \
             pour une petite somme, le règlement européen des petits litiges ; ailleurs, il faut un jugement, puis le faire reconnaître là-bas.",
        ));
        if addressee == Addressee::Consumer {
            notes.push(warning(
                "consumerAbroad",
                "Un consommateur qui habite un autre pays garde en général la protection de la loi de ce pays, et c’est devant les juges de ce pays \
                 qu’il doit être poursuivi : prenez conseil avant d’aller plus loin.",
            ));
        }
    }
    notes
}

/// What to know of the payment code that was asked for.
pub(crate) fn payment_code(is_there: bool) -> Note {
    if is_there {
        let message = "Toutes les applications bancaires ne lisent pas ce code : le compte, la référence et le montant restent écrits à côté.";
        info("paymentCodeSupport", message)
    } else {
        let message = "Seul un écrit qui donne un compte et un montant à virer en une fois peut porter un code de paiement : il n’y en a pas ici.";
        info("paymentCodeIgnored", message)
    }
}

/// What was given and changes nothing in this letter.
fn ignored(input: &Input, claim: &Claim<'_>) -> Vec<Note> {
    let facts = &input.facts;
    let mut notes = Vec::new();
    if !input.kind.has_tones() && input.tone.is_some() {
        notes.push(info("toneIgnored", "Cette lettre n’a qu’un ton : celui qui a été choisi n’y change rien."));
    }
    if matches!(input.kind, LetterKind::PaymentPlan | LetterKind::Acknowledgment) && input.pay_within_days.is_some() {
        notes.push(info("daysIgnored", "Cet acte fixe ses propres dates : le délai pour payer n’y sert pas."));
    }
    // Insolvency proceedings bear on every letter.
    let unused = PenaltyOptions { insolvency_opened_on: input.penalties.insolvency_opened_on, ..PenaltyOptions::default() };
    if !input.kind.counts_interest() && input.penalties != unused {
        let message = "Une première relance ne demande ni intérêts ni frais : ce qui règle leur calcul n’y sert pas encore.";
        notes.push(info("penaltiesIgnored", message));
    }
    if facts.consumer_mediator.is_some() && !(input.kind.names_consumer_mediator() && claim.may_use_consumer_mediation) {
        let message = "Le médiateur de la consommation n’est nommé à un consommateur que dans la mise en demeure et la réponse à une contestation : il ne \
             figure pas ici.";
        notes.push(info("mediatorIgnored", message));
    }
    if input.debtor.kind != PartyKind::Association && facts.association_acts_as_professional != YesNo::Unknown {
        let message = "Seule une association peut agir en professionnel ou non : cette réponse ne change rien pour ce débiteur.";
        notes.push(info("associationFactIgnored", message));
    }
    notes
}

fn formal_notice(input: &Input, addressee: Addressee, claim: &Claim<'_>, notes: &mut Vec<Note>) {
    if claim.pay_within_days < SHORT_DEADLINE {
        notes.push(warning(
            "shortDeadline",
            "Un délai de moins de huit jours peut être jugé trop court : huit à quinze jours sont l’usage.",
        ));
    }
    match addressee {
        Addressee::Business => notes.push(no_interruption()),
        Addressee::Consumer => {
            notes.push(no_interruption());
            if claim.notice_received_on.is_none() {
                notes.push(info(
                    "interestFromReceipt",
                    "Notez le jour où cette lettre est reçue ou présentée : les intérêts courent à partir de là.",
                ));
            }
            notes.extend(mediator_missing(input));
        }
        Addressee::PublicBody => notes.push(public_complaint()),
    }
}

/// That a consumer must be told of a mediator, whom the facts don't name.
pub(crate) fn mediator_missing(input: &Input) -> Option<Note> {
    let missing = input.debtor.kind == PartyKind::Consumer && input.facts.consumer_mediator.is_none();
    missing.then(|| {
        warning(
            "mediatorMissing",
            "Indiquez le médiateur de la consommation dont vous relevez : tout professionnel doit en avoir un, et en donner les coordonnées à qui \
             conteste, sous peine d’amende.",
        )
    })
}

/// That the general terms of public contracts set a term of their own for a complaint.
pub(crate) fn public_complaint() -> Note {
    warning(
        "publicComplaint",
        "Si le marché renvoie à un cahier des clauses administratives générales (CCAG) et que l’acheteur conteste, un mémoire en réclamation \
         doit lui être adressé dans le délai que ce cahier fixe : passé ce délai, la demande est perdue.",
    )
}

/// What a written answer is worth: an acknowledgment of the debt (C. civ. 2240), or a communication of the administration about the claim
/// (law 68-1250, article 2).
pub(crate) fn answer_in_writing(addressee: Addressee) -> Note {
    let message = match addressee {
        Addressee::PublicBody => {
            "Obtenez une réponse écrite et gardez-la : un écrit de l’administration sur l’existence, le montant ou le paiement de la facture interrompt \
             la prescription."
        }
        Addressee::Business | Addressee::Consumer => {
            "Obtenez une réponse écrite et gardez-la : « nous payons le 3 » peut valoir reconnaissance de la dette, qui fait repartir la \
             prescription."
        }
    };
    info("answerInWriting", message)
}

/// That a letter leaves the last day to act where it was.
pub(crate) fn no_interruption() -> Note {
    info(
        "noInterruption",
        "Cette lettre n’interrompt pas la prescription, même recommandée : le dernier jour pour agir en justice reste le même.",
    )
}

/// A remark that is good to know, well set.
pub(crate) fn info(code: &str, message: &str) -> Note {
    Note::info(code, typography::set(message))
}

/// A remark on which something depends, well set.
pub(crate) fn warning(code: &str, message: &str) -> Note {
    Note::warning(code, typography::set(message))
}
