//! Sealed sites as `build` writes them: what a reader opens, what nobody else can, and
//! what happens to keys.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kinfolio::keyring::{Keyring, KeyringFile};
use kinfolio::model::{Date, ReaderId};
use kinfolio::seal::{Key, OpenedPlace, Opener, Place, Root, SealedFiles, role_of};

use crate::serve::Preview;
use crate::support::{Run, School, Site, Workplace, files_below, kinfolio, program};

const DAY: Date = Date::constant(2026, 11, 20);

/// The tiny school with sealed pages: Ana's mother may open everything, her uncle only
/// updates, and an aunt the pages of Ben and Cleo.
pub(crate) fn school() -> School {
    let guardians =
        "guardians: [mother, {id: uncle, pages: [updates], language: en}]\npronouns: she";
    School::tiny()
        .edit("school.yaml", "access: host-login\n", "")
        .edit("students/ana/student.yaml", "pronouns: she", guardians)
        .file(
            "students/ana/updates/2026-11-06.md",
            "---\nby: rivera\n---\nAna drew a bat.\n",
        )
        .file(
            "families.yaml",
            "aunt: {students: [ben, cleo], language: es}\n",
        )
}

/// A school with sealed pages and its keyring, on the disk.
pub(crate) struct SealedBuild {
    pub(crate) place: Workplace,
    keys: tempfile::TempDir,
}

impl SealedBuild {
    pub(crate) fn new(school: &School) -> Self {
        let keys = tempfile::tempdir().unwrap();
        let sealed = Self {
            place: school.on_disk(),
            keys,
        };
        sealed.keep(&Keyring::new(Key::new([8; 32]), "Larch Lane School", DAY));
        sealed
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.keys.path().join("keyring.json")
    }

    fn keep(&self, keyring: &Keyring) {
        let file = KeyringFile::new(keyring.clone(), self.file(), None);
        file.write().unwrap();
    }

    fn keyring(&self) -> Keyring {
        Keyring::read(&fs::read(self.file()).unwrap()).unwrap()
    }

    fn change(&self, change: impl FnOnce(&mut Keyring)) {
        let mut keyring = self.keyring();
        change(&mut keyring);
        self.keep(&keyring);
    }

    pub(crate) fn build(&self) -> Run {
        self.build_with(&[])
    }

    fn build_with(&self, options: &[&str]) -> Run {
        let file = self.file();
        let mut all = vec!["--keys", file.to_str().unwrap()];
        all.extend(options);
        self.place.build_with(&all)
    }

    fn root(&self) -> Root {
        self.keyring().root().clone()
    }

    /// What a reader can open with the link of a letter, and with its code.
    pub(crate) fn open(&self, reader: &str, turn: u32) -> Option<OpenedPlace> {
        let keys = self.root().reader(reader, turn);
        let host = Host(self.place.out());
        let by_link = OpenedPlace::find(&host, [&keys.place], &Opener::Link(keys.link));
        let by_code = OpenedPlace::find(&host, [&keys.place], &Opener::Code(keys.code));
        assert_eq!(by_link.is_ok(), by_code.is_ok());
        by_link.ok().map(|(_, opened)| opened)
    }

    /// The pages and pictures that a reader can open of a student's site, by their names
    /// on the host.
    fn pages(&self, opened: &OpenedPlace, student: &str) -> Site {
        let host = Host(self.place.out());
        let site = self.root().site_place(student);
        let files = files_below(&self.place.out().join(site.as_str())).into_keys();
        files
            .filter_map(|file| Some((file.clone(), opened.file(&host, &site, &file)?)))
            .collect()
    }

    /// The name of a reader's folder.
    pub(crate) fn reader_folder(&self, reader: &str) -> String {
        self.root().reader_place(reader).as_str().to_owned()
    }

    fn site(&self, student: &str) -> Site {
        self.place.site(self.root().site_place(student).as_str())
    }
}

struct Host(PathBuf);

impl SealedFiles for Host {
    fn read(&self, place: &Place, file: &str) -> Option<Vec<u8>> {
        fs::read(self.0.join(place.as_str()).join(file)).ok()
    }
}

fn role(folder: &Path) -> Option<String> {
    role_of(&fs::read_to_string(folder.join("index.html")).unwrap())
}

/// A page without the names of files in its addresses.
fn without_addresses(page: &[u8]) -> String {
    let page = String::from_utf8_lossy(page);
    let mut parts = page.split('"');
    let mut text = String::new();
    while let Some(part) = parts.next() {
        text.push_str(part);
        if [" href=", " src=", " srcset="]
            .iter()
            .any(|name| part.ends_with(name))
        {
            parts.next();
        }
    }
    text.split("0; url=").next().unwrap_or_default().to_owned()
}

#[test]
fn a_reader_opens_exactly_the_pages_that_would_be_plain() {
    let sealed = SealedBuild::new(&school());
    let run = sealed.build();
    assert_eq!(run.code, 0, "{run:?}");
    let plain = tempfile::tempdir().unwrap();
    let plain = plain.path().join("plain");
    let folder = sealed.place.school();
    let args = [
        "build",
        folder.to_str().unwrap(),
        "--plain",
        "--settle",
        "0",
        "--to",
    ];
    assert_eq!(
        kinfolio(&[&args[..], &[plain.to_str().unwrap()]].concat()).code,
        0
    );
    for (student, reader) in [("ana", "ana/mother"), ("ben", "aunt"), ("cleo", "aunt")] {
        let opened = sealed.open(reader, 0).unwrap();
        let mut pages: Vec<String> = sealed
            .pages(&opened, student)
            .values()
            .map(|page| without_addresses(page))
            .collect();
        let mut expected: Vec<String> = files_below(&plain.join(student))
            .values()
            .map(|page| without_addresses(page))
            .collect();
        pages.sort();
        expected.sort();
        assert!(pages == expected, "{student}");
    }
}

#[test]
fn unchanged_pages_keep_their_bytes() {
    let sealed = SealedBuild::new(&school());
    sealed.build();
    let before = files_below(&sealed.place.out());
    let run = sealed.build();
    assert!(run.out.contains(": 0 pages written"), "{}", run.out);
    sealed.build_with(&["--all"]);
    assert!(before == files_below(&sealed.place.out()));
    let update = "students/ana/updates/2026-11-06.md";
    sealed.place.edit(update, "a bat", "two bats");
    sealed.build();
    let after = files_below(&sealed.place.out());
    let changed: Vec<&String> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes))
        .map(|(path, _)| path)
        .collect();
    let site = sealed.root().site_place("ana");
    assert!(!changed.is_empty() && changed.len() < 8, "{changed:?}");
    assert!(changed.iter().all(|path| path.starts_with(site.as_str())));
}

/// What each reader can open of Ana's site.
fn opens(sealed: &SealedBuild, reader: &str, turn: u32) -> usize {
    let opened = sealed.open(reader, turn);
    opened.map_or(0, |opened| sealed.pages(&opened, "ana").len())
}

#[test]
fn keys_follow_what_is_done_to_readers() {
    let sealed = SealedBuild::new(&school());
    sealed.build();
    let all = sealed.site("ana").len();
    assert_eq!(opens(&sealed, "ana/mother", 0), all);
    let limited = opens(&sealed, "ana/uncle", 0);
    assert!(0 < limited && limited < 4, "{limited}");
    let kept = sealed.open("ana/uncle", 0).unwrap();
    let ben = sealed.site("ben");

    sealed.change(|keyring| keyring.revoke(&ReaderId::named("ana/uncle"), DAY));
    sealed.build();
    assert_eq!(opens(&sealed, "ana/uncle", 0), 0);
    assert_eq!(opens(&sealed, "ana/mother", 0), all);
    assert!(
        sealed.pages(&kept, "ana").is_empty(),
        "the old keys open new pages"
    );
    let folder = sealed.root().reader_place("ana/uncle");
    assert_eq!(
        role(&sealed.place.out().join(folder.as_str())).as_deref(),
        Some("closed")
    );
    assert!(sealed.site("ben") == ben, "another student's site changed");

    sealed.change(|keyring| keyring.reissue(&ReaderId::named("ana/uncle")));
    sealed.build();
    assert_eq!(opens(&sealed, "ana/uncle", 0), 0);
    assert_eq!(opens(&sealed, "ana/uncle", 1), limited);

    let before = sealed.site("ana");
    sealed.change(|keyring| keyring.rotate("ana"));
    sealed.build();
    assert_eq!(opens(&sealed, "ana/mother", 0), all);
    let after = sealed.site("ana");
    let kept: Vec<&String> = after
        .keys()
        .filter(|file| before.contains_key(*file))
        .collect();
    assert_eq!(kept, ["index.html"], "files keep their names");

    sealed.change(|keyring| keyring.retire("ana", DAY));
    sealed.build();
    assert_eq!(opens(&sealed, "ana/mother", 0), 0);
}

#[test]
fn a_reader_who_is_taken_off_the_list_loses_the_key() {
    let sealed = SealedBuild::new(&school());
    sealed.build();
    let kept = sealed.open("ana/mother", 0).unwrap();
    let file = "students/ana/student.yaml";
    sealed.place.edit(file, "[mother, {id", "[{id");
    sealed.build();
    assert_eq!(opens(&sealed, "ana/mother", 0), 0);
    assert!(sealed.pages(&kept, "ana").is_empty());
    sealed
        .place
        .edit(file, "language: en}", "language: en, until: 2026-11-22}");
    sealed.build();
    assert!(opens(&sealed, "ana/uncle", 0) > 0);
    sealed
        .place
        .edit("school.yaml", "today: 2026-11-20", "today: 2026-11-23");
    sealed.build();
    assert_eq!(opens(&sealed, "ana/uncle", 0), 0);
}

#[test]
fn one_letter_opens_the_pages_of_several_students() {
    let sealed = SealedBuild::new(&school());
    sealed.build();
    let opened = sealed.open("aunt", 0).unwrap();
    assert_eq!(opened.starts.len(), 2);
    for name in ["Ben", "Cleo"] {
        assert!(opened.page.contains(name), "{}", opened.page);
    }
    assert!(!opened.page.contains("Ana"));
    assert!(sealed.pages(&opened, "ana").is_empty());
    // One of them has an error; the other's pages are renewed.
    sealed
        .place
        .edit("students/ben/student.yaml", "pronouns", "pronuons");
    sealed.change(|keyring| keyring.rotate("cleo"));
    let run = sealed.build();
    assert_eq!(run.code, 1);
    let opened = sealed.open("aunt", 0).unwrap();
    for student in ["ben", "cleo"] {
        assert_eq!(
            sealed.pages(&opened, student).len(),
            sealed.site(student).len(),
            "{student}"
        );
    }
}

#[test]
fn a_readers_pages_can_be_shown_on_this_computer() {
    let sealed = SealedBuild::new(&school());
    sealed.build();
    let out = sealed.place.out();
    let out = out.to_str().unwrap();
    let root = sealed.root();
    let (aunt, stranger) = (root.reader("aunt", 0), root.reader("nobody", 0));
    let code = aunt.code.to_string();
    let check = |args: &[&str], said: &str| {
        let run = kinfolio(&[&["open", out, "--port", "0"], args].concat());
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.err.contains(said), "{said}: {}", run.err);
    };
    check(&["--code", &code[1..]], "30 digits");
    check(&["--code", &(other(&code) + &code[1..])], "group");
    check(&["--code", &stranger.code.to_string()], "Nothing in");
    check(
        &["--link", "https://pages.example.org/#1.abc"],
        "not complete",
    );

    let link = format!(
        "https://x.example/{}/#{}",
        aunt.place.as_str(),
        aunt.link.fragment()
    );
    for opener in [["--code", &code], ["--link", &link]] {
        let args = [&["open", out, "--port", "0"], &opener[..]].concat();
        let shown = Preview::of(&mut program(&args));
        let (status, list) = shown.get(&format!("/{}/index.html", aunt.place.as_str()));
        assert_eq!(status, 200);
        let ben = root.site_place("ben");
        let address = list
            .split('"')
            .find(|part| part.contains(ben.as_str()))
            .unwrap();
        let (status, page) = shown.get(address.trim_start_matches(".."));
        assert!(status == 200 && page.contains("Ben"));
        let ana = format!("/{}/index.html", root.site_place("ana").as_str());
        assert_eq!(shown.get(&ana).0, 404);
    }
}

/// Another digit than the first one of a code.
fn other(code: &str) -> String {
    let first = code.chars().next().and_then(|c| c.to_digit(10)).unwrap();
    ((first + 1) % 10).to_string()
}

#[test]
fn plain_pages_go_when_sealed_ones_are_there() {
    let sealed = SealedBuild::new(&school());
    sealed
        .place
        .edit("school.yaml", "format: 1", "access: host-login\nformat: 1");
    assert_eq!(sealed.place.build().code, 0);
    assert!(!sealed.place.site("ana").is_empty());
    sealed.place.edit("school.yaml", "access: host-login\n", "");
    let run = sealed.build_with(&["--plain"]);
    assert_eq!(run.code, 0, "plain pages may stay plain: {run:?}");
    assert_eq!(sealed.build().code, 0);
    assert!(
        sealed.place.site("ana").is_empty(),
        "plain pages are still there"
    );
    assert!(opens(&sealed, "ana/mother", 0) > 0);
    let run = sealed.build_with(&["--plain"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("sealed sites"), "{}", run.err);
    sealed
        .place
        .edit("school.yaml", "format: 1", "access: host-login\nformat: 1");
    assert_eq!(sealed.place.build().code, 0);
    assert!(
        sealed.site("ana").is_empty(),
        "sealed pages are still there"
    );
}

#[test]
fn what_a_stopped_build_left_is_put_right() {
    let sealed = SealedBuild::new(&school());
    sealed.build();
    let folder = sealed.root().reader_place("ana/mother");
    let page = sealed.place.out().join(folder.as_str()).join("index.html");
    let old = fs::read(&page).unwrap();
    sealed.change(|keyring| keyring.rotate("ana"));
    sealed.build();
    let all = sealed.site("ana").len();
    // The build was stopped after the site and before what the letter opens.
    for left in [Some(&old), None] {
        match left {
            Some(old) => fs::write(&page, old).unwrap(),
            None => fs::remove_file(&page).unwrap(),
        }
        assert_eq!(opens(&sealed, "ana/mother", 0), 0);
        assert_eq!(sealed.build().code, 0);
        assert_eq!(opens(&sealed, "ana/mother", 0), all);
    }
}

#[test]
fn another_keyring_leaves_nothing_that_old_letters_open() {
    let sealed = SealedBuild::new(&school());
    sealed.build();
    let old = sealed.root();
    sealed.keep(&Keyring::new(Key::new([9; 32]), "Larch Lane School", DAY));
    assert_eq!(sealed.build().code, 0);
    for student in ["ana", "ben", "cleo"] {
        assert!(!sealed.site(student).is_empty());
        assert!(
            sealed
                .place
                .site(old.site_place(student).as_str())
                .is_empty(),
            "{student}"
        );
    }
    for reader in ["ana/mother", "aunt"] {
        let folder = sealed.place.out().join(old.reader_place(reader).as_str());
        assert_eq!(role(&folder).as_deref(), Some("closed"), "{reader}");
        assert!(sealed.open(reader, 0).is_some());
    }
}

#[test]
fn a_folder_that_is_gone_takes_no_sealed_site_down() {
    let sealed = SealedBuild::new(&school());
    sealed.build();
    fs::rename(
        sealed.place.school().join("students/ana"),
        sealed.keys.path().join("ana"),
    )
    .unwrap();
    let run = sealed.build();
    assert!(run.out.contains("ana"), "{}", run.out);
    assert!(!sealed.site("ana").is_empty());
    let run = sealed.build_with(&["--confirm-removal", "ana"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(sealed.site("ana").is_empty());
    assert!(!sealed.site("ben").is_empty());
}

#[test]
fn without_its_keyring_nothing_is_written() {
    let sealed = SealedBuild::new(&school());
    sealed.build();
    let before = files_below(&sealed.place.out());
    sealed
        .place
        .edit("students/ana/updates/2026-11-06.md", "a bat", "two bats");
    let check = |change: &dyn Fn(&Path), said: &str| {
        let bytes = fs::read(sealed.file()).unwrap();
        change(&sealed.file());
        let run = sealed.build();
        assert_eq!(run.code, 2, "{said}: {run:?}");
        assert!(run.err.contains(said), "{said}: {}", run.err);
        let sites = |files: BTreeMap<String, Vec<u8>>| -> BTreeMap<String, Vec<u8>> {
            let files = files.into_iter();
            files
                .filter(|(path, _)| !path.starts_with(".kinfolio"))
                .collect()
        };
        assert!(
            sites(before.clone()) == sites(files_below(&sealed.place.out())),
            "{said}"
        );
        kinfolio::io::private_file(&sealed.file(), &bytes).unwrap();
    };
    check(&|file| fs::remove_file(file).unwrap(), "no keyring");
    check(&|file| fs::write(file, "{").unwrap(), "cannot read");
    check(
        &|file| {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(file, fs::Permissions::from_mode(0o640)).unwrap();
        },
        "Other people",
    );
    assert_eq!(sealed.build().code, 0);
}
