//! What staff hand on when one student moves. It goes to colleagues and is part
//! of no family's site.

use serde::Serialize;

use super::super::localized_text::Phrase;
use super::super::localizer::{Speaker, Weight, args};
use super::change::{self, ChangeView};
use super::chart_key::KeyItem;
use super::goal::{Decided, decided};
use super::grid::Parts;
use super::index::{self, StatusView};
use super::numbers::{self, ChartView, Table};
use super::progress_text::Teller;
use super::review::party;
use super::support::{self, Fact, SupportPage};
use super::team::{self, TeamPage};
use super::{Section, list};
use crate::model::{Goal, OpenItem, Text, Told, Transition};
use crate::progress::{Portfolio, Progress};

/// One student's work, for those who take over.
#[derive(Debug, Clone, Serialize)]
pub struct HandoffPage {
    /// The language's tag.
    pub lang: String,
    /// The school.
    pub school: String,
    /// What this is, with the student's whole name.
    pub title: Phrase,
    /// When it was made.
    pub made: Phrase,
    /// Whom it is for.
    pub private: Phrase,
    /// Grade, class, languages.
    pub facts: Vec<Fact>,
    /// What the student does well.
    pub strengths: Option<Section<Vec<Phrase>>>,
    /// The student's own words.
    pub voice: Option<Section<Phrase>>,
    /// Changes that come, and those not long back.
    pub changes: Option<Section<Vec<HandoffChange>>>,
    /// Open goals, most important first.
    pub goals: Option<Section<Vec<HandoffGoal>>>,
    /// Services and supports.
    pub support: SupportPage,
    /// Whom to ask.
    pub team: TeamPage,
}

/// One goal as it stands.
#[derive(Debug, Clone, Serialize)]
pub struct HandoffGoal {
    /// Its own, for its chart.
    pub id: String,
    /// The skill.
    pub title: Phrase,
    /// The status the team recorded.
    pub status: Option<StatusView>,
    /// Where the student is, where it began, what is hoped for.
    pub numbers: Vec<Phrase>,
    /// What the value axis counts.
    pub axis: Phrase,
    /// The chart, once there is something to draw.
    #[serde(skip)]
    pub chart: Option<ChartView>,
    /// What the shapes on the chart stand for, where that is not plain.
    pub key: Vec<KeyItem>,
    /// Levels, steps or items, where the measure has them.
    pub parts: Option<Parts>,
    /// Every check.
    pub table: Option<Table>,
    /// How it is checked.
    pub how_checked: Option<Phrase>,
    /// What the team decided last.
    pub decision: Option<Decided>,
}

/// One change with everything that is handed on.
#[derive(Debug, Clone, Serialize)]
pub struct HandoffChange {
    /// What families read of it.
    pub change: ChangeView,
    /// What is still to be done.
    pub open: Option<Section<Vec<Phrase>>>,
    /// Who was told.
    pub told: Option<ToldTable>,
}

/// Who was told, when and how.
#[derive(Debug, Clone, Serialize)]
pub struct ToldTable {
    /// The heading.
    pub label: Phrase,
    /// Headings of the columns: who, when, how.
    pub columns: [Phrase; 3],
    /// One row for each.
    pub rows: Vec<ToldRow>,
}

/// Somebody who was told.
#[derive(Debug, Clone, Serialize)]
pub struct ToldRow {
    /// Who.
    pub who: Phrase,
    /// When.
    pub when: Option<String>,
    /// How.
    pub how: Option<Phrase>,
}

pub(super) fn page(portfolio: &Portfolio, speaker: &Speaker) -> HandoffPage {
    let student = &portfolio.record.student;
    let words = |text: &Text| speaker.written(text, Weight::Everyday);
    let name = speaker.proper(&student.name);
    let today = speaker.date(portfolio.today());
    let goals = portfolio.open_goals();
    let goals = goals.map(|(goal, progress)| one_goal(portfolio, speaker, goal, progress));
    let changes = portfolio.transitions_now().into_iter();
    let changes = changes.map(|change| one_change(portfolio, speaker, change));
    HandoffPage {
        lang: speaker.pack.lang.to_string(),
        school: speaker.proper(&speaker.school.name),
        title: speaker.say_with("handoff-title", args([("student", name.into())])),
        made: speaker.say_with("handoff-made", args([("date", today.into())])),
        private: speaker.say("handoff-private"),
        facts: facts(portfolio, speaker),
        strengths: list(
            speaker,
            "doing-well",
            student.strengths.iter().map(words).collect(),
        ),
        voice: index::voice(portfolio, speaker),
        changes: list(speaker, "page-changes", changes.collect()),
        goals: list(speaker, "handoff-goals", goals.collect()),
        support: support::page(portfolio, speaker),
        team: team::page(portfolio, speaker),
    }
}

fn facts(portfolio: &Portfolio, speaker: &Speaker) -> Vec<Fact> {
    let student = &portfolio.record.student;
    let languages = student.home_languages.iter();
    let languages: Vec<String> = languages.map(|lang| speaker.language_name(lang)).collect();
    let fact = |label: &str, text: Phrase| Fact {
        label: speaker.say(label),
        lines: vec![text],
    };
    let grade = student.grade.as_ref();
    let class = student.class.as_ref();
    let interpreter = student
        .interpreter
        .then(|| speaker.say("handoff-interpreter"));
    [
        grade.map(|grade| fact("handoff-grade", Phrase::own(grade.as_str()))),
        class.map(|class| fact("handoff-class", speaker.written(class, Weight::Everyday))),
        Some(fact(
            "handoff-languages",
            Phrase::own(speaker.pack.formats.list(&languages)),
        )),
        interpreter.map(|words| fact("handoff-family", words)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn one_goal(
    portfolio: &Portfolio,
    speaker: &Speaker,
    goal: &Goal,
    progress: &Progress,
) -> HandoffGoal {
    let teller = Teller::new(portfolio, speaker, goal, progress);
    let how = goal.how_checked.as_ref();
    let decision = portfolio.review(goal);
    let numbers = numbers::view(&teller);
    HandoffGoal {
        id: goal.id.to_string(),
        title: speaker.written(&goal.title, Weight::Everyday),
        status: index::status(portfolio, speaker, goal),
        numbers: numbers
            .caption
            .into_iter()
            .chain(teller.mastery())
            .collect(),
        axis: numbers.axis,
        chart: numbers.chart,
        key: numbers.key,
        parts: numbers.parts,
        table: numbers.table,
        how_checked: how.map(|how| speaker.written(how, Weight::Everyday)),
        decision: decision.map(|(date, review)| decided(speaker, date, review)),
    }
}

fn one_change(portfolio: &Portfolio, speaker: &Speaker, change: &Transition) -> HandoffChange {
    let open = change.open_items().into_iter().map(|item| {
        speaker.say(match item {
            OpenItem::Goals => "open-goals",
            OpenItem::Family => "open-family",
            OpenItem::Receiving => "open-receiving",
            OpenItem::Steps => "open-steps",
            OpenItem::Done => "open-done",
        })
    });
    HandoffChange {
        change: ChangeView {
            // Whom somebody told is in the table.
            steps: change::checklist(speaker, change, None),
            ..change::view(portfolio, speaker, change)
        },
        open: list(speaker, "handoff-to-do", open.collect()),
        told: told(speaker, &change.handoff.told),
    }
}

fn told(speaker: &Speaker, told: &[Told]) -> Option<ToldTable> {
    let row = |one: &Told| ToldRow {
        who: party(speaker, &one.who),
        when: one.when.map(|day| speaker.date(day)),
        how: one
            .how
            .as_ref()
            .map(|how| speaker.written(how, Weight::Binding)),
    };
    (!told.is_empty()).then(|| ToldTable {
        label: speaker.say("handoff-told"),
        columns: ["told-who", "told-when", "told-how"].map(|id| speaker.say(id)),
        rows: told.iter().map(row).collect(),
    })
}
