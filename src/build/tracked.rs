//! What of the shared files only some sites show: language packs, the texts of the
//! library and the staff, and students' names. A change of these concerns only the sites
//! that use them. A change of anything else concerns every site.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::Shared;
use crate::locale::{pack_key, text_key};
use crate::model::{AuthorText, Lang, School, Text};
use crate::parse::markdown;
use crate::rules;
use crate::source::{RelPath, Snapshot};

/// The shared inputs in parts that can change one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrackedInputs {
    /// A fingerprint of each part that not every site uses, by its key. The keys of the
    /// parts that a site uses are in [`Built::depends_on`].
    ///
    /// [`Built::depends_on`]: super::Built::depends_on
    pub parts: BTreeMap<u32, u64>,
    /// The fingerprint of everything else.
    pub rest: String,
}

/// The key of all shared files together, for a result that may depend on any of them.
pub(super) const EVERYTHING: u32 = 1;

impl Shared {
    /// The shared inputs, which were read from `snapshot`, in parts.
    #[must_use]
    pub fn tracked(&self, snapshot: &Snapshot) -> TrackedInputs {
        let mut parts = self.name_index.vocabulary();
        let texts = texts(&self.school);
        for text in &texts {
            let mut hash = Hash::default();
            hash.add_text(text);
            // Texts with the same original are told apart by their translations only.
            let part = parts.entry(text_key(text)).or_default();
            *part = part.rotate_left(7) ^ hash.short();
        }
        let mut packs: BTreeMap<Lang, Hash> = BTreeMap::new();
        let mut rest = Hash::default();
        let texts: BTreeSet<&str> = texts.iter().flat_map(|text| said(text)).collect();
        for (path, bytes) in &snapshot.files {
            if path.folder() == Some(".kinfolio") {
                continue;
            }
            if let Some(lang) = pack_of(path) {
                let hash = packs.entry(lang).or_default();
                hash.add(path.as_str().as_bytes());
                hash.add(bytes);
                continue;
            }
            rest.add(path.as_str().as_bytes());
            if path.as_str() == "school.yaml" {
                for line in bytes.split(|byte| *byte == b'\n') {
                    // What depends on the day knows until when it holds.
                    if !line.starts_with(b"today:") {
                        rest.add(line);
                    }
                }
                continue;
            }
            for part in without_texts(path, bytes, &self.school.author_texts, &texts) {
                rest.add(part);
            }
        }
        let mut all = Hash::default();
        for (path, bytes) in &snapshot.files {
            all.add(path.as_str().as_bytes());
            all.add(bytes);
        }
        parts.insert(EVERYTHING, all.short());
        parts.extend(
            packs
                .iter()
                .map(|(lang, hash)| (pack_key(lang), hash.short())),
        );
        self.add_rest(&mut rest);
        TrackedInputs {
            parts,
            rest: rest.long(),
        }
    }

    /// What is computed from all texts together, and so concerns every site.
    fn add_rest(&self, rest: &mut Hash) {
        for lang in &self.languages {
            rest.add(lang.as_str().as_bytes());
        }
        for term in self.school.library.glossary.values() {
            // Their forms are looked for in every text.
            rest.add(&[u8::from(term.title_alone)]);
            rest.add_text(&term.title);
            rest.add_text(&term.also);
        }
        for contact in rules::known_contacts(&self.school) {
            rest.add(contact.as_bytes());
        }
    }
}

/// The texts that pages show only where a student's files name them, or use their word.
fn texts(school: &School) -> Vec<&Text> {
    let library = &school.library;
    let mut texts: Vec<&Text> = Vec::new();
    for tip in library.tips.values() {
        texts.extend([&tip.title, &tip.body]);
        texts.extend(
            [&tip.times, &tip.materials, &tip.good_if, &tip.stop_if]
                .into_iter()
                .flatten(),
        );
    }
    for support in library.supports.values() {
        texts.push(&support.text);
        texts.extend([&support.place, &support.family_note].into_iter().flatten());
    }
    let explainers = library.explainers.values();
    texts.extend(explainers.flat_map(|explainer| [&explainer.title, &explainer.body]));
    texts.extend(
        library
            .glossary
            .values()
            .flat_map(|term| [&term.title, &term.body]),
    );
    let roles = school.staff.values().map(|person| &person.role);
    for role in roles.chain(library.roles.values()) {
        texts.extend([&role.name, &role.plain]);
    }
    for person in school.staff.values() {
        texts.push(&person.name);
        texts.extend(&person.hours);
    }
    texts
}

/// The original of a text and its translations.
fn said(text: &Text) -> impl Iterator<Item = &str> {
    let translations = text.translations.values();
    let translations = translations.map(|translation| translation.text.as_str());
    std::iter::once(text.original.as_str()).chain(translations)
}

/// The language of a file of messages that a school adds to a pack.
fn pack_of(path: &RelPath) -> Option<Lang> {
    let (lang, _) = path.below("locales")?.split_once('/')?;
    path.has_ending("ftl").then(|| Lang::new(lang))
}

/// The bytes of a shared file around the texts that have parts of their own.
fn without_texts<'b>(
    path: &RelPath,
    bytes: &'b [u8],
    found: &[AuthorText],
    texts: &BTreeSet<&str>,
) -> Vec<&'b [u8]> {
    let mut spans: Vec<(usize, usize)> = found
        .iter()
        .filter(|one| one.at.file == *path && !one.text.trim().is_empty())
        .map(|one| (one, one.at.span.start, one.at.span.end))
        .filter(|(one, start, end)| {
            let written = bytes.get(*start..*end).unwrap_or_default();
            is_written_as(written, &one.text) && is_tracked(&one.text, texts)
        })
        .map(|(_, start, end)| (start, end))
        .collect();
    spans.sort_unstable();
    let mut parts = Vec::new();
    let mut from = 0;
    for (start, end) in spans {
        parts.extend(bytes.get(from..start));
        from = end.max(from);
    }
    parts.extend(bytes.get(from..));
    parts
}

/// Whether these bytes are this text, perhaps in quotes. A file in another encoding, or a
/// text that was repaired, is another one; it stays with the rest.
fn is_written_as(bytes: &[u8], text: &str) -> bool {
    let written = std::str::from_utf8(bytes).unwrap_or_default().trim();
    let inside = written.strip_prefix(['"', '\'']).unwrap_or(written);
    let inside = inside.strip_suffix(['"', '\'']).unwrap_or(inside);
    inside == text.trim()
}

/// Whether all of a text, or its first heading and the rest, is among `texts`.
fn is_tracked(text: &str, texts: &BTreeSet<&str>) -> bool {
    let (title, body) = markdown::title(text);
    texts.contains(text.trim())
        || title.is_some_and(|title| texts.contains(&*title) && texts.contains(body.trim()))
}

/// SHA-256 over parts with their lengths, so that no two lists of parts are the same.
#[derive(Default, Clone)]
struct Hash(Sha256);

impl Hash {
    fn add(&mut self, part: &[u8]) {
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    fn add_text(&mut self, text: &Text) {
        self.add(text.original.as_bytes());
        for (lang, translation) in &text.translations {
            self.add(lang.as_str().as_bytes());
            self.add(translation.text.as_bytes());
            self.add(&[translation.state as u8]);
        }
    }

    fn short(&self) -> u64 {
        let digest = self.0.clone().finalize();
        let first = digest.first_chunk().copied();
        first.map_or(0, u64::from_le_bytes)
    }

    fn long(self) -> String {
        HEXLOWER.encode(&self.0.finalize())
    }
}
