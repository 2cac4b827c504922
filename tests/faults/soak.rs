//! A school folder is watched for a long time while everything happens to it
//! that happens to shared folders.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use crate::crawl::{dead_links, leftovers, shown, torn};
use crate::load::{Held, held};
use crate::moments::Dice;
use crate::place::{Place, figure, is_root, none};
use crate::school;
use crate::support::School;

const STUDENTS: usize = 9;

/// For how long, besides the time to come to rest.
fn length() -> Duration {
    let asked = std::env::var("KINFOLIO_SOAK_SECONDS");
    let asked = asked.ok().and_then(|seconds| seconds.parse().ok());
    Duration::from_secs(asked.unwrap_or(45))
}

fn wait(milliseconds: u64) {
    std::thread::sleep(Duration::from_millis(milliseconds));
}

/// A watched school.
struct Watched {
    place: Place,
    child: Child,
    dice: Dice,
    /// Whether the school lies on a disk of its own, mounted over its folder.
    mounted: bool,
    found: Vec<String>,
    done: Vec<usize>,
}

impl Watched {
    fn begin(school: &School) -> Self {
        let place = Place::new(school);
        let mut mounted = false;
        if is_root() {
            fs::rename(place.school(), place.root().join("disk")).unwrap();
            fs::create_dir(place.school()).unwrap();
            mounted = true;
            mount(&place);
        }
        let child = start(&place);
        let dice = Dice::new(0x50AC);
        Self {
            place,
            child,
            dice,
            mounted,
            found: Vec::new(),
            done: vec![0; KINDS],
        }
    }

    fn restart(&mut self) {
        let _ = self.child.kill();
        self.child.wait().unwrap();
        self.look("after a kill");
        self.child = start(&self.place);
    }

    /// Looks at all sites while nobody writes.
    fn look(&mut self, when: &str) {
        signal(&self.child, "STOP");
        let pages = self.place.pages();
        signal(&self.child, "CONT");
        let mut faults = torn(&pages);
        faults.extend(dead_links(
            &pages,
            &pages.keys().map(String::as_str).collect(),
        ));
        for number in 0..STUDENTS {
            let home = school::folder(number).replace("students/", "") + "/index.html";
            if !pages.contains_key(&home) {
                faults.push(format!("{home} is gone"));
            }
        }
        let faults = faults.iter().map(|fault| format!("{when}: {fault}"));
        self.found.extend(faults);
    }

    /// Some student's file.
    fn file(&mut self, path: &str) -> PathBuf {
        let number = self.dice.below(STUDENTS / 3) * 3;
        self.place.school().join(school::folder(number)).join(path)
    }

    /// Waits until the sites are those of a clean build of `school` elsewhere.
    fn comes_to(&self, school: &School) {
        let clean = Place::new(school).clean();
        let start = Instant::now();
        loop {
            let shown = shown(self.place.pages());
            if shown == clean {
                return;
            }
            let differ = clean.keys().chain(shown.keys());
            let differ: Vec<_> = differ
                .filter(|path| shown.get(*path) != clean.get(*path))
                .collect();
            assert!(
                start.elapsed() < Duration::from_mins(5),
                "the watched sites are not those of a clean build: {differ:?}\n{}",
                log(&self.place)
            );
            wait(300);
        }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if self.mounted {
            unmount(&self.place);
        }
    }
}

fn log(place: &Place) -> String {
    fs::read_to_string(place.root().join("watch.log")).unwrap_or_default()
}

fn start(place: &Place) -> Child {
    let log = place.root().join("watch.log");
    let log = File::options().create(true).append(true).open(log).unwrap();
    let mut command = place.watch();
    command
        .stdout(log.try_clone().unwrap())
        .stderr(log)
        .stdin(Stdio::null());
    command.spawn().unwrap()
}

fn signal(child: &Child, name: &str) {
    let process = child.id().to_string();
    Command::new("kill")
        .args(["-s", name, &process])
        .output()
        .unwrap();
}

fn mount(place: &Place) {
    let mut command = Command::new("mount");
    command
        .arg("--bind")
        .arg(place.root().join("disk"))
        .arg(place.school());
    assert!(command.status().unwrap().success());
}

fn unmount(place: &Place) {
    let _ = Command::new("umount")
        .arg("-l")
        .arg(place.school())
        .status();
}

/// A file's text, or its beginning: it does not grow for hours, and is never so
/// long that losing most of it would be waited out.
fn short(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    text.chars().take(300).collect::<String>() + "\n"
}

/// How many kinds of things happen.
const KINDS: usize = 10;

fn text(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}

/// Puts a file there, or takes it away.
fn toggle(file: &Path, text: &str) {
    if fs::remove_file(file).is_err() {
        fs::write(file, text).unwrap();
    }
}

/// Something happens to the school.
fn happen(watched: &mut Watched, kind: usize, turn: usize) {
    watched.done[kind] += 1;
    let update = watched.file("updates/2026-11-13.md");
    let goal = watched.file("goals/reading.yaml");
    match kind {
        // A sentence more.
        0 => fs::write(&update, short(&update) + &format!("Page {turn}.\n")).unwrap(),
        1 => save_slowly(&update),
        // A conflict comes, or goes.
        2 => {
            let name = "2026-11-13 (Marta's conflicted copy 2026-11-20).md";
            toggle(&update.with_file_name(name), &text(&update));
        }
        // A storm.
        3 => {
            for number in 0..200 {
                let update = watched.file("updates/2026-11-13.md");
                fs::write(&update, short(&update) + &format!("Number {number}.\n")).unwrap();
            }
        }
        4 => save_as_of_old(&goal),
        5 => lose_share(watched),
        6 => watched.restart(),
        // A goal comes, or goes.
        7 => toggle(&goal.with_file_name("more-reading.yaml"), &text(&goal)),
        // Broken for a moment.
        8 => {
            let before = text(&goal);
            fs::write(&goal, before.replace("target:", "target: [")).unwrap();
            wait(2_500);
            fs::write(&goal, before).unwrap();
        }
        _ => save_with_litter(&goal),
    }
}

/// Saves as over a bad line.
fn save_slowly(update: &Path) {
    let whole = short(update) + "She chose the next book.\n";
    for chunk in 1..=7 {
        fs::write(update, &whole[..whole.len() * chunk / 7]).unwrap();
        wait(300);
    }
}

/// Saves other words, but as many of them, and as old as two days ago.
fn save_as_of_old(goal: &Path) {
    let before = text(goal);
    let after = before.replace("bats", "cats");
    let after = if after == before {
        before.replace("cats", "bats")
    } else {
        after
    };
    fs::write(goal, after).unwrap();
    let long_ago = SystemTime::now() - Duration::from_hours(48);
    let file = File::options().write(true).open(goal).unwrap();
    file.set_modified(long_ago).unwrap();
}

/// Saves as editors do, and leaves what they leave.
fn save_with_litter(goal: &Path) {
    let beside = goal.with_file_name(".reading.yaml.swp");
    fs::write(&beside, text(goal).replace("target: 9", "target: 8")).unwrap();
    fs::rename(&beside, goal).unwrap();
    fs::write(goal.with_file_name("~$reading.yaml"), "x").unwrap();
    fs::write(goal.with_file_name("Thumbs.db"), "x").unwrap();
}

/// The share goes away, and comes back.
fn lose_share(watched: &mut Watched) {
    if !watched.mounted {
        return;
    }
    // What was just saved is built first, so that nothing is on its way.
    wait(4_000);
    let before = watched.place.pages();
    unmount(&watched.place);
    wait(3_000);
    let now = watched.place.pages();
    let pages = before.keys().filter(|path| path.ends_with("index.html"));
    let gone = pages.filter(|path| !now.contains_key(*path));
    let gone = gone.map(|path| format!("{path} went with the share"));
    watched.found.extend(gone);
    mount(&watched.place);
}

#[test]
fn a_watched_school_comes_to_what_a_clean_build_makes() {
    let school = school::of(STUDENTS);
    let mut watched = Watched::begin(&school);
    watched.comes_to(&school);
    let (start, length) = (Instant::now(), length());
    let mut begun: Option<Held> = None;
    for turn in 0.. {
        let over = start.elapsed();
        if over > length {
            break;
        }
        // The last half is one process, whose needs are looked at.
        let last = over > length / 2;
        if last && begun.is_none() {
            watched.place.put(&school);
            watched.comes_to(&school);
            begun = Some(held(&watched.child));
        }
        let kind = if turn < KINDS {
            turn
        } else {
            watched.dice.below(KINDS)
        };
        if kind != 6 || !last {
            happen(&mut watched, kind, turn);
        }
        let pause = watched.dice.below(1_500) as u64;
        wait(pause);
        watched.look(&format!("turn {turn}, kind {kind}"));
    }
    let end = school::edited(school);
    watched.place.put(&end);
    watched.comes_to(&end);
    let (begun, ended) = (begun.unwrap(), held(&watched.child));
    figure(
        "watched",
        &format!(
            "{length:?}, things by kind {:?}, {begun:?} at half time, {ended:?} at the end",
            watched.done
        ),
    );
    assert!(
        ended.memory <= begun.memory + 24 * 1024,
        "{begun:?} {ended:?}"
    );
    assert!(ended.files <= begun.files + 2, "{begun:?} {ended:?}");
    assert!(ended.threads <= begun.threads + 1, "{begun:?} {ended:?}");
    signal(&watched.child, "TERM");
    assert_eq!(
        watched.child.wait().unwrap().code(),
        Some(0),
        "{}",
        log(&watched.place)
    );
    let mut found = std::mem::take(&mut watched.found);
    found.extend(leftovers(&watched.place.pages()));
    none(&found);
}
