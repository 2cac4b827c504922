//! The page for paper: every tip once, every chart with its numbers.

use std::collections::BTreeMap;

use crate::support::{School, root};

const SECOND: &str = "---\nroutine: dinner\nminutes: 5\ntimes: 2 a week\nareas: [reading]\n---\n# Menu words\n\n1. Find a word.\n";

/// The pages for paper and the pages beside them, by student and language.
fn editions(school: &School) -> BTreeMap<String, [String; 2]> {
    let compiled = school.compile();
    let mut found = BTreeMap::new();
    for (student, site) in &compiled.sites {
        let site = site.as_ref().unwrap();
        let text = |path: &str| String::from_utf8(site[path].clone()).unwrap();
        for path in site
            .keys()
            .filter(|path| path.ends_with("/print/index.html"))
        {
            let (lang, _) = path.split_once('/').unwrap();
            let pages = [text(path), text(&format!("{lang}/home/index.html"))];
            found.insert(format!("{student}/{lang}"), pages);
        }
    }
    found
}

/// The first words of everything that has to be done, as often as it stands there.
fn steps(page: &str) -> Vec<&str> {
    let main = page.split_once("<main").unwrap().1;
    let tips = main.split("<ul class=\"facts\">").skip(1);
    let mut steps: Vec<&str> = tips
        .map(|tip| {
            let body = tip.split_once("<div class=\"prose\">").unwrap().1;
            body.split_once("</div>").unwrap().0
        })
        .collect();
    steps.sort_unstable();
    steps
}

#[test]
fn each_tip_is_printed_once() {
    for folder in ["content", "tests/golden/school"] {
        for (edition, [paper, home]) in editions(&School::of(&root().join(folder))) {
            // Words to know are links on the screen only.
            let [paper, home] = [&paper, &home].map(|page| steps(page).len());
            assert!(paper > 0, "{edition}");
            assert_eq!(paper, home, "{edition}");
        }
    }
}

#[test]
fn a_goal_names_the_tips_that_stand_elsewhere() {
    let goal = "students/ana/goals/reading.yaml";
    let school = School::tiny()
        .file("library/tips/menu-words.md", SECOND)
        .file(
            "library/tips/signs.md",
            SECOND.replace("Menu words", "Signs"),
        )
        .edit(
            goal,
            "[read-together]",
            "[read-together, menu-words, signs]",
        );
    let pages = editions(&school);
    let [paper, home] = &pages["ana/en"];
    assert_eq!(steps(paper), steps(home));
    let sheets: Vec<&str> = paper.split("class=\"sheet").skip(1).collect();
    let check = |sheet: usize, tip: &str, whole: bool, named: bool| {
        let heading = format!(">{tip}</h");
        let pointer = format!("“{tip}” is on another sheet.");
        assert_eq!(
            (
                sheets[sheet].contains(&heading),
                sheets[sheet].contains(&pointer)
            ),
            (whole, named),
            "{tip} on sheet {sheet}"
        );
    };
    // The first sheet, the goal, "At home".
    check(0, "Read together", true, false);
    check(1, "Read together", false, true);
    check(1, "Menu words", true, false);
    check(1, "Signs", false, true);
    check(2, "Signs", true, false);
    check(2, "Menu words", false, false);
}

#[test]
fn every_chart_has_its_numbers_unfolded() {
    for folder in ["content", "tests/golden/school"] {
        for (edition, [paper, _]) in editions(&School::of(&root().join(folder))) {
            let count = |what: &str| paper.matches(what).count();
            assert_eq!(
                count("role=\"img\""),
                count("<table class=\"numbers\">"),
                "{edition}"
            );
            let charts = paper.split("<figure>").skip(1);
            let mut charts = charts.map(|figure| figure.split_once("</figure>").unwrap().0);
            assert!(
                charts.all(|figure| !figure.contains("<details")),
                "{edition}"
            );
        }
    }
}
