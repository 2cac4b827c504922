//! A short hash (FNV-1a) that is the same in every run, for what build records compare.
//! Two things with one hash cost a build that was not needed, and nothing else.

/// The hash of nothing.
pub const HASH_START: u32 = 0x811c_9dc5;

/// The hash of everything that `hash` is of, followed by `unit`: a byte or a character.
#[must_use]
pub fn hash_next(hash: u32, unit: impl Into<u32>) -> u32 {
    (hash ^ unit.into()).wrapping_mul(0x0100_0193)
}
