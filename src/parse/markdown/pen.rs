//! Rewriting a text step by step, with what each step found and the way back to what the
//! author wrote.

use crate::diagnostic::{Code, Diagnostic, RepairKind};
use crate::source::{Back, Place, RelPath, Rewrite, Span};

/// A text as it was meant.
#[derive(Debug, Default)]
pub(super) struct Meant {
    pub(super) text: String,
    pub(super) back: Back,
    /// What is not as the documents say, each kind once.
    pub(super) repairs: Vec<Repair>,
}

/// Something in a text that is not plain Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Its place in what the author wrote.
    pub(super) span: Span,
    what: What,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// It is read as something else.
    ReadAs(String, String),
    /// A space that Markdown does not count as one.
    Space,
    /// It is hidden by this mark.
    LeftOut(&'static str),
    /// It is hidden by this mark, whose end is missing.
    NoEnd(&'static str),
    /// It embeds another note.
    OtherNote(String),
}

impl Repair {
    /// The diagnostic about it, for a text that begins at byte `offset` of `file`.
    #[must_use]
    pub fn diagnostic(self, file: &RelPath, offset: usize) -> Diagnostic {
        let at = Place {
            file: file.clone(),
            span: self.span.shifted(offset),
        };
        self.at(&at)
    }

    /// The diagnostic about it, for a text at `at`.
    #[must_use]
    pub fn at(self, at: &Place) -> Diagnostic {
        let message = |code| Diagnostic::at(code, at);
        match self.what {
            What::ReadAs(found, read) => message(Code::ReadAs)
                .with("found", found)
                .with("read", read),
            What::Space => message(Code::YamlMended).select(RepairKind::Space),
            What::LeftOut(mark) => marked(message(Code::HiddenWords), mark),
            What::NoEnd(mark) => marked(message(Code::HiddenWithoutEnd), mark),
            What::OtherNote(found) => message(Code::OtherNote).with("found", found),
        }
    }
}

/// Adds the characters of a mark, which messages cannot hold.
fn marked(message: Diagnostic, mark: &'static str) -> Diagnostic {
    let (open, close) = if mark == "web" {
        ("<!--", "-->")
    } else {
        ("%%", "%%")
    };
    let message = message.with("mark", mark).with("open", open);
    message.with("close", close)
}

/// One step of rewriting a text.
pub(super) struct Pen<'t> {
    /// The text before the step.
    pub(super) text: &'t str,
    rewrite: Rewrite,
    repairs: Vec<Repair>,
}

impl Pen<'_> {
    /// Writes `with` instead of the bytes from `start` to `end`.
    pub(super) fn replace(&mut self, start: usize, end: usize, with: &str) {
        self.rewrite.replace(self.text, Span::new(start, end), with);
    }

    /// Notes what is there.
    pub(super) fn note(&mut self, start: usize, end: usize, what: What) {
        let span = Span::new(start, end);
        self.repairs.push(Repair { span, what });
    }

    /// Notes that it is read in another way. Cuts both to what a message can show.
    pub(super) fn read_as(&mut self, start: usize, end: usize, found: &str, read: &str) {
        const LONGEST: usize = 40;
        let cut = |words: &str| {
            let words: String = words.chars().take(LONGEST).collect();
            words.trim_end().to_owned()
        };
        self.note(start, end, What::ReadAs(cut(found), cut(read)));
    }
}

impl Meant {
    pub(super) fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    pub(super) fn step(mut self, step: impl FnOnce(&mut Pen)) -> Self {
        let mut pen = Pen {
            text: &self.text,
            rewrite: Rewrite::default(),
            repairs: Vec::new(),
        };
        step(&mut pen);
        for mut repair in pen.repairs {
            repair.span = self.back.span(repair.span);
            if self.repairs.iter().all(|said| said.what != repair.what) {
                self.repairs.push(repair);
            }
        }
        let text = pen.rewrite.finish(&self.text, &mut self.back);
        Self { text, ..self }
    }
}
