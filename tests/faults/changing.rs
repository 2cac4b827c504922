//! A student's files change under the program while it reads them.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::crawl::Tree;
use crate::place::{Place, figure, none, share};
use crate::school::{SEVEN, folder};

/// What stands outside of the school, and on no page.
const SECRET: &str = "Umbrella-Kestrel-4711";

/// Lets `change` do its work on a file of the first student over and over, while
/// the school is built over and over.
fn check(kind: &str, change: impl Fn(&Path) + Sync) {
    let new = &SEVEN.built[0];
    let place = Place::new(&SEVEN.schools[0]);
    let own = folder(0).replace("students/", "") + "/";
    let file = place.school().join(folder(0)).join("goals/reading.yaml");
    let text = fs::read(&file).unwrap();
    let ended = AtomicBool::new(false);
    let mut found = Vec::new();
    let runs = share(4, 100);
    let mut codes = std::collections::BTreeMap::<i32, usize>::new();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                change(&file);
            }
        });
        for _ in 0..runs {
            let run = place.build();
            *codes.entry(run.code).or_default() += 1;
            if !matches!(run.code, 0 | 1 | 75) || run.err.contains("panicked") {
                found.push(format!("{run:?}"));
            }
            found.extend(wrong(&place.pages(), new, &own));
        }
        ended.store(true, Ordering::Relaxed);
    });
    clear(&file);
    fs::write(&file, text).unwrap();
    found.extend(place.faults_after_next(new));
    figure(kind, &format!("{runs} runs, codes {codes:?}"));
    let found: Vec<String> = found.iter().map(|one| format!("{kind}: {one}")).collect();
    none(&found);
}

/// Takes away whatever stands there.
fn clear(file: &Path) {
    let _ = fs::remove_file(file);
    let _ = fs::remove_dir(file);
}

/// Pages of others that are not as ever, and pages of the student's own that are
/// not whole.
fn wrong(now: &Tree, clean: &Tree, own: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in now {
        let whole = if path.starts_with(own) {
            let text = String::from_utf8_lossy(bytes);
            text.trim_end().ends_with("</html>") && !text.contains(SECRET)
        } else {
            clean.get(path) == Some(bytes)
        };
        if !whole {
            found.push(format!("{path} is not whole, or not the child's own"));
        }
    }
    let others = clean.keys().filter(|path| !path.starts_with(own));
    let gone = others.filter(|path| !now.contains_key(*path));
    found.extend(gone.map(|path| format!("{path} is gone")));
    found
}

#[test]
fn a_file_vanishes_and_comes_back() {
    check("vanishing", |file| {
        let aside = file.with_extension("aside");
        fs::rename(file, &aside).unwrap();
        std::thread::yield_now();
        fs::rename(&aside, file).unwrap();
    });
}

#[test]
fn a_folder_vanishes_and_comes_back() {
    check("folder vanishing", |file| {
        let goals = file.parent().unwrap();
        let aside = goals.with_extension("aside");
        fs::rename(goals, &aside).unwrap();
        std::thread::yield_now();
        fs::rename(&aside, goals).unwrap();
    });
}

#[test]
fn a_file_grows() {
    check("growing", |file| {
        let mut open = fs::File::options().append(true).open(file).unwrap();
        open.write_all(b"# one more remark that nobody needs to read\n")
            .unwrap();
        if open.metadata().unwrap().len() > 3_000_000 {
            let text = fs::read(file).unwrap();
            let end = text.iter().position(|byte| *byte == b'#').unwrap();
            fs::write(file, &text[..end]).unwrap();
        }
    });
}

#[test]
fn a_file_is_saved_in_two_steps() {
    let text = fs::read(
        Place::new(&SEVEN.schools[0])
            .school()
            .join(folder(0))
            .join("goals/reading.yaml"),
    );
    let text = text.unwrap();
    check("saved in two steps", move |file| {
        let mut open = fs::File::create(file).unwrap();
        let (first, rest) = text.split_at(text.len() / 2);
        open.write_all(first).unwrap();
        std::thread::yield_now();
        open.write_all(rest).unwrap();
    });
}

#[test]
fn a_file_becomes_a_link_out_of_the_school() {
    let outside = tempfile::TempDir::new().unwrap();
    let secret = outside.path().join("secret.yaml");
    let text = fs::read_to_string(
        crate::support::root().join("tests/suite/school/students/ana/goals/reading.yaml"),
    );
    let text = text.unwrap().replace("Reading aloud with ease", SECRET);
    fs::write(&secret, text).unwrap();
    check("links", |file| {
        let aside = file.with_extension("aside");
        let link = file.with_extension("link");
        let _ = fs::remove_file(&link);
        symlink(&secret, &link).unwrap();
        fs::copy(file, &aside).unwrap();
        fs::rename(&link, file).unwrap();
        fs::rename(&aside, file).unwrap();
    });
}

#[test]
fn a_folder_becomes_a_link_out_of_the_school() {
    let outside = tempfile::TempDir::new().unwrap();
    let text = fs::read_to_string(
        crate::support::root().join("tests/suite/school/students/ana/goals/reading.yaml"),
    );
    let text = text.unwrap().replace("Reading aloud with ease", SECRET);
    fs::write(outside.path().join("reading.yaml"), text).unwrap();
    check("linked folders", |file| {
        let goals = file.parent().unwrap();
        let aside = goals.with_extension("aside");
        fs::rename(goals, &aside).unwrap();
        symlink(outside.path(), goals).unwrap();
        std::thread::yield_now();
        fs::remove_file(goals).unwrap();
        fs::rename(&aside, goals).unwrap();
    });
}

#[test]
fn a_file_becomes_a_pipe() {
    check("pipes", |file| {
        let aside = file.with_extension("aside");
        let pipe = file.with_extension("pipe");
        let _ = fs::remove_file(&pipe);
        assert!(
            Command::new("mkfifo")
                .arg(&pipe)
                .status()
                .unwrap()
                .success()
        );
        fs::copy(file, &aside).unwrap();
        fs::rename(&pipe, file).unwrap();
        std::thread::yield_now();
        fs::rename(&aside, file).unwrap();
    });
}
