//! Compiles one student: files in, pages out. Every stage is called here, in order.
//!
//! ```text
//! read      parse → validate → rules              places to point at, partial data
//! publish   progress → locale → render → audit    complete data only
//! ```
//!
//! The line between the two is the boundary between reading and publishing. Every
//! error that an author can cause is found in [`read`], while there is still a
//! line of a file to point at. What comes after works on a complete record and
//! finds only kinfolio's own mistakes. The family's site and the handoff page
//! differ in what they publish, not in how files are read.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::tracked::EVERYTHING;
use super::{Built, Family, Shared};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::discover::UnitSources;
use crate::locale::{self, LocalizedSite, ShownTexts};
use crate::model::{DayWatch, Lang, Original, Record, Student, Today};
use crate::parse::{self, Groups};
use crate::picture::{self, PictureSource, PreparedPictures};
use crate::progress::{Portfolio, portfolio, translations};
use crate::render::{self, Bundle};
use crate::rules::{self, RuleContext, WordCollector};
use crate::source::TranslationLog;
use crate::{audit, validate};

/// Turns one student's files into one student's site.
///
/// Pure: it reads no file, no clock and no environment, and knows other students
/// by their names only. `pictures` are those that [`pictures`] prepared. There is
/// no site if there is any error, or if the student's is not to be published.
#[must_use]
pub fn compile(unit: &UnitSources, shared: &Shared, pictures: &PreparedPictures) -> Built<Bundle> {
    let mut built = Built::of(unit);
    let diagnostics = &mut built.diagnostics;
    let day = DayWatch::new(shared.school.today);
    let mut words = WordCollector::default();
    let record = read(unit, shared, pictures, day.today(), &mut words, diagnostics);
    built.first_difference = day.first_difference();
    if let Some(record) = record {
        let portfolio = portfolio(&record, &shared.school, day.today());
        let languages = &record.student.home_languages;
        if record.student.publish && !diagnostics.any_error() {
            built.site = site(&portfolio, &record, shared, &mut words, diagnostics);
        }
        let readers = validate::readers(&record.student, &shared.school, day.today());
        built.family = Some(Family {
            readers: readers.cloned().collect(),
            student: record.student.clone(),
        });
        // The summary counts weeks for each goal, so it changes on more days than a site.
        built.first_difference = day.first_difference();
        built.summary = Some(portfolio.staff_summary());
        built.summary_text = locale::standing(&portfolio, &shared.packs);
        built.translations = translations(&record.originals, languages, &shared.school.language);
        built.translation_log = translation_log(&record.originals);
    }
    built.summary_difference = day.first_difference();
    if names_shared_places(&built.diagnostics, &unit.folder()) {
        words.add_key(EVERYTHING);
    }
    built.depends_on = words.words();
    built
}

/// Turns one student's files into the page that staff hand on when the student
/// moves. There is no page if there is any error.
#[must_use]
pub(super) fn handoff(
    unit: &UnitSources,
    shared: &Shared,
    pictures: &PreparedPictures,
) -> Built<Vec<u8>> {
    let mut built = Built::of(unit);
    let diagnostics = &mut built.diagnostics;
    let day = DayWatch::new(shared.school.today);
    let mut words = WordCollector::default();
    let record = read(unit, shared, pictures, day.today(), &mut words, diagnostics);
    if let Some(record) = record.filter(|_| !diagnostics.any_error()) {
        let portfolio = portfolio(&record, &shared.school, day.today());
        built.site = handoff_page(&portfolio, &record, shared, &mut words, diagnostics);
    }
    built.depends_on = words.words();
    built
}

/// What the files of a student say, for whoever changes them.
#[derive(Debug)]
pub struct ReadFiles {
    /// The facts as trees, by path in the student's folder.
    pub groups: Groups,
    /// What could be read of them.
    pub record: Record,
}

/// Reads a student's files without checks across them. `None` if `student.yaml` cannot be
/// read.
#[must_use]
pub fn read_files(unit: &UnitSources, shared: &Shared) -> Option<ReadFiles> {
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mut found = Diagnostics::default();
        let groups = parsed(unit, shared, &mut found);
        let day = DayWatch::new(shared.school.today);
        let pictures = PreparedPictures::default();
        let record = validate::record(unit, &groups, &pictures, &shared.school, day.today());
        let record = record.into_value(&mut found)?;
        Some(ReadFiles { groups, record })
    }));
    // A panic is reported by `compile`.
    read.ok().flatten()
}

/// Reads who a student is and who may open the pages. `None` if `student.yaml` cannot be
/// read or has errors; other files of the student may have some.
#[must_use]
pub fn read_student(unit: &UnitSources, shared: &Shared) -> Option<Student> {
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mut found = unit.diagnostics().clone();
        let groups = parsed(unit, shared, &mut found);
        let day = DayWatch::new(shared.school.today);
        let pictures = PreparedPictures::default();
        let record = validate::record(unit, &groups, &pictures, &shared.school, day.today());
        let record = record.into_value(&mut found);
        let own = format!("{}/student.yaml", unit.folder());
        let is_fine = found.files_with_errors().all(|file| file.as_str() != own);
        record.filter(|_| is_fine).map(|record| record.student)
    }));
    // A panic is reported by `compile`.
    read.ok().flatten()
}

/// Prepares the pictures that a student's texts name. This is the part of the
/// work that reads files, so the driver does it before [`compile`].
#[must_use]
pub fn pictures(
    unit: &UnitSources,
    shared: &Shared,
    source: &impl PictureSource,
) -> PreparedPictures {
    if unit.attachments().is_empty() {
        return PreparedPictures::default();
    }
    let prepared = catch_unwind(AssertUnwindSafe(|| {
        let groups = parsed(unit, shared, &mut Diagnostics::default());
        picture::prepare(unit, &groups, source)
    }));
    // A parser that panics here panics in `compile`, too, and is reported there.
    prepared.unwrap_or_default()
}

/// Whether a diagnostic points into a file outside the student's folder. That place moves
/// with the text before it.
fn names_shared_places(diagnostics: &Diagnostics, folder: &str) -> bool {
    let mut places = diagnostics.iter().flat_map(|one| {
        let labels = one.labels.iter().map(|label| &label.at);
        one.at.iter().chain(labels)
    });
    places.any(|at| at.file.below(folder).is_none())
}

/// The translation log that the next build reads.
pub(super) fn translation_log(originals: &[Original]) -> TranslationLog {
    let mut log = TranslationLog::default();
    for file in originals.iter().flat_map(|file| file.translations.values()) {
        log.keep(file.file.clone(), file.pair.clone());
    }
    log
}

/// Parses, validates, and checks a student's files. Returns `None` unless the record is
/// complete. A complete record may come with errors that rules found.
fn read(
    unit: &UnitSources,
    shared: &Shared,
    pictures: &PreparedPictures,
    today: Today,
    words: &mut WordCollector,
    diagnostics: &mut Diagnostics,
) -> Option<Record> {
    let groups = parsed(unit, shared, diagnostics);
    let record = validate::record(unit, &groups, pictures, &shared.school, today);
    let record = record.into_value(diagnostics);
    let record = record.map(|record| Record {
        is_complete: record.is_complete && !shared.is_part(),
        ..record
    });
    if let Some(record) = &record {
        rules::collect_words(record, words);
        apply_rules(record, shared, today, words, diagnostics);
    }
    shared.keep_certain(diagnostics);
    record.filter(|record| record.is_complete)
}

/// The student's files as trees, grouped with their translations.
fn parsed(unit: &UnitSources, shared: &Shared, diagnostics: &mut Diagnostics) -> Groups {
    let refused = unit.diagnostics().files_with_errors();
    let groups = parse::files(unit.files(), &unit.folder(), refused).into_value(diagnostics);
    parse::settled(groups, &shared.school.language).into_value(diagnostics)
}

/// Applies the rules. While `student.yaml` has errors, diagnostics about other
/// students' names and eligibility labels are dropped, because they depend on it.
fn apply_rules(
    record: &Record,
    shared: &Shared,
    today: Today,
    words: &mut WordCollector,
    diagnostics: &mut Diagnostics,
) {
    let own = format!("students/{}/student.yaml", record.student.id);
    let student_file_has_errors = !record.is_complete
        && diagnostics
            .files_with_errors()
            .any(|file| file.as_str() == own);
    let name_search = shared.name_index.search(&words.words(), &record.student);
    let facts = RuleContext {
        record,
        school: &shared.school,
        today,
        name_index: &shared.name_index,
        name_search: &name_search,
        word_matcher: &shared.word_matcher,
        languages: &shared.languages,
    };
    rules::check(&facts, diagnostics);
    if student_file_has_errors {
        let depends_on_it =
            |one: &Diagnostic| matches!(one.code, Code::OtherStudentNamed | Code::EligibilityLabel);
        let found = std::mem::take(diagnostics).into_iter();
        *diagnostics = found.filter(|one| !depends_on_it(one)).collect();
    }
}

/// The pages of the family's site, in each of its languages.
fn site(
    portfolio: &Portfolio,
    record: &Record,
    shared: &Shared,
    words: &mut WordCollector,
    diagnostics: &mut Diagnostics,
) -> Option<Bundle> {
    let shown = ShownTexts::default();
    let sites = localized_sites(portfolio, record, shared, &shown);
    let bundle = render::site(&sites, &shared.theme).into_value(diagnostics);
    if diagnostics.any_error() {
        return None;
    }
    audited(&bundle, record, shared, words, diagnostics);
    for key in shown.into_keys() {
        words.add_key(key);
    }
    let texts = [&*record.author_texts, &*shared.school.author_texts];
    audit::leftovers(&bundle, &texts, diagnostics);
    Some(bundle).filter(|_| !diagnostics.any_error())
}

/// The handoff page, in the language that staff write in.
fn handoff_page(
    portfolio: &Portfolio,
    record: &Record,
    shared: &Shared,
    words: &mut WordCollector,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<u8>> {
    let page = locale::handoff(portfolio, &shared.packs)?;
    let pack = shared.packs.get(&shared.school.language)?;
    let bundle = render::handoff(&page, pack, &shared.theme).into_value(diagnostics);
    audited(&bundle, record, shared, words, diagnostics);
    let page = bundle.into_values().next();
    page.filter(|_| !diagnostics.any_error())
}

/// The last check of finished pages, of the site or of the handoff.
fn audited(
    pages: &Bundle,
    record: &Record,
    shared: &Shared,
    words: &mut WordCollector,
    diagnostics: &mut Diagnostics,
) {
    let (student, names) = (&record.student, &shared.name_index);
    audit::bundle(pages, student, names, words, diagnostics);
}

/// The student's site in each language that the family reads and kinfolio has. A
/// family without such a language gets it in the school's own.
fn localized_sites<'a>(
    portfolio: &Portfolio<'a>,
    record: &'a Record,
    shared: &'a Shared,
    shown: &'a ShownTexts,
) -> Vec<LocalizedSite<'a>> {
    let home_languages = record.student.home_languages.iter();
    let mut languages: Vec<&Lang> = home_languages
        .filter(|lang| shared.languages.contains(lang))
        .collect();
    if languages.is_empty() {
        languages.push(&shared.school.language);
    }
    languages
        .into_iter()
        .filter_map(|lang| {
            locale::localized_site(portfolio, &shared.packs, &shared.glossary, shown, lang)
        })
        .collect()
}
