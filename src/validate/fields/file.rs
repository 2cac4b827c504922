//! The fields of a whole file.

use super::{Fields, TranslatedFields, type_error};
use crate::diagnostic::{Code, Diagnostic, Expected};
use crate::parse::{Entry, Group, Kind, RawFile};
use crate::schema;
use crate::source::{Place, RelPath};
use crate::validate::context::{Context, place};

/// Reads the fields of a file and of its translations. `kind` has its fields. Returns `None` if the facts are not a map.
pub(in crate::validate) fn read_file<'a, T>(
    context: &'a Context,
    kind: &'static schema::Kind,
    group: &'a Group,
    raw: &'a RawFile,
    read: impl FnOnce(&mut Fields<'a>) -> T,
) -> Option<T> {
    context.add_file(raw);
    let report_no_map = |file: &RawFile| {
        let at = place(file, file.facts.span);
        context.report(type_error(&at, kind.name, Expected::Map, "-"));
    };
    let Some(entries) = raw.facts.entries() else {
        report_no_map(raw);
        return None;
    };
    let translations = group.translations.iter().filter_map(|(lang, side)| {
        let Some(entries) = side.facts.entries() else {
            report_no_map(side);
            return None;
        };
        let file = context.translated(lang, side);
        Some(TranslatedFields { file, entries })
    });
    let translations = translations.collect();
    let source = (&raw.path, entries);
    let read_all = |fields: &mut Fields<'a>| {
        fields.is_file = true;
        fields.check_format();
        if kind.name != schema::SCHOOL.name {
            fields.check_example();
        }
        read(fields)
    };
    let value = Fields::read(context, kind, raw.top(), source, translations, read_all);
    Some(value)
}

/// Reads each map of a file that is a list of maps.
pub(in crate::validate) fn read_rows<'a, T>(
    context: &'a Context,
    kind: &'static schema::Kind,
    raw: &'a RawFile,
    mut read: impl FnMut(&mut Fields<'a>) -> T,
) -> Vec<T> {
    let Kind::List(rows) = &raw.facts.kind else {
        return Vec::new();
    };
    let maps = rows
        .iter()
        .filter_map(|row| Some((row.span, row.entries()?)));
    maps.map(|(span, entries)| {
        let at = place(raw, span);
        read_entries(context, kind, at, (&raw.path, entries), &mut read)
    })
    .collect()
}

/// Reads a map that has no translations and whose text needs none, because it is among
/// numbers: a row of a sheet, an observation.
pub(in crate::validate) fn read_entries<'a, T>(
    context: &'a Context,
    kind: &'static schema::Kind,
    at: Place,
    source: (&'a RelPath, &'a [Entry]),
    read: impl FnOnce(&mut Fields<'a>) -> T,
) -> T {
    Fields::read(context, kind, at, source, Vec::new(), |fields| {
        fields.set_among_numbers();
        read(fields)
    })
}

impl<'a> Fields<'a> {
    /// Reads a map of this file that has no translations and whose text needs none,
    /// because it is among numbers.
    pub(in crate::validate) fn untranslated<'e, T>(
        &self,
        kind: &'static schema::Kind,
        at: Place,
        entries: &'e [Entry],
        read: impl FnOnce(&mut Fields<'e>) -> T,
    ) -> T
    where
        'a: 'e,
    {
        read_entries(self.context, kind, at, (self.file, entries), read)
    }

    fn check_format(&mut self) {
        let Some(format) = self.number("format") else {
            return;
        };
        if (format.value - 1.0).abs() > f64::EPSILON {
            self.report(Diagnostic::at(Code::UnknownFormat, &format.at));
        }
    }

    /// Reports a map that says it is invented, in a real school.
    pub(in crate::validate) fn check_example(&mut self) {
        if self.yes("example") == Some(true) && !self.context.example {
            let fault = Diagnostic::at(Code::ExampleInSchool, &self.key_place("example"));
            self.report(fault.with("what", self.what()));
        }
    }
}
