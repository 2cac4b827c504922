//! Text to trees: YAML nodes, Markdown documents and sheets that know the place of each
//! of their parts. Parsing cannot fail; it reports what is broken and leaves it out.

pub mod csv_sheet;
mod days;
mod fault;
mod files;
mod hidden;
mod items;
pub mod layout;
pub mod markdown;
mod node;
mod raw_file;
mod repair;
pub mod yaml;

pub use csv_sheet::Sheet;
pub use files::{files, settled};
pub use node::{Entry, Kind, Node, Scalar};
pub use raw_file::{Group, Groups, RawFile};
