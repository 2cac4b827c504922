//! What can be said of students while a file that all of them share is broken:
//! nothing about what may stand in that file.

use std::collections::BTreeSet;

use crate::diagnostic::{Arg, Code, Diagnostic, Diagnostics};
use crate::parse::Groups;
use crate::source::RelPath;

/// Shared files that are broken, and who stands in the list of staff anyway.
#[derive(Debug, Default)]
pub(super) struct Doubt {
    files: BTreeSet<String>,
    /// The short names in a `staff.yaml` that can be read in part; nothing where
    /// it cannot.
    staff: Option<BTreeSet<String>>,
}

impl Doubt {
    /// What `diagnostics` says of the shared files that `groups` were read from.
    pub(super) fn of(diagnostics: &Diagnostics, groups: &Groups) -> Self {
        let staff = groups.get("staff.yaml");
        let staff = staff.and_then(|group| group.original.as_ref()?.facts.entries());
        let names = |entries: &[crate::parse::Entry]| {
            let keys = entries.iter().map(|entry| entry.key.clone());
            keys.collect()
        };
        Self {
            files: diagnostics.held().map(RelPath::to_string).collect(),
            staff: staff.map(names),
        }
    }

    /// Whether a diagnostic says something only because a shared file could not
    /// be read.
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
            // A name that staff have, too, is known from their list.
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

    /// Whether the file of that name is broken, or the folder it would stand in.
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
