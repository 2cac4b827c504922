//! Names are searched for only where their words are, and a changed name is looked for
//! again only there. Both are tried by chance against a search of everything.

use std::cell::Cell;
use std::sync::{Arc, LazyLock};

use kinfolio::diagnostic::{Arg, Code, Diagnostic, Diagnostics};
use kinfolio::model::{Lang, StudentId, StudentNames, WordList, WordLists};
use kinfolio::render::Bundle;
use kinfolio::rules::{KeySet, NameIndex, WordCollector};
use kinfolio::source::{RelPath, Spanned};
use kinfolio::{audit, model, parse, validate};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::support::School;

const CASES: u32 = 1000;

const NAMES: [&str; 18] = [
    "Will",
    "Will Carter",
    "Carter",
    "May",
    "Khôi",
    "Khoi",
    "Bao Tran",
    "Tran",
    "سامي",
    "سامي وليد",
    "D’Angelo",
    "Ana Duarte",
    "Νίκος",
    "Straße",
    "🙂",
    "Ben-Osei",
    "Rosa",
    "Ms. Ortiz",
];

/// Pieces of texts and pages.
const PIECES: [&str; 62] = [
    "Will",
    "WILL",
    "Carter",
    "May",
    "Kh",
    "ôi",
    "khoi",
    "KHOI",
    "Khôi",
    "Bao",
    "Tran",
    "TRAN",
    "سامي",
    "وليد",
    "و",
    "ل",
    "ولفب",
    "ا",
    "ح",
    "D",
    "Angelo",
    "’",
    "'",
    "&#39;",
    "Ana",
    "Duarte",
    "ΝΊΚΟΣ",
    "Νίκος",
    "ς",
    "Straße",
    "STRASSE",
    "ß",
    "🙂",
    "Ben",
    "Osei",
    "-",
    "–",
    "Rosa",
    "Ortiz",
    "Ms. ",
    " ",
    " ",
    " ",
    "*",
    "_",
    "<b>",
    "</b>",
    "</p><p>",
    "<a title=\"",
    "\">",
    "&amp;",
    "&lt;",
    "\u{ad}",
    "\u{301}",
    ". ",
    "! ",
    "\n",
    "28",
    " in ",
    "<",
    "<style>",
    "</style>",
];

fn text() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(&PIECES[..]);
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

/// What the index is made of: each student's names and earlier names, words that the
/// school has answered, whether it has staff, kinfolio's own words.
type Roster = (
    Vec<(Vec<&'static str>, Vec<&'static str>)>,
    Vec<&'static str>,
    bool,
    bool,
);

fn roster() -> impl Strategy<Value = Roster> {
    let names = |most| proptest::collection::vec(proptest::sample::select(&NAMES[..]), 0..most);
    let students = proptest::collection::vec((names(4), names(2)), 4);
    (students, names(2), any::<bool>(), any::<bool>())
}

/// The tiny school, and the student whose texts are searched.
static TINY: LazyLock<(model::School, model::Student)> = LazyLock::new(|| {
    let folder = School::tiny().folder();
    let shared = folder.shared().unwrap();
    let unit = folder.unit("ana");
    let groups = parse::files(unit.files(), &unit.folder(), []);
    let groups = groups.into_value(&mut Diagnostics::default());
    let pictures = folder.pictures(&unit, &shared);
    let day = model::DayWatch::new(shared.school.today);
    let record = validate::record(&unit, &groups, &pictures, &shared.school, day.today());
    let record = record.into_value(&mut Diagnostics::default()).unwrap();
    (shared.school, record.student)
});

/// The student at `place` in a roster. The texts are those of the one at place 1.
fn student(place: usize) -> StudentId {
    match place {
        1 => TINY.1.id.clone(),
        _ => StudentId::new(format!("s{place}")),
    }
}

fn index((students, answers, has_staff, has_words): &Roster) -> NameIndex {
    let owned = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    let students = students.iter().enumerate();
    let students: Arc<[StudentNames]> = students
        .map(|(place, (names, earlier))| StudentNames {
            student: student(place),
            names: owned(names),
            earlier: owned(earlier),
        })
        .collect();
    let words = |words: &[&str]| words.iter().map(ToString::to_string).collect();
    let list = WordList {
        names: words(&["will", "rosa"]),
        months: words(&["may"]),
        before_months: words(&["in"]),
        ..WordList::default()
    };
    let lists = WordLists::from([(Lang::new("en"), list)]);
    let mut school = TINY.0.clone();
    if !has_staff {
        school.staff.clear();
    }
    let at = school.author_texts.first().unwrap().at.clone();
    let answers = answers.iter().map(|answer| Spanned {
        value: (*answer).to_owned(),
        at: at.clone(),
    });
    school.names_that_are_words = answers.collect();
    let own_words = if *has_words { "May Tran" } else { "" };
    NameIndex::new(&students, &school, own_words, &lists)
}

fn words(texts: &[&str]) -> KeySet {
    let mut words = WordCollector::default();
    for text in texts {
        words.add(text);
    }
    words.words()
}

/// What [`audit::bundle`] reports about names on a page, and the words of the page.
fn reported(index: &NameIndex, html: &str, may_mention: &[String]) -> (Diagnostics, KeySet) {
    let bundle: Bundle = [(
        RelPath::new("index.html").unwrap(),
        html.as_bytes().to_vec(),
    )]
    .into();
    let student = model::Student {
        may_mention: may_mention.to_vec(),
        ..TINY.1.clone()
    };
    let mut words = WordCollector::default();
    let mut found = Diagnostics::default();
    audit::bundle(&bundle, &student, index, &mut words, &mut found);
    let of_names = |one: &Diagnostic| matches!(one.code, Code::OutputLeak | Code::NameOrWord);
    (found.into_iter().filter(of_names).collect(), words.words())
}

/// The names that a search of the complete page finds, each with whether it is sure.
fn searched(index: &NameIndex, html: &str, may_mention: &[String]) -> Vec<(String, bool)> {
    let named = index.others_in_page(&readable(html), &TINY.1.id, may_mention);
    named
        .into_iter()
        .map(|named| (named.name, named.is_sure))
        .collect()
}

/// The text of a page, put together piece by piece and with the entities resolved.
fn readable(html: &str) -> String {
    const IN_WORDS: [&str; 7] = ["b", "bdi", "em", "strong", "del", "span", "code"];
    const IN_SENTENCES: [&str; 10] = [
        "a", "abbr", "br", "i", "s", "small", "sub", "sup", "time", "u",
    ];
    let (before, page) = html.split_once("<style>").unwrap_or(("", html));
    let page = page.split_once("</style>").map_or(page, |(_, body)| body);
    let (mut words, mut beside) = (String::new(), String::new());
    for part in [before, page] {
        for (index, piece) in part.split('<').enumerate() {
            let Some((tag, text)) = piece.split_once('>').filter(|_| index > 0) else {
                words.push_str(piece);
                continue;
            };
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            let name = name.trim_start_matches('/');
            if IN_SENTENCES.contains(&name) {
                words.push(' ');
            } else if !IN_WORDS.contains(&name) {
                words.push_str("\n\n");
            }
            if !attributes.is_empty() {
                beside.push_str(&attributes.replace('"', "\n\n"));
                beside.push_str("\n\n");
            }
            words.push_str(text);
        }
    }
    let words = format!("{words}\n\n{beside}");
    let words = words.replace("&#39;", "'").replace("&quot;", "\"");
    words.replace("&amp;", "&")
}

/// Runs `check` with many inputs. It returns whether an input was one that matters, and
/// a tenth has to be.
fn try_all<S: Strategy>(strategy: S, check: impl Fn(S::Value) -> bool) {
    let mattered = Cell::new(0);
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    let result = TestRunner::new(config).run(&strategy, |input| {
        mattered.set(mattered.get() + u32::from(check(input)));
        Ok(())
    });
    result.unwrap();
    assert!(
        mattered.get() > CASES / 20,
        "only {} mattered",
        mattered.get()
    );
}

#[test]
fn no_name_is_missed() {
    let mentions = proptest::collection::vec(proptest::sample::select(&NAMES[..]), 0..2);
    try_all((roster(), text(), mentions), |(roster, text, mentions)| {
        let index = index(&roster);
        let mentions: Vec<String> = mentions.iter().map(ToString::to_string).collect();
        let student = model::Student {
            may_mention: mentions.clone(),
            ..TINY.1.clone()
        };
        let search = index.search(&words(&[&text]), &student);
        let in_text = index.others_in(&text, &student.id, &mentions);
        assert_eq!(search.in_text(&text), in_text);
        let expected = searched(&index, &text, &mentions);
        let (found, _) = reported(&index, &text, &mentions);
        let found = found.iter().map(|one| {
            let Some(Arg::Text(name)) = one.args.get("name") else {
                panic!("{one:?}");
            };
            (name.clone(), one.code == Code::OutputLeak)
        });
        assert_eq!(found.collect::<Vec<_>>(), expected);
        !expected.is_empty()
    });
}

#[test]
fn without_a_changed_word_nothing_changes() {
    try_all((roster(), roster(), text()), |(before, mut after, text)| {
        // A student's own names change only with that student's own files.
        after.0[1].0 = before.0[1].0.clone();
        let (before_index, after_index) = (index(&before), index(&after));
        let own = &TINY.1.id;
        let own_names = &before.0[1].0;
        let all = |index: &NameIndex| {
            let others = index.others_in(&text, own, &[]);
            let asked = others.iter().filter(|named| !named.is_sure);
            let asked =
                asked.map(|named| index.question(Diagnostic::new(Code::NameOrWord), &named.name));
            let asked: Vec<Diagnostic> = asked.collect();
            let same = own_names.iter().map(|name| index.namesake(name, own));
            let same: Vec<Option<StudentId>> = same.collect();
            (others, asked, same, reported(index, &text, &[]).0)
        };
        let mut texts = own_names.clone();
        texts.push(&text);
        let (of_texts, of_page) = (words(&texts), reported(&before_index, &text, &[]).1);
        let (before, after) = (before_index.vocabulary(), after_index.vocabulary());
        let either = before.keys().chain(after.keys());
        let changed = either.filter(|word| before.get(word) != after.get(word));
        let changed: Vec<u32> = changed.copied().collect();
        let is_touched = of_texts.contains_any(&changed) || of_page.contains_any(&changed);
        if !is_touched {
            assert_eq!(all(&before_index), all(&after_index));
        }
        !is_touched
    });
}
