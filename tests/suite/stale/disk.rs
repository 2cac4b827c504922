//! What the program does with a school on the disk.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use kinfolio::source::translation_log_of;

use super::OLD;
use crate::support::{Run, School, Workplace, files_below, kinfolio};

/// Ben with words of both kinds, in two languages.
fn ben() -> Workplace {
    School::tiny()
        .file("students/ben/about.md", "He likes trains.\n")
        .file("students/ben/about.es.md", "Le gustan los trenes.\n")
        .file("students/ben/services.yaml", SERVICE)
        .file("students/ben/services.es.yaml", SERVICE_ES)
        .on_disk()
}

const SERVICE: &str = "math-group:
  kind: math
  model: push-in
  who: [okafor]
  where: Room 4
  days: [mon, wed]
  start: \"09:00\"
  end: \"09:30\"
  since: 2026-09-01
  goals: [counting]
  looks_like: They count together.
";
const SERVICE_ES: &str = "math-group:
  where: Salón 4
  looks_like: Cuentan juntos.
";

fn page(place: &Workplace, path: &str) -> String {
    String::from_utf8(place.site("ben")[path].clone()).unwrap()
}

fn built(place: &Workplace) -> Run {
    let run = place.build();
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    run
}

#[test]
fn the_page_says_what_may_be_older() {
    let place = ben();
    let run = built(&place);
    assert!(!run.out.contains("K290"), "{}", run.out);
    let before = files_below(&place.out());

    // A number changes no word.
    place.edit(
        "students/ben/goals/counting.yaml",
        "6/10",
        "6/10\n  2026-10-08: 7/10",
    );
    assert!(!built(&place).out.contains("K290"));
    assert!(!page(&place, "es/goals/counting/index.html").contains(OLD));

    place.edit("students/ben/about.md", "trains", "buses");
    let run = built(&place);
    let start = "students/ben/about.es.md: warning K290: about.es.md may be out of date";
    assert!(run.out.contains(start), "{}", run.out);
    assert!(
        run.out.contains("  students/ben/about.md:1: "),
        "{}",
        run.out
    );
    assert!(run.out.contains("checked: 2026-11-20"), "{}", run.out);
    let index = page(&place, "es/index.html");
    assert!(
        index.contains(OLD) && index.contains("Le gustan los trenes"),
        "shown with a label"
    );
    assert!(
        index.contains("He likes buses"),
        "the original is one tap away"
    );
    assert!(!page(&place, "en/index.html").contains("original"));

    // It stays so until somebody looks at the translation.
    assert!(built(&place).out.contains("K290"));
    place.save("students/ben/about.es.md", "Le gustan los autobuses.\n");
    assert!(!built(&place).out.contains("K290"));
    assert!(!page(&place, "es/index.html").contains(OLD));

    // Nobody else's page has moved.
    for student in ["ana", "cleo"] {
        let old = before.iter().filter(|(path, _)| path.starts_with(student));
        let new = files_below(&place.out());
        assert!(
            old.into_iter().all(|(path, bytes)| new[path] == *bytes),
            "{student}"
        );
    }
}

#[test]
fn what_binds_goes_back_to_the_original_text_by_text() {
    let place = ben();
    built(&place);
    place.edit("students/ben/services.yaml", "Room 4", "Room 9");
    built(&place);
    let page = page(&place, "es/support/index.html");
    assert!(page.contains("Room 9") && !page.contains("Salón 4"));
    assert!(
        page.contains("Cuentan juntos."),
        "what has not changed still counts"
    );
    assert!(!page.contains(OLD) && page.contains("no están traducidas"));
}

fn bens_memory(place: &Workplace) -> PathBuf {
    place
        .school()
        .join(translation_log_of("ben").unwrap().as_str())
}

#[test]
fn only_a_build_remembers() {
    let place = ben();
    let translation_log = bens_memory(&place);
    let school = place.school();
    let school = school.to_str().unwrap();
    for args in [&["check", school][..], &["translate", "status", school]] {
        assert_eq!(kinfolio(args).code, 0);
        assert!(!translation_log.exists(), "{args:?}");
    }
    built(&place);
    let kept = fs::read(&translation_log).unwrap();
    place.edit("students/ben/about.md", "trains", "buses");
    place.edit("students/ben/about.es.md", "trenes", "buses");
    assert_eq!(kinfolio(&["check", school]).code, 0);
    assert_eq!(fs::read(&translation_log).unwrap(), kept);
    built(&place);
    assert_ne!(fs::read(&translation_log).unwrap(), kept);

    // A folder that is gone may come back; when somebody says that it will not,
    // what was remembered of it goes, too.
    fs::remove_dir_all(place.school().join("students/ben")).unwrap();
    built(&place);
    assert!(translation_log.exists());
    assert_eq!(place.build_with(&["--confirm-removal", "ben"]).code, 0);
    assert!(!translation_log.exists());
}

#[test]
fn a_student_that_cannot_be_read_is_not_forgotten() {
    let place = ben();
    built(&place);
    let translation_log = bens_memory(&place);
    let kept = fs::read(&translation_log).unwrap();
    place.edit("students/ben/student.yaml", "pronouns", "pronuons");
    assert_eq!(place.build().code, 1);
    assert_eq!(fs::read(&translation_log).unwrap(), kept);
}

#[test]
fn a_school_of_one_language_gets_no_folder() {
    let place = School::tiny()
        .without("students/ben/goals/counting.es.yaml")
        .on_disk();
    built(&place);
    assert!(!place.school().join(".kinfolio").exists());
}

#[test]
fn a_broken_memory_is_said_and_made_anew() {
    let place = ben();
    built(&place);
    let translation_log = bens_memory(&place);
    let kept = fs::read(&translation_log).unwrap();
    fs::write(&translation_log, &kept[..kept.len() / 2]).unwrap();
    place.edit("students/ben/about.md", "trains", "buses");
    let run = built(&place);
    assert!(
        run.out
            .contains(".kinfolio/translations/ben.json: warning K291"),
        "{}",
        run.out
    );
    assert!(!run.out.contains("K290"), "{}", run.out);
    let run = built(&place);
    assert!(!run.out.contains("K29"), "{}", run.out);

    fs::remove_file(&translation_log).unwrap();
    assert!(!built(&place).out.contains("K29"), "it can be deleted");
}

#[test]
fn a_folder_that_cannot_be_written_stops_nobody() {
    // Whoever may write everywhere cannot be kept out by permissions.
    let place = ben();
    fs::write(place.school().join(".kinfolio"), "in the way").unwrap();
    let run = built(&place);
    assert!(
        run.err.starts_with("Note: ") && run.err.contains(".kinfolio"),
        "{}",
        run.err
    );
    assert!(place.out().join("ben/index.html").exists());

    let place = ben();
    let only_read = fs::Permissions::from_mode(0o555);
    fs::set_permissions(place.school(), only_read).unwrap();
    built(&place);
    assert!(place.out().join("ben/index.html").exists());
}

#[test]
fn a_link_leads_nowhere() {
    let place = ben();
    let elsewhere = place.out().join("elsewhere");
    fs::create_dir_all(&elsewhere).unwrap();
    fs::create_dir(elsewhere.join("translations")).unwrap();
    fs::write(elsewhere.join("translations/ben.json"), "theirs").unwrap();
    std::os::unix::fs::symlink(&elsewhere, place.school().join(".kinfolio")).unwrap();
    let run = built(&place);
    assert!(
        run.out.contains("K291") && run.err.contains("Note: "),
        "{}{}",
        run.out,
        run.err
    );
    let theirs = fs::read_to_string(elsewhere.join("translations/ben.json")).unwrap();
    assert_eq!(theirs, "theirs");
}

#[test]
fn status_counts_files_and_words() {
    let place = ben();
    built(&place);
    place.edit("students/ben/about.md", "trains", "buses");
    let school = place.school();
    let school = school.to_str().unwrap();
    let status = |more: &[&str]| {
        let args = ["translate", "status", school];
        kinfolio(&[&args[..], more].concat())
    };
    let run = status(&[]);
    assert_eq!(run.code, 0, "{}", run.err);
    let row = run
        .out
        .lines()
        .find(|line| line.starts_with("ben"))
        .expect(&run.out);
    let cells: Vec<&str> = row.split_whitespace().collect();
    // The goal and the services are human, about.md is stale, the update missing.
    assert_eq!(
        cells[..7],
        ["ben", "es", "2", "0", "0", "1", "1"],
        "{}",
        run.out
    );
    assert!(
        run.out.lines().any(|line| line.starts_with("(school)")),
        "{}",
        run.out
    );
    assert!(
        !run.out.contains("\nana "),
        "Ana's family reads the school's language"
    );

    let run = status(&["--student", "ben", "--format", "json"]);
    let rows: Vec<serde_json::Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect(line))
        .collect();
    assert_eq!(rows.len(), 1);
    let files = rows[0]["files"].as_array().unwrap();
    let about = files
        .iter()
        .find(|file| file["translation"] == "about.es.md")
        .unwrap();
    assert_eq!(
        (&about["state"], &about["words"]),
        (&"stale".into(), &3.into())
    );

    let run = status(&["--student", "bne"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("ana, ben, cleo"), "{}", run.err);
    place.edit("students/ben/student.yaml", "pronouns", "pronuons");
    let run = status(&[]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("ben"), "{}", run.err);
}
