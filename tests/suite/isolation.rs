//! One student's fault is one student's fault, also on the disk.

use std::fs;

use crate::support::{School, files_below, kinfolio};

#[test]
fn a_broken_student_keeps_the_last_good_site() {
    let place = School::tiny().on_disk();
    assert_eq!(place.build().code, 0);
    let (ana, ben) = (place.site("ana"), place.site("ben"));

    place.edit("students/ana/goals/reading.yaml", "target: 90", "taget: 95");
    place.edit(
        "students/ben/goals/counting.yaml",
        "target: 80",
        "target: 90",
    );
    let run = place.build();
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(
        run.out.contains("students/ana/goals/reading.yaml:5:"),
        "{}",
        run.out
    );
    assert_eq!(place.site("ana"), ana, "the last good site stays");
    assert_ne!(place.site("ben"), ben, "the others go on");

    place.edit("students/ana/goals/reading.yaml", "taget: 95", "target: 95");
    assert_eq!(place.build().code, 0);
    assert_ne!(place.site("ana"), ana);
}

#[test]
fn every_file_that_is_broken_keeps_its_own_site_only() {
    let place = School::tiny().on_disk();
    place.build();
    let before = files_below(&place.out());
    let students = ["ana", "ben", "cleo"];
    for path in files_below(&place.school())
        .keys()
        .filter(|path| path.starts_with("students/"))
    {
        let good = fs::read(place.school().join(path)).unwrap();
        place.save(path, "---\nbroken: [\n");
        let run = place.build();
        assert_eq!(run.code, 1, "{path}: {}", run.out);
        let owner = students
            .iter()
            .find(|s| path.starts_with(&format!("students/{s}/")))
            .unwrap();
        assert!(
            run.out
                .contains(&format!("Not updated because of errors: {owner}.")),
            "{}",
            run.out
        );
        assert_eq!(files_below(&place.out()), before, "{path}");
        fs::write(place.school().join(path), good).unwrap();
    }
}

#[test]
fn a_fault_in_what_is_shared_changes_nothing() {
    let place = School::tiny().on_disk();
    assert_eq!(place.build().code, 0);
    let before = files_below(&place.out());
    place.edit("staff.yaml", "role: teacher", "rule: teacher");
    place.edit(
        "students/ben/goals/counting.yaml",
        "target: 80",
        "target: 90",
    );
    let run = place.build();
    assert_eq!(run.code, 1, "{}", run.out);
    assert_eq!(files_below(&place.out()), before);
}

#[test]
fn another_schools_sites_are_not_overwritten() {
    let place = School::tiny().on_disk();
    assert_eq!(place.build().code, 0);
    let before = files_below(&place.out());
    let other = School::tiny().on_disk();
    for gone in ["ben", "cleo"] {
        fs::remove_dir_all(other.school().join("students").join(gone)).unwrap();
    }
    let (school, out) = (other.school(), place.out());
    let (school, out) = (school.to_str().unwrap(), out.to_str().unwrap());
    let other = |options: &[&str]| {
        let build = ["build", school, "--to", out, "--settle", "0", "--all"];
        kinfolio(&[&build[..], options].concat())
    };
    let run = other(&[]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.err.contains(place.school().to_str().unwrap()));
    assert!(files_below(&place.out()) == before);

    // A school that has lost as many, and one that was moved.
    fs::remove_dir_all(place.school().join("students/ben")).unwrap();
    let moved = place.school().with_file_name("moved");
    fs::rename(place.school(), &moved).unwrap();
    let run = kinfolio(&[
        "build",
        moved.to_str().unwrap(),
        "--to",
        out,
        "--settle",
        "0",
    ]);
    assert_eq!(run.code, 0, "{run:?}");

    let run = other(&[]);
    let mark = run.err.split("delete ").nth(1).unwrap();
    fs::remove_file(mark.split(" and run").next().unwrap()).unwrap();
    assert_eq!(other(&[]).code, 0);
}

#[test]
fn absence_takes_nothing_down() {
    let place = School::tiny().on_disk();
    place.build();
    let before = files_below(&place.out());
    fs::remove_dir_all(place.school().join("students/ana")).unwrap();
    let run = place.build();
    assert_eq!(run.code, 0);
    assert!(
        run.out.contains("ana"),
        "what is left over is named: {}",
        run.out
    );
    fs::remove_dir_all(place.school().join("students")).unwrap();
    place.build();
    assert_eq!(files_below(&place.out()), before);
}

#[test]
fn a_site_that_is_not_to_be_published_is_not_written() {
    let place = School::tiny()
        .edit(
            "students/ana/student.yaml",
            "pronouns: she",
            "pronouns: she\npublish: false",
        )
        .on_disk();
    let run = place.build();
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(!place.out().join("ana").exists());
    assert!(place.out().join("ben/index.html").exists());
}

#[test]
fn a_second_build_writes_nothing() {
    let place = School::tiny().on_disk();
    place.build();
    let page = place.out().join("ana/index.html");
    let written = fs::metadata(&page).unwrap().modified().unwrap();
    assert!(place.build().out.contains(": 0 pages written"));
    assert_eq!(fs::metadata(&page).unwrap().modified().unwrap(), written);
}

#[test]
fn pages_without_a_source_go_and_what_is_not_ours_stays() {
    let place = School::tiny()
        .file("students/ana/goals/spelling.yaml", SPELLING)
        .on_disk();
    place.build();
    assert!(
        place
            .out()
            .join("ana/en/goals/spelling/index.html")
            .exists()
    );
    let theirs = [
        "ana/photo.jpg",
        "ana/en/theirs/index.html",
        "ana/en/goals/spelling/notes.txt",
    ];
    for path in theirs {
        let path = place.out().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "<title>not ours</title>").unwrap();
    }
    fs::remove_file(place.school().join("students/ana/goals/spelling.yaml")).unwrap();
    assert_eq!(place.build().code, 0);
    assert!(
        !place
            .out()
            .join("ana/en/goals/spelling/index.html")
            .exists()
    );
    for path in theirs {
        assert!(place.out().join(path).exists(), "{path}");
    }
}

const SPELLING: &str = "\
title: Spelling
area: writing
measure: {kind: percent, unit: words}
baseline: {date: 2026-09-11, value: 3/10}
target: 80
by: 2027-05-28
";

#[test]
fn work_that_cannot_be_done_is_said_on_the_other_stream() {
    let place = School::tiny().on_disk();
    let school = place.school();
    let school = school.to_str().unwrap();
    let nowhere = format!("{school}/students");
    let inside = format!("{school}/public");
    let around = place
        .school()
        .parent()
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned();
    let check = |args: &[&str]| {
        let run = kinfolio(args);
        assert_eq!(run.code, 2, "{args:?}: {run:?}");
        assert_eq!(run.out, "", "{args:?}");
        assert!(!run.err.trim().is_empty(), "{args:?}");
    };
    check(&["build", &nowhere]);
    check(&["check", &nowhere]);
    check(&["build", school, "--to", &inside]);
    check(&[
        "build",
        school,
        "--to",
        &format!("{school}/../school/public"),
    ]);
    check(&["build", school, "--to", school]);
    check(&["build", school, "--to", &around]);
    assert!(!place.school().join("public").exists());

    let blocked = place.out();
    fs::write(&blocked, "a file where the sites should go").unwrap();
    assert_eq!(place.build().code, 2);
}
