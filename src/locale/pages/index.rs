//! The first page, which answers a parent's five questions.

use serde::Serialize;

use super::parts::call::{Call, call};
use super::parts::change;
use super::parts::dates::day_number;
use super::parts::meeting::{MeetingView, meeting};
use super::parts::page_text::PageText;
use super::parts::progress_text::ProgressText;
use super::parts::section::{Section, list, section};
use super::parts::service;
use super::parts::status::{StatusView, dated_status};
use super::parts::student::{StudentView, student};
use super::parts::tip::{TipView, tip};
use super::parts::update::{UpdateView, update};
use super::parts::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, args};
use crate::model::{Goal, Tip};
use crate::progress::{Portfolio, Progress};

/// The first page: the answers to a parent's questions, in their order.
#[derive(Debug, Clone, Serialize)]
pub struct IndexPage {
    /// The page's name, which says nothing about the student.
    pub title: LocalizedText,
    /// What everybody calls the student.
    pub name: String,
    /// The week it is about.
    pub week: LocalizedText,
    /// How the student is doing: the first goals.
    pub goals: Section<Vec<GoalCard>>,
    /// The other goals.
    pub more_goals: Option<Section<Vec<GoalCard>>>,
    /// "Finished goals", where there are any.
    pub finished: Option<LocalizedText>,
    /// Changes of the next weeks.
    pub coming: Option<Section<Vec<ComingChange>>>,
    /// "More about this change".
    pub about_changes: LocalizedText,
    /// The newest update.
    pub new: Section<Option<UpdateView>>,
    /// Whether it is too long for a sheet of paper with everything else.
    pub new_is_long: bool,
    /// Where no update is.
    pub no_updates: LocalizedText,
    /// "All updates".
    pub all_updates: LocalizedText,
    /// One thing to do.
    pub tonight: Option<Section<TipView>>,
    /// "All tips".
    pub all_tips: LocalizedText,
    /// The next meeting.
    pub meet: Section<Option<MeetingView>>,
    /// Where no meeting is planned.
    pub no_meeting: LocalizedText,
    /// Whom to call.
    pub call: Section<Call>,
    /// How to find the page again, and how to show it to others.
    pub keep: Section<Vec<LocalizedText>>,
    /// Who the student is.
    pub student: StudentView,
    /// The note about translation, if one is needed.
    pub note: Option<LocalizedText>,
}

impl LinkTerms for IndexPage {
    fn link(&mut self, links: &mut Links) {
        self.new.link(links);
        self.tonight.link(links);
        self.student.link(links);
    }
}

/// One goal, in a sentence.
#[derive(Debug, Clone, Serialize)]
pub struct GoalCard {
    /// The goal's folder.
    pub id: String,
    /// The skill in plain words.
    pub title: LocalizedText,
    /// The status the team recorded.
    pub status: Option<StatusView>,
    /// Now and before.
    pub sentence: LocalizedText,
    /// What is hoped for, and by when, while it is.
    pub hope: Option<LocalizedText>,
    /// Days and values for the small drawing; empty when there are too few.
    #[serde(skip)]
    pub spark: Vec<(i32, f64)>,
    /// How high the goal is in the small drawing.
    #[serde(skip)]
    pub spark_goal: Option<f64>,
}

/// "A change is coming".
#[derive(Debug, Clone, Serialize)]
pub struct ComingChange {
    /// The place on the page of changes.
    pub id: String,
    /// From when.
    pub when: LocalizedText,
    /// What changes.
    pub what: LocalizedText,
    /// What it changes into, if that takes a few words only.
    pub how: Option<LocalizedText>,
}

/// Characters of an update that fit on a sheet of paper with everything else.
const SHORT_UPDATE: usize = 300;
/// How many goals the first screen shows.
const FIRST_GOALS: usize = 3;
/// Dots from which a small drawing says something.
const SPARK_POINTS: usize = 4;

pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> IndexPage {
    // The update and the tip have notes of their own.
    let mut page_text = PageText::new(localizer);
    let new = portfolio.updates().next();
    let new = new.map(|one| update(portfolio, localizer, one));
    let first_tip = portfolio.live_tips().into_iter().next();
    let mut cards: Vec<GoalCard> = portfolio
        .open_goals()
        .map(|(goal, progress)| card(portfolio, &mut page_text, goal, progress))
        .collect();
    let more = cards.split_off(cards.len().min(FIRST_GOALS));
    let monday = localizer.pack.formats.month_day(portfolio.today.monday());
    let next = portfolio.next_meeting();
    let next = next.map(|(day, next)| meeting(&mut page_text, day, next));
    IndexPage {
        title: localizer.say("page-index"),
        name: localizer.name().to_owned(),
        week: localizer.say_with("week-of", args([("date", monday.into())])),
        goals: section(localizer, "doing", cards),
        more_goals: list(localizer, "more-goals", more),
        finished: portfolio
            .finished_goals()
            .next()
            .map(|_| localizer.say("page-finished")),
        coming: coming(portfolio, &mut page_text),
        about_changes: localizer.say("all-changes"),
        new_is_long: new.as_ref().is_some_and(is_long),
        new: section(localizer, "new", new),
        no_updates: localizer.say("no-updates"),
        all_updates: localizer.say("all-updates"),
        tonight: first_tip.map(|one| Section {
            label: tonight(localizer, one),
            body: tip(portfolio, localizer, one, false),
        }),
        all_tips: localizer.say("all-tips"),
        meet: section(localizer, "meet", next),
        no_meeting: localizer.say("meet-none"),
        call: section(localizer, "call", call(portfolio, localizer)),
        keep: section(localizer, "keep", keep(localizer)),
        student: student(portfolio, &mut page_text),
        note: page_text.note(),
    }
}

fn is_long(update: &UpdateView) -> bool {
    update.body.markdown.text.chars().count() > SHORT_UPDATE
}

/// Changes of the next weeks.
fn coming(portfolio: &Portfolio, page_text: &mut PageText) -> Option<Section<Vec<ComingChange>>> {
    let localizer = page_text.localizer;
    let changes = portfolio.coming_transitions().into_iter();
    let coming = changes.map(|change| ComingChange {
        id: change.date.to_string(),
        when: change::from_day(localizer, change.date),
        what: change::title(portfolio, localizer, change),
        how: change.to.model.map(|to| service::model(page_text, to)),
    });
    list(localizer, "change-coming", coming.collect())
}

fn card(
    portfolio: &Portfolio,
    page_text: &mut PageText,
    goal: &Goal,
    progress: &Progress,
) -> GoalCard {
    let title = page_text.everyday(&goal.title);
    let mut progress_text = ProgressText::new(portfolio, page_text, goal, progress);
    let points = progress
        .points()
        .map(|point| (day_number(point.date), point.value));
    let drawn = progress.points().count() >= SPARK_POINTS && !goal.measure.ordinal();
    GoalCard {
        id: goal.id.to_string(),
        title,
        status: dated_status(portfolio, progress_text.localizer, goal),
        sentence: progress_text.now(),
        hope: progress_text.card_goal(),
        spark_goal: (!progress_text.over).then_some(goal.target),
        spark: if drawn { points.collect() } else { Vec::new() },
    }
}

/// The heading of the one tip: "Tonight" only if its time is in the evening.
fn tonight(localizer: &Localizer, tip: &Tip) -> LocalizedText {
    let minutes = tip.minutes.filter(|_| tip.routine.of_an_evening());
    match minutes {
        Some(minutes) => {
            localizer.say_with("tonight", args([("minutes", Localizer::number(minutes))]))
        }
        None => localizer.say("tonight-any"),
    }
}

fn keep(localizer: &Localizer) -> Vec<LocalizedText> {
    let ways = ["keep-iphone", "keep-android", "keep-bookmark", "keep-show"];
    let mut lines: Vec<LocalizedText> = ways.iter().map(|id| localizer.say(id)).collect();
    let phone = localizer.telephone(&localizer.school.phone);
    lines.push(localizer.say_with("keep-private", args([("phone", phone)])));
    lines
}
