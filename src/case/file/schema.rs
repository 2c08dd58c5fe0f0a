//! The schema of the file, found by asking the reader itself: what it takes in each place of an example that has every field.
//!
//! What each field means stands in `docs/file-format.md` alone, from which it is taken.

use serde_json::{Map, Value, json};

use super::{FileError, Opened, open};

const EXAMPLE: &str = include_str!("versions/2.json");
const PUBLISHED: &str = include_str!("../case.schema.json");
const DOCUMENTATION: &str = include_str!("../../../docs/file-format.md");

/// The example, its debtor told as fully as its creditor.
fn example() -> Value {
    let mut example: Value = serde_json::from_str(EXAMPLE).unwrap();
    let case = &mut example["cases"][0]["case"];
    case["debtor"] = case["creditor"].clone();
    example
}

/// Where something stands in the example.
#[derive(Clone, Default)]
struct Place(String);

impl Place {
    fn at(&self, step: impl std::fmt::Display) -> Self {
        Self(format!("{}/{}", self.0, step.to_string().replace('~', "~0").replace('/', "~1")))
    }

    /// What the reader says of the example with another value here; none takes the value away.
    fn with(&self, value: Option<Value>) -> Result<Opened, FileError> {
        let mut example = example();
        let (parent, name) = self.0.rsplit_once('/').unwrap();
        match (example.pointer_mut(parent).unwrap(), value) {
            (Value::Object(fields), Some(value)) => drop(fields.insert(name.to_owned(), value)),
            (Value::Object(fields), None) => drop(fields.remove(name)),
            (Value::Array(items), Some(value)) => items[name.parse::<usize>().unwrap()] = value,
            _ => unreachable!("only a field is taken away"),
        }
        open(&example.to_string())
    }

    /// The texts that the reader takes here, where it doesn't take every one.
    fn texts(&self) -> Option<Vec<String>> {
        self.with(Some(json!("?"))).is_err().then(|| listed(&self.why(json!("?"))))
    }

    /// What serde says against a value.
    fn why(&self, value: Value) -> String {
        let mut example = example();
        *example.pointer_mut(&self.0).unwrap() = value;
        serde_json::from_value::<crate::case::Case>(example["cases"][0]["case"].clone()).unwrap_err().to_string()
    }
}

/// The names between backquotes, but for the one that was not known.
fn listed(message: &str) -> Vec<String> {
    message.split('`').skip(1).step_by(2).filter(|name| *name != "?").map(str::to_owned).collect()
}

/// What the documentation says of a field, by its name and by the object it is in.
fn meaning(object: &str, field: &str) -> String {
    let heading = format!("### {object}\n");
    let section = DOCUMENTATION.split_once(&heading).map(|(_, after)| after.split("\n### ").next().unwrap());
    let section = section.unwrap_or_else(|| panic!("docs/file-format.md has no {heading}"));
    let row = format!("| `{field}` | ");
    let line = section.lines().find_map(|line| line.strip_prefix(&row));
    line.unwrap_or_else(|| panic!("docs/file-format.md says nothing of {field} in {heading}")).trim_end_matches(" |").to_owned()
}

/// The schema of what stands in a place; `object` is what the documentation calls it.
fn schema_of(value: &Value, place: &Place, object: &str) -> Value {
    match value {
        Value::Bool(_) if place.with(Some(json!("unknown"))).is_ok() => json!({ "enum": [true, false, "unknown"] }),
        Value::Bool(_) => json!({ "type": "boolean" }),
        Value::String(_) => place.texts().map_or_else(|| json!({ "type": "string" }), |texts| json!({ "enum": texts })),
        Value::Array(items) => {
            let first = items.first().unwrap_or_else(|| panic!("the example has nothing in {}", place.0));
            json!({ "type": "array", "items": schema_of(first, &place.at(0), object) })
        }
        Value::Object(fields) if is_map(place, fields) => {
            let (key, first) = fields.iter().next().unwrap();
            let mut schema = json!({ "type": "object", "additionalProperties": schema_of(first, &place.at(key), object) });
            let mut other = fields.clone();
            other.insert("?".to_owned(), first.clone());
            if place.with(Some(Value::Object(other.clone()))).is_err() {
                schema["propertyNames"] = json!({ "enum": listed(&place.why(Value::Object(other))) });
            }
            schema
        }
        Value::Object(fields) => {
            let mut properties = Map::new();
            let mut required = Vec::new();
            for (name, value) in fields {
                let place = place.at(name);
                let mut schema = schema_of(
                    value,
                    &place,
                    OBJECTS.iter().find(|(field, _)| field == name).map_or(object, |(_, object)| object),
                );
                if place.with(Some(Value::Null)).is_ok() {
                    or_null(&mut schema);
                }
                if place.with(None).is_err() {
                    required.push(name.clone());
                }
                schema["description"] = meaning(object, name).into();
                properties.insert(name.clone(), schema);
            }
            let mut schema = json!({ "type": "object", "properties": properties });
            if !required.is_empty() {
                schema["required"] = required.into();
            }
            schema
        }
        Value::Null | Value::Number(_) => panic!("the example says nothing in {}", place.0),
    }
}

/// The fields that hold objects, and what the documentation calls these.
const OBJECTS: [(&str, &str); 14] = [
    ("creditor", "party"),
    ("debtor", "party"),
    ("invoices", "invoice"),
    ("term", "term"),
    ("payments", "movement"),
    ("credits", "movement"),
    ("terms", "terms"),
    ("extraCosts", "cost"),
    ("courtFee", "court fee"),
    ("history", "event"),
    ("answers", "answers"),
    ("letters", "letter"),
    ("cases", "entry"),
    ("case", "case"),
];

/// Whether the fields of an object have names of their own: no other name is unknown then.
fn is_map(place: &Place, fields: &Map<String, Value>) -> bool {
    let mut other = fields.clone();
    other.insert("?".to_owned(), fields.values().next().cloned().unwrap_or_default());
    match place.with(Some(Value::Object(other))) {
        Ok(opened) => opened.unknown.is_empty(),
        Err(FileError::Faults(_)) => true,
        Err(error) => panic!("{}: {error}", place.0),
    }
}

fn or_null(schema: &mut Value) {
    if let Some(kind) = schema.get("type").cloned() {
        schema["type"] = json!([kind, "null"]);
    } else if let Some(values) = schema["enum"].as_array_mut() {
        values.push(Value::Null);
    }
}

/// The whole schema. What stands around the cases is said by hand: the reader knows it by hand too.
fn schema() -> Value {
    let example = example();
    let case = Place("/cases/0/case".to_owned());
    let mut case = schema_of(&example["cases"][0]["case"], &case, "case");
    case["description"] = meaning("entry", "case").into();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dûment: cases as a file",
        "type": "object",
        "required": ["format", "version", "cases"],
        "properties": {
            "format": { "const": super::FORMAT, "description": meaning("file", "format") },
            "version": { "const": super::VERSION, "description": meaning("file", "version") },
            "cases": {
                "type": "array",
                "minItems": 1,
                "description": meaning("file", "cases"),
                "items": {
                    "type": "object",
                    "required": ["case"],
                    "properties": { "name": { "type": ["string", "null"], "description": meaning("entry", "name") }, "case": case },
                },
            },
        },
    })
}

/// Written anew with `DUMENT_WRITE=1`.
#[test]
fn the_published_schema_is_what_the_reader_takes() {
    let schema = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("DUMENT_WRITE").is_some() {
        return std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/case/case.schema.json"), &schema).unwrap();
    }
    assert!(
        schema == PUBLISHED,
        "src/case/case.schema.json is not what the reader takes: run this test once with DUMENT_WRITE=1"
    );
}

#[test]
fn the_example_has_every_field() {
    let Opened { cases, unknown } = open(EXAMPLE).unwrap();
    assert_eq!(unknown, [""; 0]);
    let mut whole = serde_json::to_value(&cases[0].case).unwrap();
    let case = example()["cases"][0]["case"].take();
    whole["debtor"] = case["debtor"].clone();
    let mut missing = Vec::new();
    super::absent(&whole, &case, "case", &mut missing);
    assert_eq!(missing, [""; 0], "src/case/file/versions/2.json lacks them");
}
