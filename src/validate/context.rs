use std::cell::RefCell;

use super::fields::{Fields, Side};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Date, DateOrder, Lang, State, Text, Translation, Written};
use crate::parse::{Group, Kind, RawFile};
use crate::source::{Place, Span};

/// What every reader of fields needs, and where it puts what it sees.
pub(super) struct Context {
    /// The language that files without one in their name are written in.
    pub(super) language: Lang,
    /// The day that counts as today.
    pub(super) today: Date,
    /// How days are written in sheets.
    pub(super) sheet_dates: DateOrder,
    seen: RefCell<Diagnostics>,
    written: RefCell<Vec<Written>>,
}

impl Context {
    pub(super) fn new(language: Lang, today: Date) -> Self {
        Self {
            language,
            today,
            sheet_dates: DateOrder::Iso,
            seen: RefCell::default(),
            written: RefCell::default(),
        }
    }

    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.seen.borrow_mut().push(diagnostic);
    }

    /// Remembers words for the rules that read all of them.
    pub(super) fn note_words(&self, at: &Place, lang: &Lang, text: &str) {
        let written = Written {
            at: at.clone(),
            lang: lang.clone(),
            text: text.to_owned(),
        };
        self.written.borrow_mut().push(written);
    }

    pub(super) fn finish(self) -> (Diagnostics, Vec<Written>) {
        (self.seen.into_inner(), self.written.into_inner())
    }

    /// The fields of a file and of its translations. `what` names the kind of
    /// thing in messages.
    pub(super) fn fields<'a>(
        &'a self,
        what: &'static str,
        group: &'a Group,
        raw: &'a RawFile,
    ) -> Option<Fields<'a>> {
        let Some(entries) = raw.facts.entries() else {
            let fault = Diagnostic::at(Code::WrongType, &place(raw, raw.facts.span));
            self.report(
                fault
                    .with("field", what)
                    .with("expected", "map")
                    .with("found", "-"),
            );
            return None;
        };
        let sides = group.translations.iter().filter_map(|(lang, side)| {
            let Some(entries) = side.facts.entries() else {
                let fault = Diagnostic::at(Code::WrongType, &place(side, side.facts.span));
                self.report(
                    fault
                        .with("field", what)
                        .with("expected", "map")
                        .with("found", "-"),
                );
                return None;
            };
            let state = self.state(side);
            Some(Side {
                lang: lang.clone(),
                state,
                file: &side.path,
                entries,
            })
        });
        let fields = Fields::new(self, what, &raw.path, raw.top(), entries, sides.collect());
        self.check_format(&fields);
        // Read above, for the whole file.
        fields.side_fact("format");
        fields.side_fact("translation");
        fields.side_fact("reviewed_by");
        Some(fields)
    }

    /// The rows of a sheet, each as the fields of one map.
    #[allow(dead_code, reason = "what sheets hold is read by their rooms")]
    pub(super) fn rows<'a>(&'a self, what: &'static str, raw: &'a RawFile) -> Vec<Fields<'a>> {
        let Kind::List(rows) = &raw.facts.kind else {
            return Vec::new();
        };
        let rows = rows.iter().filter_map(|row| Some((row, row.entries()?)));
        rows.map(|(row, entries)| {
            let at = place(raw, row.span);
            Fields::new(self, what, &raw.path, at, entries, Vec::new())
        })
        .collect()
    }

    fn check_format(&self, fields: &Fields) {
        let Some(format) = fields.number("format") else {
            return;
        };
        if (format.value - 1.0).abs() > f64::EPSILON {
            self.report(Diagnostic::at(Code::UnknownFormat, &format.at));
        }
    }

    fn state(&self, side: &RawFile) -> State {
        let Some(node) = side.facts.get("translation") else {
            return State::Human;
        };
        match node.text() {
            Some("human") => State::Human,
            Some("reviewed") => State::Reviewed,
            Some("machine") => State::Machine,
            other => {
                let fault = Diagnostic::at(Code::UnknownChoice, &place(side, node.span));
                let fault = fault
                    .with("field", "translation")
                    .with("found", other.unwrap_or("-"));
                self.report(
                    fault
                        .with("choices", "human, reviewed, machine")
                        .with("nearest", ""),
                );
                State::Machine
            }
        }
    }

    /// The words of a Markdown file that has no title of its own: all of them.
    pub(super) fn words(&self, group: &Group, raw: &RawFile) -> Text {
        let text = self.body(group, raw);
        if text.is_empty() {
            self.report(Diagnostic::about(Code::EmptyFile, &raw.path));
        }
        text
    }

    /// The same where there need not be any words.
    pub(super) fn body(&self, group: &Group, raw: &RawFile) -> Text {
        let (title, mut text) = self.prose(group, raw);
        if title.is_some() {
            raw.words().trim().clone_into(&mut text.original);
            for (lang, file) in &group.translations {
                if let Some(translation) = text.translations.get_mut(lang) {
                    file.words().trim().clone_into(&mut translation.text);
                }
            }
        }
        text
    }

    /// The words of a Markdown file and of its translations, without their
    /// first heading, which comes back as well.
    pub(super) fn prose(&self, group: &Group, raw: &RawFile) -> (Option<Text>, Text) {
        let read = |file: &RawFile, lang: &Lang| {
            let (title, body) = crate::parse::markdown::title(file.words());
            let start = file.text.len() - file.words().len();
            let at = place(file, Span::new(start, file.text.len()));
            self.note_words(&at, lang, file.words());
            (title, body.trim().to_owned())
        };
        let (title, body) = read(raw, &self.language);
        let mut title = title.map(Text::new);
        let mut text = Text::new(body);
        for (lang, file) in &group.translations {
            let state = self.state(file);
            let (side_title, side_body) = read(file, lang);
            if let (Some(title), Some(words)) = (&mut title, side_title) {
                title
                    .translations
                    .insert(lang.clone(), Translation { text: words, state });
            }
            if !side_body.is_empty() {
                text.translations.insert(
                    lang.clone(),
                    Translation {
                        text: side_body,
                        state,
                    },
                );
            }
        }
        (title, text)
    }
}

pub(super) fn place(file: &RawFile, span: Span) -> Place {
    Place {
        file: file.path.clone(),
        span,
    }
}
