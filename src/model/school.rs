use std::collections::{BTreeMap, BTreeSet};

use super::{
    Block, Date, DeliveryModel, Explainer, Lang, Lint, Original, Partner, PersonId,
    PromptHierarchy, Reference, Support, Term, Text, Tip, TipId, Today, Written,
};
use crate::source::Spanned;

/// What all students of a school share.
#[derive(Debug, Clone)]
pub struct School {
    /// Its name.
    pub name: Text,
    /// The number a family can always call.
    pub phone: String,
    /// A number that takes text messages.
    pub text_phone: Option<String>,
    /// The office's e-mail address.
    pub email: Option<String>,
    /// The language that staff write in.
    pub language: Lang,
    /// Languages that the school offers, its own among them.
    pub languages: Vec<Lang>,
    /// Whether it is an invented school, such as the demo: only there may anything
    /// be invented.
    pub example: bool,
    /// Whether what is to be put right is told in the school folder, too.
    pub messages: bool,
    /// The day that counts as today.
    pub today: Date,
    /// What decides that.
    pub day_of: Today,
    /// First and last day of the school year.
    pub year: Option<(Date, Date)>,
    /// Single days without school.
    pub no_school: BTreeSet<Date>,
    /// Weeks without school: aim lines stand still in them.
    pub pauses: Vec<Pause>,
    /// When families hear from the school.
    pub schedule: Schedule,
    /// How to get an interpreter.
    pub interpreter: Option<Interpreter>,
    /// How the trend on charts is computed.
    pub trend: TrendMethod,
    /// Which digits pages show.
    pub digits: Digits,
    /// Which way time runs on charts of right-to-left pages.
    pub time_axis: TimeAxis,
    /// What the classes do, and when.
    pub timetable: Vec<Block>,
    /// The school's own words for kinds of support.
    pub words: BTreeMap<DeliveryModel, Text>,
    /// How days are written in sheets, besides `2026-09-18`.
    pub sheet_dates: DateOrder,
    /// Students' names that may begin a sentence as a word: the school's answer.
    pub names_that_are_words: Vec<Spanned<String>>,
    /// How words are looked at.
    pub lint: Lint,
    /// Every text that all students share, for rules that read words.
    pub written: Vec<Written>,
    /// Everybody who works here.
    pub staff: BTreeMap<PersonId, Person>,
    /// Where the school's way of working can be read about.
    pub references: Vec<Reference>,
    /// Texts that every student may use.
    pub library: Library,
    /// The files of all this that have words, with their translations.
    pub originals: Vec<Original>,
    /// Whether all of it could be read. From a part no site is made.
    pub whole: bool,
}

/// Days without school that have a name.
#[derive(Debug, Clone)]
pub struct Pause {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// What it is called.
    pub name: Text,
}

/// When families hear from the school.
#[derive(Debug, Clone, Default)]
pub struct Schedule {
    /// How often an update is written.
    pub updates: Option<Cadence>,
    /// Days of formal reviews, in order.
    pub reviews: Vec<Date>,
}

/// How often something is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Cadence {
    Weekly,
    Monthly,
}

/// The interpreter line.
#[derive(Debug, Clone)]
pub struct Interpreter {
    /// The number to call.
    pub phone: String,
    /// Whether families pay nothing.
    pub free: bool,
}

/// How the line through the dots is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendMethod {
    /// The median of all slopes: one odd day does not bend it.
    TheilSen,
    /// Ordinary least squares.
    LeastSquares,
    /// Through the medians of the first and last third.
    Tukey,
    /// No trend is drawn or told.
    Off,
}

/// How days are written in a school's sheets, besides `2026-09-18`. Which part
/// of `5/9/2026` is the day is never guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// In no other way.
    Iso,
    /// The day, the month, the year.
    DayFirst,
    /// The month, the day, the year.
    MonthFirst,
}

/// Which digits pages show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// 0 to 9 in every language, as on school papers.
    Western,
    /// Those of the language.
    Native,
}

/// Which way time runs on charts of right-to-left pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeAxis {
    /// Left to right, as in every language.
    Keep,
    /// Right to left.
    Mirror,
}

/// Somebody who works with students.
#[derive(Debug, Clone)]
pub struct Person {
    /// The name as families say it: `Ms. Elena Ortiz`.
    pub name: Text,
    /// What the role is called, and what it does in plain words.
    pub role: Role,
    /// A telephone number.
    pub phone: Option<String>,
    /// A number that takes text messages.
    pub text_phone: Option<String>,
    /// An e-mail address.
    pub email: Option<String>,
    /// When to call.
    pub hours: Option<Text>,
    /// Languages spoken.
    pub languages: Vec<Lang>,
}

/// A role in plain words.
#[derive(Debug, Clone, Default)]
pub struct Role {
    /// What it is called.
    pub name: Text,
    /// What such a person does.
    pub plain: Text,
}

/// Texts written once for all students.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// Roles by id.
    pub roles: BTreeMap<String, Role>,
    /// At-home tips.
    pub tips: BTreeMap<TipId, Tip>,
    /// Supports by id.
    pub supports: BTreeMap<String, Support>,
    /// Ladders of help, by id.
    pub ladders: BTreeMap<String, PromptHierarchy>,
    /// Words of the field, by id.
    pub glossary: BTreeMap<String, Term>,
    /// Kinds of goals, by id.
    pub explainers: BTreeMap<String, Explainer>,
    /// The school's way of working: a title, and words in Markdown.
    pub about: Option<(Text, Text)>,
    /// Free help near the families, in the order of the files.
    pub partners: Vec<Partner>,
}
