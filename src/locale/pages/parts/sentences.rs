//! Sentences about a goal's numbers: "58 words in a minute. In September: 43."

use fluent_bundle::FluentArgs;

use super::progress_text::ProgressText;
use crate::locale::localized_text::{LocalizedText, strip_markup};
use crate::locale::localizer::args;
use crate::model::{Direction, days_after};
use crate::progress::{DataPoint, EvidenceLevel, TrendDirection};

/// From this many days on, a sentence names the day of its number.
const OLD_DAYS: i64 = 22;

impl ProgressText<'_, '_> {
    /// When it began, for a sentence whose newest number is `point`.
    fn set_began(&self, args: &mut FluentArgs, point: &DataPoint) {
        let (start, formats) = (self.goal.baseline.date, &self.localizer.pack.formats);
        let same_month = (start.year(), start.month()) == (point.date.year(), point.date.month());
        let (when, month) = match (same_month, start.year() == self.today.year()) {
            (true, _) => ("start", formats.month(start)),
            (false, true) => ("month", formats.month(start)),
            (false, false) => ("year", formats.month_year(start)),
        };
        args.set("when", when);
        args.set("month", month);
        args.set("month-number", f64::from(start.month()));
    }

    /// When the newest number was seen, and whether that is long ago.
    fn set_seen(&self, args: &mut FluentArgs, point: &DataPoint) {
        let old = self.today >= days_after(point.date, OLD_DAYS);
        args.set("age", if old { "old" } else { "new" });
        args.set("date", self.localizer.day(point.date));
    }

    /// The sentence of the index page.
    pub(crate) fn now(&mut self) -> LocalizedText {
        let Some(newest) = &self.progress.newest else {
            return self.localizer.say("none");
        };
        let amount = self.at(newest);
        let mut args = FluentArgs::new();
        self.set_seen(&mut args, newest);
        if self.early() {
            args.set("amount", self.amount(amount));
            return self.localizer.sentence("few", args);
        }
        args.set("amount", self.first(amount));
        self.set_began(&mut args, newest);
        args.set("before", self.short(self.start(), amount));
        let id = match self.named(newest.value) {
            Some(_) if self.by_name() => "now-named",
            Some(level) => {
                args.set("level", level);
                "now-level"
            }
            None => "now",
        };
        self.localizer.sentence(id, args)
    }

    /// The goal as the index page tells it, while it is hoped for.
    pub(crate) fn card_goal(&mut self) -> Option<LocalizedText> {
        if self.over {
            return None;
        }
        let target = match &self.progress.newest {
            Some(newest) => self.short(self.hoped_for(), self.at(newest)),
            None => strip_markup(&self.amount(self.hoped_for())),
        };
        // One number that is good enough does not meet a goal that asks for more.
        let reached = self
            .progress
            .newest
            .as_ref()
            .is_some_and(|newest| self.reached(newest));
        let again = reached && self.goal.mastery.is_some_and(|mastery| mastery.times > 1);
        let by = self.localizer.pack.formats.month_year(self.goal.by);
        let args = args([
            ("target", target.into()),
            ("by", by.into()),
            ("again", if again { "again" } else { "once" }.into()),
        ]);
        Some(self.localizer.say_with("card-goal", args))
    }

    /// The lines above the chart: from where to where, and what is hoped for.
    pub(crate) fn caption(&mut self) -> Vec<LocalizedText> {
        let Some(newest) = &self.progress.newest else {
            return vec![self.localizer.say("none")];
        };
        let mut lines = Vec::new();
        if self.early() {
            lines.push(self.now());
        } else {
            lines.push(self.then_and_now(newest));
        }
        lines.extend(self.hope(newest));
        if let Some((_, heading)) = self.progress.trend {
            lines.push(self.localizer.say(match heading {
                TrendDirection::Up => "heading-up",
                TrendDirection::Down => "heading-down",
                TrendDirection::Steady => "heading-steady",
                TrendDirection::Unclear => "heading-unclear",
            }));
        }
        lines
    }

    fn then_and_now(&mut self, newest: &DataPoint) -> LocalizedText {
        let mut args = FluentArgs::new();
        args.set("start", strip_markup(&self.amount(self.start())));
        args.set("now", self.short(self.at(newest), self.start()));
        self.set_began(&mut args, newest);
        self.set_seen(&mut args, newest);
        args.set("now-month", self.localizer.pack.formats.month(newest.date));
        args.set("now-month-number", f64::from(newest.date.month()));
        self.localizer.sentence("caption", args)
    }

    /// What is hoped for, as long as something is. `hoped-by-now` says how far
    /// the way to the target had come on the day of the newest number.
    fn hope(&mut self, newest: &DataPoint) -> Option<LocalizedText> {
        let aim = self.progress.aim.as_ref().filter(|_| {
            self.progress.evidence >= EvidenceLevel::Some && newest.date < self.goal.by
        });
        let (Some(aim), true) = (aim, self.goal.by >= self.today) else {
            return self.hope_alone(newest);
        };
        let mut args = self.hoped(newest)?;
        // As fine as the numbers it lies between.
        let fine = self.goal.target.fract() != 0.0 || self.progress.start.fract() != 0.0;
        let counted = self.fixed_total().is_some();
        let value = aim.at(newest.date);
        let value = if fine || counted {
            value
        } else {
            value.round()
        };
        let hoped = self.amount_of(value, None);
        args.set("aim", self.short(hoped, self.at(newest)));
        self.set_seen(&mut args, newest);
        Some(self.localizer.say_with("hoped", args))
    }

    /// The target alone, and its day.
    pub(crate) fn hope_alone(&mut self, newest: &DataPoint) -> Option<LocalizedText> {
        let args = self.hoped(newest)?;
        Some(self.localizer.say_with("hope", args))
    }

    /// Whether the newest number is as good as the target.
    fn reached(&self, newest: &DataPoint) -> bool {
        match self.goal.direction {
            Direction::Decrease => newest.value <= self.goal.target,
            _ => newest.value >= self.goal.target,
        }
    }

    fn hoped(&mut self, newest: &DataPoint) -> Option<FluentArgs<'static>> {
        if self.over {
            return None;
        }
        let mut args = FluentArgs::new();
        let time = match (self.goal.by < self.today, self.reached(newest)) {
            (true, _) => "over",
            (false, true) => "reached",
            (false, false) => "open",
        };
        args.set("time", time);
        args.set("target", self.short(self.hoped_for(), self.at(newest)));
        args.set("by", self.localizer.date(self.goal.by));
        Some(args)
    }

    /// When the goal counts as met.
    pub(crate) fn mastery(&mut self) -> Option<LocalizedText> {
        let mastery = self.goal.mastery?;
        let target = self.criterion(mastery.value, mastery.at_most);
        let mut args = FluentArgs::new();
        args.set("target", strip_markup(&self.amount(target)));
        args.set("times", f64::from(mastery.times));
        args.set("of", f64::from(mastery.of));
        let run = match (mastery.times, mastery.of) {
            (_, 0 | 1) => "once",
            (times, of) if times == of => "all",
            _ => "some",
        };
        args.set("run", run);
        Some(self.localizer.say_with("mastery", args))
    }
}
