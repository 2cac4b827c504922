//! A pass phrase on the keyring.

use super::open;
use crate::cli::args::KeyringPlace;
use crate::cli::diagnostics::Messages;
use crate::cli::pass_phrase;
use crate::cli::school;
use crate::cli::terminal::Terminal;
use crate::cli::{CLEAN, CommandError};
use crate::keyring::{Keyrings, PassPhrase};

/// Protects the keyring with a pass phrase, or changes the one that it has.
pub(super) fn protect(options: &KeyringPlace, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = school::find(options.folder.as_deref(), "keys protect")?;
    let messages = Messages::of_tool();
    need_support(&messages)?;
    let keyrings = pass_phrase::keyrings();
    let mut file = open(&keyrings, &folder, options.keys.as_deref())?;
    let had_one = file.is_protected();
    terminal.say(&messages.say("protect-loss", []))?;
    // The file with the pass phrase has the old one.
    let phrase = if had_one {
        pass_phrase::chosen(&messages)?
    } else {
        pass_phrase::first(&keyrings, &messages)?
    };
    file.phrase = Some(phrase);
    file.write()?;
    let shown = [("place", file.place.display().to_string())];
    let done = if had_one {
        "protect-changed"
    } else {
        "protect-done"
    };
    terminal.say(&messages.say(done, shown))?;
    terminal.say(&messages.say("protect-copies", []))?;
    if !had_one {
        terminal.say(&messages.say("protect-scheduled", []))?;
    }
    Ok(CLEAN)
}

/// Takes the pass phrase off the keyring.
pub(super) fn unprotect(
    options: &KeyringPlace,
    terminal: &mut Terminal,
) -> Result<u8, CommandError> {
    let folder = school::find(options.folder.as_deref(), "keys unprotect")?;
    let messages = Messages::of_tool();
    let keyrings = pass_phrase::keyrings();
    let mut file = open(&keyrings, &folder, options.keys.as_deref())?;
    let shown = [("place", file.place.display().to_string())];
    if !file.is_protected() {
        terminal.say(&messages.say("unprotect-none", shown))?;
        return Ok(CLEAN);
    }
    file.phrase = None;
    file.write()?;
    terminal.say(&messages.say("unprotect-done", shown))?;
    Ok(CLEAN)
}

/// The pass phrase of a new keyring, if it is to have one. Says first what it means to lose
/// it.
pub(super) fn for_new_keyring(
    is_wanted: bool,
    keyrings: &Keyrings,
    messages: &Messages,
    terminal: &mut Terminal,
) -> Result<Option<PassPhrase>, CommandError> {
    if !is_wanted {
        return Ok(None);
    }
    need_support(messages)?;
    terminal.say(&messages.say("protect-loss", []))?;
    pass_phrase::first(keyrings, messages).map(Some)
}

fn need_support(messages: &Messages) -> Result<(), CommandError> {
    if cfg!(feature = "pass-phrase") {
        return Ok(());
    }
    Err(CommandError::Said(messages.say("protect-no-support", [])))
}
