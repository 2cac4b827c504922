//! Publishing to a host that is in memory, breaks, and is looked at after each step.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use kinfolio::host::{Host, HostFaultKind};
use kinfolio::incremental::BuiltFolder;
use kinfolio::io::Stamp;
use kinfolio::publish::{Contents, Memory, PublishFault, Published, Publisher, Sending, Timing};
use kinfolio::seal::{Key, Root};
use kinfolio::source::RelPath;
use tempfile::TempDir;

use crate::memory_host::{Files, MemoryHost};

/// A folder of sites, and what this computer remembers.
pub(crate) struct Computer {
    out: TempDir,
    memory: Mutex<Vec<u8>>,
    pub(crate) secret: u8,
    settle: Duration,
    sends_sites: bool,
    /// A site that may not be published.
    held: &'static str,
}

/// What is written at the top of the host.
pub(crate) const TOP: &str = "top: <meta name=\"kinfolio\" content=\"top\">";

/// The folder of a site, of 26 characters.
fn place(name: &str) -> String {
    format!("{name:a<26}")
}

impl Computer {
    pub(crate) fn new() -> Self {
        Self {
            out: tempfile::tempdir().unwrap(),
            memory: Mutex::default(),
            secret: 1,
            settle: Duration::ZERO,
            sends_sites: true,
            held: "",
        }
    }

    /// Writes a site whose home page links to `pages`. Each page names `version`.
    pub(crate) fn site(&self, name: &str, version: &str, pages: &[&str]) {
        let folder = self.out.path().join(place(name));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let file = |page: &str| format!("{}.html", place(page));
        let links: Vec<String> = pages.iter().map(|page| file(page)).collect();
        let links = links.join(" ");
        for page in pages {
            fs::write(folder.join(file(page)), format!("{version}: {links}")).unwrap();
        }
        fs::write(folder.join("index.html"), format!("{version}: {links}")).unwrap();
    }

    fn reader(&self, name: &str, version: &str) {
        let folder = self.out.path().join(place(name));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), format!("{version}: ")).unwrap();
    }

    /// The folders there. Those that begin with `r` are of readers, and open all sites.
    fn folders(&self) -> Vec<BuiltFolder> {
        let folders = fs::read_dir(self.out.path()).unwrap();
        let names = folders.map(|one| one.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        let is_reader = |name: &str| name.starts_with('r');
        let sites: Vec<String> = names
            .iter()
            .filter(|one| !is_reader(one))
            .cloned()
            .collect();
        let folder = |name: &String| BuiltFolder {
            name: name.clone(),
            student: (!is_reader(name)).then(|| name.trim_end_matches('a').to_owned()),
            sites: if is_reader(name) {
                sites.clone()
            } else {
                Vec::new()
            },
            files: stamps(&self.out.path().join(name)),
        };
        let mut folders: Vec<BuiltFolder> = names.iter().map(folder).collect();
        folders.retain(|one| one.student.as_deref() != Some(self.held));
        folders
    }

    pub(crate) fn publish(&self, host: &dyn Host) -> Result<Published, PublishFault> {
        self.publish_and_take_down(host, &[])
    }

    pub(crate) fn publish_and_take_down(
        &self,
        host: &dyn Host,
        down: &[&str],
    ) -> Result<Published, PublishFault> {
        let mut memory = Memory::read(&self.memory.lock().unwrap());
        let (contents, unreadable) = Contents::read(self.out.path(), self.folders(), &mut memory);
        assert!(unreadable.is_empty());
        let keep = |memory: &Memory| *self.memory.lock().unwrap() = memory.bytes();
        let mut name = [0; 8];
        getrandom::fill(&mut name).unwrap();
        let publisher = Publisher {
            host,
            key: Root::new(Key::new([self.secret; 32])).manifest(),
            run: format!("{name:?}"),
            computer: format!("computer {}", self.secret),
            timing: Timing {
                settle: self.settle,
                renewed: self.settle.max(Duration::from_millis(20)),
                lease: Duration::from_millis(60),
                kept: self.settle,
            },
            jobs: 1,
            sends_sites: self.sends_sites,
            sending: Sending::default(),
            top: TOP,
            keep: &keep,
        };
        let down: BTreeSet<String> = down.iter().map(|name| place(name)).collect();
        let done = publisher.publish(&contents, &down, &mut memory)?;
        keep(&memory);
        Ok(done)
    }
}

fn stamps(folder: &Path) -> BTreeMap<RelPath, Stamp> {
    let files = fs::read_dir(folder).unwrap();
    let files = files.map(|one| one.unwrap());
    files
        .map(|one| {
            let name = one.file_name().into_string().unwrap();
            (
                RelPath::new(&name).unwrap(),
                Stamp::at(&one.path()).unwrap(),
            )
        })
        .collect()
}

/// Every page that can be reached from a home page is there.
fn no_dead_links(files: &Files) {
    let mut open: Vec<RelPath> = files.keys().cloned().collect();
    open.retain(|path| path.as_str().ends_with("/index.html"));
    let mut seen = BTreeSet::new();
    while let Some(path) = open.pop() {
        let bytes = files.get(&path);
        let bytes = bytes.unwrap_or_else(|| panic!("{path:?} is missing"));
        let text = String::from_utf8(bytes.clone()).unwrap();
        let links = text.split_whitespace().skip(1);
        for target in links.map(|link| path.sibling(link).unwrap()) {
            if seen.insert(target.clone()) {
                open.push(target);
            }
        }
    }
}

/// What the host has besides the list of what is there.
pub(crate) fn pages(host: &MemoryHost) -> BTreeMap<String, String> {
    let paths = host.paths().into_iter();
    let paths = paths.filter(|path| path.contains('/') && path.ends_with("html"));
    paths
        .map(|path| (path.clone(), host.text(&path).unwrap()))
        .collect()
}

/// What is in the folder of sites.
pub(crate) fn here(computer: &Computer) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    for folder in computer.folders() {
        for path in folder.files.keys() {
            let path = format!("{}/{}", folder.name, path.as_str());
            let text = fs::read_to_string(computer.out.path().join(&path)).unwrap();
            pages.insert(path, text);
        }
    }
    pages
}

#[test]
fn only_what_has_changed_is_sent() {
    let (host, mut computer) = (MemoryHost::default(), Computer::new());
    // Long enough that nothing is asked again on a slow machine.
    computer.settle = Duration::from_millis(500);
    computer.site("ana", "1", &["b", "c"]);
    computer.site("ben", "1", &["b"]);
    computer.reader("r", "1");
    let first = computer.publish(&host).unwrap();
    assert!(first.is_first);
    assert_eq!(first.sent.0, 6);
    assert_eq!(pages(&host), here(&computer));
    host.asked();
    // Nothing has changed: one question.
    computer.publish(&host).unwrap();
    assert_eq!(host.asked().len(), 1);
    // One page has changed.
    let page = format!("{}/{}.html", place("ana"), place("b"));
    fs::write(computer.out.path().join(&page), "2: ").unwrap();
    let next = computer.publish(&host).unwrap();
    assert_eq!(next.sent.0, 1);
    let asked = host.asked();
    assert!(asked.len() <= 5, "{asked:?}");
    assert!(asked.contains(&format!("write {page}")), "{asked:?}");
    assert_eq!(host.text(&page).unwrap(), "2: ");
}

#[test]
fn a_thousand_sites_without_a_change_are_one_question() {
    let (host, mut computer) = (MemoryHost::default(), Computer::new());
    computer.settle = Duration::from_millis(500);
    let name = |number: usize| {
        let digit = |power: usize| char::from(b"bcdefghijk"[number / power % 10]);
        format!("s{}{}{}", digit(100), digit(10), digit(1))
    };
    for number in 0..1000 {
        computer.site(&name(number), "1", &["b"]);
    }
    computer.publish(&host).unwrap();
    host.asked();
    let published = computer.publish(&host).unwrap();
    assert!(published.plan.is_empty() && published.sent.0 == 0);
    assert_eq!(host.asked().len(), 1);
    let page = format!("{}/{}.html", place(&name(500)), place("b"));
    fs::write(computer.out.path().join(&page), "2: ").unwrap();
    let published = computer.publish(&host).unwrap();
    assert_eq!(published.sent.0, 1);
    assert!(host.asked().len() <= 5);
}

#[test]
fn a_lost_memory_costs_only_what_is_not_up_to_date() {
    let (host, computer) = (MemoryHost::default(), Computer::new());
    computer.site("ana", "1", &["b", "c"]);
    computer.site("ben", "1", &["b", "d"]);
    computer.publish(&host).unwrap();
    computer.memory.lock().unwrap().clear();
    host.asked();
    computer.publish(&host).unwrap();
    assert_eq!(host.asked().len(), 1);
    computer.memory.lock().unwrap().clear();
    computer.site("ben", "2", &["b"]);
    let published = computer.publish(&host).unwrap();
    assert_eq!((published.sent.0, published.removed), (2, 1));
    assert_eq!(pages(&host), here(&computer));
}

#[test]
fn files_that_are_lost_on_the_host_come_back_with_the_list() {
    let (host, computer) = (MemoryHost::default(), Computer::new());
    computer.site("ana", "1", &["b", "c"]);
    computer.publish(&host).unwrap();
    host.files.lock().unwrap().clear();
    assert!(computer.publish(&host).unwrap().is_first);
    assert_eq!(pages(&host), here(&computer));
}

/// Every request fails in every way, and the next run puts everything right.
#[test]
fn every_fault_leaves_complete_sites_and_the_next_run_ends_clean() {
    let kinds = [HostFaultKind::Passing, HostFaultKind::Full];
    for is_down in [false, true] {
        for is_done in [false, true] {
            for kind in kinds {
                let mut at = 1;
                while fault(at, is_down, is_done, kind) {
                    at += 1;
                }
                assert!(at > 15, "{at}");
            }
        }
    }
}

/// Changes sites, and lets the request number `at` fail. Returns whether there was one.
fn fault(at: usize, is_down: bool, is_done: bool, kind: HostFaultKind) -> bool {
    let computer = Computer::new();
    let mut host = MemoryHost {
        is_down,
        after: Some(no_dead_links),
        ..MemoryHost::default()
    };
    computer.site("ana", "1", &["b", "c"]);
    computer.site("ben", "1", &["b", "c"]);
    computer.site("old", "1", &["b"]);
    computer.reader("r", "1");
    computer.publish(&host).unwrap();
    let old = computer.out.path().join(place("old"));
    fs::remove_dir_all(old).unwrap();
    computer.site("ana", "2", &["c", "d", "e"]);
    computer.site("ben", "2", &["b"]);
    computer.reader("r", "2");
    host.asked();
    *host.fails.lock().unwrap() = Some((at, is_done, kind));
    let broken = computer.publish_and_take_down(&host, &["old"]);
    let was_asked = host.asked().len() >= at;
    if let Ok(broken) = &broken
        && broken
            .failed
            .iter()
            .any(|(_, fault)| fault.on.starts_with("write"))
    {
        assert_eq!(broken.removed, 0, "nothing is removed after a fault");
    }
    let is_old = |(path, text): (&String, &String)| path.starts_with('r') && text == "1: ";
    let is_reader_old = pages(&host).iter().any(is_old);
    let is_site_new = |name: &str| {
        let home = host.text(&format!("{}/index.html", place(name)));
        home.unwrap().starts_with('2')
    };
    assert!(
        is_reader_old || (is_site_new("ana") && is_site_new("ben")),
        "a reader has keys of pages that are not there yet"
    );
    *host.fails.lock().unwrap() = None;
    host.is_down = false;
    host.asked();
    let next = computer.publish_and_take_down(&host, &["old"]).unwrap();
    assert!(next.is_complete());
    assert_eq!(pages(&host), here(&computer), "request {at}");
    computer.publish(&host).unwrap();
    was_asked
}

#[test]
fn a_missing_folder_stays_on_the_host_until_it_is_named() {
    let (host, computer) = (MemoryHost::default(), Computer::new());
    computer.site("ana", "1", &["b"]);
    computer.site("ben", "1", &["b"]);
    computer.publish(&host).unwrap();
    fs::remove_dir_all(computer.out.path().join(place("ben"))).unwrap();
    let published = computer.publish(&host).unwrap();
    assert_eq!(published.plan.absent, [place("ben")]);
    assert!(host.text(&format!("{}/index.html", place("ben"))).is_some());
    let note = RelPath::new(&format!("{}/note.txt", place("ben"))).unwrap();
    host.files.lock().unwrap().insert(note.clone(), Vec::new());
    let published = computer.publish_and_take_down(&host, &["ben"]).unwrap();
    let [taken] = &published.taken_down[..] else {
        panic!("{:?}", published.taken_down)
    };
    assert!(taken.is_proved());
    assert_eq!((taken.removed.len(), taken.verified), (2, 2));
    assert_eq!(taken.foreign, std::slice::from_ref(&note));
    assert!(host.files.lock().unwrap().contains_key(&note));
    let again = computer.publish_and_take_down(&host, &["ben"]).unwrap();
    assert!(again.taken_down.is_empty());
}

#[test]
fn a_host_that_only_says_that_it_removes_is_found_out() {
    let computer = Computer::new();
    let mut host = MemoryHost::default();
    computer.site("ana", "1", &["b"]);
    computer.publish(&host).unwrap();
    host.lies = true;
    let published = computer.publish_and_take_down(&host, &["ana"]).unwrap();
    assert!(!published.are_removals_proved());
    assert_eq!(published.taken_down[0].left.len(), 2);
    host.lies = false;
    let published = computer.publish_and_take_down(&host, &["ana"]).unwrap();
    assert!(published.are_removals_proved());
}

#[test]
fn a_host_that_only_says_that_it_writes_is_found_out() {
    let computer = Computer::new();
    let host = MemoryHost {
        forgets: true,
        ..MemoryHost::default()
    };
    computer.site("ana", "1", &["b"]);
    let fault = computer.publish(&host).unwrap_err();
    let PublishFault::Host(fault) = fault else {
        panic!("{fault:?}")
    };
    assert_eq!(fault.kind, HostFaultKind::Other);
    let sent = host.asked().into_iter().filter(|asked| asked.contains('/'));
    assert_eq!(sent.count(), 0, "nothing is sent to such a host");
}

#[test]
fn a_reader_waits_for_sites_that_are_not_sent() {
    let (host, mut computer) = (MemoryHost::default(), Computer::new());
    computer.site("ana", "1", &["b"]);
    computer.site("ben", "1", &["b"]);
    computer.reader("r", "1");
    computer.publish(&host).unwrap();
    let reader = format!("{}/index.html", place("r"));
    computer.sends_sites = false;
    computer.site("ben", "2", &["b"]);
    computer.reader("r", "2");
    let published = computer.publish_and_take_down(&host, &["ana"]).unwrap();
    assert!(published.is_complete() && published.are_removals_proved());
    assert_eq!(host.text(&reader).as_deref(), Some("1: "));
    fs::remove_dir_all(computer.out.path().join(place("ana"))).unwrap();
    computer.site("ben", "1", &["b"]);
    computer.publish(&host).unwrap();
    assert_eq!(host.text(&reader).as_deref(), Some("2: "));
}

#[test]
fn a_reader_waits_for_a_site_that_is_held() {
    let (host, mut computer) = (MemoryHost::default(), Computer::new());
    computer.site("ana", "1", &["b"]);
    computer.site("ben", "1", &["b"]);
    computer.reader("r", "1");
    computer.publish(&host).unwrap();
    let text = |path: &str| host.text(&format!("{}/index.html", place(path))).unwrap();
    for name in ["ana", "ben"] {
        computer.site(name, "2", &["c"]);
    }
    computer.reader("r", "2");
    computer.held = "ben";
    // The other site is sent, and its stale page goes: nothing is left for a next run.
    let published = computer.publish(&host).unwrap();
    assert!(published.is_complete());
    assert_eq!(published.removed, 1);
    assert!(text("ana").starts_with('2') && text("ben").starts_with('1'));
    assert_eq!(text("r"), "1: ");
    computer.held = "";
    computer.publish(&host).unwrap();
    assert!(text("ben").starts_with('2'));
    assert_eq!(text("r"), "2: ");
}
