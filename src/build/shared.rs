use super::doubt::Doubt;
use super::unit::remember;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::discover::{Plan, SharedSources, UnitSources};
use crate::locale::{Glossary, Packs, built_in};
use crate::model::{Digits, Lang, Now, School, StudentNames};
use crate::parse;
use crate::rules::{self, NameIndex, WordMatcher};
use crate::source::{RelPath, SourceFile, TranslationLog, split_name};
use crate::theme::Theme;
use crate::validate;

/// What every unit is compiled with, made once.
pub struct Shared {
    /// The school.
    pub school: School,
    /// Its languages.
    pub packs: Packs,
    /// Its look.
    pub theme: Theme,
    /// The words to know, ready to be found.
    pub glossary: Glossary,
    /// The names of all students.
    pub name_index: NameIndex,
    /// What the lists say about words.
    pub word_matcher: WordMatcher,
    /// What has to be left open because something in all this is broken; then no
    /// site is made.
    doubt: Option<Doubt>,
}

impl Shared {
    /// What to remember of the translations that all students share.
    #[must_use]
    pub fn translation_log(&self) -> TranslationLog {
        remember(&self.school.originals)
    }

    /// Reads what all students of a plan share, and their names.
    pub fn read(plan: &Plan, now: impl Into<Now>) -> Outcome<Option<Self>> {
        let units = plan.units.iter();
        let names: Vec<_> = units
            .map(|unit| StudentNames::now(unit.student().clone(), names(unit)))
            .collect();
        Self::of(&plan.shared, &names, now)
    }

    /// Reads what all students share; `names` are all ways in which each of
    /// them is called. Nothing comes back when it is broken: then no site can be
    /// made anew.
    ///
    /// `now` counts where `school.yaml` names no day.
    pub fn of(
        sources: &SharedSources,
        names: &[StudentNames],
        now: impl Into<Now>,
    ) -> Outcome<Option<Self>> {
        let mut diagnostics = Diagnostics::default();
        let now = now.into();
        let groups = groups(sources, &mut diagnostics);
        let shared = read(sources, &groups, names, &now, &mut diagnostics);
        let doubt = Doubt::of(&diagnostics, &groups);
        let diagnostics: Diagnostics = diagnostics
            .into_iter()
            .filter(|one| !doubt.explains(one))
            .collect();
        let whole = |shared: &Self| shared.school.whole && !diagnostics.any_error();
        Outcome::new(shared.filter(whole), diagnostics)
    }

    /// The same as far as it can be read, to look at students while it is broken.
    /// `diagnostics` is what was seen of it.
    #[must_use]
    pub fn part(
        sources: &SharedSources,
        names: &[StudentNames],
        now: impl Into<Now>,
        diagnostics: &Diagnostics,
    ) -> Option<Self> {
        let mut again = Diagnostics::default();
        let mut groups = groups(sources, &mut again);
        let doubt = Doubt::of(diagnostics, &groups);
        if let Some(school) = RelPath::new("school.yaml") {
            let group = groups.entry(school.to_string()).or_default();
            group
                .original
                .get_or_insert_with(|| parse::RawFile::empty(school));
        }
        let shared = read(sources, &groups, names, &now.into(), &mut again)?;
        Some(Self {
            doubt: Some(doubt),
            ..shared
        })
    }

    /// Whether no site may be made, because something in this is broken.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.doubt.is_some()
    }

    /// What was seen of a student, without what only a broken file that all share
    /// makes it seem.
    pub(super) fn certain(&self, diagnostics: Diagnostics) -> Diagnostics {
        let certain = |one: &Diagnostic| {
            let doubt = self.doubt.as_ref();
            doubt.is_none_or(|doubt| !doubt.explains(one))
        };
        diagnostics.into_iter().filter(certain).collect()
    }
}

/// The files that all students share, as they are meant.
fn groups(sources: &SharedSources, diagnostics: &mut Diagnostics) -> parse::Groups {
    let groups = parse::files(&sources.files, "", &sources.refused).into_value(diagnostics);
    let language = validate::language(&groups);
    parse::settled(groups, &language).into_value(diagnostics)
}

fn read(
    sources: &SharedSources,
    groups: &parse::Groups,
    names: &[StudentNames],
    now: &Now,
    diagnostics: &mut Diagnostics,
) -> Option<Shared> {
    let school = validate::school(groups, now, &sources.translation_log).into_value(diagnostics);
    let digits = school
        .as_ref()
        .map_or(Digits::Western, |school| school.digits);
    let packs = Packs::load(&built_in(), &sources.overrides, digits).into_value(diagnostics);
    let theme = Theme::load(&sources.overrides, &packs).into_value(diagnostics);
    // Of a look that cannot be used nothing is drawn; texts can still be read.
    let theme = theme.or_else(|| Theme::load(&[], &packs).into_value(&mut Diagnostics::default()));
    let lists = validate::word_lists(&built_in(), &sources.overrides).into_value(diagnostics);
    let (school, theme) = (school?, theme?);
    let own_words = own_words(&sources.overrides, &packs);
    let name_index = NameIndex::new(names, &school, &own_words, &lists);
    if packs.get(&school.language).is_none() {
        diagnostics.append(no_pack(&school.language));
    }
    if !name_index.works() {
        return None;
    }
    let word_matcher = WordMatcher::new(lists);
    rules::check_shared(&school, &word_matcher, &name_index, diagnostics);
    Some(Shared {
        glossary: Glossary::new(&school),
        school,
        packs,
        theme,
        name_index,
        word_matcher,
        doubt: None,
    })
}

/// A student's names, found before the unit itself is built. What is wrong with
/// the file is said then. A folder whose file cannot be read, or
/// names nobody, is searched for by its own name.
#[must_use]
pub fn names(unit: &UnitSources) -> Vec<String> {
    let files = unit.files().iter();
    let folder = unit.folder();
    // One that is named as a translation may be all there is.
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

/// Pages in the school's own language stand in for every other, so it has to be
/// there.
fn no_pack(language: &Lang) -> Diagnostics {
    let file = RelPath::new("school.yaml");
    let fault = file.map(|file| Diagnostic::about(Code::BrokenPack, &file));
    let fault = fault.map(|fault| fault.with("problem", "missing"));
    fault
        .map(|fault| fault.with("language", language.as_str()))
        .into_iter()
        .collect()
}

/// Everything the tool itself may say on a page.
fn own_words(overrides: &[SourceFile], packs: &Packs) -> String {
    let built_in = built_in();
    let files = built_in.iter().chain(overrides);
    let messages = files
        .filter(|file| file.path.has_ending("ftl"))
        .map(|file| &*file.text);
    let calendars = packs.iter().map(|pack| pack.formats.vocabulary());
    let mut words: Vec<String> = messages.map(str::to_owned).collect();
    words.extend(calendars);
    words.join("\n")
}
