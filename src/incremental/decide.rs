//! The second step: what to do for one student, from what was observed.
//!
//! The decision is pure and knows no disk, so that a person can read all of it in
//! the table below, and a test can try every combination. Reading a student's files
//! costs much more than listing them. So [`decide`] is asked twice: with what the
//! list of files says, and, if it answers [`Action::Read`], again with what is in
//! the files.

/// What was observed of one student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Facts {
    /// Whether to rebuild every site, even if nothing changed.
    pub(super) rebuild_all: bool,
    /// What the build record was made with.
    pub(super) record: RecordState,
    /// The pages on the disk, compared with the record.
    pub(super) pages: PagesState,
    /// The student's own files, compared with the record.
    pub(super) files: FilesState,
}

/// Whether the recorded result is still true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecordState {
    /// There is none.
    Missing,
    /// The shared inputs that it used have changed, or the day up to which it held is
    /// here.
    Outdated,
    /// It is what these files would make with the shared inputs of now, today.
    Holds,
}

/// The pages of a student's site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PagesState {
    /// As the last build wrote them.
    AsWritten,
    /// Changed or removed since.
    Changed,
}

/// The student's own files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FilesState {
    /// Not read. The stamps match the record, so the contents are unchanged.
    AsRecorded,
    /// Not read. The stamps differ from the record, or are too recent to tell.
    Unknown,
    /// Written just now, or while they were being read.
    BeingWritten,
    /// Read. Most files of the last good build are missing.
    MostlyMissing,
    /// Read. A text has just lost most of its bytes.
    TextShrank,
    /// Read. The contents are those in the record.
    SameContents,
    /// Read. The contents differ from the record.
    OtherContents,
}

/// What to do next for one student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    /// Keep the pages and report the recorded diagnostics again.
    Replay,
    /// Read the files and decide again.
    Read,
    /// Keep the pages and check again after the settle time.
    Wait,
    /// Keep the pages until the missing files are back or the teacher confirms.
    HoldForMissingFiles,
    /// Keep the pages until the text is back or a minute has passed.
    HoldForShortText,
    /// Compile the student and place the pages.
    Build {
        /// Whether photos that are in the site already may be used again.
        reuse_pictures: bool,
    },
}

/// Decides what to do next for one student.
pub(super) fn decide(facts: Facts) -> Action {
    let is_current = !facts.rebuild_all
        && facts.record == RecordState::Holds
        && facts.pages == PagesState::AsWritten;
    match facts.files {
        FilesState::BeingWritten => Action::Wait,
        FilesState::MostlyMissing => Action::HoldForMissingFiles,
        FilesState::TextShrank => Action::HoldForShortText,
        FilesState::AsRecorded | FilesState::SameContents if is_current => Action::Replay,
        FilesState::AsRecorded | FilesState::Unknown => Action::Read,
        FilesState::SameContents | FilesState::OtherContents => Action::Build {
            reuse_pictures: !facts.rebuild_all && facts.record != RecordState::Missing,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The complete behavior. The first row that fits counts; `*` fits everything.
    const TABLE: &str = "
        all  record        pages      files          -> action
        *    *             *          BeingWritten   -> Wait
        *    *             *          MostlyMissing  -> HoldForMissingFiles
        *    *             *          TextShrank     -> HoldForShortText
        no   Holds         AsWritten  AsRecorded     -> Replay
        no   Holds         AsWritten  SameContents   -> Replay
        *    *             *          AsRecorded     -> Read
        *    *             *          Unknown        -> Read
        yes  *             *          SameContents   -> Build without pictures
        yes  *             *          OtherContents  -> Build without pictures
        *    Missing       *          SameContents   -> Build without pictures
        *    Missing       *          OtherContents  -> Build without pictures
        *    Outdated      *          SameContents   -> Build with pictures
        *    Outdated      *          OtherContents  -> Build with pictures
        *    Holds         *          SameContents   -> Build with pictures
        *    Holds         *          OtherContents  -> Build with pictures
    ";

    fn rows() -> Vec<(Vec<&'static str>, &'static str)> {
        let rows = TABLE.lines().filter_map(|line| line.split_once("->"));
        rows.skip(1)
            .map(|(facts, action)| (facts.split_whitespace().collect(), action.trim()))
            .collect()
    }

    fn every_combination() -> Vec<Facts> {
        let mut all = Vec::new();
        for rebuild_all in [false, true] {
            for record in [
                RecordState::Missing,
                RecordState::Outdated,
                RecordState::Holds,
            ] {
                for pages in [PagesState::AsWritten, PagesState::Changed] {
                    for files in [
                        FilesState::AsRecorded,
                        FilesState::Unknown,
                        FilesState::BeingWritten,
                        FilesState::MostlyMissing,
                        FilesState::TextShrank,
                        FilesState::SameContents,
                        FilesState::OtherContents,
                    ] {
                        all.push(Facts {
                            rebuild_all,
                            record,
                            pages,
                            files,
                        });
                    }
                }
            }
        }
        all
    }

    fn columns(facts: Facts) -> [String; 4] {
        [
            if facts.rebuild_all { "yes" } else { "no" }.to_owned(),
            format!("{:?}", facts.record),
            format!("{:?}", facts.pages),
            format!("{:?}", facts.files),
        ]
    }

    fn name(action: Action) -> String {
        match action {
            Action::Build {
                reuse_pictures: true,
            } => "Build with pictures".to_owned(),
            Action::Build {
                reuse_pictures: false,
            } => "Build without pictures".to_owned(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn every_combination_is_decided_as_the_table_says() {
        let rows = rows();
        let mut used = vec![false; rows.len()];
        for facts in every_combination() {
            let here = columns(facts);
            let fits = |row: &[&str]| {
                row.iter()
                    .zip(&here)
                    .all(|(wanted, is)| *wanted == "*" || wanted == is)
            };
            let row = rows.iter().position(|(row, _)| fits(row));
            let row = row.unwrap_or_else(|| panic!("no row for {facts:?}"));
            assert_eq!(name(decide(facts)), rows[row].1, "{facts:?}");
            used[row] = true;
        }
        assert!(used.iter().all(|used| *used), "a row that never fits");
    }

    #[test]
    fn files_that_have_been_read_are_not_read_again() {
        for facts in every_combination() {
            let is_read = !matches!(facts.files, FilesState::AsRecorded | FilesState::Unknown);
            assert!(!is_read || decide(facts) != Action::Read, "{facts:?}");
        }
    }
}
