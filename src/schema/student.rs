//! `student.yaml`, updates, pictures, and texts without fields.

use super::Kind;
use super::Reference::{Goal, Person, Picture, Support};
use super::Value::{
    Anything, Choice, Day, Id, Language, Name, Plain, Reference, Terms, Text, YesNo,
};
use super::choices::{FACES, PRONOUNS, VOICES};
use super::field::{field, map};
use super::shared::SUPPORT;
use crate::model::SitePart;

/// `student.yaml`.
pub static STUDENT: Kind = Kind::file(
    "student",
    &["students/*/student.yaml"],
    &[
        field("name", Name).needed().staff().like("Ana Duarte"),
        field("call_name", Name).like("Ana"),
        field("pronouns", Choice(&PRONOUNS)).needed().like("she"),
        field("home_languages", Language)
            .list()
            .needed()
            .like("[@language]"),
        field("guardians", Id)
            .list()
            .or_map(&GUARDIAN)
            .depends()
            .staff()
            .like("[mother]"),
        field("case_manager", Reference(Person))
            .needed()
            .like("@staff"),
        map("team", &MEMBER).list(),
        field("grade", Plain).later().like("3"),
        field("class", Text).later().like("Room 12"),
        field("interpreter", YesNo).later().like("true"),
        field("strengths", Text).list().like("[Tells long stories]"),
        field("voice", Text)
            .or_map(&VOICE)
            .like("I like to read to my sister."),
        map("family", &FAMILY),
        field("supports", Reference(Support))
            .list()
            .or_map(&SUPPORT),
        map("consent", &CONSENT).staff(),
        field("show_label", YesNo).staff().like("true"),
        field("publish", YesNo).staff().like("false"),
        field("expires", Day).nobody().like("@future"),
        field("may_mention", Name).list().staff().like("[Ben]"),
        field("sort", Anything).staff(),
    ],
);

/// A reader of one student.
pub static GUARDIAN: Kind = Kind::map(
    "guardian",
    "{id: father, language: @language}",
    &[
        field("id", Id).needed().staff().like("father"),
        field("language", Language).reader().like("@language"),
        field("pages", Choice(&SitePart::ALL))
            .list()
            .staff()
            .like("[updates, home]"),
        field("until", Day).staff().like("@future"),
        field("example", YesNo).staff().like("true"),
    ],
);

/// A person of a student's team.
pub static MEMBER: Kind = Kind::map(
    "member",
    "{person: @staff, does: Teaches reading}",
    &[
        field("person", Reference(Person)).needed().like("@staff"),
        field("does", Text).like("Teaches reading"),
    ],
);

/// A student's own words.
pub static VOICE: Kind = Kind::map(
    "voice",
    "{text: I like to read to my sister., kind: said}",
    &[
        field("text", Text)
            .needed()
            .like("I like to read to my sister."),
        field("kind", Choice(&VOICES)).like("said"),
    ],
);

/// What the family hopes and asks for.
pub static FAMILY: Kind = Kind::map(
    "family",
    "{hopes: To read the menu}",
    &[
        field("hopes", Text).like("To read the menu"),
        field("asks", Text).list().or_map(&ASK),
        field("words", Terms).staff().like("{autistic: true}"),
    ],
);

/// What the family asked for, and what staff did.
pub static ASK: Kind = Kind::map(
    "ask",
    "{ask: More time to read, did: He reads for ten minutes a day}",
    &[
        field("ask", Text).needed().like("More time to read"),
        field("did", Text).like("He reads for ten minutes a day"),
    ],
);

/// What the family agreed to.
pub static CONSENT: Kind = Kind::map(
    "consent",
    "{photo: true}",
    &[
        field("photo", YesNo).staff().like("true"),
        field("audio", YesNo).later().like("true"),
    ],
);

/// A weekly update.
pub static UPDATE: Kind = Kind::file(
    "update",
    &["students/*/updates/*.md"],
    &[
        field("by", Reference(Person)).like("@staff"),
        field("goals", Reference(Goal)).list().like("[@goal]"),
        map("photo", &PICTURE).list(),
    ],
);

/// A picture.
pub static PICTURE: Kind = Kind::map(
    "picture",
    "{file: @picture, alt: What one sees in it, faces: none}",
    &[
        field("file", Reference(Picture)).needed().like("photo.jpg"),
        field("alt", Text).needed().like("What one sees in it"),
        field("caption", Text).like("The poster that she made"),
        field("faces", Choice(&FACES)).needed().staff().like("none"),
    ],
);

/// Text without facts: about a student, a goal, or the school.
pub static TEXT: Kind = Kind::file(
    "words",
    &[
        "students/*/about.md",
        "students/*/goals/*.md",
        "library/about.md",
    ],
    &[],
);
