//! A parsed file, and the group of a file and its translations.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::csv_sheet::Sheet;
use super::markdown::Body;
use super::node::{Kind, Node};
use crate::model::Lang;
use crate::source::{Place, RelPath, Span};

/// A parsed file.
#[derive(Debug, Clone)]
pub struct RawFile {
    /// Its path.
    pub path: RelPath,
    /// Its text. Spans are byte ranges of it.
    pub text: Arc<str>,
    /// The facts. Empty if a Markdown file has none.
    pub facts: Node,
    /// The text of a Markdown file, without its facts.
    pub body: Option<Body>,
    /// The headings and rows of a sheet.
    pub sheet: Option<Sheet>,
}

impl RawFile {
    /// A file without contents.
    #[must_use]
    pub fn empty(path: RelPath) -> Self {
        Self {
            path,
            text: "".into(),
            facts: Node {
                span: Span::new(0, 0),
                kind: Kind::Empty,
            },
            body: None,
            sheet: None,
        }
    }

    /// The text of a Markdown file. Empty for any other file.
    #[must_use]
    pub fn words(&self) -> &str {
        self.body.as_ref().map_or("", |body| &body.text)
    }

    /// The place of a part of the text of a Markdown file.
    #[must_use]
    pub fn in_words(&self, part: Span) -> Place {
        let body = self.body.as_ref();
        Place {
            file: self.path.clone(),
            span: body.map_or(part, |body| body.in_file(part)),
        }
    }

    /// The first line of the file, to point at if something is missing.
    #[must_use]
    pub fn top(&self) -> Place {
        let first = self.text.lines().next().unwrap_or_default();
        Place {
            file: self.path.clone(),
            span: Span::new(0, first.len()),
        }
    }
}

/// A file and its translations.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// The file itself, unless it is broken.
    pub original: Option<RawFile>,
    /// Translations, by language.
    pub translations: BTreeMap<Lang, RawFile>,
    /// Whether any of these files is broken. Then nothing follows from what is missing.
    pub broken: bool,
}

/// Parsed files by their path below `root`, without the language.
pub type Groups = BTreeMap<String, Group>;
