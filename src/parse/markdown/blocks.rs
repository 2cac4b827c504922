//! Which facts may stand in the block of which text.

use crate::source::RelPath;

/// A kind of text, as `kind-of-thing` names it, and the fields of its block.
pub(super) type Block = (&'static str, &'static [&'static str]);

/// Every kind of text. `validate` reads these fields and no other; a test build
/// holds it to that.
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

/// What every text may say, or its translation.
const EVERYWHERE: &[&str] = &["checked", "example", "format", "reviewed_by", "translation"];

/// Names that nobody begins a sentence with.
const ONLY_FACTS: &[&str] = &["by", "format", "photo", "routine", "translation"];

/// The block of the kind of text that messages call `what`.
fn block_of(what: &str) -> Option<Block> {
    BLOCKS.into_iter().find(|(name, _)| *name == what)
}

/// The block of the text that stands at `path`.
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

/// The field that `written` names in a block, however it is typed.
pub(super) fn field(block: Block, written: &str) -> Option<&'static str> {
    let name = written.trim().to_lowercase().replace([' ', '-'], "_");
    let mut known = block.1.iter().chain(EVERYWHERE);
    known.find(|known| **known == name).copied()
}

/// Whether every field of a kind of text is known here, and no other.
#[must_use]
pub fn is_whole<'n>(what: &str, read: impl Iterator<Item = &'n &'static str>) -> bool {
    let Some((_, known)) = block_of(what) else {
        return true;
    };
    let read: Vec<&str> = read.copied().collect();
    let is_known = |name: &&str| known.contains(name) || EVERYWHERE.contains(name);
    read.iter().all(is_known) && known.iter().all(|name| read.contains(name))
}

/// The names of fields that nobody begins a line of words with.
#[must_use]
pub fn fields() -> Vec<&'static str> {
    let blocks = BLOCKS.iter().flat_map(|(_, known)| known.iter());
    let all = blocks.chain(EVERYWHERE).copied();
    let mut fields: Vec<&str> = all.filter(|name| is_only_a_fact(name)).collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// Whether a line of this field is no sentence, whatever stands after the colon.
pub(super) fn is_only_a_fact(field: &str) -> bool {
    field.contains('_') || ONLY_FACTS.contains(&field)
}
