//! Pipes and sockets in the place of kinfolio's own files: nobody is waited for.

use std::fs;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::{Run, School, Workplace, ending, files_below, program};

/// How long a build may take, on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_mins(1);

fn work(place: &Workplace) -> PathBuf {
    place.out().with_file_name("work")
}

/// Builds; a build that waits for somebody is ended.
fn build(place: &Workplace) -> Run {
    let (school, out, work) = (place.school(), place.out(), work(place));
    let words = ["build", school.to_str().unwrap(), "--settle", "0", "--to"];
    let words = [&words[..], &[out.to_str().unwrap(), "--work"]].concat();
    let mut command = program(&[&words[..], &[work.to_str().unwrap()]].concat());
    let piped = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut build = piped.spawn().unwrap();
    let steps = PATIENCE.as_millis() / 20;
    let ended = (0..steps).any(|_| {
        std::thread::sleep(Duration::from_millis(20));
        build.try_wait().unwrap().is_some()
    });
    if !ended {
        build.kill().unwrap();
    }
    let run = Run::from(build.wait_with_output().unwrap());
    assert!(ended, "the build waits for ever: {run:?}");
    run
}

fn pipe(place: &Path) {
    let made = Command::new("mkfifo").arg(place).status().unwrap();
    assert!(made.success());
}

fn socket(place: &Path) {
    drop(UnixListener::bind(place).unwrap());
}

fn remove(place: &Path) {
    if place.is_dir() {
        fs::remove_dir_all(place).unwrap();
    } else {
        let _ = fs::remove_file(place);
    }
}

/// Builds, puts something strange in place of one of our files, changes a text and
/// builds again. Tells what came of it, and whether the change is on ana's page.
fn with(strange: fn(&Path), own: impl Fn(&Workplace) -> PathBuf) -> (Run, bool) {
    let school = School::tiny().file("students/ana/about.md", "Ana likes bats.\n");
    let school = school.file("students/ana/about.es.md", "Le gustan.\n");
    let place = school.on_disk();
    let first = build(&place);
    assert_eq!(first.code, 0, "{first:?}");
    let own = own(&place);
    remove(&own);
    strange(&own);
    place.edit("students/ana/about.md", "bats", "owls");
    let run = build(&place);
    let pages = files_below(&place.out());
    let page = pages.get("ana/en/index.html").cloned().unwrap_or_default();
    (run, String::from_utf8(page).unwrap().contains("owls"))
}

#[test]
fn what_is_no_file_holds_up_no_build() {
    for strange in [pipe, socket] {
        let check = |path: &str, code: i32| {
            let (run, changed) = with(strange, |place| place.out().with_file_name("").join(path));
            assert_eq!(run.code, code, "{path}: {run:?}");
            assert_eq!(changed, code == 0, "{path}: {run:?}");
        };
        check("school/.kinfolio", 0);
        check("school/.kinfolio/translations", 0);
        check("school/.kinfolio/translations.json", 0);
        check("school/.kinfolio/translations/ana.json", 0);
        check("public/.kinfolio-lock", 0);
        check("public/ana/index.html", 0);
        check("public/ana/en/index.html", 0);
        check("public/ben/en/index.html", 0);
        check("public/ana", 2);
        check("public", 2);
        check("work", 0);
    }
}

#[test]
fn nor_in_the_place_of_what_is_known_of_a_site() {
    for strange in [pipe, socket] {
        let (run, changed) = with(strange, |place| {
            let known = files_below(&work(place));
            let name = known.keys().find(|name| ending(name) == "json").unwrap();
            work(place).join(name)
        });
        assert_eq!((run.code, changed), (0, true), "{run:?}");
    }
}
