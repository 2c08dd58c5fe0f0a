//! What a route costs for this claim, item by item, from dated tariffs; and what of it comes back from the debtor: the costs
//! of a lost case (CPC 695 and 696), what the judge grants of the rest (CPC 700), and what never does (CPCE L111-8).

mod contributions;
mod tariff;

pub(super) use contributions::{contributions, justice, missing_for_justice};
pub(super) use tariff::{certificate, recovery, recovery_by_creditor, service, summons};

use super::facts::{Facts, Standing};
use super::{Cost, CostItem, Lawyer, Recoverable};
use crate::Money;

impl Cost {
    /// A cost that is the sum of its items, and comes back as they do.
    pub(super) fn of(items: Vec<CostItem>) -> Self {
        let (mut min, mut max) = (Money::ZERO, Money::ZERO);
        let mut recoverable = None;
        for item in &items {
            min += item.min;
            max += item.max;
            if !item.max.is_zero() {
                let same = recoverable.is_none_or(|so_far| so_far == item.recoverable);
                recoverable = Some(if same { item.recoverable } else { Recoverable::Partly });
            }
        }
        Self { min, max, recoverable: recoverable.unwrap_or(Recoverable::No), items }
    }

    /// Nothing to pay.
    pub(super) fn free() -> Self {
        Self::of(Vec::new())
    }
}

/// Who bears an item in the end.
#[derive(Clone, Copy)]
pub(super) enum Bearer {
    /// The party who loses: costs of the case.
    #[doc(alias = "dépens")]
    Loser,
    /// As the judge decides.
    Judge,
    /// The debtor whose assets are seized.
    Debtor,
    /// The creditor, but for the forty euros between professionals and proven costs.
    LetterWriter,
    /// The same with a public debtor.
    PublicLetterWriter,
    /// As the administrative judge decides.
    AdministrativeJudge,
    /// The creditor.
    Creditor,
    /// The creditor, as the tariff of judicial officers has it.
    #[doc(alias = "R444-55")]
    CreditorByTariff,
    /// The text that will say is not published.
    Unsettled,
}

impl Bearer {
    /// Who bears a letter sent without an enforceable title.
    fn of_letter(facts: &Facts<'_>) -> Self {
        if facts.debtor == Standing::Consumer || facts.frozen_by().is_some() {
            Self::Creditor
        } else if facts.is_public() {
            Self::PublicLetterWriter
        } else {
            Self::LetterWriter
        }
    }

    fn recoverable(self) -> Recoverable {
        match self {
            Self::Loser | Self::Debtor => Recoverable::Yes,
            Self::Judge | Self::AdministrativeJudge | Self::LetterWriter | Self::PublicLetterWriter | Self::Unsettled => {
                Recoverable::Partly
            }
            Self::Creditor | Self::CreditorByTariff => Recoverable::No,
        }
    }

    fn why(self) -> &'static str {
        match self {
            Self::Loser => "Dépens : le client les rembourse s’il perd (code de procédure civile, articles 695 et 696).",
            Self::Judge => "Le juge accorde ce qu’il estime juste, rarement tout (code de procédure civile, article 700).",
            Self::Debtor => {
                "À la charge du client, sauf frais manifestement inutiles (code des procédures civiles d’exécution, article \
                 L111-8)."
            }
            Self::LetterWriter => {
                "À votre charge, hors l’indemnité forfaitaire par facture et les frais justifiés au-delà (code de commerce, \
                 article L441-10)."
            }
            Self::PublicLetterWriter => {
                "À votre charge, hors l’indemnité forfaitaire par facture et les frais justifiés au-delà (code de la commande \
                 publique, articles L2192-13 et D2192-35)."
            }
            Self::AdministrativeJudge => {
                "Le juge accorde ce qu’il estime juste, rarement tout (code de justice administrative, article L761-1)."
            }
            Self::Creditor => {
                "À votre charge : sans titre exécutoire, aucun frais ne se demande au client (code des procédures civiles \
                 d’exécution, article L111-8)."
            }
            Self::CreditorByTariff => "À votre charge par la règle du tarif (code de commerce, article R444-55).",
            Self::Unsettled => "Le texte qui dira qui paie n’est pas publié : demandez au commissaire de justice.",
        }
    }
}

impl CostItem {
    fn new(label: impl Into<String>, min: Money, max: Money, source: &str, bearer: Bearer) -> Self {
        Self {
            label: label.into(),
            min,
            max,
            recoverable: bearer.recoverable(),
            why: bearer.why().to_owned(),
            source: source.to_owned(),
        }
    }

    /// The same item, borne otherwise.
    pub(super) fn borne(self, bearer: Bearer) -> Self {
        Self { recoverable: bearer.recoverable(), why: bearer.why().to_owned(), ..self }
    }
}

/// A usual price, from the pair of figures `…Min` and `…Max`.
pub(super) fn usual(facts: &Facts<'_>, id: &str, label: &str) -> CostItem {
    let bearer = match id {
        "reminderLetter" | "registeredLetter" | "summonsToPay" => Bearer::of_letter(facts),
        "paymentOrderRegistry" | "courtRegistry" | "translation" => Bearer::Loser,
        "enforcementFee" | "protectiveRequest" => Bearer::Debtor,
        "mediation" | "smallClaimsFee" => Bearer::Creditor,
        _ if facts.is_public() => Bearer::AdministrativeJudge,
        _ => Bearer::Judge,
    };
    let (min, max) = (format!("{id}Min"), format!("{id}Max"));
    let label = format!("{label} (prix indicatif)");
    CostItem::new(label, facts.figures.money(&min), facts.figures.money(&max), facts.figures.source(&max), bearer)
}

/// A lawyer's fees: nothing where none is required, perhaps nothing where that is unsure.
pub(super) fn lawyer(facts: &Facts<'_>, id: &str, lawyer: Lawyer) -> CostItem {
    let fees = usual(facts, id, "Honoraires d’avocat");
    match lawyer {
        Lawyer::Required => fees,
        Lawyer::Unsure => CostItem { label: format!("{}, s’il en faut un", fees.label), min: Money::ZERO, ..fees },
        Lawyer::NotRequired => {
            CostItem { label: "Avocat : non obligatoire".to_owned(), min: Money::ZERO, max: Money::ZERO, ..fees }
        }
    }
}
