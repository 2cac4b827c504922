//! What a build that is hindered at one of its calls begins with, and ends with.

use crate::crawl::{Tree, faults};
use crate::place::{Place, grow_old};
use crate::school::TWELVE;
use crate::strace::{self, Point};

/// A build to a school's second week, over and over.
pub(crate) struct Hindered {
    pub(crate) place: Place,
    /// The week whose sites stand before it, if any do.
    before: Option<usize>,
    /// The pages of those sites.
    pub(crate) old: Tree,
    pub(crate) new: &'static Tree,
    /// Every call that changes something.
    pub(crate) points: Vec<Point>,
}

impl Hindered {
    pub(crate) fn new(before: Option<usize>) -> Self {
        let mut build = Self {
            place: Place::new(&TWELVE.schools[1]),
            before,
            old: before.map_or_else(Tree::new, |week| TWELVE.built[week].clone()),
            new: &TWELVE.built[1],
            points: Vec::new(),
        };
        grow_old();
        build.begin();
        build.points = strace::points(&build.place).into_iter().collect();
        build
    }

    /// Makes everything as it is before the build.
    pub(crate) fn begin(&self) {
        let before = self.before.map(|week| &TWELVE.schools[week]);
        self.place.begin(before, &TWELVE.schools[1]);
    }

    /// What is wrong with `pages` as they are after it.
    pub(crate) fn faults(&self, pages: &Tree) -> Vec<String> {
        faults(pages, &[&self.old, self.new])
    }
}
