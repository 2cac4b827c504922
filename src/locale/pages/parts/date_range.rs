//! A goal's numbers between two days: for reviews, and for the weeks before and
//! after a change.

use fluent_bundle::FluentArgs;

use super::progress_text::ProgressText;
use crate::locale::localized_text::{LocalizedText, strip_markup};
use crate::model::Date;
use crate::progress::DataPoint;

impl<'p> ProgressText<'p, '_> {
    fn checks(&self, from: Date, to: Date) -> Vec<&'p DataPoint> {
        let days = from..=to;
        let points = self.progress.points();
        points.filter(|point| days.contains(&point.date)).collect()
    }

    /// How many checks there were from `from` to `to`, the first and the last
    /// result, and what is hoped for. Where the goal began in this time, its
    /// baseline is the first.
    pub(crate) fn span(&mut self, from: Option<Date>, to: Date) -> Vec<LocalizedText> {
        let begun = self.goal.baseline.date;
        let checks = self.checks(from.unwrap_or(begun), to);
        let Some(last) = checks.last() else {
            return vec![self.localizer.say("span-none")];
        };
        let first = checks
            .first()
            .filter(|_| from.is_some_and(|from| from > begun));
        let first = first.map_or_else(|| self.start(), |point| self.at(point));
        let mut args = FluentArgs::new();
        args.set("n", checks.len());
        args.set("first", strip_markup(&self.amount(first)));
        args.set("last", self.short(self.at(last), first));
        let numbers = self.localizer.say_with("span", args);
        let hope = self.hope_alone(last);
        std::iter::once(numbers).chain(hope).collect()
    }

    /// The last result before `change`, and the newest one from then up to and
    /// with `until`; `None` if either is missing.
    pub(crate) fn around(&mut self, change: Date, until: Date) -> Option<LocalizedText> {
        let day_before = change.yesterday().ok()?;
        let before = self.checks(self.goal.baseline.date, day_before);
        let after = self.checks(change, until);
        let (before, after) = (before.last()?, after.last()?);
        let amount = self.at(after);
        let mut args = FluentArgs::new();
        args.set("now", self.first(amount));
        args.set("now-date", self.day(after.date));
        args.set("before", self.short(self.at(before), amount));
        args.set("date", self.day(before.date));
        Some(self.localizer.sentence("change-numbers", args))
    }
}
