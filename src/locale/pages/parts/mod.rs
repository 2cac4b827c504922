//! What several pages show: one fragment a file, with its view and the function
//! that builds it. Pages import from here and never from each other.
//! `progress_text.rs` words a goal's numbers; `sentences.rs` and `date_range.rs`
//! build sentences with it.

pub(super) mod amount;
pub(super) mod call;
pub(super) mod change;
pub(super) mod chart_guide;
pub(super) mod chart_key;
pub(super) mod contact_links;
pub(super) mod date_range;
pub(super) mod dates;
pub(super) mod decided;
pub(super) mod ending;
pub(super) mod fact;
pub(super) mod goal_chart;
pub(super) mod goal_link;
pub(super) mod grid;
pub(super) mod lock;
pub(super) mod meeting;
pub(super) mod numbers;
pub(super) mod page_text;
pub(super) mod participant;
pub(super) mod partner;
pub(super) mod passage;
pub(super) mod picture;
pub(super) mod progress_text;
pub(super) mod section;
pub(super) mod sentences;
pub(super) mod service;
pub(super) mod status;
pub(super) mod student;
pub(super) mod tip;
pub(super) mod translation_note;
pub(super) mod update;
pub(super) mod words;
