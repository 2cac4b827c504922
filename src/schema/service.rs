//! `services.yaml` and minutes of services.

use super::Kind;
use super::Reference::{Goal, Person, Service};
use super::Value::{Choice, Count, Day, Number, Phrase, Reference, Text, Time, Weekday, YesNo};
use super::choices::{COTEACH, MODELS, PART_MODELS, PERS, SERVICE_KINDS};
use super::field::{field, map};

/// `services.yaml`.
pub static SERVICES: Kind =
    Kind::file("services", &["students/*/services.yaml"], &[]).with_entries(&SERVICE);

/// A service.
pub static SERVICE: Kind = Kind::map(
    "service",
    "{kind: reading, model: push-in, who: [@staff], days: [mon, wed], minutes: 25}",
    &[
        field("kind", Choice(&SERVICE_KINDS))
            .needed()
            .like("reading"),
        field("model", Choice(&MODELS)).needed().like("push-in"),
        field("who", Reference(Person))
            .list()
            .depends()
            .like("[@staff]"),
        field("with", Reference(Person))
            .list()
            .recommended()
            .like("[@staff]"),
        field("where", Text).like("Room 4"),
        field("during", Text).like("independent reading"),
        field("group_size", Count).like("4"),
        field("days", Weekday).list().depends().like("[mon, tue]"),
        field("start", Time).depends().like("\"9:00\""),
        field("end", Time).depends().like("\"9:45\""),
        field("frequency", Phrase).or_map(&FREQUENCY).depends(),
        field("minutes", Count).depends().like("25"),
        map("parts", &PART).list().depends(),
        field("since", Day).recommended().like("@past"),
        field("until", Day).like("@future"),
        field("goals", Reference(Goal))
            .list()
            .depends()
            .like("[@goal]"),
        field("looks_like", Text)
            .recommended()
            .like("Two children read to each other."),
        field("instead_of", Text).like("independent reading"),
        map("core_exception", &CORE_EXCEPTION).depends(),
        field("return_plan", Text)
            .recommended()
            .like("She is back before writing begins."),
        field("exit", Text)
            .recommended()
            .like("When she reads 18 of 20 cards right."),
        map("why", &WHY).recommended(),
        field("coteach", Choice(&COTEACH)).like("station"),
        field("materials", Text).list().like("[letter tiles]"),
        field("peers", Text).like("A partner reads along."),
        field("iep_minutes", Count).staff().like("100"),
        field("track_minutes", YesNo).staff().like("false"),
    ],
);

/// A part of a blended service.
pub static PART: Kind = Kind::map(
    "part",
    "{model: push-in, times: 2, minutes: 25}",
    &[
        field("model", Choice(&PART_MODELS))
            .needed()
            .like("push-in"),
        field("times", Count).depends().like("2"),
        field("frequency", Phrase).or_map(&FREQUENCY).depends(),
        field("minutes", Count).depends().like("25"),
        field("days", Weekday).list().depends().like("[mon, tue]"),
        field("start", Time).depends().like("\"9:00\""),
        field("end", Time).depends().like("\"9:45\""),
        field("where", Text).like("Room 4"),
        field("who", Reference(Person))
            .list()
            .depends()
            .like("[@staff]"),
    ],
);

/// How often.
pub static FREQUENCY: Kind = Kind::map(
    "frequency",
    "{times: 2, per: week}",
    &[
        field("times", Count).needed().like("2"),
        field("per", Choice(&PERS)).needed().like("week"),
    ],
);

/// Why a service is as it is.
pub static WHY: Kind = Kind::map(
    "why",
    "{needs: Time to practice with one adult}",
    &[
        field("needs", Text)
            .depends()
            .like("Time to practice with one adult"),
        field("class", Text)
            .depends()
            .like("The class reads silently at that time"),
        field("goals", Text)
            .depends()
            .like("Two short lessons fit this goal"),
    ],
);

/// Why a service can replace a core lesson.
pub static CORE_EXCEPTION: Kind = Kind::map(
    "core-exception",
    "{reason: The only time with a quiet room, decided: @day}",
    &[
        field("reason", Text)
            .needed()
            .like("The only time with a quiet room"),
        field("decided", Day).needed().like("@past"),
    ],
);

/// Planned and provided minutes of a service in a week.
pub static MINUTES: Kind = Kind::file(
    "minutes",
    &[
        "students/*/minutes.yaml",
        "students/*/minutes.csv",
        "students/*/minutes.tsv",
    ],
    &[
        field("week", Day).depends().like("@monday"),
        field("service", Reference(Service))
            .needed()
            .staff()
            .like("@service"),
        field("planned", Number).needed().like("30"),
        field("given", Number).needed().like("30"),
        field("no_school", Number).depends().like("30"),
        field("staff_away", Number).depends().like("30"),
        field("student_away", Number).depends().like("30"),
        field("other", Number).depends().like("30"),
        field("sure", YesNo).staff().like("true"),
    ],
)
.rows();
