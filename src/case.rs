//! The case: the facts of one unpaid claim, as typed, in one place for the whole application.
//!
//! Texts stay as they were typed, right or wrong: reading them is another matter ([`reading`]), so that no bad input
//! is ever lost.

pub mod attached;
pub mod difference;
mod draft;
pub mod facts;
pub mod file;
mod letter;
pub mod reading;

use std::collections::BTreeMap;

use dument_law::limitation::{ClaimKind, PayableIn};
use dument_law::payment_terms::{EndOfMonth, Sector};
use dument_law::penalties::{BelowFloor, DayCount, Imputation};
use dument_law::procedures::{Answer, Basis, Contested, Evidence, InsolvencyKind, YesNo};
use dument_law::{EventKind, Outcome, PartyKind, Place, PublicKind};
use dument_letters::LetterKind;
use serde::{Deserialize, Serialize};

pub use draft::{Draft, Words};
pub use letter::{Probe, Told};

/// One debtor, one or more invoices, a history.
#[doc(alias = "dossier")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Case {
    /// Who is owed: the visitor.
    pub creditor: Party,
    /// Who owes.
    pub debtor: Party,
    /// Where the debtor is established.
    pub place: Place,
    /// Which public body the debtor is, if it is one.
    pub public_kind: Option<PublicKind>,
    /// Whether an association acts as a professional here; unknown until answered.
    pub association_is_professional: Option<bool>,
    /// At least one.
    pub invoices: Vec<Invoice>,
    /// What the contract says of late payment.
    pub terms: Terms,
    /// What kind of claim it is, where it isn't the usual one for this debtor.
    pub claim: Option<ClaimKind>,
    /// Where the cheque is payable, for a claim on a cheque.
    pub payable_in: PayableIn,
    /// What decides the contribution to economic justice, asked for a large claim alone.
    pub court_fee: CourtFee,
    /// What happened since, in the order typed.
    pub history: Vec<HistoryEntry>,
    /// What was answered in the guide.
    pub answers: Answers,
    /// What was chosen, told and rewritten for each letter.
    pub letters: BTreeMap<LetterKind, Draft>,
}

impl Default for Case {
    fn default() -> Self {
        Self {
            creditor: Party::default(),
            debtor: Party::default(),
            place: Place::default(),
            public_kind: None,
            association_is_professional: None,
            invoices: vec![Invoice::default()],
            terms: Terms::default(),
            claim: None,
            payable_in: PayableIn::default(),
            court_fee: CourtFee::default(),
            history: Vec::new(),
            answers: Answers::default(),
            letters: BTreeMap::new(),
        }
    }
}

/// What decides the contribution to economic justice, as typed.
#[doc(alias = "contribution pour la justice économique")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct CourtFee {
    /// How many people the creditor employs.
    pub employees: String,
    /// Yearly turnover, mean of three years.
    pub turnover: String,
    /// Yearly profit, mean of three years; a loss after a minus sign.
    pub average_profit: String,
    /// The seat of the court.
    pub court: String,
}

/// A party, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Party {
    /// What the party is in law.
    pub kind: Option<PartyKind>,
    /// Name of the company or of the person.
    pub name: String,
    /// SARL, SAS and the like.
    pub legal_form: String,
    /// Share capital.
    pub capital: String,
    /// SIREN or SIRET.
    pub siren: String,
    /// Town of the trade register.
    pub rcs_town: String,
    /// VAT number.
    pub vat_number: String,
    /// Street and number.
    pub street: String,
    /// Building, floor, delivery box.
    pub street_more: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// Country, where it isn't France.
    pub country: String,
    /// Who answers for the creditor.
    pub contact: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Account to be paid to.
    pub iban: String,
    /// Its bank.
    pub bic: String,
    /// Who signs.
    pub signatory: String,
    /// In what capacity.
    pub capacity: String,
    /// For the attention of.
    pub attention: String,
    /// Where the creditor's letters are dated from, if not in their town.
    pub place: String,
    /// The consumer ombudsman the creditor has named.
    pub mediator: String,
}

/// An invoice, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Invoice {
    /// Its number.
    pub number: String,
    /// What was delivered or done.
    pub description: String,
    /// The debtor's order number.
    pub order_reference: String,
    /// The day it was issued.
    pub issued_on: String,
    /// The day the work was done or the goods delivered.
    pub performed_on: String,
    /// The day its contract was concluded: asked for an international carriage alone.
    pub concluded_on: String,
    /// The day it was to be paid.
    pub due_on: String,
    /// What is known of its term, for a visitor who doesn't know that day.
    pub term: PaymentTerm,
    /// Its amount, VAT included.
    pub amount: String,
    /// What was paid since.
    pub payments: Vec<Movement>,
    /// Credit notes.
    pub credits: Vec<Movement>,
}

/// What is known of the term of an invoice, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct PaymentTerm {
    /// What the parties agreed.
    pub agreement: Agreement,
    /// How many days they agreed on.
    pub days: String,
    /// How the contract counts days « fin de mois », if it says.
    pub reading: Option<EndOfMonth>,
    /// The day a public debtor received the invoice.
    pub received_on: String,
    /// What is sold or done, where the law has a term of its own for it.
    pub sector: Sector,
    /// Whether the invoice gathers the deliveries of a period; left out, it doesn't.
    pub periodic: Option<YesNo>,
}

/// What the parties agreed on when an invoice is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Agreement {
    /// Not known.
    #[default]
    Unknown,
    /// Nothing.
    Nothing,
    /// So many days after the invoice.
    Days,
    /// So many days « fin de mois ».
    EndOfMonth,
}

impl Agreement {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Unknown, Self::Nothing, Self::Days, Self::EndOfMonth];

    /// The agreement in words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Unknown => "Je ne sais pas",
            Self::Nothing => "Rien n’a été convenu",
            Self::Days => "Un nombre de jours après la facture",
            Self::EndOfMonth => "Un nombre de jours «\u{a0}fin de mois\u{a0}»",
        }
    }

    /// Whether a number of days was agreed.
    #[must_use]
    pub fn counts_days(self) -> bool {
        matches!(self, Self::Days | Self::EndOfMonth)
    }
}

/// A payment or a credit note, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Movement {
    /// Its date.
    pub on: String,
    /// Its amount.
    pub amount: String,
    /// For a credit note: whether it corrects the invoice from the start.
    pub retroactive: bool,
}

/// The rate the parties agreed, if any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RateChoice {
    /// None: the law's own.
    #[default]
    Statutory,
    /// So many percent a year.
    Fixed,
    /// So many percent a month.
    Monthly,
    /// So many times the legal rate.
    LegalMultiple,
    /// The legal rate and so many points.
    LegalPlus,
    /// The refinancing rate and so many points.
    RefinancingPlus,
}

impl RateChoice {
    /// All choices, the most frequent first.
    pub const ALL: [Self; 6] =
        [Self::Statutory, Self::Fixed, Self::Monthly, Self::LegalMultiple, Self::LegalPlus, Self::RefinancingPlus];

    /// The choice in words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Statutory => "Rien de prévu : le taux de la loi",
            Self::Fixed => "Un taux annuel fixe",
            Self::Monthly => "Un taux mensuel",
            Self::LegalMultiple => "Un multiple du taux légal",
            Self::LegalPlus => "Le taux légal plus des points",
            Self::RefinancingPlus => "Le taux de la BCE plus des points",
        }
    }

    /// What the figure beside the choice counts; none where the law sets it.
    #[must_use]
    pub fn unit(self) -> Option<&'static str> {
        match self {
            Self::Statutory => None,
            Self::Fixed => Some("% par an"),
            Self::Monthly => Some("% par mois"),
            Self::LegalMultiple => Some("fois"),
            Self::LegalPlus | Self::RefinancingPlus => Some("points"),
        }
    }
}

/// What the contract says of late payment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Terms {
    /// Which rate.
    pub rate: RateChoice,
    /// Its figure, as typed.
    pub figure: String,
    /// What to do with a rate under the legal floor.
    pub below_floor: BelowFloor,
    /// What a part payment pays first.
    pub imputation: Imputation,
    /// How days become a fraction of a year.
    pub day_count: DayCount,
    /// From which day unpaid interest bears interest, if the contract or a judge says so.
    #[doc(alias = "capitalisation")]
    pub compounding_from: String,
    /// A penalty the contract sets for each invoice paid late: so many percent of it.
    #[doc(alias = "clause pénale")]
    pub clause_percent: String,
    /// Its least amount.
    pub clause_minimum: String,
    /// Proven costs of recovery above the indemnity.
    #[doc(alias = "indemnisation complémentaire")]
    pub extra_costs: Vec<ExtraCost>,
    /// The period of limitation agreed between businesses, in years.
    pub agreed_years: String,
}

/// A proven cost of recovery, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ExtraCost {
    /// What was paid for.
    pub label: String,
    /// How much.
    pub amount: String,
}

/// Something that happened, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// What.
    pub kind: EventKind,
    /// When.
    pub on: String,
    /// When it ended, for proceedings and suspensions.
    #[serde(default)]
    pub until: String,
    /// How it ended, for proceedings.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// What was answered in the guide; a question not yet asked has no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Answers {
    /// Whether insolvency proceedings are open against the debtor.
    pub insolvent: Option<YesNo>,
    /// Which.
    pub insolvency_kind: Option<InsolvencyKind>,
    /// The day of the opening judgment, as typed.
    pub insolvency_opened_on: String,
    /// The day of its publication, as typed.
    pub insolvency_published_on: String,
    /// Whether the debtor was struck off its register or dissolved.
    #[doc(alias = "radié")]
    pub struck_off: Option<YesNo>,
    /// Whether the debtor contests the claim.
    pub contested: Option<Contested>,
    /// What the debtor answered.
    pub answer: Option<Answer>,
    /// The day of that answer, as typed.
    pub answered_on: String,
    /// The day by which the debtor promised to pay, as typed.
    pub promised_on: String,
    /// Whether the debtor looks for a solution.
    pub cooperates: Option<YesNo>,
    /// Whether someone stands surety.
    #[doc(alias = "caution")]
    pub guarantor: Option<YesNo>,
    /// What the claim rests on.
    pub basis: Option<Basis>,
    /// The proof held; `None` while not asked, empty for none.
    pub evidence: Option<Vec<Evidence>>,
    /// That nothing was written yet: an empty history alone doesn't say so.
    pub steps_told: bool,
    /// That what is said of the debtor is all that is known: of which administration, of which association.
    pub debtor_told: bool,
    /// Documents ticked off as gathered.
    pub gathered: Vec<String>,
}
