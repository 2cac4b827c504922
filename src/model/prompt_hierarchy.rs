//! Prompt hierarchies: the kinds of help that a measure of type `prompt` or
//! `steps` uses.

use super::Text;

/// A prompt hierarchy: kinds of help from most to least. The last level is
/// independent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PromptHierarchy {
    /// The levels; at least one.
    pub levels: Vec<PromptLevel>,
}

/// A prompt level.
#[derive(Debug, Clone, PartialEq)]
pub struct PromptLevel {
    /// The code for it in data sheets: `G`, `FP`.
    pub id: String,
    /// The term staff use.
    pub name: Text,
    /// The term for families.
    pub family: Option<Text>,
}

impl PromptLevel {
    /// The wording for families.
    #[must_use]
    pub fn plain(&self) -> &Text {
        self.family.as_ref().unwrap_or(&self.name)
    }
}

impl PromptHierarchy {
    /// The rank of a code, from 1 for the most help. Case does not matter.
    #[must_use]
    pub fn rank(&self, code: &str) -> Option<u32> {
        let place = (1..).zip(&self.levels);
        let mut found = place.filter(|(_, rung)| same(&rung.id, code));
        found.next().map(|(rank, _)| rank)
    }

    /// The level of a code. Case does not matter.
    #[must_use]
    pub fn rung(&self, code: &str) -> Option<&PromptLevel> {
        self.levels.iter().find(|rung| same(&rung.id, code))
    }

    /// Whether a code means independent.
    #[must_use]
    pub fn alone(&self, code: &str) -> bool {
        self.levels.last().is_some_and(|last| same(&last.id, code))
    }

    /// Whether every code is one letter, so that codes need no space between
    /// them.
    #[must_use]
    pub fn single_letters(&self) -> bool {
        let single = |rung: &PromptLevel| rung.id.chars().count() == 1;
        self.levels.iter().all(single)
    }
}

/// Whether two codes are the same apart from case.
fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}
