//! Faults together: two in one folder, and any fault beside other students.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rayon::prelude::*;

use crate::hostile_cases::{Case, cases, made};
use crate::support::{CLEAN, School};

/// Whether everything is to be tried, which takes long.
fn in_full() -> bool {
    std::env::var_os("KINFOLIO_FULL").is_some()
}

/// The faults in one student's files.
fn faults() -> Vec<Case> {
    let mut cases = cases();
    cases.retain(|case| case.student() == Some("ana"));
    cases
}

/// 40 faults of all families, always the same.
fn representative() -> Vec<Case> {
    let mut families: BTreeMap<String, Vec<Case>> = BTreeMap::new();
    for case in faults() {
        let family = case.name.split('-').next().unwrap().to_owned();
        families.entry(family).or_default().push(case);
    }
    let mut chosen = Vec::new();
    for (number, family) in families.values().enumerate() {
        let share = 4 + usize::from(number < 4);
        let step = (family.len() / share).max(1);
        chosen.extend(family.iter().step_by(step).take(share).cloned());
    }
    chosen
}

/// Pairs in an order that a seed gives.
fn pairs(count: usize) -> Vec<(usize, usize)> {
    let mut pairs: Vec<_> = (0..count)
        .flat_map(|one| (0..one).map(move |other| (other, one)))
        .collect();
    let mut seed = 20_261_120_u64;
    for at in (1..pairs.len()).rev() {
        // Knuth's MMIX constants.
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let other = (seed >> 33) as usize % (at + 1);
        pairs.swap(at, other);
    }
    pairs
}

#[test]
fn two_faults_stay_with_their_student() {
    let faults = representative();
    assert_eq!(faults.len(), 40);
    let pairs = pairs(faults.len());
    assert_eq!(pairs.len(), 780);
    let most = if in_full() { pairs.len() } else { 100 };
    let failed: Vec<String> = pairs[..most]
        .par_iter()
        .filter_map(|(one, other)| {
            let (one, other) = (&faults[*one], &faults[*other]);
            let school = other.put_into(one.put_into(School::tiny()));
            let changed = changed(&school);
            changed.map(|words| format!("{} and {}: {words}", one.name, other.name))
        })
        .collect();
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

/// What may not be: a bug, another student's site that differs, or a site that
/// is there with an error.
fn changed(school: &School) -> Option<String> {
    let all = school
        .text("students/ana/student.yaml")
        .is_none_or(|text| School::tiny().text("students/ana/student.yaml") != Some(text));
    let outcome = made(school, all);
    let bug = outcome.bug();
    let others = ["ben", "cleo"];
    let other = others
        .into_iter()
        .find(|other| outcome.sites[*other] != CLEAN.sites[*other]);
    let mixed = outcome.sites.get("ana").is_some_and(Option::is_some) && outcome.error_of("ana");
    match (bug, other, mixed) {
        (true, ..) => Some("a fault of our own".to_owned()),
        (_, Some(other), _) => Some(format!("{other} has changed")),
        (.., true) => Some("a site in spite of an error".to_owned()),
        _ => None,
    }
}

/// How a fault is put into a school of its own: under which student, with what
/// else in the folder.
fn any_fault() -> impl Strategy<Value = (usize, usize, bool, bool)> {
    (0..faults().len(), 0..3_usize, any::<bool>(), any::<bool>())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if in_full() { 10_000 } else { 200 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_fault_stays_with_its_student((fault, whose, about, goal) in any_fault()) {
        let student = ["ana", "ben", "cleo"][whose];
        let mut school = School::tiny();
        if about {
            school = school.file(&format!("students/{student}/about.md"), "Likes long walks.\n");
        }
        if goal {
            let text = school.text("students/ana/goals/reading.yaml").unwrap().to_owned();
            school = school.file(&format!("students/{student}/goals/more.yaml"), text);
        }
        let mut case = faults().swap_remove(fault);
        for (path, _) in &mut case.files {
            *path = path.replacen("students/ana/", &format!("students/{student}/"), 1);
        }
        let all = case.files.iter().any(|(path, _)| path.contains("student.yaml"));
        let outcome = made(&case.put_into(school), all);
        prop_assert!(!outcome.bug());
        for (other, site) in CLEAN.sites.iter().filter(|(other, _)| *other != student) {
            prop_assert!(outcome.sites[other] == *site, "{other} after {}", case.name);
        }
        prop_assert!(outcome.sites[student].is_none() || !outcome.error_of(student));
    }
}
