//! Choices: one of a fixed set of words.

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::parse::Node;
use crate::source::Place;
use crate::validate::fields::Fields;

impl Fields<'_> {
    /// One of a fixed set of words.
    pub(in crate::validate) fn choice<T: Copy>(
        &self,
        name: &'static str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let node = self.node(name)?;
        self.choice_of(name, node, choices)
    }

    /// One of a fixed set of words that has to be there.
    pub(in crate::validate) fn need_choice<T: Copy>(
        &self,
        name: &'static str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        if self.node(name).is_none() {
            self.missing(name);
        }
        self.choice(name, choices)
    }

    /// The choice that a node spells.
    pub(in crate::validate) fn choice_of<T: Copy>(
        &self,
        name: &str,
        node: &Node,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let Some(text) = node.text() else {
            self.wrong(name, "choice", node);
            return None;
        };
        let found = choices
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, choice)| *choice);
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            self.report_choice(
                Code::UnknownChoice,
                name,
                text,
                &self.place(node.span),
                &words,
            );
        }
        found
    }

    pub(in crate::validate) fn report_choice(
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
            .with("choices", known.join(", "));
        self.report(match guess {
            Some(guess) => fault.fix(at, guess),
            None => fault,
        });
    }
}
