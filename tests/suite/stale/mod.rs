//! Translations that their originals have outgrown: how they are found, and what
//! a family sees of them.

mod disk;
mod pairs;

/// The label of what may be older, in Spanish.
const OLD: &str = "actualizad";
