//! `docs/journey.schema.json` is made from the records; it is up to date, and what we write keeps to it.
//!
//! `UPDATE=1 cargo test -p exchange --test schema` writes it anew.

use journey::{
    Action, Answer, Approval, Card, Cast, Comment, Dismissal, Evidence, Feeling, Gap, Id, Image, Involvement,
    Lane, Map, Path, Person, Round, Stage, Step, Table, Tag, Team, Version,
};
use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Value, json};

fn record(table: Table, generator: &mut SchemaGenerator) -> Value {
    let schema = match table {
        Table::Team => generator.subschema_for::<Team>(),
        Table::Tag => generator.subschema_for::<Tag>(),
        Table::Image => generator.subschema_for::<Image>(),
        Table::Person => generator.subschema_for::<Person>(),
        Table::Evidence => generator.subschema_for::<Evidence>(),
        Table::Map => generator.subschema_for::<Map>(),
        Table::Cast => generator.subschema_for::<Cast>(),
        Table::Stage => generator.subschema_for::<Stage>(),
        Table::Step => generator.subschema_for::<Step>(),
        Table::Lane => generator.subschema_for::<Lane>(),
        Table::Card => generator.subschema_for::<Card>(),
        Table::Feeling => generator.subschema_for::<Feeling>(),
        Table::Gap => generator.subschema_for::<Gap>(),
        Table::Path => generator.subschema_for::<Path>(),
        Table::Answer => generator.subschema_for::<Answer>(),
        Table::Action => generator.subschema_for::<Action>(),
        Table::Involvement => generator.subschema_for::<Involvement>(),
        Table::Approval => generator.subschema_for::<Approval>(),
        Table::Comment => generator.subschema_for::<Comment>(),
        Table::Round => generator.subschema_for::<Round>(),
        Table::Dismissal => generator.subschema_for::<Dismissal>(),
        Table::Version => generator.subschema_for::<Version>(),
    };
    schema.to_value()
}

fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut properties = json!({
        "format": { "const": "desire-path" },
        "format_version": { "const": 1 },
        "id": generator.subschema_for::<Id>().to_value(),
        "blobs": {
            "description": "The bytes of images in base64, by their SHA-256 in hex.",
            "type": "object",
            "additionalProperties": { "type": "string", "contentEncoding": "base64" },
        },
    });
    for table in Table::ALL {
        let mut record = record(*table, &mut generator);
        // In JSON what a newer program wrote lies beside the known fields, not in `extra`.
        record["description"] = format!("A {}.", table.name()).into();
        properties[table.name()] = json!({ "type": "array", "items": record });
    }
    let mut definitions = Value::Object(generator.take_definitions(true));
    for definition in definitions.as_object_mut().into_iter().flat_map(|all| all.values_mut()) {
        if let Some(fields) = definition.get_mut("properties").and_then(Value::as_object_mut) {
            fields.shift_remove("extra");
        }
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Desire Path document",
        "description": "What `journey export MAP.journey MAP.json` writes. Records are sorted by order, then id; a field that has its default is left out; fields that are not named here are kept.",
        "type": "object",
        "required": ["format", "format_version", "id"],
        "properties": properties,
        "$defs": definitions,
    })
}

#[test]
fn the_committed_schema_is_the_one_of_the_records() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/journey.schema.json");
    let text = format!("{:#}\n", schema());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).expect("docs/ can be written");
    }
    let committed = std::fs::read_to_string(&path).expect("docs/journey.schema.json");
    assert!(
        committed == text,
        "docs/journey.schema.json is stale: UPDATE=1 cargo test -p exchange --test schema"
    );
}

/// What of a value the schema does not allow: types, choices, references and fields that it does not name.
fn faults(schema: &Value, value: &Value, root: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).expect(reference);
        return faults(target, value, root, at, found);
    }
    for many in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[many].as_array() {
            let fits = choices.iter().any(|choice| {
                let mut inner = Vec::new();
                faults(choice, value, root, at, &mut inner);
                inner.is_empty()
            });
            if !fits {
                found.push(format!("{at}: none of the choices fits {value}"));
            }
        }
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let fits = |name: &Value| name == kind || (name == "number" && kind == "integer");
    let typed = match &schema["type"] {
        Value::Array(names) => names.iter().any(fits),
        Value::Null => true,
        name => fits(name),
    };
    let chosen = schema["enum"].as_array().is_none_or(|names| names.contains(value));
    let constant = schema.get("const").is_none_or(|constant| constant == value);
    if !(typed && chosen && constant) {
        found.push(format!("{at}: {value} does not fit {schema}"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        faults(&schema["items"], item, root, &format!("{at}/{index}"), found);
    }
    let Some(properties) = schema["properties"].as_object() else { return };
    for (name, field) in value.as_object().into_iter().flatten() {
        match properties.get(name) {
            Some(property) => faults(property, field, root, &format!("{at}/{name}"), found),
            None => found.push(format!("{at}/{name} is not in the schema")),
        }
    }
}

#[test]
fn what_we_write_keeps_to_the_schema_and_what_is_wrong_does_not() {
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Id::from_u128(last)
    };
    let text = exchange::json::write(&journey::sample(&mut ids)).text;
    let mut document: Value = serde_json::from_str(&text).expect("JSON");
    let schema = schema();
    let mut found = Vec::new();
    faults(&schema, &document, &schema, "", &mut found);
    assert!(found.is_empty(), "{found:#?}");
    document["stage"][0]["name"] = 3.into();
    document["lane"][0]["kind"] = "moods".into();
    document["map"][0]["novel"] = true.into();
    faults(&schema, &document, &schema, "", &mut found);
    assert_eq!(found.len(), 3, "{found:#?}");
}
