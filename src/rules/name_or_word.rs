//! Names that are also words ("Will", "May", "Rosa"): decides from the words
//! around one whether the child or the word is meant.

use std::collections::BTreeSet;

use super::name_key::key;
use super::searched_words::{NO_WORD, words_of};
use super::vocabulary::{Entry, Vocabulary};
use crate::model::{StudentId, StudentNames, WordLists};

/// What a capitalized word can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A person.
    Name,
    /// It could be either.
    Either,
    /// The ordinary word, such as a month.
    Word,
}

/// Words that are also names, and what is known about the words around them.
#[derive(Default)]
pub(super) struct Naming {
    /// Everyday words, in lowercase.
    names: BTreeSet<String>,
    months: BTreeSet<String>,
    before_months: BTreeSet<String>,
    /// Each word of the students' names, with the student it belongs to. Sorted.
    students: Vec<(Box<str>, StudentId)>,
    /// Each word of the staff's names, with their titles.
    staff: BTreeSet<String>,
}

impl Naming {
    /// Combines the word lists of all languages, because a text may quote
    /// another one. `staff` are the names of staff.
    pub(super) fn new<'a>(
        lists: &WordLists,
        students: &[StudentNames],
        staff: impl Iterator<Item = &'a str>,
    ) -> Self {
        let mut naming = Self::default();
        for list in lists.values() {
            let keys = |words: &BTreeSet<String>| -> Vec<String> {
                words.iter().map(|word| key(word)).collect()
            };
            naming.names.extend(keys(&list.names));
            naming.months.extend(keys(&list.months));
            naming.before_months.extend(keys(&list.before_months));
        }
        naming.names.extend(naming.months.iter().cloned());
        for called in students {
            for name in called.names.iter().chain(&called.earlier) {
                let words = key(name).to_lowercase();
                let words = words.split_whitespace();
                let student = &called.student;
                naming
                    .students
                    .extend(words.map(|word| (word.into(), student.clone())));
            }
        }
        naming.students.sort_unstable();
        naming.students.dedup();
        naming.students.shrink_to_fit();
        for name in staff {
            let words = key(name).to_lowercase();
            naming
                .staff
                .extend(words.split_whitespace().map(str::to_owned));
        }
        naming
    }

    /// Whether `name` is also an everyday word.
    pub(super) fn is_word(&self, name: &str) -> bool {
        self.names.contains(&key(name).to_lowercase())
    }

    /// The meaning of a name of `owners` that is also a word, between `before`
    /// and `after`, in a text about `own`.
    pub(super) fn meaning(
        &self,
        name: &str,
        owners: &BTreeSet<StudentId>,
        own: &StudentId,
        (before, after): (&str, &str),
    ) -> Meaning {
        if self.months.contains(&key(name).to_lowercase()) && self.is_month(before, after) {
            return Meaning::Word;
        }
        if begins_sentence(before) && !self.is_somebody(owners, own, after) {
            return Meaning::Either;
        }
        Meaning::Name
    }

    /// Describes what the word lists say about a name that is also a word.
    pub(super) fn describe_lists(&self, name: &str, entry: &mut Entry) {
        if self.months.contains(&key(name).to_lowercase()) {
            entry.add("month");
            self.before_months.iter().for_each(|word| entry.add(word));
        }
    }

    /// Describes the words that people's names consist of. Whose they are makes a
    /// difference only for `students`: those who have a name that is also a word, and
    /// those who had other names.
    pub(super) fn describe(&self, students: &BTreeSet<StudentId>, vocabulary: &mut Vocabulary) {
        let words = |word: &str| match words_of(word) {
            words if words.is_empty() => vec![NO_WORD],
            words => words,
        };
        for of_word in self.students.chunk_by(|(one, _), (other, _)| one == other) {
            let word = of_word.first().map_or("", |(word, _)| word);
            for hash in words(word) {
                let entry = vocabulary.entry(hash, "student");
                entry.add(word);
                let owners = of_word.iter().map(|(_, owner)| owner);
                let owners = owners.filter(|owner| students.contains(owner));
                owners.for_each(|owner| entry.add(owner.as_str()));
            }
        }
        for word in &self.staff {
            for hash in words(word) {
                vocabulary.entry(hash, "staff").add(word);
            }
        }
    }

    /// The entries of a word of students' names, in any form.
    fn whose(&self, word: &str) -> Option<&[(Box<str>, StudentId)]> {
        let small = letters(word).to_lowercase();
        let begin = self.students.partition_point(|(known, _)| **known < *small);
        let known = self.students.get(begin..)?;
        let known = known.get(..known.partition_point(|(known, _)| **known == *small))?;
        (!known.is_empty()).then_some(known)
    }

    /// "May 28", "28 May", "in May".
    fn is_month(&self, before: &str, after: &str) -> bool {
        let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let last = before.split_whitespace().next_back().unwrap_or_default();
        let apart = before.ends_with(char::is_whitespace);
        let known = self.before_months.contains(&key(last).to_lowercase());
        let next = after.strip_prefix(char::is_whitespace).unwrap_or_default();
        let counted = number(last) && last.chars().all(char::is_alphanumeric);
        number(next.trim_start()) || (apart && (known || counted))
    }

    /// Whether the text that follows shows that a child is meant: "Will's",
    /// "Will Carter", "Will C.", "Will and Ana", "Will, Ben and Ana".
    fn is_somebody(&self, owners: &BTreeSet<StudentId>, own: &StudentId, after: &str) -> bool {
        if after.starts_with(['\'', '’', 'ʼ', '´']) {
            return true;
        }
        let after = key(after);
        let listed = after.starts_with(',');
        let words = after.trim_start_matches(',').split(' ');
        let mut words = words.filter(|word| !word.is_empty());
        let Some(next) = words.next() else {
            return false;
        };
        if after.starts_with(' ') && is_initial(next) {
            return true;
        }
        let whose = |word: &str| self.whose(word).filter(|_| is_capital(word));
        if is_capital(next) {
            let is_known = |is: &dyn Fn(&StudentId) -> bool| {
                whose(next).is_some_and(|known| known.iter().any(|(_, owner)| is(owner)))
            };
            let family = is_known(&|owner| owners.contains(owner));
            let small = next.to_lowercase();
            let known = self.staff.contains(letters(&small))
                || self.staff.contains(&small)
                || is_known(&|owner| owner == own);
            // In a title in capitals, capital letters say nothing.
            let loud = !next.contains(char::is_lowercase);
            return match (after.starts_with(' '), listed) {
                (true, _) => family || !(known || loud),
                (_, true) => whose(next).is_some(),
                _ => false,
            };
        }
        // A short word and another child: "Will and Ana", "Luz y Ana".
        let joins = after.starts_with(' ') && next.chars().count() <= 3;
        joins && words.next().is_some_and(|word| whose(word).is_some())
    }
}

/// The word without punctuation around it and without `'s`.
fn letters(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.split('\'').next().unwrap_or(word)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// "C." or "C", but not the word "I".
fn is_initial(word: &str) -> bool {
    let mut signs = word.chars();
    let capital = signs.next().is_some_and(char::is_uppercase);
    match signs.next() {
        Some('.') => capital,
        None => capital && word != "I",
        Some(_) => false,
    }
}

/// Titles that end with a period but do not end a sentence.
const TITLES: [&str; 10] = [
    "mr", "mrs", "ms", "mx", "dr", "st", "sr", "sra", "srta", "prof",
];

/// Whether a sentence, a title or a list item begins after `before`.
fn begins_sentence(before: &str) -> bool {
    let opening = |c: char| matches!(c, ' ' | '\t' | '\u{a0}' | '\r') || opens(c);
    let said = before.trim_end_matches(opening);
    if said.is_empty() || said.ends_with('|') {
        return true;
    }
    let line = said.rsplit('\n').next().unwrap_or_default();
    if is_marker(line) {
        return line.trim().len() < said.trim().len() || is_marker(said);
    }
    if let Some(above) = said.strip_suffix('\n') {
        let above = above.trim_end_matches([' ', '\t', '\r']);
        let last = above.rsplit('\n').next().unwrap_or_default();
        let apart = above.ends_with('\n') || last.trim_start().starts_with('#');
        return apart || ends_sentence(above);
    }
    ends_sentence(said)
}

/// Punctuation that can come before the first letter of a sentence.
fn opens(character: char) -> bool {
    matches!(
        character,
        '"' | '“' | '‘' | '«' | '„' | '(' | '[' | '¿' | '¡' | '*' | '_' | '`'
    )
}

/// What marks a line as a list item, a title or a quotation.
fn is_marker(line: &str) -> bool {
    let line = line.trim();
    let number = line.trim_end_matches(['.', ')']);
    let counted = number.len() < line.len() && number.bytes().all(|b| b.is_ascii_digit());
    let signs = |c: char| matches!(c, '-' | '+' | '#' | '>' | '•' | '◦' | '▪' | '–');
    !line.is_empty() && (counted || line.chars().all(signs))
}

fn ends_sentence(said: &str) -> bool {
    let closing = |c: char| matches!(c, '"' | '”' | '’' | '»' | ')' | ']' | '*' | '_');
    let said = said.trim_end_matches(closing);
    let Some(sentence) = said.strip_suffix('.') else {
        return said.ends_with(['!', '?', '…', '؟', '。', '！', '？']);
    };
    let last = sentence.split_whitespace().next_back().unwrap_or_default();
    let last = letters(last);
    let initial = last.chars().count() == 1 && is_capital(last);
    !initial && !TITLES.contains(&&*last.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Lang, WordList};

    fn naming() -> (Naming, BTreeSet<StudentId>, StudentId) {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let list = WordList {
            names: words(&["will", "hope"]),
            months: words(&["may"]),
            before_months: words(&["in", "until"]),
            ..WordList::default()
        };
        let (other, own) = (StudentId::new("will"), StudentId::new("ana"));
        let called = [(&other, "William Carter"), (&own, "Ana Duarte")];
        let students =
            called.map(|(student, name)| StudentNames::now(student.clone(), vec![name.to_owned()]));
        let lists = [(Lang::new("en"), list)].into();
        let naming = Naming::new(&lists, &students, ["Ms. Marta Rivera"].into_iter());
        (naming, [other].into(), own)
    }

    fn check(text: &str, expected: Meaning) {
        let (naming, owners, own) = naming();
        let mut names = ["Will", "WILL", "May"].into_iter();
        let name = names.find(|name| text.contains(name)).unwrap();
        let around = text.split_once(name).unwrap();
        let found = naming.meaning(name, &owners, &own, around);
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn at_the_start_of_a_sentence_it_may_be_either() {
        for text in [
            "Will she read tonight?",
            "**Will** she read?",
            "Ana sang. Will she read?",
            "Ana sang! “Will you come?” she asked.",
            "# Tonight\nWill she read?",
            "Ana sang.\nWill she read?",
            "Ana sang\n\nWill she read?",
            "- Will she read?",
            "- one\n- Will she read?",
            "1. one\n2. Will she read?",
            "| a | Will she? |",
            "Will Ana read?",
            "Will Ms. Rivera call?",
            "Will I read?",
            "WILL you read?",
            "WILL SHE READ?",
            "WILL ANA READ?",
            "Will",
            "May we call you?",
            "At 3 p.m. Will she read?",
        ] {
            check(text, Meaning::Either);
        }
    }

    #[test]
    fn elsewhere_or_beside_people_it_is_a_name() {
        for text in [
            "Ana read 28. May's book too.",
            "Ana read with Will.",
            "Ana read with\nWill.",
            "Partner: Will",
            "Ana and Will read.",
            "Will Carter read.",
            "WILL CARTER",
            "Will C. read.",
            "Will C",
            "Will Smith read.",
            "Will's book.",
            "Will’s book.",
            "Will and Ana read.",
            "Will and Ana's book.",
            "Will, Ana and Ben read.",
            "Mr. Will read.",
            "Ana read with A. Will.",
            "They played with May.",
            "May's book.",
        ] {
            check(text, Meaning::Name);
        }
    }

    #[test]
    fn a_month_is_a_month() {
        for text in [
            "The plan runs until May.",
            "May 28",
            "by May 28",
            "28 May",
            "In May 2027",
            "We meet in May.",
        ] {
            check(text, Meaning::Word);
        }
    }

    #[test]
    fn only_words_of_the_lists_are_words() {
        let (naming, ..) = naming();
        let check = |name: &str, expected: bool| assert_eq!(naming.is_word(name), expected);
        check("Will", true);
        check("WILL", true);
        check("May", true);
        check("Cleo", false);
        check("William", false);
        check("Will Carter", false);
    }
}
