//! kinfolio turns a shared folder of plain Markdown and YAML into one small,
//! private, accessible website per student, in the family's languages.
//!
//! The modules below are listed so that each imports only from those above it. `docs/architecture.md` is the map.

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

pub mod chart;

pub mod locale;

pub mod theme;

pub mod render;

pub mod audit;

pub mod build;

pub mod io;

pub mod incremental;

pub mod cli;
