//! The fifth step, and what the next run compares with: the build record of one
//! student. It is written after the pages, so it never promises more than is there.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::basis::{self, Basis};
use super::observe::{Contents, Workspace};
use super::pictures::Pictures;
use super::sealing::SiteAccess;
use super::shared_inputs::CompleteInputs;
use super::suspicious_loss::{self, LastGoodFiles};
use crate::build::Built;
use crate::diagnostic::{Code, Counts, Diagnostic, Diagnostics};
use crate::discover::is_left_behind;
use crate::io::{self, Disk, Fault, Stamp, Stamps};
use crate::model::{StudentId, StudentNames};
use crate::rules::KeySet;
use crate::source::{
    MAX_FILE_BYTES, RelPath, Snapshot, TranslationLog, remembers, translation_log_of,
};

/// The version of this format. A record of another version counts as missing.
const FORMAT: u32 = 7;

/// What is recorded of one student's site. The diagnostics follow on a line of their own,
/// which is read only if they are shown: a run looks at the records of all students.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BuildRecord {
    format: u32,
    /// What the result was made with besides the student's own files.
    pub(super) basis: Basis,
    /// The keys of the shared inputs that the result depends on.
    depends_on: String,
    /// The fingerprint of the student's own files.
    pub(super) digest: String,
    /// The fingerprint of the student's translation log after the build.
    pub(super) translation_log: String,
    /// The stamps of the student's own files from before they were read.
    pub(super) sources: Stamps,
    /// When that was, in nanoseconds since 1970.
    pub(super) looked: i64,
    /// How the student is called.
    pub(super) names: Vec<String>,
    /// Other names that the student has had since the pages on the disk were made.
    pub(super) earlier: Vec<String>,
    /// Whether these files make a site.
    pub(super) state: SiteState,
    /// The files of the site that are on the disk, made now or earlier.
    pub(super) pages: Stamps,
    /// Who can open them. `None` if there are none, or if their folder is named like the
    /// student's.
    #[serde(rename = "sealed")]
    pub(super) access: Option<SiteAccess>,
    /// What the pictures among them were made from.
    pub(super) pictures: Pictures,
    /// The files that the last good site was made from, and their sizes.
    pub(super) last_good: LastGoodFiles,
    /// Whether files have been missing since.
    pub(super) awaiting_files: bool,
    /// What was found in the student's files.
    pub(super) findings: Findings,
    /// The diagnostics of the student's files, as JSON.
    #[serde(skip)]
    diagnostics: Vec<u8>,
}

/// What was found in a student's files, without the diagnostics about them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Findings {
    /// The diagnostics about the student's own files, counted.
    pub(super) counts: Counts,
    /// The diagnostics about files that all students share, such as a text with the name
    /// of this student. There are few.
    pub(super) about_shared: Diagnostics,
    /// The fingerprint of the files and of all diagnostics. Empty if it is not known.
    pub(super) fingerprint: String,
}

impl Findings {
    /// What `diagnostics` say about `student`, whose files have the fingerprint `digest`.
    pub(super) fn of(student: &str, digest: &str, diagnostics: &Diagnostics) -> Self {
        let is_own = |one: &&Diagnostic| one.student() == Some(student);
        let mut hash = Hash::default();
        hash.add("files", &[digest.as_bytes()]);
        hash.add("diagnostics", &[&json(diagnostics)]);
        Self {
            counts: diagnostics.iter().filter(is_own).collect(),
            about_shared: diagnostics
                .iter()
                .filter(|one| !is_own(one))
                .cloned()
                .collect(),
            fingerprint: hash.end(),
        }
    }
}

fn json(diagnostics: &Diagnostics) -> Vec<u8> {
    serde_json::to_vec(diagnostics).unwrap_or_default()
}

/// What a student's files make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum SiteState {
    /// A site.
    Made,
    /// No site, because they have errors or are not to be published.
    NotMade,
}

/// The part of a build record that is reported again if nothing has changed.
pub(super) struct LastResult {
    /// How many files the site has. `None` if there is no site.
    pub(super) pages: Option<usize>,
    /// What was found in the files.
    pub(super) findings: Findings,
}

/// The coarsest clock of a disk in use, in nanoseconds: two writes within two
/// seconds may get the same time.
const TICK: i64 = 2_000_000_000;

impl BuildRecord {
    /// The record of files that were just read, before they are compiled. It keeps
    /// what `last` says of the pages, until this build replaces them.
    pub(super) fn new(
        last: Option<Self>,
        contents: &Contents,
        sources: Stamps,
        looked: i64,
    ) -> Self {
        let mut record = Self {
            format: FORMAT,
            basis: Basis::default(),
            depends_on: String::new(),
            digest: contents.digest.clone(),
            translation_log: String::new(),
            sources,
            looked,
            names: Vec::new(),
            earlier: Vec::new(),
            state: SiteState::NotMade,
            pages: Stamps::new(),
            access: None,
            pictures: Pictures::default(),
            last_good: LastGoodFiles::new(),
            awaiting_files: false,
            findings: Findings::default(),
            diagnostics: Vec::new(),
        };
        if let Some(last) = last {
            record.earlier = last.names.into_iter().chain(last.earlier).collect();
            record.pages = last.pages;
            record.access = last.access;
            record.pictures = last.pictures;
            record.last_good = last.last_good;
            record.awaiting_files = last.awaiting_files;
        }
        record
    }

    /// Adds the result of compiling these files.
    pub(super) fn take_result<T>(
        &mut self,
        names: Vec<String>,
        built: &Built<T>,
        inputs: &CompleteInputs,
    ) {
        self.basis = Basis::of(built, built.first_difference, inputs);
        self.depends_on = basis::written(&built.depends_on);
        let earlier = std::mem::take(&mut self.earlier);
        self.earlier = other_names(earlier.into_iter(), &names);
        self.names = names;
        self.translation_log = translation_log_digest(&built.translation_log);
        // A damaged translation log has been replaced after this build.
        let diagnostics = built
            .diagnostics
            .iter()
            .filter(|one| one.code != Code::TranslationLogBroken)
            .cloned()
            .collect();
        self.findings = Findings::of(built.student.as_str(), &self.digest, &diagnostics);
        self.diagnostics = json(&diagnostics);
    }

    /// Adds the site that was placed. `is_used` says which files it was made from.
    pub(super) fn take_site(
        &mut self,
        pages: &Stamps,
        access: Option<SiteAccess>,
        is_used: impl Fn(&RelPath) -> bool,
    ) {
        self.state = SiteState::Made;
        self.earlier = Vec::new();
        self.pages = pages.clone();
        self.access = access;
        self.awaiting_files = false;
        self.last_good = suspicious_loss::sizes(&self.sources);
        self.last_good.retain(|path, _| is_used(path));
    }

    /// The same record of files that were saved again with the same contents.
    pub(super) fn saved_again(self, sources: Stamps, looked: i64) -> Self {
        Self {
            sources,
            looked,
            awaiting_files: false,
            ..self
        }
    }

    /// The keys of the shared inputs that the result depends on.
    pub(super) fn depends_on(&self) -> Option<KeySet> {
        basis::read(&self.depends_on)
    }

    /// How `student`, whose record this is, is called.
    pub(super) fn called(&self, student: StudentId) -> StudentNames {
        StudentNames {
            student,
            names: self.names.clone(),
            earlier: self.earlier.clone(),
        }
    }

    /// What to report if nothing has changed.
    pub(super) fn into_last_result(self) -> LastResult {
        LastResult {
            pages: (self.state == SiteState::Made).then_some(self.pages.len()),
            findings: self.findings,
        }
    }

    /// Reads a record. `None` if it is damaged or has another format.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let (record, diagnostics) = split(bytes)?;
        let record: Self = serde_json::from_slice(record).ok()?;
        (record.format == FORMAT).then(|| Self {
            diagnostics: diagnostics.to_vec(),
            ..record
        })
    }

    /// Reads the diagnostics of a record. `None` if it is damaged.
    pub(super) fn read_diagnostics(bytes: &[u8]) -> Option<Diagnostics> {
        serde_json::from_slice(split(bytes)?.1).ok()
    }

    /// The record as it is written.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes.extend_from_slice(&self.diagnostics);
        bytes
    }

    /// Whether files with these stamps have the recorded contents. A file that was
    /// written just before it was read may have been written again within the same
    /// tick of the disk's clock; only its contents tell then.
    pub(super) fn knows(&self, sources: &Stamps) -> bool {
        let recently = self.looked.saturating_sub(TICK);
        let is_certain = |(path, stamp): (&RelPath, &Stamp)| {
            // Only kinfolio writes translation logs.
            !stamp.is_newer(recently) || remembers(path).is_some()
        };
        self.sources == *sources && sources.iter().all(is_certain)
    }

    /// Whether these are the recorded contents.
    pub(super) fn has_contents(&self, contents: &Contents) -> bool {
        self.digest == contents.digest
            && self.translation_log == translation_log_digest(contents.unit.translation_log())
    }
}

/// A record and its diagnostics: two lines, as JSON is written here on one.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    Some((bytes.get(..end)?, bytes.get(end + 1..)?))
}

/// Writes a student's record. Without one the next run builds the site again.
pub(super) fn keep(workspace: &Workspace, student: &str, record: &BuildRecord) {
    let written = workspace.records.write(student, &record.bytes());
    if written.is_err() {
        workspace.records.forget(student);
    }
    workspace.note(written);
}

/// Writes a translation log at `path` in the school folder.
pub(super) fn keep_translations(workspace: &Workspace, path: &RelPath, log: &TranslationLog) {
    let school = workspace.disk.root();
    let is_missing = || io::read_bytes(&school.join(path.as_str()), MAX_FILE_BYTES).is_none();
    if log.is_empty() && is_missing() {
        return;
    }
    let written = io::replace_file(school, path, &log.bytes());
    workspace.note(written.map_err(|fault| Fault {
        tried: "remember",
        ..fault
    }));
}

/// Writes a student's translation log, and puts its stamp into `sources`.
pub(super) fn keep_own_translations(
    workspace: &Workspace,
    student: &str,
    log: &TranslationLog,
    sources: &mut Stamps,
) {
    let Some(path) = translation_log_of(student) else {
        return;
    };
    keep_translations(workspace, &path, log);
    let stamps = workspace.disk.stamps(Some(student)).unwrap_or_default();
    match stamps.get(&path) {
        Some(stamp) => drop(sources.insert(path, *stamp)),
        None => drop(sources.remove(&path)),
    }
}

/// The recorded names of a student besides `names`. Half a file may lack the name
/// that no other student's page may show, so kinfolio looks for the recorded names,
/// too, until the file has made a good site without them.
pub(super) fn earlier(names: &[String], record: Option<&BuildRecord>) -> Vec<String> {
    let recorded = record
        .into_iter()
        .flat_map(|record| record.names.iter().chain(&record.earlier).cloned());
    other_names(recorded, names)
}

fn other_names(recorded: impl Iterator<Item = String>, names: &[String]) -> Vec<String> {
    let mut others: Vec<String> = recorded.filter(|name| !names.contains(name)).collect();
    others.sort_unstable();
    others.dedup();
    others
}

/// The fingerprint of the contents of a student's own files. Files that are not in the
/// snapshot are read from `disk`.
pub(super) fn digest(snapshot: &Snapshot, disk: &Disk) -> String {
    let mut hash = Hash::default();
    for (path, bytes) in &snapshot.files {
        if remembers(path).is_none() {
            hash.add("file", &[path.as_str().as_bytes(), bytes]);
        }
    }
    for path in snapshot.others.iter().filter(|path| !is_left_behind(path)) {
        let bytes = disk.attachment(path);
        let bytes = bytes.as_deref().unwrap_or(b"unreadable");
        hash.add("other", &[path.as_str().as_bytes(), bytes]);
    }
    for (path, reason) in snapshot
        .refused
        .iter()
        .filter(|(path, _)| !is_left_behind(path))
    {
        let reason = format!("{reason:?}");
        hash.add("refused", &[path.as_str().as_bytes(), reason.as_bytes()]);
    }
    hash.end()
}

/// The fingerprint of a translation log.
pub(super) fn translation_log_digest(translation_log: &TranslationLog) -> String {
    let mut hash = Hash::default();
    hash.add("memory", &[&translation_log.bytes()]);
    hash.end()
}

/// SHA-256 over parts with their lengths, so that no two lists of parts are the same.
#[derive(Default)]
pub(super) struct Hash(Sha256);

impl Hash {
    pub(super) fn add(&mut self, kind: &str, parts: &[&[u8]]) {
        for part in [kind.as_bytes()].iter().chain(parts) {
            self.0.update((part.len() as u64).to_le_bytes());
            self.0.update(part);
        }
    }

    pub(super) fn end(self) -> String {
        HEXLOWER.encode(&self.0.finalize())
    }

    /// The first part of it, where a school has many.
    pub(super) fn end_short(self) -> u64 {
        let first = self.0.finalize().first_chunk().copied();
        first.map_or(0, u64::from_le_bytes)
    }
}
