//! What the classes of a school do, and when.

use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Block;

/// Reads `timetable`.
pub(super) fn all(fields: &Fields) -> Vec<Block> {
    let maps = fields.items("timetable", "block").into_iter();
    let blocks: Vec<Block> = maps.filter_map(block).collect();
    for (index, later) in blocks.iter().enumerate() {
        let earlier = blocks.iter().take(index);
        if let Some(first) = earlier.rev().find(|first| clash(first, later)) {
            let fault = Diagnostic::at(Code::TimetableClash, &later.at);
            let fault = fault.with("subject", later.subject.original.as_str());
            let fault = fault.with("other", first.subject.original.as_str());
            fields.report(fault.label(&first.at, "other"));
        }
    }
    blocks
}

fn block(fields: Fields) -> Option<Block> {
    let mut days = fields.weekdays("days");
    days.extend(fields.weekdays("day"));
    if fields.node("days").is_none() && fields.node("day").is_none() {
        fields.missing("days");
    }
    for name in ["start", "end"] {
        if fields.node("start").is_none() && fields.node("end").is_none() {
            fields.missing(name);
        }
    }
    let hours = fields.hours();
    let subject = fields.need_text("subject");
    let core = fields.yes("core").unwrap_or(false);
    let classes = fields.short_list("class", &[]);
    let classes = classes.iter().filter_map(|node| node.text());
    let classes = classes.map(|name| name.trim().to_owned()).collect();
    fields.finish();
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

/// Whether a class would be at two lessons at one time.
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
