//! Readings of the decision rules as sentences.

use crate::cli::diagnostics::Messages;
use crate::model::Direction;
use crate::progress::{CriterionProgress, GoalSummary, MIN_PERCENT, Recommendation, TrendRule};

/// What the rules read from a goal's numbers, how much it rests on first.
pub(super) fn lines(goal: &GoalSummary, messages: &Messages) -> Vec<String> {
    let readings = &goal.rules;
    if readings.checks == 0 {
        return vec![messages.say("reading-none", [])];
    }
    let weeks = number(readings.weeks);
    let rests = messages.count(
        "reading-rests",
        &[("checks", readings.checks)],
        [
            ("single", if weeks == "1" { "yes" } else { "no" }.to_owned()),
            ("weeks", weeks),
        ],
    );
    // Help that was not given says nothing about how well it works.
    let given = goal.given_percent.filter(|percent| *percent < MIN_PERCENT);
    let given = given.map(|percent| messages.say("reading-given", [("percent", number(percent))]));
    let mut lines: Vec<String> = given.into_iter().chain([rests]).collect();
    lines.extend(readings.levels.iter().map(|(level, times)| {
        let level = [("level", level.to_string())];
        messages.count("reading-level", &[("times", *times)], level)
    }));
    lines.extend(rules(goal, messages));
    lines
}

/// The reading of the goal's own criterion, which is what was agreed with the
/// family.
///
/// `value` is the criterion's value with its unit.
pub(super) fn criterion(
    id: &str,
    asked: &CriterionProgress,
    value: &str,
    messages: &Messages,
) -> String {
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let reached = asked.reached_on.map(|day| messages.day(day));
    messages.count(
        id,
        &[("checks", asked.checks)],
        [
            ("met", asked.met.to_string()),
            ("value", value.to_owned()),
            ("times", asked.criterion.times.to_string()),
            ("of", asked.criterion.of.to_string()),
            ("now", yes(asked.now)),
            ("before", yes(reached.is_some())),
            ("on", reached.unwrap_or_default()),
        ],
    )
}

fn rules(goal: &GoalSummary, messages: &Messages) -> Vec<String> {
    let readings = &goal.rules;
    let better = ("better", better(goal.direction).to_owned());
    let of = |id: &str, reading: Option<Recommendation>| {
        let say =
            |reading| messages.say(id, [("reading", key(reading).to_owned()), better.clone()]);
        reading.map(say)
    };
    let three = readings
        .three_below
        .then(|| messages.say("reading-three", [better.clone()]));
    [
        of("reading-four", readings.four_point),
        three,
        of("reading-median", readings.median),
        readings.trend.map(|trend| slope(trend, messages)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The side of the aim line on which a goal is ahead.
pub(super) fn better(direction: Direction) -> &'static str {
    match direction {
        Direction::Decrease => "below",
        Direction::Increase | Direction::Maintain => "above",
    }
}

fn slope(trend: TrendRule, messages: &Messages) -> String {
    let solid = if trend.solid { "yes" } else { "no" };
    let level = (trend.interval.0..=trend.interval.1).contains(&0.0);
    let reading = match trend.recommendation {
        Recommendation::Keep if level => "unclear",
        reading => key(reading),
    };
    messages.say(
        "reading-trend",
        [
            ("reading", reading.to_owned()),
            ("slope", fine(trend.slope)),
            ("low", fine(trend.interval.0)),
            ("high", fine(trend.interval.1)),
            ("aim", fine(trend.aim_slope)),
            ("solid", solid.to_owned()),
        ],
    )
}

/// The name that programs and messages know a reading by.
pub(super) fn key(reading: Recommendation) -> &'static str {
    match reading {
        Recommendation::Raise => "raise",
        Recommendation::Keep => "keep",
        Recommendation::Change => "change",
    }
}

/// Formats with at most one decimal.
pub(super) fn number(value: f64) -> String {
    ((value * 10.0).round() / 10.0).to_string()
}

/// Formats with two decimals, because a slope is small.
fn fine(value: f64) -> String {
    format!("{value:.2}").replace('-', "−")
}
