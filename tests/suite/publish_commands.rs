//! `kinfolio publish` and `kinfolio withdraw`, from a school folder to a host that is a
//! folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use kinfolio::keyring::Keyring;
use kinfolio::seal::{LinkSecret, OpenedPlace, Opener, Place, SealedFiles};

use crate::keys::{Sealed, school};
use crate::support::{Run, Watching, ending, files_below};

/// A school with a keyring, built, and a host.
pub(crate) struct Publishing {
    pub(crate) sealed: Sealed,
}

impl Publishing {
    pub(crate) fn new() -> Self {
        Self::of(Sealed::of(&school()))
    }

    pub(crate) fn of(sealed: Sealed) -> Self {
        sealed.done(&["keys", "init"]);
        let publishing = Self { sealed };
        publishing.build();
        fs::create_dir_all(publishing.host()).unwrap();
        publishing
    }

    /// The folder of sites.
    pub(crate) fn public(&self) -> String {
        self.sealed.beside("public")
    }

    #[cfg(feature = "network")]
    pub(crate) fn beside(&self, name: &str) -> String {
        self.sealed.beside(name)
    }

    #[cfg(feature = "network")]
    /// Runs a command that needs no host, and expects that all is well.
    pub(crate) fn done(&self, args: &[&str]) -> String {
        self.sealed.done(args)
    }

    #[cfg(feature = "network")]
    /// Runs a command that needs no host.
    pub(crate) fn run_alone(&self, args: &[&str]) -> Run {
        self.sealed.run(args)
    }

    pub(crate) fn keyring(&self) -> Keyring {
        self.sealed.keyring()
    }

    pub(crate) fn host(&self) -> PathBuf {
        self.sealed.beside("host").into()
    }

    pub(crate) fn build(&self) -> Run {
        let run = self.sealed.build();
        assert!(run.code <= 1, "{}", run.err);
        run
    }

    pub(crate) fn run(&self, command: &[&str]) -> Run {
        let places = [
            "--from".to_owned(),
            self.sealed.beside("public"),
            "--to".to_owned(),
            self.sealed.beside("host"),
        ];
        let places = places.iter().map(String::as_str);
        self.sealed
            .run(&command.iter().copied().chain(places).collect::<Vec<_>>())
    }

    pub(crate) fn publish(&self) -> Run {
        self.run(&["publish"])
    }

    /// Publishes, and expects that all is well.
    pub(crate) fn published(&self) -> String {
        let run = self.publish();
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
        run.out
    }

    /// The folders on the host.
    pub(crate) fn folders(&self) -> BTreeSet<String> {
        let names = fs::read_dir(self.host()).unwrap();
        let folders = names
            .map(|one| one.unwrap())
            .filter(|one| one.path().is_dir());
        folders
            .map(|one| one.file_name().into_string().unwrap())
            .collect()
    }

    pub(crate) fn folder_of(&self, student: &str) -> String {
        let root = self.sealed.keyring().root().clone();
        root.site_place(student).as_str().to_owned()
    }

    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let place = self.sealed.place.school().join(path);
        let text = fs::read_to_string(&place).unwrap();
        assert!(text.contains(from), "{path} has no {from:?}");
        fs::write(place, text.replace(from, to)).unwrap();
    }

    /// The pages, without what belongs to one side only.
    fn pages(folder: &Path) -> Vec<(String, Vec<u8>)> {
        let files = files_below(folder).into_iter();
        files.filter(|(path, _)| path.contains('/')).collect()
    }

    pub(crate) fn is_up_to_date(&self) -> bool {
        Self::pages(&self.host()) == Self::pages(Path::new(&self.sealed.beside("public")))
    }
}

/// The files on a host, for a reader.
struct HostFiles(PathBuf);

impl SealedFiles for HostFiles {
    fn read(&self, place: &Place, file: &str) -> Option<Vec<u8>> {
        fs::read(self.0.join(place.as_str()).join(file)).ok()
    }
}

#[test]
fn the_host_gets_what_has_changed_and_nothing_else() {
    let school = Publishing::new();
    let planned = school.run(&["publish", "--dry-run"]);
    assert_eq!(planned.code, 0, "{}", planned.err);
    assert!(school.folders().is_empty(), "a plan writes nothing");
    assert!(
        planned
            .out
            .contains(&format!("ana ({})", school.folder_of("ana")))
    );
    let said = school.published();
    assert!(said.contains("first publication"), "{said}");
    assert!(school.is_up_to_date());
    assert!(
        school
            .published()
            .contains("is up to date. Nothing was sent.")
    );
    let before = files_below(&school.host());
    school.edit(
        "students/ben/goals/counting.yaml",
        "2026-10-01: 6/10",
        "2026-10-01: 7/10",
    );
    school.build();
    let said = school.published();
    assert!(said.contains("for 1 student’s site"), "{said}");
    assert!(school.is_up_to_date());
    let after = files_below(&school.host());
    let changed = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes));
    let changed: BTreeSet<&str> = changed
        .map(|(path, _)| path.split('/').next().unwrap())
        .collect();
    let ben = school.folder_of("ben");
    let others: Vec<&&str> = changed
        .iter()
        .filter(|one| **one != ben && ending(one) != "bin")
        .collect();
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn no_name_and_no_key_gets_to_the_host_or_into_what_is_said() {
    let school = Publishing::new();
    let said = school.published();
    let mut secrets = school
        .sealed
        .secrets(&["ana/mother", "cleo/father", "noor"]);
    for secret in &secrets {
        assert!(!said.contains(secret.as_str()), "{secret}");
    }
    secrets.extend(["Ben Osei", "Larch Lane", "ana/mother", "coins counted"].map(str::to_owned));
    for (path, bytes) in files_below(&school.host()) {
        let text = String::from_utf8_lossy(&bytes);
        // Hosts and programs that do not tell capitals apart, or write é in two ways, find
        // nothing to mix up.
        let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'/');
        assert!(path.bytes().all(is_plain), "{path}");
        let found = secrets
            .iter()
            .find(|secret| text.contains(secret.as_str()) || path.contains(secret.as_str()));
        assert_eq!(found, None, "{path}");
    }
}

#[test]
fn a_site_that_is_not_as_it_was_built_is_not_sent() {
    let school = Publishing::new();
    school.published();
    let before = files_below(&school.host());
    let check = |words: &str| {
        let run = school.publish();
        assert_eq!(run.code, 1, "{} {}", run.out, run.err);
        assert!(run.err.contains(words), "{words}: {}", run.err);
        assert_eq!(files_below(&school.host()), before, "{words}");
    };
    let home = Path::new(&school.sealed.beside("public"))
        .join(school.folder_of("ana"))
        .join("index.html");
    let page = fs::read_to_string(&home).unwrap();
    fs::write(&home, format!("{page}<!-- a virus scanner was here -->")).unwrap();
    check("files of these sites are not as `build` wrote them: ana");
    school.build();
    school.sealed.done(&["keys", "rotate", "ana"]);
    check("keys or readers have changed since these sites were built: ana");
    school.build();
    assert_eq!(school.publish().code, 0);
}

#[test]
fn a_reader_opens_the_old_pages_of_a_site_that_is_held() {
    let school = Publishing::new();
    school.published();
    let noor = school.keyring().root().reader("noor", 0);
    let opens = |student: &str| {
        let host = HostFiles(school.host());
        let link = Opener::Link(LinkSecret::read(&noor.link.fragment()).unwrap());
        let (_, opened) = OpenedPlace::find(&host, [&noor.place], &link).ok().unwrap();
        let site = school.keyring().root().site_place(student);
        opened.file(&host, &site, "index.html").is_some()
    };
    assert!(opens("ana") && opens("cleo"));
    for student in ["ana", "cleo"] {
        school.sealed.done(&["keys", "rotate", student]);
    }
    school.build();
    let home = Path::new(&school.public())
        .join(school.folder_of("ana"))
        .join("index.html");
    let page = fs::read_to_string(&home).unwrap();
    fs::write(&home, format!("{page}<!-- a virus scanner was here -->")).unwrap();
    let run = school.publish();
    assert_eq!(run.code, 1, "{} {}", run.out, run.err);
    assert!(opens("ana"), "the key of the old pages is gone");
    school.build();
    school.published();
    assert!(opens("ana") && opens("cleo"));
}

#[test]
fn the_top_of_the_host_says_nothing() {
    let school = Publishing::new();
    school.published();
    let top = fs::read_to_string(school.host().join("index.html")).unwrap();
    for words in [
        "noindex",
        "There is no page here",
        "Aquí no hay ninguna página",
    ] {
        assert!(top.contains(words), "{words}: {top}");
    }
    for private in ["Larch", "Ana", "555", "student", "famil", "school"] {
        assert!(!top.contains(private), "{private}: {top}");
    }
    // A host whose list was lost still has it, and it is nobody else's.
    for (path, _) in files_below(&school.host()) {
        if !path.contains('/') && ending(&path) == "bin" {
            fs::remove_file(school.host().join(path)).unwrap();
        }
    }
    let said = school.published();
    assert!(!said.contains("not from kinfolio"), "{said}");
}

#[test]
fn a_site_whose_files_name_another_student_is_not_sent() {
    let school = Publishing::new();
    school.published();
    let before = files_below(&school.host());
    school.edit(
        "students/ben/goals/counting.yaml",
        "Count the coins in a purse.",
        "Count the coins with Cleo.",
    );
    school.build();
    let run = school.publish();
    assert_eq!(run.code, 1, "{} {}", run.out, run.err);
    assert!(
        run.err.contains("the name of another student"),
        "{}",
        run.err
    );
    assert_eq!(files_below(&school.host()), before);
}

#[test]
fn nothing_is_published_to_a_wrong_place() {
    let school = Publishing::new();
    let inside = school.sealed.place.school().join("host");
    fs::create_dir_all(&inside).unwrap();
    let check = |to: &str, words: &str| {
        let public = school.sealed.beside("public");
        let run = school
            .sealed
            .run(&["publish", "--from", &public, "--to", to]);
        assert_eq!(run.code, 2, "{to}: {}", run.out);
        assert!(run.err.contains(words), "{to}: {}", run.err);
        assert!(!run.err.contains("secret"), "{}", run.err);
    };
    check(inside.to_str().unwrap(), "the school folder overlap");
    check(
        &school.sealed.beside("public/host"),
        "the folder of sites overlap",
    );
    check(
        &school.sealed.beside("not-there"),
        "This place was not found",
    );
    check(
        "sftp://kinfolio:secret@web.example.org/x",
        "contains a password",
    );
    check(
        "https://maple.sharepoint.com/sites/x",
        "SharePoint does not show web pages",
    );
    check("ftp://web.example.org/x", "“ftp:” addresses");
    let run = school
        .sealed
        .run(&["publish", "--from", &school.sealed.beside("public")]);
    assert!(
        run.err.contains("does not know where to publish"),
        "{}",
        run.err
    );
    assert_eq!(fs::read_dir(inside).unwrap().count(), 0);
}

#[test]
fn credentials_in_the_school_folder_are_refused() {
    let school = Publishing::new();
    let file = school.sealed.place.school().join("credentials.env");
    fs::write(&file, "KINFOLIO_WEBDAV_PASSWORD=hunter2\n").unwrap();
    let run = school.run(&["publish", "--credentials", file.to_str().unwrap()]);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains("is in the school folder"), "{}", run.err);
    assert!(!run.err.contains("hunter2") && school.folders().is_empty());
}

#[test]
fn a_school_says_itself_where_it_is_published() {
    let mut written = school();
    written = written.edit(
        "school.yaml",
        "address: ",
        "publish: {to: ../host}\naddress: ",
    );
    let school = Publishing::of(Sealed::of(&written));
    let public = school.sealed.beside("public");
    school.sealed.done(&["publish", "--from", &public]);
    assert!(school.is_up_to_date());
}

#[test]
fn another_school_in_the_same_place_is_refused() {
    let one = Publishing::new();
    one.published();
    let other = Publishing::new();
    let public = other.sealed.beside("public");
    let before = files_below(&one.host());
    let run = other.sealed.run(&[
        "publish",
        "--from",
        &public,
        "--to",
        one.host().to_str().unwrap(),
    ]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("The sites of another school are on"),
        "{}",
        run.err
    );
    assert_eq!(files_below(&one.host()), before);
}

#[test]
fn watch_publishes_what_a_save_changes() {
    let written = school().edit(
        "school.yaml",
        "address: ",
        "publish: {to: ../host}\naddress: ",
    );
    let school = Publishing::of(Sealed::of(&written));
    let public = school.public();
    let watch = ["watch", "--to", &public, "--publish", "--settle", "0"];
    let mut command = school.sealed.command(&watch);
    let command = command.stdout(Stdio::null()).stderr(Stdio::null());
    let _watching = Watching(command.spawn().unwrap());
    let until = |what: &str, is_so: &dyn Fn() -> bool| {
        let start = Instant::now();
        while !is_so() {
            assert!(start.elapsed() < Duration::from_mins(2), "{what}");
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    until("published", &|| school.is_up_to_date());
    let home = school.host().join(school.folder_of("ben"));
    let before = files_below(&home);
    school.edit(
        "students/ben/goals/counting.yaml",
        "2026-10-01: 6/10",
        "2026-10-01: 7/10",
    );
    until("published again", &|| {
        files_below(&home) != before && school.is_up_to_date()
    });
}
