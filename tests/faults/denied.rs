//! Files and folders that the program may not open, or not write.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use crate::crawl::{Tree, faults};
use crate::place::{Place, is_root, none, run};
use crate::school::SEVEN;
use crate::support::{Run, School};

/// Builds as somebody who may not open everything.
fn build(place: &Place) -> Run {
    let nobody = [
        "setpriv",
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
    ];
    let before: &[&str] = if is_root() { &nobody } else { &[] };
    run(&mut place.command(before))
}

/// Gives everything to that somebody.
fn hand_over(place: &Place) {
    fs::set_permissions(place.root(), Permissions::from_mode(0o755)).unwrap();
    if is_root() {
        let mut command = Command::new("chown");
        command.args(["-R", "65534:65534"]).arg(place.root());
        assert!(command.status().unwrap().success());
    }
}

/// Something that is refused, and what has to come of it.
struct Case {
    /// The file or folder, below the place.
    path: &'static str,
    mode: u32,
    code: i32,
    /// What the message has to name.
    names: &'static str,
    /// Whether this student's pages stay as they were; of all, where it is
    /// empty. The others' are new.
    keeps: Option<&'static str>,
}

fn check(case: &Case) {
    let [before, school] = &SEVEN.schools;
    let [old, new] = &SEVEN.built;
    let place = Place::new(before);
    place.bring_program();
    hand_over(&place);
    let first = build(&place);
    assert_eq!(first.code, 0, "{first:?}");
    place.put(school);
    hand_over(&place);
    let path = place.root().join(case.path);
    let mode = fs::metadata(&path).unwrap().permissions();
    fs::set_permissions(&path, Permissions::from_mode(case.mode)).unwrap();
    let refused = build(&place);
    fs::set_permissions(&path, mode).unwrap();
    let Case { path, .. } = case;
    assert_eq!(refused.code, case.code, "{path}: {refused:?}");
    let said = format!("{}{}", refused.out, refused.err);
    assert!(said.contains(case.names), "{path}: {refused:?}");
    let now = place.pages();
    let mut found = faults(&now, &[old, new]);
    if let Some(student) = case.keeps {
        let own = |path: &str| student.is_empty() || path.starts_with(&format!("{student}/"));
        found.extend(mixed(&now, old, new, own));
    }
    hand_over(&place);
    let next = build(&place);
    assert_eq!(next.code, 0, "{path}: {next:?}");
    if place.pages() != *new {
        found.push("the next run did not put it right".to_owned());
    }
    let found: Vec<String> = found.iter().map(|one| format!("{path}: {one}")).collect();
    none(&found);
}

/// Pages that are not as in `old` where they should be, or in `new`.
fn mixed(now: &Tree, old: &Tree, new: &Tree, is_old: impl Fn(&str) -> bool) -> Vec<String> {
    let paths = old.keys().chain(new.keys());
    let wrong = paths.filter(|path| {
        let wanted = if is_old(path) { old } else { new };
        now.get(*path) != wanted.get(*path)
    });
    wrong
        .map(|path| format!("{path} is not as it should be"))
        .collect()
}

#[test]
fn a_file_that_cannot_be_opened_keeps_one_site() {
    check(&Case {
        path: "school/students/ana-00000/goals/reading.yaml",
        mode: 0,
        code: 1,
        names: "students/ana-00000/goals/reading.yaml",
        keeps: Some("ana-00000"),
    });
}

#[test]
fn a_folder_that_cannot_be_opened_keeps_one_site() {
    for path in [
        "school/students/ana-00000",
        "school/students/ana-00000/goals",
    ] {
        check(&Case {
            path,
            mode: 0,
            code: 1,
            names: "students/ana-00000",
            keeps: Some("ana-00000"),
        });
    }
}

#[test]
fn a_school_that_cannot_be_opened_keeps_all_sites() {
    for (path, code) in [("school/students", 2), ("school/staff.yaml", 1)] {
        check(&Case {
            path,
            mode: 0,
            code,
            names: Path::new(path).file_name().unwrap().to_str().unwrap(),
            keeps: Some(""),
        });
    }
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    for path in [
        "public",
        "public/ana-00000/en",
        "public/ana-00000/en/goals/reading",
    ] {
        check(&Case {
            path,
            mode: 0o555,
            code: 2,
            names: path,
            keeps: None,
        });
    }
}

#[test]
fn a_page_that_cannot_be_opened_is_written_anew() {
    check(&Case {
        path: "public/ana-00000/en/index.html",
        mode: 0,
        code: 0,
        names: "",
        keeps: Some("nobody"),
    });
}

/// What cannot be told in the school folder is said once, and stops no site.
#[test]
fn a_school_that_may_only_be_read_has_all_its_sites() {
    let edit = |school: School, student: &str, from: &str, to: &str| {
        school.edit(&format!("students/{student}.yaml"), from, to)
    };
    // A warning each: no school on that day.
    let school = edit(
        School::tiny(),
        "ana/goals/reading",
        "2026-09-18",
        "2026-11-11",
    );
    let school = edit(school, "ben/goals/counting", "2026-10-01", "2026-11-11");
    let place = Place::new(&school);
    place.bring_program();
    hand_over(&place);
    let folders = ["students/ana", "students/ben"].map(|folder| place.school().join(folder));
    for folder in &folders {
        fs::set_permissions(folder, Permissions::from_mode(0o555)).unwrap();
    }
    for written in ["ana/index.html", "ben/index.html"] {
        let run = build(&place);
        assert_eq!(run.code, 0, "{run:?}");
        assert_eq!(run.err.matches("Note: ").count(), 1, "{run:?}");
        assert!(run.err.contains("students/ana/MESSAGES.txt"), "{run:?}");
        assert!(place.out().join(written).exists(), "{written}");
    }
    for folder in &folders {
        fs::set_permissions(folder, Permissions::from_mode(0o755)).unwrap();
    }
    assert_eq!(build(&place).err, "");
    assert!(
        folders
            .iter()
            .all(|folder| folder.join("MESSAGES.txt").exists())
    );
}
