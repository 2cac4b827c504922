//! `goals/`.

use super::Kind;
use super::Reference::{Explainer, Person, Tip};
use super::Value::{
    Choice, Count, Day, Measured, Participant, Phrase, Plain, Reference, Text, YesNo,
};
use super::choices::{AREAS, CHANGE_KINDS, DIRECTIONS, GOAL_KINDS, MEASURES};
use super::field::{field, map};
use super::measure::MEASURE;
use super::measure::OBSERVATION;
use super::student::PICTURE;

/// A goal.
pub static GOAL: Kind = Kind::file(
    "goal",
    &["students/*/goals/*.yaml"],
    &[
        field("title", Text)
            .needed()
            .like("Reading aloud with ease"),
        field("area", Choice(&AREAS))
            .needed()
            .later()
            .like("reading"),
        field("measure", Choice(&MEASURES))
            .or_map(&MEASURE)
            .needed()
            .like("percent"),
        map("baseline", &BASELINE)
            .needed()
            .like("{date: @begun, value: @value}"),
        field("target", Measured)
            .or_map(&TARGET)
            .needed()
            .like("@target"),
        field("by", Day).needed().like("@future"),
        field("direction", Choice(&DIRECTIONS))
            .staff()
            .like("increase"),
        field("mastery", Phrase).or_map(&MASTERY),
        field("what", Text)
            .recommended()
            .like("He reads a page out loud."),
        field("why", Text)
            .recommended()
            .like("From 43 to 58 words in a minute."),
        field("how_checked", Text)
            .recommended()
            .like("One page each Friday"),
        field("where_used", Text)
            .list()
            .recommended()
            .like("[in class, at the library]"),
        field("owners", Reference(Person)).list().like("[@staff]"),
        field("tips", Reference(Tip)).list().like("[@tip]"),
        field("explainer", Reference(Explainer)).like("@explainer"),
        field("priority", Count).like("1"),
        map("changes", &CHANGE).list(),
        map("closed", &CLOSED),
        field("agreed", Day).or_map(&AGREED),
        map("iep", &IEP),
        map("standard", &STANDARD),
        map("benchmarks", &BENCHMARK).list(),
        field("share", YesNo).staff().like("true"),
        field("kind", Choice(&GOAL_KINDS)).staff().like("mastery"),
        map("work", &PICTURE).list(),
        field("data", Measured).days().or_map(&OBSERVATION),
    ],
);

/// Where a student starts.
pub static BASELINE: Kind = Kind::map(
    "baseline",
    "{date: @begun, value: @value}",
    &[
        field("date", Day).needed().like("@past"),
        field("values", Measured)
            .list_or_days()
            .depends()
            .like("[@value]"),
        field("value", Measured).depends().like("@value"),
        field("note", Text).like("Three pages on one day"),
        field("sure", YesNo).staff().like("true"),
    ],
);

/// An unusual target that is right.
pub static TARGET: Kind = Kind::map(
    "target",
    "{value: @target}",
    &[
        field("value", Measured).needed().like("@value"),
        field("sure", YesNo).staff().like("true"),
    ],
);

/// The criterion of a goal.
pub static MASTERY: Kind = Kind::map(
    "mastery",
    "{@bound: @target, times: 4, of: 5}",
    &[
        field("at_least", Measured).depends().like("@target"),
        field("at_most", Measured).depends().like("@target"),
        field("times", Count).like("2"),
        field("of", Count).like("3"),
        field("strict_window", YesNo).staff().like("true"),
        field("sure", YesNo).staff().like("true"),
    ],
);

/// A change of the plan.
pub static CHANGE: Kind = Kind::map(
    "change",
    "{date: @day, kind: strategy, why: Shorter pages}",
    &[
        field("date", Day).needed().like("@past"),
        field("kind", Choice(&CHANGE_KINDS))
            .needed()
            .later()
            .like("strategy"),
        field("from", Text).like("one long lesson"),
        field("to", Text).like("two short lessons"),
        field("why", Text).like("Shorter pages"),
        field("steps_before", Count)
            .of(&MEASURES)
            .nobody()
            .like("6"),
    ],
);

/// How a goal ended.
pub static CLOSED: Kind = Kind::map(
    "closed",
    "{on: @day, outcome: Reads a page without help}",
    &[
        field("on", Day).needed().like("@past"),
        field("outcome", Text)
            .depends()
            .like("Reads a page without help"),
    ],
);

/// Where a goal stands in the IEP.
pub static IEP: Kind = Kind::map(
    "iep",
    "{ref: Goal 1}",
    &[
        field("ref", Plain).like("Goal 1"),
        field("text", Text).like("Given a page, the student will read it out loud."),
    ],
);

/// When a goal was agreed on, and with whom.
pub static AGREED: Kind = Kind::map(
    "agreed",
    "{on: @day, by: [family, @staff]}",
    &[
        field("on", Day).recommended().like("@past"),
        field("by", Participant).list().like("[family, @staff]"),
    ],
);

/// What the class works on.
pub static STANDARD: Kind = Kind::map(
    "standard",
    "{code: RF.3.4, plain: read grade 3 text smoothly}",
    &[
        field("code", Plain).staff().like("RF.3.4"),
        field("plain", Text)
            .recommended()
            .like("read grade 3 text smoothly"),
    ],
);

/// What most children are expected to reach.
pub static BENCHMARK: Kind = Kind::map(
    "benchmark",
    "{date: @future, expected: @target, source: \"Hasbrouck and Tindal, 2017\"}",
    &[
        field("date", Day).needed().like("@future"),
        field("expected", Measured).needed().like("@target"),
        field("source", Text)
            .depends()
            .like("\"Hasbrouck and Tindal, 2017\""),
        field("plain", Text).like("Half of all readers in grade 3"),
    ],
);
