use serde::Serialize;

use super::super::localized_text::Phrase;
use super::super::localizer::{Speaker, Weight, args};
use super::goal::{Decided, decided};
use super::index::{self, Call, StatusView};
use super::progress_text::Teller;
use super::updates::GoalLink;
use super::words::{Links, Running, WordsView};
use super::{Passage, Section, note, passage_of, section};
use crate::model::{Decision, Party, Review, ReviewKind};
use crate::progress::Portfolio;

/// All reviews.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewsPage {
    /// The page's name.
    pub title: Phrase,
    /// The order they come in, or that there is none.
    pub lead: Phrase,
    /// The next one, and whom to ask.
    pub next: NextReview,
    /// Reviews, newest first.
    pub reviews: Vec<ReviewLink>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<Phrase>,
}

/// The way to a review.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewLink {
    /// Its folder.
    pub id: String,
    /// The day.
    pub date: String,
    /// What kind it is.
    pub kind: Phrase,
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
    pub decision: Phrase,
}

/// When the next review is.
#[derive(Debug, Clone, Serialize)]
pub struct NextReview {
    /// The heading.
    pub label: Phrase,
    /// The day, if there is one.
    pub when: Phrase,
    /// Anybody may ask.
    pub ask: Phrase,
    /// Whom to ask.
    pub call: Call,
}

/// One review.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewPage {
    /// Its folder.
    pub id: String,
    /// The page's name.
    pub title: Phrase,
    /// The time it looks back on.
    pub period: Option<Phrase>,
    /// The decisions in short, for the table.
    pub table: Option<VerdictTable>,
    /// The decisions in words.
    pub goals: Vec<GoalDecided>,
    /// What else was said.
    pub body: Option<Section<Passage>>,
    /// Who was there.
    pub present: Option<Section<Vec<Phrase>>>,
    /// The next review, and whom to ask.
    pub next: NextReview,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<Phrase>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl Running for ReviewPage {
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
    pub label: Phrase,
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
    pub numbers: Vec<Phrase>,
}

pub(super) fn list(portfolio: &Portfolio, speaker: &Speaker) -> ReviewsPage {
    speaker.take_foreign();
    let reviews: Vec<ReviewLink> = portfolio
        .reviews()
        .map(|review| ReviewLink {
            id: review.date.to_string(),
            date: speaker.date(review.date),
            kind: kind(speaker, review),
            goals: verdicts(portfolio, speaker, review),
        })
        .collect();
    let lead = if reviews.is_empty() {
        "reviews-none"
    } else {
        "reviews-lead"
    };
    ReviewsPage {
        title: speaker.say("page-reviews"),
        lead: speaker.say(lead),
        next: next(portfolio, speaker),
        reviews,
        note: note(speaker, speaker.take_foreign()),
    }
}

pub(super) fn pages(portfolio: &Portfolio, speaker: &Speaker) -> Vec<ReviewPage> {
    let reviews = portfolio.reviews();
    reviews
        .map(|review| page(portfolio, speaker, review))
        .collect()
}

fn page(portfolio: &Portfolio, speaker: &Speaker, review: &Review) -> ReviewPage {
    // Decisions and the text each say when they are not translated; a page that
    // is made of them says it once, at the top.
    let mut goals = decisions(portfolio, speaker, review);
    let mut body = body(speaker, review);
    let passages = body.iter_mut().filter_map(|body| body.body.note.take());
    let decided = goals.iter_mut().filter_map(|goal| goal.decided.note.take());
    let said = decided.chain(passages).last();
    speaker.take_foreign();
    let rows = verdicts(portfolio, speaker, review);
    let id = match review.kind {
        ReviewKind::Formal => "review-title",
        ReviewKind::Brief => "review-title-brief",
    };
    let date = speaker.date(review.date);
    let period = review.period.map(|(from, to)| {
        let (from, to) = (speaker.date(from), speaker.date(to));
        speaker.say_with(
            "review-period",
            args([("from", from.into()), ("to", to.into())]),
        )
    });
    ReviewPage {
        id: review.date.to_string(),
        title: speaker.say_with(id, args([("date", date.into())])),
        period,
        table: (!rows.is_empty()).then(|| VerdictTable {
            label: speaker.say("review-decided"),
            rows,
        }),
        goals,
        body,
        present: present(speaker, review),
        next: next(portfolio, speaker),
        note: said.or_else(|| note(speaker, speaker.take_foreign())),
        words: None,
    }
}

fn body(speaker: &Speaker, review: &Review) -> Option<Section<Passage>> {
    if review.body.is_empty() {
        return None;
    }
    let passage = passage_of(speaker, &review.body, Weight::Binding);
    Some(section(speaker, "review-said", passage))
}

fn kind(speaker: &Speaker, review: &Review) -> Phrase {
    speaker.say(match review.kind {
        ReviewKind::Formal => "review-formal",
        ReviewKind::Brief => "review-brief",
    })
}

fn verdicts(portfolio: &Portfolio, speaker: &Speaker, review: &Review) -> Vec<Verdict> {
    let goals = portfolio.record.goals.iter();
    let verdict = |goal: &crate::model::Goal| {
        let decided = review.goals.get(&goal.id)?;
        Some(Verdict {
            goal: GoalLink {
                id: goal.id.to_string(),
                title: speaker.written(&goal.title, Weight::Everyday),
            },
            status: decided
                .status
                .map(|status| index::status_view(speaker, status)),
            decision: speaker.say(match decided.decision {
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

fn decisions(portfolio: &Portfolio, speaker: &Speaker, review: &Review) -> Vec<GoalDecided> {
    let goals = portfolio.record.goals.iter().zip(&portfolio.progress);
    let decision = |(goal, progress)| {
        let goal: &crate::model::Goal = goal;
        let entry = review.goals.get(&goal.id)?;
        let teller = Teller::new(portfolio, speaker, goal, progress);
        let from = review.period.map(|(from, _)| from);
        Some(GoalDecided {
            goal: GoalLink {
                id: goal.id.to_string(),
                title: speaker.written(&goal.title, Weight::Everyday),
            },
            decided: decided(speaker, review.date, entry),
            numbers: teller.span(from, review.date),
        })
    };
    goals.filter_map(decision).collect()
}

fn present(speaker: &Speaker, review: &Review) -> Option<Section<Vec<Phrase>>> {
    let people = review.present.iter();
    let people = people.map(|one| speaker.begun(party(speaker, one)));
    super::list(speaker, "review-present", people.collect())
}

/// Who somebody is, in a word or two.
pub(super) fn party(speaker: &Speaker, party: &Party) -> Phrase {
    let id = match party {
        Party::Person(id) => {
            let person = speaker.school.staff.get(id);
            let name = person.map(|person| speaker.proper(&person.name));
            return Phrase::own(name.unwrap_or_default());
        }
        Party::Other(text) => return speaker.written(text, Weight::Binding),
        Party::Student => return Phrase::own(speaker.name()),
        Party::Family => "party-family",
        Party::Mother => "party-mother",
        Party::Father => "party-father",
        Party::Interpreter => "party-interpreter",
    };
    speaker.say(id)
}

fn next(portfolio: &Portfolio, speaker: &Speaker) -> NextReview {
    let when = portfolio.next_review().map_or_else(
        || speaker.say("review-next-none"),
        |day| Phrase::own(speaker.date(day)),
    );
    NextReview {
        label: speaker.say("review-next"),
        when,
        ask: speaker.say("review-ask"),
        call: index::call(portfolio, speaker),
    }
}
