//! Opens plain files and nothing else. Reading a pipe, a device or a socket could
//! wait forever, and a link would lead to somewhere else.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use crate::source::{Bytes, ReadError};

/// Reads a plain file of at most `most` bytes.
pub(super) fn read(place: &Path, most: u64) -> Result<Bytes, ReadError> {
    let unreadable = |error: std::io::Error| ReadError::Unreadable(error.to_string());
    let facts = fs::symlink_metadata(place).map_err(unreadable)?;
    if !facts.is_file() {
        return Err(ReadError::NotAFile);
    }
    if facts.len() > most {
        return Err(ReadError::TooLarge(facts.len()));
    }
    let file = match open(place) {
        Err(error) if error.kind() == ErrorKind::InvalidInput => return Err(ReadError::NotAFile),
        opened => opened.map_err(unreadable)?,
    };
    let mut bytes = Vec::with_capacity(usize::try_from(facts.len()).unwrap_or(0));
    // One byte more than allowed, to notice a file that grows while it is read.
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    let length = bytes.len() as u64;
    if length > most {
        return Err(ReadError::TooLarge(length));
    }
    Ok(Bytes::from(bytes))
}

/// The bytes of a plain file. `None` if there is no such file, or if it cannot be
/// read or is larger than `most`.
#[must_use]
pub fn read_bytes(place: &Path, most: u64) -> Option<Bytes> {
    read(place, most).ok()
}

/// Opens a file to be read.
pub(super) fn open(place: &Path) -> std::io::Result<File> {
    checked(options().read(true).open(place)?)
}

/// Opens a file to be read and written.
pub(super) fn open_both(place: &Path) -> std::io::Result<File> {
    checked(options().read(true).write(true).open(place)?)
}

/// Refuses what is no plain file: it may have been swapped since it was checked.
fn checked(file: File) -> std::io::Result<File> {
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(ErrorKind::InvalidInput.into())
    }
}

/// Follows no link, and does not wait for the other end of a pipe.
#[cfg(unix)]
fn options() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    let mut options = OpenOptions::new();
    options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    options
}

#[cfg(not(unix))]
fn options() -> OpenOptions {
    OpenOptions::new()
}
