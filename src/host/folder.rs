//! A folder on this computer, or a share that is mounted here, as a host.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

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
        match fs::read_dir(&top) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(fault(&top, &error)),
        }
        let listed = io::files_below(&top).filter_map(|place| {
            let below = place.strip_prefix(&self.folder).ok()?;
            let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
            Some(Listed {
                path: RelPath::new(&parts?.join("/"))?,
                bytes: fs::metadata(&place).ok()?.len(),
            })
        });
        let mut listed: Vec<Listed> = listed.collect();
        listed.sort();
        Ok(listed)
    }

    fn settle(&self) -> Result<(), HostFault> {
        io::bring_folder_to_disk(&self.folder).map_err(|error| of_fault(&error))
    }
}

fn fault(place: &Path, error: &std::io::Error) -> HostFault {
    let kind = match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => HostFaultKind::Missing,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => HostFaultKind::Refused,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => HostFaultKind::Full,
        ErrorKind::Interrupted
        | ErrorKind::TimedOut
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::ResourceBusy => HostFaultKind::Passing,
        _ => HostFaultKind::Other,
    };
    HostFault {
        kind,
        on: place.display().to_string(),
        system: error.to_string(),
    }
}

fn of_fault(error: &io::Fault) -> HostFault {
    HostFault {
        kind: HostFaultKind::Other,
        on: error.on.clone(),
        system: error.system.clone(),
    }
}
