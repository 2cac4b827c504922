//! A photo with its description and caption.

use serde::Serialize;

use super::translation_note;
use crate::locale::localized_text::{LocalizedText, Mark, plain};
use crate::locale::localizer::{
    Localizer, MachineTranslation, TextWithGaps, TranslationGaps, args,
};
use crate::model::{Picture, PictureSize};

/// A photo, or a page of the student's own work.
#[derive(Debug, Clone, Serialize)]
pub struct PictureView {
    /// The sizes in which the browser may choose it, the smallest first.
    pub sizes: Vec<SizeView>,
    /// The largest size, for browsers that cannot choose.
    pub whole: SizeView,
    /// What the picture shows, for readers who do not see it.
    pub alt: String,
    /// Set when that is not in the page's language.
    pub mark: Option<Mark>,
    /// Read aloud after it if it is not translated or a machine translated it.
    pub alt_note: Option<LocalizedText>,
    /// A few words under it.
    pub caption: Option<LocalizedText>,
    /// A note about the caption's translation.
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

/// The pictures in this language, each with a note of its own.
pub(crate) fn views(localizer: &Localizer, pictures: &[Picture]) -> Vec<PictureView> {
    pictures
        .iter()
        .filter_map(|one| view(localizer, one))
        .collect()
}

/// Returns `None` if the picture has no size, which its reader does not allow.
fn view(localizer: &Localizer, picture: &Picture) -> Option<PictureView> {
    let written = |text| localizer.written(text, MachineTranslation::Labeled);
    let TextWithGaps { text: alt, gaps } = written(&picture.alt);
    let caption = picture.caption.as_ref().map(written);
    let note = caption.as_ref().and_then(|caption| {
        // A caption that is not translated is marked.
        let gaps = TranslationGaps {
            untranslated: false,
            ..caption.gaps
        };
        translation_note::under_passage(localizer, gaps)
    });
    Some(PictureView {
        sizes: picture.sizes.iter().map(size).collect(),
        whole: size(picture.sizes.last()?),
        alt: plain(&alt.text),
        alt_note: alt_note(localizer, gaps),
        mark: alt.mark,
        caption: caption.map(|caption| caption.text),
        note,
    })
}

fn alt_note(localizer: &Localizer, gaps: TranslationGaps) -> Option<LocalizedText> {
    if gaps.untranslated {
        let language = localizer.language_name(&localizer.school.language);
        let language = args([("language", language.into())]);
        return Some(localizer.say_with("picture-not-translated", language));
    }
    gaps.machine.then(|| localizer.say("machine-translated"))
}

fn size(size: &PictureSize) -> SizeView {
    SizeView {
        name: size.name.clone(),
        width: size.width,
        height: size.height,
    }
}
