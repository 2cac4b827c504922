use std::cell::Cell;

use fluent_bundle::{FluentArgs, FluentValue};

use super::pack::{Pack, Packs};
use super::phrase::{Mark, Phrase, is_mark, plain};
use super::telephone::telephone;
use crate::model::{Date, Lang, Pronouns, School, State, Student, Text};

/// How much a text weighs, for what may stand in for a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Decisions, services, dates, places, rights: a person has to stand behind
    /// the translation.
    Binding,
    /// Goals, updates, tips: a machine's translation may be shown, labelled, and
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
pub struct Foreign {
    /// Some of it is not translated.
    pub untranslated: bool,
    /// Some of it was translated by a machine.
    pub machine: bool,
    /// Some of it was translated before the original changed.
    pub stale: bool,
}

/// Says things in one language about one student.
pub struct Speaker<'a> {
    /// The language.
    pub pack: &'a Pack,
    /// The school whose words these are.
    pub school: &'a School,
    packs: &'a Packs,
    chain: Vec<&'a Pack>,
    name: String,
    pronoun: &'static str,
    foreign: Cell<Foreign>,
}

impl<'a> Speaker<'a> {
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
    pub fn say(&self, id: &str) -> Phrase {
        self.say_with(id, FluentArgs::new())
    }

    /// The message `id`. Every message may use `$name` and `$pronoun`.
    #[must_use]
    pub fn say_with<'s>(&'s self, id: &str, mut args: FluentArgs<'s>) -> Phrase {
        args.set("name", self.name.as_str());
        args.set("pronoun", self.pronoun);
        for pack in &self.chain {
            if let Some(text) = pack.message(id, &args) {
                let mark = (pack.lang != self.pack.lang).then(|| mark(pack));
                return Phrase { text, mark };
            }
        }
        Phrase::own(id)
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
    pub fn written(&self, text: &Text, weight: Weight) -> Phrase {
        let lang = &self.pack.lang;
        if self.school.language == *lang {
            return Phrase::own(tame(&text.original));
        }
        if let Some(translation) = text.translations.get(lang) {
            let foreign = Foreign {
                machine: translation.state == State::Machine,
                stale: translation.state == State::Stale,
                untranslated: false,
            };
            let sure = !foreign.machine && !foreign.stale;
            if sure || weight == Weight::Everyday {
                self.note(foreign);
                return Phrase::own(tame(&translation.text));
            }
        }
        self.note(Foreign {
            untranslated: true,
            ..Foreign::default()
        });
        self.original(text)
    }

    /// Words to put into a sentence of this language. None where there are only
    /// words of another: they could not be marked inside it.
    pub fn inside(&self, text: &Text, weight: Weight) -> Option<String> {
        let phrase = self.written(text, weight);
        phrase.mark.is_none().then_some(phrase.text)
    }

    /// Words as they were first written, marked with their language.
    #[must_use]
    pub fn original(&self, text: &Text) -> Phrase {
        let mark = self.packs.get(&self.school.language).map(mark);
        let mark = mark.filter(|mark| mark.lang != self.pack.lang.as_str());
        Phrase {
            text: tame(&text.original),
            mark,
        }
    }

    /// A proper name: never counts as untranslated.
    #[must_use]
    pub fn proper(&self, name: &Text) -> String {
        tame(in_language(name, &self.pack.lang))
    }

    /// What has been foreign since this was last asked.
    pub fn take_foreign(&self) -> Foreign {
        self.foreign.take()
    }

    fn note(&self, more: Foreign) {
        let now = self.foreign.get();
        let untranslated = now.untranslated || more.untranslated;
        self.foreign.set(Foreign {
            untranslated,
            machine: now.machine || more.machine,
            stale: now.stale || more.stale,
        });
    }

    /// The sentence under something that is not translated.
    #[must_use]
    pub fn not_translated(&self) -> Phrase {
        let language = self.language_name(&self.school.language);
        let language = FluentValue::from(language);
        match &self.school.interpreter {
            Some(line) if line.free => self.say_with(
                "not-translated",
                args([
                    ("language", language),
                    ("phone", self.telephone(&line.phone)),
                ]),
            ),
            _ => self.say_with(
                "not-translated-plain",
                args([
                    ("language", language),
                    ("phone", self.telephone(&self.school.phone)),
                ]),
            ),
        }
    }

    /// The sentence under a translation that its original has outgrown.
    #[must_use]
    pub fn stale(&self) -> Phrase {
        let language = FluentValue::from(self.language_name(&self.pack.lang));
        self.say_with("translation-stale", args([("language", language)]))
    }

    /// What this language calls `lang`.
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
}

fn mark(pack: &Pack) -> Mark {
    Mark {
        lang: pack.lang.to_string(),
        dir: pack.direction,
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
