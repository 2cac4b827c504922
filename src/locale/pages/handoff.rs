//! What staff hand on when one student moves. It goes to colleagues and is part
//! of no family's site.

use serde::Serialize;

use super::change::{self, ChangeView};
use super::chart_key::KeyItem;
use super::goal::{Decided, decided};
use super::index::{self, StatusView};
use super::numbers::{self, ChartView, Table};
use super::parts::grid::Parts;
use super::parts::progress_text::ProgressText;
use super::review::party;
use super::support::{self, Fact, SupportPage};
use super::team::{self, TeamPage};
use super::{Section, list};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Goal, Notification, OpenItem, Text, Transition};
use crate::progress::{Portfolio, Progress};

/// One student's work, for those who take over.
#[derive(Debug, Clone, Serialize)]
pub struct HandoffPage {
    /// The language's tag.
    pub lang: String,
    /// The school.
    pub school: String,
    /// What this is, with the student's whole name.
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

/// One goal as it stands.
#[derive(Debug, Clone, Serialize)]
pub struct HandoffGoal {
    /// Its own, for its chart.
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
    pub chart: Option<ChartView>,
    /// What the shapes on the chart stand for, where that is not plain.
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
    /// What families read of it.
    pub change: ChangeView,
    /// What is still to be done.
    pub open: Option<Section<Vec<LocalizedText>>>,
    /// Who was told.
    pub told: Option<ToldTable>,
}

/// Who was told, when and how.
#[derive(Debug, Clone, Serialize)]
pub struct ToldTable {
    /// The heading.
    pub label: LocalizedText,
    /// Headings of the columns: who, when, how.
    pub columns: [LocalizedText; 3],
    /// One row for each.
    pub rows: Vec<ToldRow>,
}

/// Somebody who was told.
#[derive(Debug, Clone, Serialize)]
pub struct ToldRow {
    /// Who.
    pub who: LocalizedText,
    /// When.
    pub when: Option<String>,
    /// How.
    pub how: Option<LocalizedText>,
}

pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> HandoffPage {
    let student = &portfolio.record.student;
    let words = |text: &Text| localizer.written(text, MachineTranslation::Everyday);
    let name = localizer.proper(&student.name);
    let today = localizer.date(portfolio.today());
    let goals = portfolio.open_goals();
    let goals = goals.map(|(goal, progress)| one_goal(portfolio, localizer, goal, progress));
    let changes = portfolio.transitions_now().into_iter();
    let changes = changes.map(|change| one_change(portfolio, localizer, change));
    HandoffPage {
        lang: localizer.pack.lang.to_string(),
        school: localizer.proper(&localizer.school.name),
        title: localizer.say_with("handoff-title", args([("student", name.into())])),
        made: localizer.say_with("handoff-made", args([("date", today.into())])),
        private: localizer.say("handoff-private"),
        facts: facts(portfolio, localizer),
        strengths: list(
            localizer,
            "doing-well",
            student.strengths.iter().map(words).collect(),
        ),
        voice: index::voice(portfolio, localizer),
        changes: list(localizer, "page-changes", changes.collect()),
        goals: list(localizer, "handoff-goals", goals.collect()),
        support: support::page(portfolio, localizer),
        team: team::page(portfolio, localizer),
    }
}

fn facts(portfolio: &Portfolio, localizer: &Localizer) -> Vec<Fact> {
    let student = &portfolio.record.student;
    let languages = student.home_languages.iter();
    let languages: Vec<String> = languages
        .map(|lang| localizer.language_name(lang))
        .collect();
    let fact = |label: &str, text: LocalizedText| Fact {
        label: localizer.say(label),
        lines: vec![text],
    };
    let grade = student.grade.as_ref();
    let class = student.class.as_ref();
    let interpreter = student
        .interpreter
        .then(|| localizer.say("handoff-interpreter"));
    [
        grade.map(|grade| fact("handoff-grade", LocalizedText::own(grade.as_str()))),
        class.map(|class| {
            fact(
                "handoff-class",
                localizer.written(class, MachineTranslation::Everyday),
            )
        }),
        Some(fact(
            "handoff-languages",
            LocalizedText::own(localizer.pack.formats.list(&languages)),
        )),
        interpreter.map(|words| fact("handoff-family", words)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn one_goal(
    portfolio: &Portfolio,
    localizer: &Localizer,
    goal: &Goal,
    progress: &Progress,
) -> HandoffGoal {
    let progress_text = ProgressText::new(portfolio, localizer, goal, progress);
    let how = goal.how_checked.as_ref();
    let decision = portfolio.review(goal);
    let numbers = numbers::view(&progress_text);
    HandoffGoal {
        id: goal.id.to_string(),
        title: localizer.written(&goal.title, MachineTranslation::Everyday),
        status: index::status(portfolio, localizer, goal),
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
        how_checked: how.map(|how| localizer.written(how, MachineTranslation::Everyday)),
        decision: decision.map(|(date, review)| decided(localizer, date, review)),
    }
}

fn one_change(portfolio: &Portfolio, localizer: &Localizer, change: &Transition) -> HandoffChange {
    let open = change.open_items().into_iter().map(|item| {
        localizer.say(match item {
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
            steps: change::checklist(localizer, change, None),
            ..change::view(portfolio, localizer, change)
        },
        open: list(localizer, "handoff-to-do", open.collect()),
        told: told(localizer, &change.handoff.told),
    }
}

fn told(localizer: &Localizer, told: &[Notification]) -> Option<ToldTable> {
    let row = |one: &Notification| ToldRow {
        who: party(localizer, &one.who),
        when: one.when.map(|day| localizer.date(day)),
        how: one
            .how
            .as_ref()
            .map(|how| localizer.written(how, MachineTranslation::Binding)),
    };
    (!told.is_empty()).then(|| ToldTable {
        label: localizer.say("handoff-told"),
        columns: ["told-who", "told-when", "told-how"].map(|id| localizer.say(id)),
        rows: told.iter().map(row).collect(),
    })
}
