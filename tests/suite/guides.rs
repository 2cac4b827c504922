//! The guides: what they tell people to write and to type has to work.

use std::fs;

use clap::Parser as _;
use kinfolio::cli::Args;
use kinfolio::diagnostic::{Code, Severity};
use tempfile::TempDir;

use crate::support::{Run, School, program, root};

const GUIDES: [&str; 3] = ["teachers-guide", "from-what-you-have", "technicians-guide"];

/// A block of code: the words after its fence, and its lines.
struct Block {
    info: String,
    text: String,
}

fn blocks(guide: &str) -> Vec<Block> {
    blocks_of(&fs::read_to_string(root().join(format!("docs/{guide}.md"))).unwrap())
}

fn blocks_of(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, part) in text.split("```").enumerate() {
        let (info, text) = part.split_once('\n').unwrap_or((part, ""));
        if index % 2 == 1 {
            blocks.push(Block {
                info: info.trim().to_owned(),
                text: text.to_owned(),
            });
        }
    }
    assert!(!blocks.is_empty());
    blocks
}

#[test]
fn files_of_the_guides_can_be_copied() {
    let mut school = School::of(&root().join("content"));
    let mut paths = Vec::new();
    for block in GUIDES.iter().flat_map(|guide| blocks(guide)) {
        if let Some((_, path)) = block.info.split_once(' ') {
            school = school.file(path, block.text);
            paths.push(path.to_owned());
        }
    }
    assert!(paths.len() > 3, "{paths:?}");
    let compiled = school.compile();
    for (student, site) in &compiled.sites {
        assert!(site.is_some(), "{student}: {:?}", compiled.faults());
    }
    let seen = compiled.seen.iter();
    let faults: Vec<String> = seen
        .filter(|one| one.code.severity() > Severity::Note)
        .filter(|one| one.file.as_ref().is_some_and(|file| paths.contains(file)))
        // The guide says what else a new goal needs.
        .filter(|one| one.code != Code::GoalWithoutService)
        .map(ToString::to_string)
        .collect();
    assert_eq!(faults, [""; 0]);
}

/// Every command of the guides, as words.
fn commands() -> Vec<Vec<String>> {
    let shown = GUIDES.iter().flat_map(|guide| blocks(guide));
    let shown = shown.filter(|block| matches!(block.info.as_str(), "sh" | "text"));
    let mut commands = Vec::new();
    for block in shown {
        let lines = block.text.lines();
        let typed = lines.filter_map(|line| Some(line.split_once("kinfolio ")?.1.to_owned()));
        for line in typed.filter(|line| !line.starts_with('#')) {
            let end = line.split(['>', '#', '|']).next().unwrap_or_default();
            commands.push(end.split_whitespace().map(str::to_owned).collect());
        }
    }
    assert!(commands.len() > 8, "{commands:?}");
    commands
}

#[test]
fn commands_of_the_guides_are_understood() {
    for words in commands() {
        let line = std::iter::once("kinfolio").chain(words.iter().map(String::as_str));
        let parsed = Args::try_parse_from(line);
        assert!(parsed.is_ok(), "{words:?}: {:?}", parsed.err());
    }
}

#[test]
fn commands_of_the_guides_work() {
    let place = TempDir::new().unwrap();
    let school = School::of(&root().join("content"));
    // The guide says that a school names its host.
    let text = school.text("school.yaml").unwrap();
    let text = format!("publish: {{to: ../host}}\n{text}");
    let school = school.file("school.yaml", text);
    school.write(&place.path().join("our-school"));
    fs::create_dir(place.path().join("host")).unwrap();
    for words in commands() {
        let here = !words.iter().any(|word| word.starts_with('/'));
        // The pages are not on the web.
        if ["serve", "watch", "verify"].contains(&&*words[0]) || !here {
            continue;
        }
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut command = program(&words);
        command.env("XDG_CONFIG_HOME", place.path().join("config"));
        let output = command.current_dir(place.path()).output().unwrap();
        let run = Run::from(output);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{words:?}");
    }
    let letters = "letters/all-letters.html";
    for made in [
        "sites",
        "staff-dashboard",
        "handoffs",
        letters,
        "messages.csv",
    ] {
        assert!(place.path().join(made).exists(), "{made}");
    }
}

/// The first steps of the README, done as they are written.
#[test]
fn five_minutes_lead_to_a_site() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let steps = readme.split("## Five minutes").nth(1).unwrap();
    let steps = steps.split("\n## ").next().unwrap();
    let place = TempDir::new().unwrap();
    let type_in = |command: &str| {
        let words: Vec<&str> = command.split_whitespace().skip(1).collect();
        let mut command = program(&words);
        command.env("XDG_CONFIG_HOME", place.path().join("config"));
        let output = command.current_dir(place.path()).output().unwrap();
        Run::from(output)
    };
    let typed = steps
        .split('`')
        .filter(|part| part.starts_with("kinfolio "));
    // The letters need the address of a host.
    let typed = typed.filter(|part| !part.contains("serve") && !part.contains("letters"));
    let typed: Vec<&str> = typed.collect();
    let [first, keys, last] = typed[..] else {
        panic!("{typed:?}");
    };
    let begun = type_in(first);
    assert_eq!((begun.code, begun.err.as_str()), (0, ""), "{}", begun.out);
    let school = place.path().join("our-school");
    assert!(steps.contains("from `first-student` to `ana`"));
    let students = school.join("students");
    fs::rename(students.join("first-student"), students.join("ana")).unwrap();
    for block in blocks_of(steps) {
        let (_, path) = block.info.split_once(' ').unwrap();
        let path = school.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let there = fs::read_to_string(&path).unwrap_or_default();
        fs::write(&path, filled_in(&there, &block.text)).unwrap();
    }
    for command in [keys, last] {
        let run = type_in(command);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    }
    let pages = crate::support::files_below(&place.path().join("pages"));
    let mut roles = pages.values().filter_map(|page| {
        let page = std::str::from_utf8(page).ok()?;
        kinfolio::seal::role_of(page)
    });
    assert_eq!(roles.by_ref().filter(|role| role == "reader").count(), 2);
    assert!(pages.keys().all(|path| !path.contains("ana")));
}

/// `lines` in a file: in the place of a field that is there already, else at its
/// end.
fn filled_in(file: &str, lines: &str) -> String {
    let mut file: Vec<String> = file.lines().map(str::to_owned).collect();
    for line in lines.lines().filter_map(|line| line.strip_prefix("   ")) {
        let field = line.split_once(':').map_or("", |(field, _)| field);
        let named = |old: &&mut String| old.starts_with(&format!("{field}:"));
        match file.iter_mut().find(named) {
            Some(old) => line.clone_into(old),
            None => file.push(line.to_owned()),
        }
    }
    file.join("\n") + "\n"
}
