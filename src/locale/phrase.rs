use serde::Serialize;
use serde::ser::SerializeMap;

use super::pack::Direction;

/// Stands for `<b>` in words while they are text.
pub(super) const BOLD: char = '\u{E000}';
/// Stands for `</b>`.
pub(super) const BOLD_END: char = '\u{E001}';

/// The language of words that are not in the page's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Its tag.
    pub lang: String,
    /// Its direction.
    pub dir: Direction,
}

/// Words ready to be shown: isolates (U+2068, U+2069) stand around what was put
/// into them, and private characters around what is bold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// Set when they are not in the page's language.
    pub mark: Option<Mark>,
}

impl Phrase {
    /// Words in the page's own language.
    #[must_use]
    pub fn own(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            mark: None,
        }
    }
}

/// A phrase in the page's language is a string to templates; a foreign one
/// brings its `lang` and `dir`.
impl Serialize for Phrase {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(mark) = &self.mark else {
            return serializer.serialize_str(&self.text);
        };
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("lang", &mark.lang)?;
        map.serialize_entry("dir", &mark.dir)?;
        map.end()
    }
}

/// The words without marks for bold.
#[must_use]
pub fn bold_off(text: &str) -> String {
    text.replace([BOLD, BOLD_END], "")
}

/// The words alone: no bold, no isolates. For searching and for file output
/// where neither can be shown.
#[must_use]
pub fn plain(text: &str) -> String {
    text.replace([BOLD, BOLD_END, '\u{2068}', '\u{2069}'], "")
}
