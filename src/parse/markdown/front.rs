//! Finds the block of facts of a text: between two lines of hyphens, or of what other
//! programs make of hyphens. A family would read facts outside such a block as text, so
//! they are an error.

use super::blocks::{field, is_only_a_fact};
use super::line::{Line, lines, unpadded};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::schema::{Kind, kind_of_text};
use crate::source::{Place, RelPath, Span, is_zero_width};

/// The parts of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Front {
    /// The facts.
    pub(super) facts: Option<Span>,
    /// The text without the facts.
    pub(super) body: Span,
}

/// Finds the facts and the text of `text`. Reports an error if the parts are not certain,
/// and a note for everything else that is not as the documents say.
pub(super) fn find(file: &RelPath, text: &str, diagnostics: &mut Diagnostics) -> Front {
    let lines: Vec<Line> = lines(text).collect();
    let finder = Finder {
        file,
        text,
        kind: kind_of_text(file),
        lines,
    };
    finder.find(diagnostics)
}

struct Finder<'a> {
    file: &'a RelPath,
    text: &'a str,
    kind: &'static Kind,
    lines: Vec<Line<'a>>,
}

/// A line that is `---`, or may be meant as `---`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fence {
    /// Three hyphens.
    Exact,
    /// What a program or a person makes of them.
    Meant,
    /// The first or the last line of a code block.
    Code,
}

impl Finder<'_> {
    fn find(&self, diagnostics: &mut Diagnostics) -> Front {
        let whole = |from: usize| Front {
            facts: None,
            body: Span::new(from, self.text.len()),
        };
        let Some(top) = self.next_words(0) else {
            return whole(0);
        };
        let mut open = top;
        let wrapped = self.fence(top) == Some(Fence::Code);
        if wrapped
            && let Some(next) = self.next_words(top + 1)
            && self.fence(next).is_some_and(|fence| fence != Fence::Code)
        {
            open = next;
        }
        let Some(fence) = self.fence(open) else {
            self.refuse_facts(0, diagnostics);
            return whole(0);
        };
        let Some(close) = self.end_of(open, fence) else {
            if fence == Fence::Exact || self.is_fact(open + 1) {
                let at = self.place(open, open);
                diagnostics.push(Diagnostic::at(Code::FrontMatterOpen, &at));
            } else {
                self.refuse_facts(0, diagnostics);
            }
            return whole(0);
        };
        self.note_fences(&[top, open, close], diagnostics);
        let start = self.after(open);
        let body = self.body(close, wrapped && open != top, diagnostics);
        let end = self.lines.get(close).map_or(start, |line| line.start);
        Front {
            facts: Some(Span::new(start, end)),
            body,
        }
    }

    /// The text after the block that ends in line `close`.
    fn body(&self, close: usize, wrapped: bool, diagnostics: &mut Diagnostics) -> Span {
        let mut from = close + 1;
        let mut end = self.text.len();
        if wrapped {
            // A code block around the facts, or around the whole text.
            let next = self.next_words(from);
            if let Some(next) = next.filter(|next| self.fence(*next) == Some(Fence::Code)) {
                from = next + 1;
            } else if let Some(last) = self.last_words().filter(|last| *last > close)
                && self.fence(last) == Some(Fence::Code)
            {
                end = self.lines.get(last).map_or(end, |line| line.start);
            }
        }
        if let Some(next) = self.next_words(from)
            && matches!(self.fence(next), Some(Fence::Exact | Fence::Meant))
            && !self.is_fact(next + 1)
        {
            let at = self.place(next, next);
            diagnostics.push(Diagnostic::at(Code::BlockClosedTwice, &at));
            from = next + 1;
        }
        self.refuse_facts(from, diagnostics);
        let start = self.lines.get(from).map_or(end, |line| line.start);
        Span::new(start.min(end), end)
    }

    /// The line that ends the block which line `open` begins.
    fn end_of(&self, open: usize, fence: Fence) -> Option<usize> {
        let exact = |index: &usize| self.fence(*index) == Some(Fence::Exact);
        let any = |index: &usize| self.fence(*index).is_some();
        let rest = open + 1..self.lines.len();
        let first = rest.clone().find(any)?;
        let facts = open + 1..first;
        if self.fence(first) == Some(Fence::Exact) && fence == Fence::Exact {
            return Some(first);
        }
        // A misspelled name is no sentence either.
        let known = facts.clone().any(|index| self.is_fact(index))
            || self.is_dashed(open) && self.is_dashed(first) && self.are_names(facts.clone());
        let only_facts = facts.clone().all(|index| self.could_be_fact(index));
        if known && only_facts {
            return Some(first);
        }
        // Correct facts may have lines of dashes among them.
        rest.into_iter()
            .find(exact)
            .filter(|_| fence == Fence::Exact)
    }

    fn fence(&self, index: usize) -> Option<Fence> {
        fence(self.lines.get(index)?.text)
    }

    fn fact(&self, index: usize) -> Option<(&'static str, &str)> {
        let (name, value) = named(self.lines.get(index)?.text)?;
        Some((field(self.kind, name)?, value))
    }

    fn is_fact(&self, index: usize) -> bool {
        self.fact(index).is_some()
    }

    /// Whether a line may be among facts.
    fn could_be_fact(&self, index: usize) -> bool {
        let Some(line) = self.lines.get(index) else {
            return false;
        };
        let text = line.text;
        unpadded(text).is_empty()
            || text.starts_with([' ', '\t', '\u{a0}', '-', '#', ']', '}', '•'])
            || named(text).is_some()
    }

    fn is_dashed(&self, index: usize) -> bool {
        let line = self.lines.get(index);
        line.is_some_and(|line| unpadded(line.text).chars().all(is_dash))
    }

    /// Whether every line has a name in lower case, as facts do.
    fn are_names(&self, mut range: std::ops::Range<usize>) -> bool {
        let small = |name: &str| name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        !range.is_empty()
            && range.all(|index| {
                let line = self.lines.get(index);
                let name = line.and_then(|line| named(line.text));
                name.is_some_and(|(name, _)| small(name))
            })
    }

    fn is_blank(&self, index: usize) -> bool {
        let line = self.lines.get(index);
        line.is_some_and(|line| unpadded(line.text).is_empty())
    }

    fn next_words(&self, from: usize) -> Option<usize> {
        (from..self.lines.len()).find(|index| !self.is_blank(*index))
    }

    fn last_words(&self) -> Option<usize> {
        (0..self.lines.len())
            .rev()
            .find(|index| !self.is_blank(*index))
    }

    fn after(&self, index: usize) -> usize {
        let next = self.lines.get(index + 1);
        next.map_or(self.text.len(), |line| line.start)
    }

    fn place(&self, first: usize, last: usize) -> Place {
        let start = self.lines.get(first).map_or(0, |line| line.start);
        let end = self
            .lines
            .get(last)
            .map_or(start, |line| line.start + line.text.trim_end().len());
        Place {
            file: self.file.clone(),
            span: Span::new(start, end),
        }
    }

    fn note_fences(&self, fences: &[usize], diagnostics: &mut Diagnostics) {
        let mut said: Vec<&str> = Vec::new();
        for index in fences {
            let Some(line) = self.lines.get(*index) else {
                continue;
            };
            let written = unpadded(line.text);
            let as_it_should = self.fence(*index) == Some(Fence::Exact);
            if as_it_should || said.contains(&written) {
                continue;
            }
            said.push(written);
            let at = self.place(*index, *index);
            let note = Diagnostic::at(Code::ReadAs, &at).with("found", written);
            diagnostics.push(note.with("read", "---"));
        }
    }

    /// Reports the first facts from line `from` on that families would read as text.
    fn refuse_facts(&self, from: usize, diagnostics: &mut Diagnostics) {
        let top = self.next_words(from);
        let mut index = from;
        while index < self.lines.len() {
            if !self.is_fact(index) {
                index += 1;
                continue;
            }
            let end = self.end_of_run(index);
            if self.are_facts(index, end, Some(index) == top) {
                diagnostics.push(self.facts_as_text(index, end, top == Some(index) && from == 0));
                return;
            }
            index = end;
        }
    }

    /// The diagnostic about facts in lines `first` to `end`. At the top of the file it has a
    /// fix.
    fn facts_as_text(&self, first: usize, end: usize, at_top: bool) -> Diagnostic {
        let lines = (first..end).filter_map(|index| self.lines.get(index));
        let lines: Vec<&str> = lines.map(|line| line.text.trim_end()).collect();
        let shown = |line: Option<&&str>| line.map_or("", |line| line.trim()).to_owned();
        let fault = Diagnostic::at(Code::FactsAsText, &self.place(first, end - 1))
            .with("first", shown(lines.first()))
            .with("last", shown(lines.last()));
        if !at_top {
            return fault;
        }
        let fence = self
            .next_words(end)
            .filter(|index| self.fence(*index).is_some());
        let instead = format!("---\n{}\n---", lines.join("\n"));
        fault.fix(&self.place(first, fence.unwrap_or(end - 1)), instead)
    }

    /// The end of the facts that begin at line `first`.
    fn end_of_run(&self, first: usize) -> usize {
        let mut rest = first + 1..self.lines.len();
        let belongs = |index: &usize| {
            !self.is_blank(*index) && self.fence(*index).is_none() && self.could_be_fact(*index)
        };
        rest.find(|index| !belongs(index))
            .unwrap_or(self.lines.len())
    }

    /// Whether the lines from `first` to `end` are facts and not sentences.
    fn are_facts(&self, first: usize, end: usize, at_top: bool) -> bool {
        let facts = || (first..end).filter_map(|index| Some((index, self.fact(index)?)));
        let count = facts().count();
        let structured = facts().any(|(index, (_, value))| self.is_structured(index, value));
        let strict = facts().any(|(_, (name, _))| is_only_a_fact(name));
        let before = (0..first).rev().find(|index| !self.is_blank(*index));
        let fenced = |index: Option<usize>| index.is_some_and(|index| self.fence(index).is_some());
        let (opened, closed) = (fenced(before), fenced(self.next_words(end)));
        if at_top {
            return count > 1 || closed || strict || structured;
        }
        opened && closed || structured && (strict || count > 1 || opened || closed)
    }

    /// Whether the value in line `index` can only be a fact.
    fn is_structured(&self, index: usize, value: &str) -> bool {
        let value = value.trim();
        let below = self.lines.get(index + 1).is_some_and(|line| {
            line.text.starts_with([' ', '\t', '-']) && !unpadded(line.text).is_empty()
        });
        let word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | ':');
        let begins_small = value.starts_with(|c: char| c.is_ascii_lowercase() || c.is_numeric());
        match value.chars().next() {
            None => below,
            Some('[' | '{') => true,
            Some(_) => begins_small && value.chars().all(word) && !value.ends_with('.'),
        }
    }
}

/// `name: value` at the start of a line.
fn named(line: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 20;
    let line = line.trim_start_matches(is_zero_width);
    let (name, value) = line.split_once([':', '：'])?;
    let letter = |c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '-' | ' ');
    let fits = name.len() <= LONGEST
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(letter);
    fits.then_some((name, value))
}

/// How a line is meant that may be `---`.
fn fence(line: &str) -> Option<Fence> {
    if line.trim_end() == "---" {
        return Some(Fence::Exact);
    }
    // An indented line belongs to a fact of several lines.
    if line.starts_with([' ', '\t']) {
        return None;
    }
    let words = unpadded(line);
    if let Some(rest) = words.strip_prefix("```").or(words.strip_prefix("~~~")) {
        let kinds = ["", "yaml", "yml", "md", "markdown", "text", "txt"];
        let kind = rest.trim().to_lowercase();
        return kinds.contains(&kind.as_str()).then_some(Fence::Code);
    }
    let signs: String = words
        .trim_start_matches('\\')
        .chars()
        .filter(|c| *c != ' ')
        .collect();
    let count = signs.chars().count();
    let first = signs.chars().next()?;
    let same = |least: usize| count >= least && signs.chars().all(|c| c == first);
    let dashes = signs.chars().all(is_dash) && (count > 1 || first != '-');
    let fits = match first {
        '+' | '_' | '*' | '=' | '~' | '.' => same(3),
        _ => dashes,
    };
    fits.then_some(Fence::Meant)
}

/// A hyphen, and what programs write instead.
fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' | '⸺' | '⸻' | '－'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> (Option<String>, String, Vec<&'static str>) {
        let mut diagnostics = Diagnostics::default();
        let front = find(&RelPath::new(path).unwrap(), text, &mut diagnostics);
        let part = |span: Span| text[span.start..span.end].to_owned();
        let codes = diagnostics.iter().map(|one| one.code.number()).collect();
        (front.facts.map(part), part(front.body), codes)
    }

    #[test]
    fn a_block_is_found_as_it_was_meant() {
        let check = |text: &str, facts: &str, body: &str, codes: &[&str]| {
            let expected = (Some(facts.to_owned()), body.to_owned(), codes.to_vec());
            assert_eq!(found("updates/2026-11-20.md", text), expected, "{text:?}");
        };
        check("---\nby: a\n---\nHi", "by: a\n", "Hi", &[]);
        check("\n\n---\nby: a\n---\nHi", "by: a\n", "Hi", &[]);
        check("\u{a0}\n---\nby: a\n---\nHi", "by: a\n", "Hi", &[]);
        check("—\nby: a\n—\nHi", "by: a\n", "Hi", &["K162"]);
        check("–\nby: a\n---\nHi", "by: a\n", "Hi", &["K162"]);
        check("--\nby: a\n--\nHi", "by: a\n", "Hi", &["K162"]);
        check("----\nby: a\n–––\nHi", "by: a\n", "Hi", &["K162", "K162"]);
        check("- - -\nby: a\n---\nHi", "by: a\n", "Hi", &["K162"]);
        check("\\---\nby: a\n\\---\nHi", "by: a\n", "Hi", &["K162"]);
        check("+++\nby: a\n+++\nHi", "by: a\n", "Hi", &["K162"]);
        check("***\nby: a\n***\nHi", "by: a\n", "Hi", &["K162"]);
        check("___\nby: a\n___\nHi", "by: a\n", "Hi", &["K162"]);
        check("---\nby: a\n—\nHi", "by: a\n", "Hi", &["K162"]);
        check(
            "```yaml\nby: a\n```\nHi",
            "by: a\n",
            "Hi",
            &["K162", "K162"],
        );
        check("```\n---\nby: a\n---\n```\nHi", "by: a\n", "Hi", &["K162"]);
        check(
            "```md\n---\nby: a\n---\nHi\n```\n",
            "by: a\n",
            "Hi\n",
            &["K162"],
        );
        check("---\nby: a\n---\n---\nHi", "by: a\n", "Hi", &["K171"]);
        check("—\nbye: a\n—\nHi", "bye: a\n", "Hi", &["K162"]);
        check("---\nnote: |\n  —\n---\nHi", "note: |\n  —\n", "Hi", &[]);
    }

    #[test]
    fn facts_are_never_words() {
        let check = |path: &str, text: &str, expected: &[&str]| {
            let (facts, _, codes) = found(path, text);
            assert_eq!((facts, codes.as_slice()), (None, expected), "{text:?}");
        };
        let update = "updates/2026-11-20.md";
        check(update, "by: ortiz\ngoals: [reading]\n---\nHi", &["K170"]);
        check(update, "by: ortiz\n---\nHi", &["K170"]);
        check(update, "by: ortiz\n\nHi", &["K170"]);
        check(update, "By: Ms. Ortiz\n\nHi", &["K170"]);
        check(update, "goals: [reading]\nHi", &["K170"]);
        check(update, "# This week\n---\nby: ortiz\n---\nHi", &["K170"]);
        check(update, "Hi\n\n---\nby: ortiz\n---\n", &["K170"]);
        check(update, "Hi\n\n—\nby: ortiz\n—\n", &["K170"]);
        check(update, "Hi\nby: ortiz\n", &["K170"]);
        check(update, "# Week\n```yaml\nby: ortiz\n```\n", &["K170"]);
        check(update, "---\nby: ortiz\n\nHi", &["K107"]);
        check(update, "—\nby: ortiz\n\nHi", &["K107"]);
        let review = "reviews/2026-11-20.md";
        check(review, "kind: formal\npresent: [a]\n---\nHi", &["K170"]);
        check("reviews/a.es.md", "translation: machine\nHola", &["K170"]);
        check("library/tips/a.md", "# A\nroutine: bedtime\n\nB", &["K170"]);
        check(
            "library/glossary/a.md",
            "title_alone: false\n# A",
            &["K170"],
        );
        check("goals/a.md", "format: 1\n\nB", &["K170"]);
    }

    #[test]
    fn sentences_are_no_facts() {
        let check = |path: &str, text: &str| {
            let (facts, body, codes) = found(path, text);
            let expected: &[&str] = &[];
            assert_eq!((facts, codes.as_slice()), (None, expected), "{text:?}");
            assert_eq!(body, text);
        };
        let update = "updates/2026-11-20.md";
        check(update, "Note: school is closed on Friday.\n");
        check(update, "Monday: bats\nTuesday: owls\n");
        check(update, "Goals: she wants to read a whole book.\n\nHi");
        check(update, "This week\n\nGoals: she wants to read.\n");
        check(update, "Her own words: I did it.\n");
        check(update, "Ana read.\n\n---\n\nThen she drew.\n\n---\n");
        check(update, "***\nAna read.\n***\n");
        check(
            "library/tips/a.md",
            "# A\n\nMaterials: a book and a timer.\n",
        );
        check("goals/a.md", "by: nobody\n\n...\n---\n");
    }

    #[test]
    fn a_second_block_is_refused() {
        let update = "updates/2026-11-20.md";
        let check = |text: &str| {
            assert_eq!(found(update, text).2, ["K170"], "{text:?}");
        };
        check("---\nby: a\n---\ngoals: [reading]\n---\nHi");
        check("---\nby: a\n---\n---\ngoals: [reading]\n---\nHi");
    }
}
