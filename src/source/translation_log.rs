//! The log of translations: which version of an original each one belongs to. It
//! tells whether a translation is out of date.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::RelPath;

/// The path in the school folder of the log for the files that all students share.
/// Deleting a log loses no text: every translation then counts as up to date.
pub const TRANSLATION_LOG: &str = ".kinfolio/translations.json";

/// The folder of the students' own logs. There is one file for each student, so that
/// a save in one folder rewrites that student's log only.
const STUDENT_LOGS: &str = ".kinfolio/translations";

/// The path of one student's log. Returns `None` if the folder's name cannot be the
/// name of a file.
#[must_use]
pub fn translation_log_of(student: &str) -> Option<RelPath> {
    RelPath::new(&format!("{STUDENT_LOGS}/{student}.json"))
}

/// The student whose log is at `path`. Returns `None` for any other file.
#[must_use]
pub fn remembers(path: &RelPath) -> Option<&str> {
    path.below(STUDENT_LOGS)?.strip_suffix(".json")
}

/// The version of the file format.
const FORMAT: u32 = 1;

/// Identifies a text: the first 64 bits of its SHA-256. Fewer than one in 10¹⁵ pairs
/// of texts in a file have the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of `parts`, in this order. Line breaks and the form of "é"
    /// make no difference.
    #[must_use]
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut text = String::with_capacity(1024);
        for part in parts {
            for word in part.split_whitespace() {
                if word.is_ascii() || is_nfc_quick(word.chars()) == IsNormalized::Yes {
                    text.push_str(word);
                } else {
                    text.extend(word.nfc());
                }
                text.push(' ');
            }
            text.push('\0');
        }
        let hash = Sha256::digest(text);
        let first = hash.iter().take(8).copied().map(u64::from);
        Self(first.fold(0, |value, byte| value << 8 | byte))
    }

    fn read(text: &str) -> Option<Self> {
        u64::from_str_radix(text, 16).ok().map(Self)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// A translation and its original when the translation was last up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationRecord {
    /// The complete translation.
    pub translation: Fingerprint,
    /// Each text of the original, together with its translation.
    pub texts: BTreeSet<Fingerprint>,
}

/// The records of translations, by their files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TranslationLog(BTreeMap<RelPath, TranslationRecord>);

/// The log as JSON.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: u32,
    pairs: BTreeMap<String, Pair>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    translation: String,
    /// Fingerprints with spaces between them: one line for each translation.
    texts: String,
}

impl TranslationLog {
    /// Reads a log. Returns `None` if `bytes` are not one.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let file: File = serde_json::from_slice(bytes).ok()?;
        let pairs = file.pairs.iter();
        let pairs = pairs.map(|(path, pair)| Some((RelPath::new(path)?, pair.read()?)));
        let pairs = pairs.collect::<Option<_>>().map(Self);
        pairs.filter(|_| file.format == FORMAT)
    }

    /// The contents of its file. The same log always has the same bytes.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let pairs = self.0.iter();
        let file = File {
            format: FORMAT,
            pairs: pairs
                .map(|(path, pair)| (path.to_string(), Pair::new(pair)))
                .collect(),
        };
        let mut bytes = serde_json::to_vec_pretty(&file).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// The record of a translation.
    #[must_use]
    pub fn get(&self, translation: &RelPath) -> Option<&TranslationRecord> {
        self.0.get(translation)
    }

    /// Records a translation.
    pub fn keep(&mut self, translation: RelPath, pair: TranslationRecord) {
        self.0.insert(translation, pair);
    }

    /// Keeps the records of those files only for which `fits` is true.
    pub fn retain(&mut self, fits: impl Fn(&RelPath) -> bool) {
        self.0.retain(|path, _| fits(path));
    }

    /// Whether there is no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Pair {
    fn new(pair: &TranslationRecord) -> Self {
        let texts: Vec<String> = pair.texts.iter().map(Fingerprint::to_string).collect();
        Self {
            translation: pair.translation.to_string(),
            texts: texts.join(" "),
        }
    }

    fn read(&self) -> Option<TranslationRecord> {
        let texts = self.texts.split_whitespace().map(Fingerprint::read);
        Some(TranslationRecord {
            translation: Fingerprint::read(&self.translation)?,
            texts: texts.collect::<Option<_>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_of_words() {
        let check = |one: &[&str], other: &[&str], same| {
            let equal =
                Fingerprint::of(one.iter().copied()) == Fingerprint::of(other.iter().copied());
            assert_eq!(equal, same, "{one:?} {other:?}");
        };
        check(&["He reads."], &["  He\r\nreads. \n"], true);
        check(&["Kho\u{302}i"], &["Kh\u{f4}i"], true);
        check(&["He reads."], &["He reads!"], false);
        check(&["He reads."], &["he reads."], false);
        check(&["a", "b"], &["b", "a"], false);
        check(&["a", "b"], &["a b"], false);
        check(&["a", ""], &["a"], false);
        check(&["1. a"], &["1.a"], false);
    }

    fn translation_log(paths: &[&str]) -> TranslationLog {
        let mut translation_log = TranslationLog::default();
        for path in paths {
            let pair = TranslationRecord {
                translation: Fingerprint::of([*path]),
                texts: [Fingerprint::of(["a", *path]), Fingerprint::of(["b", ""])].into(),
            };
            translation_log.keep(RelPath::new(path).unwrap(), pair);
        }
        translation_log
    }

    #[test]
    fn what_is_kept_is_read_again() {
        for paths in [&[][..], &["a.es.md"], &["b/ü.ar.yaml", "a.es.md"]] {
            let translation_log = translation_log(paths);
            assert_eq!(
                TranslationLog::read(&translation_log.bytes()).as_ref(),
                Some(&translation_log)
            );
        }
        let (one, other) = (translation_log(&["a", "b"]), translation_log(&["b", "a"]));
        assert_eq!(
            one.bytes(),
            other.bytes(),
            "the order of keeping is no matter"
        );
    }

    #[test]
    fn other_files_are_not_read_as_a_log() {
        let good = String::from_utf8(translation_log(&["a.es.md"]).bytes()).unwrap();
        let broken = [
            String::new(),
            "{".to_owned(),
            "[]".to_owned(),
            good.replace("\"format\": 1", "\"format\": 2"),
            good.replace("a.es.md", "../a.es.md"),
            good.replace("\"texts\": \"", "\"texts\": \"x "),
            good.replace("\"texts\"", "\"words\""),
            good.get(..good.len() / 2).unwrap().to_owned(),
        ];
        for text in broken {
            assert_eq!(TranslationLog::read(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn each_student_has_a_log() {
        let check = |student: &str, expected: Option<&str>| {
            let place = translation_log_of(student);
            assert_eq!(place.as_ref().map(RelPath::as_str), expected);
            assert_eq!(
                place.as_ref().and_then(remembers),
                expected.and(Some(student))
            );
        };
        check("ana", Some(".kinfolio/translations/ana.json"));
        check("lê-minh", Some(".kinfolio/translations/lê-minh.json"));
        check("../ana", None);
    }

    #[test]
    fn only_its_own_files_stay_in_it() {
        let mut translation_log = translation_log(&["school.es.yaml", "students/ana/a.es.md"]);
        translation_log.retain(|path| path.below("students/ana").is_some());
        assert!(
            translation_log
                .get(&RelPath::new("students/ana/a.es.md").unwrap())
                .is_some()
        );
        assert!(
            translation_log
                .get(&RelPath::new("school.es.yaml").unwrap())
                .is_none()
        );
    }
}
