//! Which fields the block of facts of each kind of text may have.

use crate::source::RelPath;

/// A kind of text, as `kind-of-thing` names it, and the fields of its block.
pub(super) type Block = (&'static str, &'static [&'static str]);

/// Every kind of text. `validate` reads these fields and no others, which debug builds
/// check.
const BLOCKS: [Block; 6] = [
    ("update", &["by", "goals", "photo"]),
    (
        "review",
        &["goals", "kind", "next_review", "period", "present"],
    ),
    (
        "tip",
        &[
            "areas",
            "from",
            "goal",
            "goals",
            "good_if",
            "language",
            "materials",
            "minutes",
            "routine",
            "stop_if",
            "times",
            "until",
            "where_else",
        ],
    ),
    ("term", &["also", "title_alone"]),
    ("explainer", &["areas"]),
    ("words", &[]),
];

/// Fields that every text or its translation may have.
const EVERYWHERE: &[&str] = &["checked", "example", "format", "reviewed_by", "translation"];

/// Names that no sentence begins with.
const ONLY_FACTS: &[&str] = &["by", "format", "photo", "routine", "translation"];

/// The block of the kind of text that messages name `what`.
fn block_of(what: &str) -> Option<Block> {
    BLOCKS.into_iter().find(|(name, _)| *name == what)
}

/// The block of the text at `path`.
pub(super) fn block_at(path: &RelPath) -> Block {
    let folder = path.as_str().rsplit('/').nth(1).unwrap_or_default();
    let what = match folder {
        "updates" => "update",
        "reviews" => "review",
        "tips" => "tip",
        "glossary" => "term",
        "explainers" => "explainer",
        _ => "words",
    };
    block_of(what).unwrap_or((what, &[]))
}

/// The field of a block that `written` names, also under another name.
pub(super) fn field(block: Block, written: &str) -> Option<&'static str> {
    let name = written.trim().to_lowercase().replace([' ', '-'], "_");
    let mut known = block.1.iter().chain(EVERYWHERE);
    known.find(|known| **known == name).copied()
}

/// Whether `read` are all fields of a kind of text, and no others.
#[must_use]
pub fn is_whole<'n>(what: &str, read: impl Iterator<Item = &'n &'static str>) -> bool {
    let Some((_, known)) = block_of(what) else {
        return true;
    };
    let read: Vec<&str> = read.copied().collect();
    let is_known = |name: &&str| known.contains(name) || EVERYWHERE.contains(name);
    read.iter().all(is_known) && known.iter().all(|name| read.contains(name))
}

/// The names of fields that no line of text begins with.
#[must_use]
pub fn fields() -> Vec<&'static str> {
    let blocks = BLOCKS.iter().flat_map(|(_, known)| known.iter());
    let all = blocks.chain(EVERYWHERE).copied();
    let mut fields: Vec<&str> = all.filter(|name| is_only_a_fact(name)).collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// Whether a line of this field is no sentence, whatever follows the colon.
pub(super) fn is_only_a_fact(field: &str) -> bool {
    field.contains('_') || ONLY_FACTS.contains(&field)
}
