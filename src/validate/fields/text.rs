//! Text that families read, with its translations.

use super::list::listed;
use super::names::named;
use super::{Fields, TranslatedFields, type_error};
use crate::diagnostic::Expected;
use crate::model::{AuthorText, Lang, Text, Translation};
use crate::parse::{Kind, Node, markdown};
use crate::source::{Place, Spanned};

impl<'a> Fields<'a> {
    /// A text that is required. It is empty if it is missing, and no site is made.
    pub(in crate::validate) fn need_text(&mut self, name: &'static str) -> Text {
        self.text(name).unwrap_or_default()
    }

    /// A text with its translations.
    pub(in crate::validate) fn text(&mut self, name: &'static str) -> Option<Text> {
        let node = self.node(name)?;
        let original = self.original(name, node)?;
        Some(self.translated(name, original))
    }

    /// A text that each language has for itself: a translation may have it where the
    /// original has none.
    pub(in crate::validate) fn own_text(&mut self, name: &'static str) -> Text {
        let node = self.node(name);
        let original = node.and_then(|node| self.original(name, node));
        self.translated(name, original.unwrap_or_default())
    }

    /// A text with its translations, and where the original is.
    pub(in crate::validate) fn placed_text(&mut self, name: &'static str) -> Option<Spanned<Text>> {
        let at = self.node(name)?.span;
        let at = self.place(at);
        self.text(name).map(|value| Spanned { value, at })
    }

    /// A list of texts, translated one by one.
    pub(in crate::validate) fn texts(&mut self, name: &'static str) -> Vec<Text> {
        let nodes = self.list(name);
        let originals = nodes.iter().filter_map(|node| self.original(name, node));
        let mut texts: Vec<Text> = originals.map(Text::new).collect();
        for side in &self.translations {
            let Some(entry) = named(side.entries, name) else {
                continue;
            };
            let listed = listed(&entry.value, nodes.len());
            if let Some((listed, words)) = listed.as_ref().zip(entry.value.text()) {
                let read: Vec<&str> = listed.iter().filter_map(Node::text).collect();
                let read = format!("[{}]", read.join(", "));
                self.read_as(&side.place(entry.value.span), words, &read);
            }
            let items = match &listed {
                Some(listed) => listed.as_slice(),
                None => match self.same_length(name, side, &entry.value, nodes.len()) {
                    Some(items) => items,
                    None => continue,
                },
            };
            for (text, item) in texts.iter_mut().zip(items) {
                self.add_translation(text, name, side, item);
            }
        }
        texts
    }

    /// The text at `index` of a list, with its translations.
    pub(super) fn nth_text(&self, name: &'static str, index: usize, node: &Node) -> Option<Text> {
        let mut text = Text::new(self.original(name, node)?);
        for side in &self.translations {
            let entry = named(side.entries, name);
            if let Some(Kind::List(items)) = entry.map(|entry| &entry.value.kind)
                && let Some(item) = items.get(index)
            {
                self.add_translation(&mut text, name, side, item);
            }
        }
        Some(text)
    }

    fn original(&self, name: &'static str, node: &Node) -> Option<String> {
        let Some(text) = node.text() else {
            self.report_type_error(name, Expected::Text, node);
            return None;
        };
        let at = self.place(node.span);
        let text = self.as_meant(&at, text);
        self.add_to_sink(name, at, &self.context.language, &text);
        Some(text.trim().to_owned())
    }

    fn translated(&self, name: &'static str, original: String) -> Text {
        let mut text = Text::new(original);
        for side in &self.translations {
            if let Some(entry) = named(side.entries, name) {
                self.add_translation(&mut text, name, side, &entry.value);
            }
        }
        text
    }

    fn add_translation(
        &self,
        text: &mut Text,
        name: &'static str,
        side: &TranslatedFields<'a>,
        node: &Node,
    ) {
        let at = side.place(node.span);
        let Some(translation) = node.text() else {
            if node.kind != Kind::Empty {
                self.report(type_error(&at, name, Expected::Text, "-"));
            }
            return;
        };
        let translation = self.as_meant(&at, translation);
        self.add_to_sink(name, at, &side.file.lang, &translation);
        let state = self
            .context
            .pairs
            .add(&side.file, &text.original, &translation);
        let translation = Translation {
            text: translation.trim().to_owned(),
            state,
        };
        text.translations
            .insert(side.file.lang.clone(), translation);
    }

    /// A text without what was marked as hidden or as bold, which is reported.
    fn as_meant(&self, at: &Place, text: &str) -> String {
        let (text, repairs) = markdown::plain(text);
        for repair in repairs {
            self.report(repair.at(at));
        }
        text
    }

    fn add_to_sink(&self, field: &'static str, at: Place, lang: &Lang, text: &str) {
        self.context.sink.add_text(AuthorText {
            at,
            back: None,
            lang: lang.clone(),
            text: text.to_owned(),
            translatable: !self.among_numbers && *lang == self.context.language,
            what: self.what(),
            field,
        });
    }
}
