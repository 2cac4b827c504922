//! Hosts: the places that families' browsers get pages from. A host stores files by
//! path, whole or not at all. It knows nothing about sites.
//!
//! Every kind of host has one file here. [`Host`] is what `publish` needs of them, and
//! each does it with what the kind has: a rename, a `MOVE`, a `PUT` that is atomic.

#![expect(clippy::disallowed_methods, reason = "hosts are outside this program")]

mod address;
mod credentials;
mod folder;
#[cfg(feature = "network")]
mod http;
mod retry;
#[cfg(feature = "network")]
mod s3;
#[cfg(feature = "network")]
mod sftp;
mod target;
mod web;
#[cfg(feature = "network")]
mod web_client;
#[cfg(feature = "network")]
mod webdav;

pub use address::{AddressFault, Sharing};
pub use credentials::{Credentials, CredentialsFault, Secret};
pub use folder::FolderHost;
pub use retry::{Clock, Retried, SystemClock, Tries};
#[cfg(feature = "network")]
pub use s3::S3Host;
#[cfg(feature = "network")]
pub use sftp::SftpHost;
pub use target::{BucketFolder, SftpFolder, Target};
pub use web::{Web, WebAnswer, address_of, open_web};
#[cfg(feature = "network")]
pub use webdav::WebDavHost;

use crate::source::RelPath;

/// A place that pages are published to.
pub trait Host: Sync {
    /// Where this is, for people. It contains no password and no key.
    fn place(&self) -> String;

    /// The bytes of a file. `None` if it is not there.
    ///
    /// # Errors
    /// Why the host did not answer.
    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, HostFault>;

    /// Puts a file in its place, with the folders that are missing. Whoever reads it
    /// meanwhile gets the old file or the new one, complete.
    ///
    /// # Errors
    /// Why it may not have been written. The old file or the new one is there.
    fn write(&self, path: &RelPath, bytes: &[u8], kind: Kind) -> Result<(), HostFault>;

    /// Removes a file, and folders that are empty then, as far as the host has folders.
    /// A file that is not there counts as removed.
    ///
    /// # Errors
    /// Why it may still be there.
    fn remove(&self, path: &RelPath) -> Result<(), HostFault>;

    /// The files in a folder and below it. None if the folder is not there. `None` means
    /// the whole host, which has to be there.
    ///
    /// # Errors
    /// Why the host did not answer.
    fn list(&self, folder: Option<&RelPath>) -> Result<Vec<Listed>, HostFault>;

    /// Waits until what was written would survive a power cut, as far as this computer
    /// can do something about it. Called between the steps of a publication.
    ///
    /// # Errors
    /// That it may not.
    fn settle(&self) -> Result<(), HostFault> {
        Ok(())
    }
}

/// A file on a host.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Its path from the top of the host.
    pub path: RelPath,
    /// Its size, in bytes.
    pub bytes: u64,
}

/// What a file is served as, on hosts that keep this with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A page (`text/html; charset=utf-8`). Browsers ask each time whether it changed.
    Page,
    /// A picture (`image/jpeg`). Its name changes with its contents.
    Picture,
    /// Sealed or for programs (`application/octet-stream`). Asked for each time.
    Data,
    /// Plain text, such as rules for the host (`text/plain; charset=utf-8`).
    Text,
}

impl Kind {
    /// The kind of the file at `path`.
    #[must_use]
    pub fn of(path: &RelPath) -> Self {
        let name = path.file_name();
        match name.rsplit_once('.') {
            Some((_, "html")) => Self::Page,
            Some((_, "jpg")) => Self::Picture,
            Some((_, "txt")) | None => Self::Text,
            Some(_) => Self::Data,
        }
    }

    /// The `Content-Type` header.
    #[must_use]
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Page => "text/html; charset=utf-8",
            Self::Picture => "image/jpeg",
            Self::Data => "application/octet-stream",
            Self::Text => "text/plain; charset=utf-8",
        }
    }

    /// The `Cache-Control` header. Nothing may be kept where several people share a cache.
    #[must_use]
    pub fn cache_control(self) -> &'static str {
        match self {
            Self::Picture => "private, max-age=31536000, immutable",
            Self::Page | Self::Data | Self::Text => "private, no-cache",
        }
    }
}

/// Why a host did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostFault {
    /// What kind of problem it is.
    pub kind: HostFaultKind,
    /// The file or address.
    pub on: String,
    /// The words of the system, the library, or the host.
    pub system: String,
}

/// The kinds of problems with a host, by what helps against them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostFaultKind {
    /// It may go away by itself: a connection that broke, a busy host. Trying again helps.
    Passing,
    /// The host does not know this user, or the user may not do this.
    Refused,
    /// The host is not the one that was known: another key or certificate.
    Stranger,
    /// The place is not there: a folder, a bucket, a name that cannot be looked up.
    Missing,
    /// There is no space left.
    Full,
    /// There is no user and password, or no key, to show to the host.
    NoCredentials,
    /// This program was built without the feature `network`, which such a host needs.
    NotBuilt,
    /// Something else.
    Other,
}

/// Whether a file on a host is one that [`Host::write`] left when it was stopped. If
/// nobody writes to the host, it can be removed.
#[must_use]
pub fn is_left_over(path: &RelPath) -> bool {
    let name = path.file_name();
    // nginx leaves a part of it under a longer name when its disk is full.
    let random = name
        .strip_prefix(BESIDE)
        .and_then(|rest| rest.split_once(BESIDE_END));
    let is_random = |text: &str| text.len() == 16 && text.chars().all(|c| c.is_ascii_hexdigit());
    random.is_some_and(|(random, _)| is_random(random)) || name.starts_with(".kinfolio-")
}

/// How the names of files begin and end that a host on the network has only until they
/// are renamed. They have no dot in front, because some servers do not list such files,
/// and then nobody could remove those that were left.
const BESIDE: &str = "kinfolio-";
const BESIDE_END: &str = ".new";

/// A new name next to `path` for a file that is renamed to `path` then.
#[cfg(feature = "network")]
fn beside(path: &RelPath) -> Result<RelPath, HostFault> {
    let mut random = [0; 8];
    let fault = |system: String| HostFault {
        kind: HostFaultKind::Other,
        on: path.to_string(),
        system,
    };
    getrandom::fill(&mut random).map_err(|error| fault(error.to_string()))?;
    let random = data_encoding::HEXLOWER.encode(&random);
    let name = format!("{BESIDE}{random}{BESIDE_END}");
    path.sibling(&name).ok_or_else(|| fault(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_were_left_are_recognized() {
        let check = |name: &str, expected: bool| {
            let path = RelPath::new(name).unwrap();
            assert_eq!(is_left_over(&path), expected, "{name}");
        };
        check("a/kinfolio-0123456789abcdef.new", true);
        check("a/kinfolio-0123456789abcdef.new.0000000003", true);
        check("a/.kinfolio-Ab12", true);
        check("a/kinfolio-letter.new", false);
        check("a/kinfolio-0123456789abcdef.html", false);
        check("kinfolio-12.new/index.html", false);
    }
}
