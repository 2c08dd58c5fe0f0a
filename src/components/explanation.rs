//! What « Pourquoi ? » says of a figure: the rule in one sentence, the computation in words, what was assumed, the texts.

use leptos::prelude::*;

use super::why::Cited;

/// An explanation, ready to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// The rule.
    pub rule: String,
    /// The computation with the real numbers, one step each.
    pub working: Vec<String>,
    /// What was taken for granted, or isn't sure.
    pub assumed: Vec<String>,
    /// The texts, by their ids.
    pub sources: Vec<String>,
}

impl Explanation {
    /// A rule with the texts that say so.
    #[must_use]
    pub fn of(rule: impl Into<String>, sources: &[&str]) -> Self {
        Self { rule: rule.into(), sources: sources.iter().map(|id| (*id).to_owned()).collect(), ..Self::default() }
    }

    /// The same, with a step of the computation.
    #[must_use]
    pub fn working(mut self, step: impl Into<String>) -> Self {
        self.working.push(step.into());
        self
    }
}

/// An explanation on the page.
#[component]
pub fn Explained(
    /// What it says.
    explanation: Explanation,
) -> impl IntoView {
    let Explanation { rule, working, assumed, sources } = explanation;
    view! {
        <p>{rule}</p>
        {working.into_iter().map(|step| view! { <p class="working">{step}</p> }).collect_view()}
        {assumed.into_iter().map(|assumed| view! { <p class="assumed">{assumed}</p> }).collect_view()}
        <Cited ids=sources/>
    }
}
