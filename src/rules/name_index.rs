//! Searches text for students' names, written the way people write them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::name_key::{hits, key, places_of};
use super::name_or_word::{Meaning, Naming};
use super::searched_words::{Begin, KeySet, NO_WORD, WordList, may_hold, words_of};
use super::vocabulary::{self, Vocabulary};
use crate::diagnostic::Diagnostic;
use crate::model::{School, Student, StudentId, StudentNames, Text, WordLists};

/// The names of all students, used to find names where they must not be.
///
/// Names are found the way people write them: without diacritics ("Khoi"), in
/// capitals, with another apostrophe, or across a line break. Names of staff
/// and of the school are included, so that "Elena" in "Ms. Elena Ortiz" is not
/// taken for a student: the longest name that begins at a position wins.
///
/// A school is large, so the index keeps no list of its own of these names: only numbers
/// that tell whose names a text may hold. A search makes its list of names from them.
pub struct NameIndex {
    students: Arc<[StudentNames]>,
    /// Names of staff and of the school, which are allowed everywhere.
    allowed: Vec<String>,
    /// The rarest word of each name, with the place of its owner in `students`, or in
    /// `allowed` behind them. Sorted: where the word is missing, the name is, too.
    by_word: Vec<(u32, u32)>,
    /// The names that kinfolio's own messages contain, normalized.
    common: BTreeSet<String>,
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
    /// The words of `key`, in their order.
    words: Vec<u32>,
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
        students: &Arc<[StudentNames]>,
        school: &School,
        own_words: &str,
        lists: &WordLists,
    ) -> Self {
        let people = school.staff.values().map(|person| &person.name);
        let texts = people.clone().chain([&school.name]);
        let allowed: Vec<String> = texts.flat_map(forms).map(str::to_owned).collect();
        let naming = Naming::new(lists, students, people.flat_map(forms));
        let answers = school.names_that_are_words.iter();
        let answers: Vec<String> = answers.map(|answer| answer.value.clone()).collect();
        let words = answers.iter().filter(|answer| naming.is_word(answer));
        let mut index = Self {
            students: Arc::clone(students),
            by_word: by_rarest_word(students, &allowed),
            allowed,
            common: BTreeSet::new(),
            answered: words.map(|answer| key(answer).to_lowercase()).collect(),
            answers,
            naming,
        };
        let names = index.names_among(&words_in(own_words));
        let found = hits(&key(own_words), &names, |name| &name.key).into_iter();
        index.common = found.map(|(name, _)| name.key.clone()).collect();
        index
    }

    /// All names whose words are among `words`, by their normalized forms.
    fn names_among(&self, words: &KeySet) -> Vec<Name> {
        let mut people: Vec<u32> = Vec::new();
        for word in words.iter() {
            let begin = self.by_word.partition_point(|(of, _)| *of < word);
            let of_word = self.by_word.iter().skip(begin);
            let of_word = of_word.take_while(|(of, _)| *of == word);
            people.extend(of_word.map(|(_, person)| person));
        }
        self.names_of(people, |name| words.contains_all(name))
    }

    /// The names of `people` that are wanted by their words, by their normalized forms. A
    /// name that several of them have is one name.
    fn names_of(&self, mut people: Vec<u32>, is_wanted: impl Fn(&[u32]) -> bool) -> Vec<Name> {
        people.sort_unstable();
        people.dedup();
        let mut found: BTreeMap<String, Name> = BTreeMap::new();
        for person in people {
            for (written, owner, is_earlier) in called(person, &self.students, &self.allowed) {
                for key in keys(written) {
                    let words = words_of(&key);
                    if !is_wanted(&words) {
                        continue;
                    }
                    let name = found.entry(key).or_insert_with_key(|key| Name {
                        key: key.clone(),
                        words,
                        written: written.trim().to_owned(),
                        owners: BTreeSet::new(),
                        earlier: BTreeSet::new(),
                        common: self.common.contains(key),
                        word: self.naming.is_word(written),
                    });
                    let owners = if is_earlier {
                        &mut name.earlier
                    } else {
                        &mut name.owners
                    };
                    owners.extend(owner.cloned());
                }
            }
        }
        found.remove("");
        found.into_values().collect()
    }

    /// An earlier student, in folder order, with the same name as `own`.
    #[must_use]
    pub fn namesake(&self, written: &str, own: &StudentId) -> Option<StudentId> {
        let plain = key(written.trim());
        let mut names = self
            .names_among(&words_of(&plain).into_iter().collect())
            .into_iter();
        let name = names.find(|name| name.key == plain)?;
        let mut others = name.owners.iter().filter(|owner| *owner < own);
        let other = others.next().filter(|_| name.owners.contains(own));
        other.cloned()
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
        let names = self.names_among(words);
        let is_possible =
            |name: &&Name| name.is_of_others(&student.id) && !name.is_among(&student.may_mention);
        let possible = names.iter().filter(is_possible);
        NameSearch {
            index: self,
            student,
            possible: possible
                .map(|name| (Begin::of(&name.words), name.common))
                .collect(),
            names,
        }
    }

    /// What each word's presence in a student's [`KeySet`] can mean for a search,
    /// as a hash. A student's names are found the same with two indexes if none of the
    /// words whose entries differ is among the student's words.
    #[must_use]
    pub fn vocabulary(&self) -> BTreeMap<u32, u64> {
        let mut vocabulary = Vocabulary::default();
        // Those who have a name that is also a word, and those who had other names.
        let mut named: BTreeSet<StudentId> = BTreeSet::new();
        for of_word in self.by_word.chunk_by(|(one, _), (other, _)| one == other) {
            let word = of_word.first().map_or(NO_WORD, |(word, _)| *word);
            let people = of_word.iter().map(|(_, person)| *person).collect();
            let is_here = |name: &[u32]| name.contains(&word) || name.is_empty();
            for name in self.names_of(people, is_here) {
                self.describe(&name, vocabulary.entry(word, "name"));
                named.extend(name.owners().filter(|_| name.word).cloned());
                named.extend(name.earlier);
            }
        }
        self.naming.describe(&named, &mut vocabulary);
        vocabulary.finish()
    }

    /// Adds what a search for this name depends on.
    fn describe(&self, name: &Name, entry: &mut vocabulary::Entry) {
        entry.add(&name.key);
        entry.add(&name.written);
        entry.add(if name.common { "common" } else { "" });
        // Which students have the name makes a difference to others only if it is one.
        match name.owners().count() {
            0 | 1 => name.owners().for_each(|owner| entry.add(owner.as_str())),
            _ => entry.add(""),
        }
        entry.add(name.owners.first().map_or("", StudentId::as_str));
        if name.word {
            name.owners().for_each(|owner| entry.add(owner.as_str()));
            let is_answered = self.answered.contains(&name.key.to_lowercase());
            entry.add(if is_answered { "answered" } else { "" });
            self.answers.iter().for_each(|answer| entry.add(answer));
            self.naming.describe_lists(&name.written, entry);
        }
    }

    /// Names in an author's text that belong to students other than `own`, each
    /// once.
    #[must_use]
    pub fn others_in(&self, text: &str, own: &StudentId, may_mention: &[String]) -> Vec<Named> {
        let names = self.names_among(&words_in(text));
        if names.iter().any(|name| name.is_of_others(own)) {
            self.find(&names, text, own, may_mention, |_| true)
        } else {
            Vec::new()
        }
    }

    /// The same for the text of a finished page, without looking at its words first.
    #[must_use]
    pub fn others_in_page(
        &self,
        page: &str,
        own: &StudentId,
        may_mention: &[String],
    ) -> Vec<Named> {
        let people = self.by_word.iter().map(|(_, person)| *person).collect();
        self.find(
            &self.names_of(people, |_| true),
            page,
            own,
            may_mention,
            |name| !name.common,
        )
    }

    fn find(
        &self,
        among: &[Name],
        text: &str,
        own: &StudentId,
        may_mention: &[String],
        counts: impl Fn(&Name) -> bool,
    ) -> Vec<Named> {
        let words = key(text);
        let mut places = None;
        let mut found: BTreeMap<&str, Named> = BTreeMap::new();
        for (name, at) in hits(&words, among, |name| &name.key) {
            if !name.is_of_others(own) || !counts(name) || name.is_among(may_mention) {
                continue;
            }
            let places = places.get_or_insert_with(|| places_of(text));
            let place = |at: usize| places.get(at).copied().unwrap_or(text.len());
            let named = self.judged(name, own, text, place(at.start)..place(at.end));
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
            let owners = name.owners().cloned().collect();
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
    /// The beginnings of the names of others whose words are all there, and whether
    /// kinfolio's own messages contain them.
    possible: Vec<(Begin, bool)>,
    /// All names whose words are all there.
    names: Vec<Name>,
}

impl NameSearch<'_> {
    /// What [`NameIndex::others_in`] finds.
    #[must_use]
    pub fn in_text(&self, text: &str) -> Vec<Named> {
        let begins = self.possible.iter().map(|(begin, _)| begin);
        if self.possible.is_empty() || !may_hold([&WordList::of(text)].into_iter(), &begins) {
            return Vec::new();
        }
        self.find(text, |_| true)
    }

    /// What [`NameIndex::others_in_page`] finds in the text that `page` makes. `words` are
    /// the words of that text.
    #[must_use]
    pub fn in_page<'w>(
        &self,
        words: impl Iterator<Item = &'w WordList>,
        page: impl FnOnce() -> String,
    ) -> Vec<Named> {
        let possible = self.possible.iter().filter(|(_, common)| !common);
        let mut begins = possible.map(|(begin, _)| begin).peekable();
        if begins.peek().is_none() || !may_hold(words, &begins) {
            return Vec::new();
        }
        self.find(&page(), |name| !name.common)
    }

    fn find(&self, text: &str, counts: impl Fn(&Name) -> bool) -> Vec<Named> {
        let (own, may_mention) = (&self.student.id, &self.student.may_mention);
        self.index.find(&self.names, text, own, may_mention, counts)
    }
}

impl Name {
    /// Whether it belongs to other students only.
    fn is_of_others(&self, own: &StudentId) -> bool {
        self.owners().any(|owner| owner != own) && !self.owners.contains(own)
    }

    /// The students who have or had it.
    fn owners(&self) -> impl Iterator<Item = &StudentId> {
        self.owners.union(&self.earlier)
    }

    fn is_among(&self, names: &[String]) -> bool {
        let written = || key(&self.written);
        !names.is_empty() && names.iter().any(|name| key(name) == written())
    }
}

/// The names of one person, each with the student who has it, or had it earlier.
fn called<'a>(
    person: u32,
    students: &'a [StudentNames],
    allowed: &'a [String],
) -> Vec<(&'a str, Option<&'a StudentId>, bool)> {
    let person = person as usize;
    let Some(called) = students.get(person) else {
        let allowed = allowed.get(person - students.len());
        return allowed
            .map(|name| (name.as_str(), None, false))
            .into_iter()
            .collect();
    };
    let now = called.names.iter().map(|name| (name, false));
    let earlier = called.earlier.iter().map(|name| (name, true));
    let names = now.chain(earlier);
    names
        .map(|(name, is_earlier)| (name.as_str(), Some(&called.student), is_earlier))
        .collect()
}

/// The normalized forms of a name: in capitals, and as it is written.
fn keys(written: &str) -> [String; 2] {
    let plain = key(written.trim());
    [plain.to_uppercase(), plain]
}

/// A text and its translations.
fn forms(text: &Text) -> impl Iterator<Item = &str> {
    let translations = text.translations.values();
    let translations = translations.map(|translation| translation.text.as_str());
    std::iter::once(text.original.as_str()).chain(translations)
}

/// The words of a text.
fn words_in(text: &str) -> KeySet {
    WordList::of(text).words().flatten().copied().collect()
}

/// The rarest word of each name, with the place of its owner.
fn by_rarest_word(students: &[StudentNames], allowed: &[String]) -> Vec<(u32, u32)> {
    let people = || {
        let people = (0_u32..).take(students.len() + allowed.len());
        let names = people.flat_map(|person| {
            let names = called(person, students, allowed).into_iter();
            names.map(move |(name, ..)| (name, person))
        });
        names.flat_map(|(name, person)| keys(name).map(|key| (words_of(&key), key, person)))
    };
    let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
    for word in people().flat_map(|(words, ..)| words) {
        *counts.entry(word).or_default() += 1;
    }
    let names = people().filter(|(_, key, _)| !key.is_empty());
    let rarest = names.map(|(words, _, person)| {
        let rarest = words
            .into_iter()
            .min_by_key(|word| counts.get(word).copied());
        (rarest.unwrap_or(NO_WORD), person)
    });
    let mut by_word: Vec<(u32, u32)> = rarest.collect();
    by_word.sort_unstable();
    by_word.dedup();
    by_word.shrink_to_fit();
    by_word
}
