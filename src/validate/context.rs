use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::example::{Ids, Sample};
use super::fields::{Fields, TranslatedFields};
use super::translation;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::input::{Period, synonyms};
use crate::model::{Date, DateOrder, Lang, Original, State, Text, Translation, Written};
use crate::parse::{Entry, Group, Groups, Kind, RawFile};
use crate::source::{Fingerprint, Place, RelPath, Span, TranslationLog, TranslationRecord};

/// What every reader of fields needs, and where it puts what it sees.
pub(super) struct Context {
    /// The language that files without one in their name are written in.
    pub(super) language: Lang,
    /// The day that counts as today.
    pub(super) today: Date,
    /// What lines to write are made of.
    pub(super) ids: Ids,
    /// How days are written in sheets.
    pub(super) sheet_dates: DateOrder,
    /// Whether the school is an invented one.
    pub(super) example: bool,
    /// Every name of the student.
    pub(super) own_names: Vec<String>,
    /// The school year, for days that are typed without one.
    pub(super) year: Option<Period>,
    /// What was remembered of translations.
    translation_log: TranslationLog,
    /// How the values of the goal are written that is being read.
    sample: RefCell<Sample>,
    texts: RefCell<BTreeMap<RelPath, Arc<str>>>,
    diagnostics: RefCell<Diagnostics>,
    written: RefCell<Vec<Written>>,
    /// Words that no page shows, in which other students' names are looked for.
    pub(super) aside: RefCell<Vec<Written>>,
    /// The texts of translations, each by its file and the words it was made from.
    pairs: RefCell<BTreeMap<(RelPath, Fingerprint), BTreeSet<Fingerprint>>>,
}

impl Context {
    pub(super) fn new(language: Lang, today: Date, translation_log: &TranslationLog) -> Self {
        Self {
            language,
            today,
            ids: Ids::default(),
            sheet_dates: DateOrder::Iso,
            example: false,
            own_names: Vec::new(),
            year: None,
            translation_log: translation_log.clone(),
            sample: RefCell::default(),
            texts: RefCell::default(),
            diagnostics: RefCell::default(),
            written: RefCell::default(),
            aside: RefCell::default(),
            pairs: RefCell::default(),
        }
    }

    /// How values are written now.
    pub(super) fn sample(&self) -> Sample {
        self.sample.borrow().clone()
    }

    /// Another goal is being read, or its measure is known now.
    pub(super) fn set_sample(&self, sample: Sample) {
        self.sample.replace(sample);
    }

    /// The whole text of a file whose fields are read.
    pub(super) fn text(&self, file: &RelPath) -> Arc<str> {
        let texts = self.texts.borrow();
        texts.get(file).cloned().unwrap_or_else(|| "".into())
    }

    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.diagnostics.borrow_mut().push(diagnostic);
    }

    /// Remembers words for the rules that read all of them.
    pub(super) fn note_words(&self, written: Written) {
        self.written.borrow_mut().push(written);
    }

    /// Ends the reading of `groups`: what was seen, what was written, and which
    /// files have words. `shown` are the languages that `languages` are read in.
    pub(super) fn finish(
        self,
        groups: &Groups,
        languages: &[Lang],
        shown: &[Lang],
    ) -> (Diagnostics, Vec<Written>, Vec<Original>) {
        let written = self.written.take();
        let originals = translation::originals(&self, groups, &written, languages);
        translation::report_stale(&self, &originals, shown);
        (self.diagnostics.into_inner(), written, originals)
    }

    // Translations.

    /// What is remembered of a translation that has not changed since.
    pub(super) fn known(&self, side: &RawFile) -> Option<&TranslationRecord> {
        let known = self.translation_log.get(&side.path)?;
        (known.translation == translation::print(side)).then_some(known)
    }

    /// Notes a text of a translation; who stands behind it comes back. What a
    /// machine made stays the machine's when it grows old, too.
    pub(super) fn pair(&self, side: &TranslatedFields, original: &str, words: &str) -> State {
        let print = Fingerprint::of([original, words]);
        let mut pairs = self.pairs.borrow_mut();
        let texts = pairs.entry((side.file.clone(), Fingerprint::of([original])));
        texts.or_default().insert(print);
        let old = side
            .known
            .is_some_and(|known| !known.texts.contains(&print));
        match side.state {
            State::Human | State::Reviewed if old => State::Stale,
            state => state,
        }
    }

    /// The prints of a text with what `file` makes of it: nothing, where it has
    /// no translation of it.
    pub(super) fn prints(&self, file: &RelPath, original: &str) -> BTreeSet<Fingerprint> {
        let key = (file.clone(), Fingerprint::of([original]));
        let pairs = self.pairs.borrow();
        let alone = || [Fingerprint::of([original, ""])].into();
        pairs.get(&key).cloned().unwrap_or_else(alone)
    }

    /// The fields of a file and of its translations. `what` names the kind of
    /// thing in messages.
    pub(super) fn fields<'a>(
        &'a self,
        what: &'static str,
        group: &'a Group,
        raw: &'a RawFile,
    ) -> Option<Fields<'a>> {
        let mut texts = self.texts.borrow_mut();
        texts.insert(raw.path.clone(), raw.text.clone());
        drop(texts);
        let Some(entries) = raw.facts.entries() else {
            let fault = Diagnostic::at(Code::WrongType, &place(raw, raw.facts.span));
            self.report(
                fault
                    .with("field", what)
                    .with("expected", "map")
                    .with("example", "")
                    .with("found", "-"),
            );
            return None;
        };
        let sides = group.translations.iter().filter_map(|(lang, side)| {
            let Some(entries) = side.facts.entries() else {
                let fault = Diagnostic::at(Code::WrongType, &place(side, side.facts.span));
                self.report(
                    fault
                        .with("field", what)
                        .with("expected", "map")
                        .with("example", "")
                        .with("found", "-"),
                );
                return None;
            };
            Some(self.side(lang, side, entries))
        });
        let fields = Fields::new(self, what, &raw.path, raw.top(), entries, sides.collect());
        self.check_format(&fields);
        if what != "school" {
            self.check_example(&fields);
        }
        // Read above, for the whole file.
        fields.side_fact("format");
        fields.side_fact("translation");
        fields.side_fact("reviewed_by");
        fields.side_fact("checked");
        Some(fields)
    }

    fn side<'a>(
        &'a self,
        lang: &Lang,
        raw: &'a RawFile,
        entries: &'a [Entry],
    ) -> TranslatedFields<'a> {
        TranslatedFields {
            lang: lang.clone(),
            state: self.state(raw),
            known: self.known(raw),
            file: &raw.path,
            entries,
        }
    }

    /// The maps of a list, each as its fields.
    pub(super) fn rows<'a>(&'a self, what: &'static str, raw: &'a RawFile) -> Vec<Fields<'a>> {
        let Kind::List(rows) = &raw.facts.kind else {
            return Vec::new();
        };
        let rows = rows.iter().filter_map(|row| Some((row, row.entries()?)));
        rows.map(|(row, entries)| {
            let at = place(raw, row.span);
            Fields::new(self, what, &raw.path, at, entries, Vec::new()).among_numbers()
        })
        .collect()
    }

    fn check_format(&self, fields: &Fields) {
        let Some(format) = fields.number("format") else {
            return;
        };
        if (format.value - 1.0).abs() > f64::EPSILON {
            self.report(Diagnostic::at(Code::UnknownFormat, &format.at));
        }
    }

    /// Reports what says of itself that it is invented, and stands in a real
    /// school.
    pub(super) fn check_example(&self, fields: &Fields) {
        if fields.yes("example") == Some(true) && !self.example {
            let fault = Diagnostic::at(Code::ExampleInSchool, &fields.key_place("example"));
            self.report(fault.with("what", fields.what()));
        }
    }

    /// Who stands behind a translation, as it says itself.
    pub(super) fn state(&self, side: &RawFile) -> State {
        let Some(node) = side.facts.get("translation") else {
            return State::Human;
        };
        match node.text() {
            Some("human") => State::Human,
            Some("reviewed") => State::Reviewed,
            Some("machine") => State::Machine,
            other => {
                let found = other.unwrap_or_default();
                let at = place(side, node.span);
                if let Some(meant) = synonyms::choice(found, STATES.iter().map(|(word, _)| *word)) {
                    self.read_as(&at, found, meant);
                    let state = STATES.iter().find(|(word, _)| *word == meant);
                    return state.map_or(State::Machine, |(_, state)| *state);
                }
                let fault = Diagnostic::at(Code::UnknownChoice, &at).with("list", "");
                let fault = fault
                    .with("field", "translation")
                    .with("found", other.unwrap_or("-"));
                self.report(
                    fault
                        .with("choices", "human, reviewed, machine")
                        .with("nearest", ""),
                );
                State::Machine
            }
        }
    }

    /// The words of a Markdown file that has no title of its own: all of them.
    pub(super) fn words(&self, group: &Group, raw: &RawFile) -> Text {
        let text = self.body(group, raw);
        if text.is_empty() {
            self.report(Diagnostic::about(Code::EmptyFile, &raw.path));
        }
        text
    }

    /// The same where there need not be any words.
    pub(super) fn body(&self, group: &Group, raw: &RawFile) -> Text {
        let (title, mut text) = self.prose(group, raw);
        if title.is_some() {
            raw.words().trim().clone_into(&mut text.original);
            for (lang, file) in &group.translations {
                if let Some(translation) = text.translations.get_mut(lang) {
                    file.words().trim().clone_into(&mut translation.text);
                }
            }
        }
        text
    }

    /// The words of a Markdown file and of its translations, without their
    /// first heading, which comes back as well.
    pub(super) fn prose(&self, group: &Group, raw: &RawFile) -> (Option<Text>, Text) {
        let read = |file: &RawFile, lang: &Lang| {
            let (title, body) = crate::parse::markdown::title(file.words());
            let at = file.body.as_ref().map_or(Span::new(0, 0), |body| body.span);
            self.note_words(Written {
                at: place(file, at),
                back: file.body.as_ref().map(|body| body.back.clone()),
                lang: lang.clone(),
                text: file.words().to_owned(),
                translatable: *lang == self.language,
                what: "words",
                field: "",
            });
            (title, body.trim().to_owned())
        };
        let (title, body) = read(raw, &self.language);
        let mut title = title.map(Text::new);
        let mut text = Text::new(body);
        for (lang, file) in &group.translations {
            let side = self.side(lang, file, &[]);
            let state = self.pair(&side, raw.words(), file.words());
            let (side_title, side_body) = read(file, lang);
            if let (Some(title), Some(words)) = (&mut title, side_title) {
                title
                    .translations
                    .insert(lang.clone(), Translation { text: words, state });
            }
            if !side_body.is_empty() {
                text.translations.insert(
                    lang.clone(),
                    Translation {
                        text: side_body,
                        state,
                    },
                );
            }
        }
        (title, text)
    }
}

/// Who may stand behind a translation.
const STATES: [(&str, State); 3] = [
    ("human", State::Human),
    ("reviewed", State::Reviewed),
    ("machine", State::Machine),
];

pub(super) fn place(file: &RawFile, span: Span) -> Place {
    Place {
        file: file.path.clone(),
        span,
    }
}
