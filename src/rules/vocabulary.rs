//! Tells which words make a difference when names are searched for with another roster:
//! for each word, a hash of everything that its presence in a text can mean.

use std::collections::BTreeMap;

/// A hash for each word, while it is made.
#[derive(Default)]
pub(super) struct Vocabulary(BTreeMap<u32, Entry>);

/// What one word can mean.
pub(super) struct Entry(u64);

impl Vocabulary {
    /// The entry of `word`, to which something of this `kind` is added.
    pub(super) fn entry(&mut self, word: u32, kind: &str) -> &mut Entry {
        // The constant of the hash FNV-1a.
        let entry = self.0.entry(word).or_insert(Entry(0xcbf2_9ce4_8422_2325));
        entry.add(kind);
        entry
    }

    /// The finished hashes.
    pub(super) fn finish(self) -> BTreeMap<u32, u64> {
        let entries = self.0.into_iter();
        entries.map(|(word, entry)| (word, entry.0)).collect()
    }
}

impl Entry {
    /// Adds a text. The order makes a difference.
    pub(super) fn add(&mut self, text: &str) {
        // No text has a byte 255, so that two texts are not the same as one longer.
        for byte in text.bytes().chain([255]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
