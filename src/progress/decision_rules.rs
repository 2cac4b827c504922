//! What the field's decision rules read from a goal's numbers, for the people
//! who decide. Rules disagree with each other on ordinary data, so a reading
//! always comes with how much it rests on, and no family page shows one.
//!
//! Sources: the four-point rule as taught by the IRIS Center; the three-point
//! rule of early curriculum-based measurement; the median rule, which wrongly
//! flags fewer students than rules of single points (Van Norman and Christ);
//! the trend rule of the National Center on Response to Intervention.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::aim::{AimLine, days};
use super::series::Progress;
use super::trend::{interval, trend};
use crate::model::{Date, Decision, Direction, Goal, School, median};

/// What a rule would have staff consider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The goal could be raised.
    Raise,
    /// The plan can go on.
    Keep,
    /// Something could be changed.
    Change,
}

/// Everything that is read from the current phase of one goal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Readings {
    /// Days with checks in this phase.
    pub checks: usize,
    /// Weeks from the first to the last of them.
    pub weeks: f64,
    /// For ordered levels, which have no line: how often each was reached.
    pub levels: Vec<(i64, usize)>,
    /// The last four against the aim line, from six checks or six weeks on.
    pub four_point: Option<Reading>,
    /// Whether the last three lie on the unfavorable side of the aim line.
    pub three_below: bool,
    /// The median of the last three against the aim line.
    pub median: Option<Reading>,
    /// The slope against the aim line's.
    pub trend: Option<TrendReading>,
}

/// What the trend rule reads, from eight checks over six weeks on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrendReading {
    /// Steeper, flatter, or about as the aim line.
    pub reading: Reading,
    /// Change a week, by the school's method.
    pub slope: f64,
    /// The 95 % interval of that slope.
    pub interval: (f64, f64),
    /// Change a week that the aim line asks for.
    pub aim_slope: f64,
    /// Whether it rests on twelve checks or more.
    pub solid: bool,
}

const FOUR_POINT_CHECKS: usize = 6;
const RULE_WEEKS: f64 = 6.0;
const TREND_CHECKS: usize = 8;
const SOLID_CHECKS: usize = 12;

impl Readings {
    /// Reads the current phase of `goal`.
    #[must_use]
    pub fn of(goal: &Goal, progress: &Progress, school: &School) -> Self {
        let seen: Vec<(Date, f64)> = progress
            .days_of_phase(&goal.measure)
            .iter()
            .map(|point| (point.date, point.value))
            .collect();
        let (Some(first), Some(last)) = (seen.first(), seen.last()) else {
            return Self::default();
        };
        let known = Self {
            checks: seen.len(),
            weeks: days(first.0, last.0) / 7.0,
            ..Self::default()
        };
        if goal.measure.ordinal() {
            let levels = levels(&seen);
            return Self { levels, ..known };
        }
        // A goal to keep a skill has no line to be above or below of.
        match &progress.aim {
            Some(aim) if goal.direction != Direction::Maintain => {
                known.against(aim, &seen, goal, school)
            }
            _ => known,
        }
    }

    fn against(self, aim: &AimLine, seen: &[(Date, f64)], goal: &Goal, school: &School) -> Self {
        let sides = sides(seen, goal.direction, |day| aim.at(day));
        let last_days = seen.last().map(|(day, _)| *day);
        let values: Vec<f64> = seen.iter().rev().take(3).map(|(_, value)| *value).collect();
        let middle = median(&values).filter(|_| values.len() == 3);
        let middle = middle.zip(last_days);
        let enough = self.checks >= FOUR_POINT_CHECKS || self.weeks >= RULE_WEEKS;
        Self {
            four_point: all_on_one_side(&sides, 4).filter(|_| enough),
            three_below: all_on_one_side(&sides, 3) == Some(Reading::Change),
            median: middle
                .map(|(value, day)| reading(favorable(goal.direction, value - aim.at(day)))),
            trend: trend_reading(&self, aim, seen, goal, school),
            ..self
        }
    }

    /// The rules whose reading differs from what was decided. A decision that
    /// moves on (transition, met, end) is beyond what a rule can say.
    #[must_use]
    pub fn differ_from(&self, decision: Decision) -> bool {
        let decided = match decision {
            Decision::Continue => Reading::Keep,
            Decision::Adjust => Reading::Change,
            Decision::Raise => Reading::Raise,
            Decision::Transition | Decision::Met | Decision::End => return false,
        };
        self.four_point.is_some_and(|read| read != decided)
    }
}

/// How often each level was reached, the lowest first.
fn levels(seen: &[(Date, f64)]) -> Vec<(i64, usize)> {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for (_, value) in seen {
        #[allow(
            clippy::cast_possible_truncation,
            reason = "levels are small whole numbers"
        )]
        let level = value.round() as i64;
        *counts.entry(level).or_default() += 1;
    }
    counts.into_iter().collect()
}

/// f = sign(direction)·difference: positive is favorable.
fn favorable(direction: Direction, difference: f64) -> Ordering {
    let signed = match direction {
        Direction::Decrease => -difference,
        Direction::Increase | Direction::Maintain => difference,
    };
    signed.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
}

fn reading(side: Ordering) -> Reading {
    match side {
        Ordering::Greater => Reading::Raise,
        Ordering::Equal => Reading::Keep,
        Ordering::Less => Reading::Change,
    }
}

/// On which side of the line each check lies; on the line is neither.
#[must_use]
pub fn sides(
    seen: &[(Date, f64)],
    direction: Direction,
    aim: impl Fn(Date) -> f64,
) -> Vec<Ordering> {
    let side = |(day, value): &(Date, f64)| favorable(direction, value - aim(*day));
    seen.iter().map(side).collect()
}

/// Whether the last `count` lie on one side: favorable reads "raise",
/// unfavorable "change", mixed "keep". Nothing where there are fewer.
#[must_use]
pub fn all_on_one_side(sides: &[Ordering], count: usize) -> Option<Reading> {
    let last = sides.get(sides.len().checked_sub(count)?..)?;
    let all = |side| last.iter().all(|one| *one == side);
    Some(if all(Ordering::Greater) {
        Reading::Raise
    } else if all(Ordering::Less) {
        Reading::Change
    } else {
        Reading::Keep
    })
}

fn trend_reading(
    known: &Readings,
    aim: &AimLine,
    seen: &[(Date, f64)],
    goal: &Goal,
    school: &School,
) -> Option<TrendReading> {
    if known.checks < TREND_CHECKS || known.weeks < RULE_WEEKS {
        return None;
    }
    let weeks = |day| days(goal.baseline.date, day) / 7.0;
    let points: Vec<(f64, f64)> = seen
        .iter()
        .map(|(day, value)| (weeks(*day), *value))
        .collect();
    let (line, _) = trend(&points, school.trend)?;
    let interval = interval(&points, school.trend)?;
    let aim_slope = aim.slope();
    // Closer than it can be known is "about as steep".
    let side = if (interval.0..=interval.1).contains(&aim_slope) {
        Ordering::Equal
    } else {
        favorable(goal.direction, line.slope - aim_slope)
    };
    Some(TrendReading {
        reading: reading(side),
        slope: line.slope,
        interval,
        aim_slope,
        solid: known.checks >= SOLID_CHECKS,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_checks_decide() {
        use Ordering::{Equal, Greater, Less};
        let check = |sides: &[Ordering], count, expected| {
            assert_eq!(all_on_one_side(sides, count), expected, "{sides:?}");
        };
        check(
            &[Less, Greater, Greater, Greater, Greater],
            4,
            Some(Reading::Raise),
        );
        check(&[Greater, Less, Less, Less, Less], 4, Some(Reading::Change));
        check(&[Less, Less, Less, Greater], 4, Some(Reading::Keep));
        check(&[Greater, Greater, Greater, Equal], 4, Some(Reading::Keep));
        check(&[Less, Less, Less], 4, None);
        check(&[Greater, Less, Less, Less], 3, Some(Reading::Change));
    }

    #[test]
    fn less_can_be_favorable() {
        assert_eq!(favorable(Direction::Decrease, -1.0), Ordering::Greater);
        assert_eq!(favorable(Direction::Increase, -1.0), Ordering::Less);
        assert_eq!(favorable(Direction::Increase, 0.0), Ordering::Equal);
    }

    #[test]
    fn decisions_that_move_on_never_differ() {
        let read = |four_point| Readings {
            four_point,
            ..Readings::default()
        };
        let check = |reading, decision, expected| {
            assert_eq!(
                read(reading).differ_from(decision),
                expected,
                "{decision:?}"
            );
        };
        check(Some(Reading::Change), Decision::Continue, true);
        check(Some(Reading::Change), Decision::Adjust, false);
        check(Some(Reading::Raise), Decision::Continue, true);
        check(Some(Reading::Raise), Decision::Transition, false);
        check(None, Decision::Continue, false);
    }
}
