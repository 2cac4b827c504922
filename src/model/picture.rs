use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Text;
use crate::source::Bytes;

/// A photo, or a page of the student's own work, ready to be shown.
#[derive(Debug, Clone)]
pub struct Picture {
    /// What one sees, for those who do not see it.
    pub alt: Text,
    /// A few words under it.
    pub caption: Option<Text>,
    /// The sizes in which it can be shown, the smallest first; at least one.
    pub sizes: Vec<PictureSize>,
}

/// One size of a picture, encoded anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureSize {
    /// Its file name, made from its bytes.
    pub name: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The file.
    pub bytes: Bytes,
}

/// One student's pictures that are ready, by the SHA-256 of the file that each
/// was made from: to make one takes longer than all pages. What is in here only
/// saves time; it is what would be made again.
#[derive(Debug, Default)]
pub struct Prepared(Mutex<BTreeMap<[u8; 32], Vec<PictureSize>>>);

impl Prepared {
    /// The picture that is made from the file that `source` stands for.
    pub fn get(&self, source: &[u8; 32]) -> Option<Vec<PictureSize>> {
        self.ready().get(source).cloned()
    }

    /// Keeps one.
    pub fn keep(&self, source: [u8; 32], sizes: Vec<PictureSize>) {
        self.ready().insert(source, sizes);
    }

    /// All of them.
    pub fn all(&self) -> BTreeMap<[u8; 32], Vec<PictureSize>> {
        self.ready().clone()
    }

    fn ready(&self) -> MutexGuard<'_, BTreeMap<[u8; 32], Vec<PictureSize>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
