//! Photos and work samples, ready for phones.
//!
//! [`resize`] decodes what a camera or a scanner wrote, turns it upright, scales
//! it down and encodes it again. Only what can be seen is left: no location, no
//! time, no camera, no thumbnail of an earlier crop. [`prepare`] does this for
//! the pictures that a student's texts name, one after the other, before the
//! texts are compiled.

mod decode;
mod prepared;

pub use prepared::{PictureSource, PreparedPictures, prepare};

use data_encoding::HEXLOWER;
use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, RgbImage};
use jpeg_encoder::{ColorType, Encoder};
use sha2::{Digest, Sha256};

use crate::model::PictureSize;
use decode::{Photo, decode};

/// The widths to make, in pixels: a phone's column, and twice that for dense
/// screens.
const WIDTHS: [u32; 2] = [480, 960];
/// The JPEG quality, from 0 to 100. Below 75, letters on a photographed page
/// begin to blur.
const QUALITY: u8 = 78;
/// Why a file cannot be shown as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The format of Apple's phones, which only Apple's browser opens.
    Heic,
    /// A drawing, which may contain a script.
    Svg,
    /// A file in no picture format that kinfolio reads.
    Unknown,
    /// A picture that ends too early, or that has wrong bytes in it.
    Broken,
    /// More bytes or pixels than kinfolio reads.
    TooLarge,
    /// A file without contents, or with zeros only: a sync program has not
    /// downloaded it yet.
    Empty,
    /// A file that the disk has not delivered in time, or whose placeholder alone
    /// is there.
    NotDownloaded,
    /// A file that cannot be read.
    Unreadable,
}

impl Problem {
    /// The name by which messages tell problems apart.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Heic => "heic",
            Self::Svg => "svg",
            Self::Unknown => "unknown",
            Self::Broken => "broken",
            Self::TooLarge => "too-large",
            Self::Empty | Self::NotDownloaded => "away",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Returns the picture in the sizes that pages show, the smallest first. A
/// picture that is narrower than these keeps its width.
///
/// # Errors
/// Why `bytes` cannot be shown as a picture.
pub fn resize(bytes: &[u8]) -> Result<Vec<PictureSize>, Problem> {
    let [.., largest] = WIDTHS;
    let photo = decode(bytes, largest)?;
    let own = photo.width;
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|width| *width < own).collect();
    if widths.len() < WIDTHS.len() {
        widths.push(own);
    }
    widths
        .into_iter()
        .map(|width| size(&photo, width))
        .collect()
}

/// The file name of a finished picture. It is made from the contents: the same
/// picture always has the same name, and a changed picture gets a new one.
#[must_use]
pub fn name_of(bytes: &[u8]) -> String {
    let mut name = HEXLOWER.encode(&Sha256::digest(bytes));
    name.truncate(32);
    name.push_str(".jpg");
    name
}

/// Encodes one size as JPEG.
fn size(photo: &Photo, width: u32) -> Result<PictureSize, Problem> {
    let area = u64::from(photo.height) * u64::from(width);
    let height = area.div_ceil(u64::from(photo.width).max(1));
    // No side is longer than `MAX_SIDE`, which is less than JPEG's own limit.
    let side = |length: u64| u16::try_from(length.max(1)).map_err(|_| Problem::TooLarge);
    let (across, down) = (side(width.into())?, side(height)?);
    let upright = upright(photo, across.into(), down.into())?;
    let mut bytes = Vec::new();
    let jpeg = Encoder::new(&mut bytes, QUALITY);
    let written = jpeg.encode(upright.as_raw(), across, down, ColorType::Rgb);
    written.map_err(|_| Problem::Broken)?;
    Ok(PictureSize {
        name: name_of(&bytes),
        width: across.into(),
        height: down.into(),
        bytes: bytes.into(),
    })
}

/// The photo upright, in another size. It is turned after it was scaled, because
/// there are fewer pixels to move then.
fn upright(photo: &Photo, width: u32, height: u32) -> Result<RgbImage, Problem> {
    let (across, down) = if photo.lies_on_its_side() {
        (height, width)
    } else {
        (width, height)
    };
    let pixels = scaled(&photo.stored, across, down)?;
    let stored = RgbImage::from_raw(across, down, pixels).ok_or(Problem::Broken)?;
    let mut picture = DynamicImage::ImageRgb8(stored);
    picture.apply_orientation(photo.turn);
    Ok(picture.into_rgb8())
}

/// The pixels of a picture in another size, three bytes each. The kind of pixel is named
/// here, because the program would otherwise contain the code for all kinds.
fn scaled(picture: &RgbImage, width: u32, height: u32) -> Result<Vec<u8>, Problem> {
    let (own_width, own_height) = picture.dimensions();
    let from = TypedImageRef::<U8x3>::from_buffer(own_width, own_height, picture.as_raw());
    let from = from.map_err(|_| Problem::Broken)?;
    let mut pixels = RgbImage::new(width, height).into_raw();
    let to = TypedImage::<U8x3>::from_buffer(width, height, &mut pixels);
    let mut to = to.map_err(|_| Problem::Broken)?;
    let mean = ResizeAlg::Convolution(FilterType::Bilinear);
    let options = ResizeOptions::new().resize_alg(mean);
    let resized = Resizer::new().resize_typed(&from, &mut to, &options);
    resized.map_err(|_| Problem::Broken)?;
    Ok(pixels)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::ImageFormat;

    use super::*;

    /// A picture of `width` by `height`: red on the left, see-through right.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let image = image::RgbaImage::from_fn(width, height, |x, _| {
            image::Rgba(if x < width / 2 {
                [200, 0, 0, 255]
            } else {
                [0, 0, 0, 0]
            })
        });
        let mut bytes = Vec::new();
        image
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
            .unwrap();
        bytes
    }

    /// The same as a JPEG whose camera was held sideways, with a place in it.
    fn turned_jpeg() -> Vec<u8> {
        let plain = image::RgbImage::from_fn(40, 20, |x, _| {
            image::Rgb([u8::try_from(x * 6).unwrap(), 0, 0])
        });
        let mut bytes = Vec::new();
        plain
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg)
            .unwrap();
        // Exif: big-endian, one entry, orientation 6 (turn right), then words.
        let mut exif =
            b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        exif.extend(b"SECRET PLACE");
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let segment = [&[0xFF, 0xE1], &length[..], &exif].concat();
        [&bytes[..2], &segment, &bytes[2..]].concat()
    }

    #[test]
    fn sizes_are_those_of_phones() {
        let check = |width: u32, expected: &[u32]| {
            let sizes = resize(&png(width, 30)).unwrap();
            let found: Vec<u32> = sizes.iter().map(|size| size.width).collect();
            assert_eq!(found, expected, "{width}");
        };
        check(20, &[20]);
        check(480, &[480]);
        check(700, &[480, 700]);
        check(2000, &[480, 960]);
    }

    #[test]
    fn only_what_can_be_seen_is_left() {
        let turned = turned_jpeg();
        assert!(turned.windows(6).any(|part| part == b"SECRET"));
        let sizes = resize(&turned).unwrap();
        let [only] = sizes.as_slice() else {
            panic!("{sizes:?}")
        };
        assert_eq!((only.width, only.height), (20, 40), "it is upright");
        for mark in [&b"SECRET"[..], b"Exif", b"ICC_PROFILE"] {
            assert!(!only.bytes.windows(mark.len()).any(|part| part == mark));
        }
    }

    #[test]
    fn transparent_parts_are_white() {
        let sizes = resize(&png(40, 20)).unwrap();
        let shown = image::load_from_memory(&sizes[0].bytes).unwrap().to_rgb8();
        assert!(shown.get_pixel(35, 10).0.iter().all(|color| *color > 245));
    }

    #[test]
    fn the_same_picture_has_the_same_name() {
        let names = |bytes: &[u8]| {
            resize(bytes)
                .unwrap()
                .into_iter()
                .map(|size| size.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&png(700, 30)), names(&png(700, 30)));
        assert_ne!(names(&png(700, 30)), names(&png(700, 31)));
    }

    #[test]
    fn files_that_are_no_pictures_have_a_reason() {
        let check = |bytes: &[u8], expected| assert_eq!(resize(bytes).unwrap_err(), expected);
        check(b"", Problem::Unknown);
        check(b"hello", Problem::Unknown);
        check(b"\0\0\0\x18ftypheic\0\0\0\0", Problem::Heic);
        check(b"<?xml version='1.0'?><svg onload='x'/>", Problem::Svg);
        check(b"GIF89a", Problem::Unknown);
        let whole = png(40, 20);
        check(&whole[..whole.len() / 2], Problem::Broken);
        // A header that promises more pixels than there is room for.
        let mut bomb = png(1, 1);
        bomb[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        assert!(matches!(
            resize(&bomb),
            Err(Problem::TooLarge | Problem::Broken)
        ));
    }
}
