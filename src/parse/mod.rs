//! Text to trees: YAML nodes and Markdown documents that know where each part
//! of them stands. Parsing cannot fail; what is broken is reported and left out.

pub mod csv_sheet;
mod days;
mod fault;
mod files;
mod hidden;
mod items;
pub mod markdown;
mod node;
mod repair;
pub mod yaml;

pub use csv_sheet::Sheet;
pub use files::{Group, Groups, RawFile, files, settled};
pub use node::{Entry, Kind, Node, Scalar};
