//! Files of another program where the format has a file: Word, Pages, a text
//! editor that adds `.txt` to every name.

use super::names::{self, Folder};
use crate::input;

/// The program that made a file, by the ending of its name.
const ENDINGS: [(&str, &str); 18] = [
    ("txt", "text"),
    ("text", "text"),
    ("docx", "word"),
    ("doc", "word"),
    ("docm", "word"),
    ("dotx", "word"),
    ("wps", "word"),
    ("wpd", "word"),
    ("odt", "writer"),
    ("fodt", "writer"),
    ("rtf", "rtf"),
    ("rtfd", "rtf"),
    ("pages", "pages"),
    ("pdf", "pdf"),
    ("eml", "mail"),
    ("msg", "mail"),
    ("html", "web"),
    ("htm", "web"),
];

/// The program that made the file `name`, and the name that it should have, if
/// kinfolio can tell. Returns `None` if the format has no file here.
pub(super) fn program(
    name: &str,
    folder: Option<&str>,
    files: &[&str],
    folders: &[Folder],
) -> Option<(&'static str, Option<String>)> {
    let (stem, end) = name.rsplit_once('.')?;
    let end = end.to_lowercase();
    let (_, program) = ENDINGS.iter().find(|(ending, _)| *ending == end)?;
    let fits = |name: &str| {
        let id = names::id_of(name, folder, files, folders)?;
        names::is_id(&id).then(|| name.to_owned())
    };
    // Notepad has added its own ending to a correct name.
    let whole = [stem.to_owned(), stem.to_lowercase()];
    if let Some(better) = whole.iter().find_map(|name| fits(name)) {
        return Some(("ending", Some(better)));
    }
    let Some(folder) = folder else {
        let stem = stem.trim().to_lowercase();
        let mut known = files.iter().filter_map(|file| file.rsplit_once('.'));
        let ending = known
            .find(|(id, ending)| *id == stem && *ending != "csv")?
            .1;
        return Some((*program, Some(format!("{stem}.{ending}"))));
    };
    let (_, endings) = folders.iter().find(|(known, _)| *known == folder)?;
    let ending = endings.first()?;
    let id = if names::is_dated(folder) {
        input::day(stem, None)
            .ok()
            .map(|day| day.value().to_string())
    } else {
        Some(names::as_id(stem)).filter(|id| !id.is_empty())
    };
    Some((*program, id.map(|id| format!("{id}.{ending}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_programs_are_known_by_their_names() {
        let files = ["student.yaml", "about.md", "minutes.csv"];
        let folders: [Folder; 3] = [
            ("goals", &["yaml", "md", "csv"]),
            ("updates", &["md"]),
            ("files", &[]),
        ];
        let check = |path: &str, expected: Option<(&str, &str)>| {
            let (folder, name) = path
                .rsplit_once('/')
                .map_or((None, path), |(folder, name)| (Some(folder), name));
            let found = program(name, folder, &files, &folders);
            let found = found.map(|(program, better)| (program, better.unwrap_or_default()));
            let expected = expected.map(|(program, better)| (program, better.to_owned()));
            assert_eq!(found, expected, "{path}");
        };
        check("updates/2026-11-27.txt", Some(("text", "2026-11-27.md")));
        check("updates/2026-11-27.docx", Some(("word", "2026-11-27.md")));
        check(
            "updates/2026-11-27.md.txt",
            Some(("ending", "2026-11-27.md")),
        );
        check(
            "updates/Nov 27, 2026.pages",
            Some(("pages", "2026-11-27.md")),
        );
        check("updates/week 3.odt", Some(("writer", "")));
        check(
            "goals/Reading Fluency.rtf",
            Some(("rtf", "reading-fluency.yaml")),
        );
        check("goals/reading.yaml.txt", Some(("ending", "reading.yaml")));
        check("about.docx", Some(("word", "about.md")));
        check("About.TXT", Some(("text", "about.md")));
        check("student.txt", Some(("text", "student.yaml")));
        check("notes.docx", None);
        check("minutes.txt", None);
        check("files/plan.docx", None);
        check("old/reading.docx", None);
        check("updates/photo.jpg", None);
    }
}
