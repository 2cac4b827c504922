//! A change of the files that all students share makes only those sites anew that it
//! concerns: a result that is said to hold is what a new build would make.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kinfolio::build::{self, Built, Shared, TrackedInputs};
use kinfolio::diagnostic::Diagnostics;
use kinfolio::model::AuthorText;
use kinfolio::picture::PreparedPictures;
use kinfolio::render::Bundle;
use rayon::prelude::*;

use crate::folder::{Folder, TODAY};
use crate::support::{files_below, root};

type Files = BTreeMap<String, Vec<u8>>;

const STUDENTS: [&str; 3] = ["khoi", "layla", "mateo"];

/// The demo school, without what a build of it left there.
fn demo() -> Files {
    let mut files = files_below(&root().join("content"));
    files.retain(|path, _| !path.starts_with(".kinfolio/"));
    files
}

/// A school as one build reads it.
struct Read {
    folder: Folder,
    shared: Option<Shared>,
    tracked: Option<TrackedInputs>,
}

fn read(files: &Files) -> Read {
    let folder = Folder::of(files);
    let shared = folder
        .shared_at(TODAY)
        .into_value(&mut Diagnostics::default());
    let shared = shared.filter(|shared| !shared.is_part());
    let tracked = shared
        .as_ref()
        .map(|shared| shared.tracked(&folder.snapshot_of_shared()));
    Read {
        folder,
        shared,
        tracked,
    }
}

/// The photos do not change here, so they are resized once.
static PICTURES: LazyLock<BTreeMap<&str, PreparedPictures>> = LazyLock::new(|| {
    let read = read(&demo());
    let shared = read.shared.as_ref().unwrap();
    let pictures = |student| {
        let unit = read.folder.unit(student);
        (student, read.folder.pictures(&unit, shared))
    };
    STUDENTS.map(pictures).into()
});

fn built(read: &Read, student: &str) -> Built<Bundle> {
    let shared = read.shared.as_ref().unwrap();
    build::one(&read.folder.unit(student), shared, &PICTURES[student])
}

fn all_built(read: &Read) -> Vec<Built<Bundle>> {
    STUDENTS
        .par_iter()
        .map(|student| built(read, student))
        .collect()
}

/// Whether a result that was made with `before` holds with `now`.
fn holds(result: &Built<Bundle>, before: &TrackedInputs, now: &TrackedInputs) -> bool {
    let keys = before.parts.keys().chain(now.parts.keys());
    let changed = keys.filter(|key| before.parts.get(key) != now.parts.get(key));
    let changed: Vec<u32> = changed.copied().collect();
    before.rest == now.rest && !result.depends_on.contains_any(&changed)
}

/// Compares each result that is said to hold with a new one. Returns the students whose
/// results do not hold. `None` if the changed school has errors.
fn check(first: &Read, results: &[Built<Bundle>], files: &Files, what: &str) -> Option<usize> {
    let now = read(files);
    let tracked = now.tracked.as_ref()?;
    let mut anew = 0;
    for (student, result) in STUDENTS.iter().zip(results) {
        if !holds(result, first.tracked.as_ref().unwrap(), tracked) {
            anew += 1;
            continue;
        }
        let other = built(&now, student);
        assert_eq!(result.diagnostics, other.diagnostics, "{student}, {what}");
        let (one, other) = (result.site.as_ref().unwrap(), other.site.as_ref().unwrap());
        let mut differing = one
            .iter()
            .filter(|(path, bytes)| other.get(*path) != Some(*bytes));
        assert!(differing.next().is_none(), "{student} differs, {what}");
        assert_eq!(one.len(), other.len(), "{student}, {what}");
    }
    Some(anew)
}

/// The text of a file with other words at the place of `text`.
fn edited(files: &Files, text: &AuthorText) -> Option<Files> {
    let path = text.at.file.as_str();
    let written = std::str::from_utf8(files.get(path)?).ok()?;
    let (span, first) = (text.at.span, text.text.split_whitespace().last()?);
    let at = span.start + written.get(span.start..span.end)?.rfind(first)?;
    let other = format!("{}new{}", &written[..at], &written[at..]);
    let mut files = files.clone();
    files.insert(path.to_owned(), other.into());
    Some(files)
}

#[test]
fn a_changed_shared_text_concerns_only_those_who_show_it() {
    let files = demo();
    let first = read(&files);
    let results = all_built(&first);
    let texts = &first.shared.as_ref().unwrap().school.author_texts;
    let library = texts
        .iter()
        .filter(|text| text.at.file.as_str() != "school.yaml");
    let counted: Vec<usize> = library
        .step_by(29)
        .collect::<Vec<_>>()
        .into_par_iter()
        .filter_map(|text| {
            let what = format!("{} of {} in {}", text.field, text.what, text.at.file);
            check(&first, &results, &edited(&files, text)?, &what)
        })
        .collect();
    let all = counted.len() * STUDENTS.len();
    let anew: usize = counted.iter().sum();
    assert!(
        all > 60 && anew * 2 < all,
        "{anew} of {all} sites are made anew"
    );
}

#[test]
fn a_changed_name_concerns_only_those_who_use_its_words() {
    let files = demo();
    let first = read(&files);
    let results = all_built(&first);
    let with = |name: &str| {
        let mut files = files.clone();
        let facts =
            format!("name: {name}\npronouns: she\nhome_languages: [en]\ncase_manager: ortiz\n");
        files.insert("students/new/student.yaml".to_owned(), facts.into());
        files
    };
    let check = |name: &str, expected: usize| {
        assert_eq!(
            check(&first, &results, &with(name), name),
            Some(expected),
            "{name}"
        );
    };
    // Nobody's text or page has these words.
    check("Xanthe Quillfeather", 0);
    // Each page has the word, in a menu.
    check("Home", 3);
    // One student has the name.
    check("Khoi", 1);
}
