//! Taking the folder of a site off the host, and proving that nothing is left.

use std::collections::BTreeSet;

use super::plan::is_ours;
use crate::host::{Host, HostFault};
use crate::source::RelPath;

/// A folder that was taken off the host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenDown {
    /// Its name on the host.
    pub folder: String,
    /// The files that were removed, by their path on the host.
    pub removed: Vec<RelPath>,
    /// How many of them the host was asked for afterwards, and did not have.
    pub verified: usize,
    /// Files of kinfolio that are still there although the host said that it removed them.
    pub left: Vec<RelPath>,
    /// Files of other programs in the folder. They were not touched.
    pub foreign: Vec<RelPath>,
}

impl TakenDown {
    /// Whether nothing of the site is left.
    #[must_use]
    pub fn is_proved(&self) -> bool {
        self.left.is_empty() && self.verified == self.removed.len()
    }
}

/// Removes the files of kinfolio in `folder`, home page first: an address without a page
/// is better than dead links. `known` are files that a host may not list.
///
/// # Errors
/// The first fault. Everything may still be there.
pub(super) fn take_down(
    host: &dyn Host,
    folder: &RelPath,
    known: impl Iterator<Item = RelPath>,
) -> Result<TakenDown, HostFault> {
    let listed = host.list(Some(folder))?.into_iter().map(|file| file.path);
    let all: BTreeSet<RelPath> = listed.chain(known).collect();
    let (ours, foreign): (Vec<RelPath>, Vec<RelPath>) = all.into_iter().partition(is_ours);
    let mut ours = ours;
    let home = folder.as_str().len() + "/index.html".len();
    ours.sort_by_key(|path| path.file_name() != "index.html" || path.as_str().len() != home);
    for path in &ours {
        host.remove(path)?;
    }
    let mut left = BTreeSet::new();
    let mut verified = 0;
    for path in &ours {
        match host.read(path)? {
            None => verified += 1,
            Some(_) => drop(left.insert(path.clone())),
        }
    }
    let listed = host.list(Some(folder))?.into_iter().map(|file| file.path);
    left.extend(listed.filter(is_ours));
    Ok(TakenDown {
        folder: folder.as_str().to_owned(),
        removed: ours,
        verified,
        left: left.into_iter().collect(),
        foreign,
    })
}
