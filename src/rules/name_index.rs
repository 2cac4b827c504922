//! Searches text for students' names, written the way people write them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::name_or_word::{Meaning, Naming};
use crate::diagnostic::Diagnostic;
use crate::model::{School, StudentId, StudentNames, WordLists};
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
                let name = found.entry(key.clone()).or_insert_with(|| Name {
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
            let own_words = key(own_words);
            for hit in search.find_iter(&own_words) {
                if let Some(name) = names.get_mut(hit.pattern().as_usize()) {
                    name.common |= is_whole_word(&own_words, hit.start(), hit.end());
                }
            }
        }
        let answers = school.names_that_are_words.iter();
        let answers: Vec<String> = answers.map(|answer| answer.value.clone()).collect();
        let words = answers.iter().filter(|answer| naming.is_word(answer));
        Self {
            search,
            names,
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
            let mut owners = name.owners.union(&name.earlier);
            let other = owners.any(|owner| owner != own) && !name.owners.contains(own);
            if !other
                || !counts(name)
                || !is_whole_word(&words, hit.start(), hit.end())
                || may_mention
                    .iter()
                    .any(|allowed| key(allowed) == key(&name.written))
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
    if character.is_ascii() {
        return push_key(key, character);
    }
    // Diacritics are dropped, so their order does not matter.
    decompose_compatible(character, |part| {
        if !is_combining_mark(part) {
            push_key(key, part);
        }
    });
}

fn push_key(key: &mut String, character: char) {
    match character {
        // Emphasis markers and invisible characters are dropped, so that a name is
        // found across them.
        '*' | '_' | '`' => {}
        c if is_invisible(c) => {}
        '’' | '‘' | 'ʼ' | '´' => key.push('\''),
        '‐' | '‑' | '–' => key.push('-'),
        c if c.is_whitespace() => {
            if !key.ends_with(' ') {
                key.push(' ');
            }
        }
        c => key.push(c),
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
