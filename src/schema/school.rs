//! `school.yaml`, `staff.yaml`, and `families.yaml`.

use super::Kind;
use super::Reference::{Role, Student};
use super::Value::{
    Choice, Count, Day, Language, Name, Number, Plain, Reference, Text, TextPhone, Time, TimeZone,
    Url, Weekday, YesNo,
};
use super::choices::{ACCESS, AXES, CADENCES, DATES, DIGITS, STRICTNESS, TRENDS};
use super::field::{field, map};
use crate::model::SitePart;

/// `school.yaml`.
pub static SCHOOL: Kind = Kind::file(
    "school",
    &["school.yaml"],
    &[
        field("name", Text).needed().like("Larch Lane School"),
        field("phone", Plain).needed().like("\"555-0160\""),
        field("text_phone", TextPhone).like("\"555-0160\""),
        field("email", Plain).like("office@example.org"),
        field("language", Language).like("@language"),
        field("languages", Language).list().like("[@language]"),
        field("timezone", TimeZone).staff().like("America/Chicago"),
        field("today", Day).staff().like("@past"),
        map("year", &YEAR).staff(),
        field("no_school", Day).list().staff().like("[@past]"),
        map("pauses", &PAUSE).list(),
        map("schedule", &SCHEDULE),
        map("interpreter", &INTERPRETER),
        field("trend", Choice(&TRENDS)).like("theil-sen"),
        field("digits", Choice(&DIGITS)).like("western"),
        map("charts", &CHARTS),
        map("words", &NAMES_OF_MODELS),
        field("dates", Choice(&DATES)).staff().like("month-first"),
        map("timetable", &BLOCK).list(),
        map("sources", &SOURCE).list(),
        field("names_that_are_words", Name)
            .list()
            .staff()
            .like("[Will, May]"),
        map("lint", &LINT).staff(),
        field("messages", YesNo).staff().like("no"),
        field("access", Choice(&ACCESS)).nobody().like("sealed"),
        field("address", Url)
            .reader()
            .like("\"https://pages.example.org/families\""),
        map("publish", &PUBLISH).nobody(),
        map("retention", &RETENTION).nobody(),
        field("theme", super::Value::Anything).later(),
    ],
);

/// The first and last day of a school year.
pub static YEAR: Kind = Kind::map(
    "year",
    "{from: @past, to: @future}",
    &[
        field("from", Day).needed().staff().like("@past"),
        field("to", Day).needed().staff().like("@soon"),
    ],
);

/// A pause, such as a vacation.
pub static PAUSE: Kind = Kind::map(
    "pause",
    "{from: @past, to: @soon, name: Break}",
    &[
        field("from", Day).needed().like("@past"),
        field("to", Day).needed().like("@soon"),
        field("name", Text).needed().later().like("Winter break"),
    ],
);

/// What families were promised.
pub static SCHEDULE: Kind = Kind::map(
    "schedule",
    "{updates: weekly}",
    &[
        field("updates", Choice(&CADENCES)).staff().like("weekly"),
        field("reviews", Day).list().like("[@future]"),
    ],
);

/// How families reach an interpreter.
pub static INTERPRETER: Kind = Kind::map(
    "interpreter",
    "{phone: \"555-0160\"}",
    &[
        field("phone", Plain).needed().like("\"555-0160\""),
        field("free", YesNo).like("true"),
        field("languages", Language)
            .list()
            .later()
            .like("[@language]"),
    ],
);

/// How charts are drawn.
pub static CHARTS: Kind = Kind::map(
    "charts",
    "{rtl: keep}",
    &[field("rtl", Choice(&AXES)).like("keep")],
);

/// A school's own names for ways of delivering a service.
pub static NAMES_OF_MODELS: Kind = Kind::map(
    "model-names",
    "{push-in: help in class}",
    &[
        field("push-in", Text).like("help in class"),
        field("pull-out", Text).like("small-group time"),
        field("blended", Text).like("help in both places"),
        field("consult", Text).like("advice for teachers"),
    ],
);

/// A lesson of the timetable.
pub static BLOCK: Kind = Kind::map(
    "block",
    "{days: [mon, tue], start: \"9:00\", end: \"9:45\", subject: Reading}",
    &[
        field("class", Plain).list().staff().like("Room 12"),
        field("day", Weekday).list().depends().like("mon"),
        field("days", Weekday).list().depends().like("[mon, tue]"),
        field("start", Time).depends().like("\"9:00\""),
        field("end", Time).depends().like("\"9:45\""),
        field("subject", Text).needed().like("Reading"),
        field("core", YesNo).like("true"),
    ],
);

/// How strictly wording is checked.
pub static LINT: Kind = Kind::map(
    "lint",
    "{words: warn}",
    &[
        field("words", Choice(&STRICTNESS)).staff().like("warn"),
        field("reading_grade", Number).staff().like("6"),
        field("reading_stop", Number).staff().like("9"),
        field("update_words", Count).staff().like("120"),
    ],
);

/// Where families can read about the approach.
pub static SOURCE: Kind = Kind::map(
    "source",
    "{name: The handbook, url: \"https://example.org\"}",
    &[
        field("name", Text).needed().like("The handbook"),
        field("url", Url).needed().like("\"https://example.org\""),
    ],
);

/// Where the sites are sent.
pub static PUBLISH: Kind = Kind::map(
    "publish",
    "{to: \"sftp://kinfolio@web.example.org/families\"}",
    &[
        field("to", Plain)
            .nobody()
            .like("\"sftp://kinfolio@web.example.org/families\""),
        field("endpoint", Plain)
            .nobody()
            .like("\"https://s3.example.org\""),
        field("region", Plain).nobody().like("us-east-2"),
    ],
);

/// How long pages are on the host.
pub static RETENTION: Kind = Kind::map(
    "retention",
    "{until: @future}",
    &[field("until", Day).nobody().like("@future")],
);

/// `staff.yaml`.
pub static STAFF: Kind = Kind::file("staff", &["staff.yaml"], &[]).with_entries(&PERSON);

/// A person of the staff.
pub static PERSON: Kind = Kind::map(
    "person",
    "{name: Ms. Elena Ortiz, role: @role}",
    &[
        field("name", Text).needed().like("Ms. Elena Ortiz"),
        field("role", Reference(Role)).like("@role"),
        field("phone", Plain).like("\"555-0160\""),
        field("text_phone", TextPhone).like("\"555-0160\""),
        field("email", Plain).like("ortiz@example.org"),
        field("hours", Text).like("7:30 to 3:30"),
        field("languages", Language).list().like("[@language]"),
        field("example", YesNo).staff().like("true"),
    ],
);

/// `families.yaml`: readers of several students.
pub static FAMILIES: Kind = Kind::file("families", &["families.yaml"], &[]).with_entries(&READER);

/// A reader of several students.
pub static READER: Kind = Kind::map(
    "reader",
    "{students: [ana, ben], language: @language}",
    &[
        field("students", Reference(Student))
            .list()
            .needed()
            .staff()
            .like("[ana, ben]"),
        field("language", Language).reader().like("@language"),
        field("pages", Choice(&SitePart::ALL))
            .list()
            .staff()
            .like("[updates, home]"),
        field("until", Day).staff().like("@future"),
        field("example", YesNo).staff().like("true"),
    ],
);
