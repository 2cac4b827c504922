use serde::Serialize;

use super::super::{OF_A_PASSAGE, said_of};
use crate::locale::localized_text::{LocalizedText, Mark, plain};
use crate::locale::localizer::{Localizer, MachineTranslation, TranslationGaps, args};
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
    /// Said to those who hear that, when it is not as this language should have
    /// it.
    pub alt_note: Option<LocalizedText>,
    /// A few words under it.
    pub caption: Option<LocalizedText>,
    /// What has to be said of those.
    pub note: Option<LocalizedText>,
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
pub(crate) fn views(localizer: &Localizer, pictures: &[Picture]) -> Vec<PictureView> {
    let pictures = pictures.iter();
    pictures.filter_map(|one| view(localizer, one)).collect()
}

/// Nothing comes back where a picture has no size, which the reading of it does
/// not allow.
fn view(localizer: &Localizer, picture: &Picture) -> Option<PictureView> {
    let written = |text| localizer.apart(|| localizer.written(text, MachineTranslation::Everyday));
    let (alt, about_alt) = written(&picture.alt);
    let caption = picture.caption.as_ref().map(written);
    let note = caption.as_ref().and_then(|(_, foreign)| {
        // What is not translated is marked.
        let foreign = TranslationGaps {
            untranslated: false,
            ..*foreign
        };
        said_of(localizer, foreign, &OF_A_PASSAGE)
    });
    Some(PictureView {
        sizes: picture.sizes.iter().map(size).collect(),
        whole: size(picture.sizes.last()?),
        alt: plain(&alt.text),
        alt_note: alt_note(localizer, about_alt),
        mark: alt.mark,
        caption: caption.map(|(caption, _)| caption),
        note,
    })
}

fn alt_note(localizer: &Localizer, foreign: TranslationGaps) -> Option<LocalizedText> {
    if foreign.untranslated {
        let language = localizer.language_name(&localizer.school.language);
        let language = args([("language", language.into())]);
        return Some(localizer.say_with("picture-not-translated", language));
    }
    foreign.machine.then(|| localizer.say("machine-translated"))
}

fn size(size: &PictureSize) -> SizeView {
    SizeView {
        name: size.name.clone(),
        width: size.width,
        height: size.height,
    }
}
