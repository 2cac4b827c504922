use super::Shared;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::discover::UnitSources;
use crate::locale::{self, LocalizedSite, StaffSummaryText};
use crate::model::{Lang, Original, Record};
use crate::progress::{Portfolio, StaffSummary, TranslationState, portfolio, translations};
use crate::render::Bundle;
use crate::rules::{self, Facts};
use crate::source::{RelPath, TranslationLog};
use crate::{audit, parse, render, validate};

/// What one student's sources come to.
#[derive(Debug, Default)]
pub struct Unit {
    /// The site; none when anything is wrong with it, or when it is not to be
    /// published.
    pub site: Option<Bundle>,
    /// What staff see at a glance; there even where a rule keeps the site back.
    pub standing: Option<StaffSummary>,
    /// The same in words.
    pub words: Option<StaffSummaryText>,
    /// How each file stands in each language of the family.
    pub translations: Vec<TranslationState>,
    /// What to remember of translations; nothing when what was written cannot
    /// be read whole.
    pub translation_log: Option<TranslationLog>,
}

/// Turns one student's sources into one student's site.
///
/// Pure: reads no file, no clock and no environment, and sees no other student
/// besides their names. No site comes back when anything is wrong with it.
pub fn compile(unit: &UnitSources, shared: &Shared) -> Outcome<Unit> {
    let mut diagnostics = unit.diagnostics().clone();
    let groups = parse::files(unit.files(), &unit.folder(), unit.diagnostics().held())
        .into_value(&mut diagnostics);
    let groups = parse::settled(groups, &shared.school.language).into_value(&mut diagnostics);
    let record = validate::record(unit, &groups, &shared.school).into_value(&mut diagnostics);
    let Some(mut record) = record else {
        return Outcome::new(Unit::default(), shared.certain(diagnostics));
    };
    record.whole &= !shared.is_part();
    if !record.whole {
        read_on(&record, shared, &mut diagnostics);
        return Outcome::new(Unit::default(), shared.certain(diagnostics));
    }
    let portfolio = portfolio(&record, &shared.school);
    let languages = &record.student.home_languages;
    let unbuilt = Unit {
        site: None,
        standing: Some(portfolio.standing()),
        words: locale::standing(&portfolio, &shared.packs),
        translations: translations(&record.originals, languages, &shared.school.language),
        translation_log: Some(remember(&record.originals)),
    };
    rules::check(&facts(&record, shared), &mut diagnostics);
    if diagnostics.any_error() || !record.student.publish {
        return Outcome::new(unbuilt, diagnostics);
    }

    // From here on nothing can fail because of what an author wrote: every such
    // fault was found above, where there are still places to point at.
    let localized_sites = localized_sites(&portfolio, &record, shared, &mut diagnostics);
    let bundle = render::site(&localized_sites, &shared.theme).into_value(&mut diagnostics);
    if !diagnostics.any_error() {
        audit::bundle(
            &bundle,
            &record.student,
            &shared.name_index,
            &mut diagnostics,
        );
        let texts = [&*record.written, &*shared.school.written];
        audit::leftovers(&bundle, &texts, &mut diagnostics);
    }
    let whole = !diagnostics.any_error();
    let site = whole.then_some(bundle);
    Outcome::new(Unit { site, ..unbuilt }, diagnostics)
}

fn facts<'a>(record: &'a Record, shared: &'a Shared) -> Facts<'a> {
    Facts {
        record,
        school: &shared.school,
        name_index: &shared.name_index,
        word_matcher: &shared.word_matcher,
    }
}

/// Judges what could be read of a record that is not whole. What the student's
/// own file says about names and labels counts only when that file is right.
fn read_on(record: &Record, shared: &Shared, diagnostics: &mut Diagnostics) {
    let own = format!("students/{}/student.yaml", record.student.id);
    let unsure = diagnostics.held().any(|file| file.as_str() == own);
    rules::check(&facts(record, shared), diagnostics);
    let rests_on_it = |code: Code| {
        let allowed = matches!(code, Code::OtherStudentNamed | Code::EligibilityLabel);
        unsure && allowed
    };
    let judged = std::mem::take(diagnostics).into_iter();
    *diagnostics = judged.filter(|one| !rests_on_it(one.code)).collect();
}

/// The page that staff hand on when this one student moves; nothing when
/// anything is wrong with what was written.
pub fn handoff(unit: &UnitSources, shared: &Shared) -> Outcome<Option<Vec<u8>>> {
    let mut diagnostics = unit.diagnostics().clone();
    let page = handoff_page(unit, shared, &mut diagnostics);
    let whole = !diagnostics.any_error();
    Outcome::new(page.filter(|_| whole), diagnostics)
}

fn handoff_page(
    unit: &UnitSources,
    shared: &Shared,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<u8>> {
    let groups = parse::files(unit.files(), &unit.folder(), unit.diagnostics().held())
        .into_value(diagnostics);
    let groups = parse::settled(groups, &shared.school.language).into_value(diagnostics);
    let record = validate::record(unit, &groups, &shared.school).into_value(diagnostics)?;
    if !record.whole {
        read_on(&record, shared, diagnostics);
        return None;
    }
    rules::check(&facts(&record, shared), diagnostics);
    let page = locale::handoff(&portfolio(&record, &shared.school), &shared.packs)?;
    let pack = shared.packs.get(&shared.school.language)?;
    let bundle = render::handoff(&page, pack, &shared.theme).into_value(diagnostics);
    audit::bundle(&bundle, &record.student, &shared.name_index, diagnostics);
    bundle.into_values().next()
}

/// What to remember of translations until the next build.
pub(super) fn remember(originals: &[Original]) -> TranslationLog {
    let mut translation_log = TranslationLog::default();
    for file in originals.iter().flat_map(|file| file.translations.values()) {
        translation_log.keep(file.file.clone(), file.pair.clone());
    }
    translation_log
}

/// One edition for each language the family reads; the school's own where
/// there is none.
fn localized_sites<'a>(
    portfolio: &Portfolio<'a>,
    record: &'a Record,
    shared: &'a Shared,
    diagnostics: &mut Diagnostics,
) -> Vec<LocalizedSite<'a>> {
    let mut languages: Vec<&Lang> = Vec::new();
    for lang in &record.student.home_languages {
        if shared.packs.get(lang).is_some() {
            languages.push(lang);
        } else if let Some(file) =
            RelPath::new(&format!("students/{}/student.yaml", record.student.id))
        {
            diagnostics
                .push(Diagnostic::about(Code::NoPack, &file).with("language", lang.as_str()));
        }
    }
    if languages.is_empty() {
        languages.push(&shared.school.language);
    }
    languages
        .into_iter()
        .filter_map(|lang| locale::localized_site(portfolio, &shared.packs, &shared.glossary, lang))
        .collect()
}
