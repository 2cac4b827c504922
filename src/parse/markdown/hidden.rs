//! Comments that an author marked as hidden: `%%…%%` in Obsidian, `<!-- … -->` on the
//! web. Pages do not show them.

use super::pen::{Pen, What};

/// The marks that begin a comment.
const MARKS: [&str; 2] = ["%%", "<!--"];

/// The name of a mark in messages.
fn name(mark: &str) -> &'static str {
    if mark == "%%" { "percent" } else { "web" }
}

/// Removes hidden comments.
pub(super) fn leave_out(pen: &mut Pen) {
    let text = pen.text;
    let mut next = MARKS.map(|mark| begins(text, mark, 0));
    let mut from = 0;
    loop {
        for (place, mark) in next.iter_mut().zip(MARKS) {
            if place.is_some_and(|at| at < from) {
                *place = begins(text, mark, from);
            }
        }
        let found = next
            .iter()
            .zip(MARKS)
            .filter_map(|(place, mark)| Some(((*place)?, mark)));
        let Some((start, mark)) = found.min() else {
            return;
        };
        let Some(end) = ends(text, mark, start) else {
            pen.note(start, start + mark.len(), What::NoEnd(name(mark)));
            return;
        };
        let (first, last) = with_its_line(text, start, end);
        pen.replace(first, last, "");
        pen.note(start, start + mark.len(), What::LeftOut(name(mark)));
        from = end;
    }
}

/// The start of the next comment, at or after `from`.
fn begins(text: &str, mark: &str, from: usize) -> Option<usize> {
    // "80 %% of the words" is a typing mistake.
    let percent = |at: usize| {
        let before = text.get(..at).unwrap_or_default().trim_end_matches(' ');
        mark == "%%" && before.ends_with(char::is_numeric)
    };
    let mut places = text.get(from..)?.match_indices(mark);
    let found = places.find(|(at, _)| !percent(from + at));
    found.map(|(at, _)| from + at)
}

/// The end of the comment that begins at `start`. `<!-->` is a complete one to browsers.
fn ends(text: &str, mark: &str, start: usize) -> Option<usize> {
    let inside = start + 2;
    let rest = text.get(inside..)?;
    if mark == "%%" {
        return Some(inside + rest.find("%%")? + 2);
    }
    let mut dashes = rest.match_indices('>').map(|(at, _)| at);
    let end = dashes.find(|at| {
        let before = rest.get(..*at).unwrap_or_default();
        before.ends_with("--") || before.ends_with("--!")
    });
    Some(inside + end? + 1)
}

/// The range to remove: the end of the line too, if the comment is alone on its lines.
fn with_its_line(text: &str, start: usize, end: usize) -> (usize, usize) {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    let alone = before
        .get(line..)
        .is_some_and(|words| words.trim().is_empty());
    let rest = after.find('\n').map_or(after.len(), |newline| newline + 1);
    let ends = after
        .get(..rest)
        .is_some_and(|words| words.trim().is_empty());
    if alone && ends {
        (line, end + rest)
    } else {
        (start, end)
    }
}
