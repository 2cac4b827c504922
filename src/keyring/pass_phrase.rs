//! Pass phrases: what is accepted as a new one, and the file that holds one for runs that
//! nobody watches.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::place::Problem;
use crate::io;

/// A pass phrase with fewer characters is refused. Five words from a list of a few thousand
/// have more.
const SHORTEST: usize = 16;

/// The largest file that is read. A file by mistake is not a pass phrase.
const LARGEST: u64 = 4096;

/// A pass phrase, which is overwritten when it is dropped. It is never shown: the type has
/// no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct PassPhrase(Zeroizing<String>);

/// Why a text cannot become a pass phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// There is nothing in it.
    Empty,
    /// Somebody who has a copy of the file could try all pass phrases of this length.
    Short,
}

/// A file that holds the pass phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhraseFile {
    /// One that a person named. Nobody else may be able to read it.
    Named(PathBuf),
    /// One that the system gives to a service. The system decides who can read it.
    Credential(PathBuf),
}

impl PassPhrase {
    /// The pass phrase that was typed or read to open a file. Spaces around it do not
    /// count. `None` if there is nothing else.
    #[must_use]
    pub fn given(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}').trim();
        let line = text.lines().next()?;
        Some(Self(Zeroizing::new(line.trim_end().to_owned())))
    }

    /// The same for a file that is to be protected with it.
    ///
    /// # Errors
    /// Why it does not protect anything.
    pub fn chosen(text: &str) -> Result<Self, Weakness> {
        let phrase = Self::given(text).ok_or(Weakness::Empty)?;
        phrase
            .is_long_enough()
            .then_some(phrase)
            .ok_or(Weakness::Short)
    }

    /// Whether a file may be protected with it.
    #[must_use]
    pub fn is_long_enough(&self) -> bool {
        self.0.chars().count() >= SHORTEST
    }

    /// Its text.
    #[cfg_attr(
        not(feature = "pass-phrase"),
        expect(dead_code, reason = "only the feature opens anything with it")
    )]
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl PhraseFile {
    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Named(path) | Self::Credential(path) => path,
        }
    }

    /// Reads it.
    ///
    /// # Errors
    /// Why it is not used.
    pub fn read(&self) -> Result<PassPhrase, Problem> {
        let bytes = io::read_bytes(self.path(), LARGEST);
        let bytes = bytes.ok_or(Problem::PhraseFileUnread)?;
        if matches!(self, Self::Named(path) if !io::is_private(path)) {
            return Err(Problem::PhraseFileOpen);
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| Problem::PhraseFileUnread)?;
        PassPhrase::given(text).ok_or(Problem::PhraseFileEmpty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_phrase_is_one_line_without_spaces_around_it() {
        let check = |text: &str, expected: Option<&str>| {
            let phrase = PassPhrase::given(text);
            assert_eq!(
                phrase.as_ref().map(|one| one.0.as_str()),
                expected,
                "{text:?}"
            );
        };
        check("four words of it", Some("four words of it"));
        check(" four words\r\n", Some("four words"));
        check("\u{feff}four words\nand more", Some("four words"));
        check("palabras de aquí", Some("palabras de aquí"));
        check("", None);
        check(" \r\n", None);
    }

    #[test]
    fn a_new_pass_phrase_has_a_length() {
        let check = |text: &str, expected: Option<Weakness>| {
            assert_eq!(PassPhrase::chosen(text).err(), expected, "{text:?}");
        };
        check("  ", Some(Weakness::Empty));
        check("fifteen letters", Some(Weakness::Short));
        check("fifteen letters   ", Some(Weakness::Short));
        check("sixteen letters!", None);
        check("ééééééééééééééé", Some(Weakness::Short));
    }

    #[test]
    fn a_file_that_is_not_used_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("phrase");
        let read = |file: &dyn Fn(PathBuf) -> PhraseFile| file(place.clone()).read().err();
        assert_eq!(read(&PhraseFile::Named), Some(Problem::PhraseFileUnread));
        let check = |bytes: &[u8], expected: Option<Problem>| {
            io::private_file(&place, bytes).unwrap();
            assert_eq!(read(&PhraseFile::Named), expected, "{bytes:?}");
        };
        check(b"\xff\xfe", Some(Problem::PhraseFileUnread));
        check(&[b'a'; 5000], Some(Problem::PhraseFileUnread));
        check(b"\n", Some(Problem::PhraseFileEmpty));
        check(b"words\n", None);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let rights = std::fs::Permissions::from_mode(0o440);
            std::fs::set_permissions(&place, rights).unwrap();
            assert_eq!(read(&PhraseFile::Named), Some(Problem::PhraseFileOpen));
            assert_eq!(read(&PhraseFile::Credential), None);
        }
    }
}
