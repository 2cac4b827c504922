//! Which host is meant by what a school wrote.

use std::fmt;
use std::path::{Path, PathBuf};

use super::address::{self, encoded};
use super::{AddressFault, Credentials, FolderHost, Host, HostFault, HostFaultKind};
use super::{Retried, SystemClock, Tries};
#[cfg(feature = "network")]
use super::{S3Host, SftpHost, WebDavHost, sftp::Ssh};
use crate::source::RelPath;

/// A host that somebody named, before it is looked for. As text, it is always the same for
/// the same host, and contains no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A folder on this computer or on a mounted share.
    Folder(PathBuf),
    /// A folder on a server that `ssh` reaches.
    Sftp(SftpFolder),
    /// A bucket of an S3-compatible storage.
    S3(BucketFolder),
    /// A folder of a WebDAV server.
    WebDav {
        /// `https://HOST/FOLDER/`, encoded, with `/` at its end.
        address: String,
    },
}

/// A folder on a server that `ssh` reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SftpFolder {
    /// `None` leaves it to the configuration of `ssh`.
    pub user: Option<String>,
    /// The name that `ssh` gets: of a host, or one from its configuration.
    pub host: String,
    /// `None` leaves it to the configuration of `ssh`.
    pub port: Option<u16>,
    /// Absolute, or else in the folder that the user has there.
    pub folder: String,
}

/// A bucket, or a folder in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BucketFolder {
    /// The name of the bucket.
    pub bucket: String,
    /// The folder in it. `None` for the whole bucket.
    pub prefix: Option<RelPath>,
    /// The address of the storage, with `/` at its end. `None` is Amazon's.
    pub endpoint: Option<String>,
    /// The region that requests are signed for.
    pub region: String,
}

impl Target {
    /// Reads the name of a host: `sftp://USER@HOST:PORT/FOLDER`, `s3://BUCKET/FOLDER` with
    /// an `endpoint` or a `region`, `https://HOST/FOLDER` for WebDAV, or a folder. One that
    /// is not absolute is below `from`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(
        to: &str,
        endpoint: Option<&str>,
        region: Option<&str>,
        from: &Path,
    ) -> Result<Self, AddressFault> {
        address::read(to, endpoint, region, from)
    }

    /// Connects to the host, and looks whether the folder or bucket is there. Whatever
    /// fails for a reason that passes is tried again, now and later.
    ///
    /// # Errors
    /// Why that is not possible.
    pub fn open(&self, credentials: &Credentials) -> Result<Box<dyn Host>, HostFault> {
        self.open_with(credentials, Tries::default())
    }

    /// [`Target::open`] with other numbers of tries.
    ///
    /// # Errors
    /// Why that is not possible.
    #[cfg_attr(
        not(feature = "network"),
        expect(unused_variables, reason = "a folder needs no credentials")
    )]
    pub fn open_with(
        &self,
        credentials: &Credentials,
        tries: Tries,
    ) -> Result<Box<dyn Host>, HostFault> {
        let fault = |kind| HostFault {
            kind,
            on: self.to_string(),
            system: String::new(),
        };
        #[cfg(feature = "network")]
        let nobody = || fault(HostFaultKind::NoCredentials);
        match self {
            Self::Folder(folder) => opened(tries, || FolderHost::open(folder)),
            #[cfg(feature = "network")]
            Self::Sftp(folder) => {
                let ssh = Ssh {
                    to: folder.clone(),
                    config: credentials.ssh_config.clone(),
                    patience: tries.patience,
                };
                opened(tries, || SftpHost::open(ssh.clone()))
            }
            #[cfg(feature = "network")]
            Self::S3(folder) => {
                let key = credentials.s3.as_ref().ok_or_else(nobody)?;
                opened(tries, || S3Host::open(folder, key, tries.patience))
            }
            #[cfg(feature = "network")]
            Self::WebDav { address } => {
                let login = credentials.webdav.as_ref().ok_or_else(nobody)?;
                opened(tries, || WebDavHost::open(address, login, tries.patience))
            }
            #[cfg(not(feature = "network"))]
            _ => Err(fault(HostFaultKind::NotBuilt)),
        }
    }
}

/// Opens a host with `open`, as often as it is worth it.
fn opened<H: Host + 'static>(
    tries: Tries,
    open: impl Fn() -> Result<H, HostFault>,
) -> Result<Box<dyn Host>, HostFault> {
    let clock = SystemClock::default();
    let host = super::retry::again(tries, &clock, open)?;
    Ok(Box::new(Retried::new(host, tries, clock)))
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(f),
            Self::Sftp(folder) => folder.fmt(f),
            Self::S3(folder) => folder.fmt(f),
            Self::WebDav { address } => f.write_str(address),
        }
    }
}

impl fmt::Display for SftpFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sftp://")?;
        if let Some(user) = &self.user {
            write!(f, "{}@", encoded(user))?;
        }
        f.write_str(&self.host)?;
        if let Some(port) = self.port {
            write!(f, ":{port}")?;
        }
        match self.folder.strip_prefix('/') {
            Some(folder) => write!(f, "/{}", encoded(folder)),
            None if self.folder == "." => f.write_str("/~"),
            None => write!(f, "/~/{}", encoded(&self.folder)),
        }
    }
}

impl fmt::Display for BucketFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s3://{}", self.bucket)?;
        if let Some(prefix) = &self.prefix {
            write!(f, "/{}", encoded(prefix.as_str()))?;
        }
        write!(f, " ({})", self.endpoint.as_ref().unwrap_or(&self.region))
    }
}
