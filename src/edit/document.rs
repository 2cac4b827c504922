//! A file as its reader sees it: facts, and the text of a Markdown file.

use super::original::Original;
use super::plan::Planner;
use super::splice::Splice;
use super::tree::Tree;
use super::value::{Value, are_words};
use super::{Change, Refusal, markdown};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parse::layout::Layout;
use crate::parse::markdown::{Body, split};
use crate::source::{RelPath, SourceFile, Span};

/// A file that can be read.
#[derive(Debug)]
pub(super) struct Document<'a> {
    pub(super) original: Original<'a>,
    layout: Layout,
    /// The parts of a Markdown file.
    page: Option<Page>,
    /// What the reader notes.
    notes: Diagnostics,
}

/// The parts of a Markdown file.
#[derive(Debug)]
pub(super) struct Page {
    /// The lines between the `---` lines.
    pub(super) facts: Option<Span>,
    pub(super) body: Body,
}

/// What a file should say.
pub(super) struct Expected<'c> {
    facts: Tree,
    change: &'c Change<'c>,
}

impl<'a> Document<'a> {
    pub(super) fn read(path: &RelPath, bytes: &'a [u8]) -> Result<Self, Refusal> {
        let original = Original::of(bytes)?;
        let mut notes = Diagnostics::default();
        let text = original.text.as_str();
        let page = path.has_ending("md").then(|| {
            let file = SourceFile {
                path: path.clone(),
                text: text.into(),
            };
            let document = split(&file).into_value(&mut notes);
            Page {
                facts: document.facts,
                body: document.body,
            }
        });
        let facts = match &page {
            None => Some(Span::new(0, text.len())),
            Some(page) => page.facts,
        };
        let mut layout = Layout::default();
        if let Some(span) = facts {
            let part = text.get(span.start..span.end).unwrap_or_default();
            // A Markdown file's facts have been read once, with their notes.
            let mut own = Diagnostics::default();
            let read = Layout::of(path, part, span.start).into_value(&mut own);
            if page.is_none() {
                notes.append(own);
            }
            layout = read.unwrap_or_default();
        }
        if notes.any_error() {
            return Err(Refusal::Broken(notes));
        }
        Ok(Self {
            original,
            layout,
            page,
            notes,
        })
    }

    /// What the file should say after `change`.
    pub(super) fn expected<'c>(&self, change: &'c Change) -> Result<Expected<'c>, Refusal> {
        if let Change::Title(_) | Change::Words(_) = change
            && self.page.is_none()
        {
            return Err(Refusal::NotThere);
        }
        if let Change::Set { value, .. } | Change::Insert { value, .. } = change
            && !are_words(value)
        {
            return Err(Refusal::NotExact);
        }
        let mut facts = self.facts();
        facts.apply(change)?;
        Ok(Expected { facts, change })
    }

    fn facts(&self) -> Tree {
        Tree::of(self.layout.node.as_ref())
    }

    /// Whether this file says what it should, and nothing else has changed since `before`.
    pub(super) fn says(&self, expected: &Expected, before: &Document) -> bool {
        let words = match (&self.page, &before.page) {
            (Some(new), Some(old)) => match expected.change {
                Change::Title(title) => markdown::has_title(&new.body, &old.body, title),
                Change::Words(words) => {
                    let text = &*self.original.text;
                    markdown::has_words(text, new.body.span, &old.body, words)
                }
                _ => new.body.text == old.body.text,
            },
            (None, None) => true,
            _ => false,
        };
        let is_text = matches!(expected.change, Change::Title(_) | Change::Words(_));
        words && self.facts().says(&expected.facts) && (is_text || self.has_no_new_note(before))
    }

    /// Whether the reader repairs no more than before.
    fn has_no_new_note(&self, before: &Document) -> bool {
        let count = |notes: &Diagnostics, like: &Diagnostic| {
            notes.iter().filter(|one| one.code == like.code).count()
        };
        let mut notes = self.notes.iter();
        notes.all(|one| count(&self.notes, one) <= count(&before.notes, one))
    }

    /// Ways to make `change`, the preferred one first.
    pub(super) fn plans(&self, change: &Change) -> Result<Vec<Splice>, Refusal> {
        let text = &*self.original.text;
        if let Some(page) = &self.page {
            match change {
                Change::Title(title) => return Ok(markdown::title(text, &page.body, title)),
                Change::Words(words) => return Ok(markdown::words(text, page.body.span, words)),
                _ => {}
            }
        }
        let planner = Planner::of(&self.layout).ok_or(Refusal::NotExact)?;
        let plans = match change {
            Change::Set { path, value, order } => planner.set(path, value, order)?,
            Change::Insert {
                path,
                at,
                value,
                order,
            } => planner.insert(path, *at, value, order)?,
            Change::Remove { path } => planner.remove(path)?,
            Change::Rename { path, key } => planner.rename(path, key)?,
            Change::Title(_) | Change::Words(_) => return Err(Refusal::NotThere),
        };
        let own = plans.into_iter().map(|plan| Splice {
            at: self.layout.in_file(plan.at),
            with: plan.with,
        });
        let plans: Vec<Splice> = match &self.page {
            Some(page) => own
                .flat_map(|plan| markdown::with_block(text, page.facts, plan))
                .collect(),
            None => own.collect(),
        };
        Ok(plans)
    }
}

impl Change<'_> {
    /// The same change, with texts as files have them.
    pub(super) fn tidied(&self) -> Self {
        let mut change = self.clone();
        if let Change::Set { value, .. } | Change::Insert { value, .. } = &mut change {
            *value = Value::tidied(value);
        }
        change
    }
}
