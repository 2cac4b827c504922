//! The keyring: the file with the secret that all keys of a school follow from, and what
//! was done to them since. It is on the technician's computer, outside the shared folder
//! and outside the folder of sites.

mod file;
mod place;
mod stretched;

pub use file::Keyring;
pub use place::{
    KeyringFault, Problem, check_place, default_place, id_of, mark, open, place, read, write,
};
pub use stretched::StretchedCodes;
