//! Reads the files named and prints what was found in each as JSON, one line a file: for the tests on files nobody here wrote.

use dument_intake::{Options, read};

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let found = match read(&path, std::fs::read(&path)?, Options::default()) {
            Ok(found) => serde_json::to_value(found)?,
            Err(refusal) => serde_json::json!({ "file": path, "refused": refusal }),
        };
        println!("{found}");
    }
    Ok(())
}
