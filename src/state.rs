//! The case at work: what was typed, and every answer that follows from it, kept up to date and kept on the machine.

mod limitations;

use std::sync::Arc;

use dument_law::Day;
use dument_law::penalties::{self, Input, Statement};
use dument_law::procedures::Guidance;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::address::Address;
use crate::case::Case;
use crate::case::reading::{Fault, faults_of};
use crate::parts;
use crate::past::Past;
use crate::reference;
use crate::store::{Kept, keeper};
use crate::undo;
pub use limitations::InvoiceLimitation;
use limitations::Known;

/// An answer, or what must be put right before there is one: nothing, while the part that answers is on its way.
pub type Answer<T> = Result<T, Vec<Fault>>;

/// The case and its answers, for every component.
#[derive(Clone, Copy)]
pub struct State {
    /// What was typed.
    pub case: RwSignal<Case>,
    /// What it was before each change.
    pub past: RwSignal<Past<Case>>,
    /// What was last undone or done again, in words.
    pub undone: RwSignal<String>,
    /// The visitor's own case, while that of a link is looked at.
    own: RwSignal<Option<Case>>,
    /// Whether what is kept on the machine was looked for: until then the case is empty, or what was just typed.
    pub opened: RwSignal<bool>,
    /// How it is kept on the machine.
    pub kept: Kept,
    /// What is owed.
    pub owed: Memo<Answer<Arc<Owed>>>,
    /// Until when to act, an invoice each, the most urgent first.
    pub limitations: Memo<Answer<Vec<InvoiceLimitation>>>,
    /// What to do, but for what other facts would change.
    pub guidance: Memo<Answer<Guidance>>,
    /// All that is wrong with, or missing from, what was typed.
    pub faults: Memo<Vec<Fault>>,
}

impl State {
    /// A new case, and every answer about the case at work.
    #[must_use]
    pub fn open(address: Address) -> Self {
        let case = RwSignal::new(Case::default());
        let kept = Kept::unopened();

        let owed = Memo::new(move |_| case.with(|case| owed(case, address.as_of())));
        let known = StoredValue::new(Known::default());
        let limitations = Memo::new(move |_| {
            case.with(|case| known.try_update_value(|known| known.follow(case, address)).unwrap_or(Ok(Vec::new())))
        });
        let guidance = Memo::new(move |_| {
            case.with(|case| owed.with(|owed| limitations.with(|limitations| guidance(case, address.as_of(), owed, limitations))))
        });
        let faults = Memo::new(move |_| case.with(Case::faults));
        Self {
            case,
            past: RwSignal::default(),
            undone: RwSignal::default(),
            own: RwSignal::default(),
            opened: RwSignal::new(false),
            kept,
            owed,
            limitations,
            guidance,
            faults,
        }
    }

    /// Opens the case kept on the machine, unless one was begun meanwhile, and keeps every change from now on.
    pub fn begin_keeping(self) {
        keeper::begin(self);
    }

    /// Changes the case.
    pub fn change(self, change: impl FnOnce(&mut Case)) {
        let before = self.case.get_untracked();
        self.case.update(change);
        undo::note(self, before);
    }

    /// Opens a case from elsewhere as a new one; the one at work stays kept, or is brought back by undoing where nothing can be.
    pub fn begin_with(self, case: Case) {
        spawn_local(async move {
            if keeper::begin_with(self, case.clone(), String::new()).await.is_err() {
                self.change(|at_work| *at_work = case);
            }
        });
    }

    /// Puts another case on the screen: it has no past yet.
    pub fn show(self, case: Case) {
        self.past.set(Past::default());
        self.own.set(None);
        self.case.set(case);
    }

    /// Shows a case without keeping it: the visitor's own stays as it is.
    pub fn look_at(self, case: Case) {
        self.own.set(Some(self.case.get_untracked()));
        self.past.set(Past::default());
        self.case.set(case);
    }

    /// Whether a case is looked at that isn't kept.
    #[must_use]
    pub fn is_looking(self) -> bool {
        self.own.with(Option::is_some)
    }

    /// Shows the visitor's own case again.
    pub fn look_away(self) {
        if let Some(own) = self.own.get_untracked() {
            self.past.set(Past::default());
            self.case.set(own);
            // Only after that: what is shown is kept from then on.
            self.own.set(None);
        }
    }

    /// Keeps the case that was looked at.
    pub fn keep_looked_at(self) {
        if self.own.with_untracked(Option::is_some) {
            let looked_at = self.case.get_untracked();
            self.look_away();
            self.begin_with(looked_at);
        }
    }

    /// A part of the case, followed.
    pub fn part<T: PartialEq + Send + Sync + 'static>(self, part: impl Fn(&Case) -> T + Send + Sync + 'static) -> Memo<T> {
        let case = self.case;
        Memo::new(move |_| case.with(&part))
    }

    /// What is wrong with a field, if anything was typed in it.
    pub fn fault(self, field: String) -> Signal<Option<String>> {
        Signal::derive(move || self.faults.with(|faults| Self::told(faults, &field)))
    }

    /// What is told of a field, of all that is wrong.
    #[must_use]
    pub fn told(faults: &[Fault], field: &str) -> Option<String> {
        faults.iter().find(|fault| fault.field == field && !fault.missing).map(|fault| fault.message.clone())
    }
}

/// The case and its answers, from any component.
#[must_use]
pub fn use_state() -> State {
    expect_context()
}

/// What is owed, and what it was computed from. With hundreds of invoices that is much to copy: it is shared.
#[derive(Debug, PartialEq, Eq)]
pub struct Owed {
    /// What it was computed from.
    pub input: Input,
    /// What came of it.
    pub statement: Statement,
}

/// What is owed in a case on a day.
pub fn owed(case: &Case, as_of: Day) -> Answer<Arc<Owed>> {
    let input = case.penalties_input(as_of)?;
    let statement = penalties::penalties(&input, reference::in_use()).map_err(|problems| faults_of(&problems))?;
    Ok(Arc::new(Owed { input, statement }))
}

/// Until when to act in a case.
pub fn limitations(case: &Case, address: Address) -> Answer<Vec<InvoiceLimitation>> {
    Known::default().follow(case, address)
}

/// What to do in a case on a day, from what is owed and until when to act.
pub fn guidance(
    case: &Case,
    as_of: Day,
    owed: &Answer<Arc<Owed>>,
    limitations: &Answer<Vec<InvoiceLimitation>>,
) -> Answer<Guidance> {
    let owed = owed.as_ref().map_err(Clone::clone)?;
    // The invoice whose limitation ends first decides how urgent the case is.
    let most_urgent = limitations.as_ref().ok().and_then(|all| all.first()).map(|first| first.invoice);
    // No fault, and no answer yet: the part that answers is on its way.
    parts::guide(case, as_of, &owed.statement, most_urgent).ok_or_else(Vec::new)?
}
