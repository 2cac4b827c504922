//! The school: its facts, its staff, and its library.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Access, AuthorText, Block, Date, DaySource, DeliveryModel, Explainer, FamilyReader, Lang, Lint,
    Original, Partner, PersonId, PromptHierarchy, Reference, Support, Term, Text, Tip, TipId,
};
use crate::source::Spanned;

/// Facts and texts that all students of a school share.
#[derive(Debug, Clone)]
pub struct School {
    /// The school's name.
    pub name: Text,
    /// A telephone number that families can always call.
    pub phone: String,
    /// A number that takes text messages.
    pub text_phone: Option<String>,
    /// The office's e-mail address.
    pub email: Option<String>,
    /// The language staff write in.
    pub language: Lang,
    /// The languages the school offers, including its own.
    pub languages: Vec<Lang>,
    /// Whether the school is fictional, such as the demo. Only there can
    /// example content be used.
    pub example: bool,
    /// Whether `MESSAGES.txt` files are written to the school folder.
    pub messages: bool,
    /// The date that counts as today. Whatever a site depends on asks [`Today`] instead,
    /// which notes for how long an answer holds.
    ///
    /// [`Today`]: super::Today
    pub today: Date,
    /// Where `today` comes from.
    pub day_of: DaySource,
    /// The first and last day of the school year.
    pub year: Option<(Date, Date)>,
    /// Single days without school.
    pub no_school: BTreeSet<Date>,
    /// Breaks. Aim lines do not rise during a break.
    pub pauses: Vec<Pause>,
    /// How often families hear from the school.
    pub schedule: Schedule,
    /// How families get an interpreter.
    pub interpreter: Option<Interpreter>,
    /// How the trend line on charts is computed.
    pub trend: TrendMethod,
    /// The digits that pages show.
    pub digits: Digits,
    /// The direction of time on charts of right-to-left pages.
    pub time_axis: TimeAxis,
    /// The lessons of each class.
    pub timetable: Vec<Block>,
    /// The school's own names for service models.
    pub words: BTreeMap<DeliveryModel, Text>,
    /// The date format in data sheets, besides `2026-09-18`.
    pub sheet_dates: DateOrder,
    /// Students' names that are accepted as ordinary words at the start of a
    /// sentence.
    pub names_that_are_words: Vec<Spanned<String>>,
    /// How strictly wording is checked.
    pub lint: Lint,
    /// All shared texts, for the rules that read text.
    pub author_texts: Vec<AuthorText>,
    /// All staff members.
    pub staff: BTreeMap<PersonId, Person>,
    /// How pages are kept private.
    pub access: Access,
    /// The address of the folder of sites on the web, with a slash at its end.
    pub address: Option<String>,
    /// Where `publish` sends the sites. `None` if the command line says so.
    pub publish: Option<PublishTo>,
    /// The last day on which the sites are on the host.
    pub retention: Option<Date>,
    /// Readers who may open the pages of several students.
    pub families: Vec<FamilyReader>,
    /// Sources for the school's approach.
    pub references: Vec<Reference>,
    /// Texts that every student may use.
    pub library: Library,
    /// The shared files that have text, with their translations.
    pub originals: Vec<Original>,
    /// Whether everything could be read. No site is built from an incomplete
    /// school.
    pub is_complete: bool,
}

/// A named period without school.
#[derive(Debug, Clone)]
pub struct Pause {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The name of the break.
    pub name: Text,
}

/// How often families hear from the school.
#[derive(Debug, Clone, Default)]
pub struct Schedule {
    /// How often an update is due.
    pub updates: Option<Cadence>,
    /// The due dates of formal reviews, in order.
    pub reviews: Vec<Date>,
}

/// The interval between updates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Cadence {
    Weekly,
    Monthly,
}

/// The interpreter service.
#[derive(Debug, Clone)]
pub struct Interpreter {
    /// The telephone number to call.
    pub phone: String,
    /// Whether it is free for families.
    pub free: bool,
}

/// The method that computes the trend line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendMethod {
    /// Theil-Sen: the median of all slopes, so that one odd day does not bend
    /// it.
    TheilSen,
    /// Ordinary least squares.
    LeastSquares,
    /// Tukey: through the medians of the first and the last third.
    Tukey,
    /// No trend is drawn or described.
    Off,
}

/// The format of dates in data sheets, besides `2026-09-18`. kinfolio never
/// guesses which part of `5/9/2026` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// No other format.
    Iso,
    /// Day, month, year.
    DayFirst,
    /// Month, day, year.
    MonthFirst,
}

/// The digits that pages show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// 0 to 9 in every language, as on school papers.
    Western,
    /// The digits of the language.
    Native,
}

/// The direction of time on charts of right-to-left pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeAxis {
    /// Left to right, as in every other language.
    Keep,
    /// Right to left.
    Mirror,
}

/// A staff member.
#[derive(Debug, Clone)]
pub struct Person {
    /// The name as families say it: `Ms. Elena Ortiz`.
    pub name: Text,
    /// The role.
    pub role: Role,
    /// The telephone number.
    pub phone: Option<String>,
    /// The number that takes text messages.
    pub text_phone: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// When to call.
    pub hours: Option<Text>,
    /// The languages spoken.
    pub languages: Vec<Lang>,
}

/// A role in plain words.
#[derive(Debug, Clone, Default)]
pub struct Role {
    /// The name of the role.
    pub name: Text,
    /// What a person in this role does.
    pub plain: Text,
}

/// Texts written once for all students.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// The roles, by id.
    pub roles: BTreeMap<String, Role>,
    /// The at-home tips.
    pub tips: BTreeMap<TipId, Tip>,
    /// The supports, by id.
    pub supports: BTreeMap<String, Support>,
    /// The prompt hierarchies, by id.
    pub ladders: BTreeMap<String, PromptHierarchy>,
    /// The glossary, by id.
    pub glossary: BTreeMap<String, Term>,
    /// The explanations of kinds of goals, by id.
    pub explainers: BTreeMap<String, Explainer>,
    /// The school's approach: a title and Markdown text.
    pub about: Option<(Text, Text)>,
    /// Free help near the families, in file order.
    pub partners: Vec<Partner>,
}

/// Where the sites of a school are published, as `school.yaml` says. Which kinds of hosts
/// there are is not known here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishTo {
    /// The host.
    pub to: String,
    /// The address of the storage service, for hosts that need one.
    pub endpoint: Option<String>,
    /// The region of the storage service.
    pub region: Option<String>,
}
