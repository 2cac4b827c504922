//! Each step from a student's files to a finished site, timed by name:
//! `cargo bench`, or `cargo bench -- render` for one.
//!
//! The students are those of the demo school. One without photos stands for all
//! in the single steps, because photos would hide everything else.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot begin has failed"
)]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use divan::{Bencher, black_box};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use kinfolio::build::{self, Shared};
use kinfolio::diagnostic::Diagnostics;
use kinfolio::discover::{self, Students, UnitSources};
use kinfolio::io::Disk;
use kinfolio::locale::{self, LocalizedSite, ShownTexts};
use kinfolio::model::{Date, DayWatch, Record, StudentNames, Today};
use kinfolio::parse::{self, Groups};
use kinfolio::picture::{self, PreparedPictures};
use kinfolio::progress::{self, Portfolio};
use kinfolio::rules::{self, RuleContext, WordCollector};
use kinfolio::{audit, render, validate};

const STUDENTS: [&str; 3] = ["khoi", "layla", "mateo"];
const WITHOUT_PHOTOS: &str = "khoi";
const TODAY: Date = Date::constant(2026, 11, 20);

/// The demo school, read once.
static SCHOOL: LazyLock<(Vec<Unit>, Shared)> = LazyLock::new(|| {
    let disk = Disk::new(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    let students = Students::new(STUDENTS.map(str::to_owned));
    let names = STUDENTS.map(|name| build::names_of(&disk, name, &students));
    let names: Arc<[StudentNames]> = Arc::new(names);
    let snapshot = disk.shared().ok().unwrap();
    let shared = Shared::read(&snapshot, &students, &names, TODAY);
    let shared = shared.into_value(&mut Diagnostics::default()).unwrap();
    let units = STUDENTS.map(|name| {
        let unit = discover::unit(name, &students, &disk.student(name));
        let pictures = build::pictures(&unit, &shared, &disk);
        (unit, pictures)
    });
    (units.into(), shared)
});

/// One student's files, and the pictures among them.
type Unit = (UnitSources, PreparedPictures);

fn school() -> (&'static Unit, &'static Shared) {
    unit(WITHOUT_PHOTOS)
}

fn unit(name: &str) -> (&'static Unit, &'static Shared) {
    let (units, shared) = &*SCHOOL;
    let unit = units
        .iter()
        .find(|(unit, _)| unit.student().as_str() == name);
    (unit.unwrap(), shared)
}

fn today() -> Today<'static> {
    Box::leak(Box::new(DayWatch::new(TODAY))).today()
}

fn parsed() -> Groups {
    let ((unit, _), shared) = school();
    let mut diagnostics = Diagnostics::default();
    let groups = parse::files(unit.files(), &unit.folder(), []).into_value(&mut diagnostics);
    parse::settled(groups, &shared.school.language).into_value(&mut diagnostics)
}

fn record() -> Record {
    let ((unit, pictures), shared) = school();
    let record = validate::record(unit, &parsed(), pictures, &shared.school, today());
    record.into_value(&mut Diagnostics::default()).unwrap()
}

fn portfolio(record: &Record) -> Portfolio<'_> {
    progress::portfolio(record, &school().1.school, today())
}

fn sites<'a>(portfolio: &Portfolio<'a>, record: &Record) -> Vec<LocalizedSite<'a>> {
    let shared = school().1;
    let languages = record.student.home_languages.iter();
    let shown = Box::leak(Box::new(ShownTexts::default()));
    let told = languages.map(|lang| {
        locale::localized_site(portfolio, &shared.packs, &shared.glossary, shown, lang)
    });
    told.map(Option::unwrap).collect()
}

#[divan::bench]
fn parse(bencher: Bencher) {
    bencher.bench_local(parsed);
}

#[divan::bench]
fn validate(bencher: Bencher) {
    let ((unit, pictures), shared) = school();
    let groups = parsed();
    let (school, today) = (&shared.school, today());
    bencher.bench_local(|| validate::record(unit, black_box(&groups), pictures, school, today));
}

#[divan::bench]
fn progress(bencher: Bencher) {
    let record = record();
    bencher.bench_local(|| portfolio(black_box(&record)));
}

/// All rules, of which the reading level takes longest.
#[divan::bench]
fn rules(bencher: Bencher) {
    let shared = school().1;
    let record = record();
    let mut words = WordCollector::default();
    rules::collect_words(&record, &mut words);
    let name_search = shared.name_index.search(&words.words(), &record.student);
    let facts = RuleContext {
        record: &record,
        school: &shared.school,
        today: today(),
        name_index: &shared.name_index,
        name_search: &name_search,
        word_matcher: &shared.word_matcher,
        languages: &shared.languages,
    };
    bencher.bench_local(|| rules::check(black_box(&facts), &mut Diagnostics::default()));
}

#[divan::bench]
fn readability() -> usize {
    let texts = &school().1.school.author_texts;
    let sentences = texts
        .iter()
        .flat_map(|one| rules::readability::sentences(&one.text));
    sentences.flat_map(rules::readability::words).count()
}

#[divan::bench]
fn localize(bencher: Bencher) {
    let record = record();
    let portfolio = portfolio(&record);
    bencher.bench_local(|| sites(black_box(&portfolio), &record));
}

#[divan::bench]
fn chart(bencher: Bencher) {
    let record = record();
    let portfolio = portfolio(&record);
    let sites = sites(&portfolio, &record);
    let site = sites.first().unwrap();
    let mut goals = site.goals.iter();
    let chart = goals
        .find_map(|goal| goal.page.numbers.chart.as_ref())
        .unwrap();
    bencher.bench_local(|| render::chart(black_box(chart), "Goal", site.pack, "chart"));
}

#[divan::bench]
fn render(bencher: Bencher) {
    let record = record();
    let portfolio = portfolio(&record);
    let sites = sites(&portfolio, &record);
    bencher.bench_local(|| render::site(black_box(&sites), &school().1.theme));
}

#[divan::bench]
fn audit(bencher: Bencher) {
    let shared = school().1;
    let record = record();
    let portfolio = portfolio(&record);
    let site = render::site(&sites(&portfolio, &record), &shared.theme);
    let site = site.into_value(&mut Diagnostics::default());
    let student = &record.student;
    bencher.bench_local(|| {
        audit::bundle(
            black_box(&site),
            student,
            &shared.name_index,
            &mut WordCollector::default(),
            &mut Diagnostics::default(),
        );
    });
}

/// A photo of twelve megapixels as a phone held upright writes it, in both sizes of
/// pages: about 3 MB, with color at half the resolution.
#[divan::bench]
fn photo_12mp(bencher: Bencher) {
    let photo = phone_photo();
    let sizes = picture::resize(&photo).unwrap();
    assert_eq!(sizes.last().unwrap().height, 1280);
    bencher.bench_local(|| picture::resize(black_box(&photo)));
}

/// Shades and grain made by rule: a phone's photo is never smooth.
fn phone_photo() -> Vec<u8> {
    let (width, height) = (4032_u16, 3024_u16);
    let mut seed = 1_u32;
    let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let pixels: Vec<u8> = pixels
        .flat_map(|(x, y)| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let grain = (seed >> 28) as u8;
            let shade = |place: u16| u8::try_from(place / 32).unwrap_or(u8::MAX);
            let edge = if (x / 200 + y / 150) % 2 == 0 { 40 } else { 0 };
            [shade(x) + grain, shade(y) + grain + edge, 80 + grain]
        })
        .collect();
    let mut bytes = Vec::new();
    let mut jpeg = Encoder::new(&mut bytes, 93);
    jpeg.set_sampling_factor(SamplingFactor::F_2_2);
    let turned = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    jpeg.add_app_segment(1, turned.to_vec()).unwrap();
    jpeg.encode(&pixels, width, height, ColorType::Rgb).unwrap();
    bytes
}

/// Everything for one student, from files to a finished site.
#[divan::bench(args = STUDENTS)]
fn compile(bencher: Bencher, name: &str) {
    let ((unit, pictures), shared) = unit(name);
    assert!(build::one(unit, shared, pictures).site.is_some());
    bencher.bench_local(|| build::one(black_box(unit), shared, pictures));
}

fn main() {
    divan::main();
}
