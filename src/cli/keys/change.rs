//! Changes to keys, and what follows from them.

use std::path::PathBuf;

use super::SchoolKeys;
use crate::cli::args::{KeyringPlace, KeysReader, KeysRetire, KeysRotate, folder_name};
use crate::cli::terminal::Terminal;
use crate::cli::{CLEAN, CommandError};
use crate::model::Access;

/// Gives the pages of one student or of all a new key.
pub(super) fn rotate(options: &KeysRotate, terminal: &mut Terminal) -> Result<u8, CommandError> {
    if options.all {
        // Without a student, the first word is the folder.
        let folder = options.place.folder.clone();
        let place = KeyringPlace {
            folder: folder.or_else(|| options.student.as_ref().map(PathBuf::from)),
            keys: options.place.keys.clone(),
        };
        let mut keys = sealed(&place, "keys rotate --all")?;
        keys.change(crate::keyring::Keyring::rotate_all)?;
        say(&keys, terminal, ["keys-rotated-all", "keys-copies"], "", "")?;
        return Ok(CLEAN);
    }
    let mut keys = sealed(&options.place, "keys rotate STUDENT")?;
    let asked = options.student.as_deref().unwrap_or_default();
    let student = folder_name(asked).unwrap_or_default();
    keys.readers.need_student(&student)?;
    keys.change(|keyring| keyring.rotate(&student))?;
    say(
        &keys,
        terminal,
        ["keys-rotated", "keys-copies"],
        "",
        &student,
    )?;
    Ok(CLEAN)
}

/// Opens the keyring of a school with sealed pages: plain ones have no keys to change.
fn sealed(place: &KeyringPlace, command: &str) -> Result<SchoolKeys, CommandError> {
    let keys = SchoolKeys::open(place, command)?;
    if keys.readers.shared.school.access == Access::HostLogin {
        let messages = &keys.readers.messages;
        return Err(CommandError::Said(messages.say("keys-rotate-login", [])));
    }
    Ok(keys)
}

/// Closes the pages to one reader.
pub(super) fn revoke(options: &KeysReader, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let mut keys = SchoolKeys::open(&options.place, "keys revoke READER")?;
    let id = keys.readers.named(&options.reader)?.reader.id.clone();
    let today = keys.readers.today();
    if let Some(day) = keys.keyring.revoked(&id) {
        let day = keys.readers.messages.day(day);
        let values = [("reader", id.to_string()), ("day", day)];
        terminal.say(&keys.readers.messages.say("keys-revoked-before", values))?;
        return Ok(CLEAN);
    }
    keys.change(|keyring| keyring.revoke(&id, today))?;
    let students = keys.readers.students_of(&id);
    let lines = ["keys-revoked", "keys-copies", "keys-revoked-undo"];
    say(&keys, terminal, lines, id.as_str(), &students)?;
    Ok(CLEAN)
}

/// Gives one reader a new code and link.
pub(super) fn reissue(options: &KeysReader, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let mut keys = SchoolKeys::open(&options.place, "keys reissue READER")?;
    let id = keys.readers.named(&options.reader)?.reader.id.clone();
    keys.change(|keyring| keyring.reissue(&id))?;
    let students = keys.readers.students_of(&id);
    let lines = [
        "keys-reissued",
        "keys-reissued-undo",
        "keys-copies",
        "keys-reissued-letter",
    ];
    say(&keys, terminal, lines, id.as_str(), &students)?;
    Ok(CLEAN)
}

/// Closes the pages of a student, or opens them again.
pub(super) fn retire(options: &KeysRetire, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let mut keys = SchoolKeys::open(&options.place, "keys retire STUDENT")?;
    let student = &options.student;
    if options.undo {
        keys.readers.need_student(student)?;
        let mut was_retired = false;
        keys.change(|keyring| was_retired = keyring.reopen(student))?;
        let line = if was_retired {
            "keys-reopened"
        } else {
            "keys-not-retired"
        };
        say(&keys, terminal, [line], "", student)?;
        return Ok(CLEAN);
    }
    keys.readers.need_student(student)?;
    let today = keys.readers.today();
    if let Some(day) = keys.keyring.retired(student) {
        let day = keys.readers.messages.day(day);
        let values = [("list", student.clone()), ("day", day)];
        terminal.say(&keys.readers.messages.say("keys-retired-before", values))?;
        return Ok(CLEAN);
    }
    keys.change(|keyring| keyring.retire(student, today))?;
    let lines = ["keys-retired", "keys-copies", "keys-retired-undo"];
    say(&keys, terminal, lines, "", student)?;
    Ok(CLEAN)
}

/// Says what was done, what follows, and to make a new backup.
fn say<const N: usize>(
    keys: &SchoolKeys,
    terminal: &mut Terminal,
    lines: [&str; N],
    reader: &str,
    students: &str,
) -> Result<(), CommandError> {
    for id in lines.into_iter().chain(["keys-backup-again"]) {
        let access = match keys.readers.shared.school.access {
            Access::Sealed => "sealed",
            Access::HostLogin => "login",
        };
        let values = [
            ("reader", reader.to_owned()),
            ("list", students.to_owned()),
            ("access", access.to_owned()),
        ];
        terminal.say(&keys.readers.messages.say(id, values))?;
    }
    Ok(())
}
