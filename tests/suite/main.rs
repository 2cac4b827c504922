//! Tests of the whole: a school folder goes in, sites and problems come out.
//!
//! `tests/README.md` says how to run one, how to add one, and how to bless.

#![expect(
    clippy::disallowed_methods,
    reason = "tests make folders, and look at what is on the disk"
)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod absence;
mod advice;
mod begin;
mod chance;
mod check;
mod cli;
mod dashboard;
mod dashboard_readers;
mod dates;
mod desk;
mod diagnostics_page;
mod docs;
mod edits;
mod folder;
mod format_page;
mod golden;
mod golden_numbers;
mod guides;
mod handoff;
mod host_files;
mod host_login;
mod host_rules;
mod hostile;
mod hostile_cases;
mod hostile_pairs;
mod incremental;
mod inert;
mod inert_cases;
mod invariants;
mod isolation;
mod keys;
mod keys_status;
mod letters;
#[cfg(target_os = "linux")]
mod letters_pdf;
mod memory_host;
mod messages;
mod messages_files;
mod next_day;
mod packs;
mod paper;
#[cfg(all(unix, feature = "pass-phrase"))]
mod pass_phrase;
mod pictures;
#[cfg(unix)]
mod pipes;
mod privacy;
mod promises;
mod properties;
mod publish;
mod publish_commands;
mod publish_others;
mod reach;
#[path = "../servers/running.rs"]
mod running;
mod sealed;
mod sealed_words;
mod searched_names;
mod sentences;
mod serve;
mod shared_change;
mod spec;
mod stale;
mod support;
mod synonyms;
mod take_down;
#[cfg(target_os = "linux")]
mod terminal;
mod tidy;
mod today;
mod verify;
mod watch;
mod web_servers;
mod week;
mod words;
