//! What staff hand on when one student moves. It goes to colleagues and is part
//! of no family's site.

use serde::Serialize;

use super::parts::change::{ChangeView, change};
use super::parts::chart_key::KeyItem;
use super::parts::decided::{Decided, decided};
use super::parts::fact::Fact;
use super::parts::grid::Parts;
use super::parts::numbers::{self, Table};
use super::parts::page_text::PageText;
use super::parts::participant::participant;
use super::parts::progress_text::ProgressText;
use super::parts::section::{Section, list};
use super::parts::status::{StatusView, dated_status};
use super::parts::student::{strengths, voice};
use super::{SupportPage, TeamPage};
use crate::chart::Chart;
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, args};
use crate::model::{Goal, Notification, OpenItem, Transition};
use crate::progress::{Portfolio, Progress};

/// One student's work, for those who take over.
#[derive(Debug, Clone, Serialize)]
pub struct HandoffPage {
    /// The language's tag.
    pub lang: String,
    /// The school.
    pub school: String,
    /// What this is, with the student's full name.
    pub title: LocalizedText,
    /// When it was made.
    pub made: LocalizedText,
    /// Whom it is for.
    pub private: LocalizedText,
    /// Grade, class, languages.
    pub facts: Vec<Fact>,
    /// What the student does well.
    pub strengths: Option<Section<Vec<LocalizedText>>>,
    /// The student's own words.
    pub voice: Option<Section<LocalizedText>>,
    /// Changes that come, and those not long back.
    pub changes: Option<Section<Vec<HandoffChange>>>,
    /// Open goals, most important first.
    pub goals: Option<Section<Vec<HandoffGoal>>>,
    /// Services and supports.
    pub support: SupportPage,
    /// Whom to ask.
    pub team: TeamPage,
}

/// One goal and its current numbers.
#[derive(Debug, Clone, Serialize)]
pub struct HandoffGoal {
    /// The goal's folder, for its chart.
    pub id: String,
    /// The skill.
    pub title: LocalizedText,
    /// The status the team recorded.
    pub status: Option<StatusView>,
    /// Where the student is, where it began, what is hoped for.
    pub numbers: Vec<LocalizedText>,
    /// What the value axis counts.
    pub axis: LocalizedText,
    /// The chart, once there is something to draw.
    #[serde(skip)]
    pub chart: Option<Chart>,
    /// What the shapes on the chart mean, if that is not obvious.
    pub key: Vec<KeyItem>,
    /// Levels, steps or items, where the measure has them.
    pub parts: Option<Parts>,
    /// Every check.
    pub table: Option<Table>,
    /// How it is checked.
    pub how_checked: Option<LocalizedText>,
    /// What the team decided last.
    pub decision: Option<Decided>,
}

/// One change with everything that is handed on.
#[derive(Debug, Clone, Serialize)]
pub struct HandoffChange {
    /// What families read about it.
    pub change: ChangeView,
    /// What is still to be done.
    pub open: Option<Section<Vec<LocalizedText>>>,
    /// Who was notified.
    pub told: Option<ToldTable>,
}

/// Who was notified, when and how.
#[derive(Debug, Clone, Serialize)]
pub struct ToldTable {
    /// The heading.
    pub label: LocalizedText,
    /// Headings of the columns: who, when, how.
    pub columns: [LocalizedText; 3],
    /// One row for each.
    pub rows: Vec<ToldRow>,
}

/// One notification.
#[derive(Debug, Clone, Serialize)]
pub struct ToldRow {
    /// Who.
    pub who: LocalizedText,
    /// When.
    pub when: Option<String>,
    /// How.
    pub how: Option<LocalizedText>,
}

/// The page, made with the finished pages `support` and `team`. It is in the
/// school's own language, so its text has no translation gaps.
pub(super) fn page(
    portfolio: &Portfolio,
    localizer: &Localizer,
    support: SupportPage,
    team: TeamPage,
) -> HandoffPage {
    let mut page_text = PageText::new(localizer);
    let name = localizer.proper(&portfolio.record.student.name);
    let today = localizer.date(portfolio.today.date());
    let goals = portfolio
        .open_goals()
        .map(|(goal, progress)| one_goal(portfolio, &mut page_text, goal, progress))
        .collect();
    let changes = portfolio
        .transitions_now()
        .into_iter()
        .map(|change| one_change(portfolio, &mut page_text, change))
        .collect();
    HandoffPage {
        lang: localizer.pack.lang.to_string(),
        school: localizer.proper(&localizer.school.name),
        title: localizer.say_with("handoff-title", args([("student", name.into())])),
        made: localizer.say_with("handoff-made", args([("date", today.into())])),
        private: localizer.say("handoff-private"),
        facts: facts(portfolio, &mut page_text),
        strengths: strengths(portfolio, &mut page_text),
        voice: voice(portfolio, &mut page_text),
        changes: list(localizer, "page-changes", changes),
        goals: list(localizer, "handoff-goals", goals),
        support,
        team,
    }
}

fn facts(portfolio: &Portfolio, page_text: &mut PageText) -> Vec<Fact> {
    let localizer = page_text.localizer;
    let student = &portfolio.record.student;
    let languages: Vec<String> = student
        .home_languages
        .iter()
        .map(|lang| localizer.language_name(lang))
        .collect();
    let languages = LocalizedText::own(localizer.pack.formats.list(&languages));
    let grade = student.grade.as_ref();
    let class = student.class.as_ref();
    let interpreter = student
        .interpreter
        .then(|| localizer.say("handoff-interpreter"));
    let facts = [
        (
            "handoff-grade",
            grade.map(|grade| LocalizedText::own(grade.as_str())),
        ),
        (
            "handoff-class",
            class.map(|class| page_text.everyday(class)),
        ),
        ("handoff-languages", Some(languages)),
        ("handoff-family", interpreter),
    ];
    facts
        .into_iter()
        .filter_map(|(label, text)| {
            Some(Fact {
                label: localizer.say(label),
                lines: vec![text?],
            })
        })
        .collect()
}

fn one_goal(
    portfolio: &Portfolio,
    page_text: &mut PageText,
    goal: &Goal,
    progress: &Progress,
) -> HandoffGoal {
    let title = page_text.everyday(&goal.title);
    let how_checked = goal.how_checked.as_ref();
    let how_checked = how_checked.map(|how| page_text.everyday(how));
    let decision = portfolio.review(goal);
    let decision = decision.map(|(date, review)| decided(page_text, date, review));
    let mut progress_text = ProgressText::new(portfolio, page_text, goal, progress);
    let numbers = numbers::view(&mut progress_text);
    HandoffGoal {
        id: goal.id.to_string(),
        title,
        status: dated_status(portfolio, progress_text.localizer, goal),
        numbers: numbers
            .caption
            .into_iter()
            .chain(progress_text.mastery())
            .collect(),
        axis: numbers.axis,
        chart: numbers.chart,
        key: numbers.key,
        parts: numbers.parts,
        table: numbers.table,
        how_checked,
        decision,
    }
}

fn one_change(
    portfolio: &Portfolio,
    page_text: &mut PageText,
    transition: &Transition,
) -> HandoffChange {
    let localizer = page_text.localizer;
    let open = transition.open_items().into_iter().map(|item| {
        localizer.say(match item {
            OpenItem::Goals => "open-goals",
            OpenItem::Family => "open-family",
            OpenItem::Receiving => "open-receiving",
            OpenItem::Steps => "open-steps",
            OpenItem::Done => "open-done",
        })
    });
    HandoffChange {
        // The table lists who was notified.
        change: change(portfolio, page_text, transition, true),
        open: list(localizer, "handoff-to-do", open.collect()),
        told: told(page_text, &transition.handoff.told),
    }
}

fn told(page_text: &mut PageText, told: &[Notification]) -> Option<ToldTable> {
    let localizer = page_text.localizer;
    let rows = told.iter().map(|one| ToldRow {
        who: participant(page_text, &one.who),
        when: one.when.map(|day| localizer.date(day)),
        how: one.how.as_ref().map(|how| page_text.binding(how)),
    });
    (!told.is_empty()).then(|| ToldTable {
        rows: rows.collect(),
        label: localizer.say("handoff-told"),
        columns: ["told-who", "told-when", "told-how"].map(|id| localizer.say(id)),
    })
}
