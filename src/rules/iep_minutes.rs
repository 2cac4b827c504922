//! Weekly minutes match the minutes in the IEP.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::progress::{SchoolWeek, minutes_a_week};

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let days = SchoolWeek::of(facts.record, facts.school).map_or(5, |week| week.days().len());
    for service in facts.services() {
        let parts = service.parts.iter();
        let minutes: u32 = parts.filter_map(|part| minutes_a_week(part, days)).sum();
        if let Some(iep) = service
            .iep_minutes
            .as_ref()
            .filter(|iep| iep.value != minutes)
        {
            let note = Diagnostic::at(Code::TimesDisagree, &iep.at).with("problem", "iep");
            let note = note.with("computed", f64::from(minutes));
            diagnostics.push(note.with("said", f64::from(iep.value)));
        }
    }
}
