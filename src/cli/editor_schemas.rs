//! `kinfolio schema`: JSON Schemas for editors.

use super::args::Schema;
use super::diagnostics::Messages;
use super::terminal::Terminal;
use super::{CLEAN, CommandError};
use crate::io::{self, Readers};
use crate::render::Bundle;
use crate::schema::{Field, KINDS, Kind, json_schema};
use crate::source::RelPath;

/// Writes a schema for each kind of file with facts only.
pub(super) fn run(options: &Schema, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let is_yaml = |file: &&str| file.rsplit('.').next() == Some("yaml");
    let kinds = KINDS.iter().filter(|kind| kind.files.iter().any(is_yaml));
    let messages = Messages::of_tool();
    let files: Bundle = kinds.filter_map(|kind| file(kind, &messages)).collect();
    io::replace_files(&options.to, &options.to, &files, Readers::Everyone)?;
    let folder = options.to.display().to_string();
    let values = [("folder", folder)];
    let numbers = [("files", files.len())];
    terminal.say(&messages.count("schema-written", &numbers, values))?;
    Ok(CLEAN)
}

fn file(kind: &'static Kind, messages: &Messages) -> Option<(RelPath, Vec<u8>)> {
    let help = |kind: &Kind, field: &Field| {
        let of = match kind.field(field.name) {
            Some(_) => kind.name,
            None => "every-file",
        };
        Some(messages.say(&format!("{}.help", field_message(of, field)), []))
    };
    let mut schema = json_schema(kind, &help);
    if let Some(schema) = schema.as_object_mut() {
        let title = messages.say(&format!("kind-{}", kind.name), []);
        schema.insert("title".to_owned(), title.into());
    }
    let mut text = serde_json::to_vec_pretty(&schema).ok()?;
    text.push(b'\n');
    Some((RelPath::new(&format!("{}.json", kind.name))?, text))
}

/// The message that is the label of a field of the kind `of`. Its `.help` says what to write
/// and who sees it.
fn field_message(of: &str, field: &Field) -> String {
    format!("field-{of}-{}", field.name.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale::built_in;
    use crate::schema::{EVERYWHERE, OF_TRANSLATION, SeenBy};

    /// Every field, with the kind that its message is named after.
    fn fields() -> impl Iterator<Item = (&'static str, &'static Field)> {
        let of_kinds = KINDS.iter().map(|kind| (kind.name, kind.fields));
        let shared = [("every-file", EVERYWHERE), ("translation", OF_TRANSLATION)];
        let all = of_kinds.chain(shared);
        all.flat_map(|(of, fields)| fields.iter().map(move |field| (of, field)))
    }

    /// The names of the messages in `fields.ftl`.
    fn messages_of(lang: &str) -> BTreeSet<String> {
        let path = format!("locales/{lang}/fields.ftl");
        let files = built_in();
        let file = files.iter().find(|file| file.path.as_str() == path);
        let lines = file.unwrap().text.lines();
        let messages = lines.filter(|line| line.starts_with(char::is_alphabetic));
        let names = messages.map(|line| line.split(' ').next().unwrap().to_owned());
        names.collect()
    }

    #[test]
    fn every_field_and_kind_has_a_message_and_no_message_is_left_over() {
        let own: BTreeSet<(&str, &str)> = fields().map(|(of, field)| (of, field.name)).collect();
        let mut expected: BTreeSet<String> = fields()
            .map(|(of, field)| field_message(of, field))
            .collect();
        assert_eq!(expected.len(), own.len(), "two fields share a message");
        expected.extend(KINDS.iter().map(|kind| format!("kind-{}", kind.name)));
        for lang in ["en", "es"] {
            let there = messages_of(lang);
            let faults: Vec<&String> = there.symmetric_difference(&expected).collect();
            assert!(faults.is_empty(), "{lang}: {faults:?}");
        }
    }

    #[test]
    fn every_field_has_a_label_and_says_what_to_write() {
        for lang in ["en", "es"] {
            let messages = Messages::new(lang);
            for (of, field) in fields() {
                let id = field_message(of, field);
                for id in [format!("{id}.help"), id] {
                    let said = messages.say(&id, []);
                    let fine = !said.trim().is_empty() && said != id && !said.contains('{');
                    assert!(fine, "{lang}: {id}: {said:?}");
                }
            }
        }
    }

    #[test]
    fn help_says_who_sees_a_field_if_it_is_not_the_family() {
        let check = |lang: &str, staff: &str, nobody: &str, later: &str| {
            let messages = Messages::new(lang);
            for (of, field) in fields() {
                let id = format!("{}.help", field_message(of, field));
                let help = messages.say(&id, []);
                let expected = match field.seen_by {
                    SeenBy::Staff => Some(staff),
                    SeenBy::Nobody => Some(nobody),
                    SeenBy::Later => Some(later),
                    SeenBy::Family | SeenBy::Reader => None,
                };
                let mut all = [staff, nobody, later].into_iter();
                let found = all.find(|end| help.ends_with(end));
                assert_eq!(found, expected, "{lang}: {id}: {help}");
            }
        };
        check(
            "en",
            "Only staff see this.",
            "No page shows this.",
            "Families do not see this yet.",
        );
        check(
            "es",
            "Solo lo ve el personal.",
            "No aparece en ninguna página.",
            "Las familias todavía no lo ven.",
        );
    }

    #[test]
    fn a_schema_says_what_to_write_in_each_field() {
        let messages = Messages::of_tool();
        let check = |kind: &str, path: &str, expected: &str| {
            let kind = crate::schema::kind(kind).unwrap();
            let (_, text) = file(kind, &messages).unwrap();
            let schema: serde_json::Value = serde_json::from_slice(&text).unwrap();
            let found = schema.pointer(path).and_then(serde_json::Value::as_str);
            assert_eq!(found, Some(expected), "{} {path}", kind.name);
        };
        check("goal", "/title", "Goal");
        check(
            "goal",
            "/properties/title/description",
            "The skill, in plain language, such as Reading out loud, smoothly.",
        );
        check(
            "goal",
            "/$defs/iep/properties/text/description",
            "The IEP’s own wording of the goal.",
        );
        // A field of several measures.
        check(
            "goal",
            "/$defs/measure/properties/ladder/description",
            "The short name of a prompt hierarchy in the library, such as prompts.",
        );
        // A field of every file, and a kind's own field of that name.
        check(
            "goal",
            "/properties/example/description",
            "Yes, if everything here is invented. Leave it out in a real school. Only staff see this.",
        );
        check(
            "staff",
            "/$defs/person/properties/example/description",
            "Yes, if this person is invented. Leave it out for real people. Only staff see this.",
        );
    }
}
