//! The names of fields: which other names are read as a field, and what is reported
//! of entries that nobody asked for.

use super::{Fields, TranslatedFields};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::input::{TypedDay, synonyms};
use crate::parse::{Entry, Kind};
use crate::schema::{self, Field, Need, Value};
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
        if !self.all_known {
            self.find_missing();
        }
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

    /// Notes the required fields that are missing.
    fn find_missing(&mut self) {
        // What a measure needs is reported by its reader.
        let is_required =
            |field: &&Field| field.need == Need::Required && field.measures.is_empty();
        let kind = self.kind;
        let required = kind.fields.iter().filter(is_required);
        for field in required {
            let is_noted = self.missing.iter().any(|(name, _)| *name == field.name);
            if !is_noted && self.is_blank(field) {
                self.missing_of(field.name, "", &field.choices().join(", "));
            }
        }
    }

    fn is_blank(&self, field: &Field) -> bool {
        let Some(entry) = self.entry(field.name) else {
            return true;
        };
        let is_text = matches!(field.value, Value::Text | Value::Plain | Value::Name);
        match &entry.value.kind {
            Kind::Empty => true,
            Kind::Scalar(scalar) => is_text && scalar.text.trim().is_empty(),
            Kind::List(_) | Kind::Map(_) => false,
        }
    }

    /// The fields that this map may have.
    fn known(&self) -> impl Iterator<Item = &'static Field> {
        let everywhere = schema::EVERYWHERE.iter().filter(|_| self.is_file);
        let own = self.kind.fields.iter().chain(everywhere);
        // Which fields a measure has is known once they are read.
        own.filter(|field| field.measures.is_empty() || self.asked.contains(field.name))
    }

    /// Whether this kind of map has a field, for some measure.
    pub(super) fn is_field(&self, name: &str) -> bool {
        let everywhere = schema::EVERYWHERE.iter().filter(|_| self.is_file);
        let mut all = self.kind.fields.iter().chain(everywhere);
        all.any(|field| field.name == name)
    }

    fn is_known(&self, name: &str) -> bool {
        self.known().any(|field| field.name == name)
    }

    fn is_translatable(&self, name: &str) -> bool {
        let mut same = self.known().filter(|field| field.name == name);
        same.any(Field::has_text)
    }

    fn is_of_translation(&self, name: &str) -> bool {
        let mut all = schema::OF_TRANSLATION.iter();
        self.is_file && all.any(|field| field.name == name)
    }

    /// Reports one entry if nobody asked for it. Returns the field that was probably
    /// meant.
    fn finish_entry(&self, entry: &Entry) -> Option<&'static str> {
        let taken = self.taken.contains(&entry.key_span.start);
        if self.is_known(&entry.key) || taken {
            return None;
        }
        let at = self.place(entry.key_span);
        if let Some(alias) = self.alias(entry).filter(|name| self.is_known(name)) {
            self.read_as(&at, &entry.key, alias);
            return None;
        }
        let known = self.known().map(|field| field.name);
        self.unknown(&at, entry, known.filter(|name| !has(self.entries, name)))
    }

    fn finish_translated(&self, side: &TranslatedFields, entry: &Entry) {
        let key = entry.key.as_str();
        if self.is_translatable(key) || self.is_of_translation(key) {
            return;
        }
        let at = side.place(entry.key_span);
        let alias = synonyms::field(key)
            .filter(|name| self.is_translatable(name) && is_alone(side.entries, name));
        if let Some(alias) = alias {
            self.read_as(&at, key, &alias);
        } else if self.is_known(key) {
            self.report(Diagnostic::at(Code::TranslationFact, &at).with("field", key));
        } else {
            let known = self.known().filter(|field| field.has_text());
            let known = known.map(|field| field.name);
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
            .with("what", self.what())
            .with("nearest", guess.unwrap_or_default());
        self.report(match guess {
            Some(guess) => fault.fix(at, guess),
            None => fault,
        });
        guess
    }

    /// A day where the name of a field should be: a number that is indented wrongly.
    fn day_out_of_place(&self, entry: &Entry, at: &Place) -> Diagnostic {
        let (field, indent) = match self.what() {
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
                if !has(self.entries, key) && !self.is_of_translation(key) {
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
