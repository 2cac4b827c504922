//! Publishing: sends the sites that `build` made to the school's host, so that a family
//! meets the old page or the new one, and each site is complete at every moment.
//!
//! ```text
//! contents   hashes of the files that may be published          this computer
//! manifest   what was published, and who is publishing          the host, sealed
//! memory     which files the host has                           this computer
//! plan       what to send and what to remove, for each folder   pure
//! send       new files, changed pages, home pages, removals     the host
//! ```
//!
//! **Nothing is asked about files that have not changed.** The manifest has one hash for
//! each folder. A folder whose hash is that of the folder here is up to date. For the
//! others, the memory knows which files the host has, as long as the manifest says that
//! this computer was the last to write the folder. Otherwise the folder is listed, and
//! sent again.
//!
//! **Order.** Within a site: files that the host does not have (pictures first), then
//! pages that changed, then the home page. The folders of readers follow after all sites,
//! because they hold the keys of sites. Files are removed last, and not in a run with an
//! error. A site with a fault is left as it is, and the others go on.
//!
//! **One at a time.** Servers ignore conditional requests, so no lock relies on them. A
//! run writes its name into the manifest, waits, and reads it again: if two start together,
//! only the one that wrote last finds its name. While it works, it renews the entry. If
//! an entry is not renewed for a while, the run has ended without saying so.
//!
//! **Absence is no decision.** A folder that is not here anymore stays on the host, until
//! a person takes it down by name.

mod claim;
mod contents;
mod manifest;
mod memory;
mod plan;
mod run;
mod send;
mod take_down;
mod top;
mod verify;

pub use contents::Contents;
pub use memory::Memory;
pub use plan::{FolderPlan, Plan};
pub use run::{PublishFault, Published, Publisher, Timing};
pub use send::Sending;
pub use take_down::TakenDown;
pub use verify::{Finding, FindingKind, Verification, Verified};
