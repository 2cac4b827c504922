//! The fields of a whole file.

use super::{Fields, TranslatedFields, type_error};
use crate::diagnostic::{Code, Diagnostic, Expected};
use crate::parse::{Entry, Group, Kind, RawFile};
use crate::source::{Place, RelPath};
use crate::validate::context::{Context, place};

/// Reads the fields of a file and of its translations. `what` is the kind of thing
/// that messages name. Returns `None` if the facts are not a map.
pub(in crate::validate) fn read_file<'a, T>(
    context: &'a Context,
    what: &'static str,
    group: &'a Group,
    raw: &'a RawFile,
    read: impl FnOnce(&mut Fields<'a>) -> T,
) -> Option<T> {
    context.add_file(raw);
    let report_no_map = |file: &RawFile| {
        let at = place(file, file.facts.span);
        context.report(type_error(&at, what, Expected::Map, "-"));
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
        fields.check_format();
        if what != "school" {
            fields.check_example();
        }
        // `Context` and `translation` read these of the whole file.
        let read_before = ["format", "translation", "reviewed_by", "checked"];
        fields.of_translation.extend(read_before);
        read(fields)
    };
    let value = Fields::read(context, what, raw.top(), source, translations, read_all);
    Some(value)
}

/// Reads each map of a file that is a list of maps.
pub(in crate::validate) fn read_rows<'a, T>(
    context: &'a Context,
    what: &'static str,
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
        read_entries(context, what, at, (&raw.path, entries), &mut read)
    })
    .collect()
}

/// Reads a map that has no translations and whose text needs none, because it is among
/// numbers: a row of a sheet, an observation.
pub(in crate::validate) fn read_entries<'a, T>(
    context: &'a Context,
    what: &'static str,
    at: Place,
    source: (&'a RelPath, &'a [Entry]),
    read: impl FnOnce(&mut Fields<'a>) -> T,
) -> T {
    Fields::read(context, what, at, source, Vec::new(), |fields| {
        fields.set_among_numbers();
        read(fields)
    })
}

impl<'a> Fields<'a> {
    /// Reads a map of this file that has no translations and whose text needs none,
    /// because it is among numbers.
    pub(in crate::validate) fn untranslated<'e, T>(
        &self,
        what: &'static str,
        at: Place,
        entries: &'e [Entry],
        read: impl FnOnce(&mut Fields<'e>) -> T,
    ) -> T
    where
        'a: 'e,
    {
        read_entries(self.context, what, at, (self.file, entries), read)
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
            self.report(fault.with("what", self.what));
        }
    }
}
