//! `kinfolio new`, and what a double click does: a school to begin with.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::serve::{Preview, secret, send};
use crate::support::{Run, School, program};

fn new_school(place: &TempDir, more: &[&str]) -> Run {
    let words = [&["new", "school", "ours"], more].concat();
    let output = program(&words).current_dir(place.path()).output().unwrap();
    Run::from(output)
}

fn check(place: &TempDir) -> Run {
    let output = program(&["check", "ours"])
        .current_dir(place.path())
        .output();
    Run::from(output.unwrap())
}

#[test]
fn a_new_school_asks_for_its_facts_and_those_of_a_student_and_nothing_else() {
    for languages in ["en", "en,es", "English, Spanish, Arabic, vi, EN"] {
        let place = TempDir::new().unwrap();
        let run = new_school(&place, &["--languages", languages]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
        let checked = check(&place);
        assert_eq!(checked.code, 1);
        for (field, of) in [
            ("name", "the school’s facts"),
            ("phone", "the school’s facts"),
            ("name", "this student’s facts"),
            ("pronouns", "this student’s facts"),
            ("case_manager", "this student’s facts"),
        ] {
            let blank = format!("error K202: There is nothing after “{field}:” in {of}.");
            assert!(checked.out.contains(&blank), "{}", checked.out);
        }
        // Several languages want an interpreter.
        let warnings = if languages == "en" {
            "no warnings"
        } else {
            "1 warning"
        };
        let counted = format!("\n5 errors, {warnings}, no notes.");
        assert!(checked.out.contains(&counted), "{}", checked.out);
    }
}

#[test]
fn what_is_known_of_a_school_is_asked_no_more() {
    for name in [
        "Maple School",
        "Nº 7: \"LANGUAGE: LANGUAGES\" #1 \\ {x}",
        "- yes",
    ] {
        let place = TempDir::new().unwrap();
        let run = new_school(
            &place,
            &[&format!("--name={name}"), "--phone", "608 555 2100"],
        );
        assert_eq!(run.code, 0, "{}", run.err);
        let folder = place.path().join("ours/students");
        fs::rename(folder.join("first-student"), folder.join("ana")).unwrap();
        let fill = |file: &str, edits: &[(&str, &str)]| {
            let path = place.path().join("ours").join(file);
            let mut text = fs::read_to_string(&path).unwrap();
            for (from, to) in edits {
                assert!(text.contains(from), "{text}");
                text = text.replace(from, to);
            }
            fs::write(path, text).unwrap();
        };
        fill(
            "students/ana/student.yaml",
            &[
                ("name: ", "name: Ana"),
                ("pronouns: ", "pronouns: she"),
                ("case_manager: ", "case_manager: ruiz"),
            ],
        );
        let ruiz = "ruiz: {name: Ms. Ruiz, role: special-education-teacher, phone: \"555-0101\", languages: [en]}\n";
        fs::write(place.path().join("ours/staff.yaml"), ruiz).unwrap();
        let built = program(&["build", "ours", "--plain", "--settle", "0"])
            .current_dir(place.path())
            .output();
        let built = Run::from(built.unwrap());
        assert_eq!(built.code, 0, "{name}: {}{}", built.out, built.err);
        assert!(place.path().join("public/ana/en/index.html").exists());
    }
}

#[test]
fn what_is_there_stays() {
    let place = TempDir::new().unwrap();
    let own = place.path().join("ours/library/tips/read-it-twice.md");
    fs::create_dir_all(own.parent().unwrap()).unwrap();
    fs::write(&own, "# Ours\n\nRead.\n").unwrap();
    let run = new_school(&place, &[]);
    assert_eq!(run.code, 0);
    let told = "were not changed: library/tips/read-it-twice.md";
    assert!(run.out.contains(told), "{}", run.out);
    assert_eq!(fs::read_to_string(&own).unwrap(), "# Ours\n\nRead.\n");
    let again = new_school(&place, &[]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("ours already contains a school"));
}

#[test]
fn a_school_that_writes_in_another_language_is_told_what_it_lacks() {
    let place = TempDir::new().unwrap();
    let run = new_school(&place, &["--languages", "es,en"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("starts without it"), "{}", run.out);
    assert!(!place.path().join("ours/library").exists());
    for (languages, told) in [
        ("en,fr", "no language pack for “fr”"),
        ("English, French", "no language pack for “French”"),
        (" , ", "Choose at least one language."),
    ] {
        let place = TempDir::new().unwrap();
        let run = new_school(&place, &["--languages", languages]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains(told), "{}", run.err);
        assert!(!place.path().join("ours").exists());
    }
}

/// What a double click in `here` does.
fn double_click(here: &Path) -> Preview {
    let opener = here.join(".bin/xdg-open");
    fs::create_dir_all(opener.parent().unwrap()).unwrap();
    let script = format!("#!/bin/sh\necho \"$1\" > '{}/.opened'\n", here.display());
    fs::write(&opener, script).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(&opener, mode).unwrap();
    let path = std::env::var("PATH").unwrap();
    let path = format!("{}:{path}", opener.parent().unwrap().display());
    let preview = Preview::of(program(&[]).current_dir(here).env("PATH", path));
    let told = here.join(".opened");
    for _ in 0..600 {
        if fs::read_to_string(&told).is_ok_and(|address| address.contains(&preview.address)) {
            return preview;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("no browser was opened");
}

#[test]
fn a_double_click_where_there_is_no_school_begins_one() {
    let place = TempDir::new().unwrap();
    let preview = double_click(place.path());
    let (status, page) = preview.get("/");
    assert_eq!(status, 200);
    for shown in [
        "There is no school in",
        "Tiếng Việt",
        "العربية",
        "our-school",
    ] {
        assert!(page.contains(shown), "{page}");
    }
    let form = format!(
        "secret={}&name=Maple+School&phone=608+555+2100&language=en&language=es&folder=our+sch%C3%B6%C3%B6l",
        secret(&page)
    );
    let (status, answer) = send(&preview, "/begin", &[], &form);
    assert!(
        status == 302 && answer.contains("Location: /\r\n"),
        "{answer}"
    );
    preview.wait_for("/", |page| page.contains("/view/first-student/"));
    let view = preview.get("/view/first-student/").1;
    assert!(
        view.contains("students/first-student/student.yaml"),
        "{view}"
    );
    // The button was pressed twice.
    assert_eq!(send(&preview, "/begin", &[], &form).0, 302);
    let school = place.path().join("our schööl");
    let facts = fs::read_to_string(school.join("school.yaml")).unwrap();
    assert!(facts.contains("name: \"Maple School\"\n"), "{facts}");
    assert!(school.join("library/glossary/baseline.es.md").exists());
    assert!(!school.join("library/glossary/baseline.ar.md").exists());
    drop(preview);
    // The next double click finds it.
    let preview = double_click(place.path());
    assert!(preview.get("/").1.contains("/view/first-student/"));
}

#[test]
fn a_school_is_begun_by_the_page_itself_only() {
    let place = TempDir::new().unwrap();
    let preview = double_click(place.path());
    let secret = secret(&preview.get("/").1);
    let form = format!("secret={secret}&language=en&folder=ours");
    let own = format!("http://{}", preview.address);
    let long = format!("{form}&name={}", "x".repeat(2_000_000));
    let guessed = form.replace(&secret, "0");
    let text = [("Content-Type", "text/plain")];
    for (head, form, expected) in [
        (&[("Origin", "http://school.example")][..], &form, 403),
        (&[("Origin", "null")], &form, 403),
        (&[("Origin", "")], &form, 403),
        (
            &[
                ("Host", "school.example"),
                ("Origin", "http://school.example"),
            ],
            &form,
            403,
        ),
        (&[("Host", "localhost:1"), ("Origin", &own)], &form, 403),
        (&text, &form, 403),
        (&[], &long, 403),
        (&[], &guessed, 200),
    ] {
        let (status, answer) = send(&preview, "/begin", head, form);
        assert_eq!(status, expected, "{head:?}: {answer}");
    }
    let (status, _) = preview.get(&format!("/begin?{form}"));
    assert_eq!(status, 302, "looking begins nothing");
    assert!(!place.path().join("ours").exists());
}

#[test]
fn the_page_says_what_was_not_right_and_keeps_what_was_typed() {
    let place = TempDir::new().unwrap();
    fs::create_dir(place.path().join("used")).unwrap();
    fs::write(place.path().join("used/letter.txt"), "").unwrap();
    School::tiny().write(&place.path().join("a/school"));
    for name in ["one", "two"] {
        School::tiny().write(&place.path().join(name));
    }
    let preview = double_click(place.path());
    let page = preview.get("/").1;
    assert!(page.contains("There is more than one school in"), "{page}");
    assert!(page.contains("/one\"") && page.contains("/two\""), "{page}");
    let secret = secret(&page);
    let check = |path: &str, form: &str, told: &str| {
        let form = format!("secret={secret}&name=%3Cb%3E&{form}");
        let (status, answer) = send(&preview, path, &[], &form);
        assert!(status == 200 && answer.contains(told), "{form}: {answer}");
        assert!(answer.contains("role=\"alert\"") && answer.contains("value=\"&lt;b&gt;\""));
    };
    check("/begin", "folder=ours", "Choose at least one language.");
    check("/begin", "folder=++&language=en", "Enter a folder.");
    check(
        "/begin",
        "folder=used&language=en",
        "already contains other files",
    );
    check(
        "/begin",
        "folder=one&language=en",
        "already contains a school",
    );
    check(
        "/begin",
        "folder=used%2Fletter.txt%2Fours&language=en",
        "kinfolio cannot write to",
    );
    check(
        "/begin",
        "folder=a%00b&language=en",
        "kinfolio cannot write to",
    );
    check(
        "/begin",
        "folder=ours&language=xx",
        "no language pack for “xx”",
    );
    check("/open", "other=used", "There is no school.yaml in");
    check("/open", "other=", "Enter a folder.");
    // Pasted as Explorer copies a path.
    let form = format!("secret={secret}&other=%22a%2Fschool%22");
    assert_eq!(send(&preview, "/open", &[], &form).0, 302);
    preview.wait_for("/", |page| page.contains("/view/ana/"));
    assert!(!place.path().join("ours").exists());
}

#[test]
fn a_double_click_shows_the_school_that_is_here_broken_or_not() {
    let check = |school: School, folder: &str, shown: &str| {
        let place = TempDir::new().unwrap();
        school.write(&place.path().join(folder));
        let page = double_click(place.path()).get("/").1;
        assert!(page.contains(shown), "{page}");
    };
    check(School::tiny(), "", "/view/ana/");
    check(School::tiny(), "content", "/view/ana/");
    check(School::tiny(), "any name", "/view/ana/");
    let broken = School::tiny().file("school.yaml", "name: [Larch Lane\n");
    check(broken, "", "school.yaml:");
    check(School::default().file("school.yaml", ""), "", "school.yaml");
}

#[test]
fn a_school_that_cannot_be_read_is_one_to_choose_again() {
    let place = TempDir::new().unwrap();
    School::tiny().write(place.path());
    let students = place.path().join("students");
    let mode = std::os::unix::fs::PermissionsExt::from_mode;
    fs::set_permissions(&students, mode(0o000)).unwrap();
    // Some users can read everything.
    if fs::read_dir(&students).is_err() {
        let preview = double_click(place.path());
        let page = preview.get("/").1;
        assert!(page.contains("kinfolio cannot read "), "{page}");
        fs::set_permissions(&students, mode(0o755)).unwrap();
        let form = format!("secret={}&other=.", secret(&page));
        assert_eq!(send(&preview, "/open", &[], &form).0, 302);
        preview.wait_for("/", |page| page.contains("/view/ana/"));
    }
    fs::set_permissions(&students, mode(0o755)).unwrap();
}

#[test]
fn a_second_preview_takes_another_port() {
    let place = School::tiny().on_disk();
    let serve = || Preview::of(&mut program(&["serve", place.school().to_str().unwrap()]));
    let (one, two) = (serve(), serve());
    assert_ne!(one.address, two.address);
    assert!(two.get("/").1.contains("/view/ana/"));
}
