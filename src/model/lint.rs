use std::collections::{BTreeMap, BTreeSet};

use super::Lang;

/// How a school wants its words to be looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lint {
    /// What happens where a word of a list is found.
    pub words: Strictness,
    /// The school grade up to which texts may read.
    pub reading_grade: f64,
    /// The grade above which a text keeps a site from being made.
    pub reading_stop: Option<f64>,
    /// The most words of an update.
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

/// What a wording that is on a list leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// Nothing.
    Off,
    /// A word to the teacher.
    Warn,
    /// No site for this student until it is changed.
    CommandError,
}

/// Why a wording is on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordKind {
    /// The name of an eligibility category or a diagnosis.
    Label,
    /// It says what a child is not.
    Deficit,
    /// Only people who work in schools know it.
    Jargon,
    /// It says nothing that a family could see, unless a number stands beside it.
    Vague,
    /// The same, in what a formal review decides.
    VagueDecision,
    /// In a tip: it costs money, or needs a device.
    Cost,
    /// In a tip: it asks a family to give up its own language.
    HomeLanguage,
    /// It tells of a person of the staff what is theirs alone.
    StaffPrivate,
    /// In the text about the approach: it claims that somebody stands behind it.
    Claim,
    /// In a text that all students share: it fits only girls, or only boys.
    Gendered,
    /// At the start of a sentence: the writer speaks to nobody but the writer.
    Remark,
}

/// Some words of a list that mean the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Why they are on the list.
    pub kind: WordKind,
    /// The words, in small letters.
    pub words: Vec<String>,
    /// What to write instead.
    pub instead: Option<String>,
    /// Words that make them right when they stand in the same sentence.
    pub unless: Vec<String>,
}

/// What is looked for in texts of one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordList {
    /// The wordings.
    pub wordings: Vec<Wording>,
    /// The most words of a sentence, on average, where no formula tells how
    /// hard a text is.
    pub sentence_words: Option<u32>,
    /// Words that are first names, too, in small letters.
    pub names: BTreeSet<String>,
    /// Those of them that are months.
    pub months: BTreeSet<String>,
    /// Words after which a month stands, and nobody's name.
    pub before_months: BTreeSet<String>,
}

/// The lists by language.
pub type WordLists = BTreeMap<Lang, WordList>;
