//! What a goal's data points show: baseline, phases, aim line and trend.

use super::aim_line::{AimLine, weeks};
use super::mastery;
use super::phase_changes::{self, PhaseChange};
use super::point::{DataPoint, daily_medians};
use super::trend::{Trend, TrendDirection, trend};
use crate::model::{Date, Goal, Measure, Record, RecordedValue, School, Today};

/// How much the data points of the current phase allow to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceLevel {
    /// No data point yet: no chart.
    None,
    /// One or two days with data: dots only, "too soon to tell".
    Few,
    /// Three days or more: then and now, with the aim line.
    Some,
    /// Eight days or more over at least six weeks: the trend as well.
    Many,
}

/// Everything that follows from a goal's data points.
#[derive(Debug, Clone)]
pub struct Progress {
    /// The median of the baseline probes.
    pub start: f64,
    /// What was recorded for the median probe; `None` if the median is between
    /// two probes.
    pub start_raw: Option<RecordedValue>,
    /// All data points by date, one `Vec` for each phase. There is always one
    /// phase more than changes; a phase may be empty.
    pub phases: Vec<Vec<DataPoint>>,
    /// The phase changes up to today, by date. Each begins a phase.
    pub changes: Vec<PhaseChange>,
    /// The median of the last day with data.
    pub newest: Option<DataPoint>,
    /// The first day on which the mastery criterion was met. For staff only.
    pub mastered_on: Option<Date>,
    /// The aim line from baseline to target. `None` for ordered levels, which
    /// have no slope.
    pub aim: Option<AimLine>,
    /// How much the current phase allows to say.
    pub evidence: EvidenceLevel,
    /// The trend of the current phase, x in weeks since the baseline. `None`
    /// below [`EvidenceLevel::Many`] and for ordered levels.
    pub trend: Option<(Trend, TrendDirection)>,
}

/// Fewest days with data to compare then and now.
const SOME_DAYS: usize = 3;
/// Fewest days with data for a trend.
const MANY_DAYS: usize = 8;
/// Fewest weeks between the first and the last of them.
const MANY_WEEKS: f64 = 6.0;

impl Progress {
    /// Derives everything from a goal's observations up to today.
    #[must_use]
    pub fn of(goal: &Goal, record: &Record, school: &School, today: Today) -> Self {
        let measure = &goal.measure;
        let baseline: Vec<f64> = goal
            .baseline
            .values
            .iter()
            .map(|raw| measure.value(raw))
            .collect();
        let start = measure.median(&baseline).unwrap_or_default();
        let is_start = |raw: &&RecordedValue| (measure.value(raw) - start).abs() < 1e-9;
        let mut changes = phase_changes::of(goal, record);
        changes.retain(|change| change.date <= today);
        let phases = phases(goal, &changes);
        let mut all_days = daily_medians(measure, &phases.concat());
        let phase_days = daily_medians(measure, phases.last().map_or(&[], Vec::as_slice));
        let evidence = evidence(&phase_days);
        let ordinal = measure.ordinal();
        Self {
            start,
            start_raw: goal.baseline.values.iter().find(is_start).cloned(),
            mastered_on: goal
                .mastery
                .as_ref()
                .and_then(|mastery| mastery::reached_on(mastery, &all_days)),
            newest: all_days.pop(),
            aim: if ordinal {
                None
            } else {
                let start = (goal.baseline.date, start);
                AimLine::new(start, (goal.by, goal.target), &school.pauses)
            },
            trend: if ordinal || evidence < EvidenceLevel::Many {
                None
            } else {
                let points: Vec<(f64, f64)> = phase_days
                    .iter()
                    .map(|point| (weeks(goal.baseline.date, point.date), point.value))
                    .collect();
                trend(&points, school.trend)
            },
            changes,
            phases,
            evidence,
        }
    }

    /// One data point for each day with data, at the median of that day.
    #[must_use]
    pub fn daily_medians(&self, measure: &Measure) -> Vec<DataPoint> {
        daily_medians(measure, &self.phases.concat())
    }

    /// The daily medians of the current phase.
    #[must_use]
    pub fn phase_daily_medians(&self, measure: &Measure) -> Vec<DataPoint> {
        daily_medians(measure, self.phases.last().map_or(&[], Vec::as_slice))
    }

    /// Every data point, oldest first.
    pub fn points(&self) -> impl Iterator<Item = &DataPoint> {
        self.phases.iter().flatten()
    }
}

fn phases(goal: &Goal, changes: &[PhaseChange]) -> Vec<Vec<DataPoint>> {
    let mut phases: Vec<Vec<DataPoint>> = vec![Vec::new()];
    let mut starts = changes.iter().map(|change| change.date).peekable();
    for observation in &goal.data {
        while starts.next_if(|start| *start <= observation.date).is_some() {
            phases.push(Vec::new());
        }
        let point = DataPoint {
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
    // A phase begins even if there is no data point in it yet.
    phases.extend(starts.map(|_| Vec::new()));
    phases
}

fn evidence(days: &[DataPoint]) -> EvidenceLevel {
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return EvidenceLevel::None;
    };
    match days.len() {
        count if count >= MANY_DAYS && weeks(first.date, last.date) >= MANY_WEEKS => {
            EvidenceLevel::Many
        }
        count if count >= SOME_DAYS => EvidenceLevel::Some,
        _ => EvidenceLevel::Few,
    }
}
