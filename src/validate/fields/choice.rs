//! Choices: one of a fixed set of words.

use super::Fields;
use crate::diagnostic::{Code, Diagnostic, Expected, nearest};
use crate::input::synonyms;
use crate::parse::Node;
use crate::source::Place;

impl Fields<'_> {
    /// One of a fixed set of words.
    pub(in crate::validate) fn choice<T: Copy>(
        &mut self,
        name: &'static str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let node = self.node(name)?;
        self.choice_of(name, node, choices)
    }

    /// The choice that a node is.
    pub(in crate::validate) fn choice_of<T: Copy>(
        &self,
        name: &str,
        node: &Node,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let Some(text) = node.text() else {
            self.report_type_error(name, Expected::Choice, node);
            return None;
        };
        let at = self.place(node.span);
        let meaning = |word: &str| {
            let found = choices.iter().find(|(choice, _)| *choice == word);
            found.map(|(_, meaning)| *meaning)
        };
        if let Some(meaning) = meaning(text) {
            return Some(meaning);
        }
        let words = choices.iter().map(|(word, _)| *word);
        if let Some(meant) = synonyms::choice(text, words.clone()) {
            self.read_as(&at, text, meant);
            return meaning(meant);
        }
        let words: Vec<&str> = words.collect();
        self.report_choice(Code::UnknownChoice, name, text, &at, &words);
        None
    }

    pub(super) fn report_choice(
        &self,
        code: Code,
        name: &str,
        found: &str,
        at: &Place,
        known: &[&str],
    ) {
        let guess = nearest(found, known.iter().copied());
        let fault = Diagnostic::at(code, at)
            .with("field", name)
            .with("found", found)
            .with("nearest", guess.unwrap_or_default())
            .with("choices", known.join(", "))
            .with("list", format!("{}-{name}", self.what()));
        self.report(match guess {
            Some(guess) => fault.fix(at, guess),
            None => fault,
        });
    }
}
