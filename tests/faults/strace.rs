//! Stops the program at a call of the operating system, or makes one fail, with
//! strace.
//!
//! strace counts each kind of call in each thread by itself. So a point is a
//! kind and a number; it is reached by whichever thread comes to it first. The
//! calls of the main thread that another thread would come to first are reached
//! by following the main thread alone. Builds here run on one thread of work, so
//! that a number means the same call each time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::place::{Place, run};
use crate::support::Run;

/// Calls that change what is on the disk, or make it last. A `?` lets strace
/// pass over a name that a machine does not have.
const CHANGING: [&str; 27] = [
    "write",
    "pwrite64",
    "writev",
    "?rename",
    "?renameat",
    "renameat2",
    "?unlink",
    "unlinkat",
    "?rmdir",
    "?mkdir",
    "mkdirat",
    "?link",
    "linkat",
    "?symlink",
    "symlinkat",
    "fsync",
    "fdatasync",
    "syncfs",
    "ftruncate",
    "fallocate",
    "copy_file_range",
    "?sendfile",
    "fchmod",
    "fchmodat",
    "utimensat",
    "flock",
    "openat",
];

/// One call of one run.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Point {
    call: String,
    /// The first is 1.
    nth: usize,
    /// Whether threads besides the main one are followed.
    threads: bool,
    /// Whether it writes to whoever started the program, and not to the disk.
    says: bool,
    /// Whether what the program has to say meets the same fate: the call of that
    /// number in the main thread.
    muted: bool,
}

impl Point {
    /// Whether the call tells what was done.
    pub(crate) fn says(&self) -> bool {
        self.says
    }

    /// Whether nobody hears of it.
    pub(crate) fn is_muted(&self) -> bool {
        self.muted
    }

    /// Whether the call takes something away.
    pub(crate) fn removes(&self) -> bool {
        self.call.starts_with("unlink") || self.call == "rmdir"
    }
}

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let whose = if self.threads {
            ""
        } else {
            " of the main thread"
        };
        write!(f, "{} number {}{whose}", self.call, self.nth)
    }
}

fn follow(place: &Place, threads: bool, options: &[&str]) -> Run {
    let log = place.root().join("strace.log");
    let mut words = vec!["strace", "-o", log.to_str().unwrap()];
    if threads {
        words.push("-f");
    }
    words.extend(options);
    words.push("--");
    let mut command = place.command(&words);
    command.env("RAYON_NUM_THREADS", "1");
    run(&mut command)
}

/// Fails where strace cannot work, and says what to do.
fn need_strace(done: &Run) {
    assert!(
        done.code == 0,
        "These tests need strace, and the right to use it (./test.sh installs it; \
         a container needs the capability SYS_PTRACE): {done:?}"
    );
}

/// Every point of a build that comes to its end, in no order. The build counts:
/// the place is as it is after it.
pub(crate) fn points(place: &Place) -> BTreeSet<Point> {
    let calls = format!("trace={}", CHANGING.join(","));
    need_strace(&follow(place, true, &["-e", &calls]));
    let log = fs::read_to_string(place.root().join("strace.log")).unwrap();
    let counted = counted(&log);
    let mut points = BTreeSet::new();
    for ((main, call), numbers) in &counted {
        let first = *main && counted.contains_key(&(false, call.clone()));
        let spoken = counted.get(&(true, call.clone()));
        let muted = |nth| spoken.and_then(|numbers| numbers.get(nth)) == Some(&true);
        points.extend(numbers.iter().map(|(nth, says)| Point {
            call: call.clone(),
            nth: *nth,
            threads: !first,
            says: *says,
            muted: muted(nth),
        }));
    }
    assert!(points.len() > 100, "{log}");
    points
}

/// Numbers of calls, and whether each is about what the program says.
type Numbers = BTreeMap<usize, bool>;

/// Numbers of the calls that change something, by whether the main thread made
/// them, and their kind.
fn counted(log: &str) -> BTreeMap<(bool, String), Numbers> {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut changing: BTreeMap<(bool, String), Numbers> = BTreeMap::new();
    let main = log.split_whitespace().next().unwrap_or_default();
    for line in log.lines() {
        let Some((thread, rest)) = line.split_once(' ') else {
            continue;
        };
        let Some((call, arguments)) = rest.trim_start().split_once('(') else {
            continue;
        };
        if !call
            .chars()
            .all(|sign| sign.is_alphanumeric() || sign == '_')
        {
            continue;
        }
        let nth = seen.entry((thread, call)).or_default();
        *nth += 1;
        if call != "openat" || arguments.contains("O_CREAT") {
            let kind = (thread == main, call.to_owned());
            let says = arguments.starts_with("1,") || arguments.starts_with("2,");
            changing.entry(kind).or_default().insert(*nth, says);
        }
    }
    changing
}

/// Builds, and kills the program as it comes to that call.
pub(crate) fn stop_at(place: &Place, point: &Point) -> Run {
    inject(place, point, "signal=SIGKILL", &[])
}

/// Builds, and lets that call fail.
pub(crate) fn refuse_at(place: &Place, point: &Point, error: &str) -> Run {
    let options: &[&str] = if point.threads {
        &["--seccomp-bpf"]
    } else {
        &[]
    };
    inject(place, point, &format!("error={error}"), options)
}

fn inject(place: &Place, point: &Point, fate: &str, options: &[&str]) -> Run {
    let trace = format!("trace={}", point.call);
    let inject = format!("inject={}:{fate}:when={}", point.call, point.nth);
    let options = [&["-e", &trace, "-e", &inject], options].concat();
    follow(place, point.threads, &options)
}

/// Builds on a disk that knows no locks.
pub(crate) fn without_locks(place: &Place) -> Run {
    let options = ["-e", "trace=flock", "-e", "inject=flock:error=ENOLCK"];
    follow(place, true, &options)
}

/// Builds, and returns a line for each question about a file or folder.
pub(crate) fn looks(place: &Place) -> String {
    let calls = "trace=openat,?open,?stat,?lstat,newfstatat,statx,?readlink,readlinkat,?access";
    need_strace(&follow(place, true, &["-e", calls]));
    fs::read_to_string(place.root().join("strace.log")).unwrap()
}

/// The file that the last injected call was about, as strace wrote it down.
pub(crate) fn last_line(place: &Place) -> String {
    let log = fs::read_to_string(place.root().join("strace.log")).unwrap_or_default();
    let mut told = log.lines().filter(|line| line.contains('('));
    told.next_back()
        .unwrap_or_default()
        .chars()
        .take(160)
        .collect()
}

#[test]
fn calls_are_counted_thread_by_thread() {
    let log = "\
7 openat(AT_FDCWD, \"a\", O_RDONLY) = 3
7 openat(AT_FDCWD, \"b\", O_WRONLY|O_CREAT, 0600 <unfinished ...>
9 write(3, \"x\", 1) = 1
7 <... openat resumed>) = 4
7 write(3, \"y\", 1) = 1
9 write(3, \"x\", 1) = 1
7 write(1, \"z\", 1) = 1
7 +++ exited with 0 +++
";
    let found = counted(log);
    let check = |main: bool, call: &str, expected: &[(usize, bool)]| {
        let numbers = found[&(main, call.to_owned())].clone();
        assert_eq!(numbers, expected.iter().copied().collect());
    };
    check(true, "openat", &[(2, false)]);
    check(true, "write", &[(1, false), (2, true)]);
    check(false, "write", &[(1, false), (2, false)]);
}
