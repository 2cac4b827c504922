//! The machine refuses the first, second, third … call that changes something.

use crate::crawl::Tree;
use crate::hindered::Hindered;
use crate::place::{FULL, figure, none};
use crate::strace;
use crate::support::Run;

/// What the system says when it refuses.
const ERRORS: [(&str, &str, usize); 4] = [
    ("ENOSPC", "No space left on device", 1),
    ("EIO", "Input/output error", 1),
    ("EACCES", "Permission denied", 17),
    ("EDQUOT", "Disk quota exceeded", 17),
];

/// What is wrong with what a refused run said.
fn wrong_words(run: &Run, words: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if run.err.contains("panicked") {
        faults.push(format!("it panicked: {}", run.err));
    }
    match run.code {
        0 => {}
        2 if run.err.contains(words) => {}
        code => faults.push(format!("code {code}, said {:?}", run.err)),
    }
    faults
}

/// Nothing may be gone after a run that was refused something else than a
/// removal.
fn removed(now: &Tree, old: &Tree) -> Vec<String> {
    let gone = old.keys().filter(|path| !now.contains_key(*path));
    gone.map(|path| format!("{path} was removed though something was refused"))
        .collect()
}

fn check(kind: &str, before: Option<usize>, stride: usize) {
    let build = Hindered::new(before);
    let (place, points) = (&build.place, &build.points);
    let mut found = Vec::new();
    let mut codes = std::collections::BTreeMap::<_, usize>::new();
    for (offset, (error, words, sparse)) in ERRORS.into_iter().enumerate() {
        let stride = if *FULL { sparse } else { stride };
        // Each kind of error looks at points of its own.
        let first = (offset * 7) % stride;
        for point in points.iter().skip(first).step_by(stride) {
            build.begin();
            let run = strace::refuse_at(place, point, error);
            *codes.entry((error, run.code)).or_default() += 1;
            let pages = place.pages();
            let mut faults = build.faults(&pages);
            let words = if point.is_muted() { "" } else { words };
            faults.extend(wrong_words(&run, words));
            if run.code == 2 && !point.removes() && !point.says() {
                faults.extend(removed(&pages, &build.old));
            }
            if (run.code == 0 || point.says()) && !same(&pages, build.new) {
                faults.push("nothing hindered the sites, but they are not the new ones".to_owned());
            }
            faults.extend(place.faults_after_next(build.new));
            found.extend(
                faults
                    .iter()
                    .map(|fault| format!("{error} at {point}: {fault}")),
            );
        }
    }
    figure(
        kind,
        &format!("{} points, runs by error and code: {codes:?}", points.len()),
    );
    none(&found);
}

/// Whether pages are the same; what the program puts beside them may stay until
/// the next run.
fn same(pages: &Tree, new: &Tree) -> bool {
    let shown = pages
        .iter()
        .filter(|(path, _)| !path.contains(".kinfolio-"));
    shown.eq(new.iter())
}

#[test]
fn a_first_build_may_be_refused_anything() {
    check("refused, first build", None, 601);
}

#[test]
fn a_build_of_changes_may_be_refused_anything() {
    check("refused, changes", Some(0), 251);
}
