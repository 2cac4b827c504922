//! Checks of Markdown text: no HTML, no links and images that lead nowhere.

use std::collections::BTreeMap;

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic, LinkedFile};
use crate::discover::Attachment;
use crate::parse::markdown::{Survey, Target, may_link, survey};
use crate::parse::{Group, RawFile};
use crate::source::{Place, RelPath, Span};

/// Checks the text of a file and of its translations. Returns what the original has, for
/// rules about its length.
pub(super) fn check(context: &Context, group: &Group, raw: &RawFile, folder: &Folder) -> Survey {
    for translation in group.translations.values() {
        check_one(context, translation, folder);
    }
    check_one(context, raw, folder)
}

/// The files that links and images may name.
pub(super) struct Folder<'a> {
    /// The folder of these files.
    pub(super) root: &'a str,
    /// Pictures and documents in it.
    pub(super) attachments: &'a BTreeMap<RelPath, Attachment>,
}

fn check_one(context: &Context, raw: &RawFile, folder: &Folder) -> Survey {
    let found = survey(raw.words());
    let place = |span: Span| raw.in_words(span);
    if let Some(first) = found.html.first() {
        let at = place(trimmed(raw.words(), *first));
        let tag = raw
            .words()
            .get(first.start..first.end)
            .unwrap_or_default()
            .trim()
            .lines()
            .next()
            .unwrap_or_default();
        let fault = Diagnostic::at(Code::RawHtml, &at)
            .with("tag", tag)
            .with("count", found.html.len());
        context.report(fault);
    }
    for link in &found.links {
        check_link(context, &raw.path, link, folder, &place(link.span));
    }
    for image in &found.images {
        check_image(context, &raw.path, image, folder, &place(image.span));
    }
    found
}

fn trimmed(text: &str, span: Span) -> Span {
    let written = text.get(span.start..span.end).unwrap_or_default();
    Span::new(span.start, span.start + written.trim_end().len())
}

fn check_link(context: &Context, from: &RelPath, link: &Target, folder: &Folder, at: &Place) {
    let address = link.address.trim();
    if may_link(address) {
        return;
    }
    let fault = |code| Diagnostic::at(code, at).with("address", address);
    if scheme(address).is_some() {
        context.report(fault(Code::LinkScheme));
        return;
    }
    // Attachments are not published yet, so a relative link can lead nowhere.
    let inside = from.resolve(address.split('#').next().unwrap_or_default(), folder.root);
    let exists = inside.is_some_and(|path| folder.attachments.contains_key(&path));
    context.report(fault(Code::DeadLink).select(linked_file(exists)));
}

fn check_image(context: &Context, from: &RelPath, image: &Target, folder: &Folder, at: &Place) {
    let address = image.address.trim();
    if scheme(address).is_some() || address.starts_with("//") {
        context.report(Diagnostic::at(Code::RemoteImage, at).with("address", address));
        return;
    }
    let inside = from.resolve(address, folder.root);
    let exists = inside.is_some_and(|path| folder.attachments.contains_key(&path));
    let fault = Diagnostic::at(Code::DeadLink, at).with("address", address);
    context.report(fault.select(linked_file(exists)));
}

fn linked_file(exists: bool) -> LinkedFile {
    if exists {
        LinkedFile::Exists
    } else {
        LinkedFile::Gone
    }
}

/// The scheme of an address as browsers find it: they skip control characters and
/// spaces inside it.
fn scheme(address: &str) -> Option<String> {
    let shown: String = address
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let (before, _) = shown.split_once(':')?;
    let name = !before.is_empty()
        && before.starts_with(|c: char| c.is_ascii_alphabetic())
        && before
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    name.then(|| before.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_cannot_hide() {
        let check = |address: &str, expected: Option<&str>| {
            assert_eq!(scheme(address).as_deref(), expected, "{address:?}");
        };
        check("JaVaScript:alert(1)", Some("javascript"));
        check("java\tscript:alert(1)", Some("javascript"));
        check(" javascript:x", Some("javascript"));
        check("data:text/html,x", Some("data"));
        check("files/a:b.jpg", None);
        check("a.jpg", None);
    }
}
