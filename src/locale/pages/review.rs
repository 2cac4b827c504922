use serde::Serialize;

use super::goal::{Decided, decided};
use super::index::{self, Call, StatusView};
use super::parts::progress_text::ProgressText;
use super::parts::words::{LinkTerms, Links, WordsView};
use super::updates::GoalLink;
use super::{Passage, Section, note, passage_of, section};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Decision, Participant, Review, ReviewKind};
use crate::progress::Portfolio;

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
    /// Said once when some of the page is not in the reader's language.
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
    /// How it stands, as the team wrote.
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
    /// Anybody may ask.
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
    /// The time it looks back on.
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
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<LocalizedText>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
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

pub(super) fn list(portfolio: &Portfolio, localizer: &Localizer) -> ReviewsPage {
    localizer.take_foreign();
    let reviews: Vec<ReviewLink> = portfolio
        .reviews()
        .map(|review| ReviewLink {
            id: review.date.to_string(),
            date: localizer.date(review.date),
            kind: kind(localizer, review),
            goals: verdicts(portfolio, localizer, review),
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
        note: note(localizer, localizer.take_foreign()),
    }
}

pub(super) fn pages(portfolio: &Portfolio, localizer: &Localizer) -> Vec<ReviewPage> {
    let reviews = portfolio.reviews();
    reviews
        .map(|review| page(portfolio, localizer, review))
        .collect()
}

fn page(portfolio: &Portfolio, localizer: &Localizer, review: &Review) -> ReviewPage {
    // Decisions and the text each say when they are not translated; a page that
    // is made of them says it once, at the top.
    let mut goals = decisions(portfolio, localizer, review);
    let mut body = body(localizer, review);
    let passages = body.iter_mut().filter_map(|body| body.body.note.take());
    let decided = goals.iter_mut().filter_map(|goal| goal.decided.note.take());
    let said = decided.chain(passages).last();
    localizer.take_foreign();
    let rows = verdicts(portfolio, localizer, review);
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
        present: present(localizer, review),
        next: next(portfolio, localizer),
        note: said.or_else(|| note(localizer, localizer.take_foreign())),
        words: None,
    }
}

fn body(localizer: &Localizer, review: &Review) -> Option<Section<Passage>> {
    if review.body.is_empty() {
        return None;
    }
    let passage = passage_of(localizer, &review.body, MachineTranslation::Binding);
    Some(section(localizer, "review-said", passage))
}

fn kind(localizer: &Localizer, review: &Review) -> LocalizedText {
    localizer.say(match review.kind {
        ReviewKind::Formal => "review-formal",
        ReviewKind::Brief => "review-brief",
    })
}

fn verdicts(portfolio: &Portfolio, localizer: &Localizer, review: &Review) -> Vec<Verdict> {
    let goals = portfolio.record.goals.iter();
    let verdict = |goal: &crate::model::Goal| {
        let decided = review.goals.get(&goal.id)?;
        Some(Verdict {
            goal: GoalLink {
                id: goal.id.to_string(),
                title: localizer.written(&goal.title, MachineTranslation::Everyday),
            },
            status: decided
                .status
                .map(|status| index::status_view(localizer, status)),
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
    goals.filter_map(verdict).collect()
}

fn decisions(portfolio: &Portfolio, localizer: &Localizer, review: &Review) -> Vec<GoalDecided> {
    let goals = portfolio.record.goals.iter().zip(&portfolio.progress);
    let decision = |(goal, progress)| {
        let goal: &crate::model::Goal = goal;
        let entry = review.goals.get(&goal.id)?;
        let progress_text = ProgressText::new(portfolio, localizer, goal, progress);
        let from = review.period.map(|(from, _)| from);
        Some(GoalDecided {
            goal: GoalLink {
                id: goal.id.to_string(),
                title: localizer.written(&goal.title, MachineTranslation::Everyday),
            },
            decided: decided(localizer, review.date, entry),
            numbers: progress_text.span(from, review.date),
        })
    };
    goals.filter_map(decision).collect()
}

fn present(localizer: &Localizer, review: &Review) -> Option<Section<Vec<LocalizedText>>> {
    let people = review.present.iter();
    let people = people.map(|one| localizer.begun(party(localizer, one)));
    super::list(localizer, "review-present", people.collect())
}

/// Who somebody is, in a word or two.
pub(super) fn party(localizer: &Localizer, party: &Participant) -> LocalizedText {
    let id = match party {
        Participant::Person(id) => {
            let person = localizer.school.staff.get(id);
            let name = person.map(|person| localizer.proper(&person.name));
            return LocalizedText::own(name.unwrap_or_default());
        }
        Participant::Other(text) => return localizer.written(text, MachineTranslation::Binding),
        Participant::Student => return LocalizedText::own(localizer.name()),
        Participant::Family => "party-family",
        Participant::Mother => "party-mother",
        Participant::Father => "party-father",
        Participant::Interpreter => "party-interpreter",
    };
    localizer.say(id)
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
        call: index::call(portfolio, localizer),
    }
}
