use super::Text;

/// Kinds of help in order, most help first; the last is none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ladder {
    /// Its levels; at least one.
    pub levels: Vec<Rung>,
}

/// One kind of help.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    /// The letter that stands for it in observations.
    pub id: char,
    /// What staff call it.
    pub name: Text,
    /// What it is in a family's words.
    pub family: Option<Text>,
}

impl Rung {
    /// What a family reads.
    #[must_use]
    pub fn plain(&self) -> &Text {
        self.family.as_ref().unwrap_or(&self.name)
    }
}

impl Ladder {
    /// The place of a letter, large or small, from 1 at most help.
    #[must_use]
    pub fn rank(&self, letter: char) -> Option<u32> {
        let place = (1..).zip(&self.levels);
        let mut found = place.filter(|(_, rung)| same(rung.id, letter));
        found.next().map(|(rank, _)| rank)
    }

    /// The level of a letter, large or small.
    #[must_use]
    pub fn rung(&self, letter: char) -> Option<&Rung> {
        self.levels.iter().find(|rung| same(rung.id, letter))
    }

    /// Whether a letter stands for no help at all.
    #[must_use]
    pub fn alone(&self, letter: char) -> bool {
        self.levels.last().is_some_and(|last| same(last.id, letter))
    }
}

/// Whether two letters are the same, large or small.
fn same(a: char, b: char) -> bool {
    a.to_lowercase().eq(b.to_lowercase())
}
