//! Wraps sentences to the width of a terminal.

use std::ops::Range;

use clap::CommandFactory as _;
use textwrap::core::{Word, display_width};
use textwrap::{Options, WordSeparator, WordSplitter};

use super::args::Args;

/// Lines are never wrapped to fewer columns.
const SHORTEST: usize = 20;

/// Wraps `text` to `columns` (longer words stay whole). Indented text stays
/// indented, and a command stays on one line so that it can be copied.
pub(super) fn wrapped(text: &str, columns: usize) -> String {
    let columns = columns.max(SHORTEST);
    let line = |line: &str| {
        if display_width(line) <= columns {
            return line.to_owned();
        }
        let start = line.trim_start();
        let indent = line.get(..line.len() - start.len()).unwrap_or_default();
        let deeper = format!("{indent}  ");
        let following = if indent.is_empty() { "" } else { &deeper };
        let options = Options::new(columns)
            .initial_indent(indent)
            .subsequent_indent(following)
            .break_words(false)
            .word_splitter(WordSplitter::NoHyphenation)
            .word_separator(WordSeparator::Custom(words));
        textwrap::fill(start, options)
    };
    let lines: Vec<String> = text.split('\n').map(line).collect();
    lines.join("\n")
}

/// A table row as a list: the first cell, then each other cell with its column
/// heading.
pub(super) fn listed(head: &[String], cells: &[String], columns: usize) -> String {
    let named = head.iter().zip(cells).enumerate();
    let lines = named.filter(|(_, (_, cell))| !cell.is_empty());
    let lines = lines.map(|(index, (name, cell))| match index {
        0 => cell.clone(),
        _ => format!("  {name}: {cell}"),
    });
    let lines: Vec<String> = lines.collect();
    wrapped(&lines.join("\n"), columns)
}

/// Splits `line` into words; a command is one word.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let whole = commands(line);
    let spaces = line.match_indices(' ').map(|(at, _)| at + 1);
    let ends = spaces.filter(|at| !whole.iter().any(|one| one.start < *at && *at < one.end));
    let mut ends: Vec<usize> = ends.collect();
    ends.push(line.len());
    let mut start = 0;
    let words = ends.into_iter().filter_map(move |end| {
        let word = line.get(start..end).filter(|word| !word.is_empty());
        start = end;
        word.map(Word::from)
    });
    Box::new(words)
}

/// The ranges of `line` that are commands.
fn commands(line: &str) -> Vec<Range<usize>> {
    let program = "kinfolio ";
    let known = Args::command();
    let known = |rest: &str| {
        let name = rest.split([' ', '`']).next().unwrap_or_default();
        known.find_subcommand(name).is_some()
    };
    let found = line.match_indices(program).filter_map(|(at, _)| {
        let rest = line.get(at + program.len()..)?;
        let end = rest
            .char_indices()
            .find(|(at, c)| {
                let after = rest.get(at + c.len_utf8()..).unwrap_or_default();
                let stops =
                    matches!(c, '.' | ',' | ';' | ')') && !after.starts_with(|c: char| c != ' ');
                stops || matches!(c, '`' | '\n')
            })
            .map_or(rest.len(), |(at, _)| at);
        known(rest).then_some(at..at + program.len() + end)
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_commands_stay_whole() {
        let check = |text: &str, columns: usize, expected: &str| {
            assert_eq!(wrapped(text, columns), expected, "{text:?}");
        };
        check("one two three", 20, "one two three");
        check("one two three four five", 20, "one two three four\nfive");
        check(
            "one\n  two three four five six",
            20,
            "one\n  two three four\n    five six",
        );
        check("one two three", 3, "one two three");
        check(
            "students/ana/goals/reading-aloud.yaml",
            20,
            "students/ana/goals/reading-aloud.yaml",
        );
        // Color sequences take no columns; wide letters take two.
        check(
            "\u{1b}[1mone two three four\u{1b}[0m",
            20,
            "\u{1b}[1mone two three four\u{1b}[0m",
        );
        check("学 学 学 学 学 学 学 学", 20, "学 学 学 学 学 学 学\n学");
        check(
            "Now look at it: kinfolio serve --open our-school, and save.",
            30,
            "Now look at it:\nkinfolio serve --open our-school,\nand save.",
        );
        check(
            "`kinfolio check` shows the notes. kinfolio keeps them.",
            20,
            "`kinfolio check`\nshows the notes.\nkinfolio keeps them.",
        );
        check("", 20, "");
    }
}
