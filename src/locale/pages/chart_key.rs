//! What the shapes on a chart stand for. A single shape needs no key.

use std::collections::BTreeMap;

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::super::localized_text::LocalizedText;
use super::progress_text::ProgressText;
use crate::model::Setting;
use crate::progress::DataPoint;

/// A shape on the chart, and what it stands for.
#[derive(Debug, Clone, Serialize)]
pub struct KeyItem {
    /// `small-group`, `class`, `elsewhere` or `open`.
    pub shape: &'static str,
    /// What it stands for and, for a setting, the newest result there.
    pub text: LocalizedText,
}

impl ProgressText<'_, '_> {
    /// The newest data point of each setting; empty if all are from one.
    fn settings(&self) -> Vec<&DataPoint> {
        let mut newest: BTreeMap<Setting, &DataPoint> = BTreeMap::new();
        for point in self.progress.points() {
            newest.insert(point.setting, point);
        }
        if newest.len() < 2 {
            newest.clear();
        }
        newest.into_values().collect()
    }

    /// Whether the data points are from several settings.
    pub(super) fn in_several_settings(&self) -> bool {
        !self.settings().is_empty()
    }

    /// The shapes that need an explanation.
    pub(super) fn key(&self) -> Vec<KeyItem> {
        let setting = |point: &DataPoint| {
            let mut args = FluentArgs::new();
            args.set("setting", shape(point.setting));
            args.set("result", self.cell(point));
            args.set("date", self.day(point.date));
            KeyItem {
                shape: shape(point.setting),
                text: self.localizer.say_with("key-setting", args),
            }
        };
        let open = self.progress.points().any(|point| point.open);
        let open = open.then(|| KeyItem {
            shape: "open",
            text: self.localizer.say("key-open"),
        });
        self.settings()
            .into_iter()
            .map(setting)
            .chain(open)
            .collect()
    }

    /// The name of a setting.
    pub(super) fn setting(&self, setting: Setting) -> LocalizedText {
        let mut args = FluentArgs::new();
        args.set("setting", shape(setting));
        self.localizer.say_with("setting", args)
    }
}

fn shape(setting: Setting) -> &'static str {
    match setting {
        Setting::SmallGroup => "small-group",
        Setting::Class => "class",
        Setting::Elsewhere => "elsewhere",
    }
}
