use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use etcetera::BaseStrategy as _;
use sha2::{Digest, Sha256};

use super::stamp::Stamp;
use super::write::site_name;
use super::{Fault, overlap, plain, private_file};
use crate::source::MAX_PICTURE_BYTES;

/// The most that may be known of one student: no entry comes near it.
const MAX_LEDGER_BYTES: u64 = MAX_PICTURE_BYTES;

/// Where a builder keeps what it knows of the sites that it wrote into `out`: a
/// folder of the user's own, since it holds names and words of students. `named`
/// is where the user wants it; otherwise it is the place that the system has for
/// such things (`STATE_DIRECTORY` of a service, `XDG_STATE_HOME` and its like of
/// a person). Nothing comes back where there is none: a place that depends on
/// the folder in which the program is run is none.
#[must_use]
pub fn work_folder(named: Option<&Path>, out: &Path) -> Option<PathBuf> {
    let service = std::env::var_os("STATE_DIRECTORY").map(PathBuf::from);
    let person = || {
        let places = etcetera::choose_base_strategy().ok()?;
        let state = places.state_dir().unwrap_or_else(|| places.data_dir());
        Some(state.join("kinfolio"))
    };
    let own = || {
        let mut places = [service, person()].into_iter().flatten();
        places.find(|place| place.is_absolute())
    };
    let base = named.map(Path::to_path_buf).or_else(own)?;
    let out = super::real(out);
    Some(base.join(hex(out.as_os_str().as_encoded_bytes())))
}

/// What a builder knows of each student's site: one private file each, written
/// after the site itself.
#[derive(Debug)]
pub struct Ledger {
    folder: Option<PathBuf>,
}

impl Ledger {
    /// The ledger in `folder`; one that forgets everything where there is none.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// Whether it lies in one of `places`, where others could read it.
    #[must_use]
    pub fn is_in(&self, places: &[&Path]) -> bool {
        let folder = self.folder.as_deref();
        folder.is_some_and(|folder| places.iter().any(|place| overlap(place, folder)))
    }

    /// Where it lies, for whoever is told of it.
    #[must_use]
    pub fn place_on_disk(&self) -> PathBuf {
        self.folder.clone().unwrap_or_default()
    }

    /// What is known of a student's site.
    #[must_use]
    pub fn read(&self, student: &str) -> Option<Vec<u8>> {
        let bytes = plain::bytes(&self.place(student)?, MAX_LEDGER_BYTES)?;
        Some(bytes.to_vec())
    }

    /// Keeps what is known.
    ///
    /// # Errors
    /// What the machine refused, or that there is no place for it. The next build
    /// then makes the site anew.
    pub fn write(&self, student: &str, bytes: &[u8]) -> Result<(), Fault> {
        let Some(place) = self.place(student) else {
            return Err(Fault::new("no-ledger", Path::new(""), ""));
        };
        let folder = self.folder.as_deref().unwrap_or(Path::new(""));
        let written = make_private(folder).and_then(|()| private_file(&place, bytes));
        written.map_err(|fault| Fault {
            tried: "ledger",
            ..fault
        })
    }

    /// Forgets a student.
    pub fn forget(&self, student: &str) {
        if let Some(place) = self.place(student) {
            // What is left says too much only of a site that is not there.
            let _ = fs::remove_file(place);
        }
    }

    /// Removes what a run that was stopped has left.
    pub fn sweep(&self) {
        if let Some(folder) = &self.folder {
            super::sweep(folder);
        }
    }

    /// Where that of a student lies. Named by a hash: two folders' names may
    /// differ by what a disk ignores. It is that of the site, however the
    /// student's folder writes é.
    #[must_use]
    pub fn place(&self, student: &str) -> Option<PathBuf> {
        let name = format!("{}.json", hex(site_name(student).as_bytes()));
        Some(self.folder.as_ref()?.join(name))
    }
}

fn make_private(folder: &Path) -> Result<(), Fault> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let made = builder.create(folder);
    made.map_err(|error| Fault::new("write", folder, error))
}

/// A name that every disk can hold.
fn hex(bytes: &[u8]) -> String {
    let mut name = HEXLOWER.encode(&Sha256::digest(bytes));
    name.truncate(24);
    name
}

/// What tells this program from every other version of it: a site that another
/// one made is made anew.
#[must_use]
pub fn program() -> String {
    let file = std::env::current_exe().and_then(|place| place.metadata());
    let stamp = file.map(|facts| Stamp::of(&facts)).ok();
    format!("{} {stamp:?}", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_private_and_can_be_forgotten() {
        let place = tempfile::tempdir().unwrap();
        let ledger = Ledger::new(Some(place.path().join("work")));
        assert_eq!(ledger.read("ana"), None);
        ledger.write("ana", b"a").unwrap();
        ledger.write("Ana", b"b").unwrap();
        assert_eq!(ledger.read("ana").as_deref(), Some(&b"a"[..]));
        assert_eq!(ledger.read("Ana").as_deref(), Some(&b"b"[..]));
        ledger.forget("ana");
        assert_eq!(ledger.read("ana"), None);
        assert!(ledger.is_in(&[place.path()]));
        assert!(!ledger.is_in(&[&place.path().join("public")]));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            let folder = place.path().join("work");
            assert_eq!(mode(&folder), 0o700);
            let file = fs::read_dir(&folder).unwrap().next().unwrap().unwrap();
            assert_eq!(mode(&file.path()), 0o600);
        }
    }

    #[test]
    fn without_a_folder_nothing_is_known() {
        let ledger = Ledger::new(None);
        assert_eq!(ledger.write("ana", b"a").unwrap_err().tried, "no-ledger");
        assert_eq!(ledger.read("ana"), None);
        assert!(!ledger.is_in(&[Path::new("/")]));
    }

    #[test]
    fn each_folder_of_sites_has_its_own() {
        let named = Some(Path::new("/w"));
        let one = work_folder(named, Path::new("/a")).unwrap();
        assert!(one.starts_with("/w"));
        assert_ne!(Some(one), work_folder(named, Path::new("/b")));
    }
}
