//! The page at the top of the host. Without one, many servers list the folders there.

use super::run::{Published, Publisher};
use crate::host::{HostFault, Kind};
use crate::source::RelPath;

/// The file of the page.
const FILE: &str = "index.html";

/// What no other program writes into a page.
const MARK: &str = r#"<meta name="kinfolio" content="top">"#;

/// How the names of files begin that servers show at the top of a folder.
const SHOWN: [&str; 3] = ["index.", "default.", "home."];

impl Publisher<'_> {
    /// Whether the page at the top is kinfolio's.
    pub(super) fn has_own_top(&self) -> Result<bool, HostFault> {
        let Some(path) = RelPath::new(FILE) else {
            return Ok(false);
        };
        let page = self.host.read(&path)?;
        Ok(page.is_some_and(|page| String::from_utf8_lossy(&page).contains(MARK)))
    }

    /// Writes the page, if nothing of another program would be shown in its place.
    pub(super) fn write_top(&self, published: &Published) -> Result<(), HostFault> {
        let is_shown = |name: &String| {
            let name = name.to_lowercase();
            SHOWN.iter().any(|shown| name.starts_with(shown))
        };
        let Some(path) = RelPath::new(FILE) else {
            return Ok(());
        };
        if published.foreign.iter().any(is_shown) {
            return Ok(());
        }
        self.host.write(&path, self.top.as_bytes(), Kind::Page)
    }

    /// The file of the page, as a name in the list of what is at the top.
    pub(super) fn is_top(name: &str) -> bool {
        name == FILE
    }
}
