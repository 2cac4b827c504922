//! JSON Schemas, with which editors complete and check files of facts.

use serde_json::{Map, Value as Json, json};

use super::{EVERYWHERE, Field, Form, Kind, Need, Value};

/// What an editor shows about a field.
pub type Describe<'a> = dyn Fn(&Kind, &Field) -> Option<String> + 'a;

/// The JSON Schema (draft 2020-12) of a kind of YAML file. `describe` returns what an editor
/// shows about a field.
///
/// A schema is stricter than `kinfolio check`: it knows one way of writing a day or a
/// field's name, and not the others that are read with a note.
#[must_use]
pub fn json_schema(kind: &'static Kind, describe: &Describe) -> Json {
    let mut definitions = Map::new();
    let own = of_kind(kind, describe, &mut definitions);
    let own = if kind.is_rows {
        json!({"type": "array", "items": own})
    } else {
        own
    };
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.name,
    });
    if let (Some(schema), Json::Object(own)) = (schema.as_object_mut(), own) {
        schema.extend(own);
        if !definitions.is_empty() {
            schema.insert("$defs".to_owned(), Json::Object(definitions));
        }
    }
    schema
}

fn of_kind(kind: &'static Kind, describe: &Describe, definitions: &mut Map<String, Json>) -> Json {
    if let Some(entries) = kind.entries {
        let entry = reference(entries, describe, definitions);
        let format = json!({"const": 1});
        return json!({
            "type": "object",
            "properties": {"format": format},
            "additionalProperties": {"oneOf": [entry, {"type": "null"}]},
        });
    }
    let mut properties = Map::new();
    let everywhere = EVERYWHERE.iter().filter(|_| !kind.files.is_empty());
    for field in kind.fields.iter().chain(everywhere.clone()) {
        let schema = of_field(field, describe, definitions);
        properties
            .entry(field.name)
            .and_modify(|first| *first = json!({"anyOf": [first.take(), schema.clone()]}))
            .or_insert(schema);
    }
    // Afterward, because several measures can have a field of the same name.
    for field in kind.fields.iter().chain(everywhere) {
        let schema = properties.get_mut(field.name).and_then(Json::as_object_mut);
        if let (Some(schema), Some(text)) = (schema, describe(kind, field)) {
            schema.insert("description".to_owned(), text.into());
        }
    }
    let is_required = |field: &&Field| field.need == Need::Required && field.measures.is_empty();
    let required = kind.fields.iter().filter(is_required);
    let required: Vec<&str> = required.map(|field| field.name).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn reference(
    kind: &'static Kind,
    describe: &Describe,
    definitions: &mut Map<String, Json>,
) -> Json {
    if !definitions.contains_key(kind.name) {
        // Before its fields, because a kind can be among its own.
        definitions.insert(kind.name.to_owned(), Json::Null);
        let schema = of_kind(kind, describe, definitions);
        definitions.insert(kind.name.to_owned(), schema);
    }
    json!({"$ref": format!("#/$defs/{}", kind.name)})
}

fn of_field(field: &Field, describe: &Describe, definitions: &mut Map<String, Json>) -> Json {
    if matches!(field.value, Value::Anything) {
        return json!({});
    }
    let mut forms: Vec<Json> = of_value(field.value).into_iter().collect();
    if let Some(kind) = field.map {
        forms.push(reference(kind, describe, definitions));
    }
    let one = match forms.as_slice() {
        [one] => one.clone(),
        _ => json!({"anyOf": forms}),
    };
    let list = json!({"type": "array", "items": one});
    let days = |one: &Json| {
        let day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
        json!({"type": "object", "patternProperties": {day: one}})
    };
    match field.form {
        Form::One => one,
        Form::List => json!({"anyOf": [one, list]}),
        Form::ListOrDays => json!({"anyOf": [one, list, days(&one)]}),
        Form::Days => days(&json!({"anyOf": [one, list, {"type": "null"}]})),
    }
}

/// The schema of a value that is no map. `None` if it has to be one.
fn of_value(value: Value) -> Option<Json> {
    let scalar = || json!({"type": ["string", "number"]});
    Some(match value {
        Value::Map | Value::Anything => return None,
        Value::Text | Value::Note | Value::Participant | Value::Phrase => json!({"type": "string"}),
        Value::Plain | Value::TextPhone | Value::Id | Value::Reference(_) => scalar(),
        Value::Measured => json!({"type": ["string", "number", "array"]}),
        Value::Name => json!({"type": ["string", "object"]}),
        Value::Terms => json!({"type": "object"}),
        Value::Url => json!({"type": "string", "format": "uri", "pattern": "^https://"}),
        Value::Day => json!({"type": "string", "format": "date"}),
        Value::Time => json!({"type": "string", "pattern": "^[0-9]{1,2}:[0-9]{2}"}),
        Value::Weekday => json!({"enum": super::choices::WEEKDAYS.map(|(word, ())| word)}),
        Value::YesNo => json!({"enum": [true, false, "yes", "no"]}),
        Value::Number => json!({"type": ["number", "string"]}),
        Value::Count => json!({"type": "integer", "minimum": 0}),
        Value::Choice(choices) => json!({"enum": choices.words()}),
        Value::Language => json!({"type": "string", "pattern": "^[A-Za-z]{2,3}(-|$)"}),
        Value::YesNoOrLanguage => json!({"type": ["string", "boolean"]}),
        Value::TimeZone => json!({"type": "string", "pattern": "/"}),
    })
}
