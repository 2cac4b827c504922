//! A fact with its label.

use crate::locale::localized_text::LocalizedText;
use serde::Serialize;

use super::words::{LinkTerms, Links};

/// A fact with its name.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// The name.
    pub label: LocalizedText,
    /// The fact, in one or more lines.
    pub lines: Vec<LocalizedText>,
}

impl LinkTerms for Fact {
    fn link(&mut self, links: &mut Links) {
        self.lines.link(links);
    }
}
