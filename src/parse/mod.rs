//! Text to trees: YAML nodes and Markdown documents that know where each part
//! of them stands. Parsing cannot fail; what is broken is reported and left out.

mod fault;
pub mod markdown;
mod node;
pub mod yaml;

pub use node::{Entry, Kind, Node, Scalar};
