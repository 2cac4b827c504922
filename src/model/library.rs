//! The library's explaining texts: glossary, kinds of goals, community
//! partners, sources.

use super::{Lang, Text};

/// A glossary entry.
#[derive(Debug, Clone, Default)]
pub struct Term {
    /// The term, possibly with another in brackets.
    pub title: Text,
    /// Its other forms, separated by commas.
    pub also: Text,
    /// The explanation, as Markdown.
    pub body: Text,
    /// Whether the title itself is searched for in texts. Some titles are also
    /// everyday words ("target"), and only their other forms are searched for.
    pub title_alone: bool,
}

/// The explanation of a kind of goal.
#[derive(Debug, Clone, Default)]
pub struct Explainer {
    /// The skill.
    pub title: Text,
    /// What it is, why it matters and how it grows, as Markdown.
    pub body: Text,
}

/// A community partner that helps families for free.
#[derive(Debug, Clone)]
pub struct Partner {
    /// The name that families know.
    pub name: Text,
    /// What they do.
    pub what: Text,
    /// The telephone number.
    pub phone: Option<String>,
    /// The `https` address.
    pub url: Option<String>,
    /// The languages spoken there.
    pub languages: Vec<Lang>,
}

/// A source for the school's approach.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The title.
    pub name: Text,
    /// The `https` address.
    pub url: String,
}
