//! Opening keyrings, with a pass phrase if they have one. Each is asked for once and
//! stretched once, however often a run looks at the file.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use super::age_file;
use super::file::Keyring;
use super::pass_phrase::{PassPhrase, PhraseFile};
use super::place::{self, KeyringFault, LARGEST, Problem};
use crate::io::{self, Fault};

/// Asks a person for the pass phrase of a keyring. Returns what was typed, or `None` if
/// nobody can be asked.
type Ask = dyn Fn(&Path) -> Option<Zeroizing<String>> + Send + Sync;

/// Opens the keyrings of one run. It knows the pass phrases that it was given. The default
/// one asks nobody.
#[derive(Default)]
pub struct Keyrings {
    phrase: Option<PhraseFile>,
    ask: Option<Box<Ask>>,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    /// What was opened, by its place.
    opened: BTreeMap<PathBuf, KeyringFile>,
    /// Files that the last pass phrase did not open, and why.
    unopened: BTreeMap<PathBuf, (Arc<[u8]>, PassPhrase, Problem)>,
    /// What was typed for a file. Nobody is asked for it twice.
    typed: BTreeMap<PathBuf, Option<PassPhrase>>,
}

/// A keyring, and how it is in its file.
#[derive(Clone)]
pub struct KeyringFile {
    /// The keyring.
    pub keyring: Keyring,
    /// The file.
    pub place: PathBuf,
    /// Its pass phrase. `None` if everyone who has the file can read it.
    pub phrase: Option<PassPhrase>,
    /// The bytes of the file that it was read from.
    bytes: Arc<[u8]>,
}

impl KeyringFile {
    /// A keyring that is to be written to `place`.
    #[must_use]
    pub fn new(keyring: Keyring, place: PathBuf, phrase: Option<PassPhrase>) -> Self {
        let bytes = Arc::default();
        Self {
            keyring,
            place,
            phrase,
            bytes,
        }
    }

    /// Whether only a pass phrase opens the file.
    #[must_use]
    pub fn is_protected(&self) -> bool {
        self.phrase.is_some()
    }

    /// The bytes of the file that it was read from.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Writes the keyring for its owner alone, protected as this says. The file that was
    /// there is replaced in one step.
    ///
    /// # Errors
    /// The system error.
    pub fn write(&self) -> Result<(), Fault> {
        let plain = Zeroizing::new(self.keyring.bytes());
        let Some(phrase) = &self.phrase else {
            return io::private_file(&self.place, &plain);
        };
        let protected = age_file::protect(&plain, phrase, age_file::WORK);
        let bytes = protected.map_err(|error| Fault::new("write", &self.place, error))?;
        io::private_file(&self.place, &bytes)
    }
}

impl fmt::Debug for Keyrings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Keyrings").finish_non_exhaustive()
    }
}

impl Keyrings {
    /// Takes pass phrases from `phrase`, or else from `ask`.
    pub fn new(
        phrase: Option<PhraseFile>,
        ask: impl Fn(&Path) -> Option<Zeroizing<String>> + Send + Sync + 'static,
    ) -> Self {
        Self {
            phrase,
            ask: Some(Box::new(ask)),
            known: Mutex::default(),
        }
    }

    /// The file with the pass phrase, if there is one.
    #[must_use]
    pub fn phrase_file(&self) -> Option<&PhraseFile> {
        self.phrase.as_ref()
    }

    /// Reads the keyring of the school in `school`, whose sites go to `sites`. `named` is
    /// its file, if it is not in the system's folder.
    ///
    /// # Errors
    /// Why it is not used.
    pub fn open(
        &self,
        school: &Path,
        sites: Option<&Path>,
        named: Option<&Path>,
    ) -> Result<KeyringFile, KeyringFault> {
        let place = place::place(school, named)?;
        place::check_place(&place, school, sites)?;
        let fault = |problem| KeyringFault::new(problem, &place);
        let Some(bytes) = io::read_bytes(&place, LARGEST) else {
            let problem = if named.is_some() && place::id_of(school).is_none() {
                Problem::None
            } else {
                Problem::Lost
            };
            return Err(fault(problem));
        };
        if !io::is_private(&place) {
            return Err(fault(Problem::Open));
        }
        self.check_phrase_file(school, sites)?;
        let file = self.unlock(&place, bytes)?;
        if place::id_of(school).is_some_and(|id| id != file.keyring.school().id) {
            return Err(fault(Problem::OtherSchool));
        }
        Ok(file)
    }

    /// Reads the keyring or the backup in `file`, whosever it is.
    ///
    /// # Errors
    /// That it is no keyring, or why it is not opened.
    pub fn read(&self, file: &Path, school: &Path) -> Result<KeyringFile, KeyringFault> {
        let bytes = io::read_bytes(file, LARGEST);
        let bytes = bytes.ok_or_else(|| KeyringFault::new(Problem::Damaged, file))?;
        self.check_phrase_file(school, None)?;
        self.unlock(file, bytes)
    }

    /// Refuses a file with a pass phrase that other people can see.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn check_phrase_file(
        &self,
        school: &Path,
        sites: Option<&Path>,
    ) -> Result<(), KeyringFault> {
        let Some(PhraseFile::Named(path)) = &self.phrase else {
            return Ok(());
        };
        place::check_place(path, school, sites)
            .map_err(|fault| KeyringFault::new(Problem::PhraseFilePlace, &fault.place))
    }

    /// Opens what is in a file.
    fn unlock(&self, place: &Path, bytes: Arc<[u8]>) -> Result<KeyringFile, KeyringFault> {
        let fault = |problem| KeyringFault::new(problem, place);
        if !age_file::is_protected(&bytes) {
            let keyring = Keyring::read(&bytes).ok_or_else(|| fault(Problem::Damaged))?;
            let mut file = KeyringFile::new(keyring, place.to_path_buf(), None);
            file.bytes = bytes;
            return Ok(file);
        }
        if !cfg!(feature = "pass-phrase") {
            return Err(fault(Problem::NoSupport));
        }
        // The lock is held while a pass phrase is stretched, so that no other thread does
        // the same again.
        let mut known = self.known();
        if let Some(file) = known.opened.get(place).filter(|file| file.bytes == bytes) {
            return Ok(file.clone());
        }
        // A backup usually has the pass phrase of the keyring, and a keyring that changed
        // has the one that it had.
        let before = known.opened.values().filter_map(|file| file.phrase.clone());
        let before: Vec<PassPhrase> = before.collect();
        for phrase in before {
            match known.open(place, &bytes, &phrase) {
                Err(Problem::WrongPhrase) => {}
                opened => return opened.map_err(fault),
            }
        }
        let phrase = self.phrase_for(place, &mut known)?;
        known.open(place, &bytes, &phrase).map_err(fault)
    }

    /// The pass phrase that somebody gives for a file.
    fn phrase_for(&self, place: &Path, known: &mut Known) -> Result<PassPhrase, KeyringFault> {
        if let Some(file) = &self.phrase {
            let read = file.read();
            return read.map_err(|problem| KeyringFault::new(problem, file.path()));
        }
        let fault = |problem| KeyringFault::new(problem, place);
        if let Some(typed) = known.typed.get(place) {
            return typed.clone().ok_or_else(|| fault(Problem::EmptyPhrase));
        }
        let typed = self.ask.as_ref().and_then(|ask| ask(place));
        let typed = typed.ok_or_else(|| fault(Problem::NoPhrase))?;
        let phrase = PassPhrase::given(&typed);
        known.typed.insert(place.to_path_buf(), phrase.clone());
        phrase.ok_or_else(|| fault(Problem::EmptyPhrase))
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// Opens `bytes`, unless this pass phrase is known not to.
    fn open(
        &mut self,
        place: &Path,
        bytes: &Arc<[u8]>,
        phrase: &PassPhrase,
    ) -> Result<KeyringFile, Problem> {
        if let Some((before, tried, problem)) = self.unopened.get(place)
            && before == bytes
            && tried == phrase
        {
            return Err(*problem);
        }
        let opened = age_file::open(bytes, phrase).inspect_err(|problem| {
            let tried = (bytes.clone(), phrase.clone(), *problem);
            self.unopened.insert(place.to_path_buf(), tried);
        })?;
        let keyring = Keyring::read(&opened).ok_or(Problem::Damaged)?;
        let mut file = KeyringFile::new(keyring, place.to_path_buf(), Some(phrase.clone()));
        file.bytes = bytes.clone();
        self.opened.insert(place.to_path_buf(), file.clone());
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::model::Date;
    use crate::seal::Key;

    fn keyring() -> Keyring {
        let day = Date::constant(2026, 11, 20);
        Keyring::new(Key::new([7; 32]), "Larch Lane School", day)
    }

    fn problem(opened: Result<KeyringFile, KeyringFault>) -> Option<Problem> {
        opened.err().map(|fault| fault.problem)
    }

    /// Keyrings for which somebody types `text`, and how often that was.
    fn typing(text: &'static str) -> (Keyrings, Arc<AtomicUsize>) {
        let times = Arc::new(AtomicUsize::new(0));
        let count = times.clone();
        let keyrings = Keyrings::new(None, move |_| {
            count.fetch_add(1, Ordering::Relaxed);
            Some(Zeroizing::new(text.to_owned()))
        });
        (keyrings, times)
    }

    #[cfg(feature = "pass-phrase")]
    const PHRASE: &str = "larch lane and five words";

    /// A file that takes little work to open.
    #[cfg(feature = "pass-phrase")]
    fn protected(place: &Path, keyring: &Keyring) -> Vec<u8> {
        let phrase = PassPhrase::given(PHRASE).unwrap();
        let bytes = age_file::protect(&keyring.bytes(), &phrase, 4).unwrap();
        io::private_file(place, &bytes).unwrap();
        bytes
    }

    #[cfg(feature = "pass-phrase")]
    #[test]
    fn a_pass_phrase_is_asked_for_once_and_stretched_once() {
        let folder = tempfile::tempdir().unwrap();
        let [school, place] = ["school", "keyring.json"].map(|name| folder.path().join(name));
        let (keyrings, times) = typing(PHRASE);
        let open = || keyrings.open(&school, None, Some(&place)).unwrap();
        let bytes = protected(&place, &keyring());
        assert!(open().is_protected());
        // What is known of these bytes is used without another look into them.
        let mut other = keyring();
        other.rotate_all();
        keyrings.known().opened.get_mut(&place).unwrap().keyring = other;
        assert_eq!(open().keyring.site_turn("ana"), 1);
        // Other bytes are opened with the same pass phrase.
        assert_ne!(protected(&place, &keyring()), bytes);
        assert_eq!(open().keyring.site_turn("ana"), 0);
        // A copy is, too.
        let copy = folder.path().join("copy.json");
        protected(&copy, &keyring());
        assert!(keyrings.read(&copy, &school).unwrap().is_protected());
        assert_eq!(times.load(Ordering::Relaxed), 1);
        // An unprotected file needs none.
        io::private_file(&place, &keyring().bytes()).unwrap();
        assert!(!open().is_protected());
    }

    #[cfg(feature = "pass-phrase")]
    #[test]
    fn a_file_that_does_not_open_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let [school, place] = ["school", "keyring.json"].map(|name| folder.path().join(name));
        let bytes = protected(&place, &keyring());
        let opened = |keyrings: &Keyrings| problem(keyrings.open(&school, None, Some(&place)));
        assert_eq!(opened(&Keyrings::default()), Some(Problem::NoPhrase));
        let check = |text: &'static str, expected: Option<Problem>| {
            let (keyrings, times) = typing(text);
            for _ in 0..3 {
                assert_eq!(opened(&keyrings), expected, "{text}");
            }
            assert_eq!(times.load(Ordering::Relaxed), 1, "{text}");
        };
        check(PHRASE, None);
        check("another one", Some(Problem::WrongPhrase));
        check(" ", Some(Problem::EmptyPhrase));
        io::private_file(&place, &bytes[..bytes.len() - 1]).unwrap();
        check(PHRASE, Some(Problem::Damaged));
        io::private_file(&place, &bytes[..40]).unwrap();
        check(PHRASE, Some(Problem::Damaged));
        // The right pass phrase, but no keyring in it.
        let phrase = PassPhrase::given(PHRASE).unwrap();
        let words = age_file::protect(b"words", &phrase, 4).unwrap();
        io::private_file(&place, &words).unwrap();
        check(PHRASE, Some(Problem::Damaged));
    }

    #[cfg(feature = "pass-phrase")]
    #[test]
    fn a_file_with_a_pass_phrase_may_be_renewed_during_a_run() {
        let folder = tempfile::tempdir().unwrap();
        let [school, place, phrase] =
            ["school", "keyring.json", "phrase"].map(|name| folder.path().join(name));
        protected(&place, &keyring());
        let keyrings = Keyrings::new(Some(PhraseFile::Named(phrase.clone())), |_| None);
        let opened = || problem(keyrings.open(&school, None, Some(&place)));
        assert_eq!(opened(), Some(Problem::PhraseFileUnread));
        io::private_file(&phrase, b"another one").unwrap();
        assert_eq!(opened(), Some(Problem::WrongPhrase));
        io::private_file(&phrase, PHRASE.as_bytes()).unwrap();
        assert_eq!(opened(), None);
        std::fs::create_dir(&school).unwrap();
        let inside = school.join("phrase");
        io::private_file(&inside, PHRASE.as_bytes()).unwrap();
        let keyrings = Keyrings::new(Some(PhraseFile::Named(inside)), |_| None);
        let opened = keyrings.open(&school, None, Some(&place));
        assert_eq!(problem(opened), Some(Problem::PhraseFilePlace));
    }

    /// The file of another computer that has the feature.
    #[cfg(not(feature = "pass-phrase"))]
    #[test]
    fn a_program_without_pass_phrases_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("keyring.json");
        io::private_file(&place, b"age-encryption.org/v1\n-> scrypt ...").unwrap();
        let (keyrings, times) = typing("larch lane");
        let opened = keyrings.open(&folder.path().join("school"), None, Some(&place));
        assert_eq!(problem(opened), Some(Problem::NoSupport));
        assert_eq!(times.load(Ordering::Relaxed), 0);
        io::private_file(&place, &keyring().bytes()).unwrap();
        let opened = keyrings.open(&folder.path().join("school"), None, Some(&place));
        assert_eq!(problem(opened), None);
    }
}
