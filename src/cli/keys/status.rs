//! `kinfolio keys status`: who may open which student's pages. It shows nothing secret.

use std::collections::BTreeSet;

use serde::Serialize;

use super::SchoolKeys;
use crate::cli::CommandError;
use crate::cli::args::KeysStatus;
use crate::cli::diagnostics::Messages;
use crate::cli::reader_status::{ReaderStatus, StudentStatus, day};
use crate::cli::table::table;
use crate::cli::terminal::Terminal;

/// Shows the state of the keyring.
pub(super) fn run(options: &KeysStatus, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let keys = SchoolKeys::open(&options.place, "keys status")?;
    let status = Status::of(&keys);
    let messages = &keys.readers.messages;
    if options.json {
        terminal.show(&serde_json::to_string(&status).unwrap_or_default())?;
    } else {
        let values = [
            ("place", status.keyring.clone()),
            ("day", day(keys.keyring.made(), messages)),
        ];
        terminal.say(&messages.say("status-keyring", values))?;
        let protection = if status.protected {
            "status-protected"
        } else {
            "status-unprotected"
        };
        terminal.say(&messages.say(protection, []))?;
        if status.students.iter().any(|one| !one.readers.is_empty()) {
            terminal.show(&readers(&status, terminal.columns(), messages))?;
        }
        notes(&status, terminal, messages)?;
    }
    Ok(keys.readers.report_unread(terminal))
}

/// Everything that is shown.
#[derive(Serialize)]
struct Status<'a> {
    /// The keyring's file.
    keyring: String,
    /// The day on which it was made.
    since: Option<String>,
    /// Whether only a pass phrase opens the file.
    protected: bool,
    students: Vec<StudentStatus>,
    /// Students whose `student.yaml` has errors.
    unread: Vec<&'a str>,
}

impl<'a> Status<'a> {
    fn of(keys: &'a SchoolKeys) -> Self {
        let (readers, keyring) = (&keys.readers, &keys.keyring);
        let all = readers.all();
        let students = readers.students.iter();
        let status = |student| StudentStatus::of(student, &all, keyring, &readers.shared);
        Self {
            keyring: keys.place.display().to_string(),
            since: keyring.made().map(|day| day.to_string()),
            protected: keys.is_protected,
            students: students.map(status).collect(),
            unread: readers.unread(),
        }
    }
}

/// A line for each reader of each student.
fn readers(status: &Status, columns: Option<usize>, messages: &Messages) -> String {
    let head = [
        "status-student",
        "status-reader",
        "status-language",
        "status-pages",
        "status-until",
        "status-letters",
    ];
    let head = head.map(|id| messages.say(id, []));
    let rows = status.students.iter().flat_map(|student| {
        let row = |reader: &ReaderStatus| {
            [
                student.student.clone(),
                reader.reader.clone(),
                messages.autonym(&reader.language),
                reader.parts(messages),
                reader.last_day(messages),
                reader.letter(messages),
            ]
        };
        student.readers.iter().map(row).collect::<Vec<_>>()
    });
    // Days are written out here, so no column gets the width of a date.
    let dates = head.len();
    table(head, rows, columns, dates)
}

/// Students whose pages nobody can open, those who were retired, and letters to be printed.
fn notes(
    status: &Status,
    terminal: &mut Terminal,
    messages: &Messages,
) -> Result<(), CommandError> {
    let list = |pick: &dyn Fn(&&StudentStatus) -> bool| {
        let picked = status.students.iter().filter(pick);
        let names: Vec<&str> = picked.map(|one| one.student.as_str()).collect();
        names.join(", ")
    };
    let lists = [
        (
            "status-none",
            list(&|one| one.readers.is_empty() && one.retired.is_none()),
        ),
        (
            "status-nobody",
            list(&|one| one.has_nobody() && !one.readers.is_empty()),
        ),
        (
            "status-hidden",
            list(&|one| !one.publish && one.retired.is_none()),
        ),
        ("status-retired", list(&|one| one.retired.is_some())),
    ];
    for (id, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        terminal.say(&messages.say(id, [("list", list)]))?;
    }
    // A reader of several students gets one letter.
    let to_print = status.students.iter().flat_map(StudentStatus::to_print);
    let to_print: BTreeSet<&str> = to_print.map(|one| one.reader.as_str()).collect();
    if !to_print.is_empty() {
        let letters = [("letters", to_print.len())];
        terminal.say(&messages.count("status-to-print", &letters, []))?;
    }
    Ok(())
}
