//! How the pages of a school are kept private, and who can open them.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

use super::observe::Workspace;
use super::record_store::RecordStore;
use super::sealing::{Sealing, SiteAccess};
use super::shared_inputs::CompleteInputs;
use super::site_ownership::Refused;
use super::site_store::{SiteFolders, site_name};
use super::{Settings, reader_folders, site_store};
use crate::build;
use crate::discover::Students;
use crate::io::Fault;
use crate::keyring::Problem;
use crate::model::Access;

/// The name of the record of whose each folder with a neutral name is. No student's folder
/// can have it.
const NEUTRAL_FOLDERS: &str = "/sealed-folders";

/// Whose each folder with a neutral name is, now or earlier.
pub(super) fn folder_owners(records: &RecordStore) -> BTreeMap<String, String> {
    let bytes = records.read(NEUTRAL_FOLDERS);
    bytes
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

impl Workspace {
    /// Decides how pages are kept private, and reads the keys for it.
    ///
    /// # Errors
    /// Why the keyring is not used.
    pub(super) fn choose_access(&mut self, students: &Students) -> Result<(), Refused> {
        let out = &self.settings.out;
        let mut known = folder_owners(&self.records);
        let written = build::access(&self.disk, students);
        // If `school.yaml` has errors, no site is made.
        let access = written.or((!known.is_empty()).then_some(Access::Sealed));
        let access = access.filter(|_| !self.settings.plain);
        let sealing = access.map(|access| self.keys_for(access));
        let Some(sealing) = sealing.transpose()?.flatten() else {
            if self.settings.plain && site_store::has_neutral_sites(out) {
                return Err(Refused::SealedThere);
            }
            self.folders = SiteFolders::plain(out, known);
            self.sealing = None;
            return Ok(());
        };
        let root = sealing.keyring.root();
        let before = known.len();
        for student in students.iter().map(site_name) {
            let place = root.site_place(&student).as_str().to_owned();
            known.entry(place).or_insert(student);
        }
        if known.len() > before {
            let bytes = serde_json::to_vec(&known).unwrap_or_default();
            self.note(self.records.write(NEUTRAL_FOLDERS, &bytes));
        }
        self.folders = SiteFolders::neutral(out, known, root, sealing.seals());
        self.sealing = Some(sealing);
        Ok(())
    }

    /// The keys of the school. `None` if its host asks readers to log in and it has no
    /// keyring yet. One that cannot be used is no reason to put students' names into
    /// addresses.
    fn keys_for(&self, access: Access) -> Result<Option<Sealing>, Refused> {
        let Settings { out, keys, .. } = &self.settings;
        match Sealing::open(
            access,
            &self.settings.keyrings,
            self.disk.root(),
            out,
            keys.as_deref(),
        ) {
            Ok(sealing) => Ok(Some(sealing)),
            Err(fault) if access == Access::HostLogin && fault.problem == Problem::None => Ok(None),
            Err(fault) => Err(Refused::Keyring(fault)),
        }
    }

    /// Whether the keys are still those that were read.
    pub(super) fn has_same_keys(&self) -> bool {
        let is_current =
            |sealing: &Sealing| sealing.is_current(self.disk.root(), &self.settings.out);
        self.sealing.as_ref().is_none_or(is_current)
    }

    /// Notes that other readers can open a site than before, or with other keys, if that is
    /// so.
    pub(super) fn note_access(&self, before: Option<&SiteAccess>, now: Option<&SiteAccess>) {
        if before != now {
            self.readers_due.store(true, Ordering::Relaxed);
        }
    }

    /// Writes what readers' letters open if that has changed for a site. Returns the first
    /// system error.
    pub(super) fn write_readers_if_due(&self, inputs: &CompleteInputs) -> Option<Fault> {
        let is_due = self.readers_due.load(Ordering::Relaxed);
        is_due.then(|| self.write_readers(inputs)).flatten()
    }

    /// Writes what readers' letters open. Returns the first system error.
    pub(super) fn write_readers(&self, inputs: &CompleteInputs) -> Option<Fault> {
        let sealing = self.sealing.as_ref()?;
        let written = reader_folders::write(self, sealing, inputs);
        self.note(sealing.keep_codes());
        self.readers_due.store(written.is_err(), Ordering::Relaxed);
        written.err()
    }

    /// Whether the pages of a site, if any are on the disk, are kept private as they would be
    /// now.
    pub(super) fn is_private_as_now(
        &self,
        student: &str,
        is_on_disk: bool,
        site: Option<&SiteAccess>,
    ) -> bool {
        match (&self.sealing, site) {
            (Some(sealing), Some(site)) => sealing.holds(student, site),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => !is_on_disk,
        }
    }
}
