//! `kinfolio keys status`.

use crate::keys::{Sealed, school};

#[test]
fn status_lists_everyone_and_shows_no_secret() {
    let sealed = Sealed::with_keys();
    let json = sealed.status();
    let reader =
        |student: usize, reader: usize| json["students"][student]["readers"][reader].clone();
    assert_eq!(json["since"], "2026-11-20");
    assert_eq!(reader(0, 0)["reader"], "ana/mother");
    assert_eq!(reader(0, 0)["language"], "en");
    assert_eq!(reader(0, 0)["pages"], serde_json::Value::Null);
    assert_eq!(reader(0, 1)["language"], "es");
    assert_eq!(reader(0, 1)["pages"][0], "updates");
    assert_eq!(reader(0, 1)["ended"], true);
    assert_eq!(reader(0, 2)["reader"], "noor");
    assert_eq!(reader(2, 1)["reader"], "noor");
    assert_eq!(json["students"][1]["readers"], serde_json::json!([]));
    let text = sealed.done(&["keys", "status"]);
    for words in [
        "ana/mother",
        "العربية",
        "ended Nov 19, 2026",
        "no reader: ben",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for secret in sealed.secrets(&["ana/mother", "cleo/father", "noor"]) {
        assert!(!text.contains(&secret) && !json.to_string().contains(&secret));
    }
}

#[test]
fn a_folder_may_write_its_accents_in_another_form_than_the_file() {
    let (composed, split) = ("jos\u{e9}", "jose\u{301}");
    let mut school = school().file(
        "families.yaml",
        format!("noor: {{students: [{composed}]}}\n"),
    );
    for file in ["student.yaml", "goals/counting.yaml"] {
        let path = format!("students/ben/{file}");
        let text = school.text(&path).unwrap().replace("Ben", "Jos\u{e9}");
        school = school.file(&format!("students/{split}/{file}"), text);
    }
    let sealed = Sealed::of(&school);
    sealed.done(&["keys", "init"]);
    let readers = |sealed: &Sealed| {
        let status = sealed.status();
        let all = status["students"].as_array().unwrap();
        let own = all.iter().find(|one| one["student"] == split).unwrap();
        (own["readers"][0]["reader"].clone(), own["retired"].clone())
    };
    assert_eq!(readers(&sealed), ("noor".into(), serde_json::Value::Null));
    assert!(!sealed.run(&["check"]).out.contains("K423"));
    sealed.done(&["keys", "retire", split]);
    assert!(readers(&sealed).1.is_string());
    assert!(sealed.keyring().retired(composed).is_some());
}

#[test]
fn status_ends_with_the_letters_to_print() {
    let sealed = Sealed::with_keys();
    let check = |expected: &str| {
        let said = sealed.done(&["keys", "status"]);
        let last = said.lines().last().unwrap();
        let is_right = if expected.is_empty() {
            !said.contains("to be printed")
        } else {
            last.starts_with(expected) && last.ends_with("kinfolio letters --to FOLDER --new")
        };
        assert!(is_right, "{expected}: {said}");
    };
    let letters = |name: &str, more: &[&str]| {
        let to = sealed.beside(name);
        sealed.done(&[&["letters", "--to", to.as_str()], more].concat());
    };
    // Noor reads about two students, and the last day of Ana's father has passed.
    check("3 letters are to be printed.");
    letters("first", &["--reader", "noor", "--reader", "ana/mother"]);
    check("1 letter is to be printed.");
    letters("rest", &["--new"]);
    check("");
    sealed.done(&["keys", "reissue", "noor"]);
    check("1 letter is to be printed.");
    sealed.done(&["keys", "revoke", "noor"]);
    check("");
}

#[test]
fn status_names_students_whose_readers_were_all_closed_out() {
    const SAID: &str = "because every reader was revoked or is past the last day: cleo";
    let sealed = Sealed::with_keys();
    sealed.done(&["keys", "revoke", "noor"]);
    assert!(!sealed.done(&["keys", "status"]).contains(SAID));
    sealed.done(&["keys", "revoke", "cleo/father"]);
    assert!(sealed.done(&["keys", "status"]).contains(SAID));
    sealed.done(&["keys", "retire", "cleo"]);
    assert!(!sealed.done(&["keys", "status"]).contains(SAID));
}
