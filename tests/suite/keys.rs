//! The keyring of a school, and what is done to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kinfolio::keyring::Keyring;
use kinfolio::model::ReaderId;

use crate::support::{Run, School, Workplace, program};

/// A school with sealed pages, and a folder for settings that is the test's own.
pub(crate) struct Sealed {
    pub(crate) place: Workplace,
}

impl Sealed {
    pub(crate) fn new() -> Self {
        Self::of(&school())
    }

    pub(crate) fn of(school: &School) -> Self {
        let place = school.on_disk();
        Self { place }
    }

    /// A school that has a keyring.
    pub(crate) fn with_keys() -> Self {
        let sealed = Self::new();
        sealed.done(&["keys", "init"]);
        sealed
    }

    /// A path next to the school.
    pub(crate) fn beside(&self, name: &str) -> String {
        let place = self.place.out().with_file_name(name);
        place.to_str().unwrap().to_owned()
    }

    /// The program in the school, far away from the tester's own settings.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = program(args);
        command.current_dir(self.place.school());
        for name in [
            "CONFIGURATION_DIRECTORY",
            "CREDENTIALS_DIRECTORY",
            "KINFOLIO_PASS_PHRASE_FILE",
        ] {
            command.env_remove(name);
        }
        command.env("HOME", self.beside("home"));
        command.env("XDG_CONFIG_HOME", self.beside("config"));
        command
    }

    /// Runs it.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.command(args).output().unwrap().into()
    }

    /// Builds the sites into `public`, next to the school.
    pub(crate) fn build(&self) -> Run {
        self.run(&["build", "--to", &self.beside("public"), "--settle", "0"])
    }

    /// What the program says when it does what it should.
    pub(crate) fn done(&self, args: &[&str]) -> String {
        self.run(args).done(args)
    }

    /// What the program says when it refuses.
    pub(crate) fn refused(&self, args: &[&str]) -> String {
        let run = self.run(args);
        assert_eq!(
            (run.code, run.out.as_str()),
            (2, ""),
            "{args:?}: {}",
            run.err
        );
        run.err
    }

    /// The keyring's file.
    pub(crate) fn file(&self) -> PathBuf {
        let mark = self.place.school().join(".kinfolio/keyring-id");
        let id = fs::read_to_string(mark).unwrap();
        let folder = Path::new(&self.beside("config")).join("kinfolio/keys");
        folder.join(id.trim()).join("keyring.json")
    }

    pub(crate) fn keyring(&self) -> Keyring {
        Keyring::read(&fs::read(self.file()).unwrap()).unwrap()
    }

    /// What nobody may see of the keyring and of some readers' letters.
    pub(crate) fn secrets(&self, readers: &[&str]) -> Vec<String> {
        let kept: serde_json::Value =
            serde_json::from_slice(&fs::read(self.file()).unwrap()).unwrap();
        let mut secrets = vec![kept["root"].as_str().unwrap().to_owned()];
        for reader in readers {
            let keys = self.keyring().root().reader(reader, 0);
            let code = keys.code.to_string();
            secrets.extend([code.replace(' ', ""), code, keys.link.fragment()]);
        }
        secrets
    }

    pub(crate) fn status(&self) -> serde_json::Value {
        serde_json::from_str(&self.done(&["keys", "status", "--json"])).unwrap()
    }
}

/// Ana has a mother and a father who moved out, Cleo a father. Aunt Noor reads about both.
pub(crate) fn school() -> School {
    School::tiny()
        .edit(
            "school.yaml",
            "access: host-login",
            "address: https://pages.example.org/families",
        )
        .edit(
            "students/ana/student.yaml",
            "pronouns: she",
            "pronouns: she\nguardians: [mother, {id: father, language: es, pages: [updates], until: 2026-11-19}]",
        )
        .edit(
            "students/cleo/student.yaml",
            "pronouns: they",
            "pronouns: they\nguardians: [father]",
        )
        .file(
            "families.yaml",
            "noor:\n  students: [ana, cleo]\n  language: ar\n",
        )
}

#[test]
fn a_keyring_is_made_once() {
    let sealed = Sealed::new();
    let said = sealed.done(&["keys", "init"]);
    let file = sealed.file();
    for words in [
        file.to_str().unwrap(),
        "If the keyring is lost",
        "keys backup FILE",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let bytes = fs::read(&file).unwrap();
    assert!(sealed.refused(&["keys", "init"]).contains("already"));
    assert_eq!(fs::read(&file).unwrap(), bytes);
    // Lost: only an explicit wish makes another one.
    fs::remove_file(&file).unwrap();
    let said = sealed.refused(&["keys", "init"]);
    for words in [
        "keys restore FILE",
        "Every letter then stops working",
        "init --new",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let said = sealed.done(&["keys", "init", "--new"]);
    for words in ["All earlier letters stop working", "Revoke those readers"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_ne!(sealed.file(), file);
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_keyrings() {
    use std::os::unix::fs::PermissionsExt as _;
    let sealed = Sealed::with_keys();
    let backup = sealed.beside("usb/backup.json");
    sealed.done(&["keys", "backup", &backup]);
    for file in [sealed.file(), backup.into()] {
        let mode = fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.display());
    }
}

impl Sealed {
    /// Changes a school with a keyring. The keyring is not used then, and `keys status`
    /// says why and what to do.
    fn check_unused(change: impl Fn(&Self), args: &[&str], expected: &[&str]) {
        let sealed = Self::with_keys();
        change(&sealed);
        let args: Vec<String> = args
            .iter()
            .map(|arg| arg.replace("BESIDE", &sealed.beside("")))
            .collect();
        let mut all = vec!["keys", "status"];
        all.extend(args.iter().map(String::as_str));
        let said = sealed.refused(&all);
        for words in expected {
            assert!(said.contains(words), "{words}: {said}");
        }
    }
}

#[test]
fn a_keyring_that_cannot_be_read_says_why_and_what_to_do() {
    let remove = |path: PathBuf| fs::remove_file(path).unwrap();
    Sealed::check_unused(
        |sealed| remove(sealed.place.school().join(".kinfolio/keyring-id")),
        &[],
        &["has no keyring yet", "kinfolio keys init"],
    );
    Sealed::check_unused(
        |sealed| remove(sealed.file()),
        &[],
        &[
            "not in its place: /",
            "can still read",
            "kinfolio keys restore FILE",
        ],
    );
    Sealed::check_unused(
        |sealed| fs::write(sealed.file(), "{}").unwrap(),
        &[],
        &["cannot read the keyring /", "keys restore FILE"],
    );
}

#[test]
fn a_school_without_a_keyring_hears_what_it_needs_one_for() {
    let sealed = Sealed::new();
    let run = sealed.build();
    assert_eq!(run.code, 2, "{run:?}");
    for words in [
        "cannot be sealed",
        "access: host-login",
        "--plain",
        "kinfolio keys init",
    ] {
        assert!(run.err.contains(words), "{words}: {}", run.err);
    }
    // The host asks readers to log in, so nothing is to be sealed.
    let login = Sealed::of(&School::tiny());
    let letters = login.beside("letters");
    for args in [vec!["keys", "status"], vec!["letters", "--to", &letters]] {
        let said = login.refused(&args);
        assert!(said.contains("kinfolio keys init"), "{said}");
        assert!(!said.contains("seal"), "{said}");
    }
}

#[test]
fn a_keyring_in_a_wrong_place_says_so() {
    #[cfg(unix)]
    Sealed::check_unused(
        |sealed| {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(sealed.file(), fs::Permissions::from_mode(0o640)).unwrap();
        },
        &[],
        &["Other people", "chmod 600 /"],
    );
    Sealed::check_unused(
        |_| (),
        &["--keys", "keyring.json"],
        &["is in the school folder", "--keys FILE"],
    );
    Sealed::check_unused(
        |sealed| {
            assert_eq!(sealed.build().code, 0);
            fs::copy(sealed.file(), sealed.place.out().join("keyring.json")).unwrap();
        },
        &["--keys", "BESIDEpublic/keyring.json"],
        &["would be published", "--keys FILE"],
    );
    Sealed::check_unused(
        |sealed| {
            let other = Sealed::with_keys();
            fs::copy(other.file(), sealed.file()).unwrap();
        },
        &[],
        &["belongs to another school", "--keys FILE"],
    );
}

#[test]
fn a_user_without_a_folder_for_settings_names_a_file() {
    let sealed = Sealed::with_keys();
    let mut command = program(&["keys", "status"]);
    command.current_dir(sealed.place.school());
    for name in ["HOME", "XDG_CONFIG_HOME", "CONFIGURATION_DIRECTORY"] {
        command.env(name, "relative");
    }
    let run: Run = command.output().unwrap().into();
    assert_eq!(run.code, 2);
    assert!(run.err.contains("no folder for settings"), "{}", run.err);
}

#[test]
fn a_keyring_can_be_elsewhere() {
    let sealed = Sealed::new();
    let file = sealed.beside("own/keys.json");
    let said = sealed.done(&["keys", "init", "--keys", &file]);
    assert!(said.contains(&format!("--keys {file}")), "{said}");
    assert!(
        sealed
            .refused(&["keys", "status"])
            .contains("not in its place")
    );
    assert!(
        sealed
            .done(&["keys", "status", "--keys", &file])
            .contains(&file)
    );
    // Nothing that is there is overwritten.
    let said = sealed.refused(&["keys", "init", "--new", "--keys", &file]);
    assert!(said.contains("There is a file already"), "{said}");
    let inside = sealed.place.school().join("keys.json");
    let inside = inside.to_str().unwrap();
    let said = sealed.refused(&["keys", "init", "--new", "--keys", inside]);
    assert!(said.contains("is in the school folder"), "{said}");
    assert!(!Path::new(inside).exists());
}

/// What every change that closes something says.
const COPIES: &str = "may have kept copies";
const BACKUP: &str = "kinfolio keys backup FILE";

impl Sealed {
    /// Runs a command about keys, which says what follows.
    fn check_said(&self, args: &[&str], expected: &[&str]) {
        let said = self.done(&[&["keys"], args].concat());
        for words in expected {
            assert!(said.contains(words), "{args:?} lacks {words}: {said}");
        }
    }
}

#[test]
fn new_keys_say_what_follows() {
    let sealed = Sealed::with_keys();
    sealed.check_said(
        &["rotate", "ana"],
        &["of ana", "Letters stay valid", COPIES, BACKUP],
    );
    sealed.check_said(&["rotate", "students/ana/"], &["of ana"]);
    sealed.check_said(
        &["rotate", "--all"],
        &["all students", "Letters stay valid", BACKUP],
    );
    let school = sealed.place.school();
    sealed.check_said(
        &["rotate", "--all", school.to_str().unwrap()],
        &["all students"],
    );
    assert_eq!(sealed.keyring().site_turn("ana"), 4);
    assert_eq!(sealed.keyring().site_turn("cleo"), 2);
}

#[test]
fn closing_pages_to_a_reader_says_what_follows() {
    let sealed = Sealed::with_keys();
    sealed.check_said(
        &["revoke", "noor"],
        &[
            "noor no longer has access",
            "new key: ana, cleo.",
            COPIES,
            "kinfolio keys reissue noor",
            BACKUP,
        ],
    );
    sealed.check_said(&["revoke", "noor"], &["since Nov 20, 2026"]);
    assert_eq!(
        sealed.status()["students"][0]["readers"][2]["revoked"],
        "2026-11-20"
    );
    sealed.check_said(
        &["reissue", "noor"],
        &[
            "new code",
            "ana, cleo",
            "cannot be undone",
            "letters --to FOLDER --reader noor",
        ],
    );
    assert_eq!(sealed.keyring().revoked(&ReaderId::named("noor")), None);
}

#[test]
fn closing_pages_to_everyone_says_what_follows() {
    let sealed = Sealed::with_keys();
    sealed.check_said(
        &["retire", "cleo"],
        &["of cleo are closed", COPIES, "retire cleo --undo", BACKUP],
    );
    sealed.check_said(&["retire", "cleo"], &["since Nov 20, 2026"]);
    sealed.check_said(&["status"], &["kinfolio keys retire`: cleo"]);
    sealed.check_said(
        &["retire", "cleo", "--undo"],
        &["opens the pages of cleo again"],
    );
    sealed.check_said(&["retire", "cleo", "--undo"], &["not closed"]);
    assert_eq!(sealed.keyring().retired("cleo"), None);
}

#[test]
fn near_names_are_suggested() {
    let sealed = Sealed::with_keys();
    let check = |args: &[&str], expected: &str| {
        let said = sealed.refused(&[&["keys"], args].concat());
        assert!(said.contains(expected), "{said}");
    };
    check(&["revoke", "ana/mothr"], "Did you mean ana/mother?");
    check(&["reissue", "nor"], "Did you mean noor?");
    check(
        &["revoke", "xyz"],
        "Choose one of: ana/mother, ana/father, cleo/father, noor",
    );
    check(&["rotate", "anna"], "Did you mean ana?");
    check(&["retire", "clio"], "Did you mean cleo?");
}

#[test]
fn a_backup_is_kept_where_only_the_owner_can_find_it() {
    let sealed = Sealed::with_keys();
    let backup = |file: &str| sealed.refused(&["keys", "backup", file]);
    assert!(backup("backup.json").contains("in the school folder"));
    assert!(backup(sealed.file().to_str().unwrap()).contains("is the keyring itself"));
    assert!(backup(&sealed.beside("config")).contains("is a folder"));
    let file = sealed.beside("backup.json");
    fs::write(&file, "words").unwrap();
    assert!(backup(&file).contains("is not a keyring"));
    fs::copy(Sealed::with_keys().file(), &file).unwrap();
    assert!(backup(&file).contains("another school"));
    fs::remove_file(&file).unwrap();
    sealed.done(&["keys", "backup", &file]);
    // A backup of the same keyring may be renewed.
    sealed.done(&["keys", "revoke", "noor"]);
    sealed.done(&["keys", "backup", &file]);
    assert_eq!(fs::read(&file).unwrap(), fs::read(sealed.file()).unwrap());
}

#[test]
fn a_backup_can_be_put_back() {
    let sealed = Sealed::with_keys();
    let file = sealed.beside("backup.json");
    let restore = ["keys", "restore", &file];
    assert!(sealed.refused(&restore).contains("There is no file"));
    sealed.done(&["keys", "backup", &file]);
    let keyring = fs::read(sealed.file()).unwrap();
    // On another computer, with another copy of the school.
    fs::remove_file(sealed.file()).unwrap();
    fs::remove_file(sealed.place.school().join(".kinfolio/keyring-id")).unwrap();
    let said = sealed.done(&restore);
    assert!(said.contains("keys status"), "{said}");
    assert_eq!(fs::read(sealed.file()).unwrap(), keyring);
    // A backup that would let somebody in again.
    sealed.done(&["keys", "revoke", "noor"]);
    let said = sealed.refused(&restore);
    assert!(said.contains("older than the keyring in use"), "{said}");
    assert!(sealed.keyring().revoked(&ReaderId::named("noor")).is_some());
    let run = sealed.run(&["keys", "restore", &file, "--older"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.err.contains("now have access again: noor"),
        "{}",
        run.err
    );
    assert_eq!(fs::read(sealed.file()).unwrap(), keyring);
    // A backup of another school, and one that is damaged.
    let other = Sealed::with_keys();
    let said = other.refused(&restore);
    assert!(
        said.contains("Larch Lane School, made on Nov 20, 2026"),
        "{said}"
    );
    fs::write(&file, &keyring[..40]).unwrap();
    assert!(sealed.refused(&restore).contains("damaged"));
    assert_eq!(fs::read(sealed.file()).unwrap(), keyring);
}
