//! Seals finished sites: pages and pictures that nobody can read without a code or a
//! link. `docs/sealed-format.md` describes every byte.
//!
//! Everything here is pure: the same site, keys, and readers give the same bytes. Where
//! keys are kept is not known here.

mod addresses;
mod code;
mod frame;
mod key;
mod link;
mod login;
mod manifest;
mod object;
mod open;
mod root;
mod site;
mod slot;
#[cfg(test)]
mod vectors;

pub use addresses::{is_sealed_page, is_sealed_picture};
pub use code::{Code, Mistyped, Rounds};
pub use frame::{DATA, Frame, is_sealed, role_of};
pub use key::Key;
pub use link::LinkSecret;
pub use login::Login;
pub use manifest::ManifestKey;
pub use open::{OpenedPlace, Opener, SealedFiles, Unopened};
pub use root::{Place, ReaderKeys, Root, SchoolSeal, SiteKeys, Turn};
pub use site::{Grant, Reader, SealedBundle, SealedFrames, closed, picture, reader_folder, site};
