//! What of the folder of sites may be published: the sites that are as they were built,
//! and the folders of readers.

use std::collections::BTreeMap;

use super::observe::Workspace;
use super::record::{BuildRecord, SiteState};
use super::site_ownership::Refused;
use super::site_store::{self, site_name};
use super::{SiteBuilder, site_ownership};
use crate::diagnostic::Code;
use crate::discover::Students;
use crate::io::{self, Stamp, Stamps};
use crate::seal::Place;
use crate::source::RelPath;

/// The sites of a school, as they are on the disk.
#[derive(Debug, Default)]
pub struct BuiltSites {
    /// The folders that may be published. Nothing of a retired student is among them.
    pub folders: Vec<BuiltFolder>,
    /// Students whose sites may not, and why.
    pub held: Vec<(String, HeldReason)>,
    /// Students whose sites are of an earlier build, because their files have errors now.
    pub outdated: Vec<String>,
}

/// A folder in the folder of sites.
#[derive(Debug, Clone)]
pub struct BuiltFolder {
    /// Its name, there and on the host.
    pub name: String,
    /// The student whose site it is. `None` for the folder of a reader.
    pub student: Option<String>,
    /// The folders of the sites that a reader may open, for the folder of a reader. Those
    /// that may not be published are among them: the reader's page has their new keys.
    pub sites: Vec<String>,
    /// Its files, by their path in it.
    pub files: Stamps,
}

/// Why a site may not be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldReason {
    /// Its files are not those that `build` wrote.
    Changed,
    /// Keys or readers have changed since it was built.
    OldKeys,
    /// The last check found another student's name in the student's files.
    NamesOtherStudent,
    /// Nothing is recorded about it.
    NotRecorded,
    /// The folder has the student's name, which would be part of the address.
    NamedFolder,
}

impl SiteBuilder {
    /// What may be published of the folder of sites.
    ///
    /// # Errors
    /// Why the school folder or the keyring cannot be read.
    pub fn built(&mut self) -> Result<BuiltSites, Refused> {
        let students = Students::new(self.workspace.disk.students()?);
        self.workspace.choose_access(&students)?;
        site_ownership::same_school(&self.workspace, &students)?;
        Ok(self.workspace.built_sites())
    }
}

impl Workspace {
    fn built_sites(&self) -> BuiltSites {
        let mut built = BuiltSites::default();
        let mut sites_of_readers: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for student in self.folders.sites() {
            let keyring = self.sealing.as_ref().map(|sealing| &sealing.keyring);
            if keyring.is_some_and(|keyring| keyring.retired(&student).is_some()) {
                continue;
            }
            let record = self.record(&student);
            for reader in self.folders_of_readers_of(record.as_ref()) {
                let sites = sites_of_readers.entry(reader).or_default();
                sites.push(self.folders.name(&student));
            }
            match self.built_site(&student, record) {
                Err(reason) => built.held.push((student, reason)),
                Ok((folder, is_current)) => {
                    built.folders.push(folder);
                    if !is_current {
                        built.outdated.push(student);
                    }
                }
            }
        }
        built
            .folders
            .extend(self.folders_of_readers(sites_of_readers));
        built
    }

    /// The site of a student, and whether it is of the last build.
    fn built_site(
        &self,
        student: &str,
        record: Option<BuildRecord>,
    ) -> Result<(BuiltFolder, bool), HeldReason> {
        let name = self.folders.name(student);
        if Place::new(&name).is_none() {
            return Err(HeldReason::NamedFolder);
        }
        let record = record.ok_or(HeldReason::NotRecorded)?;
        if !self.is_private_as_now(student, true, record.access.as_ref()) {
            return Err(HeldReason::OldKeys);
        }
        if !self.folders.is_as_written(student, &record.pages) {
            return Err(HeldReason::Changed);
        }
        let is_current = record.state == SiteState::Made;
        if !is_current && self.names_other_student(student) {
            return Err(HeldReason::NamesOtherStudent);
        }
        let folder = BuiltFolder {
            student: Some(site_name(student)),
            sites: Vec::new(),
            files: self.files_of(&name, record),
            name,
        };
        Ok((folder, is_current))
    }

    /// The stamps of the files as they are now: a copy of the folder of sites has the same
    /// contents, but other numbers.
    fn files_of(&self, name: &str, record: BuildRecord) -> Stamps {
        let folder = self.folders.out().join(name);
        let now = |path: &RelPath| Stamp::at(&folder.join(path.as_str()));
        let files = record.pages.into_iter();
        files
            .filter_map(|(path, _)| Some((path.clone(), now(&path)?)))
            .collect()
    }

    /// Whether the student's files name another student, as far as the last build found.
    fn names_other_student(&self, student: &str) -> bool {
        let leaks = [
            Code::OutputLeak,
            Code::OtherStudentNamed,
            Code::NameOrWord,
            Code::SheetOtherStudent,
        ];
        let diagnostics = self.recorded_diagnostics(student);
        diagnostics.is_none_or(|all| all.iter().any(|one| leaks.contains(&one.code)))
    }

    /// The names of the folders of those who may open a site, as far as it is known.
    fn folders_of_readers_of(&self, record: Option<&BuildRecord>) -> Vec<String> {
        let access = record.and_then(|record| record.access.as_ref());
        let (Some(sealing), Some(site)) = (&self.sealing, access) else {
            return Vec::new();
        };
        let root = sealing.keyring.root();
        let place = |id: &str| root.reader_place(id).as_str().to_owned();
        site.readers
            .iter()
            .map(|reader| place(&reader.id))
            .collect()
    }

    fn folders_of_readers(&self, mut sites: BTreeMap<String, Vec<String>>) -> Vec<BuiltFolder> {
        let out = self.folders.out();
        let mut names = io::names_in(out);
        names.sort();
        names.retain(|name| Place::new(name).is_some() && !self.folders.is_known(name));
        let mut folder = |name: String| {
            let path = RelPath::new("index.html")?;
            let place = out.join(&name).join(path.as_str());
            let stamp = site_store::is_made_here(&place).then(|| Stamp::at(&place))??;
            Some(BuiltFolder {
                sites: sites.remove(&name).unwrap_or_default(),
                name,
                student: None,
                files: [(path, stamp)].into(),
            })
        };
        names.into_iter().filter_map(&mut folder).collect()
    }
}
