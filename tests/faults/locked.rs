//! Two programs that write the same sites.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime};

use crate::crawl::faults;
use crate::place::{Place, none};
use crate::school::SEVEN;
use crate::strace;
use crate::support::Run;

fn lock(place: &Place) -> PathBuf {
    place.out().join(".kinfolio-lock")
}

/// A build that has begun to write, and was sent a signal then.
fn begun(place: &Place, signal: &str) -> Child {
    for _ in 0..20 {
        place.forget();
        let mut command = place.command(&[]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        while !holds(&child, place) && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        send(&child, signal);
        if holds(&child, place) {
            return child;
        }
        // It was quicker than we are.
        send(&child, "CONT");
        child.wait().unwrap();
    }
    panic!("no build was met while it was writing");
}

fn holds(child: &Child, place: &Place) -> bool {
    let holder = std::fs::read_to_string(lock(place));
    holder.is_ok_and(|holder| holder.contains(&child.id().to_string()))
}

fn send(child: &Child, signal: &str) {
    let process = child.id().to_string();
    let sent = Command::new("kill").args(["-s", signal, &process]).output();
    sent.unwrap();
}

#[test]
fn the_second_says_who_is_writing() {
    let place = Place::new(&SEVEN.schools[0]);
    let mut first = begun(&place, "STOP");
    let before = place.pages();
    let second = place.build();
    assert_eq!(second.code, 75, "{second:?}");
    assert!(second.err.contains(&first.id().to_string()), "{second:?}");
    assert_eq!(place.pages(), before, "the second wrote something");
    send(&first, "CONT");
    assert_eq!(first.wait().unwrap().code(), Some(0));
    none(&place.faults_after_next(&SEVEN.built[0]));
}

#[test]
fn what_a_killed_one_held_is_free_at_once() {
    let place = Place::new(&SEVEN.schools[0]);
    let mut killed = begun(&place, "KILL");
    killed.wait().unwrap();
    assert!(lock(&place).exists());
    // What stood beside a file of messages goes, too.
    let mut students = std::fs::read_dir(place.school().join("students")).unwrap();
    let student = students.find_map(Result::ok).unwrap();
    let beside = student.path().join(".kinfolio-x3Zq");
    std::fs::write(&beside, "half").unwrap();
    none(&place.faults_after_next(&SEVEN.built[0]));
    assert!(!beside.exists());
}

#[test]
fn another_computer_has_a_lease() {
    has_a_lease("office-pc", Place::build);
}

#[test]
fn a_disk_without_locks_has_the_lease() {
    let here = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap();
    has_a_lease(here.trim(), strace::without_locks);
}

/// What somebody on `computer` holds is theirs, until they say nothing more.
fn has_a_lease(computer: &str, build: fn(&Place) -> Run) {
    let place = Place::new(&SEVEN.schools[0]);
    place.clean();
    let held = format!("{{\"computer\":\"{computer}\",\"process\":4711,\"beat\":3}}\n");
    std::fs::write(lock(&place), held).unwrap();
    let run = build(&place);
    assert_eq!(run.code, 75, "{run:?}");
    assert!(run.err.contains(computer), "{run:?}");
    assert!(lock(&place).exists());
    let file = File::options().write(true).open(lock(&place)).unwrap();
    let long_ago = SystemTime::now() - Duration::from_mins(3);
    file.set_modified(long_ago).unwrap();
    let run = build(&place);
    assert_eq!(run.code, 0, "{run:?}");
    none(&place.faults_after_next(&SEVEN.built[0]));
}

#[test]
fn many_at_once_make_one_whole() {
    let place = Place::new(&SEVEN.schools[0]);
    let new = &SEVEN.built[0];
    for _ in 0..3 {
        place.forget();
        let mut codes: Vec<Option<i32>> = std::thread::scope(|scope| {
            let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| place.build())).collect();
            let codes = runs.into_iter().map(|run| Some(run.join().unwrap().code));
            codes.collect()
        });
        codes.sort_unstable();
        codes.dedup();
        let expected = [Some(0), Some(75)];
        assert!(
            codes.iter().all(|code| expected.contains(code)),
            "{codes:?}"
        );
        assert!(codes.contains(&Some(0)), "{codes:?}");
        none(&faults(&place.pages(), &[new]));
    }
    none(&place.faults_after_next(new));
}
