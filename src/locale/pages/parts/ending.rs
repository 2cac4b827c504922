//! How a goal ended.

use serde::Serialize;

use super::page_text::PageText;
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::args;
use crate::model::Goal;
use crate::progress::Portfolio;

/// How a goal ended.
#[derive(Debug, Clone, Serialize)]
pub struct Ending {
    /// When it ended, and whether it was met.
    pub when: LocalizedText,
    /// The result, in the team's words.
    pub outcome: LocalizedText,
}

/// How `goal` ended; `None` while the team works on it.
pub(crate) fn ending(
    portfolio: &Portfolio,
    page_text: &mut PageText,
    goal: &Goal,
) -> Option<Ending> {
    let localizer = page_text.localizer;
    let closed = goal
        .closed
        .as_ref()
        .filter(|end| end.on <= portfolio.today)?;
    let id = if portfolio.met(goal) {
        "finished-met"
    } else {
        "finished-on"
    };
    let date = localizer.date(closed.on);
    Some(Ending {
        when: localizer.say_with(id, args([("date", date.into())])),
        outcome: page_text.binding(&closed.outcome),
    })
}
