//! What a file's name says about it.

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::RelPath;

/// What to do with a file.
pub(super) enum Kind {
    /// YAML or Markdown of the format.
    Text,
    /// A picture or paper that a text may point at.
    Attachment,
    /// Left behind by an editor or a system; not worth a word.
    Litter,
    /// Not read, and the teacher is told why.
    LeftOut(Diagnostic),
}

/// Files directly in a student's folder.
const STUDENT_FILES: [&str; 6] = [
    "student.yaml",
    "about.md",
    "services.yaml",
    "minutes.yaml",
    "meetings.yaml",
    "minutes.csv",
];
/// Folders of a student and the endings their files have.
const STUDENT_FOLDERS: [(&str, &[&str]); 6] = [
    ("goals", &["yaml", "md", "csv"]),
    ("tips", &["md"]),
    ("updates", &["md"]),
    ("reviews", &["md"]),
    ("transitions", &["yaml"]),
    ("files", &[]),
];
const SHARED_FILES: [&str; 2] = ["school.yaml", "staff.yaml"];
const LIBRARY_FILES: [&str; 1] = ["about.md"];
const SHARED_FOLDERS: [(&str, &[&str]); 7] = [
    ("partners", &["yaml"]),
    ("explainers", &["md"]),
    ("tips", &["md"]),
    ("supports", &["yaml"]),
    ("glossary", &["md"]),
    ("roles", &["yaml"]),
    ("measures", &["yaml"]),
];

pub(super) fn kind_of_student_file(path: &RelPath, below: &str) -> Kind {
    if let Some(kind) = kind_by_name(path) {
        return kind;
    }
    sorted(path, below, &STUDENT_FILES, &STUDENT_FOLDERS)
}

pub(super) fn kind_of_shared_file(path: &RelPath) -> Kind {
    if let Some(kind) = kind_by_name(path) {
        return kind;
    }
    if path.below("locales").or(path.below("themes")).is_some() {
        let text = ["ftl", "yaml", "html", "css"]
            .iter()
            .any(|ending| path.has_ending(ending));
        return if text {
            Kind::Text
        } else {
            Kind::LeftOut(Diagnostic::about(Code::UnknownFile, path))
        };
    }
    match path.below("library") {
        Some(below) => sorted(path, below, &LIBRARY_FILES, &SHARED_FOLDERS),
        None => sorted(path, path.as_str(), &SHARED_FILES, &[]),
    }
}

fn sorted(path: &RelPath, below: &str, files: &[&str], folders: &[(&str, &[&str])]) -> Kind {
    let name = without_language(path.file_name());
    let id = name.rsplit_once('.').map_or(&*name, |(id, _)| id);
    let known = match below.split_once('/') {
        None => files.contains(&&*name).then_some(Kind::Text),
        Some(("files", rest)) if !rest.contains('/') => return Kind::Attachment,
        Some((folder, rest)) => folders
            .iter()
            .find(|(known, _)| *known == folder && !rest.contains('/'))
            .filter(|(_, endings)| {
                endings
                    .iter()
                    .any(|ending| name.ends_with(&format!(".{ending}")))
            })
            .map(|_| Kind::Text),
    };
    match known {
        None => Kind::LeftOut(Diagnostic::about(Code::UnknownFile, path)),
        Some(_) if !is_id(id) => {
            let fault = Diagnostic::about(Code::BadName, path);
            Kind::LeftOut(fault.with("name", id).with("better", as_id(id)))
        }
        Some(kind) => kind,
    }
}

/// What sync clients write into the name of a copy they could not merge.
const COPIES: [&str; 5] = [
    "conflicted copy",
    "sync-conflict",
    "conflict copy",
    "case conflict",
    "_conflict-",
];

fn kind_by_name(path: &RelPath) -> Option<Kind> {
    let name = path.file_name();
    let lower = name.to_lowercase();
    if lower.ends_with(".icloud") {
        return Some(Kind::LeftOut(Diagnostic::about(Code::Placeholder, path)));
    }
    let hidden = path.as_str().split('/').any(|part| part.starts_with('.'));
    let litter = ["desktop.ini", "thumbs.db", "readme.md", "readme.txt"].contains(&lower.as_str());
    if hidden || litter || name.starts_with("~$") || name.ends_with('~') || path.has_ending("tmp") {
        return Some(Kind::Litter);
    }
    let copy = COPIES.iter().any(|words| lower.contains(words));
    copy.then(|| Kind::LeftOut(Diagnostic::about(Code::ConflictedCopy, path)))
}

/// `reading.es.yaml` without its language: `reading.yaml`.
fn without_language(name: &str) -> String {
    let parts: Vec<&str> = name.split('.').collect();
    match parts.as_slice() {
        [id, _, ending] => format!("{id}.{ending}"),
        _ => name.to_owned(),
    }
}

/// Whether `name` can be an id: letters and digits of any script, `-` and `_`.
pub(super) fn is_id(name: &str) -> bool {
    !name.is_empty()
        && name.chars().count() <= 80
        && name
            .nfc()
            .all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// The nearest id to `name`.
pub(super) fn as_id(name: &str) -> String {
    let words = name
        .nfc()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect::<String>();
    words
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("-")
        .to_lowercase()
}
