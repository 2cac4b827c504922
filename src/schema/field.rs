//! One field: what it takes, who needs it, and who sees it.

use super::{Choices, Kind};

/// A field of a kind of thing.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name in files.
    pub name: &'static str,
    /// What can be written.
    pub value: Value,
    /// Whether that can be written more than once.
    pub form: Form,
    /// The kind of map that can be written too, or only, if the value is [`Value::Map`].
    pub map: Option<&'static Kind>,
    /// Whether something is missing without it.
    pub need: Need,
    /// Who sees it.
    pub seen_by: SeenBy,
    /// An example, as it is written after the colon. `@` begins a value of the school: see
    /// `validate::example`.
    pub example: &'static str,
    /// The kinds of measure that have it. Empty: it does not depend on the measure.
    pub measures: &'static [&'static str],
}

/// What can be written in a field.
#[derive(Debug, Clone, Copy)]
pub enum Value {
    /// Words for a reader, which can be translated.
    Text,
    /// A few words next to numbers, which are not translated.
    Note,
    /// Characters that are the same in all languages: a telephone number, an address.
    Plain,
    /// A person's name, or one for each language that writes it in another way.
    Name,
    /// A number that takes text messages.
    TextPhone,
    /// A web address that begins with `https://`.
    Url,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// A day of the week.
    Weekday,
    /// `true` or `false`.
    YesNo,
    /// A number.
    Number,
    /// A whole number, 0 or more.
    Count,
    /// One of some words.
    Choice(&'static dyn Choices),
    /// The tag of a language.
    Language,
    /// `yes`, `no`, or the tag of a language.
    YesNoOrLanguage,
    /// A time zone, by its name in the IANA database.
    TimeZone,
    /// The short name of something.
    Reference(Reference),
    /// A person: a short name, a word such as `family`, or a text.
    Participant,
    /// A short name of one's own, in this file.
    Id,
    /// A value of the goal's measure: `44`, `8/10`.
    Measured,
    /// Words that are read as a map: `2 x weekly`, `80% on 4 of 5 probes`.
    Phrase,
    /// Words of the family's own, by the words that they replace.
    Terms,
    /// Only a map.
    Map,
    /// Anything. It is not read.
    Anything,
}

/// Whether a value can be written more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Once.
    One,
    /// In a list. One value is a list of one.
    List,
    /// In a list, or under its day.
    ListOrDays,
    /// Under its day, there also in a list.
    Days,
}

/// What a short name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// A person in `staff.yaml`.
    Person,
    /// A role in `library/roles/`.
    Role,
    /// A goal of the student.
    Goal,
    /// A service of the student.
    Service,
    /// A tip, of the student or in `library/tips/`.
    Tip,
    /// A support in `library/supports/`.
    Support,
    /// A prompt hierarchy in `library/measures/`.
    PromptHierarchy,
    /// A text in `library/explainers/`.
    Explainer,
    /// A student's folder.
    Student,
    /// A picture in the student's `files/`.
    Picture,
}

/// Whether something is missing without a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Nothing can be shown without it. The reader of fields reports that it is missing.
    Required,
    /// It is required if other fields say so.
    Depends,
    /// Families would miss it. Rules warn.
    Recommended,
    /// Nobody needs it.
    Optional,
}

/// Who sees a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeenBy {
    /// Families.
    Family,
    /// The reader whose letter it is for.
    Reader,
    /// Staff, in the folder. No page can show it.
    Staff,
    /// Nobody: kinfolio acts on it.
    Nobody,
    /// It is read, and not shown yet.
    Later,
}

/// A field that nobody needs and families see.
pub(super) const fn field(name: &'static str, value: Value) -> Field {
    Field {
        name,
        value,
        form: Form::One,
        map: None,
        need: Need::Optional,
        seen_by: SeenBy::Family,
        example: "",
        measures: &[],
    }
}

/// A field that is a map of this kind.
pub(super) const fn map(name: &'static str, kind: &'static Kind) -> Field {
    field(name, Value::Map).or_map(kind)
}

impl Field {
    /// Several of them.
    pub(super) const fn list(self) -> Self {
        Self {
            form: Form::List,
            ..self
        }
    }

    pub(super) const fn list_or_days(self) -> Self {
        Self {
            form: Form::ListOrDays,
            ..self
        }
    }

    pub(super) const fn days(self) -> Self {
        Self {
            form: Form::Days,
            ..self
        }
    }

    /// Or a map of this kind.
    pub(super) const fn or_map(self, kind: &'static Kind) -> Self {
        Self {
            map: Some(kind),
            ..self
        }
    }

    pub(super) const fn needed(self) -> Self {
        Self {
            need: Need::Required,
            ..self
        }
    }

    pub(super) const fn depends(self) -> Self {
        Self {
            need: Need::Depends,
            ..self
        }
    }

    pub(super) const fn recommended(self) -> Self {
        Self {
            need: Need::Recommended,
            ..self
        }
    }

    pub(super) const fn reader(self) -> Self {
        Self {
            seen_by: SeenBy::Reader,
            ..self
        }
    }

    pub(super) const fn staff(self) -> Self {
        Self {
            seen_by: SeenBy::Staff,
            ..self
        }
    }

    pub(super) const fn nobody(self) -> Self {
        Self {
            seen_by: SeenBy::Nobody,
            ..self
        }
    }

    pub(super) const fn later(self) -> Self {
        Self {
            seen_by: SeenBy::Later,
            ..self
        }
    }

    pub(super) const fn like(self, example: &'static str) -> Self {
        Self { example, ..self }
    }

    pub(super) const fn of(self, measures: &'static [&'static str]) -> Self {
        Self { measures, ..self }
    }

    /// Whether a translation of the file may have it: it is a text, or has one inside.
    #[must_use]
    pub fn has_text(&self) -> bool {
        let is_text = matches!(
            self.value,
            Value::Text | Value::Participant | Value::Anything
        );
        is_text || self.map.is_some_and(Kind::has_text)
    }

    /// An example: its own, or that of its kind of map. `None` if it has none.
    #[must_use]
    pub fn shape(&self) -> Option<&'static str> {
        let of_map = self.map.map_or("", |kind| kind.example);
        [self.example, of_map]
            .into_iter()
            .find(|shape| !shape.is_empty())
    }

    /// The words that can be written. Empty if they are not fixed.
    #[must_use]
    pub fn choices(&self) -> Vec<&'static str> {
        match self.value {
            Value::Choice(choices) => choices.words(),
            _ => Vec::new(),
        }
    }
}
