//! Text in the reader's language, or marked with the language it is in.

use serde::Serialize;
use serde::ser::SerializeMap;

use super::direction::Direction;

/// Stands for `<b>` in text that is not yet HTML.
pub(super) const BOLD: char = '\u{E000}';
/// Stands for `</b>`.
pub(super) const BOLD_END: char = '\u{E001}';
/// Begins a word to know; its id follows, a character for each byte, so that
/// neither searching nor Markdown takes it for letters.
pub const TERM: char = '\u{E002}';
/// Ends a word to know.
pub const TERM_END: char = '\u{E003}';
/// Stands for the byte 0 of an id.
const BYTE: u32 = 0xE100;

/// The language of words that are not in the page's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Its tag.
    pub lang: String,
    /// Its direction.
    pub dir: Direction,
    /// What the page adds to the text, in its own language: "(in English)".
    pub label: String,
}

/// Text ready to be shown: inserted values are between isolates (U+2068, U+2069),
/// and bold text is between private characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocalizedText {
    /// The words.
    pub text: String,
    /// Set when they are not in the page's language.
    pub mark: Option<Mark>,
}

impl LocalizedText {
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
impl Serialize for LocalizedText {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(mark) = &self.mark else {
            return serializer.serialize_str(&self.text);
        };
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("lang", &mark.lang)?;
        map.serialize_entry("dir", &mark.dir)?;
        map.serialize_entry("label", &mark.label)?;
        map.end()
    }
}

/// Whether a character stands for markup.
pub(super) fn is_mark(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{E1FF}')
}

/// The text without the characters that stand for markup.
#[must_use]
pub fn strip_markup(text: &str) -> String {
    text.replace(is_mark, "")
}

/// The words alone: no markup, no isolates. For searching and for file output
/// where neither can be shown.
#[must_use]
pub fn plain(text: &str) -> String {
    text.replace(|c| is_mark(c) || matches!(c, '\u{2068}' | '\u{2069}'), "")
}

/// Appends `words` to `out` as a word to know.
pub(super) fn push_term(out: &mut String, id: &str, words: &str) {
    let bytes = id.bytes().map(|byte| BYTE + u32::from(byte));
    out.push(TERM);
    out.extend(bytes.filter_map(char::from_u32));
    out.push_str(words);
    out.push(TERM_END);
}

/// The id of a word to know, and what follows it. `text` begins after [`TERM`].
#[must_use]
pub fn term_id(text: &str) -> (String, &str) {
    let byte = |c: char| u8::try_from(u32::from(c).checked_sub(BYTE)?).ok();
    let end = text.find(|c| byte(c).is_none()).unwrap_or(text.len());
    let (id, rest) = text.split_at(end);
    let bytes: Vec<u8> = id.chars().filter_map(byte).collect();
    (String::from_utf8_lossy(&bytes).into_owned(), rest)
}
