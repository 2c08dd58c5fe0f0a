//! The case at work: what was typed, and every answer that follows from it, kept up to date and kept on the machine.

use dument_law::limitation::Limitation;
use dument_law::penalties::Statement;
use dument_law::procedures::Guidance;
use dument_law::{limitation, penalties, procedures};
use leptos::prelude::*;

use crate::address::Address;
use crate::case::Case;
use crate::case::reading::{Fault, faults_of};
use crate::reference;
use crate::store::{self, Found, NotStored};

/// An answer, or what must be put right before there is one.
pub type Answer<T> = Result<T, Vec<Fault>>;

/// The limitation of one invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceLimitation {
    /// Which invoice, by its place in the case.
    pub invoice: usize,
    /// Its dates.
    pub limitation: Limitation,
}

/// The case and its answers, for every component.
#[derive(Clone, Copy)]
pub struct State {
    /// What was typed.
    pub case: RwSignal<Case>,
    /// What was found on the machine at the start.
    pub found: StoredValue<Found>,
    /// Whether the last change could be kept.
    pub kept: RwSignal<Result<(), NotStored>>,
    /// What is owed.
    pub statement: Memo<Answer<Statement>>,
    /// Until when to act, an invoice each, the most urgent first.
    pub limitations: Memo<Answer<Vec<InvoiceLimitation>>>,
    /// What to do.
    pub guidance: Memo<Answer<Guidance>>,
    /// All that is wrong with, or missing from, what was typed.
    pub faults: Memo<Vec<Fault>>,
}

impl State {
    /// Opens the case kept on the machine, or a new one, and keeps every change from now on.
    #[must_use]
    pub fn open(address: Address) -> Self {
        let found = store::open();
        let case = RwSignal::new(match &found {
            Found::Case(case) => (**case).clone(),
            _ => Case::default(),
        });
        let kept = RwSignal::new(if found == Found::Blocked { Err(NotStored) } else { Ok(()) });
        // Not at the start: opening a page changes nothing on the machine.
        Effect::watch(move || case.get(), move |case, _, _| kept.set(store::keep(case)), false);

        let statement = Memo::new(move |_| case.with(|case| statement(case, address)));
        let limitations = Memo::new(move |_| case.with(|case| limitations(case, address)));
        let guidance = Memo::new(move |_| {
            case.with(|case| {
                statement.with(|statement| limitations.with(|limitations| guidance(case, address, statement, limitations)))
            })
        });
        let faults = Memo::new(move |_| case.with(Case::faults));
        Self { case, found: StoredValue::new(found), kept, statement, limitations, guidance, faults }
    }

    /// Changes the case.
    pub fn change(self, change: impl FnOnce(&mut Case)) {
        self.case.update(change);
    }

    /// A part of the case, followed.
    pub fn part<T: PartialEq + Send + Sync + 'static>(self, part: impl Fn(&Case) -> T + Send + Sync + 'static) -> Memo<T> {
        let case = self.case;
        Memo::new(move |_| case.with(&part))
    }

    /// What is wrong with a field, if anything was typed in it.
    pub fn fault(self, field: String) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.faults.with(|faults| {
                faults.iter().find(|fault| fault.field == field && !fault.missing).map(|fault| fault.message.clone())
            })
        })
    }

    /// Forgets the case, on the screen and on the machine.
    pub fn erase(self) {
        self.case.set(Case::default());
        // After the change has been kept, so that not even an empty case is left.
        request_animation_frame(store::erase);
    }
}

/// The case and its answers, from any component.
#[must_use]
pub fn use_state() -> State {
    expect_context()
}

fn statement(case: &Case, address: Address) -> Answer<Statement> {
    let input = case.penalties_input(address.as_of())?;
    penalties::penalties(&input, reference::in_use()).map_err(|problems| faults_of(&problems))
}

fn limitations(case: &Case, address: Address) -> Answer<Vec<InvoiceLimitation>> {
    let mut all = Vec::new();
    for (invoice, input) in case.limitation_inputs(address.as_of())?.iter().enumerate() {
        let limitation = limitation::limitation(input, reference::in_use()).map_err(|problems| {
            let mut faults = faults_of(&problems);
            for fault in &mut faults {
                if !fault.field.starts_with("events") {
                    fault.field = format!("invoices-{invoice}-{}", fault.field);
                }
            }
            faults
        })?;
        all.push(InvoiceLimitation { invoice, limitation });
    }
    // A pending one has no last day and is the least urgent.
    all.sort_by_key(|one| (one.limitation.cautious.last_day.is_none(), one.limitation.cautious.last_day));
    Ok(all)
}

fn guidance(
    case: &Case,
    address: Address,
    statement: &Answer<Statement>,
    limitations: &Answer<Vec<InvoiceLimitation>>,
) -> Answer<Guidance> {
    let statement = statement.as_ref().map_err(Clone::clone)?;
    // The invoice whose limitation ends first decides how urgent the case is.
    let most_urgent = limitations.as_ref().ok().and_then(|all| all.first()).map(|first| first.invoice);
    let limitation = case
        .limitation_inputs(address.as_of())
        .ok()
        .zip(most_urgent)
        .and_then(|(mut inputs, i)| (i < inputs.len()).then(|| inputs.swap_remove(i)));
    let input = case.procedures_input(address.as_of(), statement, limitation)?;
    procedures::procedures(&input, reference::in_use()).map_err(|problems| faults_of(&problems))
}
