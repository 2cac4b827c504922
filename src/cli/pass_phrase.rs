//! Pass phrases of keyrings: typed on a terminal, or in a file for runs that nobody
//! watches. They are never on the command line, where other users can see them.

use std::path::Path;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::CommandError;
use super::diagnostics::Messages;
use crate::keyring::{Keyrings, PassPhrase, PhraseFile, Weakness};

/// The environment variable that names a file with the pass phrase.
const FILE: &str = "KINFOLIO_PASS_PHRASE_FILE";

/// The folder in which systemd gives credentials to a service.
const CREDENTIALS: &str = "CREDENTIALS_DIRECTORY";
/// The name of the pass phrase among them.
const CREDENTIAL: &str = "kinfolio-pass-phrase";

/// Opens the keyrings of a command. What they ask for is asked once.
pub(super) fn keyrings() -> Arc<Keyrings> {
    Arc::new(Keyrings::new(file(), |place| {
        let place = [("place", place.display().to_string())];
        typed(&Messages::of_tool().say("phrase-prompt", place))
    }))
}

/// Opens keyrings without asking anybody: those without a pass phrase, and those whose pass
/// phrase is in the file.
pub(super) fn silent_keyrings() -> Keyrings {
    Keyrings::new(file(), |_| None)
}

/// The file with the pass phrase, if somebody set one.
fn file() -> Option<PhraseFile> {
    let named = std::env::var_os(FILE).filter(|path| !path.is_empty());
    named
        .map(|path| PhraseFile::Named(path.into()))
        .or_else(|| {
            let folder = std::env::var_os(CREDENTIALS)?;
            let path = Path::new(&folder).join(CREDENTIAL);
            path.is_file().then_some(PhraseFile::Credential(path))
        })
}

/// A pass phrase for a keyring that has none yet: from the file, so that later runs find it
/// there, or typed.
pub(super) fn first(keyrings: &Keyrings, messages: &Messages) -> Result<PassPhrase, CommandError> {
    let Some(file) = keyrings.phrase_file() else {
        return chosen(messages);
    };
    let place = file.path();
    let phrase = file.read().map_err(|problem| {
        let place = place.to_path_buf();
        super::keys::refused(&crate::keyring::KeyringFault { problem, place })
    })?;
    if !phrase.is_long_enough() {
        return Err(weak(Weakness::Short, messages));
    }
    Ok(phrase)
}

/// A new pass phrase, typed twice.
pub(super) fn chosen(messages: &Messages) -> Result<PassPhrase, CommandError> {
    let said = |id| CommandError::Said(messages.say(id, []));
    let ask = |id| typed(&messages.say(id, [])).ok_or_else(|| said("phrase-no-terminal"));
    let first = ask("phrase-prompt-new")?;
    let phrase = PassPhrase::chosen(&first).map_err(|weakness| weak(weakness, messages))?;
    if PassPhrase::given(&ask("phrase-prompt-again")?).as_ref() != Some(&phrase) {
        return Err(said("phrase-differs"));
    }
    Ok(phrase)
}

fn weak(weakness: Weakness, messages: &Messages) -> CommandError {
    CommandError::Said(messages.say(
        match weakness {
            Weakness::Empty => "phrase-empty",
            Weakness::Short => "phrase-short",
        },
        [],
    ))
}

/// What a person types, which the terminal does not show. Empty if the person ends the
/// input. `None` if there is no terminal.
#[cfg(feature = "pass-phrase")]
fn typed(prompt: &str) -> Option<Zeroizing<String>> {
    use std::io::{self, IsTerminal as _, Write as _};

    if !io::stdin().is_terminal() {
        return None;
    }
    // Nothing else gets in between: not the progress line, which is erased first.
    let mut err = io::stderr().lock();
    if let Some(columns) = super::terminal::columns_for_progress() {
        let width = columns.saturating_sub(1);
        let _ = write!(err, "\r{:width$}\r", "");
        let _ = err.flush();
    }
    match rpassword::prompt_password(format!("{prompt} ")) {
        Ok(text) => Some(Zeroizing::new(text)),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Some(Zeroizing::default()),
        Err(_) => None,
    }
}

#[cfg(not(feature = "pass-phrase"))]
fn typed(_: &str) -> Option<Zeroizing<String>> {
    None
}
