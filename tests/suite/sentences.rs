//! What families read about a goal's numbers: every measure, both directions,
//! one and many, in every language.

use std::fmt::Write as _;
use std::fs;

use kinfolio::diagnostic::Diagnostics;
use kinfolio::locale::{
    Glossary, LocalizedSite, LocalizedText, Packs, ShownTexts, built_in, localized_site, plain,
};
use kinfolio::model::{DayWatch, Digits, Lang};
use kinfolio::progress::portfolio;
use kinfolio::{parse, validate};

use crate::support::{School, root};

const LANGUAGES: [&str; 4] = ["en", "es", "ar", "vi"];
const GOAL: &str = "students/ana/goals/reading";

/// A school with one goal, as a case writes it.
fn school(case: &str) -> School {
    let languages = format!("[{}]", LANGUAGES.join(", "));
    let mut goal = String::from("title: A goal\narea: reading\nowners: [rivera]\n");
    if !case.contains("\nby: ") {
        goal += "by: 2027-05-28\n";
    }
    let mut school = School::tiny()
        .without("students/ana/goals/")
        .without("students/ana/updates/")
        .edit("school.yaml", "[en, es, ar]", &languages)
        .edit(
            "students/ana/student.yaml",
            "home_languages: [en]",
            &format!("home_languages: {languages}"),
        );
    for line in case.lines() {
        let translated = LANGUAGES
            .iter()
            .find(|lang| line.starts_with(&format!("{lang}.")));
        if let Some(lang) = translated {
            let unit = line.split_once(": ").unwrap().1;
            let text = format!("title: A goal\nmeasure: {{unit: {unit}}}\n");
            school = school.file(&format!("{GOAL}.{lang}.yaml"), text);
        } else if let Some(review) = line.strip_prefix("review: ") {
            let (day, status) = review.split_once(' ').unwrap();
            let text = format!(
                "---\nkind: brief\ngoals:\n  reading: {{decision: continue, status: {status}, why: We looked.}}\n---\nWe talked.\n"
            );
            school = school.file(&format!("students/ana/reviews/{day}.md"), text);
        } else {
            writeln!(goal, "{line}").unwrap();
        }
    }
    school.file(&format!("{GOAL}.yaml"), goal)
}

fn told(edition: &LocalizedSite) -> String {
    let said = |phrases: &[&LocalizedText]| {
        let said: Vec<String> = phrases.iter().map(|phrase| plain(&phrase.text)).collect();
        said.join(" ")
    };
    let (card, page) = (&edition.index.page.goals.body[0], &edition.goals[0].page);
    let status = card.status.as_ref().map(|status| &status.text);
    let first = status.into_iter().chain([&card.sentence]).chain(&card.hope);
    let first: Vec<&LocalizedText> = first.collect();
    let caption: Vec<&LocalizedText> = page.numbers.caption.iter().collect();
    let what: Vec<&LocalizedText> = page.what.iter().flat_map(|what| &what.body).collect();
    format!("{} | {} | {}", said(&first), said(&caption), said(&what))
}

fn sentences(name: &str, case: &str) -> String {
    let mut seen = Diagnostics::default();
    let folder = school(case).folder();
    let shared = folder.shared().unwrap();
    let unit = folder.unit("ana");
    let pictures = folder.pictures(&unit, &shared);
    let groups = parse::files(unit.files(), &unit.folder(), []).into_value(&mut seen);
    let day = DayWatch::new(shared.school.today);
    let record = validate::record(&unit, &groups, &pictures, &shared.school, day.today());
    let record = record.into_value(&mut seen);
    let record = record.filter(|_| !seen.any_error());
    let record = record.unwrap_or_else(|| panic!("{name}: {seen:#?}"));
    let packs = Packs::load(&built_in(), &[], Digits::Western).into_value(&mut seen);
    let portfolio = portfolio(&record, &shared.school, day.today());
    let glossary = Glossary::new(&shared.school);
    let shown = ShownTexts::default();
    let mut text = String::new();
    for lang in LANGUAGES {
        let lang_tag = Lang::new(lang);
        let site = localized_site(&portfolio, &packs, &glossary, &shown, &lang_tag).unwrap();
        writeln!(text, "{lang}: {}", told(&site)).unwrap();
    }
    text
}

#[test]
fn sentences_are_those_that_were_read() {
    let path = root().join("tests/suite/sentences.txt");
    let table = fs::read_to_string(&path).unwrap();
    let mut found = String::new();
    let mut cases = table.split("\n## ");
    found += cases.next().unwrap();
    for case in cases {
        let (name, rest) = case.split_once("\n\n").unwrap();
        let goal = rest.split("\n\n").next().unwrap().trim_end();
        let said = sentences(name, goal);
        write!(found, "\n## {name}\n\n{goal}\n\n{said}").unwrap();
    }
    if std::env::var_os("KINFOLIO_BLESS").is_some() {
        fs::write(&path, found).unwrap();
    } else {
        assert_eq!(table, found, "read it, then bless it");
    }
}
