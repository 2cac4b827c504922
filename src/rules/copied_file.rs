//! A file that was copied to begin a new one from still holds the old one's facts.

use std::collections::BTreeMap;

use super::Facts;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Date, Goal, Observation, Text};

pub(super) fn check(facts: &Facts, diagnostics: &mut Diagnostics) {
    goals(facts, diagnostics);
    let updates = facts.record.updates.iter();
    let updates = updates.map(|update| (update.date, &update.body)).collect();
    texts(facts, "update", updates, diagnostics);
    let reviews = facts.record.reviews.iter();
    let reviews = reviews.map(|review| (review.date, &review.body)).collect();
    texts(facts, "review", reviews, diagnostics);
}

/// Goals come by importance; the one that is told of began later or has the longer
/// name, so that a copy is named and not what it was copied from.
fn goals(facts: &Facts, diagnostics: &mut Diagnostics) {
    let goals = facts.record.goals.iter();
    let mut goals: Vec<(String, &Goal)> = goals.map(|goal| (words(&goal.title), goal)).collect();
    let age = |goal: &Goal| {
        let name = goal.id.as_str();
        (goal.baseline.date, name.len(), name.to_owned())
    };
    goals.sort_by_cached_key(|(_, goal)| age(goal));
    // Two files with one name have been named already.
    let clash = |goal: &Goal| {
        let file = facts.goal_file(&goal.id);
        let mut clashes = diagnostics
            .iter()
            .filter(|one| one.code == Code::FilesClash);
        clashes.any(|one| one.file == file)
    };
    goals.retain(|(_, goal)| !clash(goal));
    let today = facts.school.today;
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
    /// The numbers are the same.
    Copy(&'static str),
    /// Only the titles are.
    Title,
}

/// Numbers of this many days that are the same are no chance, if they are not all
/// one number: two goals may well have begun with three times nothing.
const DAYS: usize = 3;

fn alike(goal: &Goal, other: &Goal, same_title: bool, today: Date) -> Option<Likeness> {
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

/// Words without what makes them look different: capitals and spaces.
fn words(text: &Text) -> String {
    let words: Vec<&str> = text.original.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// A few words may be said twice: "No school this week."
const WORDS: usize = 8;

fn texts(
    facts: &Facts,
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
