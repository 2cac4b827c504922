//! A student, and everything written about this student.

use super::{
    Goal, Lang, Meeting, Original, PersonId, Reader, Review, Service, StudentId, Support, Text,
    Tip, TipId, Transition, Update, WeekMinutes,
};
use crate::source::{Back, Place, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything written about one student.
#[derive(Debug, Clone)]
pub struct Record {
    /// The student.
    pub student: Student,
    /// A short introduction of the student, as Markdown.
    pub about: Option<Text>,
    /// Goals, most important first.
    pub goals: Vec<Goal>,
    /// Services, in file order.
    pub services: Vec<Service>,
    /// Planned and provided minutes, by week.
    pub minutes: Vec<WeekMinutes>,
    /// Tips named by this student's goals, or in the student's folder.
    pub tips: BTreeMap<TipId, Tip>,
    /// Weekly updates, newest first.
    pub updates: Vec<Update>,
    /// Formal and brief reviews, newest first.
    pub reviews: Vec<Review>,
    /// Meetings, by date.
    pub meetings: Vec<Meeting>,
    /// Changes of setting, grade, school or program, by date.
    pub transitions: Vec<Transition>,
    /// All texts above, for the rules that read text.
    pub author_texts: Vec<AuthorText>,
    /// Text that no page shows but that may reveal that a data sheet belongs to
    /// another student.
    pub aside: Vec<AuthorText>,
    /// The files above that have text, with their translations.
    pub originals: Vec<Original>,
    /// Whether everything could be read. No site is built from an incomplete
    /// record.
    pub is_complete: bool,
}

/// A text with its language and position.
#[derive(Debug, Clone)]
pub struct AuthorText {
    /// The position.
    pub at: Place,
    /// The map back to the source text, if this text is Markdown.
    pub back: Option<Arc<Back>>,
    /// The language.
    pub lang: Lang,
    /// The text.
    pub text: String,
    /// Whether a translation file can translate it.
    pub translatable: bool,
    /// The kind of thing it belongs to, as `kind-of-thing` names it.
    pub what: &'static str,
    /// The field it was written in; `None` for a Markdown text.
    pub field: &'static str,
}

impl AuthorText {
    /// The position of the bytes `start` to `end` of this text; the whole text
    /// if it is written in another form.
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

    /// The position of `part` in this text; the whole text if it is written in
    /// another form.
    #[must_use]
    pub fn place_of(&self, part: &str) -> Place {
        match self.text.find(part) {
            Some(offset) => self.place_at(offset, offset + part.len()),
            None => self.at.clone(),
        }
    }
}

/// The student a site is about.
#[derive(Debug, Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is an answer to a question of its own"
)]
pub struct Student {
    /// The name of the folder.
    pub id: StudentId,
    /// The full name, as the family writes it.
    pub name: Text,
    /// The name everybody uses.
    pub call_name: Text,
    /// The pronouns, for sentences that need them.
    pub pronouns: Pronouns,
    /// The grade as written.
    pub grade: Option<String>,
    /// The homeroom class.
    pub class: Option<Text>,
    /// Those who may open the pages when they are sealed, besides readers of several
    /// students.
    pub guardians: Vec<Reader>,
    /// The languages the family reads. The site opens in the first.
    pub home_languages: Vec<Lang>,
    /// Whether the family wants an interpreter.
    pub interpreter: bool,
    /// The student's strengths.
    pub strengths: Vec<Text>,
    /// What the student said.
    pub voice: Option<Voice>,
    /// What the family hopes for.
    pub hopes: Option<Text>,
    /// What the family asked for.
    pub asks: Vec<Ask>,
    /// The case manager, whom the family calls first.
    pub case_manager: PersonId,
    /// The team.
    pub team: Vec<Member>,
    /// Supports besides services.
    pub supports: Vec<Support>,
    /// Whether the family consented to photos.
    pub photo_consent: bool,
    /// Whether the family wants an eligibility label shown.
    pub show_label: bool,
    /// The family's own words for the child, in lowercase. No word list applies
    /// to them.
    pub family_words: Vec<String>,
    /// Whether a site is built at all.
    pub publish: bool,
    /// Names of other students that are allowed in this one's texts.
    pub may_mention: Vec<String>,
}

/// Something the family asked for.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The request.
    pub ask: Text,
    /// What the school did.
    pub did: Option<Text>,
}

/// Something the student expressed.
#[derive(Debug, Clone)]
pub struct Voice {
    /// The words, or what a drawing shows.
    pub text: Text,
    /// How it was expressed.
    pub kind: VoiceKind,
}

/// How a student expresses something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum VoiceKind {
    Said,
    Wrote,
    Drew,
}

/// A member of the student's team.
#[derive(Debug, Clone)]
pub struct Member {
    /// The person.
    pub person: PersonId,
    /// What they do for this student.
    pub does: Option<Text>,
}

/// A student's pronouns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pronouns {
    /// she, her
    She,
    /// he, him
    He,
    /// they, them
    They,
}
