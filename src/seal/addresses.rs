//! The addresses in a page, and where they lead when its site is sealed.

use super::root::{INDEX, SiteKeys};
use crate::render::Bundle;
use crate::source::RelPath;

/// The attributes that hold addresses in pages of kinfolio. Author text cannot contain
/// them: its quotes and angle brackets are escaped.
const BEFORE: [&str; 4] = [" href=\"", " src=\"", " srcset=\"", " content=\"0; url="];

/// The name of the file on the host for the page or picture at `path`.
pub(super) fn file_name(path: &RelPath, keys: &SiteKeys) -> String {
    let name = keys.name(path.as_str());
    let ending = if is_page(path) { "html" } else { "bin" };
    format!("{name}.{ending}")
}

pub(super) fn is_page(path: &RelPath) -> bool {
    path.as_str()
        .rsplit_once('.')
        .is_some_and(|(_, ending)| ending == "html")
}

/// `page`, which is at `path` in `bundle`, with addresses of sealed files.
pub(super) fn with_sealed_addresses(
    page: &str,
    path: &RelPath,
    bundle: &Bundle,
    keys: &SiteKeys,
) -> String {
    let sealed = |address: &str| {
        let (file, part) = match address.split_once('#') {
            Some((file, part)) => (file, Some(part)),
            None => (address, None),
        };
        let target = path.resolve(file, "").filter(|_| !file.is_empty())?;
        let name = bundle
            .contains_key(&target)
            .then(|| file_name(&target, keys))?;
        Some(part.map_or_else(|| name.clone(), |part| format!("{name}#{part}")))
    };
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, attribute, after)) = next_attribute(rest) {
        let (value, tail) = after.split_once('"').unwrap_or((after, ""));
        out.push_str(before);
        out.push_str(attribute);
        // A `srcset` has several addresses, each with a width behind it.
        for (number, one) in value.split(", ").enumerate() {
            let (address, width) = one.split_once(' ').unwrap_or((one, ""));
            let sealed = sealed(address);
            out.push_str(if number > 0 { ", " } else { "" });
            out.push_str(sealed.as_deref().unwrap_or(address));
            out.push_str(if width.is_empty() { "" } else { " " });
            out.push_str(width);
        }
        out.push('"');
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The text before the next attribute with an address, the attribute, and what follows.
fn next_attribute(text: &str) -> Option<(&str, &str, &str)> {
    let found = BEFORE
        .iter()
        .filter_map(|attribute| {
            let at = memchr::memmem::find(text.as_bytes(), attribute.as_bytes())?;
            Some((at, at + attribute.len()))
        })
        .min()?;
    let (at, end) = found;
    Some((text.get(..at)?, text.get(at..end)?, text.get(end..)?))
}

/// Whether a sealed page can have this file name.
#[must_use]
pub fn is_sealed_page(name: &str) -> bool {
    is_named(name, ".html")
}

/// Whether a sealed picture can have this file name.
#[must_use]
pub fn is_sealed_picture(name: &str) -> bool {
    is_named(name, ".bin")
}

fn is_named(name: &str, ending: &str) -> bool {
    let stem = name.strip_suffix(ending);
    stem.is_some_and(|stem| stem == INDEX || super::key::bytes_of(stem).is_some())
}
