//! Finds words to know in a text, in the text's own language.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, Input, MatchKind};

use crate::model::{Lang, School, Term, Text};
use crate::source::is_whole_word;

/// All forms of all words to know, ready to be found: made once for all sites.
#[derive(Debug)]
pub struct Glossary {
    finders: BTreeMap<Lang, Finder>,
}

#[derive(Debug)]
struct Finder {
    search: AhoCorasick,
    /// The id of each form's word.
    ids: Vec<String>,
}

impl Glossary {
    /// Gathers the forms that the school's library has, in every language that
    /// it offers.
    #[must_use]
    pub fn new(school: &School) -> Self {
        let finder = |lang: &Lang| Some((lang.clone(), Finder::new(school, lang)?));
        Self {
            finders: school.languages.iter().filter_map(finder).collect(),
        }
    }

    /// Where words to know are in `text`, in their order, none inside another.
    /// What Arabic writes onto a word belongs to it.
    pub(super) fn find(&self, lang: &str, text: &str) -> Vec<(Range<usize>, &str)> {
        let finder = self.finders.get(&Lang::new(lang));
        finder.map_or_else(Vec::new, |finder| finder.find(text))
    }
}

impl Finder {
    fn new(school: &School, lang: &Lang) -> Option<Self> {
        let own = *lang == school.language;
        let mut forms: Vec<String> = Vec::new();
        let mut ids: Vec<String> = Vec::new();
        for (id, term) in &school.library.glossary {
            for form in forms_of(term, lang, own) {
                forms.push(fold(&form));
                ids.push(id.clone());
            }
        }
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(&forms)
            .ok()?;
        Some(Self { search, ids })
    }

    fn find(&self, text: &str) -> Vec<(Range<usize>, &str)> {
        let folded = fold(text);
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(hit) = self.search.find(Input::new(&folded).range(from..)) {
            let id = self.ids.get(hit.pattern().as_usize());
            let alone = is_whole_word(text, hit.start(), hit.end());
            if let Some(id) = id.filter(|_| alone) {
                found.push((word_start(text, hit.start())..hit.end(), id.as_str()));
                from = hit.end();
            } else {
                let skipped = folded
                    .get(hit.start()..)
                    .and_then(|rest| rest.chars().next());
                from = hit.start() + skipped.map_or(1, char::len_utf8);
            }
        }
        found
    }
}

/// The forms under which `term` is found in texts of `lang`.
fn forms_of(term: &Term, lang: &Lang, own: bool) -> Vec<String> {
    let words = |text: &Text| {
        let translation = text.translations.get(lang);
        let translation = translation.map(|translation| translation.text.clone());
        if own {
            Some(text.original.clone())
        } else {
            translation
        }
    };
    let title = words(&term.title).filter(|_| term.title_alone);
    let title = title.map(|title| without_brackets(&title));
    let also = words(&term.also).unwrap_or_default();
    let forms = also.split([',', '،']).map(str::to_owned).chain(title);
    let mut forms: Vec<String> = forms.map(|form| form.trim().to_owned()).collect();
    forms.retain(|form| !form.is_empty());
    let curly = forms.iter().filter(|form| form.contains('\''));
    let curly: Vec<String> = curly.map(|form| form.replace('\'', "’")).collect();
    forms.extend(curly);
    forms
}

/// "Aim line (goal line)" is looked for as "Aim line".
fn without_brackets(title: &str) -> String {
    let mut depth = 0_usize;
    let outside = title.chars().filter(|c| match c {
        '(' => {
            depth += 1;
            false
        }
        ')' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    outside.collect::<String>().trim().to_owned()
}

/// Small letters in place of capitals and a space in place of a line's end, each
/// as long as what it stands for, so that places in both texts are the same. The
/// few letters whose capital is longer or shorter stay as they are.
fn fold(text: &str) -> String {
    let small = |c: char| {
        if c.is_ascii() {
            return c.to_ascii_lowercase();
        }
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(small), None) if small.len_utf8() == c.len_utf8() => small,
            _ => c,
        }
    };
    text.chars()
        .map(|c| if c == '\n' { ' ' } else { small(c) })
        .collect()
}

fn word_start(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    before.trim_end_matches(char::is_alphanumeric).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finder(forms: &[(&str, &str)]) -> Finder {
        Finder {
            search: AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .build(forms.iter().map(|(form, _)| fold(form)))
                .unwrap(),
            ids: forms.iter().map(|(_, id)| (*id).to_owned()).collect(),
        }
    }

    #[test]
    fn words_are_found_whole() {
        let finder = finder(&[
            ("aim line", "aim-line"),
            ("goal", "goal"),
            ("IEP goal", "iep-goal"),
            ("IEP", "iep"),
            ("hỗ trợ", "support"),
            ("الهدف", "goal"),
            ("هدف", "goal"),
            ("خطة", "plan"),
        ]);
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found = finder.find(text);
            let found: Vec<_> = found.into_iter().map(|(at, id)| (&text[at], id)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("The Aim Line is straight.", &[("Aim Line", "aim-line")]);
        check("the aim\nline", &[("aim\nline", "aim-line")]);
        check("aim lines and subgoals", &[]);
        check(
            "His IEP goal; the IEP’s words",
            &[("IEP goal", "iep-goal"), ("IEP", "iep")],
        );
        check("HỖ TRỢ trong lớp", &[("HỖ TRỢ", "support")]);
        check("بالهدف والخطة", &[("بالهدف", "goal"), ("والخطة", "plan")]);
        check("أهدافه", &[]);
        check("İstanbul goal", &[("goal", "goal")]);
    }

    #[test]
    fn titles_are_looked_for_without_brackets() {
        let check = |title: &str, expected: &str| assert_eq!(without_brackets(title), expected);
        check("Aim line (goal line)", "Aim line");
        check("(a (b) c) Rubric", "Rubric");
        check("Baseline", "Baseline");
    }
}
