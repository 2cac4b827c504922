//! What every reader needs to know, and the sink it reports to.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::example::{Ids, Sample};
use super::pairs::{FileTranslation, Pairs};
use super::sink::Sink;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{Period, synonyms};
use crate::model::{DateOrder, Lang, Today, TranslationState};
use crate::parse::RawFile;
use crate::schema::choices;
use crate::source::{Place, RelPath, Span, TranslationLog};

/// The settings of the school and the student that values are read with.
pub(super) struct Context<'a> {
    /// The language of files that have no language in their name.
    pub(super) language: Lang,
    /// The day that counts as today.
    pub(super) today: Today<'a>,
    /// Short names for the example lines in messages.
    pub(super) ids: Ids,
    /// The order of day and month in data sheets.
    pub(super) sheet_dates: DateOrder,
    /// Whether this is an invented school.
    pub(super) example: bool,
    /// Every name of the student.
    pub(super) own_names: Vec<String>,
    /// The school year, for days that are written without a year.
    pub(super) year: Option<Period>,
    /// Problems and texts that readers have found.
    pub(super) sink: Sink,
    /// The translations that were read, and the translation log.
    pub(super) pairs: Pairs,
    /// How values of the current goal are written. It changes from goal to goal, and
    /// sheets and nested maps of that goal need it too.
    sample: RefCell<Sample>,
    /// The text of each file whose fields were read, to find where lines begin.
    files: RefCell<BTreeMap<RelPath, Arc<str>>>,
}

impl<'c> Context<'c> {
    pub(super) fn new(language: Lang, today: Today<'c>, translation_log: &TranslationLog) -> Self {
        Self {
            language,
            today,
            ids: Ids::default(),
            sheet_dates: DateOrder::Iso,
            example: false,
            own_names: Vec::new(),
            year: None,
            sink: Sink::default(),
            pairs: Pairs::new(translation_log),
            sample: RefCell::default(),
            files: RefCell::default(),
        }
    }

    /// How values of the current goal are written.
    pub(super) fn sample(&self) -> Sample {
        self.sample.borrow().clone()
    }

    /// Sets how values of the current goal are written.
    pub(super) fn set_sample(&self, sample: Sample) {
        self.sample.replace(sample);
    }

    /// Keeps the text of a file whose fields are going to be read.
    pub(super) fn add_file(&self, raw: &RawFile) {
        let mut files = self.files.borrow_mut();
        files.insert(raw.path.clone(), raw.text.clone());
    }

    /// The text of a file whose fields are read. Empty for any other file.
    pub(super) fn file_text(&self, file: &RelPath) -> Arc<str> {
        let files = self.files.borrow();
        files.get(file).cloned().unwrap_or_else(|| "".into())
    }

    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.sink.report(diagnostic);
    }

    /// Notes that `found` is read as `read`.
    pub(super) fn read_as(&self, at: &Place, found: &str, read: &str) {
        let note = Diagnostic::at(Code::ReadAs, at).with("found", found);
        self.report(note.with("read", read).fix(at, read));
    }

    /// A translation of a file, with who made it.
    pub(super) fn translated<'a>(&'a self, lang: &Lang, side: &'a RawFile) -> FileTranslation<'a> {
        FileTranslation {
            lang: lang.clone(),
            state: self.state(side),
            known: self.pairs.known(side),
            path: &side.path,
        }
    }

    /// Who made a translation, as the file says. An unknown word counts as a
    /// machine, so that families are warned.
    pub(super) fn state(&self, side: &RawFile) -> TranslationState {
        let Some(node) = side.facts.get("translation") else {
            return TranslationState::Human;
        };
        let words = choices::TRANSLATION_STATES.map(|(word, _)| word);
        let state = |word: &str| {
            let found = choices::TRANSLATION_STATES
                .iter()
                .find(|(name, _)| *name == word)?;
            Some(found.1)
        };
        let found = node.text().unwrap_or_default();
        if let Some(state) = state(found) {
            return state;
        }
        let at = place(side, node.span);
        if let Some(meant) = synonyms::choice(found, words.into_iter()) {
            self.read_as(&at, found, meant);
            return state(meant).unwrap_or(TranslationState::Machine);
        }
        let fault = Diagnostic::at(Code::UnknownChoice, &at)
            .with("list", "")
            .with("field", "translation")
            .with("found", node.text().unwrap_or("-"))
            .with("choices", words.join(", "))
            .with("nearest", "");
        self.report(fault);
        TranslationState::Machine
    }
}

/// A part of a file.
pub(super) fn place(file: &RawFile, span: Span) -> Place {
    Place {
        file: file.path.clone(),
        span,
    }
}
