//! Advice that works: what a message tells its reader to write is put where it
//! says, and the fault has to be gone, without a new one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use kinfolio::build::Shared;
use kinfolio::diagnostic::{Arg, Code, Diagnostic, Diagnostics, Severity};
use kinfolio::model::DayWatch;
use kinfolio::rules::{self, RuleContext, WordCollector};
use kinfolio::source::Place;
use kinfolio::{parse, validate};
use rayon::prelude::*;

use crate::spec;
use crate::support::School;

/// What the students of the tiny school share: reading it takes longest.
static TINY: LazyLock<Shared> = LazyLock::new(|| School::tiny().folder().shared().unwrap());
static TINY_FILES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| School::tiny().shared());

/// What is seen of the student that a file belongs to, read and judged without
/// making a page; nothing where a file belongs to all.
fn look(school: &School, file: &str) -> Option<Diagnostics> {
    let student = file.strip_prefix("students/")?.split('/').next()?;
    let folder = school.folder();
    let own;
    let shared = if school.shared() == *TINY_FILES {
        &*TINY
    } else {
        own = folder.shared()?;
        &own
    };
    let unit = folder.unit(student);
    let pictures = folder.pictures(&unit, shared);
    let mut seen = unit.diagnostics().clone();
    let groups = parse::files(
        unit.files(),
        &unit.folder(),
        unit.diagnostics().files_with_errors(),
    );
    let groups = groups.into_value(&mut seen);
    let day = DayWatch::new(shared.school.today);
    let record = validate::record(&unit, &groups, &pictures, &shared.school, day.today());
    let record = record.into_value(&mut seen);
    if let Some(record) = record {
        let mut words = WordCollector::default();
        rules::collect_words(&record, &mut words);
        let name_search = shared.name_index.search(&words.words(), &record.student);
        let facts = RuleContext {
            record: &record,
            school: &shared.school,
            today: day.today(),
            name_index: &shared.name_index,
            name_search: &name_search,
            word_matcher: &shared.word_matcher,
            languages: &shared.languages,
        };
        rules::check(&facts, &mut seen);
    }
    Some(seen.gathered())
}

/// A value of a diagnostic.
fn value<'a>(one: &'a Diagnostic, name: &str) -> &'a str {
    match one.args.get(name) {
        Some(Arg::Text(text)) => text,
        _ => "",
    }
}

/// Errors of a file: the code, and the field that it is about.
fn errors(seen: &Diagnostics, file: &str) -> Vec<(Code, String)> {
    let own = seen.iter().filter(|one| {
        let same = one.file.as_ref().is_some_and(|path| path.as_str() == file);
        same && one.code.severity() >= Severity::Error
    });
    own.flat_map(|one| {
        let field = value(one, "field").to_owned();
        std::iter::repeat_n((one.code, field), 1 + one.more.count)
    })
    .collect()
}

/// What shows only when a fault before it is gone: a service that has a model has
/// to have minutes, and numbers that can be read have to add up.
const BEHIND: [Code; 2] = [Code::ServiceWithoutMinutes, Code::MinutesWithoutReason];

/// Whether `one` is gone when the text of its file is `new`, and what is said
/// then that was not said before.
fn news(school: &School, before: &Diagnostics, one: &Diagnostic, new: &str) -> (bool, Vec<String>) {
    let file = one.file.as_ref().map_or("", |file| file.as_str());
    let after = look(&school.clone().file(file, new), file).unwrap_or_default();
    let (mut left, now) = (errors(before, file), errors(&after, file));
    let like = (one.code, value(one, "field").to_owned());
    let count = |errors: &[(Code, String)]| errors.iter().filter(|one| **one == like).count();
    let gone = one.code.severity() < Severity::Error || count(&now) < count(&left);
    // What could not be read at all says the rest when it can be.
    let hid = one.code.number() < "K200";
    let fresh = now.iter().filter(|one| {
        let known = left.iter().position(|old| old == *one);
        let new = known.map(|at| left.remove(at)).is_none();
        new && !hid && !BEHIND.contains(&one.0)
    });
    let fresh = fresh.map(|(code, field)| format!("{code} {field}"));
    (gone, fresh.collect())
}

/// `text` with `new` in the place of what stands at `at`.
fn replaced(text: &str, at: &Place, new: &str) -> String {
    format!("{}{new}{}", &text[..at.span.start], &text[at.span.end..])
}

/// What the fixes of a file lead to where they are wrong.
fn unfixed(school: &School, file: &str) -> Vec<String> {
    let (Some(seen), Some(text)) = (look(school, file), school.text(file)) else {
        return Vec::new();
    };
    let own = seen
        .iter()
        .filter(|one| one.file.as_ref().is_some_and(|path| path.as_str() == file));
    let fixes = own.flat_map(|one| {
        let more = one.more.places.iter();
        let more = more.filter_map(|another| another.fix.as_ref());
        one.fix.iter().chain(more).map(move |fix| (one, fix))
    });
    let wrong = fixes.filter_map(|(one, fix)| {
        let new = replaced(text, &fix.at, &fix.text);
        let (gone, fresh) = news(school, &seen, one, &new);
        let well = gone && fresh.is_empty();
        (!well).then(|| format!("{file}: {} -> {} brings {fresh:?}", one.code, fix.text))
    });
    wrong.collect()
}

/// Every case of `tests/spec` and `tests/field`, looked at by `faults`.
fn every_case(faults: impl Fn(&School, &str) -> Vec<String> + Sync) {
    let wrong: Vec<String> = spec::cases()
        .par_iter()
        .flat_map(|case| {
            let files: BTreeSet<&String> = case.touched.iter().collect();
            let wrong = files
                .into_iter()
                .flat_map(|file| faults(&case.school, file));
            let told = wrong.map(|fault| format!("{}\n  {fault}", case.name));
            told.collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_is_to_be_written_instead_is_right() {
    every_case(unfixed);
}

/// A line beside the others of its group: above the first one.
fn beside(text: &str, line: usize, example: &str) -> String {
    let depth = example.len() - example.trim_start().len();
    let top = text[line..].lines().next().unwrap_or_default();
    let own = top.len() - top.trim_start().len();
    let end = text[line..].find('\n');
    let end = end.map_or(text.len(), |end| line + end + 1);
    let above = own >= depth && !top.trim_start().starts_with('-') && top != "---";
    let to = if above { line } else { end };
    format!("{}{example}\n{}", &text[..to], &text[to..])
}

/// A whole line, or only a value, in the place of what stands at `at`.
fn in_place(text: &str, at: &Place, field: &str, example: &str) -> Option<String> {
    let key = format!("{field}: ");
    let before = &text[..at.span.start];
    let begin = if example.starts_with(&key) {
        before.rfind(field)?
    } else if example.starts_with("- ") && before.ends_with("- ") {
        at.span.start - 2
    } else {
        at.span.start
    };
    // A list or a group goes with its end.
    let rest = &text[at.span.end..];
    let opening = before.chars().next_back();
    let opening = opening
        .filter(|sign| *sign == '{')
        .or(text[at.span.start..].chars().next());
    let closing = match opening {
        Some('[') => Some(']'),
        Some('{') => Some('}'),
        _ => None,
    };
    let close = closing.and_then(|sign| rest.lines().next()?.find(sign));
    let end = close.map_or(0, |close| close + 1);
    Some(format!("{}{example}{}", &text[..begin], &rest[end..]))
}

/// The text of a file after its author has done what a message says.
fn followed(text: &str, one: &Diagnostic) -> Option<String> {
    let at = one.at.as_ref()?;
    let example = value(one, "example");
    if example.is_empty() {
        return None;
    }
    let line = text[..at.span.start].rfind('\n').map_or(0, |end| end + 1);
    match (one.code, value(one, "place")) {
        (_, "below") => Some(beside(text, line, example)),
        (_, "inside") => {
            let open = line + text[line..].find('{')?;
            let open = if text[at.span.start..].starts_with('{') {
                at.span.start
            } else {
                open
            };
            Some(format!(
                "{}{{{example}, {}",
                &text[..open],
                &text[open + 1..]
            ))
        }
        (_, "instead") => Some(replaced(text, at, example)),
        (Code::WrongType, _) => in_place(text, at, value(one, "field"), example),
        (Code::TranslationShape, _) => {
            let end = text[line..].find('\n').map_or(text.len(), |end| line + end);
            Some(format!("{}{example}{}", &text[..line], &text[end..]))
        }
        _ => None,
    }
}

/// What following the messages of `school` about `file` leads to.
fn misled(school: &School, file: &str) -> Vec<String> {
    let (Some(seen), Some(text)) = (look(school, file), school.text(file)) else {
        return Vec::new();
    };
    let own = seen.iter().filter(|one| {
        let same = one.file.as_ref().is_some_and(|path| path.as_str() == file);
        same && one.code.severity() >= Severity::Error
    });
    let wrong = own.filter_map(|one| {
        let new = followed(text, one)?;
        let (gone, fresh) = news(school, &seen, one, &new);
        let well = gone && fresh.is_empty();
        (!well).then(|| {
            let (code, line) = (one.code, value(one, "example"));
            let field = value(one, "field");
            let told: String = new.chars().take(600).collect();
            format!("{file}: {code} {field} -> {line:?} brings {fresh:?}, gone {gone}\n{told}")
        })
    });
    wrong.collect()
}

#[test]
fn lines_to_write_are_right_in_every_case() {
    every_case(misled);
}

/// Every measure, and whether its values are numbers of a kind.
const MEASURES: [&str; 15] = [
    "words-per-minute",
    "percent",
    "{kind: percent, total: 10}",
    "{kind: level, levels: [one, two, three]}",
    "{kind: duration, unit: minutes}",
    "{kind: duration, told: share}",
    "latency",
    "{kind: latency, cap: 60}",
    "count",
    "rate",
    "{kind: steps, steps: [take, wash, dry]}",
    "{kind: prompt, ladder: prompts}",
    "{kind: items, items: [m, s, a, t]}",
    "interval",
    "{kind: score, min: 1, max: 7}",
];

/// A scale is one more, with a list that is too long for a line.
const SCALE: &str = "{kind: goal-attainment, levels: [far less, less, as hoped, more, far more]}";

/// What somebody might write for a field of a goal.
const SLIPS: [(&str, &str); 12] = [
    ("baseline", ""),
    ("baseline", "baseline: about forty"),
    ("baseline", "baseline: {date: 2026-09-11}"),
    ("target", ""),
    ("target", "target: about ninety"),
    ("data", "data: none so far"),
    ("data", "data:\n  2026-09-18: about half"),
    ("mastery", "mastery: most of the time"),
    ("mastery", "mastery: {times: 4, of: 5}"),
    ("agreed", "agreed: 2026-09-14"),
    ("agreed", "agreed: in September"),
    ("by", ""),
];

#[test]
fn lines_to_write_are_right_for_every_measure() {
    let file = "students/ana/goals/own.yaml";
    let mut cases = Vec::new();
    for measure in MEASURES.into_iter().chain([SCALE]) {
        for direction in ["increase", "decrease"] {
            cases.extend(SLIPS.map(|slip| (measure, direction, slip)));
        }
    }
    let faults: Vec<String> = cases
        .par_iter()
        .flat_map(|(measure, direction, (field, slip))| {
            let mut text = format!(
                "title: A goal of her own\narea: reading\nmeasure: {measure}\ndirection: {direction}\n"
            );
            // Numbers that fit come from the messages themselves, one by one.
            let lines = [*slip].into_iter().filter(|line| !line.is_empty());
            for line in lines {
                text += line;
                text.push('\n');
            }
            if *field != "by" {
                text += "by: 2027-05-28\n";
            }
            misled(&School::tiny().file(file, &text), file)
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What rules ask for is made of this school's ids, too: it goes to the end of
/// `file`, where the line `instead` makes room for it.
#[test]
fn what_rules_ask_for_is_made_of_this_schools_ids() {
    let goal = "students/ana/goals/reading.yaml";
    let meetings = "students/ana/meetings.yaml";
    let services = "students/ana/services.yaml";
    let tiny = School::tiny;
    let in_class = || tiny().edit(services, "model: pull-out", "model: push-in");
    let check = |school: School, code: Code, file: &str, instead: &str| {
        let seen = look(&school, file).unwrap();
        let one = seen.iter().find(|one| one.code == code);
        let example = value(
            one.unwrap_or_else(|| panic!("{code} is not seen")),
            "example",
        );
        let text = school.text(file).unwrap().to_owned();
        assert!(text.contains(instead), "{file} has no {instead:?}");
        let text = format!("{}{example}\n", text.replace(instead, ""));
        let after = look(&school.file(file, text), file).unwrap();
        let bad = after
            .iter()
            .filter(|one| one.code == code || one.code.severity() >= Severity::Error);
        let bad: Vec<&Diagnostic> = bad.collect();
        assert!(bad.is_empty(), "{code}: {example} brings {bad:#?}");
    };
    let agreed = "agreed: {on: 2026-09-14, by: [family, rivera]}\n";
    check(tiny().edit(goal, agreed, ""), Code::NotAgreed, goal, "");
    check(in_class(), Code::NoPlanning, meetings, "");
    check(in_class(), Code::GoalOneOwner, goal, "owners: [rivera]\n");
    let planned = "plan: {date: 2026-11-10, kind: planning}\n";
    let alone = tiny().file(meetings, planned);
    check(alone, Code::NoFamilyMeeting, meetings, "");
    let tips = "tips: [read-together]\n";
    check(tiny().edit(goal, tips, ""), Code::FirstPageGap, goal, "");
    let first = tiny().text(services).unwrap().to_owned();
    let both = first.clone() + &first.replace("reading-group", "writing-group");
    let clash = tiny().file(services, &both);
    let seen = look(&clash, services).unwrap();
    let mut seen = seen.iter();
    let one = seen.find(|one| one.code == Code::ServicesClash).unwrap();
    let ended = both + "  " + value(one, "example") + "\n";
    let after = look(&clash.file(services, ended), services).unwrap();
    assert!(!after.iter().any(|one| one.code == Code::ServicesClash));
}
