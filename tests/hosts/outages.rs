//! Publications that break off at every place and for every reason, while a family walks
//! through the pages. A part of it runs each time; with `KINFOLIO_FULL`, 300 faults for
//! each server.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use kinfolio::host::{Credentials, Host, HostFault, Kind, Listed, Target, Tries};
use kinfolio::source::RelPath;

use crate::servers::{Bend, Proxy, Server, apache, nginx, sshd, storage};
use crate::versions::{Job, VERSIONS};
use crate::walker::Walker;

/// With faults: not much patience.
const HASTY: Tries = Tries {
    most: 2,
    first_wait: Duration::from_millis(5),
    longest: Duration::from_secs(10),
    patience: Duration::from_secs(1),
};

/// Without faults, on a computer that is busy.
const PATIENT: Tries = Tries {
    most: 4,
    first_wait: Duration::from_millis(20),
    longest: Duration::from_mins(1),
    patience: Duration::from_secs(20),
};

/// What goes wrong.
#[derive(Debug, Clone, Copy)]
enum Fault {
    /// On the way to the server.
    Way(Bend),
    /// The disk of the server cannot be written.
    Disk(&'static str),
    /// The files on the server have times of another century.
    Clock(u64),
    /// The program that publishes is killed.
    Killed,
}

/// Numbers that are the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        // As in Knuth's MMIX, of which the upper half is good.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// A fault of every kind, one after the other.
fn fault(number: usize, is_web: bool, has_disk: bool, chance: &mut Chance) -> Fault {
    let cut = |chance: &mut Chance| Fault::Way(Bend::CutAfter(1 + chance.below(90_000)));
    let refused = |is_web: bool, status, disk| match (is_web, has_disk) {
        (true, _) => Fault::Way(Bend::Status(status)),
        (false, true) => Fault::Disk(disk),
        (false, false) => Fault::Way(Bend::Deaf),
    };
    match number % 8 {
        0 => cut(chance),
        1 => refused(is_web, 403, "remount,ro"),
        2 => refused(is_web, 500, "remount,ro"),
        3 => Fault::Way([Bend::Silent, Bend::Deaf][chance.below(2)]),
        4 => refused(is_web, 507, "full"),
        5 => Fault::Way(Bend::Slow),
        6 => Fault::Clock([0, 4_000_000_000][chance.below(2)]),
        _ => Fault::Killed,
    }
}

/// A host on which something happens before some request, and ends before another.
struct Outage<'a> {
    host: &'a dyn Host,
    asked: AtomicUsize,
    from: usize,
    until: usize,
    begin: &'a (dyn Fn() + Sync),
    end: &'a (dyn Fn() + Sync),
}

impl Outage<'_> {
    fn next(&self) -> &dyn Host {
        let asked = self.asked.fetch_add(1, Ordering::SeqCst);
        if asked == self.from {
            (self.begin)();
        }
        if asked == self.until {
            (self.end)();
        }
        self.host
    }
}

impl Host for Outage<'_> {
    fn place(&self) -> String {
        self.host.place()
    }
    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, HostFault> {
        self.next().read(path)
    }
    fn write(&self, path: &RelPath, bytes: &[u8], kind: Kind) -> Result<(), HostFault> {
        self.next().write(path, bytes, kind)
    }
    fn remove(&self, path: &RelPath) -> Result<(), HostFault> {
        self.next().remove(path)
    }
    fn list(&self, folder: Option<&RelPath>) -> Result<Vec<Listed>, HostFault> {
        self.next().list(folder)
    }
}

/// A server, the way to it, and what is on it.
struct Case {
    name: &'static str,
    server: Server,
    proxy: Proxy,
    work: tempfile::TempDir,
    /// The version that is there.
    version: usize,
    /// How many requests and bytes the last run without faults took.
    size: (usize, usize),
    /// A small disk under the files, if it has one.
    disk: Option<crate::faults::Disk>,
    /// How runs with faults ended, and how many walks there were.
    ended: BTreeMap<&'static str, usize>,
}

impl Case {
    fn new(name: &'static str, server: Server) -> Self {
        let disk = (name == "OpenSSH").then(|| crate::faults::Disk::over(&server.files, "8m"));
        let mut case = Self {
            proxy: Proxy::before(server.running.port),
            work: tempfile::tempdir().unwrap(),
            disk: disk.flatten(),
            name,
            server,
            version: 0,
            size: (20, 100_000),
            ended: BTreeMap::new(),
        };
        case.publish_well(0);
        case
    }

    fn open(&self, tries: Tries) -> Result<Box<dyn Host>, HostFault> {
        let target = self.server.target_at(self.proxy.port);
        target.open_with(&self.server.credentials(), tries)
    }

    fn job(&self, version: usize) -> Job {
        Job::new(&VERSIONS, version, &self.work.path().join("memory"))
    }

    /// Publishes without a fault.
    fn publish_well(&mut self, version: usize) {
        let before = self.proxy.passed();
        let host = self.open(PATIENT).unwrap();
        let counted = Outage {
            host: &*host,
            asked: AtomicUsize::new(0),
            from: usize::MAX,
            until: usize::MAX,
            begin: &|| (),
            end: &|| (),
        };
        let done = self.job(version).publish(&counted);
        let done = done.unwrap_or_else(|fault| panic!("{}: {fault:?}", self.name));
        assert!(
            done.is_complete() && done.are_removals_proved(),
            "{}: {done:?}",
            self.name
        );
        self.size = (
            counted.asked.into_inner().max(5),
            self.proxy.passed() - before,
        );
        self.version = version;
    }

    /// Publishes another version with a fault, and then without.
    fn with_fault(&mut self, number: usize, chance: &mut Chance) {
        let others = VERSIONS.all.len();
        let next = (self.version + 1 + chance.below(others - 1)) % others;
        let fault = fault(number, self.name != "OpenSSH", self.disk.is_some(), chance);
        let at = (
            chance.below(self.size.0 + 2),
            1 + chance.below(9),
            chance.below(self.size.1 + 1),
        );
        let (old, new) = (&VERSIONS.all[self.version], &VERSIONS.all[next]);
        let files = self.server.files.clone();
        let walker = Walker {
            files: &below(self, &files),
            old,
            new,
        };
        let done = AtomicBool::new(false);
        let walks = thread::scope(|scope| {
            let walking = scope.spawn(|| walker.walk_until(&done));
            let ended = self.broken(next, fault, at);
            *self.ended.entry(ended).or_default() += 1;
            let place = format!(
                "{} {number}: {fault:?} {at:?} {}→{next}",
                self.name, self.version
            );
            self.mend();
            walker.no_plain_word();
            let after = walker.walk_once();
            // A family that is in the middle of a walk may go on.
            self.publish_well(next);
            done.store(true, Ordering::Relaxed);
            let ways = walking.join().unwrap();
            assert_eq!((&after, ways.as_ref().err()), (&Ok(()), None), "{place}");
            ways.unwrap()
        });
        *self.ended.entry("walks").or_default() += walks;
        walker.no_plain_word();
        walker.is_new();
        let strict = Walker { old: new, ..walker };
        assert_eq!(strict.walk_once(), Ok(()), "{} {number}", self.name);
    }

    /// Publishes while something goes wrong. Returns how that ended.
    fn broken(&self, version: usize, fault: Fault, at: (usize, usize, usize)) -> &'static str {
        if let Fault::Killed = fault {
            return self.killed(version, at.2);
        }
        let begin = || self.break_down(fault);
        let end = || self.mend();
        // `ssh` takes a while to connect.
        let patience = match self.name {
            "OpenSSH" => Duration::from_millis(1500),
            _ => Duration::from_millis(400),
        };
        let hasty = Tries { patience, ..HASTY };
        let Ok(host) = self.open(hasty) else {
            return "not opened";
        };
        let outage = Outage {
            host: &*host,
            asked: AtomicUsize::new(0),
            from: at.0,
            until: at.0 + at.1,
            begin: &begin,
            end: &end,
        };
        match self.job(version).publish(&outage) {
            Ok(done) if done.is_complete() => "complete",
            Ok(_) => "in part",
            Err(_) => "stopped",
        }
    }

    fn break_down(&self, fault: Fault) {
        match fault {
            Fault::Way(bend) => self.proxy.set(bend),
            Fault::Disk("full") => self.disk.as_ref().unwrap().fill(),
            Fault::Disk(option) => self.disk.as_ref().unwrap().mount(option),
            Fault::Clock(seconds) => {
                let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
                for path in crate::support::files_below(&self.server.files).into_keys() {
                    // It may be gone by now.
                    let file = fs::File::open(self.server.files.join(path));
                    let _ = file.and_then(|file| file.set_modified(time));
                }
            }
            Fault::Killed => {}
        }
    }

    fn mend(&self) {
        self.proxy.set(Bend::Nothing);
        if let Some(disk) = &self.disk {
            disk.mount("remount,rw");
            disk.make_room();
        }
    }

    /// Another process publishes, and is killed after so many bytes.
    fn killed(&self, version: usize, after: usize) -> &'static str {
        let before = self.proxy.passed();
        let (to, endpoint) = self.server.to_at(self.proxy.port);
        let mut publisher = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "outages::publisher", "--ignored"])
            .env("KINFOLIO_TEST_TO", to)
            .env("KINFOLIO_TEST_ENDPOINT", endpoint.unwrap_or_default())
            .env("KINFOLIO_TEST_CREDENTIALS", &self.server.credentials)
            .env("KINFOLIO_TEST_PLAN", self.job(version).written())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        loop {
            if let Some(status) = publisher.try_wait().unwrap() {
                return if status.success() {
                    "complete"
                } else {
                    "in part"
                };
            }
            if self.proxy.passed() - before >= after || begun.elapsed() > Duration::from_secs(30) {
                let _ = publisher.kill();
                let _ = publisher.wait();
                return "killed";
            }
            thread::sleep(Duration::from_micros(200));
        }
    }
}

/// The folder in the files of a server that is published to.
fn below(case: &Case, files: &Path) -> std::path::PathBuf {
    match case.name {
        "s3s-fs" => files.join("school year/é"),
        _ => files.to_owned(),
    }
}

/// Publishes in a process of its own, which is killed.
#[test]
#[ignore = "the other tests start it"]
fn publisher() {
    let value = |name: &str| std::env::var(name).unwrap();
    let endpoint = Some(value("KINFOLIO_TEST_ENDPOINT")).filter(|text| !text.is_empty());
    let target = Target::read(
        &value("KINFOLIO_TEST_TO"),
        endpoint.as_deref(),
        None,
        "/".as_ref(),
    );
    let credentials = Credentials::read(&value("KINFOLIO_TEST_CREDENTIALS")).unwrap();
    let host = target.unwrap().open_with(&credentials, PATIENT).unwrap();
    let job = Job::read(&value("KINFOLIO_TEST_PLAN"));
    assert!(job.publish(&*host).is_ok_and(|done| done.is_complete()));
}

fn check(name: &'static str, server: Server) {
    let is_full = std::env::var_os("KINFOLIO_FULL").is_some();
    let faults = if is_full { 300 } else { 8 };
    let mut chance = Chance(name.bytes().map(u64::from).sum());
    let mut case = Case::new(name, server);
    let begun = Instant::now();
    for number in 0..faults {
        case.with_fault(number, &mut chance);
        if is_full && number % 50 == 49 {
            println!(
                "{name}: {} faults, {} s",
                number + 1,
                begun.elapsed().as_secs()
            );
        }
    }
    let seconds = begun.elapsed().as_secs();
    println!(
        "figure: outages, {name}: {faults} faults, {:?}, {seconds} s",
        case.ended
    );
}

#[test]
fn openssh() {
    check("OpenSSH", sshd());
}

#[test]
fn s3() {
    check("s3s-fs", storage());
}

#[test]
fn webdav_on_nginx() {
    check("nginx", nginx(false));
}

#[test]
fn webdav_on_apache() {
    check("Apache", apache());
}
