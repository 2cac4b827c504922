//! The secret in a reader's link.

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::key::{Key, derive, fields};

/// Sixteen random bytes, which a link carries after its `#`. A browser never sends that
/// part of an address to the host.
#[derive(Clone)]
pub struct LinkSecret(Zeroizing<[u8; 16]>);

/// What a link with a secret has after its `#`, before the secret.
const VERSION: &str = "1.";
/// How many characters follow: the secret and two to check it.
const LENGTH: usize = 24;
const CHECK: usize = 2;

impl LinkSecret {
    pub(super) fn new(bytes: [u8; 16]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// What stands after the `#`.
    #[must_use]
    pub fn fragment(&self) -> String {
        format!("{VERSION}{}", self.checked())
    }

    /// Reads a link or what stands after its `#`. `None` if it was cut off or changed on
    /// its way.
    #[must_use]
    pub fn read(link: &str) -> Option<Self> {
        let (_, secret) = link.rsplit_once(VERSION)?;
        let secret = secret.get(..LENGTH)?;
        let bytes = BASE64URL_NOPAD.decode(secret.get(..LENGTH - CHECK)?.as_bytes());
        let read = Self::new(bytes.ok()?.try_into().ok()?);
        (read.checked() == secret).then_some(read)
    }

    fn checked(&self) -> String {
        let digest = Sha256::digest(fields(&[b"kinfolio/1 link check", &*self.0]));
        let mut text = BASE64URL_NOPAD.encode(&*self.0);
        text.extend(BASE64URL_NOPAD.encode(&digest).chars().take(CHECK));
        text
    }

    /// The key of the slot in `place` that this secret opens.
    pub(super) fn slot_key(&self, place: &str) -> Key {
        Key::new(derive(
            &*self.0,
            &[b"kinfolio/1 link slot", place.as_bytes()],
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_was_cut_off_is_noticed() {
        let secret = LinkSecret::new(std::array::from_fn(|at| u8::try_from(at * 13).unwrap()));
        let fragment = secret.fragment();
        assert_eq!(fragment.len(), 26);
        let check = |link: &str, reads: bool| {
            let read = LinkSecret::read(link).map(|secret| secret.fragment());
            assert_eq!(read, reads.then(|| fragment.clone()), "{link}");
        };
        check(&fragment, true);
        check(&format!("https://pages.example/abc/#{fragment}"), true);
        check(&format!("{fragment}."), true);
        check(&format!("{fragment}&utm_source=mail"), true);
        for length in 0..fragment.len() {
            check(&fragment[..length], false);
        }
        let swapped = fragment.replacen(&fragment[3..5], &fragment[4..6], 1);
        check(&swapped, false);
    }
}
