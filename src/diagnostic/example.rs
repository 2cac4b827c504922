//! Example arguments for messages that are shown before anything went wrong: by
//! `check --explain` and on the page that lists all codes.

use super::{Arg, Code, Diagnostic};
use crate::source::RelPath;

/// The example argument for codes that list none of their own.
const USUAL: &[&str] = &[
    "address=bats.md",
    "baseline=43",
    "better=reading-aloud",
    "choices=ortiz, park",
    "count=1",
    "date=2026-10-12",
    "days=14",
    "direction=increase",
    "editor=notepad",
    "example=target: 90",
    "expected=number",
    "field=target",
    "file=reading.es.yaml",
    "found=ortis",
    "goal=Reading aloud",
    "high=100",
    "key=2026-09-18",
    "language=es",
    "length=3",
    "line=12",
    "low=0",
    "minutes=30",
    "name=Sam",
    "nearest=ortiz",
    "other=ana",
    "place=below",
    "page=en/updates/index.html",
    "service=reading",
    "sign=;",
    "system=permission denied",
    "target=30",
    "today=2026-11-20",
    "what=goal",
    "words=index out of bounds",
];

/// One example per line: a code, then its arguments separated by `;`. A code
/// with several lines has several examples. Digits in quotation marks are text.
const OF_A_CODE: &str = include_str!("examples.txt");

/// Example diagnostics for this code: one, or one for each way its message can
/// begin. They have no position.
#[must_use]
pub fn examples(code: Code) -> Vec<Diagnostic> {
    let lines = OF_A_CODE.lines().filter_map(|line| line.split_once(' '));
    let own = lines.filter(|(number, _)| *number == code.number());
    let mut examples: Vec<Diagnostic> = own.map(|(_, values)| example(code, values)).collect();
    if examples.is_empty() {
        examples.push(example(code, ""));
    }
    examples
}

fn example(code: Code, values: &'static str) -> Diagnostic {
    let mut example = Diagnostic::new(code);
    let pairs = USUAL.iter().copied().chain(values.split(" ; "));
    for (name, value) in pairs.filter_map(|pair| pair.split_once('=')) {
        if name == "path" {
            example.file = RelPath::new(value);
        } else {
            let number = value.parse::<f64>().map(Arg::from);
            let number = number.unwrap_or_else(|_| Arg::from(value));
            // Digits in quotation marks are text, shown without separators.
            let text = value
                .strip_prefix('"')
                .and_then(|text| text.strip_suffix('"'));
            example = example.with(name, text.map_or(number, Arg::from));
        }
    }
    example
}
