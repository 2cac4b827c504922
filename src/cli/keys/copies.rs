//! Copies of the keyring.

use std::path::Path;

use super::{check_place, new_place, open, refused};
use crate::cli::args::{KeysBackup, KeysRestore};
use crate::cli::diagnostics::Messages;
use crate::cli::terminal::Terminal;
use crate::cli::{CLEAN, CommandError};
use crate::cli::{pass_phrase, school};
use crate::io;
use crate::keyring::{self, Keyring, KeyringFile, Keyrings, Problem};

/// Copies the keyring to a file.
pub(super) fn backup(options: &KeysBackup, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = school::find(options.place.folder.as_deref(), "keys backup FILE")?;
    let keyrings = pass_phrase::keyrings();
    let own = open(&keyrings, &folder, options.place.keys.as_deref())?;
    let file = &options.file;
    let messages = Messages::of_tool();
    let said = |id| CommandError::Said(messages.say(id, [("file", file.display().to_string())]));
    check_place(file, &folder).map_err(|fault| {
        said(match fault.problem {
            Problem::InSites => "backup-in-sites",
            _ => "backup-in-school",
        })
    })?;
    if io::real(file) == io::real(&own.place) {
        return Err(said("backup-same"));
    }
    if file.is_dir() {
        return Err(said("backup-folder"));
    }
    if file.exists() {
        let there = keyrings.read(file, &folder).map_err(|fault| {
            said(if fault.problem.is_about_phrase() {
                "backup-there-protected"
            } else {
                "backup-there"
            })
        })?;
        if there.keyring.school() != own.keyring.school() {
            return Err(said("backup-other"));
        }
        if own.keyring.is_behind(&there.keyring) {
            return Err(said("backup-newer"));
        }
    }
    io::private_file(file, own.bytes())?;
    let written = if own.is_protected() {
        "backup-written-protected"
    } else {
        "backup-written"
    };
    let values = [("file", file.display().to_string())];
    terminal.say(&messages.say(written, values))?;
    Ok(CLEAN)
}

/// Puts a backup in the keyring's place.
pub(super) fn restore(options: &KeysRestore, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = school::find(options.place.folder.as_deref(), "keys restore FILE")?;
    let file = &options.file;
    let messages = Messages::of_tool();
    let said = |id| CommandError::Said(messages.say(id, [("file", file.display().to_string())]));
    if !file.is_file() {
        return Err(said("restore-none"));
    }
    let keyrings = pass_phrase::keyrings();
    let backup = keyrings.read(file, &folder).map_err(|fault| {
        if fault.problem.is_about_phrase() {
            refused(&fault)
        } else {
            said("restore-damaged")
        }
    })?;
    if keyring::id_of(&folder).is_some_and(|id| id != backup.keyring.school().id) {
        let made = backup.keyring.made().map(|day| messages.day(day));
        let values = [
            ("file", file.display().to_string()),
            ("school", backup.keyring.school_name().to_owned()),
            ("day", made.unwrap_or_default()),
        ];
        return Err(CommandError::Said(messages.say("restore-other", values)));
    }
    let named = options.place.keys.as_deref();
    let place = new_place(&backup.keyring, named).map_err(|fault| refused(&fault))?;
    check_place(&place, &folder).map_err(|fault| refused(&fault))?;
    let shown = ("place", place.display().to_string());
    let there = in_place(&keyrings, &place, &folder, &messages)?;
    if let Some(there) = &there {
        if there.keyring.school() != backup.keyring.school() {
            return Err(CommandError::Said(messages.say("restore-place", [shown])));
        }
        if backup.keyring.is_behind(&there.keyring) && !options.older {
            return Err(said("restore-behind"));
        }
    }
    let phrase = there.as_ref().and_then(|there| there.phrase.clone());
    let keeps_phrase = phrase.is_some() && !backup.is_protected();
    if keeps_phrase {
        KeyringFile::new(backup.keyring.clone(), place, phrase).write()?;
    } else {
        io::private_file(&place, backup.bytes())?;
    }
    let (backup, there) = (backup.keyring, there.map(|there| there.keyring));
    keyring::mark(&folder, &backup)?;
    terminal.say(&messages.say("restored", [shown]))?;
    if keeps_phrase {
        terminal.say(&messages.say("restored-phrase", []))?;
    }
    say_what_is_back(&backup, there.as_ref(), &messages, terminal)?;
    Ok(CLEAN)
}

/// Says who has access again, and what to look at next.
fn say_what_is_back(
    backup: &Keyring,
    there: Option<&Keyring>,
    messages: &Messages,
    terminal: &mut Terminal,
) -> Result<(), CommandError> {
    let back = there.into_iter().flat_map(Keyring::all_revoked);
    let back: Vec<&str> = back
        .filter(|reader| backup.all_revoked().all(|one| one != *reader))
        .collect();
    if !back.is_empty() {
        let list = [("list", back.join(", "))];
        terminal.error(&messages.say("restored-readers", list));
    }
    let next = if there.is_some_and(|there| backup.is_behind(there)) {
        "restored-older"
    } else {
        "restored-check"
    };
    terminal.say(&messages.say(next, []))?;
    Ok(())
}

/// The keyring that a backup replaces. `None` if there is none, or a damaged one.
fn in_place(
    keyrings: &Keyrings,
    place: &Path,
    school: &Path,
    messages: &Messages,
) -> Result<Option<KeyringFile>, CommandError> {
    match keyrings.read(place, school) {
        Ok(file) => Ok(Some(file)),
        Err(fault) if fault.problem.is_about_phrase() => {
            let place = [("place", place.display().to_string())];
            Err(CommandError::Said(messages.say("restore-protected", place)))
        }
        Err(_) => Ok(None),
    }
}
