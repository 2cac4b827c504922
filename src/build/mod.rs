//! From the contents of a school folder to finished sites. [`compile`] turns
//! one student's files into one student's site. [`school`] does that for every student; [`one`] keeps a student's bug from
//! reaching the others.

mod doubt;
mod school;
mod shared;
mod tracked;
mod unit;

pub use school::{SchoolFolder, access, names_of, school, some, student};
pub use shared::{Shared, names};
pub use tracked::TrackedInputs;
pub use unit::{ReadFiles, compile, pictures, read_files, read_student};

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::discover::UnitSources;
use crate::locale::StaffSummaryText;
use crate::model::{Date, Reader, Student, StudentId};
use crate::picture::PreparedPictures;
use crate::progress::{StaffSummary, TranslationStatus};
use crate::render::Bundle;
use crate::rules::KeySet;
use crate::source::{RelPath, TranslationLog};

/// The result for one student. `T` is the site, the handoff page, or what was done
/// with the site.
#[derive(Debug, Clone)]
pub struct Built<T> {
    /// The student.
    pub student: StudentId,
    /// The site. `None` if there is an error, or if the student's site is not to
    /// be published.
    pub site: Option<T>,
    /// The student's progress as staff see it. `None` if the files could not be
    /// read completely. There even where a rule keeps the site back.
    pub summary: Option<StaffSummary>,
    /// The same as text.
    pub summary_text: Option<StaffSummaryText>,
    /// The state of each file's translation into each language of the family.
    pub translations: Vec<TranslationStatus>,
    /// The student, and who may open the site. `None` if the files could not be read
    /// completely.
    pub family: Option<Family>,
    /// The translation log that the next build reads.
    pub translation_log: TranslationLog,
    /// The first day on which the same files may give another site or other diagnostics.
    pub first_difference: Date,
    /// The first day on which they may give another summary for staff.
    pub summary_difference: Date,
    /// The parts of the shared inputs that the result depends on, as the keys of
    /// [`TrackedInputs::parts`]. The words of all texts and pages are among them, because
    /// other students' names were searched for there.
    pub depends_on: KeySet,
    /// Everything that was reported.
    pub diagnostics: Diagnostics,
}

/// A student, and who may open the site today.
#[derive(Debug, Clone)]
pub struct Family {
    /// Those who may open it today.
    pub readers: Vec<Reader>,
    /// The student, with all guardians.
    pub student: Student,
}

impl<T> Built<T> {
    /// The result for a student of whom nothing was read.
    #[must_use]
    pub fn nothing(student: StudentId) -> Self {
        Self {
            student,
            site: None,
            summary: None,
            summary_text: None,
            translations: Vec::new(),
            family: None,
            translation_log: TranslationLog::default(),
            first_difference: Date::MAX,
            summary_difference: Date::MAX,
            depends_on: KeySet::default(),
            diagnostics: Diagnostics::default(),
        }
    }

    /// The result for a student whose files have been found, but not compiled.
    fn of(unit: &UnitSources) -> Self {
        Self {
            translation_log: unit.translation_log().clone(),
            diagnostics: unit.diagnostics().clone(),
            ..Self::nothing(unit.student().clone())
        }
    }

    /// Replaces the site with what `map` makes of it.
    pub fn map_site<U>(self, map: impl FnOnce(T) -> U) -> Built<U> {
        Built {
            student: self.student,
            site: self.site.map(map),
            summary: self.summary,
            summary_text: self.summary_text,
            translations: self.translations,
            family: self.family,
            translation_log: self.translation_log,
            first_difference: self.first_difference,
            summary_difference: self.summary_difference,
            depends_on: self.depends_on,
            diagnostics: self.diagnostics,
        }
    }
}

/// Compiles one student. A panic becomes that student's diagnostic and does not
/// reach any other student.
#[must_use]
pub fn one(unit: &UnitSources, shared: &Shared, pictures: &PreparedPictures) -> Built<Bundle> {
    caught(unit, || compile(unit, shared, pictures))
}

/// Makes one student's handoff page. A panic becomes a diagnostic.
#[must_use]
pub fn handoff(unit: &UnitSources, shared: &Shared, pictures: &PreparedPictures) -> Built<Vec<u8>> {
    caught(unit, || unit::handoff(unit, shared, pictures))
}

fn caught<T>(unit: &UnitSources, work: impl FnOnce() -> Built<T>) -> Built<T> {
    let built = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Built {
        diagnostics: Diagnostics::from_iter([report(unit, panic.as_ref())]),
        // Nothing is known of how far the work came.
        first_difference: Date::MIN,
        summary_difference: Date::MIN,
        depends_on: [tracked::EVERYTHING].into_iter().collect(),
        ..Built::of(unit)
    });
    Built {
        diagnostics: built.diagnostics.gathered(),
        ..built
    }
}

/// Reports a panic, with its message.
fn report(unit: &UnitSources, panic: &(dyn Any + Send)) -> Diagnostic {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    let file = RelPath::new(&format!("{}/student.yaml", unit.folder()));
    let fault = file.map_or_else(
        || Diagnostic::new(Code::Panic),
        |file| Diagnostic::about(Code::Panic, &file),
    );
    fault.with("words", text.unwrap_or_default())
}
