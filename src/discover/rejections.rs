//! What is said of files that are not taken in.

use super::{copies, names, sheets};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{MAX_FILE_BYTES, MAX_PAGE_BYTES, ReadError, RelPath, Snapshot};

/// What is said of a file that is not taken in. A copy or a stub is left out
/// without harm where the file itself is there; in its place, it would make that
/// file vanish from the site.
pub(super) fn left_out(
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
        names::Kind::Foreign(program, better) => {
            let better = better.filter(|better| !snapshot.holds(better));
            let fault = Diagnostic::about(Code::OtherProgram, path).with("program", program);
            Some(fault.with("better", better.as_ref().map_or("", RelPath::file_name)))
        }
        names::Kind::BadName { id, better } => {
            let fault = bad_name(path, &id, &better);
            let beside = beside(path, &id, &better, snapshot);
            Some(match &beside {
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
        names::Kind::Text | names::Kind::Attachment | names::Kind::Litter => None,
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

/// `name` cannot be used; `better` could be.
pub(super) fn bad_name(path: &RelPath, name: &str, better: &str) -> Diagnostic {
    let fault = Diagnostic::about(Code::BadName, path).with("name", name);
    fault.with("better", better).with("other", "")
}

/// The file that one with a bad name may be a copy of, or that stands already
/// where it would be renamed to.
fn beside(path: &RelPath, id: &str, better: &str, snapshot: &Snapshot) -> Option<RelPath> {
    let renamed = path.file_name().strip_prefix(id);
    let renamed = renamed.map(|rest| format!("{better}{rest}"));
    let names = copies::perhaps(path.file_name()).into_iter().chain(renamed);
    let mut paths = names.filter_map(|name| path.sibling(&name));
    paths.find(|other| other != path && snapshot.holds(other))
}

pub(super) fn refused_student_file(
    path: &RelPath,
    below: &str,
    refusal: &ReadError,
) -> Option<Diagnostic> {
    // A picture that is too large stops no page; a link in its place would.
    match (names::kind_of_student_file(path, below), refusal) {
        (names::Kind::Litter, _) | (names::Kind::Attachment, ReadError::TooLarge(_)) => None,
        _ => Some(refused(path, refusal)),
    }
}

/// What would not have been read anyway stops nobody.
pub(super) fn refused_shared_file(path: &RelPath, refusal: &ReadError) -> Option<Diagnostic> {
    match names::kind_of_shared_file(path) {
        names::Kind::Text | names::Kind::BadName { .. } => Some(refused(path, refusal)),
        names::Kind::Unknown(_) if names::is_shared_folder(path) => Some(refused(path, refusal)),
        names::Kind::Unknown(_) => Some(unknown(path, None)),
        names::Kind::StandIn(code, _) => Some(Diagnostic::about(code, path)),
        names::Kind::Copy(_)
        | names::Kind::Foreign(..)
        | names::Kind::Attachment
        | names::Kind::Litter => None,
    }
}

fn refused(path: &RelPath, refusal: &ReadError) -> Diagnostic {
    match refusal {
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

/// A file of words, or of numbers, with more bytes than it may have.
pub(super) fn too_large(path: &RelPath, bytes: u64) -> Diagnostic {
    #[allow(clippy::cast_precision_loss, reason = "only shown, in megabytes")]
    let megabytes = |bytes: u64| bytes as f64 / 1_048_576.0;
    let most = if path.has_ending("md") {
        MAX_PAGE_BYTES
    } else {
        MAX_FILE_BYTES
    };
    // A little too much is more than may be, in the first digit that is shown.
    let found = (megabytes(bytes) * 10.0).ceil() / 10.0;
    let fault = Diagnostic::about(Code::TooLarge, path).with("megabytes", found);
    fault.with("most", megabytes(most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Arg;
    use crate::source::Bytes;

    /// Says what stands in `argument` of the message about `below`, beside `there`.
    fn check(below: &str, there: &str, argument: &str, expected: &str) {
        let path = RelPath::new(&format!("students/ana/{below}")).unwrap();
        let there = RelPath::new(&format!("students/ana/{there}")).unwrap();
        let mut snapshot = Snapshot::default();
        snapshot.files.insert(there, Bytes::from(*b"x"));
        let kind_of =
            |path: &RelPath| names::kind_of_student_file(path, path.below("students/ana").unwrap());
        let fault = left_out(kind_of(&path), &path, &snapshot, kind_of).unwrap();
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
            let refusal = ReadError::Unreadable("denied".to_owned());
            let found = refused_shared_file(&path, &refusal).unwrap();
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
