use std::fs;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::Fault;
use crate::source::{Bytes, MAX_FILE_BYTES, Refusal, RelPath, Snapshot};

/// Whether `path` is a folder that can be looked into.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Reads the whole school folder. Links are never followed; what cannot be
/// read is in the snapshot with the reason, and everything else is read on.
///
/// # Errors
/// When the folder itself cannot be listed.
pub fn snapshot(folder: &Path) -> Result<Snapshot, Fault> {
    let mut snapshot = Snapshot::default();
    let walk = WalkDir::new(folder)
        .follow_links(false)
        .min_depth(1)
        .sort_by_file_name();
    for entry in walk.into_iter().filter_entry(is_open) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => take(&mut snapshot, folder, &entry),
            Err(error) if error.depth() == 0 => {
                return Err(Fault::new("read-folder", folder, error));
            }
            Err(error) => {
                let path = error.path().and_then(|path| relative(folder, path));
                if let Some(path) = path {
                    snapshot
                        .refused
                        .insert(path, Refusal::Unreadable(error.to_string()));
                }
            }
        }
    }
    Ok(snapshot)
}

/// Hidden folders belong to editors, version control and the tool itself.
fn is_open(entry: &DirEntry) -> bool {
    let hidden = entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    !(hidden && entry.file_type().is_dir())
}

fn relative(folder: &Path, path: &Path) -> Option<RelPath> {
    let below = path.strip_prefix(folder).ok()?;
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    RelPath::new(&parts.join("/"))
}

fn take(snapshot: &mut Snapshot, folder: &Path, entry: &DirEntry) {
    let Some(path) = relative(folder, entry.path()) else {
        return;
    };
    if entry.path().to_str().is_none() {
        snapshot.refused.insert(path, Refusal::BadName);
        return;
    }
    match read(entry) {
        Ok(bytes) => {
            snapshot.files.insert(path, bytes);
        }
        Err(refusal) => {
            snapshot.refused.insert(path, refusal);
        }
    }
}

fn read(entry: &DirEntry) -> Result<Bytes, Refusal> {
    if !entry.file_type().is_file() {
        return Err(Refusal::NotAFile);
    }
    let unreadable = |error: &dyn std::fmt::Display| Refusal::Unreadable(error.to_string());
    let size = entry.metadata().map_err(|error| unreadable(&error))?.len();
    // Pictures are only known by name for now; they may be larger.
    let text = matches!(
        entry.path().extension().and_then(|e| e.to_str()),
        Some("yaml" | "md" | "csv" | "ftl" | "html" | "css")
    );
    if !text {
        return Ok(Bytes::from([]));
    }
    if size > MAX_FILE_BYTES {
        return Err(Refusal::TooLarge(size));
    }
    fs::read(entry.path())
        .map(Bytes::from)
        .map_err(|error| unreadable(&error))
}
