//! The staff dashboard and the report: everything staff need, nothing anywhere near
//! a family.

use crate::support::{School, Workplace, files_below, kinfolio};

const GOAL: &str = "students/ana/goals/reading.yaml";

#[test]
fn the_dashboard_shows_every_student_and_stays_apart() {
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
    let dashboard = files_below(&staff);
    let paths: Vec<&str> = dashboard.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            "ana/index.html",
            "ben/index.html",
            "cleo/index.html",
            "index.html"
        ]
    );
    let text = |path: &str| String::from_utf8(dashboard[path].clone()).unwrap();
    let index = text("index.html");
    assert!(
        index.contains("<bdi>Ana</bdi></a>") && index.contains("data-needs=\"fault"),
        "{index}"
    );
    let ben = text("ben/index.html");
    assert!(
        ben.contains("students/ben/goals/counting.yaml:") && ben.contains("K201"),
        "{ben}"
    );
    for (path, bytes) in files_below(&place.out()) {
        let page = String::from_utf8_lossy(&bytes);
        assert!(
            !page.contains("dashboard") && !path.contains("staff"),
            "{path}"
        );
    }
}

#[test]
fn a_dashboard_that_cannot_be_written_keeps_nothing_else_from_being_done() {
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
        run.err.contains("staff") && run.out.contains("The site of ben was removed"),
        "{run:?}"
    );
    assert!(!place.out().join("ben").exists());
    let page = std::fs::read_to_string(place.out().join("ana/en/goals/reading/index.html"));
    assert!(page.unwrap().contains("More "));
}

#[test]
fn a_dashboard_where_others_read_is_refused() {
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

#[test]
fn a_large_school_is_read_some_students_at_a_time() {
    let mut school = School::tiny();
    for number in 0..70 {
        let file = format!("students/zoe{number}/student.yaml");
        school = school.file(&file, "nonsense: 1");
    }
    let place = school.on_disk();
    let run = kinfolio(&[
        "report",
        place.school().to_str().unwrap(),
        "--format",
        "json",
    ]);
    assert_eq!(run.code, 1, "{}", run.err);
    let students: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let ids = students.as_array().unwrap().iter();
    let ids: Vec<&str> = ids.map(|one| one["id"].as_str().unwrap()).collect();
    assert!(ids.is_sorted() && ids.len() == 73, "{ids:?}");
    let problems = &students[ids.len() - 1]["problems"];
    assert!(!problems.as_array().unwrap().is_empty(), "{problems}");

    let staff = place.school().with_file_name("staff");
    let pages = || {
        place.build_with(&["--staff", staff.to_str().unwrap()]);
        files_below(&staff)
    };
    let index = |pages: &std::collections::BTreeMap<String, Vec<u8>>| {
        String::from_utf8(pages["index.html"].clone()).unwrap()
    };
    let first = pages();
    assert_eq!(first.len(), 74);
    assert_eq!(index(&first).matches("<tr data-manager").count(), 73);
    std::fs::remove_dir_all(place.school().join("students/zoe7")).unwrap();
    let second = pages();
    assert!(!second.contains_key("zoe7/index.html") && second.len() == 73);
    assert!(!index(&second).contains("zoe7/"));
}

/// Nine weekly checks, and a criterion that two of the last five meet.
const NINE: &str = "data:
  2026-09-18: 44
  2026-09-25: 42
  2026-10-02: 49
  2026-10-09: 47
  2026-10-16: 52
  2026-10-23: 50
  2026-10-30: 55
  2026-11-06: 53
  2026-11-13: 60
mastery: {at_least: 55, times: 4, of: 5}
";

#[test]
fn staff_read_the_goals_own_criterion_and_how_sure_a_slope_is() {
    let tiny = School::tiny();
    let goal = tiny.text(GOAL).unwrap();
    let (facts, _) = goal.split_once("data:").unwrap();
    let text = format!("{facts}{NINE}");
    let place = tiny.file(GOAL, text).on_disk();
    let school = place.school();
    let report = |format: &str| {
        let run = kinfolio(&["report", school.to_str().unwrap(), "--format", format]);
        assert_eq!(run.code, 0, "{}", run.err);
        run.out
    };
    let students: serde_json::Value = serde_json::from_str(&report("json")).unwrap();
    let mut students = students.as_array().unwrap().iter();
    let ana = students.find(|one| one["id"] == "ana").unwrap();
    let goal = &ana["goals"][0];
    let criterion = &goal["criterion"];
    assert_eq!(criterion["now"], false, "{criterion}");
    assert_eq!(
        (&criterion["met"], &criterion["checks"]),
        (&2.into(), &5.into())
    );
    let trend = &goal["trend"];
    // stats.theilslopes of SciPy 1.17.1, as in the unit tests of the trend.
    let near = |index: usize, expected: f64| {
        let found = trend["interval"][index].as_f64().unwrap();
        assert!((found - expected).abs() < 1e-9, "{trend}");
    };
    near(0, 1.2);
    near(1, 2.6);

    let csv = report("csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let row = rows.iter().find(|row| &row[5] == "reading").unwrap();
    let cell = |name: &str| {
        let column = headers.iter().position(|header| header == name).unwrap();
        &row[column]
    };
    assert_eq!(cell("criterion_now"), "no");
    assert_eq!(
        (cell("criterion_met"), cell("criterion_needed")),
        ("2", "4")
    );
    assert_eq!((cell("trend_low"), cell("trend_high")), ("1.2", "2.6"));

    let staff = school.with_file_name("staff");
    place.build_with(&["--staff", staff.to_str().unwrap()]);
    let dashboard = files_below(&staff);
    let ana = String::from_utf8_lossy(&dashboard["ana/index.html"]).into_owned();
    for said in [
        "Criterion not met: 2 of the last 5 data points at 55 words or more in a minute; the goal requires 4 of 5.",
        "Not met: 2 of the last 5 (needs 4 of 5)",
        "95% confidence interval 1.20 to 2.60",
        "60 words in a minute",
        "90 words in a minute",
        "<svg class=\"spark\"",
        "<svg class=\"chart",
        ".chart .path",
    ] {
        assert!(ana.contains(said), "{said}: {ana}");
    }
}

fn dashboard_of(place: &Workplace, student: &str) -> String {
    let staff = place.school().with_file_name("staff");
    place.build_with(&["--staff", staff.to_str().unwrap()]);
    let pages = files_below(&staff);
    let path = match student {
        "" => "index.html".to_owned(),
        student => format!("{student}/index.html"),
    };
    String::from_utf8_lossy(&pages[path.as_str()]).into_owned()
}

#[test]
fn a_students_page_names_services_and_leads_to_the_familys() {
    let minutes = "week,service,planned,given,student_away,staff_away,no_school\n\
        2026-11-09,reading-group,50,50,0,0,0\n";
    let place = School::tiny()
        .file("students/ana/minutes.csv", minutes)
        .on_disk();
    let ana = dashboard_of(&place, "ana");
    assert!(
        ana.contains("Reading <span class=\"soft\">Small-group time"),
        "{ana}"
    );
    assert!(!ana.contains("reading-group"), "{ana}");
    let link = format!(
        "href=\"../../{}/ana/index.html\"",
        place.out().file_name().unwrap().to_str().unwrap()
    );
    assert!(ana.contains(&link), "{link}: {ana}");
    let hidden = School::tiny().edit("students/ana/student.yaml", "she", "she\npublish: false");
    let ana = dashboard_of(&hidden.on_disk(), "ana");
    assert!(!ana.contains("Family page"), "there is none: {ana}");
}

#[test]
fn staff_read_that_a_goal_was_decided_as_met_too_soon() {
    const SAID: &str = "recorded as met, but the criterion is not met";
    let tiny = School::tiny();
    let goal = tiny.text(GOAL).unwrap();
    let (facts, _) = goal.split_once("data:").unwrap();
    let check = |mastery: &str, decision: &str, expected: bool| {
        let nine = NINE.replace("{at_least: 55, times: 4, of: 5}", mastery);
        let review = format!(
            "---\nkind: formal\npresent: [family, rivera]\ngoals:\n  reading:\n    \
             decision: {decision}\n    why: She read 60 words on November 13.\n---\nWe met.\n"
        );
        let school = tiny
            .clone()
            .file(GOAL, format!("{facts}{nine}"))
            .file("students/ana/reviews/2026-11-19.md", review);
        let place = school.on_disk();
        let ana = dashboard_of(&place, "ana");
        assert_eq!(ana.contains(SAID), expected, "{mastery} {decision}: {ana}");
        let index = dashboard_of(&place, "");
        assert_eq!(
            index.contains("data-needs=\"differs\""),
            expected,
            "{mastery} {decision}: {index}"
        );
    };
    check("{at_least: 55, times: 4, of: 5}", "met", true);
    check("{at_least: 50, times: 4, of: 5}", "met", false);
    check("{at_least: 55, times: 4, of: 5}", "continue", false);
}

#[cfg(unix)]
#[test]
fn only_staff_can_read_the_board() {
    use std::os::unix::fs::PermissionsExt as _;
    let check = |folder: Option<u32>, expected: (u32, u32)| {
        let place = School::tiny().on_disk();
        let staff = place.school().with_file_name("staff");
        if let Some(mode) = folder {
            std::fs::create_dir(&staff).unwrap();
            std::fs::set_permissions(&staff, std::fs::Permissions::from_mode(mode)).unwrap();
        }
        dashboard_of(&place, "");
        let mode = |path: &str| {
            let facts = std::fs::metadata(staff.join(path)).unwrap();
            facts.permissions().mode() & 0o777
        };
        assert_eq!(mode(""), folder.unwrap_or(0o700));
        let found = (mode("ana"), mode("ana/index.html"));
        assert_eq!(found, expected, "{folder:?}");
        assert_eq!(mode("index.html"), expected.1);
    };
    check(None, (0o700, 0o600));
    // A folder that many can open says nothing of who should.
    check(Some(0o755), (0o700, 0o600));
    // One that was opened to a group only does.
    check(Some(0o750), (0o750, 0o640));
}

#[test]
fn a_school_that_is_not_whole_has_a_dashboard_that_says_so() {
    let check = |school: School, student: &str, said: &str| {
        let dashboard = dashboard_of(&school.on_disk(), student);
        assert!(dashboard.contains(said), "{said}: {dashboard}");
    };
    check(
        School::tiny().without("students/"),
        "",
        "There are no students in this folder yet.",
    );
    let broken = School::tiny().edit("students/ana/student.yaml", "pronouns", "pronuns");
    check(broken.clone(), "", "<bdi>Ana Duarte</bdi>");
    check(broken.clone(), "ana", "<mark>pronuns</mark>: she");
    check(broken, "ana", "Fix the errors above to see the goals");
    let long = "Ana-Sofía ".repeat(8);
    let called = School::tiny().edit("students/ana/student.yaml", "Ana Duarte", &long);
    check(called, "ana", long.trim());
}
