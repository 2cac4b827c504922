//! Which plain sites are in a folder with neutral names, and who may open them: what the
//! rules of a web server are made from.

use std::collections::BTreeSet;
use std::path::Path;

use super::access::folder_owners;
use super::record::BuildRecord;
use super::record_store::{self, RecordStore};
use super::site_store;
use crate::keyring::Keyring;
use crate::model::ReaderId;
use crate::seal::Place;
use crate::source::RelPath;

/// The sites in a folder.
#[derive(Debug, Default)]
pub struct ReadableSites {
    /// Those that readers can open.
    pub sites: Vec<ReadableSite>,
    /// Students whose sites are there, but of which nothing is recorded.
    pub unknown: Vec<String>,
}

/// A site with plain pages.
#[derive(Debug)]
pub struct ReadableSite {
    /// Its folder.
    pub place: Place,
    /// Who may open it. People whose letters were revoked are not among them.
    pub readers: Vec<SiteReader>,
}

/// A reader of a site.
#[derive(Debug)]
pub struct SiteReader {
    /// The name in the keyring.
    pub id: ReaderId,
    /// The pages and pictures that the reader may open. `None` for all.
    pub only: Option<Vec<RelPath>>,
}

impl ReadableSites {
    /// The sites in `out`, as they were last built. `work` is the folder for build records
    /// if it is not in the system's place. A student whose files have errors keeps the
    /// last good site, and so do its readers.
    #[must_use]
    pub fn read(out: &Path, work: Option<&Path>, keyring: &Keyring) -> Self {
        let records = RecordStore::new(record_store::folder_for(work, out));
        let mut found = Self::default();
        for (place, student) in folder_owners(&records) {
            let current = keyring.root().site_place(&student);
            if current.as_str() != place || !site_store::is_site(&out.join(&place)) {
                continue;
            }
            let record = records.read(&student);
            let record = record.and_then(|bytes| BuildRecord::read(&bytes));
            let Some(site) = record.and_then(|record| record.access) else {
                found.unknown.push(student);
                continue;
            };
            let is_open = site.is_plain && keyring.retired(&student).is_none();
            let readers = site.readers.into_iter().filter(|_| is_open);
            let readers = readers.filter_map(|reader| {
                let id = reader.reader();
                let may_open = keyring.revoked(&id).is_none() && reader.start.is_some();
                may_open.then_some(SiteReader {
                    id,
                    only: reader.only,
                })
            });
            let readers = readers.collect();
            found.sites.push(ReadableSite {
                place: current,
                readers,
            });
        }
        found
    }

    /// The readers who can open something.
    #[must_use]
    pub fn readers(&self) -> Vec<&ReaderId> {
        let readers = self.sites.iter().flat_map(|site| &site.readers);
        let once: BTreeSet<&ReaderId> = readers.map(|reader| &reader.id).collect();
        once.into_iter().collect()
    }
}
