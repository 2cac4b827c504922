//! Headers for hosts of static files that read a `_headers` file: Netlify, Cloudflare
//! Pages. They cannot ask who is reading.

use std::fmt::Write as _;

use super::{ASK, HEADERS, HTTPS_ONLY, Rules, comment};

/// The file, for the top folder of what is published.
pub(super) const FILE: &str = "_headers";

pub(super) fn rules(rules: &Rules) -> String {
    let mut text = comment(&rules.words.head, "");
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{}*", rules.url.as_str());
    for (name, value) in HEADERS.into_iter().chain([("Cache-Control", ASK)]) {
        let _ = writeln!(text, "  {name}: {value}");
    }
    let (name, value) = HTTPS_ONLY;
    text.push_str(&comment(&rules.words.https, "  "));
    let _ = writeln!(text, "  # {name}: {value}");
    text
}
