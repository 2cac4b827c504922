//! The desk: what forms write into a school folder, and who may send one.

use std::fs;

use form_urlencoded::Serializer;

use crate::serve::{Preview, secret, send};
use crate::support::{School, Workplace};

const GOAL: &str = "students/ana/goals/reading.yaml";

/// The desk of a small school.
struct Desk {
    place: Workplace,
    preview: Preview,
    secret: String,
}

impl Desk {
    fn of(school: &School) -> Self {
        let place = school.on_disk();
        let preview = Preview::start(&place);
        let (status, page) = preview.get("/desk/numbers");
        assert_eq!(status, 200, "{page}");
        Self {
            secret: secret(&page),
            place,
            preview,
        }
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.place.school().join(path)).unwrap()
    }

    /// Sends a form as the script of a page does. What it is told.
    fn send(&self, page: &str, fields: &[(&str, &str)]) -> Said {
        let own = [("secret", self.secret.as_str()), ("script", "yes")];
        let form = Serializer::new(String::new())
            .extend_pairs(own)
            .extend_pairs(fields)
            .finish();
        let (status, answer) = send(&self.preview, &format!("/desk/{page}"), &[], &form);
        assert_eq!(status, 200, "{answer}");
        let (_, body) = answer.split_once("\r\n\r\n").unwrap();
        let said: serde_json::Value = serde_json::from_str(body).unwrap();
        Said {
            is_saved: said["is_saved"].as_bool().unwrap(),
            text: said["text"].as_str().unwrap().to_owned(),
            lang: said["lang"].as_str().map(str::to_owned),
        }
    }

    /// Types a value for Ana's reading goal.
    fn number(&self, day: &str, was: &str, value: &str) -> Said {
        let fields = [
            ("day", day),
            ("goal", "ana/reading"),
            ("was:ana/reading", was),
            ("value:ana/reading", value),
            ("where:ana/reading", "small-group"),
        ];
        self.send("numbers", &fields)
    }

    fn update(&self, was: &str, text: &str) -> Said {
        let fields = [
            ("day", "2026-11-19"),
            ("student", "ana"),
            ("was", was),
            ("text", text),
            ("about", "reading"),
        ];
        self.send("friday", &fields)
    }
}

/// What the script of a page is told.
#[derive(Debug)]
struct Said {
    is_saved: bool,
    text: String,
    lang: Option<String>,
}

const DAY: &str = "2026-11-19";
const UPDATE: &str = "students/ana/updates/2026-11-19.md";

#[test]
fn a_number_is_one_new_line_and_can_be_taken_back() {
    let desk = Desk::of(&School::tiny());
    let before = desk.text(GOAL);
    let said = desk.number(DAY, "", "47");
    assert!(said.is_saved, "{said:?}");
    let after = desk.text(GOAL);
    let line = format!("  {DAY}: 47\n");
    assert!(after.contains(&line), "{after}");
    assert_eq!(after.replace(&line, ""), before);
    let page = desk.preview.get(&format!("/desk/numbers?day={DAY}")).1;
    assert!(page.contains("value=\"47\""), "{page}");
    let undo = format!("secret={}&day={DAY}&person=&back=numbers", desk.secret);
    assert_eq!(send(&desk.preview, "/desk/undo", &[], &undo).0, 302);
    assert_eq!(desk.text(GOAL), before);
}

#[test]
fn a_value_with_an_error_is_not_written() {
    let desk = Desk::of(&School::tiny());
    let before = desk.text(GOAL);
    for (day, value, words) in [
        (DAY, "forty", "forty"),
        (DAY, "-3", "-3"),
        ("2030-01-07", "47", "2030-01-07"),
        (DAY, "4700", "4700"),
    ] {
        let said = desk.number(day, "", value);
        assert!(!said.is_saved, "{value}: {said:?}");
        assert!(said.text.contains(words), "{value}: {said:?}");
        assert_eq!(desk.text(GOAL), before, "{value}");
    }
}

#[test]
fn what_somebody_else_wrote_meanwhile_stays() {
    let desk = Desk::of(&School::tiny());
    assert!(desk.number(DAY, "", "47").is_saved);
    let said = desk.number(DAY, "", "52");
    assert!(!said.is_saved);
    assert!(
        said.text.contains("47") && said.text.contains("52"),
        "{said:?}"
    );
    assert!(desk.text(GOAL).contains(&format!("{DAY}: 47\n")));
    assert!(desk.number(DAY, "47", "52").is_saved);
    assert!(desk.text(GOAL).contains(&format!("{DAY}: 52\n")));
    assert!(desk.update("", "She read a book about bats.").is_saved);
    let said = desk.update("", "He read a book about owls.");
    assert!(!said.is_saved && said.text.contains("bats"), "{said:?}");
    assert!(desk.text(UPDATE).contains("bats"));
}

#[test]
fn an_update_is_a_file_and_its_words_are_checked() {
    let desk = Desk::of(&School::tiny());
    let said = desk.update("", "Ben read with her today.");
    assert!(!said.is_saved && said.text.contains("Ben"), "{said:?}");
    assert!(!desk.place.school().join(UPDATE).exists());
    let said = desk.update("", "She read a book about bats.");
    assert!(said.is_saved, "{said:?}");
    assert_eq!(
        desk.text(UPDATE),
        "---\ngoals: [reading]\n---\nShe read a book about bats.\n"
    );
    let said = desk.update("She read a book about bats.", "");
    assert!(!said.is_saved, "{said:?}");
}

#[test]
fn a_form_of_another_site_writes_nothing() {
    let desk = Desk::of(&School::tiny());
    let before = desk.text(GOAL);
    let form = |secret: &str| {
        let id = "ana%2Freading";
        format!("secret={secret}&day={DAY}&goal={id}&was%3A{id}=&value%3A{id}=47")
    };
    let own = form(&desk.secret);
    let refused = |head: &[(&str, &str)], form: &str| {
        let (status, answer) = send(&desk.preview, "/desk/numbers", head, form);
        assert_eq!(status, 403, "{head:?}: {answer}");
    };
    refused(&[("Origin", "http://example.org")], &own);
    refused(&[("Origin", "null")], &own);
    refused(&[("Host", "example.org")], &own);
    refused(&[("Content-Type", "text/plain")], &own);
    // A page of an earlier start, or one that guesses.
    let (_, answer) = send(&desk.preview, "/desk/numbers", &[], &form("0000"));
    assert!(answer.contains("\"is_saved\":false"), "{answer}");
    // Asking changes nothing.
    desk.preview.get(&format!("/desk/numbers?{own}"));
    assert_eq!(desk.text(GOAL), before);
    assert_eq!(desk.preview.get("/desk/../school.yaml").0, 404);
}

#[test]
fn the_desk_is_in_the_language_that_staff_write_in() {
    let check = |language: &str, page_in: &str, words: &str| {
        let written = format!("language: {language}");
        let school = School::tiny().edit("school.yaml", "language: en", &written);
        let desk = Desk::of(&school);
        let page = desk.preview.get("/desk/numbers").1;
        assert!(
            page.contains(&format!("<html lang=\"{page_in}\"")),
            "{page}"
        );
        assert!(page.contains(words), "{page}");
        // What check says is in English as long as it speaks nothing else.
        let said = desk.number(DAY, "", "forty");
        assert_eq!(said.lang.as_deref(), Some("en"), "{said:?}");
    };
    check("es", "es", "Números de esta semana");
    check("ar", "en", "This week’s numbers");
}

#[test]
fn forms_name_no_file_outside_the_students() {
    let desk = Desk::of(&School::tiny());
    for student in ["../..", "ana/..", "nobody", ""] {
        let fields = [
            ("day", DAY),
            ("student", student),
            ("was", ""),
            ("text", "A text of some words."),
        ];
        assert!(!desk.send("friday", &fields).is_saved, "{student}");
    }
}

#[test]
fn a_page_of_the_desk_shows_what_an_author_wrote_as_text() {
    let school = School::tiny().edit(GOAL, "title: ", "title: <b onclick=alert(1)>x</b> ");
    let desk = Desk::of(&school);
    let page = desk.preview.get("/desk/numbers").1;
    assert!(!page.contains("<b onclick"), "{page}");
    assert!(page.contains("&lt;b onclick"), "{page}");
}

impl Desk {
    /// The form for a file of Ana, or for an entry of it.
    fn form(&self, file: &str, entry: &str) -> String {
        let path = format!("/desk/form?student=ana&file={file}&entry={entry}");
        let (status, page) = self.preview.get(&path);
        assert_eq!(status, 200, "{page}");
        page
    }

    /// Sends such a form as the page `form` does, with other values in some fields. Status
    /// and page.
    fn send_form(
        &self,
        form: &str,
        (file, entry): (&str, &str),
        typed: &[(&str, &str)],
    ) -> (u16, String) {
        let (_, hash) = form.split_once("name=\"hash\" value=\"").unwrap();
        let hash = hash.split('"').next().unwrap();
        let own = [
            ("secret", self.secret.as_str()),
            ("student", "ana"),
            ("file", file),
            ("entry", entry),
            ("hash", hash),
        ];
        let form = Serializer::new(String::new())
            .extend_pairs(own)
            .extend_pairs(typed)
            .finish();
        send(&self.preview, "/desk/form", &[], &form)
    }
}

const READING: (&str, &str) = ("goals/reading.yaml", "");

#[test]
fn a_form_changes_the_lines_of_what_was_typed() {
    let school = School::tiny().edit(GOAL, "by: 2027", "by:   2027");
    let desk = Desk::of(&school);
    let before = desk.text(GOAL);
    let page = desk.form(READING.0, "");
    assert!(
        page.contains("value=\"2027-05-28\" type=\"date\""),
        "{page}"
    );
    let typed = [
        ("f:title", "Reading aloud: a page"),
        ("f:where_used", "at the library\r\nat home"),
        ("f:by", "2027-05-28"),
        ("f:why", "Then the words leave room for the story."),
    ];
    let (status, answer) = desk.send_form(&page, READING, &typed);
    assert_eq!(status, 302, "{answer}");
    let expected = before
        .replace(
            "title: Reading aloud with ease",
            "title: \"Reading aloud: a page\"",
        )
        .replace("[at the library]", "[at the library, at home]");
    assert_eq!(desk.text(GOAL), expected);
    assert_ne!(expected, before);
    let undo = format!("secret={}&back=files&student=ana", desk.secret);
    let (_, answer) = send(&desk.preview, "/desk/undo", &[], &undo);
    assert!(
        answer.contains("Location: /desk/files?student=ana\r\n"),
        "{answer}"
    );
    assert_eq!(desk.text(GOAL), before);
}

#[test]
fn a_problem_stands_beside_its_field_and_what_was_typed_stays() {
    let desk = Desk::of(&School::tiny());
    let before = desk.text(GOAL);
    let page = desk.form(READING.0, "");
    let typed = [("f:area", ""), ("f:title", "Another <title>")];
    let (status, answer) = desk.send_form(&page, READING, &typed);
    assert_eq!(status, 200);
    let (_, area) = answer.split_once("id=\"f:area\"").unwrap();
    let (area, _) = area.split_once("<label").unwrap();
    assert!(
        area.contains("aria-invalid") && area.contains("role=\"alert\""),
        "{area}"
    );
    assert!(answer.contains("Another &lt;title&gt;"), "{answer}");
    assert_eq!(desk.text(GOAL), before);
}

#[test]
fn a_form_that_is_older_than_its_file_changes_nothing() {
    let desk = Desk::of(&School::tiny());
    let page = desk.form(READING.0, "");
    desk.place.edit(GOAL, "with ease", "with joy");
    let before = desk.text(GOAL);
    let typed = [("f:title", "Reading aloud")];
    let (status, answer) = desk.send_form(&page, READING, &typed);
    assert_eq!(status, 200);
    assert!(answer.contains("Reading aloud with joy"), "{answer}");
    assert_eq!(desk.text(GOAL), before);
    // The form is of the new file now.
    let (status, _) = desk.send_form(&answer, READING, &typed);
    assert_eq!(status, 302);
    assert!(desk.text(GOAL).contains("title: Reading aloud\n"));
}

#[test]
fn an_entry_of_a_list_has_a_form_of_its_own() {
    let desk = Desk::of(&School::tiny());
    let services = "students/ana/services.yaml";
    let before = desk.text(services);
    let id = before.split(':').next().unwrap().to_owned();
    let (status, list) = desk.preview.get("/desk/files?student=ana");
    assert_eq!(status, 200);
    assert!(list.contains(&format!("entry={id}")), "{list}");
    let page = desk.form("services.yaml", &id);
    let place = ("services.yaml", id.as_str());
    let (status, answer) = desk.send_form(&page, place, &[("f:where", "The library")]);
    assert_eq!(status, 302, "{answer}");
    let after = desk.text(services);
    assert!(after.contains("where: The library"), "{after}");
    let others = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.contains("where:"));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(others(&after), others(&before));
}

#[test]
fn there_are_forms_for_files_of_students_only() {
    let desk = Desk::of(&School::tiny());
    for (student, file) in [
        ("ana", "../ben/student.yaml"),
        ("ana", "../../school.yaml"),
        ("ana", "goals/nothing.yaml"),
        ("..", "school.yaml"),
        ("", "student.yaml"),
    ] {
        let path = format!("/desk/form?student={student}&file={file}");
        assert_eq!(desk.preview.get(&path).0, 404, "{path}");
    }
    assert_eq!(desk.preview.get("/desk/files?student=..").0, 404);
}
