//! Which fields the block of facts of each kind of text may have.

use crate::schema::{EVERYWHERE, Field, KINDS, Kind, OF_TRANSLATION};

/// Names that no sentence begins with.
const ONLY_FACTS: &[&str] = &["by", "format", "photo", "routine", "translation"];

/// The fields that the block of a kind of text, or of its translation, may have.
fn fields_of(kind: &'static Kind) -> impl Iterator<Item = &'static Field> {
    let everywhere = EVERYWHERE.iter().chain(OF_TRANSLATION);
    kind.fields.iter().chain(everywhere)
}

/// The field of a block that `written` names, however it is spelled.
pub(super) fn field(kind: &'static Kind, written: &str) -> Option<&'static str> {
    let name = written.trim().to_lowercase().replace([' ', '-'], "_");
    let mut known = fields_of(kind);
    known
        .find(|field| field.name == name)
        .map(|field| field.name)
}

/// The names of fields that no line of text begins with.
#[must_use]
pub fn fields() -> Vec<&'static str> {
    let is_text = |file: &&str| file.rsplit('.').next() == Some("md");
    let texts = KINDS.iter().filter(|kind| kind.files.iter().any(is_text));
    let all = texts
        .flat_map(|kind| fields_of(kind))
        .map(|field| field.name);
    let mut fields: Vec<&str> = all.filter(|name| is_only_a_fact(name)).collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// Whether a line of this field is no sentence, whatever follows the colon.
pub(super) fn is_only_a_fact(field: &str) -> bool {
    field.contains('_') || ONLY_FACTS.contains(&field)
}
