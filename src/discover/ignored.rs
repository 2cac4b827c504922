//! Files that editors, systems, network disks and sync programs make for
//! themselves, known by their names.

use super::message_file::is_messages;
use crate::source::RelPath;

/// Complete names, in lower case.
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

/// Names that are ignored, except for a student's folder: vim makes `4913` to test
/// whether it may write, and old Windows keeps deleted files in `RECYCLER`.
const ELSEWHERE: [&str; 2] = ["4913", "recycler"];

/// Beginnings of names. A name that starts with a period is hidden.
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

/// Ends of names, in lower case.
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

/// Whether the file at `path` in the school folder is ignored without a message.
#[must_use]
pub fn is_left_behind(path: &RelPath) -> bool {
    let of_students = path.below("students");
    let inside = of_students.map(|own| own.split_once('/').map_or("", |(_, below)| below));
    let elsewhere = inside.unwrap_or(path.as_str()).split('/').any(is_elsewhere);
    let ours = is_messages(path.file_name());
    ours || elsewhere || path.as_str().split('/').any(is_ignored)
}

fn is_elsewhere(name: &str) -> bool {
    ELSEWHERE.contains(&&*name.to_lowercase()) || is_of_sed(name)
}

/// `sedXq3Z7a`: the temporary name under which sed rewrites a file.
fn is_of_sed(name: &str) -> bool {
    let random = name.strip_prefix("sed");
    random.is_some_and(|rest| rest.len() == 6 && is_alphanumeric(rest))
}

/// `about.md.sb-1a2b3c4d-XyZabc` on a Mac and `about.md.tmp.12345`: temporary names
/// under which programs rewrite a file. `name` is in lower case.
fn is_temporary(name: &str) -> bool {
    let safe_save = name.rsplit_once(".sb-").is_some_and(|(_, random)| {
        let parts = random.split_once('-');
        let fits = |(one, two): (&str, &str)| one.len() == 8 && two.len() == 6;
        parts.is_some_and(fits) && is_alphanumeric(&random.replacen('-', "", 1))
    });
    let plain = name.trim_end_matches(|c: char| c.is_ascii_digit());
    safe_save || plain.ends_with(".tmp.")
}

fn is_alphanumeric(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a file or folder of this name is ignored. No student's folder can have
/// such a name.
pub(super) fn is_ignored(name: &str) -> bool {
    let name = name.to_lowercase();
    let of_emacs = name.len() > 2 && name.starts_with('#') && name.ends_with('#');
    // A file that is not downloaded is hidden, too, but it is reported.
    let stub = name.ends_with(".icloud");
    let hidden = BEGINNINGS.iter().any(|sign| name.starts_with(sign)) && !stub;
    let ends = ENDINGS.iter().any(|sign| name.ends_with(sign));
    hidden || of_emacs || NAMES.contains(&&*name) || ends || is_temporary(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn litter_is_known_by_its_name() {
        let check = |name: &str, expected: bool| assert_eq!(is_ignored(name), expected, "{name}");
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
    fn no_student_is_ignored() {
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
