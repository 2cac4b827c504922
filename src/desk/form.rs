//! A form for a file of facts, drawn from the description of its fields.
//!
//! A form shows single values, lists of single values, and maps with such fields. What it
//! cannot show stays in the file as it is, and the form says so.

use crate::edit::{Change, Refusal, Step, Value as NewValue, change};
use crate::parse::{Kind as NodeKind, Node};
use crate::schema::{Field, Form, Kind, Value};
use crate::source::RelPath;

/// One control of a form, or a heading for the controls of a map.
#[derive(Debug, Clone)]
pub struct Control {
    /// The way to the value from the map that the form is about, joined with dots:
    /// `baseline.date`.
    pub name: String,
    /// The kind of thing that the field is of.
    pub kind: &'static Kind,
    /// The field.
    pub field: &'static Field,
    /// How many maps it is in.
    pub depth: usize,
    /// What the file has.
    pub shown: Shown,
    /// Whether the file has something.
    pub is_there: bool,
}

/// What a form shows of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// A single value. Empty: none.
    One(String),
    /// Several values, one a line.
    Lines(String),
    /// A map, whose fields follow.
    Map,
    /// Something that only the file shows.
    InFile,
}

/// How deeply maps are shown.
const DEEPEST: usize = 2;

/// The controls for a map of this kind. `map` is what the file has.
#[must_use]
pub fn controls(kind: &'static Kind, map: Option<&Node>) -> Vec<Control> {
    let mut all = Vec::new();
    add(&mut all, kind, map, "", 0);
    all
}

fn add(
    all: &mut Vec<Control>,
    kind: &'static Kind,
    map: Option<&Node>,
    within: &str,
    depth: usize,
) {
    let measure = map.and_then(|map| map.get("kind")).and_then(Node::text);
    let is_of = |field: &&Field| {
        let of_measure = |measure| field.measures.contains(&measure);
        field.measures.is_empty() || measure.is_some_and(of_measure)
    };
    for field in kind.fields.iter().filter(is_of) {
        let node = map.and_then(|map| map.get(field.name));
        let node = node.filter(|node| node.kind != NodeKind::Empty);
        let shown = shown(field, node, depth);
        let name = match within {
            "" => field.name.to_owned(),
            within => format!("{within}.{}", field.name),
        };
        let inside = field.map.filter(|_| shown == Shown::Map);
        all.push(Control {
            name: name.clone(),
            kind,
            field,
            depth,
            shown,
            is_there: node.is_some(),
        });
        if let Some(inside) = inside {
            add(all, inside, node, &name, depth + 1);
        }
    }
}

fn shown(field: &Field, node: Option<&Node>, depth: usize) -> Shown {
    let is_only_map = matches!(field.value, Value::Map);
    let takes_map = field.map.is_some() && field.form == Form::One && depth + 1 < DEEPEST;
    match (field.form, node.map(|node| &node.kind)) {
        _ if matches!(field.value, Value::Anything | Value::Terms) => Shown::InFile,
        (Form::One, None) if is_only_map && takes_map => Shown::Map,
        (Form::One, Some(NodeKind::Map(_))) if takes_map => Shown::Map,
        _ if is_only_map => Shown::InFile,
        (Form::One, None) => Shown::One(String::new()),
        (Form::One, Some(NodeKind::Scalar(scalar))) => Shown::One(scalar.text.clone()),
        (Form::List, None) => Shown::Lines(String::new()),
        (Form::List, Some(NodeKind::Scalar(scalar))) => Shown::Lines(scalar.text.clone()),
        (Form::List, Some(NodeKind::List(items))) => {
            let texts: Option<Vec<&str>> = items.iter().map(Node::text).collect();
            let is_plain = |texts: &Vec<&str>| texts.iter().all(|text| !text.contains('\n'));
            let texts = texts.filter(is_plain);
            texts.map_or(Shown::InFile, |texts| Shown::Lines(texts.join("\n")))
        }
        _ => Shown::InFile,
    }
}

/// The file with what was typed in place of what the form showed. `typed` has the value of
/// a control by its name; controls that it does not have stay. `entry` is the key of the
/// map that the form is about, if that is not the whole file.
///
/// # Errors
/// Why the file cannot be changed so.
pub fn with_form(
    file: &RelPath,
    bytes: &[u8],
    entry: Option<&str>,
    controls: &[Control],
    typed: impl Fn(&str) -> Option<String>,
) -> Result<Vec<u8>, Refusal> {
    let new = |control: &Control| {
        let (Shown::One(was) | Shown::Lines(was)) = &control.shown else {
            return None;
        };
        let new = typed(&control.name)?.trim().to_owned();
        (new != was.trim()).then_some(new)
    };
    let mut bytes = bytes.to_vec();
    let mut added: Option<&str> = None;
    for control in controls {
        if added.is_some_and(|map| is_in(control, map)) {
            continue;
        }
        let value = if control.shown == Shown::Map && !control.is_there {
            // A map that is not there is written at once.
            added = Some(&control.name);
            let inside = controls.iter().filter(|one| is_in(one, &control.name));
            let fields = inside.filter_map(|one| {
                let new = new(one).filter(|new| !new.is_empty())?;
                Some((one.field.name.to_owned(), new_value(one, &new)))
            });
            let fields: Vec<_> = fields.collect();
            (!fields.is_empty()).then_some(Some(NewValue::Map(fields)))
        } else {
            let typed = new(control);
            typed.map(|typed| (!typed.is_empty()).then(|| new_value(control, &typed)))
        };
        let Some(value) = value else { continue };
        let steps = entry.into_iter().chain(control.name.split('.'));
        let path: Vec<Step> = steps.map(Step::key).collect();
        let order: Vec<&str> = control.kind.fields.iter().map(|field| field.name).collect();
        let one = match value {
            Some(value) => Change::Set {
                path: &path,
                value,
                order: &order,
            },
            None => Change::Remove { path: &path },
        };
        bytes = change(file, &bytes, &one)?;
    }
    Ok(bytes)
}

/// Whether a control is in the map of this name.
fn is_in(control: &Control, map: &str) -> bool {
    let rest = control.name.strip_prefix(map);
    rest.is_some_and(|rest| rest.starts_with('.'))
}

fn new_value(control: &Control, typed: &str) -> NewValue {
    let one = |text: &str| match control.field.value {
        Value::Text
        | Value::Note
        | Value::Plain
        | Value::Name
        | Value::TextPhone
        | Value::Url
        | Value::Time
        | Value::Phrase
        | Value::Participant => NewValue::text(text),
        _ if text.contains(char::is_whitespace) => NewValue::text(text),
        _ => NewValue::word(text),
    };
    match &control.shown {
        Shown::Lines(_) => {
            let lines = typed.lines().map(str::trim);
            let lines = lines.filter(|line| !line.is_empty());
            NewValue::List(lines.map(one).collect())
        }
        _ => one(typed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::schema::{GOAL, STUDENT};

    fn facts(text: &str) -> Option<Node> {
        let file = RelPath::new("goals/reading.yaml").unwrap();
        let read = crate::parse::yaml::parse(&file, text, 0);
        read.into_value(&mut Diagnostics::default())
    }

    /// What a form changes in a file.
    fn check(kind: &'static Kind, before: &str, typed: &[(&str, &str)], after: &str) {
        let file = RelPath::new("goals/reading.yaml").unwrap();
        let controls = controls(kind, facts(before).as_ref());
        let value = |name: &str| {
            let found = typed.iter().find(|(typed, _)| *typed == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let new = with_form(&file, before.as_bytes(), None, &controls, value).unwrap();
        assert_eq!(String::from_utf8(new).unwrap(), after);
    }

    #[test]
    fn only_what_was_typed_changes() {
        let before = "title: Reading  # out loud\nby: 2027-05-28\nwhere_used: [at home]\n";
        check(&GOAL, before, &[("title", "Reading"), ("what", "")], before);
        check(
            &GOAL,
            before,
            &[
                ("title", "Reading: a page"),
                ("where_used", "at home\nin class\n"),
                ("baseline.date", "2026-09-11"),
            ],
            "title: \"Reading: a page\"  # out loud\nbaseline: {date: 2026-09-11}\nby: 2027-05-28\nwhere_used: [at home, in class]\n",
        );
        check(
            &GOAL,
            before,
            &[("by", "")],
            "title: Reading  # out loud\nwhere_used: [at home]\n",
        );
    }

    #[test]
    fn what_a_form_cannot_show_stays() {
        let shown = |kind: &'static Kind, text: &str, name: &str| {
            let controls = controls(kind, facts(text).as_ref());
            let found = controls.into_iter().find(|one| one.name == name);
            found.map(|one| one.shown)
        };
        let one = |text: &str| Some(Shown::One(text.to_owned()));
        assert_eq!(
            shown(&GOAL, "data: {2026-09-18: 4}", "data"),
            Some(Shown::InFile)
        );
        assert_eq!(shown(&GOAL, "changes: []", "changes"), Some(Shown::InFile));
        assert_eq!(shown(&GOAL, "", "measure"), one(""));
        let short = "measure: percent";
        assert_eq!(shown(&GOAL, short, "measure"), one("percent"));
        let long = "measure: {kind: percent, total: 10}";
        assert_eq!(shown(&GOAL, long, "measure"), Some(Shown::Map));
        assert_eq!(shown(&GOAL, long, "measure.total"), one("10"));
        assert_eq!(shown(&GOAL, long, "measure.ladder"), None);
        let names = "name: {en: Layla, ar: ليلى}";
        assert_eq!(shown(&STUDENT, names, "name"), Some(Shown::InFile));
    }
}
