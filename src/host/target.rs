//! Which host is meant by what a school wrote.

use std::fmt;
use std::path::{Path, PathBuf};

use super::address::{self, encoded};
use super::{AddressFault, Credentials, FolderHost, Host, HostFault, HostFaultKind};
use super::{Retried, SystemClock, Tries};
#[cfg(feature = "network")]
use super::{S3Host, SftpHost, WebDavHost, s3::Storage, sftp::Ssh};
use crate::source::RelPath;

/// A host that somebody named, before it is looked for. As text, it is always the same for
/// the same host, and contains no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A folder on this computer or on a mounted share.
    Folder(PathBuf),
    /// A folder on a server that `ssh` reaches.
    Sftp {
        /// `None` leaves it to the configuration of `ssh`.
        user: Option<String>,
        /// The name that `ssh` gets: of a host, or one from its configuration.
        host: String,
        /// `None` leaves it to the configuration of `ssh`.
        port: Option<u16>,
        /// Absolute, or else in the folder that the user has there.
        folder: String,
    },
    /// A bucket of an S3-compatible storage.
    S3 {
        /// Its name.
        bucket: String,
        /// The folder in it. `None` for the whole bucket.
        prefix: Option<RelPath>,
        /// The address of the storage, with `/` at its end. `None` is Amazon's.
        endpoint: Option<String>,
        /// The region that requests are signed for.
        region: String,
    },
    /// A folder of a WebDAV server.
    WebDav {
        /// `https://HOST/FOLDER/`, encoded, with `/` at its end.
        address: String,
    },
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

    /// Whether this program was built with what the host needs.
    #[must_use]
    pub fn is_built(&self) -> bool {
        cfg!(feature = "network") || matches!(self, Self::Folder(_))
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
    pub fn open_with(
        &self,
        credentials: &Credentials,
        tries: Tries,
    ) -> Result<Box<dyn Host>, HostFault> {
        if let Self::Folder(folder) = self {
            return opened(tries, || FolderHost::open(folder));
        }
        #[cfg(feature = "network")]
        return self.open_network(credentials, tries);
        #[cfg(not(feature = "network"))]
        {
            let _ = credentials;
            Err(self.fault(HostFaultKind::NotBuilt))
        }
    }

    #[cfg(feature = "network")]
    fn open_network(
        &self,
        credentials: &Credentials,
        tries: Tries,
    ) -> Result<Box<dyn Host>, HostFault> {
        let nobody = || self.fault(HostFaultKind::NoCredentials);
        match self {
            Self::Folder(_) => Err(self.fault(HostFaultKind::Other)),
            Self::Sftp {
                user,
                host,
                port,
                folder,
            } => opened(tries, || {
                let ssh = Ssh {
                    user: user.clone(),
                    host: host.clone(),
                    port: *port,
                    config: credentials.ssh_config.clone(),
                    patience: tries.patience,
                };
                SftpHost::open(ssh, self.to_string(), folder)
            }),
            Self::S3 {
                bucket,
                prefix,
                endpoint,
                region,
            } => {
                let key = credentials.s3.as_ref().ok_or_else(nobody)?;
                let storage = Storage {
                    bucket,
                    prefix: prefix.as_ref(),
                    endpoint: endpoint.as_deref(),
                    region,
                };
                opened(tries, || {
                    S3Host::open(&storage, &self.to_string(), key, tries.patience)
                })
            }
            Self::WebDav { address } => {
                let login = credentials.webdav.as_ref().ok_or_else(nobody)?;
                opened(tries, || WebDavHost::open(address, login, tries.patience))
            }
        }
    }

    fn fault(&self, kind: HostFaultKind) -> HostFault {
        HostFault {
            kind,
            on: self.to_string(),
            system: String::new(),
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
            Self::Folder(folder) => write!(f, "{}", folder.display()),
            Self::Sftp {
                user,
                host,
                port,
                folder,
            } => {
                let user = user.as_ref().map(|user| encoded(user) + "@");
                let port = port.map(|port| format!(":{port}"));
                let folder = match folder.strip_prefix('/') {
                    Some(folder) => encoded(folder),
                    None if folder == "." => "~".to_owned(),
                    None => format!("~/{}", encoded(folder)),
                };
                let (user, port) = (user.unwrap_or_default(), port.unwrap_or_default());
                write!(f, "sftp://{user}{host}{port}/{folder}")
            }
            Self::S3 {
                bucket,
                prefix,
                endpoint,
                region,
            } => {
                let prefix = prefix
                    .as_ref()
                    .map(|prefix| format!("/{}", encoded(prefix.as_str())));
                let (prefix, at) = (
                    prefix.unwrap_or_default(),
                    endpoint.as_ref().unwrap_or(region),
                );
                write!(f, "s3://{bucket}{prefix} ({at})")
            }
            Self::WebDav { address } => f.write_str(address),
        }
    }
}
