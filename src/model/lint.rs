//! How strictly a school checks wording, and the word lists it checks with.

use std::collections::{BTreeMap, BTreeSet};

use super::Lang;

/// How strictly a school checks its wording.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lint {
    /// What happens when a word from a list is found.
    pub words: Strictness,
    /// The highest reading grade for texts.
    pub reading_grade: f64,
    /// The reading grade above which a text is an error.
    pub reading_stop: Option<f64>,
    /// The most words in an update.
    pub update_words: u32,
}

impl Default for Lint {
    fn default() -> Self {
        Self {
            words: Strictness::Warn,
            reading_grade: 6.0,
            reading_stop: None,
            update_words: 120,
        }
    }
}

/// The result of finding a word from a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// Nothing.
    Off,
    /// A warning to the teacher.
    Warn,
    /// An error: the site is held back.
    CommandError,
}

/// Why a word is on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordKind {
    /// An eligibility category or a diagnosis.
    Label,
    /// Deficit language: it says what a child cannot do or is not.
    Deficit,
    /// Jargon that only people in schools know.
    Jargon,
    /// It says nothing a family could see unless a number comes with it.
    Vague,
    /// The same in the decisions of a formal review.
    VagueDecision,
    /// In a tip: it costs money or needs a device.
    Cost,
    /// In a tip: it asks a family to give up its own language.
    HomeLanguage,
    /// It says something personal about a staff member.
    StaffPrivate,
    /// In the text about the approach: it claims an endorsement.
    Claim,
    /// In a shared text: it fits only girls or only boys.
    Gendered,
    /// At the start of a sentence: a note to self.
    Remark,
}

/// Words on a list that mean the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Why they are on the list.
    pub kind: WordKind,
    /// The words, in lowercase.
    pub words: Vec<String>,
    /// What to write instead.
    pub instead: Option<String>,
    /// Words that make them acceptable in the same sentence.
    pub unless: Vec<String>,
}

/// The word lists for one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordList {
    /// The entries.
    pub wordings: Vec<Wording>,
    /// The highest average sentence length in words, for languages without a
    /// readability formula.
    pub sentence_words: Option<u32>,
    /// Everyday words that are also first names, in lowercase.
    pub names: BTreeSet<String>,
    /// Those of them that are months.
    pub months: BTreeSet<String>,
    /// Words that are followed by a month, not by a name.
    pub before_months: BTreeSet<String>,
}

/// The word lists, by language.
pub type WordLists = BTreeMap<Lang, WordList>;
