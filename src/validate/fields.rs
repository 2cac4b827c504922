mod names;

use std::cell::RefCell;
use std::collections::BTreeSet;

use names::Names;
pub(super) use names::named;

use super::advice;
use super::context::Context;
use super::values::listed;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Lang, State, Text, Translation, Written};
use crate::parse::markdown;
use crate::parse::{Entry, Kind, Node};
use crate::source::{Place, RelPath, Span, Spanned, TranslationRecord};

/// The same entries in a translation of the file.
pub(super) struct TranslatedFields<'a> {
    pub(super) lang: Lang,
    pub(super) state: State,
    /// What is remembered of the file, if it is as it was.
    pub(super) known: Option<&'a TranslationRecord>,
    pub(super) file: &'a RelPath,
    pub(super) entries: &'a [Entry],
}

/// One entry of a list that may hold ids and maps.
pub(super) enum Item<'a> {
    /// An id that is known.
    Reference(Spanned<String>),
    /// A map.
    Map(Fields<'a>),
}

/// One entry of a list that may hold words and maps.
pub(super) enum TextOrMap<'a> {
    /// Words.
    Words(Text),
    /// A map.
    Map(Fields<'a>),
}

/// The entries of one map, read field by field.
///
/// Asking for a field makes its name known; [`Fields::finish`] reports every
/// entry nobody asked for. Faults are reported to the context and reading goes
/// on, so that one run shows all of them.
pub(super) struct Fields<'a> {
    pub(super) context: &'a Context,
    pub(super) what: &'static str,
    pub(super) file: &'a RelPath,
    at: Place,
    pub(super) entries: &'a [Entry],
    pub(super) sides: Vec<TranslatedFields<'a>>,
    among_numbers: bool,
    facts: RefCell<BTreeSet<&'static str>>,
    pub(super) words: RefCell<BTreeSet<&'static str>>,
    side_facts: RefCell<BTreeSet<&'static str>>,
    missing: RefCell<Vec<(&'static str, Diagnostic)>>,
    /// Names that are typed in another way than fields are.
    names: Box<Names>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(
        context: &'a Context,
        what: &'static str,
        file: &'a RelPath,
        at: Place,
        entries: &'a [Entry],
        sides: Vec<TranslatedFields<'a>>,
    ) -> Self {
        let [facts, words, side_facts] = [(); 3].map(|()| RefCell::default());
        Self {
            context,
            what,
            file,
            at,
            entries,
            sides,
            among_numbers: false,
            facts,
            words,
            side_facts,
            missing: RefCell::default(),
            names: Box::new(Names::of(entries)),
        }
    }

    /// The same for an entry among numbers, whose words are not translated.
    pub(super) fn among_numbers(self) -> Self {
        Self {
            among_numbers: true,
            ..self
        }
    }

    pub(super) fn context(&self) -> &'a Context {
        self.context
    }

    /// What these entries are, in messages.
    pub(super) fn what(&self) -> &'static str {
        self.what
    }

    /// The file these entries stand in.
    pub(super) fn file(&self) -> &'a RelPath {
        self.file
    }

    /// Where this map stands: its first key, or the top of the file.
    pub(super) fn at(&self) -> &Place {
        &self.at
    }

    /// Where a node of this file stands.
    pub(super) fn place(&self, span: Span) -> Place {
        Place {
            file: self.file.clone(),
            span,
        }
    }

    /// The value of `name`; nothing when it is not there or empty.
    pub(super) fn node(&self, name: &'static str) -> Option<&'a Node> {
        self.facts.borrow_mut().insert(name);
        let entry = self.entry(name)?;
        (entry.value.kind != Kind::Empty).then_some(&entry.value)
    }

    /// The value of `name`, which has to be there.
    pub(super) fn need_node(&self, name: &'static str) -> Option<&'a Node> {
        let node = self.node(name);
        if node.is_none() {
            self.missing(name);
        }
        node
    }

    /// The characters of `name`, which is read elsewhere.
    pub(super) fn entry_text(&self, name: &str) -> Option<&'a str> {
        let entry = self.entry(name)?;
        entry.value.text().filter(|text| !text.trim().is_empty())
    }

    /// Whether `name` has a value, which is read elsewhere.
    pub(super) fn entry_value(&self, name: &str) -> bool {
        let entry = self.entry(name);
        entry.is_some_and(|entry| entry.value.kind != Kind::Empty)
    }

    /// Where the key `name` stands, for what is wrong with all of its value.
    pub(super) fn key_place(&self, name: &str) -> Place {
        let entry = self.entry(name);
        entry.map_or_else(|| self.at.clone(), |entry| self.place(entry.key_span))
    }

    /// Where the value of `name` stands.
    pub(super) fn value_place(&self, name: &str) -> Place {
        let entry = self.entries.iter().find(|entry| entry.key == name);
        entry.map_or_else(|| self.at.clone(), |entry| self.place(entry.value.span))
    }

    /// Makes names known that are read by a later stage or not at all.
    pub(super) fn accept(&self, names: &[&'static str]) {
        self.facts.borrow_mut().extend(names);
        self.words.borrow_mut().extend(names);
    }

    /// Makes one entry known, whatever its name is.
    pub(super) fn take(&self, entry: &Entry) {
        self.names.taken.borrow_mut().insert(entry.key_span.start);
    }

    pub(super) fn side_fact(&self, name: &'static str) {
        self.side_facts.borrow_mut().insert(name);
    }

    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.context.report(diagnostic);
    }

    /// Notes that `name` is not there.
    pub(super) fn missing(&self, name: &'static str) {
        self.missing_like(name, self.what, "");
    }

    /// The same of a field that looks like that of `kind`, or is one of some
    /// `choices`.
    pub(super) fn missing_like(&self, name: &'static str, kind: &str, choices: &str) {
        let blank = self.entries.iter().any(|entry| entry.key == name);
        let fault = Diagnostic::at(Code::MissingField, &self.key_place(name));
        let fault = fault.with("problem", if blank { "blank" } else { "gone" });
        let fault = fault.with("what", self.what).with("field", name);
        self.missing_as(
            name,
            self.with_line(fault.with("choices", choices), kind, name),
        );
    }

    /// Notes that `name` is not there, in words of its own. It is reported at
    /// the end, unless the field was only misspelled: that is one fault.
    pub(super) fn missing_as(&self, name: &'static str, fault: Diagnostic) {
        self.missing.borrow_mut().push((name, fault));
    }

    pub(super) fn wrong(&self, name: &str, expected: &'static str, node: &Node) {
        self.wrong_like(name, expected, self.shape(name, expected), node);
    }

    /// The same where it should look like `shape`.
    pub(super) fn wrong_like(&self, name: &str, expected: &'static str, shape: &str, node: &Node) {
        let found = match &node.kind {
            Kind::Scalar(scalar) => scalar.text.as_str(),
            Kind::List(_) => "[…]",
            Kind::Map(_) => "{…}",
            Kind::Empty => "-",
        };
        let fault = Diagnostic::at(Code::WrongType, &self.place(node.span));
        let fault = fault.with("field", name).with("expected", expected);
        self.report(self.with_value(fault.with("found", found), name, shape, node));
    }

    // Words.

    /// Words that have to be there.
    pub(super) fn need_text(&self, name: &'static str) -> Text {
        let text = self.text(name);
        let blank = text.as_ref().is_none_or(Text::is_empty);
        if blank && self.node(name).is_none_or(|node| node.text().is_some()) {
            self.missing(name);
        }
        text.unwrap_or_default()
    }

    /// Words, with their translations.
    pub(super) fn text(&self, name: &'static str) -> Option<Text> {
        self.words.borrow_mut().insert(name);
        let node = self.node(name)?;
        let original = self.words_of(name, node)?;
        Some(self.translated(name, original))
    }

    /// Words that each language has for itself: a translation may have some
    /// where the original has none.
    pub(super) fn own_text(&self, name: &'static str) -> Text {
        self.words.borrow_mut().insert(name);
        let node = self.node(name);
        let original = node.and_then(|node| self.words_of(name, node));
        self.translated(name, original.unwrap_or_default())
    }

    fn translated(&self, name: &'static str, original: String) -> Text {
        let mut text = Text::new(original);
        for side in &self.sides {
            let Some(entry) = named(side.entries, name) else {
                continue;
            };
            self.add_translation(&mut text, name, side, &entry.value);
        }
        text
    }

    /// Words, with their translations and where they were first written.
    pub(super) fn placed_text(&self, name: &'static str) -> Option<Spanned<Text>> {
        let at = self.place(self.node(name)?.span);
        self.text(name).map(|value| Spanned { value, at })
    }

    /// A list of words, translated one by one.
    pub(super) fn texts(&self, name: &'static str) -> Vec<Text> {
        self.words.borrow_mut().insert(name);
        let nodes = self.list(name);
        let mut texts: Vec<Text> = nodes
            .iter()
            .filter_map(|node| self.words_of(name, node).map(Text::new))
            .collect();
        for side in &self.sides {
            let Some(entry) = named(side.entries, name) else {
                continue;
            };
            let listed = listed(&entry.value, nodes.len());
            if let Some((listed, words)) = listed.as_ref().zip(entry.value.text()) {
                let at = Place {
                    file: side.file.clone(),
                    span: entry.value.span,
                };
                let read: Vec<&str> = listed.iter().filter_map(Node::text).collect();
                self.read_as(&at, words, &format!("[{}]", read.join(", ")));
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

    /// One entry of a list of words.
    pub(super) fn nth_text(&self, name: &'static str, index: usize, node: &Node) -> Option<Text> {
        let mut text = Text::new(self.words_of(name, node)?);
        for side in &self.sides {
            let entry = named(side.entries, name);
            if let Some(Kind::List(items)) = entry.map(|entry| &entry.value.kind)
                && let Some(item) = items.get(index)
            {
                self.add_translation(&mut text, name, side, item);
            }
        }
        Some(text)
    }

    fn note_words(&self, field: &'static str, at: Place, lang: &Lang, text: &str) {
        self.context.note_words(Written {
            at,
            back: None,
            lang: lang.clone(),
            text: text.to_owned(),
            translatable: !self.among_numbers && *lang == self.context.language,
            what: self.what,
            field,
        });
    }

    /// Words without what was marked as hidden or as bold.
    fn as_meant(&self, at: &Place, words: &str) -> String {
        let (words, slips) = markdown::plain(words);
        for slip in slips {
            self.report(slip.at(at));
        }
        words
    }

    fn words_of(&self, name: &'static str, node: &Node) -> Option<String> {
        let Some(words) = node.text() else {
            self.wrong(name, "text", node);
            return None;
        };
        let at = self.place(node.span);
        let words = self.as_meant(&at, words);
        self.note_words(name, at, &self.context.language, &words);
        Some(words.trim().to_owned())
    }

    fn add_translation(
        &self,
        text: &mut Text,
        name: &'static str,
        side: &TranslatedFields<'a>,
        node: &Node,
    ) {
        let at = Place {
            file: side.file.clone(),
            span: node.span,
        };
        match (&node.kind, node.text()) {
            (Kind::Empty, _) => {}
            (_, Some(words)) => {
                let words = self.as_meant(&at, words);
                self.note_words(name, at, &side.lang, &words);
                let translation = Translation {
                    state: self.context.pair(side, &text.original, &words),
                    text: words.trim().to_owned(),
                };
                text.translations.insert(side.lang.clone(), translation);
            }
            _ => {
                let fault = Diagnostic::at(Code::WrongType, &at);
                self.report(
                    fault
                        .with("field", name)
                        .with("expected", "text")
                        .with("example", "")
                        .with("found", "-"),
                );
            }
        }
    }

    pub(super) fn same_length<'n>(
        &self,
        name: &str,
        side: &TranslatedFields<'a>,
        node: &'n Node,
        length: usize,
    ) -> Option<&'n [Node]> {
        match &node.kind {
            Kind::List(items) if items.len() == length => Some(items),
            Kind::Map(_) | Kind::Scalar(_) if length == 1 => Some(std::slice::from_ref(node)),
            Kind::Empty => None,
            _ => {
                let at = Place {
                    file: side.file.clone(),
                    span: node.span,
                };
                let fault = Diagnostic::at(Code::TranslationShape, &at);
                #[allow(clippy::cast_precision_loss, reason = "lists are short")]
                let fault = fault.with("field", name).with("length", length as f64);
                let listed = node.text().filter(|_| length > 1).and_then(advice::list_of);
                let example = listed.map(|list| format!("{name}: {list}"));
                let fault = fault.with("example", example.unwrap_or_default());
                self.report(fault.label(&self.key_place(name), "original"));
                None
            }
        }
    }
}
