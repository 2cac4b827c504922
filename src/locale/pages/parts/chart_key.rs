//! What the shapes on a chart stand for. A single shape needs no key.

use std::collections::BTreeMap;

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::progress_text::ProgressText;
use crate::locale::localized_text::LocalizedText;
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

impl<'p> ProgressText<'p, '_> {
    /// The newest check in each setting; empty where all were in one.
    fn settings(&self) -> Vec<&'p DataPoint> {
        let mut newest: BTreeMap<Setting, &DataPoint> = BTreeMap::new();
        for point in self.progress.points() {
            newest.insert(point.setting, point);
        }
        if newest.len() < 2 {
            newest.clear();
        }
        newest.into_values().collect()
    }

    /// Whether checks were made in several settings.
    pub(crate) fn in_several_settings(&self) -> bool {
        !self.settings().is_empty()
    }

    /// The shapes that need words.
    pub(crate) fn key(&mut self) -> Vec<KeyItem> {
        let settings = self.settings();
        let open = self.progress.points().any(|point| point.open);
        let open = open.then(|| KeyItem {
            shape: "open",
            text: self.localizer.say("key-open"),
        });
        let place = |point: &DataPoint| {
            let mut args = FluentArgs::new();
            args.set("setting", shape(point.setting));
            args.set("result", self.cell(point));
            args.set("date", self.day(point.date));
            KeyItem {
                shape: shape(point.setting),
                text: self.localizer.say_with("key-setting", args),
            }
        };
        settings.into_iter().map(place).chain(open).collect()
    }

    /// Where a check was made.
    pub(crate) fn setting(&self, setting: Setting) -> LocalizedText {
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
