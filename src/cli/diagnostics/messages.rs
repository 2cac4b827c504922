//! kinfolio's own messages for staff, in their language.

use fluent_bundle::{FluentArgs, FluentValue};
use serde::Serialize;

use super::Texts;
use crate::diagnostic::{Arg, Diagnostic, Diagnostics, Severity};
use crate::io::Fault;
use crate::locale::{Direction, Pack, Packs, built_in, plain};
use crate::model::{Date, Digits, Lang};
use crate::source::{SourceFile, is_invisible, is_line_separator};

/// kinfolio's own messages in the language of the school's staff. Of other languages,
/// it knows only what they are called.
pub(in crate::cli) struct Messages {
    packs: Packs,
    language: Lang,
}

/// A language with its tag and its own name.
#[derive(Serialize)]
pub(in crate::cli) struct Named {
    pub(in crate::cli) tag: String,
    pub(in crate::cli) name: String,
}

/// The most further places named in a message.
const NAMED: usize = 8;

/// Built-in packs, which have no problems; a test checks that.
fn load(files: &[SourceFile]) -> Packs {
    Packs::load(files, &[], Digits::Western).into_value(&mut Diagnostics::default())
}

impl Messages {
    /// Messages in `language`, with English for what it does not have.
    pub(in crate::cli) fn new(language: &str) -> Self {
        let language = Lang::new(language);
        let (texts, settings): (Vec<_>, Vec<_>) = built_in()
            .into_iter()
            .partition(|file| file.path.has_ending("ftl"));
        let names = load(&settings);
        // A build already holds the words of all languages, so only these are read again.
        let chain = names.chain(&language);
        let mut files = settings.clone();
        files.extend(texts.into_iter().filter(|file| {
            let mut chain = chain.iter();
            chain.any(|pack| file.path.below(&format!("locales/{}", pack.lang)).is_some())
        }));
        Self {
            packs: load(&files),
            language,
        }
    }

    /// Messages in English.
    pub(in crate::cli) fn of_tool() -> Self {
        Self::new("en")
    }

    /// The language of the messages about files and its direction.
    pub(in crate::cli) fn language(&self) -> (String, &'static str) {
        self.language_of("severity-error")
    }

    /// The language of a message and its direction.
    pub(in crate::cli) fn language_of(&self, id: &str) -> (String, &'static str) {
        let chain = self.packs.chain(&self.language);
        let pack = chain.into_iter().find(|pack| pack.has(id));
        let rtl = pack.is_some_and(|pack| pack.direction == Direction::Rtl);
        let lang = pack.map_or("en", |pack| pack.lang.as_str());
        (lang.to_owned(), if rtl { "rtl" } else { "ltr" })
    }

    /// A date such as "Nov 20, 2026".
    pub(in crate::cli) fn day(&self, day: Date) -> String {
        let pack = self.packs.chain(&self.language).into_iter().next();
        pack.map_or_else(|| day.to_string(), |pack| pack.formats.medium_date(day))
    }

    /// A language's own name; its tag if there is no pack for it.
    pub(in crate::cli) fn autonym(&self, tag: &str) -> String {
        let pack = self.packs.get(&Lang::new(tag));
        pack.map_or_else(|| tag.to_owned(), |pack| pack.autonym.clone())
    }

    /// The languages pages can be in: English first, because the library is
    /// written in it, then the others by tag.
    pub(in crate::cli) fn languages(&self) -> Vec<Named> {
        let named = |pack: &Pack| Named {
            tag: pack.lang.as_str().to_owned(),
            name: pack.autonym.clone(),
        };
        let mut all: Vec<Named> = self.packs.iter().map(named).collect();
        all.sort_by_key(|one| one.tag != "en");
        all
    }

    fn message(&self, id: &str, args: &FluentArgs) -> Option<String> {
        let chain = self.packs.chain(&self.language);
        // Attributes come from the same pack as their message.
        let name = id.split('.').next().unwrap_or(id);
        let pack = chain.into_iter().find(|pack| pack.has(name))?;
        pack.message(id, args).map(|text| plain(&text))
    }

    /// A message with text arguments.
    pub(in crate::cli) fn say<const N: usize>(
        &self,
        id: &str,
        values: [(&str, String); N],
    ) -> String {
        self.count(id, &[], values)
    }

    /// A message with number and text arguments.
    pub(in crate::cli) fn count<const N: usize>(
        &self,
        id: &str,
        numbers: &[(&str, usize)],
        values: [(&str, String); N],
    ) -> String {
        let mut args = FluentArgs::new();
        for (name, number) in numbers {
            args.set(*name, FluentValue::from(*number));
        }
        for (name, value) in values {
            args.set(name.to_owned(), text(&value));
        }
        self.message(id, &args).unwrap_or_else(|| id.to_owned())
    }

    /// A message around the complete text of another one, as `$words`.
    pub(super) fn around(&self, id: &str, words: &str) -> String {
        let mut args = FluentArgs::new();
        // What came from files was cut to its length inside that text.
        args.set("words", FluentValue::from(words.to_owned()));
        self.message(id, &args).unwrap_or_else(|| id.to_owned())
    }

    /// The message for an error of the operating system.
    pub(in crate::cli) fn fault(&self, fault: &Fault) -> String {
        let values = [("on", fault.on.clone()), ("system", fault.system.clone())];
        self.say(&format!("fault-{}", fault.tried), values)
    }

    /// The name of a severity.
    pub(in crate::cli) fn severity(&self, severity: Severity) -> String {
        self.say(
            match severity {
                Severity::Note => "severity-note",
                Severity::Warning => "severity-warning",
                Severity::Error => "severity-error",
                Severity::Bug => "severity-bug",
            },
            [],
        )
    }

    /// What a severity means for the site.
    pub(in crate::cli) fn weight(&self, severity: Severity) -> String {
        let name = match severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
            Severity::Bug => "bug",
        };
        self.say("explain-severity", [("severity", name.to_owned())])
    }

    /// What is wrong.
    pub(in crate::cli) fn what(&self, diagnostic: &Diagnostic) -> String {
        self.part(diagnostic, None)
            .unwrap_or_else(|| diagnostic.code.name().to_owned())
    }

    /// The further places, if there are any.
    pub(super) fn more(&self, diagnostic: &Diagnostic, texts: &Texts) -> Option<String> {
        let more = &diagnostic.more;
        let first = more.places.iter().take(NAMED);
        let lines: Vec<String> = first
            .clone()
            .filter(|one| one.file == diagnostic.file)
            .filter_map(|one| Some(texts.position_of(one.at.as_ref()?)?.line.to_string()))
            .collect();
        let files = first.filter_map(|one| Some(one_line(one.file.as_ref()?.as_str())));
        let (id, mut places) = if lines.is_empty() {
            ("more-files", files.collect())
        } else {
            ("more-lines", lines)
        };
        // Two places on one line are named once.
        places.dedup();
        let places = match more.count.saturating_sub(NAMED) {
            0 => places.join(", "),
            left => self.count("and-more", &[("more", left)], [("list", places.join(", "))]),
        };
        let counted = (more.count > 0).then_some(("count", more.count))?;
        Some(self.count(id, &[counted], [("places", places)]))
    }

    /// Why it matters to the family.
    pub(in crate::cli) fn why(&self, diagnostic: &Diagnostic) -> Option<String> {
        self.part(diagnostic, Some("why"))
    }

    /// What to write instead.
    pub(in crate::cli) fn help(&self, diagnostic: &Diagnostic) -> Option<String> {
        self.part(diagnostic, Some("help"))
    }

    /// The label of a second place.
    pub(in crate::cli) fn label(&self, diagnostic: &Diagnostic, words: &str) -> Option<String> {
        self.part(diagnostic, Some(words))
    }

    fn part(&self, diagnostic: &Diagnostic, attribute: Option<&str>) -> Option<String> {
        let mut args = FluentArgs::new();
        for (name, value) in &diagnostic.args {
            args.set(
                name.clone(),
                match value {
                    Arg::Text(words) => text(words),
                    Arg::Number(number) => FluentValue::from(*number),
                },
            );
        }
        let file = diagnostic.file.as_ref().map(|file| one_line(file.as_str()));
        args.set("path", file.unwrap_or_default());
        let name = diagnostic.code.name();
        let id = attribute.map_or_else(
            || name.to_owned(),
            |attribute| format!("{name}.{attribute}"),
        );
        self.message(&id, &args)
    }
}

/// A Fluent selector cannot match an empty text, so an empty text is passed as
/// 0.
fn text(words: &str) -> FluentValue<'static> {
    if words.is_empty() {
        FluentValue::from(0)
    } else {
        FluentValue::from(one_line(words))
    }
}

/// Author text as one line of a message: without characters that move the
/// cursor, and short enough to keep the message readable.
#[must_use]
pub fn one_line(text: &str) -> String {
    const LONGEST: usize = 160;
    let may_move = |c: char| c.is_control() || is_line_separator(c) || is_invisible(c);
    let shown: String = text
        .chars()
        .map(|c| if may_move(c) { ' ' } else { c })
        .take(LONGEST)
        .collect();
    if shown.len() < text.len() && text.chars().count() > LONGEST {
        shown + "…"
    } else {
        shown
    }
}
