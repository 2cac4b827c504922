//! Readings in words, a line each.

use crate::cli::report::Words;
use crate::progress::{ENOUGH, GoalStanding, Reading, Readings, TrendReading};

/// What the rules read from a goal's numbers, how much it rests on first.
pub(super) fn lines(goal: &GoalStanding, words: &Words) -> Vec<String> {
    let readings = &goal.readings;
    if readings.checks == 0 {
        return vec![words.say("reading-none", [])];
    }
    let rests = words.count(
        "reading-rests",
        &[("checks", readings.checks)],
        [("weeks", number(readings.weeks))],
    );
    // Help that was not given says nothing about how well it works.
    let given = goal.given_percent.filter(|percent| *percent < ENOUGH);
    let given = given.map(|percent| words.say("reading-given", [("percent", number(percent))]));
    let mut lines: Vec<String> = given.into_iter().chain([rests]).collect();
    lines.extend(readings.levels.iter().map(|(level, times)| {
        let level = [("level", level.to_string())];
        words.count("reading-level", &[("times", *times)], level)
    }));
    lines.extend(rules(readings, words));
    lines
}

fn rules(readings: &Readings, words: &Words) -> Vec<String> {
    let of = |id: &str, reading: Option<Reading>| {
        reading.map(|reading| words.say(id, [("reading", key(reading).to_owned())]))
    };
    let three = readings.three_below.then(|| words.say("reading-three", []));
    [
        of("reading-four", readings.four_point),
        three,
        of("reading-median", readings.median),
        readings.trend.map(|trend| slope(trend, words)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn slope(trend: TrendReading, words: &Words) -> String {
    let solid = if trend.solid { "yes" } else { "no" };
    words.say(
        "reading-trend",
        [
            ("reading", key(trend.reading).to_owned()),
            ("slope", fine(trend.slope)),
            ("error", fine(trend.standard_error)),
            ("aim", fine(trend.aim_slope)),
            ("solid", solid.to_owned()),
        ],
    )
}

/// The name that programs and messages know a reading by.
pub(super) fn key(reading: Reading) -> &'static str {
    match reading {
        Reading::Raise => "raise",
        Reading::Keep => "keep",
        Reading::Change => "change",
    }
}

/// With at most one decimal.
pub(super) fn number(value: f64) -> String {
    ((value * 10.0).round() / 10.0).to_string()
}

/// With two decimals: a slope is small.
fn fine(value: f64) -> String {
    format!("{value:.2}")
}
