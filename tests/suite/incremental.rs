//! Builds after builds: what has not changed is not made again, and nobody can
//! tell the difference.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use crate::support::{Run, School, Site, Workplace, files_below, kinfolio};

const WRITING: &str = "\
title: Writing a letter
area: writing
measure: {kind: percent, unit: words spelled right}
baseline: {date: 2026-09-11, value: 3/10}
target: 80
by: 2027-05-28
";

/// The tiny school with a little more of Ana.
pub(crate) fn school() -> School {
    let update = "---\nby: rivera\n---\nAna drew a bat.\n";
    School::tiny()
        .file("students/ana/about.md", "Ana tells long stories.\n")
        .file("students/ana/goals/writing.yaml", WRITING)
        .file("students/ana/updates/2026-11-06.md", update)
}

/// The pages of all students, without what is the tool's own.
pub(crate) fn sites(place: &Workplace) -> Site {
    files_below(&place.out())
}

/// What a build into a new folder makes of the school as it is now.
fn cold(place: &Workplace) -> (Run, Site) {
    let folder = tempfile::tempdir().unwrap();
    let (school, out) = (place.school(), folder.path().join("public"));
    let run = kinfolio(&[
        "build",
        school.to_str().unwrap(),
        "--settle",
        "0",
        "--to",
        out.to_str().unwrap(),
    ]);
    (run, files_below(&out))
}

/// What a run said of the school's files.
fn problems(run: &Run) -> Vec<&str> {
    let lines = run.out.lines();
    lines.take_while(|line| !line.contains("error")).collect()
}

fn page(place: &Workplace) -> PathBuf {
    place.out().join("ana/en/index.html")
}

fn changed(run: &Run) -> bool {
    !run.out.contains("\u{2068}0\u{2069} pages written") && !run.out.contains(": 0 pages written")
}

/// The entries of the ledger that is kept in `work`.
fn entries(work: &Path) -> Vec<PathBuf> {
    let files = files_below(work).into_keys();
    files.map(|file| work.join(file)).collect()
}

/// Something that happens to a school folder, or to its sites, between builds.
type Change = fn(&Workplace);

const CHANGES: &[(&str, Change)] = &[
    ("nothing", |_| {}),
    ("a word", |place| {
        place.edit("students/ana/goals/reading.yaml", "title: ", "title: More ");
    }),
    ("a word of the same length at the same time", |place| {
        let file = place.school().join("students/ana/goals/reading.yaml");
        let time = file.metadata().unwrap().modified().unwrap();
        place.edit("students/ana/goals/reading.yaml", "Reading", "Writing");
        let file = File::options().write(true).open(file).unwrap();
        file.set_modified(time).unwrap();
    }),
    ("saved beside and renamed", |place| {
        let file = place.school().join("students/ana/goals/reading.yaml");
        let text = fs::read_to_string(&file).unwrap();
        let beside = file.with_extension("tmp");
        fs::write(&beside, text.replace("title: ", "title: More ")).unwrap();
        fs::rename(beside, file).unwrap();
    }),
    ("touched", |place| {
        let files = files_below(&place.school()).into_keys();
        for path in files {
            let file = File::options().write(true).open(place.school().join(path));
            file.unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
        }
    }),
    ("a new file", |place| {
        let update = "---\nby: rivera\n---\nAna told a story.\n";
        place.save("students/ana/updates/2026-11-20.md", update);
    }),
    ("a file less", |place| {
        fs::remove_file(place.school().join("students/ana/goals/writing.yaml")).unwrap();
    }),
    ("a school's word", |place| {
        place.edit("school.yaml", "name: ", "name: New ");
    }),
    ("a theme", |place| {
        place.save("themes/default/theme.css", "body { color: black }\n");
    }),
    ("a word of a language", |place| {
        place.save("locales/en/site.ftl", "nav-goals = Aims\n");
    }),
    ("another student's name, which stands in a text", |place| {
        let update = "---\nby: rivera\n---\nAna read with Bartholomew.\n";
        place.save("students/ana/updates/2026-11-20.md", update);
        place.build();
        place.edit("students/ben/student.yaml", "name: ", "name: Bartholomew ");
    }),
    ("a new student", |place| {
        for file in ["student.yaml", "goals/counting.yaml"] {
            let text = fs::read_to_string(place.school().join("students/ben").join(file));
            let text = text.unwrap().replace("Ben", "Dara");
            place.save(&format!("students/dara/{file}"), &text);
        }
    }),
    ("a page that somebody changed", |place| {
        fs::write(page(place), "something else").unwrap();
    }),
    ("a page that somebody removed", |place| {
        fs::remove_file(page(place)).unwrap();
    }),
    ("a mistake", |place| {
        place.edit("students/ana/goals/reading.yaml", "target", "taget");
        place.build();
        place.edit("students/ana/goals/reading.yaml", "taget", "target");
    }),
];

#[test]
fn whatever_changed_the_pages_are_those_of_a_first_build() {
    let check = |(what, change): &(&str, Change)| {
        let place = school().on_disk();
        assert_eq!(place.build().code, 0);
        change(&place);
        let run = place.build();
        let (first, pages) = cold(&place);
        assert_eq!(run.code, first.code, "{what}: {}{}", run.out, run.err);
        assert_eq!(problems(&run), problems(&first), "{what}");
        // A student without a new site keeps the old one.
        let made = |path: &str| {
            let site = path.split('/').next().unwrap();
            pages
                .keys()
                .any(|page| page.starts_with(&format!("{site}/")))
        };
        let now = sites(&place).into_keys();
        let left: Vec<_> = now
            .filter(|path| made(path) && !pages.contains_key(path))
            .collect();
        assert!(left.is_empty(), "{what}: {left:?} is left");
        for (path, bytes) in &pages {
            assert!(sites(&place)[path] == *bytes, "{what}: {path}");
        }
        assert!(!changed(&place.build()), "{what}: and then nothing");
    };
    CHANGES.par_iter().for_each(check);
}

#[test]
fn what_has_not_changed_is_not_made_again_but_said_again() {
    // Ben has translations, which a build remembers.
    let place = school()
        .file("students/ben/goals/notes.docx", "x")
        .on_disk();
    let work = place.out().with_file_name("work");
    let option = ["--work", work.to_str().unwrap()];
    let first = place.build_with(&option);
    assert!(first.out.contains("notes.docx"), "{}", first.out);
    let time = |place: &Workplace| page(place).metadata().unwrap().modified().unwrap();
    let before = time(&place);

    // What is written down is what is said, so the site was not made again.
    for entry in entries(&work) {
        let text = fs::read_to_string(&entry).unwrap();
        fs::write(&entry, text.replace("notes.", "other.")).unwrap();
    }
    let again = place.build_with(&option);
    assert!(!changed(&again) && changed(&first), "{}", again.out);
    let said = problems(&first).join("\n").replace("notes", "other");
    assert_eq!(said, problems(&again).join("\n"));
    assert_eq!(before, time(&place));
    let all = [&option[..], &["--all"]].concat();
    assert!(place.build_with(&all).out.contains("notes.docx"));

    // What cannot be read back is nothing worse than forgotten.
    for (number, entry) in entries(&work).into_iter().enumerate() {
        let bytes = fs::read(&entry).unwrap();
        let broken = [&bytes[..bytes.len() / 2], b"{}", b"\xFF"][number % 3];
        fs::write(&entry, broken).unwrap();
    }
    let run = place.build_with(&option);
    assert!(
        !changed(&run) && run.out.contains("notes.docx"),
        "{}",
        run.out
    );
}

#[test]
fn a_site_that_is_not_to_be_published_stays_until_somebody_says_so() {
    let place = school().on_disk();
    place.build();
    let text = fs::read_to_string(place.school().join("students/ben/student.yaml")).unwrap();
    place.save(
        "students/ben/student.yaml",
        &format!("{text}publish: false\n"),
    );
    assert!(place.build().out.contains("--confirm-removal"));
    assert!(place.out().join("ben/index.html").exists());
    place.build_with(&["--confirm-removal", "ben"]);
    assert!(!place.out().join("ben").exists());
}

#[test]
fn a_shared_text_that_has_just_lost_most_of_its_words_waits() {
    let long = "A word that is long. ".repeat(40);
    let file = "library/glossary/long.md";
    let place = school().file(file, format!("# long\n\n{long}\n")).on_disk();
    place.build();
    place.save(file, "# long\n\nA word\n");
    let run = place.build_with(&["--settle", "1"]);
    assert!(run.code == 75 && run.out.contains("K072"), "{run:?}");
    assert_eq!(place.build().code, 0);
}

#[test]
fn litter_is_nobodys_file() {
    let place = school().on_disk();
    let files = files_below(&place.school().join("students/ana"));
    let litter: Vec<PathBuf> = files
        .keys()
        .map(|path| place.school().join("students/ana").join(path))
        .map(|path| path.with_file_name(format!("._{}", path.file_name().unwrap().display())))
        .collect();
    for file in &litter {
        fs::write(file, "x").unwrap();
    }
    assert_eq!(place.build().code, 0);
    // Nor is a copy, which a message says to delete.
    let copies = files.iter().map(|(file, text)| {
        let (name, ending) = file.rsplit_once('.').unwrap();
        let copy = format!("students/ana/{name} (conflicted copy).{ending}");
        place.save(&copy, &String::from_utf8_lossy(text));
        place.school().join(copy)
    });
    let copies: Vec<PathBuf> = copies.collect();
    assert_eq!(place.build().code, 0);
    for file in &copies {
        fs::remove_file(file).unwrap();
    }
    for file in &litter {
        fs::remove_file(file).unwrap();
    }
    assert!(!changed(&place.build()));
    // An editor may write its own file all the time.
    place.edit("students/ana/about.md", "stories", "tales");
    let own = ["students/ana/.about.md.swp", "students/ana/4913"];
    let run = while_writing(&[own[0], own[1], "library/Thumbs.db"], 0, &place);
    assert!(run.code == 0 && changed(&run), "{}", run.out);
}

/// What a build comes to while somebody writes these files again and again, and
/// says of each that it is from so many seconds later.
fn while_writing(files: &[&str], clock: u64, place: &Workplace) -> Run {
    let writing = AtomicBool::new(true);
    std::thread::scope(|threads| {
        threads.spawn(|| {
            while writing.load(Ordering::Relaxed) {
                for file in files {
                    place.save(file, "Ana tells");
                    let saved = fs::File::open(place.school().join(file)).unwrap();
                    let later = SystemTime::now() + Duration::from_secs(clock);
                    saved.set_modified(later).unwrap();
                }
                std::thread::sleep(Duration::from_millis(50));
            }
        });
        // Long enough that a machine which stands still for a moment is not taken for quiet.
        let run = place.build_with(&["--settle", "3"]);
        writing.store(false, Ordering::Relaxed);
        run
    })
}

#[cfg(unix)]
#[test]
fn a_site_is_not_written_through_a_link() {
    let place = school().on_disk();
    place.build();
    let before = sites(&place);
    let site = place.out().join("ben");
    fs::rename(&site, place.out().with_file_name("ben")).unwrap();
    std::os::unix::fs::symlink("ana", &site).unwrap();
    let run = place.build();
    assert!(run.code == 2 && run.err.contains("ben"), "{run:?}");
    place.build_with(&["--confirm-removal", "ben"]);
    fs::remove_file(&site).unwrap();
    assert_eq!(place.build().code, 0);
    assert!(sites(&place) == before);

    // Nor is what is remembered.
    let memory = place.school().join(".kinfolio");
    fs::remove_dir_all(&memory).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), &memory).unwrap();
    place.build();
    assert!(files_below(elsewhere.path()).is_empty());
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn a_file_that_was_just_written_is_left_alone() {
    let place = school().on_disk();
    place.build();
    place.edit("students/ana/about.md", "stories", "tales");
    let start = std::time::Instant::now();
    let run = place.build_with(&["--settle", "1"]);
    assert!(run.code == 0 && changed(&run), "{}", run.out);
    assert!(start.elapsed().as_millis() > 500);

    let before = sites(&place);
    for clock in [0, 3600] {
        let run = while_writing(&["students/ana/about.md"], clock, &place);
        assert_eq!(run.code, 75, "{}", run.out);
        assert!(run.out.contains("K071"), "{}", run.out);
        assert!(sites(&place) == before);
    }
}

#[test]
fn a_text_that_has_just_lost_most_of_its_words_waits() {
    let long = "Ana tells long stories about bats. ".repeat(20);
    let place = school()
        .file("students/ana/about.md", format!("{long}\n"))
        .on_disk();
    place.build();
    let before = sites(&place);
    place.save("students/ana/about.md", "Ana tells\n");
    let run = place.build_with(&["--settle", "1"]);
    assert!(run.code == 75 && run.out.contains("K072"), "{run:?}");
    assert!(sites(&place) == before);
    // Whoever says that nobody else writes there is believed.
    assert_eq!(place.build().code, 0);
    assert!(sites(&place) != before);
}

#[test]
fn two_never_write_at_once() {
    let place = school().on_disk();
    place.build();
    let before = sites(&place);
    place.edit("students/ana/about.md", "stories", "tales");
    let lock = place.out().join(".kinfolio-lock");
    fs::write(&lock, "{\"computer\": \"office-pc\", \"process\": 7}").unwrap();
    let held = File::options().write(true).open(&lock).unwrap();
    held.lock().unwrap();
    let run = place.build();
    assert_eq!(run.code, 75);
    assert!(
        run.err.contains("office-pc") && run.err.contains('7'),
        "{}",
        run.err
    );
    fs::remove_file(&lock).unwrap();
    assert!(sites(&place) == before);
}

#[test]
fn what_a_stopped_run_has_left_is_cleared_away() {
    let place = school().on_disk();
    place.build();
    let before = sites(&place);
    fs::write(place.out().join(".kinfolio-lock"), "{}").unwrap();
    fs::write(place.out().join("ana/en/.kinfolio-x1"), "half a pa").unwrap();
    assert_eq!(place.build().code, 0);
    assert!(sites(&place) == before);
}

#[test]
fn nothing_is_removed_in_a_run_in_which_the_machine_refused_something() {
    let place = school().on_disk();
    place.build();
    let stale = place.out().join("ana/en/goals/writing/index.html");
    assert!(stale.exists());
    fs::remove_file(place.school().join("students/ana/goals/writing.yaml")).unwrap();
    place.edit(
        "students/ben/goals/counting.yaml",
        "title: ",
        "title: More ",
    );
    let in_the_way = place.out().join("ben/en/index.html");
    fs::remove_file(&in_the_way).unwrap();
    fs::create_dir(&in_the_way).unwrap();
    let run = place.build();
    assert!(
        run.code == 2 && run.err.contains("index.html"),
        "{}",
        run.err
    );
    assert!(stale.exists());
    fs::remove_dir(&in_the_way).unwrap();
    assert_eq!(place.build().code, 0);
    assert!(!stale.exists());
    assert!(sites(&place) == cold(&place).1);
}

#[test]
fn without_a_place_for_what_is_known_the_sites_are_made_all_the_same() {
    let place = school().on_disk();
    let work = place.out().with_file_name("work");
    fs::write(&work, "in the way").unwrap();
    for _ in 0..2 {
        let run = place.build_with(&["--work", work.to_str().unwrap()]);
        assert_eq!(run.code, 0);
        assert!(
            run.err.starts_with("Note: ") && run.err.lines().count() == 1,
            "{}",
            run.err
        );
        assert!(sites(&place) == cold(&place).1);
    }
}

#[test]
fn what_is_known_of_students_lies_where_nobody_else_reads() {
    let place = school().on_disk();
    for work in [place.school().join("work"), place.out().join("work")] {
        let run = place.build_with(&["--work", work.to_str().unwrap()]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("--work FOLDER"), "{}", run.err);
    }
    assert!(!place.out().exists(), "nothing was written");
}

#[test]
fn a_student_file_with_another_ending_is_built() {
    let text = School::tiny();
    let text = text.text("students/ana/student.yaml").unwrap().to_owned();
    for name in ["student.yml", "student.en.yaml"] {
        let place = School::tiny()
            .without("students/ana/student.yaml")
            .file(&format!("students/ana/{name}"), &text)
            .on_disk();
        let run = place.build();
        assert_eq!(run.code, 0, "{name}: {}", run.err);
        assert!(place.site("ana").contains_key("index.html"), "{name}");
    }
}
