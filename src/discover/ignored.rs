//! What editors, systems, disks in the network and sync programs leave in a
//! folder for themselves.

use super::message_file::is_messages;
use crate::source::RelPath;

/// Whole names, in small letters.
const NAMES: [&str; 18] = [
    "desktop.ini",
    "thumbs.db",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "icon\r",
    "readme.md",
    "readme.txt",
    "$recycle.bin",
    "system volume information",
    "found.000",
    "lost+found",
    "__macosx",
    "network trash folder",
    "temporary items",
    "@recycle",
    "@recently-snapshot",
    "_gsdata_",
    "seafile-ignore.txt",
];

/// Names that a student's folder can have, too, and are litter elsewhere only:
/// vim tries whether it may write a file, old Windows keeps what was deleted.
const ELSEWHERE: [&str; 2] = ["4913", "recycler"];

/// Beginnings of names. A name with a point in front is hidden.
const BEGINNINGS: [&str; 8] = [
    ".",
    "~$",
    "~wr",
    "@ea",
    "@tmp",
    "#recycle",
    "#snapshot",
    "~syncthing~",
];

/// Ends of names.
const ENDINGS: [&str; 23] = [
    "~",
    ".tmp",
    ".temp",
    ".bak",
    ".orig",
    ".rej",
    ".swp",
    ".swo",
    ".save",
    ".kate-swp",
    ".wbk",
    ".part",
    ".partial",
    ".filepart",
    ".crdownload",
    ".download",
    ".opdownload",
    ".!sync",
    ".!ut",
    ".ffs_tmp",
    ".ffs_lock",
    ".ffs_db",
    ".laccdb",
];

/// Whether something at `path` below the school folder is worth nobody's word.
#[must_use]
pub fn is_left_behind(path: &RelPath) -> bool {
    let of_students = path.below("students");
    let inside = of_students.map(|own| own.split_once('/').map_or("", |(_, below)| below));
    let elsewhere = inside.unwrap_or(path.as_str()).split('/').any(is_elsewhere);
    let ours = is_messages(path.file_name());
    ours || elsewhere || path.as_str().split('/').any(is_litter)
}

fn is_elsewhere(name: &str) -> bool {
    ELSEWHERE.contains(&&*name.to_lowercase()) || is_of_sed(name)
}

/// `sedXq3Z7a`: sed writes a file anew under such a name.
fn is_of_sed(name: &str) -> bool {
    let made_up = name.strip_prefix("sed");
    made_up.is_some_and(|rest| rest.len() == 6 && is_alphanumeric(rest))
}

/// `about.md.sb-1a2b3c4d-XyZabc` of a Mac and `about.md.tmp.12345`, under which
/// programs write a file anew. `name` is in small letters.
fn is_written_beside(name: &str) -> bool {
    let safe_save = name.rsplit_once(".sb-").is_some_and(|(_, made_up)| {
        let parts = made_up.split_once('-');
        let fits = |(one, two): (&str, &str)| one.len() == 8 && two.len() == 6;
        parts.is_some_and(fits) && is_alphanumeric(&made_up.replacen('-', "", 1))
    });
    let plain = name.trim_end_matches(|c: char| c.is_ascii_digit());
    safe_save || plain.ends_with(".tmp.")
}

fn is_alphanumeric(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a name, or a part of a path, is worth nobody's word. No student's
/// folder can have such a name.
pub(super) fn is_litter(name: &str) -> bool {
    let name = name.to_lowercase();
    let of_emacs = name.len() > 2 && name.starts_with('#') && name.ends_with('#');
    // What is still in the cloud is hidden, too, but not for nothing.
    let stub = name.ends_with(".icloud");
    let hidden = BEGINNINGS.iter().any(|sign| name.starts_with(sign)) && !stub;
    let ends = ENDINGS.iter().any(|sign| name.ends_with(sign));
    hidden || of_emacs || NAMES.contains(&&*name) || ends || is_written_beside(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn litter_is_known_by_its_name() {
        let check = |name: &str, expected: bool| assert_eq!(is_litter(name), expected, "{name}");
        check(".DS_Store", true);
        check("@eaDir", true);
        check("#reading.yaml#", true);
        check("Reading.yaml~", true);
        check("~WRL0003.tmp", true);
        check(".reading.yaml.icloud", false);
        check("#1.md", false);
        check("reading.yaml", false);
        check("part.yaml", false);
        check("about.md.kate-swp", true);
        check("about.md.sb-1a2b3c4d-XyZabc", true);
        check("about.md.sb-1a2b3c4d", false);
        check("about.md.tmp.12345", true);
        check("tmp.2.md", false);
    }

    #[test]
    fn no_student_is_litter() {
        let signs = NAMES.iter().chain(&BEGINNINGS).chain(&ENDINGS);
        for sign in signs {
            assert!(!crate::discover::names::is_id(sign), "{sign}");
        }
        let check = |path: &str, expected: bool| {
            let path = RelPath::new(path).unwrap();
            assert_eq!(is_left_behind(&path), expected, "{path}");
        };
        check("students/4913/about.md", false);
        check("students/Recycler/about.md", false);
        check("students/4913", false);
        check("students/sedgwick1/about.md", false);
        check("students/ana/sedXq3Z7a", true);
        check("students/ana/goals/sedXq3.yaml", false);
        check("students/ana/4913", true);
        check("students/4913/4913", true);
        check("RECYCLER/school.yaml", true);
        check("students/@eaDir/about.md", true);
    }
}
