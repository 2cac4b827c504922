//! From a folder's contents to finished sites. [`compile`] is the heart: one
//! student's sources in, one student's site out, and nothing else.

mod doubt;
mod shared;
mod unit;

pub use shared::{Shared, names};
pub use unit::{Unit, compile, handoff, pictures};

use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::discover::{Plan, UnitSources};
use crate::locale::StaffSummaryText;
use crate::model::StudentId;
use crate::picture::{PictureSource, PreparedPictures};
use crate::progress::{StaffSummary, TranslationState};
use crate::render::Bundle;
use crate::source::{RelPath, TranslationLog};

/// What came of one student's unit.
#[derive(Debug, Clone)]
pub struct Built<T> {
    /// Whose.
    pub student: StudentId,
    /// What was made of the site; nothing when something is wrong, or when it
    /// is not to be published.
    pub site: Option<T>,
    /// How the student's work stands, for staff; nothing when what was written
    /// cannot be read whole.
    pub standing: Option<StaffSummary>,
    /// The same in words.
    pub words: Option<StaffSummaryText>,
    /// How each file stands in each language of the family.
    pub translations: Vec<TranslationState>,
    /// What to remember of translations until the next build.
    pub translation_log: TranslationLog,
    /// What was seen.
    pub diagnostics: Diagnostics,
}

impl<T> Built<T> {
    /// Nothing, of a student.
    #[must_use]
    pub fn nothing(student: StudentId) -> Self {
        Self {
            student,
            site: None,
            standing: None,
            words: None,
            translations: Vec::new(),
            translation_log: TranslationLog::default(),
            diagnostics: Diagnostics::default(),
        }
    }

    /// Puts something else in the place of what was made of the site.
    pub fn map_site<U>(self, map: impl FnOnce(T) -> U) -> Built<U> {
        Built {
            student: self.student,
            site: self.site.map(map),
            standing: self.standing,
            words: self.words,
            translations: self.translations,
            translation_log: self.translation_log,
            diagnostics: self.diagnostics,
        }
    }
}

/// Builds one unit. A panic in it is that student's fault report and nobody
/// else's.
#[must_use]
pub fn one(unit: &UnitSources, shared: &Shared, pictures: &PreparedPictures) -> Built<Bundle> {
    let student = unit.student().clone();
    let result = catch_unwind(AssertUnwindSafe(|| {
        let mut diagnostics = Diagnostics::default();
        let made = compile(unit, shared, pictures).into_value(&mut diagnostics);
        (made, diagnostics)
    }));
    let (made, diagnostics) = result.unwrap_or_else(|panic| {
        let fault = caught(unit, panic.as_ref());
        (Unit::default(), [fault].into_iter().collect())
    });
    Built {
        student,
        site: made.site,
        standing: made.standing,
        words: made.words,
        translations: made.translations,
        translation_log: made
            .translation_log
            .unwrap_or_else(|| unit.translation_log().clone()),
        diagnostics: diagnostics.gathered(),
    }
}

/// Builds one unit and gives its site to `finish` at once: a site is made, handed
/// over and forgotten, however many there are.
pub fn finished<T>(
    unit: &UnitSources,
    shared: &Shared,
    source: &impl PictureSource,
    finish: impl FnOnce(&StudentId, Bundle) -> T,
) -> Built<T> {
    let built = one(unit, shared, &pictures(unit, shared, source));
    let student = built.student.clone();
    built.map_site(|bundle| finish(&student, bundle))
}

/// Builds every unit of a plan, on all cores. The results come in the plan's
/// order.
pub fn all<T: Send>(
    plan: &Plan,
    shared: &Shared,
    source: &impl PictureSource,
    finish: impl Fn(&StudentId, Bundle) -> T + Sync,
) -> Vec<Built<T>> {
    let units = plan.units.par_iter();
    units
        .map(|unit| finished(unit, shared, source, &finish))
        .collect()
}

fn caught(unit: &UnitSources, panic: &(dyn std::any::Any + Send)) -> Diagnostic {
    let words = panic.downcast_ref::<&str>().map(ToString::to_string);
    let words = words
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    let file = RelPath::new(&format!("{}/student.yaml", unit.folder()));
    let fault = file.map_or_else(
        || Diagnostic::new(Code::Panic),
        |file| Diagnostic::about(Code::Panic, &file),
    );
    fault.with("words", words)
}
