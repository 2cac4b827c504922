//! Lines with a day and a number that are indented wrongly: not at all, by one or four
//! spaces, after a dash, without a space after the colon. Below `data:` and `values:`
//! such a line has only one meaning.

use crate::input::TypedDay;
use crate::source::Span;

/// Fields whose lines begin with a day.
const FIELDS: [&str; 2] = ["data", "values"];

/// How to move a line.
#[derive(Debug, PartialEq)]
pub(super) struct Moved {
    /// How many bytes at its start to replace.
    pub(super) front: usize,
    /// How many spaces to write instead.
    pub(super) spaces: usize,
    /// The bytes to replace by a colon and a space, counted from the line's start.
    pub(super) colon: Option<Span>,
    /// Whether it is the line of a day, not one below it.
    pub(super) is_day: bool,
}

/// Follows the lines of a file, to know where a day belongs.
#[derive(Default)]
pub(super) struct DayLines {
    block: Option<Block>,
}

struct Block {
    /// The indentation of its field.
    field: usize,
    /// The indentation of its days. `None` before the first one.
    days: Option<usize>,
    /// The old and the new indentation of the last line of a day.
    newest: (usize, usize),
}

impl DayLines {
    /// How to move a line. `None` if it is in its place. `line` has only plain spaces at its
    /// start.
    pub(super) fn line(&mut self, line: &str) -> Option<Moved> {
        let written = line.trim_start_matches(' ');
        let indent = line.len() - written.len();
        if written.trim().is_empty() || written.starts_with('#') {
            return None;
        }
        if let Some(block) = &mut self.block {
            if let Some(day) = DayLine::of(written) {
                // Without indentation, below the values of a baseline, the day may
                // belong to `data`.
                if indent > 0 || block.field == 0 {
                    return block.day(indent, &day);
                }
            } else if block.days.is_some() && indent > block.newest.0 {
                return block.below(indent);
            }
        }
        self.block = opens(written).then_some(Block {
            field: indent,
            days: None,
            newest: (indent, indent),
        });
        None
    }
}

impl Block {
    /// The line of a day.
    fn day(&mut self, indent: usize, day: &DayLine) -> Option<Moved> {
        let usual = if indent > self.field && day.dash == 0 {
            indent
        } else {
            self.field + 2
        };
        let to = *self.days.get_or_insert(usual);
        self.newest = (indent + day.dash, to);
        let off = indent != to || day.dash > 0 || day.colon.is_some();
        off.then(|| Moved {
            front: indent + day.dash,
            spaces: to,
            colon: day.colon.map(|colon| colon.shifted(indent)),
            is_day: true,
        })
    }

    /// A line below that of a day, which moves with it.
    fn below(&self, indent: usize) -> Option<Moved> {
        let (from, to) = self.newest;
        (from != to).then(|| Moved {
            front: indent,
            spaces: indent - from + to,
            colon: None,
            is_day: false,
        })
    }
}

fn opens(written: &str) -> bool {
    let written = written.split(" #").next().unwrap_or_default().trim_end();
    let field = written.strip_suffix([':', '：']);
    field.is_some_and(|field| FIELDS.contains(&field.trim_end()))
}

/// The parts of a line that begins with a day and a colon.
struct DayLine {
    /// The bytes of a dash and the space after it.
    dash: usize,
    /// A colon that is not a plain one with a space after it.
    colon: Option<Span>,
}

impl DayLine {
    fn of(written: &str) -> Option<Self> {
        let entry = written.trim_start_matches(['-', '•', '–', '*', ' ']);
        let dash = written.len() - entry.len();
        let (day, rest) = entry.split_once([':', '：'])?;
        TypedDay::of(day.trim_matches(['"', '\''])).ok()?;
        let start = dash + day.len();
        let sign = entry.len() - day.len() - rest.len();
        let plain = entry.get(day.len()..)?.starts_with(':');
        let spaced = rest.trim().is_empty() || rest.starts_with(' ');
        let value = rest.trim_start();
        let end = start + sign + (rest.len() - value.len());
        Some(Self {
            dash,
            colon: (!plain || !spaced).then_some(Span::new(start, end)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with its lines moved.
    fn placed(text: &str) -> String {
        let mut lines = DayLines::default();
        let place = |line: &str| match lines.line(line) {
            None => line.to_owned(),
            Some(moved) => {
                let mut kept = line.to_owned();
                if let Some(colon) = moved.colon {
                    kept.replace_range(colon.start..colon.end, ": ");
                }
                format!("{}{}", " ".repeat(moved.spaces), &kept[moved.front..])
            }
        };
        text.split_inclusive('\n').map(place).collect()
    }

    #[test]
    fn days_below_data_find_their_place() {
        let check = |text: &str, expected: &str| assert_eq!(placed(text), expected);
        let right = "data:\n  2026-09-18: 44\n  2026-09-25: 46\nby: 2027-05-28\n";
        for text in [
            right,
            "data:\n  2026-09-18: 44\n2026-09-25: 46\nby: 2027-05-28\n",
            "data:\n  2026-09-18: 44\n    2026-09-25: 46\nby: 2027-05-28\n",
            "data:\n  2026-09-18: 44\n 2026-09-25: 46\nby: 2027-05-28\n",
            "data:\n  2026-09-18: 44\n  - 2026-09-25: 46\nby: 2027-05-28\n",
            "data:\n  2026-09-18:44\n  2026-09-25：46\nby: 2027-05-28\n",
            "data:\n2026-09-18: 44\n2026-09-25: 46\nby: 2027-05-28\n",
            "data:\n- 2026-09-18: 44\n- 2026-09-25: 46\nby: 2027-05-28\n",
        ] {
            check(text, right);
        }
        // A line below a day moves with it.
        check(
            "data:\n  2026-09-18: 44\n2026-09-25:\n  attempted: 49\n  note: a\n",
            "data:\n  2026-09-18: 44\n  2026-09-25:\n    attempted: 49\n    note: a\n",
        );
        check(
            "baseline:\n  values:\n    2026-09-08: 41\n  2026-09-09: 43\n",
            "baseline:\n  values:\n    2026-09-08: 41\n    2026-09-09: 43\n",
        );
    }

    #[test]
    fn other_lines_stay() {
        for text in [
            "data:\n    2026-09-18: {attempted: 49}\n    # a remark\n\n    2026-09-25:\n        note: a\n",
            "baseline:\n  values:\n    2026-09-08: 41\n2026-09-18: 44\n",
            "title: a\n2026-09-18: 44\n",
            "data:\n  2026-09-18: 44\nby: 2027-05-28\n  2026-09-25: 46\n",
            "data: {2026-09-18: 44}\n2026-09-25: 46\n",
            "values:\n  - 41\n  - 43\n",
        ] {
            assert_eq!(placed(text), text);
        }
    }
}
