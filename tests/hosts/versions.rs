//! The sites of one school in several versions, and publications of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use kinfolio::host::Host;
use kinfolio::incremental::BuiltFolder;
use kinfolio::io::Stamp;
use kinfolio::publish::{Contents, Memory, PublishFault, Published, Publisher, Sending, Timing};
use kinfolio::seal::{Key, ReaderKeys, Root};
use kinfolio::source::RelPath;

use crate::school::{Sealed, opened, picture};
use crate::support::{School, files_below};

/// What nobody may find on a host.
pub(crate) const PLAIN: [&str; 5] = ["Ana Duarte", "Larch Lane", "bats", "coins", "Ben Osei"];

const TOP: &str = "<meta name=\"kinfolio\" content=\"top\">";

/// The last version.
const LAST: usize = 6;

/// All versions, built once by the program.
pub(crate) static VERSIONS: LazyLock<Versions> = LazyLock::new(Versions::new);

/// Folders of sites.
pub(crate) struct Versions {
    _folder: tempfile::TempDir,
    pub(crate) all: Vec<Version>,
    pub(crate) readers: Vec<ReaderKeys>,
    secret: [u8; 32],
    /// The folders of all students.
    sites: Vec<String>,
}

/// One of them.
pub(crate) struct Version {
    pub(crate) place: PathBuf,
    /// Its files, by their path on the host.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// Ana has a mother and a photo, and an aunt opens the pages of Ana and Cleo.
fn school() -> School {
    let update =
        "---\nby: rivera\nphoto: {file: bat.png, alt: A bat, faces: none}\n---\nAna drew bats.\n";
    School::tiny()
        .edit(
            "school.yaml",
            "access: host-login",
            "address: https://pages.example.org",
        )
        .edit(
            "students/ana/student.yaml",
            "pronouns: she",
            "pronouns: she\nguardians: [mother]\nconsent: {photo: true}",
        )
        .file(
            "families.yaml",
            "noor: {students: [ana, cleo], language: ar}\n",
        )
        .file("students/ana/updates/2026-11-19.md", update)
        .file("students/ana/files/bat.png", picture(1))
}

impl Versions {
    fn new() -> Self {
        let sealed = Sealed::new(&school());
        let root = sealed.root();
        let gone = root.site_place("cleo").as_str().to_owned();
        let folder = tempfile::tempdir().unwrap();
        let mut all = Vec::new();
        let mut keep = || {
            let place = folder.path().join(all.len().to_string());
            let files = files_below(&sealed.place.out());
            // What is at the top belongs to this computer. Nothing of a student who is
            // retired is published.
            let is_retired = all.len() == LAST;
            let files = files
                .into_iter()
                .filter(|(path, _)| path.contains('/') && !(is_retired && path.starts_with(&gone)));
            let files: BTreeMap<String, Vec<u8>> = files.collect();
            for (path, bytes) in &files {
                let to = place.join(path);
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::write(to, bytes).unwrap();
                let text = String::from_utf8_lossy(bytes);
                assert!(!PLAIN.iter().any(|word| text.contains(word)), "{path}");
            }
            all.push(Version { place, files });
        };
        keep();
        let goal = "students/ben/goals/counting.yaml";
        let changes: [&dyn Fn(); LAST] = [
            &|| {
                let (old, new) = ("2026-10-01: 6/10", "2026-10-01: 7/10");
                sealed.place.edit(goal, old, new);
            },
            &|| {
                let photo = sealed.place.school().join("students/ana/files/bat.png");
                fs::write(photo, picture(9)).unwrap();
            },
            &|| fs::remove_file(sealed.place.school().join(goal)).unwrap(),
            &|| {
                let update = "students/ana/updates/2026-11-19.md";
                sealed
                    .place
                    .save(update, "---\nby: rivera\n---\nAna drew bats again.\n");
            },
            &|| drop(sealed.done(&["keys", "rotate", "ana"])),
            &|| drop(sealed.done(&["keys", "retire", "cleo"])),
        ];
        for change in changes {
            change();
            sealed.build();
            keep();
        }
        let readers = ["ana/mother", "noor"].map(|reader| root.reader(reader, 0));
        let sites = ["ana", "ben", "cleo"].map(|name| root.site_place(name).as_str().to_owned());
        Self {
            _folder: folder,
            all,
            readers: readers.into(),
            secret: *root.secret().bytes(),
            sites: sites.into(),
        }
    }
}

/// Publishes the version in `place`, and keeps the memory of it in a file.
#[derive(serde::Serialize, serde::Deserialize)]
pub(crate) struct Job {
    pub(crate) place: PathBuf,
    pub(crate) memory: PathBuf,
    pub(crate) secret: [u8; 32],
    pub(crate) readers: Vec<(String, Vec<String>)>,
    pub(crate) sites: Vec<String>,
    /// How long to wait for another computer.
    pub(crate) settle: Duration,
}

impl Job {
    pub(crate) fn new(versions: &Versions, version: usize, memory: &Path) -> Self {
        let place = versions.all[version].place.clone();
        let of = |reader: &ReaderKeys| {
            let sites = opened(&place, reader).map(|opened| opened.starts);
            let sites = sites
                .into_iter()
                .flatten()
                .map(|(site, _)| site.as_str().to_owned());
            (reader.place.as_str().to_owned(), sites.collect())
        };
        Self {
            readers: versions.readers.iter().map(of).collect(),
            memory: memory.to_owned(),
            secret: versions.secret,
            settle: Duration::ZERO,
            sites: versions.sites.clone(),
            place,
        }
    }

    /// The job for another process.
    pub(crate) fn written(&self) -> String {
        serde_json::to_string(self).unwrap()
    }

    pub(crate) fn read(written: &str) -> Self {
        serde_json::from_str(written).unwrap()
    }

    fn folders(&self) -> Vec<BuiltFolder> {
        let mut folders: BTreeMap<String, BuiltFolder> = BTreeMap::new();
        for path in files_below(&self.place).into_keys() {
            let (name, file) = path.split_once('/').unwrap();
            let reader = self.readers.iter().find(|(place, _)| place == name);
            let folder = folders
                .entry(name.to_owned())
                .or_insert_with(|| BuiltFolder {
                    name: name.to_owned(),
                    student: self
                        .sites
                        .iter()
                        .any(|site| site == name)
                        .then(|| name.to_owned()),
                    sites: reader.map(|(_, sites)| sites.clone()).unwrap_or_default(),
                    files: BTreeMap::new(),
                });
            let stamp = Stamp::at(&self.place.join(&path)).unwrap();
            folder.files.insert(RelPath::new(file).unwrap(), stamp);
        }
        folders.into_values().collect()
    }

    pub(crate) fn publish(&self, host: &dyn Host) -> Result<Published, PublishFault> {
        let mut memory = Memory::read(&fs::read(&self.memory).unwrap_or_default());
        let folders = self.folders();
        let here: BTreeSet<String> = folders.iter().map(|one| one.name.clone()).collect();
        let gone = self.sites.iter().filter(|site| !here.contains(*site));
        let down: BTreeSet<String> = gone.cloned().collect();
        let (contents, unreadable) = Contents::read(&self.place, folders, &mut memory);
        assert!(unreadable.is_empty());
        let keep = |memory: &Memory| {
            // As the program does it: a run that is killed leaves no half of a memory.
            let beside = self.memory.with_extension("new");
            fs::write(&beside, memory.bytes()).unwrap();
            fs::rename(beside, &self.memory).unwrap();
        };
        let mut run = [0; 8];
        getrandom::fill(&mut run).unwrap();
        let publisher = Publisher {
            host,
            key: Root::new(Key::new(self.secret)).manifest(),
            run: format!("{run:?}"),
            computer: "office".to_owned(),
            timing: Timing {
                settle: self.settle,
                renewed: self.settle.max(Duration::from_millis(500)),
                lease: Duration::from_secs(2),
                kept: Duration::from_millis(20),
            },
            jobs: 2,
            sends_sites: true,
            sending: Sending::default(),
            top: TOP,
            keep: &keep,
        };
        let done = publisher.publish(&contents, &down, &mut memory);
        keep(&memory);
        done
    }
}
