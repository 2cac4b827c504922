//! Files with words: decoded, or left out with a reason.

use std::collections::BTreeMap;

use super::names::Kind;
use super::rejections::too_large;
use super::{copies, folded};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{
    Bytes, Decoded, MAX_PAGE_BYTES, Place, RelPath, Snapshot, SourceFile, Span, decode, hidden,
    is_cloud_placeholder, other_kind, other_text,
};

/// Takes a text in, if it is whole.
pub(super) fn take(
    path: &RelPath,
    bytes: &Bytes,
    into: &mut Vec<SourceFile>,
    diagnostics: &mut Diagnostics,
) {
    let bytes_are = bytes.len() as u64;
    if path.has_ending("md") && bytes_are > MAX_PAGE_BYTES {
        diagnostics.push(too_large(path, bytes_are));
        return;
    }
    if is_cloud_placeholder(bytes) {
        diagnostics.push(Diagnostic::about(Code::NotSynced, path));
        return;
    }
    let Some(decoded) = decoded(path, bytes, diagnostics) else {
        return;
    };
    if is_look_or_pack(path)
        && let Some((start, sign)) = hidden(&decoded.text)
    {
        let span = Span::new(start, start + sign.len_utf8());
        let file = path.clone();
        let fault = Diagnostic::at(Code::HiddenCharacters, &Place { file, span });
        diagnostics.push(fault.with("character", format!("U+{:04X}", u32::from(sign))));
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

/// Templates, styles and lists of words. Messages are looked at one by one, with
/// what stands in them as an escape.
fn is_look_or_pack(path: &RelPath) -> bool {
    let own = path.below("locales").or(path.below("themes"));
    own.is_some() && !path.has_ending("ftl")
}

/// The text of a file, if it is text and its letters are known.
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
    // A school's own look is made of web pages.
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

/// The program in which a file of this name is saved.
fn editor(path: &RelPath) -> &'static str {
    if path.is_sheet() { "excel" } else { "notepad" }
}

/// The number of the line in which a byte stands, whichever sign ends lines.
fn line_at(bytes: &[u8], offset: usize) -> f64 {
    let before = bytes.get(..offset).unwrap_or(bytes);
    let lines = |sign: u8| before.split(|byte| *byte == sign).count();
    let line = lines(b'\n').max(lines(b'\r'));
    f64::from(u32::try_from(line).unwrap_or(u32::MAX))
}

/// Where version control has written two versions into one text: the first of
/// its three signs.
fn merge_marker(text: &str) -> Option<Span> {
    let signs = ["<<<<<<<", "=======", ">>>>>>>"];
    let mut found = None;
    let mut next = signs.iter().peekable();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(sign) = next.peek()
            && line.starts_with(**sign)
        {
            let line = line.trim_end();
            found = found.or(Some(Span::new(start, start + line.len())));
            next.next();
        }
        start += line.len();
    }
    found.filter(|_| next.next().is_none())
}

/// What a file is, if it is not a copy of the one beside it.
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

/// Two files with one name for many computers and readers: which of them is
/// meant cannot be known.
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
