//! `kinfolio new`: a school to begin with.

use std::fs;

use tempfile::TempDir;

use crate::support::{Run, program};

fn new_school(place: &TempDir, more: &[&str]) -> Run {
    let words = [&["new", "school", "ours"], more].concat();
    let output = program(&words).current_dir(place.path()).output().unwrap();
    Run::from(output)
}

#[test]
fn a_new_school_asks_for_its_name_and_number_and_nothing_else() {
    for languages in ["en", "en,es", "en,es,ar,vi"] {
        let place = TempDir::new().unwrap();
        let run = new_school(&place, &["--languages", languages]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
        let checked = program(&["check", "ours"])
            .current_dir(place.path())
            .output();
        let checked = Run::from(checked.unwrap());
        assert_eq!(checked.code, 1);
        assert!(
            checked.out.contains("\n2 errors, 1 warning, no notes."),
            "{}",
            checked.out
        );
        for field in ["name", "phone"] {
            let blank = format!("error K202: Nothing stands after “{field}:” in the school.");
            assert!(checked.out.contains(&blank), "{}", checked.out);
        }
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
    let told = "stay as they are: library/tips/read-it-twice.md";
    assert!(run.out.contains(told), "{}", run.out);
    assert_eq!(fs::read_to_string(&own).unwrap(), "# Ours\n\nRead.\n");
    let again = new_school(&place, &[]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("There is a school in ours already"));
}

#[test]
fn a_school_that_writes_in_another_language_is_told_what_it_lacks() {
    let place = TempDir::new().unwrap();
    let run = new_school(&place, &["--languages", "es,en"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("begins without it"), "{}", run.out);
    assert!(!place.path().join("ours/library").exists());
    let unknown = TempDir::new().unwrap();
    let run = new_school(&unknown, &["--languages", "en,fr"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("no words in “fr”"), "{}", run.err);
    assert!(!unknown.path().join("ours").exists());
}
