//! What the choice of a procedure answers: a plan, every route with its reasons, proof, deadlines and helpers.

use serde::{Deserialize, Serialize};

use super::{Condition, DeadlineId, Evidence, HelperId, OptionId};
use crate::{Day, Money, Note, Source};

/// What to do about a claim, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Guidance {
    /// What to do next, in order.
    pub plan: Vec<Step>,
    /// Every route, each exactly once, in the order of the law’s usual steps.
    pub options: Vec<RouteOption>,
    /// How well the claim is proven.
    pub proof: Proof,
    /// The procedural terms that run for these facts.
    pub deadlines: Vec<Deadline>,
    /// Who can do it, each exactly once, whether they suit or not.
    pub helpers: Vec<HelperOption>,
    /// Assumptions, open questions, and what a missing fact would change.
    pub notes: Vec<Note>,
    /// The texts and pages that reasons, costs and deadlines cite by `id`.
    pub sources: Vec<Source>,
}

/// One step of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PlanStep", optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The route it belongs to.
    pub option: OptionId,
    /// The day from which to do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// Its French name.
    pub title: String,
    /// Why now, in French.
    pub why: String,
}

/// Whether a route is open for these facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "RouteStatus"))]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// A step of the plan.
    Recommended,
    /// Open, but not the first choice.
    Possible,
    /// A condition of the law fails.
    Blocked,
    /// Made for other facts.
    NotConcerned,
}

/// A route, with everything that decides whether to take it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct RouteOption {
    /// Which route.
    pub id: OptionId,
    /// Whether it is open.
    pub status: Status,
    /// The conditions, each with the fact that meets or fails it.
    pub reasons: Vec<Reason>,
    /// The competent court, in French, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub court: Option<String>,
    /// Whether a lawyer is required.
    pub lawyer: Lawyer,
    /// What must be tried before, in French, where something must.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior: Option<String>,
    /// What it costs for this claim.
    pub cost: Cost,
    /// How long it usually takes.
    pub duration: Duration,
    /// What it does to limitation.
    pub limitation_effect: LimitationEffect,
    /// How it goes, step by step, in French.
    pub steps: Vec<String>,
    /// What to gather, in French.
    pub documents: Vec<String>,
    /// The official forms.
    pub forms: Vec<String>,
}

/// A condition of a route, and whether the facts meet it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// Which condition.
    pub condition: Condition,
    /// False only where a known fact fails it: a fact that isn't known leaves it true, and the message asks to check it.
    pub met: bool,
    /// The fact that met or failed it, in French.
    pub message: String,
    /// The id of the source of the condition.
    pub source: String,
}

/// Whether a lawyer is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "LawyerNeed"))]
#[serde(rename_all = "camelCase")]
pub enum Lawyer {
    /// One may act alone.
    NotRequired,
    /// Only a lawyer may act.
    Required,
    /// The texts or the facts leave it open.
    Unsure,
}

/// What a route costs for this claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Cost {
    /// The least: the sum of the least of each item.
    pub min: Money,
    /// The most: the sum of the most of each item.
    pub max: Money,
    /// Whether it comes back from the debtor: as its items do.
    pub recoverable: Recoverable,
    /// What it is made of.
    pub items: Vec<CostItem>,
}

/// One item of a cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CostItem {
    /// What is paid for, in French.
    pub label: String,
    /// The least.
    pub min: Money,
    /// The most.
    pub max: Money,
    /// Whether it comes back from the debtor.
    pub recoverable: Recoverable,
    /// Why it does or doesn't, in French.
    pub why: String,
    /// The id of the source of the figure.
    pub source: String,
}

/// Whether a cost comes back from the debtor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Recoverable {
    /// The debtor who loses bears it.
    Yes,
    /// A part, or as the judge decides.
    Partly,
    /// The creditor bears it.
    No,
}

/// How long a route usually takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Duration {
    /// At best, in days.
    pub min_days: u32,
    /// At worst, in days.
    pub max_days: u32,
}

/// What a route does to limitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum LimitationEffect {
    /// None: the last day to act stays.
    None,
    /// A new full period starts.
    Interrupts,
    /// A new full period starts, but only once served on the debtor: the request alone does nothing.
    InterruptsOnService,
    /// The period stands still, and at least six months are left after.
    Suspends,
    /// The period is over: the debtor may waive that, knowingly.
    Waives,
    /// The texts leave it open: count on nothing.
    Unclear,
}

/// How well the claim is proven.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Proof {
    /// How strong the evidence is.
    pub strength: Strength,
    /// What would make it stronger.
    pub missing: Vec<MissingEvidence>,
}

/// How strong the evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ProofStrength"))]
#[serde(rename_all = "camelCase")]
pub enum Strength {
    /// Agreement and performance are proven, or the debtor acknowledged the debt.
    Strong,
    /// One of the two is proven.
    Fair,
    /// Neither is.
    Weak,
    /// Nothing was said of the evidence.
    Unknown,
}

/// Evidence to look for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MissingEvidence {
    /// What.
    pub evidence: Evidence,
    /// Why it helps, in French.
    pub message: String,
}

/// A procedural term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Deadline {
    /// Which term.
    pub id: DeadlineId,
    /// Whether one must act by it, or may act only from it.
    pub bound: Bound,
    /// The day that makes it run; that day itself doesn't count.
    pub from: Day,
    /// `latest`: the last day, still usable, after the rule of weekends and holidays (CPC 642).
    /// `earliest`: the first day on which one may act.
    pub last_day: Day,
    /// The same before the rule of weekends and holidays.
    pub unmoved: Day,
    /// What must or may be done, in French.
    pub message: String,
    /// The id of the source of the term.
    pub source: String,
}

/// Which side of a day one may act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "DeadlineBound"))]
#[serde(rename_all = "camelCase")]
pub enum Bound {
    /// By that day.
    Latest,
    /// From that day.
    Earliest,
}

/// Someone who can help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HelperOption {
    /// Who.
    pub id: HelperId,
    /// Whether they suit these facts.
    pub suits: bool,
    /// When they do, in French.
    pub when: String,
    /// The usual price, in French.
    pub price: String,
    /// What the law asks of them, in French.
    pub duties: String,
}
