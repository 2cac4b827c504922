//! From a school folder on a disk to sites, building only what has changed.
//!
//! A run first reads what all students share ([`SharedInputs`]), and then takes each
//! student through five steps. Each step is one file of this folder:
//!
//! ```text
//!               list the files        read the files
//!               and the record        only if needed
//!   observe ────────┬──────────────────────┬───────────────┐
//!                   v                      v               │ still changing:
//!   decide      Replay? Read?      Wait? Hold? Build? ─────┘ check again later
//!                   │                      │
//!   compile         │              student's files → site in memory
//!   place           │              site → disk (the preview: → memory)
//!   record          │              what the next run compares with
//!                   v                      v
//!   outcome     what became of the student, for whoever shows it
//! ```
//!
//! [`SiteBuilder`] drives the steps for `build` and `watch`, [`PreviewBuilder`] for the
//! preview and the staff dashboard. A student's site depends on these things and on
//! nothing else; each is in that student's build record:
//!
//! | what can change a site | how kinfolio notices a change |
//! |---|---|
//! | the program itself | version, size and time of its file, in the shared fingerprint |
//! | the day: in `school.yaml`, or else in its time zone, or else the machine's | in the shared fingerprint |
//! | `school.yaml`, `staff.yaml`, `library/`, `locales/`, `themes/` | SHA-256 of every file, in the shared fingerprint |
//! | their translation log | as it is after a build, in the shared fingerprint |
//! | which students there are, and how each is called | in the shared fingerprint, because no page may name another child |
//! | the student's own files and translation log | size, times and file number of each; if these differ, SHA-256 of all |
//! | the pages themselves, changed or removed by another program | size and time of each |
//!
//! Because the day is in the shared fingerprint, everything is read and built again at
//! least daily, from the school's midnight on: what waited for its day is shown then.
//! A picture that is in the site already is not made again, if this program made it.
//! Diagnostics of unchanged files are reported again from the record. Without a record
//! a site is built again, and kinfolio cannot tell which files are missing, or which
//! name a student had whose file has errors.

mod compile;
mod decide;
mod folder_watcher;
mod observe;
mod outcome;
mod pictures;
mod place;
mod preview_builder;
mod record;
mod record_store;
mod removal;
mod settings;
mod shared_inputs;
mod shared_record;
mod site_builder;
mod site_ownership;
mod site_store;
mod stability;
mod suspicious_loss;

pub use folder_watcher::{FolderWatcher, WatchEvent, WatchTiming};
pub use outcome::SiteReport;
pub use place::{Written, write_for_staff};
pub use preview_builder::PreviewBuilder;
pub use removal::{Decision, Found, Removal, confirmed_names, confirmed_sites};
pub use settings::Settings;
pub use shared_inputs::SharedInputs;
pub use site_builder::{Run, SiteBuilder};
pub use site_ownership::Refused;
pub use site_store::{has_site, is_near_sites, leftover_sites, site_name, twin_sites};
