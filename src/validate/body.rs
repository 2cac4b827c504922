//! The text of a Markdown file and of its translations.

use super::context::{Context, place};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AuthorText, Lang, Text, Translation};
use crate::parse::{Group, RawFile, markdown};
use crate::source::Span;

impl Context<'_> {
    /// The text of a Markdown file, its first heading included. Reports a file
    /// without text.
    pub(super) fn words(&self, group: &Group, raw: &RawFile) -> Text {
        let text = self.body(group, raw);
        if text.is_empty() {
            self.report(Diagnostic::about(Code::EmptyFile, &raw.path));
        }
        text
    }

    /// The text of a Markdown file that may be empty, its first heading included.
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

    /// The first heading of a Markdown file, and its text without that heading.
    pub(super) fn prose(&self, group: &Group, raw: &RawFile) -> (Option<Text>, Text) {
        let (title, body) = self.title_and_body(raw, &self.language);
        let mut title = title.map(Text::new);
        let mut text = Text::new(body);
        for (lang, file) in &group.translations {
            let translated = self.translated(lang, file);
            let state = self.pairs.add(&translated, raw.words(), file.words());
            let (side_title, body) = self.title_and_body(file, lang);
            let translation = |text| Translation { text, state };
            if let (Some(title), Some(words)) = (&mut title, side_title) {
                title.translations.insert(lang.clone(), translation(words));
            }
            if !body.is_empty() {
                text.translations.insert(lang.clone(), translation(body));
            }
        }
        (title, text)
    }

    fn title_and_body(&self, file: &RawFile, lang: &Lang) -> (Option<String>, String) {
        let (title, body) = markdown::title(file.words());
        let at = file.body.as_ref().map_or(Span::new(0, 0), |body| body.span);
        self.sink.add_text(AuthorText {
            at: place(file, at),
            back: file.body.as_ref().map(|body| body.back.clone()),
            lang: lang.clone(),
            text: file.words().to_owned(),
            translatable: *lang == self.language,
            what: "words",
            field: "",
        });
        (title, body.trim().to_owned())
    }
}
