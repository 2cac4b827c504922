//! How hard a text is to read, as far as counting tells. A score is a smoke
//! alarm: it knows how long words and sentences are, not whether they are clear.

mod sentences;
mod syllables;

pub use sentences::{offset, sentences, words};

use std::collections::BTreeSet;

use crate::model::Lang;

/// A language for which a published formula exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Kincaid, Fishburne, Rogers and Chissom 1975.
    FleschKincaid,
    /// Fernández Huerta 1959, for Spanish.
    FernandezHuerta,
}

impl Scale {
    /// The scale for texts in `lang`, whatever its region is.
    #[must_use]
    pub fn of(lang: &Lang) -> Option<Self> {
        match lang.as_str().split('-').next() {
            Some("en") => Some(Self::FleschKincaid),
            Some("es") => Some(Self::FernandezHuerta),
            _ => None,
        }
    }

    /// About how many syllables `word` has; 1 for what has no letters.
    #[must_use]
    pub fn syllables(self, word: &str) -> usize {
        match self {
            Self::FleschKincaid => syllables::english(word),
            Self::FernandezHuerta => syllables::spanish(word),
        }
    }

    /// From how many syllables on a word counts as long.
    #[must_use]
    pub fn long(self) -> usize {
        match self {
            Self::FleschKincaid => 3,
            Self::FernandezHuerta => 5,
        }
    }

    /// The school grade that `counts` read like.
    ///
    /// Fernández Huerta's own table gives the grade of each band of ten points;
    /// its last two bands are for those who have left school.
    #[must_use]
    pub fn grade(self, counts: Counts) -> f64 {
        match self {
            Self::FleschKincaid => flesch_kincaid(counts),
            Self::FernandezHuerta => match fernandez_huerta(counts) {
                90.0.. => 4.0,
                80.0.. => 5.0,
                70.0.. => 6.0,
                60.0.. => 8.0,
                50.0.. => 10.0,
                _ => 12.0,
            },
        }
    }
}

/// What the formulas count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sentences; the items of a list are sentences too.
    pub sentences: usize,
    /// Words; the parts of `in-class` are two, numbers are words of one syllable.
    pub words: usize,
    /// Syllables of all words.
    pub syllables: usize,
}

impl Counts {
    /// Counts sentences. Words of `names`, which are in small letters, are
    /// nobody's fault and count as one syllable.
    #[must_use]
    pub fn of(sentences: &[&str], scale: Scale, names: &BTreeSet<String>) -> Self {
        let mut counts = Self::default();
        for sentence in sentences {
            counts.sentences += 1;
            for word in words(sentence) {
                let known = names.contains(&word.to_lowercase());
                counts.words += 1;
                counts.syllables += if known { 1 } else { scale.syllables(word) };
            }
        }
        counts
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
        }
    }

    /// Words in a sentence, and syllables in a word, on average.
    #[allow(clippy::cast_precision_loss, reason = "a text has few words")]
    fn means(self) -> (f64, f64) {
        let words = self.words.max(1) as f64;
        let sentences = self.sentences.max(1) as f64;
        (words / sentences, self.syllables as f64 / words)
    }
}

/// The grade by Flesch and Kincaid:
/// 0.39 · words/sentences + 11.8 · syllables/words − 15.59.
#[must_use]
pub fn flesch_kincaid(counts: Counts) -> f64 {
    let (words, syllables) = counts.means();
    0.39 * words + 11.8 * syllables - 15.59
}

/// The ease by Fernández Huerta, from 0 (hard) to 100 (easy):
/// 206.84 − 60 · syllables/words − 1.02 · words/sentences.
#[must_use]
pub fn fernandez_huerta(counts: Counts) -> f64 {
    let (words, syllables) = counts.means();
    206.84 - 60.0 * syllables - 1.02 * words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(text: &str, scale: Scale) -> (usize, usize, usize) {
        let counts = Counts::of(
            &sentences(text),
            scale,
            &BTreeSet::from(["catarina".to_owned()]),
        );
        (counts.sentences, counts.words, counts.syllables)
    }

    #[test]
    fn texts_are_counted_as_by_hand() {
        let check = |text: &str, expected: (usize, usize, usize)| {
            assert_eq!(counts(text, Scale::FleschKincaid), expected, "{text}");
        };
        check("The cat sat on the mat.", (1, 6, 6));
        check(
            "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.",
            (1, 13, 26),
        );
        check(
            "This sentence, taken as a reading passage unto itself, is being used to prove a point.",
            (1, 16, 23),
        );
        check("Catarina read 58 words. Before: 43.", (2, 6, 7));
        check("In-class support", (1, 3, 4));
        check("", (0, 0, 0));
    }

    #[test]
    fn formulas_are_those_that_were_published() {
        let check = |sentences, words, syllables, grade: f64, ease: f64| {
            let counts = Counts {
                sentences,
                words,
                syllables,
            };
            assert!((flesch_kincaid(counts) - grade).abs() < 0.005);
            assert!((fernandez_huerta(counts) - ease).abs() < 0.005);
        };
        check(1, 6, 6, -1.45, 140.72);
        check(1, 13, 24, 11.26, 82.81);
        check(2, 20, 40, 11.91, 76.64);
    }

    #[test]
    fn ease_in_spanish_is_told_as_a_grade() {
        let check = |words, syllables, expected: f64| {
            let counts = Counts {
                sentences: 1,
                words,
                syllables,
            };
            let grade = Scale::FernandezHuerta.grade(counts);
            assert!((grade - expected).abs() < f64::EPSILON, "{grade}");
        };
        check(10, 17, 4.0);
        check(10, 19, 5.0);
        check(10, 21, 6.0);
        check(10, 22, 8.0);
        check(10, 24, 10.0);
        check(10, 30, 12.0);
    }

    #[test]
    fn other_languages_have_no_scale() {
        let check = |tag: &str, expected| assert_eq!(Scale::of(&Lang::new(tag)), expected);
        check("en", Some(Scale::FleschKincaid));
        check("es-MX", Some(Scale::FernandezHuerta));
        check("ar", None);
        check("und", None);
    }
}
