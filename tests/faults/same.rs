//! The same files give the same bytes, wherever, whenever and on whatever they
//! are built.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::crawl::Tree;
use crate::place::{Place, figure, none, run, share};
use crate::school::SEVEN;
use crate::support::{School, files_below};

/// What may differ between two machines.
#[derive(Debug)]
struct Machine {
    locale: &'static str,
    zone: &'static str,
    threads: &'static str,
    mask: &'static str,
    named: Named,
    /// Which file of the school is made first.
    first: usize,
    /// What the clock says, where there is `faketime` to turn it.
    clock: &'static str,
}

/// How the school folder is named.
#[derive(Debug, Clone, Copy)]
enum Named {
    Whole,
    FromHere,
    WithDots,
    Around,
}

const LOCALES: [&str; 5] = ["C", "C.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE"];
const ZONES: [&str; 4] = ["UTC", "Pacific/Kiritimati", "America/St_Johns", "No/Where"];
const THREADS: [&str; 4] = ["1", "2", "3", "16"];
const MASKS: [&str; 2] = ["022", "077"];
const NAMED: [Named; 4] = [
    Named::Whole,
    Named::FromHere,
    Named::WithDots,
    Named::Around,
];
const CLOCKS: [&str; 3] = [
    "2026-11-20 12:00:00",
    "2031-02-28 23:59:58",
    "1999-12-31 23:59:59",
];

/// The machine with that number; neighbors differ in everything.
fn machine(number: usize) -> Machine {
    Machine {
        locale: LOCALES[number % LOCALES.len()],
        zone: ZONES[number % ZONES.len()],
        threads: THREADS[(number + number / 4) % THREADS.len()],
        mask: MASKS[number % MASKS.len()],
        named: NAMED[(number + number / 5) % NAMED.len()],
        first: number * 7,
        clock: CLOCKS[number % CLOCKS.len()],
    }
}

/// Builds the school as that machine would.
fn built(machine: &Machine) -> Tree {
    let place = Place::new(&School::default());
    let files = files_below(Place::new(&SEVEN.schools[1]).school().as_path());
    let (later, sooner): (Vec<_>, Vec<_>) = files
        .into_iter()
        .enumerate()
        .partition(|(number, _)| *number < machine.first);
    for (_, (path, bytes)) in sooner.into_iter().rev().chain(later) {
        let file = place.school().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    let school = place.school();
    let (here, named): (PathBuf, PathBuf) = match machine.named {
        Named::Whole => ("/".into(), school),
        Named::FromHere => (place.root().into(), "school".into()),
        Named::WithDots => (school.join("students"), "../../school/./".into()),
        Named::Around => (place.root().into(), school.join("../school")),
    };
    let mask = format!("umask {}; exec \"$@\"", machine.mask);
    let mut before = vec!["sh", "-c", &mask, "sh"];
    if Command::new("faketime").arg("--version").output().is_ok() {
        before.extend(["faketime", machine.clock]);
    }
    let mut command = place.command_in(&before, &here, &named);
    command
        .env("LC_ALL", machine.locale)
        .env("TZ", machine.zone)
        .env("RAYON_NUM_THREADS", machine.threads);
    let done = run(&mut command);
    assert_eq!(done.code, 0, "{machine:?}: {done:?}");
    place.pages()
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let machines = share(4, 20);
    let first = built(&machine(0));
    let mut found = Vec::new();
    for machine in (1..=machines).map(machine) {
        let other = built(&machine);
        let paths = first.keys().chain(other.keys());
        let differ = paths.filter(|path| first.get(*path) != other.get(*path));
        found.extend(differ.map(|path| format!("{path} differs with {machine:?}")));
    }
    figure(
        "the same bytes",
        &format!("{machines} machines, {} pages each", first.len()),
    );
    none(&found);
}
