//! What is gone from the school folder may not have arrived yet: nothing is
//! taken down, and nobody named, because of that.

use std::collections::BTreeSet;
use std::fs;

use crate::incremental::{school, sites};
use crate::support::{School, Site, Workplace, files_below};

#[test]
fn a_folder_that_is_gone_takes_nothing_down_until_somebody_says_so() {
    let place = school().on_disk();
    place.build();
    let before = sites(&place);
    fs::remove_dir_all(place.school().join("students/ben")).unwrap();
    let run = place.build();
    assert!(run.out.contains("--confirm-removal") && run.out.contains("ben"));
    assert!(sites(&place) == before);

    let run = place.build_with(&["--confirm-removal", "zoe"]);
    assert!(run.code == 0 && run.out.contains("zoe has no site here"));
    let run = place.build_with(&["--confirm-removal", "ana"]);
    assert!(sites(&place) == before, "{}", run.out);
    let run = place.build_with(&["--confirm-removal", ".."]);
    assert!(sites(&place) == before && run.out.contains("has no site"));

    place.build_with(&["--confirm-removal", "ben"]);
    assert!(!place.out().join("ben").exists());
    assert!(place.out().join("ana/index.html").exists());
    assert!(!place.build().out.contains("--confirm-removal"));
}

fn rename(place: &Workplace, from: &str, to: &str) {
    let students = place.school().join("students");
    fs::rename(students.join(from), students.join(to)).unwrap();
}

#[test]
fn a_site_that_stands_still_after_a_rename_in_capitals_is_told() {
    let place = school().on_disk();
    place.build();
    rename(&place, "ana", "Ana");
    let run = place.build();
    let two = fs::read_dir(place.out()).unwrap().count() == 4;
    let told = run.out.contains("The site ana still exists next to Ana");
    assert_eq!(told, two, "{}", run.out);
    if !two {
        return;
    }
    let run = place.build_with(&["--confirm-removal", "Ana"]);
    assert!(place.out().join("Ana/index.html").exists(), "{run:?}");
    let run = place.build_with(&["--confirm-removal", "ana"]);
    assert!(!run.out.contains("still exists next to"), "{}", run.out);
    assert!(!place.out().join("ana").exists());
    assert!(place.out().join("Ana/index.html").exists());
}

#[test]
fn an_address_is_the_same_however_a_disk_writes_it() {
    let place = school().on_disk();
    rename(&place, "ana", "zo\u{eb}");
    place.build();
    rename(&place, "zo\u{eb}", "zoe\u{308}");
    place.edit("students/zoe\u{308}/student.yaml", "name: ", "name: New ");
    let run = place.build();
    assert_eq!(run.code, 0, "{run:?}");
    let sites = fs::read_dir(place.out()).unwrap();
    let sites = sites.map(|site| site.unwrap().file_name().into_string().unwrap());
    let sites: BTreeSet<String> = sites.collect();
    assert_eq!(sites, ["ben", "cleo", "zo\u{eb}"].map(str::to_owned).into());
    let page = fs::read_to_string(place.out().join("zo\u{eb}/en/index.html"));
    assert!(page.unwrap().contains("New "));

    fs::remove_dir_all(place.school().join("students/zoe\u{308}")).unwrap();
    let run = place.build();
    assert!(run.out.contains("No longer in the school folder: zo\u{eb}"));
    place.build_with(&["--confirm-removal", "zoe\u{308}"]);
    assert!(!place.out().join("zo\u{eb}").exists());
}

#[test]
fn most_files_do_not_go_at_once() {
    let place = school().on_disk();
    place.build();
    let before = sites(&place);
    let folder = place.school().join("students/ana");
    let kept = ["student.yaml", "goals/reading.yaml"];
    let files = files_below(&folder);
    assert!(files.len() > 5, "{:?}", files.keys());
    for path in files.keys().filter(|path| !kept.contains(&path.as_str())) {
        fs::remove_file(folder.join(path)).unwrap();
    }
    for _ in 0..2 {
        let run = place.build();
        assert!(run.code == 1 && run.out.contains("K073"), "{}", run.out);
        assert!(sites(&place) == before);
    }
    let run = place.build_with(&["--confirm-removal", "ana"]);
    assert!(!run.out.contains("K073"), "{}", run.out);
    assert!(sites(&place) != before);
    assert!(!place.build().out.contains("K073"), "said once is enough");
}

/// A school with enough of everything that some of it can be lost.
fn full_school() -> School {
    let word = |number: usize| format!("library/glossary/word-{number}.md");
    let update = |day: usize| format!("students/ana/updates/2026-11-{day:02}.md");
    let school = (1..=5).fold(school(), |school, number| {
        school.file(&word(number), format!("# word {number}\n\nA word.\n"))
    });
    (9..=12).fold(school, |school, day| {
        school.file(&update(day), "---\nby: rivera\n---\nAna sang.\n")
    })
}

#[test]
fn a_folder_does_not_lose_all_its_files_at_once() {
    let check = |lost: &str, confirm: &str, files: &str| {
        let place = full_school().on_disk();
        assert_eq!(place.build().code, 0);
        let before = sites(&place);
        fs::remove_dir_all(place.school().join(lost)).unwrap();
        let run = place.build();
        assert!(run.code == 1 && run.out.contains("K073"), "{}", run.out);
        let advice = format!("--confirm-removal {confirm}");
        assert!(
            run.out.contains(files) && run.out.contains(&advice),
            "{}",
            run.out
        );
        assert!(sites(&place) == before, "{lost}");
        let run = place.build_with(&["--confirm-removal", confirm]);
        assert!(run.code == 0 && run.err.is_empty(), "{run:?}");
        assert!(!run.out.contains("K073"), "{}", run.out);
        assert_eq!(place.build().code, 0, "said once is enough");
        // Where there is no site, nothing has to be kept.
        fs::remove_dir_all(place.out()).unwrap();
        assert_eq!(place.build().code, 0);
    };
    let updates = "students/ana/updates";
    check(updates, "ana", updates);
    let glossary = "library/glossary";
    check(glossary, glossary, glossary);
}

/// Nobody may read of Bartholomew while his own folder does not tell of him.
fn is_not_named(place: &Workplace, goes: impl FnOnce(&Workplace)) {
    place.build();
    let before = place.site("ana");
    let update = "---\nby: rivera\n---\nAna read with Bartholomew.\n";
    goes(place);
    place.save("students/ana/updates/2026-11-20.md", update);
    for _ in 0..2 {
        let run = place.build();
        assert!(run.code == 1 && run.out.contains("K401"), "{}", run.out);
        assert!(place.site("ana") == before);
    }
}

fn with_bartholomew() -> Workplace {
    school()
        .edit("students/ben/student.yaml", "name: ", "name: Bartholomew ")
        .on_disk()
}

#[test]
fn nobody_is_named_because_half_a_file_is_there() {
    let place = with_bartholomew();
    is_not_named(&place, |place| {
        place.save("students/ben/student.yaml", "pronouns: he\n");
    });
}

#[test]
fn nobody_is_named_because_a_folder_is_gone() {
    let place = with_bartholomew();
    is_not_named(&place, |place| {
        fs::remove_dir_all(place.school().join("students/ben")).unwrap();
    });
    place.build_with(&["--confirm-removal", "ben"]);
    let run = place.build();
    assert!(!run.out.contains("K401"), "{}", run.out);
}

#[test]
fn a_name_that_a_folder_once_had_is_no_right_to_it() {
    let place = school().on_disk();
    place.build();
    let ana = files_below(&place.school().join("students/ana"));
    let copy = |to: &str| {
        for (path, text) in &ana {
            let path = format!("students/{to}/{path}");
            place.save(&path, &String::from_utf8_lossy(text));
        }
    };
    let held = |student: &str, before: &Site| {
        let run = place.build();
        assert!(run.code == 1 && run.out.contains("K401"), "{}", run.out);
        assert!(place.site(student) == *before);
    };
    // A student is begun as a copy of another, and named afterwards.
    copy("dora");
    place.build();
    let before = place.site("dora");
    let file = "students/dora/student.yaml";
    place.edit(file, "Ana Duarte", "Dora Lind");
    place.edit(file, "call_name: Ana", "call_name: Dora");
    held("dora", &before);
    fs::remove_dir_all(place.school().join("students/dora")).unwrap();
    place.build_with(&["--confirm-removal", "dora"]);

    // Two files are taken for one another.
    let before = place.site("ana");
    let file = |student: &str| format!("students/{student}/student.yaml");
    let text = |student: &str| fs::read_to_string(place.school().join(file(student))).unwrap();
    let (one, other) = (text("ana"), text("ben"));
    place.save(&file("ana"), &other);
    place.save(&file("ben"), &one);
    held("ana", &before);
    place.save(&file("ana"), &one);
    place.save(&file("ben"), &other);
    assert_eq!(place.build().code, 0);
    assert!(place.site("ana") == before);
}

#[test]
fn whoever_is_called_otherwise_now_may_be_called_as_before() {
    let place = school().on_disk();
    place.build();
    let file = "students/ana/student.yaml";
    place.edit(file, "Ana Duarte", "Anita Duarte");
    place.edit(file, "call_name: Ana", "call_name: Anita");
    let run = place.build();
    assert_eq!(run.code, 0, "{}", run.out);
}

#[test]
fn a_text_that_shrank_is_no_file_that_is_missed() {
    let long = "A word that is long. ".repeat(40);
    let file = "library/glossary/word-1.md";
    let place = full_school()
        .file(file, format!("# word 1\n\n{long}\n"))
        .on_disk();
    place.build();
    place.save(file, "# word 1\n\nA word.\n");
    let run = place.build_with(&["--settle", "1"]);
    assert!(run.code == 75 && run.out.contains("K072"), "{run:?}");
    fs::remove_file(place.school().join("library/glossary/word-2.md")).unwrap();
    let run = place.build();
    assert!(run.code == 0 && !run.out.contains("K073"), "{run:?}");
}

#[test]
fn what_is_missed_comes_back_whole_or_not_at_all() {
    let check = |lost: &str| {
        let place = full_school().on_disk();
        place.build();
        let before = sites(&place);
        let folder = place.school().join(lost);
        let files = files_below(&folder);
        fs::remove_dir_all(&folder).unwrap();
        // A sync program brings them back one by one.
        for (file, text) in &files {
            let run = place.build();
            assert!(run.code == 1 && run.out.contains("K073"), "{}", run.out);
            assert!(sites(&place) == before, "{lost}");
            place.save(&format!("{lost}/{file}"), &String::from_utf8_lossy(text));
        }
        assert_eq!(place.build().code, 0);
        assert!(sites(&place) == before, "{lost}");
        // One file by itself may go.
        fs::remove_file(folder.join(files.keys().next().unwrap())).unwrap();
        let run = place.build();
        assert!(!run.out.contains("K073"), "{}", run.out);
    };
    check("students/ana/updates");
    check("library/glossary");
}

#[test]
fn each_confirmation_is_answered() {
    let place = full_school().on_disk();
    place.build();
    let student = "students/ana/student.yaml";
    let check = |confirm: &str, code: i32, words: &str, stands: bool| {
        let run = place.build_with(&["--confirm-removal", confirm]);
        let said = if code == 0 { &run.out } else { &run.err };
        assert!(
            run.code == code && said.contains(words),
            "{confirm}: {run:?}"
        );
        assert_eq!(place.out().join("ana/index.html").exists(), stands);
    };
    check(
        "ana",
        1,
        "still exists, and kinfolio builds the site from it",
        true,
    );
    check("students/ana/", 1, "The site of ana was not removed", true);
    check("students/ana/goals", 1, "--confirm-removal ana", true);
    check(
        "library/glossary/",
        0,
        "library/glossary contains files",
        true,
    );
    place.edit(student, "pronouns: ", "publish: false\npronons: ");
    check("ana", 1, "There are errors in students/ana", true);
    place.edit("school.yaml", "name: ", "nam: ");
    check("ana", 1, "the shared files have errors", true);
    place.edit("school.yaml", "nam: ", "name: ");
    place.edit(student, "pronons: ", "pronouns: ");
    check("students/ana", 0, "The site of ana was removed", false);
}

#[test]
fn a_site_is_not_taken_down_while_files_are_changing() {
    let about = "students/ana/about.md";
    let place = school().file(about, "Ana sings.\n".repeat(60)).on_disk();
    place.build();
    place.save(about, "Ana sings.\n");
    let run = place.build_with(&["--settle", "1", "--confirm-removal", "ana"]);
    assert!(
        run.code == 75 && run.err.contains("still being saved or synced"),
        "{run:?}"
    );
    assert!(place.out().join("ana/index.html").exists());
}

fn hide(place: &Workplace) {
    let student = "students/ben/student.yaml";
    place.edit(student, "pronouns: ", "publish: false\npronouns: ");
}

#[test]
fn who_is_not_to_be_published_is_told_from_who_cannot_be_read() {
    let check = |change: fn(&Workplace), words: &str, code: i32| {
        let place = full_school().on_disk();
        place.build();
        change(&place);
        for _ in 0..2 {
            let run = place.build();
            let lines = run.out.lines().filter(|line| line.ends_with(words));
            assert!(run.code == code && lines.count() == 1, "{words}: {run:?}");
        }
        assert!(place.out().join("ben/index.html").exists() != words.contains("no pages"));
    };
    let kept = "ben. Sites that already exist are unchanged.";
    check(
        |place| {
            let (ben, aside) = (
                place.school().join("students/ben"),
                place.out().join("../b"),
            );
            fs::rename(&ben, &aside).unwrap();
            std::os::unix::fs::symlink(&aside, &ben).unwrap();
        },
        kept,
        1,
    );
    check(
        |place| {
            let (ben, pipe) = (place.school().join("students/ben"), "students/pipe");
            fs::rename(&ben, place.out().join("../b")).unwrap();
            let made = std::process::Command::new("mkfifo")
                .args([&ben, &place.school().join(pipe)])
                .status();
            assert!(made.unwrap().success());
        },
        "ben, pipe. Sites that already exist are unchanged.",
        1,
    );
    check(hide, "--confirm-removal STUDENT", 0);
    check(
        |place| {
            hide(place);
            let run = place.build_with(&["--confirm-removal", "ben"]);
            assert!(!run.out.contains("earlier build"), "{run:?}");
        },
        "ben. These students have no pages here.",
        0,
    );
}
