//! A file that began as a copy of another and still contains the other's facts.

use std::collections::BTreeMap;

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Date, Goal, Observation, Text, Today};

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    goals(facts, diagnostics);
    let updates = facts.record.updates.iter();
    let updates = updates.map(|update| (update.date, &update.body)).collect();
    texts(facts, "update", updates, diagnostics);
    let reviews = facts.record.reviews.iter();
    let reviews = reviews.map(|review| (review.date, &review.body)).collect();
    texts(facts, "review", reviews, diagnostics);
}

/// Goals are compared in order. Of two goals with the same facts, the one that
/// began later or has the longer file name is reported, so that the message
/// names the copy and not the original.
fn goals(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let goals = facts.record.goals.iter();
    let mut goals: Vec<(String, &Goal)> = goals.map(|goal| (words(&goal.title), goal)).collect();
    let age = |goal: &Goal| {
        let name = goal.id.as_str();
        (goal.baseline.date, name.len(), name.to_owned())
    };
    goals.sort_by_cached_key(|(_, goal)| age(goal));
    // Two files with one name are reported already.
    let clash = |goal: &Goal| {
        let file = facts.goal_file(&goal.id);
        let mut clashes = diagnostics
            .iter()
            .filter(|one| one.code == Code::FilesClash);
        clashes.any(|one| one.file == file)
    };
    goals.retain(|(_, goal)| !clash(goal));
    let today = facts.today;
    for (index, (title, goal)) in goals.iter().enumerate() {
        let mut earlier = goals.iter().take(index);
        let found = earlier.find_map(|(other_title, other)| {
            Some((alike(goal, other, title == other_title, today)?, other))
        });
        let Some((likeness, other)) = found else {
            continue;
        };
        let Some(file) = facts.goal_file(&goal.id) else {
            continue;
        };
        let other = format!("{}.yaml", other.id);
        diagnostics.push(match likeness {
            Likeness::Copy(what) => Diagnostic::about(Code::CopiedFile, &file)
                .with("what", what)
                .with("other", other),
            Likeness::Title => Diagnostic::about(Code::SameTitle, &file)
                .with("title", goal.title.original.as_str())
                .with("other", other),
        });
    }
}

enum Likeness {
    /// The data points are the same.
    Copy(&'static str),
    /// Only the titles are the same.
    Title,
}

/// This many equal days of data are no coincidence, unless all values are the
/// same: two goals may both have started with three zeros.
const DAYS: usize = 3;

fn alike(goal: &Goal, other: &Goal, same_title: bool, today: Today) -> Option<Likeness> {
    let same_start =
        goal.baseline.date == other.baseline.date && goal.baseline.values == other.baseline.values;
    let same_data = same_start && goal.data.len() == other.data.len() && {
        let mut pairs = goal.data.iter().zip(&other.data);
        pairs.all(|(one, other)| one.date == other.date && one.raw == other.raw)
    };
    let varied = goal.data.len() >= DAYS && goal.data.windows(2).any(differ);
    if same_data && same_title {
        Some(Likeness::Copy("goal"))
    } else if same_data && varied && goal.measure == other.measure {
        Some(Likeness::Copy("goal-numbers"))
    } else if same_title && !goal.closed_on(today) && !other.closed_on(today) {
        Some(Likeness::Title)
    } else {
        None
    }
}

fn differ(pair: &[Observation]) -> bool {
    matches!(pair, [one, next] if one.raw != next.raw)
}

/// The text without differences in capitals and spaces.
fn words(text: &Text) -> String {
    let words: Vec<&str> = text.original.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Short sentences may repeat, such as "No school this week."
const WORDS: usize = 8;

fn texts(
    facts: &RuleContext,
    what: &'static str,
    mut texts: Vec<(Date, &Text)>,
    diagnostics: &mut Diagnostics,
) {
    texts.sort_by_key(|(day, _)| *day);
    let mut known: BTreeMap<String, Date> = BTreeMap::new();
    for (day, text) in texts {
        let words = words(text);
        if words.split(' ').count() < WORDS {
            continue;
        }
        let first = *known.entry(words).or_insert(day);
        let file = facts.file(&format!("{what}s/{day}.md"));
        if let Some(file) = file.filter(|_| first != day) {
            let fault = Diagnostic::about(Code::CopiedFile, &file).with("what", what);
            diagnostics.push(fault.with("other", format!("{first}.md")));
        }
    }
}
