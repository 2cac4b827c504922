//! A change is announced in time, names something that stays the same, and is
//! handed off completely.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{OpenItem, Transition, TransitionKind};

/// School days of notice that a family should get before a change.
const NOTICE: usize = 10;

/// The role of the family among those who were told.
const TOLD: &str = "- {who: family, when: @today, how: phone call}";

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    for transition in &facts.record.transitions {
        if transition.date > facts.today {
            notice(facts, transition, diagnostics);
        } else if transition.kind == TransitionKind::Setting {
            handed_on(facts, transition, diagnostics);
        }
        if transition.stays_same.is_empty() {
            diagnostics.push(Diagnostic::at(Code::NothingStays, &transition.at));
        }
    }
}

/// Counts from the day on which the family was told, or from today if nobody
/// has told them yet.
fn notice(facts: &RuleContext, transition: &Transition, diagnostics: &mut Diagnostics) {
    let told = transition.family_told();
    let school_days = |from| facts.school.school_days(from, transition.date);
    let days = told.map_or_else(
        || {
            facts.today.counted(|today| {
                let days = school_days(today);
                // A day takes at most one away.
                let spare = days.saturating_sub(NOTICE) + 1;
                (days, i64::try_from(spare).unwrap_or(1))
            })
        },
        school_days,
    );
    if days < NOTICE {
        let fault = Diagnostic::at(Code::ShortNotice, &transition.at);
        let fault = fault.with("told", if told.is_some() { "yes" } else { "no" });
        let fault = fault.with("date", transition.date.to_string());
        let fault = fault.with("example", facts.line(TOLD, None));
        #[allow(clippy::cast_precision_loss, reason = "fewer than ten")]
        diagnostics.push(fault.with("days", days as f64));
    }
}

fn handed_on(facts: &RuleContext, transition: &Transition, diagnostics: &mut Diagnostics) {
    let Some(first) = transition.open_items().first().copied() else {
        return;
    };
    let what = match first {
        OpenItem::Goals => "goals",
        OpenItem::Family => "family",
        OpenItem::Receiving => "receiving",
        OpenItem::Steps => "steps",
        OpenItem::Done => "done",
    };
    let fault = Diagnostic::at(Code::HandoffOpen, &transition.at);
    let line = match first {
        OpenItem::Family => facts.line(TOLD, None),
        OpenItem::Receiving => facts.line("receiving: @staff", None),
        _ => String::new(),
    };
    diagnostics.push(fault.with("what", what).with("example", line));
}
