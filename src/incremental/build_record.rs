use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::SharedInputs;
use super::pictures::Pictures;
use super::stability::Good;
use crate::diagnostic::Diagnostics;
use crate::discover::is_left_behind;
use crate::io::{self, Disk, Stamp, Stamps};
use crate::model::{StudentId, StudentNames};
use crate::source::{RelPath, Snapshot, TranslationLog, remembers};

/// The version of what is written down; another one's counts as nothing known.
const FORMAT: u32 = 4;

/// What is known of one student's site since it was last looked at. It is
/// written after the site, so it never says more than is there.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BuildRecord {
    format: u32,
    /// Stands for everything that this student's site shares with all others.
    pub(super) shared_fingerprint: String,
    /// Stands for the contents of the student's own files.
    pub(super) digest: String,
    /// Stands for what is remembered of their translations, as it is afterwards.
    pub(super) translation_log: String,
    /// The student's own files, as they were before they were read.
    pub(super) sources: Stamps,
    /// When that was, in nanoseconds since 1970.
    pub(super) looked: i64,
    /// How the student is called.
    pub(super) names: Vec<String>,
    /// How the student was called when the site that stands was made, or since.
    pub(super) earlier: Vec<String>,
    /// What came of it.
    pub(super) state: State,
    /// The pages that are there, made now or earlier.
    pub(super) pages: Stamps,
    /// What the pictures among them were made from.
    pub(super) pictures: Pictures,
    /// The files that the last good site was made from, and their sizes.
    pub(super) last_good: Good,
    /// Whether files of the student's were missed since.
    pub(super) awaiting_files: bool,
    /// What was seen.
    pub(super) diagnostics: Diagnostics,
}

/// What came of a student's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum State {
    /// A site.
    Made,
    /// None: something has to be put right, or it is not to be published.
    NotMade,
}

/// Within how many nanoseconds after a write a disk may give another write the
/// same time: two seconds is the coarsest that is in use.
const TICK: i64 = 2_000_000_000;

impl BuildRecord {
    /// An entry about files that nothing has been made of yet.
    pub(super) fn new(
        shared_fingerprint: String,
        digest: String,
        sources: Stamps,
        looked: i64,
    ) -> Self {
        Self {
            format: FORMAT,
            shared_fingerprint,
            digest,
            translation_log: String::new(),
            sources,
            looked,
            names: Vec::new(),
            earlier: Vec::new(),
            state: State::NotMade,
            pages: Stamps::new(),
            pictures: Pictures::default(),
            last_good: Good::new(),
            awaiting_files: false,
            diagnostics: Diagnostics::default(),
        }
    }

    /// The same about files that have been written again with the same contents.
    pub(super) fn seen_again(self, sources: Stamps, looked: i64) -> Self {
        Self {
            sources,
            looked,
            awaiting_files: false,
            ..self
        }
    }

    /// How `student`, whose entry this is, is called.
    pub(super) fn called(&self, student: StudentId) -> StudentNames {
        StudentNames {
            student,
            names: self.names.clone(),
            earlier: self.earlier.clone(),
        }
    }

    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let entry: Self = serde_json::from_slice(bytes).ok()?;
        (entry.format == FORMAT).then_some(entry)
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Whether files with these stamps have the contents that are known. A file
    /// that was written just before it was looked at may have been written again
    /// within the same tick of the disk's clock: then only reading it tells.
    pub(super) fn knows(&self, sources: &Stamps) -> bool {
        let ticking = self.looked.saturating_sub(TICK);
        let settled = |(path, stamp): (&RelPath, &Stamp)| {
            // Nobody else writes what is remembered.
            !stamp.is_newer(ticking) || remembers(path).is_some()
        };
        self.sources == *sources && sources.iter().all(settled)
    }
}

/// The names that are known of a student besides `names`. Half a file may lack
/// the name that no other page may hold; it is looked for until the file has made
/// a good site without it.
pub(super) fn earlier(names: &[String], known: Option<&BuildRecord>) -> Vec<String> {
    let known = known.into_iter();
    let mut earlier: Vec<String> = known
        .flat_map(|known| known.names.iter().chain(&known.earlier).cloned())
        .filter(|name| !names.contains(name))
        .collect();
    earlier.sort_unstable();
    earlier.dedup();
    earlier
}

/// Stands for the contents of a student's own files; those that are not in the
/// snapshot are read from `disk`.
pub(super) fn digest(snapshot: &Snapshot, disk: &Disk) -> String {
    let mut hash = Hash::default();
    let files = snapshot.files.iter();
    for (path, bytes) in files.filter(|(path, _)| remembers(path).is_none()) {
        hash.add("file", &[path.as_str().as_bytes(), bytes]);
    }
    let others = snapshot.others.iter();
    for path in others.filter(|path| !is_left_behind(path)) {
        let bytes = disk.attachment(path);
        let bytes = bytes.as_deref().unwrap_or(b"unreadable");
        hash.add("other", &[path.as_str().as_bytes(), bytes]);
    }
    let refused = snapshot.refused.iter();
    for (path, reason) in refused.filter(|(path, _)| !is_left_behind(path)) {
        let reason = format!("{reason:?}");
        hash.add("refused", &[path.as_str().as_bytes(), reason.as_bytes()]);
    }
    hash.end()
}

/// Stands for what is remembered of a student's translations.
pub(super) fn translation_log_digest(translation_log: &TranslationLog) -> String {
    let mut hash = Hash::default();
    hash.add("memory", &[&translation_log.bytes()]);
    hash.end()
}

/// Stands for everything that all students' sites share.
pub(super) fn shared_fingerprint(opened: &SharedInputs) -> Option<String> {
    let shared = opened.shared.as_ref()?;
    let mut hash = Hash::default();
    hash.add("program", &[io::program().as_bytes()]);
    hash.add("day", &[shared.school.today.to_string().as_bytes()]);
    for (path, bytes) in &opened.snapshot.files {
        // What is remembered is in below, as it will stand after this build.
        if path.folder() != Some(".kinfolio") {
            hash.add("file", &[path.as_str().as_bytes(), bytes]);
        }
    }
    hash.add("memory", &[&shared.translation_log().bytes()]);
    for called in &opened.names {
        hash.add("student", &[called.student.as_str().as_bytes()]);
        for name in &called.names {
            hash.add("name", &[name.as_bytes()]);
        }
        for name in &called.earlier {
            hash.add("earlier", &[name.as_bytes()]);
        }
    }
    Some(hash.end())
}

/// SHA-256 over parts that cannot run into each other.
#[derive(Default)]
struct Hash(Sha256);

impl Hash {
    fn add(&mut self, kind: &str, parts: &[&[u8]]) {
        for part in [kind.as_bytes()].iter().chain(parts) {
            self.0.update((part.len() as u64).to_le_bytes());
            self.0.update(part);
        }
    }

    fn end(self) -> String {
        HEXLOWER.encode(&self.0.finalize())
    }
}
