//! The third step: from one student's files to a site in memory.
//!
//! `build` and `watch` place the result on the disk, the preview keeps it in
//! memory; up to here they are the same.

use super::shared_inputs::CompleteInputs;
use crate::build::{self, Built};
use crate::discover::UnitSources;
use crate::picture::{PictureSource, PreparedPictures};
use crate::render::Bundle;

/// One student, compiled.
pub(super) struct CompiledStudent {
    /// The site and the diagnostics.
    pub(super) built: Built<Bundle>,
    /// The names that the student has in these files.
    pub(super) names: Vec<String>,
    /// The pictures in these files.
    pub(super) pictures: PreparedPictures,
}

/// Prepares one student's pictures from `source`, and compiles the student.
///
/// Returns `None` if the student has a new name that was not known when the names
/// of all students were gathered. No page of another student was checked for that
/// name, so nothing of this run may be published with it.
pub(super) fn compile(
    unit: &UnitSources,
    source: &impl PictureSource,
    inputs: &CompleteInputs,
) -> Option<CompiledStudent> {
    let names = build::names(unit);
    let pictures = build::pictures(unit, inputs.shared, source);
    let built = build::one(unit, inputs.shared, &pictures);
    let is_known = built.site.is_none() || inputs.inputs.knows(&built.student, &names);
    is_known.then_some(CompiledStudent {
        built,
        names,
        pictures,
    })
}
