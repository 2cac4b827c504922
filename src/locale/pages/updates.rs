use serde::Serialize;

use super::parts::picture::{self, PictureView};
use super::parts::words::{LinkTerms, Links, WordsView};
use super::{Passage, passage};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::Update;
use crate::progress::Portfolio;

/// What happened, week by week.
#[derive(Debug, Clone, Serialize)]
pub struct UpdatesPage {
    /// The page's name.
    pub title: LocalizedText,
    /// The order they come in.
    pub lead: LocalizedText,
    /// Updates, newest first.
    pub updates: Vec<UpdateView>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl LinkTerms for UpdatesPage {
    fn link(&mut self, links: &mut Links) {
        self.updates.link(links);
    }
}

/// One update.
#[derive(Debug, Clone, Serialize)]
pub struct UpdateView {
    /// The day, for links.
    pub id: String,
    /// The day, spelled.
    pub date: String,
    /// Who wrote it.
    pub by: Option<String>,
    /// Who wrote it, and when.
    pub signed: LocalizedText,
    /// The words.
    pub body: Passage,
    /// Photos and pages of the student's own work.
    pub pictures: Vec<PictureView>,
    /// Goals it speaks of.
    pub goals: Vec<GoalLink>,
}

impl LinkTerms for UpdateView {
    fn link(&mut self, links: &mut Links) {
        self.body.link(links);
    }
}

/// The way to a goal.
#[derive(Debug, Clone, Serialize)]
pub struct GoalLink {
    /// The goal's folder.
    pub id: String,
    /// What it is called.
    pub title: LocalizedText,
}

pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> UpdatesPage {
    let updates: Vec<UpdateView> = portfolio
        .updates()
        .map(|update| view(portfolio, localizer, update))
        .collect();
    UpdatesPage {
        title: localizer.say("page-updates"),
        lead: localizer.say(if updates.is_empty() {
            "no-updates"
        } else {
            "updates-lead"
        }),
        updates,
        words: None,
    }
}

pub(super) fn view(portfolio: &Portfolio, localizer: &Localizer, update: &Update) -> UpdateView {
    let pictures = picture::views(localizer, &update.pictures);
    let body = passage(localizer, &update.body);
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
    let goals = portfolio
        .open_goals()
        .filter(|(goal, _)| update.goals.contains(&goal.id));
    let goals = goals.map(|(goal, _)| GoalLink {
        id: goal.id.to_string(),
        title: localizer.written(&goal.title, MachineTranslation::Everyday),
    });
    UpdateView {
        id: update.date.to_string(),
        date,
        // Alone on its line.
        by: by.map(|name| localizer.pack.formats.sentence(&name)),
        signed,
        body,
        pictures,
        goals: goals.collect(),
    }
}
