//! What a debtor answered, as the visitor tells it, and what of it goes into the case.
//!
//! A part that is paid, or a debt that is clearly acknowledged in writing, becomes a fact that limitation counts; words alone
//! become what they are: what the debtor says.

use dument_law::EventKind;
use dument_law::procedures::{Answer, Contested, Evidence, InsolvencyKind, YesNo};
use dument_letters::LetterKind;

use crate::case::reading::Fault;
use crate::case::{Case, HistoryEntry, Movement};
use crate::entry::{amount, date};

/// What the debtor said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Said {
    /// A part was paid.
    PaidPart,
    /// « C’est déjà payé. »
    AlreadyPaid,
    /// « Je paierai le… »
    Promises,
    /// « Laissez-moi du temps. »
    AsksTime,
    /// « Je ne peux pas payer. »
    NoMoney,
    /// Insolvency proceedings are open.
    Insolvent,
    /// The goods, the work or the price are contested.
    Disputes,
    /// A refusal without a reason, or threats.
    Refuses,
    /// Nothing.
    Silence,
}

impl Said {
    /// Everything a debtor may answer, the most frequent first.
    pub const ALL: [Self; 9] = [
        Self::Silence,
        Self::Promises,
        Self::AsksTime,
        Self::PaidPart,
        Self::Disputes,
        Self::AlreadyPaid,
        Self::NoMoney,
        Self::Refuses,
        Self::Insolvent,
    ];

    /// The answer in words, and an example of it.
    #[must_use]
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::PaidPart => ("Il a payé une partie", "Un acompte est arrivé sur votre compte."),
            Self::AlreadyPaid => ("Il dit avoir déjà payé", "«\u{a0}Le virement est parti la semaine dernière.\u{a0}»"),
            Self::Promises => ("Il promet de payer à une date", "«\u{a0}Vous serez payé le 10.\u{a0}»"),
            Self::AsksTime => {
                ("Il demande du temps", "«\u{a0}Pouvez-vous attendre\u{202f}?\u{a0}», «\u{a0}en trois fois\u{202f}?\u{a0}»")
            }
            Self::NoMoney => ("Il dit ne pas pouvoir payer", "«\u{a0}La trésorerie est vide, attendez.\u{a0}»"),
            Self::Insolvent => ("Il est en procédure collective", "Sauvegarde, redressement ou liquidation judiciaire."),
            Self::Disputes => ("Il conteste", "La marchandise, le travail, le prix, ou la commande elle-même."),
            Self::Refuses => ("Il refuse sans raison, ou menace", "«\u{a0}Vous ne verrez jamais cet argent.\u{a0}»"),
            Self::Silence => ("Rien\u{a0}: il se tait", "Ni réponse, ni paiement."),
        }
    }

    /// Whether how it was said makes a difference: a writing may acknowledge the debt.
    #[must_use]
    pub fn may_acknowledge(self) -> bool {
        matches!(self, Self::Promises | Self::AsksTime | Self::NoMoney)
    }

    /// Whether a payment may be told with it.
    #[must_use]
    pub fn may_pay(self) -> bool {
        matches!(self, Self::PaidPart | Self::AlreadyPaid)
    }

    /// Whether it has a day of its own.
    #[must_use]
    pub fn is_dated(self) -> bool {
        !matches!(self, Self::PaidPart | Self::Insolvent | Self::Silence)
    }

    /// The letters that answer it, the first one first.
    #[must_use]
    pub fn letters(self) -> &'static [LetterKind] {
        match self {
            Self::PaidPart => &[LetterKind::PaymentPlan, LetterKind::SecondReminder],
            Self::AlreadyPaid => &[LetterKind::EmailReminder, LetterKind::PenaltyClaim],
            Self::Promises => &[LetterKind::Acknowledgment, LetterKind::EmailReminder],
            Self::AsksTime | Self::NoMoney => &[LetterKind::PaymentPlan, LetterKind::Acknowledgment],
            Self::Insolvent => &[LetterKind::ClaimDeclaration],
            Self::Disputes => &[LetterKind::ReplyToDispute, LetterKind::ConciliationRequest],
            Self::Refuses => &[LetterKind::FormalNotice, LetterKind::ReplyToDispute],
            Self::Silence => &[],
        }
    }

    /// What to do and not to do at once, in words that no law changes.
    #[must_use]
    pub fn manners(self) -> &'static str {
        match self {
            Self::PaidPart => "Remerciez-le par écrit, dites ce qui reste dû, et demandez à quelle date viendra le reste.",
            Self::AlreadyPaid => {
                "Regardez votre compte, puis demandez-lui l’avis d’opération de sa banque\u{a0}: date, montant et compte crédité. Un virement retrouvé se note ici."
            }
            Self::Promises => {
                "Confirmez-lui sa promesse par courriel le jour même, et demandez-lui de répondre «\u{a0}c’est exact\u{a0}»\u{a0}: un appel ne laisse pas de trace."
            }
            Self::AsksTime => {
                "Accordez ce que vous pouvez, mais par écrit et avec des dates\u{a0}: un échéancier signé vaut mieux qu’une promesse."
            }
            Self::NoMoney => {
                "Vérifiez-le d’abord dans les registres. Puis proposez un petit premier versement tout de suite\u{a0}: il compte plus que les mots."
            }
            Self::Insolvent => {
                "Ne réclamez plus rien pour les factures antérieures. Déclarez votre créance au mandataire que l’annonce nomme."
            }
            Self::Disputes => {
                "Répondez par écrit, point par point, avec vos pièces, sans vous énerver\u{a0}: un juge lira peut-être cette lettre."
            }
            Self::Refuses => {
                "Gardez ses messages, ne répondez pas sur le même ton, et ne promettez rien\u{a0}: la suite se passe par écrit."
            }
            Self::Silence => {
                "Vérifiez que vos lettres arrivent\u{a0}: bonne adresse, bon service, bonne personne. Puis passez à l’étape suivante, sans attendre."
            }
        }
    }
}

/// How something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Aloud, on the telephone or face to face.
    Spoken,
    /// In writing, without a clear word on the debt.
    Written,
    /// In writing, and the debt is clearly acknowledged.
    Acknowledged,
}

/// What the debtor answered, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// What.
    pub said: Option<Said>,
    /// How, where it matters.
    pub form: Option<Form>,
    /// When.
    pub on: String,
    /// By when payment is promised.
    pub promised_on: String,
    /// Which invoice was paid, by its place in the case.
    pub invoice: usize,
    /// When it was paid.
    pub paid_on: String,
    /// How much.
    pub amount: String,
    /// Whether the payment was found.
    pub found: Option<bool>,
    /// Whether all of it is contested.
    pub wholly: Option<bool>,
    /// Which proceedings.
    pub proceedings: Option<InsolvencyKind>,
    /// Their opening judgment.
    pub opened_on: String,
    /// Its publication.
    pub published_on: String,
}

impl Reply {
    /// Whether a payment is told with it.
    #[must_use]
    pub fn pays(&self) -> bool {
        match self.said {
            Some(Said::PaidPart) => true,
            Some(Said::AlreadyPaid) => self.found == Some(true),
            _ => false,
        }
    }

    /// Everything that is missing from what is told, or wrong with it, by field.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let Some(said) = self.said else { return vec![Fault::missing("reply-said", "Dites ce qu’il a répondu.")] };
        let mut faults = Vec::new();
        let mut day = |field: &str, typed: &str, required: bool| {
            if !required && typed.trim().is_empty() {
                return;
            }
            if let Err(error) = date::read(typed) {
                faults.push(Fault { missing: typed.trim().is_empty(), ..Fault::of(field, error.to_string()) });
            }
        };
        if said.is_dated() {
            day("reply-on", &self.on, true);
        }
        if said == Said::Promises {
            day("reply-promisedOn", &self.promised_on, true);
        }
        if said == Said::Insolvent {
            day("reply-openedOn", &self.opened_on, true);
            day("reply-publishedOn", &self.published_on, false);
        }
        if self.pays() {
            day("reply-paidOn", &self.paid_on, true);
            if let Err(error) = amount::read(&self.amount) {
                faults.push(Fault::of("reply-amount", error.to_string()));
            }
        }
        let mut choice = |field: &str, open: bool, asks: &str| {
            if open {
                faults.push(Fault::missing(field, asks));
            }
        };
        choice("reply-form", said.may_acknowledge() && self.form.is_none(), "Dites comment il l’a dit.");
        choice("reply-found", said == Said::AlreadyPaid && self.found.is_none(), "Dites si vous avez trouvé ce paiement.");
        choice("reply-wholly", said == Said::Disputes && self.wholly.is_none(), "Dites s’il conteste tout, ou une partie.");
        faults
    }

    /// Takes the answer into the case: every fact of it that the engine counts.
    pub fn note(&self, case: &mut Case) {
        let Some(said) = self.said else { return };
        let written = matches!(self.form, Some(Form::Written | Form::Acknowledged)) && said.may_acknowledge();
        let answers = &mut case.answers;
        answers.answered_on = if said.is_dated() { self.on.clone() } else { String::new() };
        answers.promised_on = if said == Said::Promises { self.promised_on.clone() } else { String::new() };
        answers.answer = Some(match said {
            Said::PaidPart => Answer::PaidPart,
            Said::Promises => Answer::Promises,
            Said::AsksTime | Said::NoMoney => Answer::AsksTime,
            Said::Disputes | Said::Refuses => Answer::Disputes,
            Said::AlreadyPaid | Said::Insolvent | Said::Silence => Answer::None,
        });
        answers.cooperates = match said {
            Said::PaidPart | Said::Promises | Said::AsksTime | Said::NoMoney => Some(YesNo::Yes),
            Said::Refuses | Said::Silence => Some(YesNo::No),
            Said::AlreadyPaid | Said::Disputes | Said::Insolvent => answers.cooperates,
        };
        answers.contested = match (said, self.wholly) {
            (Said::Disputes, Some(false)) => Some(Contested::Partly),
            (Said::Disputes, _) => Some(Contested::Yes),
            (Said::Refuses | Said::PaidPart | Said::Promises | Said::AsksTime | Said::NoMoney, _) => Some(Contested::No),
            _ => answers.contested,
        };
        if said == Said::Insolvent {
            answers.insolvent = Some(YesNo::Yes);
            answers.insolvency_kind = self.proceedings;
            answers.insolvency_opened_on.clone_from(&self.opened_on);
            answers.insolvency_published_on.clone_from(&self.published_on);
        }
        if written {
            let evidence =
                if self.form == Some(Form::Acknowledged) { Evidence::WrittenAcknowledgment } else { Evidence::Correspondence };
            let held = answers.evidence.get_or_insert_default();
            if !held.contains(&evidence) {
                held.push(evidence);
            }
        }
        if written && self.form == Some(Form::Acknowledged) {
            let entry =
                HistoryEntry { kind: EventKind::Acknowledgment, on: self.on.clone(), until: String::new(), outcome: None };
            if !case.history.contains(&entry) {
                case.history.push(entry);
            }
        }
        if self.pays()
            && let Some(invoice) = case.invoices.get_mut(self.invoice)
        {
            let payment = Movement { on: self.paid_on.clone(), amount: self.amount.clone(), retroactive: false };
            if !invoice.payments.contains(&payment) {
                invoice.payments.push(payment);
            }
        }
    }

    /// What goes into the case, in words.
    #[must_use]
    pub fn recorded(&self) -> Vec<&'static str> {
        let Some(said) = self.said else { return Vec::new() };
        let mut recorded = vec![match said {
            Said::PaidPart => "sa réponse\u{a0}: il a payé une partie",
            Said::AlreadyPaid | Said::Silence => "sa réponse\u{a0}: rien de neuf pour la dette",
            Said::Promises => "sa réponse\u{a0}: il promet de payer",
            Said::AsksTime | Said::NoMoney => "sa réponse\u{a0}: il demande du temps",
            Said::Insolvent => "la procédure collective, avec ses dates",
            Said::Disputes if self.wholly == Some(false) => "sa réponse\u{a0}: il conteste une partie",
            Said::Disputes => "sa réponse\u{a0}: il conteste",
            Said::Refuses => "sa réponse\u{a0}: il refuse, sans motif sérieux",
        }];
        if self.pays() {
            recorded.push("le paiement, déduit de la facture");
        }
        if said == Said::Promises {
            recorded.push("la date promise");
        }
        if said.may_acknowledge() {
            match self.form {
                Some(Form::Acknowledged) => recorded.push("une reconnaissance de dette par le client, à sa date"),
                Some(Form::Written) => recorded.push("un échange écrit, parmi vos preuves"),
                Some(Form::Spoken) | None => {}
            }
        }
        recorded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(said: Said) -> Reply {
        Reply {
            said: Some(said),
            form: Some(Form::Spoken),
            on: "20/11/2026".to_owned(),
            promised_on: "10/12/2026".to_owned(),
            paid_on: "18/11/2026".to_owned(),
            amount: "500".to_owned(),
            found: Some(false),
            wholly: Some(true),
            opened_on: "02/11/2026".to_owned(),
            ..Reply::default()
        }
    }

    fn noted(reply: &Reply) -> Case {
        let mut case = Case::default();
        reply.note(&mut case);
        case
    }

    #[test]
    fn every_answer_asks_for_all_it_needs_and_no_more() {
        for said in Said::ALL {
            assert_eq!(reply(said).faults(), [], "{said:?}");
        }
        let fields = |reply: &Reply| reply.faults().into_iter().map(|fault| fault.field).collect::<Vec<_>>();
        assert_eq!(fields(&Reply::default()), ["reply-said"]);
        let bare = |said| Reply { said: Some(said), ..Reply::default() };
        assert_eq!(fields(&bare(Said::Silence)), [""; 0]);
        assert_eq!(fields(&bare(Said::PaidPart)), ["reply-paidOn", "reply-amount"]);
        assert_eq!(fields(&bare(Said::Promises)), ["reply-on", "reply-promisedOn", "reply-form"]);
        assert_eq!(fields(&bare(Said::AlreadyPaid)), ["reply-on", "reply-found"]);
        assert_eq!(fields(&bare(Said::Disputes)), ["reply-on", "reply-wholly"]);
        assert_eq!(fields(&bare(Said::Insolvent)), ["reply-openedOn"]);
    }

    #[test]
    fn only_a_clear_writing_is_an_acknowledgment() {
        for said in [Said::Promises, Said::AsksTime, Said::NoMoney] {
            for (form, events) in [(Form::Spoken, 0), (Form::Written, 0), (Form::Acknowledged, 1)] {
                let case = noted(&Reply { form: Some(form), ..reply(said) });
                assert_eq!(case.history.len(), events, "{said:?}, {form:?}");
                assert_eq!(case.answers.evidence.is_some(), form != Form::Spoken, "{said:?}, {form:?}");
            }
        }
        // Whoever disputes acknowledges nothing, in whatever form.
        let case = noted(&Reply { form: Some(Form::Acknowledged), ..reply(Said::Disputes) });
        assert!(case.history.is_empty() && case.answers.evidence.is_none());
    }

    #[test]
    fn a_payment_is_told_once_however_often_it_is_noted() {
        let mut case = Case::default();
        reply(Said::PaidPart).note(&mut case);
        reply(Said::PaidPart).note(&mut case);
        assert_eq!(case.invoices[0].payments.len(), 1);
        assert_eq!(case.answers.answer, Some(Answer::PaidPart));
        assert!(noted(&reply(Said::AlreadyPaid)).invoices[0].payments.is_empty(), "not found on the account");
        let found = Reply { found: Some(true), ..reply(Said::AlreadyPaid) };
        assert_eq!(noted(&found).invoices[0].payments.len(), 1);
    }

    #[test]
    fn what_is_contested_is_told_apart() {
        assert_eq!(noted(&reply(Said::Disputes)).answers.contested, Some(Contested::Yes));
        let partly = Reply { wholly: Some(false), ..reply(Said::Disputes) };
        assert_eq!(noted(&partly).answers.contested, Some(Contested::Partly));
        let refused = noted(&reply(Said::Refuses)).answers;
        assert_eq!((refused.contested, refused.answer), (Some(Contested::No), Some(Answer::Disputes)));
    }

    #[test]
    fn proceedings_and_promises_keep_their_days() {
        let answers = noted(&reply(Said::Insolvent)).answers;
        assert_eq!((answers.insolvent, answers.insolvency_opened_on.as_str()), (Some(YesNo::Yes), "02/11/2026"));
        let mut case = noted(&reply(Said::Promises));
        assert_eq!(case.answers.promised_on, "10/12/2026");
        reply(Said::Silence).note(&mut case);
        assert_eq!(case.answers.promised_on, "", "the promise was not kept");
    }
}
