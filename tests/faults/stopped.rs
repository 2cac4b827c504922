//! The program is killed at its first, second, third … call that changes
//! something.

use crate::crawl::{Tree, faults};
use crate::place::{FULL, Place, figure, grow_old, none};
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
    grow_old();
    place.begin(before, school);
    let points = strace::points(&place);
    none(&place.faults_after_next(new));
    let stride = if *FULL { 1 } else { stride };
    let mut found = Vec::new();
    let mut missed = Vec::new();
    for point in points.iter().step_by(stride) {
        place.begin(before, school);
        let stopped = strace::stop_at(&place, point);
        if stopped.code != -1 {
            missed.push(point.to_string());
        }
        let mut faults = faults(&place.pages(), &[&old, new]);
        let at = strace::last_line(&place);
        faults.extend(place.faults_after_next(new));
        let told = faults
            .iter()
            .map(|fault| format!("{point} ({at}): {fault}"));
        found.extend(told);
    }
    let tried = points.len().div_ceil(stride);
    figure(
        kind,
        &format!(
            "{} points, {tried} tried, not met: {missed:?}",
            points.len()
        ),
    );
    none(&found);
    // Which call of a thread has which number may differ a little between runs.
    assert!(missed.len() <= 2 + tried / 20, "points are not met");
}

#[test]
fn a_first_build_may_stop_anywhere() {
    check("stopped, first build", None, 131);
}

#[test]
fn a_build_of_changes_may_stop_anywhere() {
    check("stopped, changes", Some(0), 41);
}
