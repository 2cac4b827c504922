//! The shared files, read once for all students.

use std::sync::Arc;

use super::doubt::Doubt;
use super::unit::translation_log;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::discover::{self, SharedSources, Students, UnitSources};
use crate::locale::{self, Glossary, Packs, built_in};
use crate::model::{Digits, Lang, Now, School, StudentNames};
use crate::parse::{self, Groups, RawFile};
use crate::rules::{self, NameIndex, WordMatcher};
use crate::source::{RelPath, Snapshot, SourceFile, TranslationLog, split_name};
use crate::theme::Theme;
use crate::validate;

/// What every student is compiled with.
pub struct Shared {
    /// The school.
    pub school: School,
    /// The language packs: kinfolio's, with the school's changes.
    pub packs: Packs,
    /// The languages that there are packs for.
    pub languages: Vec<Lang>,
    /// The templates and styles of pages.
    pub theme: Theme,
    /// Finds the words that the school's glossary explains.
    pub glossary: Glossary,
    /// Finds the names of all students.
    pub name_index: NameIndex,
    /// Finds wording that the school's and kinfolio's word lists name.
    pub word_matcher: WordMatcher,
    /// What cannot be judged because shared files have errors. `None` if there are
    /// none.
    doubt: Option<Doubt>,
}

impl Shared {
    /// Reads the shared files from `snapshot`, which may hold more than
    /// that. `names` are all names of each of the `students`. `now` sets the day
    /// where `school.yaml` names none.
    ///
    /// If it has errors, what could be read comes back all the same, and
    /// [`Self::is_part`] says so. Returns `None` if too little could be read.
    pub fn read(
        snapshot: &Snapshot,
        students: &Students,
        names: &Arc<[StudentNames]>,
        now: impl Into<Now>,
    ) -> Outcome<Option<Self>> {
        let now = now.into();
        let mut found = Diagnostics::default();
        let sources = discover::shared(snapshot, students).into_value(&mut found);
        let mut diagnostics = Diagnostics::default();
        let mut groups = groups(&sources, &mut diagnostics);
        let mut shared = read(&sources, &groups, names, &now, &mut diagnostics);
        let doubt = Doubt::of(&diagnostics, &groups);
        found.extend(diagnostics.into_iter().filter(|one| !doubt.explains(one)));
        let is_whole = |shared: &Self| shared.school.is_complete && !found.any_error();
        if !shared.as_ref().is_some_and(is_whole) {
            let doubt = Some(Doubt::of(&found, &groups));
            if shared.is_none() {
                shared = read_without_school(&sources, &mut groups, names, &now);
            }
            shared = shared.map(|shared| Self { doubt, ..shared });
        }
        Outcome::new(shared, found)
    }

    /// The translation log of the files that all students share, for the next
    /// build.
    #[must_use]
    pub fn translation_log(&self) -> TranslationLog {
        translation_log(&self.school.originals)
    }

    /// Whether shared files have errors. Students can then be checked, but no site
    /// is made.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.doubt.is_some()
    }

    /// Drops diagnostics that are there only because a shared file could not be
    /// read.
    pub(super) fn keep_certain(&self, diagnostics: &mut Diagnostics) {
        if let Some(doubt) = &self.doubt {
            let found = std::mem::take(diagnostics).into_iter();
            *diagnostics = found.filter(|one| !doubt.explains(one)).collect();
        }
    }
}

/// The shared files as trees, grouped with their translations.
fn groups(sources: &SharedSources, diagnostics: &mut Diagnostics) -> Groups {
    let groups = parse::files(&sources.files, "", &sources.refused).into_value(diagnostics);
    let language = validate::language(&groups);
    parse::settled(groups, &language).into_value(diagnostics)
}

/// Reads the rest as if `school.yaml` were empty, where that file is missing or
/// broken. What is wrong with it has been reported.
fn read_without_school(
    sources: &SharedSources,
    groups: &mut Groups,
    names: &Arc<[StudentNames]>,
    now: &Now,
) -> Option<Shared> {
    let school = RelPath::new("school.yaml")?;
    let group = groups.entry(school.to_string()).or_default();
    group.original.get_or_insert_with(|| RawFile::empty(school));
    read(sources, groups, names, now, &mut Diagnostics::default())
}

fn read(
    sources: &SharedSources,
    groups: &Groups,
    names: &Arc<[StudentNames]>,
    now: &Now,
    diagnostics: &mut Diagnostics,
) -> Option<Shared> {
    let school = validate::school(groups, now, &sources.translation_log).into_value(diagnostics);
    let digits = school
        .as_ref()
        .map_or(Digits::Western, |school| school.digits);
    let packs = Packs::load(&built_in(), &sources.overrides, digits).into_value(diagnostics);
    let theme = Theme::load(&sources.overrides, &packs).into_value(diagnostics);
    // With a broken theme no page is made. Texts can still be checked.
    let theme = theme.or_else(|| Theme::load(&[], &packs).into_value(&mut Diagnostics::default()));
    let lists = validate::word_lists(&built_in(), &sources.overrides).into_value(diagnostics);
    let (school, theme) = (school?, theme?);
    let own_words = own_words(&sources.overrides, &packs);
    let name_index = NameIndex::new(names, &school, &own_words, &lists);
    if packs.get(&school.language).is_none() {
        diagnostics.append(no_pack(&school.language));
    }
    let word_matcher = WordMatcher::new(lists);
    rules::check_shared(&school, &word_matcher, &name_index, names, diagnostics);
    Some(Shared {
        glossary: Glossary::new(&school),
        languages: packs.iter().map(|pack| pack.lang.clone()).collect(),
        school,
        packs,
        theme,
        name_index,
        word_matcher,
        doubt: None,
    })
}

/// All names of one student, read before the unit is compiled: no page of another
/// student may hold them. Where `student.yaml` cannot be read or has no name, the
/// name of the folder counts. Errors in the file are reported by [`compile`].
///
/// [`compile`]: super::compile
#[must_use]
pub fn names(unit: &UnitSources) -> Vec<String> {
    let files = unit.files().iter();
    let folder = unit.folder();
    // There may only be one that is named as a translation.
    let own = files.filter(|file| {
        let below = file.path.below(&folder).unwrap_or_default();
        split_name(below).0 == "student.yaml"
    });
    let file = own.min_by_key(|file| split_name(file.path.as_str()).1.is_some());
    let written = file.map_or_else(Vec::new, |file| {
        let groups = parse::files(std::slice::from_ref(file), &unit.folder(), []);
        validate::names(&groups.into_value(&mut Diagnostics::default()), &file.text)
    });
    if !written.is_empty() {
        return written;
    }
    let mut letters = unit.student().as_str().chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    vec![first.chain(letters).collect()]
}

/// Pages in the school's language replace those that there is no pack for, so that
/// one has to exist.
fn no_pack(language: &Lang) -> Diagnostics {
    let file = RelPath::new("school.yaml");
    let fault = file.map(|file| Diagnostic::about(Code::BrokenPack, &file));
    let fault = fault.map(|fault| fault.with("problem", "missing"));
    fault
        .map(|fault| fault.with("language", language.as_str()))
        .into_iter()
        .collect()
}

/// Every word that kinfolio itself may write on a page: none of them is taken for a
/// student's name. What only staff read has examples with names, and is not among them.
fn own_words(overrides: &[SourceFile], packs: &Packs) -> String {
    let built_in = built_in();
    let files = built_in.iter().chain(overrides);
    let messages = files
        .filter(|file| file.path.has_ending("ftl") && !locale::is_for_staff(&file.path))
        .flat_map(|file| file.text.lines())
        .filter(|line| !line.starts_with('#'));
    let calendars = packs.iter().map(|pack| pack.formats.vocabulary());
    let mut words: Vec<String> = messages.map(str::to_owned).collect();
    words.extend(calendars);
    words.join("\n")
}
