//! A route: the conditions that open it and what it brings.

use super::condition::{Check, Verdict};
use super::facts::Facts;
use super::{Cost, Duration, Lawyer, LimitationEffect, OptionId, Reason, RouteOption, Status};

/// A condition of the law as a function of the facts.
pub(super) type Rule = fn(&Facts<'_>) -> Check;

/// A route for these facts.
pub(super) struct Route {
    id: OptionId,
    scope: Vec<Check>,
    law: Vec<Check>,
    court: Option<String>,
    lawyer: Lawyer,
    prior: Option<String>,
    cost: Cost,
    duration: Duration,
    effect: LimitationEffect,
    steps: Vec<String>,
    documents: Vec<String>,
    forms: Vec<String>,
}

impl Route {
    /// A route that is free, quick, open to all and without effect on limitation, until said otherwise.
    pub(super) fn new(id: OptionId) -> Self {
        Self {
            id,
            scope: Vec::new(),
            law: Vec::new(),
            court: None,
            lawyer: Lawyer::NotRequired,
            prior: None,
            cost: Cost::free(),
            duration: Duration { min_days: 0, max_days: 0 },
            effect: LimitationEffect::None,
            steps: Vec::new(),
            documents: Vec::new(),
            forms: Vec::new(),
        }
    }

    /// Conditions without which the route is made for other facts.
    pub(super) fn made_for(mut self, facts: &Facts<'_>, rules: &[Rule]) -> Self {
        self.scope.extend(rules.iter().map(|rule| rule(facts)));
        self
    }

    /// Conditions without which the law closes the route.
    pub(super) fn requires(mut self, facts: &Facts<'_>, rules: &[Rule]) -> Self {
        self.law.extend(rules.iter().map(|rule| rule(facts)));
        self
    }

    pub(super) fn court(mut self, court: impl Into<Option<String>>) -> Self {
        self.court = court.into();
        self
    }

    pub(super) fn lawyer(mut self, lawyer: Lawyer) -> Self {
        self.lawyer = lawyer;
        self
    }

    pub(super) fn prior(mut self, prior: Option<String>) -> Self {
        self.prior = prior;
        self
    }

    pub(super) fn cost(mut self, cost: Cost) -> Self {
        self.cost = cost;
        self
    }

    /// How long it usually takes: practice, not law.
    pub(super) fn lasts(mut self, duration: Duration) -> Self {
        self.duration = duration;
        self
    }

    pub(super) fn effect(mut self, effect: LimitationEffect) -> Self {
        self.effect = effect;
        self
    }

    pub(super) fn steps<S: Into<String>>(mut self, steps: impl IntoIterator<Item = S>) -> Self {
        self.steps.extend(steps.into_iter().map(Into::into));
        self
    }

    pub(super) fn documents<S: Into<String>>(mut self, documents: impl IntoIterator<Item = S>) -> Self {
        self.documents.extend(documents.into_iter().map(Into::into));
        self
    }

    pub(super) fn forms<S: Into<String>>(mut self, forms: impl IntoIterator<Item = S>) -> Self {
        self.forms.extend(forms.into_iter().map(Into::into));
        self
    }

    fn status(&self) -> Status {
        let fails = |checks: &[Check]| checks.iter().any(|check| check.verdict == Verdict::Failed);
        if fails(&self.scope) {
            Status::NotConcerned
        } else if fails(&self.law) {
            Status::Blocked
        } else {
            Status::Possible
        }
    }

    /// Whether the law leaves it open.
    pub(super) fn is_open(&self) -> bool {
        self.status() == Status::Possible
    }

    /// The route as it is shown, before the plan chooses.
    pub(super) fn into_option(self) -> RouteOption {
        let status = self.status();
        let reasons = self.scope.into_iter().chain(self.law).map(|check| Reason {
            condition: check.condition,
            met: check.verdict != Verdict::Failed,
            message: check.message,
            source: check.source.to_owned(),
        });
        RouteOption {
            id: self.id,
            status,
            reasons: reasons.collect(),
            court: self.court,
            lawyer: self.lawyer,
            prior: self.prior,
            cost: self.cost,
            duration: self.duration,
            limitation_effect: self.effect,
            steps: self.steps,
            documents: self.documents,
            forms: self.forms,
        }
    }
}
