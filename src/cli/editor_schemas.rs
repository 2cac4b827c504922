//! `kinfolio schema`: JSON Schemas for editors.

use super::args::Schema;
use super::diagnostics::Messages;
use super::terminal::Terminal;
use super::{CLEAN, CommandError};
use crate::io::{self, Readers};
use crate::render::Bundle;
use crate::schema::{KINDS, Kind, json_schema};
use crate::source::RelPath;

/// Writes a schema for each kind of file with facts only.
pub(super) fn run(options: &Schema, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let is_yaml = |file: &&str| file.rsplit('.').next() == Some("yaml");
    let kinds = KINDS.iter().filter(|kind| kind.files.iter().any(is_yaml));
    let files: Bundle = kinds.filter_map(|kind| file(kind)).collect();
    io::replace_files(&options.to, &options.to, &files, Readers::Everyone)?;
    let messages = Messages::of_tool();
    let folder = options.to.display().to_string();
    let values = [("folder", folder)];
    let numbers = [("files", files.len())];
    terminal.say(&messages.count("schema-written", &numbers, values))?;
    Ok(CLEAN)
}

fn file(kind: &'static Kind) -> Option<(RelPath, Vec<u8>)> {
    let schema = json_schema(kind, &|_, _| None);
    let mut text = serde_json::to_vec_pretty(&schema).ok()?;
    text.push(b'\n');
    Some((RelPath::new(&format!("{}.json", kind.name))?, text))
}
