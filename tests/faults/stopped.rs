//! The program is killed at its first, second, third … call that changes
//! something.

use std::collections::BTreeMap;

use crate::crawl::{Tree, faults};
use crate::place::{FULL, Place, figure, none};
use crate::school::TWELVE;
use crate::strace;

/// What there is before the run that is stopped, and every `stride`th of its
/// points, unless all are to be run.
fn check(kind: &str, before: Option<usize>, stride: usize) {
    let school = &TWELVE.schools[1];
    let place = Place::new(school);
    let old = before.map_or_else(Tree::new, |before| TWELVE.built[before].clone());
    let new = &TWELVE.built[1];
    let before = before.map(|before| &TWELVE.schools[before]);
    place.begin(before, school);
    let points = strace::points(&place);
    none(&place.faults_after_next(new));
    let stride = if *FULL { 1 } else { stride };
    let mut found = Vec::new();
    let mut kinds: BTreeMap<bool, usize> = BTreeMap::new();
    for point in points.iter().step_by(stride) {
        place.begin(before, school);
        let stopped = strace::stop_at(&place, point);
        *kinds.entry(stopped.code == -1).or_default() += 1;
        let mut faults = faults(&place.pages(), &[&old, new]);
        faults.extend(place.faults_after_next(new));
        let place = strace::last_line(&place);
        found.extend(
            faults
                .iter()
                .map(|fault| format!("{point} ({place}): {fault}")),
        );
    }
    let stopped = kinds.get(&true).copied().unwrap_or_default();
    let untouched = kinds.get(&false).copied().unwrap_or_default();
    figure(
        kind,
        &format!(
            "{} points, {stopped} stopped, {untouched} ended before",
            points.len()
        ),
    );
    assert!(untouched * 20 <= stopped, "points are not met: {kinds:?}");
    none(&found);
}

#[test]
fn a_first_build_may_stop_anywhere() {
    check("stopped, first build", None, 131);
}

#[test]
fn a_build_of_changes_may_stop_anywhere() {
    check("stopped, changes", Some(0), 41);
}
