//! Folders that mean harm, or look as if they did. Every other student's site
//! comes out as if nothing had been there, and soon.

use std::process::Command;
use std::sync::mpsc::channel;
use std::time::Duration;

use kinfolio::diagnostic::Code;

use crate::support::{CLEAN, Compiled, School, Site, files_below};

/// What the students whose folders are untouched have to come out as.
fn others_are_untouched(compiled: &Compiled, whose: &str) {
    for (student, site) in CLEAN.sites.iter().filter(|(student, _)| *student != whose) {
        assert!(compiled.sites[student] == *site, "{student} has changed");
    }
    let panics = compiled
        .seen
        .iter()
        .filter(|one| one.code == Code::Panic)
        .count();
    assert_eq!(panics, 0, "{:#?}", compiled.seen);
}

/// After which a build is taken for one that never ends, however busy the machine.
const ENDLESS: Duration = Duration::from_mins(5);

/// Compiles, and fails if that does not end.
fn compile_in_time(school: School) -> Compiled {
    let (sender, receiver) = channel();
    std::thread::spawn(move || sender.send(school.compile()));
    receiver.recv_timeout(ENDLESS).expect("a build ends")
}

const ABOUT: &str = "students/ana/goals/reading.yaml";

#[test]
fn files_that_are_bombs_are_refused_one_by_one() {
    let aliases =
        "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n";
    let check = |text: Vec<u8>, expected: Code| {
        let compiled = compile_in_time(School::tiny().file(ABOUT, text));
        let codes: Vec<Code> = compiled.seen.iter().map(|one| one.code).collect();
        assert!(codes.contains(&expected), "{expected:?}: {codes:?}");
        assert!(compiled.sites["ana"].is_none());
        others_are_untouched(&compiled, "ana");
    };
    let levels: Vec<String> = (0..60).map(|depth| "  ".repeat(depth) + "a:").collect();
    check(levels.join("\n").into_bytes(), Code::YamlLimit);
    check("- ".repeat(60).into_bytes(), Code::YamlLimit);
    check("[".repeat(100_000).into_bytes(), Code::YamlLimit);
    check("{a: ".repeat(60).into_bytes(), Code::YamlLimit);
    check(aliases.into(), Code::YamlAlias);
    check("- 1\n".repeat(50_000).into_bytes(), Code::YamlLimit);
    check(vec![b'a'; 5 * 1024 * 1024], Code::TooLarge);
    check(b"title: a\0b\n".to_vec(), Code::BadEncoding);
    check(b"\xFF\xFE\x00\xD8".to_vec(), Code::BadEncoding);
    check(b"title: \xC0\xAF\n".to_vec(), Code::BadEncoding);
}

#[test]
fn markdown_that_is_a_bomb_ends() {
    let bombs = [
        "*a **b ".repeat(20_000),
        "[".repeat(50_000),
        "> ".repeat(20_000),
        "<!--".repeat(20_000),
    ];
    for bomb in bombs {
        let compiled = compile_in_time(School::tiny().file("students/ana/about.md", bomb));
        others_are_untouched(&compiled, "ana");
    }
}

#[cfg(unix)]
#[test]
fn names_that_nobody_can_write_down_are_told() {
    use std::os::unix::ffi::OsStrExt as _;
    let place = School::tiny().on_disk();
    assert_eq!(place.build().code, 0);
    let before = files_below(&place.out());
    let names: [&[u8]; 4] = [
        b"students/ana/up\\dates.md",
        b"students/ana/goals/caf\xE9.yaml",
        b"students/b\\en/student.yaml",
        b"students/b\xE9n/student.yaml",
    ];
    for name in names {
        let file = place.school().join(std::ffi::OsStr::from_bytes(name));
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, "x: 1\n").unwrap();
        let run = place.build();
        let told = String::from_utf8_lossy(name).replace('\\', "\u{FFFD}");
        let told = told.trim_end_matches("/student.yaml");
        let said = run.code == 1 && run.out.contains("K011") && run.out.contains(told);
        assert!(said, "{told}: {}", run.out);
        assert!(files_below(&place.out()) == before, "{told}");
        std::fs::remove_file(&file).unwrap();
        let _ = std::fs::remove_dir(file.parent().unwrap());
        assert_eq!(place.build().code, 0, "{told}");
    }
}

#[test]
fn links_are_never_followed() {
    let check = |path: &str, target: &str| {
        let compiled = School::tiny().link(path, target).compile();
        let refused = compiled
            .seen
            .iter()
            .filter(|one| one.code == Code::NotAFile);
        let files: Vec<_> = refused.map(|one| one.file.clone().unwrap()).collect();
        assert_eq!(files, [path], "{path} → {target}");
        others_are_untouched(&compiled, "ana");
        let text: Vec<u8> = compiled
            .sites
            .values()
            .flatten()
            .flat_map(Site::values)
            .flatten()
            .copied()
            .collect();
        assert!(!String::from_utf8_lossy(&text).contains("root:"));
    };
    check("students/ana/about.md", "/etc/passwd");
    check("students/ana/about.es.md", "../ben/updates/2026-11-13.md");
    check("students/ana/reviews", "../ben/updates");
    check("students/ana/tips", "/");
    check("students/ana/files", "nowhere");
    check("students/ana/loop", ".");
}

#[test]
fn a_pipe_does_not_hold_up_a_build() {
    let place = School::tiny().on_disk();
    let pipe = place.school().join("students/ana/about.md");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let (sender, receiver) = channel();
    let thread = std::thread::spawn(move || {
        let run = place.build();
        sender
            .send((run, files_below(&place.out().join("ben"))))
            .unwrap();
    });
    let (run, ben) = receiver.recv_timeout(ENDLESS).expect("a build ends");
    thread.join().unwrap();
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("students/ana/about.md: error K005"),
        "{}",
        run.out
    );
    assert!(!ben.is_empty());
}

/// One text for every place in which somebody may write.
fn with_words_everywhere(words: &str) -> School {
    let put = |template: &str| template.replace("WORDS", &words.replace('\'', "''"));
    School::tiny()
        .file("students/ana/student.yaml", put(STUDENT))
        .file("students/ana/goals/reading.yaml", put(READING))
        .file("students/ana/goals/writing.yaml", put(WRITING))
        .file("students/ana/services.yaml", put(SERVICES))
        .file("students/ana/meetings.yaml", put(MEETINGS))
        .file("students/ana/updates/2026-11-20.md", words)
        .file("students/ana/about.md", words)
        .file("students/ana/goals/reading.md", words)
        .file(
            "students/ana/tips/own.md",
            format!("# {words}\n\n{words}\n"),
        )
        .file("students/ana/reviews/2026-11-20.md", put(REVIEW))
        .file("students/ana/transitions/2026-11-09.yaml", put(TRANSITION))
}

const STUDENT: &str = "\
name: 'WORDS'
call_name: 'Ana WORDS'
pronouns: she
grade: 'WORDS'
class: 'WORDS'
home_languages: [en, ar]
case_manager: rivera
strengths: ['WORDS']
voice: 'WORDS'
family: {hopes: 'WORDS', asks: ['WORDS', {ask: 'WORDS', did: 'WORDS'}]}
team: [{person: rivera, does: 'WORDS'}]
supports: [{kind: accommodation, text: 'WORDS', where: 'WORDS'}]
";

const READING: &str = "\
title: 'WORDS'
area: reading
measure: {kind: percent, unit: 'WORDS'}
baseline: {date: 2026-09-11, value: 3/10}
target: 80
by: 2027-05-28
tips: [own]
iep: {ref: 'WORDS', text: 'WORDS'}
what: 'WORDS'
why: 'WORDS'
how_checked: 'WORDS'
where_used: ['WORDS']
changes: [{date: 2026-10-05, kind: strategy, from: 'WORDS', to: 'WORDS', why: 'WORDS'}]
data:
  2026-09-18: {correct: 5, total: 10, note: 'WORDS'}
  2026-09-25: 5/10
  2026-10-09: 6/10
";

const WRITING: &str = "\
title: 'WORDS'
area: writing
measure: {kind: level, levels: ['WORDS', 'WORDS'], thing: 'WORDS'}
baseline: {date: 2026-09-11, value: 1}
target: 2
by: 2027-05-28
data: {2026-09-18: 1, 2026-09-25: 2}
closed: {on: 2026-11-01, outcome: 'WORDS'}
";

const SERVICES: &str = "\
group:
  kind: reading
  model: pull-out
  who: [okafor]
  frequency: {times: 2, per: month}
  minutes: 20
  since: 2026-09-01
  where: 'WORDS'
  during: 'WORDS'
  instead_of: 'WORDS'
  looks_like: 'WORDS'
  why: {needs: 'WORDS', class: 'WORDS', goals: 'WORDS'}
  exit: 'WORDS'
  return_plan: 'WORDS'
  peers: 'WORDS'
  materials: ['WORDS']
  goals: [reading]
";

const MEETINGS: &str = "\
winter: {date: 2026-12-03, kind: family, where: 'WORDS', who: [rivera]}
";

const REVIEW: &str = "\
---
present: ['A WORDS']
goals:
  reading: {decision: adjust, status: changing, why: 'WORDS', what_changes: 'WORDS', from: 2026-11-02, next: 'WORDS'}
---
WORDS
";

const TRANSITION: &str = "\
kind: setting
service: group
from: {model: pull-out, where: 'WORDS', school: 'WORDS', program: 'WORDS', grade: 'WORDS'}
to: {model: push-in, where: 'WORDS', parts: [{model: push-in, where: 'WORDS'}]}
why: 'WORDS'
stays_same: ['WORDS']
watch_for: ['WORDS']
supports_first_weeks: ['WORDS']
steps: [{what: 'WORDS', done: yes}]
handoff:
  goals_reviewed: yes
  materials: ['WORDS']
  told: [{who: family, when: 2026-10-20, how: 'WORDS'}]
  receiving: 'A WORDS'
";

/// Every tag of a page: its name and the rest up to `>`. Quotes are minded, so
/// that a `>` inside a value does not end its tag.
fn tags(html: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, inside)) = rest.split_once('<') {
        let mut quote = None;
        let end = inside.find(|c| {
            match (quote, c) {
                (None, '"' | '\'') => quote = Some(c),
                (Some(open), _) if open == c => quote = None,
                (None, '>') => return true,
                _ => {}
            }
            false
        });
        let end = end.unwrap_or(inside.len());
        tags.push(inside[..end].to_lowercase());
        rest = &inside[end..];
    }
    tags
}

/// A tag without the values of its attributes.
fn bare(tag: &str) -> String {
    tag.split('"').step_by(2).collect::<Vec<_>>().join(" ")
}

/// Whether a page holds what a browser would run or fetch.
fn danger(html: &str) -> Option<String> {
    const RUN: [&str; 9] = [
        "script",
        "iframe",
        "object",
        "embed",
        "img",
        "base",
        "form",
        "input",
        "foreignobject",
    ];
    tags(html).into_iter().find(|tag| {
        let name = tag
            .split(|c: char| c.is_whitespace() || c == '/')
            .next()
            .unwrap_or_default();
        let bare = bare(tag);
        let event = bare
            .split([' ', '/', '\n', '\t'])
            .any(|word| word.starts_with("on") && word.contains('='));
        let address = ["javascript:", "vbscript:", "data:text", "http:"]
            .iter()
            .any(|s| tag.contains(s));
        let style = bare.contains("style=");
        RUN.contains(&name) || event || address || style
    })
}

#[test]
fn danger_is_seen() {
    let check = |html: &str, expected: bool| assert_eq!(danger(html).is_some(), expected, "{html}");
    check("<p>onload=1 javascript: &lt;script&gt;</p>", false);
    check("<a title=\"x onclick=y\" href=\"https://a\">", false);
    check("<ScRiPt>", true);
    check("<svg/onload=alert(1)>", true);
    check("<p title=\"a\" onclick=\"b\">", true);
    check("<a href=\"JavaScript:x\">", true);
    check("<p style=\"x\">", true);
    check("<img src=x>", true);
}

#[test]
fn words_stay_words_wherever_they_stand() {
    let attacks = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "x\" onmouseover=\"alert(1)",
        "x' onfocus='alert(1)' autofocus='",
        "</title></style></svg><svg/onload=alert(1)>",
        "]]></desc><foreignObject><iframe src=javascript:alert(1)>",
        "<b>bold</b> &lt;script&gt; &amp;",
        "<!-- --!><script>alert(1)</script>",
    ];
    let clean = with_words_everywhere("plain").compile();
    let pages: Vec<&String> = clean.site("ana").keys().collect();
    for attack in attacks {
        let compiled = with_words_everywhere(attack).compile();
        let site = compiled.site("ana");
        assert_eq!(site.keys().collect::<Vec<_>>(), pages, "{attack}");
        for (path, bytes) in site {
            let html = std::str::from_utf8(bytes).unwrap();
            assert_eq!(danger(html), None, "{attack} in {path}");
        }
        others_are_untouched(&compiled, "ana");
    }
}

#[test]
fn links_in_words_that_would_run_are_refused() {
    let links = [
        "[a](javascript:alert(1))",
        "[a](JAVASCRIPT&colon;alert(1))",
        "[a](java&#x0A;script:alert(1))",
        "[a](data:text/html,x)",
        "<javascript:alert(1)>",
        "[a][b]\n\n[b]: vbscript:x",
    ];
    for link in links {
        let compiled = School::tiny().file("students/ana/about.md", link).compile();
        assert!(compiled.sites["ana"].is_none(), "{link}");
        others_are_untouched(&compiled, "ana");
    }
}

#[test]
fn what_means_something_to_our_own_tools_is_text() {
    let check = |words: &str| {
        let compiled = with_words_everywhere(words).compile();
        let site = compiled.site("ana");
        let page = |path: &str| String::from_utf8_lossy(&site[path]).into_owned();
        for path in [
            "en/index.html",
            "en/goals/reading/index.html",
            "ar/goals/reading/index.html",
        ] {
            assert!(page(path).contains(words), "{path} lacks {words}");
        }
    };
    check("{ $name }");
    check("{{ 7*7 }}");
    check("{% for x in y %}");
    check("{{ name }} { -brand } { \"x\" }");
    check("{# gone #}");
    check("%s {0} ${HOME} $(ls) `ls`");
}

#[test]
fn characters_that_turn_or_hide_words_are_refused() {
    let hidden = [
        "\u{202E}", "\u{2066}", "\u{2069}", "\u{2068}", "\u{E000}", "\u{E001}", "\u{F8FF}", "\u{7}",
    ];
    for character in hidden {
        let words = format!("a {character} b");
        let files = [
            ("students/ana/about.md", words.clone()),
            ("students/ana/updates/2026-11-20.md", words),
        ];
        for (path, text) in files {
            let compiled = School::tiny().file(path, text).compile();
            let found: Vec<Code> = compiled.seen.iter().map(|one| one.code).collect();
            assert!(
                found.contains(&Code::HiddenCharacters),
                "{path} {character:?}: {found:?}"
            );
            others_are_untouched(&compiled, "ana");
        }
        let name = format!(
            "name: \"Ana {character}\"\npronouns: she\nhome_languages: [en]\ncase_manager: rivera\n"
        );
        let compiled = School::tiny()
            .file("students/ana/student.yaml", name)
            .compile();
        assert!(compiled.sites["ana"].is_none(), "{character:?} in a name");
        others_are_untouched(&compiled, "ana");
    }
}

#[test]
fn a_terminal_is_not_moved_by_what_a_file_says() {
    let place = School::tiny()
        .file(
            "students/ana/updates/2026-11-20.md",
            "---\n\"\\e[2J\\e]0;x\\a\": 1\n---\nx\n",
        )
        .on_disk();
    for format in ["plain", "human", "json"] {
        let school = place.school();
        let run =
            crate::support::kinfolio(&["check", school.to_str().unwrap(), "--format", format]);
        assert_eq!(run.code, 1);
        assert!(
            !run.out.contains("\u{1b}[2J") && !run.out.contains("\u{1b}]"),
            "{format}: {:?}",
            run.out
        );
    }
}
