//! Keys as a part of building: whose code opens which site, and what of it is recorded.
//! Where the host asks readers to log in, pages are plain, and keys give folders their
//! names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::shared_inputs::CompleteInputs;
use crate::build::Family;
use crate::io::Fault;
use crate::keyring::{Keyring, KeyringFault, KeyringFile, Keyrings, StretchedCodes};
use crate::model::{Access, Lang, Reader, ReaderId, SitePart};
use crate::render::{self, Bundle, LockRole, PICTURES};
use crate::seal::{
    self, Frame, ReaderKeys, SchoolSeal, SealedBundle, SealedFrames, SiteKeys, Turn,
};
use crate::source::RelPath;

/// The pages around sealed data, by what they are for and the languages of their readers.
type Frames = BTreeMap<(LockRole, Vec<Lang>), Arc<Frame>>;

/// The keys of a school, ready to be used.
pub(super) struct Sealing {
    /// How pages are kept private with them.
    pub(super) access: Access,
    pub(super) keyring: Keyring,
    pub(super) school: SchoolSeal,
    keyrings: Arc<Keyrings>,
    place: PathBuf,
    codes: StretchedCodes,
    frames: Mutex<Frames>,
}

/// Who can open the pages of a site that are on the disk, and with which keys. The folder
/// of the site has a name that follows from the keys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SiteAccess {
    /// Whether the pages are plain, because the host asks who is reading. No key follows
    /// from their readers then.
    #[serde(default)]
    pub(super) is_plain: bool,
    /// The turn of the site's keys.
    turn: Turn,
    /// The readers that the site's key follows from, each with a turn.
    keyed: BTreeMap<String, Turn>,
    /// All readers in the school's files, also those whose letters were revoked.
    pub(super) readers: Vec<ReaderAccess>,
    /// The name by which the student is called: the original.
    name: String,
    /// The same in other languages.
    names: BTreeMap<String, String>,
}

/// What one reader may open of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReaderAccess {
    /// The name in the keyring.
    pub(super) id: String,
    /// The language of the reader's own page.
    pub(super) language: String,
    /// The path of the page that is opened first. `None` if the site has no page that this
    /// reader may open.
    pub(super) start: Option<RelPath>,
    /// The pages and pictures that the reader may open. `None` for all.
    pub(super) only: Option<Vec<RelPath>>,
}

impl ReaderAccess {
    pub(super) fn reader(&self) -> ReaderId {
        ReaderId::named(&self.id)
    }
}

impl SiteAccess {
    /// The name of the student in a language.
    pub(super) fn name(&self, lang: &str) -> &str {
        self.names.get(lang).unwrap_or(&self.name)
    }
}

impl Sealing {
    /// Reads the keyring of the school in `school`, whose sites are in `out`.
    ///
    /// # Errors
    /// Why it is not used.
    pub(super) fn open(
        access: Access,
        keyrings: &Arc<Keyrings>,
        school: &Path,
        out: &Path,
        named: Option<&Path>,
    ) -> Result<Self, KeyringFault> {
        let KeyringFile { keyring, place, .. } = keyrings.open(school, Some(out), named)?;
        Ok(Self {
            access,
            codes: StretchedCodes::beside(&place, keyring.root()),
            frames: Mutex::default(),
            school: keyring.school(),
            keyrings: keyrings.clone(),
            keyring,
            place,
        })
    }

    /// Whether the keyring is still the one that was read.
    pub(super) fn is_current(&self, school: &Path, out: &Path) -> bool {
        let now = self.keyrings.open(school, Some(out), Some(&self.place));
        now.is_ok_and(|file| file.keyring.bytes() == self.keyring.bytes())
    }

    /// Whether pages are encrypted with the keys.
    pub(super) fn seals(&self) -> bool {
        self.access == Access::Sealed
    }

    /// Keeps stretched codes for the next run.
    ///
    /// # Errors
    /// The system error.
    pub(super) fn keep_codes(&self) -> Result<(), Fault> {
        self.codes.keep()
    }

    /// The keys of a reader, and the code stretched.
    pub(super) fn reader(&self, id: &ReaderId) -> (ReaderKeys, seal::Key) {
        let turn = self.keyring.reader_turn(id);
        let keys = self.keyring.root().reader(id.as_str(), turn);
        let stretched = self.codes.of(&keys);
        (keys, stretched)
    }

    /// The readers that a site's key follows from, of those in the school's files.
    fn keyed<'a>(
        &self,
        student: &str,
        readers: impl Iterator<Item = &'a str>,
    ) -> BTreeMap<String, Turn> {
        if self.keyring.retired(student).is_some() {
            return BTreeMap::new();
        }
        let turn = |id: &str| {
            let reader = ReaderId::named(id);
            let may_open = self.keyring.revoked(&reader).is_none();
            may_open.then(|| (id.to_owned(), self.keyring.reader_turn(&reader)))
        };
        readers.filter_map(turn).collect()
    }

    /// Whether a site would be sealed in the same way now, or left plain as it is.
    pub(super) fn holds(&self, student: &str, site: &SiteAccess) -> bool {
        if site.is_plain || !self.seals() {
            return site.is_plain && !self.seals();
        }
        let readers = site.readers.iter().map(|reader| reader.id.as_str());
        site.turn == self.keyring.site_turn(student) && site.keyed == self.keyed(student, readers)
    }

    /// The keys with which a site was sealed.
    pub(super) fn keys(&self, student: &str, site: &SiteAccess) -> SiteKeys {
        let root = self.keyring.root();
        root.site(student, site.turn, &site.keyed)
    }

    /// Seals a student's site.
    ///
    /// # Errors
    /// The template engine's message.
    pub(super) fn seal(
        &self,
        student: &str,
        bundle: &Bundle,
        family: &Family,
        inputs: &CompleteInputs,
    ) -> Result<(SealedBundle, SiteAccess), String> {
        let site = self.site(student, bundle, family);
        let readers = site.keyed.keys().map(|id| ReaderId::named(id));
        let readers: Vec<(ReaderKeys, seal::Key)> = readers.map(|id| self.reader(&id)).collect();
        let readers: Vec<seal::Reader> = readers
            .iter()
            .map(|(keys, stretched)| seal::Reader { keys, stretched })
            .collect();
        let languages = &family.student.home_languages;
        let frames = SealedFrames {
            door: self.frame(LockRole::Site, languages, inputs)?,
            page: self.frame(LockRole::Page, languages, inputs)?,
        };
        let keys = self.keys(student, &site);
        let sealed = seal::site(bundle, &keys, &self.school, &readers, &frames);
        Ok((sealed, site))
    }

    /// What is recorded of a site: who can open it now.
    pub(super) fn site(&self, student: &str, bundle: &Bundle, family: &Family) -> SiteAccess {
        let ids = family.readers.iter().map(|reader| reader.id.as_str());
        let name = &family.student.call_name;
        let names = name.translations.iter();
        let (turn, keyed) = if self.seals() {
            (self.keyring.site_turn(student), self.keyed(student, ids))
        } else {
            (0, BTreeMap::new())
        };
        SiteAccess {
            is_plain: !self.seals(),
            turn,
            keyed,
            readers: family
                .readers
                .iter()
                .map(|reader| reader_access(reader, bundle, &family.student.home_languages))
                .collect(),
            name: name.original.clone(),
            names: names
                .map(|(lang, name)| (lang.to_string(), name.text.clone()))
                .collect(),
        }
    }

    /// The page around sealed data, made once for each list of languages.
    ///
    /// # Errors
    /// The template engine's message.
    pub(super) fn frame(
        &self,
        role: LockRole,
        languages: &[Lang],
        inputs: &CompleteInputs,
    ) -> Result<Arc<Frame>, String> {
        let of = (role, languages.to_vec());
        let frames = || self.frames.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(frame) = frames().get(&of) {
            return Ok(frame.clone());
        }
        let shared = inputs.shared;
        let html = render::lock(
            role,
            languages,
            &shared.packs,
            &shared.school,
            &shared.theme,
            seal::DATA,
        )?;
        let frame = Frame::new(&html).ok_or("lock.html has no place for data")?;
        let frame = Arc::new(frame);
        frames().insert(of, frame.clone());
        Ok(frame)
    }
}

/// What is recorded of a reader of `bundle`.
fn reader_access(reader: &Reader, bundle: &Bundle, languages: &[Lang]) -> ReaderAccess {
    let is_there = |lang: &&Lang| {
        let home = RelPath::new(&format!("{lang}/index.html"));
        home.is_some_and(|home| bundle.contains_key(&home))
    };
    let mut wanted = reader.language.iter().chain(languages);
    let lang = wanted.find(is_there).cloned().unwrap_or_default();
    let only = reader.parts.as_ref().map(|parts| allowed(parts, bundle));
    let start = match (&reader.parts, &only) {
        (Some(_), Some(only)) => first(&lang, only),
        _ => RelPath::new(&format!("{lang}/index.html")),
    };
    let language = reader.language.as_ref().or(languages.first());
    ReaderAccess {
        id: reader.id.as_str().to_owned(),
        language: language.map(ToString::to_string).unwrap_or_default(),
        start,
        only,
    }
}

/// The pages of `parts`, in every language, and the pictures on them.
fn allowed(parts: &[SitePart], bundle: &Bundle) -> Vec<RelPath> {
    let is_in_parts = |path: &RelPath| {
        let mut names = path.as_str().split('/').skip(1);
        let part = names.next().unwrap_or_default();
        names.next().is_some() && parts.iter().any(|one| one.folder() == part)
    };
    let pages: Vec<(&RelPath, &str)> = bundle
        .iter()
        .filter(|(path, _)| path.folder() != Some(PICTURES) && is_in_parts(path))
        .filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)))
        .collect();
    let pictures = bundle.keys().filter(|path| {
        let is_shown = || {
            pages
                .iter()
                .any(|(_, page)| page.contains(path.file_name()))
        };
        path.folder() == Some(PICTURES) && is_shown()
    });
    let pages = pages.iter().map(|(path, _)| *path);
    pages.chain(pictures).cloned().collect()
}

/// The page among `only` that is opened first.
fn first(lang: &Lang, only: &[RelPath]) -> Option<RelPath> {
    let folders = SitePart::ALL.map(|part| format!("{lang}/{}/", part.folder()));
    let mut found = folders.iter().filter_map(|folder| {
        let mut pages = only.iter();
        pages
            .find(|path| path.as_str().starts_with(folder))
            .cloned()
    });
    found.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limited_reader_gets_some_pages_and_their_pictures() {
        let page = |text: &str| text.as_bytes().to_vec();
        let bundle: Bundle = [
            ("index.html", page("")),
            ("en/index.html", page("pictures/a.jpg")),
            (
                "en/updates/index.html",
                page("<img src=\"../../pictures/b.jpg\">"),
            ),
            ("es/updates/index.html", page("")),
            ("en/home/index.html", page("")),
            ("en/print/index.html", page("pictures/a.jpg")),
            ("pictures/a.jpg", Vec::new()),
            ("pictures/b.jpg", Vec::new()),
        ]
        .into_iter()
        .map(|(path, bytes)| (RelPath::new(path).unwrap(), bytes))
        .collect();
        let only = allowed(&[SitePart::Updates], &bundle);
        let names: Vec<&str> = only.iter().map(RelPath::as_str).collect();
        let expected = [
            "en/updates/index.html",
            "es/updates/index.html",
            "pictures/b.jpg",
        ];
        assert_eq!(names, expected);
        let start = first(&Lang::new("es"), &only);
        assert_eq!(start.unwrap().as_str(), "es/updates/index.html");
        assert_eq!(first(&Lang::new("ar"), &only), None);
    }
}
