//! What the commands say.

use std::process::Stdio;

use crate::support::{Run, School, Workplace, kinfolio, program};

/// A school with one error, and one warning.
pub(crate) fn faulty() -> Workplace {
    School::tiny()
        .edit(
            "students/ana/goals/reading.yaml",
            "target: 90",
            "target: 30",
        )
        .edit(
            "students/ben/goals/counting.yaml",
            "2026-10-01",
            "2026-11-11",
        )
        .on_disk()
}

pub(crate) fn check(place: &Workplace, format: &str) -> Run {
    kinfolio(&[
        "check",
        place.school().to_str().unwrap(),
        "--format",
        format,
    ])
}

#[test]
fn plain_says_one_fact_to_a_line() {
    let run = check(&faulty(), "plain");
    assert_eq!(run.code, 1);
    let lines: Vec<&str> = run.out.lines().collect();
    let at = |start: &str| lines.iter().position(|line| line.starts_with(start));
    let error = at("students/ana/goals/reading.yaml:5:9: error K211: ");
    let warning = at("students/ben/goals/counting.yaml:15:3: warning K217: ");
    let (error, warning) = (error.expect(&run.out), warning.expect(&run.out));
    assert!(error < warning);
    assert!(
        lines[error].ends_with("The target is 30, but the baseline is 43."),
        "{}",
        run.out
    );
    assert_eq!(
        lines[error + 1],
        "  students/ana/goals/reading.yaml:4: this is the baseline"
    );
    assert!(
        lines[error + 2].starts_with("  why it matters: "),
        "{}",
        run.out
    );
    assert!(
        lines[error + 3].starts_with("  what to write: "),
        "{}",
        run.out
    );
    assert!(run.out.contains("1 error, 1 warning, "), "{}", run.out);
    assert!(
        !run.out
            .contains(['\u{1b}', '\u{2068}', '\u{2069}', '\u{E000}'])
    );
}

#[test]
fn help_asks_for_a_near_word_only_where_there_is_one() {
    let place = School::tiny()
        .edit("students/ana/goals/reading.yaml", "owners:", "ownrs:")
        .edit(
            "students/ben/goals/counting.yaml",
            "area: math",
            "area: math\nzzzzzz: 1",
        )
        .on_disk();
    let run = check(&place, "plain");
    assert!(run.out.contains("Did you mean “owners”?"), "{}", run.out);
    assert!(!run.out.contains("“”"), "{}", run.out);
}

#[test]
fn a_build_shows_the_first_problems_and_programs_get_all() {
    let place = faulty();
    for number in 0..120 {
        place.save(&format!("students/z{number:03}/student.yaml"), "name: [\n");
    }
    let count = |run: &Run, what: &str| run.out.matches(what).count();
    let hint = "Only the first 100 problems are shown, errors first. 22 more are in the files \
                MESSAGES.txt in the students’ folders. To see all problems of one student, run: \
                kinfolio check --student NAME";
    // Also if nothing has changed since.
    for _ in 0..2 {
        let run = place.build();
        assert_eq!(run.code, 1, "{run:?}");
        let shown = (count(&run, ": error K"), count(&run, ": warning K"));
        assert_eq!(shown, (100, 0), "{}", run.out);
        assert!(run.out.starts_with("students/ana/"), "{}", run.out);
        assert!(run.out.contains(hint), "{}", run.out);
        assert!(run.out.contains("121 errors, 1 warning, "), "{}", run.out);
    }
    let run = place.build_with(&["--format", "json"]);
    let severity = |of: &str| count(&run, &format!("\"severity\":\"{of}\""));
    let all = (severity("error"), severity("warning"), severity("note"));
    assert_eq!(all, (121, 1, 0), "{}", run.out);
    assert_eq!(count(&check(&place, "plain"), ": error K"), 121);
    // While shared files have errors, the messages in the folders are old.
    place.edit("staff.yaml", "role: teacher", "role: techer");
    let run = place.build();
    assert!(run.out.starts_with("staff.yaml:3:"), "{}", run.out);
    let old = "errors first. There are 23 more. To see";
    assert!(run.out.contains(old), "{}", run.out);
}

#[test]
fn human_shows_the_line() {
    let run = check(&faulty(), "human");
    assert_eq!(run.code, 1);
    for part in [
        "K211",
        "students/ana/goals/reading.yaml",
        "target: 30",
        "this is the baseline",
        "why it matters",
    ] {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }
}

#[test]
fn json_is_one_object_to_a_line() {
    let run = check(&faulty(), "json");
    assert_eq!(run.code, 1);
    let lines: Vec<serde_json::Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect(line))
        .collect();
    let error = lines
        .iter()
        .find(|line| line["code"] == "K211")
        .expect(&run.out);
    assert_eq!(error["name"], "target-wrong-side");
    assert_eq!(error["severity"], "error");
    assert_eq!(error["student"], "ana");
    assert_eq!(error["file"], "students/ana/goals/reading.yaml");
    assert_eq!((&error["line"], &error["column"]), (&5.into(), &9.into()));
    for field in ["message", "why", "help"] {
        assert!(
            error[field].as_str().is_some_and(|words| words.len() > 10),
            "{field}"
        );
    }
    assert!(lines.iter().any(|line| line["severity"] == "note"));
}

#[test]
fn codes_tell_how_it_went() {
    let fine = School::tiny().on_disk();
    for format in ["plain", "human", "json"] {
        assert_eq!(
            check(&fine, format).code,
            0,
            "warnings and notes are no failure"
        );
        assert_eq!(check(&faulty(), format).code, 1);
    }
    let nowhere = kinfolio(&["check", "/nowhere/at/all"]);
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.err.contains("kinfolio check FOLDER"), "{nowhere:?}");
    assert_eq!(kinfolio(&["chekc"]).code, 2);
    assert_eq!(kinfolio(&["--version"]).code, 0);
    assert!(!fine.out().exists(), "check writes nothing");
}

#[test]
fn color_is_for_terminals_that_want_it() {
    let place = faulty();
    let school = place.school();
    let args = ["check", school.to_str().unwrap(), "--format", "human"];
    let escapes = |force: bool, no_color: &str| {
        let mut command = program(&args);
        if force {
            command.env("CLICOLOR_FORCE", "1");
        }
        let run: Run = command.env("NO_COLOR", no_color).output().unwrap().into();
        run.out.contains('\u{1b}')
    };
    assert!(!escapes(false, ""), "a pipe gets no color");
    assert!(!escapes(false, "1"));
    assert!(!escapes(true, "1"), "NO_COLOR wins");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = faulty();
    let (school, out) = (place.school(), place.out());
    let board = out.with_file_name("board");
    let mut args = vec!["build", school.to_str().unwrap(), "--settle", "0"];
    args.extend(["--to", out.to_str().unwrap()]);
    args.extend(["--staff", board.to_str().unwrap()]);
    let mut child = program(&args).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(1), "it is what it is");
    assert!(board.join("index.html").exists() && out.join("ben/index.html").exists());
}

#[test]
fn a_school_whose_students_are_all_gone_is_not_there_yet() {
    let place = School::tiny().on_disk();
    let (students, aside) = (
        place.school().join("students"),
        place.out().with_file_name("a"),
    );
    std::fs::rename(&students, &aside).unwrap();
    assert_eq!(place.build().code, 0, "a new school has none");
    std::fs::rename(&aside, &students).unwrap();
    assert_eq!(place.build().code, 0);
    std::fs::rename(&students, &aside).unwrap();
    let run = place.build();
    assert!(
        run.code == 75 && run.out.contains("ana, ben, cleo"),
        "{run:?}"
    );
    let all = ["ana", "ben", "cleo"].map(|student| ["--confirm-removal", student]);
    let run = place.build_with(&all.concat());
    assert_eq!(run.code, 0, "all are meant to be gone: {run:?}");
}

#[test]
fn a_site_that_may_be_a_students_own_is_not_taken_down() {
    let place = School::tiny().on_disk();
    place.build();
    let students = place.school().join("students");
    std::fs::rename(students.join("ben"), students.join("Ben")).unwrap();
    // One folder under both names, as on a disk that knows no capitals.
    std::fs::rename(place.out().join("ben"), place.out().join("Ben")).unwrap();
    std::os::unix::fs::symlink("Ben", place.out().join("ben")).unwrap();
    let run = place.build();
    assert!(
        run.code == 0 && !run.out.contains("--confirm-removal"),
        "{run:?}"
    );
    let run = place.build_with(&["--confirm-removal", "ben"]);
    assert!(run.err.contains("are the same folder"), "{run:?}");
    assert!(place.out().join("ben/index.html").exists());
}

#[test]
fn build_takes_this_folder_or_content_in_it() {
    let place = School::tiny().on_disk();
    let out = place.out();
    let run = |folder: &std::path::Path| -> Run {
        let mut command = program(&["build", "--settle", "0", "--to", out.to_str().unwrap()]);
        command.current_dir(folder).output().unwrap().into()
    };
    assert_eq!(run(&place.school()).code, 0);
    let above = place.school().parent().unwrap().to_owned();
    assert_eq!(run(&above).code, 2);
    std::fs::rename(place.school(), above.join("content")).unwrap();
    assert_eq!(run(&above).code, 0);
}

#[test]
fn a_place_that_cannot_hold_sites_is_named() {
    let check = |make: fn(&std::path::Path)| {
        let place = School::tiny().on_disk();
        make(&place.out());
        let run = place.build();
        let named = format!("kinfolio cannot write sites to {} (", place.out().display());
        assert!(run.code == 2 && run.err.starts_with(&named), "{run:?}");
        assert!(!run.err.contains("was written before"), "{run:?}");
    };
    check(|out| std::fs::write(out, "").unwrap());
    check(|out| std::os::unix::fs::symlink("nowhere", out).unwrap());
}

#[test]
fn a_home_that_is_nowhere_in_particular_is_no_home() {
    let place = School::tiny().on_disk();
    let here = place.school().parent().unwrap().to_owned();
    let mut command = program(&["build", "school", "--settle", "0", "--to", "public"]);
    command.current_dir(&here).env("HOME", "relative");
    for (name, value) in [("XDG_STATE_HOME", "state"), ("STATE_DIRECTORY", "service")] {
        command.env(name, value);
    }
    assert!(command.output().unwrap().status.success());
    let mut made: Vec<_> = std::fs::read_dir(here)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    made.sort();
    assert_eq!(made, ["public", "school"]);
}

#[test]
fn the_number_of_threads_changes_no_page() {
    let place = School::tiny().on_disk();
    place.build();
    let expected = [place.site("ana"), place.site("ben")];
    for jobs in ["1", "3"] {
        let run = place.build_with(&["--all", "--jobs", jobs]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
        assert_eq!([place.site("ana"), place.site("ben")], expected, "{jobs}");
    }
    for command in ["build", "check", "serve", "watch"] {
        let run = kinfolio(&[command, "--jobs", "0"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{command}");
        let refused = "invalid value '0' for '--jobs <NUMBER>': 0 is not in 1..=1024";
        assert!(run.err.contains(refused), "{command}: {}", run.err);
    }
}

#[test]
fn a_build_tells_where_its_time_went_if_asked() {
    let place = School::tiny().on_disk();
    let run = place.build_with(&["--timings"]);
    let (_, stages) = run.err.split_once("Time, added up").expect(&run.err);
    for stage in [
        "reading students",
        "making pages",
        "writing pages",
        "messages",
    ] {
        assert!(stages.contains(stage), "{stage}: {stages}");
    }
    assert!(!stages.contains("sealing"), "{stages}");
    assert_eq!(place.build().err, "");
}
