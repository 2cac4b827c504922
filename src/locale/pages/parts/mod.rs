//! What several pages show: each fragment in a file, with its view and how it
//! is made. Pages import from here and never from each other.

pub(super) mod amount;
pub(super) mod contact_links;
pub(super) mod date_range;
pub(super) mod grid;
pub(super) mod meeting;
pub(super) mod partner;
pub(super) mod picture;
pub(super) mod progress_text;
pub(super) mod words;
