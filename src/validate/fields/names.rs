//! The names of fields: as they are typed, and what is said of those that
//! nobody knows.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::Fields;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::input::{TypedDay, synonyms};
use crate::parse::{Entry, markdown};
use crate::source::{Place, RelPath};

/// Names that are typed in another way than fields are.
pub(super) struct Names {
    /// The field that each stands for, and the place of its entry.
    aliases: Vec<(String, usize)>,
    /// Where those stand that were read as something else than a field.
    pub(super) taken: RefCell<BTreeSet<usize>>,
}

impl Names {
    pub(super) fn of(entries: &[Entry]) -> Self {
        let places = entries.iter().enumerate();
        let aliases = places
            .filter_map(|(place, entry)| Some((synonyms::field(&entry.key)?, place)))
            .collect();
        Self {
            aliases,
            taken: RefCell::default(),
        }
    }
}

impl<'a> Fields<'a> {
    /// The entry of a field, be its name typed in another way.
    pub(in crate::validate) fn entry(&self, name: &str) -> Option<&'a Entry> {
        let exact = self.entries.iter().find(|entry| entry.key == name);
        exact.or_else(|| {
            let mut alias = self.names.aliases.iter().filter(|(meant, _)| meant == name);
            let (_, place) = alias.next()?;
            self.entries.get(*place)
        })
    }

    /// Reports what is missing, and entries that nobody asked for.
    pub(in crate::validate) fn finish(self) {
        let facts = self.facts.borrow();
        let words = self.words.borrow();
        let side_facts = self.side_facts.borrow();
        debug_assert!(
            !self.file.has_ending("md")
                || markdown::is_whole(self.what, facts.iter().chain(side_facts.iter())),
            "the block of a text of the kind {} holds {facts:?}",
            self.what
        );
        let mut meant = BTreeSet::new();
        for entry in self.entries {
            let taken = self.names.taken.borrow().contains(&entry.key_span.start);
            if facts.contains(entry.key.as_str()) || taken {
                continue;
            }
            if let Some(alias) = self.alias(entry).filter(|name| facts.contains(*name)) {
                let at = self.place(entry.key_span);
                self.read_as(&at, &entry.key, alias);
            } else {
                let open = facts.iter().copied();
                let open = open.filter(|name| !has(self.entries, name));
                meant.extend(self.unknown(self.file, entry, open));
            }
        }
        for (name, fault) in self.missing.take() {
            if !meant.contains(name) {
                self.report(fault);
            }
        }
        for side in &self.sides {
            for entry in side.entries {
                let key = entry.key.as_str();
                if words.contains(key) || side_facts.contains(key) {
                    continue;
                }
                let alias = synonyms::field(key).filter(|name| words.contains(name.as_str()));
                if let Some(alias) = alias.filter(|name| is_alone(side.entries, name)) {
                    let at = Place {
                        file: side.file.clone(),
                        span: entry.key_span,
                    };
                    self.read_as(&at, key, &alias);
                } else if facts.contains(key) {
                    let at = Place {
                        file: side.file.clone(),
                        span: entry.key_span,
                    };
                    self.report(Diagnostic::at(Code::TranslationFact, &at).with("field", key));
                } else {
                    let open = words.iter().copied();
                    let open = open.filter(|name| !has(side.entries, name));
                    self.unknown(side.file, entry, open);
                }
            }
        }
    }

    /// The field that an entry stands for, where it is the only one.
    fn alias(&self, entry: &Entry) -> Option<&str> {
        let own = |place: &usize| {
            let other = self.entries.get(*place);
            other.is_some_and(|other| other.key_span == entry.key_span)
        };
        let (name, _) = self.names.aliases.iter().find(|(_, place)| own(place))?;
        let first = self.entry(name)?;
        (first.key_span == entry.key_span).then_some(name.as_str())
    }

    /// Reports an entry; gives back the name that was probably meant.
    fn unknown<'n>(
        &self,
        file: &RelPath,
        entry: &Entry,
        known: impl Iterator<Item = &'n str>,
    ) -> Option<&'n str> {
        let at = Place {
            file: file.clone(),
            span: entry.key_span,
        };
        if TypedDay::of(&entry.key).is_ok() {
            self.report(self.day_out_of_place(entry, &at));
            return None;
        }
        let guess = nearest(&entry.key, known);
        let fault = Diagnostic::at(Code::UnknownField, &at)
            .with("field", entry.key.as_str())
            .with("what", self.what)
            .with("nearest", guess.unwrap_or_default());
        self.report(match guess {
            Some(guess) => fault.fix(&at, guess),
            None => fault,
        });
        guess
    }

    /// A day in the place of a field: a number that lost its place.
    fn day_out_of_place(&self, entry: &Entry, at: &Place) -> Diagnostic {
        let (field, indent) = match self.what {
            "baseline" => ("values", "    "),
            _ => ("data", "  "),
        };
        let value = entry.value.text().unwrap_or("…").trim();
        let line = format!("{}: {value}", entry.key);
        let fault = Diagnostic::at(Code::DataOutOfPlace, at).with("field", field);
        let better = format!("{indent}{line}");
        fault.with("found", line).with("better", better)
    }

    pub(in crate::validate) fn report_unknown_ids(&self) {
        let side_facts = self.side_facts.borrow();
        for side in &self.sides {
            for entry in side.entries {
                let known = self.entries.iter().any(|own| own.key == entry.key);
                if !known && !side_facts.contains(entry.key.as_str()) {
                    self.unknown(
                        side.file,
                        entry,
                        self.entries.iter().map(|own| own.key.as_str()),
                    );
                }
            }
        }
    }
}

/// The entry of a field, be its name typed in another way.
pub(in crate::validate) fn named<'n>(entries: &'n [Entry], name: &str) -> Option<&'n Entry> {
    let exact = entries.iter().find(|entry| entry.key == name);
    let meant = |entry: &&Entry| synonyms::field(&entry.key).is_some_and(|meant| meant == name);
    exact.or_else(|| entries.iter().find(meant))
}

/// Whether only one entry stands for a field.
fn is_alone(entries: &[Entry], name: &str) -> bool {
    let meant = |entry: &&Entry| {
        entry.key == name || synonyms::field(&entry.key).is_some_and(|meant| meant == name)
    };
    entries.iter().filter(meant).count() == 1
}

/// Whether a field is there: then no other name was meant for it.
fn has(entries: &[Entry], name: &str) -> bool {
    entries.iter().any(|entry| entry.key == name)
}
