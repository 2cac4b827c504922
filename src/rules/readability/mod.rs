//! Reading level by formula. A score is a smoke detector: it measures the
//! length of words and sentences, not whether they are clear.

mod sentences;
mod syllables;

pub use sentences::{offset, sentences, words};

use crate::model::Lang;

/// A published readability formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Kincaid, Fishburne, Rogers and Chissom 1975, for English.
    FleschKincaid,
    /// Fernández Huerta 1959, for Spanish.
    FernandezHuerta,
}

impl Scale {
    /// The formula for texts in `lang`, in any region.
    #[must_use]
    pub fn of(lang: &Lang) -> Option<Self> {
        match lang.as_str().split('-').next() {
            Some("en") => Some(Self::FleschKincaid),
            Some("es") => Some(Self::FernandezHuerta),
            _ => None,
        }
    }

    /// The estimated number of syllables of `word`; 1 if it has no letters.
    #[must_use]
    pub fn syllables(self, word: &str) -> usize {
        match self {
            Self::FleschKincaid => syllables::english(word),
            Self::FernandezHuerta => syllables::spanish(word),
        }
    }

    /// The number of syllables from which a word counts as long.
    #[must_use]
    pub fn long(self) -> usize {
        match self {
            Self::FleschKincaid => 3,
            Self::FernandezHuerta => 5,
        }
    }

    /// The school grade for `counts`.
    ///
    /// Fernández Huerta's table gives the grade for each band of ten points;
    /// its last two bands are for adults.
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

/// The counts that the formulas use.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sentences; list items count as sentences.
    pub sentences: usize,
    /// Words; `in-class` is two words, and a number is a word of one syllable.
    pub words: usize,
    /// Syllables of all words.
    pub syllables: usize,
}

impl Counts {
    /// Counts one sentence. `syllables` tells how many a word has.
    #[must_use]
    pub fn of<'w>(sentence: &'w str, syllables: impl FnMut(&'w str) -> usize) -> Self {
        Self::of_words(words(sentence), syllables)
    }

    /// The same for a sentence with these words.
    #[must_use]
    pub fn of_words<'w>(
        sentence: impl Iterator<Item = &'w str>,
        mut syllables: impl FnMut(&'w str) -> usize,
    ) -> Self {
        let mut counts = Self {
            sentences: 1,
            ..Self::default()
        };
        for word in sentence {
            counts.words += 1;
            counts.syllables += syllables(word);
        }
        counts
    }

    /// The sum of both counts.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
        }
    }

    /// Average words per sentence, and average syllables per word.
    #[allow(clippy::cast_precision_loss, reason = "a text has few words")]
    fn means(self) -> (f64, f64) {
        let words = self.words.max(1) as f64;
        let sentences = self.sentences.max(1) as f64;
        (words / sentences, self.syllables as f64 / words)
    }
}

/// The Flesch-Kincaid grade level: 0.39 · words/sentences + 11.8 ·
/// syllables/words − 15.59.
#[must_use]
pub fn flesch_kincaid(counts: Counts) -> f64 {
    let (words, syllables) = counts.means();
    0.39 * words + 11.8 * syllables - 15.59
}

/// The Fernández Huerta reading ease, from 0 (hard) to 100 (easy): 206.84 − 60
/// · syllables/words − 1.02 · words/sentences.
#[must_use]
pub fn fernandez_huerta(counts: Counts) -> f64 {
    let (words, syllables) = counts.means();
    206.84 - 60.0 * syllables - 1.02 * words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(text: &str, scale: Scale) -> (usize, usize, usize) {
        let counts = sentences(text).into_iter();
        let counts = counts.map(|sentence| Counts::of(sentence, |word| scale.syllables(word)));
        let counts = counts.fold(Counts::default(), Counts::and);
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
        check("Catarina read 58 words. Before: 43.", (2, 6, 10));
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
