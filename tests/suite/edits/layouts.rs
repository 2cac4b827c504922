//! The same facts, written as other people and programs write them.

/// Numbers by chance that are the same in every run.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap()
    }

    pub(super) fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    pub(super) fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }
}

/// One way to write a text differently. It may break it: the caller looks.
type Layout = fn(&str, &mut Chance) -> String;

/// All of them.
pub(super) const LAYOUTS: [Layout; 13] = [
    comments,
    remarks,
    blank_lines,
    wider,
    narrow,
    hyphens_at_the_margin,
    wide_hyphens,
    quotes,
    aligned,
    lists_in_lines,
    maps_in_lines,
    lists_in_brackets,
    trailing_spaces,
];

/// The text with each line as `write` writes it.
fn lines(
    text: &str,
    chance: &mut Chance,
    mut write: impl FnMut(&str, &mut Chance) -> String,
) -> String {
    let mut changed = String::new();
    for line in text.split_inclusive('\n') {
        let words = line.strip_suffix('\n');
        changed += &write(words.unwrap_or(line), chance);
        changed += if words.is_some() { "\n" } else { "" };
    }
    changed
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn comments(text: &str, chance: &mut Chance) -> String {
    lines(text, chance, |line, chance| {
        if !chance.one_in(6) {
            return line.to_owned();
        }
        let column = " ".repeat((indent(line) + 2 * chance.below(3)).saturating_sub(2));
        format!("{column}# see: the \"notes\" - of [June]\n{line}")
    })
}

fn remarks(text: &str, chance: &mut Chance) -> String {
    lines(text, chance, |line, chance| {
        if line.trim().is_empty() || !chance.one_in(4) {
            return line.to_owned();
        }
        format!("{line}{}# as agreed: yes", " ".repeat(1 + chance.below(4)))
    })
}

fn blank_lines(text: &str, chance: &mut Chance) -> String {
    lines(text, chance, |line, chance| {
        let blank = if chance.one_in(5) { "\n" } else { "" };
        let spaces = if chance.one_in(9) { "  \n" } else { "" };
        format!("{blank}{spaces}{line}")
    })
}

/// Indented by three or four spaces instead of two.
fn wider(text: &str, chance: &mut Chance) -> String {
    let step = 3 + chance.below(2);
    lines(text, chance, |line, _| {
        let column = indent(line);
        let words = line.trim_start_matches(' ');
        let words = match words.strip_prefix("- ") {
            Some(item) => format!("-{}{item}", " ".repeat(step - 1)),
            None => words.to_owned(),
        };
        format!("{}{words}", " ".repeat(column / 2 * step + column % 2))
    })
}

/// Indented by one space.
fn narrow(text: &str, chance: &mut Chance) -> String {
    lines(text, chance, |line, _| {
        let column = indent(line);
        format!("{}{}", " ".repeat(column / 2), line.trim_start_matches(' '))
    })
}

fn hyphens_at_the_margin(text: &str, chance: &mut Chance) -> String {
    let mut inside = None;
    let mut above: Option<usize> = None;
    lines(text, chance, |line, _| {
        let column = indent(line);
        if inside.is_some_and(|field| column <= field) && !line.trim().is_empty() {
            inside = None;
        }
        let is_item = line.trim_start().starts_with("- ");
        if inside.is_none() && is_item && above.is_some_and(|field| field + 2 == column) {
            inside = above;
        }
        above = line.ends_with(':').then_some(column);
        if inside.is_some() && column >= 2 {
            line[2..].to_owned()
        } else {
            line.to_owned()
        }
    })
}

fn wide_hyphens(text: &str, chance: &mut Chance) -> String {
    lines(text, chance, |line, chance| {
        if chance.one_in(2) {
            line.replacen("- ", "-   ", 1)
        } else {
            line.to_owned()
        }
    })
}

fn quotes(text: &str, chance: &mut Chance) -> String {
    lines(text, chance, |line, chance| {
        let Some((key, value)) = line.split_once(": ") else {
            return line.to_owned();
        };
        if !chance.one_in(2) || value.contains(['"', '\'', '\\', '#', '|', '>', '[', '{']) {
            return line.to_owned();
        }
        let sign = *chance.pick(&["\"", "'"]);
        format!("{key}: {sign}{value}{sign}")
    })
}

fn aligned(text: &str, chance: &mut Chance) -> String {
    lines(text, chance, |line, chance| {
        let gap = format!(":{}", " ".repeat(1 + chance.below(6)));
        line.replacen(": ", &gap, 1)
    })
}

fn lists_in_lines(text: &str, chance: &mut Chance) -> String {
    lines(text, chance, |line, chance| {
        let inner = line
            .split_once(": [")
            .and_then(|(key, rest)| Some((key, rest.strip_suffix(']')?)));
        let Some((key, items)) = inner.filter(|_| chance.one_in(2)) else {
            return line.to_owned();
        };
        let margin = " ".repeat(indent(line) + 2 * chance.below(2));
        let items = items.split(", ").map(|item| format!("\n{margin}- {item}"));
        format!("{key}:{}", items.collect::<String>())
    })
}

fn maps_in_lines(text: &str, chance: &mut Chance) -> String {
    lines(text, chance, |line, chance| {
        let inner = line
            .split_once(": {")
            .and_then(|(key, rest)| Some((key, rest.strip_suffix('}')?)));
        let Some((key, entries)) = inner.filter(|_| chance.one_in(2)) else {
            return line.to_owned();
        };
        let margin = " ".repeat(indent(line) + 2);
        let entries = entries
            .split(", ")
            .map(|entry| format!("\n{margin}{entry}"));
        format!("{key}:{}", entries.collect::<String>())
    })
}

/// Lists of words between brackets, on one line or on several.
fn lists_in_brackets(text: &str, chance: &mut Chance) -> String {
    let mut changed: Vec<String> = Vec::new();
    let mut open = false;
    let gap = *chance.pick(&[", ", ",\n      ", " ,  "]);
    for line in text.lines() {
        let item = line.trim_start().strip_prefix("- ");
        let simple = item.filter(|item| !item.contains([',', '[', '{', ':', '"', '#', '>', '|']));
        let Some(item) = simple else {
            if open && let Some(last) = changed.last_mut() {
                *last += "]";
            }
            open = false;
            changed.push(line.to_owned());
            continue;
        };
        match changed.last_mut() {
            Some(last) if open => last.extend([gap, item]),
            Some(last) if last.ends_with(':') => {
                last.extend([" [", item]);
                open = true;
            }
            _ => changed.push(line.to_owned()),
        }
    }
    if open && let Some(last) = changed.last_mut() {
        *last += "]";
    }
    changed.join("\n") + "\n"
}

fn trailing_spaces(text: &str, chance: &mut Chance) -> String {
    lines(text, chance, |line, chance| {
        if chance.one_in(3) {
            format!("{line}  ")
        } else {
            line.to_owned()
        }
    })
}

/// The bytes of a text with other line ends, in another encoding, without a last line end.
pub(super) fn bytes(text: &str, chance: &mut Chance) -> Vec<u8> {
    let mut text = text.to_owned();
    if chance.one_in(4) {
        text = text.trim_end().to_owned();
    }
    let ends = chance.below(6);
    let end = |chance: &mut Chance| match ends {
        0 => "\r\n",
        1 => "\r",
        2 => *chance.pick(&["\r\n", "\n"]),
        _ => "\n",
    };
    let mut ended = String::new();
    for line in text.split_inclusive('\n') {
        match line.strip_suffix('\n') {
            Some(words) => {
                ended += words;
                ended += end(chance);
            }
            None => ended += line,
        }
    }
    let units = ended.encode_utf16();
    match chance.below(10) {
        0 => [b"\xEF\xBB\xBF", ended.as_bytes()].concat(),
        1 => [0xFF, 0xFE]
            .into_iter()
            .chain(units.flat_map(u16::to_le_bytes))
            .collect(),
        2 => [0xFE, 0xFF]
            .into_iter()
            .chain(units.flat_map(u16::to_be_bytes))
            .collect(),
        3 => latin(&ended).unwrap_or_else(|| ended.into_bytes()),
        _ => ended.into_bytes(),
    }
}

/// The bytes in the encoding of old Windows programs, for letters that it has in the same
/// place as Unicode.
fn latin(text: &str) -> Option<Vec<u8>> {
    let fits = |c: char| c.is_ascii() || ('\u{a0}'..='\u{ff}').contains(&c);
    let byte = |c: char| fits(c).then(|| u8::try_from(u32::from(c)).ok()).flatten();
    text.chars().map(byte).collect()
}
