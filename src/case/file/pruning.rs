//! A case without what is empty in it: reading gives the same, for every field left out is read as empty.

use serde::Serialize;
use serde_json::Value;

use crate::case::{Case, Draft, Invoice, Movement};

/// Takes out of a case every field that is as in a new one. What was answered with nothing stays: it is an answer.
pub(super) fn prune(case: &mut Value) {
    // A new case has one invoice, which the reader adds too.
    let alone = case["invoices"] == json(&[Invoice::default()]);
    prune_list(&mut case["invoices"], &Invoice::default(), &|invoice| {
        for list in ["payments", "credits"] {
            prune_list(&mut invoice[list], &Movement::default(), &|_| {});
        }
    });
    for draft in case["letters"].as_object_mut().into_iter().flat_map(serde_json::Map::values_mut) {
        remove_equal(draft, &json(&Draft::default()));
    }
    remove_equal(case, &json(&Case::default()));
    if alone && let Some(fields) = case.as_object_mut() {
        fields.remove("invoices");
    }
}

fn prune_list<T: Serialize>(list: &mut Value, new: &T, within: &dyn Fn(&mut Value)) {
    let new = json(new);
    for item in list.as_array_mut().into_iter().flatten() {
        within(item);
        remove_equal(item, &new);
    }
}

/// Takes out of an object what another one says too.
fn remove_equal(value: &mut Value, other: &Value) {
    let (Value::Object(fields), Value::Object(others)) = (value, other) else { return };
    fields.retain(|name, field| {
        let Some(other) = others.get(name) else { return true };
        remove_equal(field, other);
        // An object of which all was taken out says nothing more; one that is empty by itself is equal.
        field != other && !(other.is_object() && field.as_object().is_some_and(serde_json::Map::is_empty))
    });
}

fn json(value: &(impl Serialize + ?Sized)) -> Value {
    // Texts and lists, which JSON holds.
    serde_json::to_value(value).unwrap_or_default()
}
