//! Maps and lists below a map, each together with its translations.

use super::example;
use super::fields::{Fields, Item, TextOrMap, TranslatedFields, named};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::{Entry, Kind, Node};
use crate::source::{Place, Spanned};

impl<'a> Fields<'a> {
    /// The items of a list; a single value or map counts as a list of one.
    pub(super) fn list(&self, name: &'static str) -> Vec<&'a Node> {
        match self.node(name) {
            None => Vec::new(),
            Some(Node {
                kind: Kind::List(items),
                ..
            }) => items.iter().collect(),
            Some(node) => vec![node],
        }
    }

    /// The fields of a map below this one.
    pub(super) fn sub(&self, name: &'static str, what: &'static str) -> Option<Fields<'a>> {
        self.words.borrow_mut().insert(name);
        let node = self.node(name)?;
        let Kind::Map(entries) = &node.kind else {
            self.wrong_like(name, "map", example::thing(what).unwrap_or_default(), node);
            return None;
        };
        Some(self.nested(what, self.key_place(name), entries, |side| {
            named(side.entries, name).map(|entry| &entry.value)
        }))
    }

    /// The maps of a list.
    pub(super) fn items(&self, name: &'static str, what: &'static str) -> Vec<Fields<'a>> {
        self.check_lengths(name);
        let nodes = self.list(name).into_iter().enumerate();
        nodes
            .filter_map(|(index, node)| self.item(name, what, index, node))
            .collect()
    }

    /// The items of a list of ids and maps; ids that are not in `known` are
    /// reported as `code`.
    pub(super) fn mixed(
        &self,
        name: &'static str,
        what: &'static str,
        code: Code,
        known: &[&str],
    ) -> Vec<Item<'a>> {
        self.check_lengths(name);
        let nodes = self.list(name).into_iter().enumerate();
        let read = |(index, node): (usize, &'a Node)| match node.text() {
            Some(_) => self
                .reference_of(name, code, node, known)
                .map(Item::Reference),
            None => self.item(name, what, index, node).map(Item::Map),
        };
        nodes.filter_map(read).collect()
    }

    /// The items of a list of words and maps; a single text counts as a list of
    /// one.
    pub(super) fn words_or_maps(
        &self,
        name: &'static str,
        what: &'static str,
    ) -> Vec<TextOrMap<'a>> {
        if self.node(name).is_some_and(|node| node.text().is_some()) {
            return self.text(name).map(TextOrMap::Words).into_iter().collect();
        }
        self.check_lengths(name);
        let nodes = self.list(name).into_iter().enumerate();
        let read = |(index, node): (usize, &'a Node)| match node.text() {
            Some(_) => self.nth_text(name, index, node).map(TextOrMap::Words),
            None => self.item(name, what, index, node).map(TextOrMap::Map),
        };
        nodes.filter_map(read).collect()
    }

    fn check_lengths(&self, name: &'static str) {
        self.words.borrow_mut().insert(name);
        let length = self.list(name).len();
        for side in &self.sides {
            if let Some(entry) = named(side.entries, name) {
                self.same_length(name, side, &entry.value, length);
            }
        }
    }

    fn item(
        &self,
        name: &str,
        what: &'static str,
        index: usize,
        node: &'a Node,
    ) -> Option<Fields<'a>> {
        let Kind::Map(entries) = &node.kind else {
            self.wrong_like(name, "map", example::thing(what).unwrap_or_default(), node);
            return None;
        };
        Some(self.nested(what, self.place(node.span), entries, |side| {
            let entry = named(side.entries, name)?;
            match &entry.value.kind {
                Kind::List(items) => items.get(index),
                Kind::Map(_) if index == 0 => Some(&entry.value),
                _ => None,
            }
        }))
    }

    /// The entries of this map, whose keys are ids, each with its fields.
    pub(super) fn each(&self, what: &'static str) -> Vec<(Spanned<String>, Fields<'a>)> {
        let mut maps = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.key != "format") {
            let Some(entries) = entry.value.entries() else {
                let shape = example::thing(what).unwrap_or_default();
                self.wrong_like(&entry.key, "map", shape, &entry.value);
                continue;
            };
            let at = self.place(entry.key_span);
            let fields = self.nested(what, at.clone(), entries, |side| {
                side.entries
                    .iter()
                    .find(|other| other.key == entry.key)
                    .map(|other| &other.value)
            });
            maps.push((
                Spanned {
                    value: entry.key.clone(),
                    at,
                },
                fields,
            ));
        }
        self.report_unknown_ids();
        maps
    }

    fn nested(
        &self,
        what: &'static str,
        at: Place,
        entries: &'a [Entry],
        pick: impl Fn(&TranslatedFields<'a>) -> Option<&'a Node>,
    ) -> Fields<'a> {
        let sides = self.sides.iter().filter_map(|side| {
            let node = pick(side)?;
            let Some(entries) = node.entries() else {
                // An id that stands again in the place of a library text.
                if !Self::repeats(what, node) {
                    self.report_shape(what, side, node);
                }
                return None;
            };
            Some(TranslatedFields {
                lang: side.lang.clone(),
                state: side.state,
                known: side.known,
                file: side.file,
                entries,
            })
        });
        Fields::new(self.context, what, self.file, at, entries, sides.collect())
    }

    /// Lists that mix ids and maps may repeat the id in a translation.
    fn repeats(what: &str, node: &Node) -> bool {
        what == "support" && node.text().is_some()
    }

    fn report_shape(&self, what: &'static str, side: &TranslatedFields<'a>, node: &Node) {
        let at = Place {
            file: side.file.clone(),
            span: node.span,
        };
        let fault = Diagnostic::at(Code::WrongType, &at);
        let found = node.text().unwrap_or("[…]");
        self.report(
            fault
                .with("field", what)
                .with("expected", "map")
                .with("example", "")
                .with("found", found),
        );
    }
}
