use super::aim::{AimLine, days};
use super::changes::{self, PhaseChange};
use super::mastery;
use super::trend::{Trend, TrendDirection, trend};
use crate::model::{Date, Goal, Measure, Record, RecordedValue, School, Setting};

/// One dot.
#[derive(Debug, Clone)]
pub struct Point {
    /// The day.
    pub date: Date,
    /// The value that is drawn.
    pub value: f64,
    /// What was typed.
    pub raw: RecordedValue,
    /// Where it was seen.
    pub setting: Setting,
    /// Whether the true value may lie beyond it.
    pub open: bool,
}

/// How much can be said, by how many checks there are in this phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceLevel {
    /// No check yet: no chart.
    None,
    /// One or two: dots only, "too soon to tell".
    Few,
    /// Three or more: then and now, with the aim line.
    Some,
    /// Eight or more over six weeks or longer: the trend as well.
    Many,
}

/// What a goal's numbers say, without a word.
#[derive(Debug, Clone)]
pub struct Progress {
    /// The median of the baseline.
    pub start: f64,
    /// The baseline probe that is the median, if one is.
    pub start_raw: Option<RecordedValue>,
    /// All dots, in phases; a phase begins with a change of plan.
    pub phases: Vec<Vec<Point>>,
    /// Changes that are in force, in order: each opens a phase.
    pub changes: Vec<PhaseChange>,
    /// The newest check: the last day, and the median of that day.
    pub newest: Option<Point>,
    /// The day on which the criterion was met, for staff.
    pub mastered_on: Option<Date>,
    /// Baseline to target. None for ordered levels, where a line has no sense.
    pub aim: Option<AimLine>,
    /// How much can be said.
    pub stage: EvidenceLevel,
    /// The trend of the current phase, x in weeks since the baseline.
    pub trend: Option<(Trend, TrendDirection)>,
}

/// Checks from which a trend may be told, and the weeks they have to span.
const MANY_POINTS: usize = 8;
const MANY_WEEKS: f64 = 6.0;
const SOME_POINTS: usize = 3;

impl Progress {
    /// Derives everything from a goal's observations up to `school.today`.
    #[must_use]
    pub fn of(goal: &Goal, record: &Record, school: &School) -> Self {
        let measure = &goal.measure;
        let values: Vec<f64> = goal
            .baseline
            .values
            .iter()
            .map(|raw| measure.value(raw))
            .collect();
        let start = measure.middle(&values).unwrap_or_default();
        let same = |raw: &&RecordedValue| (measure.value(raw) - start).abs() < 1e-9;
        let start_raw = goal.baseline.values.iter().find(same).cloned();
        let mut changes = changes::of(goal, record);
        changes.retain(|change| change.date <= school.today);
        let phases = phases(goal, &changes);
        let days_seen = by_day(measure, phases.last().map_or(&[][..], Vec::as_slice));
        let stage = stage(&days_seen);
        let line = || {
            let start = (goal.baseline.date, start);
            AimLine::new(start, (goal.by, goal.target), &school.pauses)
        };
        let trend_now = || {
            let weeks = |day| days(goal.baseline.date, day) / 7.0;
            let points: Vec<_> = days_seen.iter().map(|p| (weeks(p.date), p.value)).collect();
            trend(&points, school.trend)
        };
        let ordinal = measure.ordinal();
        let mut all_days = by_day(measure, &phases.concat());
        let mastery = goal.mastery.as_ref();
        Self {
            start,
            start_raw,
            mastered_on: mastery.and_then(|mastery| mastery::reached_on(mastery, &all_days)),
            newest: all_days.pop(),
            aim: if ordinal { None } else { line() },
            trend: if ordinal || stage < EvidenceLevel::Many {
                None
            } else {
                trend_now()
            },
            changes,
            phases,
            stage,
        }
    }

    /// The days of every phase on which something was seen, each at its median.
    #[must_use]
    pub fn days_seen(&self, measure: &Measure) -> Vec<Point> {
        by_day(measure, &self.phases.concat())
    }

    /// The same for the current phase alone.
    #[must_use]
    pub fn days_of_phase(&self, measure: &Measure) -> Vec<Point> {
        let phase = self.phases.last();
        by_day(measure, phase.map_or(&[][..], Vec::as_slice))
    }

    /// Every dot, oldest first.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.phases.iter().flatten()
    }
}

fn phases(goal: &Goal, changes: &[PhaseChange]) -> Vec<Vec<Point>> {
    let mut phases: Vec<Vec<Point>> = vec![Vec::new()];
    let mut starts = changes.iter().map(|change| change.date).peekable();
    for observation in &goal.data {
        while starts.next_if(|start| *start <= observation.date).is_some() {
            phases.push(Vec::new());
        }
        let point = Point {
            date: observation.date,
            value: goal.measure.value(&observation.raw),
            raw: observation.raw.clone(),
            setting: observation.setting,
            open: goal.measure.capped(&observation.raw),
        };
        if let Some(phase) = phases.last_mut() {
            phase.push(point);
        }
    }
    // A change without a check after it has begun a phase all the same.
    phases.extend(starts.map(|_| Vec::new()));
    phases
}

/// One point a day, at the median of its checks.
fn by_day(measure: &Measure, points: &[Point]) -> Vec<Point> {
    let mut days_seen = Vec::new();
    for day in points.chunk_by(|a, b| a.date == b.date) {
        let values: Vec<f64> = day.iter().map(|point| point.value).collect();
        let middle = measure.middle(&values).unwrap_or_default();
        // What was typed is kept when one of the day's checks is the median.
        let typed = day.iter().find(|point| (point.value - middle).abs() < 1e-9);
        let raw = typed.map_or(RecordedValue::Number(middle), |point| point.raw.clone());
        days_seen.extend(day.last().map(|last| Point {
            value: middle,
            raw,
            ..last.clone()
        }));
    }
    days_seen
}

fn stage(days_seen: &[Point]) -> EvidenceLevel {
    let (Some(first), Some(last)) = (days_seen.first(), days_seen.last()) else {
        return EvidenceLevel::None;
    };
    let weeks = days(first.date, last.date) / 7.0;
    match days_seen.len() {
        count if count >= MANY_POINTS && weeks >= MANY_WEEKS => EvidenceLevel::Many,
        count if count >= SOME_POINTS => EvidenceLevel::Some,
        _ => EvidenceLevel::Few,
    }
}
