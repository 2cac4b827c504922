//! A link to a goal's page.

use serde::Serialize;

use super::page_text::PageText;
use crate::locale::localized_text::LocalizedText;
use crate::model::Goal;

/// A link to the page of a goal.
#[derive(Debug, Clone, Serialize)]
pub struct GoalLink {
    /// The goal's folder.
    pub id: String,
    /// The goal's title.
    pub title: LocalizedText,
}

impl GoalLink {
    pub(crate) fn new(page_text: &mut PageText, goal: &Goal) -> Self {
        Self {
            id: goal.id.to_string(),
            title: page_text.everyday(&goal.title),
        }
    }
}
