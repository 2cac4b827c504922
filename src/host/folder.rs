//! A folder on this computer, or a share that is mounted here, as a host.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{Host, HostFault, HostFaultKind, Kind, Listed};
use crate::io;
use crate::source::{MAX_PICTURE_BYTES, RelPath};

/// A folder that a web server serves.
#[derive(Debug)]
pub struct FolderHost {
    folder: PathBuf,
}

impl FolderHost {
    /// The host in `folder`, which has to be there: a share that is not mounted is
    /// not an empty host.
    ///
    /// # Errors
    /// That there is no such folder.
    pub fn open(folder: &Path) -> Result<Self, HostFault> {
        let folder = folder.to_path_buf();
        match fs::metadata(&folder) {
            Ok(facts) if facts.is_dir() => Ok(Self { folder }),
            Ok(_) => Err(fault(&folder, &ErrorKind::NotADirectory.into())),
            Err(error) => Err(fault(&folder, &error)),
        }
    }

    fn at(&self, path: &RelPath) -> PathBuf {
        self.folder.join(path.as_str())
    }
}

impl Host for FolderHost {
    fn place(&self) -> String {
        self.folder.display().to_string()
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, HostFault> {
        let place = self.at(path);
        match place.symlink_metadata() {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(fault(&place, &error)),
        }
        let bytes = io::read_bytes(&place, MAX_PICTURE_BYTES);
        let bytes = bytes.ok_or_else(|| fault(&place, &ErrorKind::InvalidData.into()))?;
        Ok(Some(bytes.to_vec()))
    }

    fn write(&self, path: &RelPath, bytes: &[u8], _: Kind) -> Result<(), HostFault> {
        io::replace_file(&self.folder, path, bytes).map_err(|error| of_fault(&error))
    }

    fn remove(&self, path: &RelPath) -> Result<(), HostFault> {
        let place = self.at(path);
        let Some(folder) = path.folder() else {
            return io::remove_file(&place).map_err(|error| of_fault(&error));
        };
        // The folder of the host itself stays.
        let top = folder.split('/').next().unwrap_or(folder);
        io::remove_with_empty_folders(&place, &self.folder.join(top))
            .map_err(|error| of_fault(&error))
    }

    fn list(&self, folder: Option<&RelPath>) -> Result<Vec<Listed>, HostFault> {
        let top = folder.map_or_else(|| self.folder.clone(), |folder| self.at(folder));
        let mut listed = Vec::new();
        for entry in WalkDir::new(&top).follow_root_links(folder.is_none()) {
            let entry = match entry {
                Ok(entry) => entry,
                // A folder that somebody removes meanwhile, but not the whole host.
                Err(error) if is_gone(&error) && (folder.is_some() || error.depth() > 0) => {
                    continue;
                }
                Err(error) => {
                    let place = error.path().unwrap_or(&top).to_path_buf();
                    return Err(fault(&place, &error.into()));
                }
            };
            let below = entry.path().strip_prefix(&self.folder).ok();
            let parts = below.and_then(|below| below.iter().map(|part| part.to_str()).collect());
            // What has a name that no path can have was not published from here.
            let path = parts.and_then(|parts: Vec<&str>| RelPath::new(&parts.join("/")));
            if let Some(path) = path
                && entry.file_type().is_file()
                && let Ok(facts) = entry.metadata()
            {
                let bytes = facts.len();
                listed.push(Listed { path, bytes });
            }
        }
        listed.sort();
        Ok(listed)
    }

    #[cfg(target_os = "linux")]
    fn settle(&self) -> Result<(), HostFault> {
        let folder = fs::File::open(&self.folder).map_err(|error| fault(&self.folder, &error))?;
        // A share may not offer this. What it keeps is not in the hands of this computer.
        let _ = rustix::fs::syncfs(folder);
        Ok(())
    }
}

fn is_gone(error: &walkdir::Error) -> bool {
    error
        .io_error()
        .is_some_and(|error| error.kind() == ErrorKind::NotFound)
}

fn fault(place: &Path, error: &std::io::Error) -> HostFault {
    HostFault {
        kind: kind_of(error.kind()),
        on: place.display().to_string(),
        system: error.to_string(),
    }
}

fn kind_of(kind: ErrorKind) -> HostFaultKind {
    match kind {
        ErrorKind::NotFound | ErrorKind::NotADirectory => HostFaultKind::Missing,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => HostFaultKind::Refused,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => HostFaultKind::Full,
        ErrorKind::Interrupted
        | ErrorKind::TimedOut
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::ResourceBusy => HostFaultKind::Passing,
        _ => HostFaultKind::Other,
    }
}

fn of_fault(error: &io::Fault) -> HostFault {
    HostFault {
        kind: kind_of(numbered(&error.system).kind()),
        on: error.on.clone(),
        system: error.system.clone(),
    }
}

/// The error whose words these are. The system's words contain its number.
fn numbered(words: &str) -> std::io::Error {
    let number = words.split_once("(os error ").and_then(|(_, rest)| {
        let (number, _) = rest.split_once(')')?;
        number.parse().ok()
    });
    number.map_or_else(
        || ErrorKind::Other.into(),
        std::io::Error::from_raw_os_error,
    )
}
