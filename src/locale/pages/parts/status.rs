//! The status of a goal, with the date of the review that set it.

use serde::Serialize;

use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, args};
use crate::model::{Goal, Status};
use crate::progress::Portfolio;

/// A goal's status: a word and a shape.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// Which shape.
    pub key: &'static str,
    /// The word.
    pub text: LocalizedText,
}

/// The status that the newest review recorded for `goal`, with the day of that
/// review. Returns `None` if no review recorded one.
pub(crate) fn dated_status(
    portfolio: &Portfolio,
    localizer: &Localizer,
    goal: &Goal,
) -> Option<StatusView> {
    let (day, review) = portfolio.review(goal)?;
    let StatusView { key, text } = status(localizer, review.status?);
    // One line holds the whole date.
    let date = localizer.day(day).replace(' ', "\u{a0}");
    let args = args([("date", date.into())]);
    let text = localizer.around_with("status-dated", "status", text, args);
    Some(StatusView { key, text })
}

pub(crate) fn status(localizer: &Localizer, status: Status) -> StatusView {
    let (key, id) = match status {
        Status::Met => ("met", "status-met"),
        Status::Ahead => ("ahead", "status-ahead"),
        Status::OnPath => ("on-path", "status-on-path"),
        Status::Changing => ("changing", "status-changing"),
        Status::Steady => ("steady", "status-steady"),
        Status::Early => ("early", "status-early"),
        Status::Paused => ("paused", "status-paused"),
    };
    StatusView {
        key,
        text: localizer.say(id),
    }
}
