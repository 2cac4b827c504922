//! Paths inside a folder, and what file names of the format are made of.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A path inside the school folder or inside one student's site. It has `/` between
/// its parts, is never absolute, and has no part `.` or `..`, so it cannot lead out
/// of the folder. Cheap to clone.
///
/// ```
/// use kinfolio::source::RelPath;
///
/// assert!(RelPath::new("students/mateo/student.yaml").is_some());
/// assert!(RelPath::new("../other/student.yaml").is_none());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelPath(Arc<str>);

impl RelPath {
    /// Returns `None` if `text` is not such a path.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let fine = !text.is_empty()
            && !text.contains(['\\', '\0'])
            && text.split('/').all(|part| !matches!(part, "" | "." | ".."));
        fine.then(|| Self(Arc::from(text)))
    }

    /// `name` in the folder of one student: `students/STUDENT/NAME`.
    #[must_use]
    pub fn of_student(student: &str, name: &str) -> Option<Self> {
        Self::new(&format!("students/{student}/{name}"))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part: `reading.es.yaml`.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The folder of the file. `None` at the top.
    #[must_use]
    pub fn folder(&self) -> Option<&str> {
        self.0.rsplit_once('/').map(|(folder, _)| folder)
    }

    /// The folders that the file is in, the outermost first.
    ///
    /// ```
    /// use kinfolio::source::RelPath;
    ///
    /// let path = RelPath::new("students/mateo/student.yaml").unwrap();
    /// assert!(path.folders().eq(["students", "students/mateo"]));
    /// ```
    #[must_use]
    pub fn folders(&self) -> impl DoubleEndedIterator<Item = &str> {
        let ends = self.0.match_indices('/');
        ends.filter_map(|(end, _)| self.0.get(..end))
    }

    /// The file `name` in the same folder. `None` if `name` is no file name.
    #[must_use]
    pub fn sibling(&self, name: &str) -> Option<Self> {
        match self.folder() {
            Some(_) if name.contains('/') => None,
            Some(folder) => Self::new(&format!("{folder}/{name}")),
            None => Self::new(name),
        }
    }

    /// Whether this is a data sheet: CSV or tab-separated.
    #[must_use]
    pub fn is_sheet(&self) -> bool {
        self.has_ending("csv") || self.has_ending("tsv")
    }

    /// Whether the name ends in `.ending`, in upper or lower case.
    #[must_use]
    pub fn has_ending(&self, ending: &str) -> bool {
        let found = self.file_name().rsplit_once('.').map(|(_, found)| found);
        found.is_some_and(|found| found.eq_ignore_ascii_case(ending))
    }

    /// The rest of the path below `folder`. `None` if it is not in there.
    #[must_use]
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }

    /// Follows `link` (which may contain `..`) from the folder this file is in.
    /// Returns `None` if it leads out of `root`.
    #[must_use]
    pub fn resolve(&self, link: &str, root: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self
            .folder()
            .into_iter()
            .flat_map(|f| f.split('/'))
            .collect();
        for part in link.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        let path = Self::new(&parts.join("/"))?;
        (root.is_empty() || path.below(root).is_some()).then_some(path)
    }
}

impl Serialize for RelPath {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for RelPath {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        Self::new(&text).ok_or_else(|| D::Error::custom("no path inside a folder"))
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

/// Splits the name or path of a file into the form that the format uses, without a
/// language, and that language: `reading.es.yaml` is `reading.yaml` in `es`, and
/// `reading.yml` is `reading.yaml`.
#[must_use]
pub fn split_name(path: &str) -> (String, Option<&str>) {
    let (folder, name) = path
        .rfind('/')
        .map_or(("", path), |slash| path.split_at(slash + 1));
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return (path.to_owned(), None);
    };
    let ending = if ending == "yml" { "yaml" } else { ending };
    let language = stem.split_once('.').filter(|(_, language)| {
        // "Nov. 20" and "11.27.2026" have no language in them.
        language.starts_with(|c: char| c.is_alphabetic()) && !language.contains('.')
    });
    let (id, language) = language.map_or((stem, None), |(id, lang)| (id, Some(lang)));
    (format!("{folder}{id}.{ending}"), language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_a_language_and_an_ending() {
        let check = |path: &str, name: &str, language: Option<&str>| {
            assert_eq!(split_name(path), (name.to_owned(), language), "{path}");
        };
        check("goals/reading.es.yaml", "goals/reading.yaml", Some("es"));
        check("goals/reading.yml", "goals/reading.yaml", None);
        check("reading.es.yml", "reading.yaml", Some("es"));
        check("a.b/reading.md", "a.b/reading.md", None);
        check("updates/Nov. 20.md", "updates/Nov. 20.md", None);
        check("updates/11.27.2026.md", "updates/11.27.2026.md", None);
        check("a.b.c.md", "a.b.c.md", None);
        check("README", "README", None);
    }

    #[test]
    fn paths_cannot_lead_out_of_their_folder() {
        for bad in ["", "/a", "a//b", "../a", "a/../b", "a\\b", "a\0", "./a"] {
            assert!(RelPath::new(bad).is_none(), "{bad:?}");
        }
        assert!(RelPath::new("students/ana/goals/x.yaml").is_some());
    }

    #[test]
    fn links_stay_below_their_root() {
        let page = RelPath::new("students/ana/updates/a.md").unwrap();
        let check = |link: &str, expected: Option<&str>| {
            let found = page.resolve(link, "students/ana");
            assert_eq!(found.as_ref().map(RelPath::as_str), expected, "{link}");
        };
        check("../files/a.jpg", Some("students/ana/files/a.jpg"));
        check("b.md", Some("students/ana/updates/b.md"));
        check("../../ben/about.md", None);
        check("../../../../x", None);
    }
}
