//! Every goal is explained: what it means, why it matters, how it is measured
//! and where it helps. A family that knows this can help.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Goal, Text};
use crate::source::RelPath;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    for goal in facts
        .record
        .goals
        .iter()
        .filter(|goal| goal.closed.is_none())
    {
        let student = facts.record.student.id.as_str();
        let file = format!("students/{student}/goals/{}.yaml", goal.id);
        if let Some(file) = RelPath::new(&file) {
            missing(facts, goal, &file).for_each(|one| diagnostics.push(one));
        }
    }
}

fn missing<'a>(
    facts: &RuleContext,
    goal: &'a Goal,
    file: &'a RelPath,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let blank = |text: &Option<Text>| text.as_ref().is_none_or(Text::is_empty);
    let about = move |code| {
        let fault = Diagnostic::about(code, file);
        fault.with("goal", goal.title.original.as_str())
    };
    let texts = [
        ("what", &goal.what),
        ("why", &goal.why),
        ("how_checked", &goal.how_checked),
    ];
    let unsaid = texts.into_iter().filter(move |(_, text)| blank(text));
    let unsaid = unsaid.map(move |(field, _)| about(Code::GoalUnexplained).with("field", field));
    let unused = goal.where_used.is_empty();
    let agreed = goal.agreed.on.is_some();
    let line = facts.line("agreed: {on: @past, by: [family, @staff]}", Some(goal));
    unsaid
        .chain(unused.then(|| about(Code::GoalWithoutUse)))
        .chain((!agreed).then(move || about(Code::NotAgreed).with("example", line)))
}
