//! Opens plain files and nothing else. Reading a pipe, a device or a socket could
//! wait forever, and a link would lead to somewhere else.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use crate::source::{Bytes, ReadError};

/// Reads a plain file of at most `most` bytes.
pub(super) fn read(place: &Path, most: u64) -> Result<Bytes, ReadError> {
    let read = read_if_there(place, most);
    read.unwrap_or_else(|gone| Err(unreadable(&gone)))
}

/// Reads a plain file of at most `most` bytes.
///
/// # Errors
/// The system error if there is nothing at `place`.
pub(super) fn read_if_there(place: &Path, most: u64) -> std::io::Result<Result<Bytes, ReadError>> {
    let (file, facts) = match opened(place, options().read(true)) {
        Ok(opened) => opened,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(error),
        Err(error) => return Ok(Err(why_not(place, &error))),
    };
    if facts.len() > most {
        return Ok(Err(ReadError::TooLarge(facts.len())));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(facts.len()).unwrap_or(0));
    // One byte more than allowed, to notice a file that grows while it is read.
    if let Err(error) = file.take(most + 1).read_to_end(&mut bytes) {
        return Ok(Err(unreadable(&error)));
    }
    let length = bytes.len() as u64;
    Ok(if length > most {
        Err(ReadError::TooLarge(length))
    } else {
        Ok(Bytes::from(bytes))
    })
}

/// Why a file could not be opened. What is there is asked for only now, because a
/// share takes its time for each question.
fn why_not(place: &Path, error: &std::io::Error) -> ReadError {
    let is_something_else = || fs::symlink_metadata(place).is_ok_and(|facts| !facts.is_file());
    if error.kind() == ErrorKind::InvalidInput || is_something_else() {
        ReadError::NotAFile
    } else {
        unreadable(error)
    }
}

fn unreadable(error: &std::io::Error) -> ReadError {
    ReadError::Unreadable(error.to_string())
}

/// The bytes of a plain file. `None` if there is no such file, or if it cannot be
/// read or is larger than `most`.
#[must_use]
pub fn read_bytes(place: &Path, most: u64) -> Option<Bytes> {
    read(place, most).ok()
}

/// Opens a file to be read.
pub(super) fn open(place: &Path) -> std::io::Result<File> {
    opened(place, options().read(true)).map(|(file, _)| file)
}

/// Opens a file to be read and written.
pub(super) fn open_both(place: &Path) -> std::io::Result<File> {
    opened(place, options().read(true).write(true)).map(|(file, _)| file)
}

/// Opens a file and says what the system knows of it. Refuses what is no plain file.
fn opened(place: &Path, options: &OpenOptions) -> std::io::Result<(File, Metadata)> {
    // Only Unix can open a file without following a link.
    if cfg!(not(unix)) && !fs::symlink_metadata(place)?.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let file = options.open(place)?;
    let facts = file.metadata()?;
    if facts.is_file() {
        Ok((file, facts))
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
