//! Who may open a student's pages, as a student's page of the dashboard shows it.

use serde::Serialize;

use crate::cli::diagnostics::Messages;
use crate::cli::reader_status::{ReaderStatus, StudentStatus, day};

/// The readers of a student.
#[derive(Serialize)]
pub(super) struct AccessView {
    /// Why readers cannot open the pages, whatever letters they have.
    closed: Option<String>,
    readers: Vec<ReaderView>,
}

/// A line about one reader.
#[derive(Serialize)]
struct ReaderView {
    /// The word for the reader, without the student's folder.
    word: String,
    letter: String,
    to_print: bool,
    /// The tag of the reader's language.
    lang: String,
    /// Its own name.
    language: String,
    parts: String,
    until: String,
}

impl AccessView {
    pub(super) fn of(access: &StudentStatus, messages: &Messages) -> Self {
        let retired = access.retired_on;
        let closed = match (retired, access.publish) {
            (Some(_), _) => Some("dashboard-retired"),
            (None, false) => Some("dashboard-hidden"),
            _ if access.readers.is_empty() => Some("dashboard-no-reader"),
            _ => None,
        };
        let readers = access.readers.iter();
        Self {
            closed: closed.map(|id| messages.say(id, [("day", day(retired, messages))])),
            readers: readers
                .map(|reader| line(reader, &access.student, messages))
                .collect(),
        }
    }
}

fn line(reader: &ReaderStatus, student: &str, messages: &Messages) -> ReaderView {
    let own = reader.reader.strip_prefix(student);
    let word = own.and_then(|rest| rest.strip_prefix('/'));
    let last_day = reader.last_day(messages);
    ReaderView {
        word: word.unwrap_or(&reader.reader).to_owned(),
        lang: reader.language.clone(),
        language: messages.autonym(&reader.language),
        parts: reader.parts(messages),
        until: if last_day.is_empty() {
            super::page::none()
        } else {
            last_day
        },
        letter: reader.letter(messages),
        to_print: reader.is_to_print(),
    }
}
