//! The words in which names are searched for, as numbers: a student's name can only be
//! where all of its words are. Most students' texts and pages contain no word of another
//! student's name, and then they need no search.

use super::name_key::compared;
use crate::source::{HASH_START, MOST_JOINED, hash_next, is_joined};

/// Sorted hashes: the words of one student's texts and pages, and the keys of the shared
/// texts that they show. They are the same in every run, so that a later run can ask
/// which students a changed name or text concerns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeySet(Vec<u32>);

impl FromIterator<u32> for KeySet {
    fn from_iter<T: IntoIterator<Item = u32>>(keys: T) -> Self {
        let mut keys: Vec<u32> = keys.into_iter().collect();
        keys.sort_unstable();
        keys.dedup();
        Self(keys)
    }
}

impl KeySet {
    /// Whether at least one of `words` is among them.
    #[must_use]
    pub fn contains_any(&self, words: &[u32]) -> bool {
        words.iter().any(|word| self.contains(*word))
    }

    /// Whether all of `words` are among them.
    pub(super) fn contains_all(&self, words: &[u32]) -> bool {
        words.iter().all(|word| self.contains(*word))
    }

    fn contains(&self, word: u32) -> bool {
        word == NO_WORD || self.0.binary_search(&word).is_ok()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied().chain([NO_WORD])
    }

    /// The words as bytes, to be kept until a later run.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    /// Reads what [`Self::to_bytes`] wrote. Returns `None` if it is something else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (words, rest) = bytes.as_chunks();
        let words: Vec<u32> = words.iter().copied().map(u32::from_le_bytes).collect();
        (rest.is_empty() && words.is_sorted_by(|a, b| a < b)).then_some(Self(words))
    }
}

/// What a name counts as that has no word at all, such as an emoji. It is among the words
/// of every student.
pub(super) const NO_WORD: u32 = HASH_START;

/// How many words are remembered to skip those that have just been there.
const RECENT: usize = 4096;

/// Collects [`KeySet`] from texts.
pub struct WordCollector {
    found: Vec<u32>,
    recent: Vec<u32>,
}

impl Default for WordCollector {
    fn default() -> Self {
        Self {
            found: Vec::new(),
            recent: vec![NO_WORD; RECENT],
        }
    }
}

impl WordCollector {
    /// Adds the words of a complete text.
    pub fn add(&mut self, text: &str) {
        let mut word = Word::default();
        read(text, &mut word, &mut |hashes| self.take(hashes));
        word.end(&mut |hashes| self.take(hashes));
    }

    /// Adds the words of a list.
    pub fn add_list(&mut self, list: &WordList) {
        list.words().for_each(|hashes| self.take(hashes));
    }

    /// Adds a key that is no word, such as that of a shared text.
    pub fn add_key(&mut self, key: u32) {
        self.found.push(key);
    }

    fn take(&mut self, hashes: &[u32]) {
        for hash in hashes {
            let place = self.recent.get_mut(*hash as usize % RECENT);
            if place.is_some_and(|recent| std::mem::replace(recent, *hash) != *hash) {
                self.found.push(*hash);
            }
        }
    }

    /// The words that have been added.
    pub fn words(&mut self) -> KeySet {
        self.found.sort_unstable();
        self.found.dedup();
        KeySet(self.found.clone())
    }
}

/// The words of a text in their order.
#[derive(Default)]
pub struct WordList {
    /// The hashes of each word, and after each word [`NO_WORD`].
    hashes: Vec<u32>,
    /// The word that the last part ended in.
    last: Word,
}

impl WordList {
    /// The words of a complete text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut list = Self::default();
        list.add(text);
        list.end_word();
        list
    }

    /// Adds the words of a part of a text. A word may go on in the next part.
    pub fn add(&mut self, part: &str) {
        let hashes = &mut self.hashes;
        read(part, &mut self.last, &mut |word| push(hashes, word));
    }

    /// Ends the word that has been read so far, if there is one.
    pub fn end_word(&mut self) {
        let hashes = &mut self.hashes;
        self.last.end(&mut |word| push(hashes, word));
    }

    /// The hashes of each word: more than one if its first letters may be joined to a word.
    pub fn words(&self) -> impl Iterator<Item = &[u32]> {
        let words = self.hashes.split(|hash| *hash == NO_WORD);
        words.filter(|word| !word.is_empty())
    }
}

fn push(hashes: &mut Vec<u32>, word: &[u32]) {
    hashes.extend_from_slice(word);
    hashes.push(NO_WORD);
}

/// Whether one of these names may be in a text with these words: its first two words follow
/// each other.
pub(super) fn may_hold<'w, 'n>(
    lists: impl Iterator<Item = &'w WordList>,
    names: &(impl Iterator<Item = &'n Begin> + Clone),
) -> bool {
    let mut before: &[u32] = &[];
    let mut found = names.clone().any(|begin| begin.first == NO_WORD);
    for word in lists.flat_map(WordList::words) {
        found |= names.clone().any(|begin| match begin.second {
            Some(second) => before.contains(&begin.first) && word.first() == Some(&second),
            None => word.contains(&begin.first),
        });
        before = word;
    }
    found
}

/// The first words of a name.
pub(super) struct Begin {
    first: u32,
    /// `None` if the name has only one.
    second: Option<u32>,
}

impl Begin {
    /// The beginning of a name with these words, in their order.
    pub(super) fn of(words: &[u32]) -> Self {
        Self {
            first: words.first().copied().unwrap_or(NO_WORD),
            second: words.get(1).copied(),
        }
    }
}

/// Gives the hashes of each word of `text` to `each`. A word is read across parts of a
/// text until it ends.
fn read(text: &str, word: &mut Word, each: &mut impl FnMut(&[u32])) {
    let mut rest = text;
    while !rest.is_empty() {
        let count = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (plain, other) = rest.split_at_checked(count).unwrap_or_default();
        word.push_plain(plain);
        let mut others = other.chars();
        let Some(character) = others.next() else {
            return;
        };
        compared(character, |part| {
            if is_arabic(part) || part.is_alphanumeric() {
                word.push(part);
            } else {
                word.end(each);
            }
        });
        rest = others.as_str();
    }
}

/// Whether this is a common Arabic letter. They have no capitals, and the tables in which all
/// letters are looked up are slow.
fn is_arabic(letter: char) -> bool {
    matches!(letter, 'ء'..='ي')
}

/// A word while it is read: its hash and, if its first letters may be joined to a word
/// (see [`is_joined`]), the hashes of the words they may be joined to.
#[derive(Default)]
struct Word {
    hashes: [u32; MOST_JOINED + 1],
    count: usize,
    /// Whether no other word can begin with the next letter.
    is_settled: bool,
}

impl Word {
    /// Gives the word to `each`, if there is one, and begins the next one.
    fn end(&mut self, each: &mut impl FnMut(&[u32])) {
        if let Some(hashes) = self.hashes.get(..self.count)
            && !hashes.is_empty()
        {
            each(hashes);
        }
        *self = Self::default();
    }

    fn push(&mut self, letter: char) {
        if !self.is_settled
            && let Some(begins) = self.hashes.get_mut(self.count)
        {
            *begins = HASH_START;
            self.count += 1;
            self.is_settled = !is_joined(letter);
        }
        if letter.is_ascii() || is_arabic(letter) {
            return self.push_small(letter.to_ascii_lowercase());
        }
        for small in letter.to_lowercase() {
            // One letter that is written in another form at the end of a word.
            self.push_small(if small == 'ς' { 'σ' } else { small });
        }
    }

    /// Adds ASCII letters and digits.
    fn push_plain(&mut self, letters: &str) {
        let mut letters = letters.chars();
        if !self.is_settled {
            let Some(first) = letters.next() else {
                return;
            };
            self.push(first);
        }
        for hash in self.hashes.iter_mut().take(self.count) {
            *hash = letters.clone().fold(*hash, |hash, letter| {
                hash_next(hash, letter.to_ascii_lowercase())
            });
        }
    }

    fn push_small(&mut self, letter: char) {
        for hash in self.hashes.iter_mut().take(self.count) {
            *hash = hash_next(*hash, letter);
        }
    }
}

/// The words of a name in the form in which names are compared, in their order.
pub(super) fn words_of(key: &str) -> Vec<u32> {
    let parts = key.split(|c: char| !c.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(hash).collect()
}

/// The hash of a complete word.
fn hash(word: &str) -> u32 {
    let mut read = Word::default();
    word.chars().for_each(|letter| read.push(letter));
    let [hash, ..] = read.hashes;
    hash
}

#[cfg(test)]
mod tests {
    use super::super::name_key::key;
    use super::*;

    fn words(text: &str) -> KeySet {
        let mut collector = WordCollector::default();
        collector.add(text);
        collector.words()
    }

    #[test]
    fn a_name_is_found_by_its_words() {
        let check = |text: &str, name: &str, expected| {
            let name = words_of(&key(name));
            assert_eq!(words(text).contains_all(&name), expected, "{text}");
        };
        check("Ana and Khoi.", "Khôi", true);
        check("Ana and KHÔI.", "Khôi", true);
        check("**K**hôi", "Khôi", true);
        check("Khôis", "Khôi", false);
        check("Kho i", "Khôi", false);
        check("Bao, not Tran", "Bao Tran", true);
        check("Bao", "Bao Tran", false);
        check("D’Angelo", "D'Angelo", true);
        check("قال ولسامي", "سامي", true);
        check("حسامي", "سامي", false);
        check("وفبكسامي", "سامي", true);
        check("وفبكلسامي", "سامي", false);
        check("ΝΙΚΟΣ", "Νίκος", true);
        check("anything", "🙂", true);
    }

    #[test]
    fn a_name_is_where_its_words_follow_each_other() {
        let check = |text: &str, name: &str, expected| {
            let begin = Begin::of(&words_of(&key(name)));
            let list = WordList::of(text);
            let found = may_hold([&list].into_iter(), &[begin].iter());
            assert_eq!(found, expected, "{text}");
        };
        check("Bao Tran", "Bao Tran", true);
        check("**BAO**\n– tran.", "Bao Tran", true);
        check("Bao and Tran", "Bao Tran", false);
        check("Tran Bao", "Bao Tran", false);
        check("وسامي وليد", "سامي وليد", true);
        check("Ana", "Ana", true);
        check("Anas", "Ana", false);
        check("anything", "🙂", true);
    }

    #[test]
    fn words_are_kept_as_bytes() {
        let words = words("a b c, b");
        assert_eq!(words.to_bytes().len(), 12);
        assert_eq!(KeySet::from_bytes(&words.to_bytes()), Some(words));
        let check = |bytes: &[u8]| assert_eq!(KeySet::from_bytes(bytes), None);
        check(&[1, 2, 3]);
        check(&[2, 0, 0, 0, 1, 0, 0, 0]);
        check(&[1, 0, 0, 0, 1, 0, 0, 0]);
    }

    #[test]
    fn hashes_are_the_same_in_every_version() {
        // FNV-1a of "ana".
        assert_eq!(words("Ana").to_bytes(), 0x1429_ca85_u32.to_le_bytes());
    }

    #[test]
    fn a_changed_name_is_looked_for_by_any_of_its_words() {
        let words = words("Ana reads");
        let check = |name: &str, expected| {
            assert_eq!(words.contains_any(&words_of(name)), expected, "{name}");
        };
        check("Ana Duarte", true);
        check("Duarte", false);
        assert!(words.contains_any(&[NO_WORD]));
    }
}
