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
