//! Checks across fields and texts, one per file. Rules in `OF_FACTS` need a
//! complete record. A rule reads and reports; it changes nothing.

mod copied_file;
mod core_missed;
mod family_meeting;
mod first_page;
mod foreign_digits;
mod goal_one_owner;
mod goal_past_due;
mod goal_without_service;
mod iep_minutes;
mod instead_of_differs;
mod level_drop;
mod lint_words;
mod little_given;
mod long_note;
mod name_index;
mod name_key;
mod name_or_word;
mod no_pack;
mod no_planning;
mod no_reader;
mod not_translated;
mod note_to_self;
mod other_student_named;
mod private_contact;
pub mod readability;
mod reading_level;
mod review_complete;
mod review_due;
mod same_name;
mod searched_words;
mod service_incomplete;
mod services_clash;
mod transition_ready;
mod unexplained_goal;
mod universal_for_one;
mod update_late;
mod vocabulary;
mod word_matcher;

pub use name_index::{NameIndex, NameSearch};
pub use other_student_named::collect_words;
pub use private_contact::known_contacts;
pub use searched_words::{KeySet, WordCollector, WordList};
pub use word_matcher::WordMatcher;

use crate::diagnostic::Diagnostics;
use crate::model::{Goal, GoalId, Lang, Record, School, Service, StudentNames, Today};
use crate::source::RelPath;
use crate::validate::Ids;

/// What a rule can look at.
pub struct RuleContext<'a> {
    /// The student's record.
    pub record: &'a Record,
    /// The shared files.
    pub school: &'a School,
    /// The day that counts as today.
    pub today: Today<'a>,
    /// The names of all students.
    pub name_index: &'a NameIndex,
    /// The search for others' names in the record's texts.
    pub name_search: &'a NameSearch<'a>,
    /// The word lists.
    pub word_matcher: &'a WordMatcher,
    /// The languages that there are packs for.
    pub languages: &'a [Lang],
}

impl<'a> RuleContext<'a> {
    /// The path of a file in the student's folder.
    fn file(&self, name: &str) -> Option<RelPath> {
        RelPath::new(&format!("students/{}/{name}", self.record.student.id))
    }

    /// An example line for a message, made of this school's ids: the case
    /// manager or the owner of `goal` stands for its staff.
    fn line(&self, shape: &str, goal: Option<&Goal>) -> String {
        let mut ids = Ids::of(self.school, self.today);
        let goals = self.record.goals.iter();
        ids.goals.extend(goals.map(|goal| goal.id.to_string()));
        let owners = goal.into_iter().flat_map(|goal| &goal.owners);
        let first = owners.chain([&self.record.student.case_manager]);
        let mut first: Vec<String> = first.map(ToString::to_string).collect();
        let known = std::mem::take(&mut ids.staff);
        first.retain(|id| known.contains(id));
        for id in first.into_iter().chain(known) {
            if !ids.staff.contains(&id) {
                ids.staff.push(id);
            }
        }
        ids.tips
            .extend(self.record.tips.keys().map(ToString::to_string));
        ids.line(shape)
    }

    /// Services that are current or coming.
    fn services(&self) -> impl Iterator<Item = &'a Service> {
        let today = self.today;
        let services = self.record.services.iter();
        services.filter(move |service| !service.ended(today))
    }

    /// Goals that are still open.
    fn open_goals(&self) -> impl Iterator<Item = &'a Goal> {
        let today = self.today;
        let goals = self.record.goals.iter();
        goals.filter(move |goal| !goal.closed_on(today))
    }

    /// The file of a goal.
    fn goal_file(&self, goal: &GoalId) -> Option<RelPath> {
        self.file(&format!("goals/{goal}.yaml"))
    }
}

type Rule = fn(&RuleContext, &mut Diagnostics);

/// Rules that check each text on its own. What they report about part of a
/// record is also true of the complete record.
const OF_TEXTS: &[Rule] = &[
    other_student_named::check,
    copied_file::check,
    note_to_self::check,
    private_contact::check,
    foreign_digits::check,
    lint_words::check,
    reading_level::check,
    long_note::check,
];

/// Rules that compare facts with each other, or report what is missing.
const OF_FACTS: &[Rule] = &[
    same_name::check,
    not_translated::check,
    review_complete::check,
    review_due::check,
    update_late::check,
    family_meeting::check,
    transition_ready::check,
    level_drop::check,
    first_page::check,
    core_missed::check,
    services_clash::check,
    service_incomplete::check,
    instead_of_differs::check,
    iep_minutes::check,
    little_given::check,
    no_pack::check,
    no_planning::check,
    no_reader::check,
    goal_without_service::check,
    goal_one_owner::check,
    goal_past_due::check,
    universal_for_one::check,
    unexplained_goal::check,
];

/// Applies the rules. An incomplete record gets only the rules about texts.
pub fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let of_facts = if facts.record.is_complete {
        OF_FACTS
    } else {
        &[]
    };
    for rule in OF_TEXTS.iter().chain(of_facts) {
        rule(facts, diagnostics);
    }
}

/// Applies the rules about texts to the shared files. Only a note to self is an
/// error here, because every family would read it.
pub fn check_shared(
    school: &School,
    word_matcher: &WordMatcher,
    name_index: &NameIndex,
    students: &[StudentNames],
    diagnostics: &mut Diagnostics,
) {
    other_student_named::check_answers(school, name_index, diagnostics);
    note_to_self::check_shared(school, word_matcher, diagnostics);
    lint_words::check_shared(school, word_matcher, diagnostics);
    family_meeting::check_shared(school, diagnostics);
    no_reader::check_shared(school, students, diagnostics);
    reading_level::check_shared(school, word_matcher, diagnostics);
}
