//! What kinfolio does with a file, judged by its path alone.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::ignored::is_left_behind;
use super::{copies, other_programs};
use crate::diagnostic::Code;
use crate::input::TypedDay;
use crate::source::{RelPath, split_name};

/// What to do with a file.
pub(super) enum Kind {
    /// A YAML, Markdown or data-sheet file that the format has here.
    Text,
    /// A picture or another file that texts may name.
    Attachment,
    /// A file that an editor or a system made for itself. Ignored without a
    /// message.
    Ignored,
    /// A sync program's copy of the file, or a placeholder or shortcut for it. The
    /// code says which.
    StandIn(Code, Option<RelPath>),
    /// A copy, as its name and contents show, of a file in the same folder.
    Copy(RelPath),
    /// A file that the format does not have. With the path that may be meant.
    Unknown(Option<RelPath>),
    /// A file of another program where the format has a file. With the program,
    /// and the path that the file should have.
    OtherProgram(&'static str, Option<RelPath>),
    /// A file of the format whose id cannot be used. `better` is the nearest id
    /// that can, and empty if there is none.
    BadName { id: String, better: String },
}

/// A folder and the endings that its files have.
pub(super) type Folder = (&'static str, &'static [&'static str]);

/// Folders directly in the school folder.
const SCHOOL_FOLDERS: [&str; 4] = ["students", "library", "locales", "themes"];

/// Files directly in a student's folder.
const STUDENT_FILES: [&str; 7] = [
    "student.yaml",
    "about.md",
    "services.yaml",
    "minutes.yaml",
    "meetings.yaml",
    "minutes.csv",
    "minutes.tsv",
];
/// Folders of a student and the endings their files have.
const STUDENT_FOLDERS: [Folder; 6] = [
    ("goals", &["yaml", "md", "csv", "tsv"]),
    ("tips", &["md"]),
    ("updates", &["md"]),
    ("reviews", &["md"]),
    ("transitions", &["yaml"]),
    ("files", &[]),
];
const SHARED_FILES: [&str; 3] = ["school.yaml", "staff.yaml", "families.yaml"];
const LIBRARY_FILES: [&str; 1] = ["about.md"];
const SHARED_FOLDERS: [Folder; 7] = [
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
            Kind::Unknown(None)
        };
    }
    match path.below("library") {
        Some(below) => sorted(path, below, &LIBRARY_FILES, &SHARED_FOLDERS),
        None => sorted(path, path.as_str(), &SHARED_FILES, &[]),
    }
}

fn sorted(path: &RelPath, below: &str, files: &[&str], folders: &[Folder]) -> Kind {
    let folder = below.rsplit_once('/').map(|(folder, _)| folder);
    if folder == Some("files") && folders.iter().any(|(known, _)| *known == "files") {
        return Kind::Attachment;
    }
    let Some(id) = id_of(path.file_name(), folder, files, folders) else {
        let foreign = other_programs::program(path.file_name(), folder, files, folders);
        if let Some((program, better)) = foreign {
            return Kind::OtherProgram(program, better.and_then(|name| path.sibling(&name)));
        }
        let mut better = likely_names(path.file_name()).into_iter();
        let better = better.find(|name| {
            let id = id_of(name, folder, files, folders);
            name != path.file_name() && id.is_some_and(|id| is_id(&id))
        });
        return Kind::Unknown(better.and_then(|name| path.sibling(&name)));
    };
    let dated = folder.is_some_and(is_dated);
    // A day in another form is read later, with messages about days.
    if is_id(&id) || (dated && TypedDay::of(&id).is_ok()) {
        return Kind::Text;
    }
    let better = if dated {
        day_in(&id).to_owned()
    } else {
        as_id(&id)
    };
    Kind::BadName { id, better }
}

/// Whether the files in this folder of a student have a day for a name.
pub(super) fn is_dated(folder: &str) -> bool {
    matches!(folder, "updates" | "reviews" | "transitions")
}

/// The id of the file `name`. Returns `None` if the format has no such file.
pub(super) fn id_of(
    name: &str,
    folder: Option<&str>,
    files: &[&str],
    folders: &[Folder],
) -> Option<String> {
    let (name, _) = split_name(name);
    let known = match folder {
        None => files.contains(&&*name),
        Some(folder) => {
            let endings = folders.iter().find(|(known, _)| *known == folder);
            let endings = endings.map_or(&[][..], |(_, endings)| endings);
            endings
                .iter()
                .any(|ending| name.ends_with(&format!(".{ending}")))
        }
    };
    let id = name.rsplit_once('.').map_or(&*name, |(id, _)| id);
    known.then(|| id.to_owned())
}

/// The names that may be meant by `about.MD` or `reading.YML`.
fn likely_names(name: &str) -> [String; 2] {
    let name = name.trim_end_matches([' ', '.']);
    let (whole, end) = name.rsplit_once('.').unwrap_or((name, ""));
    let end = match &*end.to_lowercase() {
        "yml" => "yaml".to_owned(),
        "markdown" => "md".to_owned(),
        end => end.to_owned(),
    };
    [
        format!("{whole}.{end}"),
        format!("{}.{end}", whole.to_lowercase()),
    ]
}

/// The day at the start of a name. Empty if it does not start with one.
fn day_in(id: &str) -> &str {
    let day = id.get(..10).unwrap_or_default();
    let mut bytes = day.bytes().enumerate();
    let fits = bytes.all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if fits { day } else { "" }
}

/// The folders that the format has next to `path`: those of the school, of the
/// library, or of a student.
pub(super) fn folders_beside(path: &str) -> Vec<&'static str> {
    let known: &[Folder] = match path.split('/').collect::<Vec<_>>().as_slice() {
        [_] => return SCHOOL_FOLDERS.to_vec(),
        ["library", _] => &SHARED_FOLDERS,
        ["students", _, _] => &STUDENT_FOLDERS,
        _ => &[],
    };
    known.iter().map(|(name, _)| *name).collect()
}

/// Whether `path` is where a shared folder belongs. If something else is there,
/// everything in that folder is missing. Folders of language packs and themes may
/// have any name without an ending.
pub(super) fn is_shared_folder(path: &RelPath) -> bool {
    let named = path.below("locales").or(path.below("themes"));
    let pack = named.is_some() && !path.file_name().contains('.');
    pack || folders_beside(path.as_str()).contains(&path.file_name())
}

fn kind_by_name(path: &RelPath) -> Option<Kind> {
    if is_left_behind(path) {
        return Some(Kind::Ignored);
    }
    let name = path.file_name();
    if let Some(plain) = copies::stub(name) {
        return Some(Kind::StandIn(Code::Placeholder, path.sibling(plain)));
    }
    let plain = copies::conflicted(name)?;
    Some(Kind::StandIn(Code::ConflictedCopy, path.sibling(&plain)))
}

/// Names that Windows reserves for devices, in lower case and without a number.
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

/// The id nearest to `name`. Empty if there is no letter or digit in it.
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

    #[test]
    fn names_that_are_almost_of_the_format() {
        let check = |below: &str, expected: Option<&str>| {
            let path = RelPath::new(&format!("students/ana/{below}")).unwrap();
            let Kind::Unknown(better) = kind_of_student_file(&path, below) else {
                panic!("{below} is known");
            };
            let better = better.as_ref().map(RelPath::file_name);
            assert_eq!(better, expected, "{below}");
        };
        check("ABOUT.MD", Some("about.md"));
        check("about.es.markdown", Some("about.es.md"));
        check("goals/Reading.YML", Some("Reading.yaml"));
        check("goals/reading.yaml ", Some("reading.yaml"));
        check("notes.txt", None);
        check("notes/about.md", None);
        check("goals/old/reading.yaml", None);
    }
}
