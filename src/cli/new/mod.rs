//! `kinfolio new school`: a school folder to begin with. It has the school's
//! own facts to fill in and the library that comes with kinfolio, in the
//! families' languages. Nothing in it is fictional.

use std::collections::BTreeSet;

use include_dir::{Dir, DirEntry, include_dir};

use super::args::NewSchool;
use super::diagnostics::Messages;
use super::terminal::Terminal;
use super::{CLEAN, CommandError};
use crate::source::RelPath;
use crate::{input, io};

/// The library of the demo school.
static LIBRARY: Dir = include_dir!("$CARGO_MANIFEST_DIR/content/library");

/// The language of library files without a language in their name.
const OF_LIBRARY: &str = "en";

/// Runs `kinfolio new school`.
pub(super) fn school(options: &NewSchool, terminal: &mut Terminal) -> Result<u8, CommandError> {
    for messages in begin(options)? {
        terminal.say(&messages)?;
    }
    let place = [("folder", options.folder.display().to_string())];
    terminal.say(&Messages::of_tool().say("new-look", place))?;
    Ok(CLEAN)
}

/// Writes a new school folder and prints the next steps. Existing files are not
/// changed.
pub(super) fn begin(options: &NewSchool) -> Result<Vec<String>, CommandError> {
    let messages = Messages::of_tool();
    let languages = languages(&options.languages, &messages)?;
    let place = ("folder", options.folder.display().to_string());
    if io::school_folder(Some(&options.folder)).is_some() {
        return Err(CommandError::Said(messages.say("new-there", [place])));
    }
    let kept = write(options, &languages)?;
    let mut told = vec![messages.say("new-school", [place.clone()])];
    if languages.first().is_none_or(|first| first != OF_LIBRARY) {
        told.push(messages.say("new-no-library", [place]));
    }
    if !kept.is_empty() {
        let list: Vec<&str> = kept.iter().map(RelPath::as_str).collect();
        told.push(messages.say("new-kept", [("list", list.join(", "))]));
    }
    Ok(told)
}

/// The tags of the requested languages, each once. English language names are
/// accepted too.
fn languages(asked: &[String], messages: &Messages) -> Result<Vec<String>, CommandError> {
    let known: Vec<String> = messages
        .languages()
        .into_iter()
        .map(|one| one.tag)
        .collect();
    let mut tags = Vec::new();
    let asked = asked.iter().map(|typed| typed.trim());
    for typed in asked.filter(|typed| !typed.is_empty()) {
        let tag =
            input::synonyms::language(typed).map_or_else(|| typed.to_lowercase(), str::to_owned);
        if !known.contains(&tag) {
            let values = [("language", typed.to_owned()), ("list", known.join(", "))];
            return Err(CommandError::Said(messages.say("new-language", values)));
        }
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.is_empty() {
        return Err(CommandError::Said(messages.say("new-no-language", [])));
    }
    Ok(tags)
}

/// Writes the files and returns those that already existed. `school.yaml` is
/// written last: without it the folder is not a school folder yet, and the same
/// command can be run again.
fn write(options: &NewSchool, languages: &[String]) -> Result<Vec<RelPath>, CommandError> {
    let folder = &options.folder;
    let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
    let own = languages.first().copied().unwrap_or(OF_LIBRARY);
    let school = school_yaml(options, &languages);
    let mut files = Vec::new();
    if own == OF_LIBRARY {
        files = library(&languages);
    }
    let student = include_str!("student.yaml");
    let student = student.replace("LANGUAGES", &format!("[{}]", languages.join(", ")));
    let facts = [
        ("staff.yaml", include_str!("staff.yaml").as_bytes()),
        ("students/first-student/student.yaml", student.as_bytes()),
        ("school.yaml", school.as_bytes()),
    ];
    // A folder that has students needs no example student.
    let students = io::is_used(&folder.join("students"));
    let facts = facts
        .into_iter()
        .filter(|(name, _)| !students || !name.starts_with("students/"));
    files.extend(facts.filter_map(|(name, bytes)| Some((RelPath::new(name)?, bytes))));
    let mut kept = Vec::new();
    for (path, bytes) in files {
        if !io::new_file(folder, &path, bytes)? {
            kept.push(path);
        }
    }
    Ok(kept)
}

/// `school.yaml`, filled in with what is known.
fn school_yaml(options: &NewSchool, languages: &[&str]) -> String {
    let own = languages.first().copied().unwrap_or(OF_LIBRARY);
    let mut school = include_str!("school.yaml")
        .replace("LANGUAGES", &format!("[{}]", languages.join(", ")))
        .replace("LANGUAGE", own);
    for (name, text) in [("name", &options.name), ("phone", &options.phone)] {
        let text = text.as_deref().map(str::trim).unwrap_or_default();
        let blank = format!("\n{name}:");
        if let Some((before, after)) = school.split_once(&blank)
            && let Some((_, after)) = after.split_once('\n')
            && !text.is_empty()
        {
            // A JSON string is also a YAML string.
            let text = serde_json::to_string(text).unwrap_or_default();
            school = format!("{before}{blank} {text}\n{after}");
        }
    }
    school
}

/// The library files in `languages`, without the demo school's fictional
/// content.
fn library(languages: &[&str]) -> Vec<(RelPath, &'static [u8])> {
    let mut files = Vec::new();
    gather(&LIBRARY, &mut files);
    let invented: BTreeSet<&str> = files
        .iter()
        .filter(|(_, bytes)| is_example(bytes))
        .map(|(path, _)| path_and_language(path).0)
        .collect();
    let wanted = |path: &str| {
        let (id, language) = path_and_language(path);
        !invented.contains(id) && language.is_none_or(|language| languages.contains(&language))
    };
    let wanted = files.iter().filter(|(path, _)| wanted(path));
    wanted
        .filter_map(|(path, bytes)| Some((RelPath::new(&format!("library/{path}"))?, *bytes)))
        .collect()
}

fn gather(folder: &'static Dir, files: &mut Vec<(String, &'static [u8])>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => gather(folder, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                files.push((path, file.contents()));
            }
        }
    }
}

/// Whether a file is marked as an example.
fn is_example(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    lines.any(|line| line == b"example: true")
}

/// The path and language of a file: `tips/a.es.md` is `tips/a` in `es`.
fn path_and_language(path: &str) -> (&str, Option<&str>) {
    let (path, _) = path.rsplit_once('.').unwrap_or((path, ""));
    match path.rsplit_once('.') {
        Some((path, language)) => (path, Some(language)),
        None => (path, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_to_begin_with_has_its_languages_and_nothing_invented() {
        let check = |languages: &[&str], path: &str, expected: bool| {
            let files = library(languages);
            let mut paths = files.iter().map(|(path, _)| path.as_str());
            assert_eq!(paths.any(|one| one == path), expected, "{path}");
        };
        check(&["en", "es"], "library/glossary/baseline.md", true);
        check(&["en", "es"], "library/glossary/baseline.es.md", true);
        check(&["en", "es"], "library/glossary/baseline.vi.md", false);
        check(&["en"], "library/roles/nurse.yaml", true);
        check(&["en"], "library/roles/nurse.es.yaml", false);
        check(&["en", "es"], "library/about.md", false);
        check(&["en", "es"], "library/about.es.md", false);
        let files = library(&["en", "es", "ar", "vi"]);
        let invented = |path: &RelPath| path.below("library/partners").is_some();
        assert!(!files.iter().any(|(path, _)| invented(path)));
    }
}
