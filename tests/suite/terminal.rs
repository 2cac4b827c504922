//! What the commands show at a terminal, which is as wide as it is.

use std::fs::File;
use std::thread;
use std::time::{Duration, SystemTime};

use clap::{Command, CommandFactory as _};
use kinfolio::cli::Args;
use tempfile::TempDir;
use textwrap::core::display_width;

use crate::cli::faulty;
use crate::support::{Run, School, files_below, kinfolio, program, root};

/// What a person sees at a terminal of so many columns at the end of a run.
fn at(columns: usize, words: &str, set: &[(&str, &str)]) -> String {
    let shown = sent_to(columns, words, set);
    // What follows a carriage return is shown in place of what is before it.
    let seen = |line: &str| -> String {
        let line = line.trim_end_matches('\r');
        line.rsplit('\r').next().unwrap_or_default().to_owned()
    };
    let lines: Vec<String> = shown.split('\n').map(seen).collect();
    lines.join("\n")
}

/// What the program sends to a terminal of so many columns.
fn sent_to(columns: usize, words: &str, set: &[(&str, &str)]) -> String {
    let program = program(&[]);
    let path = program.get_program().to_str().unwrap();
    let set: Vec<String> = set
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let typed = format!(
        "stty cols {columns} rows 40; env {} {path} {words}",
        set.join(" ")
    );
    let mut terminal = std::process::Command::new("script");
    terminal.args(["-qec", &typed, "/dev/null"]);
    // Each of these decides on color too, and a machine that runs tests may set them.
    for name in ["NO_COLOR", "COLUMNS", "CI", "CLICOLOR", "CLICOLOR_FORCE"] {
        terminal.env_remove(name);
    }
    terminal.env("TERM", "xterm-256color");
    Run::from(terminal.output().unwrap()).out
}

/// Every command with its subcommands, as it is typed.
fn commands() -> Vec<(String, Command)> {
    fn below(typed: &str, command: &Command, all: &mut Vec<(String, Command)>) {
        all.push((typed.to_owned(), command.clone()));
        for one in command.get_subcommands() {
            below(&format!("{typed} {}", one.get_name()), one, all);
        }
    }
    let mut all = Vec::new();
    below("kinfolio", &Args::command(), &mut all);
    assert!(all.len() > 12);
    all
}

#[test]
fn every_help_has_an_example_that_is_understood_and_tells_how_it_ends() {
    for (typed, _) in commands() {
        let words = typed.split(' ').skip(1).chain(["--help"]);
        let words: Vec<&str> = words.collect();
        let help = kinfolio(&words).out;
        let (_, end) = help.split_once("Examples:\n").expect(&typed);
        let (examples, ends) = end.split_once("\n\nExit codes:\n").expect(&typed);
        for example in examples.lines() {
            let example = example.trim();
            assert!(example.starts_with(&typed), "{typed}: {example}");
            let words = example.split(" >").next().unwrap();
            let parsed = Args::command().try_get_matches_from(words.split(' ').filter(|word| {
                // The second half of a name in quotes.
                !word.ends_with('\'')
            }));
            assert!(parsed.is_ok(), "{example}: {:?}", parsed.err());
        }
        assert!(ends.contains("  2   the command failed"), "{typed}");
    }
}

#[test]
fn completions_and_manual_pages_name_every_command_and_option() {
    let place = TempDir::new().unwrap();
    let folder = place.path().join("man");
    let run = kinfolio(&["man", "--to", folder.to_str().unwrap()]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let pages = files_below(&folder);
    let scripts = ["bash", "zsh", "fish", "powershell"].map(|shell| {
        let run = kinfolio(&["completions", shell]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{shell}");
        (shell, run.out)
    });
    for (typed, command) in commands() {
        let page = &pages[&format!("{}.1", typed.replace(' ', "-"))];
        let page = String::from_utf8_lossy(page).replace("\\-", "-");
        for option in command.get_arguments().filter_map(|one| one.get_long()) {
            assert!(page.contains(&format!("--{option}")), "{typed} --{option}");
            for (shell, script) in &scripts {
                assert!(script.contains(option), "{shell}: {typed} --{option}");
            }
        }
        for (shell, script) in &scripts {
            assert!(script.contains(command.get_name()), "{shell}: {typed}");
        }
    }
    let nowhere = kinfolio(&["man", "--to", "/dev/null/man"]);
    assert!(nowhere.code == 2 && nowhere.err.contains("kinfolio cannot write /dev/null/man"));
    assert_eq!(kinfolio(&["completions", "cmd"]).code, 2);
}

/// The lines of what a program shows, without colors.
fn lines(shown: &str) -> Vec<String> {
    let shown = anstream::adapter::strip_str(shown).to_string();
    shown.lines().map(str::to_owned).collect()
}

#[test]
fn nothing_is_wider_than_the_terminal() {
    let place = faulty();
    let faulty = place.school();
    let school = root().join("content");
    let (faulty, school) = (faulty.display(), school.display());
    for words in [
        "--help".to_owned(),
        "build --help".to_owned(),
        "check --explain 211".to_owned(),
        "check /nowhere".to_owned(),
        format!("check {faulty}"),
        format!("check {faulty} --format plain"),
        format!("report {school}"),
        format!("translate status {school}"),
    ] {
        for columns in [60, 100] {
            let shown = at(columns, &words, &[]);
            assert!(!shown.is_empty());
            for line in lines(&shown) {
                // What has no space in it cannot be broken.
                let whole = !line.trim().contains(' ');
                assert!(whole || display_width(&line) <= columns, "{words}: {line}");
            }
        }
    }
}

#[test]
fn a_number_of_columns_can_be_set() {
    let place = faulty();
    let words = format!("check {} --format plain", place.school().display());
    let narrow = at(120, &words, &[("COLUMNS", "40")]);
    assert!(
        lines(&narrow).contains(&"  why it matters: More is better for".to_owned()),
        "{narrow}"
    );
    for set in ["0", "-3", "wide", "20", "7"] {
        assert!(
            at(60, &words, &[("COLUMNS", set)]).contains("K211"),
            "{set}"
        );
    }
}

#[test]
fn no_color_takes_color_and_nothing_else() {
    let place = faulty();
    let words = format!("check {}", place.school().display());
    let colored = at(80, &words, &[]);
    assert!(colored.contains("\u{1b}["), "{colored}");
    for set in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let plain = at(80, &words, &[set]);
        assert_eq!(plain, lines(&colored).join("\n") + "\n", "{set:?}");
    }
    assert!(colored.contains("this is the baseline"), "{colored}");
    let narrow = at(40, &words, &[]);
    assert!(
        !narrow.contains('│'),
        "there is no room for a picture: {narrow}"
    );
}

#[test]
fn long_work_is_shown_on_a_terminal_until_it_is_done() {
    /// A build that has to wait, because a shared file was saved a moment ago.
    fn waiting(run: impl FnOnce(&str) -> String) -> String {
        let place = School::tiny().on_disk();
        let saved = SystemTime::now() + Duration::from_secs(1);
        let file = place.school().join("school.yaml");
        let file = File::options().write(true).open(file).unwrap();
        file.set_modified(saved).unwrap();
        let work = place.out().with_file_name("work");
        let (school, out) = (place.school(), place.out());
        let (school, out, work) = (school.display(), out.display(), work.display());
        run(&format!(
            "build {school} --to {out} --work {work} --settle 2 --format plain"
        ))
    }
    let piped = |words: &str| {
        let words: Vec<&str> = words.split(' ').collect();
        let run = kinfolio(&words);
        run.out + &run.err
    };
    thread::scope(|threads| {
        let terminal = threads.spawn(|| waiting(|words| sent_to(100, words, &[])));
        let narrow = threads.spawn(|| waiting(|words| sent_to(40, words, &[])));
        let seen = threads.spawn(|| waiting(|words| at(100, words, &[])));
        let dumb = threads.spawn(|| waiting(|words| sent_to(100, words, &[("TERM", "dumb")])));
        let piped = threads.spawn(|| waiting(piped));
        let check = |shown: String, expected: &str, is_shown: bool| {
            assert!(shown.contains("3 sites are up to date"), "{shown}");
            assert_eq!(shown.contains(expected), is_shown, "{shown}");
        };
        let line = "Waiting for files that are still being saved or synced.";
        check(terminal.join().unwrap(), line, true);
        check(
            narrow.join().unwrap(),
            "Waiting for files that are still being \r",
            true,
        );
        for nothing in [seen, dumb, piped] {
            check(nothing.join().unwrap(), "Waiting", false);
        }
    });
}

#[test]
fn a_pipe_gets_a_fact_to_a_line() {
    let run = kinfolio(&["report", root().join("content").to_str().unwrap()]);
    let row = run.out.lines().find(|line| line.contains("Layla")).unwrap();
    assert!(row.contains("2026-11-19"), "{row}");
}

#[test]
fn a_reason_is_given_once() {
    let broken = "students/ben/goals/counting.yaml";
    let place = School::tiny()
        .edit("students/ana/goals/reading.yaml", "area:", "# area:")
        .edit(broken, "area:", "# area:")
        .on_disk();
    let school = place.school();
    let shown = |format| kinfolio(&["check", school.to_str().unwrap(), "--format", format]).out;
    let json = shown("json");
    let one = json.lines().find(|line| line.contains("K202")).unwrap();
    let one: serde_json::Value = serde_json::from_str(one).unwrap();
    let why = one["why"].as_str().unwrap();
    assert!(json.matches(why).count() > 1, "{json}");
    for format in ["plain", "human"] {
        assert_eq!(shown(format).matches(why).count(), 1, "{}", shown(format));
    }
}

#[test]
fn a_student_may_be_typed_as_a_path() {
    let place = School::tiny().on_disk();
    place.build();
    let (school, out) = (place.school(), place.out().with_file_name("handoffs"));
    let (school, out) = (school.to_str().unwrap(), out.to_str().unwrap());
    for ana in ["ana/", "students/ana", "ana\\", "./ana"] {
        for words in [
            &["check", school, "--student", ana][..],
            &["report", school, "--student", ana],
            &["translate", "status", school, "--student", ana],
            &["handoff", ana, school, "--to", out],
        ] {
            let run = kinfolio(words);
            assert_eq!(
                (run.code, run.err.as_str()),
                (0, ""),
                "{words:?}: {}",
                run.out
            );
        }
        let kept = place.build_with(&["--confirm-removal", ana]);
        let told = kept.out + &kept.err;
        assert!(
            told.contains("The folder students/ana still exists"),
            "{ana}: {told}"
        );
    }
}

#[test]
fn a_report_may_be_of_one_student() {
    let place = faulty();
    let school = place.school();
    let report = |more: &[&str]| kinfolio(&[&["report", school.to_str().unwrap()], more].concat());
    for format in ["table", "csv", "json"] {
        let one = report(&["--student", "ben", "--format", format]);
        let all = report(&["--format", format]);
        assert_eq!((one.code, all.code), (0, 1), "only Ana has an error");
        for (name, expected) in [("Ben", true), ("Cleo", false)] {
            assert!(all.out.contains(name), "{}", all.out);
            assert_eq!(one.out.contains(name), expected, "{format}: {}", one.out);
        }
    }
    let unknown = report(&["--student", "bne"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
    assert!(unknown.err.contains("Did you mean ben?"), "{}", unknown.err);
}
