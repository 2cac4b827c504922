//! A new day changes only what has to do with it: what was made earlier is, until the day
//! that the build names, what would be made anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::Span;
use kinfolio::build::{self, Built};
use kinfolio::diagnostic::Diagnostics;
use kinfolio::model::Date;
use kinfolio::render::Bundle;
use rayon::prelude::*;

use crate::folder::Folder;
use crate::support::{files_below, root};

/// What people get to see of it.
fn seen(built: &Built<Bundle>) -> (Option<&Bundle>, &Diagnostics) {
    (built.site.as_ref(), &built.diagnostics)
}

/// Builds `student` on each of `days`, which are in order, and compares it with the
/// last result that was said to hold. Returns how many results that were, and on how many
/// days there was a site.
fn check(folder: &Folder, student: &str, days: impl Iterator<Item = Date>) -> (usize, usize) {
    // Shared files are read anew in every build, so only the students' days matter here.
    // On a late day, no day in them is in the future, which would be an error.
    let shared = folder.shared_at(Date::constant(2027, 12, 31));
    let mut shared = shared.into_value(&mut Diagnostics::default()).unwrap();
    assert!(!shared.is_part());
    let unit = folder.unit(student);
    let pictures = folder.pictures(&unit, &shared);
    let (mut results, mut sites) = (0, 0);
    let mut last: Option<Built<Bundle>> = None;
    let mut last_summary = (Date::MIN, String::new());
    for day in days {
        shared.school.today = day;
        let now = build::one(&unit, &shared, &pictures);
        sites += usize::from(now.site.is_some());
        let summary = format!("{:?} {:?}", now.summary, now.summary_text);
        if day < last_summary.0 {
            assert_eq!(last_summary.1, summary, "{student} on {day}");
        } else {
            last_summary = (now.summary_difference, summary);
        }
        match &last {
            Some(last) if day < last.first_difference => {
                let differing = seen(last) != seen(&now);
                assert!(
                    !differing,
                    "{student} differs on {day}: {}",
                    difference(last, &now)
                );
            }
            _ => {
                results += 1;
                last = Some(now);
            }
        }
    }
    (results, sites)
}

/// The first thing that differs, in a line.
fn difference(one: &Built<Bundle>, other: &Built<Bundle>) -> String {
    if let (Some(one), Some(other)) = (&one.site, &other.site) {
        for (path, bytes) in one {
            if other.get(path) != Some(bytes) {
                return path.to_string();
            }
        }
    }
    let of = |built: &Built<Bundle>| -> Vec<String> {
        built
            .diagnostics
            .iter()
            .map(|one| format!("{one:?}"))
            .collect()
    };
    let (one, other) = (of(one), of(other));
    let mut pairs = one.iter().zip(&other);
    pairs.find(|(one, other)| one != other).map_or_else(
        || format!("{} and {} messages", one.len(), other.len()),
        |(one, other)| format!("{one}\n{other}"),
    )
}

/// The demo school, without the day that it sets for itself and what a build left there.
fn demo() -> BTreeMap<String, Vec<u8>> {
    let mut files = files_below(&root().join("content"));
    files.retain(|path, _| !path.starts_with(".kinfolio/"));
    let school = files.get_mut("school.yaml").unwrap();
    let text = String::from_utf8(school.clone()).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with("today:"));
    *school = lines.collect::<Vec<_>>().join("\n").into();
    // One language is enough to see what depends on the day.
    for (path, bytes) in &mut files {
        if path.ends_with("student.yaml") {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let lines = text.lines().map(|line| {
                if line.starts_with("home_languages:") {
                    "home_languages: [en]"
                } else {
                    line
                }
            });
            *bytes = lines.collect::<Vec<_>>().join("\n").into();
        }
    }
    files
}

/// Days from the first on, this many apart.
fn days(first: Date, apart: i64) -> impl Iterator<Item = Date> {
    first.series(Span::new().days(apart))
}

#[test]
fn a_site_is_on_every_day_of_a_year_what_a_new_build_would_make() {
    let folder = Folder::of(&demo());
    let first = Date::constant(2026, 11, 20);
    // In four parts, so that several cores have work.
    let counted: Vec<(usize, usize)> = [0, 92, 184, 276]
        .into_par_iter()
        .map(|skipped| check(&folder, "mateo", days(first, 1).skip(skipped).take(92)))
        .collect();
    let results: usize = counted.iter().map(|(results, _)| results).sum();
    let sites: usize = counted.iter().map(|(_, sites)| sites).sum();
    // A week begins 53 times. Days on which something else happens are few.
    assert!((53..=160).contains(&results), "{counted:?}");
    assert_eq!(sites, 4 * 92);
}

/// The same files with every day moved by a few weeks, each another way.
fn shuffled(files: &BTreeMap<String, Vec<u8>>, seed: u64) -> BTreeMap<String, Vec<u8>> {
    let mut state = seed;
    let mut chance = move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        i64::try_from(state >> 33).unwrap()
    };
    let mut moved = BTreeMap::new();
    for (path, bytes) in files {
        let own = path.starts_with("students/") || path == "school.yaml";
        let Some(text) = std::str::from_utf8(bytes).ok().filter(|_| own) else {
            moved.insert(path.clone(), bytes.clone());
            continue;
        };
        let mut out = String::new();
        for line in text.split_inclusive('\n') {
            let found = line
                .find("202")
                .and_then(|at| Some((at, line.get(at..at + 10)?)));
            let day = found.and_then(|(at, day)| Some((at, day.parse::<Date>().ok()?)));
            match day.filter(|_| chance() % 3 == 0) {
                Some((at, day)) => {
                    let other = day.saturating_add(Span::new().days(chance() % 91 - 45));
                    write!(out, "{}{other}{}", &line[..at], &line[at + 10..]).unwrap();
                }
                None => out.push_str(line),
            }
        }
        moved.insert(path.clone(), out.into());
    }
    moved
}

#[test]
fn so_it_is_with_days_that_were_moved_by_chance() {
    let files = demo();
    (0..6_u64).into_par_iter().for_each(|seed| {
        let folder = Folder::of(&shuffled(&files, seed));
        for student in ["khoi", "layla", "mateo"] {
            let first = Date::constant(2026, 11, 1)
                .saturating_add(Span::new().days(i64::try_from(seed).unwrap()));
            check(&folder, student, days(first, 6).take(12));
        }
    });
}
