//! From the bytes of a picture file to its pixels.
//!
//! A photo from a phone has twelve times as many pixels as a page shows. A JPEG can
//! be decoded to a half, a quarter, or an eighth of its size, and then most of the
//! work is never done.

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage};
use jpeg_decoder::{CodingProcess, Decoder, PixelFormat};

use super::Problem;

/// The most pixels on one side. No camera has as many: a file that claims more
/// is made to fill the memory.
const MAX_SIDE: u32 = 20_000;
/// The most pixels in all. No camera at a school takes as many.
const MAX_PIXELS: u64 = 50_000_000;
/// The most bytes that decoding one picture may take: [`MAX_PIXELS`] in four
/// color channels, and some room.
const MAX_ALLOC: u64 = 256 * 1024 * 1024;
/// The most bytes of one decoded picture that are not much: several of these may be
/// in memory at a time, one for each core.
const FEW_BYTES: u64 = 16 * 1024 * 1024;

/// A picture that was decoded.
pub(super) struct Photo {
    /// The pixels as they are stored, in the picture's size or a smaller one.
    pub(super) stored: RgbImage,
    /// How to turn them. A camera held sideways stores the picture on its side, with
    /// a note to turn it.
    pub(super) turn: Orientation,
    /// The width of the picture itself when it is upright.
    pub(super) width: u32,
    /// The height of the picture itself when it is upright.
    pub(super) height: u32,
}

impl Photo {
    fn new(stored: RgbImage, turn: Orientation, (width, height): (u32, u32)) -> Self {
        let is_on_its_side = is_on_its_side(turn);
        Self {
            stored,
            turn,
            width: if is_on_its_side { height } else { width },
            height: if is_on_its_side { width } else { height },
        }
    }

    /// Whether it has to be turned by a quarter.
    pub(super) fn lies_on_its_side(&self) -> bool {
        is_on_its_side(self.turn)
    }
}

fn is_on_its_side(turn: Orientation) -> bool {
    matches!(
        turn,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// Decodes a picture of which no size wider than `most` pixels is needed.
pub(super) fn decode(bytes: &[u8], most: u32) -> Result<Photo, Problem> {
    let format = image::guess_format(bytes).map_err(|_| unknown_format(bytes))?;
    if !matches!(
        format,
        ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP
    ) {
        return Err(Problem::Unknown);
    }
    // The decoder fills what is missing with gray. Families should not see that.
    if format == ImageFormat::Jpeg && !jpeg_has_an_end(bytes) {
        return Err(Problem::Broken);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_ALLOC);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| problem(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(Problem::TooLarge);
    }
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let across = if is_on_its_side(turn) { height } else { width };
    let stored = (format == ImageFormat::Jpeg && across >= 2 * most)
        .then(|| smaller_jpeg(bytes, (width, height), most * width / across))
        .flatten();
    let stored = match stored {
        Some(smaller) => smaller,
        None => full(decoder)?,
    };
    Ok(Photo::new(stored, turn, (width, height)))
}

/// A JPEG in a fraction of its size, but at least `least` pixels wide. `None` if this
/// decoder does not know its kind, or finds something wrong: the other one decides
/// what to tell the teacher.
fn smaller_jpeg(bytes: &[u8], (width, height): (u32, u32), least: u32) -> Option<RgbImage> {
    let mut decoder = Decoder::new(bytes);
    decoder.read_info().ok()?;
    let info = decoder.info()?;
    let is_known = matches!(info.pixel_format, PixelFormat::RGB24 | PixelFormat::L8);
    if !is_known || (u32::from(info.width), u32::from(info.height)) != (width, height) {
        return None;
    }
    let _turn = (info.coding_process == CodingProcess::DctProgressive)
        .then(|| one_at_a_time(u64::from(width) * u64::from(height) * 3));
    let least_height = (u64::from(least) * u64::from(height)).div_ceil(u64::from(width).max(1));
    let least = (
        u16::try_from(least).ok()?,
        u16::try_from(least_height).ok()?,
    );
    let (width, height) = decoder.scale(least.0, least.1).ok()?;
    let pixels = decoder.decode().ok()?;
    let pixels = match info.pixel_format {
        PixelFormat::L8 => pixels.into_iter().flat_map(|gray| [gray; 3]).collect(),
        _ => pixels,
    };
    RgbImage::from_raw(width.into(), height.into(), pixels)
}

/// All pixels of a picture.
fn full(decoder: impl ImageDecoder) -> Result<RgbImage, Problem> {
    let _turn = one_at_a_time(decoder.total_bytes());
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| problem(&error))?;
    Ok(on_white(picture))
}

/// Waits until no other picture of many bytes is being decoded, if this one has many
/// as well. Otherwise memory would grow with the number of cores.
fn one_at_a_time(bytes: u64) -> Option<std::sync::MutexGuard<'static, ()>> {
    static LARGE: Mutex<()> = Mutex::new(());
    (bytes > FEW_BYTES).then(|| LARGE.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Whether a JPEG's end marker comes after the start of its pixel data. The
/// marker cannot occur inside that data, but a thumbnail in front of it has one,
/// too.
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

fn problem(error: &ImageError) -> Problem {
    match error {
        ImageError::Limits(_) => Problem::TooLarge,
        _ => Problem::Broken,
    }
}

/// Tells formats apart for which there is no decoder here.
fn unknown_format(bytes: &[u8]) -> Problem {
    let start = bytes.get(..1024.min(bytes.len())).unwrap_or_default();
    let brand = start.get(4..12).unwrap_or_default();
    if brand.starts_with(b"ftyp") {
        return Problem::Heic;
    }
    let text = String::from_utf8_lossy(start).to_lowercase();
    if text.contains("<svg") {
        Problem::Svg
    } else {
        Problem::Unknown
    }
}

/// JPEG has no transparency: transparent parts become white.
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
    use super::super::{scaled, upright};
    use super::*;

    /// A JPEG of 640 by 480 whose quarters have four colors, in soft waves, and that
    /// is to be turned by the Exif orientation `turn`.
    fn jpeg(turn: u8, is_gray: bool) -> Vec<u8> {
        let wave = |place: u32| 20.0 * (f64::from(place) / 17.0).sin();
        let picture = RgbImage::from_fn(640, 480, |x, y| {
            let side = |is_far: bool| if is_far { 180.0 } else { 60.0 };
            let colors = [side(x < 320), side(y < 240), 90.0];
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "colors from 20 to 220"
            )]
            image::Rgb(colors.map(|color| (color + wave(x) + wave(y)) as u8))
        });
        let mut picture = DynamicImage::ImageRgb8(picture);
        if is_gray {
            picture = picture.grayscale();
        }
        let mut bytes = Vec::new();
        let written = picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg);
        written.unwrap();
        let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
        let exif = [&exif[..], &[turn], &[0; 6]].concat();
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&bytes[..2], &[0xFF, 0xE1], &length, &exif, &bytes[2..]].concat()
    }

    #[test]
    fn a_smaller_jpeg_looks_like_the_full_one() {
        let check = |turn: u8, is_gray: bool, expected: (u32, u32)| {
            let bytes = jpeg(turn, is_gray);
            let (small, large) = (decode(&bytes, 100).unwrap(), decode(&bytes, 640).unwrap());
            let stored = |photo: &Photo| photo.stored.dimensions();
            assert_eq!((stored(&small), stored(&large)), (expected, (640, 480)));
            let size = |photo: &Photo| (photo.width, photo.height);
            assert_eq!(size(&small), size(&large), "{turn}");
            let height = 100 * large.height / large.width;
            let [small, large] =
                [small, large].map(|photo| upright(&photo, 100, height).unwrap().into_raw());
            let squares = small.iter().zip(&large).map(|(one, other)| {
                let distance = f64::from(*one) - f64::from(*other);
                distance * distance
            });
            let mean = squares.sum::<f64>() / f64::from(100 * height * 3);
            let decibels = 10.0 * (255.0 * 255.0 / mean).log10();
            assert!(decibels >= 38.0, "{decibels} dB, turned by {turn}");
        };
        for turn in 1..=4 {
            check(turn, false, (160, 120));
        }
        // On its side, the height is what becomes 100 pixels or more.
        for turn in 5..=8 {
            check(turn, false, (160, 120));
        }
        check(1, true, (160, 120));
    }

    #[test]
    fn a_turned_picture_is_turned_like_the_full_one() {
        let bytes = jpeg(6, false);
        let photo = decode(&bytes, 100).unwrap();
        let mut whole = image::load_from_memory(&bytes).unwrap();
        whole.apply_orientation(Orientation::Rotate90);
        let whole = whole.into_rgb8();
        let corner = |picture: &RgbImage, x: u32, y: u32| {
            let (width, height) = picture.dimensions();
            picture.get_pixel(x * (width - 1), y * (height - 1)).0
        };
        let small = upright(&photo, 96, 128).unwrap();
        for (x, y) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let pairs = corner(&small, x, y).into_iter().zip(corner(&whole, x, y));
            let distance = pairs.map(|(one, other)| one.abs_diff(other)).max();
            assert!(distance < Some(25), "corner {x} {y}");
        }
        assert_eq!(scaled(&whole, 96, 128).unwrap().len(), small.len());
    }
}
