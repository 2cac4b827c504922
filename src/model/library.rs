use super::Text;

/// A word of the field, with what it means.
#[derive(Debug, Clone, Default)]
pub struct Term {
    /// The word, perhaps with another one in brackets.
    pub title: Text,
    /// Its other forms, with commas between them.
    pub also: Text,
    /// What it means, as Markdown.
    pub body: Text,
    /// Whether the title itself is looked for in texts. Some are everyday words
    /// as well ("target"), and only some of their forms are not.
    pub title_alone: bool,
}
