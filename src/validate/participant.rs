//! People who took part in a review, a decision or a handoff.

use super::fields::Fields;
use crate::diagnostic::Code;
use crate::model::{Participant, PersonId, Text};
use crate::parse::Node;

/// Who took part: the short name of a member of staff, a known word, or other words
/// with a space or a capital letter. `text` is the node's text with its translations.
fn participant(
    fields: &Fields,
    field: &str,
    node: &Node,
    text: Text,
    staff: &[&str],
) -> Participant {
    let word = text.original.as_str();
    match word {
        "family" => Participant::Family,
        "mother" => Participant::Mother,
        "father" => Participant::Father,
        "student" => Participant::Student,
        "interpreter" => Participant::Interpreter,
        id if staff.contains(&id) => Participant::Person(PersonId::new(id)),
        id if is_id(id) => {
            let known: Vec<&str> = staff.iter().chain(&KNOWN).copied().collect();
            // An error, so that no page shows what this function returns.
            let _ = fields.reference_of(field, Code::UnknownPerson, node, &known);
            Participant::Other(text)
        }
        _ => Participant::Other(text),
    }
}

const KNOWN: [&str; 5] = ["family", "mother", "father", "student", "interpreter"];

/// Whether a word can only be meant as the short name of a person.
fn is_id(word: &str) -> bool {
    let small = |c: char| !c.is_uppercase() && !c.is_whitespace();
    word.is_ascii() && word.chars().all(small)
}

/// Everybody in a list.
pub(super) fn all(fields: &mut Fields, name: &'static str, staff: &[&str]) -> Vec<Participant> {
    let texts = fields.texts(name);
    let nodes = fields.list(name).into_iter();
    nodes
        .filter(|node| node.text().is_some())
        .zip(texts)
        .map(|(node, text)| participant(fields, name, node, text, staff))
        .collect()
}

/// The one who took part.
pub(super) fn one(fields: &mut Fields, name: &'static str, staff: &[&str]) -> Option<Participant> {
    let text = fields.text(name)?;
    let node = fields.node(name)?;
    Some(participant(fields, name, node, text, staff))
}
