//! Where the staff dashboard may be written, and how its links reach the sites.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::page::List;
use super::row::{self, Found, Rows};
use super::{SharedFindings, printer};
use crate::build::Built;
use crate::cli::CommandError;
use crate::cli::diagnostics::{Messages, Texts};
use crate::incremental::{SharedInputs, StaffFolder, plain_site};
use crate::io::{self, Fault};
use crate::keyring::{Keyring, Keyrings};
use crate::model::{School, Student};
use crate::render::Bundle;

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

    /// Begins to write the staff dashboard, readable only by the user who runs kinfolio. It
    /// needs no lock, because it only reads the school folder and touches no site. `None` if
    /// the shared files have errors: no student can be read then, and the last one stays.
    pub(in crate::cli) fn begin(&self, inputs: &SharedInputs) -> Option<DashboardWriter> {
        let shared = inputs.shared.as_ref()?;
        let keyring = self.keyring(Some(&shared.school));
        Some(DashboardWriter {
            relatives: row::relatives(inputs, keyring.as_ref()),
            keyring,
            sites: self.sites.to_path_buf(),
            way: way(&io::real(self.dashboard), &io::real(self.sites)),
            folder: StaffFolder::new(self.dashboard),
            list: List::default(),
            shared: SharedFindings::of(inputs),
            fault: None,
        })
    }

    /// Writes the staff dashboard of a school that was compiled.
    pub(in crate::cli) fn write(
        &self,
        inputs: &SharedInputs,
        units: Vec<Built<()>>,
        messages: &Messages,
    ) -> Result<(), Fault> {
        let Some(mut writer) = self.begin(inputs) else {
            return Ok(());
        };
        writer.add(units, inputs, messages);
        writer.end(inputs, messages)
    }
}

/// Writes a staff dashboard while the students of a school come one after the other. Each
/// student's page is written at once, and the page with all students at the end.
pub(in crate::cli) struct DashboardWriter {
    keyring: Option<Keyring>,
    relatives: Vec<Student>,
    sites: PathBuf,
    /// The way from the dashboard to the sites.
    way: Option<PathBuf>,
    folder: StaffFolder,
    list: List,
    shared: SharedFindings,
    /// The first system error. Nothing more is written after it.
    fault: Option<Fault>,
}

impl DashboardWriter {
    /// Adds some students.
    pub(in crate::cli) fn add<T>(
        &mut self,
        mut units: Vec<Built<T>>,
        inputs: &SharedInputs,
        messages: &Messages,
    ) {
        let (sites, keyring, way) = (&self.sites, self.keyring.as_ref(), self.way.as_deref());
        let site = |student: &str| address_of(student, sites, keyring, way);
        let Some(printer) = printer(inputs, messages, &site) else {
            return;
        };
        let rows = Rows {
            inputs,
            keyring,
            messages,
            relatives: &self.relatives,
        };
        let texts = Texts::on(&inputs.disk);
        let mut bundle = Bundle::new();
        for unit in &mut units {
            let own = self.shared.take(unit);
            let own = own.of(Some(unit.student.as_str()));
            let row = rows.row(&Found::of(unit, own), &texts);
            printer.add(row, &mut self.list, &mut bundle);
        }
        self.write(&bundle);
    }

    fn write(&mut self, bundle: &Bundle) {
        if self.fault.is_none() && !bundle.is_empty() {
            self.fault = self.folder.write(bundle).err();
        }
    }

    /// Writes the page with all students, and removes pages that are no longer made.
    ///
    /// # Errors
    /// The first system error.
    pub(in crate::cli) fn end(
        mut self,
        inputs: &SharedInputs,
        messages: &Messages,
    ) -> Result<(), Fault> {
        let nowhere = |_: &str| None;
        let mut bundle = Bundle::new();
        if let Some(printer) = printer(inputs, messages, &nowhere) {
            let shared = self.shared.problems(&Texts::on(&inputs.disk), messages);
            let has_keyring = self.keyring.is_some();
            printer.end(self.list, &shared, has_keyring, &mut bundle);
        }
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        self.folder.write(&bundle)?;
        self.folder.end()
    }
}

/// The address of a family's page, seen from a student's page of the dashboard.
fn address_of(
    student: &str,
    sites: &Path,
    keyring: Option<&Keyring>,
    way: Option<&Path>,
) -> Option<String> {
    let folder = plain_site(sites, student, keyring.map(Keyring::root))?;
    let site = way?.join(folder).join("index.html");
    // From a student’s page up to the dashboard.
    Some(format!("../{}", address(&site)))
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
