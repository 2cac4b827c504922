//! Copies of the keyring.

use super::{check_place, new_place, open, refused};
use crate::cli::args::{KeysBackup, KeysRestore};
use crate::cli::diagnostics::Messages;
use crate::cli::school;
use crate::cli::terminal::Terminal;
use crate::cli::{CLEAN, CommandError};
use crate::io;
use crate::keyring::{self, Keyring, Problem};

/// Copies the keyring to a file.
pub(super) fn backup(options: &KeysBackup, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = school::find(options.place.folder.as_deref(), "keys backup FILE")?;
    let (keyring, place) = open(&folder, options.place.keys.as_deref())?;
    let file = &options.file;
    let messages = Messages::of_tool();
    let said = |id| CommandError::Said(messages.say(id, [("file", file.display().to_string())]));
    check_place(file, &folder).map_err(|fault| {
        said(match fault.problem {
            Problem::InSites => "backup-in-sites",
            _ => "backup-in-school",
        })
    })?;
    if io::real(file) == io::real(&place) {
        return Err(said("backup-same"));
    }
    if file.is_dir() {
        return Err(said("backup-folder"));
    }
    if file.exists() {
        let there = keyring::read(file).ok_or_else(|| said("backup-there"))?;
        if there.school() != keyring.school() {
            return Err(said("backup-other"));
        }
        if keyring.is_behind(&there) {
            return Err(said("backup-newer"));
        }
    }
    keyring::write(&keyring, file)?;
    let values = [("file", file.display().to_string())];
    terminal.say(&messages.say("backup-written", values))?;
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
    let backup = keyring::read(file).ok_or_else(|| said("restore-damaged"))?;
    if keyring::id_of(&folder).is_some_and(|id| id != backup.school().id) {
        let made = backup.made().map(|day| messages.day(day));
        let values = [
            ("file", file.display().to_string()),
            ("school", backup.school_name().to_owned()),
            ("day", made.unwrap_or_default()),
        ];
        return Err(CommandError::Said(messages.say("restore-other", values)));
    }
    let named = options.place.keys.as_deref();
    let place = new_place(&backup, named).map_err(|fault| refused(&fault))?;
    check_place(&place, &folder).map_err(|fault| refused(&fault))?;
    let shown = ("place", place.display().to_string());
    let there = keyring::read(&place);
    if let Some(there) = &there {
        if there.school() != backup.school() {
            return Err(CommandError::Said(messages.say("restore-place", [shown])));
        }
        if backup.is_behind(there) && !options.older {
            return Err(said("restore-behind"));
        }
    }
    keyring::write(&backup, &place)?;
    keyring::mark(&folder, &backup)?;
    terminal.say(&messages.say("restored", [shown]))?;
    let back = there.iter().flat_map(Keyring::all_revoked);
    let back: Vec<&str> = back
        .filter(|reader| backup.all_revoked().all(|one| one != *reader))
        .collect();
    if !back.is_empty() {
        let list = [("list", back.join(", "))];
        terminal.error(&messages.say("restored-readers", list));
    }
    let next = if there.is_some_and(|there| backup.is_behind(&there)) {
        "restored-older"
    } else {
        "restored-check"
    };
    terminal.say(&messages.say(next, []))?;
    Ok(CLEAN)
}
