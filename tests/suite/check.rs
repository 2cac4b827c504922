//! `check`: what is explained, and what is left out when somebody asks for less.

use crate::cli::{check, faulty};
use crate::support::{School, kinfolio};

#[test]
fn a_code_is_explained() {
    let check = |asked: &str| {
        let run = kinfolio(&["check", "--explain", asked]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{asked}");
        for part in [
            "K211 target-wrong-side\n",
            "This is an error.",
            "why it matters: ",
            "what to write: ",
            "instead of:\n    target: 30\n",
            "write:\n    target: 90\n",
        ] {
            assert!(run.out.contains(part), "{part}: {}", run.out);
        }
    };
    check("K211");
    check("k211");
    check("211");
    check("target-wrong-side");
    check("Target wrong side");
    let run = kinfolio(&["check", "--explain", "target-wrong-sdie"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(
        run.err.contains("Did you mean target-wrong-side?"),
        "{}",
        run.err
    );
    assert!(run.err.contains("\n  K001 bad-encoding\n"), "{}", run.err);
    assert_eq!(
        kinfolio(&["check", "--explain", "K207", "--least", "note"]).code,
        2
    );
}

#[test]
fn a_folder_is_a_student_too() {
    let place = School::tiny().on_disk();
    let school = place.school();
    let check = |student: &str, expected: i32| {
        let run = kinfolio(&["check", school.to_str().unwrap(), "--student", student]);
        assert_eq!(run.code, expected, "{student}: {}{}", run.out, run.err);
    };
    check("ana", 0);
    check("ana/", 0);
    check("students/ana/", 0);
    check("anna/", 2);
    check("/", 2);
}

/// A sheet with one trouble in many rows.
fn forty_rows() -> School {
    let rows = (3..=30).map(|day| format!("2026-10-{day:02},unsure"));
    let lines: Vec<String> = ["date,value".to_owned()].into_iter().chain(rows).collect();
    School::tiny().file("students/ana/goals/reading.csv", lines.join("\n") + "\n")
}

#[test]
fn one_cause_is_told_once_with_all_its_lines() {
    let place = forty_rows().on_disk();
    let plain = check(&place, "plain").out;
    assert_eq!(plain.matches("K119: ").count(), 1, "{plain}");
    let told =
        "The same problem appears 27 more times, on lines 3, 4, 5, 6, 7, 8, 9, 10 and 19 more.";
    assert!(plain.contains(told), "{plain}");
    let end = "ana: 1 error in goals/reading.csv. Fix it to update the site.\n";
    assert!(plain.contains(end), "{plain}");
    assert!(check(&place, "human").out.contains(told));
    let json = check(&place, "json").out;
    let mut lines = json.lines().map(|line| {
        let object: serde_json::Value = serde_json::from_str(line).unwrap();
        object
    });
    let one = lines.find(|line| line["code"] == "K119").unwrap();
    assert_eq!((&one["line"], &one["more"]), (&2.into(), &27.into()));
    let places = one["places"].as_array().unwrap();
    assert_eq!(places.len(), 27);
    assert_eq!(places[26]["line"], 29);
    assert_eq!(places[26]["file"], "students/ana/goals/reading.csv");
}

#[test]
fn a_broken_list_of_staff_hides_no_students_errors() {
    let place = School::tiny()
        .file("staff.yaml", "rivera\n  name: Ms. Rivera\n")
        .edit(
            "students/ana/goals/reading.yaml",
            "area: reading",
            "area: redaing",
        )
        .on_disk();
    let out = check(&place, "plain").out;
    assert!(out.contains("K204: “redaing”"), "{out}");
    assert!(!out.contains("K212"), "{out}");
    let shared =
        "Shared files: 1 error in staff.yaml. Until it is fixed, no site can be updated.\n";
    assert!(out.contains(shared), "{out}");
    let run = place.build();
    assert!(run.out.contains("K204: “redaing”"), "{}", run.out);
    assert!(!place.out().join("ben").exists());
}

#[test]
fn a_hint_leads_to_the_explanation() {
    let hint = "kinfolio check --explain K";
    for (format, expected) in [("plain", 1), ("human", 1), ("json", 0)] {
        let out = check(&faulty(), format).out;
        assert_eq!(out.matches(hint).count(), expected, "{format}: {out}");
    }
    let fine = School::tiny()
        .without("students/ben/")
        .without("students/cleo/")
        .on_disk();
    let out = check(&fine, "plain").out;
    assert!(!out.contains(hint), "{out}");
}

#[test]
fn less_can_be_shown() {
    let place = faulty();
    let school = place.school();
    let shown = |options: &[&str]| {
        let run = kinfolio(&[&["check", school.to_str().unwrap()], options].concat());
        let codes = ["K211", "K217", "K308"].map(|code| run.out.contains(&format!("{code}: ")));
        (run.code, codes)
    };
    assert_eq!(shown(&[]), (1, [true, true, true]));
    assert_eq!(
        shown(&["--min-severity", "warning"]),
        (1, [true, true, false])
    );
    assert_eq!(
        shown(&["--min-severity", "error"]),
        (1, [true, false, false])
    );
    assert_eq!(shown(&["--least", "error"]), (1, [true, false, false]));
    assert_eq!(shown(&["--student", "ana"]), (1, [true, false, false]));
    assert_eq!(
        shown(&["--student", "ben", "--min-severity", "warning"]),
        (0, [false, true, false])
    );
    let wrong = kinfolio(&["check", school.to_str().unwrap(), "--student", "anna"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (2, ""));
    assert!(wrong.err.contains("Did you mean ana?"), "{}", wrong.err);
    let shared = School::tiny()
        .edit("school.yaml", "name:", "nmae:")
        .on_disk();
    let shared = kinfolio(&[
        "check",
        shared.school().to_str().unwrap(),
        "--student",
        "ben",
    ]);
    assert!(
        shared.out.contains("K201: "),
        "what is shared keeps hers back too"
    );
}
