use std::fs;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::Fault;
use crate::source::{
    Bytes, Deferred, MAX_FILE_BYTES, MAX_MEMORY_BYTES, MAX_PICTURE_BYTES, MEMORY, Refusal, RelPath,
    Snapshot,
};

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
    take_memory(&mut snapshot, folder);
    Ok(snapshot)
}

/// The one hidden file that is read. Most schools have had no build that wrote
/// it, or no language to translate into.
fn take_memory(snapshot: &mut Snapshot, folder: &Path) {
    let place = folder.join(MEMORY);
    let Some(path) = RelPath::new(MEMORY).filter(|_| place.symlink_metadata().is_ok()) else {
        return;
    };
    let read = if own_folder(&place) {
        read(&place, MAX_MEMORY_BYTES)
    } else {
        Err(Refusal::NotAFile)
    };
    match read {
        Ok(bytes) => {
            snapshot.files.insert(path, bytes);
        }
        Err(refusal) => {
            snapshot.refused.insert(path, refusal);
        }
    }
}

/// Whether the folder that `place` stands in is a folder itself, and no link to
/// one elsewhere.
pub(super) fn own_folder(place: &Path) -> bool {
    let folder = place.parent().map(Path::symlink_metadata);
    folder.is_some_and(|facts| facts.is_ok_and(|facts| facts.is_dir()))
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
    if !entry.file_type().is_file() {
        snapshot.refused.insert(path, Refusal::NotAFile);
        return;
    }
    let place = entry.path().to_path_buf();
    if !is_text(&place) {
        let later = Deferred::new(move || read(&place, MAX_PICTURE_BYTES));
        snapshot.others.insert(path, later);
        return;
    }
    match read(&place, MAX_FILE_BYTES) {
        Ok(bytes) => {
            snapshot.files.insert(path, bytes);
        }
        Err(refusal) => {
            snapshot.refused.insert(path, refusal);
        }
    }
}

fn is_text(place: &Path) -> bool {
    matches!(
        place.extension().and_then(|e| e.to_str()),
        Some("yaml" | "md" | "csv" | "ftl" | "html" | "css")
    )
}

fn read(place: &Path, most: u64) -> Result<Bytes, Refusal> {
    let unreadable = |error: std::io::Error| Refusal::Unreadable(error.to_string());
    let facts = fs::symlink_metadata(place).map_err(unreadable)?;
    // A deferred file may have become a link since the folder was listed.
    if !facts.is_file() {
        return Err(Refusal::NotAFile);
    }
    if facts.len() > most {
        return Err(Refusal::TooLarge(facts.len()));
    }
    fs::read(place).map(Bytes::from).map_err(unreadable)
}
