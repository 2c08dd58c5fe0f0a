//! Every function of the JavaScript API, over any text: none panics, and the answer is JSON, a result or problems.

#![no_main]

use dument_law::Reference;
use dument_law::reading::{self, Given};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|text: &str| {
    answered(dument_js::penalties(text));
    answered(dument_js::limitation(text));
    answered(dument_js::procedures(text));
    answered(dument_js::payment_terms(text));
    // As the module of the letters does, but for the engine: here it is at hand, there it is called back.
    answered(dument_exchange::answer(text, |input| dument_letters::letter(input, Reference::published())));
    // Not `use_reference`: figures once taken would change the answers to every later text.
    if let Ok(given) = serde_json::from_str::<Given<'_>>(text) {
        let _ = reading::read::<Reference>(&given).is_ok_and(|reference| reference.check().is_ok());
    }
});

/// A result is an object; a refusal names at least one problem, each with a code, a field and a sentence.
fn answered(answer: Result<String, String>) {
    match answer {
        Ok(result) => assert!(read(&result).is_object()),
        Err(problems) => {
            let problems = read(&problems);
            let problems = problems.as_array().expect("a list of problems");
            assert!(!problems.is_empty());
            for problem in problems {
                let said = |name: &str| problem[name].as_str().is_some_and(|text| name == "field" || !text.is_empty());
                assert!(said("code") && said("field") && said("message"), "{problem}");
            }
        }
    }
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("the answer is JSON")
}
