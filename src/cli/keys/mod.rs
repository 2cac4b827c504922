//! `kinfolio keys`: the keyring of a school, and who can open pages with it.

mod change;
mod copies;
mod protect;
mod status;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{KeyringPlace, Keys, KeysInit};
use super::diagnostics::Messages;
use super::readers::SchoolReaders;
use super::school;
use super::terminal::Terminal;
use super::{CLEAN, CommandError, pass_phrase};
use crate::incremental::is_near_sites;
use crate::keyring::{self, Keyring, KeyringFault, KeyringFile, Keyrings, Problem};
use crate::seal::Key;

/// Runs a command about keys.
pub(super) fn run(command: &Keys, terminal: &mut Terminal) -> Result<u8, CommandError> {
    match command {
        Keys::Init(options) => init(options, terminal),
        Keys::Status(options) => status::run(options, terminal),
        Keys::Rotate(options) => change::rotate(options, terminal),
        Keys::Revoke(options) => change::revoke(options, terminal),
        Keys::Reissue(options) => change::reissue(options, terminal),
        Keys::Retire(options) => change::retire(options, terminal),
        Keys::Backup(options) => copies::backup(options, terminal),
        Keys::Restore(options) => copies::restore(options, terminal),
        Keys::Protect(place) => protect::protect(place, terminal),
        Keys::Unprotect(place) => protect::unprotect(place, terminal),
    }
}

/// A school with its keyring.
pub(super) struct SchoolKeys {
    pub(super) readers: SchoolReaders,
    pub(super) keyring: Keyring,
    /// The file of the keyring.
    pub(super) place: PathBuf,
    /// Whether the file has a pass phrase.
    pub(super) is_protected: bool,
    keyrings: Arc<Keyrings>,
}

impl SchoolKeys {
    /// Opens the keyring, then reads the school. `command` is for the message if there is
    /// no school.
    pub(super) fn open(place: &KeyringPlace, command: &str) -> Result<Self, CommandError> {
        let folder = school::find(place.folder.as_deref(), command)?;
        let keyrings = pass_phrase::keyrings();
        let file = open(&keyrings, &folder, place.keys.as_deref())?;
        let readers = SchoolReaders::read(&folder)?;
        Ok(Self {
            readers,
            is_protected: file.is_protected(),
            keyring: file.keyring,
            place: file.place,
            keyrings,
        })
    }

    /// Changes the keyring as it is now in its place: reading the school may have taken
    /// long, and another command may have changed it in the meantime.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Keyring)) -> Result<(), CommandError> {
        let mut file = open(&self.keyrings, &self.readers.folder, Some(&self.place))?;
        change(&mut file.keyring);
        file.write()?;
        self.keyring = file.keyring;
        Ok(())
    }
}

/// Opens the keyring of the school in `folder`.
///
/// # Errors
/// Why it is not used.
pub(super) fn open(
    keyrings: &Keyrings,
    folder: &Path,
    keys: Option<&Path>,
) -> Result<KeyringFile, CommandError> {
    try_open(keyrings, folder, keys).map_err(|fault| refused(&fault))
}

/// The same with the reason as data.
pub(super) fn try_open(
    keyrings: &Keyrings,
    folder: &Path,
    keys: Option<&Path>,
) -> Result<KeyringFile, KeyringFault> {
    let file = keyrings.open(folder, None, keys)?;
    refuse_sites(&file.place)?;
    Ok(file)
}

/// Refuses a place for a keyring that other people can see.
fn check_place(place: &Path, school: &Path) -> Result<(), KeyringFault> {
    keyring::check_place(place, school, None).and_then(|()| refuse_sites(place))
}

/// Refuses a place next to the sites of families.
fn refuse_sites(place: &Path) -> Result<(), KeyringFault> {
    if place.parent().is_some_and(is_near_sites) {
        let (problem, place) = (Problem::InSites, place.to_path_buf());
        return Err(KeyringFault { problem, place });
    }
    Ok(())
}

/// Why the keyring of a school is not used, and what to do.
pub(super) fn problem(fault: &KeyringFault, messages: &Messages) -> String {
    let id = match fault.problem {
        Problem::None => "keyring-none",
        Problem::Lost => "keyring-lost",
        Problem::Damaged => "keyring-damaged",
        Problem::Open => "keyring-open",
        Problem::InSchool => "keyring-in-school",
        Problem::InSites => "keyring-in-sites",
        Problem::OtherSchool => "keyring-other-school",
        Problem::NoFolder => "keyring-no-folder",
        Problem::NoPhrase => "keyring-no-phrase",
        Problem::EmptyPhrase => "keyring-empty-phrase",
        Problem::WrongPhrase => "keyring-wrong-phrase",
        Problem::NoSupport => "keyring-no-support",
        Problem::PhraseFileUnread => "phrase-file-unread",
        Problem::PhraseFileEmpty => "phrase-file-empty",
        Problem::PhraseFileOpen => "phrase-file-open",
        Problem::PhraseFilePlace => "phrase-file-place",
    };
    messages.say(id, [("file", fault.place.display().to_string())])
}

/// The same as an error of the command.
pub(super) fn refused(fault: &KeyringFault) -> CommandError {
    CommandError::Said(problem(fault, &Messages::of_tool()))
}

/// Makes the keyring of a school.
fn init(options: &KeysInit, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let named = options.place.keys.as_deref();
    let folder = school::find(options.place.folder.as_deref(), "keys init")?;
    if keyring::id_of(&folder).is_some() && !options.new {
        return Err(already_there(&folder, named));
    }
    let readers = SchoolReaders::read(&folder)?;
    let mut secret = zeroize::Zeroizing::new([0; 32]);
    getrandom::fill(&mut *secret).map_err(|error| {
        let system = ("system", error.to_string());
        CommandError::Said(readers.messages.say("keys-no-random", [system]))
    })?;
    let name = &readers.shared.school.name.original;
    let keyring = Keyring::new(Key::new(*secret), name, readers.today());
    let place = new_place(&keyring, named).map_err(|fault| refused(&fault))?;
    check_place(&place, &folder).map_err(|fault| refused(&fault))?;
    let shown = [("place", place.display().to_string())];
    if place.exists() {
        let messages = &readers.messages;
        return Err(CommandError::Said(messages.say("keys-file-there", shown)));
    }
    let keyrings = pass_phrase::keyrings();
    keyrings
        .check_phrase_file(&folder, None)
        .map_err(|fault| refused(&fault))?;
    let messages = &readers.messages;
    let phrase = protect::for_new_keyring(options.pass_phrase, &keyrings, messages, terminal)?;
    let file = KeyringFile::new(keyring, place, phrase);
    file.write()?;
    keyring::mark(&folder, &file.keyring)?;
    let say = |id| readers.messages.say(id, shown.clone());
    terminal.say(&say("keys-made"))?;
    if named.is_some() {
        terminal.say(&say("keys-made-elsewhere"))?;
    }
    if options.new {
        terminal.say(&say("keys-made-again"))?;
    }
    terminal.say(&say("keys-made-loss"))?;
    terminal.say(&say("keys-made-backup"))?;
    Ok(CLEAN)
}

/// Where a new keyring goes.
fn new_place(keyring: &Keyring, named: Option<&Path>) -> Result<PathBuf, KeyringFault> {
    let default = || keyring::default_place(&keyring.school().id);
    let place = named.map(Path::to_path_buf).or_else(default);
    place.ok_or_else(|| KeyringFault {
        problem: Problem::NoFolder,
        place: PathBuf::new(),
    })
}

/// Why no second keyring is made.
fn already_there(folder: &Path, named: Option<&Path>) -> CommandError {
    // Whether there is one is seen without its pass phrase.
    let (id, place) = match Keyrings::default().open(folder, None, named) {
        Ok(file) => ("keys-there", file.place),
        Err(fault) if fault.problem.is_about_phrase() => ("keys-there", fault.place),
        Err(fault) if fault.problem == Problem::Lost => ("keys-there-lost", fault.place),
        Err(fault) => return refused(&fault),
    };
    let place = ("place", place.display().to_string());
    CommandError::Said(Messages::of_tool().say(id, [place]))
}
