//! Pictures that a site has already. Making one takes longer than all of the
//! student's pages, so a build uses those of the last one.

use std::collections::BTreeMap;
use std::path::Path;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use super::site_store;
use crate::io::{self, Stamps};
use crate::model::{PictureSize, Prepared};
use crate::picture;
use crate::render::PICTURES;
use crate::source::RelPath;

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
    /// What is to be written down of pictures that are ready.
    pub(super) fn of(ready: &Prepared) -> Self {
        let row = |size: PictureSize| (size.name, size.width, size.height);
        let made = ready.all().into_iter().map(|(source, sizes)| {
            let rows = sizes.into_iter().map(row).collect();
            (HEXLOWER.encode(&source), rows)
        });
        Self {
            program: io::program(),
            made: made.collect(),
        }
    }

    /// Those of them that still stand in the student's site, byte for byte: what
    /// they are named by is what is in them.
    pub(super) fn fetch(&self, ready: &Prepared, out: &Path, student: &str, pages: &Stamps) {
        if self.program != io::program() {
            return;
        }
        for (source, rows) in &self.made {
            let sizes = rows.iter().map(|row| one(row, out, student, pages));
            let sizes: Option<Vec<PictureSize>> = sizes.collect();
            let source = HEXLOWER.decode(source.as_bytes());
            let source = source.ok().and_then(|source| source.try_into().ok());
            if let (Some(source), Some(sizes)) = (source, sizes) {
                ready.keep(source, sizes);
            }
        }
    }
}

fn one(row: &(String, u32, u32), out: &Path, student: &str, pages: &Stamps) -> Option<PictureSize> {
    let (name, width, height) = row.clone();
    let path = RelPath::new(&format!("{PICTURES}/{name}"))?;
    let bytes = site_store::page(out, student, &path, pages.get(&path)?)?;
    (picture::name_of(&bytes) == name).then(|| PictureSize {
        name,
        width,
        height,
        bytes: bytes.into(),
    })
}
