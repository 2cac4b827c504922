//! Schools of any size, made from the tiny one, and a week's edits to them.

use std::sync::LazyLock;

use crate::crawl::Tree;
use crate::place::Place;
use crate::support::{School, files_below, root};

/// Names of the tiny school's students that stand in its files.
const NAMES: [&str; 4] = ["Ana", "Ben", "Cleo", "كليو"];

/// The tiny school with `students` students: copies in turn of its three, each
/// with a name of its own.
pub(crate) fn of(students: usize) -> School {
    let tiny = files_below(&root().join("tests/suite/school"));
    let mut school = School::default();
    for (path, bytes) in &tiny {
        if !path.starts_with("students/") {
            school = school.file(path, bytes);
        }
    }
    for number in 0..students {
        let kind = ["ana", "ben", "cleo"][number % 3];
        let own = format!("students/{kind}/");
        for (path, bytes) in &tiny {
            if let Some(path) = path.strip_prefix(&own) {
                let text = renamed(std::str::from_utf8(bytes).unwrap(), number);
                school = school.file(&format!("{}/{path}", folder(number)), text);
            }
        }
    }
    school
}

/// Where the files of a student stand.
pub(crate) fn folder(number: usize) -> String {
    let kind = ["ana", "ben", "cleo"][number % 3];
    format!("students/{kind}-{number:05}")
}

/// Gives the child of this copy a name that no other copy has.
fn renamed(text: &str, number: usize) -> String {
    let letters: String = format!("{number:05}")
        .bytes()
        .map(|digit| char::from(digit - b'0' + b'a'))
        .collect();
    NAMES.iter().fold(text.to_owned(), |text, name| {
        text.replace(name, &format!("{name}{letters}"))
    })
}

/// How an update with a picture is written.
const UPDATE: &str = "\
---
by: rivera
photo: {file: tower.jpg, alt: A tower of six blocks., faces: none}
---
She built this on Tuesday.
";

/// A week later: pages change, come and go, a picture comes, a language comes
/// and another goes, and half of the students stay as they were.
pub(crate) fn edited(school: School) -> School {
    let photo = std::fs::read(root().join("content/students/layla/files/tower.jpg")).unwrap();
    let goal = school
        .text(&format!("{}/goals/reading.yaml", folder(3)))
        .unwrap()
        .replace("Reading aloud", "Telling stories")
        .replace("2026-09-18: 44", "2026-09-18: 45");
    let at = |number: usize, path: &str| format!("{}/{path}", folder(number));
    school
        // A page changes, and with it the pages that speak of it.
        .edit(&at(0, "goals/reading.yaml"), "target: 90", "target: 95")
        // A picture comes.
        .edit(
            &at(0, "student.yaml"),
            "grade:",
            "consent: {photo: true}\ngrade:",
        )
        .file(&at(0, "files/tower.jpg"), photo)
        .file(&at(0, "updates/2026-11-20.md"), UPDATE)
        // A language goes: half of the pages with it.
        .edit(&at(1, "student.yaml"), "[es, en]", "[en]")
        // A page is called otherwise: one comes, one goes.
        .without(&at(3, "goals/reading.yaml"))
        .file(&at(3, "goals/stories.yaml"), &goal)
        .edit(&at(3, "updates/2026-11-13.md"), "[reading]", "[stories]")
        .edit(
            &at(3, "services.yaml"),
            "goals: [reading]",
            "goals: [stories]",
        )
        // A language comes.
        .edit(&at(4, "student.yaml"), "[es, en]", "[es, en, ar]")
        // A page comes.
        .file(&at(6, "goals/stories.yaml"), &goal)
}

/// A school of twelve, and what it is a week later.
pub(crate) static TWELVE: LazyLock<Weeks> = LazyLock::new(|| Weeks::of(12));

/// The same with seven: the least that the edits need.
pub(crate) static SEVEN: LazyLock<Weeks> = LazyLock::new(|| Weeks::of(7));

/// A school in two weeks.
pub(crate) struct Weeks {
    /// What it is, and what it is a week later.
    pub(crate) schools: [School; 2],
    /// What clean builds of those two come to.
    pub(crate) built: [Tree; 2],
}

impl Weeks {
    fn of(students: usize) -> Self {
        let school = of(students);
        let schools = [school.clone(), edited(school)];
        let built = schools.each_ref().map(|school| Place::new(school).clean());
        Self { schools, built }
    }
}
