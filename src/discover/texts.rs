//! Text files: decoded, or left out with a diagnostic.

use std::collections::BTreeMap;

use super::names::Kind;
use super::rejections::too_large;
use super::{copies, folded};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{
    Bytes, Decoded, MAX_PAGE_BYTES, Place, RelPath, Snapshot, SourceFile, Span, decode, hidden,
    is_cloud_placeholder, other_kind, other_text,
};

/// Decodes a text file into `into`, unless it is broken.
pub(super) fn take(
    path: &RelPath,
    bytes: &Bytes,
    into: &mut Vec<SourceFile>,
    diagnostics: &mut Diagnostics,
) {
    let length = bytes.len() as u64;
    if path.has_ending("md") && length > MAX_PAGE_BYTES {
        diagnostics.push(too_large(path, length));
        return;
    }
    if is_cloud_placeholder(bytes) {
        diagnostics.push(Diagnostic::about(Code::NotSynced, path));
        return;
    }
    let Some(decoded) = decoded(path, bytes, diagnostics) else {
        return;
    };
    if is_of_theme_or_pack(path)
        && let Some((start, character)) = hidden(&decoded.text)
    {
        let span = Span::new(start, start + character.len_utf8());
        let file = path.clone();
        let fault = Diagnostic::at(Code::HiddenCharacters, &Place { file, span });
        diagnostics.push(fault.with("character", format!("U+{:04X}", u32::from(character))));
    }
    if decoded.text.trim().is_empty() {
        diagnostics.push(Diagnostic::about(Code::EmptyFile, path));
        return;
    }
    if let Some(span) = merge_marker(&decoded.text) {
        let file = path.clone();
        diagnostics.push(Diagnostic::at(Code::GitConflict, &Place { file, span }));
        return;
    }
    if let Some(name) = decoded.taken_for {
        let note = Diagnostic::about(Code::OldEncoding, path).with("encoding", name);
        diagnostics.push(note.with("editor", editor(path)));
    }
    if let Some(read) = decoded.garbled {
        let note = Diagnostic::about(Code::GarbledMended, path);
        diagnostics.push(
            note.with("found", read.found)
                .with("read", read.read.unwrap_or_default()),
        );
    }
    into.push(SourceFile {
        path: path.clone(),
        text: decoded.text.into(),
    });
}

/// Whether this is a template, a style sheet or a word list. Messages are checked
/// elsewhere, one by one and with their escapes resolved.
fn is_of_theme_or_pack(path: &RelPath) -> bool {
    let own = path.below("locales").or(path.below("themes"));
    own.is_some() && !path.has_ending("ftl")
}

/// The text of a file. Returns `None`, with a diagnostic, if it is not text or its
/// encoding is unknown.
fn decoded(path: &RelPath, bytes: &Bytes, diagnostics: &mut Diagnostics) -> Option<Decoded> {
    let not_text = |kind: &'static str| {
        let fault = Diagnostic::about(Code::NotPlainText, path).with("kind", kind);
        fault.with("file", path.file_name())
    };
    if let Some(kind) = other_kind(bytes) {
        diagnostics.push(not_text(kind));
        return None;
    }
    let mut decoded = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(bad) => {
            let problem = if bad.byte == 0 { "zero" } else { "letters" };
            let fault = Diagnostic::about(Code::BadEncoding, path).with("problem", problem);
            let fault = fault.with("line", line_at(bytes, bad.offset));
            let fault = fault.with("editor", editor(path));
            diagnostics.push(fault.with("byte", format!("{:02X}", bad.byte)));
            return None;
        }
    };
    // Themes are web pages, which is no mistake there.
    let endings = ["md", "yaml", "yml", "csv", "tsv"];
    if !endings.iter().any(|ending| path.has_ending(ending)) {
        decoded.garbled = None;
        return Some(decoded);
    }
    if let Some(kind) = other_text(&decoded.text) {
        diagnostics.push(not_text(kind));
        return None;
    }
    if let Some(garbled) = decoded.garbled.as_ref().filter(|one| one.read.is_none()) {
        let fault = Diagnostic::about(Code::Garbled, path).with("found", garbled.found.as_str());
        diagnostics.push(fault.with("editor", editor(path)));
        return None;
    }
    Some(decoded)
}

/// The program in which a file of this name is usually saved.
fn editor(path: &RelPath) -> &'static str {
    if path.is_sheet() { "excel" } else { "notepad" }
}

/// The number of the line with a byte, whichever characters end lines.
fn line_at(bytes: &[u8], offset: usize) -> f64 {
    let before = bytes.get(..offset).unwrap_or(bytes);
    let lines = |end: u8| before.split(|byte| *byte == end).count();
    let line = lines(b'\n').max(lines(b'\r'));
    f64::from(u32::try_from(line).unwrap_or(u32::MAX))
}

/// The first marker of a merge conflict that version control has left in a text.
/// Returns `None` unless all three markers are there, in order.
fn merge_marker(text: &str) -> Option<Span> {
    let markers = ["<<<<<<<", "=======", ">>>>>>>"];
    let mut found = None;
    let mut next = markers.iter().peekable();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(marker) = next.peek()
            && line.starts_with(**marker)
        {
            let line = line.trim_end();
            found = found.or(Some(Span::new(start, start + line.len())));
            next.next();
        }
        start += line.len();
    }
    found.filter(|_| next.next().is_none())
}

/// The kind of a file: [`Kind::Copy`] if it is a copy of another one in the same
/// folder, else `kind`.
pub(super) fn unless_copied(
    kind: Kind,
    path: &RelPath,
    bytes: &[u8],
    snapshot: &Snapshot,
    kind_of: &impl Fn(&RelPath) -> Kind,
) -> Kind {
    if !matches!(kind, Kind::Text | Kind::Unknown(_) | Kind::BadName { .. }) {
        return kind;
    }
    let plains = copies::perhaps(path.file_name());
    let mut plains = plains.iter().filter_map(|plain| path.sibling(plain));
    let plain = plains.find(|plain| {
        let beside = snapshot.files.get(plain);
        let alike = beside.is_some_and(|other| copies::are_alike(bytes, other));
        alike && matches!(kind_of(plain), Kind::Text)
    });
    plain.map_or(kind, Kind::Copy)
}

/// Reports files whose names differ in case only. Many computers take them for the
/// same file, and kinfolio cannot tell which is meant.
pub(super) fn refuse_twins(files: &[SourceFile], diagnostics: &mut Diagnostics) {
    let mut names: BTreeMap<String, Vec<&RelPath>> = BTreeMap::new();
    for file in files {
        let name = folded(file.path.as_str());
        names.entry(name).or_default().push(&file.path);
    }
    for twins in names.values().filter(|twins| twins.len() > 1) {
        for twin in twins {
            let other = twins.iter().find(|other| other != &twin);
            let other = other.map_or("", |other| other.file_name());
            let fault = Diagnostic::about(Code::FilesClash, twin);
            diagnostics.push(fault.with("name", twin.file_name()).with("other", other));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_signs_of_two_versions_are_wanted() {
        let check = |text: &str, expected: Option<&str>| {
            let found = merge_marker(text).and_then(|span| text.get(span.start..span.end));
            assert_eq!(found, expected, "{text}");
        };
        let both = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> home\n";
        check(both, Some("<<<<<<< HEAD"));
        check("Bats\n=======\n\nThey fly.\n", None);
        check("<<<<<<< a lot\n", None);
        check(">>>>>>> \n=======\n<<<<<<< \n", None);
    }
}
