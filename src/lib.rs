//! kinfolio turns a shared folder of plain Markdown and YAML into one small,
//! private, accessible website per student, in the family's languages.
//!
//! The modules below are listed so that each imports only from those above it.
//! `docs/architecture.md` is the map.
//!
//! Every command reads a school folder and compiles its students like this:
//!
//! ```
//! use kinfolio::{build, diagnostic::Diagnostics, discover::Students, io::Disk, model::Date};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let school = Disk::new("content".as_ref());
//! let students = Students::new(school.students().map_err(|fault| fault.system)?);
//! let names: std::sync::Arc<[_]> = students
//!     .iter()
//!     .map(|student| build::names_of(&school, student, &students))
//!     .collect();
//! let files = school.shared().map_err(|fault| fault.system)?;
//! let today = Date::constant(2026, 11, 20);
//!
//! let mut diagnostics = Diagnostics::default();
//! let shared = build::Shared::read(&files, &students, &names, today);
//! let shared = shared.into_value(&mut diagnostics).ok_or("shared files")?;
//! let built = build::student(&school, "khoi", &students, &shared, |_, pages| pages);
//! assert!(!built.diagnostics.any_error());
//! let pages = built.site.ok_or("no site")?;
//! assert!(pages.keys().any(|path| path.as_str() == "index.html"));
//! # Ok(())
//! # }
//! ```

pub mod source;

pub mod diagnostic;

pub mod model;

pub mod input;

pub mod schema;

pub mod discover;

pub mod parse;

pub mod edit;

pub mod picture;

pub mod validate;

pub mod progress;

pub mod rules;

pub mod chart;

pub mod locale;

pub mod theme;

pub mod render;

pub mod audit;

pub mod seal;

pub mod build;

pub mod desk;

pub mod io;

pub mod keyring;

pub mod host_files;

pub mod host;

pub mod incremental;

pub mod publish;

pub mod cli;
