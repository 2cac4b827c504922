use std::cell::Cell;

use fluent_bundle::{FluentArgs, FluentValue};

use super::localized_text::{LocalizedText, Mark, is_mark, plain};
use super::pack::{Pack, Packs};
use super::telephone::telephone;
use crate::model::{Date, Lang, Pronouns, School, State, Student, Text};

/// How much a text weighs, for what may stand in for a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MachineTranslation {
    /// Decisions, services, dates, places, rights: a person has to stand behind
    /// the translation.
    Binding,
    /// Goals, updates, tips: a machine's translation may be shown, labeled, and
    /// so may one that its original has outgrown.
    Everyday,
}

/// Arguments of a message.
#[must_use]
pub fn args<'a, const N: usize>(values: [(&'a str, FluentValue<'a>); N]) -> FluentArgs<'a> {
    values.into_iter().collect()
}

/// What a group of texts is made of, besides the page's own language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TranslationGaps {
    /// Some of it is not translated.
    pub untranslated: bool,
    /// Some of it was translated by a machine.
    pub machine: bool,
    /// Some of it was translated before the original changed.
    pub stale: bool,
}

/// Says things in one language about one student.
pub struct Localizer<'a> {
    /// The language.
    pub pack: &'a Pack,
    /// The school whose words these are.
    pub school: &'a School,
    packs: &'a Packs,
    chain: Vec<&'a Pack>,
    name: String,
    pronoun: &'static str,
    foreign: Cell<TranslationGaps>,
}

impl<'a> Localizer<'a> {
    /// A speaker of `lang`; nothing when there is no pack for it.
    #[must_use]
    pub fn new(
        packs: &'a Packs,
        lang: &Lang,
        school: &'a School,
        student: &Student,
    ) -> Option<Self> {
        let pack = packs.get(lang)?;
        let pronoun = match student.pronouns {
            Pronouns::She => "she",
            Pronouns::He => "he",
            Pronouns::They => "they",
        };
        let name = in_language(&student.call_name, lang).to_owned();
        let chain = packs.chain(lang);
        Some(Self {
            pack,
            school,
            packs,
            chain,
            name,
            pronoun,
            foreign: Cell::default(),
        })
    }

    /// What everybody calls the student, as this language writes it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The message `id` without values of its own.
    #[must_use]
    pub fn say(&self, id: &str) -> LocalizedText {
        self.say_with(id, FluentArgs::new())
    }

    /// The message `id`. Every message may use `$name` and `$pronoun`.
    #[must_use]
    pub fn say_with<'s>(&'s self, id: &str, mut args: FluentArgs<'s>) -> LocalizedText {
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

    /// The message `id` where it begins a sentence, a line or a heading: what is
    /// put in first begins as this language begins them.
    #[must_use]
    pub fn sentence<'s>(&'s self, id: &str, args: FluentArgs<'s>) -> LocalizedText {
        self.begun(self.say_with(id, args))
    }

    /// The same words at the beginning of a sentence, a line or a heading.
    #[must_use]
    pub fn begun(&self, words: LocalizedText) -> LocalizedText {
        LocalizedText {
            text: self.pack.formats.sentence(&words.text),
            mark: words.mark,
        }
    }

    /// The characters of a message that has no foreign part.
    #[must_use]
    pub fn text<'s>(&'s self, id: &str, args: FluentArgs<'s>) -> String {
        self.say_with(id, args).text
    }

    /// A number, rounded to one decimal, for a message's plural.
    #[must_use]
    pub fn number(&self, value: f64) -> FluentValue<'static> {
        FluentValue::from((value * 10.0).round() / 10.0)
    }

    /// Words that somebody wrote, as well as this language has them.
    pub fn written(&self, text: &Text, weight: MachineTranslation) -> LocalizedText {
        let lang = &self.pack.lang;
        if self.school.language == *lang {
            return LocalizedText::own(tame(&text.original));
        }
        if let Some(translation) = text.translations.get(lang) {
            let foreign = TranslationGaps {
                machine: translation.state == State::Machine,
                stale: translation.state == State::Stale,
                untranslated: false,
            };
            let sure = !foreign.machine && !foreign.stale;
            if sure || weight == MachineTranslation::Everyday {
                self.note(foreign);
                return LocalizedText::own(tame(&translation.text));
            }
        }
        self.note(TranslationGaps {
            untranslated: true,
            ..TranslationGaps::default()
        });
        self.original(text)
    }

    /// Words to put into a sentence of this language. None where there are only
    /// words of another: they could not be marked inside it.
    pub fn inside(&self, text: &Text, weight: MachineTranslation) -> Option<String> {
        let (phrase, foreign) = self.apart(|| self.written(text, weight));
        if phrase.mark.is_some() {
            return None;
        }
        self.note(foreign);
        Some(phrase.text)
    }

    /// Words as they were first written, marked with their language.
    #[must_use]
    pub fn original(&self, text: &Text) -> LocalizedText {
        let pack = self.packs.get(&self.school.language);
        let other = pack.filter(|pack| pack.lang != self.pack.lang);
        let mark = other.map(|pack| self.mark(pack));
        LocalizedText {
            text: tame(&text.original),
            mark,
        }
    }

    /// A proper name: never counts as untranslated.
    #[must_use]
    pub fn proper(&self, name: &Text) -> String {
        tame(in_language(name, &self.pack.lang))
    }

    /// What `say` gives, and what is foreign in it, which then counts for nothing
    /// else.
    pub fn apart<T>(&self, say: impl FnOnce() -> T) -> (T, TranslationGaps) {
        let before = self.foreign.take();
        let said = say();
        (said, self.foreign.replace(before))
    }

    /// What has been foreign since this was last asked.
    pub fn take_foreign(&self) -> TranslationGaps {
        self.foreign.take()
    }

    fn note(&self, more: TranslationGaps) {
        let now = self.foreign.get();
        let untranslated = now.untranslated || more.untranslated;
        self.foreign.set(TranslationGaps {
            untranslated,
            machine: now.machine || more.machine,
            stale: now.stale || more.stale,
        });
    }

    /// The sentence about something that is not translated: the message `free`
    /// where an interpreter costs nothing, or else `plain`.
    #[must_use]
    pub fn not_translated(&self, free: &str, plain: &str) -> LocalizedText {
        let language = FluentValue::from(self.language_name(&self.school.language));
        let line = self.school.interpreter.as_ref().filter(|line| line.free);
        let (id, phone) = line.map_or((plain, &self.school.phone), |line| (free, &line.phone));
        let phone = self.telephone(phone);
        self.say_with(id, args([("language", language), ("phone", phone)]))
    }

    /// The sentence `id` about a translation that its original has outgrown.
    #[must_use]
    pub fn stale(&self, id: &str) -> LocalizedText {
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

    /// What this language calls `lang`. A language of some place (`es-MX`) is
    /// called as the language is, where it has no name of its own.
    #[must_use]
    pub fn language_name(&self, lang: &Lang) -> String {
        self.name_in(self.pack, lang)
    }

    fn name_in(&self, pack: &Pack, lang: &Lang) -> String {
        let said = |tag: &str| pack.message(&format!("language-{tag}"), &FluentArgs::new());
        // Portuguese is Portuguese, of whatever country.
        let (tag, base) = (lang.as_str(), lang.as_str().split('-').next());
        let named = said(tag).or_else(|| said(base?));
        let own = || self.packs.get(lang).map(|pack| pack.autonym.clone());
        named.or_else(own).unwrap_or_else(|| lang.to_string())
    }

    /// What staff call `lang`.
    #[must_use]
    pub fn staff_name_of(&self, lang: &Lang) -> String {
        let chain = self.packs.chain(&self.school.language);
        let pack = chain.first().copied().unwrap_or(self.pack);
        self.name_in(pack, lang)
    }

    /// The message `id` in the language that staff write in, as mere characters.
    #[must_use]
    pub fn to_staff(&self, id: &str, args: &FluentArgs) -> String {
        let chain = self.packs.chain(&self.school.language);
        let said = chain.iter().find_map(|pack| pack.message(id, args));
        plain(&said.unwrap_or_default())
    }

    /// A telephone number as this language reads it out: an extension is a word.
    #[must_use]
    pub fn telephone(&self, written: &str) -> FluentValue<'static> {
        let said = match telephone(written) {
            (number, Some(extension)) => self.text(
                "phone-extension",
                args([("number", number.into()), ("extension", extension.into())]),
            ),
            _ => written.to_owned(),
        };
        FluentValue::from(said)
    }

    /// November 20, 2026
    #[must_use]
    pub fn date(&self, day: Date) -> String {
        self.pack.formats.date(day)
    }

    /// November 20, with its year where that is not this year.
    #[must_use]
    pub fn day(&self, day: Date) -> String {
        if day.year() == self.school.today.year() {
            self.pack.formats.month_day(day)
        } else {
            self.date(day)
        }
    }
}

fn in_language<'t>(text: &'t Text, lang: &Lang) -> &'t str {
    text.translations
        .get(lang)
        .map_or(&text.original, |translation| &translation.text)
}

/// Nobody's words may bring the private characters that stand for markup.
fn tame(text: &str) -> String {
    text.replace(is_mark, "")
}
