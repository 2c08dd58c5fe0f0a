//! What holds for any file: read in steps or at once it ends, and what was found can be written and read again.

use dument_intake::{Found, Options, Outcome, Reader};

/// Reads a file and looks at what was found.
pub fn read(name: &str, bytes: Vec<u8>) {
    let total = bytes.len();
    let mut reader = Reader::new(name, bytes, Options::default());
    let mut done = 0;
    loop {
        let progress = reader.step();
        assert!(progress.total == total && progress.done >= done && progress.done <= total);
        done = progress.done;
        if progress.finished {
            break;
        }
    }
    match reader.finish() {
        Err(refusal) => assert!(!refusal.message.is_empty()),
        Ok(found) => {
            for line in &found.lines {
                if let Outcome::Invoice(invoice) = &line.outcome {
                    assert!(invoice.amount.cents() >= 0 && !invoice.number.is_empty());
                    assert!(invoice.settlements.iter().all(|settlement| settlement.amount.cents() >= 0));
                }
            }
            let written = serde_json::to_string(&found).expect("writable");
            assert_eq!(serde_json::from_str::<Found>(&written).expect("readable"), found);
        }
    }
}
