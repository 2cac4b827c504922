//! What a school's own look may say. Templates place words that the tool has
//! made ready; they compute nothing, open nothing, and always end.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Place, SourceFile, Span};

/// What may stand first in a `{% … %}`.
const STATEMENTS: [&str; 12] = [
    "block",
    "endblock",
    "component",
    "endcomponent",
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "extends",
    "include",
];
/// What may follow a `|`.
const FILTERS: [&str; 5] = ["words", "plain", "prose", "tel", "length"];
/// How many loops may stand in each other. The built-in templates need three.
const MAX_LOOPS: usize = 4;

/// One `{{ … }}` or `{% … %}` and where it stands.
struct Tag<'a> {
    inside: &'a str,
    span: Span,
    statement: bool,
}

/// Looks at the school's own `files` of a look.
pub(super) fn check(files: &[SourceFile], diagnostics: &mut Diagnostics) {
    for file in files {
        let found = if file.path.has_ending("css") {
            style_fault(&file.text)
        } else {
            template_fault(&file.text)
        };
        if let Some((span, problem)) = found {
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

/// The name of a component that calls itself, by way of others too.
pub(super) fn circle(templates: &[(String, String)]) -> Option<String> {
    let mut calls: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, text) in templates {
        let mut inside = format!("\"{name}\"");
        for tag in tags(text) {
            if let Some(own) = tag.inside.strip_prefix("component ") {
                own.split('(')
                    .next()
                    .unwrap_or_default()
                    .trim()
                    .clone_into(&mut inside);
            } else if tag.inside.starts_with("endcomponent") {
                inside = format!("\"{name}\"");
            } else if let Some(called) = called(&tag) {
                calls.entry(inside.clone()).or_default().insert(called);
            }
        }
    }
    // What calls nothing that is left cannot be in a circle.
    loop {
        let done: Vec<String> = calls
            .iter()
            .filter(|(_, called)| called.iter().all(|name| !calls.contains_key(name)))
            .map(|(name, _)| name.clone())
            .collect();
        if done.is_empty() {
            return calls.into_keys().next();
        }
        calls.retain(|name, _| !done.contains(name));
    }
}

fn called(tag: &Tag) -> Option<String> {
    if let Some(name) = tag.inside.strip_prefix("include ") {
        return Some(name.trim().replace('\'', "\""));
    }
    let name = tag.inside.strip_prefix('<')?;
    let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
    Some(name.get(..end.unwrap_or(name.len()))?.to_owned())
}

fn template_fault(text: &str) -> Option<(Span, &'static str)> {
    let mut loops = 0_usize;
    for tag in tags(text) {
        let first = tag.inside.split_whitespace().next().unwrap_or_default();
        if tag.statement && !STATEMENTS.contains(&first) && !first.starts_with('<') {
            return Some((tag.span, "statement"));
        }
        match first {
            "for" => loops += 1,
            "endfor" => loops = loops.saturating_sub(1),
            _ => {}
        }
        if loops > MAX_LOOPS {
            return Some((tag.span, "loops"));
        }
        if let Some(problem) = expression_fault(tag.inside, first == "component") {
            return Some((tag.span, problem));
        }
    }
    None
}

/// What an expression may not hold outside its quotes: another filter, a
/// function, words put together, numbers computed.
fn expression_fault(inside: &str, component: bool) -> Option<&'static str> {
    let plain: String = inside.split('"').step_by(2).collect::<Vec<_>>().join("\"");
    let plain = plain.split('\'').step_by(2).collect::<Vec<_>>().join("'");
    let named = |part: &str| {
        let name = part.trim_start();
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
        name.get(..end.unwrap_or(name.len()))
            .is_some_and(|name| FILTERS.contains(&name))
    };
    if !plain.replace("||", "").split('|').skip(1).all(named) {
        return Some("filter");
    }
    if !component && plain.contains('(') {
        return Some("call");
    }
    plain.contains(['~', '*', '+', '%', '`']).then_some("sum")
}

fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('{')) {
        let start = at + found;
        let rest = text.get(start..).unwrap_or_default();
        let (close, statement) = match rest.as_bytes().get(1) {
            Some(b'{') => ("}}", false),
            Some(b'%') => ("%}", true),
            Some(b'#') => {
                at = rest.find("#}").map_or(text.len(), |end| start + end + 2);
                continue;
            }
            _ => {
                at = start + 1;
                continue;
            }
        };
        let end = end_of(rest, close);
        let inside = rest.get(2..end).unwrap_or_default();
        let inside = inside.trim_matches('-').trim();
        let whole = (end + 2).min(rest.len());
        tags.push(Tag {
            inside,
            span: Span::new(start, start + whole),
            statement,
        });
        at = start + whole;
    }
    tags
}

/// Where the tag ends: quotes are minded.
fn end_of(rest: &str, close: &str) -> usize {
    let mut quote = None;
    for (at, sign) in rest.char_indices().skip(2) {
        match (quote, sign) {
            (None, '"' | '\'' | '`') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            (None, _) if rest.get(at..).is_some_and(|rest| rest.starts_with(close)) => return at,
            _ => {}
        }
    }
    rest.len()
}

/// What in a style sheet would end it, or fetch something.
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
    fn templates_only_place_words() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(
                template_fault(text).map(|(_, problem)| problem),
                expected,
                "{text}"
            );
        };
        check(
            "<p>{{ a.b | words }}{% if a and b != c -%}x{% endif %}</p>",
            None,
        );
        check("{{ <dot at={a.b} n=\"x + y | z\" /> }}", None);
        check(
            "{% component dot(at, n: integer) %}{% endcomponent dot %}",
            None,
        );
        check("{# {{ a | safe }} #}", None);
        check("{{ a | safe }}", Some("filter"));
        check("{{ a|safe }}", Some("filter"));
        check("{{ a | words | safe }}", Some("filter"));
        check("{{ a | replace(from=\"x\", to=\"y\") }}", Some("filter"));
        check("{% for a in range(end=100000) %}{% endfor %}", Some("call"));
        check("{{ get_env(name=\"HOME\") }}", Some("call"));
        check("{{ throw(message=\"x\") }}", Some("call"));
        check("{% set a = b ~ b %}", Some("statement"));
        check("{% set_global a = 1 %}", Some("statement"));
        check("{% raw %}", Some("statement"));
        check("{% filter safe %}", Some("statement"));
        check("{{ a ~ b }}", Some("sum"));
        check("{{ 7 * 7 }}", Some("sum"));
        check(&"{% for a in b %}".repeat(5), Some("loops"));
    }

    #[test]
    fn components_that_call_each_other_are_found() {
        let check = |texts: &[&str], expected: Option<&str>| {
            let named = texts.iter().enumerate();
            let named: Vec<(String, String)> = named
                .map(|(n, text)| (format!("{n}.html"), (*text).to_owned()))
                .collect();
            assert_eq!(circle(&named).as_deref(), expected, "{texts:?}");
        };
        check(
            &[
                "{% component a() %}{{ <b /> }}{% endcomponent a %}",
                "{% component b() %}x{% endcomponent b %}{{ <a /> }}",
            ],
            None,
        );
        check(
            &["{% component a() %}{{ <a /> }}{{ <a /> }}{% endcomponent a %}"],
            Some("a"),
        );
        check(
            &[
                "{% component a() %}{{ <b /> }}{% endcomponent a %}",
                "{% component b() %}{{ <a /> }}{% endcomponent b %}",
            ],
            Some("a"),
        );
        check(
            &["{% include \"1.html\" %}", "{% include \"0.html\" %}"],
            Some("\"0.html\""),
        );
    }

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
