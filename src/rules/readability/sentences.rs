//! Splits Markdown text into sentences and words.

use icu::segmenter::SentenceSegmenter;
use icu::segmenter::options::SentenceBreakInvariantOptions;

/// The sentences of a Markdown text as they are written there, without the
/// markers of headings and list items. Headings and list items are sentences. A
/// piece without a letter or digit is not a sentence.
#[must_use]
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for block in blocks(text) {
        // Lines of a paragraph belong together, but Unicode segmentation would
        // end a sentence at each line break. Each byte is replaced by one byte.
        let flat = block.replace(['\n', '\r'], " ");
        let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
        let mut start = 0;
        for end in segmenter.segment_str(&flat) {
            let sentence = block.get(start..end).unwrap_or_default().trim();
            if end < block.len() && ends_in_a_title(sentence) {
                continue;
            }
            start = end;
            if words(sentence).next().is_some() {
                found.push(sentence);
            }
        }
    }
    found
}

/// The start of `part`, which is a slice of `text`, within it.
#[must_use]
pub fn offset(text: &str, part: &str) -> usize {
    part.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}

/// The words of a sentence: letters and digits with the characters that join
/// them, such as apostrophes. Link addresses are left out.
pub fn words(sentence: &str) -> impl Iterator<Item = &str> {
    let read = sentence.split_whitespace().filter_map(|token| {
        if !token.bytes().any(|byte| matches!(byte, b']' | b':')) {
            return Some(token);
        }
        let read = token.split("](").next().unwrap_or(token);
        (!read.contains("://")).then_some(read)
    });
    let parts = read.flat_map(|token| token.split(['-', '‑', '–', '—', '/', '…', '_']));
    parts
        .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|part| !part.is_empty())
}

/// Abbreviations after which a sentence continues.
const TITLES: [&str; 13] = [
    "mr", "mrs", "ms", "mx", "dr", "st", "vs", "e.g", "i.e", "sr", "sra", "srta", "dra",
];

fn ends_in_a_title(sentence: &str) -> bool {
    let last = sentence.rsplit(char::is_whitespace).next();
    let last = last.and_then(|word| word.strip_suffix('.'));
    last.is_some_and(|word| {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        TITLES.contains(&word.to_lowercase().as_str())
    })
}

/// Paragraphs, headings, list items and table cells.
fn blocks(text: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let (mut start, mut end) = (0, 0);
    for line in text.split_inclusive('\n') {
        let next = end + line.len();
        let words = without_mark(line);
        if words.len() < line.trim_start().len() || words.trim().is_empty() {
            blocks.push(text.get(start..end).unwrap_or_default());
            start = next - words.len();
        }
        end = next;
    }
    blocks.push(text.get(start..end).unwrap_or_default());
    let cells = blocks.into_iter().flat_map(|block| block.split('|'));
    cells.filter(|cell| !cell.trim().is_empty()).collect()
}

/// A line without its heading, list or quote marker.
fn without_mark(line: &str) -> &str {
    let words = line.trim_start();
    let number = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number.len() < words.len() && number.starts_with(['.', ')']);
    let rest = if numbered {
        number.get(1..)
    } else {
        words.strip_prefix(['-', '*', '+', '>'])
    };
    let rest = rest.or_else(|| Some(words.trim_start_matches('#')).filter(|rest| *rest != words));
    rest.filter(|rest| rest.starts_with(char::is_whitespace))
        .map_or(words, str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_rests() {
        let check = |text: &str, expected: &[&str]| assert_eq!(sentences(text), expected);
        check("He reads. She sings!", &["He reads.", "She sings!"]);
        check("He read 4.5 pages", &["He read 4.5 pages"]);
        check(
            "With Ms. Ortiz. Or Dr. Lee.",
            &["With Ms. Ortiz.", "Or Dr. Lee."],
        );
        check("One\nline. Two", &["One\nline.", "Two"]);
        check("# Title\n\nWords", &["Title", "Words"]);
        check("Do:\n1. Read.\n2. Rest", &["Do:", "Read.", "Rest"]);
        check("- one\n- two", &["one", "two"]);
        check("| a | b |\n|---|---|", &["a", "b"]);
        check("¿Cómo? Así.", &["¿Cómo?", "Así."]);
        check("هل قرأ؟ نعم.", &["هل قرأ؟", "نعم."]);
        check("*Good* job", &["*Good* job"]);
        check("...", &[]);
    }

    #[test]
    fn words_are_what_is_read_aloud() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(words(text).collect::<Vec<_>>(), expected, "{text}");
        };
        check(
            "He’s **in-class**, 8/10!",
            &["He’s", "in", "class", "8", "10"],
        );
        check("[this page](https://a.org/b)", &["this", "page"]);
        check("see https://a.org", &["see"]);
        check("— …", &[]);
    }
}
