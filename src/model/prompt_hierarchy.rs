use super::Text;

/// Kinds of help in order, most help first; the last is none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PromptHierarchy {
    /// Its levels; at least one.
    pub levels: Vec<PromptLevel>,
}

/// One kind of help.
#[derive(Debug, Clone, PartialEq)]
pub struct PromptLevel {
    /// The letter that stands for it in observations, or a few of them: `G`,
    /// `FP`.
    pub id: String,
    /// What staff call it.
    pub name: Text,
    /// What it is in a family's words.
    pub family: Option<Text>,
}

impl PromptLevel {
    /// What a family reads.
    #[must_use]
    pub fn plain(&self) -> &Text {
        self.family.as_ref().unwrap_or(&self.name)
    }
}

impl PromptHierarchy {
    /// The place of a code, large or small, from 1 at most help.
    #[must_use]
    pub fn rank(&self, code: &str) -> Option<u32> {
        let place = (1..).zip(&self.levels);
        let mut found = place.filter(|(_, rung)| same(&rung.id, code));
        found.next().map(|(rank, _)| rank)
    }

    /// The level of a code, large or small.
    #[must_use]
    pub fn rung(&self, code: &str) -> Option<&PromptLevel> {
        self.levels.iter().find(|rung| same(&rung.id, code))
    }

    /// Whether a code stands for no help at all.
    #[must_use]
    pub fn alone(&self, code: &str) -> bool {
        self.levels.last().is_some_and(|last| same(&last.id, code))
    }

    /// Whether each code is one letter, so that codes need no space between them.
    #[must_use]
    pub fn single_letters(&self) -> bool {
        let single = |rung: &PromptLevel| rung.id.chars().count() == 1;
        self.levels.iter().all(single)
    }
}

/// Whether two codes are the same, large or small.
fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}
