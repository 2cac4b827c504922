//! The school folder as values: paths, files, and places in them.
//!
//! Nothing here reads a disk; [`Snapshot`] is what `io::read` hands over and
//! what every later stage works from.

mod decode;
mod file_signature;
mod hidden_characters;
mod legacy;
mod mojibake;
mod path;
mod source_map;
mod span;
mod translation_log;
mod word;

pub use decode::{BadEncoding, Decoded, decode, is_cloud_placeholder};
pub use file_signature::{other_kind, other_text};
pub use hidden_characters::{
    hidden, is_invisible, is_line_separator, is_zero_width, is_zero_width_space, moves_terminal,
};
pub use mojibake::Garbled;
pub use path::{RelPath, split_name};
pub use source_map::{Back, Rewrite, original_offset};
pub use span::{LineColumn, Place, Span, Spanned, line_column};
pub use translation_log::{
    Fingerprint, TRANSLATION_LOG, TranslationLog, TranslationRecord, remembers, translation_log_of,
};
pub use word::is_whole_word;

use std::collections::BTreeMap;
use std::sync::Arc;

/// One file of the school folder, as the bytes that were on the disk.
pub type Bytes = Arc<[u8]>;

/// A file that is read when somebody needs it: the pictures of a whole school
/// do not fit into memory together.
#[derive(Clone)]
pub struct LazyFile(Arc<dyn Fn() -> Result<Bytes, ReadError> + Send + Sync>);

impl LazyFile {
    /// A file that `read` will read.
    pub fn new(read: impl Fn() -> Result<Bytes, ReadError> + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// A file that has been read.
    #[must_use]
    pub fn ready(bytes: Bytes) -> Self {
        Self::new(move || Ok(bytes.clone()))
    }

    /// Its bytes.
    ///
    /// # Errors
    /// Why it cannot be read now.
    pub fn read(&self) -> Result<Bytes, ReadError> {
        (self.0)()
    }
}

impl std::fmt::Debug for LazyFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Deferred")
    }
}

/// The school folder, or a part of it, at one moment.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// Every text file that could be read, and the tool's own memory.
    pub files: BTreeMap<RelPath, Bytes>,
    /// Every other regular file.
    pub others: BTreeMap<RelPath, LazyFile>,
    /// What stood in the folder but was not taken in, and why.
    pub refused: BTreeMap<RelPath, ReadError>,
}

impl Snapshot {
    /// Whether something stands at `path`, read or not.
    #[must_use]
    pub fn holds(&self, path: &RelPath) -> bool {
        self.files.contains_key(path)
            || self.others.contains_key(path)
            || self.refused.contains_key(path)
    }
}

/// Why something in the folder was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// A symbolic link, a device, a socket: not a plain file.
    NotAFile,
    /// Larger than [`MAX_FILE_BYTES`] or [`MAX_PICTURE_BYTES`]; holds its size
    /// in bytes.
    TooLarge(u64),
    /// The system said no; holds its words.
    Unreadable(String),
    /// The system has not answered for a long time, as for a file that a sync
    /// program still has to fetch.
    NoAnswer,
    /// The name is not one the tool can write down again.
    BadName,
}

/// The largest text file that is read, in bytes. A year of daily numbers for
/// one goal stays under 60 kB.
pub const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// The largest Markdown file that is read, in bytes: a book of 150,000 words.
pub const MAX_PAGE_BYTES: u64 = 1024 * 1024;

/// The largest picture that is read, in bytes: twice that of a good camera.
pub const MAX_PICTURE_BYTES: u64 = 40 * 1024 * 1024;

/// A decoded text file. Spans are byte ranges of `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Where it stands in the school folder.
    pub path: RelPath,
    /// Its text, without a byte-order mark.
    pub text: Arc<str>,
}
