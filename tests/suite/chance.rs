//! The invariants, tried by chance and with everything that was ever found.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rayon::prelude::*;

use crate::invariants::ALL;
use crate::support::{files_below, root};

/// How often each is tried. `fuzz/` tries for hours.
const CASES: u32 = 24;

/// Pieces that texts of all kinds are made of.
const PIECES: [&str; 40] = [
    "title: ",
    "what: ",
    ": ",
    "：",
    "\n",
    "\n  ",
    "- ",
    "[",
    "]",
    "{ $name }",
    "{",
    "}",
    ", ",
    "\"",
    "'",
    "#4",
    "|",
    ">",
    "&a ",
    "*a",
    "---\n",
    "\t",
    "\r",
    "\u{a0}",
    "<b>",
    "<script>",
    "](javascript:",
    "[x](https://a)",
    "{{ a | safe }}",
    "{% for a in b %}",
    "= ",
    "=1+1",
    "date,value\n",
    "\u{202e}",
    "\u{1b}[2J",
    "ё",
    "\u{0}",
    "2026-09-18",
    "../",
    "students/",
];

fn bytes(seeds: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => proptest::sample::select(&PIECES[..]).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 1..4),
    ];
    let pieces = proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat());
    let seed = proptest::sample::select(seeds);
    (
        any::<u8>(),
        seed,
        pieces,
        any::<u16>(),
        0..30_usize,
        any::<bool>(),
    )
        .prop_map(|(first, seed, new, at, cut, whole)| {
            if whole {
                return [&[first], new.as_slice()].concat();
            }
            let start = usize::from(at) % (seed.len() + 1);
            let end = (start + cut).min(seed.len());
            [&seed[..start], &new[..new.len().min(60)], &seed[end..]].concat()
        })
}

#[test]
fn invariants_hold_by_chance() {
    ALL.par_iter().for_each(|(name, invariant)| {
        let seeds = files_below(&root().join("fuzz/seeds").join(name));
        let seeds: Vec<Vec<u8>> = seeds.into_values().chain([Vec::new()]).collect();
        let config = Config {
            cases: CASES,
            failure_persistence: None,
            ..Config::default()
        };
        let mut runner = TestRunner::new(config);
        let held = runner.run(&bytes(seeds), |bytes| {
            invariant(&bytes);
            Ok(())
        });
        held.unwrap_or_else(|fault| panic!("{name}: {fault}"));
    });
}

#[test]
fn seeds_and_finds_hold() {
    ALL.par_iter().for_each(|(name, invariant)| {
        for folder in ["fuzz/seeds", "fuzz/finds"] {
            for bytes in files_below(&root().join(folder).join(name)).values() {
                invariant(bytes);
            }
        }
    });
}

#[test]
fn every_invariant_has_a_target_and_seeds() {
    let targets = files_below(&root().join("fuzz/fuzz_targets"));
    let targets: BTreeSet<String> = targets.into_keys().collect();
    let named: BTreeSet<String> = ALL.iter().map(|(name, _)| format!("{name}.rs")).collect();
    assert_eq!(targets, named);
    for (name, _) in ALL {
        assert!(
            !files_below(&root().join("fuzz/seeds").join(name)).is_empty(),
            "{name}"
        );
    }
}
