//! Runs `kinfolio translate`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::args::{TableFormat, TranslateStatus};
use super::diagnostics::Messages;
use super::school::{self, CompiledSchool};
use super::terminal::Terminal;
use super::wrap::listed;
use super::{CLEAN, CONTENT, CommandError};
use crate::model::{Lang, TranslationState};
use crate::progress::{TranslationStatus, shared_translations};

/// Shows the state of the translations in each language; writes nothing.
pub(super) fn status(
    options: &TranslateStatus,
    terminal: &mut Terminal,
) -> Result<u8, CommandError> {
    let folder = school::find(options.folder.as_deref(), "translate status")?;
    let compiled = school::compile(&folder, |_, _| ())?;
    let messages = Messages::new(&compiled.language);
    let asked = options.student.as_deref();
    if let Some(student) = asked {
        school::need_student(&compiled.students, student)?;
    }
    let shared = compiled.school().map(shared_translations);
    let shared = shared.unwrap_or_default();
    let rows = rows(&compiled, &shared, asked);
    match options.format {
        TableFormat::Json => {
            for row in &rows {
                terminal.show(&serde_json::to_string(row).unwrap_or_default())?;
            }
        }
        TableFormat::Table => {
            terminal.show(&table(&rows, terminal.columns(), &messages))?;
            terminal.say(&messages.say("translate-files", []))?;
        }
    }
    let unread = unread(&compiled, asked);
    if compiled.results.is_none() {
        terminal.error(&messages.say("translate-nothing", []));
    } else if !unread.is_empty() {
        terminal.error(&messages.say("translate-unread", [("list", unread.join(", "))]));
    }
    Ok(if unread.is_empty() { CLEAN } else { CONTENT })
}

/// The translations of one student's files, or of the shared files, into one
/// language.
#[derive(Serialize)]
struct Row<'a> {
    /// The student; `None` for the shared files.
    student: Option<&'a str>,
    language: &'a str,
    human: usize,
    reviewed: usize,
    machine: usize,
    stale: usize,
    missing: usize,
    /// The number of words waiting for a translator.
    words: usize,
    files: Vec<FileRow<'a>>,
}

#[derive(Serialize)]
struct FileRow<'a> {
    file: &'a str,
    translation: &'a str,
    state: &'static str,
    checked: Option<String>,
    words: usize,
}

fn rows<'a>(
    compiled: &'a CompiledSchool<()>,
    shared: &'a [TranslationStatus],
    asked: Option<&str>,
) -> Vec<Row<'a>> {
    let results = compiled.results.iter().flatten();
    let students = results.map(|unit| (Some(unit.student.as_str()), &*unit.translations));
    let all = [(None, shared)].into_iter().chain(students);
    let all = all.filter(|(student, _)| asked.is_none() || *student == asked);
    all.flat_map(|(student, files)| by_language(student, files))
        .collect()
}

fn by_language<'a>(student: Option<&'a str>, files: &'a [TranslationStatus]) -> Vec<Row<'a>> {
    let mut languages: BTreeMap<&Lang, Vec<&TranslationStatus>> = BTreeMap::new();
    for file in files {
        languages.entry(&file.lang).or_default().push(file);
    }
    let rows = languages.into_iter().map(|(lang, files)| {
        let count = |state| files.iter().filter(|file| file.state == state).count();
        Row {
            student,
            language: lang.as_str(),
            human: count(Some(TranslationState::Human)),
            reviewed: count(Some(TranslationState::Reviewed)),
            machine: count(Some(TranslationState::Machine)),
            stale: count(Some(TranslationState::Stale)),
            missing: count(None),
            words: files.iter().map(|file| file.words).sum(),
            files: files.into_iter().map(FileRow::new).collect(),
        }
    });
    rows.collect()
}

impl<'a> FileRow<'a> {
    fn new(file: &'a TranslationStatus) -> Self {
        Self {
            file: file.file.as_str(),
            translation: &file.translation,
            state: match file.state {
                Some(TranslationState::Human) => "human",
                Some(TranslationState::Reviewed) => "reviewed",
                Some(TranslationState::Machine) => "machine",
                Some(TranslationState::Stale) => "stale",
                None => "missing",
            },
            checked: file.checked.map(|day| day.to_string()),
            words: file.words,
        }
    }
}

/// The column headings, as message ids.
const COLUMNS: [&str; 8] = [
    "translate-student",
    "translate-language",
    "translate-human",
    "translate-reviewed",
    "translate-machine",
    "translate-stale",
    "translate-missing",
    "translate-words",
];

/// A table: text columns left-aligned, numbers right-aligned. A list if the
/// table does not fit.
fn table(rows: &[Row], columns: Option<usize>, messages: &Messages) -> String {
    let mut lines = vec![COLUMNS.map(|id| messages.say(id, []))];
    for row in rows {
        let school = || messages.say("translate-school", []);
        let [human, reviewed, machine, stale, missing, left] = [
            row.human,
            row.reviewed,
            row.machine,
            row.stale,
            row.missing,
            row.words,
        ]
        .map(|number| number.to_string());
        let student = row.student.map_or_else(school, str::to_owned);
        let language = row.language.to_owned();
        lines.push([
            student, language, human, reviewed, machine, stale, missing, left,
        ]);
    }
    let mut widths = [0; COLUMNS.len()];
    for line in &lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = cell.chars().count().max(*width);
        }
    }
    let all: usize = widths.iter().map(|width| width + GAP.len()).sum();
    let lines: Vec<String> = match (columns, lines.split_first()) {
        (Some(columns), Some((head, rows))) if all > columns + GAP.len() => {
            let rows = rows.iter();
            rows.map(|row| listed(head, row, columns)).collect()
        }
        _ => lines.iter().map(|line| aligned(line, &widths)).collect(),
    };
    lines.join("\n")
}

/// The space between two columns.
const GAP: &str = "  ";

/// The text columns come first.
const WORDY: usize = 2;

fn aligned(cells: &[String], widths: &[usize]) -> String {
    let cells = cells.iter().zip(widths).enumerate();
    let cells = cells.map(|(index, (cell, width))| {
        if index < WORDY {
            format!("{cell:<width$}")
        } else {
            format!("{cell:>width$}")
        }
    });
    cells.collect::<Vec<_>>().join(GAP)
}

/// The students whose files could not be read completely; all of them if the
/// shared files have errors.
fn unread(compiled: &CompiledSchool<()>, asked: Option<&str>) -> Vec<String> {
    let unread = |student: &&String| {
        let mut results = compiled.results.iter().flatten();
        let unit = results.find(|unit| unit.student.as_str() == student.as_str());
        unit.is_none_or(|unit| unit.translations.is_empty() && compiled.has_errors(student))
    };
    let students = compiled.students.iter();
    let students = students.filter(|student| asked.is_none_or(|asked| asked == *student));
    students.filter(unread).cloned().collect()
}
