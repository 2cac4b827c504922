//! Words to know: the first use of each in a page's running text becomes a link
//! to the foot of that page, which explains it.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::Serialize;

use super::page_text::PageText;
use super::passage::Passage;
use super::section::Section;
use crate::locale::glossary::Glossary;
use crate::locale::localized_text::{LocalizedText, push_term};
use crate::locale::localizer::Localizer;
use crate::parse::markdown;

/// Words to know and what they mean.
#[derive(Debug, Clone, Serialize)]
pub struct WordsView {
    /// "Words to know".
    pub title: LocalizedText,
    /// The words, in the order of the language.
    pub terms: Vec<TermView>,
    /// The note about translation, if one is needed.
    pub note: Option<LocalizedText>,
}

/// A word to know.
#[derive(Debug, Clone, Serialize)]
pub struct TermView {
    /// Its file, for links.
    pub id: String,
    /// The word.
    pub title: LocalizedText,
    /// What it means, as Markdown.
    pub body: LocalizedText,
}

/// A view with running text. Headings, names and labels do not count.
pub(crate) trait LinkTerms {
    /// Links words to know, in reading order.
    fn link(&mut self, links: &mut Links);
}

impl LinkTerms for LocalizedText {
    fn link(&mut self, links: &mut Links) {
        let whole = 0..self.text.len();
        links.add(self, &[whole]);
    }
}

impl LinkTerms for Passage {
    fn link(&mut self, links: &mut Links) {
        let runs = markdown::runs(&self.markdown.text);
        links.add(&mut self.markdown, &runs);
    }
}

impl<T: LinkTerms> LinkTerms for Option<T> {
    fn link(&mut self, links: &mut Links) {
        for part in self.iter_mut() {
            part.link(links);
        }
    }
}

impl<T: LinkTerms> LinkTerms for Vec<T> {
    fn link(&mut self, links: &mut Links) {
        for part in self.iter_mut() {
            part.link(links);
        }
    }
}

impl<T: LinkTerms> LinkTerms for Section<T> {
    fn link(&mut self, links: &mut Links) {
        self.body.link(links);
    }
}

/// The words that have been linked on one page.
pub(crate) struct Links<'g> {
    glossary: &'g Glossary,
    lang: &'g str,
    found: BTreeSet<&'g str>,
}

impl Links<'_> {
    /// Links words in the parts `runs` of `phrase` that the page has not had.
    fn add(&mut self, phrase: &mut LocalizedText, runs: &[Range<usize>]) {
        let lang = phrase.mark.as_ref().map_or(self.lang, |mark| &mark.lang);
        let text = &phrase.text;
        let mut linked = String::new();
        let mut done = 0;
        for (at, id) in self.glossary.find(lang, text) {
            let inside = |run: &Range<usize>| run.start <= at.start && at.end <= run.end;
            if !runs.iter().any(inside) || !self.found.insert(id) {
                continue;
            }
            linked.push_str(text.get(done..at.start).unwrap_or_default());
            push_term(&mut linked, id, text.get(at.clone()).unwrap_or_default());
            done = at.end;
        }
        if done > 0 {
            linked.push_str(text.get(done..).unwrap_or_default());
            phrase.text = linked;
        }
    }
}

/// A page whose running text links to words to know, with what they mean.
#[derive(Debug, Clone, Serialize)]
pub struct Explained<T> {
    /// The page.
    #[serde(flatten)]
    pub page: T,
    /// Words to know at the foot of the page; `None` if it uses none.
    pub words: Option<WordsView>,
}

/// Finds words to know on the pages of one site.
pub(crate) struct Explainer<'a> {
    glossary: &'a Glossary,
    localizer: &'a Localizer<'a>,
    found: BTreeSet<&'a str>,
}

impl<'a> Explainer<'a> {
    pub(crate) fn new(glossary: &'a Glossary, localizer: &'a Localizer<'a>) -> Self {
        Self {
            glossary,
            localizer,
            found: BTreeSet::new(),
        }
    }

    /// Links the words to know of one page and explains them.
    pub(crate) fn explain<T: LinkTerms>(&mut self, mut page: T) -> Explained<T> {
        let mut links = Links {
            glossary: self.glossary,
            lang: self.localizer.pack.lang.as_str(),
            found: BTreeSet::new(),
        };
        page.link(&mut links);
        self.found.extend(&links.found);
        let words = self.explained(&links.found);
        Explained { page, words }
    }

    /// The words of all pages that have been explained.
    pub(crate) fn all(&self) -> Option<WordsView> {
        self.explained(&self.found)
    }

    fn explained(&self, ids: &BTreeSet<&str>) -> Option<WordsView> {
        let localizer = self.localizer;
        let mut page_text = PageText::new(localizer);
        let known = ids.iter().filter_map(|id| {
            let term = localizer.school.library.glossary.get(*id)?;
            Some(TermView {
                id: (*id).to_owned(),
                title: page_text.everyday(&term.title),
                body: page_text.everyday(&term.body),
            })
        });
        let mut terms: Vec<TermView> = known.collect();
        terms.sort_by(|a, b| localizer.pack.formats.compare(&a.title.text, &b.title.text));
        (!terms.is_empty()).then(|| WordsView {
            title: localizer.say("page-words"),
            terms,
            note: page_text.note(),
        })
    }
}
