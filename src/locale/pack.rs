//! Language packs: a folder of messages and settings for one language.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu::decimal::DecimalFormatter;
use intl_memoizer::Memoizable;
use unic_langid::LanguageIdentifier;

use super::direction::Direction;
use super::formats::{Formats, Habits, locale};
use super::lint;
use super::localized_text::{BOLD, BOLD_END, is_mark};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::model::{Digits, Lang};
use crate::parse::{Node, yaml};
use crate::source::{RelPath, SourceFile};

/// One language: its words and its rules.
pub struct Pack {
    /// The tag in addresses and in `lang`.
    pub lang: Lang,
    /// Its own name for itself.
    pub autonym: String,
    /// Which way it is written.
    pub direction: Direction,
    /// Whether a native reader has read its words.
    pub reviewed: bool,
    /// Space between lines, as a multiple of the letters' size, where the
    /// theme's own is too narrow for the script.
    pub line_height: Option<f64>,
    /// Dates, numbers and lists.
    pub formats: Formats,
    fallback: Vec<Lang>,
    messages: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Pack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pack({})", self.lang)
    }
}

impl Pack {
    /// The message `id` (or `id.attribute`), or `None` if the pack has none.
    #[must_use]
    pub fn message(&self, id: &str, args: &FluentArgs) -> Option<String> {
        let (id, attribute) = id
            .split_once('.')
            .map_or((id, None), |(id, name)| (id, Some(name)));
        let message = self.messages.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self
            .messages
            .format_pattern(pattern, Some(args), &mut errors);
        Some(text.into_owned())
    }

    /// Whether the pack has the message `id`.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.messages.has_message(id)
    }
}

/// Every language there is.
#[derive(Debug, Default)]
pub struct Packs {
    packs: BTreeMap<Lang, Pack>,
}

impl Packs {
    /// Loads the built-in packs and those of the school, which add to them and
    /// override them message by message.
    pub fn load(built_in: &[SourceFile], own: &[SourceFile], digits: Digits) -> Outcome<Self> {
        let mut diagnostics = Diagnostics::default();
        let mut packs = BTreeMap::new();
        let own = &readable(own, &mut diagnostics);
        for lang in languages(built_in.iter().chain(own)) {
            let folder = format!("locales/{lang}");
            let of = |files: &[SourceFile]| -> Vec<SourceFile> {
                files
                    .iter()
                    .filter(|file| file.path.below(&folder).is_some())
                    .cloned()
                    .collect()
            };
            let own = of(own);
            if !own.is_empty() {
                let source = built_in
                    .iter()
                    .filter(|file| file.path.below("locales/en").is_some());
                let source: Vec<SourceFile> = source.cloned().chain(of(built_in)).collect();
                lint::check(&lang, &source, &own, &mut diagnostics);
            }
            let files = of(built_in).into_iter().chain(own);
            if let Some(pack) =
                load_one(&lang, &files.collect::<Vec<_>>(), digits, &mut diagnostics)
            {
                packs.insert(lang, pack);
            }
        }
        Outcome::new(Self { packs }, diagnostics)
    }

    /// The pack of a language.
    #[must_use]
    pub fn get(&self, lang: &Lang) -> Option<&Pack> {
        self.packs.get(lang)
    }

    /// Every pack, by tag.
    pub fn iter(&self) -> impl Iterator<Item = &Pack> {
        self.packs.values()
    }

    /// The packs in which a reader of `lang` finds a message: its own,
    /// those it names, and last the one the tool is written in.
    #[must_use]
    pub fn chain(&self, lang: &Lang) -> Vec<&Pack> {
        let own = self.packs.get(lang);
        let named = own.into_iter().flat_map(|pack| pack.fallback.iter());
        let source = Lang::new("en");
        let mut chain: Vec<&Pack> = Vec::new();
        for tag in std::iter::once(lang).chain(named).chain([&source]) {
            if let Some(pack) = self.packs.get(tag)
                && !chain.iter().any(|known| known.lang == pack.lang)
            {
                chain.push(pack);
            }
        }
        chain
    }
}

/// The files that can be read without harm.
fn readable(own: &[SourceFile], diagnostics: &mut Diagnostics) -> Vec<SourceFile> {
    let mut files = own.to_vec();
    files.retain(|file| match lint::too_deep(&file.text) {
        Some(at) if file.path.has_ending("ftl") => {
            diagnostics.push(unreadable(file, at));
            false
        }
        _ => true,
    });
    files
}

fn unreadable(file: &SourceFile, at: usize) -> Diagnostic {
    let line = crate::source::line_column(&file.text, at).line;
    let fault = Diagnostic::about(Code::BrokenPack, &file.path).with("line", line);
    fault.with("problem", "syntax")
}

fn languages<'a>(files: impl Iterator<Item = &'a SourceFile>) -> BTreeSet<Lang> {
    let tag = |file: &SourceFile| Some(Lang::new(file.path.below("locales")?.split_once('/')?.0));
    files.filter_map(tag).collect()
}

fn load_one(
    lang: &Lang,
    files: &[SourceFile],
    digits: Digits,
    diagnostics: &mut Diagnostics,
) -> Option<Pack> {
    let settings = files
        .iter()
        .rev()
        .find(|file| file.path.file_name() == "locale.yaml");
    let Some(settings) = settings else {
        let missing = RelPath::new(&format!("locales/{lang}/locale.yaml"))?;
        diagnostics.push(Diagnostic::about(Code::MissingFile, &missing));
        return None;
    };
    let facts = yaml::parse(&settings.path, &settings.text, 0).into_value(diagnostics)?;
    let text = |key: &str| facts.get(key).and_then(Node::text);
    let broken = |problem: &'static str| {
        Diagnostic::about(Code::BrokenPack, &settings.path).with("problem", problem)
    };
    let cldr = text("cldr").unwrap_or(lang.as_str());
    // The tag is part of addresses, attributes and the style sheet.
    let tag = lang.as_str().parse::<LanguageIdentifier>();
    let (Some(formats), Ok(id), Ok(_)) = (
        Formats::new(cldr, digits),
        cldr.parse::<LanguageIdentifier>(),
        tag,
    ) else {
        diagnostics.push(broken("cldr"));
        return None;
    };
    let mut messages = FluentBundle::new_concurrent(vec![id]);
    messages.set_formatter(Some(match digits {
        Digits::Western => western,
        Digits::Native => native,
    }));
    for file in files.iter().filter(|file| file.path.has_ending("ftl")) {
        add_messages(&mut messages, file, diagnostics);
    }
    let list = |key: &str| match facts.get(key).map(|node| &node.kind) {
        Some(crate::parse::Kind::List(items)) => items
            .iter()
            .filter_map(|item| item.text().map(str::to_owned))
            .collect(),
        _ => Vec::new(),
    };
    let line_height = text("line_height").and_then(|height| height.parse().ok());
    Some(Pack {
        lang: lang.clone(),
        autonym: text("autonym").unwrap_or(lang.as_str()).to_owned(),
        direction: if text("direction") == Some("rtl") {
            Direction::Rtl
        } else {
            Direction::Ltr
        },
        reviewed: text("reviewed").is_some_and(|who| who != "none"),
        line_height: line_height.filter(|height| (1.0..=3.0).contains(height)),
        formats: formats.with(habits(&facts)),
        fallback: list("fallback").into_iter().map(Lang::new).collect(),
        messages,
    })
}

/// What `locale.yaml` says about dates and times.
fn habits(facts: &Node) -> Habits {
    let words = |node: &Node| Some(node.text()?.replace(is_mark, ""));
    let day_parts = facts.get("day_parts").and_then(Node::entries);
    let day_parts = day_parts.unwrap_or_default().iter();
    let mut day_parts: Vec<(u8, String)> = day_parts
        .filter_map(|part| Some((part.key.parse().ok()?, words(&part.value)?)))
        .collect();
    day_parts.sort_by_key(|(hour, _)| std::cmp::Reverse(*hour));
    Habits {
        date: facts.get("date").and_then(words),
        weekday_date: facts.get("weekday_date").and_then(words),
        day_parts,
    }
}

fn add_messages(
    bundle: &mut FluentBundle<FluentResource>,
    file: &SourceFile,
    diagnostics: &mut Diagnostics,
) {
    // Bold is the only markup of messages. It travels as private characters, so
    // that an angle bracket in anybody's words can never become a tag.
    let text = file
        .text
        .replace("<b>", &BOLD.to_string())
        .replace("</b>", &BOLD_END.to_string());
    let text = text.replace("\r\n", "\n");
    let resource = match FluentResource::try_new(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            let at = errors.first().map_or(0, |error| error.pos.start);
            diagnostics.push(unreadable(file, at));
            resource
        }
    };
    bundle.add_resource_overriding(resource);
}

/// Formats numbers inside messages.
struct Decimals(DecimalFormatter);

impl Memoizable for Decimals {
    type Args = (bool,);
    type Error = ();

    fn construct(lang: LanguageIdentifier, (native,): (bool,)) -> Result<Self, ()> {
        let digits = if native {
            Digits::Native
        } else {
            Digits::Western
        };
        let locale = locale(&lang.to_string(), digits).ok_or(())?;
        let options = icu::decimal::options::DecimalFormatterOptions::default();
        DecimalFormatter::try_new((&locale).into(), options)
            .map(Self)
            .map_err(|_| ())
    }
}

fn western<M: MemoizerKind>(value: &FluentValue, memoizer: &M) -> Option<String> {
    number(value, memoizer, false)
}

fn native<M: MemoizerKind>(value: &FluentValue, memoizer: &M) -> Option<String> {
    number(value, memoizer, true)
}

fn number<M: MemoizerKind>(value: &FluentValue, memoizer: &M, native: bool) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let decimal = number.as_string().parse().ok()?;
    memoizer
        .with_try_get_threadsafe::<Decimals, _, _>((native,), |format| {
            format.0.format(&decimal).to_string()
        })
        .ok()
}
