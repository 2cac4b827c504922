//! Keys, and how one follows from another.

use aes_gcm::aead::{Aead as _, KeyInit as _, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use data_encoding::{BASE32_NOPAD, Encoding};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

/// How many bytes a nonce has.
pub(super) const NONCE: usize = 12;

/// Thirty-two secret bytes, which are overwritten when they are dropped. They are never
/// shown: the type has no `Debug`.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// The key with these bytes.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The key with these bytes. `None` if there are not thirty-two of them.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::new)
    }

    /// Its bytes, for a file or a page that may hold them.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key that follows from this one for a purpose.
    pub(super) fn derive(&self, info: &[&[u8]]) -> Self {
        Self::new(derive(&*self.0, info))
    }

    /// Bytes that follow from this key for a purpose.
    pub(super) fn derive_bytes<const N: usize>(&self, info: &[&[u8]]) -> [u8; N] {
        derive(&*self.0, info)
    }

    /// HMAC-SHA-256 of `parts`, one after the other.
    pub(super) fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        // The name says which trait: both of them have a `new_from_slice`.
        let Ok(mut mac) = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&*self.0) else {
            unreachable!("HMAC takes keys of every length")
        };
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// Encrypts `plaintext` and binds it to `about`. The nonce follows from both, so the
    /// same content has the same bytes: `nonce ‖ ciphertext ‖ tag`.
    pub(super) fn seal(&self, about: &[u8], plaintext: &[u8]) -> Vec<u8> {
        let mac = self.derive(&[b"kinfolio/1 nonce"]).mac(&[about, plaintext]);
        let nonce: [u8; NONCE] = std::array::from_fn(|at| mac.get(at).copied().unwrap_or_default());
        let message = Payload {
            msg: plaintext,
            aad: about,
        };
        let cipher = Aes256Gcm::new(&(*self.0).into());
        let Ok(sealed) = cipher.encrypt(&Nonce::from(nonce), message) else {
            unreachable!("AES-GCM takes every message below 64 GiB")
        };
        [nonce.as_slice(), &sealed].concat()
    }

    /// Decrypts what [`Key::seal`] made. `None` if anything about it was changed, or if
    /// the key or `about` is another one.
    pub(super) fn open(&self, about: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, rest) = sealed.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let message = Payload {
            msg: rest,
            aad: about,
        };
        let cipher = Aes256Gcm::new(&(*self.0).into());
        cipher.decrypt(&Nonce::from(nonce), message).ok()
    }
}

/// HKDF-SHA-256 with an empty salt.
pub(super) fn derive<const N: usize>(secret: &[u8], info: &[&[u8]]) -> [u8; N] {
    const { assert!(N <= 255 * 32, "HKDF gives no more bytes") };
    let mut bytes = [0; N];
    let expanded = Hkdf::<Sha256>::new(None, secret).expand(&fields(info), &mut bytes);
    if expanded.is_err() {
        unreachable!("the length was checked when this was compiled")
    }
    bytes
}

/// `parts` with their lengths, so that no two lists give the same bytes.
pub(super) fn fields(parts: &[&[u8]]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(parts.iter().map(|part| part.len() + 4).sum());
    for part in parts {
        let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(part);
    }
    bytes
}

/// Base32 in lower case: valid in every address, and on disks that ignore capitals.
const BASE32: Encoding = BASE32_NOPAD;

/// Sixteen bytes as a name of 26 characters.
pub(super) fn name_of(bytes: &[u8; 16]) -> String {
    BASE32.encode(bytes).to_ascii_lowercase()
}

/// The sixteen bytes that a name stands for. `None` if it is no such name.
pub(super) fn bytes_of(name: &str) -> Option<[u8; 16]> {
    let is_lower = name.bytes().all(|byte| !byte.is_ascii_uppercase());
    let bytes = is_lower.then(|| BASE32.decode(name.to_ascii_uppercase().as_bytes()))?;
    bytes.ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_can_be_read_back() {
        let bytes = std::array::from_fn(|at| u8::try_from(at * 16).unwrap());
        let name = name_of(&bytes);
        assert_eq!(name.len(), 26);
        assert_eq!(bytes_of(&name), Some(bytes));
        assert_eq!(bytes_of(&name.to_ascii_uppercase()), None);
        assert_eq!(bytes_of("mateo"), None);
        assert_eq!(bytes_of(""), None);
    }

    #[test]
    fn what_was_changed_does_not_open() {
        let key = Key::new([7; 32]);
        let sealed = key.seal(b"about", b"words");
        assert_eq!(sealed, key.seal(b"about", b"words"));
        assert_eq!(key.open(b"about", &sealed).unwrap(), b"words");
        assert_eq!(key.open(b"other", &sealed), None);
        assert_eq!(Key::new([8; 32]).open(b"about", &sealed), None);
        for bit in 0..sealed.len() * 8 {
            let mut changed = sealed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(key.open(b"about", &changed), None, "bit {bit}");
        }
        for length in 0..sealed.len() {
            assert_eq!(key.open(b"about", &sealed[..length]), None);
        }
    }

    #[test]
    fn lists_with_other_borders_are_other_bytes() {
        assert_ne!(fields(&[b"ab", b"c"]), fields(&[b"a", b"bc"]));
        assert_ne!(fields(&[b"a"]), fields(&[b"a", b""]));
    }
}
