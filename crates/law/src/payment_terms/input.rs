//! What the due date of an invoice is worked out from.

use serde::{Deserialize, Serialize};

use crate::problem::Problem;
use crate::reading::Read;
use crate::{Code, Day, PartyKind, Place, Problems, PublicKind, YesNo};

/// The facts of one invoice that decide when it must be paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PaymentTermsInput", optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Input {
    /// The day the invoice was issued: the date it bears.
    pub issued_on: Day,
    /// The day a public debtor received the invoice, or its notice on the invoicing portal; without it, what the law
    /// presumes. Between businesses no term runs from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<Day>,
    /// The day the goods were received or the service completed; for goods imported overseas, the day they cleared
    /// customs at their final port.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered_on: Option<Day>,
    /// What the parties agreed; left out where it isn't known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<AgreedTerm>,
    /// What is sold or done, where the law sets a term of its own for it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub sector: Sector,
    /// Whether the invoice gathers the deliveries of a period (CGI 289, I, 3); left out, it doesn't.
    #[doc(alias = "facture périodique")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub periodic: Option<YesNo>,
    /// Who is owed.
    pub creditor: Creditor,
    /// Who owes.
    pub debtor: Debtor,
}

/// Who is owed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PaymentTermsCreditor"))]
#[serde(rename_all = "camelCase")]
pub struct Creditor {
    /// What the creditor is in law: neither a consumer nor a public body.
    pub kind: PartyKind,
}

/// Who owes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PaymentTermsDebtor", optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Debtor {
    /// What the debtor is in law, for this contract.
    pub kind: PartyKind,
    /// Which public body, where the debtor is one: it decides its term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_kind: Option<PublicKind>,
    /// Where the debtor has its seat or home.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub place: Place,
}

/// When the parties agreed that the invoice be paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum AgreedTerm {
    /// On a day.
    Date {
        /// The due date agreed, as the invoice bears it.
        on: Day,
    },
    /// So many days after the invoice was issued; for a public debtor, after it received it.
    Days {
        /// How many days.
        days: u32,
    },
    /// So many days « fin de mois ».
    #[doc(alias = "fin de mois")]
    EndOfMonth {
        /// How many days.
        days: u32,
        /// How the contract counts them; left out where it doesn't say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reading: Option<EndOfMonth>,
    },
    /// Nothing was agreed: the law sets the term.
    None,
    /// Not known, as if left out.
    Unknown,
}

/// How days « fin de mois » are counted: the administration accepts both ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "EndOfMonthReading"))]
#[serde(rename_all = "camelCase")]
pub enum EndOfMonth {
    /// The days first, then to the end of the month they end in: 15 January and 45 days is 1 March, so 31 March.
    ThenEnd,
    /// The end of the month first, then the days: 15 January gives 31 January, and 45 days more 17 March.
    EndThen,
}

/// What is sold or done, where the law sets a term of its own for it (C. com. L441-11 and L441-12).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PaymentSector"))]
#[serde(rename_all = "camelCase")]
pub enum Sector {
    /// Everything else.
    #[default]
    General,
    /// Perishable farm and food products, frozen meat and fish, prepared meals and preserves made of them.
    #[doc(alias = "produits alimentaires périssables")]
    Perishable,
    /// Live cattle for consumption and the fresh meat of it.
    #[doc(alias = "bétail et viandes fraîches")]
    Meat,
    /// Alcoholic drinks subject to the excise on spirits.
    #[doc(alias = "alcools")]
    Spirits,
    /// Grapes, must, wine and other drinks subject to the circulation duty.
    #[doc(alias = "vins")]
    Wine,
    /// Carriage of goods by road, hire of vehicles, forwarding, freight and customs agents.
    #[doc(alias = "transport")]
    Carriage,
    /// Goods bought free of VAT to be delivered as they are outside the European Union.
    #[doc(alias = "exportation")]
    Export,
    /// Machines for parks and gardens, sold to specialised distributors.
    #[doc(alias = "agroéquipement")]
    GardenMachinery,
    /// Farm machines but for tractors, transport and breeding, sold to specialised distributors.
    #[doc(alias = "agroéquipement")]
    AgriculturalMachinery,
    /// Equipment for sports on snow, delivered before the season to seasonal businesses.
    #[doc(alias = "sports de glisse")]
    SnowSports,
    /// Leather goods, sold to specialised distributors.
    #[doc(alias = "filière du cuir")]
    Leather,
    /// Watches, jewellery and silverware, sold to specialised distributors.
    #[doc(alias = "horlogerie, bijouterie, joaillerie, orfèvrerie")]
    Jewellery,
    /// Toys, sold to specialised distributors.
    #[doc(alias = "jouet")]
    Toys,
    /// Not known: counted as everything else, and what a sector would change is said.
    Unknown,
}

impl Input {
    /// More days than any term: a typing error.
    const MOST_DAYS: u32 = 1_000;

    /// Facts that can't be, all at once.
    pub(super) fn check(&self) -> Result<(), Problems> {
        let mut problems = Vec::new();
        let mut fault = |code, field: &str, message: &str| {
            problems.push(Problem { code, field: field.to_owned(), message: message.to_owned() });
        };
        if self.received_on.is_some_and(|received| received < self.issued_on) {
            fault(
                Code::EndBeforeStart,
                "receivedOn",
                "La facture n’a pu être reçue avant sa date\u{a0}: vérifiez les deux dates.",
            );
        }
        match self.agreed {
            Some(AgreedTerm::Date { on }) if on < self.issued_on => {
                fault(
                    Code::EndBeforeStart,
                    "agreed.on",
                    "L’échéance ne peut pas précéder la facture\u{a0}: vérifiez les deux dates.",
                );
            }
            Some(AgreedTerm::Days { days } | AgreedTerm::EndOfMonth { days, .. }) if days > Self::MOST_DAYS => {
                fault(
                    Code::OutOfRange,
                    "agreed.days",
                    "Un délai de paiement compte 1000 jours au plus\u{a0}: vérifiez la saisie.",
                );
            }
            _ => {}
        }
        let creditor = match self.creditor.kind {
            PartyKind::Consumer => Some("Le créancier doit être un professionnel ou une association."),
            PartyKind::PublicBody => Some("Une personne publique a ses propres règles\u{a0}: choisissez un créancier privé."),
            _ => None,
        };
        if let Some(message) = creditor {
            fault(Code::UnknownValue, "creditor.kind", message);
        }
        Problems::check(problems)
    }
}
