//! What the program asks a disk when nothing has changed. On a slow share, that is how
//! long a run takes.

use std::collections::BTreeMap;
use std::fs;

use crate::place::{Place, grow_old};
use crate::{school, strace};

/// Questions by the path below the school folder that they are about.
fn questions(place: &Place) -> BTreeMap<String, Vec<String>> {
    let log = strace::looks(place);
    let root = place.school();
    let mut questions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in log.lines() {
        let mut quoted = line.split('"');
        let call = quoted
            .next()
            .and_then(|before| before.split(['(', ' ']).rev().nth(2));
        let path = quoted.next().and_then(|path| fs::canonicalize(path).ok());
        let below = path.and_then(|path| Some(path.strip_prefix(&root).ok()?.to_owned()));
        if let Some(below) = below {
            let below = below.to_str().unwrap().to_owned();
            let asked = questions.entry(below).or_default();
            asked.push(call.unwrap_or_default().to_owned());
        }
    }
    questions
}

#[test]
fn a_run_without_changes_looks_once_at_each_file() {
    let place = Place::new(&school::of(4));
    place.clean();
    grow_old();
    place.clean();
    let questions = questions(&place);
    let own = |path: &&String| path.starts_with("students/") && path.matches('/').count() > 1;
    let mut files = 0;
    for path in questions.keys().filter(own) {
        let is_file = place.school().join(path).is_file();
        // A folder is listed, and it is known what it is from the list that it is in.
        let expected = if is_file { "statx" } else { "openat" };
        assert_eq!(questions[path], [expected], "{path}");
        files += usize::from(is_file);
    }
    assert!(files >= 15, "{questions:?}");
    let shared = |path: &&String| !path.starts_with("students") && path.contains('.');
    for path in questions.keys().filter(shared) {
        // Whether they are complete, and their text. Before all others, whether
        // `school.yaml` is there, and how it says that pages are kept private.
        let most = if path == "school.yaml" { 4 } else { 2 };
        assert!(
            questions[path].len() <= most,
            "{path}: {:?}",
            questions[path]
        );
    }
}
