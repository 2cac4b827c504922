//! What the field's decision rules recommend for a goal, for the staff who decide.
//!
//! All rules use the daily medians of the current phase. The rules disagree with
//! each other on ordinary data, so each result comes with the number of data points
//! behind it, and no family page shows one.
//!
//! Sources: the four-point rule as taught by the IRIS Center; the three-point
//! rule of early curriculum-based measurement; the median rule, which wrongly
//! flags fewer students than rules of single points (Van Norman and Christ);
//! the trend rule of the National Center on Response to Intervention.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::aim_line::{AimLine, weeks};
use super::goal_progress::Progress;
use super::trend::{interval, trend};
use crate::model::{Date, Decision, Direction, Goal, School, median};

/// What a rule would have staff consider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recommendation {
    /// Raise the goal.
    Raise,
    /// Continue the plan.
    Keep,
    /// Change the instruction.
    Change,
}

/// The results of all rules for the current phase of one goal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DecisionRules {
    /// Days with data in this phase.
    pub checks: usize,
    /// Weeks from the first to the last of them.
    pub weeks: f64,
    /// For ordered levels, which have no aim line: how often each was reached.
    pub levels: Vec<(i64, usize)>,
    /// The last four against the aim line. `None` before six checks or six weeks.
    pub four_point: Option<Recommendation>,
    /// Whether the last three are on the unfavorable side of the aim line.
    pub three_below: bool,
    /// The median of the last three against the aim line.
    pub median: Option<Recommendation>,
    /// The slope against that of the aim line. `None` before eight checks over six
    /// weeks.
    pub trend: Option<TrendRule>,
}

/// The result of the trend rule. Slopes are changes in a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrendRule {
    /// Whether the trend is steeper or flatter than the aim line, or about as steep.
    pub recommendation: Recommendation,
    /// The slope by the school's method.
    pub slope: f64,
    /// The 95 % confidence interval of that slope.
    pub interval: (f64, f64),
    /// The slope of the aim line.
    pub aim_slope: f64,
    /// Whether the trend has twelve checks or more.
    pub solid: bool,
}

const FOUR_POINT_CHECKS: usize = 6;
const RULE_WEEKS: f64 = 6.0;
const TREND_CHECKS: usize = 8;
const SOLID_CHECKS: usize = 12;

impl DecisionRules {
    /// Applies the rules to the current phase of `goal`.
    #[must_use]
    pub fn of(goal: &Goal, progress: &Progress, school: &School) -> Self {
        let points: Vec<(Date, f64)> = progress
            .phase_daily_medians(&goal.measure)
            .iter()
            .map(|point| (point.date, point.value))
            .collect();
        let (Some(first), Some(last)) = (points.first(), points.last()) else {
            return Self::default();
        };
        let evidence = Self {
            checks: points.len(),
            weeks: weeks(first.0, last.0),
            ..Self::default()
        };
        if goal.measure.ordinal() {
            let levels = levels(&points);
            return Self { levels, ..evidence };
        }
        // The aim line of a goal to maintain a skill has no favorable side.
        match &progress.aim {
            Some(aim) if goal.direction != Direction::Maintain => {
                evidence.against(aim, &points, goal, school)
            }
            _ => evidence,
        }
    }

    /// Adds the rules that compare `points` (day, value) with the aim line.
    fn against(self, aim: &AimLine, points: &[(Date, f64)], goal: &Goal, school: &School) -> Self {
        let sides = sides(points, goal.direction, |day| aim.at(day));
        let enough = self.checks >= FOUR_POINT_CHECKS || self.weeks >= RULE_WEEKS;
        Self {
            four_point: all_on_one_side(&sides, 4).filter(|_| enough),
            three_below: all_on_one_side(&sides, 3) == Some(Recommendation::Change),
            median: median_rule(aim, points, goal.direction),
            trend: trend_rule(&self, aim, points, goal, school),
            ..self
        }
    }

    /// Whether the four-point rule recommends something else than was decided. No
    /// rule can contradict a transition, "met" or the end of a goal.
    #[must_use]
    pub fn differ_from(&self, decision: Decision) -> bool {
        let decided = match decision {
            Decision::Continue => Recommendation::Keep,
            Decision::Adjust => Recommendation::Change,
            Decision::Raise => Recommendation::Raise,
            Decision::Transition | Decision::Met | Decision::End => return false,
        };
        self.four_point
            .is_some_and(|recommended| recommended != decided)
    }
}

/// How often each level was reached, the lowest first.
fn levels(points: &[(Date, f64)]) -> Vec<(i64, usize)> {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for (_, value) in points {
        #[allow(
            clippy::cast_possible_truncation,
            reason = "levels are small whole numbers"
        )]
        let level = value.round() as i64;
        *counts.entry(level).or_default() += 1;
    }
    counts.into_iter().collect()
}

/// The sign of a difference from the aim line: `Greater` is favorable, which is
/// more, or less if the goal is to decrease.
fn favorable(direction: Direction, difference: f64) -> Ordering {
    let signed = match direction {
        Direction::Decrease => -difference,
        Direction::Increase | Direction::Maintain => difference,
    };
    signed.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
}

fn recommendation(side: Ordering) -> Recommendation {
    match side {
        Ordering::Greater => Recommendation::Raise,
        Ordering::Equal => Recommendation::Keep,
        Ordering::Less => Recommendation::Change,
    }
}

/// The side of the aim line of each point (day, value): `Greater` is favorable,
/// `Equal` is on the line.
#[must_use]
pub fn sides(
    points: &[(Date, f64)],
    direction: Direction,
    aim: impl Fn(Date) -> f64,
) -> Vec<Ordering> {
    points
        .iter()
        .map(|(day, value)| favorable(direction, value - aim(*day)))
        .collect()
}

/// "Raise" if the last `count` are all on the favorable side, "change" if all are
/// on the unfavorable side, otherwise "keep". `None` if there are fewer.
#[must_use]
pub fn all_on_one_side(sides: &[Ordering], count: usize) -> Option<Recommendation> {
    let last = sides.get(sides.len().checked_sub(count)?..)?;
    let all = |side| last.iter().all(|one| *one == side);
    Some(if all(Ordering::Greater) {
        Recommendation::Raise
    } else if all(Ordering::Less) {
        Recommendation::Change
    } else {
        Recommendation::Keep
    })
}

/// The median of the last three values against the aim line on the last day.
fn median_rule(
    aim: &AimLine,
    points: &[(Date, f64)],
    direction: Direction,
) -> Option<Recommendation> {
    let last_three = points.get(points.len().checked_sub(3)?..)?;
    let (day, _) = last_three.last()?;
    let values: Vec<f64> = last_three.iter().map(|(_, value)| *value).collect();
    let difference = median(&values)? - aim.at(*day);
    Some(recommendation(favorable(direction, difference)))
}

fn trend_rule(
    evidence: &DecisionRules,
    aim: &AimLine,
    points: &[(Date, f64)],
    goal: &Goal,
    school: &School,
) -> Option<TrendRule> {
    if evidence.checks < TREND_CHECKS || evidence.weeks < RULE_WEEKS {
        return None;
    }
    let points: Vec<(f64, f64)> = points
        .iter()
        .map(|(day, value)| (weeks(goal.baseline.date, *day), *value))
        .collect();
    let (line, _) = trend(&points, school.trend)?;
    let interval = interval(&points, school.trend)?;
    let aim_slope = aim.slope();
    // A difference within the interval counts as about as steep.
    let side = if (interval.0..=interval.1).contains(&aim_slope) {
        Ordering::Equal
    } else {
        favorable(goal.direction, line.slope - aim_slope)
    };
    Some(TrendRule {
        recommendation: recommendation(side),
        slope: line.slope,
        interval,
        aim_slope,
        solid: evidence.checks >= SOLID_CHECKS,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_data_points_decide() {
        use Ordering::{Equal, Greater, Less};
        let check = |sides: &[Ordering], count, expected| {
            assert_eq!(all_on_one_side(sides, count), expected, "{sides:?}");
        };
        check(
            &[Less, Greater, Greater, Greater, Greater],
            4,
            Some(Recommendation::Raise),
        );
        check(
            &[Greater, Less, Less, Less, Less],
            4,
            Some(Recommendation::Change),
        );
        check(&[Less, Less, Less, Greater], 4, Some(Recommendation::Keep));
        check(
            &[Greater, Greater, Greater, Equal],
            4,
            Some(Recommendation::Keep),
        );
        check(&[Less, Less, Less], 4, None);
        check(
            &[Greater, Less, Less, Less],
            3,
            Some(Recommendation::Change),
        );
    }

    #[test]
    fn less_can_be_favorable() {
        assert_eq!(favorable(Direction::Decrease, -1.0), Ordering::Greater);
        assert_eq!(favorable(Direction::Increase, -1.0), Ordering::Less);
        assert_eq!(favorable(Direction::Increase, 0.0), Ordering::Equal);
    }

    #[test]
    fn decisions_that_move_on_never_differ() {
        let rules = |four_point| DecisionRules {
            four_point,
            ..DecisionRules::default()
        };
        let check = |recommendation, decision, expected| {
            assert_eq!(
                rules(recommendation).differ_from(decision),
                expected,
                "{decision:?}"
            );
        };
        check(Some(Recommendation::Change), Decision::Continue, true);
        check(Some(Recommendation::Change), Decision::Adjust, false);
        check(Some(Recommendation::Raise), Decision::Continue, true);
        check(Some(Recommendation::Raise), Decision::Transition, false);
        check(None, Decision::Continue, false);
    }
}
