//! Parses files, and groups each with its translations.

use unicode_normalization::UnicodeNormalization;

use super::node::{Kind, Node};
use super::raw_file::{Group, Groups, RawFile};
use super::{csv_sheet, hidden, markdown, yaml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::model::Lang;
use crate::source::{RelPath, SourceFile, Span, split_name};

/// Parses all `files`, which are below `root`. The `refused` files exist, but could not be
/// read, so they are not among `files`.
pub fn files<'a>(
    files: &[SourceFile],
    root: &str,
    refused: impl IntoIterator<Item = &'a RelPath>,
) -> Outcome<Groups> {
    let mut diagnostics = Diagnostics::default();
    let mut groups = Groups::new();
    for file in files {
        let Some(below) = below(&file.path, root) else {
            continue;
        };
        let (key, lang) = split_language(below);
        let raw = parse(file).into_value(&mut diagnostics);
        if let Some(raw) = &raw {
            hidden::report(raw, &mut diagnostics);
        }
        let group = groups.entry(key).or_default();
        group.broken |= raw.is_none();
        if let Some(raw) = raw {
            add(group, lang, raw, &mut diagnostics);
        }
    }
    for path in refused {
        let key = below(path, root).map(split_language);
        if let Some(group) = key.and_then(|(key, _)| groups.get_mut(&key)) {
            group.broken = true;
        }
    }
    Outcome::new(groups, diagnostics)
}

/// Adds a file to its group. Of two files for one, the one that ends in `.yaml` wins.
fn add(group: &mut Group, lang: Option<Lang>, raw: RawFile, diagnostics: &mut Diagnostics) {
    let there = match &lang {
        None => group.original.as_ref(),
        Some(lang) => group.translations.get(lang),
    };
    let is_short = raw.path.has_ending("yml");
    if let Some(there) = there {
        // Discovery has reported two files that differ in another way.
        if is_short != there.path.has_ending("yml") {
            diagnostics.push(two_files(&raw.path, there.path.file_name()));
        }
    } else if is_short && let Some(stem) = raw.path.file_name().strip_suffix("yml") {
        diagnostics.push(read_as(&raw.path, &format!("{stem}yaml")));
    }
    match lang {
        None => group.original = group.original.take().or(Some(raw)),
        Some(lang) => drop(group.translations.entry(lang).or_insert(raw)),
    }
}

/// Makes translations into `own`, the language that staff write in, the originals of
/// their groups. Reports translations without an original.
pub fn settled(mut groups: Groups, own: &Lang) -> Outcome<Groups> {
    let mut diagnostics = Diagnostics::default();
    for (key, group) in &mut groups {
        let name = key.rsplit('/').next().unwrap_or(key);
        if let Some(raw) = group.translations.remove(own) {
            diagnostics.push(match &group.original {
                Some(original) => two_files(&raw.path, original.path.file_name()),
                None => read_as(&raw.path, name),
            });
            group.original = group.original.take().or(Some(raw));
        }
        for raw in group.translations.values() {
            if group.original.is_none() && !group.broken {
                diagnostics.push(Diagnostic::about(Code::TranslationAlone, &raw.path));
            }
        }
    }
    Outcome::new(groups, diagnostics)
}

/// Notes that a file's name is read as `name`.
fn read_as(path: &RelPath, name: &str) -> Diagnostic {
    let note = Diagnostic::about(Code::FileNameReadAs, path);
    note.with("found", path.file_name()).with("read", name)
}

/// Reports two files for one thing.
fn two_files(path: &RelPath, other: &str) -> Diagnostic {
    let fault = Diagnostic::about(Code::TwoFilesForOne, path);
    fault.with("name", path.file_name()).with("other", other)
}

fn below<'a>(path: &'a RelPath, root: &str) -> Option<&'a str> {
    if root.is_empty() {
        Some(path.as_str())
    } else {
        path.below(root)
    }
}

fn parse(file: &SourceFile) -> Outcome<Option<RawFile>> {
    let mut diagnostics = Diagnostics::default();
    let raw = |facts, body| RawFile {
        path: file.path.clone(),
        text: file.text.clone(),
        facts,
        body,
        sheet: None,
    };
    let empty = || Node {
        span: Span::new(0, 0),
        kind: Kind::Empty,
    };
    let parsed = if file.path.has_ending("md") {
        let document = markdown::split(file).into_value(&mut diagnostics);
        let whole = document.whole;
        whole.then(|| raw(document.front.unwrap_or_else(empty), Some(document.body)))
    } else if file.path.has_ending("yaml") || file.path.has_ending("yml") {
        let node = yaml::parse(&file.path, &file.text, 0).into_value(&mut diagnostics);
        let whole = !diagnostics.any_error();
        whole.then(|| raw(node.unwrap_or_else(empty), None))
    } else {
        let sheet = csv_sheet::parse(&file.path, &file.text).into_value(&mut diagnostics);
        let whole = !diagnostics.any_error();
        whole.then(|| RawFile {
            sheet,
            ..raw(empty(), None)
        })
    };
    Outcome::new(parsed, diagnostics)
}

/// `goals/reading.es.yaml` is `goals/reading.yaml` in `es`.
fn split_language(below: &str) -> (String, Option<Lang>) {
    // Some disks write é as two characters; references in texts have one.
    let below: String = below.nfc().collect();
    let (name, language) = split_name(&below);
    (name, language.map(Lang::new))
}
