//! A school to begin with: its own facts to fill in, and the library that comes
//! with kinfolio in the languages of its families. Nothing in it is invented.

use std::collections::BTreeSet;
use std::path::Path;

use include_dir::{Dir, DirEntry, include_dir};

use super::args::NewSchool;
use super::report::Words;
use super::terminal::Terminal;
use super::{CLEAN, Stop};
use crate::io;
use crate::locale::built_in;
use crate::source::RelPath;

/// The library of the demo school.
static LIBRARY: Dir = include_dir!("$CARGO_MANIFEST_DIR/content/library");

/// The language that files of the library without one in their name are in.
const OF_LIBRARY: &str = "en";

/// Writes a new school folder. No file that is there already is changed.
pub(super) fn school(options: &NewSchool, terminal: &mut Terminal) -> Result<u8, Stop> {
    let words = Words::of_tool();
    let languages: Vec<&str> = options.languages.iter().map(String::as_str).collect();
    let known = languages_known();
    if let Some(unknown) = languages.iter().find(|tag| !known.contains(**tag)) {
        let list: Vec<&str> = known.iter().map(String::as_str).collect();
        let values = [
            ("language", (*unknown).to_owned()),
            ("list", list.join(", ")),
        ];
        return Err(Stop::Said(words.say("new-language", values)));
    }
    let place = ("folder", options.folder.display().to_string());
    if io::school_folder(Some(&options.folder)).is_some() {
        return Err(Stop::Said(words.say("new-there", [place])));
    }
    let kept = write(&options.folder, &languages)?;
    terminal.say(&words.say("new-school", [place.clone()]))?;
    if languages.first() != Some(&OF_LIBRARY) {
        terminal.say(&words.say("new-no-library", [place]))?;
    }
    if !kept.is_empty() {
        let list: Vec<&str> = kept.iter().map(RelPath::as_str).collect();
        terminal.say(&words.say("new-kept", [("list", list.join(", "))]))?;
    }
    Ok(CLEAN)
}

/// Languages that pages can be in.
fn languages_known() -> BTreeSet<String> {
    let files = built_in();
    let folders = files
        .iter()
        .filter_map(|file| file.path.below("locales")?.split_once('/'));
    folders.map(|(tag, _)| tag.to_owned()).collect()
}

/// Writes the files; those come back that were there already. `school.yaml` comes
/// last: until then it is no school folder, and the same command goes on.
fn write(folder: &Path, languages: &[&str]) -> Result<Vec<RelPath>, Stop> {
    let own = languages.first().copied().unwrap_or(OF_LIBRARY);
    let school = include_str!("school.yaml");
    let school = school.replace("LANGUAGES", &format!("[{}]", languages.join(", ")));
    let school = school.replace("LANGUAGE", own);
    let mut files = Vec::new();
    if own == OF_LIBRARY {
        files = library(languages);
    }
    let facts = [
        ("staff.yaml", include_str!("staff.yaml").as_bytes()),
        ("school.yaml", school.as_bytes()),
    ];
    let facts = facts.into_iter();
    files.extend(facts.filter_map(|(name, bytes)| Some((RelPath::new(name)?, bytes))));
    let mut kept = Vec::new();
    for (path, bytes) in files {
        if !io::new_file(folder, &path, bytes)? {
            kept.push(path);
        }
    }
    Ok(kept)
}

/// The files of the library in `languages`, without what was invented for the
/// demo school.
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

/// Whether a file says of itself that it is invented.
fn is_example(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    lines.any(|line| line == b"example: true")
}

/// `tips/a.es.md` is `tips/a`, in `es`.
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
