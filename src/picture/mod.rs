//! Pictures for phones. What a camera or a scanner wrote is decoded, turned
//! upright, made smaller and written anew, so that nothing of it is left but
//! what can be seen: no place, no time, no name, no thumbnail of an earlier cut.

use std::io::Cursor;

use data_encoding::HEXLOWER;
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{
    DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader, Limits, RgbImage,
};
use jpeg_encoder::{ColorType, Encoder};
use sha2::{Digest, Sha256};

use crate::model::{PictureSize, Prepared};

/// Widths in pixels: a phone's column, and the same for a fine screen.
const WIDTHS: [u32; 2] = [480, 960];
/// From 0 to 100. Below 75, letters on a photographed page begin to blur.
const QUALITY: u8 = 78;
/// More pixels on one side than any camera has; above it the file is a bomb.
const MAX_SIDE: u32 = 20_000;
/// More dots than any camera of a school takes; they would fill the memory.
const MAX_DOTS: u64 = 50_000_000;
/// Bytes that decoding one picture may take: the most dots, in four colors.
const MAX_ALLOC: u64 = 256 * 1024 * 1024;

/// Why a file cannot be shown as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// An Apple phone's own format, which no browser but its own opens.
    Heic,
    /// A drawing that may hold a program.
    Svg,
    /// Nothing that is known as a picture.
    Unknown,
    /// A picture that ends too early, or with wrong bytes in it.
    Broken,
    /// More pixels than can be held.
    TooLarge,
}

impl Fault {
    /// The name that messages choose by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Heic => "heic",
            Self::Svg => "svg",
            Self::Unknown => "unknown",
            Self::Broken => "broken",
            Self::TooLarge => "too-large",
        }
    }
}

/// The picture in the sizes in which pages show it, the smallest first; one
/// that is narrower than them keeps its width. Named by what is in them, so the
/// same picture always has the same name and a new one never an old name.
///
/// # Errors
/// When `bytes` are no picture that can be shown.
pub fn prepare(bytes: &[u8]) -> Result<Vec<PictureSize>, Fault> {
    let paper = on_white(decode(bytes)?);
    let own = paper.width();
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|width| *width < own).collect();
    if widths.len() < WIDTHS.len() {
        widths.push(own);
    }
    widths
        .into_iter()
        .map(|width| size(&paper, width))
        .collect()
}

/// The same, if it is not among those that are ready; it is then.
///
/// # Errors
/// When `bytes` are no picture that can be shown.
pub fn prepare_once(bytes: &[u8], ready: &Prepared) -> Result<Vec<PictureSize>, Fault> {
    let source = Sha256::digest(bytes).into();
    if let Some(sizes) = ready.get(&source) {
        return Ok(sizes);
    }
    let sizes = prepare(bytes)?;
    ready.keep(source, sizes.clone());
    Ok(sizes)
}

/// The file name of a picture that has been made ready.
#[must_use]
pub fn name_of(bytes: &[u8]) -> String {
    let mut name = HEXLOWER.encode(&Sha256::digest(bytes));
    name.truncate(32);
    name.push_str(".jpg");
    name
}

fn decode(bytes: &[u8]) -> Result<DynamicImage, Fault> {
    let format = image::guess_format(bytes).map_err(|_| stranger(bytes))?;
    if !matches!(
        format,
        ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP
    ) {
        return Err(Fault::Unknown);
    }
    // The decoder paints what is missing gray; a family should not see that.
    if format == ImageFormat::Jpeg && !jpeg_has_an_end(bytes) {
        return Err(Fault::Broken);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_ALLOC);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| fault(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_DOTS {
        return Err(Fault::TooLarge);
    }
    // A camera held sideways writes the picture lying, and a note to turn it.
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| fault(&error))?;
    picture.apply_orientation(turn);
    Ok(picture)
}

/// Whether a JPEG's end marker comes after its picture has begun. Inside the
/// picture's own bytes the marker cannot stand; a thumbnail before them, or a
/// film that a phone hangs on after them, may hold one too.
fn jpeg_has_an_end(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xFF, marker, high, low, ..] = rest {
        let after = usize::from(u16::from_be_bytes([*high, *low])) + 2;
        rest = rest.get(after..).unwrap_or_default();
        if *marker == 0xDA {
            return rest.windows(2).any(|pair| pair == [0xFF, 0xD9]);
        }
    }
    false
}

fn fault(error: &ImageError) -> Fault {
    match error {
        ImageError::Limits(_) => Fault::TooLarge,
        _ => Fault::Broken,
    }
}

/// What a file is that no decoder here knows.
fn stranger(bytes: &[u8]) -> Fault {
    let start = bytes.get(..1024.min(bytes.len())).unwrap_or_default();
    let brand = start.get(4..12).unwrap_or_default();
    if brand.starts_with(b"ftyp") {
        return Fault::Heic;
    }
    let text = String::from_utf8_lossy(start).to_lowercase();
    if text.contains("<svg") {
        Fault::Svg
    } else {
        Fault::Unknown
    }
}

/// One size as JPEG.
fn size(paper: &RgbImage, width: u32) -> Result<PictureSize, Fault> {
    let height = u64::from(paper.height()) * u64::from(width);
    let height = height.div_ceil(u64::from(paper.width()).max(1));
    // No side is longer than `MAX_SIDE`, which is less than JPEG's own limit.
    let side = |length: u64| u16::try_from(length.max(1)).map_err(|_| Fault::TooLarge);
    let (across, down) = (side(width.into())?, side(height)?);
    let dots = scaled(paper, across.into(), down.into())?;
    let mut bytes = Vec::new();
    let jpeg = Encoder::new(&mut bytes, QUALITY);
    let written = jpeg.encode(&dots, across, down, ColorType::Rgb);
    written.map_err(|_| Fault::Broken)?;
    Ok(PictureSize {
        name: name_of(&bytes),
        width: across.into(),
        height: down.into(),
        bytes: bytes.into(),
    })
}

/// The dots of a picture in another size, three bytes each.
fn scaled(paper: &RgbImage, width: u32, height: u32) -> Result<Vec<u8>, Fault> {
    let (own_width, own_height) = paper.dimensions();
    let from = ImageRef::new(own_width, own_height, paper.as_raw(), PixelType::U8x3);
    let from = from.map_err(|_| Fault::Broken)?;
    let mut to = Image::new(width, height, PixelType::U8x3);
    let mean = ResizeAlg::Convolution(FilterType::Bilinear);
    let options = ResizeOptions::new().resize_alg(mean);
    let resized = Resizer::new().resize(&from, &mut to, &options);
    resized.map_err(|_| Fault::Broken)?;
    Ok(to.into_vec())
}

/// JPEG has no glass: what one could look through becomes paper.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let mut flat = RgbImage::new(picture.width(), picture.height());
    for (under, over) in flat.pixels_mut().zip(picture.to_rgba8().pixels()) {
        let [red, green, blue, alpha] = over.0.map(u32::from);
        let mix = |color: u32| (color * alpha + 255 * (255 - alpha)) / 255;
        under.0 = [red, green, blue].map(|color| u8::try_from(mix(color)).unwrap_or(u8::MAX));
    }
    flat
}

#[cfg(test)]
mod tests {
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
            let sizes = prepare(&png(width, 30)).unwrap();
            let found: Vec<u32> = sizes.iter().map(|size| size.width).collect();
            assert_eq!(found, expected, "{width}");
        };
        check(20, &[20]);
        check(480, &[480]);
        check(700, &[480, 700]);
        check(2000, &[480, 960]);
    }

    #[test]
    fn nothing_is_left_but_what_can_be_seen() {
        let turned = turned_jpeg();
        assert!(turned.windows(6).any(|part| part == b"SECRET"));
        let sizes = prepare(&turned).unwrap();
        let [only] = sizes.as_slice() else {
            panic!("{sizes:?}")
        };
        assert_eq!((only.width, only.height), (20, 40), "it stands upright");
        for mark in [&b"SECRET"[..], b"Exif", b"ICC_PROFILE"] {
            assert!(!only.bytes.windows(mark.len()).any(|part| part == mark));
        }
    }

    #[test]
    fn what_is_see_through_is_paper() {
        let sizes = prepare(&png(40, 20)).unwrap();
        let shown = image::load_from_memory(&sizes[0].bytes).unwrap().to_rgb8();
        assert!(shown.get_pixel(35, 10).0.iter().all(|color| *color > 245));
    }

    #[test]
    fn the_same_picture_has_the_same_name() {
        let names = |bytes: &[u8]| {
            prepare(bytes)
                .unwrap()
                .into_iter()
                .map(|size| size.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&png(700, 30)), names(&png(700, 30)));
        assert_ne!(names(&png(700, 30)), names(&png(700, 31)));
    }

    #[test]
    fn what_is_no_picture_says_what_it_is() {
        let check = |bytes: &[u8], expected| assert_eq!(prepare(bytes).unwrap_err(), expected);
        check(b"", Fault::Unknown);
        check(b"hello", Fault::Unknown);
        check(b"\0\0\0\x18ftypheic\0\0\0\0", Fault::Heic);
        check(b"<?xml version='1.0'?><svg onload='x'/>", Fault::Svg);
        check(b"GIF89a", Fault::Unknown);
        let whole = png(40, 20);
        check(&whole[..whole.len() / 2], Fault::Broken);
        // A header that promises more pixels than there is room for.
        let mut bomb = png(1, 1);
        bomb[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        assert!(matches!(
            prepare(&bomb),
            Err(Fault::TooLarge | Fault::Broken)
        ));
    }
}
