//! The page that staff hand on.

use std::fs;

use crate::support::{School, Workplace, kinfolio};

const MOVE: &str = "\
kind: setting
service: reading-group
from: {model: pull-out, times: 2}
to: {model: push-in, times: 2}
stays_same: [She keeps her book.]
steps: [{by: 2027-01-04, what: A visit, done: true}]
handoff:
  materials: [word cards]
  told:
    - {who: family, when: 2026-11-09, how: a letter}
    - {who: okafor, when: 2026-11-10, how: planning meeting}
";

fn handoff(place: &Workplace, student: &str, to: &str) -> (i32, String) {
    let school = place.school();
    let run = kinfolio(&["handoff", student, school.to_str().unwrap(), "--to", to]);
    (run.code, run.out + &run.err)
}

#[test]
fn one_page_holds_one_student() {
    let place = School::tiny()
        .file("students/ana/transitions/2027-01-11.yaml", MOVE)
        .on_disk();
    let to = place.school().parent().unwrap().join("handoffs");
    let (code, said) = handoff(&place, "ana", to.to_str().unwrap());
    assert_eq!(code, 0, "{said}");
    let page = fs::read_to_string(to.join("handoff-ana.html")).unwrap();
    let wanted = [
        "Ana Duarte",
        "Reading aloud with ease",
        "49",
        "Mr. Obi Okafor",
        "555-0162",
        "planning meeting",
        "word cards",
        "A visit",
        "Review the goals.",
        "Record who takes over.",
        "A quiet corner is open to everybody.",
        "<svg class=\"chart",
        "<caption>All the numbers</caption>",
        "<tr><th scope=\"row\">September 25</th><td>46</td>",
        "a page about bats",
    ];
    for words in wanted {
        assert!(page.contains(words), "{words}");
    }
    for words in [
        "Ben",
        "Cleo",
        "Tell the family",
        "http://",
        "https://",
        "href=\"../",
    ] {
        assert!(!page.contains(words), "{words}");
    }
    let (code, said) = handoff(&place, "ana", to.to_str().unwrap());
    assert_eq!(code, 0, "it is made again: {said}");
}

#[test]
fn it_is_not_put_where_others_read() {
    let place = School::tiny().on_disk();
    place.build();
    let (school, out) = (place.school(), place.out());
    let check = |to: std::path::PathBuf| {
        let (code, said) = handoff(&place, "ana", to.to_str().unwrap());
        assert_eq!(code, 2, "{}: {said}", to.display());
        assert!(!to.join("handoff-ana.html").exists());
    };
    check(school.clone());
    check(school.join("students/ana/files"));
    check(school.parent().unwrap().to_path_buf());
    check(out.clone());
    check(out.join("handoffs"));
    check(out.join("ana"));
    check(out.join("ana/en/goals"));
}

#[test]
fn what_is_wrong_keeps_it_from_being_made() {
    let reading = "students/ana/goals/reading.yaml";
    let place = School::tiny()
        .edit(reading, "target: 90", "target: 30")
        .on_disk();
    let to = place.school().parent().unwrap().join("handoffs");
    let (code, said) = handoff(&place, "ana", to.to_str().unwrap());
    assert_eq!(code, 1);
    assert!(
        said.contains("K211") && said.contains("No handoff was written."),
        "{said}"
    );
    assert!(!to.exists());
    let (code, _) = handoff(&place, "ben", to.to_str().unwrap());
    assert_eq!(code, 0, "another student's fault is no reason");
    let (code, said) = handoff(&place, "anna", to.to_str().unwrap());
    assert_eq!(code, 2);
    assert!(said.contains("ana, ben, cleo"), "{said}");
}

#[cfg(unix)]
#[test]
fn only_its_maker_can_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = School::tiny().on_disk();
    let to = place.school().parent().unwrap().join("handoffs");
    handoff(&place, "ana", to.to_str().unwrap());
    let mode = fs::metadata(to.join("handoff-ana.html"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o077, 0);
    let folder = fs::metadata(&to).unwrap().permissions().mode();
    assert_eq!(folder & 0o077, 0);
}
