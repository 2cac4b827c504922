//! The names of fields: which other names are read as a field, and what is reported
//! of entries that nobody asked for.

use super::{Fields, TranslatedFields};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::input::{TypedDay, synonyms};
use crate::parse::{Entry, markdown};
use crate::source::Place;

/// Entries under another name for a field: the field, and the index of the entry.
pub(super) fn aliases(entries: &[Entry]) -> Vec<(String, usize)> {
    let indexed = entries.iter().enumerate();
    let alias = |(index, entry): (usize, &Entry)| Some((synonyms::field(&entry.key)?, index));
    indexed.filter_map(alias).collect()
}

impl<'a> Fields<'a> {
    /// The entry of a field, also under another name.
    pub(super) fn entry(&self, name: &str) -> Option<&'a Entry> {
        let exact = self.entries.iter().find(|entry| entry.key == name);
        exact.or_else(|| {
            let (_, index) = self.aliases.iter().find(|(field, _)| field == name)?;
            self.entries.get(*index)
        })
    }

    /// Reports required fields that are missing, and entries that nobody asked for.
    pub(super) fn finish(mut self) {
        let known = self.known.iter().chain(&self.of_translation);
        debug_assert!(
            self.all_known || !self.file.has_ending("md") || markdown::is_whole(self.what, known),
            "the block of a text of the kind {} holds {:?}",
            self.what,
            self.known
        );
        let mut meant = Vec::new();
        if !self.all_known {
            let entries = self.entries.iter();
            meant.extend(entries.filter_map(|entry| self.finish_entry(entry)));
        }
        for (name, fault) in std::mem::take(&mut self.missing) {
            if !meant.contains(&name) {
                self.report(fault);
            }
        }
        for side in self.translations.iter().filter(|_| !self.all_known) {
            for entry in side.entries {
                self.finish_translated(side, entry);
            }
        }
    }

    /// Reports one entry if nobody asked for it. Returns the field that was probably
    /// meant.
    fn finish_entry(&self, entry: &Entry) -> Option<&'static str> {
        let taken = self.taken.contains(&entry.key_span.start);
        if self.known.contains(entry.key.as_str()) || taken {
            return None;
        }
        let at = self.place(entry.key_span);
        if let Some(alias) = self.alias(entry).filter(|name| self.known.contains(*name)) {
            self.read_as(&at, &entry.key, alias);
            return None;
        }
        let known = self.known.iter().copied();
        self.unknown(&at, entry, known.filter(|name| !has(self.entries, name)))
    }

    fn finish_translated(&self, side: &TranslatedFields, entry: &Entry) {
        let key = entry.key.as_str();
        if self.translatable.contains(key) || self.of_translation.contains(key) {
            return;
        }
        let at = side.place(entry.key_span);
        let alias = synonyms::field(key).filter(|name| {
            self.translatable.contains(name.as_str()) && is_alone(side.entries, name)
        });
        if let Some(alias) = alias {
            self.read_as(&at, key, &alias);
        } else if self.known.contains(key) {
            self.report(Diagnostic::at(Code::TranslationFact, &at).with("field", key));
        } else {
            let known = self.translatable.iter().copied();
            self.unknown(&at, entry, known.filter(|name| !has(side.entries, name)));
        }
    }

    /// The field that an entry under another name is read as. `None` if that field
    /// has an entry of its own.
    fn alias(&self, entry: &Entry) -> Option<&str> {
        let same = |index: &usize| {
            let other = self.entries.get(*index);
            other.is_some_and(|other| other.key_span == entry.key_span)
        };
        let (name, _) = self.aliases.iter().find(|(_, index)| same(index))?;
        let first = self.entry(name)?;
        (first.key_span == entry.key_span).then_some(name.as_str())
    }

    /// Reports an unknown entry. Returns the name that was probably meant.
    fn unknown<'n>(
        &self,
        at: &Place,
        entry: &Entry,
        known: impl Iterator<Item = &'n str>,
    ) -> Option<&'n str> {
        if TypedDay::of(&entry.key).is_ok() {
            self.report(self.day_out_of_place(entry, at));
            return None;
        }
        let guess = nearest(&entry.key, known);
        let fault = Diagnostic::at(Code::UnknownField, at)
            .with("field", entry.key.as_str())
            .with("what", self.what)
            .with("nearest", guess.unwrap_or_default());
        self.report(match guess {
            Some(guess) => fault.fix(at, guess),
            None => fault,
        });
        guess
    }

    /// A day where the name of a field should be: a number that is indented wrongly.
    fn day_out_of_place(&self, entry: &Entry, at: &Place) -> Diagnostic {
        let (field, indent) = match self.what {
            "baseline" => ("values", "    "),
            _ => ("data", "  "),
        };
        let value = entry.value.text().unwrap_or("…").trim();
        let line = format!("{}: {value}", entry.key);
        let better = format!("{indent}{line}");
        Diagnostic::at(Code::DataOutOfPlace, at)
            .with("field", field)
            .with("found", line)
            .with("better", better)
    }

    /// Reports entries of translations whose short name this map does not have.
    pub(super) fn report_unknown_ids(&self) {
        for side in &self.translations {
            for entry in side.entries {
                let key = entry.key.as_str();
                if !has(self.entries, key) && !self.of_translation.contains(key) {
                    let own = self.entries.iter().map(|own| own.key.as_str());
                    self.unknown(&side.place(entry.key_span), entry, own);
                }
            }
        }
    }
}

/// The entry of a field, also under another name.
pub(super) fn named<'n>(entries: &'n [Entry], name: &str) -> Option<&'n Entry> {
    let exact = entries.iter().find(|entry| entry.key == name);
    exact.or_else(|| entries.iter().find(|entry| is_alias(entry, name)))
}

fn is_alias(entry: &Entry, name: &str) -> bool {
    synonyms::field(&entry.key).is_some_and(|field| field == name)
}

/// Whether only one entry is read as a field.
fn is_alone(entries: &[Entry], name: &str) -> bool {
    let same = |entry: &&Entry| entry.key == name || is_alias(entry, name);
    entries.iter().filter(same).count() == 1
}

/// Whether a field has an entry under its own name.
fn has(entries: &[Entry], name: &str) -> bool {
    entries.iter().any(|entry| entry.key == name)
}
