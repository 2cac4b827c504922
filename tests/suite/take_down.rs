//! Pages that are taken off the host: by name, or after the last day.

use std::fs;
use std::path::Path;

use crate::keys::{Sealed, school};
use crate::publish_commands::Publishing;
use crate::support::files_below;

#[test]
fn withdrawing_takes_pages_down_at_once_and_leaves_a_record() {
    let school = Publishing::new();
    school.published();
    let ana = school.folder_of("ana");
    assert!(school.folders().contains(&ana));
    // Something else has changed, and waits for `publish`.
    school.edit(
        "students/ben/goals/counting.yaml",
        "2026-10-01: 6/10",
        "2026-10-01: 7/10",
    );
    let records = school.sealed.beside("records");
    let run = school.run(&["withdraw", "ana", "--records", &records]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(
        run.out.contains("The pages of ana are gone from"),
        "{}",
        run.out
    );
    assert!(!school.folders().contains(&ana));
    assert!(school.folders().contains(&school.folder_of("ben")));
    assert!(!run.out.contains("Still on the host"), "{}", run.out);
    let files = files_below(Path::new(&records));
    let [(name, record)] = &files.into_iter().collect::<Vec<_>>()[..] else {
        panic!("one record")
    };
    assert!(name.ends_with("-ana.txt"), "{name}");
    let record = String::from_utf8(record.clone()).unwrap();
    for words in [
        "(name of the folder): ana",
        &ana,
        "nothing that kinfolio published is in it.",
        "/index.html",
    ] {
        assert!(record.contains(words), "{words}: {record}");
    }
    // The next build and publication do not bring it back.
    school.build();
    assert_eq!(school.publish().code, 0);
    assert!(!school.folders().contains(&ana));
    school.sealed.done(&["keys", "retire", "ana", "--undo"]);
    school.build();
    school.published();
    assert!(school.folders().contains(&ana) && school.is_up_to_date());
}

#[test]
fn a_student_who_is_gone_stays_up_until_a_person_says_so() {
    let school = Publishing::new();
    school.published();
    let ben = school.folder_of("ben");
    fs::remove_dir_all(school.sealed.place.school().join("students/ben")).unwrap();
    let public = school.sealed.beside("public");
    let removal = [
        "build",
        "--to",
        &public,
        "--settle",
        "0",
        "--confirm-removal",
        "ben",
    ];
    assert!(school.sealed.run(&removal).code <= 1);
    let run = school.publish();
    assert!(
        run.out
            .contains("Still on the host although there is no site here: ben"),
        "{}",
        run.out
    );
    assert!(school.folders().contains(&ben));
    let refused = school.run(&["publish", "--confirm-removal", "ana"]);
    assert_eq!(refused.code, 2);
    assert!(
        refused.err.contains("kinfolio withdraw ana"),
        "{}",
        refused.err
    );
    let run = school.run(&["publish", "--confirm-removal", "ben"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(!school.folders().contains(&ben));
    let records = school.sealed.file().with_file_name("deletion-records");
    assert_eq!(fs::read_dir(records).unwrap().count(), 1);
}

#[test]
fn withdrawing_from_a_host_that_asks_for_a_login_names_its_files() {
    let written = school().edit("school.yaml", "address:", "access: host-login\naddress:");
    let school = Publishing::of(Sealed::of(&written));
    school.published();
    let run = school.run(&["withdraw", "ana"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(run.out.contains("kinfolio host-files"), "{}", run.out);
    let sealed = Publishing::new();
    sealed.published();
    let run = sealed.run(&["withdraw", "ana"]);
    assert!(!run.out.contains("host-files"), "{}", run.out);
}

#[test]
fn after_the_last_day_all_sites_go_if_the_clock_can_be_believed() {
    let school = Publishing::new();
    school.published();
    let sites = ["ana", "ben", "cleo"].map(|student| school.folder_of(student));
    let is_up = || sites.iter().all(|site| school.folders().contains(site));
    let retention = "retention: {until: 2026-11-21}\n";
    let place = school.sealed.place.school().join("school.yaml");
    let text = fs::read_to_string(&place).unwrap();
    let on_day = |day: &str| {
        let text = text.replace("today: 2026-11-20", &format!("today: {day}"));
        fs::write(&place, format!("{retention}{text}")).unwrap();
        school.build();
        school.publish()
    };
    assert_eq!(on_day("2026-11-21").code, 0);
    assert!(is_up());
    let run = on_day("2027-11-22");
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("cannot tell whether its clock is right"),
        "{}",
        run.err
    );
    assert!(is_up());
    let run = on_day("2026-11-22");
    assert_eq!(run.code, 0, "{} {}", run.out, run.err);
    assert!(!sites.iter().any(|site| school.folders().contains(site)));
}
