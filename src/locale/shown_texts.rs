//! Which texts and language packs a site shows, as hashes, so that a later build can tell
//! whether a changed text concerns it.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::model::{Lang, Text};
use crate::source::{HASH_START, hash_next};

/// Collects what one student's site shows.
#[derive(Debug, Default)]
pub struct ShownTexts(RefCell<BTreeSet<u32>>);

impl ShownTexts {
    /// Notes a text, in whichever language it is shown.
    pub(crate) fn add(&self, text: &Text) {
        self.0.borrow_mut().insert(text_key(text));
    }

    /// Notes a language pack in which messages are looked up.
    pub(crate) fn add_pack(&self, lang: &Lang) {
        self.0.borrow_mut().insert(pack_key(lang));
    }

    /// The keys of everything that was noted.
    #[must_use]
    pub fn into_keys(self) -> BTreeSet<u32> {
        self.0.into_inner()
    }
}

/// The key of a text: a hash of the original.
#[must_use]
pub fn text_key(text: &Text) -> u32 {
    hash(b't', &text.original)
}

/// The key of a language pack.
#[must_use]
pub fn pack_key(lang: &Lang) -> u32 {
    hash(b'p', lang.as_str())
}

fn hash(kind: u8, text: &str) -> u32 {
    let bytes = [kind].into_iter().chain(text.bytes());
    bytes.fold(HASH_START, hash_next)
}
