//! Photos and work samples: consent first, then words for those who do not see
//! them, then the file.

use super::fields::Fields;
use super::prose::Folder;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Picture, PictureSize, Prepared};
use crate::picture;
use crate::source::{Place, ReadError, RelPath};

/// What pictures may be taken from, and whether any may be shown.
pub(super) struct ImageContext<'a> {
    /// The student's own files.
    pub(super) folder: &'a Folder<'a>,
    /// Pictures that are ready already.
    pub(super) prepared: &'a Prepared,
    /// Whether `student.yaml` records that the family agreed to photos.
    pub(super) consent: bool,
}

/// Who can be seen in a picture.
const FACES: [(&str, bool); 3] = [("none", true), ("ok", true), ("not-ok", false)];

/// The pictures under `name`: one, or a list of them.
pub(super) fn all(fields: &mut Fields, name: &'static str, album: &ImageContext) -> Vec<Picture> {
    let pictures = fields.items(name, "picture", |fields| one(fields, album));
    pictures.into_iter().flatten().collect()
}

fn one(fields: &mut Fields, album: &ImageContext) -> Option<Picture> {
    let file = fields.plain("file");
    fields.need("file");
    let at = fields.node("file").map(|node| fields.place(node.span));
    let alt = fields.need_text("alt");
    let caption = fields.text("caption");
    if fields.need_choice("faces", &FACES) == Some(false)
        && let Some(node) = fields.node("faces")
    {
        fields.report(Diagnostic::at(Code::PictureFaces, &fields.place(node.span)));
    }
    let (file, at) = (file?, at?);
    if !album.consent {
        fields.report(Diagnostic::at(Code::PictureConsent, &at));
    }
    let sizes = sizes(fields, &file, &at, album);
    Some(Picture {
        alt,
        caption,
        sizes: sizes?,
    })
}

/// The file itself, made ready. A file is named from the student's folder
/// (`files/tower.jpg`) or by its name alone.
fn sizes(
    fields: &Fields,
    file: &str,
    at: &Place,
    album: &ImageContext,
) -> Option<Vec<PictureSize>> {
    let folder = album.folder;
    let below = file.strip_prefix("files/").unwrap_or(file);
    let path = RelPath::new(&format!("{}/files/{below}", folder.root));
    let found = path.and_then(|path| folder.attachments.get_key_value(&path));
    let Some((path, found)) = found else {
        let names: Vec<&str> = folder.attachments.keys().map(RelPath::file_name).collect();
        let guess = crate::diagnostic::nearest(below, names.iter().copied());
        let fault = Diagnostic::at(Code::PictureMissing, at)
            .with("found", file)
            .with("nearest", guess.unwrap_or_default());
        fields.report(fault.with("choices", names.join(", ")));
        return None;
    };
    let prepared = match found.read() {
        Ok(bytes) if bytes.iter().all(|byte| *byte == 0) => {
            fields.report(Diagnostic::about(Code::NotSynced, path));
            return None;
        }
        Ok(bytes) => picture::prepare_once(&bytes, album.prepared).map_err(picture::Fault::name),
        Err(ReadError::TooLarge(_)) => Err(picture::Fault::TooLarge.name()),
        Err(ReadError::NoAnswer) => Err("away"),
        Err(_) => Err("unreadable"),
    };
    let report = |problem: &'static str| {
        let fault = Diagnostic::at(Code::PictureBroken, at).with("problem", problem);
        fields.report(fault.with("found", file));
    };
    prepared.map_err(report).ok()
}
