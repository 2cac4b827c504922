//! No family ever sees another child.

use kinfolio::diagnostic::Code;

use crate::support::{Compiled, School};

/// The tiny school and Sami, whose own site is not published.
fn trap() -> School {
    School::tiny().file("students/sami/student.yaml", SAMI)
}

const SAMI: &str = "\
name: {en: Sami Haddad, ar: سامي حداد}
call_name: {en: Sami, ar: سامي}
pronouns: he
home_languages: [ar, en]
case_manager: rivera
publish: false
";

const UPDATE: &str = "students/ana/updates/2026-11-20.md";

/// The lines of `path` on which another student is named.
fn named(compiled: &Compiled, path: &str) -> Vec<usize> {
    let here = |one: &&crate::support::Seen| {
        one.code == Code::OtherStudentNamed && one.file.as_deref() == Some(path)
    };
    compiled
        .seen
        .iter()
        .filter(here)
        .map(|one| one.line.unwrap())
        .collect()
}

#[test]
fn a_classmate_in_an_update_is_found() {
    let check = |words: &str, expected: &[usize]| {
        let compiled = trap().file(UPDATE, words).compile();
        assert_eq!(named(&compiled, UPDATE), expected, "{words}");
        assert_eq!(
            compiled.sites["ana"].is_none(),
            !expected.is_empty(),
            "{words}"
        );
        assert!(compiled.sites["ben"].is_some() && compiled.sites["sami"].is_none());
    };
    check("Ana read with Sami.", &[1]);
    check("Ana read with Sami Haddad.", &[1]);
    check("Sami's book was about bats.", &[1]);
    check("It was **Sami**, and _Sami_.", &[1]);
    check("---\nby: rivera\n---\nSami read.", &[4]);
    check(
        "Ana read a book.\n\nIt was long.\n\nThen Sami read it.",
        &[5],
    );
    check("Ana read with Samira and Samir.", &[]);
    check("A Tsunami is a wave.", &[]);
    check("Ms. Marta Rivera read with Ana.", &[]);
}

#[test]
fn arabic_joins_words_to_names() {
    let path = "students/cleo/updates/2026-11-20.ar.md";
    let check = |words: &str, expected: &[usize]| {
        let original = "students/cleo/updates/2026-11-20.md";
        let compiled = trap()
            .file(original, "A good week.")
            .file(path, words)
            .compile();
        assert_eq!(named(&compiled, path), expected, "{words}");
    };
    check("لعب سامي في الصف.", &[1]);
    check("قرأ كليو وسامي كتابًا.", &[1]);
    check("أعطى الكتاب لسامي.", &[1]);
    check("السلام عليكم", &[]);
    check("كان يومًا ساميًا.", &[]);
}

#[test]
fn a_name_hides_behind_no_other_form() {
    let zoe = "name: Zoë Lund\npronouns: she\nhome_languages: [en]\ncase_manager: rivera\n";
    let school = School::tiny().file("students/zoe/student.yaml", zoe);
    let check = |words: &str| {
        let compiled = school.clone().file(UPDATE, words).compile();
        assert_eq!(named(&compiled, UPDATE), [1], "{words:?}");
    };
    check("Ana read with Zoe\u{308} Lund.");
    check("Ana read with Zoë\u{a0}Lund.");
}

#[test]
fn a_name_may_stand_where_both_families_agreed() {
    let student = "students/ana/student.yaml";
    let compiled = trap()
        .edit(
            student,
            "pronouns: she",
            "pronouns: she\nmay_mention: [Sami]",
        )
        .file(UPDATE, "Ana read with Sami.")
        .compile();
    assert_eq!(compiled.faults(), [""; 0]);
    let page = &compiled.site("ana")["en/updates/index.html"];
    assert!(String::from_utf8_lossy(page).contains("Sami"));
}

#[test]
fn a_member_of_staff_may_have_a_childs_name() {
    let school = trap().edit("staff.yaml", "Ms. Marta Rivera", "Ms. Sami Rivera");
    let compiled = school
        .clone()
        .file(UPDATE, "Ms. Sami Rivera read with Ana.")
        .compile();
    assert_eq!(compiled.faults(), [""; 0]);
    let compiled = school
        .file(UPDATE, "Ms. Sami Rivera read with Ana and Sami.")
        .compile();
    assert_eq!(named(&compiled, UPDATE), [1]);
}

#[test]
fn no_site_holds_a_word_of_another_student() {
    let compiled = trap().compile();
    let names = [
        ("ana", ["ana", "Ana", "Duarte"]),
        ("ben", ["ben", "Ben", "Osei"]),
        ("cleo", ["cleo", "Cleo", "Nasser"]),
        ("sami", ["sami", "Sami", "Haddad"]),
    ];
    for student in ["ana", "ben", "cleo"] {
        for (path, bytes) in compiled.site(student) {
            let page = String::from_utf8_lossy(bytes);
            let page = format!("{path} {page}");
            for (_, others) in names.iter().filter(|(other, _)| *other != student) {
                for name in others {
                    let words = page.split(|c: char| !c.is_alphanumeric());
                    assert!(
                        !words.into_iter().any(|word| word == *name),
                        "{student}/{path}: {name}"
                    );
                }
            }
        }
    }
}

/// A word that may be on no page.
const SECRET: &str = "Zyxwvut";

#[test]
fn fields_that_are_for_staff_stay_with_staff() {
    let school = School::tiny()
        .file(
            "students/ana/student.yaml",
            STUDENT.replace("SECRET", SECRET),
        )
        .file(
            "students/ana/goals/reading.yaml",
            GOAL.replace("SECRET", SECRET),
        )
        .file(
            "students/ana/transitions/2026-11-30.yaml",
            TRANSITION.replace("SECRET", SECRET),
        )
        .file(
            "students/ana/services.yaml",
            SERVICES.replace("SECRET", SECRET),
        )
        .file(
            "students/ana/meetings.yaml",
            MEETINGS.replace("SECRET", SECRET),
        )
        .file(
            "students/ana/goals/reading.csv",
            format!("date,value,by,staff note\n2026-09-25,48,{SECRET},{SECRET}\n"),
        )
        .file("students/ana/minutes.csv", format!("week,{SECRET}\n"))
        .file(format!("students/ana/files/{SECRET}.jpg").as_str(), SECRET)
        .file("students/ana/README.md", SECRET)
        .file("students/ana/.notes/plan.md", SECRET)
        .file(
            "school.yaml",
            format!("{}{}", SCHOOL, SHARED.replace("SECRET", SECRET)),
        );
    let compiled = school.compile();
    assert_eq!(compiled.faults(), [""; 0]);
    let mut shown = false;
    for (path, bytes) in compiled.sites.values().flatten().flatten() {
        let page = String::from_utf8_lossy(bytes);
        assert!(!path.contains(SECRET) && !page.contains(SECRET), "{path}");
        shown |= page.contains("A note for the family");
    }
    assert!(shown, "what is for the family is there");
}

const STUDENT: &str = "\
# SECRET in a comment
name: Ana Duarte
call_name: Ana
sort: SECRET
pronouns: she
home_languages: [en]
case_manager: rivera
guardians: [SECRET]
family: {hopes: That she reads., words: {SECRET: true}}
consent: {photo: false, audio: false}
may_mention: [SECRET]
";

const GOAL: &str = "\
title: Reading aloud with ease
area: reading
measure: words-per-minute
baseline: {date: 2026-09-11, values: [41, 46, 43], note: A note}
target: 90
by: 2027-05-28
agreed: {on: 2026-09-14, by: family}
standard: {code: SECRET, plain: In plain words}
benchmarks: [{date: 2026-12-18, expected: 60, source: SECRET, plain: SECRET}]
what: Read.
why: Stories.
how_checked: Weekly.
where_used: [home]
data:
  2026-09-18: {attempted: 54, errors: 5, by: SECRET, note: A note for the family, staff_note: SECRET}
";

const TRANSITION: &str = "\
kind: setting
from: {model: pull-out}
to: {model: push-in}
stays_same: [She keeps her book.]
handoff:
  told:
    - {who: family, when: 2026-11-09, how: SECRET}
    - {who: Old SECRET, when: 2026-11-09}
";

const SERVICES: &str = "\
reading-group:
  kind: reading
  model: pull-out
  who: [okafor]
  frequency: {times: 2, per: week} # SECRET
  minutes: 20
  since: 2026-09-01
  goals: [reading]
  looks_like: Two children read.
  why: {needs: She likes it.}
  exit: When she reads alone.
  return_plan: She walks back.
";

const MEETINGS: &str = "\
winter: {date: 2026-12-03, kind: family, notes: SECRET, every: month}
";

const SCHOOL: &str = "\
name: Larch Lane School
phone: \"555-0160\"
access: host-login
languages: [en, es, ar]
interpreter: {phone: \"555-0161\"}
today: 2026-11-20
";

const SHARED: &str = "\
theme: SECRET
publish: {to: SECRET}
";

#[test]
fn pages_do_not_know_where_they_were_made() {
    let place = School::tiny().on_disk();
    place.build();
    let folder = place.school();
    let machine = folder.parent().unwrap().to_str().unwrap();
    for (path, bytes) in crate::support::files_below(&place.out()) {
        assert!(!String::from_utf8_lossy(&bytes).contains(machine), "{path}");
    }
}
