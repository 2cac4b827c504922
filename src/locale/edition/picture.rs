use serde::Serialize;

use super::super::phrase::{Mark, Phrase, plain};
use super::super::speaker::{Speaker, Weight};
use crate::model::{Picture, PictureSize};

/// A photo, or a page of the student's own work.
#[derive(Debug, Clone, Serialize)]
pub struct PictureView {
    /// The sizes in which the browser may choose it, the smallest first.
    pub sizes: Vec<SizeView>,
    /// The largest size: what a browser takes that knows no choice.
    pub whole: SizeView,
    /// What one sees, for those who do not see it.
    pub alt: String,
    /// Set when that is not in the page's language.
    pub mark: Option<Mark>,
    /// A few words under it.
    pub caption: Option<Phrase>,
}

/// One size of a picture.
#[derive(Debug, Clone, Serialize)]
pub struct SizeView {
    /// Its file name in the site's folder of pictures.
    pub name: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// The pictures in this language.
pub(super) fn views(speaker: &Speaker, pictures: &[Picture]) -> Vec<PictureView> {
    let pictures = pictures.iter();
    pictures.filter_map(|one| view(speaker, one)).collect()
}

/// Nothing comes back where a picture has no size, which the reading of it does
/// not allow.
fn view(speaker: &Speaker, picture: &Picture) -> Option<PictureView> {
    let alt = speaker.written(&picture.alt, Weight::Everyday);
    let caption = picture.caption.as_ref();
    Some(PictureView {
        sizes: picture.sizes.iter().map(size).collect(),
        whole: size(picture.sizes.last()?),
        alt: plain(&alt.text),
        mark: alt.mark,
        caption: caption.map(|caption| speaker.written(caption, Weight::Everyday)),
    })
}

fn size(size: &PictureSize) -> SizeView {
    SizeView {
        name: size.name.clone(),
        width: size.width,
        height: size.height,
    }
}
