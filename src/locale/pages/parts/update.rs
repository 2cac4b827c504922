//! A weekly update.

use serde::Serialize;

use super::goal_link::GoalLink;
use super::page_text::PageText;
use super::passage::{Passage, passage};
use super::picture::{self, PictureView};
use super::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, args};
use crate::model::Update;
use crate::progress::Portfolio;

/// One weekly update.
#[derive(Debug, Clone, Serialize)]
pub struct UpdateView {
    /// The day, for links.
    pub id: String,
    /// The day, spelled out.
    pub date: String,
    /// Who wrote it.
    pub by: Option<String>,
    /// Who wrote it, and when.
    pub signed: LocalizedText,
    /// The text.
    pub body: Passage,
    /// Photos and pages of the student's own work.
    pub pictures: Vec<PictureView>,
    /// The goals it is about.
    pub goals: Vec<GoalLink>,
}

impl LinkTerms for UpdateView {
    fn link(&mut self, links: &mut Links) {
        self.body.link(links);
    }
}

/// One update. Its text and its pictures have notes of their own.
pub(crate) fn update(portfolio: &Portfolio, localizer: &Localizer, update: &Update) -> UpdateView {
    let date = localizer.date(update.date);
    let who = update
        .by
        .as_ref()
        .and_then(|id| localizer.school.staff.get(id));
    let by = who.map(|person| localizer.proper(&person.name));
    let signed = match &by {
        Some(name) => localizer.sentence(
            "signed",
            args([("who", name.clone().into()), ("date", date.clone().into())]),
        ),
        None => LocalizedText::own(date.clone()),
    };
    // Titles are marked where they are not translated; no note is about them.
    let mut titles = PageText::new(localizer);
    let goals = portfolio
        .open_goals()
        .filter(|(goal, _)| update.goals.contains(&goal.id))
        .map(|(goal, _)| GoalLink::new(&mut titles, goal));
    UpdateView {
        id: update.date.to_string(),
        date,
        // Alone on its line.
        by: by.map(|name| localizer.pack.formats.sentence(&name)),
        signed,
        body: passage(localizer, &update.body),
        pictures: picture::views(localizer, &update.pictures),
        goals: goals.collect(),
    }
}
