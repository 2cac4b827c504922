//! How to read a goal's chart: one line for each thing that is drawn on it.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::progress_text::ProgressText;
use crate::chart::{Chart, PathShape};
use crate::locale::localized_text::LocalizedText;
use crate::model::Direction;

/// How to read the chart.
#[derive(Debug, Clone, Serialize)]
pub struct GuideView {
    /// "How to read this chart".
    pub label: LocalizedText,
    /// One for each kind of thing on the chart.
    pub items: Vec<GuideItem>,
}

/// One thing on the chart.
#[derive(Debug, Clone, Serialize)]
pub struct GuideItem {
    /// How it looks: `start`, `small-group` (a dot), `aim`, `target`, `trend` or
    /// `change`; empty for a remark about the whole chart.
    pub shape: &'static str,
    /// What it stands for.
    pub text: LocalizedText,
}

pub(crate) fn guide(progress_text: &ProgressText, chart: &Chart) -> GuideView {
    let localizer = progress_text.localizer;
    let item = |shape, id| GuideItem {
        shape,
        text: localizer.say(id),
    };
    let dots = match chart.path_shape {
        PathShape::Steps => "guide-steps",
        PathShape::Straight => "guide-dots",
    };
    let line = if progress_text.over {
        "guide-level"
    } else {
        "guide-aim"
    };
    let against_reading_direction = chart.rtl && !chart.mirror;
    let mut args = FluentArgs::new();
    let better = match progress_text.goal.direction {
        Direction::Decrease => "lower",
        Direction::Increase | Direction::Maintain => "higher",
    };
    args.set("better", better);
    let better = GuideItem {
        shape: "",
        text: localizer.say_with("guide-better", args),
    };
    let items = [
        Some(item("start", "guide-start")),
        Some(item("small-group", dots)),
        chart.goal.as_ref().map(|_| item("target", "guide-goal")),
        chart.aim_line.as_ref().map(|_| item("aim", line)),
        chart
            .trend_line
            .as_ref()
            .map(|_| item("trend", "guide-trend")),
        (!chart.changes.is_empty()).then(|| item("change", "guide-change")),
        Some(better),
        against_reading_direction.then(|| item("", "guide-time")),
    ];
    GuideView {
        label: localizer.say("guide"),
        items: items.into_iter().flatten().collect(),
    }
}
