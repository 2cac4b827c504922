//! Searches text for the entries of the word lists.

use aho_corasick::{AhoCorasick, Match, MatchKind};

use super::readability::{offset, sentences};
use crate::model::{Lang, WordKind, WordList, WordLists, Wording};

/// The word lists, compiled into one search.
#[derive(Default)]
pub struct WordMatcher(Vec<(Lang, Words)>);

struct Words {
    list: WordList,
    search: Option<AhoCorasick>,
    /// For each pattern of `search`, the entry it belongs to.
    owners: Vec<usize>,
}

/// An entry found in a text.
pub(super) struct Hit<'a> {
    /// The list's entry.
    pub(super) wording: &'a Wording,
    /// The start of the match, in bytes.
    pub(super) start: usize,
    /// The end of the match, in bytes.
    pub(super) end: usize,
}

impl WordMatcher {
    /// Compiles the lists.
    #[must_use]
    pub fn new(lists: WordLists) -> Self {
        Self(
            lists
                .into_iter()
                .map(|(lang, list)| (lang, Words::new(list)))
                .collect(),
        )
    }

    /// The list for `lang`, or for the language it is a regional form of.
    fn of(&self, lang: &Lang) -> Option<&Words> {
        let tag = lang.as_str();
        let general = tag.split('-').next().unwrap_or(tag);
        let list = |tag: &str| self.0.iter().find(|(lang, _)| lang.as_str() == tag);
        list(tag).or_else(|| list(general)).map(|(_, words)| words)
    }

    /// The highest average sentence length for `lang`, in words.
    pub(super) fn sentence_words(&self, lang: &Lang) -> u32 {
        const USUAL: u32 = 25;
        self.of(lang)
            .and_then(|words| words.list.sentence_words)
            .unwrap_or(USUAL)
    }

    /// All entries found in `text`, which is in `lang`. The longest match at a
    /// position wins.
    pub(super) fn find(&self, lang: &Lang, text: &str) -> Vec<Hit<'_>> {
        let Some(words) = self.of(lang) else {
            return Vec::new();
        };
        let small = small(text);
        let found = words
            .search
            .iter()
            .flat_map(|search| search.find_iter(&small));
        let found: Vec<Match> = found
            .filter(|found| is_whole(&small, found.start(), found.end()))
            .collect();
        if found.is_empty() {
            return Vec::new();
        }
        let sentences = sentences(text);
        let found = found
            .iter()
            .filter_map(|found| words.hit(found, text, &sentences));
        found.collect()
    }
}

impl Words {
    fn new(list: WordList) -> Self {
        let patterns = list.wordings.iter().enumerate();
        let (patterns, owners): (Vec<&String>, Vec<usize>) = patterns
            .flat_map(|(owner, wording)| wording.words.iter().map(move |word| (word, owner)))
            .unzip();
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(patterns)
            .ok();
        Self {
            list,
            search,
            owners,
        }
    }

    /// The match, unless its sentence makes the word acceptable.
    fn hit(&self, found: &Match, text: &str, sentences: &[&str]) -> Option<Hit<'_>> {
        let owner = self.owners.get(found.pattern().as_usize())?;
        let wording = self.list.wordings.get(*owner)?;
        let (start, end) = (found.start(), found.end());
        let vague = matches!(wording.kind, WordKind::Vague | WordKind::VagueDecision);
        let around = || {
            let around = sentences.iter().find(|sentence| {
                let from = offset(text, sentence);
                from <= start && end <= from + sentence.len()
            });
            around.map(|sentence| small(sentence))
        };
        let right = (vague || !wording.unless.is_empty()) && {
            let around = around()?;
            vague && around.contains(char::is_numeric)
                || wording.unless.iter().any(|word| stands(&around, word))
        };
        (!right).then_some(Hit {
            wording,
            start,
            end,
        })
    }
}

/// The text in lowercase with plain spaces, with the same byte length.
fn small(text: &str) -> String {
    let one = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            return letter.to_ascii_lowercase();
        }
        let mut lower = letter.to_lowercase();
        let small = lower.next().unwrap_or(letter);
        let same = lower.next().is_none() && small.len_utf8() == letter.len_utf8();
        match letter {
            '\n' | '\r' | '\t' => ' ',
            _ if same => small,
            _ => letter,
        }
    };
    text.chars().map(one).collect()
}

fn stands(text: &str, word: &str) -> bool {
    let mut places = text.match_indices(word);
    places.any(|(start, _)| is_whole(text, start, start + word.len()))
}

/// Whether the match is not part of a longer word.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word_matcher() -> WordMatcher {
        let wording = |kind, words: &[&str], unless: &[&str]| Wording {
            kind,
            words: words.iter().map(ToString::to_string).collect(),
            instead: None,
            unless: unless.iter().map(ToString::to_string).collect(),
        };
        let list = WordList {
            wordings: vec![
                wording(WordKind::Deficit, &["low", "low reader", "éter"], &[]),
                wording(WordKind::Vague, &["making progress"], &[]),
                wording(WordKind::Cost, &["buy"], &["nothing to"]),
            ],
            sentence_words: None,
            ..WordList::default()
        };
        WordMatcher::new(WordLists::from([(Lang::new("en"), list)]))
    }

    #[test]
    fn whole_wordings_are_found_in_their_language() {
        let word_matcher = word_matcher();
        let check = |lang: &str, text: &str, expected: &[&str]| {
            let hits = word_matcher.find(&Lang::new(lang), text);
            let found: Vec<&str> = hits.iter().map(|hit| &text[hit.start..hit.end]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("en", "A Low reader, low.", &["Low reader", "low"]);
        check("en", "Slow, lower, flow", &[]);
        check("en", "A slow page. So low!", &["low"]);
        check("en-GB", "İ ÉTER", &["ÉTER"]);
        check("vi", "low", &[]);
        check("en", "He is making\nprogress.", &["making\nprogress"]);
        check(
            "en",
            "Making progress: 8 of 10. Making progress.",
            &["Making progress"],
        );
        check("en", "There is nothing to buy. Buy it.", &["Buy"]);
        check("en", "- low\n- **low**", &["low", "low"]);
    }
}
