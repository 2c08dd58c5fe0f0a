//! The ledger beside the page: a WebAssembly module of its own, which `www/ledger.js` runs.

use dument_desk::Desk;
use wasm_bindgen::prelude::*;

/// The ledger at work.
#[wasm_bindgen]
#[derive(Default)]
pub struct Ledger {
    desk: Desk,
}

/// A record to be stored.
#[wasm_bindgen(getter_with_clone)]
#[derive(Clone, Debug)]
pub struct Unsaved {
    /// Its key.
    pub key: String,
    /// Its text.
    pub text: String,
}

#[wasm_bindgen]
impl Ledger {
    /// An empty ledger.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes over a stored record.
    pub fn load(&mut self, key: &str, text: &str) {
        self.desk.load(key, text);
    }

    /// Counts by a newer edition of the figures of the law: its text.
    #[wasm_bindgen(js_name = countBy)]
    pub fn count_by(&mut self, reference: &str) {
        self.desk.count_by(reference);
    }

    /// The records to be stored.
    #[must_use]
    pub fn unsaved(&self) -> Vec<Unsaved> {
        self.desk.unsaved().into_iter().map(|(key, text)| Unsaved { key, text }).collect()
    }

    /// Notes that they are stored.
    pub fn saved(&mut self) {
        self.desk.saved();
    }

    /// Takes back what isn't stored.
    #[wasm_bindgen(js_name = forgetUnsaved)]
    pub fn forget_unsaved(&mut self) {
        self.desk.forget_unsaved();
    }

    /// Answers a question, in JSON.
    ///
    /// # Errors
    /// A French sentence.
    pub fn look(&mut self, question: &str) -> Result<String, String> {
        self.desk.look(question).map_err(|why| why.to_string())
    }

    /// Makes a change, and says in JSON what became of it.
    ///
    /// # Errors
    /// A French sentence; the ledger is then as it was.
    pub fn change(&mut self, change: &str) -> Result<String, String> {
        self.desk.change(change).map_err(|why| why.to_string())
    }

    /// The ledger as a file.
    ///
    /// # Errors
    /// A French sentence.
    pub fn export(&self, wanted: &str) -> Result<Vec<u8>, String> {
        self.desk.export(wanted).map_err(|why| why.to_string())
    }

    /// Begins to read files.
    ///
    /// # Errors
    /// A French sentence.
    #[wasm_bindgen(js_name = beginReading)]
    pub fn begin_reading(&mut self, how: &str) -> Result<(), String> {
        self.desk.begin_reading(how).map_err(|why| why.to_string())
    }

    /// Begins with a file.
    #[wasm_bindgen(js_name = beginFile)]
    pub fn begin_file(&mut self, name: &str, bytes: Vec<u8>) {
        self.desk.begin_file(name, bytes);
    }

    /// Reads on for a few milliseconds; tells whether the file is done.
    pub fn step(&mut self) -> bool {
        self.desk.step()
    }

    /// How much of the file is read, in thousandths.
    #[must_use]
    pub fn permille(&self) -> u32 {
        self.desk.permille()
    }

    /// Forgets what was read.
    #[wasm_bindgen(js_name = endReading)]
    pub fn end_reading(&mut self) {
        self.desk.end_reading();
    }

    /// What the files that were read would change, in JSON.
    #[must_use]
    pub fn compare(&mut self) -> String {
        self.desk.compare()
    }
}
