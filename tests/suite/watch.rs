//! `kinfolio watch`: every save is built, and nothing else happens.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use kinfolio::incremental::{FolderWatcher, WatchEvent, WatchTiming};
use kinfolio::io::Disk;

use crate::sealed::SealedBuild;
use crate::support::{School, Workplace, files_below, program};

/// A running program, ended with the test.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn begin(place: &Workplace, options: &[&str]) -> Self {
        let (school, out) = (place.school(), place.out());
        let mut args = vec!["watch", school.to_str().unwrap()];
        args.extend(["--to", out.to_str().unwrap(), "--settle", "0"]);
        args.extend(options);
        let mut child = program(&args).stdout(Stdio::piped()).spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, lines }
    }

    /// Waits for a line with these words.
    fn says(&self, words: &str) {
        self.until(words);
    }

    /// The same, and what was said before it.
    fn until(&self, words: &str) -> Vec<String> {
        let start = Instant::now();
        let mut said = Vec::new();
        while let Some(left) = Duration::from_mins(1).checked_sub(start.elapsed()) {
            match self.lines.recv_timeout(left) {
                Ok(line) if line.contains(words) => return said,
                Ok(line) => said.push(line),
                Err(_) => break,
            }
        }
        panic!("it does not say {words:?}:\n{}", said.join("\n"));
    }

    fn ask_to_end(&mut self) -> i32 {
        let process = self.child.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &process]).status();
        assert!(asked.unwrap().success());
        self.child.wait().unwrap().code().unwrap()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits until a page has these words: how many looks it takes is not promised.
fn shows(place: &Workplace, path: &str, words: &str) {
    let start = Instant::now();
    let page = place.out().join(path);
    while !fs::read_to_string(&page).is_ok_and(|text| text.contains(words)) {
        assert!(
            start.elapsed() < Duration::from_mins(1),
            "{path} does not show {words:?}"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn following(folder: &Path, pace: WatchTiming) -> FolderWatcher {
    let mut follow = FolderWatcher::new(&Disk::new(folder), pace, false)
        .ok()
        .unwrap();
    follow.begin().ok().unwrap();
    follow
}

const GOAL: &str = "students/ana/goals/reading.yaml";
const COUNTING: &str = "students/ben/goals/counting.yaml";
const READING: &str = "ana/en/goals/reading/index.html";

#[test]
fn a_save_is_built_and_told() {
    let place = School::tiny().on_disk();
    let mut watching = Watching::begin(&place, &["--poll", "600"]);
    watching.says("ana, ben, cleo");
    let before = files_below(&place.out().join("ben"));

    place.edit(GOAL, "title: ", "title: More ");
    watching.says("ana: ");
    shows(&place, READING, "More ");
    assert!(files_below(&place.out().join("ben")) == before);

    place.edit(GOAL, "target", "taget");
    watching.says("K201");
    shows(&place, READING, "More ");
    place.edit(GOAL, "taget", "target");
    watching.says("all problems are fixed");

    place.edit("school.yaml", "name: ", "name: New ");
    watching.says("ana, ben, cleo");
    assert!(place.out().join(".kinfolio-lock").exists());
    assert_eq!(watching.ask_to_end(), 0);
    watching.says("Stopped");
    assert!(!place.out().join(".kinfolio-lock").exists());

    let (school, out) = (place.school(), place.out().with_file_name("clean"));
    let build = ["build", school.to_str().unwrap(), "--settle", "0", "--to"];
    let build = [&build[..], &[out.to_str().unwrap()]].concat();
    assert!(program(&build).output().unwrap().status.success());
    assert!(files_below(&place.out()) == files_below(&out));
}

#[test]
fn a_save_changes_who_can_open_sealed_pages() {
    let sealed = SealedBuild::new(&crate::sealed::school());
    let keys = sealed.file();
    let options = ["--keys", keys.to_str().unwrap(), "--poll", "600"];
    let watching = Watching::begin(&sealed.place, &options);
    watching.says("ana, ben, cleo");
    let letter = sealed.place.out().join(sealed.reader_folder("ana/mother"));
    let before = fs::read(letter.join("index.html")).unwrap();

    sealed.place.edit(GOAL, "title: ", "title: More ");
    watching.says("ana: ");
    assert!(fs::read(letter.join("index.html")).unwrap() == before);

    let student = "students/ana/student.yaml";
    sealed
        .place
        .edit(student, "[mother, ", "[mother, godmother, ");
    watching.says("ana: ");
    for reader in ["ana/godmother", "ana/mother"] {
        assert!(sealed.open(reader, 0).is_some(), "{reader}");
    }
    sealed
        .place
        .edit(student, "[mother, godmother, ", "[mother, ");
    watching.says("ana: ");
    assert!(sealed.open("ana/godmother", 0).is_none());
    assert!(sealed.open("ana/mother", 0).is_some());
}

#[test]
fn the_staff_dashboard_follows_each_save_and_others_may_write_it_meanwhile() {
    let place = School::tiny().on_disk();
    let staff = place.school().with_file_name("staff");
    let path = staff.to_str().unwrap();
    let watching = Watching::begin(&place, &["--poll", "600", "--staff", path]);
    watching.says("The staff dashboard goes to");
    let shows = |words: &str| {
        let start = Instant::now();
        let page = staff.join("ana/index.html");
        while !fs::read_to_string(&page).is_ok_and(|text| text.contains(words)) {
            assert!(start.elapsed() < Duration::from_mins(1), "{words}");
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    shows("Reading aloud");
    place.edit(GOAL, "title: ", "title: More ");
    shows("More Reading aloud");
    place.edit(GOAL, "target", "taget");
    shows("<mark>taget</mark>");
    place.edit(GOAL, "taget", "target");
    shows("More Reading aloud");

    let other = staff.with_file_name("other");
    let run = place.build_with(&["--staff", other.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(
        run.out.contains("The staff dashboard was written to"),
        "{run:?}"
    );
    assert!(files_below(&other) == files_below(&staff));
    let run = place.build_with(&["--all", "--staff", other.to_str().unwrap()]);
    assert_eq!(run.code, 75, "what else was asked for waits: {run:?}");
    let run = place.build();
    assert_eq!(run.code, 75, "{run:?}");
}

#[test]
fn a_teacher_reads_in_the_folder_what_a_save_came_to() {
    let place = School::tiny().on_disk();
    place.edit(COUNTING, "2026-10-01", "2026-11-11");
    let watching = Watching::begin(&place, &["--poll", "600"]);
    watching.says("ana, ben, cleo");
    let file = |student: &str| {
        place
            .school()
            .join(format!("students/{student}/MESSAGES.txt"))
    };
    assert!(!file("ana").exists());
    let of_ben = file("ben").metadata().unwrap().modified().unwrap();

    place.edit(GOAL, "target", "taget");
    watching.says("K201");
    let start = Instant::now();
    while !fs::read_to_string(file("ana")).is_ok_and(|text| text.contains("K201")) {
        assert!(start.elapsed() < Duration::from_mins(1));
        std::thread::sleep(Duration::from_millis(20));
    }
    place.edit(GOAL, "taget", "target");
    watching.says("all problems are fixed");
    while file("ana").exists() {
        assert!(start.elapsed() < Duration::from_mins(1));
        std::thread::sleep(Duration::from_millis(20));
    }
    // What it wrote itself is no save: the next one is told next.
    place.edit(COUNTING, "5/10", "6/10");
    assert_eq!(watching.until("ben: "), [""; 0]);
    assert_eq!(file("ben").metadata().unwrap().modified().unwrap(), of_ben);
}

#[test]
fn a_folder_that_goes_and_comes_back_takes_nothing_down() {
    let place = School::tiny().on_disk();
    let watching = Watching::begin(&place, &["--poll", "1"]);
    watching.says("ana, ben, cleo");
    // The lock counts up while the program runs.
    let sites = || {
        let mut files = files_below(&place.out());
        files.remove(".kinfolio-lock");
        files
    };
    let before = sites();
    let aside = place.school().with_file_name("aside");
    fs::rename(place.school(), &aside).unwrap();
    watching.says("is not available");
    // What a share leaves behind that is not mounted.
    fs::create_dir(place.school()).unwrap();
    std::thread::sleep(Duration::from_millis(1500));
    assert!(sites() == before);

    fs::remove_dir(place.school()).unwrap();
    fs::rename(&aside, place.school()).unwrap();
    place.edit(GOAL, "title: ", "title: More ");
    watching.says("available again");
    shows(&place, READING, "More ");
    place.edit(GOAL, "More ", "Even more ");
    shows(&place, READING, "Even more ");
}

#[test]
fn a_folder_that_came_back_is_watched_again() {
    let place = School::tiny().on_disk();
    let aside = place.school().with_file_name("aside");
    let patience = WatchTiming {
        quiet: Duration::ZERO,
        longest: Duration::from_secs(1),
        look: Duration::from_millis(200),
    };
    let mut follow = following(&place.school(), patience);
    fs::rename(place.school(), &aside).unwrap();
    while follow.wait() != WatchEvent::Gone {}
    School::tiny().write(&place.school());
    while follow.wait() != WatchEvent::All {}
    follow.begin().ok().unwrap();
    // A look at everything may be due just then, but only one who watches is told whose the save is.
    let told = (0..100).any(|_| {
        follow.looked(Duration::ZERO, false);
        place.save("students/ana/about.md", "Ana tells stories.\n");
        follow.wait() == WatchEvent::Students(["ana".to_owned()].into())
    });
    assert!(told);
}

#[test]
fn a_folder_that_is_not_there_yet_is_waited_for() {
    let place = School::tiny().on_disk();
    let aside = place.school().with_file_name("aside");
    fs::rename(place.school(), &aside).unwrap();
    let watching = Watching::begin(&place, &["--poll", "1"]);
    watching.says("is not available");
    fs::rename(&aside, place.school()).unwrap();
    watching.says("ana, ben, cleo");
}

#[test]
fn what_lasts_is_said_once_and_so_is_its_end() {
    let place = School::tiny().on_disk();
    let watching = Watching::begin(&place, &["--poll", "600"]);
    watching.says("ana, ben, cleo");
    let site = place.out().join("cleo");
    fs::remove_dir_all(&site).unwrap();
    fs::write(&site, "").unwrap();
    place.edit("school.yaml", "name: ", "name: New ");
    let said = watching.until("ana, ben: ");
    assert!(
        said.len() == 1 && said[0].contains("cannot write"),
        "{said:?}"
    );
    place.edit("school.yaml", "name: ", "name: Very ");
    assert_eq!(watching.until("ana, ben: "), [""; 0]);
    fs::remove_file(&site).unwrap();
    place.edit("students/cleo/goals/asking.yaml", "title: ", "title: More ");
    watching.says("cleo: the system error is resolved");
    watching.says("cleo: ");

    let (ben, aside) = (
        place.school().join("students/ben"),
        place.out().with_file_name("ben"),
    );
    fs::rename(&ben, &aside).unwrap();
    watching.says("No longer in the school folder: ben.");
    place.edit("school.yaml", "name: ", "name: Newest ");
    assert_eq!(watching.until("ana, cleo: "), [""; 0]);
    fs::rename(&aside, &ben).unwrap();
    let said = watching.until("In the school folder again: ben");
    assert_eq!(said, [""; 0]);
    assert!(place.out().join("ben/index.html").exists());
}

#[test]
fn who_is_not_to_be_published_is_said_once() {
    let place = School::tiny().on_disk();
    let watching = Watching::begin(&place, &["--poll", "600"]);
    watching.says("ana, ben, cleo");
    let publish = |before: &str, after: &str| {
        let (from, to) = (format!("pronouns: {before}"), format!("pronouns: {after}"));
        place.edit("students/ben/student.yaml", &from, &to);
    };
    publish("he", "he\npublish: false");
    watching.says(
        "Not published because `publish: false` is set or the `expires` date has passed: ben.",
    );
    assert!(place.out().join("ben/index.html").exists());
    place.edit("school.yaml", "name: ", "name: New ");
    assert_eq!(watching.until("ana, cleo: "), [""; 0]);
    publish("he\npublish: false", "he");
    watching.says("ben: ");
    publish("he", "he\npublish: false");
    watching.says("Not published");
}

#[test]
fn a_second_one_is_told_who_is_there() {
    let place = School::tiny().on_disk();
    let watching = Watching::begin(&place, &[]);
    watching.says("ana, ben, cleo");
    let run = place.build();
    assert_eq!(run.code, 75);
    for part in [&watching.child.id().to_string(), "stop it first"] {
        assert!(run.err.contains(part), "{}", run.err);
    }
}

#[test]
fn the_right_to_write_is_taken_anew_with_the_folder() {
    let place = School::tiny().on_disk();
    let mut watching = Watching::begin(&place, &["--poll", "600"]);
    watching.says("ana, ben, cleo");
    fs::remove_dir_all(place.out()).unwrap();
    place.edit(GOAL, "title: ", "title: More ");
    watching.says("ana, ben, cleo");
    assert_eq!(place.build().code, 75);

    fs::remove_dir_all(place.out()).unwrap();
    let other = Watching::begin(&place, &["--poll", "600"]);
    other.says("ana, ben, cleo");
    place.edit(GOAL, "title: ", "title: Even ");
    assert_eq!(watching.child.wait().unwrap().code(), Some(75));
    other.says("ana: ");
    assert_eq!(place.build().code, 75);
}

#[test]
fn a_save_is_one_students_however_the_folder_is_named() {
    let here = std::env::current_dir().unwrap();
    let place = tempfile::tempdir().unwrap();
    School::tiny().write(place.path());
    let link = place.path().with_extension("link");
    std::os::unix::fs::symlink(place.path(), &link).unwrap();
    let patience = WatchTiming {
        quiet: Duration::from_millis(50),
        longest: Duration::from_secs(1),
        look: Duration::from_mins(10),
    };
    // From here up to the top, and down again.
    let up: PathBuf = here.components().skip(1).map(|_| "..").collect();
    let relative = up.join(place.path().strip_prefix("/").unwrap());
    for folder in [place.path(), &relative, &link] {
        let mut follow = following(folder, patience);
        fs::write(
            place.path().join("students/ana/about.md"),
            "Ana tells stories.\n",
        )
        .unwrap();
        let look = follow.wait();
        assert_eq!(
            look,
            WatchEvent::Students(["ana".to_owned()].into()),
            "{}",
            folder.display()
        );
    }
    fs::remove_file(link).unwrap();
}

#[test]
fn the_end_of_an_error_is_told_though_a_warning_stays() {
    let counting = "students/ben/goals/counting.yaml";
    let warned = School::tiny().edit(counting, "2026-10-01", "2026-11-11");
    let place = warned.on_disk();
    let watching = Watching::begin(&place, &["--poll", "600"]);
    assert_eq!(
        watching
            .until("ana, ben, cleo: ")
            .iter()
            .filter(|line| line.contains("K217"))
            .count(),
        1
    );
    place.edit(counting, "area: ", "aera: ");
    watching.says("K201");
    place.edit(counting, "aera: ", "area: ");
    let said = watching.until("ben: all errors are fixed. 1 warning remains.");
    assert!(!said.iter().any(|line| line.contains("K217")), "{said:?}");
    let (ben, aside) = (
        place.school().join("students/ben"),
        place.out().with_file_name("b"),
    );
    fs::rename(&ben, &aside).unwrap();
    watching.says("No longer");
    std::os::unix::fs::symlink(&aside, &ben).unwrap();
    let said = watching.until("K005");
    assert!(
        !said.iter().any(|line| line.contains("Not published")),
        "{said:?}"
    );
    fs::remove_file(&ben).unwrap();
    fs::rename(&aside, &ben).unwrap();
    let said = watching.until("ben: all errors are fixed");
    assert!(
        !said.iter().any(|line| line.contains("Shared files")),
        "{said:?}"
    );
}

#[test]
fn one_kind_of_refusal_is_one_line() {
    let place = School::tiny().on_disk();
    fs::create_dir(place.out()).unwrap();
    for student in ["ana", "ben"] {
        fs::write(place.out().join(student), "").unwrap();
    }
    let words = "for these students: ana, ben.";
    let run = place.build();
    assert!(run.code == 2 && run.err.lines().count() == 1, "{run:?}");
    assert!(run.err.contains(words), "{run:?}");
    let watching = Watching::begin(&place, &["--poll", "1"]);
    watching.says(words);
    for student in ["ana", "ben"] {
        fs::remove_file(place.out().join(student)).unwrap();
    }
    watching.says("ana, ben: the system error is resolved");
}
