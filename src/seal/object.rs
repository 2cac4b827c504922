//! Objects: a page, a picture, or the list of what a reader may open, encrypted.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use super::key::{Key, fields};
use super::root::SchoolSeal;

/// What an object holds. The number is its first byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A page.
    Page = 1,
    /// A picture, which is compressed already.
    Picture = 2,
    /// What a reader may open.
    Grants = 3,
    /// What is published, for the school alone.
    Manifest = 4,
}

impl Kind {
    fn of(byte: u8) -> Option<Self> {
        [Self::Page, Self::Picture, Self::Grants, Self::Manifest]
            .into_iter()
            .find(|kind| *kind as u8 == byte)
    }

    fn is_deflated(self) -> bool {
        self != Self::Picture
    }
}

/// The place of an object: what its ciphertext is bound to.
#[derive(Clone, Copy)]
pub(super) struct Address<'a> {
    pub(super) school: &'a SchoolSeal,
    pub(super) place: &'a str,
    pub(super) name: &'a str,
}

/// The first bytes: the kind and the length.
const HEAD: usize = 5;
/// No object is shorter, so that tiny ones do not tell their length.
const SHORTEST: usize = 256;
/// No page is larger; a forged one must not fill the memory.
const LARGEST: u64 = 64 * 1024 * 1024;
/// How hard to compress. Higher levels save a few percent and take twice as long.
const LEVEL: Compression = Compression::new(4);

impl Address<'_> {
    fn about(&self) -> Vec<u8> {
        fields(&[
            b"kinfolio/1",
            self.school.id.as_bytes(),
            self.place.as_bytes(),
            self.name.as_bytes(),
        ])
    }

    /// The key of the object here, from the key of the site or the reader.
    pub(super) fn key(&self, owner: &Key) -> Key {
        owner.derive(&[b"kinfolio/1 object", self.name.as_bytes()])
    }

    /// Compresses, pads, and encrypts `content` with the object's own key.
    pub(super) fn seal(&self, key: &Key, kind: Kind, content: &[u8]) -> Vec<u8> {
        let mut plaintext = vec![0; HEAD];
        if kind.is_deflated() {
            plaintext = deflated(plaintext, content);
        } else {
            plaintext.extend_from_slice(content);
        }
        let length = u32::try_from(plaintext.len() - HEAD).unwrap_or(u32::MAX);
        for (place, byte) in plaintext
            .iter_mut()
            .zip([kind as u8].into_iter().chain(length.to_be_bytes()))
        {
            *place = byte;
        }
        plaintext.resize(padded(plaintext.len()), 0);
        key.seal(&self.about(), &plaintext)
    }

    /// Opens what [`Address::seal`] made. `None` if it was changed, or belongs to
    /// another place.
    pub(super) fn open(&self, key: &Key, sealed: &[u8]) -> Option<(Kind, Vec<u8>)> {
        let plaintext = key.open(&self.about(), sealed)?;
        let (head, rest) = plaintext.split_at_checked(HEAD)?;
        let (kind, length) = head.split_first()?;
        let kind = Kind::of(*kind)?;
        let length = u32::from_be_bytes(length.try_into().ok()?);
        let content = rest.get(..usize::try_from(length).ok()?)?;
        if !kind.is_deflated() {
            return Some((kind, content.to_vec()));
        }
        let mut inflated = Vec::new();
        let read = DeflateDecoder::new(content)
            .take(LARGEST)
            .read_to_end(&mut inflated);
        read.ok()?;
        Some((kind, inflated))
    }
}

/// `before`, and then `content` compressed.
fn deflated(before: Vec<u8>, content: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(before, LEVEL);
    let written = encoder.write_all(content).and_then(|()| encoder.finish());
    let Ok(deflated) = written else {
        unreachable!("writing to memory does not fail")
    };
    deflated
}

/// The length to pad `length` to, so that sizes say little about what is inside: Padmé
/// (K. Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and
/// Communication with PURBs", 2019). At most 12 percent longer.
pub(super) fn padded(length: usize) -> usize {
    let length = length.max(SHORTEST);
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    let step = 1_usize << (exponent - kept);
    length.next_multiple_of(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_rounded_up() {
        let check = |length, expected| assert_eq!(padded(length), expected, "{length}");
        check(0, 256);
        check(256, 256);
        check(257, 272);
        check(9 * 1024, 9 * 1024);
        check(10_000, 10_240);
        check(100_001, 100_352);
        for length in 256..20_000 {
            assert!(padded(length) >= length && padded(length) * 100 <= length * 112);
            assert_eq!(padded(padded(length)), padded(length));
        }
    }

    #[test]
    fn an_object_opens_only_in_its_place() {
        let school = SchoolSeal {
            id: "school".to_owned(),
            salt: [0; 16],
        };
        let address = Address {
            school: &school,
            place: "site",
            name: "page",
        };
        let key = address.key(&Key::new([3; 32]));
        let page = "<p>Ana</p>".repeat(1000);
        let sealed = address.seal(&key, Kind::Page, page.as_bytes());
        assert!(sealed.len() < 400, "{}", sealed.len());
        let opened = address.open(&key, &sealed);
        assert_eq!(opened, Some((Kind::Page, page.into_bytes())));
        for (place, name) in [("site", "other"), ("other", "page")] {
            let other = Address {
                place,
                name,
                ..address
            };
            assert_eq!(other.open(&key, &sealed), None);
        }
        let picture = address.seal(&key, Kind::Picture, b"jpeg");
        assert_eq!(
            address.open(&key, &picture),
            Some((Kind::Picture, b"jpeg".to_vec()))
        );
    }
}
