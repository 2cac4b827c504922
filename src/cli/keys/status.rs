//! `kinfolio keys status`: who may open which student's pages. It shows nothing secret.

use comfy_table::{Table, presets};
use serde::Serialize;

use super::SchoolKeys;
use crate::cli::args::KeysStatus;
use crate::cli::diagnostics::Messages;
use crate::cli::readers::ReaderOfStudents;
use crate::cli::terminal::Terminal;
use crate::cli::wrap::listed;
use crate::cli::{CLEAN, CONTENT, CommandError};
use crate::model::{Date, SitePart};

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
        if status.students.iter().any(|one| !one.readers.is_empty()) {
            terminal.show(&table(&status, terminal.columns(), messages))?;
        }
        notes(&status, terminal, messages)?;
    }
    let unread = keys.readers.unread();
    if unread.is_empty() {
        return Ok(CLEAN);
    }
    let list = [("list", unread.join(", "))];
    terminal.error(&messages.say("readers-unread", list));
    Ok(CONTENT)
}

/// Everything that is shown.
#[derive(Serialize)]
struct Status<'a> {
    /// The keyring's file.
    keyring: String,
    /// The day on which it was made.
    since: Option<String>,
    students: Vec<StudentStatus<'a>>,
    /// Students whose `student.yaml` has errors.
    unread: Vec<&'a str>,
}

#[derive(Serialize)]
struct StudentStatus<'a> {
    student: &'a str,
    publish: bool,
    retired: Option<String>,
    readers: Vec<ReaderStatus<'a>>,
}

#[derive(Serialize)]
struct ReaderStatus<'a> {
    reader: &'a str,
    language: &'a str,
    /// The parts that the reader may open; all if there are none.
    pages: Option<Vec<&'static str>>,
    until: Option<String>,
    /// Whether the last day has passed.
    ended: bool,
    revoked: Option<String>,
    /// The day of the last letter that works.
    letter: Option<String>,
    #[serde(skip)]
    days: Days,
}

/// The same days, to be shown in the language of staff.
struct Days {
    until: Option<Date>,
    revoked: Option<Date>,
    letter: Option<Date>,
}

impl<'a> Status<'a> {
    fn of(keys: &'a SchoolKeys) -> Self {
        let text = |day: Date| day.to_string();
        let students = keys.readers.students.iter().map(|student| {
            let readers = keys.readers.all().into_iter();
            let readers = readers.filter(|one| one.students.iter().any(|of| of.id == student.id));
            let id = student.id.as_str();
            StudentStatus {
                student: id,
                publish: student.publish,
                retired: keys.keyring.retired(id).map(text),
                readers: readers.map(|one| ReaderStatus::of(&one, keys)).collect(),
            }
        });
        Self {
            keyring: keys.place.display().to_string(),
            since: keys.keyring.made().map(text),
            students: students.collect(),
            unread: keys.readers.unread(),
        }
    }
}

impl<'a> ReaderStatus<'a> {
    fn of(one: &ReaderOfStudents<'a>, keys: &'a SchoolKeys) -> Self {
        let reader = one.reader;
        let revoked = keys.keyring.revoked(&reader.id);
        let days = Days {
            until: reader.until,
            revoked,
            letter: keys
                .keyring
                .letter(&reader.id)
                .filter(|_| revoked.is_none()),
        };
        let today = keys.readers.today();
        let parts = reader.parts.as_ref();
        let text = |day: Option<Date>| day.map(|day| day.to_string());
        Self {
            reader: reader.id.as_str(),
            language: one.language(&keys.readers.shared).as_str(),
            pages: parts.map(|parts| parts.iter().map(|part: &SitePart| part.folder()).collect()),
            until: text(days.until),
            ended: days.until.is_some_and(|last| last < today),
            revoked: text(days.revoked),
            letter: text(days.letter),
            days,
        }
    }

    /// What can be said of the reader's letter.
    fn letter(&self, messages: &Messages) -> String {
        let (id, of) = match &self.days {
            Days {
                revoked: Some(day), ..
            } => ("status-revoked", Some(*day)),
            days if self.ended => ("status-ended", days.until),
            Days {
                letter: Some(day), ..
            } => ("status-letter", Some(*day)),
            _ => ("status-no-letter", None),
        };
        messages.say(id, [("day", day(of, messages))])
    }
}

fn day(day: Option<Date>, messages: &Messages) -> String {
    day.map(|day| messages.day(day)).unwrap_or_default()
}

/// With fewer columns the table becomes a list.
const NARROWEST: usize = 80;

/// A line for each reader of each student.
fn table(status: &Status, columns: Option<usize>, messages: &Messages) -> String {
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
            let pages = reader.pages.as_ref().map(|pages| pages.join(", "));
            [
                student.student.to_owned(),
                reader.reader.to_owned(),
                messages.autonym(reader.language),
                pages.unwrap_or_else(|| messages.say("status-all", [])),
                day(reader.days.until, messages),
                reader.letter(messages),
            ]
        };
        student.readers.iter().map(row).collect::<Vec<_>>()
    });
    if let Some(columns) = columns.filter(|columns| *columns < NARROWEST) {
        let lists: Vec<String> = rows.map(|row| listed(&head, &row, columns)).collect();
        return lists.join("\n\n");
    }
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    table.set_header(head);
    for row in rows {
        table.add_row(row);
    }
    if let Some(columns) = columns {
        table.set_content_arrangement(comfy_table::ContentArrangement::Dynamic);
        table.set_width(u16::try_from(columns).unwrap_or(u16::MAX));
    }
    table.to_string()
}

/// Students without readers, and those who were retired.
fn notes(
    status: &Status,
    terminal: &mut Terminal,
    messages: &Messages,
) -> Result<(), CommandError> {
    let list = |pick: &dyn Fn(&&StudentStatus) -> bool| {
        let picked = status.students.iter().filter(pick);
        let names: Vec<&str> = picked.map(|one| one.student).collect();
        names.join(", ")
    };
    let lists = [
        (
            "status-none",
            list(&|one| one.readers.is_empty() && one.retired.is_none()),
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
    Ok(())
}
