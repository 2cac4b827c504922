//! The school's timetable: what its classes do, and when.

use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Block;

/// Reads `timetable`.
pub(super) fn all(fields: &mut Fields) -> Vec<Block> {
    let blocks: Vec<Block> = fields
        .items("timetable", block)
        .into_iter()
        .flatten()
        .collect();
    for (index, later) in blocks.iter().enumerate() {
        let earlier = blocks.iter().take(index);
        if let Some(first) = earlier.rev().find(|first| clash(first, later)) {
            let fault = Diagnostic::at(Code::TimetableClash, &later.at)
                .with("subject", later.subject.original.as_str())
                .with("other", first.subject.original.as_str())
                .label(&first.at, "other");
            fields.report(fault);
        }
    }
    blocks
}

fn block(fields: &mut Fields) -> Option<Block> {
    let mut days = fields.weekdays("days");
    days.extend(fields.weekdays("day"));
    if !fields.has("days") && !fields.has("day") {
        fields.missing("days");
    }
    if !fields.has("start") && !fields.has("end") {
        fields.missing("start");
        fields.missing("end");
    }
    let hours = fields.hours();
    let subject = fields.need_text("subject");
    let core = fields.yes("core").unwrap_or(false);
    let classes = fields
        .short_list("class", &[])
        .iter()
        .filter_map(|node| node.text())
        .map(|name| name.trim().to_owned())
        .collect();
    let hours = hours?;
    Some(Block {
        at: hours.at,
        days,
        hours: hours.value,
        subject,
        core,
        classes,
    })
}

/// Whether a class has two lessons at the same time.
fn clash(first: &Block, later: &Block) -> bool {
    let everybody = first.classes.is_empty() || later.classes.is_empty();
    let same_class = everybody
        || first
            .classes
            .iter()
            .any(|name| later.classes.contains(name));
    let same_day = first.days.iter().any(|day| later.days.contains(day));
    same_class && same_day && first.hours.shared(later.hours) > 0
}
