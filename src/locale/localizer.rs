//! Messages, dates and teachers' text in one language, about one student.

use fluent_bundle::{FluentArgs, FluentValue};

use super::ShownTexts;
use super::localized_text::{LocalizedText, Mark, is_mark, plain};
use super::pack::{Pack, Packs};
use super::telephone::telephone;
use crate::model::{Date, Lang, Pronouns, School, Student, Text, Today, TranslationState};

/// Whether a machine's translation of a text may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MachineTranslation {
    /// Neither machine nor stale translations. For decisions, services, dates,
    /// places and rights: a person must have checked the translation.
    Refused,
    /// Yes, with a note. For goals, updates and tips.
    Labeled,
}

/// Arguments of a message.
#[must_use]
pub(crate) fn args<'a, const N: usize>(values: [(&'a str, FluentValue<'a>); N]) -> FluentArgs<'a> {
    values.into_iter().collect()
}

/// Problems of the translations of one or more texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct TranslationGaps {
    /// Some text is not translated.
    pub(crate) untranslated: bool,
    /// A machine translated some text.
    pub(crate) machine: bool,
    /// Some text was translated before its original changed.
    pub(crate) stale: bool,
}

impl TranslationGaps {
    /// The union of both.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            untranslated: self.untranslated || other.untranslated,
            machine: self.machine || other.machine,
            stale: self.stale || other.stale,
        }
    }
}

/// Text that a teacher wrote, in the reader's language if a usable translation
/// exists.
#[derive(Debug, Clone)]
pub(crate) struct TextWithGaps {
    /// The text.
    pub(crate) text: LocalizedText,
    /// What it lacks.
    pub(crate) gaps: TranslationGaps,
}

/// Formats messages, dates, and names in one language, for one student's pages.
pub(crate) struct Localizer<'a> {
    /// The language.
    pub(crate) pack: &'a Pack,
    /// The student's school.
    pub(crate) school: &'a School,
    /// The day that counts as today.
    pub(crate) today: Today<'a>,
    /// Notes what the site shows.
    shown: &'a ShownTexts,
    packs: &'a Packs,
    chain: Vec<&'a Pack>,
    name: String,
    pronoun: &'static str,
}

impl<'a> Localizer<'a> {
    /// A localizer for `lang`; `None` if there is no pack for it.
    #[must_use]
    pub(crate) fn new(
        packs: &'a Packs,
        lang: &Lang,
        school: &'a School,
        today: Today<'a>,
        shown: &'a ShownTexts,
        student: &Student,
    ) -> Option<Self> {
        let pack = packs.get(lang)?;
        let pronoun = match student.pronouns {
            Pronouns::She => "she",
            Pronouns::He => "he",
            Pronouns::They => "they",
        };
        let name = student.call_name.in_language(lang).to_owned();
        let chain = packs.chain(lang);
        for pack in chain.iter().copied().chain(packs.get(&school.language)) {
            shown.add_pack(&pack.lang);
        }
        Some(Self {
            pack,
            school,
            today,
            shown,
            packs,
            chain,
            name,
            pronoun,
        })
    }

    /// The name by which the student is called, as this language writes it.
    #[must_use]
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// All packs.
    #[must_use]
    pub(crate) fn packs(&self) -> &'a Packs {
        self.packs
    }

    /// The message `id` without values.
    #[must_use]
    pub(crate) fn say(&self, id: &str) -> LocalizedText {
        self.say_with(id, FluentArgs::new())
    }

    /// The message `id`. Every message may use `$name` and `$pronoun`.
    #[must_use]
    pub(crate) fn say_with<'s>(&'s self, id: &str, mut args: FluentArgs<'s>) -> LocalizedText {
        args.set("name", self.name.as_str());
        args.set("pronoun", self.pronoun);
        for pack in &self.chain {
            if let Some(text) = pack.message(id, &args) {
                let mark = (pack.lang != self.pack.lang).then(|| self.mark(pack));
                return LocalizedText { text, mark };
            }
        }
        LocalizedText::own(id)
    }

    /// The message `id`, capitalized as this language does at the start of a
    /// sentence, line or heading.
    #[must_use]
    pub(crate) fn sentence<'s>(&'s self, id: &str, args: FluentArgs<'s>) -> LocalizedText {
        self.capitalized(self.say_with(id, args))
    }

    /// The text, capitalized as this language does at the start of a sentence, line
    /// or heading.
    #[must_use]
    pub(crate) fn capitalized(&self, words: LocalizedText) -> LocalizedText {
        LocalizedText {
            text: self.pack.formats.sentence(&words.text),
            mark: words.mark,
        }
    }

    /// The message `id` as a string, without the mark of its language.
    #[must_use]
    pub(crate) fn text<'s>(&'s self, id: &str, args: FluentArgs<'s>) -> String {
        self.say_with(id, args).text
    }

    /// A number, rounded to one decimal, for a message's plural.
    #[must_use]
    pub(crate) fn number(value: f64) -> FluentValue<'static> {
        FluentValue::from((value * 10.0).round() / 10.0)
    }

    /// The message `id` with `text` as its value `name`. If `text` is in another
    /// language, returns it unchanged: no sentence mixes two languages.
    #[must_use]
    pub(crate) fn around(
        &self,
        id: &str,
        name: &'static str,
        text: LocalizedText,
    ) -> LocalizedText {
        self.around_with(id, name, text, FluentArgs::new())
    }

    /// The same for a message with more values.
    #[must_use]
    pub(crate) fn around_with<'s>(
        &'s self,
        id: &str,
        name: &'static str,
        text: LocalizedText,
        mut args: FluentArgs<'s>,
    ) -> LocalizedText {
        if text.mark.is_some() {
            return text;
        }
        args.set(name, text.text);
        self.say_with(id, args)
    }

    /// Text that a teacher wrote: its translation, or the original, marked.
    #[must_use]
    pub(crate) fn written(&self, text: &Text, machine: MachineTranslation) -> TextWithGaps {
        self.shown.add(text);
        let lang = &self.pack.lang;
        if self.school.language == *lang {
            return TextWithGaps {
                text: LocalizedText::own(strip_marks(&text.original)),
                gaps: TranslationGaps::default(),
            };
        }
        if let Some(translation) = text.translations.get(lang) {
            let gaps = TranslationGaps {
                machine: translation.state == TranslationState::Machine,
                stale: translation.state == TranslationState::Stale,
                untranslated: false,
            };
            let sure = gaps == TranslationGaps::default();
            if sure || machine == MachineTranslation::Labeled {
                let text = LocalizedText::own(strip_marks(&translation.text));
                return TextWithGaps { text, gaps };
            }
        }
        TextWithGaps {
            text: self.original(text),
            gaps: TranslationGaps {
                untranslated: true,
                ..TranslationGaps::default()
            },
        }
    }

    /// The original text, marked with its language.
    #[must_use]
    pub(crate) fn original(&self, text: &Text) -> LocalizedText {
        self.shown.add(text);
        let pack = self.packs.get(&self.school.language);
        let other = pack.filter(|pack| pack.lang != self.pack.lang);
        let mark = other.map(|pack| self.mark(pack));
        LocalizedText {
            text: strip_marks(&text.original),
            mark,
        }
    }

    /// A proper name: never counts as untranslated.
    #[must_use]
    pub(crate) fn proper(&self, name: &Text) -> String {
        self.shown.add(name);
        strip_marks(name.in_language(&self.pack.lang))
    }

    /// The sentence about text that is not translated: the message `free` if an
    /// interpreter is free, or else `plain`.
    #[must_use]
    pub(crate) fn not_translated(&self, free: &str, plain: &str) -> LocalizedText {
        let language = FluentValue::from(self.language_name(&self.school.language));
        let line = self.school.interpreter.as_ref().filter(|line| line.free);
        let (id, phone) = line.map_or((plain, &self.school.phone), |line| (free, &line.phone));
        let phone = self.telephone(phone);
        self.say_with(id, args([("language", language), ("phone", phone)]))
    }

    /// The sentence `id` about a translation that is older than its original.
    #[must_use]
    pub(crate) fn stale(&self, id: &str) -> LocalizedText {
        let language = FluentValue::from(self.language_name(&self.pack.lang));
        self.say_with(id, args([("language", language)]))
    }

    fn mark(&self, pack: &Pack) -> Mark {
        let language = self.language_name(&pack.lang);
        let label = self
            .pack
            .message("in-language", &args([("language", language.into())]));
        Mark {
            lang: pack.lang.to_string(),
            dir: pack.direction,
            label: label.unwrap_or_default(),
        }
    }

    /// The name of `lang` in this language. A regional language (`es-MX`) without a
    /// name has that of its base language.
    #[must_use]
    pub(crate) fn language_name(&self, lang: &Lang) -> String {
        self.name_in(self.pack, lang)
    }

    fn name_in(&self, pack: &Pack, lang: &Lang) -> String {
        let said = |tag: &str| pack.message(&format!("language-{tag}"), &FluentArgs::new());
        // Fall back to the base language: `pt-BR` to `pt`.
        let (tag, base) = (lang.as_str(), lang.as_str().split('-').next());
        let named = said(tag).or_else(|| said(base?));
        let own = || self.packs.get(lang).map(|pack| pack.autonym.clone());
        named.or_else(own).unwrap_or_else(|| lang.to_string())
    }

    /// The name of `lang` in the language that staff write in.
    #[must_use]
    pub(crate) fn staff_name_of(&self, lang: &Lang) -> String {
        let chain = self.packs.chain(&self.school.language);
        let pack = chain.first().copied().unwrap_or(self.pack);
        self.name_in(pack, lang)
    }

    /// The message `id` in the language that staff write in, as plain text.
    #[must_use]
    pub(crate) fn to_staff(&self, id: &str, args: &FluentArgs) -> String {
        let chain = self.packs.chain(&self.school.language);
        let said = chain.iter().find_map(|pack| pack.message(id, args));
        plain(&said.unwrap_or_default())
    }

    /// A telephone number as this language reads it out: an extension is a word.
    #[must_use]
    pub(crate) fn telephone(&self, written: &str) -> FluentValue<'static> {
        let said = match telephone(written) {
            (number, Some(extension)) => self.text(
                "phone-extension",
                args([("number", number.into()), ("extension", extension.into())]),
            ),
            _ => written.to_owned(),
        };
        FluentValue::from(said)
    }

    /// The full date, such as November 20, 2026.
    #[must_use]
    pub(crate) fn date(&self, day: Date) -> String {
        self.pack.formats.date(day)
    }

    /// November 20, with its year if that is not this year.
    #[must_use]
    pub(crate) fn day(&self, day: Date) -> String {
        if day.year() == self.today.year() {
            self.pack.formats.month_day(day)
        } else {
            self.date(day)
        }
    }
}

/// Removes the private characters that stand for markup, which author text must
/// not contain.
fn strip_marks(text: &str) -> String {
    text.replace(is_mark, "")
}
