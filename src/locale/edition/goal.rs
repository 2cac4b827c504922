use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::super::phrase::{Phrase, bold_off};
use super::super::speaker::{Speaker, Weight, args};
use super::home::{self, TipView};
use super::index::StatusView;
use super::sentence::Teller;
use super::{Passage, Section, index, note, passage, section, support};
use crate::model::{Date, Decision, Goal, GoalReview, Measure, Setting, Text, TimeAxis};
use crate::progress::{Portfolio, Progress, Stage};

/// The page of one goal.
#[derive(Debug, Clone, Serialize)]
pub struct GoalPage {
    /// The goal's folder.
    pub id: String,
    /// The skill in plain words.
    pub title: Phrase,
    /// The status the team recorded.
    pub status: Option<StatusView>,
    /// Why it matters.
    pub why: Option<Section<Phrase>>,
    /// What is hoped for, and when it counts as met.
    pub what: Option<Section<Vec<Phrase>>>,
    /// Where it helps in life.
    pub where_used: Option<Section<Vec<Phrase>>>,
    /// "Where she is now".
    pub now: Phrase,
    /// The chart's message, line by line.
    pub caption: Vec<Phrase>,
    /// What the value axis counts.
    pub axis: Phrase,
    /// The chart, once there is something to draw.
    #[serde(skip)]
    pub chart: Option<ChartView>,
    /// All numbers.
    pub table: Option<Table>,
    /// Levels or steps, where the measure has them.
    pub parts: Option<Section<Vec<Level>>>,
    /// How it is checked.
    pub how_checked: Option<Section<Phrase>>,
    /// Services that work on it.
    pub helps: Option<Section<Vec<Phrase>>>,
    /// Changes of plan, newest first.
    pub changed: Option<Section<Vec<Phrase>>>,
    /// What the team decided.
    pub decision: Option<Decided>,
    /// More about the goal.
    pub more: Option<Section<Passage>>,
    /// Tips for home.
    pub tips: Option<Section<Vec<TipView>>>,
    /// The IEP's own wording.
    pub iep: Option<Section<Phrase>>,
    /// When it was agreed, and who works on it.
    pub footing: Vec<Phrase>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<Phrase>,
}

/// What a review decided.
#[derive(Debug, Clone, Serialize)]
pub struct Decided {
    /// "Our decision".
    pub label: Phrase,
    /// The decision.
    pub decision: Phrase,
    /// Why, and what comes next.
    pub lines: Vec<Phrase>,
    /// When.
    pub date: Phrase,
    /// Said when the words are not in the reader's language.
    pub note: Option<Phrase>,
}

/// A level of a rubric or a step of a task.
#[derive(Debug, Clone, Serialize)]
pub struct Level {
    /// What it is.
    pub text: Phrase,
    /// Whether the newest check is at this level.
    pub now: bool,
}

/// The numbers behind the chart.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// "All the numbers".
    pub label: Phrase,
    /// Headings of the columns: date, result and, where there are any, notes.
    pub columns: Vec<Phrase>,
    /// One row for each check, newest last.
    pub rows: Vec<Row>,
}

/// One check.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The day.
    pub date: String,
    /// The result.
    pub value: String,
    /// A few words about it.
    pub note: Option<Phrase>,
}

/// What the chart is drawn from: days as numbers, words as this language has
/// them.
#[derive(Debug, Clone)]
pub struct ChartView {
    /// The goal's measure.
    pub measure: Measure,
    /// The message, for readers who do not see the drawing.
    pub description: String,
    /// First and last day.
    pub days: (i32, i32),
    /// Each month's first day and name.
    pub months: Vec<(i32, String)>,
    /// Dots, in phases.
    pub phases: Vec<Vec<MarkView>>,
    /// Day, value and label of the baseline.
    pub start: (i32, f64, String),
    /// Corners and label of the hoped-for line.
    pub aim: Option<(Vec<(i32, f64)>, String)>,
    /// Ends and label of the trend.
    pub trend: Option<([(i32, f64); 2], String)>,
    /// Changes of plan: day and words.
    pub changes: Vec<(i32, String)>,
    /// The newest value.
    pub newest: Option<String>,
    /// Whether time runs right to left.
    pub mirror: bool,
}

/// One dot.
#[derive(Debug, Clone, Copy)]
pub struct MarkView {
    /// The day.
    pub day: i32,
    /// The value.
    pub value: f64,
    /// Where it was seen.
    pub setting: Setting,
    /// Whether it is drawn open.
    pub open: bool,
}

pub(super) fn pages(portfolio: &Portfolio, speaker: &Speaker) -> Vec<GoalPage> {
    portfolio
        .open_goals()
        .map(|(goal, progress)| page(portfolio, speaker, goal, progress))
        .collect()
}

fn page(portfolio: &Portfolio, speaker: &Speaker, goal: &Goal, progress: &Progress) -> GoalPage {
    let today = portfolio.today();
    let teller = Teller {
        speaker,
        goal,
        progress,
        today,
    };
    // Passages and decisions say it themselves; they come first, so that what
    // is left in the speaker's memory is about the rest of the page.
    let decision = portfolio
        .review(goal)
        .map(|(date, review)| decided(speaker, date, review));
    let more = goal
        .more
        .as_ref()
        .map(|text| section(speaker, "goal-more", passage(speaker, text)));
    let tips: Vec<TipView> = portfolio
        .live_tips()
        .into_iter()
        .filter(|tip| goal.tips.contains(&tip.id))
        .map(|tip| home::tip(portfolio, speaker, tip, false))
        .collect();
    speaker.take_foreign();
    let words = |text: &Text| speaker.written(text, Weight::Everyday);
    let line = |label, text: &Option<Text>| {
        text.as_ref()
            .map(|text| section(speaker, label, words(text)))
    };
    let what: Vec<Phrase> = goal
        .what
        .as_ref()
        .map(words)
        .into_iter()
        .chain(teller.mastery())
        .collect();
    let mut page = GoalPage {
        id: goal.id.to_string(),
        title: words(&goal.title),
        status: index::status(portfolio, speaker, goal),
        why: line("goal-why", &goal.why),
        what: (!what.is_empty()).then(|| section(speaker, "goal-what", what)),
        where_used: list(
            speaker,
            "goal-where-used",
            goal.where_used.iter().map(words).collect(),
        ),
        now: speaker.say("goal-now"),
        caption: teller.caption(),
        axis: teller.axis(),
        chart: None,
        table: table(&teller),
        parts: parts(&teller),
        how_checked: line("goal-how-checked", &goal.how_checked),
        helps: list(
            speaker,
            "goal-helps",
            support::lines_for(portfolio, speaker, goal),
        ),
        changed: list(speaker, "goal-changed", changes(speaker, goal, today)),
        decision,
        more,
        tips: list(speaker, "goal-home", tips),
        iep: iep(speaker, goal),
        footing: footing(speaker, goal),
        note: None,
    };
    page.chart = chart(&teller, &page);
    page.note = note(speaker, speaker.take_foreign());
    page
}

fn list<T>(speaker: &Speaker, label: &str, items: Vec<T>) -> Option<Section<Vec<T>>> {
    (!items.is_empty()).then(|| section(speaker, label, items))
}

fn decided(speaker: &Speaker, date: Date, review: &GoalReview) -> Decided {
    speaker.take_foreign();
    let words = |text: &Text| speaker.written(text, Weight::Binding);
    let decision = match review.decision {
        Decision::Continue => "decision-continue",
        Decision::Adjust => "decision-adjust",
        Decision::Raise => "decision-raise",
        Decision::Transition => "decision-transition",
        Decision::Met => "decision-met",
        Decision::End => "decision-end",
    };
    let mut lines: Vec<Phrase> = review.why.as_ref().map(words).into_iter().collect();
    let inserted = |id: &str, text: &Text, from: Option<Date>| {
        let what = words(text);
        let mut args = FluentArgs::new();
        args.set("what", what.text.clone());
        if let Some(from) = from {
            args.set("date", speaker.date(from));
        }
        framed(speaker, id, args, what)
    };
    if let Some(text) = &review.what_changes {
        lines.push(match review.from {
            Some(from) => inserted("decision-from", text, Some(from)),
            None => words(text),
        });
    }
    if let Some(text) = &review.next {
        lines.push(inserted("decision-next", text, None));
    }
    Decided {
        label: speaker.say("goal-decision"),
        decision: speaker.say(decision),
        lines,
        date: speaker.say_with("decided", args([("date", speaker.date(date).into())])),
        note: note(speaker, speaker.take_foreign()),
    }
}

/// A message around words. Foreign words stand alone instead: half a sentence
/// in each language helps nobody.
fn framed<'s>(speaker: &'s Speaker, id: &str, args: FluentArgs<'s>, words: Phrase) -> Phrase {
    if words.mark.is_some() {
        words
    } else {
        speaker.say_with(id, args)
    }
}

fn changes(speaker: &Speaker, goal: &Goal, today: Date) -> Vec<Phrase> {
    let mut lines = Vec::new();
    for change in goal
        .changes
        .iter()
        .rev()
        .filter(|change| change.date <= today)
    {
        let words = |text: &Text| speaker.written(text, Weight::Binding);
        if let Some(to) = change.to.as_ref().map(words) {
            let mut args = args([
                ("date", speaker.date(change.date).into()),
                ("to", to.text.clone().into()),
            ]);
            let from = change
                .from
                .as_ref()
                .map(words)
                .filter(|from| from.mark.is_none());
            let id = if from.is_some() {
                "change-from-to"
            } else {
                "change"
            };
            if let Some(from) = from {
                args.set("from", from.text);
            }
            lines.push(framed(speaker, id, args, to));
        }
        lines.extend(change.why.as_ref().map(words));
    }
    lines
}

fn iep(speaker: &Speaker, goal: &Goal) -> Option<Section<Phrase>> {
    let text = goal.iep_text.as_ref()?;
    Some(section(
        speaker,
        "goal-iep",
        speaker.written(text, Weight::Binding),
    ))
}

fn footing(speaker: &Speaker, goal: &Goal) -> Vec<Phrase> {
    let names: Vec<String> = goal
        .owners
        .iter()
        .filter_map(|id| speaker.school.staff.get(id))
        .map(|person| speaker.proper(&person.name))
        .collect();
    let mut lines = Vec::new();
    if !names.is_empty() {
        let id = if names.len() == 1 {
            "goal-owner"
        } else {
            "goal-owners"
        };
        let people = speaker.pack.formats.list(&names);
        lines.push(speaker.say_with(id, args([("people", people.into())])));
    }
    if let Some(day) = goal.agreed_on {
        lines.push(speaker.say_with("goal-agreed", args([("date", speaker.date(day).into())])));
    }
    lines
}

fn parts(teller: &Teller) -> Option<Section<Vec<Level>>> {
    let speaker = teller.speaker;
    let newest = teller.progress.newest.as_ref().map(|point| point.value);
    let (label, texts, ranked) = match &teller.goal.measure {
        Measure::Level { levels, .. } => ("levels", levels, true),
        Measure::Steps { steps, .. } => ("steps", steps, false),
        _ => return None,
    };
    let level = |(rank, text): (u32, &Text)| Level {
        text: speaker.written(text, Weight::Everyday),
        now: ranked && newest.is_some_and(|value| (value - f64::from(rank)).abs() < 0.5),
    };
    list(speaker, label, (1_u32..).zip(texts).map(level).collect())
}

fn table(teller: &Teller) -> Option<Table> {
    let speaker = teller.speaker;
    let mut notes = std::collections::VecDeque::new();
    for observation in &teller.goal.data {
        notes.push_back(
            observation
                .note
                .as_ref()
                .map(|note| speaker.written(note, Weight::Everyday)),
        );
    }
    let with_notes = notes.iter().any(Option::is_some);
    let rows: Vec<Row> = teller
        .progress
        .points()
        .map(|point| Row {
            date: speaker.pack.formats.month_day(point.date),
            value: teller.cell(point),
            note: notes.pop_front().flatten(),
        })
        .collect();
    let columns = ["column-date", "column-value", "column-note"]
        .into_iter()
        .take(2 + usize::from(with_notes));
    (!rows.is_empty()).then(|| Table {
        label: speaker.say("all-numbers"),
        columns: columns.map(|id| speaker.say(id)).collect(),
        rows,
    })
}

/// Days since the beginning of 1970.
pub(super) fn day_number(day: Date) -> i32 {
    (day - Date::constant(1970, 1, 1)).get_days()
}

fn chart(teller: &Teller, page: &GoalPage) -> Option<ChartView> {
    let (speaker, goal, progress) = (teller.speaker, teller.goal, teller.progress);
    if progress.stage == Stage::None && progress.newest.is_none() {
        return None;
    }
    let (first, last) = (goal.baseline.date, teller.last_day());
    let line = progress
        .aim
        .as_ref()
        .filter(|_| progress.points().count() >= 3);
    let label = |id| bold_off(&speaker.say(id).text);
    let description: Vec<String> = page
        .caption
        .iter()
        .map(|line| bold_off(&line.text))
        .collect();
    let mark = |point: &crate::progress::Point| MarkView {
        day: day_number(point.date),
        value: point.value,
        setting: point.setting,
        open: point.open,
    };
    let change = |change: &crate::model::Change| {
        let words = change
            .to
            .as_ref()
            .map(|text| speaker.written(text, Weight::Everyday).text);
        (day_number(change.date), words.unwrap_or_default())
    };
    Some(ChartView {
        measure: goal.measure.clone(),
        description: description.join(" "),
        days: (day_number(first), day_number(last)),
        months: months(speaker, first, last),
        phases: progress
            .phases
            .iter()
            .map(|phase| phase.iter().map(mark).collect())
            .collect(),
        start: (day_number(first), progress.start, teller.start_label()),
        aim: line.map(|aim| {
            let corners = aim
                .corners(last)
                .into_iter()
                .map(|(day, value)| (day_number(day), value));
            (corners.collect(), label("chart-aim"))
        }),
        trend: trend_ends(teller).map(|ends| (ends, label("chart-trend"))),
        changes: progress.changes.iter().map(change).collect(),
        newest: teller.newest_label(),
        mirror: speaker.school.time_axis == TimeAxis::Mirror
            && speaker.pack.direction == crate::locale::Direction::Rtl,
    })
}

fn trend_ends(teller: &Teller) -> Option<[(i32, f64); 2]> {
    let (trend, _) = teller.progress.trend?;
    let phase = teller.progress.phases.last()?;
    let origin = day_number(teller.goal.baseline.date);
    let (low, high) = teller.goal.measure.range();
    let end = |day: Date| {
        let day = day_number(day);
        let value = trend.intercept + trend.slope * f64::from(day - origin) / 7.0;
        (day, value.clamp(low, high.unwrap_or(f64::MAX)))
    };
    Some([end(phase.first()?.date), end(phase.last()?.date)])
}

fn months(speaker: &Speaker, first: Date, last: Date) -> Vec<(i32, String)> {
    let mut month = first.first_of_month();
    let mut months = Vec::new();
    while month <= last {
        months.push((day_number(month), speaker.pack.formats.short_month(month)));
        let Ok(next) = month.last_of_month().tomorrow() else {
            break;
        };
        month = next;
    }
    months
}
