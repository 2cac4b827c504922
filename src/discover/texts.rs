//! Files with words: decoded, or left out with a reason.

use std::collections::BTreeMap;

use super::names::Kind;
use super::{copies, folded};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Bytes, Place, RelPath, Snapshot, SourceFile, Span, decode, is_hollow};

/// Takes a text in, if it is whole.
pub(super) fn take(
    path: &RelPath,
    bytes: &Bytes,
    into: &mut Vec<SourceFile>,
    seen: &mut Diagnostics,
) {
    if is_hollow(bytes) {
        seen.push(Diagnostic::about(Code::NotSynced, path));
        return;
    }
    let decoded = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(bad) => {
            #[allow(
                clippy::cast_precision_loss,
                reason = "files are far smaller than 2^52 bytes"
            )]
            let offset = (bad.offset + 1) as f64;
            let fault = Diagnostic::about(Code::BadEncoding, path).with("offset", offset);
            seen.push(fault.with("byte", format!("{:02X}", bad.byte)));
            return;
        }
    };
    if decoded.text.trim().is_empty() {
        seen.push(Diagnostic::about(Code::EmptyFile, path));
        return;
    }
    if let Some(span) = merge_marker(&decoded.text) {
        let file = path.clone();
        seen.push(Diagnostic::at(Code::GitConflict, &Place { file, span }));
        return;
    }
    if let Some(name) = decoded.taken_for {
        seen.push(Diagnostic::about(Code::OldEncoding, path).with("encoding", name));
    }
    into.push(SourceFile {
        path: path.clone(),
        text: decoded.text.into(),
    });
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
    if !matches!(kind, Kind::Text | Kind::LeftOut(_)) {
        return kind;
    }
    let plains = copies::perhaps(path.file_name());
    let mut plains = plains.iter().filter_map(|plain| path.sibling(plain));
    let plain = plains.find(|plain| {
        let beside = snapshot.files.get(plain);
        let alike = beside.is_some_and(|other| copies::are_alike(bytes, other));
        alike && matches!(kind_of(plain), Kind::Text)
    });
    match plain {
        Some(plain) => {
            let fault = Diagnostic::about(Code::LooksLikeCopy, path);
            Kind::LeftOut(fault.with("other", plain.file_name()))
        }
        None => kind,
    }
}

/// Two files with one name for many computers and readers: which of them is
/// meant cannot be known.
pub(super) fn refuse_twins(files: &[SourceFile], seen: &mut Diagnostics) {
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
            seen.push(fault.with("name", twin.file_name()).with("other", other));
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
