use super::unit::remember;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::discover::{Plan, SharedSources, UnitSources};
use crate::locale::{Glossary, Packs, built_in};
use crate::model::{Called, Digits, Lang, Now, School};
use crate::parse;
use crate::rules::{self, Lexicon, Roster};
use crate::source::{Memory, RelPath, SourceFile};
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
    pub roster: Roster,
    /// What the lists say about words.
    pub lexicon: Lexicon,
}

impl Shared {
    /// What to remember of the translations that all students share.
    #[must_use]
    pub fn memory(&self) -> Memory {
        remember(&self.school.originals)
    }

    /// Reads what all students of a plan share, and their names.
    pub fn read(plan: &Plan, now: impl Into<Now>) -> Outcome<Option<Self>> {
        let units = plan.units.iter();
        let names: Vec<_> = units
            .map(|unit| Called::now(unit.student().clone(), names(unit)))
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
        names: &[Called],
        now: impl Into<Now>,
    ) -> Outcome<Option<Self>> {
        let mut seen = Diagnostics::default();
        let shared = read(sources, names, &now.into(), &mut seen);
        Outcome::new(shared, seen)
    }
}

fn read(
    sources: &SharedSources,
    names: &[Called],
    now: &Now,
    seen: &mut Diagnostics,
) -> Option<Shared> {
    let groups = parse::files(&sources.files, "", &sources.refused).into_value(seen);
    let school = validate::school(&groups, now, &sources.memory).into_value(seen);
    let digits = school
        .as_ref()
        .map_or(Digits::Western, |school| school.digits);
    let packs = Packs::load(&built_in(), &sources.overrides, digits).into_value(seen);
    let theme = Theme::load(&sources.overrides, &packs).into_value(seen);
    let lists = validate::word_lists(&built_in(), &sources.overrides).into_value(seen);
    let (school, theme) = (school?, theme?);
    let own_words = own_words(&sources.overrides, &packs);
    let roster = Roster::new(names, &school, &own_words);
    if packs.get(&school.language).is_none() {
        seen.append(no_pack(&school.language));
    }
    if seen.any_error() || !roster.works() {
        return None;
    }
    let lexicon = Lexicon::new(lists);
    rules::check_shared(&school, &lexicon, seen);
    Some(Shared {
        glossary: Glossary::new(&school),
        school,
        packs,
        theme,
        roster,
        lexicon,
    })
}

/// A student's names, found before the unit itself is built. What is wrong with
/// the file is said then. A folder whose file cannot be read, or
/// names nobody, is searched for by its own name.
#[must_use]
pub fn names(unit: &UnitSources) -> Vec<String> {
    let files = unit.files().iter();
    let file = files
        .into_iter()
        .find(|file| file.path.below(&unit.folder()) == Some("student.yaml"));
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
