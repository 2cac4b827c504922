//! The text of `MESSAGES.txt`. It is plain text because file managers and
//! phones show nothing else reliably.

use std::cmp::Reverse;

use textwrap::{Options, WordSeparator, WordSplitter};

use super::{Messages, Texts, one_line};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::discover::{Students, folded};
use crate::io::SIGN;
use crate::model::StudentId;
use crate::rules::NameIndex;
use crate::source::{RelPath, is_whole_word, line_column};

/// The most columns of a line; longer words stay whole. This fits on a phone,
/// whose apps would otherwise break each line in two, and not every program
/// wraps lines. For the same reason nothing is indented.
const COLUMNS: usize = 46;

/// The folder the file is for, and the names it must not contain.
pub(in crate::cli) struct Reader<'a> {
    /// The student; `None` for the file next to `school.yaml`.
    pub(in crate::cli) student: Option<&'a str>,
    /// The names of all students' folders.
    pub(in crate::cli) folders: &'a Students,
    /// The names of all students, if they could be read.
    pub(in crate::cli) name_index: Option<&'a NameIndex>,
}

impl Reader<'_> {
    /// Whether the text about `one` contains another student's name.
    fn must_not_read(&self, one: &Diagnostic, text: &str) -> bool {
        let own = self.student.unwrap_or_default();
        let id = StudentId::new(own);
        let named = |name_index: &NameIndex| !name_index.others_in(text, &id, &[]).is_empty();
        // These two are about a folder with a name like this one's.
        let own_name = matches!(one.code, Code::FolderCopy | Code::NamesClash);
        let foreign = !own_name && names_folder(text, |name| self.folders.is_other(name, own));
        foreign || self.name_index.is_none_or(named)
    }

    /// A path relative to this folder.
    fn below<'b>(&self, file: &'b RelPath) -> &'b str {
        let own = self.student.map(|student| format!("students/{student}"));
        let below = own.and_then(|own| file.below(&own));
        below.unwrap_or(file.as_str())
    }
}

/// Whether `text` contains the name of a folder the way messages write it. Many a name
/// is also an ordinary word. A school has many folders, so only places where a name can
/// stand are looked at: `is_folder` is asked about each run of whole words there.
fn names_folder(text: &str, is_folder: impl Fn(&str) -> bool) -> bool {
    const BEFORE: [&str; 2] = ["“", "students/"];
    if !text.contains(['“', '/']) {
        return false;
    }
    let text = folded(text);
    BEFORE.iter().any(|before| {
        text.match_indices(before).any(|(at, _)| {
            let rest = text.get(at + before.len()..).unwrap_or_default();
            let ends = rest.char_indices().map(|(end, _)| end).skip(1);
            let mut ends = ends.chain([rest.len()]);
            ends.any(|end| is_whole_word(rest, 0, end) && rest.get(..end).is_some_and(&is_folder))
        })
    })
}

/// The text of the file for `diagnostics`, errors first. Equal diagnostics give
/// equal text.
pub(in crate::cli) fn letter(
    diagnostics: &[&Diagnostic],
    reader: &Reader,
    texts: &Texts,
    messages: &Messages,
) -> String {
    let mut diagnostics = diagnostics.to_vec();
    diagnostics.sort_by_key(|one| Reverse(one.code.severity() >= Severity::Error));
    let errors = diagnostics
        .iter()
        .filter(|one| one.code.severity() >= Severity::Error)
        .count();
    let warnings = diagnostics.len() - errors;
    let counted = [("errors", errors), ("warnings", warnings)];
    let whose = match reader.student {
        Some(student) => ("student", one_line(student)),
        None => ("student", String::new()),
    };
    let begin = [
        SIGN.to_owned(),
        wrapped(&messages.say("letter-what", [whose.clone()])),
        wrapped(&messages.count("letter-state", &counted, [whose])),
    ];
    let mut parts: Vec<String> = begin.into();
    for (number, one) in (1..).zip(&diagnostics) {
        let title = if number == 1 && errors > 0 {
            Some("letter-errors")
        } else {
            (number == errors + 1).then_some("letter-warnings")
        };
        parts.extend(title.map(|title| heading(&messages.count(title, &counted, []))));
        parts.push(entry(number, one, reader, texts, messages));
    }
    parts.join("\n\n") + "\n"
}

fn heading(title: &str) -> String {
    format!("{title}\n{}", "-".repeat(title.chars().count()))
}

/// One entry: place, source line, what is wrong, why it matters, what to write.
fn entry(
    number: usize,
    one: &Diagnostic,
    reader: &Reader,
    texts: &Texts,
    messages: &Messages,
) -> String {
    let place = place(one, reader, texts, messages);
    let hides = |lines: &[String]| reader.must_not_read(one, &lines.join("\n"));
    let mut lines: Vec<String> = shown(one, texts, messages).into_iter().collect();
    if hides(&lines) {
        lines.clear();
    }
    let said = says(one, reader, texts, messages);
    let in_place = is_named_in_place(one, &place, reader);
    if in_place || hides(&said) {
        let student = ("student", reader.student.unwrap_or_default().to_owned());
        lines = vec![messages.say("letter-named", [student])];
    } else {
        lines.extend(said);
    }
    let place = if in_place {
        nameless(one, reader, messages)
    } else {
        place
    };
    let code = ("code", one.code.number().to_owned());
    let place = messages.say("letter-place", [("place", place), code]);
    let mut entry = vec![wrapped(&format!("{number}. {place}"))];
    entry.extend(lines.iter().map(|line| wrapped(line)));
    entry.join("\n")
}

/// Whether the file's name contains another student's name.
fn is_named_in_place(one: &Diagnostic, place: &str, reader: &Reader) -> bool {
    let spelled = place.replace(['-', '_', '/', '.'], " ").to_uppercase();
    reader.must_not_read(one, place) || reader.must_not_read(one, &spelled)
}

/// The innermost folder of the path that contains no other student's name.
fn nameless(one: &Diagnostic, reader: &Reader, messages: &Messages) -> String {
    let mut folders = one.file.iter().flat_map(|path| path.folders().rev());
    let folder = folders.find(|folder| !is_named_in_place(one, folder, reader));
    folder.map_or_else(
        || messages.say("letter-nowhere", []),
        |folder| messages.say("letter-place-named", [("folder", one_line(folder))]),
    )
}

/// The source line.
fn shown(one: &Diagnostic, texts: &Texts, messages: &Messages) -> Option<String> {
    let at = one.at.as_ref()?;
    let text = texts.get(&at.file)?;
    let line = line_column(&text, at.span.start).line;
    let line = text.lines().nth(line.checked_sub(1)?)?.trim();
    (!line.is_empty()).then(|| messages.say("letter-line", [("line", one_line(line))]))
}

fn says(one: &Diagnostic, reader: &Reader, texts: &Texts, messages: &Messages) -> Vec<String> {
    let mut lines = vec![messages.what(one)];
    for label in &one.labels {
        let text = texts.get(&label.at.file).unwrap_or_default();
        let line = line_column(&text, label.at.span.start).line;
        let file = ("file", one_line(reader.below(&label.at.file)));
        let place = messages.count("letter-at", &[("line", line)], [file]);
        let label = messages.label(one, &label.id).unwrap_or_default();
        lines.push(format!("{place}: {label}"));
    }
    let footer = [
        ("more", messages.more(one, texts)),
        ("why", messages.why(one)),
        ("help", messages.help(one)),
    ];
    for (name, text) in footer {
        let text = text.map(|text| match name {
            "more" => text,
            _ => messages.around(&format!("letter-{name}"), &text),
        });
        lines.extend(text);
    }
    lines
}

/// File and line.
fn place(one: &Diagnostic, reader: &Reader, texts: &Texts, messages: &Messages) -> String {
    let file = one.file.as_ref().map(|file| one_line(reader.below(file)));
    let Some(file) = file else {
        return messages.say("letter-nowhere", []);
    };
    match texts.position(one) {
        Some(position) => messages.count("letter-at", &[("line", position.line)], [("file", file)]),
        None => file,
    }
}

/// Stands for a space at which a line must not break.
const KEPT: char = '\u{E0F0}';

/// Wraps a paragraph. A field with a value in brackets stays on one line,
/// because it is meant to be copied.
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
    fn a_folder_is_named_only_where_a_name_can_stand() {
        let students = ["ana", "ben", "Mary Ann", "đỗ-an"].map(str::to_owned);
        let students = Students::new(students);
        let check = |text: &str, expected: bool| {
            let found = names_folder(text, |name| students.is_other(name, "ana"));
            assert_eq!(found, expected, "{text}");
        };
        check("Ben is a name, and a word: ben", false);
        check("The folder “ben” is new.", true);
        check("The folder “Ben (copy)” is new.", true);
        check("The file students/ben/student.yaml", true);
        check("The file Students/BEN", true);
        check("“mary ann”", true);
        check("“mary”", false);
        check("“benny” and students/benny", false);
        check("“ana” and students/ana/goals", false);
        check("“Ana”", false);
        check("“Đỗ-An”", true);
        check("“", false);
    }

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
