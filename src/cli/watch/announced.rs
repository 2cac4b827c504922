//! What `watch` has announced, so that it says each thing once and can say when it is
//! over.
//!
//! Everything that lasts is a fact under a topic. Facts are remembered while they are
//! true; [`Announced::appeared`] and its relatives return only what is news.

use std::collections::{BTreeMap, BTreeSet};

/// What facts are about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    /// The school folder is not there.
    FolderGone,
    /// The system does not report saves.
    NotWatched,
    /// The shared files are being written.
    SharedFilesChanging,
    /// The staff dashboard cannot be written.
    StaffDashboard,
    /// Message files cannot be written.
    MessageFiles,
    /// The first run over the complete school has been summed up.
    FirstRun,
    /// Files of others where kinfolio would write messages.
    ForeignFiles,
    /// System errors for one student, or for all: the names of what was tried. Which
    /// file the system refuses first may differ from run to run.
    SystemErrors(Option<String>),
    /// Sites that stay though their students' folders are gone.
    LeftoverSites,
    /// Second sites of students, as `SITE/STUDENT`.
    TwinSites,
    /// Students who are not to be published.
    NotPublished,
}

/// Diagnostics of one student, or of the shared files: each line, and whether it is an
/// error.
pub(super) type Problems = BTreeMap<String, bool>;

/// How much of the files a run could check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Checked {
    /// Everything.
    Completely,
    /// Not everything, because the shared files have errors.
    WithoutSharedFiles,
    /// Nothing new, because the files are being written.
    NotYet,
}

/// What to say about problems that are over.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fixed {
    /// Nothing.
    Nothing,
    /// All problems are fixed.
    All,
    /// All errors are fixed; so many warnings are left.
    Errors(usize),
}

/// What has been announced and is not over.
#[derive(Debug, Default)]
pub(super) struct Announced {
    facts: BTreeMap<Topic, BTreeSet<String>>,
    /// By student; `None` is the shared files.
    problems: BTreeMap<Option<String>, Problems>,
    /// The fingerprints of what the problems of students were found in.
    checked: BTreeMap<String, String>,
}

impl Announced {
    /// A topic that is one fact by itself begins. Returns whether that is news.
    pub(super) fn began(&mut self, topic: Topic) -> bool {
        self.appeared(topic, "")
    }

    /// A fact is true. Returns whether that is news.
    pub(super) fn appeared(&mut self, topic: Topic, fact: &str) -> bool {
        self.facts.entry(topic).or_default().insert(fact.to_owned())
    }

    /// A fact is not true anymore.
    pub(super) fn disappeared(&mut self, topic: &Topic, fact: &str) {
        if let Some(facts) = self.facts.get_mut(topic) {
            facts.remove(fact);
        }
    }

    /// Nothing of a topic is true anymore. Returns whether that is news.
    pub(super) fn ended(&mut self, topic: &Topic) -> bool {
        self.facts.remove(topic).is_some()
    }

    /// These facts of a topic are true, and no others. Returns the facts that are new
    /// and those that are not true anymore.
    pub(super) fn replace(
        &mut self,
        topic: Topic,
        now: BTreeSet<String>,
    ) -> (Vec<String>, Vec<String>) {
        let before = self.facts.remove(&topic).unwrap_or_default();
        let new = now.difference(&before).cloned().collect();
        let over = before.difference(&now).cloned().collect();
        self.facts.insert(topic, now);
        (new, over)
    }

    /// A run checked files of `student` with this fingerprint, if it is known. Returns
    /// whether all problems in them are known already, so that nothing is news.
    pub(super) fn knows(&mut self, student: &str, fingerprint: Option<&str>) -> bool {
        let before = self.checked.get(student).map(String::as_str);
        if before.is_some() && before == fingerprint {
            return true;
        }
        match fingerprint {
            Some(now) => drop(self.checked.insert(student.to_owned(), now.to_owned())),
            None => drop(self.checked.remove(student)),
        }
        false
    }

    /// While the shared files have errors, other problems are found in the same files.
    pub(super) fn forget_checked(&mut self) {
        self.checked.clear();
    }

    /// A run found these problems of a student, or of the shared files. Returns the
    /// lines that are new, and what to say about those that are over.
    ///
    /// A problem that the run could not have found is still true: a file with errors
    /// hides the warnings in it.
    pub(super) fn problems(
        &mut self,
        student: Option<String>,
        mut now: Problems,
        checked: Checked,
    ) -> (Vec<String>, Fixed) {
        let before = self.problems.remove(&student).unwrap_or_default();
        let new = now.keys().filter(|line| !before.contains_key(*line));
        let new = new.cloned().collect();
        let any_error = |problems: &Problems| problems.values().any(|is_error| *is_error);
        let fixed = match checked {
            _ if checked != Checked::WithoutSharedFiles && now.is_empty() && !before.is_empty() => {
                Fixed::All
            }
            Checked::Completely if any_error(&before) && !any_error(&now) => {
                Fixed::Errors(now.len())
            }
            Checked::Completely if any_error(&now) => {
                now.extend(before.into_iter().filter(|(_, is_error)| !is_error));
                Fixed::Nothing
            }
            Checked::Completely => Fixed::Nothing,
            Checked::WithoutSharedFiles | Checked::NotYet => {
                now.extend(before);
                Fixed::Nothing
            }
        };
        self.problems.insert(student, now);
        (new, fixed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts or problems in one word each; those that begin with `!` are errors.
    fn problems(list: &str) -> Problems {
        list.split_whitespace()
            .map(|one| (one.to_owned(), one.starts_with('!')))
            .collect()
    }

    #[test]
    fn a_problem_is_new_once_and_over_once() {
        use Checked::{Completely, NotYet, WithoutSharedFiles};
        let check = |before: &str, now: &str, checked, new: &str, fixed: Fixed, kept: &str| {
            let mut announced = Announced::default();
            announced.problems(None, problems(before), Completely);
            let said = announced.problems(None, problems(now), checked);
            let new: Vec<String> = problems(new).into_keys().collect();
            assert_eq!(said, (new, fixed), "{before} -> {now}, {checked:?}");
            let left = announced.problems.remove(&None).unwrap();
            assert_eq!(left, problems(kept), "{before} -> {now}, {checked:?}");
        };
        // before, now, how much was checked -> new, fixed, remembered
        check("", "", Completely, "", Fixed::Nothing, "");
        check("", "!a b", Completely, "!a b", Fixed::Nothing, "!a b");
        check("!a b", "!a b", Completely, "", Fixed::Nothing, "!a b");
        check("!a b", "", Completely, "", Fixed::All, "");
        check("b", "", Completely, "", Fixed::All, "");
        check("!a b", "b", Completely, "", Fixed::Errors(1), "b");
        check("!a", "b c", Completely, "b c", Fixed::Errors(2), "b c");
        check("b c", "c", Completely, "", Fixed::Nothing, "c");
        // An error hides warnings, but no other error.
        check("b", "!a", Completely, "!a", Fixed::Nothing, "!a b");
        check("!a b", "!c", Completely, "!c", Fixed::Nothing, "!c b");
        // While the shared files have errors, nothing is known to be fixed.
        check("!a b", "", WithoutSharedFiles, "", Fixed::Nothing, "!a b");
        check(
            "!a",
            "!c",
            WithoutSharedFiles,
            "!c",
            Fixed::Nothing,
            "!a !c",
        );
        // Nor while files are being written.
        check("!a b", "w", NotYet, "w", Fixed::Nothing, "!a b w");
        check("b", "w", NotYet, "w", Fixed::Nothing, "b w");
    }

    #[test]
    fn files_without_a_change_bring_no_news() {
        let mut announced = Announced::default();
        let mut check = |student: &str, fingerprint: Option<&str>, expected: bool| {
            let known = announced.knows(student, fingerprint);
            assert_eq!(known, expected, "{student} {fingerprint:?}");
        };
        check("ana", Some("1"), false);
        check("ana", Some("1"), true);
        check("ben", Some("1"), false);
        check("ana", Some("2"), false);
        check("ana", Some("2"), true);
        // Files that could not be checked may bring back what was known before.
        check("ana", None, false);
        check("ana", None, false);
        check("ana", Some("2"), false);
    }

    #[test]
    fn a_fact_is_news_once_until_it_is_over() {
        let mut announced = Announced::default();
        assert!(!announced.ended(&Topic::FolderGone));
        assert!(announced.began(Topic::FolderGone));
        assert!(!announced.began(Topic::FolderGone));
        assert!(announced.ended(&Topic::FolderGone));
        assert!(announced.began(Topic::FolderGone));

        assert!(announced.appeared(Topic::NotPublished, "ana"));
        assert!(announced.appeared(Topic::NotPublished, "ben"));
        assert!(!announced.appeared(Topic::NotPublished, "ana"));
        announced.disappeared(&Topic::NotPublished, "ana");
        assert!(announced.appeared(Topic::NotPublished, "ana"));
        assert!(!announced.appeared(Topic::NotPublished, "ben"));

        // One student's system errors are not another's.
        let of = |student: &str| Topic::SystemErrors(Some(student.to_owned()));
        assert!(announced.appeared(of("ana"), "write"));
        assert!(announced.appeared(of("ben"), "write"));
        assert!(announced.ended(&of("ana")));
        assert!(!announced.appeared(of("ben"), "write"));
    }

    #[test]
    fn what_replaces_facts_tells_what_began_and_what_is_over() {
        let words =
            |list: &str| -> Vec<String> { list.split_whitespace().map(str::to_owned).collect() };
        let mut announced = Announced::default();
        let mut check = |now: &str, new: &str, over: &str| {
            let now = words(now).into_iter().collect();
            let found = announced.replace(Topic::LeftoverSites, now);
            assert_eq!(found, (words(new), words(over)));
        };
        check("ana ben", "ana ben", "");
        check("ana ben", "", "");
        check("ben cleo", "cleo", "ana");
        check("", "", "ben cleo");
        check("ana", "ana", "");
    }
}
