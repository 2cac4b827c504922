//! What a review decided about one goal.

use serde::Serialize;

use super::page_text::PageText;
use super::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::args;
use crate::model::{Date, Decision, GoalReview};

/// What a review decided about a goal.
#[derive(Debug, Clone, Serialize)]
pub struct Decided {
    /// "Our decision".
    pub label: LocalizedText,
    /// The decision.
    pub decision: LocalizedText,
    /// Why, and what comes next.
    pub lines: Vec<LocalizedText>,
    /// The day of the review, in a sentence.
    pub date: LocalizedText,
    /// The review's folder.
    pub review: String,
}

impl LinkTerms for Decided {
    fn link(&mut self, links: &mut Links) {
        self.lines.link(links);
    }
}

/// The decision of the review on `date`.
pub(crate) fn decided(page_text: &mut PageText, date: Date, review: &GoalReview) -> Decided {
    let localizer = page_text.localizer;
    let decision = match review.decision {
        Decision::Continue => "decision-continue",
        Decision::Adjust => "decision-adjust",
        Decision::Raise => "decision-raise",
        Decision::Transition => "decision-transition",
        Decision::Met => "decision-met",
        Decision::End => "decision-end",
    };
    let why = review.why.as_ref().map(|text| page_text.binding(text));
    let change = review.what_changes.as_ref().map(|text| {
        let what = page_text.binding(text);
        let Some(from) = review.from else { return what };
        let args = args([("date", localizer.date(from).into())]);
        localizer.around_with("decision-from", "what", what, args)
    });
    let next = review.next.as_ref().map(|text| {
        let what = page_text.binding(text);
        localizer.around("decision-next", "what", what)
    });
    Decided {
        label: localizer.say("goal-decision"),
        decision: localizer.say(decision),
        lines: [why, change, next].into_iter().flatten().collect(),
        review: date.to_string(),
        date: localizer.say_with("decided", args([("date", localizer.date(date).into())])),
    }
}
