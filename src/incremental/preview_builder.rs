use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{SharedInputs, build_record};
use crate::build::{self, Built};
use crate::diagnostic::Diagnostics;
use crate::io::{Disk, Fault, Stamps};
use crate::model::StudentId;
use crate::render::Bundle;

/// A school's sites for whoever writes them: what came of each student is kept,
/// and made anew when something has changed. Nothing is written.
pub struct PreviewBuilder {
    disk: Disk,
    /// What all sites were last made with, and what stands for it.
    shared_fingerprint: Option<(Arc<SharedInputs>, Option<String>)>,
    units: BTreeMap<String, Draft>,
    /// What was seen of students while what they share is broken.
    looked: Diagnostics,
}

/// What came of a student's files, and how these looked before they were read.
type Draft = (Option<Stamps>, Built<()>);

impl PreviewBuilder {
    /// Nothing yet, of the school on `disk`.
    #[must_use]
    pub fn new(disk: &Disk) -> Self {
        Self {
            disk: disk.clone(),
            shared_fingerprint: None,
            units: BTreeMap::new(),
            looked: Diagnostics::default(),
        }
    }

    /// Looks at some students, or at all, and makes anew what has changed; each
    /// new site goes to `finish`. Tells whether anything had changed.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn refresh(
        &mut self,
        students: Option<&BTreeSet<String>>,
        finish: impl Fn(&StudentId, Bundle) + Sync,
    ) -> Result<bool, Fault> {
        let some = students.filter(|students| self.names_are_the_same(students));
        let before = self.shared_fingerprint.take();
        let (opened, shared_fingerprint) = if let (Some(before), Some(_)) = (&before, some) {
            before.clone()
        } else {
            let opened = SharedInputs::read(&self.disk)?;
            let shared_fingerprint = build_record::shared_fingerprint(&opened);
            (Arc::new(opened), shared_fingerprint)
        };
        let kept = before.is_some_and(|(old, key)| {
            key == shared_fingerprint && (key.is_some() || old.diagnostics == opened.diagnostics)
        });
        let all = || opened.students.iter().map(str::to_owned).collect();
        let looked_at: Vec<String> = some.map_or_else(all, |some| some.iter().cloned().collect());
        if !kept {
            self.units.clear();
        } else if some.is_none() {
            self.units
                .retain(|student, _| looked_at.binary_search(student).is_ok());
        }
        let made: Vec<_> = looked_at
            .par_iter()
            .filter_map(|student| self.make(student, &opened, &finish))
            .collect();
        let looked = std::mem::replace(&mut self.looked, opened.look());
        let changed = !kept || !made.is_empty() || looked != self.looked;
        self.units.extend(made);
        self.shared_fingerprint = Some((opened, shared_fingerprint));
        Ok(changed)
    }

    /// What a student's files come to, if they have changed.
    fn make(
        &self,
        student: &str,
        opened: &SharedInputs,
        finish: &(impl Fn(&StudentId, Bundle) + Sync),
    ) -> Option<(String, Draft)> {
        let stamps = self.disk.stamps(Some(student));
        let known = self.units.get(student);
        if known.is_some_and(|(before, _)| stamps.is_some() && *before == stamps) {
            return None;
        }
        let shared = opened.shared.as_ref()?;
        let built = build::student(&self.disk, student, &opened.students, shared, finish);
        Some((student.to_owned(), (stamps, built)))
    }

    fn names_are_the_same(&self, students: &BTreeSet<String>) -> bool {
        let Some((opened, _)) = &self.shared_fingerprint else {
            return false;
        };
        let same_day = opened.is_of_today();
        same_day
            && students.iter().all(|student| {
                let now = build::names_of(&self.disk, student, &opened.students);
                opened.names.contains(&now) && self.disk.stamps(Some(student)).is_some()
            })
    }

    /// What all students share, as it was last read.
    #[must_use]
    pub fn opened(&self) -> Option<Arc<SharedInputs>> {
        self.shared_fingerprint
            .as_ref()
            .map(|(opened, _)| opened.clone())
    }

    /// What came of each student; nothing when what they share is broken.
    #[must_use]
    pub fn units(&self) -> Option<Vec<Built<()>>> {
        let (opened, _) = self.shared_fingerprint.as_ref()?;
        opened.shared.as_ref()?;
        let units = self.units.values();
        Some(units.map(|(_, built)| built.clone()).collect())
    }
}
