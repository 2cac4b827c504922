//! Maps and lists inside a map, each together with its translations.

use super::names::named;
use super::{Fields, TranslatedFields, type_error};
use crate::diagnostic::{Code, Diagnostic, Expected};
use crate::model::Text;
use crate::parse::{Entry, Kind, Node};
use crate::schema;
use crate::source::{Place, Spanned};

/// One entry of a list of short names and maps.
pub(in crate::validate) enum IdOrMap<'f, 'a> {
    /// A known short name.
    Id(Spanned<String>),
    Map(&'f mut Fields<'a>),
}

/// One entry of a list of texts and maps.
pub(in crate::validate) enum TextOrMap<'f, 'a> {
    Text(Text),
    Map(&'f mut Fields<'a>),
}

impl<'a> Fields<'a> {
    /// The items of a list. A single value or map counts as a list of one.
    pub(in crate::validate) fn list(&mut self, name: &'static str) -> Vec<&'a Node> {
        let Some(node) = self.node(name) else {
            return Vec::new();
        };
        match &node.kind {
            Kind::List(items) => items.iter().collect(),
            _ => vec![node],
        }
    }

    /// Reads the map under `name`.
    pub(in crate::validate) fn sub<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Fields<'a>) -> T,
    ) -> Option<T> {
        let node = self.node(name)?;
        let kind = self.map_kind(name);
        let entries = self.entries_of(name, kind, node)?;
        let pick = |entries: &'a [Entry]| named(entries, name).map(|entry| &entry.value);
        Some(self.nested(kind, self.key_place(name), entries, pick, read))
    }

    /// Reads each map of a list.
    pub(in crate::validate) fn items<T>(
        &mut self,
        name: &'static str,
        mut read: impl FnMut(&mut Fields<'a>) -> T,
    ) -> Vec<T> {
        self.check_lengths(name);
        let nodes = self.list(name).into_iter().enumerate();
        nodes
            .filter_map(|(index, node)| self.item(name, (index, node), &mut read))
            .collect()
    }

    /// Reads each entry of a list of short names and maps. Reports short names that
    /// are not in `known` as `code`.
    pub(in crate::validate) fn ids_or_maps<T>(
        &mut self,
        name: &'static str,
        (code, known): (Code, &[&str]),
        mut read: impl FnMut(IdOrMap<'_, 'a>) -> T,
    ) -> Vec<T> {
        self.check_lengths(name);
        let nodes = self.list(name).into_iter().enumerate();
        let read = |(index, node): (usize, &'a Node)| match node.text() {
            Some(_) => {
                let id = self.reference_of(name, code, node, known)?;
                Some(read(IdOrMap::Id(id)))
            }
            None => self.item(name, (index, node), |map| read(IdOrMap::Map(map))),
        };
        nodes.filter_map(read).collect()
    }

    /// Reads each entry of a list of texts and maps. A single text counts as a list
    /// of one.
    pub(in crate::validate) fn texts_or_maps<T>(
        &mut self,
        name: &'static str,
        mut read: impl FnMut(TextOrMap<'_, 'a>) -> T,
    ) -> Vec<T> {
        if self.node(name).is_some_and(|node| node.text().is_some()) {
            let text = self.text(name).map(TextOrMap::Text);
            return text.map(read).into_iter().collect();
        }
        self.check_lengths(name);
        let nodes = self.list(name).into_iter().enumerate();
        let read = |(index, node): (usize, &'a Node)| match node.text() {
            Some(_) => Some(read(TextOrMap::Text(self.nth_text(name, index, node)?))),
            None => self.item(name, (index, node), |map| read(TextOrMap::Map(map))),
        };
        nodes.filter_map(read).collect()
    }

    /// Reads each entry of this map, whose keys are short names.
    pub(in crate::validate) fn each<T>(
        &mut self,
        mut read: impl FnMut(Spanned<String>, &mut Fields<'a>) -> T,
    ) -> Vec<T> {
        self.ignore_all();
        self.report_unknown_ids();
        let kind = self.kind.entries.unwrap_or(self.kind);
        let entries = self.entries.iter().filter(|entry| entry.key != "format");
        let read = |entry: &'a Entry| {
            // An id without anything below it is an empty map.
            let entries = match &entry.value.kind {
                Kind::Empty => &[],
                _ => self.entries_of(&entry.key, kind, &entry.value)?,
            };
            let at = self.place(entry.key_span);
            let pick = |entries: &'a [Entry]| {
                let mut same = entries.iter().filter(|other| other.key == entry.key);
                same.next().map(|other| &other.value)
            };
            let id = Spanned {
                value: entry.key.clone(),
                at: at.clone(),
            };
            Some(self.nested(kind, at, entries, pick, |map| read(id, map)))
        };
        entries.filter_map(read).collect()
    }

    fn item<T>(
        &self,
        name: &str,
        (index, node): (usize, &'a Node),
        read: impl FnOnce(&mut Fields<'a>) -> T,
    ) -> Option<T> {
        let pick = |entries: &'a [Entry]| {
            let value = &named(entries, name)?.value;
            match &value.kind {
                Kind::List(items) => items.get(index),
                Kind::Map(_) if index == 0 => Some(value),
                _ => None,
            }
        };
        let kind = self.map_kind(name);
        let entries = self.entries_of(name, kind, node)?;
        Some(self.nested(kind, self.place(node.span), entries, pick, read))
    }

    /// The entries of a map. Reports a node that is not one.
    fn entries_of(&self, name: &str, kind: &schema::Kind, node: &'a Node) -> Option<&'a [Entry]> {
        if let Kind::Map(entries) = &node.kind {
            return Some(entries);
        }
        self.report_type_error_like(name, Expected::Map, kind.example, node);
        None
    }

    /// The kind of the maps in a field.
    fn map_kind(&self, name: &str) -> &'static schema::Kind {
        let field = self.kind.field(name);
        field.and_then(|field| field.map).unwrap_or(self.kind)
    }

    /// Reads a map inside this one. `pick` finds it in the entries of a translation.
    fn nested<T>(
        &self,
        kind: &'static schema::Kind,
        at: Place,
        entries: &'a [Entry],
        pick: impl Fn(&'a [Entry]) -> Option<&'a Node>,
        read: impl FnOnce(&mut Fields<'a>) -> T,
    ) -> T {
        let translations = self.translations.iter().filter_map(|side| {
            let node = pick(side.entries)?;
            if let Some(entries) = node.entries() {
                let file = side.file.clone();
                return Some(TranslatedFields { file, entries });
            }
            // A list of short names and maps may repeat the name in a translation.
            if kind.name != "support" || node.text().is_none() {
                let found = node.text().unwrap_or("[…]");
                self.report(type_error(
                    &side.place(node.span),
                    kind.name,
                    Expected::Map,
                    found,
                ));
            }
            None
        });
        let translations = translations.collect();
        let source = (self.file, entries);
        Fields::read(self.context, kind, at, source, translations, read)
    }

    fn check_lengths(&mut self, name: &'static str) {
        let length = self.list(name).len();
        for side in &self.translations {
            if let Some(entry) = named(side.entries, name) {
                self.same_length(name, side, &entry.value, length);
            }
        }
    }

    /// The items of a translated list, which has to be as long as its original.
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
                let listed = node
                    .text()
                    .filter(|_| length > 1)
                    .and_then(super::list::as_list);
                let example = listed.map(|list| format!("{name}: {list}"));
                let fault = Diagnostic::at(Code::TranslationShape, &side.place(node.span))
                    .with("field", name)
                    .with("length", length)
                    .with("example", example.unwrap_or_default())
                    .label(&self.key_place(name), "original");
                self.report(fault);
                None
            }
        }
    }
}
