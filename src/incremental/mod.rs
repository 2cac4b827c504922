//! From a school folder on a disk to sites, building only what has changed.
//!
//! A run first reads the shared files ([`SharedInputs`]), and then takes each student
//! through five steps. Each step is one file of this folder:
//!
//! ```text
//!               list the files        read the files
//!               and the record        only if needed
//!   observe ────────┬──────────────────────┬───────────────┐
//!                   v                      v               │ still changing:
//!   decide      Replay? Read?      Wait? Hold? Build? ─────┘ check again later
//!                   │                      │
//!   compile         │              student's files → site in memory
//!   place           │              site → disk
//!   record          │              what the next run compares with
//!                   v                      v
//!   outcome     the result for the student, for the command that shows it
//! ```
//!
//! [`SiteBuilder`] drives the steps for `build` and `watch`; `steps.rs` has them in order.
//! `access.rs` decides how pages are kept private. Where they are sealed, `sealing.rs` does
//! that between `compile` and `place`. Where there is a keyring, `reader_folders.rs` writes
//! afterwards what each reader's letter opens, and `readable_sites.rs` tells a web server who
//! may open what. [`PreviewBuilder`] shares `decide` and `compile` for the preview and the
//! staff dashboard. A student's site depends on these things and on nothing else; each is in
//! that student's build record:
//!
//! | what can change a site | how kinfolio notices a change |
//! |---|---|
//! | the program itself | version, size and time of its file |
//! | the day: as `school.yaml` sets it, or today in the school's time zone, or today on this computer | each result names the first day on which it may be another one ([`Today`]) |
//! | the texts of `library/` and `staff.yaml`, the messages of each language in `locales/` | each is a part of the shared inputs with a fingerprint of its own; a result names the parts that it shows |
//! | the list of students and their names | for each word of a name, what it can mean; a result names all words that were searched for names, because no page may name another child |
//! | everything else in `school.yaml`, `staff.yaml`, `library/`, `locales/`, `themes/` | one SHA-256 for all of it: a change concerns every site |
//! | the student's own files and translation log | size, times and file number of each; if these differ, SHA-256 of all |
//! | the pages themselves, changed or removed by another program | size and time of each |
//!
//! `shared_history.rs` keeps in which run each part last changed, and `basis.rs` is what
//! a result was made with. A picture already in the site is reused, unless another build
//! of kinfolio made it. Diagnostics of unchanged files are reported again from the record.
//! Without a build record, a site is built again, and so it is if the clock was set back.
//! kinfolio then cannot tell which files are missing, or the last known name of a student
//! whose `student.yaml` has errors.
//!
//! [`Today`]: crate::model::Today

mod access;
mod basis;
mod built_sites;
mod compile;
mod decide;
mod folder_watcher;
mod message_record;
mod observe;
mod outcome;
mod pictures;
mod place;
mod preview_builder;
mod readable_sites;
mod reader_folders;
mod record;
mod record_store;
mod removal;
mod sealing;
mod settings;
mod shared_history;
mod shared_inputs;
mod shared_record;
mod site_builder;
mod site_ownership;
mod site_store;
mod stability;
mod steps;
mod suspicious_loss;

pub use built_sites::{BuiltFolder, BuiltSites, HeldReason};
pub use folder_watcher::{FolderWatcher, WatchEvent, WatchTiming};
pub use message_record::{MessageFile, MessageRecord};
pub use outcome::{SiteReport, StudentReport, StudentResult};
pub use place::{FileCounts, StaffFolder};
pub use preview_builder::PreviewBuilder;
pub use readable_sites::{ReadableSite, ReadableSites, SiteReader};
pub use removal::{Found, Removal, RemovalOutcome, confirmed_names, confirmed_sites};
pub use settings::Settings;
pub use shared_inputs::SharedInputs;
pub use site_builder::{Run, SiteBuilder, TakeReports};
pub use site_ownership::Refused;
pub use site_store::{SiteFolders, is_near_sites, plain_site, site_name};
