//! What a file's name says about it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::copies;
use super::litter::is_left_behind;
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
    /// A copy that a sync program made of another file, or a stub that leads to
    /// it; the code says which.
    StandIn(Code, Option<RelPath>),
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

fn kind_by_name(path: &RelPath) -> Option<Kind> {
    if is_left_behind(path) {
        return Some(Kind::Litter);
    }
    let name = path.file_name();
    if let Some(plain) = copies::stub(name) {
        return Some(Kind::StandIn(Code::Placeholder, path.sibling(plain)));
    }
    let plain = copies::conflicted(name)?;
    Some(Kind::StandIn(Code::ConflictedCopy, path.sibling(&plain)))
}

/// `reading.es.yaml` without its language: `reading.yaml`.
fn without_language(name: &str) -> String {
    let parts: Vec<&str> = name.split('.').collect();
    match parts.as_slice() {
        [id, _, ending] => format!("{id}.{ending}"),
        _ => name.to_owned(),
    }
}

/// Names that Windows keeps for devices, in small letters and without their
/// number.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

fn is_device(name: &str) -> bool {
    let name = name.to_lowercase();
    let plain = name.trim_end_matches(|c: char| c.is_ascii_digit());
    DEVICES.contains(&plain) && name.len() <= plain.len() + 1
}

/// Whether `name` can be an id: letters and digits of any script, `-` and `_`.
pub(super) fn is_id(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || is_combining_mark(c) || c == '-' || c == '_';
    let begins = name.chars().next().is_some_and(char::is_alphanumeric);
    begins && name.chars().count() <= 80 && name.nfc().all(fits) && !is_device(name)
}

/// The nearest id to `name`; nothing where there is no letter in it.
pub(super) fn as_id(name: &str) -> String {
    let fits = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    let words: String = name.nfc().map(|c| if fits(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    let id: String = words.join("-").to_lowercase().chars().take(80).collect();
    if is_device(&id) { id + "-1" } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_can_be_addresses_and_names_of_files_anywhere() {
        let check = |name: &str, expected: bool, better: &str| {
            assert_eq!(is_id(name), expected, "{name}");
            assert_eq!(as_id(name), better, "{name}");
        };
        check("reading-2", true, "reading-2");
        check("हिन्दी", true, "हिन्दी");
        check("Reading aloud", false, "reading-aloud");
        check("-rf", false, "rf");
        check("con", false, "con-1");
        check("COM1", false, "com1-1");
        check("console", true, "console");
        check("📚", false, "");
    }
}
