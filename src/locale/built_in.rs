//! The language packs inside the binary.

use include_dir::{Dir, include_dir};

use crate::source::{RelPath, SourceFile};

static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The files of a pack that no page is made of: commands, forms, and messages to teachers.
pub const STAFF_FILES: [&str; 6] = [
    "cli.ftl",
    "dashboard.ftl",
    "desk.ftl",
    "diagnostics.ftl",
    "fields.ftl",
    "messages.ftl",
];

/// Whether only staff read the messages of a file.
pub(crate) fn is_for_staff(path: &RelPath) -> bool {
    STAFF_FILES.contains(&path.file_name())
}

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
