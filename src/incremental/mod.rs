//! From a school folder on a disk to sites on a disk.
//!
//! [`SharedInputs`] reads what all students share and each student's files one by one.
//! [`SiteBuilder`] holds the right to write sites, and makes anew only what has
//! changed. A student's site depends on these things and on nothing else; each
//! is in the ledger's entry for that student:
//!
//! | what can change a site | how a change is noticed |
//! |---|---|
//! | the program itself | version, size and time of its file, in the frame |
//! | the day: as `school.yaml` names it, else by its time zone, else the machine's | in the frame |
//! | `school.yaml`, `staff.yaml`, `library/`, `locales/`, `themes/` | SHA-256 of every file, in the frame |
//! | what is remembered of their translations | as it stands after a build, in the frame |
//! | which students there are, and how each is called | in the frame: no page may name another child |
//! | the student's own files, and what is remembered of their translations | size, times and file number of each; where those differ, SHA-256 of all |
//! | the pages themselves, changed or removed by somebody | size, times and file number of each |
//!
//! With the day in the frame everything is read and made anew at least daily, from
//! the school's midnight on: what waited for its day is shown then. A
//! picture that stands in the site already is not made again, if it was made by
//! this program. What was seen of unchanged files is said again from the entry.
//! Pages are written before the entry that says so, so an entry never promises
//! too much. Without an entry everything is made anew, and nobody knows which
//! files are gone, or how a student was called whose file is broken.

mod build_record;
mod folder_watcher;
mod pictures;
mod preview_builder;
mod settings;
mod shared;
mod shared_inputs;
mod site_builder;
mod site_ownership;
mod stability;

pub use folder_watcher::{FolderWatcher, WatchEvent, WatchTiming};
pub use preview_builder::PreviewBuilder;
pub use settings::Settings;
pub use shared_inputs::SharedInputs;
pub use site_builder::{OnDisk, Run, SiteBuilder};
pub use site_ownership::Refused;
