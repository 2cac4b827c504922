//! Every kind of thing that a school folder has, and its fields: what can be written, who
//! needs it, who sees it, and what it looks like.
//!
//! This is the only description of fields. `validate` takes from it which fields a map may
//! have, which of them are required, and which a translation may have. The tables in
//! `docs/format.md` are checked against it, and JSON Schemas for editors are made from it.

pub mod choices;
mod field;
mod goal;
mod json;
mod measure;
mod review;
mod school;
mod service;
mod shared;
mod student;

pub use self::field::{Field, Form, Need, Reference, SeenBy, Value};
pub use choices::Choices;
pub use goal::{AGREED, BASELINE, BENCHMARK, CHANGE, CLOSED, GOAL, IEP, MASTERY, STANDARD, TARGET};
pub use json::{Describe, json_schema};
pub use measure::{MEASURE, OBSERVATION, ROW};
pub use review::{
    ARRANGEMENT, DECISION, DECISIONS, HANDOFF, MAINTAIN, MEETING, MEETINGS, PERIOD, REVIEW, STEP,
    TOLD, TRANSITION,
};
pub use school::{
    BLOCK, CHARTS, FAMILIES, INTERPRETER, LINT, NAMES_OF_MODELS, PAUSE, PERSON, PUBLISH, READER,
    RETENTION, SCHEDULE, SCHOOL, SOURCE, STAFF, YEAR,
};
pub use service::{CORE_EXCEPTION, FREQUENCY, MINUTES, PART, SERVICE, SERVICES, WHY};
pub use shared::{
    EXPLAINER, LEVEL, PARTNER, PROMPT_HIERARCHY, ROLE, SUPPORT, TERM, TIP, WORD_LIST, WORDING,
};
pub use student::{ASK, CONSENT, FAMILY, GUARDIAN, MEMBER, PICTURE, STUDENT, TEXT, UPDATE, VOICE};

use std::fmt;

use crate::source::RelPath;

/// A kind of thing: a file, or a map inside one.
#[derive(Clone, Copy)]
pub struct Kind {
    /// Its name in messages (`kind-of-thing` in `diagnostics.ftl`).
    pub name: &'static str,
    /// The files that are of this kind, as patterns: `goals/*.yaml`. Empty for a map inside
    /// a file.
    pub files: &'static [&'static str],
    /// Its fields, in the order in which people usually write them.
    pub fields: &'static [Field],
    /// The kind of its entries, if its keys are short names that a school chooses. Then it
    /// has no fields of its own.
    pub entries: Option<&'static Kind>,
    /// Whether its files are lists of such maps.
    pub is_rows: bool,
    /// All of it on one line. `@` begins a value of the school: see `validate::example`.
    pub example: &'static str,
}

impl Kind {
    const fn map(name: &'static str, example: &'static str, fields: &'static [Field]) -> Self {
        Self {
            name,
            files: &[],
            fields,
            entries: None,
            is_rows: false,
            example,
        }
    }

    /// The kind of some files.
    const fn file(
        name: &'static str,
        files: &'static [&'static str],
        fields: &'static [Field],
    ) -> Self {
        Self {
            files,
            ..Self::map(name, "", fields)
        }
    }

    /// The keys are short names of things of another kind.
    const fn with_entries(self, kind: &'static Kind) -> Self {
        Self {
            entries: Some(kind),
            ..self
        }
    }

    /// Its files are lists of such maps.
    const fn rows(self) -> Self {
        Self {
            is_rows: true,
            ..self
        }
    }

    /// The same, also as a map inside a file.
    const fn like(self, example: &'static str) -> Self {
        Self { example, ..self }
    }

    /// The field `name`. If it depends on the measure, it is that of the first measure that
    /// has it.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The field `name` of a kind of measure, or of any.
    #[must_use]
    pub fn field_of(&self, name: &str, measure: &str) -> Option<&'static Field> {
        let mut same = self.fields.iter().filter(|field| field.name == name);
        let exact = same.clone().find(|field| field.measures.contains(&measure));
        exact.or_else(|| same.next())
    }

    /// Whether a translation may have something of it.
    fn has_text(&self) -> bool {
        self.entries.is_some_and(Self::has_text) || self.fields.iter().any(Field::has_text)
    }
}

impl fmt::Debug for Kind {
    /// Its name: an arrangement has parts, which are arrangements.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// The kind that messages name `name`.
#[must_use]
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().copied().find(|kind| kind.name == name)
}

/// The kind of the Markdown file at `path`, which may begin with facts.
#[must_use]
pub fn kind_of_text(path: &RelPath) -> &'static Kind {
    let folder = path.as_str().rsplit('/').nth(1).unwrap_or_default();
    let pattern = format!("/{folder}/*.md");
    let has_it = |kind: &&&Kind| kind.files.iter().any(|file| file.ends_with(&pattern));
    KINDS.iter().find(has_it).copied().unwrap_or(&TEXT)
}

/// Fields that every file of facts may have.
pub const EVERYWHERE: &[Field] = &[
    field::field("format", Value::Count).staff().like("1"),
    field::field("example", Value::YesNo).staff().like("true"),
];

/// Fields that every translation may have.
pub const OF_TRANSLATION: &[Field] = &[
    field::field("format", Value::Count).staff().like("1"),
    field::field("translation", Value::Choice(&choices::TRANSLATION_STATES)).like("human"),
    field::field("reviewed_by", Value::Plain)
        .staff()
        .like("R. Haddad"),
    field::field("checked", Value::Day)
        .list()
        .staff()
        .like("@past"),
];

/// Every kind of thing.
pub const KINDS: &[&Kind] = &[
    &SCHOOL,
    &PAUSE,
    &YEAR,
    &SCHEDULE,
    &INTERPRETER,
    &CHARTS,
    &NAMES_OF_MODELS,
    &BLOCK,
    &LINT,
    &SOURCE,
    &PUBLISH,
    &RETENTION,
    &STAFF,
    &PERSON,
    &FAMILIES,
    &READER,
    &ROLE,
    &SUPPORT,
    &PROMPT_HIERARCHY,
    &LEVEL,
    &TERM,
    &EXPLAINER,
    &PARTNER,
    &TIP,
    &WORD_LIST,
    &WORDING,
    &STUDENT,
    &GUARDIAN,
    &MEMBER,
    &VOICE,
    &FAMILY,
    &ASK,
    &CONSENT,
    &UPDATE,
    &PICTURE,
    &TEXT,
    &GOAL,
    &BASELINE,
    &TARGET,
    &MASTERY,
    &CHANGE,
    &CLOSED,
    &IEP,
    &AGREED,
    &STANDARD,
    &BENCHMARK,
    &MEASURE,
    &OBSERVATION,
    &ROW,
    &SERVICES,
    &SERVICE,
    &PART,
    &FREQUENCY,
    &WHY,
    &CORE_EXCEPTION,
    &MINUTES,
    &REVIEW,
    &PERIOD,
    &DECISIONS,
    &DECISION,
    &MAINTAIN,
    &MEETINGS,
    &MEETING,
    &TRANSITION,
    &ARRANGEMENT,
    &STEP,
    &HANDOFF,
    &TOLD,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_kind_stands_once_and_what_it_has_is_a_kind() {
        let names: BTreeSet<&str> = KINDS.iter().map(|kind| kind.name).collect();
        assert_eq!(names.len(), KINDS.len());
        for kind in KINDS {
            let maps = kind.fields.iter().filter_map(|field| field.map);
            for inside in maps.chain(kind.entries) {
                assert!(names.contains(inside.name), "{}", inside.name);
            }
        }
    }

    #[test]
    fn no_field_stands_twice_for_one_measure() {
        for kind in KINDS {
            let mut seen = BTreeSet::new();
            for field in kind.fields {
                let measures = match field.measures {
                    [] => &[""][..],
                    some => some,
                };
                for measure in measures {
                    assert!(seen.insert((field.name, *measure)), "{kind:?} {field:?}");
                }
            }
        }
    }

    #[test]
    fn every_field_that_is_required_has_an_example() {
        let required = KINDS.iter().flat_map(|kind| {
            let required = kind.fields.iter().filter(|one| one.need == Need::Required);
            required.map(move |field| (kind.name, field))
        });
        for (kind, field) in required {
            assert!(field.shape().is_some(), "{kind} {}", field.name);
        }
    }

    #[test]
    fn a_choice_is_an_example_of_itself() {
        for field in KINDS.iter().flat_map(|kind| kind.fields) {
            let words = field.choices();
            let example = field.example.trim_matches(['[', ']']);
            let mut shown = example.split(", ").filter(|word| !word.is_empty());
            assert!(
                words.is_empty() || shown.all(|word| words.contains(&word)),
                "{} {example}",
                field.name
            );
        }
    }

    #[test]
    fn a_schema_has_every_field_and_every_map_it_names() {
        for kind in KINDS.iter().filter(|kind| !kind.files.is_empty()) {
            let schema = json_schema(kind, &|_, field| Some(field.name.to_owned()));
            let text = schema.to_string();
            for name in text.split("#/$defs/").skip(1) {
                let name = name.split('"').next().unwrap();
                assert!(schema["$defs"].get(name).is_some(), "{} {name}", kind.name);
            }
            let map = if kind.is_rows {
                &schema["items"]
            } else {
                &schema
            };
            for field in kind.fields {
                let own = &map["properties"][field.name];
                assert!(own.is_object(), "{} {}", kind.name, field.name);
            }
        }
    }
}
