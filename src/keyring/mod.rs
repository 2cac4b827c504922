//! The keyring: the file with the secret that all keys of a school follow from, and what
//! was done to them since. It is on the technician's computer, outside the shared folder
//! and outside the folder of sites.

mod age_file;
mod file;
mod keyrings;
mod pass_phrase;
mod place;
mod stretched;

pub use file::Keyring;
pub use keyrings::{KeyringFile, Keyrings};
pub use pass_phrase::{PassPhrase, PhraseFile, Weakness};
pub use place::{KeyringFault, Problem, check_place, default_place, id_of, mark, place};
pub use stretched::StretchedCodes;
