//! A keyring with a pass phrase.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use kinfolio::io::private_file;
use kinfolio::keyring::Keyring;
use kinfolio::model::ReaderId;

use crate::keys::Sealed;
use crate::support::{Run, files_below};

const PHRASE: &str = "larch lane and five words";
const OTHER: &str = "quite another pass phrase";
const SIGN: &[u8] = b"age-encryption.org/v1\n";

/// What another program makes of a keyring. It takes less work than kinfolio's.
fn protected(plain: &[u8], phrase: &str) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(phrase.to_owned().into());
    recipient.set_work_factor(4);
    age::encrypt(&recipient, plain).unwrap()
}

/// What another program reads.
fn opened(file: &Path, phrase: &str) -> Vec<u8> {
    let mut identity = age::scrypt::Identity::new(phrase.to_owned().into());
    identity.set_max_work_factor(18);
    age::decrypt(&identity, &fs::read(file).unwrap()).unwrap()
}

impl Sealed {
    /// A school whose keyring has the pass phrase.
    fn protected() -> Self {
        let sealed = Self::with_keys();
        let plain = fs::read(sealed.file()).unwrap();
        private_file(&sealed.file(), &protected(&plain, PHRASE)).unwrap();
        sealed
    }

    /// A private file next to the school.
    fn note(&self, name: &str, text: &str) -> String {
        let file = self.beside(name);
        private_file(Path::new(&file), text.as_bytes()).unwrap();
        file
    }

    /// Runs the program with a pass phrase in a file.
    fn with(&self, phrase: &str, args: &[&str]) -> Run {
        let file = self.note("phrase", phrase);
        self.with_file(&file, args)
    }

    fn with_file(&self, file: &str, args: &[&str]) -> Run {
        let mut command = self.command(args);
        command.env("KINFOLIO_PASS_PHRASE_FILE", file);
        command.output().unwrap().into()
    }

    /// Runs it with the right one. It does what it should.
    fn opens(&self, args: &[&str]) -> String {
        self.with(PHRASE, args).done(args)
    }

    /// The keyring as another program reads it.
    fn inside(&self) -> Keyring {
        Keyring::read(&opened(&self.file(), PHRASE)).unwrap()
    }
}

#[test]
fn a_keyring_can_have_a_pass_phrase() {
    let sealed = Sealed::with_keys();
    assert!(
        sealed
            .done(&["keys", "status"])
            .contains("has no pass phrase")
    );
    assert_eq!(sealed.build().code, 0);
    let secrets = sealed.secrets(&["ana/mother", "noor"]);
    let plain = fs::read(sealed.file()).unwrap();
    let said = sealed.opens(&["keys", "protect"]);
    // What it means to lose it is said before anything happens.
    let [loss, done] = ["If the pass phrase is lost", "is protected"].map(|words| said.find(words));
    assert!(loss.unwrap() < done.unwrap(), "{said}");
    for words in ["Backups that were made before", "KINFOLIO_PASS_PHRASE_FILE"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let bytes = fs::read(sealed.file()).unwrap();
    assert!(bytes.starts_with(SIGN));
    assert_eq!(opened(&sealed.file(), PHRASE), plain);
    let mode = fs::metadata(sealed.file()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // The secret is nowhere else, and neither is what follows from it.
    for (name, bytes) in files_below(&sealed.file().parent().unwrap().join("../..")) {
        let text = String::from_utf8_lossy(&bytes);
        for secret in &secrets {
            assert!(!text.contains(secret), "{name}: {secret}");
        }
    }
    let status = sealed.opens(&["keys", "status"]);
    assert!(
        status.contains("is protected with a pass phrase"),
        "{status}"
    );
    let json = sealed.opens(&["keys", "status", "--json"]);
    assert!(json.contains("\"protected\":true"), "{json}");
    assert_eq!(fs::read(sealed.file()).unwrap(), bytes);
    sealed.opens(&["keys", "unprotect"]);
    assert_eq!(fs::read(sealed.file()).unwrap(), plain);
    let said = sealed.done(&["keys", "unprotect"]);
    assert!(said.contains("has no pass phrase"), "{said}");
}

#[test]
fn a_new_keyring_can_have_a_pass_phrase_at_once() {
    let sealed = Sealed::new();
    let init = ["keys", "init", "--pass-phrase"];
    let nowhere = |run: &Run, words: &str| {
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.err.contains(words), "{words}: {}", run.err);
        assert!(!Path::new(&sealed.beside("config")).exists());
        assert!(!sealed.place.school().join(".kinfolio/keyring-id").exists());
    };
    nowhere(&sealed.run(&init), "no terminal");
    nowhere(&sealed.with("too short", &init), "fewer than 16 characters");
    let inside = sealed.place.school().join("phrase");
    private_file(&inside, PHRASE.as_bytes()).unwrap();
    let run = sealed.with_file(inside.to_str().unwrap(), &init);
    nowhere(&run, "pass phrase cannot be in");
    fs::remove_file(inside).unwrap();
    let said = sealed.opens(&init);
    assert!(said.contains("If the pass phrase is lost"), "{said}");
    assert!(fs::read(sealed.file()).unwrap().starts_with(SIGN));
    sealed.inside();
    assert!(
        sealed
            .refused(&["keys", "init"])
            .contains("has a keyring already")
    );
}

#[test]
fn a_protected_keyring_that_does_not_open_says_why() {
    let sealed = Sealed::protected();
    let status = ["keys", "status"];
    let check = |run: Run, words: &str| {
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{words}");
        assert!(run.err.contains(words), "{words}: {}", run.err);
    };
    check(sealed.run(&status), "no terminal to ask for it");
    check(sealed.with(OTHER, &status), "does not open the keyring");
    check(sealed.with("\n", &status), "There is no pass phrase in");
    let none = sealed.beside("none");
    check(sealed.with_file(&none, &status), "cannot read the file");
    let file = sealed.note("phrase", PHRASE);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    check(sealed.with_file(&file, &status), "Other people");
    let inside = sealed.place.school().join("phrase");
    private_file(&inside, PHRASE.as_bytes()).unwrap();
    let inside = inside.to_str().unwrap();
    check(
        sealed.with_file(inside, &status),
        "pass phrase cannot be in",
    );
    let bytes = fs::read(sealed.file()).unwrap();
    private_file(&sealed.file(), &bytes[..bytes.len() - 9]).unwrap();
    check(sealed.with(PHRASE, &status), "It is damaged");
}

#[test]
fn without_the_pass_phrase_sites_stay_as_they_are() {
    let sealed = Sealed::protected();
    let to = sealed.beside("public");
    let build = ["build", "--to", &to, "--settle", "0"];
    assert_eq!(sealed.with(PHRASE, &build).code, 0);
    let before = files_below(Path::new(&to));
    assert!(before.keys().any(|path| path.contains("/index.html")));
    let update = "students/ana/updates/2026-11-13.md";
    sealed.place.edit(update, "about bats", "about birds");
    for run in [sealed.run(&build), sealed.with(OTHER, &build)] {
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.err.contains("Nothing was changed"), "{}", run.err);
        let after = files_below(Path::new(&to));
        assert!(before == after);
    }
    // A service gets it from the system, and the plain pages of a school need none.
    let credentials = sealed.beside("credentials");
    sealed.note("credentials/kinfolio-pass-phrase", PHRASE);
    let mut command = sealed.command(&build);
    command.env("CREDENTIALS_DIRECTORY", &credentials);
    assert!(command.output().unwrap().status.success());
    assert!(before != files_below(Path::new(&to)));
    let plain = sealed.beside("plain");
    let run = sealed.run(&["build", "--to", &plain, "--plain", "--settle", "0"]);
    assert_eq!(run.code, 0, "{run:?}");
}

#[test]
fn a_report_without_the_pass_phrase_says_so() {
    let sealed = Sealed::protected();
    let report = ["report", "--format", "csv"];
    let full = sealed.with(PHRASE, &report);
    let run = sealed.run(&report);
    assert_eq!(run.code, full.code);
    assert!(run.err.contains("no terminal to ask for it"), "{}", run.err);
    assert!(full.err.is_empty() && !run.out.is_empty());
}

#[test]
fn changes_keep_the_pass_phrase() {
    let sealed = Sealed::protected();
    sealed.opens(&["keys", "revoke", "noor"]);
    assert!(fs::read(sealed.file()).unwrap().starts_with(SIGN));
    assert!(sealed.inside().revoked(&ReaderId::named("noor")).is_some());
    let letters = sealed.beside("letters");
    sealed.opens(&["letters", "--to", &letters, "--reader", "ana/mother"]);
    assert!(
        sealed
            .inside()
            .letter(&ReaderId::named("ana/mother"))
            .is_some()
    );
}

#[test]
fn backups_have_the_same_pass_phrase() {
    let sealed = Sealed::protected();
    let file = sealed.beside("backup.json");
    let backup = ["keys", "backup", &file];
    let restore = ["keys", "restore", &file];
    let said = sealed.opens(&backup);
    assert!(said.contains("the same pass phrase"), "{said}");
    let bytes = fs::read(sealed.file()).unwrap();
    assert_eq!(fs::read(&file).unwrap(), bytes);
    // On a new computer.
    fs::remove_file(sealed.file()).unwrap();
    assert!(
        sealed
            .refused(&restore)
            .contains("no terminal to ask for it")
    );
    let run = sealed.with(OTHER, &restore);
    assert!(
        run.code == 2 && run.err.contains("does not open"),
        "{run:?}"
    );
    assert!(!sealed.file().exists());
    sealed.opens(&restore);
    assert_eq!(fs::read(sealed.file()).unwrap(), bytes);
    // A backup with a pass phrase that is not known is not overwritten.
    let other = protected(&opened(&sealed.file(), PHRASE), OTHER);
    private_file(Path::new(&file), &other).unwrap();
    let run = sealed.with(PHRASE, &backup);
    assert!(run.err.contains("was not given"), "{run:?}");
    assert_eq!(fs::read(&file).unwrap(), other);
}

#[test]
fn a_backup_without_a_pass_phrase_takes_none_away() {
    let sealed = Sealed::protected();
    let file = sealed.beside("backup.json");
    let plain = opened(&sealed.file(), PHRASE);
    private_file(Path::new(&file), &plain).unwrap();
    let restore = ["keys", "restore", &file];
    let said = sealed.refused(&restore);
    assert!(
        said.contains("The keyring in use has a pass phrase"),
        "{said}"
    );
    let said = sealed.opens(&restore);
    assert!(said.contains("keeps the one that it had"), "{said}");
    assert_eq!(opened(&sealed.file(), PHRASE), plain);
}

#[cfg(target_os = "linux")]
mod typed {
    use std::fs::File;
    use std::io::{Read as _, Write as _};
    use std::process::{Command, Stdio};
    use std::sync::{Arc, Mutex};
    use std::thread;
    use std::time::{Duration, Instant};

    use rustix::fs::{Mode, OFlags};
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    use rustix::termios::{LocalModes, tcgetattr};

    use super::*;

    const ASKED: &str = "Pass phrase of ";
    const NEW: &str = "New pass phrase:";
    const AGAIN: &str = "The same again:";

    /// Runs the program on a terminal, and types each text after its question. Returns the
    /// exit code, and everything that the terminal showed.
    fn typed(sealed: &Sealed, args: &[&str], answers: &[(&str, &str)]) -> (i32, String) {
        let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&terminal).unwrap();
        unlockpt(&terminal).unwrap();
        let name = ptsname(&terminal, Vec::new()).unwrap();
        let open = OFlags::RDWR | OFlags::NOCTTY;
        let inside = File::from(rustix::fs::open(&*name, open, Mode::empty()).unwrap());
        let program = sealed.command(args);
        let mut command = Command::new("setsid");
        command
            .args(["--ctty", "--wait"])
            .arg(program.get_program());
        command.args(args).current_dir(sealed.place.school());
        for (name, value) in program.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let end = || Stdio::from(inside.try_clone().unwrap());
        command.stdin(end()).stdout(end()).stderr(end());
        let mut child = command.spawn().unwrap();
        drop(command);
        let shown = Arc::new(Mutex::new(String::new()));
        let mut outside = File::from(terminal);
        let (mut screen, all) = (outside.try_clone().unwrap(), shown.clone());
        let reading = thread::spawn(move || {
            let mut bytes = [0; 4096];
            // The system reports an error when the last program has closed the terminal.
            while let Ok(length @ 1..) = screen.read(&mut bytes) {
                let text = String::from_utf8_lossy(&bytes[..length]);
                all.lock().unwrap().push_str(&text);
            }
        });
        let mut from = 0;
        for (question, answer) in answers {
            let start = Instant::now();
            loop {
                let text = shown.lock().unwrap().clone();
                let modes = tcgetattr(&inside).unwrap().local_modes;
                if let Some(at) = text[from..].find(question)
                    && !modes.contains(LocalModes::ECHO)
                {
                    from += at + question.len();
                    break;
                }
                let has_ended = child.try_wait().unwrap().is_some();
                let is_late = start.elapsed() > Duration::from_mins(1);
                assert!(!has_ended && !is_late, "{question} is not asked: {text}");
                thread::sleep(Duration::from_millis(5));
            }
            writeln!(outside, "{answer}").unwrap();
        }
        let code = child.wait().unwrap().code().unwrap();
        drop(inside);
        reading.join().unwrap();
        let shown = shown.lock().unwrap().clone();
        for (_, answer) in answers.iter().filter(|(_, answer)| !answer.is_empty()) {
            assert!(!shown.contains(answer), "the terminal shows it: {shown}");
        }
        (code, shown.replace("\r\n", "\n"))
    }

    #[test]
    fn a_pass_phrase_is_typed_twice_before_it_protects() {
        let sealed = Sealed::with_keys();
        let plain = fs::read(sealed.file()).unwrap();
        let protect = ["keys", "protect"];
        let refused = |answers: &[(&str, &str)], words: &str| {
            let (code, shown) = typed(&sealed, &protect, answers);
            let shown = shown.replace('\n', " ");
            assert!(code == 2 && shown.contains(words), "{words}: {shown}");
            assert_eq!(fs::read(sealed.file()).unwrap(), plain);
        };
        refused(&[(NEW, "")], "No pass phrase was typed");
        refused(&[(NEW, "short")], "fewer than 16 characters");
        refused(&[(NEW, PHRASE), (AGAIN, OTHER)], "not the same");
        let (code, shown) = typed(&sealed, &protect, &[(NEW, PHRASE), (AGAIN, PHRASE)]);
        assert_eq!(code, 0, "{shown}");
        assert!(shown.find("is lost").unwrap() < shown.find(NEW).unwrap());
        assert_eq!(opened(&sealed.file(), PHRASE), plain);
        // Another one.
        let answers = [(ASKED, PHRASE), (NEW, OTHER), (AGAIN, OTHER)];
        let (code, shown) = typed(&sealed, &protect, &answers);
        assert_eq!(code, 0, "{shown}");
        assert_eq!(opened(&sealed.file(), OTHER), plain);
    }

    #[test]
    fn a_run_asks_once() {
        let sealed = Sealed::protected();
        let (letters, to, staff) = (
            sealed.beside("letters"),
            sealed.beside("public"),
            sealed.beside("staff"),
        );
        let build = ["build", "--to", &to, "--staff", &staff, "--settle", "0"];
        let runs: [&[&str]; 3] = [&["keys", "status"], &["letters", "--to", &letters], &build];
        for args in runs {
            let (code, shown) = typed(&sealed, args, &[(ASKED, PHRASE)]);
            assert_eq!(code, 0, "{args:?}: {shown}");
            assert_eq!(shown.matches(ASKED).count(), 1, "{args:?}: {shown}");
        }
        let check = |answer: &str, words: &str| {
            let (code, shown) = typed(&sealed, &["keys", "status"], &[(ASKED, answer)]);
            let shown = shown.replace('\n', " ");
            assert!(code == 2 && shown.contains(words), "{words}: {shown}");
        };
        check(OTHER, "does not open the keyring");
        check("", "No pass phrase was typed");
    }
}
