//! kinfolio turns a shared folder of plain Markdown and YAML into one small,
//! private, accessible website per student, in the family's languages.
//!
//! The modules below stand in the order in which a school's words pass through
//! them; imports point up this list only. `docs/architecture.md` is the map.

pub mod source;

pub mod diagnostic;

pub mod model;

pub mod input;

pub mod discover;

pub mod parse;

pub mod picture;

pub mod validate;

pub mod progress;

pub mod rules;

pub mod locale;

pub mod chart;

pub mod theme;

pub mod render;

pub mod audit;

pub mod build;

pub mod io;

pub mod incremental;

pub mod cli;
