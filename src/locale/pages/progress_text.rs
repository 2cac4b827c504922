//! Sentences about a goal's numbers, in things: "58 words in a minute. In
//! September: 43."

use fluent_bundle::FluentArgs;

use super::super::localized_text::{Phrase, bold_off};
use super::super::localizer::{Speaker, args};
use super::amount::Amount;
use crate::model::{Date, Direction, Goal};
use crate::progress::{Heading, Point, Portfolio, Progress, Stage};

/// A goal farther away than this is not on its chart: a year, and half of one.
const DAYS_IN_SIGHT: i32 = 550;

/// Tells one goal's numbers.
pub(super) struct Teller<'a, 's> {
    pub(super) speaker: &'s Speaker<'a>,
    pub(super) goal: &'s Goal,
    pub(super) progress: &'s Progress,
    pub(super) today: Date,
    /// Whether nothing is hoped for any more: the goal is met, or has ended.
    pub(super) over: bool,
}

/// From this many days on a number is told with its day.
const OLD_DAYS: i32 = 22;

impl<'a, 's> Teller<'a, 's> {
    pub(super) fn new(
        portfolio: &Portfolio,
        speaker: &'s Speaker<'a>,
        goal: &'s Goal,
        progress: &'s Progress,
    ) -> Self {
        let today = portfolio.today();
        Self {
            speaker,
            goal,
            progress,
            today,
            over: portfolio.met(goal) || goal.closed_on(today),
        }
    }

    /// When it began, for a sentence whose newest number is `point`.
    fn set_began(&self, args: &mut FluentArgs, point: &Point) {
        let (start, formats) = (self.goal.baseline.date, &self.speaker.pack.formats);
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
    fn set_seen(&self, args: &mut FluentArgs, point: &Point) {
        let old = (self.today - point.date).get_days() >= OLD_DAYS;
        args.set("age", if old { "old" } else { "new" });
        args.set("date", self.speaker.day(point.date));
    }

    /// Whether it is too soon to tell then from now.
    pub(super) fn early(&self) -> bool {
        self.progress.stage < Stage::Some && self.progress.phases.len() < 2
    }

    /// The sentence of the index page.
    pub(super) fn now(&self) -> Phrase {
        let Some(newest) = &self.progress.newest else {
            return self.speaker.say("none");
        };
        let amount = self.at(newest);
        let mut args = FluentArgs::new();
        self.set_seen(&mut args, newest);
        if self.early() {
            args.set("amount", self.amount(amount));
            return self.speaker.sentence("few", args);
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
        self.speaker.sentence(id, args)
    }

    /// The goal as the index page tells it, while it is hoped for.
    pub(super) fn card_goal(&self) -> Option<Phrase> {
        if self.over {
            return None;
        }
        let target = match &self.progress.newest {
            Some(newest) => self.short(self.hoped_for(), self.at(newest)),
            None => bold_off(&self.amount(self.hoped_for())),
        };
        // One number that is good enough does not meet a goal that asks for more.
        let reached = self
            .progress
            .newest
            .as_ref()
            .is_some_and(|newest| self.reached(newest));
        let again = reached && self.goal.mastery.is_some_and(|mastery| mastery.times > 1);
        let by = self.speaker.pack.formats.month_year(self.goal.by);
        let args = args([
            ("target", target.into()),
            ("by", by.into()),
            ("again", if again { "again" } else { "once" }.into()),
        ]);
        Some(self.speaker.say_with("card-goal", args))
    }

    /// The lines above the chart: from where to where, and what is hoped for.
    pub(super) fn caption(&self) -> Vec<Phrase> {
        let Some(newest) = &self.progress.newest else {
            return vec![self.speaker.say("none")];
        };
        let mut lines = Vec::new();
        if self.early() {
            lines.push(self.now());
        } else {
            lines.push(self.then_and_now(newest));
        }
        lines.extend(self.hope(newest));
        if let Some((_, heading)) = self.progress.trend {
            lines.push(self.speaker.say(match heading {
                Heading::Up => "heading-up",
                Heading::Down => "heading-down",
                Heading::Steady => "heading-steady",
                Heading::Unclear => "heading-unclear",
            }));
        }
        lines
    }

    fn then_and_now(&self, newest: &Point) -> Phrase {
        let mut args = FluentArgs::new();
        args.set("start", bold_off(&self.amount(self.start())));
        args.set("now", self.short(self.at(newest), self.start()));
        self.set_began(&mut args, newest);
        self.set_seen(&mut args, newest);
        args.set("now-month", self.speaker.pack.formats.month(newest.date));
        args.set("now-month-number", f64::from(newest.date.month()));
        self.speaker.sentence("caption", args)
    }

    /// What is hoped for, as long as something is. `hoped-by-now` says how far
    /// the way to the target had come on the day of the newest number.
    fn hope(&self, newest: &Point) -> Option<Phrase> {
        let aim = self
            .progress
            .aim
            .as_ref()
            .filter(|_| self.progress.stage >= Stage::Some && newest.date < self.goal.by);
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
        Some(self.speaker.say_with("hoped", args))
    }

    /// The target alone, and its day.
    pub(super) fn hope_alone(&self, newest: &Point) -> Option<Phrase> {
        let args = self.hoped(newest)?;
        Some(self.speaker.say_with("hope", args))
    }

    /// Whether the newest number is as good as the target.
    fn reached(&self, newest: &Point) -> bool {
        match self.goal.direction {
            Direction::Decrease => newest.value <= self.goal.target,
            _ => newest.value >= self.goal.target,
        }
    }

    fn hoped(&self, newest: &Point) -> Option<FluentArgs<'static>> {
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
        args.set("by", self.speaker.date(self.goal.by));
        Some(args)
    }

    pub(super) fn target(&self) -> Amount {
        self.bound(self.goal.target, self.goal.direction == Direction::Decrease)
    }

    /// When the goal counts as met.
    pub(super) fn mastery(&self) -> Option<Phrase> {
        let mastery = self.goal.mastery?;
        let target = self.criterion(mastery.value, mastery.at_most);
        let mut args = FluentArgs::new();
        args.set("target", bold_off(&self.amount(target)));
        args.set("times", f64::from(mastery.times));
        args.set("of", f64::from(mastery.of));
        let run = match (mastery.times, mastery.of) {
            (_, 0 | 1) => "once",
            (times, of) if times == of => "all",
            _ => "some",
        };
        args.set("run", run);
        Some(self.speaker.say_with("mastery", args))
    }

    /// A day of a check, with its year where the checks lie in several years:
    /// "September 18" may be of any of them.
    pub(super) fn day(&self, day: Date) -> String {
        let formats = &self.speaker.pack.formats;
        let mut years = self.progress.points().map(|point| point.date.year());
        let first = years.next();
        if years.any(|year| Some(year) != first) {
            formats.date(day)
        } else {
            formats.month_day(day)
        }
    }

    /// Whether the chart reaches as far as the goal. One that is years away would
    /// leave no room for what was measured.
    pub(super) fn goal_in_sight(&self) -> bool {
        let away = (self.goal.by - self.goal.baseline.date).get_days();
        !self.over && away <= DAYS_IN_SIGHT
    }

    /// The last day that the chart shows.
    pub(super) fn last_day(&self) -> Date {
        let newest = self.progress.newest.as_ref().map(|point| point.date);
        let measured = newest.unwrap_or(self.today).max(self.goal.baseline.date);
        if self.goal_in_sight() {
            measured.max(self.goal.by)
        } else {
            measured
        }
    }
}
