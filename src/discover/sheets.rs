//! Sheets that are kept in a form which is not read.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{RelPath, Snapshot};

/// Endings of files that hold a sheet and much else.
const WORKBOOKS: [&str; 8] = [
    "xlsx", "xls", "xlsm", "xlsb", "ods", "numbers", "fods", "xltx",
];

/// What is said of a workbook, or of a text that may be a sheet, where a sheet
/// would be read. Nothing is said of one that was saved as a plain sheet, too:
/// many keep both.
pub(super) fn other_format(path: &RelPath, snapshot: &Snapshot) -> Option<Option<Diagnostic>> {
    let name = path.file_name();
    let (id, ending) = name.rsplit_once('.')?;
    let ending = ending.to_lowercase();
    let folder = path.folder()?;
    let in_goals = folder.ends_with("/goals");
    if !in_goals && id != "minutes" {
        return None;
    }
    let holds = |ending: &str| {
        let beside = path.sibling(&format!("{id}.{ending}"));
        beside.is_some_and(|beside| snapshot.holds(&beside))
    };
    let what = if WORKBOOKS.contains(&ending.as_str()) {
        "workbook"
    } else if ending == "txt" && in_goals && holds("yaml") {
        "text"
    } else {
        return None;
    };
    if holds("csv") || holds("tsv") {
        return Some(None);
    }
    let fault = Diagnostic::about(Code::SheetOtherFormat, path).with("found", name);
    Some(Some(
        fault.with("better", format!("{id}.csv")).with("what", what),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Bytes;

    #[test]
    fn sheets_in_other_forms_are_known_beside_goals() {
        let check = |name: &str, beside: &str, expected: Option<Option<&str>>| {
            let path = |name: &str| RelPath::new(&format!("students/ana/{name}")).unwrap();
            let mut snapshot = Snapshot::default();
            snapshot.files.insert(path(beside), Bytes::from(*b"x"));
            let found = other_format(&path(name), &snapshot);
            let code = found.map(|one| one.map(|one| one.code.number()));
            assert_eq!(code, expected, "{name}");
        };
        check(
            "goals/reading.xlsx",
            "goals/reading.yaml",
            Some(Some("K127")),
        );
        check(
            "goals/reading.XLSX",
            "goals/reading.yaml",
            Some(Some("K127")),
        );
        check("goals/reading.numbers", "goals/reading.csv", Some(None));
        check(
            "goals/reading.txt",
            "goals/reading.yaml",
            Some(Some("K127")),
        );
        check("goals/reading.txt", "goals/counting.yaml", None);
        check("minutes.ods", "student.yaml", Some(Some("K127")));
        check("budget.xlsx", "student.yaml", None);
        check("goals/reading.docx", "goals/reading.yaml", None);
    }
}
