//! Old or new, never a mix: the program is stopped, refused, starved and
//! confused, and the pages that families open are looked at each time.
//!
//! It is driven as anybody would drive it, by its command line. A part of each
//! kind runs with `cargo test`; `docs/reliability.md` names the one command that
//! runs all of it, and says what is promised.

#![expect(
    clippy::disallowed_methods,
    reason = "tests make folders, measure time, and look at what is on the disk"
)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed"
)]

mod changing;
mod crawl;
mod denied;
#[path = "../suite/folder.rs"]
#[allow(dead_code, reason = "it serves two test programs")]
mod folder;
mod hindered;
mod load;
mod locked;
mod moments;
mod place;
mod questions;
mod refused;
mod same;
mod school;
mod soak;
mod space;
mod stopped;
mod strace;
#[path = "../suite/support.rs"]
#[allow(dead_code, reason = "it serves two test programs")]
mod support;
