//! The language packs as they stand in `locales/`, read by a parser of their
//! own format rather than by the program under test.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use kinfolio::diagnostic::{Arg, Diagnostic, Diagnostics};
use kinfolio::locale::{Packs, built_in};
use kinfolio::model::{Digits, Lang};

use crate::support::{ending, files_below, root};

/// What a message holds, as far as tests care.
#[derive(Debug, Default, Clone)]
pub(crate) struct Message {
    pub(crate) attributes: BTreeSet<String>,
    pub(crate) variables: BTreeSet<String>,
    /// Other messages in it.
    pub(crate) messages: BTreeSet<String>,
    /// Variables that decide, and the keys they are compared with.
    pub(crate) selectors: Vec<(String, BTreeSet<String>)>,
    /// The words, without what is put in.
    pub(crate) words: Vec<String>,
}

impl Message {
    /// This message and all that are put into it, and into those.
    pub(crate) fn whole<'f>(&'f self, file: &'f File) -> Vec<&'f Self> {
        let inner = self.messages.iter().filter_map(|id| file.get(id));
        let inner = inner.flat_map(|message| message.whole(file));
        [self].into_iter().chain(inner).collect()
    }

    fn pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push(value.clone()),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let key = |key: &VariantKey<String>| match key {
                    VariantKey::Identifier { name } => name.clone(),
                    VariantKey::NumberLiteral { value } => value.clone(),
                };
                let keys = variants.iter().map(|variant| key(&variant.key)).collect();
                if let InlineExpression::VariableReference { id } = selector {
                    self.selectors.push((id.name.clone(), keys));
                }
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.clone());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.messages.insert(id.name.clone());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }
}

/// The messages of one file.
pub(crate) type File = BTreeMap<String, Message>;
/// The files of one language, by name.
pub(crate) type Pack = BTreeMap<String, File>;

fn read(text: &str, place: &str) -> File {
    let resource = fluent_syntax::parser::parse(text.to_owned());
    let resource = resource.unwrap_or_else(|(_, errors)| panic!("{place}: {errors:?}"));
    let mut file = File::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let mut found = Message::default();
        for pattern in message
            .value
            .iter()
            .chain(message.attributes.iter().map(|a| &a.value))
        {
            found.pattern(pattern);
        }
        found.attributes = message
            .attributes
            .iter()
            .map(|a| a.id.name.clone())
            .collect();
        let twin = file.insert(message.id.name.clone(), found);
        assert!(twin.is_none(), "{place}: {} stands twice", message.id.name);
    }
    file
}

pub(crate) fn packs() -> BTreeMap<String, Pack> {
    let mut packs: BTreeMap<String, Pack> = BTreeMap::new();
    for (path, bytes) in files_below(&root().join("locales")) {
        let (lang, name) = path.split_once('/').unwrap();
        let pack = packs.entry(lang.to_owned()).or_default();
        if ending(name) == "ftl" {
            pack.insert(
                name.to_owned(),
                read(&String::from_utf8(bytes).unwrap(), &path),
            );
        }
    }
    assert!(packs.len() > 1);
    packs
}

/// Every message of the language that the tool is written in.
pub(crate) fn source() -> File {
    packs()["en"].values().flat_map(Clone::clone).collect()
}

/// What is left open in the words of a problem: values that its message needs
/// and that the program does not give it.
pub(crate) fn left_open(diagnostic: &Diagnostic) -> Vec<String> {
    static PACK: LazyLock<(File, Packs)> = LazyLock::new(|| {
        let packs = Packs::load(&built_in(), &[], Digits::Western);
        (source(), packs.into_value(&mut Diagnostics::default()))
    });
    let (file, packs) = &*PACK;
    let id = diagnostic.code.name();
    let message = &file[id];
    let given = |name: &String| name == "path" || diagnostic.args.contains_key(name.as_str());
    let deciding = message
        .whole(file)
        .into_iter()
        .flat_map(|part| &part.selectors);
    let mut open: Vec<String> = deciding
        .filter(|(name, _)| !given(name))
        .map(|(name, _)| format!("${name}"))
        .collect();
    let args = args(diagnostic);
    let labels = diagnostic.labels.iter().map(|label| &*label.id);
    let parts = ["why", "help"]
        .into_iter()
        .chain(labels)
        .map(|part| format!("{id}.{part}"));
    for id in parts.chain([id.to_owned()]) {
        match packs.get(&Lang::new("en")).unwrap().message(&id, &args) {
            Some(said) if said.contains("{$") => open.push(said),
            Some(_) => {}
            None => open.push(format!("there is no {id}")),
        }
    }
    open
}

/// The values of a problem, as they are put into its message.
pub(crate) fn args(diagnostic: &Diagnostic) -> FluentArgs<'static> {
    let mut args = FluentArgs::new();
    for (name, value) in &diagnostic.args {
        args.set(
            name.clone(),
            match value {
                Arg::Text(text) if text.is_empty() => FluentValue::from(0),
                Arg::Text(text) => FluentValue::from(text.clone()),
                Arg::Number(number) => FluentValue::from(*number),
            },
        );
    }
    let path = diagnostic
        .file
        .as_ref()
        .map_or("path", |file| file.as_str());
    args.set("path", path.to_owned());
    args
}
