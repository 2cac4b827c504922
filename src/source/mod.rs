//! The school folder as values: paths, files, and places in them.
//!
//! Nothing here reads a disk. `io` makes a [`Snapshot`], and every later stage
//! works from that.

mod decode;
mod encoding;
mod file_signature;
mod hidden_characters;
mod legacy;
mod mojibake;
mod path;
mod short_hash;
mod source_map;
mod span;
mod translation_log;
mod word;

pub use decode::{BadEncoding, Decoded, decode, is_cloud_placeholder, raw};
pub use encoding::{Encoding, RawText};
pub use file_signature::{other_kind, other_text};
pub use hidden_characters::{
    hidden, is_invisible, is_line_separator, is_zero_width, is_zero_width_space, moves_terminal,
};
pub use mojibake::Garbled;
pub use path::{RelPath, split_name};
pub use short_hash::{HASH_START, hash_next};
pub use source_map::{Back, Rewrite, original_offset};
pub use span::{LineColumn, Place, Span, Spanned, line_column};
pub use translation_log::{
    Fingerprint, TRANSLATION_LOG, TranslationLog, TranslationRecord, remembers, translation_log_of,
};
pub use word::{MOST_JOINED, is_joined, is_whole_word};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The contents of a file.
pub type Bytes = Arc<[u8]>;

/// The school folder, or a part of it, at one moment.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// Every text file that could be read, and the translation logs.
    pub files: BTreeMap<RelPath, Bytes>,
    /// Every other regular file. Their contents are not here: the pictures of a
    /// school do not fit into memory together.
    pub others: BTreeSet<RelPath>,
    /// What is in the folder but could not be read, and why.
    pub refused: BTreeMap<RelPath, ReadError>,
}

impl Snapshot {
    /// Whether there is something at `path`, read or not.
    #[must_use]
    pub fn holds(&self, path: &RelPath) -> bool {
        self.files.contains_key(path)
            || self.others.contains(path)
            || self.refused.contains_key(path)
    }
}

/// Why a file or a folder was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// A symbolic link, a device, a socket: not a plain file.
    NotAFile,
    /// Larger than [`MAX_FILE_BYTES`] or [`MAX_PICTURE_BYTES`]; holds its size
    /// in bytes.
    TooLarge(u64),
    /// A system error; holds its message.
    Unreadable(String),
    /// The system has not answered in time, as for a file that a sync program still
    /// has to download.
    NoAnswer,
    /// The name has characters that a [`RelPath`] cannot hold.
    BadName,
}

/// The largest text file that is read, in bytes. A year of daily numbers for
/// one goal stays under 60 kB.
pub const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// The largest Markdown file that is read, in bytes: a book of 150,000 words.
pub const MAX_PAGE_BYTES: u64 = 1024 * 1024;

/// The largest picture that is read, in bytes: twice the size that a good camera
/// writes.
pub const MAX_PICTURE_BYTES: u64 = 40 * 1024 * 1024;

/// A decoded text file. Every [`Span`] is a range of bytes in `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path in the school folder.
    pub path: RelPath,
    /// Its text, without a byte-order mark.
    pub text: Arc<str>,
}
