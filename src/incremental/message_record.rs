//! What the message files of students were last made from, so that a run in which nothing
//! has changed need not make their texts again. The files themselves are compared with
//! this record in each run: one that was edited or deleted is written again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::record::Hash;
use super::record_store::RecordStore;
use super::{SharedInputs, SiteBuilder};
use crate::io::{self, Fault};

/// The name of this record. No student's folder can have it.
const NAME: &str = "/messages";

/// The message files of a school, as they were last written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageRecord {
    /// The fingerprint of what all of them were made with.
    made_with: String,
    /// By student, both as hashes: a school is large, and this is in memory during a run.
    files: BTreeMap<u64, MessageFile>,
}

/// What one message file was made from, and what is in it, as a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageFile(u64);

impl MessageFile {
    /// A file that was made from files and diagnostics with the fingerprint `made_from`, and
    /// that has the hash `hash`. `None` if there is nothing to report, and so no file.
    #[must_use]
    pub fn new(made_from: &str, hash: Option<&str>) -> Self {
        let parts = [made_from].into_iter().chain(hash);
        let parts: Vec<&[u8]> = parts.map(str::as_bytes).collect();
        Self(short("message file", &parts))
    }
}

fn short(kind: &str, parts: &[&[u8]]) -> u64 {
    let mut hash = Hash::default();
    hash.add(kind, parts);
    hash.end_short()
}

fn key(student: &str) -> u64 {
    short("student", &[student.as_bytes()])
}

impl MessageRecord {
    /// The last record. Empty if there is none.
    fn read(records: &RecordStore) -> Self {
        let bytes = records.read(NAME);
        bytes
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Forgets everything that was not made with `inputs`, in `language`, and the files of
    /// students who are gone. Messages must not name other students, so the names of all
    /// are part of what each text was made with.
    pub fn begin(&mut self, inputs: &SharedInputs, language: &str) {
        let made_with = fingerprint(inputs, language);
        if self.made_with == made_with {
            return;
        }
        *self = Self {
            made_with,
            files: BTreeMap::new(),
        };
    }

    /// Whether `file` is what was last written for `student`.
    #[must_use]
    pub fn knows(&self, student: &str, file: MessageFile) -> bool {
        self.files.get(&key(student)) == Some(&file)
    }

    /// Notes what was done for `student`. `None` if that is not known.
    pub fn note(&mut self, student: &str, file: Option<MessageFile>) {
        match file {
            Some(file) => self.files.insert(key(student), file),
            None => self.files.remove(&key(student)),
        };
    }
}

impl SiteBuilder {
    /// What the messages for teachers were last made from.
    #[must_use]
    pub fn message_record(&self) -> MessageRecord {
        MessageRecord::read(self.records())
    }

    /// Records what the messages for teachers were made from.
    ///
    /// # Errors
    /// The system error. The next run then makes all texts again.
    pub fn keep_message_record(&self, record: &MessageRecord) -> Result<(), Fault> {
        let bytes = serde_json::to_vec(record).unwrap_or_default();
        self.records().write(NAME, &bytes)
    }
}

/// Everything besides a student's own files and diagnostics that the text of a message
/// file depends on.
fn fingerprint(inputs: &SharedInputs, language: &str) -> String {
    let mut hash = Hash::default();
    hash.add("program", &[io::program().as_bytes(), language.as_bytes()]);
    let writes = inputs.writes_messages();
    hash.add("writes", &[&[u8::from(writes)]]);
    for student in inputs.students.iter() {
        hash.add("folder", &[student.as_bytes()]);
    }
    for called in inputs.names.iter() {
        hash.add("student", &[called.student.as_str().as_bytes()]);
        for (kind, names) in [("name", &called.names), ("earlier", &called.earlier)] {
            for name in names {
                hash.add(kind, &[name.as_bytes()]);
            }
        }
    }
    for (path, bytes) in &inputs.snapshot.files {
        // The translation log is written after each build, and no message shows it.
        if path.folder() != Some(".kinfolio") {
            hash.add("file", &[path.as_str().as_bytes(), bytes]);
        }
    }
    hash.end()
}
