//! Searches text for students' names, written the way people write them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::name_or_word::{Meaning, Naming};
use super::searched_words::{Begin, KeySet, NO_WORD, WordList, may_hold, words_of};
use super::vocabulary::Vocabulary;
use crate::diagnostic::Diagnostic;
use crate::model::{School, Student, StudentId, StudentNames, WordLists};
use crate::source::{is_invisible, is_whole_word};

/// The names of all students, used to find names where they must not be.
///
/// Names are found the way people write them: without diacritics ("Khoi"), in
/// capitals, with another apostrophe, or across a line break. Names of staff
/// and of the school are included, so that "Elena" in "Ms. Elena Ortiz" is not
/// taken for a student: the longest name that begins at a position wins.
pub struct NameIndex {
    search: Option<AhoCorasick>,
    names: Vec<Name>,
    /// The names by the rarest of their words: where it is missing, they are too.
    by_word: HashMap<u32, Vec<usize>>,
    naming: Naming,
    /// Names that the school has declared to be ordinary words, normalized.
    answered: BTreeSet<String>,
    /// The same as the school wrote them.
    answers: Vec<String>,
}

/// A name of another student found in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// The name as the student's own file writes it.
    pub name: String,
    /// The start of the name in the text, in bytes.
    pub start: usize,
    /// The end of the name in the text, in bytes.
    pub end: usize,
    /// Whether it can only be the name.
    pub is_sure: bool,
    /// Whether it is also an everyday word.
    pub is_word: bool,
}

struct Name {
    /// The normalized form, used to compare.
    key: String,
    /// The words of `key`, the rarest first.
    words: Vec<u32>,
    begin: Begin,
    /// The name as it is written.
    written: String,
    /// The students who have or had this name. An empty set means the name is
    /// allowed everywhere.
    owners: BTreeSet<StudentId>,
    earlier: BTreeSet<StudentId>,
    /// Whether kinfolio's own messages contain it too ("May"). Then a match on
    /// a finished page proves nothing, and only authors' texts are searched for
    /// it.
    common: bool,
    /// Whether it is also an everyday word.
    word: bool,
}

impl NameIndex {
    /// Collects the names of `students` and of the school. `own_words` is the
    /// text kinfolio itself can put on a page.
    #[must_use]
    pub fn new(
        students: &[StudentNames],
        school: &School,
        own_words: &str,
        lists: &WordLists,
    ) -> Self {
        let naming = naming(students, school, lists);
        let mut found: BTreeMap<String, Name> = BTreeMap::new();
        let mut add = |written: &str, owner: Option<&StudentId>, earlier: Option<&StudentId>| {
            let plain = key(written.trim());
            for key in [plain.to_uppercase(), plain] {
                let words = words_of(&key);
                let name = found.entry(key.clone()).or_insert_with(|| Name {
                    begin: Begin::of(&words),
                    words,
                    key,
                    written: written.trim().to_owned(),
                    owners: BTreeSet::new(),
                    earlier: BTreeSet::new(),
                    common: false,
                    word: naming.is_word(written),
                });
                name.owners.extend(owner.cloned());
                name.earlier.extend(earlier.cloned());
            }
        };
        for called in students {
            for name in &called.names {
                add(name, Some(&called.student), None);
            }
            for name in &called.earlier {
                add(name, None, Some(&called.student));
            }
        }
        let people = school.staff.values().map(|person| &person.name);
        for text in people.chain([&school.name]) {
            add(&text.original, None, None);
            for translation in text.translations.values() {
                add(&translation.text, None, None);
            }
        }
        found.remove("");
        let mut names: Vec<Name> = found.into_values().collect();
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(names.iter().map(|name| &name.key))
            .ok();
        if let Some(search) = &search {
            mark_common(&mut names, search, own_words);
        }
        let by_word = by_rarest_word(&mut names);
        let answers = school.names_that_are_words.iter();
        let answers: Vec<String> = answers.map(|answer| answer.value.clone()).collect();
        let words = answers.iter().filter(|answer| naming.is_word(answer));
        Self {
            search,
            names,
            by_word,
            answered: words.map(|answer| key(answer).to_lowercase()).collect(),
            answers,
            naming,
        }
    }

    /// Whether the index could be built. If not, nothing may be published.
    #[must_use]
    pub fn works(&self) -> bool {
        self.search.is_some()
    }

    /// An earlier student, in folder order, with the same name as `own`.
    #[must_use]
    pub fn namesake(&self, written: &str, own: &StudentId) -> Option<&StudentId> {
        let plain = key(written.trim());
        let name = self.names.iter().find(|name| name.key == plain)?;
        let mut others = name.owners.iter().filter(|owner| *owner < own);
        others.next().filter(|_| name.owners.contains(own))
    }

    /// Whether a name is also an everyday word.
    #[must_use]
    pub fn is_word(&self, name: &str) -> bool {
        self.naming.is_word(name)
    }

    /// The question whether `name` is meant as a word, with the line a school
    /// writes to answer it.
    #[must_use]
    pub fn question(&self, fault: Diagnostic, name: &str) -> Diagnostic {
        let mut list: Vec<&str> = self.answers.iter().map(String::as_str).collect();
        list.push(name);
        let fault = fault.with("name", name).with("list", list.join(", "));
        let page = fault.args.contains_key("page");
        fault.with("what", if page { "page" } else { "words" })
    }

    /// A search for others' names in the texts of `student`, which have these `words`.
    #[must_use]
    pub fn search<'a>(&'a self, words: &KeySet, student: &'a Student) -> NameSearch<'a> {
        let names = words.iter().filter_map(|word| self.by_word.get(&word));
        let names = names.flatten().filter_map(|at| self.names.get(*at));
        let possible = names.filter(|name| {
            name.is_of_others(&student.id)
                && words.contains_all(&name.words)
                && !name.is_among(&student.may_mention)
        });
        NameSearch {
            index: self,
            student,
            possible: possible.collect(),
        }
    }

    /// What each word's presence in a student's [`KeySet`] can mean for a search,
    /// as a hash. A student's names are found the same with two indexes if none of the
    /// words whose entries differ is among the student's words.
    #[must_use]
    pub fn vocabulary(&self) -> BTreeMap<u32, u64> {
        let mut vocabulary = Vocabulary::default();
        for name in &self.names {
            let word = name.words.first().copied().unwrap_or(NO_WORD);
            let entry = vocabulary.entry(word, "name");
            entry.add(&name.key);
            entry.add(&name.written);
            entry.add(if name.common { "common" } else { "" });
            // Which students have the name makes a difference to others only if it is one.
            let owners = || name.owners.union(&name.earlier);
            match owners().count() {
                0 | 1 => owners().for_each(|owner| entry.add(owner.as_str())),
                _ => entry.add(""),
            }
            entry.add(name.owners.first().map_or("", StudentId::as_str));
            if name.word {
                owners().for_each(|owner| entry.add(owner.as_str()));
                let is_answered = self.answered.contains(&name.key.to_lowercase());
                entry.add(if is_answered { "answered" } else { "" });
                self.answers.iter().for_each(|answer| entry.add(answer));
                self.naming.describe_lists(&name.written, entry);
            }
        }
        let names = self.names.iter().filter(|name| name.word);
        let owners = names.flat_map(|name| name.owners.union(&name.earlier));
        let earlier = self.names.iter().flat_map(|name| &name.earlier);
        self.naming
            .describe(&owners.chain(earlier).collect(), &mut vocabulary);
        vocabulary.finish()
    }

    /// Names in an author's text that belong to students other than `own`, each
    /// once.
    #[must_use]
    pub fn others_in(&self, words: &str, own: &StudentId, may_mention: &[String]) -> Vec<Named> {
        self.find(words, own, may_mention, |_| true)
    }

    /// The same for the text of a finished page.
    #[must_use]
    pub fn others_in_page(
        &self,
        page: &str,
        own: &StudentId,
        may_mention: &[String],
    ) -> Vec<Named> {
        self.find(page, own, may_mention, |name| !name.common)
    }

    fn find(
        &self,
        text: &str,
        own: &StudentId,
        may_mention: &[String],
        counts: impl Fn(&Name) -> bool,
    ) -> Vec<Named> {
        let Some(search) = &self.search else {
            return Vec::new();
        };
        let words = key(text);
        let mut places = None;
        let mut found: BTreeMap<&str, Named> = BTreeMap::new();
        for hit in search.find_iter(&words) {
            let Some(name) = self.names.get(hit.pattern().as_usize()) else {
                continue;
            };
            if !name.is_of_others(own)
                || !counts(name)
                || !is_whole_word(&words, hit.start(), hit.end())
                || name.is_among(may_mention)
            {
                continue;
            }
            let places = places.get_or_insert_with(|| places_of(text));
            let place = |at: usize| places.get(at).copied().unwrap_or(text.len());
            let named = self.judged(name, own, text, place(hit.start())..place(hit.end()));
            let Some(named) = named else { continue };
            match found.entry(&name.written) {
                Entry::Vacant(entry) => drop(entry.insert(named)),
                Entry::Occupied(mut entry) if named.is_sure && !entry.get().is_sure => {
                    entry.insert(named);
                }
                Entry::Occupied(_) => {}
            }
        }
        found.into_values().collect()
    }

    /// The name at this position, unless it is meant as a word.
    fn judged(&self, name: &Name, own: &StudentId, text: &str, at: Range<usize>) -> Option<Named> {
        let mut is_sure = true;
        if name.word {
            let owners = name.owners.union(&name.earlier).cloned().collect();
            let around = (text.get(..at.start)?, text.get(at.end..)?);
            match self.naming.meaning(&name.written, &owners, own, around) {
                Meaning::Word => return None,
                Meaning::Either if self.answered.contains(&name.key.to_lowercase()) => {
                    return None;
                }
                meaning => is_sure = meaning == Meaning::Name,
            }
        }
        Some(Named {
            name: name.written.clone(),
            start: at.start,
            end: at.end,
            is_sure,
            is_word: name.word,
        })
    }
}

/// A search in the texts of one student. Most texts hold no name and are not searched.
pub struct NameSearch<'a> {
    index: &'a NameIndex,
    student: &'a Student,
    /// The names of others whose words are all there.
    possible: Vec<&'a Name>,
}

impl NameSearch<'_> {
    /// What [`NameIndex::others_in`] finds.
    #[must_use]
    pub fn in_text(&self, text: &str) -> Vec<Named> {
        let begins = self.possible.iter().map(|name| &name.begin);
        if self.possible.is_empty() || !may_hold([&WordList::of(text)].into_iter(), &begins) {
            return Vec::new();
        }
        let (own, may_mention) = (&self.student.id, &self.student.may_mention);
        self.index.others_in(text, own, may_mention)
    }

    /// What [`NameIndex::others_in_page`] finds in the text that `page` makes. `words` are
    /// the words of that text.
    #[must_use]
    pub fn in_page<'w>(
        &self,
        words: impl Iterator<Item = &'w WordList>,
        page: impl FnOnce() -> String,
    ) -> Vec<Named> {
        let possible = self.possible.iter().filter(|name| !name.common);
        let mut begins = possible.map(|name| &name.begin).peekable();
        if begins.peek().is_none() || !may_hold(words, &begins) {
            return Vec::new();
        }
        let text = page();
        let (own, may_mention) = (&self.student.id, &self.student.may_mention);
        self.index.others_in_page(&text, own, may_mention)
    }
}

impl Name {
    /// Whether it belongs to other students only.
    fn is_of_others(&self, own: &StudentId) -> bool {
        let mut owners = self.owners.union(&self.earlier);
        owners.any(|owner| owner != own) && !self.owners.contains(own)
    }

    fn is_among(&self, names: &[String]) -> bool {
        let written = || key(&self.written);
        !names.is_empty() && names.iter().any(|name| key(name) == written())
    }
}

/// Marks the names that kinfolio's own messages contain.
fn mark_common(names: &mut [Name], search: &AhoCorasick, own_words: &str) {
    let own_words = key(own_words);
    for hit in search.find_iter(&own_words) {
        if let Some(name) = names.get_mut(hit.pattern().as_usize()) {
            name.common |= is_whole_word(&own_words, hit.start(), hit.end());
        }
    }
}

/// Puts the rarest word of each name first, and finds the names by it.
fn by_rarest_word(names: &mut [Name]) -> HashMap<u32, Vec<usize>> {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for word in names.iter().flat_map(|name| &name.words) {
        *counts.entry(*word).or_default() += 1;
    }
    let mut by_word: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, name) in names.iter_mut().enumerate() {
        name.words.sort_by_key(|word| counts.get(word).copied());
        let word = name.words.first().copied().unwrap_or(NO_WORD);
        by_word.entry(word).or_default().push(at);
    }
    by_word
}

fn naming(students: &[StudentNames], school: &School, lists: &WordLists) -> Naming {
    let mut naming = Naming::new(lists);
    for called in students {
        for name in called.names.iter().chain(&called.earlier) {
            naming.add_student(name, &called.student);
        }
    }
    for person in school.staff.values() {
        naming.add_staff(&person.name.original);
        for translation in person.name.translations.values() {
            naming.add_staff(&translation.text);
        }
    }
    naming
}

/// The normalized form in which names and texts are compared: letters without
/// diacritics, one kind of apostrophe, single spaces, no emphasis markers.
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for character in text.chars() {
        add(&mut key, character);
    }
    key
}

/// For each byte of the normalized form of `text`, its position in `text`.
fn places_of(text: &str) -> Vec<usize> {
    let mut key = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        add(&mut key, character);
        places.resize(key.len(), at);
    }
    places
}

fn add(key: &mut String, character: char) {
    compared(character, |part| {
        if part != ' ' || !key.ends_with(' ') {
            key.push(part);
        }
    });
}

/// The characters that are compared in place of one that is written.
#[inline]
pub(super) fn compared(character: char, mut each: impl FnMut(char)) {
    if character.is_ascii_alphanumeric() {
        return each(character);
    }
    match character {
        '*' | '_' | '`' => return,
        '\0'..='\u{7f}' if character.is_whitespace() => return each(' '),
        '\0'..='\u{7f}' => return each(character),
        _ => {}
    }
    let known = (u32::from(character) as usize).checked_sub(FIRST_LETTER);
    match known.and_then(|at| LETTERS.get(at)) {
        Some(Some(part)) => each(*part),
        _ => decomposed(character, each),
    }
}

/// The first character outside ASCII.
const FIRST_LETTER: usize = 0x80;

/// What [`decomposed`] makes of the letters of most languages, if it is one character.
static LETTERS: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
    let sole = |character: char| {
        let mut parts = Vec::new();
        decomposed(character, |part| parts.push(part));
        <[char; 1]>::try_from(parts).ok().map(|[part]| part)
    };
    let letters = '\u{80}'..'\u{2000}';
    letters.map(sole).collect()
});

fn decomposed(character: char, mut each: impl FnMut(char)) {
    // Diacritics are dropped, so their order does not matter.
    decompose_compatible(character, |part| {
        if !is_combining_mark(part) {
            plain(part).into_iter().for_each(&mut each);
        }
    });
}

fn plain(character: char) -> Option<char> {
    match character {
        // Emphasis markers and invisible characters are dropped, so that a name is
        // found across them.
        '*' | '_' | '`' => None,
        c if is_invisible(c) => None,
        '’' | '‘' | 'ʼ' | '´' => Some('\''),
        '‐' | '‑' | '–' => Some('-'),
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_people_write_them() {
        let check = |written: &str, expected: &str| assert_eq!(key(written), expected);
        check("Khôi", "Khoi");
        check("José", "Jose");
        check("D’Angelo", "D'Angelo");
        check("Ben\nOsei", "Ben Osei");
        check("Ben\u{a0}Osei", "Ben Osei");
        check("Ben  Osei", "Ben Osei");
        check("e\u{323}\u{302} ệ", "e e");
        check("**C**leo", "Cleo");
        check("ﻛﻠﻴﻮ", "كليو");
        check("Cl\u{AD}e\u{2060}o\u{FE0F}", "Cleo");
    }
}
