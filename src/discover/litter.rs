//! What editors, systems, disks in the network and sync programs leave in a
//! folder for themselves.

/// Whole names, in small letters.
const NAMES: [&str; 20] = [
    "desktop.ini",
    "thumbs.db",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "icon\r",
    "readme.md",
    "readme.txt",
    "$recycle.bin",
    "recycler",
    "system volume information",
    "found.000",
    "lost+found",
    "__macosx",
    "network trash folder",
    "temporary items",
    "@recycle",
    "@recently-snapshot",
    "_gsdata_",
    "4913",
    "seafile-ignore.txt",
];

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
const ENDINGS: [&str; 22] = [
    "~",
    ".tmp",
    ".temp",
    ".bak",
    ".orig",
    ".rej",
    ".swp",
    ".swo",
    ".save",
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

/// Whether a name, or a part of a path, is worth nobody's word.
#[must_use]
pub fn is_litter(name: &str) -> bool {
    let name = name.to_lowercase();
    let of_emacs = name.len() > 2 && name.starts_with('#') && name.ends_with('#');
    // What is still in the cloud is hidden, too, but not for nothing.
    let stub = name.ends_with(".icloud");
    let hidden = BEGINNINGS.iter().any(|sign| name.starts_with(sign)) && !stub;
    hidden || of_emacs || NAMES.contains(&&*name) || ENDINGS.iter().any(|sign| name.ends_with(sign))
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
    }
}
