//! What a goal counts, and its data points.

use super::Kind;
use super::Reference::PromptHierarchy;
use super::Value::{Choice, Day, Measured, Note, Number, Plain, Reference, Text, YesNo};
use super::choices::{MEASURES, METHODS, SETTINGS, TIME_UNITS, TOLD};
use super::field::{Field, field};

const COUNTED: &[&str] = &["percent", "interval", "count", "rate", "items", "score"];

/// What a goal counts.
pub static MEASURE: Kind = Kind::map(
    "measure",
    "{kind: percent}",
    &[
        field("kind", Choice(&MEASURES)).needed().like("percent"),
        field("unit", Text).of(COUNTED).like("word cards right"),
        field("unit", Choice(&TIME_UNITS))
            .of(&["duration", "latency"])
            .like("minutes"),
        field("total", Number)
            .of(&["percent", "interval"])
            .like("10"),
        field("method", Choice(&METHODS))
            .of(&["interval"])
            .later()
            .like("partial"),
        field("window", Number).of(&["count"]).like("15"),
        field("told", Choice(&TOLD)).of(&["duration"]).like("total"),
        field("cap", Number).of(&["latency"]).like("60"),
        field("levels", Text)
            .list()
            .of(&["level"])
            .needed()
            .like("[not yet, with help, alone]"),
        field("levels", Text)
            .list()
            .of(&["goal-attainment"])
            .needed()
            .like("[much less, less, as hoped, more, much more]"),
        field("thing", Text).of(&["level"]).later().like("writing"),
        field("steps", Text)
            .list()
            .of(&["steps"])
            .needed()
            .like("[Turn on the water, Wash, Dry]"),
        field("ladder", Reference(PromptHierarchy))
            .of(&["steps"])
            .like("@ladder"),
        field("ladder", Reference(PromptHierarchy))
            .of(&["prompt"])
            .needed()
            .like("@ladder"),
        field("items", Text)
            .list()
            .of(&["items"])
            .needed()
            .like("[m, s, a]"),
        field("min", Number).of(&["score"]).needed().like("0"),
        field("max", Number).of(&["score"]).needed().like("10"),
    ],
);

const TIMES: &[&str] = &["duration", "latency"];

/// A data point with named numbers.
pub static OBSERVATION: Kind = Kind::map("observation", "{value: @value}", DATA_POINT);

/// A row of a data sheet.
pub static ROW: Kind = Kind::file(
    "row",
    &["students/*/goals/*.csv", "students/*/goals/*.tsv"],
    DATA_POINT,
)
.rows();

const DATA_POINT: &[Field] = &[
    // In a list of data points, and not under a day. So it is known once it is asked for, as
    // what depends on the measure is.
    field("date", Day).of(&MEASURES).depends().like("@past"),
    field("value", Measured).depends().like("@value"),
    field("percent", Number)
        .of(&["percent", "interval", "duration"])
        .depends()
        .like("80"),
    field("correct", Number)
        .of(&["percent"])
        .depends()
        .like("8"),
    field("yes", Number).of(&["interval"]).depends().like("7"),
    field("total", Number)
        .of(&["percent", "interval"])
        .depends()
        .like("10"),
    field("attempted", Number)
        .of(&["words-per-minute"])
        .depends()
        .like("54"),
    field("errors", Number).of(&["words-per-minute"]).like("3"),
    field("count", Number)
        .of(&["count", "rate"])
        .depends()
        .like("3"),
    field("episodes", Number)
        .list()
        .of(TIMES)
        .depends()
        .like("[4, 6, 2]"),
    field("minutes", Number)
        .of(&["rate", "duration", "latency"])
        .depends()
        .like("5"),
    field("seconds", Number)
        .of(&["words-per-minute", "duration", "latency"])
        .like("60"),
    field("session", Number)
        .of(&["duration"])
        .depends()
        .like("45"),
    field("code", Plain).of(&["steps"]).depends().like("AAGA"),
    field("items", Plain)
        .list()
        .of(&["items"])
        .depends()
        .like("[m, s, a]"),
    field("level", Measured)
        .of(&["level", "prompt", "goal-attainment"])
        .depends()
        .like("3"),
    field("setting", Choice(&SETTINGS)).like("class"),
    field("note", Note).like("a page about bats"),
    field("sure", YesNo).staff().like("true"),
    field("staff_note", Note).staff(),
    field("by", Note).staff(),
];
