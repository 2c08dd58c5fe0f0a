//! What limitation is computed from.

use serde::{Deserialize, Serialize};

use super::effect::{Action, Cause, Ending};
use crate::reading::Read;
use crate::working_day::Territory;
use crate::{Code, Day, Event, Outcome, Problem, Problems};

/// What is claimed, and of whom: decides the period and its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ClaimKind {
    /// Between merchants, or between a merchant and another professional (C. com. L110-4).
    Business,
    /// Any other claim between professionals or between private persons (C. civ. 2224).
    Civil,
    /// Goods or services sold by a professional to a consumer (C. conso. L218-2).
    Consumer,
    /// Of the State, a local authority or another public body with a public accountant (loi 68-1250).
    #[doc(alias = "prescription quadriennale")]
    Public,
    /// The price of carrying goods within France (C. com. L133-6).
    #[doc(alias = "transport")]
    Carriage,
    /// The price of carrying goods by road between two countries (CMR, article 32).
    #[doc(alias = "CMR")]
    CarriageInternational,
    /// A removal (C. com. L133-9).
    #[doc(alias = "déménagement")]
    Removal,
    /// A telephone or internet subscription and its communications (CPCE, article L34-2).
    Telecom,
    /// Rent and charges of a home (loi 89-462, article 7-1).
    #[doc(alias = "loyer d’habitation")]
    ResidentialRent,
    /// Rent of business premises or of equipment (C. civ. 2224).
    #[doc(alias = "loyer commercial")]
    CommercialRent,
    /// An insurance premium (C. assur. L114-1).
    #[doc(alias = "prime d’assurance")]
    InsurancePremium,
    /// A bill of exchange against the drawee who accepted it, or a promissory note against its maker (C. com. L511-78).
    #[doc(alias = "lettre de change acceptée")]
    AcceptedBill,
    /// A bill of exchange against its drawer or an endorser (C. com. L511-78).
    #[doc(alias = "endosseur")]
    EndorsedBill,
    /// A cheque against its drawer or an endorser (C. mon. fin. L131-59).
    #[doc(alias = "chèque")]
    Cheque,
    /// A judgment or another title that L111-4 of the Code des procédures civiles d’exécution names.
    #[doc(alias = "titre exécutoire")]
    EnforceableTitle,
    /// Not known: the shortest period that can be meant.
    Unknown,
}

/// Where a cheque is payable, seen from where it was issued (C. mon. fin. L131-32).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PayableIn {
    /// In the same country, metropolitan France.
    #[default]
    France,
    /// In another country of Europe.
    Europe,
    /// Outside Europe.
    Elsewhere,
}

/// The facts of a limitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "LimitationInput", optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Input {
    /// The day of computation: "today".
    pub as_of: Day,
    /// Whose public holidays count for the last working day.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub place: Territory,
    /// What is claimed, and of whom.
    pub claim: ClaimKind,
    /// When payment was due; for an enforceable title, the day of the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// When the service was completed or the goods were delivered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performed_on: Option<Day>,
    /// When the contract was concluded: international carriage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concluded_on: Option<Day>,
    /// When the cheque was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Day>,
    /// Where the cheque is payable; France where nothing is said, which gives the earliest date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payable_in: Option<PayableIn>,
    /// The period agreed between businesses, in years, from 1 to 10 (C. civ. 2254).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_years: Option<u32>,
    /// What happened, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub events: Vec<Event>,
}

impl Input {
    /// A claim of which only the kind is known yet.
    #[must_use]
    pub fn new(as_of: Day, claim: ClaimKind) -> Self {
        Self {
            as_of,
            place: Territory::default(),
            claim,
            due_on: None,
            performed_on: None,
            concluded_on: None,
            issued_on: None,
            payable_in: None,
            agreed_years: None,
            events: Vec::new(),
        }
    }

    /// Every event ends after it began, and proceedings that gave something say when they ended.
    pub(super) fn check_events(&self) -> Result<(), Problems> {
        let faults = self.events.iter().enumerate().filter_map(|(index, event)| {
            let (code, message) = self.event_fault(event)?;
            Some(Problem { code, field: format!("events[{index}].until"), message: message.to_owned() })
        });
        Problems::check(faults.collect())
    }

    fn event_fault(&self, event: &Event) -> Option<(Code, &'static str)> {
        let open_ended = Cause::of(event.kind, self.claim).action == Action::Proceedings(Ending::Open);
        match (event.until, event.outcome) {
            (Some(until), _) if until < event.on => {
                Some((Code::EndBeforeStart, "La fin ne peut pas précéder le début\u{a0}: vérifiez les deux dates."))
            }
            (None, Some(Outcome::Granted | Outcome::Settled)) if open_ended => {
                Some((Code::MissingField, "Indiquez la date à laquelle la procédure a pris fin."))
            }
            _ => None,
        }
    }
}
