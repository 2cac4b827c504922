use super::Shared;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::discover::UnitSources;
use crate::locale::{self, Edition, StandingWords};
use crate::model::{Lang, Original, Record};
use crate::progress::{Portfolio, Standing, TranslationState, portfolio, translations};
use crate::render::Bundle;
use crate::rules::{self, Facts};
use crate::source::{Memory, RelPath};
use crate::{audit, parse, render, validate};

/// What one student's sources come to.
#[derive(Debug, Default)]
pub struct Unit {
    /// The site; none when anything is wrong with it, or when it is not to be
    /// published.
    pub site: Option<Bundle>,
    /// What staff see at a glance; there even where a rule keeps the site back.
    pub standing: Option<Standing>,
    /// The same in words.
    pub words: Option<StandingWords>,
    /// How each file stands in each language of the family.
    pub translations: Vec<TranslationState>,
    /// What to remember of translations; nothing when what was written cannot
    /// be read whole.
    pub memory: Option<Memory>,
}

/// Turns one student's sources into one student's site.
///
/// Pure: reads no file, no clock and no environment, and sees no other student
/// besides their names. No site comes back when anything is wrong with it.
pub fn compile(unit: &UnitSources, shared: &Shared) -> Outcome<Unit> {
    let mut seen = unit.seen().clone();
    let groups =
        parse::files(unit.files(), &unit.folder(), unit.seen().held()).into_value(&mut seen);
    let groups = parse::settled(groups, &shared.school.language).into_value(&mut seen);
    let record = validate::record(unit, &groups, &shared.school).into_value(&mut seen);
    let Some(mut record) = record else {
        return Outcome::new(Unit::default(), shared.certain(seen));
    };
    record.whole &= !shared.is_part();
    if !record.whole {
        read_on(&record, shared, &mut seen);
        return Outcome::new(Unit::default(), shared.certain(seen));
    }
    let portfolio = portfolio(&record, &shared.school);
    let languages = &record.student.home_languages;
    let unbuilt = Unit {
        site: None,
        standing: Some(portfolio.standing()),
        words: locale::standing(&portfolio, &shared.packs),
        translations: translations(&record.originals, languages, &shared.school.language),
        memory: Some(remember(&record.originals)),
    };
    rules::check(&facts(&record, shared), &mut seen);
    if seen.any_error() || !record.student.publish {
        return Outcome::new(unbuilt, seen);
    }

    // From here on nothing can fail because of what an author wrote: every such
    // fault was found above, where there are still places to point at.
    let editions = editions(&portfolio, &record, shared, &mut seen);
    let bundle = render::site(&editions, &shared.theme).into_value(&mut seen);
    if !seen.any_error() {
        audit::bundle(&bundle, &record.student, &shared.roster, &mut seen);
        let texts = [&*record.written, &*shared.school.written];
        audit::leftovers(&bundle, &texts, &mut seen);
        if shared.theme.is_own {
            audit::own_look(&bundle, &shared.theme.style, &mut seen);
        }
    }
    let whole = !seen.any_error();
    let site = whole.then_some(bundle);
    Outcome::new(Unit { site, ..unbuilt }, seen)
}

fn facts<'a>(record: &'a Record, shared: &'a Shared) -> Facts<'a> {
    Facts {
        record,
        school: &shared.school,
        roster: &shared.roster,
        lexicon: &shared.lexicon,
    }
}

/// Judges what could be read of a record that is not whole. What the student's
/// own file says about names and labels counts only when that file is right.
fn read_on(record: &Record, shared: &Shared, seen: &mut Diagnostics) {
    let own = format!("students/{}/student.yaml", record.student.id);
    let unsure = seen.held().any(|file| file.as_str() == own);
    rules::check(&facts(record, shared), seen);
    let rests_on_it = |code: Code| {
        let allowed = matches!(code, Code::OtherStudentNamed | Code::EligibilityLabel);
        unsure && allowed
    };
    let judged = std::mem::take(seen).into_iter();
    *seen = judged.filter(|one| !rests_on_it(one.code)).collect();
}

/// The page that staff hand on when this one student moves; nothing when
/// anything is wrong with what was written.
pub fn handoff(unit: &UnitSources, shared: &Shared) -> Outcome<Option<Vec<u8>>> {
    let mut seen = unit.seen().clone();
    let page = handoff_page(unit, shared, &mut seen);
    let whole = !seen.any_error();
    Outcome::new(page.filter(|_| whole), seen)
}

fn handoff_page(unit: &UnitSources, shared: &Shared, seen: &mut Diagnostics) -> Option<Vec<u8>> {
    let groups = parse::files(unit.files(), &unit.folder(), unit.seen().held()).into_value(seen);
    let groups = parse::settled(groups, &shared.school.language).into_value(seen);
    let record = validate::record(unit, &groups, &shared.school).into_value(seen)?;
    if !record.whole {
        read_on(&record, shared, seen);
        return None;
    }
    rules::check(&facts(&record, shared), seen);
    let page = locale::handoff(&portfolio(&record, &shared.school), &shared.packs)?;
    let pack = shared.packs.get(&shared.school.language)?;
    let bundle = render::handoff(&page, pack, &shared.theme).into_value(seen);
    audit::bundle(&bundle, &record.student, &shared.roster, seen);
    if shared.theme.is_own {
        audit::own_look(&bundle, &shared.theme.style, seen);
    }
    bundle.into_values().next()
}

/// What to remember of translations until the next build.
pub(super) fn remember(originals: &[Original]) -> Memory {
    let mut memory = Memory::default();
    for file in originals.iter().flat_map(|file| file.translations.values()) {
        memory.keep(file.file.clone(), file.pair.clone());
    }
    memory
}

/// One edition for each language the family reads; the school's own where
/// there is none.
fn editions<'a>(
    portfolio: &Portfolio<'a>,
    record: &'a Record,
    shared: &'a Shared,
    seen: &mut Diagnostics,
) -> Vec<Edition<'a>> {
    let mut languages: Vec<&Lang> = Vec::new();
    for lang in &record.student.home_languages {
        if shared.packs.get(lang).is_some() {
            languages.push(lang);
        } else if let Some(file) =
            RelPath::new(&format!("students/{}/student.yaml", record.student.id))
        {
            seen.push(Diagnostic::about(Code::NoPack, &file).with("language", lang.as_str()));
        }
    }
    if languages.is_empty() {
        languages.push(&shared.school.language);
    }
    languages
        .into_iter()
        .filter_map(|lang| locale::edition(portfolio, &shared.packs, &shared.glossary, lang))
        .collect()
}
