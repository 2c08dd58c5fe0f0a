//! Between JavaScript's objects and Rust's types, and the one shape of every error.

use deserr::Deserr;
use dument_law::{Code, Problems};
use js_sys::{Error, JSON, Number, Reflect};
use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::JsValue;

/// Reads an input, computes, and writes the result.
pub(crate) fn answer<I: Deserr<Problems>, R: Serialize>(
    input: &JsValue,
    compute: impl FnOnce(&I) -> Result<R, Problems>,
) -> Result<JsValue, JsValue> {
    let input = read(input)?;
    write(&compute(&input).map_err(|problems| error(&problems))?)
}

/// Reads a plain object; every fault in it comes in one error.
///
/// The object goes through JSON, which refuses what has no end (an object within itself) and, here, what is nested
/// deeper than any input: walking it ourselves would exhaust the module's stack for good.
pub(crate) fn read<I: Deserr<Problems>>(input: &JsValue) -> Result<I, JsValue> {
    let plain = JSON::stringify_with_replacer_func(input, &mut |_, value| Ok(Some(named(value))), None)
        .ok()
        .and_then(|json| json.as_string())
        .and_then(|json| serde_json::from_str(&json).ok())
        .ok_or_else(|| {
            error(&Problems::one(
                Code::WrongType,
                "",
                "Il faut un objet simple, fait de textes, de nombres, de listes et d’objets.",
            ))
        })?;
    deserr::deserialize(without_nulls(plain)).map_err(|problems| error(&problems))
}

/// Throws what is wrong with a value that was read.
pub(crate) fn accept(checked: Result<(), Problems>) -> Result<(), JsValue> {
    checked.map_err(|problems| error(&problems))
}

/// `NaN` and the infinities by name: JSON would make them `null`, which reads as left out.
fn named(value: JsValue) -> JsValue {
    let no_number = value.as_f64().is_some() && !Number::is_finite(&value);
    if no_number { JsValue::from_str("NaN") } else { value }
}

/// A field that is `undefined` or `null` is one left out, as TypeScript’s optional fields have it.
fn without_nulls(plain: Value) -> Value {
    match plain {
        Value::Object(fields) => {
            let given = fields.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(given.map(|(name, value)| (name, without_nulls(value))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(without_nulls).collect()),
        other => other,
    }
}

/// Writes a plain object.
pub(crate) fn write<R: Serialize + ?Sized>(result: &R) -> Result<JsValue, JsValue> {
    result.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// An `Error` with the `code` and `field` of the first problem, a `message` of all, and all `problems`.
fn error(problems: &Problems) -> JsValue {
    let error = Error::new(&problems.to_string());
    let first = &problems.all()[0];
    let fields = [
        ("code", serde_wasm_bindgen::to_value(&first.code).unwrap_or_default()),
        ("field", JsValue::from_str(&first.field)),
        ("problems", write(problems.all()).unwrap_or_default()),
    ];
    for (name, value) in fields {
        // Setting a property of an object just made can't fail.
        let _ = Reflect::set(&error, &JsValue::from_str(name), &value);
    }
    error.into()
}
