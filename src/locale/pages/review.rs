//! The pages of reviews.

use serde::Serialize;

use super::parts::call::{Call, call};
use super::parts::decided::{Decided, decided};
use super::parts::goal_link::GoalLink;
use super::parts::page_text::PageText;
use super::parts::participant::participant;
use super::parts::passage::{Passage, passage_of};
use super::parts::progress_text::ProgressText;
use super::parts::section::{Section, list, section};
use super::parts::status::{StatusView, status};
use super::parts::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Decision, Goal, Review, ReviewKind};
use crate::progress::{Portfolio, Progress};

/// All reviews.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewsPage {
    /// The page's name.
    pub title: LocalizedText,
    /// The order they come in, or that there is none.
    pub lead: LocalizedText,
    /// The next one, and whom to ask.
    pub next: NextReview,
    /// Reviews, newest first.
    pub reviews: Vec<ReviewLink>,
    /// The note about translation, if one is needed.
    pub note: Option<LocalizedText>,
}

/// The way to a review.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewLink {
    /// Its folder.
    pub id: String,
    /// The day.
    pub date: String,
    /// What kind it is.
    pub kind: LocalizedText,
    /// Each goal with the decision in short.
    pub goals: Vec<Verdict>,
}

/// A decision in a few words.
#[derive(Debug, Clone, Serialize)]
pub struct Verdict {
    /// The goal.
    pub goal: GoalLink,
    /// The status the team recorded.
    pub status: Option<StatusView>,
    /// What was decided.
    pub decision: LocalizedText,
}

/// When the next review is.
#[derive(Debug, Clone, Serialize)]
pub struct NextReview {
    /// The heading.
    pub label: LocalizedText,
    /// The day, if there is one.
    pub when: LocalizedText,
    /// That anyone may ask for one.
    pub ask: LocalizedText,
    /// Whom to ask.
    pub call: Call,
}

/// One review.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewPage {
    /// Its folder.
    pub id: String,
    /// The page's name.
    pub title: LocalizedText,
    /// The period it covers.
    pub period: Option<LocalizedText>,
    /// The decisions in short, for the table.
    pub table: Option<VerdictTable>,
    /// The decisions in words.
    pub goals: Vec<GoalDecided>,
    /// What else was said.
    pub body: Option<Section<Passage>>,
    /// Who was there.
    pub present: Option<Section<Vec<LocalizedText>>>,
    /// The next review, and whom to ask.
    pub next: NextReview,
    /// The note about translation, if one is needed.
    pub note: Option<LocalizedText>,
}

impl LinkTerms for ReviewPage {
    fn link(&mut self, links: &mut Links) {
        for goal in &mut self.goals {
            goal.decided.link(links);
        }
        self.body.link(links);
    }
}

/// Decisions at a glance.
#[derive(Debug, Clone, Serialize)]
pub struct VerdictTable {
    /// "What we decided".
    pub label: LocalizedText,
    /// One row for each goal.
    pub rows: Vec<Verdict>,
}

/// What was decided about one goal, in words.
#[derive(Debug, Clone, Serialize)]
pub struct GoalDecided {
    /// The goal.
    pub goal: GoalLink,
    /// The decision and its reasons.
    pub decided: Decided,
    /// What the numbers were.
    pub numbers: Vec<LocalizedText>,
}

pub(super) fn list_page(portfolio: &Portfolio, localizer: &Localizer) -> ReviewsPage {
    let mut page_text = PageText::new(localizer);
    let reviews: Vec<ReviewLink> = portfolio
        .reviews()
        .map(|review| ReviewLink {
            id: review.date.to_string(),
            date: localizer.date(review.date),
            kind: kind(localizer, review),
            goals: verdicts(portfolio, &mut page_text, review),
        })
        .collect();
    let lead = if reviews.is_empty() {
        "reviews-none"
    } else {
        "reviews-lead"
    };
    ReviewsPage {
        title: localizer.say("page-reviews"),
        lead: localizer.say(lead),
        next: next(portfolio, localizer),
        reviews,
        note: page_text.note(),
    }
}

pub(super) fn pages(portfolio: &Portfolio, localizer: &Localizer) -> Vec<ReviewPage> {
    portfolio
        .reviews()
        .map(|review| page(portfolio, localizer, review))
        .collect()
}

fn page(portfolio: &Portfolio, localizer: &Localizer, review: &Review) -> ReviewPage {
    let mut page_text = PageText::new(localizer);
    let (goals, notes): (Vec<_>, Vec<_>) =
        decisions(portfolio, localizer, review).into_iter().unzip();
    let (body, body_note) = body(localizer, review).unzip();
    // The page has one note, at the top: about its text, or about its decisions.
    let note = body_note.flatten();
    let note = note.or_else(|| notes.into_iter().flatten().last());
    let rows = verdicts(portfolio, &mut page_text, review);
    let id = match review.kind {
        ReviewKind::Formal => "review-title",
        ReviewKind::Brief => "review-title-brief",
    };
    let date = localizer.date(review.date);
    let period = review.period.map(|(from, to)| {
        let (from, to) = (localizer.date(from), localizer.date(to));
        localizer.say_with(
            "review-period",
            args([("from", from.into()), ("to", to.into())]),
        )
    });
    let present = review
        .present
        .iter()
        .map(|one| localizer.capitalized(participant(&mut page_text, one)))
        .collect();
    ReviewPage {
        id: review.date.to_string(),
        title: localizer.say_with(id, args([("date", date.into())])),
        period,
        table: (!rows.is_empty()).then(|| VerdictTable {
            label: localizer.say("review-decided"),
            rows,
        }),
        goals,
        body,
        present: list(localizer, "review-present", present),
        next: next(portfolio, localizer),
        note: note.or_else(|| page_text.note()),
    }
}

/// The text of the review, and the note about its translation.
fn body(
    localizer: &Localizer,
    review: &Review,
) -> Option<(Section<Passage>, Option<LocalizedText>)> {
    if review.body.is_empty() {
        return None;
    }
    let Passage {
        markdown,
        note,
        original,
    } = passage_of(localizer, &review.body, MachineTranslation::Refused);
    let passage = Passage {
        markdown,
        original,
        note: None,
    };
    Some((section(localizer, "review-said", passage), note))
}

fn kind(localizer: &Localizer, review: &Review) -> LocalizedText {
    localizer.say(match review.kind {
        ReviewKind::Formal => "review-formal",
        ReviewKind::Brief => "review-brief",
    })
}

fn verdicts(portfolio: &Portfolio, page_text: &mut PageText, review: &Review) -> Vec<Verdict> {
    let localizer = page_text.localizer;
    let verdict = |goal: &Goal| {
        let decided = review.goals.get(&goal.id)?;
        Some(Verdict {
            goal: GoalLink::new(page_text, goal),
            status: decided.status.map(|one| status(localizer, one)),
            decision: localizer.say(match decided.decision {
                Decision::Continue => "verdict-continue",
                Decision::Adjust => "verdict-adjust",
                Decision::Raise => "verdict-raise",
                Decision::Transition => "verdict-transition",
                Decision::Met => "verdict-met",
                Decision::End => "verdict-end",
            }),
        })
    };
    portfolio.record.goals.iter().filter_map(verdict).collect()
}

/// The decisions, each with the note about its translation.
fn decisions(
    portfolio: &Portfolio,
    localizer: &Localizer,
    review: &Review,
) -> Vec<(GoalDecided, Option<LocalizedText>)> {
    // The note of the page is about the table, which has the same titles.
    let mut unnoted = PageText::new(localizer);
    let decision = |(goal, progress): (&Goal, &Progress)| {
        let entry = review.goals.get(&goal.id)?;
        let mut page_text = PageText::new(localizer);
        let from = review.period.map(|(from, _)| from);
        let decided = GoalDecided {
            goal: GoalLink::new(&mut unnoted, goal),
            decided: decided(&mut page_text, review.date, entry),
            numbers: ProgressText::new(portfolio, &mut unnoted, goal, progress)
                .span(from, review.date),
        };
        Some((decided, page_text.note()))
    };
    let goals = portfolio.record.goals.iter().zip(&portfolio.progress);
    goals.filter_map(decision).collect()
}

fn next(portfolio: &Portfolio, localizer: &Localizer) -> NextReview {
    let when = portfolio.next_review().map_or_else(
        || localizer.say("review-next-none"),
        |day| LocalizedText::own(localizer.date(day)),
    );
    NextReview {
        label: localizer.say("review-next"),
        when,
        ask: localizer.say("review-ask"),
        call: call(portfolio, localizer),
    }
}
