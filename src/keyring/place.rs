//! Where a keyring is, and why one is not used.

use std::path::{Path, PathBuf};

use super::file::Keyring;
use crate::io::{self, Fault};
use crate::source::RelPath;

/// The name of a keyring's file.
const NAME: &str = "keyring.json";

/// The largest file that is read: a school of a hundred thousand readers.
pub(super) const LARGEST: u64 = 32 * 1024 * 1024;

/// The file in the school folder that says which keyring belongs to it. It holds nothing
/// secret.
const MARK: &str = ".kinfolio/keyring-id";

/// Why a keyring is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The school has none yet.
    None,
    /// It had one, and the file is not there.
    Lost,
    /// The file is damaged, or of another version of kinfolio.
    Damaged,
    /// Other people can read it.
    Open,
    /// It is in the shared folder.
    InSchool,
    /// It is in the folder of sites.
    InSites,
    /// It is that of another school.
    OtherSchool,
    /// There is no folder for it on this computer.
    NoFolder,
    /// It has a pass phrase, and nobody can be asked for it.
    NoPhrase,
    /// Nothing was typed when it was asked for.
    EmptyPhrase,
    /// Its pass phrase is another one, or the file is damaged.
    WrongPhrase,
    /// It has a pass phrase, and this program was built without them.
    NoSupport,
    /// The file with the pass phrase cannot be read.
    PhraseFileUnread,
    /// The file with the pass phrase has none in it.
    PhraseFileEmpty,
    /// Other people can read the file with the pass phrase.
    PhraseFileOpen,
    /// The file with the pass phrase is in the shared folder or in the folder of sites.
    PhraseFilePlace,
}

/// A keyring that is not used.
#[derive(Debug, Clone)]
pub struct KeyringFault {
    /// Why.
    pub problem: Problem,
    /// The file: that of the keyring, or that of the pass phrase.
    pub place: PathBuf,
}

impl Problem {
    /// Whether the keyring is there and only its pass phrase is missing.
    #[must_use]
    pub fn is_about_phrase(self) -> bool {
        matches!(
            self,
            Self::NoPhrase
                | Self::EmptyPhrase
                | Self::WrongPhrase
                | Self::NoSupport
                | Self::PhraseFileUnread
                | Self::PhraseFileEmpty
                | Self::PhraseFileOpen
                | Self::PhraseFilePlace
        )
    }
}

impl KeyringFault {
    pub(super) fn new(problem: Problem, place: &Path) -> Self {
        let place = place.to_path_buf();
        Self { problem, place }
    }
}

/// Where the keyring of the school `id` is, if nobody said another place.
#[must_use]
pub fn default_place(id: &str) -> Option<PathBuf> {
    Some(io::config_folder()?.join("keys").join(id).join(NAME))
}

/// Where the keyring of the school in `school` is: at `named`, or where
/// [`default_place`] says.
///
/// # Errors
/// That the school has none yet.
pub fn place(school: &Path, named: Option<&Path>) -> Result<PathBuf, KeyringFault> {
    if let Some(named) = named {
        return Ok(named.to_path_buf());
    }
    let id = id_of(school).ok_or_else(|| KeyringFault::new(Problem::None, Path::new("")))?;
    default_place(&id).ok_or_else(|| KeyringFault::new(Problem::NoFolder, Path::new("")))
}

/// Refuses a place that other people can see.
///
/// # Errors
/// Why it is refused.
pub fn check_place(place: &Path, school: &Path, sites: Option<&Path>) -> Result<(), KeyringFault> {
    let is_in = |folder: &Path| io::real(place).starts_with(io::real(folder));
    if is_in(school) {
        return Err(KeyringFault::new(Problem::InSchool, place));
    }
    if sites.is_some_and(is_in) {
        return Err(KeyringFault::new(Problem::InSites, place));
    }
    Ok(())
}

/// Marks the school folder as the one that `keyring` belongs to.
///
/// # Errors
/// The system error.
pub fn mark(school: &Path, keyring: &Keyring) -> Result<(), Fault> {
    let Some(path) = RelPath::new(MARK) else {
        return Ok(());
    };
    let id = keyring.school().id;
    io::replace_file(school, &path, format!("{id}\n").as_bytes())
}

/// The id of the keyring that belongs to the school folder. `None` if it has none.
#[must_use]
pub fn id_of(school: &Path) -> Option<String> {
    let bytes = io::read_bytes(&school.join(MARK), 1024)?;
    let text = std::str::from_utf8(&bytes).ok()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::{KeyringFile, Keyrings};
    use super::*;
    use crate::model::Date;
    use crate::seal::Key;

    fn keyring(secret: u8) -> Keyring {
        let day = Date::constant(2026, 11, 20);
        Keyring::new(Key::new([secret; 32]), "Larch Lane School", day)
    }

    fn write(keyring: Keyring, place: &Path) -> Result<(), io::Fault> {
        KeyringFile::new(keyring, place.to_path_buf(), None).write()
    }

    #[test]
    fn a_keyring_is_used_only_where_nobody_else_sees_it() {
        let folder = tempfile::tempdir().unwrap();
        let [school, sites, own] = ["school", "sites", "own"].map(|name| folder.path().join(name));
        for place in [&school, &sites, &own] {
            fs::create_dir(place).unwrap();
        }
        let problem = |place: &Path| {
            let opened = Keyrings::default().open(&school, Some(&sites), Some(place));
            opened.err().map(|fault| fault.problem)
        };
        let place = own.join(NAME);
        assert_eq!(problem(&place), Some(Problem::None));
        write(keyring(1), &place).unwrap();
        assert_eq!(problem(&place), None);
        mark(&school, &keyring(1)).unwrap();
        assert_eq!(problem(&place), None);
        assert_eq!(problem(&own.join("other.json")), Some(Problem::Lost));
        for (inside, expected) in [(&school, Problem::InSchool), (&sites, Problem::InSites)] {
            let place = inside.join(NAME);
            write(keyring(1), &place).unwrap();
            assert_eq!(problem(&place), Some(expected));
        }
        let half = &keyring(1).bytes()[..60];
        io::private_file(&place, half).unwrap();
        assert_eq!(problem(&place), Some(Problem::Damaged));
        write(keyring(2), &place).unwrap();
        assert_eq!(problem(&place), Some(Problem::OtherSchool));
        write(keyring(1), &place).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(&place, fs::Permissions::from_mode(0o644)).unwrap();
            assert_eq!(problem(&place), Some(Problem::Open));
        }
    }

    #[test]
    fn a_school_without_a_mark_has_no_keyring_yet() {
        let school = tempfile::tempdir().unwrap();
        let opened = Keyrings::default().open(school.path(), None, None);
        assert_eq!(opened.err().map(|fault| fault.problem), Some(Problem::None));
    }
}
