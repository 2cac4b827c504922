//! What opens sealed pages in a browser: the same script and style in every file.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use super::{built_in, squeeze};

/// The script and the style of the screen in front of sealed pages, and the content policy
/// that allows these two and nothing else.
pub(super) struct Opener {
    pub(super) script: String,
    pub(super) style: String,
    pub(super) policy: String,
}

impl Opener {
    pub(super) fn new() -> Self {
        let script = without_comments(built_in("opener/opener.js"));
        let style = squeeze(built_in("opener/opener.css"));
        let hash = |text: &str| BASE64.encode(&Sha256::digest(text));
        let policy = format!(
            "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; \
             img-src blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'; trusted-types kinfolio",
            hash(&script),
            hash(&style)
        );
        Self {
            script,
            style,
            policy,
        }
    }
}

/// The script as phones get it: without lines that are comments, and without the spaces at
/// the start of a line.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    let mut short = String::with_capacity(script.len());
    for line in lines {
        short.push_str(line);
        short.push('\n');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_loses_only_what_a_browser_skips() {
        let check = |script: &str, expected: &str| assert_eq!(without_comments(script), expected);
        check(
            "// why\n  let a = 1;\n\n  // and\nb(a);",
            "let a = 1;\nb(a);\n",
        );
        check("let a = 'x // y';", "let a = 'x // y';\n");
    }

    #[test]
    fn the_script_is_small_and_stays_in_its_element() {
        let opener = Opener::new();
        for text in [&opener.script, &opener.style] {
            assert!(!text.contains("</") && !text.contains("<!--"));
        }
        assert!(opener.script.len() < 24_000, "{}", opener.script.len());
        assert!(opener.style.len() < 3_000, "{}", opener.style.len());
    }
}
