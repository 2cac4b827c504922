//! Which host is meant by what a school wrote.

use std::fmt;
use std::path::{Path, PathBuf};

use super::{FolderHost, Host, HostFault};

/// A host that somebody named, before it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A folder on this computer or on a mounted share.
    Folder(PathBuf),
}

impl fmt::Display for Target {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(to, "{}", crate::io::real(folder).display()),
        }
    }
}

impl Target {
    /// Reads the name of a host. A folder that is not absolute is below `from`.
    #[must_use]
    pub fn read(to: &str, from: &Path) -> Self {
        Self::Folder(from.join(to))
    }

    /// Connects to the host.
    ///
    /// # Errors
    /// Why that is not possible.
    pub fn open(&self) -> Result<Box<dyn Host>, HostFault> {
        match self {
            Self::Folder(folder) => Ok(Box::new(FolderHost::open(folder)?)),
        }
    }
}
