use super::{
    Goal, Lang, Meeting, Original, PersonId, Review, Service, StudentId, Support, Text, Tip, TipId,
    Transition, Update, WeekMinutes,
};
use crate::source::{Back, Place, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that is written about one student.
#[derive(Debug, Clone)]
pub struct Record {
    /// The student.
    pub student: Student,
    /// A few lines about the student, as Markdown.
    pub about: Option<Text>,
    /// Goals, most important first.
    pub goals: Vec<Goal>,
    /// Services in the order in which they were written.
    pub services: Vec<Service>,
    /// Planned and given minutes, by week.
    pub minutes: Vec<WeekMinutes>,
    /// Tips that this student's goals name, or that stand in the folder.
    pub tips: BTreeMap<TipId, Tip>,
    /// Weekly updates, newest first.
    pub updates: Vec<Update>,
    /// Formal and brief reviews, newest first.
    pub reviews: Vec<Review>,
    /// Meetings by date.
    pub meetings: Vec<Meeting>,
    /// Changes of setting, grade, school or program, by date.
    pub transitions: Vec<Transition>,
    /// Every text above, for rules that read words.
    pub written: Vec<Written>,
    /// Words that no page shows, but that may tell that a sheet is another
    /// student's.
    pub aside: Vec<Written>,
    /// The files above that have words, with their translations.
    pub originals: Vec<Original>,
    /// Whether all of it could be read. From a part no site is made.
    pub whole: bool,
}

/// Words, their language and where they stand.
#[derive(Debug, Clone)]
pub struct Written {
    /// Where.
    pub at: Place,
    /// The way back to what was typed there, where the words are Markdown.
    pub back: Option<Arc<Back>>,
    /// In which language.
    pub lang: Lang,
    /// The words.
    pub text: String,
    /// Whether a translation of the file has a place for them.
    pub translatable: bool,
    /// What kind of thing they belong to, as `kind-of-thing` names it.
    pub what: &'static str,
    /// The field they were written under; nothing for a text in Markdown.
    pub field: &'static str,
}

impl Written {
    /// Where the bytes from `start` to `end` of these words stand; the whole of
    /// them where they are written in another form.
    #[must_use]
    pub fn place_at(&self, start: usize, end: usize) -> Place {
        let span = self.at.span;
        if let Some(back) = &self.back {
            return Place {
                file: self.at.file.clone(),
                span: back.span(Span::new(start, end)).shifted(span.start),
            };
        }
        if span.end - span.start != self.text.len() {
            return self.at.clone();
        }
        Place {
            file: self.at.file.clone(),
            span: Span::new(span.start + start, span.start + end),
        }
    }

    /// Where `part` stands in these words; the whole of them where it is written
    /// in another form.
    #[must_use]
    pub fn place_of(&self, part: &str) -> Place {
        match self.text.find(part) {
            Some(offset) => self.place_at(offset, offset + part.len()),
            None => self.at.clone(),
        }
    }
}

/// Who a site is about.
#[derive(Debug, Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is an answer to a question of its own"
)]
pub struct Student {
    /// The folder's name.
    pub id: StudentId,
    /// The whole name, as the family writes it.
    pub name: Text,
    /// What everybody calls the student.
    pub call_name: Text,
    /// For sentences that cannot do without.
    pub pronouns: Pronouns,
    /// The grade as written.
    pub grade: Option<String>,
    /// The home class.
    pub class: Option<Text>,
    /// Languages the family reads; the site opens in the first.
    pub home_languages: Vec<Lang>,
    /// Whether the family wants an interpreter.
    pub interpreter: bool,
    /// What the student does well.
    pub strengths: Vec<Text>,
    /// The student's own words.
    pub voice: Option<Voice>,
    /// What the family hopes for.
    pub hopes: Option<Text>,
    /// What the family asked for.
    pub asks: Vec<Ask>,
    /// Whom the family calls first.
    pub case_manager: PersonId,
    /// Who works with the student.
    pub team: Vec<Member>,
    /// What helps, besides services.
    pub supports: Vec<Support>,
    /// Whether the family has agreed to photos.
    pub photo_consent: bool,
    /// Whether the family wants an eligibility label to be shown.
    pub show_label: bool,
    /// The family's own words for the child, in small letters; no list has
    /// anything to say about them.
    pub family_words: Vec<String>,
    /// Whether a site is made at all.
    pub publish: bool,
    /// Names of other students that may stand in this one's texts.
    pub may_mention: Vec<String>,
}

/// Something the family asked for.
#[derive(Debug, Clone)]
pub struct Ask {
    /// What.
    pub ask: Text,
    /// What the school did.
    pub did: Option<Text>,
}

/// Something that the student made known.
#[derive(Debug, Clone)]
pub struct Voice {
    /// The words, or what a drawing shows.
    pub text: Text,
    /// How it was made known.
    pub kind: VoiceKind,
}

/// How a student makes something known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum VoiceKind {
    Said,
    Wrote,
    Drew,
}

/// A person of the student's team.
#[derive(Debug, Clone)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// What they do for this student.
    pub does: Option<Text>,
}

/// Words that stand for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pronouns {
    /// she, her
    She,
    /// he, him
    He,
    /// they, them
    They,
}
