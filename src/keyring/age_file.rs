//! Keyring files with a pass phrase. They are age files with one scrypt recipient
//! (<https://age-encryption.org/v1>), which other programs open, too.

use zeroize::Zeroizing;

use super::pass_phrase::PassPhrase;
use super::place::Problem;

/// How age files begin.
const SIGN: &[u8] = b"age-encryption.org/v1\n";

/// How much work one try of a pass phrase is, as the logarithm of scrypt's N: about a
/// second, and 256 MB of memory.
pub(super) const WORK: u8 = 18;

/// A file that asks for more work is not opened: this is four times as much, and 1 GB.
#[cfg(feature = "pass-phrase")]
const MOST_WORK: u8 = 20;

/// Whether a file has a pass phrase.
pub(super) fn is_protected(bytes: &[u8]) -> bool {
    bytes.starts_with(SIGN)
}

/// Protects `plaintext`. `work` is usually [`WORK`].
///
/// # Errors
/// The library's message.
#[cfg(feature = "pass-phrase")]
pub(super) fn protect(plaintext: &[u8], phrase: &PassPhrase, work: u8) -> Result<Vec<u8>, String> {
    let mut recipient = age::scrypt::Recipient::new(phrase.text().into());
    recipient.set_work_factor(work);
    age::encrypt(&recipient, plaintext).map_err(|error| error.to_string())
}

/// Opens what [`protect`] or another program made.
///
/// # Errors
/// That the pass phrase is wrong, or the file damaged.
#[cfg(feature = "pass-phrase")]
pub(super) fn open(bytes: &[u8], phrase: &PassPhrase) -> Result<Zeroizing<Vec<u8>>, Problem> {
    use age::DecryptError;
    let mut identity = age::scrypt::Identity::new(phrase.text().into());
    identity.set_max_work_factor(MOST_WORK);
    match age::decrypt(&identity, bytes) {
        Ok(plaintext) => Ok(Zeroizing::new(plaintext)),
        Err(DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed) => {
            Err(Problem::WrongPhrase)
        }
        Err(_) => Err(Problem::Damaged),
    }
}

/// This program was built without pass phrases.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pass-phrase"))]
pub(super) fn protect(_: &[u8], _: &PassPhrase, _: u8) -> Result<Vec<u8>, String> {
    Err("built without pass phrases".to_owned())
}

/// This program was built without pass phrases.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pass-phrase"))]
pub(super) fn open(_: &[u8], _: &PassPhrase) -> Result<Zeroizing<Vec<u8>>, Problem> {
    Err(Problem::NoSupport)
}

#[cfg(test)]
#[cfg(feature = "pass-phrase")]
mod tests {
    use data_encoding::BASE64;

    use super::*;

    fn phrase(text: &str) -> PassPhrase {
        PassPhrase::given(text).unwrap()
    }

    #[test]
    fn only_the_pass_phrase_opens_a_file() {
        let right = phrase("larch lane and five words");
        let file = protect(b"secret", &right, 4).unwrap();
        assert!(is_protected(&file) && !is_protected(b"{}"));
        assert_eq!(*open(&file, &right).unwrap(), b"secret");
        assert_eq!(
            open(&file, &phrase("larch lane")).err(),
            Some(Problem::WrongPhrase)
        );
        for length in 0..file.len() {
            assert!(open(&file[..length], &right).is_err(), "{length}");
        }
        for bit in 0..file.len() * 8 {
            let mut changed = file.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert!(open(&changed, &right).is_err(), "bit {bit}");
        }
    }

    /// Made by age 1.1.1 of Debian 12 with `age -p`.
    #[test]
    fn a_file_of_another_program_opens() {
        const FILE: &str = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBiSGRyZjhpdzAvTE5H\
            VXRhb0dZSUZBIDE4ClZnUkdaMXdScFBHb0VoTkRrVTRRaHNLSmZDbSsya2Zh\
            U21FVFJ1TGVJWDQKLS0tIFlqb1VsVzhTNjZrL21RZGh4SVZqbFFqVXRZcTBC\
            L2NiVGcxN21mVDYwVm8KLrTaQ/4L2LVfZAHaoM6wkIJfR2AQ7SS+tE5g8WDB\
            eYqVuXWEgqKV";
        let file = BASE64.decode(FILE.as_bytes()).unwrap();
        let opened = open(&file, &phrase("larch-lane-and-five-words"));
        assert_eq!(*opened.unwrap(), b"secret\n");
    }
}
