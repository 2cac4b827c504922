//! Photos and work samples: the family's consent, the description for readers who
//! cannot see the picture, and the file.
//!
//! Nothing is decoded here: validation looks up what [`crate::picture`] prepared.

use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic};
use crate::discover::UnitSources;
use crate::model::{Picture, PictureSize};
use crate::picture::{PreparedPictures, Problem};
use crate::schema::choices;
use crate::source::{Place, RelPath};

/// The pictures that a student's texts may name, and whether they may be shown.
pub(super) struct ImageContext<'a> {
    /// The student's files.
    pub(super) unit: &'a UnitSources,
    /// The pictures among them that texts name.
    pub(super) prepared: &'a PreparedPictures,
    /// Whether `student.yaml` records that the family agreed to photos.
    pub(super) consent: bool,
}

/// The pictures under `name`: one, or a list of them.
pub(super) fn all(fields: &mut Fields, name: &'static str, context: &ImageContext) -> Vec<Picture> {
    let pictures = fields.items(name, |fields| one(fields, context));
    pictures.into_iter().flatten().collect()
}

fn one(fields: &mut Fields, context: &ImageContext) -> Option<Picture> {
    let file = fields.plain("file");
    let at = fields.node("file").map(|node| fields.place(node.span));
    let alt = fields.need_text("alt");
    let caption = fields.text("caption");
    if fields.choice("faces", &choices::FACES) == Some(false)
        && let Some(node) = fields.node("faces")
    {
        fields.report(Diagnostic::at(Code::PictureFaces, &fields.place(node.span)));
    }
    let (file, at) = (file?, at?);
    if !context.consent {
        fields.report(Diagnostic::at(Code::PictureConsent, &at));
    }
    let sizes = sizes(fields, &file, &at, context);
    Some(Picture {
        alt,
        caption,
        sizes: sizes?,
    })
}

/// The sizes of the picture that `file` names.
fn sizes(
    fields: &Fields,
    file: &str,
    at: &Place,
    context: &ImageContext,
) -> Option<Vec<PictureSize>> {
    let Some((path, _)) = context.unit.picture(file) else {
        let names = context.unit.attachments().keys().map(RelPath::file_name);
        let names: Vec<&str> = names.collect();
        let below = file.strip_prefix("files/").unwrap_or(file);
        let guess = crate::diagnostic::nearest(below, names.iter().copied());
        let fault = Diagnostic::at(Code::PictureMissing, at)
            .with("found", file)
            .with("nearest", guess.unwrap_or_default());
        fields.report(fault.with("choices", names.join(", ")));
        return None;
    };
    match context.prepared.get(path) {
        Ok(sizes) => return Some(sizes.to_vec()),
        Err(Problem::Empty) => fields.report(Diagnostic::about(Code::NotSynced, path)),
        Err(problem) => {
            let fault = Diagnostic::at(Code::PictureBroken, at).with("problem", problem.name());
            fields.report(fault.with("found", file));
        }
    }
    None
}
