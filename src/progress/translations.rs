//! The state of each file's translations.

use crate::model::{Date, Lang, Original, School, TranslationState};
use crate::source::RelPath;

/// The state of one file's translation into one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationStatus {
    /// The language.
    pub lang: Lang,
    /// The original file.
    pub file: RelPath,
    /// The file name of the translation, whether or not it exists.
    pub translation: String,
    /// Whether a person reviewed the translation; `None` if there is none.
    pub state: Option<TranslationState>,
    /// The day on which a person last compared the two.
    pub checked: Option<Date>,
    /// How many words need translation: all of them if there is no translation,
    /// the new and changed ones if it is stale.
    pub words: usize,
}

/// The state of each of `originals` in each of `languages` except `own`, in the
/// order of the languages, then of the files.
#[must_use]
pub fn translations(
    originals: &[Original],
    languages: &[Lang],
    own: &Lang,
) -> Vec<TranslationStatus> {
    let targets = languages.iter().filter(|lang| *lang != own);
    let in_language = |lang| {
        originals
            .iter()
            .filter_map(move |original| state(original, lang))
    };
    targets.flat_map(in_language).collect()
}

/// The same for the files that all students share.
#[must_use]
pub fn shared_translations(school: &School) -> Vec<TranslationStatus> {
    translations(&school.originals, &school.languages, &school.language)
}

fn state(original: &Original, lang: &Lang) -> Option<TranslationStatus> {
    let (id, ending) = original.file.file_name().rsplit_once('.')?;
    let found = original.translations.get(lang);
    Some(TranslationStatus {
        lang: lang.clone(),
        file: original.file.clone(),
        translation: format!("{id}.{lang}.{ending}"),
        state: found.map(|found| found.state),
        checked: found.and_then(|found| found.checked),
        words: found.map_or(original.words, |found| found.changed_words),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TranslatedFile;
    use crate::source::{Fingerprint, TranslationRecord};

    fn original(
        file: &str,
        words: usize,
        translations: &[(&str, TranslationState, usize)],
    ) -> Original {
        let translated = |(lang, state, changed_words): &(&str, TranslationState, usize)| {
            let pair = TranslationRecord {
                translation: Fingerprint::of([]),
                texts: [].into(),
            };
            let translated = TranslatedFile {
                file: RelPath::new("x").unwrap(),
                state: *state,
                checked: None,
                changed: Vec::new(),
                changed_words: *changed_words,
                pair,
            };
            (Lang::new(*lang), translated)
        };
        Original {
            file: RelPath::new(file).unwrap(),
            words,
            translations: translations.iter().map(translated).collect(),
        }
    }

    #[test]
    fn every_file_has_a_state_in_every_language() {
        let originals = [
            original(
                "students/ana/about.md",
                30,
                &[("es", TranslationState::Reviewed, 0)],
            ),
            original(
                "students/ana/goals/a.yaml",
                12,
                &[("es", TranslationState::Stale, 5)],
            ),
        ];
        let check =
            |languages: &[&str], expected: &[(&str, &str, Option<TranslationState>, usize)]| {
                let languages: Vec<Lang> = languages.iter().map(|lang| Lang::new(*lang)).collect();
                let found = translations(&originals, &languages, &Lang::new("en"));
                let found: Vec<_> = found
                    .iter()
                    .map(|one| (one.lang.as_str(), &*one.translation, one.state, one.words))
                    .collect();
                assert_eq!(found, expected);
            };
        check(&["en"], &[]);
        check(
            &["es", "en", "ar"],
            &[
                ("es", "about.es.md", Some(TranslationState::Reviewed), 0),
                ("es", "a.es.yaml", Some(TranslationState::Stale), 5),
                ("ar", "about.ar.md", None, 30),
                ("ar", "a.ar.yaml", None, 12),
            ],
        );
    }
}
