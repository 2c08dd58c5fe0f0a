//! An invoice of what is owed, with what its figures were computed from.

use std::sync::Arc;

use dument_law::penalties::{Input, Invoice, InvoiceStatement};

use crate::state::{Answer, Owed};

/// An invoice in what is owed; the same as another where its own facts, figures and terms are.
#[derive(Clone)]
pub struct Stated {
    /// What was computed from, but for the invoices.
    terms: Arc<Input>,
    whole: Arc<Owed>,
    rank: usize,
}

impl Stated {
    /// Every invoice of what is owed, in its order.
    #[must_use]
    pub fn all(owed: &Answer<Arc<Owed>>) -> Vec<Self> {
        let Ok(whole) = owed else { return Vec::new() };
        let terms = Arc::new(Input { invoices: Vec::new(), ..whole.input.clone() });
        let one = |rank| Self { terms: Arc::clone(&terms), whole: Arc::clone(whole), rank };
        (0..whole.statement.invoices.len()).map(one).collect()
    }

    /// What was computed from, but for the invoices.
    #[must_use]
    pub fn terms(&self) -> &Input {
        &self.terms
    }

    /// The invoice.
    #[must_use]
    pub fn invoice(&self) -> &Invoice {
        &self.whole.input.invoices[self.rank]
    }

    /// What is owed of it.
    #[must_use]
    pub fn owed(&self) -> &InvoiceStatement {
        &self.whole.statement.invoices[self.rank]
    }

    /// Whether it is past its due date.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.terms.as_of > self.invoice().due_on
    }
}

impl PartialEq for Stated {
    fn eq(&self, other: &Self) -> bool {
        self.terms == other.terms && self.invoice() == other.invoice() && self.owed() == other.owed()
    }
}
