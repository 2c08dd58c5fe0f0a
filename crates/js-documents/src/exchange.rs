//! From JavaScript's objects to a document, and the one shape of every error.

use dument_law::{Code, Problems};
use dument_letters::Document;
use js_sys::{Error, JSON, Reflect};
use serde_json::Value;
use wasm_bindgen::JsValue;

/// The fields of a letter that make its document.
const FIELDS: [&str; 5] = ["language", "title", "author", "writtenOn", "blocks"];

/// Reads the document of a letter; every fault in it comes in one error.
///
/// Accents typed as separate marks are composed first (Unicode form C): the fonts hold composed letters.
pub(crate) fn document(letter: &JsValue) -> Result<Document, JsValue> {
    let json = JSON::stringify(letter).ok().filter(|json| json.is_string());
    let composed = json.map(|json| String::from(json.normalize("NFC")));
    let Some(Value::Object(mut fields)) = composed.and_then(|json| serde_json::from_str(&json).ok()) else {
        let message = "Il faut une lettre\u{a0}: un objet simple, tel que la fonction letter le donne.";
        return Err(error(&Problems::one(Code::WrongType, "", message)));
    };
    fields.retain(|name, _| FIELDS.contains(&name.as_str()));
    deserr::deserialize(Value::Object(fields)).map_err(|problems| error(&problems))
}

/// An `Error` with the `code` and `field` of the first problem, a `message` of all, and all `problems`.
pub(crate) fn error(problems: &Problems) -> JsValue {
    let error = Error::new(&problems.to_string());
    let first = &problems.all()[0];
    let fields = [
        ("code", serde_wasm_bindgen::to_value(&first.code).unwrap_or_default()),
        ("field", first.field.as_str().into()),
        ("problems", serde_wasm_bindgen::to_value(problems.all()).unwrap_or_default()),
    ];
    for (name, value) in fields {
        // Setting a property of an object just made can't fail.
        let _ = Reflect::set(&error, &JsValue::from_str(name), &value);
    }
    error.into()
}

/// The same shape for a file that could not be made: no field of the letter is at fault.
pub(crate) fn failure(failure: &dument_documents::Error) -> JsValue {
    error(&Problems::one(Code::DocumentFailed, "", failure.to_string()))
}
