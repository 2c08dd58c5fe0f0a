//! The limitation of every invoice, each computed anew only where its own facts have changed.

use std::sync::Arc;

use dument_law::limitation::{self, Input, Limitation};
use dument_law::{Reference, order};

use super::Answer;
use crate::address::Address;
use crate::case::Case;
use crate::case::reading::faults_of;
use crate::reference;

/// The limitation of one invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceLimitation {
    /// Which invoice, by its place in the case.
    pub invoice: usize,
    /// Its dates.
    pub limitation: Arc<Limitation>,
}

/// What was computed last, by the place of the invoice.
#[derive(Default)]
pub(super) struct Known {
    /// The figures it was computed with.
    reference: Option<&'static Reference>,
    all: Vec<(Input, Arc<Limitation>)>,
}

impl Known {
    /// The limitation of every invoice, the most urgent first.
    pub(super) fn follow(&mut self, case: &Case, address: Address) -> Answer<Vec<InvoiceLimitation>> {
        let reference = reference::in_use();
        if !self.reference.is_some_and(|before| std::ptr::eq(before, reference)) {
            *self = Self { reference: Some(reference), all: Vec::new() };
        }
        let mut all = Vec::new();
        for (invoice, input) in case.limitation_inputs(address.as_of())?.into_iter().enumerate() {
            all.push(InvoiceLimitation { invoice, limitation: self.of(invoice, input, reference)? });
        }
        // A pending one has no last day and is the least urgent.
        Ok(order::in_order(all, |one| one.limitation.cautious.last_day.map_or(u64::MAX, |last_day| order::rank(last_day, 0))))
    }

    fn of(&mut self, invoice: usize, input: Input, reference: &Reference) -> Answer<Arc<Limitation>> {
        if let Some((_, same)) = self.all.get(invoice).filter(|(before, _)| *before == input) {
            return Ok(Arc::clone(same));
        }
        let computed = limitation::limitation(&input, reference).map_err(|problems| {
            let mut faults = faults_of(&problems);
            for fault in &mut faults {
                if !fault.field.starts_with("events") && !fault.field.starts_with("rate") {
                    fault.field = format!("invoices-{invoice}-{}", fault.field);
                }
            }
            faults
        })?;
        let computed = Arc::new(computed);
        let known = (input, Arc::clone(&computed));
        match self.all.get_mut(invoice) {
            Some(before) => *before = known,
            // The invoices come in their order, each once: this is its place.
            None => self.all.push(known),
        }
        Ok(computed)
    }
}
