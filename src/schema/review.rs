//! Reviews, meetings, and transitions.

use super::Kind;
use super::Reference::{Person, Service};
use super::Value::{
    Anything, Choice, Count, Day, Measured, Number, Participant, Plain, Reference, Text, Time,
    YesNo, YesNoOrLanguage,
};
use super::choices::{
    DECISIONS as DECISION_WORDS, EVERY, MEETING_KINDS, MODELS, REVIEW_KINDS, STATUSES,
    TRANSITION_KINDS,
};
use super::field::{field, map};

/// A review.
pub static REVIEW: Kind = Kind::file(
    "review",
    &["students/*/reviews/*.md"],
    &[
        field("kind", Choice(&REVIEW_KINDS)).like("formal"),
        map("period", &PERIOD),
        field("present", Participant)
            .list()
            .like("[family, @staff]"),
        map("goals", &DECISIONS),
        field("next_review", Day).like("@future"),
    ],
);

/// The days under review.
pub static PERIOD: Kind = Kind::map(
    "period",
    "{from: @past, to: @soon}",
    &[
        field("from", Day).needed().like("@past"),
        field("to", Day).needed().like("@soon"),
    ],
);

/// The goals of a review.
pub static DECISIONS: Kind = Kind::map(
    "review-goals",
    "{@goal: {decision: continue, why: From 43 to 58 words in a minute.}}",
    &[],
)
.with_entries(&DECISION);

/// What a review decides about a goal.
pub static DECISION: Kind = Kind::map(
    "decision",
    "{decision: continue, why: From 43 to 58 words in a minute.}",
    &[
        field("decision", Choice(&DECISION_WORDS))
            .needed()
            .like("continue"),
        field("status", Choice(&STATUSES)).like("on-path"),
        field("why", Text).like("From 43 to 58 words in a minute."),
        field("what_changes", Text)
            .depends()
            .like("Two short lessons in place of a long one"),
        field("from", Day).depends().like("@soon"),
        field("next", Text).like("the same plan"),
        map("maintain", &MAINTAIN),
    ],
);

/// How a team checks that a skill lasts.
pub static MAINTAIN: Kind = Kind::map(
    "maintain",
    "{floor: @target, checks: [@future]}",
    &[
        field("floor", Measured).needed().like("@target"),
        field("checks", Day).list().needed().like("[@future]"),
    ],
);

/// `meetings.yaml`.
pub static MEETINGS: Kind =
    Kind::file("meetings", &["students/*/meetings.yaml"], &[]).with_entries(&MEETING);

/// A meeting.
pub static MEETING: Kind = Kind::map(
    "meeting",
    "{date: @day, kind: planning, who: [@staff]}",
    &[
        field("date", Day).needed().like("@past"),
        field("kind", Choice(&MEETING_KINDS))
            .needed()
            .like("planning"),
        field("every", Choice(&EVERY)).like("week"),
        field("time", Time).like("\"15:30\""),
        field("where", Text).like("Room 12"),
        field("who", Reference(Person)).list().like("[@staff]"),
        field("family_invited", YesNo).staff().like("true"),
        field("interpreter", YesNoOrLanguage).like("@language"),
        field("next", YesNo).staff().like("true"),
        field("notes", Anything).staff(),
    ],
);

/// A change of setting, grade, school, or program.
pub static TRANSITION: Kind = Kind::file(
    "transition",
    &["students/*/transitions/*.yaml"],
    &[
        field("kind", Choice(&TRANSITION_KINDS))
            .needed()
            .like("setting"),
        field("service", Reference(Service)).like("@service"),
        map("from", &ARRANGEMENT)
            .needed()
            .like("{model: pull-out, times: 2, minutes: 30, where: Room 12}"),
        map("to", &ARRANGEMENT)
            .needed()
            .like("{model: push-in, times: 4, minutes: 20, where: the classroom}"),
        field("why", Text).like("She met her reading goal."),
        field("stays_same", Text)
            .list()
            .recommended()
            .like("[The same teacher]"),
        field("watch_for", Text).list().like("[She asks for help]"),
        field("supports_first_weeks", Text)
            .list()
            .like("[A quiet place]"),
        map("steps", &STEP).list(),
        field("check_on", Day).list().like("[@future]"),
        map("handoff", &HANDOFF),
    ],
);

/// How it was before a transition, or will be after it.
pub static ARRANGEMENT: Kind = Kind::map(
    "arrangement",
    "{model: pull-out, times: 2, minutes: 30, where: Room 12}",
    &[
        field("model", Choice(&MODELS)).like("push-in"),
        field("times", Count).like("2"),
        field("minutes", Number).like("30"),
        field("where", Text).like("Room 12"),
        field("grade", Plain).like("4"),
        field("school", Text).like("Larch Lane School"),
        field("program", Text).like("the work program"),
        map("parts", &ARRANGEMENT).list(),
    ],
);

/// A step of a transition.
pub static STEP: Kind = Kind::map(
    "step",
    "{what: Visit the new room, by: @soon}",
    &[
        field("by", Day).like("@future"),
        field("what", Text).needed().like("Visit the new room"),
        field("done", YesNo).like("true"),
    ],
);

/// What staff hand over.
pub static HANDOFF: Kind = Kind::map(
    "handoff",
    "{goals_reviewed: true, told: [{who: family, when: @day, how: phone call}]}",
    &[
        field("goals_reviewed", YesNo).like("true"),
        field("materials", Text).list().like("[the word cards]"),
        map("told", &TOLD).list(),
        field("receiving", Participant).like("@staff"),
        field("done", YesNo).staff().like("true"),
    ],
);

/// Who was told of a transition.
pub static TOLD: Kind = Kind::map(
    "told",
    "{who: family, when: @day, how: phone call}",
    &[
        field("who", Participant).needed().staff().like("family"),
        field("when", Day).like("@past"),
        field("how", Text).staff().like("phone call"),
    ],
);
