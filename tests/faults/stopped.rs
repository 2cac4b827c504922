//! The program is killed at its first, second, third … call that changes
//! something.

use crate::hindered::Hindered;
use crate::place::{FULL, figure, none};
use crate::strace;

/// What there is before the run that is stopped, and every `stride`th of its
/// points, unless all are to be run.
fn check(kind: &str, before: Option<usize>, stride: usize) {
    let build = Hindered::new(before);
    let (place, points) = (&build.place, &build.points);
    none(&place.faults_after_next(build.new));
    let stride = if *FULL { 1 } else { stride };
    let mut found = Vec::new();
    let mut missed = Vec::new();
    for point in points.iter().step_by(stride) {
        build.begin();
        let stopped = strace::stop_at(place, point);
        if stopped.code != -1 {
            missed.push(point.to_string());
        }
        let mut faults = build.faults(&place.pages());
        let at = strace::last_line(place);
        faults.extend(place.faults_after_next(build.new));
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
