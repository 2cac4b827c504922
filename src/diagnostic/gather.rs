//! Groups diagnostics: several with the same cause become one that lists its
//! further places, and no file gets more messages than a reader can take in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Arg, Code, Diagnostic, Diagnostics, Fix, Severity};
use crate::source::{Place, RelPath};

/// The most messages shown for one file.
const MOST: usize = 20;
/// The most further places kept for one cause.
const KEPT: usize = 99;

/// Arguments that differ between places with the same cause. For these only the
/// shape of the value is compared; every other argument identifies the cause.
const DETAILS: [&str; 23] = [
    "better", "cell", "count", "date", "days", "digits", "example", "first", "found", "gap", "key",
    "monday", "open", "read", "row", "second", "short", "tag", "told", "tries", "value", "weekday",
    "words",
];

/// Further places with the same cause.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct More {
    /// The number of further places.
    pub count: usize,
    /// The first few of them, in file order.
    pub places: Vec<Another>,
}

/// One further place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Another {
    /// The file.
    pub file: Option<RelPath>,
    /// The position in the file, if the diagnostic has one.
    pub at: Option<Place>,
    /// The replacement text, if there is exactly one right answer.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// Adds a diagnostic that has the same cause and comes later.
    fn absorb(&mut self, other: Self) {
        self.more.count += 1 + other.more.count;
        let first = Another {
            file: other.file,
            at: other.at,
            fix: other.fix,
        };
        let room = KEPT.saturating_sub(self.more.places.len());
        let places = [first].into_iter().chain(other.more.places);
        self.more.places.extend(places.take(room));
    }

    /// The key that diagnostics in one file share if they have the same cause.
    fn cause(&self) -> Option<(RelPath, Code, Vec<String>)> {
        let file = self.at.as_ref()?.file.clone();
        let named = self.code.is_about_what_was_found();
        let args = self.args.iter().map(|(name, value)| {
            let value = match value {
                Arg::Text(text) => text.clone(),
                Arg::Number(number) => number.to_string(),
            };
            let detail = DETAILS.contains(&&**name) && !(named && name == "found");
            if detail { shape(&value) } else { value }
        });
        Some((file, self.code, args.collect()))
    }
}

impl Diagnostics {
    /// Merges diagnostics for which `cause` returns the same key into the first
    /// of them. Diagnostics without a key stay separate.
    pub fn gather<K: Ord>(&mut self, cause: impl Fn(&Diagnostic) -> Option<K>) {
        self.sort();
        let mut kept: Vec<Diagnostic> = Vec::new();
        let mut first: BTreeMap<K, usize> = BTreeMap::new();
        for one in std::mem::take(&mut self.0) {
            let key = cause(&one);
            let known = key.as_ref().and_then(|key| first.get(key));
            if let Some(speaker) = known.and_then(|at| kept.get_mut(*at)) {
                speaker.absorb(one);
                continue;
            }
            if let Some(key) = key {
                first.insert(key, kept.len());
            }
            kept.push(one);
        }
        self.0 = kept;
    }

    /// Returns the diagnostics in order, with one per cause and file and at
    /// most `MOST` per file.
    #[must_use]
    pub fn gathered(mut self) -> Self {
        self.gather(Diagnostic::cause);
        let mut files: BTreeMap<Option<RelPath>, Vec<Diagnostic>> = BTreeMap::new();
        for one in self.0 {
            files.entry(one.file.clone()).or_default().push(one);
        }
        let mut bounded: Self = files
            .into_iter()
            .flat_map(|(file, all)| match file {
                Some(file) => bound(&file, all),
                None => all,
            })
            .collect();
        bounded.sort();
        bounded
    }
}

/// Keeps at most [`MOST`] of a file's messages, the most severe first. The last
/// one says how many more there are.
fn bound(file: &RelPath, mut all: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if all.len() <= MOST {
        return all;
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.code.severity()));
    let rest = all.split_off(MOST - 1);
    let errors = rest
        .iter()
        .filter(|one| one.code.severity() >= Severity::Error);
    let more = Diagnostic::about(Code::MoreInFile, file)
        .with("count", rest.len())
        .with("errors", errors.count());
    all.push(more);
    all
}

/// The shape of a value: values of the same shape have the same cause. Every
/// digit, letter and space counts as the same, so `9/5/2026` and `10/15/2026`
/// have one shape.
fn shape(value: &str) -> String {
    let mut shape = String::new();
    for character in value.chars().filter(|c| !c.is_whitespace()).take(80) {
        let kind = match character {
            c if c.is_numeric() => '0',
            c if c.is_alphabetic() => 'a',
            c => c,
        };
        let runs = matches!(kind, '0' | 'a');
        if !(runs && shape.ends_with(kind)) {
            shape.push(kind);
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn at(line: usize) -> Place {
        Place {
            file: RelPath::new("students/ana/goals/reading.csv").unwrap(),
            span: Span::new(line, line),
        }
    }

    fn told(all: &Diagnostics) -> Vec<(Code, usize)> {
        all.iter().map(|one| (one.code, one.more.count)).collect()
    }

    #[test]
    fn one_cause_is_one_message() {
        let check = |values: &[(Code, &str)], expected: &[(Code, usize)]| {
            let all = values.iter().enumerate();
            let all = all.map(|(line, (code, found))| {
                Diagnostic::at(*code, &at(line))
                    .with("field", "value")
                    .with("found", *found)
            });
            let all: Diagnostics = all.collect();
            let once = all.gathered();
            assert_eq!(told(&once), expected, "{values:?}");
            assert_eq!(once.clone().gathered(), once, "{values:?} twice");
        };
        let (kind, day, person) = (Code::WrongType, Code::BadDate, Code::UnknownPerson);
        check(&[(kind, "sick")], &[(kind, 0)]);
        check(
            &[(kind, "sick"), (kind, "no school"), (kind, "ill")],
            &[(kind, 2)],
        );
        check(&[(kind, "sick"), (kind, "40%")], &[(kind, 0), (kind, 0)]);
        check(&[(day, "9/5/2026"), (day, "10/15/2026")], &[(day, 1)]);
        check(&[(day, "9/5/2026"), (day, "9.5.2026")], &[(day, 0); 2]);
        check(&[(kind, "a"), (day, "a")], &[(kind, 0), (day, 0)]);
        // Two different people are two causes.
        check(&[(person, "smith"), (person, "jones")], &[(person, 0); 2]);
        check(&[(person, "smith"), (person, "smith")], &[(person, 1)]);
        let forty: Vec<_> = (0..40).map(|_| (kind, "sick")).collect();
        check(&forty, &[(kind, 39)]);
    }

    #[test]
    fn no_file_brings_more_than_can_be_read() {
        let field = |line: usize| {
            Diagnostic::at(Code::UnknownField, &at(line)).with("field", format!("x{line}"))
        };
        let note = |line: usize| {
            Diagnostic::at(Code::ReadAs, &at(line)).with("found", "*".repeat(line + 1))
        };
        let check = |errors: usize, notes: usize, expected: &[(Code, usize)]| {
            let all = (0..notes).map(note).chain((0..errors).map(field));
            let all: Diagnostics = all.collect();
            let once = all.gathered();
            let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
            for one in once.iter() {
                *counts.entry(one.code).or_default() += 1;
            }
            assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected);
            assert_eq!(once.clone().gathered(), once);
        };
        check(20, 0, &[(Code::UnknownField, 20)]);
        let more = (Code::MoreInFile, 1);
        check(21, 0, &[more, (Code::UnknownField, 19)]);
        check(5001, 0, &[more, (Code::UnknownField, 19)]);
        // Notes never push out an error.
        check(2, 60, &[(Code::ReadAs, 17), more, (Code::UnknownField, 2)]);
    }
}
