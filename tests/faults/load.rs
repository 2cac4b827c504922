//! A school with many students: how much memory it takes, and how many open
//! files.

use std::fs;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::place::{Place, figure, share};
use crate::school;

/// The most memory that a run may need, in KiB.
const MOST_MEMORY: u64 = 256 * 1024;

/// The most files that a run may have open at a time.
const MOST_FILES: usize = 64;

/// What a run needed.
#[derive(Debug, Default)]
struct Needs {
    time: Duration,
    /// The most memory, in KiB, as the system counts it.
    memory: u64,
    files: usize,
}

/// Looks at a run until it ends.
fn followed(place: &Place) -> Needs {
    let start = Instant::now();
    let mut command = place.command(&[]);
    command.stdout(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut needs = Needs::default();
    let code = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status.code();
        }
        needs.memory = needs.memory.max(memory(&child).unwrap_or_default());
        needs.files = needs.files.max(files(&child).unwrap_or_default());
        std::thread::sleep(Duration::from_millis(2));
    };
    needs.time = start.elapsed();
    assert_eq!(code, Some(0));
    needs
}

/// The most memory that a process has had until now.
pub(crate) fn memory(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

pub(crate) fn files(child: &Child) -> Option<usize> {
    Some(
        fs::read_dir(format!("/proc/{}/fd", child.id()))
            .ok()?
            .count(),
    )
}

#[test]
fn many_students_fit() {
    let students = share(150, 10_000);
    let place = Place::new(&school::of(students));
    for kind in ["cold", "once more", "nothing changed", "one changed"] {
        if kind == "one changed" {
            let file = place.school().join(school::folder(0));
            let file = file.join("updates/2026-11-13.md");
            let text = fs::read_to_string(&file).unwrap();
            fs::write(&file, text + "She liked it.\n").unwrap();
        }
        let needs = followed(&place);
        figure(kind, &format!("{students} students, {needs:?}"));
        assert!(needs.memory <= MOST_MEMORY, "{kind}: {needs:?}");
        assert!(needs.files <= MOST_FILES, "{kind}: {needs:?}");
    }
}
