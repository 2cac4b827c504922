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
            "An error.",
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
    assert_eq!(shown(&["--least", "warning"]), (1, [true, true, false]));
    assert_eq!(shown(&["--least", "error"]), (1, [true, false, false]));
    assert_eq!(shown(&["--student", "ana"]), (1, [true, false, false]));
    assert_eq!(
        shown(&["--student", "ben", "--least", "warning"]),
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
