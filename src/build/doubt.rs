//! What kinfolio reports about students while a shared file has errors: nothing
//! that the broken file may explain.

use std::collections::BTreeSet;

use crate::diagnostic::{Arg, Code, Diagnostic, Diagnostics};
use crate::parse::{Entry, Groups};
use crate::source::RelPath;

/// The shared files that have errors.
#[derive(Debug, Default)]
pub(super) struct Doubt {
    files: BTreeSet<String>,
    /// The ids in a `staff.yaml` that could be parsed. `None` if it could not.
    staff: Option<BTreeSet<String>>,
}

impl Doubt {
    /// Finds the broken files in `diagnostics`; `groups` are the parsed files.
    pub(super) fn of(diagnostics: &Diagnostics, groups: &Groups) -> Self {
        let staff = groups
            .get("staff.yaml")
            .and_then(|group| group.original.as_ref()?.facts.entries());
        let names = |entries: &[Entry]| entries.iter().map(|entry| entry.key.clone()).collect();
        Self {
            files: diagnostics
                .files_with_errors()
                .map(RelPath::to_string)
                .collect(),
            staff: staff.map(names),
        }
    }

    /// Whether a diagnostic may be there only because a shared file could not be
    /// read.
    pub(super) fn explains(&self, one: &Diagnostic) -> bool {
        let found = match one.args.get("found") {
            Some(Arg::Text(found)) => found.as_str(),
            _ => "",
        };
        let named = |folder: &str, ending: &str| self.is_broken(folder, found, ending);
        let value = |name: &str, is: &str| one.args.get(name) == Some(&Arg::from(is));
        match one.code {
            Code::UnknownPerson => {
                let known = self.staff.as_ref().is_none_or(|ids| ids.contains(found));
                known && self.files.contains("staff.yaml")
            }
            Code::UnknownRole => named("roles", ".yaml"),
            Code::UnknownTip => named("tips", ".md"),
            Code::UnknownSupport => named("supports", ".yaml"),
            Code::UnknownExplainer => named("explainers", ".md"),
            Code::UnknownChoice => value("field", "ladder") && named("measures", ".yaml"),
            // A staff member may have the same name; only the list tells.
            Code::OtherStudentNamed => self.files.contains("staff.yaml") || self.no_school(),
            Code::BadDate => value("problem", "order") && self.no_school(),
            Code::UnknownLanguage
            | Code::UnknownLanguageFile
            | Code::LanguagesNotOffered
            | Code::ExampleInSchool
            | Code::NoSchoolDay
            | Code::FutureDate
            | Code::ForeignDigits => self.no_school(),
            _ => false,
        }
    }

    fn no_school(&self) -> bool {
        self.files.contains("school.yaml")
    }

    /// Whether the library's file of that name has errors, or the folder of such
    /// files.
    fn is_broken(&self, kind: &str, name: &str, ending: &str) -> bool {
        let folder = format!("library/{kind}");
        let paths = [
            format!("{folder}/{name}{ending}"),
            folder,
            "library".to_owned(),
        ];
        paths.iter().any(|path| self.files.contains(path))
    }
}
