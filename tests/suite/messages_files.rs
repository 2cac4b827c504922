//! `MESSAGES.txt`: what teachers read in their own folders.

use std::fs;
use std::path::PathBuf;

use crate::cli::faulty;
use crate::support::{School, Workplace, files_below, kinfolio, root};

const FILE: &str = "MESSAGES.txt";
const GOAL: &str = "students/ana/goals/reading.yaml";
const UPDATE: &str = "students/ana/updates/2026-11-13.md";
const COUNTING: &str = "students/ben/goals/counting.yaml";

fn place_of(place: &Workplace, folder: &str) -> PathBuf {
    place.school().join(folder).join(FILE)
}

/// What stands in a folder's file, as people see it.
fn read(place: &Workplace, folder: &str) -> Option<String> {
    let text = fs::read_to_string(place_of(place, folder)).ok()?;
    let text = text.strip_prefix('\u{FEFF}').expect("a mark");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    Some(text.replace("\r\n", "\n"))
}

/// The folders that have such a file.
fn told(place: &Workplace) -> Vec<String> {
    let files = files_below(&place.school()).into_keys();
    let ours = files.filter(|path| path.ends_with(FILE));
    ours.collect()
}

#[test]
fn a_teacher_reads_in_the_folder_what_there_is_to_do() {
    let place = faulty();
    let run = place.build();
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(
        told(&place),
        ["students/ana/MESSAGES.txt", "students/ben/MESSAGES.txt"]
    );
    let ana = read(&place, "students/ana").unwrap();
    let expected = "\
MESSAGES FROM KINFOLIO

This file lists what to fix or check in the
folder “ana”. kinfolio keeps it up to date,
and removes it when there is nothing left to
fix or check.

1 error holds back the page. Until it is
fixed, the family sees the last good version,
if there is one.

1 ERROR: fix this first
-----------------------

1. goals/reading.yaml, line 5 (K211)
The line: target: 30
The target is 30, but the baseline is 43.
";
    assert!(ana.starts_with(expected), "{ana}");
    for part in ["line 4: this is the", "Why it matters: ", "What to write: "] {
        assert!(ana.contains(part), "{part}: {ana}");
    }
    assert!(ana.lines().all(|line| line.chars().count() <= 46), "{ana}");
    let ben = read(&place, "students/ben").unwrap();
    for part in ["no errors", "(K217)", "1 WARNING: "] {
        assert!(ben.contains(part), "{part}: {ben}");
    }

    place.edit(GOAL, "target: 30", "target: 90");
    place.edit(COUNTING, "2026-11-11", "2026-10-01");
    assert_eq!(place.build().code, 0);
    assert_eq!(told(&place), [""; 0]);
}

#[test]
fn nothing_is_written_while_nothing_changes() {
    let place = faulty();
    place.build();
    let files = || {
        let place_of = |folder| place_of(&place, folder);
        let facts = ["students/ana", "students/ben"].map(|folder| {
            let facts = place_of(folder).metadata().unwrap();
            (facts.modified().unwrap(), facts.len())
        });
        (facts, files_below(&place.school()))
    };
    let before = files();
    let run = place.build();
    assert!(run.out.contains("0 pages written"), "{}", run.out);
    assert!(before == files());
    // Somebody has thrown it away: what was seen of unchanged files is said again.
    fs::remove_file(place_of(&place, "students/ana")).unwrap();
    place.build();
    assert!(before.1 == files().1);
    // Somebody has edited it, even to the same length.
    let ana = place_of(&place, "students/ana");
    let text = fs::read_to_string(&ana).unwrap();
    fs::write(&ana, text.replace("target: 30", "target: 90")).unwrap();
    place.build();
    assert!(before.1 == files().1);
    // The one of a student without problems is somebody's copy of an old one.
    fs::copy(&ana, place_of(&place, "students/cleo")).unwrap();
    place.build();
    assert!(before.1 == files().1);
}

#[test]
fn a_new_student_is_named_in_no_message_of_unchanged_files() {
    let place = faulty();
    place.edit(GOAL, "target: 30", "target: 30 # as Dora Lee");
    place.build();
    let line = "The line: target: 30 # as Dora Lee";
    assert!(read(&place, "students/ana").unwrap().contains(line));
    // No page shows the remark, so the site itself stays as it is.
    place.save("students/dora/student.yaml", "name: Dora Lee\n");
    place.build();
    let text = read(&place, "students/ana").unwrap();
    assert!(text.contains("(K211)") && !text.contains("Dora"), "{text}");
    fs::remove_dir_all(place.school().join("students/dora")).unwrap();
    place.build_with(&["--confirm-removal", "dora"]);
    assert!(read(&place, "students/ana").unwrap().contains(line));
}

#[test]
fn what_all_share_is_told_at_the_top_and_nothing_else_is_touched() {
    let place = faulty();
    place.build();
    let before = read(&place, "students/ana");
    place.edit("staff.yaml", "role: teacher", "role: techer");
    place.edit(GOAL, "target: 30", "target: 90");
    assert_eq!(place.build().code, 1);
    let top = read(&place, "").unwrap();
    for part in [
        "staff.yaml, line 3 (K216)",
        "holds back the pages of all students",
    ] {
        assert!(top.contains(part), "{part}: {top}");
    }
    assert_eq!(read(&place, "students/ana"), before);
    place.edit("staff.yaml", "role: techer", "role: teacher");
    place.build();
    assert_eq!(told(&place), ["students/ben/MESSAGES.txt"]);
}

#[test]
fn neither_it_nor_its_copies_are_read() {
    let place = School::tiny().on_disk();
    let before = place.build();
    for name in [
        "MESSAGES (1).txt",
        "messages-DESKTOP-4F2K9Q1.txt",
        "MESSAGES (Ana's conflicted copy 2026-11-13).txt",
    ] {
        for folder in ["", "students/ana/", "students/ana/goals/"] {
            place.save(&format!("{folder}{name}"), "name: Ben Osei\n");
        }
    }
    let run = place.build();
    assert_eq!((run.code, &run.err), (0, &before.err));
    assert!(run.out.contains("0 pages written"), "{}", run.out);
    assert!(!run.out.contains("K0"), "{}", run.out);
    // Saved again with the same words, a file is no other one.
    place.edit(GOAL, "target: 90", "target: 90");
    let run = place.build();
    assert!(run.out.contains("0 pages written"), "{}", run.out);
}

#[test]
fn no_other_student_is_named() {
    let check = |school: School, folder: &str, code: &str, names: &[&str]| {
        let place = school.on_disk();
        place.build();
        let text = read(&place, folder).unwrap_or_default();
        let at = text.find(&format!("({code})"));
        assert!(at.is_some(), "{folder} has no {code}: {text}");
        for name in names {
            assert!(!text.contains(name), "{folder} names {name}: {text}");
        }
    };
    let (ana, ben) = (UPDATE, "students/ben/updates/2026-11-13.md");
    let each_other = School::tiny()
        .edit(ana, "to the class", "to Ben Osei")
        .edit(ben, "counted", "and Ana Duarte counted");
    check(
        each_other.clone(),
        "students/ana",
        "K401",
        &["Ben", "ben", "Osei"],
    );
    check(
        each_other,
        "students/ben",
        "K401",
        &["Ana", "ana", "Duarte"],
    );
    let ids = School::tiny().file(
        "students/ana/tips/help-for-ben.md",
        "---\nroutine: bedtime\nminutes: 5\n---\n# Read\n\n1. Read.\n",
    );
    check(ids, "students/ana", "K401", &["Ben", "ben"]);
    let folders = School::tiny().file("students/ana/ben-osei/notes.txt", "x");
    check(folders, "students/ana", "K006", &["ben", "osei"]);
    let twins = School::tiny().edit("students/ben/student.yaml", "Ben Osei", "Ana Duarte");
    check(twins, "students/ben", "K402", &["ana"]);
    let word = School::tiny()
        .edit("students/ben/student.yaml", "Ben Osei", "Will Osei")
        .edit(ben, "Ben counted", "He counted")
        .edit(ana, "Ana read a page", "Will she read? She read");
    check(word, "students/ana", "K403", &["Will", "Osei"]);
    let answer = School::tiny().edit(
        "school.yaml",
        "language: en",
        "language: en\nnames_that_are_words: [Cleo]",
    );
    check(answer, "", "K404", &["Cleo", "cleo"]);
}

#[test]
fn only_what_has_a_name_in_it_is_left_out() {
    let check = |school: School, shown: &str| {
        let place = school.on_disk();
        place.build();
        let text = read(&place, "students/ana").unwrap();
        let (_, warning) = text.split_once("(K330)").unwrap();
        assert!(warning.contains("Why it matters"), "{text}");
        assert_eq!(warning.contains("The line: "), !shown.is_empty(), "{text}");
        assert!(warning.contains(shown), "{text}");
        assert!(!warning.contains("Ben"), "{text}");
    };
    let begun = "Ana read a page";
    let named = "Ana struggled with a page, and Ben Osei read it";
    check(School::tiny().edit(UPDATE, begun, named), "");
    // Folders may be called like words.
    let word = School::tiny().file("students/will/student.yaml", "name: Bo Lee\n");
    let struggled = "Ana struggled with a page";
    check(word.edit(UPDATE, begun, struggled), "family will");
}

#[test]
fn a_school_can_do_without() {
    let place = faulty();
    place.build();
    assert_eq!(told(&place).len(), 2);
    place.edit("school.yaml", "language: en", "language: en\nmessages: no");
    place.build();
    assert_eq!(told(&place), [""; 0]);
}

#[test]
fn somebody_elses_file_is_left_alone_and_said() {
    let place = faulty();
    let own = "Buy glue for Friday.\n";
    place.save("students/ana/MESSAGES.txt", own);
    place.save("students/cleo/MESSAGES.txt", own);
    let run = place.build();
    let note = "Note: kinfolio did not make students/ana/MESSAGES.txt, so it leaves the file alone";
    assert!(run.err.contains(note), "{}", run.err);
    // Nothing would be written there, so there is nothing to say.
    assert!(!run.err.contains("cleo"), "{}", run.err);
    for folder in ["students/ana", "students/cleo"] {
        let text = fs::read_to_string(place_of(&place, folder)).unwrap();
        assert_eq!(text, own);
    }
}

#[test]
fn whoever_only_looks_writes_nothing() {
    let place = faulty();
    let before = files_below(&place.school());
    kinfolio(&["check", place.school().to_str().unwrap()]);
    assert!(files_below(&place.school()) == before);
}

/// The guide shows what a teacher really reads.
#[test]
fn the_guide_shows_such_a_file() {
    let guide = fs::read_to_string(root().join("docs/teachers-guide.md")).unwrap();
    let shown = guide.split("```txt\n").nth(1).unwrap();
    let shown = shown.split("```").next().unwrap();
    let update = "\
---
by: bell
goals: [paragraf]
---
Mateo read his page about bats to the class today. He was struggling with two long words, and then he read them.
";
    let place = School::of(&root().join("content"))
        .without("students/layla/")
        .without("students/khoi/")
        .file("students/mateo/updates/2026-11-20.md", update)
        .on_disk();
    place.build_with(&["--plain"]);
    assert_eq!(read(&place, "students/mateo").unwrap(), shown);
}
