//! The program is killed at random moments, again and again, without a whole
//! run in between.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::crawl::{Tree, faults};
use crate::place::{Place, figure, none, share};
use crate::school;
use crate::support::files_below;

/// Numbers that look like chance and are the same each time.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// At least 0, and less than `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    /// Some moment before `end`.
    fn before(&mut self, end: Duration) -> Duration {
        let end = usize::try_from(end.as_micros()).unwrap();
        Duration::from_micros(self.below(end.max(1)) as u64)
    }
}

/// How many students' sites are looked at after each kill.
const SAMPLE: usize = 40;

/// Kills and what was seen after them.
struct Series<'b> {
    place: &'b Place,
    dice: Dice,
    students: usize,
    /// What may be seen.
    builds: Vec<&'b Tree>,
    found: Vec<String>,
    met: usize,
}

impl Series<'_> {
    /// Builds, and kills the program at some moment before `end`.
    fn kill(&mut self, end: Duration) {
        let moment = self.dice.before(end);
        let mut command = self.place.command(&[]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        std::thread::sleep(moment);
        self.met += usize::from(child.try_wait().unwrap().is_none());
        // It may have ended between the two; then there is nothing to kill.
        let _ = child.kill();
        child.wait().unwrap();
        for fault in self.look() {
            self.found.push(format!("killed after {moment:?}: {fault}"));
        }
    }

    /// What is wrong with a sample of sites.
    fn look(&mut self) -> Vec<String> {
        let mut found = Vec::new();
        for _ in 0..self.students.min(SAMPLE) {
            let number = self.dice.below(self.students);
            let student = school::folder(number).replace("students/", "");
            let own = |tree: &Tree| -> Tree {
                let from = tree.range(format!("{student}/")..format!("{student}0"));
                from.map(|(path, bytes)| (path.clone(), bytes.clone()))
                    .collect()
            };
            let builds: Vec<Tree> = self.builds.iter().map(|build| own(build)).collect();
            let site = files_below(&self.place.out().join(&student));
            let site = site.into_iter();
            let site = site
                .map(|(path, bytes)| (format!("{student}/{path}"), bytes))
                .collect();
            found.extend(faults(&site, &builds.iter().collect::<Vec<_>>()));
        }
        found
    }
}

/// Puts a school there and builds it: what it comes to, and how long it takes.
fn whole(place: &Place) -> (Tree, Duration) {
    let start = Instant::now();
    let tree = place.clean();
    (tree, start.elapsed())
}

#[test]
fn a_build_may_stop_at_any_moment() {
    let students = share(15, 60);
    let kills = share(25, 500);
    let before = school::of(students);
    // Everybody's pages change: they name the number to call.
    let after = school::edited(before.clone()).edit("school.yaml", "555-0160", "555-0170");
    let place = Place::new(&before);
    let (old, end) = whole(&place);
    place.put(&after);
    let (new, _) = whole(&place);
    place.forget();
    let nothing = Tree::new();
    let mut series = Series {
        place: &place,
        dice: Dice::new(0x5EED),
        students,
        builds: vec![&new, &nothing],
        found: Vec::new(),
        met: 0,
    };
    // First with no sites at all, then with those of another time.
    let first = kills / 5;
    for _ in 0..first {
        series.kill(end);
    }
    place.clean();
    series.builds = vec![&old, &new];
    for kill in first..kills {
        place.put([&before, &after][kill % 2]);
        series.kill(end);
    }
    place.put(&before);
    let mut found = series.found;
    figure(
        "stopped at random",
        &format!(
            "{students} students, {kills} kills within {end:?}, {} met",
            series.met
        ),
    );
    found.extend(place.faults_after_next(&old));
    none(&found);
}
