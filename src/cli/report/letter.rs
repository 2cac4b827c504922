//! What a teacher reads in the folder itself, in plain text: Explorer, Finder,
//! and the apps of phones show nothing else as it is meant.

use std::cmp::Reverse;

use textwrap::{Options, WordSeparator, WordSplitter};

use super::{Texts, Words, tame};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::discover::folded;
use crate::io::SIGN;
use crate::model::StudentId;
use crate::rules::Roster;
use crate::source::{RelPath, line_column, stands_alone};

/// No line is longer, as far as words are shorter. As much fits on a phone, whose
/// apps would else break each line into a long and a short one; and not every
/// program on a computer breaks lines. For the same reason nothing is indented.
const COLUMNS: usize = 46;

/// Whose folder it is, and whose names must not stand in its file.
pub(in crate::cli) struct Reader<'a> {
    /// The student; nobody where it is about what all students share.
    pub(in crate::cli) student: Option<&'a str>,
    /// Names of all students' folders.
    pub(in crate::cli) folders: &'a [String],
    /// Names of all students, where they are known.
    pub(in crate::cli) roster: Option<&'a Roster>,
}

impl Reader<'_> {
    /// Whether what is said about `one` holds the name of somebody else.
    fn must_not_read(&self, one: &Diagnostic, words: &str) -> bool {
        let own = self.student.unwrap_or_default();
        let id = StudentId::new(own);
        let named = |roster: &Roster| !roster.others_in(words, &id, &[]).is_empty();
        // These two are about a folder that has the name of this one.
        let own_name = matches!(one.code, Code::FolderCopy | Code::NamesClash);
        let words = folded(words);
        let mut others = self.folders.iter().filter(|other| *other != own);
        let foreign = !own_name && others.any(|other| names_folder(&words, &folded(other)));
        foreign || self.roster.is_none_or(named)
    }

    /// A path as it stands in this folder.
    fn below<'b>(&self, file: &'b RelPath) -> &'b str {
        let own = self.student.map(|student| format!("students/{student}"));
        let below = own.and_then(|own| file.below(&own));
        below.unwrap_or(file.as_str())
    }
}

/// Whether a folder stands in `words` as messages name it. Many a name is a word
/// elsewhere.
fn names_folder(words: &str, folder: &str) -> bool {
    ["“", "students/"].iter().any(|before| {
        let named = format!("{before}{folder}");
        let mut places = words.match_indices(&named);
        places.any(|(at, _)| {
            let end = at + named.len();
            stands_alone(words, end - folder.len(), end)
        })
    })
}

/// The text of a folder's file of messages about `seen`, the errors first. It is
/// the same for as long as what was seen is the same.
pub(in crate::cli) fn letter(
    seen: &[&Diagnostic],
    reader: &Reader,
    texts: &Texts,
    words: &Words,
) -> String {
    let mut seen = seen.to_vec();
    seen.sort_by_key(|one| Reverse(one.code.severity() >= Severity::Error));
    let errors = seen
        .iter()
        .filter(|one| one.code.severity() >= Severity::Error)
        .count();
    let warnings = seen.len() - errors;
    let counted = [("errors", errors), ("warnings", warnings)];
    let whose = match reader.student {
        Some(student) => ("student", tame(student)),
        None => ("student", String::new()),
    };
    let begin = [
        SIGN.to_owned(),
        wrapped(&words.say("letter-what", [whose.clone()])),
        wrapped(&words.count("letter-state", &counted, [whose])),
    ];
    let mut parts: Vec<String> = begin.into();
    for (number, one) in (1..).zip(&seen) {
        let title = if number == 1 && errors > 0 {
            Some("letter-errors")
        } else {
            (number == errors + 1).then_some("letter-warnings")
        };
        parts.extend(title.map(|title| heading(&words.count(title, &counted, []))));
        parts.push(entry(number, one, reader, texts, words));
    }
    parts.join("\n\n") + "\n"
}

fn heading(words: &str) -> String {
    format!("{words}\n{}", "-".repeat(words.chars().count()))
}

/// One message: where, the line itself, what, why, and what to write.
fn entry(number: usize, one: &Diagnostic, reader: &Reader, texts: &Texts, words: &Words) -> String {
    let place = place(one, reader, texts, words);
    let hides = |lines: &[String]| reader.must_not_read(one, &lines.join("\n"));
    let mut lines: Vec<String> = shown(one, texts, words).into_iter().collect();
    if hides(&lines) {
        lines.clear();
    }
    let said = says(one, reader, texts, words);
    let in_place = is_named_in_place(one, &place, reader);
    if in_place || hides(&said) {
        let student = ("student", reader.student.unwrap_or_default().to_owned());
        lines = vec![words.say("letter-named", [student])];
    } else {
        lines.extend(said);
    }
    let place = if in_place {
        nameless(one, reader, words)
    } else {
        place
    };
    let code = ("code", one.code.number().to_owned());
    let place = words.say("letter-place", [("place", place), code]);
    let mut entry = vec![wrapped(&format!("{number}. {place}"))];
    entry.extend(lines.iter().map(|line| wrapped(line)));
    entry.join("\n")
}

/// Whether somebody else is named in the name of a file.
fn is_named_in_place(one: &Diagnostic, place: &str, reader: &Reader) -> bool {
    let words = place.replace(['-', '_', '/', '.'], " ").to_uppercase();
    reader.must_not_read(one, place) || reader.must_not_read(one, &words)
}

/// The innermost folder of a file in whose path nobody else is named.
fn nameless(one: &Diagnostic, reader: &Reader, words: &Words) -> String {
    let path = one.file.as_ref().map_or("", RelPath::as_str);
    let mut folders = path
        .rmatch_indices('/')
        .filter_map(|(at, _)| path.get(..at));
    let folder = folders.find(|folder| !is_named_in_place(one, folder, reader));
    folder.map_or_else(
        || words.say("letter-nowhere", []),
        |folder| words.say("letter-place-named", [("folder", tame(folder))]),
    )
}

/// The line itself.
fn shown(one: &Diagnostic, texts: &Texts, words: &Words) -> Option<String> {
    let at = one.at.as_ref()?;
    let text = texts.get(&at.file)?;
    let line = line_column(&text, at.span.start).line;
    let line = text.lines().nth(line.checked_sub(1)?)?.trim();
    (!line.is_empty()).then(|| words.say("letter-line", [("line", tame(line))]))
}

fn says(one: &Diagnostic, reader: &Reader, texts: &Texts, words: &Words) -> Vec<String> {
    let mut lines = vec![words.what(one)];
    for label in &one.labels {
        let text = texts.get(&label.at.file).unwrap_or_default();
        let line = line_column(&text, label.at.span.start).line;
        let file = ("file", tame(reader.below(&label.at.file)));
        let place = words.count("letter-at", &[("line", line)], [file]);
        let label = words.label(one, &label.words).unwrap_or_default();
        lines.push(format!("{place}: {label}"));
    }
    let footer = [
        ("more", words.more(one, texts)),
        ("why", words.why(one)),
        ("help", words.help(one)),
    ];
    for (name, text) in footer {
        let text = text.map(|text| match name {
            "more" => text,
            _ => words.around(&format!("letter-{name}"), &text),
        });
        lines.extend(text);
    }
    lines
}

/// File and line.
fn place(one: &Diagnostic, reader: &Reader, texts: &Texts, words: &Words) -> String {
    let file = one.file.as_ref().map(|file| tame(reader.below(file)));
    let Some(file) = file else {
        return words.say("letter-nowhere", []);
    };
    match texts.position(one) {
        Some(position) => words.count("letter-at", &[("line", position.line)], [("file", file)]),
        None => file,
    }
}

/// A space at which no line ends.
const KEPT: char = '\u{E0F0}';

/// A field with what stands in brackets is to be typed as it is, so it stays on
/// one line.
fn wrapped(text: &str) -> String {
    let mut depth = 0_usize;
    let kept = text.char_indices().map(|(at, sign)| {
        match sign {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        let begins = before.ends_with(':') && (after.starts_with(" {") || after.starts_with(" ["));
        if sign == ' ' && (depth > 0 || begins) {
            KEPT
        } else {
            sign
        }
    });
    let options = Options::new(COLUMNS)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(&kept.collect::<String>(), options).replace(KEPT, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_typed_stays_on_one_line() {
        let check = |text: &str, expected: &str| assert_eq!(wrapped(text), expected);
        check("Write: target: 90", "Write: target: 90");
        check(
            "Add one or two places, such as: where_used: [reading a menu, a letter]",
            "Add one or two places, such as:\nwhere_used: [reading a menu, a letter]",
        );
        check(
            "This is a sentence that is longer than a line, and (has) brackets.",
            "This is a sentence that is longer than a line,\nand (has) brackets.",
        );
    }
}
