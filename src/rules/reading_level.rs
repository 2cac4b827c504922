//! Texts that are hard to read: measured with a formula where the language has
//! one, otherwise by sentence length.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::readability::{Counts, Scale, offset, sentences, words};
use super::{RuleContext, WordMatcher};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{AuthorText, Lang, Lint, School, Text};
use crate::source::{Place, RelPath};

/// A text with fewer words is too short to score. Short texts of one file are
/// scored together.
const FEWEST_WORDS: usize = 30;

/// Sentences up to this many words are not what makes a text hard.
const LONG_SENTENCE: usize = 15;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let student = &facts.record.student;
    let mut names = staff_names(facts.school);
    names.extend(
        [&student.name, &student.call_name]
            .into_iter()
            .flat_map(words_of),
    );
    let reader = Reader {
        lint: facts.school.lint,
        word_matcher: facts.word_matcher,
        names,
    };
    reader.read(&facts.record.author_texts, diagnostics);
}

pub(super) fn check_shared(
    school: &School,
    word_matcher: &WordMatcher,
    diagnostics: &mut Diagnostics,
) {
    let reader = Reader {
        // A shared text must not hold back every site.
        lint: Lint {
            reading_stop: None,
            ..school.lint
        },
        word_matcher,
        names: staff_names(school),
    };
    // A glossary entry is short and contains the hard word it explains.
    let counts = |written: &&AuthorText| {
        let below = written.at.file.below("library");
        below.is_some_and(|below| !below.starts_with("glossary/"))
    };
    reader.read(school.author_texts.iter().filter(counts), diagnostics);
}

fn staff_names(school: &School) -> BTreeSet<String> {
    let people = school.staff.values().map(|person| &person.name);
    people.chain([&school.name]).flat_map(words_of).collect()
}

fn words_of(name: &Text) -> Vec<String> {
    let translations = name
        .translations
        .values()
        .map(|translation| &translation.text);
    let spellings = translations.chain([&name.original]);
    spellings
        .flat_map(|name| words(name))
        .map(str::to_lowercase)
        .collect()
}

struct Reader<'a> {
    lint: Lint,
    word_matcher: &'a WordMatcher,
    names: BTreeSet<String>,
}

/// Texts scored together, with their sentences.
type Passage<'w> = Vec<(&'w AuthorText, Vec<Sentence<'w>>)>;

struct Sentence<'w> {
    text: &'w str,
    words: Vec<&'w str>,
}

/// The syllables of the words that have been read. Most words are there often.
type Syllables<'w> = FxHashMap<(Scale, &'w str), usize>;

impl Reader<'_> {
    fn read<'w>(
        &self,
        texts: impl IntoIterator<Item = &'w AuthorText>,
        diagnostics: &mut Diagnostics,
    ) {
        let mut known = Syllables::default();
        let mut short: BTreeMap<(&RelPath, &Lang), Passage> = BTreeMap::new();
        for written in texts.into_iter().filter(|written| is_ours(written)) {
            let found = sentences(&written.text).into_iter();
            let found = found.map(|text| Sentence {
                text,
                words: words(text).collect(),
            });
            let found: Vec<Sentence> = found.collect();
            if length(&found) >= FEWEST_WORDS {
                let passage = vec![(written, found)];
                self.judge(&written.lang, &passage, &mut known, diagnostics);
            } else {
                let together = short.entry((&written.at.file, &written.lang));
                together.or_default().push((written, found));
            }
        }
        for ((_, lang), passage) in short {
            if passage
                .iter()
                .map(|(_, found)| length(found))
                .sum::<usize>()
                >= FEWEST_WORDS
            {
                self.judge(lang, &passage, &mut known, diagnostics);
            }
        }
    }

    fn judge<'w>(
        &self,
        lang: &Lang,
        passage: &Passage<'w>,
        known: &mut Syllables<'w>,
        diagnostics: &mut Diagnostics,
    ) {
        let Some((at, longest)) = longest(passage) else {
            return;
        };
        match Scale::of(lang) {
            Some(scale) => diagnostics.extend(self.grade(scale, passage, known, &at, longest)),
            None => diagnostics.extend(self.length(lang, passage, &at)),
        }
    }

    fn grade<'w>(
        &self,
        scale: Scale,
        passage: &Passage<'w>,
        known: &mut Syllables<'w>,
        at: &Place,
        longest: usize,
    ) -> Option<Diagnostic> {
        let mut syllables = |word| {
            let known = known.entry((scale, word));
            *known.or_insert_with(|| syllables_of(word, scale, &self.names))
        };
        let sentences = passage.iter().flat_map(|(_, found)| found);
        let counts = sentences
            .map(|sentence| Counts::of_words(sentence.words.iter().copied(), &mut syllables));
        let counts = counts.fold(Counts::default(), Counts::and);
        let grade = (scale.grade(counts) * 10.0).round() / 10.0;
        let (most, code) = match self.lint.reading_stop {
            Some(stop) if grade > stop => (stop, Code::HardToReadStops),
            _ => (self.lint.reading_grade, Code::HardToRead),
        };
        let known = &*known;
        let fault = || {
            Diagnostic::at(code, at)
                .with("grade", grade)
                .with("most", most)
                .with("words", count(longest))
                .with(
                    "cause",
                    if longest > LONG_SENTENCE {
                        "sentence"
                    } else {
                        "words"
                    },
                )
                .with("long", long_words(scale, passage, known))
        };
        (grade > most).then(fault)
    }

    fn length(&self, lang: &Lang, passage: &Passage, at: &Place) -> Option<Diagnostic> {
        let found = passage.iter().flat_map(|(_, found)| found);
        let (sentences, words) = found.fold((0, 0), |(sentences, all), sentence| {
            (sentences + 1, all + sentence.words.len())
        });
        let mean = count(words) / count(sentences).max(1.0);
        let most = f64::from(self.word_matcher.sentence_words(lang));
        let note = Diagnostic::at(Code::LongSentences, at);
        let note = note.with("words", mean.round()).with("most", most);
        (mean > most).then_some(note)
    }
}

/// Whether staff wrote this text for a family. Names, quotes from the law, the
/// family or the child, and notes next to data points are not checked.
fn is_ours(written: &AuthorText) -> bool {
    let theirs =
        matches!(written.what, "family" | "ask" | "iep" | "voice") || written.field == "voice";
    let name = written.lang.as_str() == "und";
    !theirs && !name && written.what != "observation"
}

/// The longest words of a passage, at most three.
fn long_words(scale: Scale, passage: &Passage, known: &Syllables) -> String {
    let sentences = passage.iter().flat_map(|(_, found)| found);
    let all = sentences.flat_map(|sentence| &sentence.words);
    let mut long: Vec<(usize, String)> = all
        .filter_map(|word| Some((*known.get(&(scale, *word))?, word)))
        .filter(|(syllables, _)| *syllables >= scale.long())
        .map(|(syllables, word)| (syllables, word.to_lowercase()))
        .collect();
    long.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    long.dedup();
    let words: Vec<String> = long.into_iter().take(3).map(|(_, word)| word).collect();
    words.join(", ")
}

fn length(sentences: &[Sentence]) -> usize {
    sentences.iter().map(|sentence| sentence.words.len()).sum()
}

/// The longest sentence: its position and its number of words.
fn longest(passage: &Passage) -> Option<(Place, usize)> {
    let all = passage
        .iter()
        .flat_map(|(written, found)| found.iter().map(move |sentence| (written, sentence)));
    let (written, sentence) = all.max_by_key(|(_, sentence)| sentence.words.len())?;
    let start = offset(&written.text, sentence.text);
    let place = written.place_at(start, start + sentence.text.len());
    Some((place, sentence.words.len()))
}

#[allow(clippy::cast_precision_loss, reason = "a text has few words")]
fn count(number: usize) -> f64 {
    number as f64
}

/// The syllables of a word. One of `names`, which are in lowercase, counts as one, because
/// nobody can choose a shorter name.
fn syllables_of(word: &str, scale: Scale, names: &BTreeSet<String>) -> usize {
    if names.contains(&word.to_lowercase()) {
        return 1;
    }
    scale.syllables(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_as_one_syllable() {
        let names = BTreeSet::from(["catarina".to_owned()]);
        let check = |word: &str, expected| {
            assert_eq!(
                syllables_of(word, Scale::FleschKincaid, &names),
                expected,
                "{word}"
            );
        };
        check("Catarina", 1);
        check("CATARINA", 1);
        check("Katarina", 4);
    }
}
