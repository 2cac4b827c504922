//! The page of one goal; `agreement.rs` has what surrounds the goal, such as its
//! wording in the IEP.

mod agreement;

use serde::Serialize;

use self::agreement::{Iep, Keeping};
use super::parts::decided::{Decided, decided};
use super::parts::ending::{Ending, ending};
use super::parts::numbers::{self, NumbersView};
use super::parts::page_text::PageText;
use super::parts::passage::{Passage, passage};
use super::parts::picture::{self, PictureView};
use super::parts::progress_text::ProgressText;
use super::parts::section::{Section, list, section};
use super::parts::service;
use super::parts::status::{StatusView, dated_status};
use super::parts::tip::{TipView, tip};
use super::parts::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Goal, Service, Text};
use crate::progress::{ChangeCause, PhaseChange, Portfolio, Progress};

/// The page of one goal.
#[derive(Debug, Clone, Serialize)]
pub struct GoalPage {
    /// The goal's folder.
    pub id: String,
    /// The skill in plain words.
    pub title: LocalizedText,
    /// The status the team recorded.
    pub status: Option<StatusView>,
    /// How it ended, when it has.
    pub end: Option<Ending>,
    /// Why it matters.
    pub why: Option<Section<LocalizedText>>,
    /// What this kind of goal is about: a question and its answer.
    pub explainer: Option<Section<Passage>>,
    /// What is hoped for, and when it counts as met.
    pub what: Option<Section<Vec<LocalizedText>>>,
    /// Where it helps in life.
    pub where_used: Option<Section<Vec<LocalizedText>>>,
    /// Where the student is now.
    pub numbers: NumbersView,
    /// How it is checked.
    pub how_checked: Option<Section<LocalizedText>>,
    /// Services that work on it.
    pub helps: Option<Section<Vec<LocalizedText>>>,
    /// Changes of plan, newest first.
    pub changed: Option<Section<Vec<LocalizedText>>>,
    /// What the team decided.
    pub decision: Option<Decision>,
    /// More about the goal.
    pub more: Option<Section<Passage>>,
    /// Pages of the student's own work.
    pub work: Option<Section<Vec<PictureView>>>,
    /// Tips for home.
    pub tips: Option<Section<Vec<TipView>>>,
    /// How it is made sure that the skill stays.
    pub keeping: Option<Section<Keeping>>,
    /// What is expected of most children of the class.
    pub benchmarks: Option<Section<Vec<LocalizedText>>>,
    /// The goal in the IEP.
    pub iep: Option<Iep>,
    /// When it was agreed, and who works on it.
    pub footing: Vec<LocalizedText>,
    /// The note about translation, if one is needed.
    pub note: Option<LocalizedText>,
}

impl LinkTerms for GoalPage {
    fn link(&mut self, links: &mut Links) {
        self.why.link(links);
        self.explainer.link(links);
        self.what.link(links);
        self.how_checked.link(links);
        self.helps.link(links);
        self.changed.link(links);
        self.decision.link(links);
        self.keeping.link(links);
        self.where_used.link(links);
        self.more.link(links);
        self.tips.link(links);
        self.iep.link(links);
    }
}

/// What the team decided last, with the note about its translation.
#[derive(Debug, Clone, Serialize)]
pub struct Decision {
    /// The decision.
    #[serde(flatten)]
    pub decided: Decided,
    /// The note, if one is needed.
    pub note: Option<LocalizedText>,
}

impl LinkTerms for Decision {
    fn link(&mut self, links: &mut Links) {
        self.decided.link(links);
    }
}

pub(super) fn pages(portfolio: &Portfolio, localizer: &Localizer) -> Vec<GoalPage> {
    portfolio
        .open_goals()
        .chain(portfolio.finished_goals())
        .map(|(goal, progress)| page(portfolio, localizer, goal, progress))
        .collect()
}

fn page(
    portfolio: &Portfolio,
    localizer: &Localizer,
    goal: &Goal,
    progress: &Progress,
) -> GoalPage {
    // Passages, pictures, tips and the decision have notes of their own.
    let mut page_text = PageText::new(localizer);
    let where_used = goal.where_used.iter();
    let where_used = where_used.map(|text| page_text.everyday(text)).collect();
    let title = page_text.everyday(&goal.title);
    let why = line(&mut page_text, "goal-why", goal.why.as_ref());
    let how_checked = line(
        &mut page_text,
        "goal-how-checked",
        goal.how_checked.as_ref(),
    );
    let helps = helps(portfolio, &mut page_text, goal);
    let changed = changes(&mut page_text, progress);
    let end = ending(portfolio, &mut page_text, goal);
    let mut progress_text = ProgressText::new(portfolio, &mut page_text, goal, progress);
    GoalPage {
        id: goal.id.to_string(),
        title,
        status: dated_status(portfolio, localizer, goal),
        end,
        why,
        explainer: explainer(localizer, goal),
        what: list(localizer, "goal-what", what(&mut progress_text)),
        where_used: list(localizer, "goal-where-used", where_used),
        numbers: numbers::view(&mut progress_text),
        how_checked,
        helps: list(localizer, "goal-helps", helps),
        changed: list(localizer, "goal-changed", changed),
        decision: portfolio.review(goal).map(|(date, review)| {
            let mut page_text = PageText::new(localizer);
            Decision {
                decided: decided(&mut page_text, date, review),
                note: page_text.note(),
            }
        }),
        more: goal
            .more
            .as_ref()
            .map(|text| section(localizer, "goal-more", passage(localizer, text))),
        work: list(
            localizer,
            "goal-work",
            picture::views(localizer, &goal.work),
        ),
        tips: list(localizer, "goal-home", tips(portfolio, localizer, goal)),
        keeping: agreement::keeping(portfolio, &mut progress_text),
        benchmarks: agreement::benchmarks(&mut progress_text),
        iep: agreement::iep(&mut page_text, goal),
        footing: agreement::footing(&mut page_text, goal),
        note: page_text.note(),
    }
}

fn line(
    page_text: &mut PageText,
    label: &str,
    text: Option<&Text>,
) -> Option<Section<LocalizedText>> {
    let text = page_text.everyday(text?);
    Some(section(page_text.localizer, label, text))
}

/// What the student will do, when the goal counts as met, and to which part of
/// the class's work it belongs.
fn what(progress_text: &mut ProgressText) -> Vec<LocalizedText> {
    let goal = progress_text.goal;
    let own = goal.what.as_ref();
    let own = own.map(|text| progress_text.page_text.everyday(text));
    let mastery = progress_text.mastery();
    let standard = agreement::standard(progress_text.page_text, goal);
    [own, mastery, standard].into_iter().flatten().collect()
}

fn explainer(localizer: &Localizer, goal: &Goal) -> Option<Section<Passage>> {
    let explainers = &localizer.school.library.explainers;
    let explainer = explainers.get(goal.explainer.as_ref()?)?;
    let title = localizer.written(&explainer.title, MachineTranslation::Labeled);
    Some(Section {
        label: localizer.around("explainer", "title", title.text),
        // Its note speaks for the title as well.
        body: passage(localizer, &explainer.body),
    })
}

fn tips(portfolio: &Portfolio, localizer: &Localizer, goal: &Goal) -> Vec<TipView> {
    portfolio
        .live_tips()
        .into_iter()
        .filter(|one| goal.tips.contains(&one.id))
        .map(|one| tip(portfolio, localizer, one, false))
        .collect()
}

/// Who helps with the goal, a line each, and how much time there is for it.
fn helps(portfolio: &Portfolio, page_text: &mut PageText, goal: &Goal) -> Vec<LocalizedText> {
    let localizer = page_text.localizer;
    let mut lines: Vec<LocalizedText> = portfolio
        .services()
        .filter(|service| service.goals.contains(&goal.id))
        .filter_map(|service| help(page_text, service))
        .collect();
    lines.extend(portfolio.minutes_for(goal).map(|minutes| {
        let args = args([("minutes", f64::from(minutes).into())]);
        localizer.say_with("goal-minutes", args)
    }));
    lines
}

fn help(page_text: &mut PageText, service: &Service) -> Option<LocalizedText> {
    if let Some(looks) = &service.looks_like {
        return Some(page_text.binding(looks));
    }
    let localizer = page_text.localizer;
    let who = service::names(localizer, &service.who())?;
    let what = service::model(page_text, service.model).text;
    let args = args([("who", who.into()), ("what", what.into())]);
    Some(localizer.sentence("service-line", args))
}

/// Changes of plan up to today, the newest first, each with its reason.
fn changes(page_text: &mut PageText, progress: &Progress) -> Vec<LocalizedText> {
    let mut lines = Vec::new();
    for change in progress.changes.iter().rev() {
        lines.extend(changed(page_text, change));
        lines.extend(change.why.as_ref().map(|why| page_text.binding(why)));
    }
    lines
}

/// The plan before and after a change; `None` if the new plan has no words.
fn changed(page_text: &mut PageText, change: &PhaseChange) -> Option<LocalizedText> {
    let localizer = page_text.localizer;
    let (from, to) = match &change.cause {
        ChangeCause::Words { from, to } => {
            let mut words = |text: &Option<Text>| text.as_ref().map(|text| page_text.binding(text));
            (words(from), words(to))
        }
        ChangeCause::Setting { from, to } => {
            let mut named = |model: &Option<_>| model.map(|model| service::model(page_text, model));
            (named(from), named(to))
        }
    };
    let mut args = args([("date", localizer.date(change.date).into())]);
    let id = match from.filter(|from| from.mark.is_none()) {
        Some(from) => {
            args.set("from", from.text);
            "change-from-to"
        }
        None => "change",
    };
    Some(localizer.around_with(id, "to", to?, args))
}
