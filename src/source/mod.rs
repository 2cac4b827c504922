//! The school folder as values: paths, files, and places in them.
//!
//! Nothing here reads a disk; [`Snapshot`] is what `io::read` hands over and
//! what every later stage works from.

mod decode;
mod path;
mod span;

pub use decode::{BadEncoding, decode};
pub use path::RelPath;
pub use span::{LineColumn, Place, Span, Spanned, line_column};

use std::collections::BTreeMap;
use std::sync::Arc;

/// One file of the school folder, as the bytes that were on the disk.
pub type Bytes = Arc<[u8]>;

/// The whole school folder at one moment.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// Every regular file that could be read.
    pub files: BTreeMap<RelPath, Bytes>,
    /// What stood in the folder but was not taken in, and why.
    pub refused: BTreeMap<RelPath, Refusal>,
}

/// Why something in the folder was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A symbolic link, a device, a socket: not a plain file.
    NotAFile,
    /// Larger than [`MAX_FILE_BYTES`]; holds its size in bytes.
    TooLarge(u64),
    /// The system said no; holds its words.
    Unreadable(String),
    /// The name is not one the tool can write down again.
    BadName,
}

/// The largest text file that is read, in bytes. A year of daily numbers for
/// one goal stays under 60 kB.
pub const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// A decoded text file. Spans are byte ranges of `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Where it stands in the school folder.
    pub path: RelPath,
    /// Its text, without a byte-order mark.
    pub text: Arc<str>,
}
