//! Data sheets in a format that kinfolio does not read.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{RelPath, Snapshot};

/// Endings of spreadsheet files.
const WORKBOOKS: [&str; 8] = [
    "xlsx", "xls", "xlsm", "xlsb", "ods", "numbers", "fods", "xltx",
];

/// What a file is that may hold numbers: a workbook, or a text file next to a
/// goal. Returns `None` for any other file.
pub(super) fn other_format(path: &RelPath, snapshot: &Snapshot) -> Option<&'static str> {
    let (id, ending) = path.file_name().rsplit_once('.')?;
    let ending = ending.to_lowercase();
    let folder = path.folder().unwrap_or_default();
    let in_goals = folder.starts_with("students/") && folder.ends_with("/goals");
    let beside_goal = || path.sibling(&format!("{id}.yaml"));
    if WORKBOOKS.contains(&ending.as_str()) && (in_goals || id == "minutes") {
        Some("workbook")
    } else if ending == "txt" && in_goals && beside_goal().is_some_and(|goal| snapshot.holds(&goal))
    {
        Some("text")
    } else {
        None
    }
}

/// Reports a data sheet that is not read. Returns `None` if it has been saved as
/// CSV, too: many teachers keep both.
pub(super) fn unread(
    path: &RelPath,
    what: &'static str,
    snapshot: &Snapshot,
) -> Option<Diagnostic> {
    let (id, _) = path.file_name().rsplit_once('.')?;
    let plain = ["csv", "tsv"].into_iter();
    let mut plain = plain.filter_map(|ending| path.sibling(&format!("{id}.{ending}")));
    if plain.any(|plain| snapshot.holds(&plain)) {
        return None;
    }
    let fault = Diagnostic::about(Code::SheetOtherFormat, path).with("what", what);
    let fault = fault.with("found", path.file_name());
    Some(fault.with("better", format!("{id}.csv")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Bytes;

    #[test]
    fn sheets_in_other_forms_are_known_beside_goals() {
        let check = |name: &str, beside: &str, expected: Option<&str>, said: bool| {
            let path = |name: &str| RelPath::new(&format!("students/ana/{name}")).unwrap();
            let mut snapshot = Snapshot::default();
            snapshot.files.insert(path(beside), Bytes::from(*b"x"));
            let found = other_format(&path(name), &snapshot);
            assert_eq!(found, expected, "{name}");
            let unread = found.and_then(|what| unread(&path(name), what, &snapshot));
            assert_eq!(unread.is_some(), said, "{name}");
        };
        let workbook = Some("workbook");
        check("goals/reading.xlsx", "goals/reading.yaml", workbook, true);
        check("goals/reading.XLSX", "goals/reading.yaml", workbook, true);
        check(
            "goals/reading.numbers",
            "goals/reading.csv",
            workbook,
            false,
        );
        check(
            "goals/reading.txt",
            "goals/reading.yaml",
            Some("text"),
            true,
        );
        check("goals/reading.txt", "goals/counting.yaml", None, false);
        check("minutes.ods", "student.yaml", workbook, true);
        check("budget.xlsx", "student.yaml", None, false);
        check("goals/reading.docx", "goals/reading.yaml", None, false);
    }
}
