//! The language packs inside the binary.

use include_dir::{Dir, include_dir};

use crate::source::{RelPath, SourceFile};

static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The files of the packs inside the binary, by path.
#[must_use]
pub fn built_in() -> Vec<SourceFile> {
    let mut files = Vec::new();
    for file in BUILT_IN.dirs().flat_map(Dir::files) {
        let path = file.path().to_string_lossy().replace('\\', "/");
        let path = RelPath::new(&format!("locales/{path}"));
        if let (Some(path), Some(text)) = (path, file.contents_utf8()) {
            files.push(SourceFile {
                path,
                text: text.into(),
            });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
