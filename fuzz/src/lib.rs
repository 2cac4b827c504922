//! The invariants of the test suite, for the fuzzer.

#[path = "../../tests/suite/folder.rs"]
#[allow(dead_code)]
mod folder;
#[path = "../../tests/suite/inert.rs"]
#[allow(dead_code)]
mod inert;
#[path = "../../tests/suite/invariants.rs"]
mod invariants;

/// Holds `bytes` against the invariant `name`; panics where it is broken.
pub fn hold(name: &str, bytes: &[u8]) {
    let found = invariants::ALL.iter().find(|(own, _)| *own == name);
    found.expect("every target has an invariant").1(bytes);
}
