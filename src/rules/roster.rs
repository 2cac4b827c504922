use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, MatchKind};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use crate::model::{School, StudentId};

/// Every student's names, to find those that stand where they must not.
///
/// Names of staff and of the school are known too, so that "Elena" inside
/// "Ms. Elena Ortiz" is not taken for a student of that name: the longest name
/// that begins at a place is the one that counts.
pub struct Roster {
    search: Option<AhoCorasick>,
    /// For each name, whose it is; nobody's means that it may stand anywhere.
    owners: Vec<(String, BTreeSet<StudentId>)>,
}

impl Roster {
    /// Gathers the names of `students` and of the school.
    #[must_use]
    pub fn new(students: &[(StudentId, Vec<String>)], school: &School) -> Self {
        let mut owners: BTreeMap<String, BTreeSet<StudentId>> = BTreeMap::new();
        for (student, names) in students {
            for name in names {
                owners
                    .entry(folded(name.trim()).into_owned())
                    .or_default()
                    .insert(student.clone());
            }
        }
        let people = school.staff.values().map(|person| &person.name);
        for text in people.chain([&school.name]) {
            let translations = text
                .translations
                .values()
                .map(|translation| &translation.text);
            for name in translations.chain([&text.original]) {
                owners.entry(folded(name.trim()).into_owned()).or_default();
            }
        }
        owners.remove("");
        let owners: Vec<_> = owners.into_iter().collect();
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(owners.iter().map(|(name, _)| name))
            .ok();
        Self { search, owners }
    }

    /// Names in an author's words that belong to students other than `own`,
    /// each once.
    #[must_use]
    pub fn others_in(&self, words: &str, own: &StudentId, may_mention: &[String]) -> Vec<String> {
        self.others_in_page(&folded(words), own, may_mention)
    }

    /// The same for a finished page, whose words have been looked through
    /// before in every form they can be written in.
    #[must_use]
    pub fn others_in_page(
        &self,
        page: &str,
        own: &StudentId,
        may_mention: &[String],
    ) -> Vec<String> {
        let Some(search) = &self.search else {
            return Vec::new();
        };
        let mut found = BTreeSet::new();
        for hit in search.find_iter(page) {
            let Some((name, owners)) = self.owners.get(hit.pattern().as_usize()) else {
                continue;
            };
            let other = !owners.is_empty() && !owners.contains(own);
            if other && stands_alone(page, hit.start(), hit.end()) && !may_mention.contains(name) {
                found.insert(name.clone());
            }
        }
        found.into_iter().collect()
    }
}

/// The one form in which names and texts are compared. Nearly every text is in
/// it already, which is much quicker to find out than to make.
fn folded(text: &str) -> Cow<'_, str> {
    if is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfkc().collect())
}

/// Whether the name is a word of its own. Arabic writes "and", "to" and "with"
/// onto the word that follows.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    const JOINED: &str = "وفبكل";
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let mut letters = before.chars().rev().take_while(|c| c.is_alphanumeric());
    let free_before = match (letters.next(), letters.next()) {
        (None, _) => true,
        (Some(letter), None) => JOINED.contains(letter),
        _ => false,
    };
    free_before && !after.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words() {
        let text = "Sami and Samira, وسامي";
        let check = |start: usize, end: usize, expected| {
            assert_eq!(stands_alone(text, start, end), expected);
        };
        check(0, 4, true);
        check(9, 13, false);
        let arabic = text.find("سامي").unwrap();
        check(arabic, text.len(), true);
    }
}
