//! What a school's own messages may contain: text, and the values that kinfolio
//! inserts. Nothing else.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;
use icu::plurals::{PluralRules, PluralRulesOptions};

use super::formats::locale;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Digits, Lang};
use crate::source::{self, Place, SourceFile, Span};

/// The longest message with everything it takes in, in bytes. The tool's own
/// stay below a tenth of it.
const LONGEST: usize = 20_000;
/// Values that every message may use: languages differ in what they have to
/// agree with.
const FREE: [&str; 5] = ["name", "pronoun", "month-number", "bound", "place"];
/// The classes into which languages sort numbers.
const CLASSES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A message as far as it can do harm or leave a gap.
#[derive(Default)]
struct Shape<'a> {
    words: Vec<&'a str>,
    values: BTreeSet<&'a str>,
    references: Vec<String>,
    calls: Vec<&'a str>,
    /// By the value that is asked: the answers that have words of their own.
    choices: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

type Shapes<'a> = BTreeMap<String, Shape<'a>>;

/// How deep braces may be nested. The parser needs stack space for each level, and
/// the program ends if the stack is full.
const MAX_DEPTH: usize = 12;

/// The first brace that is nested too deep.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut fresh) = (0_usize, false, true);
    for (at, sign) in text.char_indices() {
        // What begins at the margin is a new message, however the last one ended.
        if fresh && !matches!(sign, ' ' | '\n' | '}') {
            (depth, quoted) = (0, false);
        }
        fresh = sign == '\n';
        match sign {
            '\n' => quoted = false,
            '"' if depth > 0 => quoted = !quoted,
            _ if quoted => {}
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Some(at);
        }
    }
    None
}

/// Checks the school's `own` files of `lang`; `built_in` are kinfolio's files in
/// `lang` and in English.
pub(super) fn check(
    lang: &Lang,
    built_in: &[SourceFile],
    own: &[SourceFile],
    diagnostics: &mut Diagnostics,
) {
    let mut known = Shapes::new();
    // What comes later counts: the tool's own, then the school's.
    for file in built_in.iter().chain(own) {
        known.extend(shapes(&file.text));
    }
    let mut source = Shapes::new();
    for file in built_in
        .iter()
        .filter(|file| file.path.below("locales/en").is_some())
    {
        source.extend(shapes(&file.text));
    }
    let classes = classes(lang);
    for file in own.iter().filter(|file| file.path.has_ending("ftl")) {
        for (id, shape) in shapes(&file.text) {
            let looked = Looked {
                file,
                id: &id,
                shape: &shape,
            };
            let fault = looked.harm(&known, source.get(&id));
            let gap = || looked.gap(source.get(&id), &classes);
            if let Some(found) = fault.or_else(gap) {
                diagnostics.push(found);
            }
        }
    }
}

/// Classes of whole numbers and of others in `lang`.
fn classes(lang: &Lang) -> BTreeSet<&'static str> {
    let rules = locale(lang.as_str(), Digits::Western).and_then(|locale| {
        PluralRules::try_new((&locale).into(), PluralRulesOptions::default()).ok()
    });
    let Some(rules) = rules else {
        return BTreeSet::new();
    };
    let named: BTreeSet<String> = rules
        .categories()
        .map(|class| format!("{class:?}").to_lowercase())
        .collect();
    CLASSES
        .into_iter()
        .filter(|class| named.contains(*class))
        .collect()
}

struct Looked<'a> {
    file: &'a SourceFile,
    id: &'a str,
    shape: &'a Shape<'a>,
}

impl Looked<'_> {
    /// What a message must not contain.
    fn harm(&self, known: &Shapes, source: Option<&Shape>) -> Option<Diagnostic> {
        let shape = self.shape;
        if let Some((words, sign)) = shape
            .words
            .iter()
            .find_map(|words| Some((*words, hidden(words)?)))
        {
            let fault = self.fault(Code::PackUnsafe, "hidden", words);
            return Some(fault.with("found", format!("U+{:04X}", u32::from(sign))));
        }
        if let Some(words) = shape.words.iter().find(|words| has_markup(words)) {
            return Some(
                self.fault(Code::PackUnsafe, "markup", words)
                    .with("found", words.trim()),
            );
        }
        if let Some(name) = shape.calls.first() {
            return Some(
                self.fault(Code::PackUnsafe, "call", name)
                    .with("found", *name),
            );
        }
        let declared = |value: &&&str| {
            FREE.contains(*value) || source.is_none_or(|source| source.values.contains(**value))
        };
        if let Some(value) = shape.values.iter().find(|value| !declared(value)) {
            return Some(
                self.fault(Code::PackUnsafe, "value", value)
                    .with("found", *value),
            );
        }
        if let Some(name) = shape
            .references
            .iter()
            .find(|name| !known.contains_key(*name))
        {
            return Some(
                self.fault(Code::PackUnsafe, "reference", name)
                    .with("found", name.as_str()),
            );
        }
        let size = size(self.id, known, &mut Vec::new(), &mut BTreeMap::new());
        let problem = match size {
            None => "cycle",
            Some(size) if size > LONGEST => "long",
            Some(_) => return None,
        };
        Some(
            self.fault(Code::PackUnsafe, problem, self.id)
                .with("found", self.id),
        )
    }

    /// A choice for which the message has no text.
    fn gap(&self, source: Option<&Shape>, classes: &BTreeSet<&'static str>) -> Option<Diagnostic> {
        for (value, answers) in &self.shape.choices {
            let plural = answers
                .iter()
                .any(|answer| *answer != "other" && CLASSES.contains(answer));
            let wanted: BTreeSet<&str> = if plural {
                classes.iter().copied().collect()
            } else {
                let theirs = source.and_then(|source| source.choices.get(value));
                theirs.cloned().unwrap_or_else(|| answers.clone())
            };
            let numbers =
                |answer: &&&str| answer.parse::<f64>().is_err() && !CLASSES.contains(*answer);
            let missing = wanted
                .iter()
                .find(|answer| !answers.contains(**answer) && (plural || numbers(answer)));
            if let Some(missing) = missing {
                let fault = self.fault(Code::PackGap, "missing", value);
                return Some(fault.with("found", *missing).with("value", *value));
            }
            let strange = answers
                .iter()
                .find(|answer| !plural && numbers(answer) && !wanted.contains(**answer));
            if let Some(strange) = strange {
                let fault = self.fault(Code::PackGap, "strange", strange);
                return Some(fault.with("found", *strange).with("value", *value));
            }
        }
        None
    }

    /// A fault at `words`, which are in the file.
    fn fault(&self, code: Code, problem: &'static str, words: &str) -> Diagnostic {
        let text = &*self.file.text;
        let message = text
            .find(&format!("\n{} =", self.id))
            .map_or(0, |at| at + 1);
        let rest = text.get(message..).unwrap_or_default();
        let start = message + rest.find(words.trim_end()).unwrap_or(0);
        let line = words.trim_end().lines().next().unwrap_or_default();
        let at = Place {
            file: self.file.path.clone(),
            span: Span::new(start, (start + line.len()).min(text.len())),
        };
        Diagnostic::at(code, &at)
            .with("problem", problem)
            .with("message", self.id)
    }
}

fn shapes(text: &str) -> Shapes<'_> {
    let resource = parser::parse(text).unwrap_or_else(|(resource, _)| resource);
    let mut shapes = Shapes::new();
    for entry in resource.body {
        let (id, patterns) = match entry {
            Entry::Message(message) => {
                let own = message.value.into_iter();
                let attributes = message.attributes.into_iter().map(|one| one.value);
                (
                    message.id.name.to_owned(),
                    own.chain(attributes).collect::<Vec<_>>(),
                )
            }
            Entry::Term(term) => {
                let attributes = term.attributes.into_iter().map(|one| one.value);
                let own = std::iter::once(term.value);
                (
                    format!("-{}", term.id.name),
                    own.chain(attributes).collect(),
                )
            }
            _ => continue,
        };
        let shape = shapes.entry(id).or_default();
        for pattern in &patterns {
            take(shape, pattern);
        }
    }
    shapes
}

fn take<'a>(shape: &mut Shape<'a>, pattern: &Pattern<&'a str>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => shape.words.push(value),
            PatternElement::Placeable { expression } => take_expression(shape, expression),
        }
    }
}

fn take_expression<'a>(shape: &mut Shape<'a>, expression: &Expression<&'a str>) {
    match expression {
        Expression::Inline(inline) => take_inline(shape, inline),
        Expression::Select { selector, variants } => {
            take_inline(shape, selector);
            for variant in variants {
                if let InlineExpression::VariableReference { id } = selector {
                    let (VariantKey::Identifier { name }
                    | VariantKey::NumberLiteral { value: name }) = &variant.key;
                    shape.choices.entry(id.name).or_default().insert(name);
                }
                take(shape, &variant.value);
            }
        }
    }
}

fn take_inline<'a>(shape: &mut Shape<'a>, inline: &InlineExpression<&'a str>) {
    match inline {
        InlineExpression::StringLiteral { value } => shape.words.push(value),
        InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => {
            shape.values.insert(id.name);
        }
        InlineExpression::MessageReference { id, .. } => shape.references.push(id.name.to_owned()),
        InlineExpression::TermReference { id, .. } => {
            shape.references.push(format!("-{}", id.name));
        }
        InlineExpression::FunctionReference { id, .. } => shape.calls.push(id.name),
        InlineExpression::Placeable { expression } => take_expression(shape, expression),
    }
}

/// How many bytes a message can come to; `None` if it includes itself.
fn size<'a>(
    id: &'a str,
    known: &'a Shapes,
    open: &mut Vec<&'a str>,
    sizes: &mut BTreeMap<&'a str, usize>,
) -> Option<usize> {
    if let Some(size) = sizes.get(id) {
        return Some(*size);
    }
    if open.contains(&id) {
        return None;
    }
    let Some(shape) = known.get(id) else {
        return Some(0);
    };
    open.push(id);
    let mut whole: usize = shape.words.iter().map(|words| words.len()).sum();
    for name in &shape.references {
        whole = whole.saturating_add(size(name, known, open, sizes)?);
    }
    open.pop();
    sizes.insert(id, whole);
    Some(whole)
}

/// A tag or a comment of HTML. Bold is the one that messages may hold.
fn has_markup(words: &str) -> bool {
    let plain = unescaped(words).replace("<b>", "").replace("</b>", "");
    plain.contains('<')
}

/// A character that turns the words around it, or that no reader sees. A message
/// has no tabs and no line separators.
fn hidden(words: &str) -> Option<char> {
    let words = unescaped(words);
    let unwanted = |c: &char| *c == '\t' || source::is_line_separator(*c) || *c == '\u{FEFF}';
    let found = words.chars().find(unwanted);
    found.or_else(|| source::hidden(&words).map(|(_, found)| found))
}

/// Words in which `{"\u202E"}` is what it stands for.
fn unescaped(words: &str) -> Cow<'_, str> {
    unescape_unicode_to_string(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::RelPath;

    const SOURCE: &str = "done = { $count ->
    [one] One
   *[other] { $count }
 } of { $all }
plain = x
how = { $how ->
    [well] a
   *[not] b
 }
";

    fn check(own: &str, expected: &[(&str, &str)]) {
        let file = |lang: &str, text: &str| SourceFile {
            path: RelPath::new(&format!("locales/{lang}/a.ftl")).unwrap(),
            text: text.into(),
        };
        let mut diagnostics = Diagnostics::default();
        let (source, own_file) = ([file("en", SOURCE)], [file("ar", own)]);
        super::check(&Lang::new("ar"), &source, &own_file, &mut diagnostics);
        assert_eq!(
            diagnostics.iter().count(),
            expected.len(),
            "{own}: {diagnostics:?}"
        );
        for (one, (code, problem)) in diagnostics.iter().zip(expected) {
            let args = format!("{:?}", one.args);
            assert!(
                one.code.name() == *code && args.contains(problem),
                "{own}: {args}"
            );
        }
    }

    #[test]
    fn messages_are_words_and_nothing_else() {
        let harm = |own: &str, problem: &str| check(own, &[("pack-unsafe", problem)]);
        check(
            "plain = <b>fine</b> { plain-other }\nplain-other = y\n",
            &[],
        );
        harm(
            "plain = a <a href=\"https://x.example\">link</a>\n",
            "markup",
        );
        harm("plain = a <!-- b\n", "markup");
        harm("plain = { \"<script>\" }\n", "markup");
        harm("plain = { \"\\u003Cimg>\" }\n", "markup");
        harm("plain = a \u{202E} b\n", "hidden");
        harm("plain = { \"\\u202E\" }\n", "hidden");
        harm("plain = a \u{1b}[2J b\n", "hidden");
        harm("plain = { $birthday }\n", "value");
        harm("plain = { DATETIME($name) }\n", "call");
        harm("plain = { nothing }\n", "reference");
        harm("plain = { -nothing }\n", "reference");
        harm("plain = { plain }\n", "cycle");
        harm(&format!("plain = {}\n", "x".repeat(LONGEST + 1)), "long");
        let (ha, laughs) = ("ha ".repeat(700), "{ l0 }".repeat(10));
        harm(&format!("l0 = {ha}\nl1 = {laughs}\n"), "long");
    }

    #[test]
    fn gaps_in_choices_are_said() {
        let gap = |own: &str, problem: &str| check(own, &[("pack-gap", problem)]);
        gap(
            "done = { $count ->\n    [one] a\n   *[other] b\n } { $all }\n",
            "missing",
        );
        gap(
            "how = { $how ->\n    [good] a\n   *[not] b\n }\n",
            "missing",
        );
        gap(
            "how = { $how ->\n    [well] a\n    [good] a\n   *[not] b\n }\n",
            "strange",
        );
    }

    #[test]
    fn braces_stand_only_so_deep_in_each_other() {
        let check = |text: &str, expected: Option<usize>| assert_eq!(too_deep(text), expected);
        check("a = { $b -> \n   *[c] { \"{\" } }\nd = { e }\n", None);
        check(&"a = { b\n".repeat(40), None);
        check(&"{ ".repeat(40), Some(24));
    }
}
