//! `docs/diagnostics.md`, made from the messages themselves, and what every
//! message has to be: whole, easy to read, and right about its own example.
//!
//! `KINFOLIO_BLESS=1 cargo test diagnostics_page` writes the page anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use fluent_bundle::{FluentArgs, FluentValue};
use kinfolio::diagnostic::{Arg, Code, Diagnostic, Diagnostics, Severity, examples};
use kinfolio::locale::{Packs, built_in, plain};
use kinfolio::model::{Digits, Lang};
use kinfolio::rules::readability::{Counts, Scale, sentences};

use crate::messages::{self, args};
use crate::spec::{self, Case};
use crate::support::root;

/// Messages and their parts, in English.
struct Said(Packs);

impl Said {
    fn new() -> Self {
        let packs = Packs::load(&built_in(), &[], Digits::Western);
        Self(packs.into_value(&mut Diagnostics::default()))
    }

    fn say(&self, id: &str, args: &FluentArgs) -> Option<String> {
        let said = self.0.get(&Lang::new("en"))?.message(id, args)?;
        Some(plain(&said))
    }

    fn part(&self, example: &Diagnostic, part: &str) -> Option<String> {
        let id = format!("{}{part}", example.code.name());
        self.say(&id, &args(example))
    }
}

const INTRO: &str = "\
# kinfolio messages

<!-- Made from locales/en/diagnostics.ftl by `KINFOLIO_BLESS=1 cargo test diagnostics_page`. -->

Every time kinfolio runs, it checks your files and reports what it finds. A message is not a grade for your work. It has a code, such as K207, and says three things: what is wrong, why it matters to the family, and what to write.

| severity | what happens |
|---|---|
| **error** | kinfolio does not update this student’s site. Until the error is fixed, the family sees the last good version. Other students’ sites are still updated. An error in a file that all students share holds back every site. |
| **warning** | The site is still updated. A family may notice the problem. |
| **note** | For your information. |
| **bug** | A bug in kinfolio. The family sees the last good version. Show the message to your technician. |

Names and numbers on this page are examples. To read one of these messages on your own computer: `kinfolio check --explain K207`.
";

const GROUPS: [(usize, &str); 6] = [
    (0, "Files and folders"),
    (1, "Syntax and values"),
    (2, "Facts"),
    (3, "Text and pictures"),
    (4, "Privacy"),
    (9, "kinfolio itself"),
];

fn page() -> String {
    let said = Said::new();
    let mut page = INTRO.to_owned();
    for (hundred, title) in GROUPS {
        let codes = Code::ALL.iter().filter(|code| code.hundred() == hundred);
        write!(page, "\n## {title}\n").unwrap();
        for code in codes {
            page.push_str(&section(*code, &said));
        }
    }
    page
}

fn section(code: Code, said: &Said) -> String {
    let severity = match code.severity() {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
        Severity::Bug => "bug",
    };
    let anchor = code.number().to_lowercase();
    let mut out = format!(
        "\n### <a id=\"{anchor}\"></a>{code} {}\n\n*{severity}*\n",
        code.name()
    );
    let part = |example: &Diagnostic, part| escaped(&said.part(example, part).unwrap_or_default());
    let all = examples(code);
    let (first, others) = all.split_first().unwrap();
    write!(out, "\n**{}**\n", part(first, "")).unwrap();
    write!(out, "\n- Why it matters: {}\n", part(first, ".why")).unwrap();
    writeln!(out, "- What to write: {}", part(first, ".help")).unwrap();
    if !others.is_empty() {
        out.push_str("\nOther forms of this message:\n\n");
    }
    for other in others {
        writeln!(out, "- **{}** {}", part(other, ""), part(other, ".help")).unwrap();
    }
    let change = said.part(first, ".before").zip(said.part(first, ".after"));
    if let Some((before, after)) = change {
        write!(
            out,
            "\nInstead of\n\n```text\n{before}\n```\n\nwrite\n\n```text\n{after}\n```\n"
        )
        .unwrap();
    }
    out
}

/// Words as Markdown shows them: no sign in them means anything.
fn escaped(words: &str) -> String {
    let special = |c: char| "\\`*_<>[]#|".contains(c);
    let mut out = String::new();
    for character in words.chars() {
        if special(character) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[test]
fn the_page_is_current() {
    let path = root().join("docs/diagnostics.md");
    let page = page();
    if std::env::var_os("KINFOLIO_BLESS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == page,
        "docs/diagnostics.md is not what the messages say now. \
         Run: KINFOLIO_BLESS=1 cargo test diagnostics_page"
    );
}

#[test]
fn every_group_has_a_heading() {
    let known: BTreeSet<usize> = GROUPS.iter().map(|(hundred, _)| *hundred).collect();
    let used: BTreeSet<usize> = Code::ALL.iter().map(|code| code.hundred()).collect();
    assert_eq!(
        used, known,
        "add the hundred here and to explain-group in cli.ftl"
    );
    let said = Said::new();
    for (hundred, title) in GROUPS {
        let mut args = FluentArgs::new();
        args.set("hundred", FluentValue::from(hundred));
        assert_eq!(said.say("explain-group", &args).as_deref(), Some(title));
    }
}

#[test]
fn every_message_can_be_shown_by_example() {
    let source = messages::source();
    let mut faults = Vec::new();
    for code in Code::ALL {
        let examples = examples(*code);
        for example in &examples {
            let open = messages::left_open(example).into_iter();
            faults.extend(open.map(|words| format!("{code} lacks a value: {words}")));
        }
        // Each way in which a message can begin has an example of its own;
        // `other` stands for all that have no words of their own.
        let selectors = source.get(code.name()).map(|message| &message.selectors);
        let problems = selectors
            .into_iter()
            .flatten()
            .filter(|(name, _)| name == "problem");
        let ways = problems
            .flat_map(|(_, ways)| ways)
            .filter(|way| *way != "other");
        let shown = |way: &String| {
            let value = Arg::from(way.as_str());
            examples
                .iter()
                .any(|example| example.args.get("problem") == Some(&value))
        };
        let unseen = ways.filter(|way| !shown(way));
        faults.extend(unseen.map(|way| format!("{code} has no example for problem {way}")));
    }
    assert!(
        faults.is_empty(),
        "\n{}\nGive these values in src/diagnostic/example.rs.",
        faults.join("\n")
    );
}

/// Longer words are worse than this number shows, and short messages better.
const HIGHEST_GRADE: f64 = 8.0;

#[test]
fn every_reason_and_remedy_is_easy_to_read() {
    let said = Said::new();
    let mut faults = Vec::new();
    for example in Code::ALL.iter().flat_map(|code| examples(*code)) {
        let part = |part| said.part(&example, part).unwrap_or_default();
        let text = format!("{}\n\n{}", part(".why"), part(".help"));
        let scale = Scale::FleschKincaid;
        let counts = sentences(&text).into_iter();
        let counts = counts.map(|sentence| Counts::of(sentence, |word| scale.syllables(word)));
        let grade = scale.grade(counts.fold(Counts::default(), Counts::and));
        if grade > HIGHEST_GRADE {
            let code = example.code;
            faults.push(format!(
                "{code} {} reads like grade {grade:.1}: {text}",
                code.name()
            ));
        }
    }
    assert!(
        faults.is_empty(),
        "\n{}\nMake two sentences of one and take shorter words in locales/en/diagnostics.ftl, \
         up to grade {HIGHEST_GRADE}.",
        faults.join("\n\n")
    );
}

#[test]
fn examples_are_what_they_say() {
    let said = Said::new();
    let cases = spec::cases();
    let mut faults = Vec::new();
    for code in Code::ALL {
        let example = &examples(*code)[0];
        let Some(before) = said.part(example, ".before") else {
            continue;
        };
        let after = said.part(example, ".after").unwrap_or_default();
        let mut case = cases.iter().filter(|case| case.expects(*code));
        match case.find_map(|case| mended(case, &before, &after)) {
            None => faults.push(format!(
                "{code}: no case in tests/spec has the lines\n{before}"
            )),
            Some((case, school)) => {
                let count = |school: &crate::support::School| {
                    let compiled = school.compile();
                    let all = compiled.seen.iter().chain(&compiled.further);
                    all.filter(|one| one.code == *code).count()
                };
                if count(&school) >= count(&case.school) {
                    faults.push(format!("{code}: is still seen with\n{after}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// A case that holds the lines of `before`, and its school with `after` in their
/// place.
fn mended<'c>(
    case: &'c Case,
    before: &str,
    after: &str,
) -> Option<(&'c Case, crate::support::School)> {
    case.touched.iter().find_map(|path| {
        let text = case.school.text(path)?;
        let lines: Vec<&str> = text.lines().collect();
        let wanted: Vec<&str> = before.lines().collect();
        let bare = |line: &str| line.split(" # ").next().unwrap_or(line).trim().to_owned();
        let at = lines.windows(wanted.len()).position(|window| {
            let pairs = window.iter().zip(&wanted);
            pairs
                .into_iter()
                .all(|(line, wanted)| bare(line) == wanted.trim())
        })?;
        let indent = lines[at].len() - lines[at].trim_start().len();
        let after = after
            .lines()
            .map(|line| format!("{}{line}", " ".repeat(indent)));
        let mut new: Vec<String> = lines[..at].iter().map(ToString::to_string).collect();
        new.extend(after);
        new.extend(lines[at + wanted.len()..].iter().map(ToString::to_string));
        let school = case.school.clone().file(path, new.join("\n") + "\n");
        Some((case, school))
    })
}
