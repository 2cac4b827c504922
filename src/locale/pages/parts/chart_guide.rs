//! How to read a goal's chart: a line of words for each thing that is drawn on it.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::chart_view::ChartView;
use super::progress_text::ProgressText;
use crate::locale::Direction as Writing;
use crate::locale::localized_text::LocalizedText;
use crate::model::{Direction, Measure};

/// How to read the chart.
#[derive(Debug, Clone, Serialize)]
pub struct GuideView {
    /// "How to read this chart".
    pub label: LocalizedText,
    /// What each thing on it stands for.
    pub items: Vec<GuideItem>,
}

/// One thing that is drawn.
#[derive(Debug, Clone, Serialize)]
pub struct GuideItem {
    /// How it looks: `start`, `small-group` (a dot), `aim`, `target`, `trend`,
    /// `change`, or nothing for what has no look of its own.
    pub shape: &'static str,
    /// What it stands for.
    pub text: LocalizedText,
}

pub(crate) fn guide(progress_text: &ProgressText, chart: &ChartView) -> GuideView {
    let localizer = progress_text.localizer;
    let item = |shape, id| GuideItem {
        shape,
        text: localizer.say(id),
    };
    let stairs = progress_text.goal.measure.ordinal()
        || matches!(progress_text.goal.measure, Measure::Items { .. });
    let dots = if stairs { "guide-steps" } else { "guide-dots" };
    let line = if progress_text.over {
        "guide-level"
    } else {
        "guide-aim"
    };
    let from_the_left = localizer.pack.direction == Writing::Rtl && !chart.mirror;
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
        chart.aim.as_ref().map(|_| item("aim", line)),
        chart.trend.as_ref().map(|_| item("trend", "guide-trend")),
        (!chart.changes.is_empty()).then(|| item("change", "guide-change")),
        Some(better),
        from_the_left.then(|| item("", "guide-time")),
    ];
    GuideView {
        label: localizer.say("guide"),
        items: items.into_iter().flatten().collect(),
    }
}
