//! Pictures that a site has already. Making one takes longer than all of the
//! student's pages, so a build uses those of the last one.

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use super::sealing::{Sealing, SiteAccess};
use super::site_store::SiteFolders;
use crate::io::{self, Disk, Stamps};
use crate::model::PictureSize;
use crate::picture::{self, PictureSource, PreparedPictures};
use crate::render::PICTURES;
use crate::seal;
use crate::source::{Bytes, ReadError, RelPath};

/// What a student's pictures were made from.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pictures {
    /// The program that made them; another one might make others.
    program: String,
    /// The name, width and height of each size, by the SHA-256 of the source.
    made: BTreeMap<String, Vec<(String, u32, u32)>>,
}

impl Pictures {
    /// What to record of prepared pictures.
    pub(super) fn of(prepared: &PreparedPictures) -> Self {
        let row = |size: &PictureSize| (size.name.clone(), size.width, size.height);
        let made = prepared
            .made()
            .map(|(source, sizes)| (HEXLOWER.encode(source), sizes.iter().map(row).collect()));
        Self {
            program: io::program(),
            made: made.collect(),
        }
    }
}

/// A student's pictures as they are in the school folder and, where this program
/// made them before, in the student's site.
pub(super) struct SitePictures<'a> {
    /// The school folder.
    pub(super) disk: &'a Disk,
    /// What is recorded of the pictures in the site.
    pub(super) recorded: &'a Pictures,
    /// The folder of sites.
    pub(super) folders: &'a SiteFolders,
    /// How the site is sealed.
    pub(super) sealed: Option<(&'a Sealing, &'a SiteAccess)>,
    /// The student.
    pub(super) student: &'a str,
    /// The files of the site, as they were written.
    pub(super) pages: &'a Stamps,
}

impl PictureSource for SitePictures<'_> {
    fn read(&self, path: &RelPath) -> Result<Bytes, ReadError> {
        self.disk.attachment(path)
    }

    fn already_made(&self, sha256: &[u8; 32]) -> Option<Vec<PictureSize>> {
        let rows = self.recorded.made.get(&HEXLOWER.encode(sha256))?;
        if self.recorded.program != io::program() {
            return None;
        }
        rows.iter().map(|row| self.size(row)).collect()
    }
}

impl SitePictures<'_> {
    /// A size that is still in the student's site, byte for byte: its name is made from
    /// its contents.
    fn size(&self, row: &(String, u32, u32)) -> Option<PictureSize> {
        let (name, width, height) = row.clone();
        let path = RelPath::new(&format!("{PICTURES}/{name}"))?;
        let file = |path: &RelPath| {
            let written = self.pages.get(path)?;
            self.folders.file(self.student, path, written)
        };
        let bytes = match self.sealed {
            None => file(&path)?,
            Some((sealing, site)) => {
                let keys = sealing.keys(self.student, site);
                let sealed = file(&RelPath::new(&keys.file(&path))?)?;
                seal::picture(&path, &sealed, &keys, &sealing.school)?
            }
        };
        (picture::name_of(&bytes) == name).then(|| PictureSize {
            name,
            width,
            height,
            bytes: bytes.into(),
        })
    }
}
