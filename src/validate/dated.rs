//! Files that have a day for a name, and the people in them.

use super::context::Context;
use super::fields::Fields;
use super::goal::report_future;
use super::picture::ImageContext;
use super::prose::Folder;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::input::{self, NotADay, Reading};
use crate::model::{Date, Goal, Participant, PersonId, School, Text};
use crate::parse::{Group, Groups, Node, RawFile};
use crate::source::Spanned;

/// What files with a date may refer to.
pub(super) struct References<'a> {
    pub(super) school: &'a School,
    pub(super) goals: &'a [&'a str],
    /// Those of them that could be read.
    pub(super) read_goals: &'a [Goal],
    pub(super) services: &'a [&'a str],
    pub(super) folder: &'a Folder<'a>,
    pub(super) album: &'a ImageContext<'a>,
}

/// The files of one folder, with the day in their names; those whose name is
/// no day are reported.
pub(super) fn dated<'a>(
    context: &'a Context,
    groups: &'a Groups,
    folder: &'a str,
    ending: &'a str,
) -> impl Iterator<Item = (Spanned<Date>, &'a Group, &'a RawFile)> {
    groups.iter().filter_map(move |(key, group)| {
        let name = key.strip_prefix(folder)?.strip_suffix(ending)?;
        let raw = group.original.as_ref()?;
        let day = name_date(context, raw, name)?;
        Some((day, group, raw))
    })
}

/// The day in a file's name. One in another form is a name to change: links,
/// translations and the order of files go by it.
fn name_date(context: &Context, raw: &RawFile, name: &str) -> Option<Spanned<Date>> {
    let at = raw.top();
    let read = input::day(name, context.year);
    if let Ok(Reading::Exact(value)) = read {
        return Some(Spanned { value, at });
    }
    let ending = raw.path.as_str().rsplit_once('.');
    let ending = ending.map_or("md", |(_, ending)| ending);
    let fault = Diagnostic::at(Code::BadDayName, &at).with("found", name);
    let fault = fault.with("ending", ending);
    let day = |day: Date| day.to_string();
    context.report(match read {
        Ok(read) => fault
            .with("problem", "form")
            .with("better", day(read.value())),
        Err(NotADay::Order(first, second)) => {
            let fault = fault.with("problem", "order").with("better", day(first));
            fault.with("second", day(second))
        }
        Err(NotADay::Year) => fault
            .with("problem", "year")
            .with("better", day(context.today)),
        Err(_) => fault
            .with("problem", "other")
            .with("better", day(context.today)),
    });
    None
}

/// How far ahead a text may be written. Four weeks hold a vacation; a slip in the
/// month lies further ahead, and would else wait unseen.
const AHEAD: i32 = 28;

/// Whether a text waits for the day in its name: it has been read and checked, and
/// is not told of until then. One that lies too far ahead is reported.
pub(super) fn waits(fields: &Fields, what: &'static str, day: &Spanned<Date>) -> bool {
    let today = fields.context().today;
    if day.value <= today {
        return false;
    }
    if (day.value - today).get_days() > AHEAD {
        report_future(fields, Some(day));
        return true;
    }
    let note = Diagnostic::at(Code::WaitsForDay, &day.at).with("what", what);
    let note = note.with("date", day.value.to_string());
    fields.report(note.with("today", today.to_string()));
    true
}

/// Whether a day is so far from today that nothing of a child's time at school can
/// be on it: 2062 for 2026, or a year of birth in the place of this year's.
pub(super) fn is_far(day: Date, today: Date) -> bool {
    const BACK: i16 = 25;
    const AHEAD: i16 = 10;
    let years = day.year() - today.year();
    !(-BACK..=AHEAD).contains(&years)
}

/// A day that is too far from another one, or from today.
pub(super) fn too_far(day: &Spanned<Date>, problem: &'static str) -> Diagnostic {
    let fault = Diagnostic::at(Code::DayTooFar, &day.at).with("problem", problem);
    fault.with("date", day.value.to_string())
}

/// Who was there, or who was told: a person's id, a known word, or other words
/// with a space or a capital in them. `text` is the same with its translations.
pub(super) fn party(
    fields: &Fields,
    field: &str,
    node: &Node,
    text: Text,
    staff: &[&str],
) -> Participant {
    let word = text.original.as_str();
    match word {
        "family" => Participant::Family,
        "mother" => Participant::Mother,
        "father" => Participant::Father,
        "student" => Participant::Student,
        "interpreter" => Participant::Interpreter,
        id if staff.contains(&id) => Participant::Person(PersonId::new(id)),
        id if is_id(id) => {
            let known: Vec<&str> = staff.iter().chain(&WORDS).copied().collect();
            // Reported, so that no site is made of what comes back.
            let _ = fields.reference_of(field, Code::UnknownPerson, node, &known);
            Participant::Other(text)
        }
        _ => Participant::Other(text),
    }
}

const WORDS: [&str; 5] = ["family", "mother", "father", "student", "interpreter"];

/// Whether a word can only be meant as somebody's short name.
fn is_id(word: &str) -> bool {
    let small = |c: char| !c.is_uppercase() && !c.is_whitespace();
    word.is_ascii() && word.chars().all(small)
}

/// The people of a list.
pub(super) fn parties(fields: &Fields, name: &'static str, staff: &[&str]) -> Vec<Participant> {
    let nodes = fields
        .list(name)
        .into_iter()
        .filter(|node| node.text().is_some());
    let found = nodes.zip(fields.texts(name));
    found
        .map(|(node, text)| party(fields, name, node, text, staff))
        .collect()
}

/// Reports an id that is the name of a group, not a value.
pub(super) fn report_unknown(fields: &Fields, id: &Spanned<String>, code: Code, known: &[&str]) {
    if known.contains(&id.value.as_str()) {
        return;
    }
    let guess = nearest(&id.value, known.iter().copied());
    let fault = Diagnostic::at(code, &id.at)
        .with("field", "goals")
        .with("found", id.value.as_str());
    let fault = fault
        .with("nearest", guess.unwrap_or_default())
        .with("choices", known.join(", "));
    fields.report(match guess {
        Some(guess) => fault.fix(&id.at, guess),
        None => fault,
    });
}
