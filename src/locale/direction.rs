//! The direction in which a language is written.

use serde::Serialize;

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names are HTML's own")]
pub enum Direction {
    Ltr,
    Rtl,
}
