use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, MatchKind};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::model::{Called, School, StudentId};
use crate::source::stands_alone;

/// Every student's names, to find those that stand where they must not.
///
/// Names are found as people really write them: without their marks ("Khoi"),
/// in capitals, with another apostrophe or a line break in between. Names of
/// staff and of the school are known too, so that "Elena" inside "Ms. Elena
/// Ortiz" is not taken for a student of that name: the longest name that begins
/// at a place is the one that counts.
pub struct Roster {
    search: Option<AhoCorasick>,
    names: Vec<Name>,
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
}

impl Roster {
    /// Gathers the names of `students` and of the school. `own_words` is what
    /// the tool itself may say on a page.
    #[must_use]
    pub fn new(students: &[Called], school: &School, own_words: &str) -> Self {
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
                    name.common |= stands_alone(&own_words, hit.start(), hit.end());
                }
            }
        }
        Self { search, names }
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

    /// Names in an author's words that belong to students other than `own`,
    /// each once.
    #[must_use]
    pub fn others_in(&self, words: &str, own: &StudentId, may_mention: &[String]) -> Vec<String> {
        self.find(words, own, may_mention, |_| true)
    }

    /// The same for the words of a finished page.
    #[must_use]
    pub fn others_in_page(
        &self,
        page: &str,
        own: &StudentId,
        may_mention: &[String],
    ) -> Vec<String> {
        self.find(page, own, may_mention, |name| !name.common)
    }

    fn find(
        &self,
        words: &str,
        own: &StudentId,
        may_mention: &[String],
        counts: impl Fn(&Name) -> bool,
    ) -> Vec<String> {
        let Some(search) = &self.search else {
            return Vec::new();
        };
        let words = key(words);
        let mut found = BTreeSet::new();
        for hit in search.find_iter(&words) {
            let Some(name) = self.names.get(hit.pattern().as_usize()) else {
                continue;
            };
            let mut owners = name.owners.union(&name.earlier);
            let other = owners.any(|owner| owner != own) && !name.owners.contains(own);
            if other
                && counts(name)
                && stands_alone(&words, hit.start(), hit.end())
                && !may_mention
                    .iter()
                    .any(|allowed| key(allowed) == key(&name.written))
            {
                found.insert(name.written.clone());
            }
        }
        found.into_iter().collect()
    }
}

/// The form in which names and texts are compared: letters without their marks,
/// one kind of apostrophe, one space, no signs that only make words bold.
fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii() {
            push_key(&mut key, character);
        } else {
            // Marks go, so the order in which they would stand does not matter.
            decompose_compatible(character, |part| {
                if !is_combining_mark(part) {
                    push_key(&mut key, part);
                }
            });
        }
    }
    key
}

fn push_key(key: &mut String, character: char) {
    match character {
        '*'
        | '_'
        | '`'
        | '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => {}
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
    }
}
