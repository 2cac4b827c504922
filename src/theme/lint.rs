//! What a school's own theme may hold: a style sheet that loads nothing and stays
//! inside its element. Templates are kinfolio's alone.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Place, SourceFile, Span};

/// Checks the school's own `files`, of which some belong to a theme.
pub(super) fn check(files: &[SourceFile], diagnostics: &mut Diagnostics) {
    for file in files {
        if file.path.has_ending("html") {
            let fault = Diagnostic::about(Code::LookUnsafe, &file.path);
            diagnostics.push(fault.with("problem", "template"));
        } else if file.path.has_ending("css")
            && file.path.below(super::FOLDER).is_some()
            && let Some((span, problem)) = style_fault(&file.text)
        {
            let at = Place {
                file: file.path.clone(),
                span,
            };
            let words = file.text.get(span.start..span.end).unwrap_or_default();
            let fault = Diagnostic::at(Code::LookUnsafe, &at).with("problem", problem);
            diagnostics.push(fault.with("found", words));
        }
    }
}

/// What in a style sheet would end it, or load something.
fn style_fault(text: &str) -> Option<(Span, &'static str)> {
    let lower = text.to_ascii_lowercase();
    let span = |at: usize, length: usize| Span::new(at, at + length);
    if let Some(at) = text.find('<') {
        return Some((span(at, 1), "tag"));
    }
    let fetches = [
        "@import",
        "image-set(",
        "expression(",
        "-moz-binding",
        "src(",
    ];
    if let Some((at, word)) = fetches
        .iter()
        .find_map(|word| Some((lower.find(word)?, word)))
    {
        return Some((span(at, word.len()), "fetch"));
    }
    // A backslash can spell any of these words.
    if let Some(at) = text.find('\\') {
        return Some((span(at, 1), "escape"));
    }
    let mut rest = lower.match_indices("url(");
    let far = rest.find(|(at, _)| {
        let address = lower.get(at + 4..).unwrap_or_default();
        let address = address.trim_start_matches(['"', '\'', ' ']);
        !address.starts_with("data:image/png") && !address.starts_with('#')
    });
    far.map(|(at, word)| (span(at, word.len()), "fetch"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_end_nothing_and_fetch_nothing() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(
                style_fault(text).map(|(_, problem)| problem),
                expected,
                "{text}"
            );
        };
        check("a > b { color: red }", None);
        check("a { background: url(data:image/png;base64,x) }", None);
        check("</style><script>", Some("tag"));
        check("@IMPORT 'x.css';", Some("fetch"));
        check(
            "a { background: URL( 'https://a.example/x') }",
            Some("fetch"),
        );
        check("a { background: u\\72l(https://a) }", Some("escape"));
        check("@font-face { src: url(//a.example) }", Some("fetch"));
    }
}
