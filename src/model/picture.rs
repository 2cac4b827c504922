//! Photos and work samples as pages show them.

use super::Text;
use crate::source::Bytes;

/// A photo, or a sample of the student's work, as an update or a goal shows it.
#[derive(Debug, Clone)]
pub struct Picture {
    /// A description for readers who cannot see the picture.
    pub alt: Text,
    /// The line under the picture.
    pub caption: Option<Text>,
    /// The sizes that pages offer to browsers, the smallest first; at least one.
    pub sizes: Vec<PictureSize>,
}

/// One size of a picture: a JPEG that kinfolio encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureSize {
    /// The file name, made from the bytes: another picture has another name.
    pub name: String,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// The contents of the file.
    pub bytes: Bytes,
}
