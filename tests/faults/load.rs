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
        needs.memory = needs
            .memory
            .max(status(&child, "VmHWM:").unwrap_or_default());
        needs.files = needs.files.max(files(&child).unwrap_or_default());
        std::thread::sleep(Duration::from_millis(2));
    };
    needs.time = start.elapsed();
    assert_eq!(code, Some(0));
    needs
}

/// What the system says of a process in a line of its own.
fn status(child: &Child, name: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}

fn files(child: &Child) -> Option<usize> {
    let open = fs::read_dir(format!("/proc/{}/fd", child.id())).ok()?;
    Some(open.count())
}

/// What a process holds while it rests.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held {
    /// Memory, in KiB.
    pub(crate) memory: u64,
    pub(crate) files: usize,
    pub(crate) threads: u64,
}

/// What a process holds: the least of some looks, for it may be at work.
pub(crate) fn held(child: &Child) -> Held {
    let looks = (0..20).map(|_| {
        std::thread::sleep(Duration::from_millis(100));
        Held {
            memory: status(child, "VmRSS:").unwrap(),
            files: files(child).unwrap(),
            threads: status(child, "Threads:").unwrap(),
        }
    });
    let least = looks.reduce(|one, other| Held {
        memory: one.memory.min(other.memory),
        files: one.files.min(other.files),
        threads: one.threads.min(other.threads),
    });
    least.unwrap()
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
