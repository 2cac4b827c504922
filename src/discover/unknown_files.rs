//! Many unknown files in one folder are one diagnostic.

use std::collections::BTreeMap;

use super::names;
use crate::diagnostic::{Arg, Code, Diagnostic, Diagnostics, nearest};
use crate::source::{RelPath, Snapshot};

/// Up to this many unknown files of one folder are reported one by one.
const FEW: usize = 5;

/// Returns the same diagnostics, with only one for a folder whose name is nearly one
/// of the format's, and only one for a folder with many unknown files.
pub(super) fn gathered(mut diagnostics: Diagnostics, snapshot: &Snapshot) -> Diagnostics {
    let mut folders: BTreeMap<String, usize> = BTreeMap::new();
    for path in diagnostics.iter().filter_map(unknown_file) {
        *folders.entry(folder_of(path)).or_default() += 1;
    }
    let misnamed: BTreeMap<&str, Diagnostic> = folders
        .keys()
        .filter_map(|folder| Some((folder.as_str(), misnamed(folder, snapshot)?)))
        .collect();
    diagnostics.gather(|one| {
        let folder = folder_of(unknown_file(one)?);
        let many = folders.get(&folder).is_some_and(|files| *files > FEW);
        (many || misnamed.contains_key(folder.as_str())).then_some(folder)
    });
    let report = |one: Diagnostic| {
        let folder = unknown_file(&one).map(folder_of);
        let fault = folder.and_then(|folder| misnamed.get(folder.as_str()));
        match fault {
            Some(fault) => fault.clone(),
            None if one.more.count > 0 && one.code == Code::UnknownFile => {
                let count = u32::try_from(one.more.count + 1).unwrap_or(u32::MAX);
                one.with("what", "files").with("count", f64::from(count))
            }
            None => one,
        }
    };
    diagnostics.into_iter().map(report).collect()
}

/// The file of a diagnostic about an unknown file without advice of its own.
fn unknown_file(one: &Diagnostic) -> Option<&RelPath> {
    let advised = one.args.get("better") != Some(&Arg::from(""));
    let path = one.file.as_ref();
    path.filter(|_| one.code == Code::UnknownFile && !advised)
}

/// The outermost folder above `path` that the format does not have. If there is
/// none, the folder of `path`.
fn folder_of(path: &RelPath) -> String {
    let mut unknown = path.folders().filter(|folder| is_unknown(folder));
    let own = path.folder().unwrap_or_default();
    unknown.next().unwrap_or(own).to_owned()
}

fn is_unknown(folder: &str) -> bool {
    let known = names::folders_beside(folder);
    !known.is_empty() && !known.contains(&name_of(folder))
}

fn name_of(folder: &str) -> &str {
    folder.rsplit_once('/').map_or(folder, |(_, name)| name)
}

/// Reports a folder whose name is nearly one of the format's: `Goals` instead of
/// `goals`. If the correct folder exists, too, the advice is not to rename it.
fn misnamed(folder: &str, snapshot: &Snapshot) -> Option<Diagnostic> {
    if !is_unknown(folder) {
        return None;
    }
    let known = names::folders_beside(folder);
    let meant = nearest(&name_of(folder).to_lowercase(), known.iter().copied())?;
    let place = RelPath::new(folder)?;
    let there = place.sibling(meant)?;
    let paths = snapshot.files.keys().chain(&snapshot.others);
    let mut paths = paths.chain(snapshot.refused.keys());
    let taken = paths.any(|path| *path == there || path.below(there.as_str()).is_some());
    let fault = Diagnostic::about(Code::UnknownFile, &place).with("better", meant);
    Some(fault.with("what", if taken { "twin" } else { "folder" }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Bytes;

    #[test]
    fn a_folder_with_many_unknown_files_is_said_once() {
        let check = |paths: &[&str], expected: &[(&str, &str)]| {
            let mut snapshot = Snapshot::default();
            for path in paths {
                let path = RelPath::new(path).unwrap();
                snapshot.files.insert(path, Bytes::from(*b"x"));
            }
            let students = super::super::Students::new(["ana".to_owned()]);
            let unit = super::super::unit("ana", &students, &snapshot);
            let shared = super::super::shared(&snapshot, &students);
            let mut diagnostics = unit.diagnostics().clone();
            shared.into_value(&mut diagnostics);
            diagnostics.sort();
            let strays = diagnostics
                .iter()
                .filter(|one| one.code == Code::UnknownFile);
            let found: Vec<_> = strays
                .map(|one| {
                    let Arg::Text(what) = &one.args["what"] else {
                        panic!()
                    };
                    (one.file.as_ref().unwrap().as_str(), what.as_str())
                })
                .collect();
            assert_eq!(found, expected, "{paths:?}");
        };
        let goals = "students/ana/Goals";
        check(
            &["students/ana/Goals/a.yaml", "students/ana/Goals/b.yaml"],
            &[(goals, "folder")],
        );
        check(
            &["students/ana/Goals/a.yaml", "students/ana/goals/b.yaml"],
            &[(goals, "twin")],
        );
        check(&["Library/tips/a.md"], &[("Library", "folder")]);
        check(&["library/Tips/a.md"], &[("library/Tips", "folder")]);
        let six: Vec<String> = (1..=6)
            .map(|n| format!("students/ana/x{}/{n}.txt", "/y".repeat(n)))
            .collect();
        let six: Vec<&str> = six.iter().map(String::as_str).collect();
        check(&six[..2], &[(six[0], "file"), (six[1], "file")]);
        check(&six, &[(six[0], "files")]);
    }
}
