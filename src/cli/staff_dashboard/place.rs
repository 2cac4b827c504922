//! Where the staff dashboard may be written, and how its links reach the sites.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::pages;
use crate::cli::CommandError;
use crate::cli::diagnostics::Messages;
use crate::cli::school::CompiledSchool;
use crate::incremental::{plain_site, write_for_staff};
use crate::io::{self, Fault};
use crate::keyring::{Keyring, Keyrings};
use crate::model::School;

/// The folder of the staff dashboard, the folder of the families' sites, and where the
/// school and its keyring are.
pub(in crate::cli) struct DashboardPlace<'a> {
    dashboard: &'a Path,
    sites: &'a Path,
    school: &'a Path,
    keys: Option<&'a Path>,
    keyrings: Arc<Keyrings>,
}

impl<'a> DashboardPlace<'a> {
    /// The staff dashboard names every student. Its folder may not be inside the
    /// shared folder or the families' sites, and neither may be inside it. `keys` is the
    /// file of the keyring, if it is not in the system's folder.
    pub(in crate::cli) fn new(
        dashboard: &'a Path,
        sites: &'a Path,
        school: &'a Path,
        keys: Option<&'a Path>,
        keyrings: Arc<Keyrings>,
    ) -> Result<Self, CommandError> {
        let mut others = [school, sites].into_iter();
        others.find(|place| io::overlap(place, dashboard)).map_or(
            Ok(Self {
                dashboard,
                sites,
                school,
                keys,
                keyrings,
            }),
            |near| {
                let places = [
                    ("out", dashboard.display().to_string()),
                    ("near", near.display().to_string()),
                ];
                Err(CommandError::Said(
                    Messages::of_tool().say("overlap-staff", places),
                ))
            },
        )
    }

    /// The folder of the staff dashboard.
    pub(in crate::cli) fn folder(&self) -> String {
        self.dashboard.display().to_string()
    }

    /// The keyring of `school`. `None` if it is not used, whatever the reason.
    pub(in crate::cli) fn keyring(&self, school: Option<&School>) -> Option<Keyring> {
        // A school whose shared files have errors has no dashboard, so nobody is asked for
        // a pass phrase.
        school?;
        let opened = self.keyrings.open(self.school, Some(self.sites), self.keys);
        opened.ok().map(|file| file.keyring)
    }

    /// Writes the staff dashboard, readable only by the user who runs kinfolio. It
    /// needs no lock, because it only reads the school folder and touches no
    /// site.
    pub(in crate::cli) fn write<T>(
        &self,
        compiled: &CompiledSchool<T>,
        messages: &Messages,
    ) -> Result<(), Fault> {
        let way = way(&io::real(self.dashboard), &io::real(self.sites));
        let keyring = self.keyring(compiled.school());
        let root = keyring.as_ref().map(Keyring::root);
        let site = |student: &str| {
            let folder = plain_site(self.sites, student, root)?;
            let site = way.as_ref()?.join(folder).join("index.html");
            // From a student’s page up to the dashboard.
            Some(format!("../{}", address(&site)))
        };
        if let Some(pages) = pages(compiled, keyring.as_ref(), messages, &site) {
            write_for_staff(self.dashboard, &pages)?;
        }
        Ok(())
    }
}

/// The relative path from one folder to another; `None` between two drives on
/// Windows.
fn way(from: &Path, to: &Path) -> Option<PathBuf> {
    let (mut here, mut there) = (from.components().peekable(), to.components().peekable());
    while here.peek().is_some() && here.peek() == there.peek() {
        here.next();
        there.next();
    }
    let mut up = here.map(|part| match part {
        Component::Normal(_) => Some(Component::ParentDir),
        _ => None,
    });
    let up: Option<PathBuf> = up.by_ref().collect();
    Some(up?.join(there.collect::<PathBuf>()))
}

/// A path as a link.
fn address(way: &Path) -> String {
    let parts = way.components();
    let parts: Vec<String> = parts
        .map(|part| quoted(&part.as_os_str().to_string_lossy()))
        .collect();
    parts.join("/")
}

/// A folder name as part of a link.
pub(in crate::cli) fn quoted(name: &str) -> String {
    utf8_percent_encode(name, QUOTED).to_string()
}

/// Everything but the characters that RFC 3986 calls unreserved.
const QUOTED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_from_one_folder_to_another() {
        let check = |from: &str, to: &str, expected: &str| {
            let found = way(Path::new(from), Path::new(to)).unwrap();
            assert_eq!(address(&found), expected, "{from} to {to}");
        };
        check("/srv/board", "/srv/sites", "../sites");
        check("/srv/board", "/srv/all/sites", "../all/sites");
        check("/a/board", "/srv/our sites", "../../srv/our%20sites");
        check("/a", "/é#", "../%C3%A9%23");
    }
}
