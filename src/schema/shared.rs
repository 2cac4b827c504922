//! `library/`, and the word lists of languages.

use super::Kind;
use super::Value::{Anything, Choice, Count, Day, Id, Language, Number, Plain, Text, Url, YesNo};
use super::choices::{AREAS, MEASURE_FILES, ROUTINES, SUPPORT_KINDS, WORD_KINDS};
use super::field::{field, map};

/// A role of staff.
pub static ROLE: Kind = Kind::file(
    "role",
    &["library/roles/*.yaml"],
    &[
        field("name", Text)
            .needed()
            .like("Special education teacher"),
        field("plain", Text)
            .needed()
            .like("Teaches small groups and plans the help"),
    ],
);

/// A support, in the library or at one student.
pub static SUPPORT: Kind = Kind::file(
    "support",
    &["library/supports/*.yaml"],
    &[
        field("kind", Choice(&SUPPORT_KINDS))
            .needed()
            .like("accommodation"),
        field("text", Text).needed().like("A quiet place to work"),
        field("where", Text).like("all classes"),
        field("for", Text).like("long texts"),
        field("fade_by", Day).like("@future"),
        field("family_note", Text)
            .depends()
            .like("He reads shorter texts than his class."),
    ],
)
.like("{kind: accommodation, text: A quiet place to work}");

/// A prompt hierarchy.
pub static PROMPT_HIERARCHY: Kind = Kind::file(
    "prompt-hierarchy",
    &["library/measures/*.yaml"],
    &[
        field("kind", Choice(&MEASURE_FILES))
            .needed()
            .nobody()
            .like("ladder"),
        map("levels", &LEVEL)
            .list()
            .needed()
            .like("[{id: B, name: with help}, {id: A, name: alone}]"),
    ],
);

/// A level of a prompt hierarchy.
pub static LEVEL: Kind = Kind::map(
    "level",
    "{id: A, name: alone}",
    &[
        field("id", Id).needed().like("A"),
        field("name", Text).needed().like("alone"),
        field("family", Text).like("all alone"),
    ],
);

/// A glossary entry.
pub static TERM: Kind = Kind::file(
    "term",
    &["library/glossary/*.md"],
    &[
        field("also", Text).nobody().like("aim lines, goal line"),
        field("title_alone", YesNo).nobody().like("no"),
    ],
);

/// What a kind of goal is about.
pub static EXPLAINER: Kind = Kind::file(
    "explainer",
    &["library/explainers/*.md"],
    &[field("areas", Choice(&AREAS))
        .list()
        .staff()
        .like("[reading]")],
);

/// Free help near families.
pub static PARTNER: Kind = Kind::file(
    "partner",
    &["library/partners/*.yaml"],
    &[
        field("name", Text).needed().like("City library"),
        field("what", Text).needed().like("Free help with homework"),
        field("phone", Plain).depends().like("\"555-0160\""),
        field("url", Url).depends().like("\"https://example.org\""),
        field("languages", Language).list().like("[@language]"),
        field("checked", Day).needed().staff().like("@past"),
    ],
);

/// Something to do at home.
pub static TIP: Kind = Kind::file(
    "tip",
    &["library/tips/*.md", "students/*/tips/*.md"],
    &[
        field("routine", Choice(&ROUTINES)).like("dinner"),
        field("minutes", Number).like("10"),
        field("times", Text).like("3 times a week"),
        field("materials", Text).like("any book"),
        field("good_if", Text).like("he asks for one more page"),
        field("stop_if", Text).like("he is tired"),
        field("from", Day).staff().like("@past"),
        field("until", Day).staff().like("@soon"),
        field("areas", Anything).later(),
        field("goal", Anything).later(),
        field("goals", Anything).later(),
        field("where_else", Anything).later(),
        field("language", Anything).later(),
    ],
);

/// The wording that a language checks.
pub static WORD_LIST: Kind = Kind::file(
    "word-list",
    &["locales/*/lint.yaml"],
    &[
        field("sentence_words", Count).nobody().like("20"),
        map("entries", &WORDING).list().nobody(),
        field("names", Plain).list().nobody().like("[will, may]"),
        field("months", Plain).list().nobody().like("[may]"),
        field("before_months", Plain).list().nobody().like("[in]"),
    ],
);

/// Wording that is checked.
pub static WORDING: Kind = Kind::map(
    "wording",
    "{words: [struggling], kind: deficit}",
    &[
        field("words", Plain)
            .list()
            .needed()
            .nobody()
            .like("[struggling]"),
        field("kind", Choice(&WORD_KINDS))
            .needed()
            .nobody()
            .like("deficit"),
        field("instead", Plain).staff().like("is learning to"),
        field("unless", Plain).list().nobody().like("[with joy]"),
    ],
);
