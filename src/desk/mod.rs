//! The desk: what forms show of a student's files, and what they change in them.
//!
//! Files stay the only place where anything is kept. A form is made from them, and what a
//! person typed becomes one [`crate::edit::Change`] or a few. Pure: text in, text out.

mod form;
mod numbers;
mod update;

pub use form::{Control, Shown, controls, with_form};
pub use numbers::{GoalLine, OnDay, Typed, lines, with_number};
pub use update::{UpdateDraft, draft, file as update_file, with_update};
