use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::name_or_word::{Meaning, Naming};
use crate::diagnostic::Diagnostic;
use crate::model::{School, StudentId, StudentNames, WordLists};
use crate::source::{is_invisible, is_whole_word};

/// Every student's names, to find those that stand where they must not.
///
/// Names are found as people really write them: without their marks ("Khoi"),
/// in capitals, with another apostrophe or a line break in between. Names of
/// staff and of the school are known too, so that "Elena" inside "Ms. Elena
/// Ortiz" is not taken for a student of that name: the longest name that begins
/// at a place is the one that counts.
pub struct NameIndex {
    search: Option<AhoCorasick>,
    names: Vec<Name>,
    naming: Naming,
    /// Names that the school has called words, as they are compared.
    answered: BTreeSet<String>,
    /// The same as the school wrote them.
    answers: Vec<String>,
}

/// A name of another student that was found.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// As the student's own file writes it.
    pub name: String,
    /// Where it begins in the text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether it cannot be anything else.
    pub is_sure: bool,
    /// Whether it is an everyday word elsewhere.
    pub is_word: bool,
}

struct Name {
    /// As it is compared.
    key: String,
    /// As somebody writes it.
    written: String,
    /// Whose it is, and whose it was; nobody's means that it may stand anywhere.
    owners: BTreeSet<StudentId>,
    earlier: BTreeSet<StudentId>,
    /// Whether the tool's own words hold it too ("May"): then a finished page
    /// proves nothing, and only authors' words are searched for it.
    common: bool,
    /// Whether it is an everyday word.
    word: bool,
}

impl NameIndex {
    /// Gathers the names of `students` and of the school. `own_words` is what
    /// the tool itself may say on a page.
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

    /// Whether names can be searched for. If not, nothing may be published.
    #[must_use]
    pub fn works(&self) -> bool {
        self.search.is_some()
    }

    /// An earlier student, in the order of folders, who has the name of `own`.
    #[must_use]
    pub fn namesake(&self, written: &str, own: &StudentId) -> Option<&StudentId> {
        let plain = key(written.trim());
        let name = self.names.iter().find(|name| name.key == plain)?;
        let mut others = name.owners.iter().filter(|owner| *owner < own);
        others.next().filter(|_| name.owners.contains(own))
    }

    /// Whether a name is an everyday word, too.
    #[must_use]
    pub fn is_word(&self, name: &str) -> bool {
        self.naming.is_word(name)
    }

    /// The question whether `name` is meant as a word, with what a school writes to
    /// answer it.
    #[must_use]
    pub fn question(&self, fault: Diagnostic, name: &str) -> Diagnostic {
        let mut list: Vec<&str> = self.answers.iter().map(String::as_str).collect();
        list.push(name);
        let fault = fault.with("name", name).with("list", list.join(", "));
        let page = fault.args.contains_key("page");
        fault.with("what", if page { "page" } else { "words" })
    }

    /// Names in an author's words that belong to students other than `own`,
    /// each once.
    #[must_use]
    pub fn others_in(&self, words: &str, own: &StudentId, may_mention: &[String]) -> Vec<Named> {
        self.find(words, own, may_mention, |_| true)
    }

    /// The same for the words of a finished page.
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

    /// What stands there, unless it is a word.
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

/// The form in which names and texts are compared: letters without their marks,
/// one kind of apostrophe, one space, no signs that only make words bold.
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for character in text.chars() {
        add(&mut key, character);
    }
    key
}

/// For each byte of the key of `text`, where in it that stands.
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
    // Marks go, so the order in which they would stand does not matter.
    decompose_compatible(character, |part| {
        if !is_combining_mark(part) {
            push_key(key, part);
        }
    });
}

fn push_key(key: &mut String, character: char) {
    match character {
        // Signs that only make words bold, and those of no width: a name is read as
        // if they were not there.
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
