//! Data points: observations in the unit of the measure.

use crate::model::{Date, Measure, RecordedValue, Setting};

/// One data point: an observation in the unit that is drawn.
#[derive(Debug, Clone)]
pub struct DataPoint {
    /// The day of the observation.
    pub date: Date,
    /// The value in the measure's unit ([`Measure::value`]).
    pub value: f64,
    /// What was recorded.
    pub raw: RecordedValue,
    /// Where the observation was made.
    pub setting: Setting,
    /// Whether the true value may be beyond this one ([`Measure::capped`]).
    pub open: bool,
}

/// One data point a day: the median of the day's data points, which are in the
/// order of their dates. Everything else is that of the day's last data point.
pub(super) fn daily_medians(measure: &Measure, points: &[DataPoint]) -> Vec<DataPoint> {
    let daily_median = |day: &[DataPoint]| {
        let values: Vec<f64> = day.iter().map(|point| point.value).collect();
        let median = measure.median(&values)?;
        // Keeps what was recorded if one of the day's data points is the median.
        let recorded = day.iter().find(|point| (point.value - median).abs() < 1e-9);
        let raw = recorded.map_or(RecordedValue::Number(median), |point| point.raw.clone());
        Some(DataPoint {
            value: median,
            raw,
            ..day.last()?.clone()
        })
    };
    points
        .chunk_by(|a, b| a.date == b.date)
        .filter_map(daily_median)
        .collect()
}
