//! A family knows when it meets the team next, and has an interpreter (34 CFR
//! 300.322(e): whatever is needed so that parents understand).

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Interpreting, Meeting, School, days_after};
use crate::source::RelPath;

/// Days ahead within which there should be a family meeting.
const DAYS: i64 = 90;

/// The example meeting that the message suggests.
const LINE: &str = "family-@soon: {date: @soon, time: \"15:30\", kind: family, where: Room 12}";

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let today = facts.today;
    let meetings = facts.record.meetings.iter();
    let coming =
        meetings.filter(|one| one.family_invited && (one.date >= today || one.every.is_some()));
    let coming: Vec<&Meeting> = coming.collect();
    let is_soon = |meeting: &&Meeting| today >= days_after(meeting.date, -DAYS);
    // A newly created folder has enough to fill in already.
    let begun = facts.record.goals.iter().any(|goal| !goal.closed_on(today));
    let over = facts.school.year.is_some_and(|(_, last)| today > last);
    if begun && !over && !coming.iter().any(is_soon) {
        let has_file = !facts.record.meetings.is_empty();
        let file = facts.file(if has_file {
            "meetings.yaml"
        } else {
            "student.yaml"
        });
        let line = facts.line(LINE, None);
        let note = |file| Diagnostic::about(Code::NoFamilyMeeting, &file);
        diagnostics.extend(file.map(|file| note(file).with("example", line)));
    }
    let Some(language) = home_language(facts) else {
        return;
    };
    for meeting in coming
        .iter()
        .filter(|one| one.interpreter == Interpreting::Unsaid)
    {
        let fault = Diagnostic::at(Code::NoInterpreter, &meeting.at);
        let fault = fault.with("date", meeting.date.to_string());
        diagnostics.push(fault.with("language", language));
    }
}

/// Families who read another language need an interpreter's number.
pub(super) fn check_shared(school: &School, diagnostics: &mut Diagnostics) {
    let mut others = school.languages.iter();
    let other = others.find(|lang| **lang != school.language);
    let (Some(other), None) = (other, &school.interpreter) else {
        return;
    };
    let fault = |file| Diagnostic::about(Code::NoInterpreterLine, &file);
    let fault = RelPath::new("school.yaml").map(fault);
    diagnostics.extend(fault.map(|fault| fault.with("language", other.as_str())));
}

/// The home language that needs an interpreter.
fn home_language<'a>(facts: &'a RuleContext) -> Option<&'a str> {
    let first = facts.record.student.home_languages.first()?;
    (*first != facts.school.language).then_some(first.as_str())
}
