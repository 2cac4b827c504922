//! Diagnostics about files that are left out.

use super::{copies, names, sheets};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{MAX_FILE_BYTES, MAX_PAGE_BYTES, ReadError, RelPath, Snapshot};

/// Reports a file that is left out. A copy or a placeholder does no harm if the file
/// itself is there. Without that file, its contents would vanish from the site.
pub(super) fn rejection(
    kind: names::Kind,
    path: &RelPath,
    snapshot: &Snapshot,
    kind_of: impl Fn(&RelPath) -> names::Kind,
) -> Option<Diagnostic> {
    match kind {
        names::Kind::Unknown(better) => {
            if let Some(what) = sheets::other_format(path, snapshot) {
                return sheets::unread(path, what, snapshot);
            }
            let better = better.filter(|better| !snapshot.holds(better));
            Some(unknown(path, better.as_ref()))
        }
        names::Kind::OtherProgram(program, better) => {
            let better = better.filter(|better| !snapshot.holds(better));
            let fault = Diagnostic::about(Code::OtherProgram, path).with("program", program);
            Some(fault.with("better", better.as_ref().map_or("", RelPath::file_name)))
        }
        names::Kind::BadName { id, better } => {
            let fault = bad_name(path, &id, &better);
            Some(match &existing(path, &id, &better, snapshot) {
                Some(other) => fault.with("other", other.file_name()),
                None => fault,
            })
        }
        names::Kind::Copy(other) => {
            let fault = Diagnostic::about(Code::LooksLikeCopy, path);
            Some(fault.with("other", other.file_name()))
        }
        names::Kind::StandIn(code, plain) => {
            let gone = plain.filter(|plain| {
                !snapshot.holds(plain) && matches!(kind_of(plain), names::Kind::Text)
            });
            Some(stand_in(code, path, gone.as_ref()))
        }
        names::Kind::Text | names::Kind::Attachment | names::Kind::Ignored => None,
    }
}

fn stand_in(code: Code, path: &RelPath, gone: Option<&RelPath>) -> Diagnostic {
    let Some(gone) = gone else {
        return Diagnostic::about(code, path);
    };
    let alone = if code == Code::Placeholder {
        Code::PlaceholderAlone
    } else {
        Code::CopyAlone
    };
    Diagnostic::about(alone, gone).with("other", path.file_name())
}

fn unknown(path: &RelPath, better: Option<&RelPath>) -> Diagnostic {
    let fault = Diagnostic::about(Code::UnknownFile, path).with("what", "file");
    fault.with("better", better.map_or("", RelPath::file_name))
}

/// Reports that `name` cannot be used, and `better` can.
pub(super) fn bad_name(path: &RelPath, name: &str, better: &str) -> Diagnostic {
    let fault = Diagnostic::about(Code::BadName, path).with("name", name);
    fault.with("better", better).with("other", "")
}

/// The file that one with a bad name may be a copy of, or that already has the
/// name it would get.
fn existing(path: &RelPath, id: &str, better: &str, snapshot: &Snapshot) -> Option<RelPath> {
    let renamed = path.file_name().strip_prefix(id);
    let renamed = renamed.map(|rest| format!("{better}{rest}"));
    let names = copies::perhaps(path.file_name()).into_iter().chain(renamed);
    let mut paths = names.filter_map(|name| path.sibling(&name));
    paths.find(|other| other != path && snapshot.holds(other))
}

/// Reports a file of a student that could not be read.
pub(super) fn unreadable_student_file(
    path: &RelPath,
    below: &str,
    error: &ReadError,
) -> Option<Diagnostic> {
    // A picture that is too large is reported where a text names it.
    match (names::kind_of_student_file(path, below), error) {
        (names::Kind::Ignored, _) | (names::Kind::Attachment, ReadError::TooLarge(_)) => None,
        _ => Some(unreadable(path, error)),
    }
}

/// Reports a shared file that could not be read. One that kinfolio would not have
/// read anyway is no error.
pub(super) fn unreadable_shared_file(path: &RelPath, error: &ReadError) -> Option<Diagnostic> {
    match names::kind_of_shared_file(path) {
        names::Kind::Text | names::Kind::BadName { .. } => Some(unreadable(path, error)),
        names::Kind::Unknown(_) if names::is_shared_folder(path) => Some(unreadable(path, error)),
        names::Kind::Unknown(_) => Some(unknown(path, None)),
        names::Kind::StandIn(code, _) => Some(Diagnostic::about(code, path)),
        names::Kind::Copy(_)
        | names::Kind::OtherProgram(..)
        | names::Kind::Attachment
        | names::Kind::Ignored => None,
    }
}

fn unreadable(path: &RelPath, error: &ReadError) -> Diagnostic {
    match error {
        ReadError::NotAFile => Diagnostic::about(Code::NotAFile, path),
        ReadError::TooLarge(bytes) => too_large(path, *bytes),
        ReadError::Unreadable(words) => {
            Diagnostic::about(Code::Unreadable, path).with("system", words.as_str())
        }
        ReadError::NoAnswer => Diagnostic::about(Code::NoAnswer, path),
        ReadError::BadName => {
            let name = path.file_name();
            bad_name(path, name, &names::as_id(name))
        }
    }
}

/// Reports a text file or a data sheet with more bytes than it may have.
pub(super) fn too_large(path: &RelPath, bytes: u64) -> Diagnostic {
    #[allow(clippy::cast_precision_loss, reason = "only shown, in megabytes")]
    let megabytes = |bytes: u64| bytes as f64 / 1_048_576.0;
    let most = if path.has_ending("md") {
        MAX_PAGE_BYTES
    } else {
        MAX_FILE_BYTES
    };
    // Rounded up, so that the size that is shown is larger than the limit.
    let found = (megabytes(bytes) * 10.0).ceil() / 10.0;
    let fault = Diagnostic::about(Code::TooLarge, path).with("megabytes", found);
    fault.with("most", megabytes(most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Arg;
    use crate::source::Bytes;

    /// Checks `argument` of the diagnostic about `below` if the file `there` exists.
    fn check(below: &str, there: &str, argument: &str, expected: &str) {
        let path = RelPath::new(&format!("students/ana/{below}")).unwrap();
        let there = RelPath::new(&format!("students/ana/{there}")).unwrap();
        let mut snapshot = Snapshot::default();
        snapshot.files.insert(there, Bytes::from(*b"x"));
        let kind_of =
            |path: &RelPath| names::kind_of_student_file(path, path.below("students/ana").unwrap());
        let fault = rejection(kind_of(&path), &path, &snapshot, kind_of).unwrap();
        assert_eq!(fault.args[argument], Arg::from(expected), "{below}");
    }

    #[test]
    fn advice_is_never_a_name_that_is_taken_or_refused() {
        check(
            "updates/2026-11-13 (1).md",
            "updates/2026-11-13.md",
            "other",
            "2026-11-13.md",
        );
        check(
            "updates/2026-11-13 math.md",
            "updates/2026-11-13.md",
            "other",
            "2026-11-13.md",
        );
        check(
            "updates/2026-11-13 (1).es.md",
            "updates/2026-11-13.es.md",
            "other",
            "2026-11-13.es.md",
        );
        check(
            "updates/2026-11-13 (1).md",
            "updates/2026-11-06.md",
            "better",
            "2026-11-13",
        );
        check("updates/last friday.md", "about.md", "better", "");
        check(
            "goals/reading (1).yaml",
            "goals/reading.yaml",
            "other",
            "reading.yaml",
        );
        check(
            "goals/read & write.yaml",
            "goals/reading.yaml",
            "better",
            "read-write",
        );
        check("goals/read & write.yaml", "goals/reading.yaml", "other", "");
        check(
            "goals/reading.YML",
            "goals/counting.yaml",
            "better",
            "reading.yaml",
        );
        check("goals/reading.YML", "goals/reading.yaml", "better", "");
    }

    #[test]
    fn what_another_program_made_is_called_like_nothing_that_is_there() {
        check(
            "updates/2026-11-13.docx",
            "updates/2026-11-06.md",
            "better",
            "2026-11-13.md",
        );
        check(
            "updates/2026-11-13.docx",
            "updates/2026-11-13.md",
            "better",
            "",
        );
    }

    #[test]
    fn a_folder_that_all_share_is_missed_when_it_does_not_open() {
        let check = |path: &str, expected: Code| {
            let path = RelPath::new(path).unwrap();
            let error = ReadError::Unreadable("denied".to_owned());
            let found = unreadable_shared_file(&path, &error).unwrap();
            assert_eq!(found.code, expected, "{path}");
        };
        check("library", Code::Unreadable);
        check("library/glossary", Code::Unreadable);
        check("library/partners", Code::Unreadable);
        check("locales/es", Code::Unreadable);
        check("themes/default/parts", Code::Unreadable);
        check("library/old", Code::UnknownFile);
        check("themes/logo.png", Code::UnknownFile);
        check("old", Code::UnknownFile);
    }
}
