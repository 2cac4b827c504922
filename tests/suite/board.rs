//! The staff board and the report: everything staff need, nothing anywhere near
//! a family.

use crate::support::{School, files_below, kinfolio};

const GOAL: &str = "students/ana/goals/reading.yaml";

#[test]
fn the_board_shows_every_student_and_stays_apart() {
    let place = School::tiny()
        .edit(
            "students/ben/goals/counting.yaml",
            "target: 80",
            "taget: 80",
        )
        .on_disk();
    let staff = place.school().with_file_name("staff");
    let run = place.build_with(&["--staff", staff.to_str().unwrap()]);
    assert_eq!(run.code, 1, "{}", run.err);
    let board = files_below(&staff);
    let paths: Vec<&str> = board.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            "ana/index.html",
            "ben/index.html",
            "cleo/index.html",
            "index.html"
        ]
    );
    let text = |path: &str| String::from_utf8(board[path].clone()).unwrap();
    let index = text("index.html");
    assert!(
        index.contains(">Ana</a>") && index.contains("data-needs=\"fault"),
        "{index}"
    );
    let ben = text("ben/index.html");
    assert!(
        ben.contains("students/ben/goals/counting.yaml:") && ben.contains("K201"),
        "{ben}"
    );
    for (path, bytes) in files_below(&place.out()) {
        let page = String::from_utf8_lossy(&bytes);
        assert!(!page.contains("board") && !path.contains("staff"), "{path}");
    }
}

#[test]
fn a_board_that_cannot_be_written_keeps_nothing_else_from_being_done() {
    let place = School::tiny().on_disk();
    place.build();
    std::fs::remove_dir_all(place.school().join("students/ben")).unwrap();
    place.edit(GOAL, "title: ", "title: More ");
    let staff = place.school().with_file_name("staff");
    std::fs::write(&staff, "").unwrap();
    let run = place.build_with(&[
        "--staff",
        staff.to_str().unwrap(),
        "--confirm-removal",
        "ben",
    ]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(
        run.err.contains("staff") && run.out.contains("The site of ben is taken down"),
        "{run:?}"
    );
    assert!(!place.out().join("ben").exists());
    let page = std::fs::read_to_string(place.out().join("ana/en/goals/reading/index.html"));
    assert!(page.unwrap().contains("More "));
}

#[test]
fn a_board_where_others_read_is_refused() {
    let place = School::tiny().on_disk();
    let (school, out) = (place.school(), place.out());
    for staff in [
        out.join("staff"),
        out.clone(),
        school.join("staff"),
        school.join(".."),
    ] {
        let run = kinfolio(&[
            "build",
            school.to_str().unwrap(),
            "--to",
            out.to_str().unwrap(),
            "--staff",
            staff.to_str().unwrap(),
        ]);
        assert_eq!(run.code, 2, "{}", staff.display());
        assert!(run.err.contains("--staff FOLDER"), "{}", run.err);
        assert!(!out.exists(), "nothing was written");
    }
}

#[test]
fn staff_notes_are_on_no_page() {
    let place = School::tiny()
        .edit(
            GOAL,
            "data:",
            "data:\n  2026-11-18: {value: 50, staff_note: SECRET}",
        )
        .on_disk();
    let school = place.school();
    for format in ["table", "csv", "json"] {
        let run = kinfolio(&["report", school.to_str().unwrap(), "--format", format]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(!run.out.contains("SECRET"));
        for student in ["Ana", "Ben", "Cleo"] {
            assert!(run.out.contains(student), "{format}: {}", run.out);
        }
    }
}

#[test]
fn a_sheet_has_a_row_for_each_goal() {
    let place = School::tiny().on_disk();
    let run = kinfolio(&[
        "report",
        place.school().to_str().unwrap(),
        "--format",
        "csv",
    ]);
    let mut reader = csv::Reader::from_reader(run.out.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let goals: Vec<&str> = rows.iter().map(|row| &row[5]).collect();
    assert!(
        goals.contains(&"reading") && goals.contains(&"counting"),
        "{goals:?}"
    );
    assert_eq!(reader.headers().unwrap().get(0), Some("student"));
}

#[test]
fn a_report_for_programs_can_be_read() {
    let place = School::tiny().on_disk();
    let run = kinfolio(&[
        "report",
        place.school().to_str().unwrap(),
        "--format",
        "json",
    ]);
    let students: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let ana = students
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == "ana")
        .unwrap();
    assert_eq!(ana["goals"][0]["id"], "reading");
    assert!(ana["goals"][0]["target"].as_f64().unwrap() > 0.0);
}
