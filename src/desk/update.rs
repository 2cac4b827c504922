//! Friday: a short update for each family.

use crate::build::ReadFiles;
use crate::edit::{Change, Refusal, Step, Value, change};
use crate::model::Date;
use crate::parse::Node;
use crate::schema::UPDATE;
use crate::source::RelPath;

/// An update as a form shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UpdateDraft {
    /// The text, as Markdown.
    pub text: String,
    /// The short name of who writes it.
    pub by: String,
    /// The short names of goals that it is about.
    pub goals: Vec<String>,
}

/// The file of the update of a day.
#[must_use]
pub fn file(student: &str, day: Date) -> Option<RelPath> {
    RelPath::new(&format!("students/{student}/updates/{day}.md"))
}

/// The update of a day. `None` if there is none.
#[must_use]
pub fn draft(read: &ReadFiles, day: Date) -> Option<UpdateDraft> {
    let group = read.groups.get(&format!("updates/{day}.md"))?;
    let raw = group.original.as_ref()?;
    let word = |node: &Node| node.text().map(str::to_owned);
    let goals = raw.facts.get("goals").map(|node| match &node.kind {
        crate::parse::Kind::List(items) => items.iter().filter_map(word).collect(),
        _ => word(node).into_iter().collect(),
    });
    let body = raw.body.as_ref();
    Some(UpdateDraft {
        text: body
            .map(|body| body.text.trim().to_owned())
            .unwrap_or_default(),
        by: raw.facts.get("by").and_then(word).unwrap_or_default(),
        goals: goals.unwrap_or_default(),
    })
}

/// The file of an update with what a person wrote. `old` is empty for a new one.
///
/// # Errors
/// Why the file cannot be changed so.
pub fn with_update(
    file: &RelPath,
    bytes: &[u8],
    old: &UpdateDraft,
    new: &UpdateDraft,
) -> Result<Vec<u8>, Refusal> {
    let usual: Vec<&str> = UPDATE.fields.iter().map(|field| field.name).collect();
    let mut bytes = bytes.to_vec();
    let by = (!new.by.is_empty()).then(|| Value::word(&new.by));
    let goals = new.goals.iter().map(Value::word).collect::<Vec<_>>();
    let goals = (!goals.is_empty()).then_some(Value::List(goals));
    let fields = [
        ("by", old.by == new.by, !old.by.is_empty(), by),
        (
            "goals",
            old.goals == new.goals,
            !old.goals.is_empty(),
            goals,
        ),
    ];
    for (name, is_same, was_there, value) in fields {
        let path = [Step::key(name)];
        let one = match value {
            _ if is_same => continue,
            Some(value) => Change::Set {
                path: &path,
                value,
                order: &usual,
            },
            None if was_there => Change::Remove { path: &path },
            None => continue,
        };
        bytes = change(file, &bytes, &one)?;
    }
    if old.text != new.text.trim() {
        bytes = change(file, &bytes, &Change::Words(new.text.trim()))?;
    }
    Ok(bytes)
}
