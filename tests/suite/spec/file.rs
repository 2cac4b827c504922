//! Reads files of cases.

use std::collections::{BTreeMap, BTreeSet};

use kinfolio::diagnostic::{Code, Severity};

use super::{Case, Expected, one_spaced};
use crate::support::School;

/// Reads one file of cases.
pub(super) struct Reader {
    file: String,
    cases: Vec<Case>,
    /// Expectations that wait for the block they are about.
    waiting: Vec<Expected>,
}

/// A block that has begun: its fence, path, options and lines.
struct Block {
    fence: String,
    path: String,
    options: BTreeSet<String>,
    lines: Vec<String>,
}

impl Reader {
    pub(super) fn new(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            cases: Vec::new(),
            waiting: Vec::new(),
        }
    }

    pub(super) fn read(mut self, text: &str) -> Vec<Case> {
        let mut block: Option<Block> = None;
        for (index, line) in text.lines().enumerate() {
            match &mut block {
                Some(open) if line == open.fence => {
                    let done = block.take().unwrap();
                    self.close(&done);
                }
                Some(open) => open.lines.push(line.to_owned()),
                None if line.starts_with("```") => block = Some(Block::new(line)),
                None => self.prose(line, index + 1),
            }
        }
        assert!(block.is_none(), "{}: a block has no end", self.file);
        assert!(
            self.waiting.is_empty(),
            "{}: no block for {:?}",
            self.file,
            self.waiting
        );
        self.cases
    }

    fn prose(&mut self, line: &str, number: usize) {
        if let Some(title) = line.strip_prefix("## ") {
            assert!(
                self.waiting.is_empty(),
                "{}: no block for {:?}",
                self.file,
                self.waiting
            );
            self.cases.push(Case {
                name: format!("{}:{number} {title}", self.file),
                school: School::tiny(),
                touched: Vec::new(),
                expected: Vec::new(),
                words: Vec::new(),
                says: false,
            });
        } else if let Some(path) = line.strip_prefix("without: ") {
            let case = self.case();
            case.school = std::mem::take(&mut case.school).without(path);
            case.touched.push(path.to_owned());
        } else if let Some(words) = line.strip_prefix("shows: ") {
            self.look_for(words, true);
        } else if let Some(words) = line.strip_prefix("hides: ") {
            self.look_for(words, false);
        } else if let Some(words) = line.strip_prefix("expect: ") {
            self.case().says = true;
            if words != "clean" {
                self.expect(words);
            }
        }
    }

    fn look_for(&mut self, words: &str, wanted: bool) {
        let case = self.case();
        case.says = true;
        case.words.push((one_spaced(words), wanted));
    }

    fn case(&mut self) -> &mut Case {
        self.cases
            .last_mut()
            .expect("a case begins with ## and a title")
    }

    /// `K301 at line 3`, `K013 in school.yaml`, `K014 nowhere`.
    fn expect(&mut self, words: &str) {
        let (number, rest) = words.split_once(' ').unwrap_or((words, ""));
        let code = code(number);
        let (rest, covers) = split_covers(rest);
        let line = rest
            .strip_prefix("at line ")
            .map(|line| line.trim().parse().unwrap());
        let file = rest.strip_prefix("in ").map(|file| file.trim().to_owned());
        let expected = Expected {
            code,
            file,
            line,
            covers,
        };
        if expected.file.is_some() || rest == "nowhere" {
            self.case().expected.push(expected);
        } else {
            self.waiting.push(expected);
        }
    }

    fn close(&mut self, block: &Block) {
        let mut waiting = std::mem::take(&mut self.waiting);
        for expected in &mut waiting {
            expected.file = Some(block.path.clone());
        }
        let found = block.expected();
        let case = self.case();
        case.says |= !found.is_empty() || block.lines.iter().any(|line| line.ends_with("# clean"));
        case.expected.extend(waiting);
        case.expected.extend(found);
        case.touched.push(block.path.clone());
        case.school = block.put_into(std::mem::take(&mut case.school));
    }
}

impl Block {
    fn new(line: &str) -> Self {
        let info = line.trim_start_matches('`');
        let fence = line[..line.len() - info.len()].to_owned();
        let words = info.split_once(' ');
        let (kind, rest) = words.unwrap_or_else(|| panic!("{line} names no file"));
        // A path with a space in it stands in quotes.
        let quoted = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'));
        let (path, options) = quoted.unwrap_or_else(|| rest.split_once(' ').unwrap_or((rest, "")));
        let options = options
            .split_whitespace()
            .chain([kind])
            .map(str::to_owned)
            .collect();
        Self {
            fence,
            path: path.to_owned(),
            options,
            lines: Vec::new(),
        }
    }

    fn has(&self, option: &str) -> bool {
        self.options.contains(option)
    }

    fn expected(&self) -> Vec<Expected> {
        let lines = self.lines.iter().enumerate();
        lines
            .flat_map(|(index, line)| expected_at(line, &self.path, index + 1))
            .collect()
    }

    /// The lines with one of two signs in front, and those with none: a file before
    /// a change, or after it.
    fn side(&self, sign: char) -> String {
        let lines = self.lines.iter();
        let own = lines.filter_map(|line| {
            let rest = line.strip_prefix([sign, ' ']);
            assert!(line.starts_with(['+', '-', ' ']), "{}: {line}", self.path);
            rest
        });
        own.flat_map(|line| [line, "\n"]).collect()
    }

    fn put_into(&self, school: School) -> School {
        if self.has("diff") {
            return school.edit(&self.path, &self.side('-'), &self.side('+'));
        }
        let mut text = self.lines.join("\n");
        if !text.is_empty() {
            text.push('\n');
        }
        if self.has("symlink") {
            return school.link(&self.path, text.trim());
        }
        let school = school.file(&self.path, self.bytes(text));
        if self.has("unreadable") {
            school.unreadable(&self.path)
        } else {
            school
        }
    }

    /// The text as the block's options say it is saved.
    fn bytes(&self, text: String) -> Vec<u8> {
        let text = if self.has("crlf") {
            text.replace('\n', "\r\n")
        } else {
            text
        };
        let text = if self.has("cr") {
            text.replace('\n', "\r")
        } else {
            text
        };
        let text = if self.has("tabs") {
            text.replace('→', "\t")
        } else {
            text
        };
        let text = if self.has("nul") {
            text.replace('␀', "\0")
        } else {
            text
        };
        if self.has("bom") {
            return [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        }
        if self.has("utf16") {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            return [0xFF, 0xFE].into_iter().chain(units).collect();
        }
        if self.has("latin1") {
            return text
                .chars()
                .map(|c| u8::try_from(u32::from(c)).unwrap())
                .collect();
        }
        if self.has("huge") {
            return text.into_bytes().repeat(100_000);
        }
        text.into_bytes()
    }
}

/// The expectations in a comment at the end of a line.
fn expected_at(line: &str, file: &str, number: usize) -> Vec<Expected> {
    let severities = BTreeMap::from([
        ("# error: ", Severity::Error),
        ("# warning: ", Severity::Warning),
        ("# note: ", Severity::Note),
    ]);
    let Some((words, severity)) = severities
        .iter()
        .find_map(|(mark, severity)| Some((line.split_once(mark)?.1, *severity)))
    else {
        return Vec::new();
    };
    let (numbers, covers) = split_covers(words);
    let read = |number_of_code: &str| {
        let code = code(number_of_code);
        assert_eq!(code.severity(), severity, "{file}: {line}");
        Expected {
            code,
            file: Some(file.to_owned()),
            line: Some(number),
            covers: covers.clone(),
        }
    };
    numbers.split_whitespace().map(read).collect()
}

/// Takes `"the characters"` off the end.
fn split_covers(words: &str) -> (&str, Option<String>) {
    match words.trim().split_once('"') {
        Some((words, covers)) => {
            let covers = covers.strip_suffix('"').expect("quotes come in a pair");
            (words.trim(), Some(covers.to_owned()))
        }
        None => (words.trim(), None),
    }
}

fn code(number: &str) -> Code {
    let found = Code::ALL.iter().find(|code| code.number() == number);
    *found.unwrap_or_else(|| panic!("there is no code {number}"))
}
