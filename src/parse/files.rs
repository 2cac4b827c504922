use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::markdown::{self, Body};
use super::node::{Kind, Node};
use super::{sheet, yaml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::model::Lang;
use crate::source::{Place, RelPath, SourceFile, Span};

/// A parsed file: its facts and, in Markdown, its words.
#[derive(Debug, Clone)]
pub struct RawFile {
    /// Where it stands.
    pub path: RelPath,
    /// The whole text; spans are ranges of it.
    pub text: Arc<str>,
    /// The facts. An empty map where a Markdown file has none.
    pub facts: Node,
    /// The words of a Markdown file.
    pub body: Option<Body>,
}

impl RawFile {
    /// The words of a Markdown file.
    #[must_use]
    pub fn words(&self) -> &str {
        self.body.as_ref().map_or("", |body| &body.text)
    }

    /// Where a part of the words of a Markdown file stands.
    #[must_use]
    pub fn in_words(&self, part: Span) -> Place {
        let body = self.body.as_ref();
        Place {
            file: self.path.clone(),
            span: body.map_or(part, |body| body.in_file(part)),
        }
    }

    /// The start of the file, for what is missing from it.
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
    /// Whether any of these files is broken, so that nothing should be
    /// concluded from what is missing.
    pub broken: bool,
}

/// Parsed files by their path below `root`, the language taken out of it.
pub type Groups = BTreeMap<String, Group>;

/// Parses every YAML and Markdown file of `files`, which stand below `root`.
/// Something is wrong with those that are `refused`: they are there, but not
/// among `files`.
pub fn files<'a>(
    files: &[SourceFile],
    root: &str,
    refused: impl IntoIterator<Item = &'a RelPath>,
) -> Outcome<Groups> {
    let mut seen = Diagnostics::default();
    let mut groups = Groups::new();
    for file in files {
        let Some(below) = below(&file.path, root) else {
            continue;
        };
        let (key, lang) = split_language(below);
        let raw = parse(file).into_value(&mut seen);
        let group = groups.entry(key).or_default();
        group.broken |= raw.is_none();
        match (raw, lang) {
            (Some(raw), None) => group.original = Some(raw),
            (Some(raw), Some(lang)) => {
                group.translations.insert(lang, raw);
            }
            (None, _) => {}
        }
    }
    for path in refused {
        let key = below(path, root).map(split_language);
        if let Some(group) = key.and_then(|(key, _)| groups.get_mut(&key)) {
            group.broken = true;
        }
    }
    for group in groups.values() {
        for raw in group.translations.values() {
            if group.original.is_none() && !group.broken {
                seen.push(Diagnostic::about(Code::TranslationAlone, &raw.path));
            }
        }
    }
    Outcome::new(groups, seen)
}

fn below<'a>(path: &'a RelPath, root: &str) -> Option<&'a str> {
    if root.is_empty() {
        Some(path.as_str())
    } else {
        path.below(root)
    }
}

fn parse(file: &SourceFile) -> Outcome<Option<RawFile>> {
    let mut seen = Diagnostics::default();
    let raw = |facts, body| RawFile {
        path: file.path.clone(),
        text: file.text.clone(),
        facts,
        body,
    };
    let empty = || Node {
        span: Span::new(0, 0),
        kind: Kind::Empty,
    };
    let parsed = if file.path.has_ending("md") {
        let document = markdown::split(file).into_value(&mut seen);
        let whole = document.whole;
        whole.then(|| raw(document.front.unwrap_or_else(empty), Some(document.body)))
    } else if file.path.has_ending("yaml") {
        let node = yaml::parse(&file.path, &file.text, 0).into_value(&mut seen);
        let whole = !seen.any_error();
        whole.then(|| raw(node.unwrap_or_else(empty), None))
    } else {
        let rows = sheet::parse(&file.path, &file.text).into_value(&mut seen);
        let whole = !seen.any_error();
        whole.then(|| raw(rows.unwrap_or_else(empty), None))
    };
    Outcome::new(parsed, seen)
}

/// `goals/reading.es.yaml` is `goals/reading.yaml` in `es`.
fn split_language(below: &str) -> (String, Option<Lang>) {
    // Texts speak of it with composed letters, however its disk writes é.
    let below: String = below.nfc().collect();
    let (folder, name) = below
        .rsplit_once('/')
        .map_or(("", &*below), |(folder, name)| (folder, name));
    let parts: Vec<&str> = name.split('.').collect();
    let [id, lang, ending] = parts.as_slice() else {
        return (below, None);
    };
    let slash = if folder.is_empty() { "" } else { "/" };
    let lang = Lang::new(*lang);
    (format!("{folder}{slash}{id}.{ending}"), Some(lang))
}
