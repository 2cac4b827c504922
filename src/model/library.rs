use super::{Lang, Text};

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

/// What a kind of goal is about.
#[derive(Debug, Clone, Default)]
pub struct Explainer {
    /// The skill.
    pub title: Text,
    /// What it is, why it matters and how it grows, as Markdown.
    pub body: Text,
}

/// Somebody outside the school who helps families for free.
#[derive(Debug, Clone)]
pub struct Partner {
    /// The name, as families know it.
    pub name: Text,
    /// What they do.
    pub what: Text,
    /// A telephone number.
    pub phone: Option<String>,
    /// A secure address on the web.
    pub url: Option<String>,
    /// Languages spoken there.
    pub languages: Vec<Lang>,
}

/// Where the school's way of working can be read about.
#[derive(Debug, Clone)]
pub struct Reference {
    /// What stands there.
    pub name: Text,
    /// A secure address on the web.
    pub url: String,
}
