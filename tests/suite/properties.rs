//! What holds for any folder at all.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kinfolio::diagnostic::Code;
use proptest::prelude::*;

use crate::support::{CLEAN, Compiled, School, compile, files_below, root};

/// The files of the tiny school.
static GOOD: LazyLock<BTreeMap<String, Vec<u8>>> =
    LazyLock::new(|| files_below(&root().join("tests/suite/school")));

/// Files of a student that anything may be written to. A damaged `student.yaml`
/// is not among them: a name in it, such as "a", may rightly stop others.
const FILES: [&str; 9] = [
    "goals/reading.yaml",
    "goals/spelling.yaml",
    "goals/reading.es.yaml",
    "services.yaml",
    "meetings.yaml",
    "about.md",
    "updates/2026-11-13.md",
    "reviews/2026-11-13.md",
    "tips/sing.md",
];

/// Pieces that such files are made of, so that chance gets past the first line.
const PIECES: [&str; 44] = [
    "title",
    ": ",
    ":",
    "\n",
    "\n  ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "\"",
    "'",
    "#",
    "|",
    ">",
    "&a ",
    "*a",
    "!!str ",
    "---\n",
    "...\n",
    "\t",
    "\r",
    "baseline",
    "value",
    "target",
    "data",
    "measure",
    "percent",
    "words-per-minute",
    "level",
    "2026-09-18",
    "2026-02-30",
    "8/10",
    "0/0",
    "-1",
    "1e309",
    "NaN",
    "99999999999999999999",
    "<b>",
    "[x](y)",
    "\u{202E}",
    "ё",
    "\u{0}",
];

fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => proptest::sample::select(&PIECES[..]).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 1..4),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A good file in which a stretch of bytes is something else.
fn damaged(good: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let length = good.len();
    (0..length, 0..40_usize, pieces()).prop_map(move |(start, cut, new)| {
        let end = (start + cut).min(length);
        [&good[..start], &new[..new.len().min(40)], &good[end..]].concat()
    })
}

fn any_file() -> impl Strategy<Value = (String, Vec<u8>)> {
    let path = proptest::sample::select(&FILES[..]);
    let any_bytes = || proptest::collection::vec(any::<u8>(), 0..200);
    let file = path.prop_flat_map(move |path| {
        let whole = format!("students/ana/{path}");
        let good = GOOD.get(&whole).cloned();
        let good = good.unwrap_or_else(|| b"title: x\n".to_vec());
        (
            Just(whole),
            prop_oneof![any_bytes(), pieces(), damaged(good)],
        )
    });
    let student = (
        Just("students/ana/student.yaml".to_owned()),
        prop_oneof![any_bytes(), pieces()],
    );
    prop_oneof![9 => file, 1 => student]
}

fn others_are_the_same(compiled: &Compiled) -> bool {
    ["ben", "cleo"]
        .iter()
        .all(|student| compiled.sites[*student] == CLEAN.sites[*student])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_stay_with_their_student((path, bytes) in any_file()) {
        let compiled = compile(&School::tiny().file(&path, bytes).folder());
        prop_assert!(others_are_the_same(&compiled));
        let bugs: Vec<_> = compiled.seen.iter().filter(|one| one.code >= Code::Panic).collect();
        prop_assert!(bugs.is_empty(), "{bugs:?}");
    }

    #[test]
    fn any_bytes_in_a_shared_file_never_panic(bytes in pieces(), file in 0..3_usize) {
        let path = ["school.yaml", "staff.yaml", "library/tips/read-together.md"][file];
        let compiled = compile(&School::tiny().file(path, bytes).folder());
        prop_assert!(compiled.seen.iter().all(|one| one.code != Code::Panic));
    }
}

#[test]
fn the_same_folder_makes_the_same_bytes() {
    let folder = School::of(&root().join("content")).folder();
    let (first, second) = (compile(&folder), compile(&folder));
    assert!(first.sites == second.sites);
    assert_eq!(first.seen, second.seen);
}

#[test]
fn one_core_makes_what_many_make() {
    let folder = School::tiny().folder();
    let on = |cores: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(cores)
            .build()
            .unwrap();
        pool.install(|| compile(&folder))
    };
    let (one, many) = (on(1), on(8));
    assert!(one.sites == many.sites);
    assert_eq!(one.seen, many.seen);
}

#[test]
fn the_order_of_saving_does_not_matter() {
    let school = School::tiny();
    let (there, back) = (school.on_disk(), school.on_disk());
    let files = files_below(&there.school());
    for (path, bytes) in files.iter().rev() {
        std::fs::remove_file(back.school().join(path)).unwrap();
        std::fs::write(back.school().join(path), bytes).unwrap();
    }
    there.build();
    back.build();
    assert!(files_below(&there.out()) == files_below(&back.out()));
}

#[test]
fn all_students_are_the_union_of_each() {
    let whole = School::tiny().compile();
    for student in ["ana", "ben", "cleo"] {
        let mut folder = School::tiny().folder();
        folder.snapshot.files.retain(|path, _| {
            // The others' names stay known, as they are for every unit.
            let own = path.below(&format!("students/{student}")).is_some();
            own || path.file_name() == "student.yaml" || path.below("students").is_none()
        });
        assert!(
            compile(&folder).sites[student] == whole.sites[student],
            "{student}"
        );
    }
}
