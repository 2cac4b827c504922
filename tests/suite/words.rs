//! Words to know: linked once where they stand, explained on the same page.

use crate::support::School;

const BASELINE: &str = "---\nalso: baselines\n---\n# Baseline\n\nWhere a child started.\n";
const BASELINE_ES: &str =
    "---\nalso: puntos de partida\n---\n# Punto de partida\n\nDonde empezó.\n";
const TRIAL: &str = "---\nalso: trials\ntitle_alone: no\n---\n# Trial (try)\n\nOne *try*.\n";

fn school() -> School {
    School::tiny()
        .file("library/glossary/baseline.md", BASELINE)
        .file("library/glossary/baseline.es.md", BASELINE_ES)
        .file("library/glossary/trial.md", TRIAL)
}

fn page(school: &School, student: &str, path: &str) -> String {
    let compiled = school.compile();
    String::from_utf8(compiled.site(student)[path].clone()).unwrap()
}

/// The links to words on a page, as `id: characters`.
fn links(page: &str) -> Vec<String> {
    let links = page.split("class=\"term\" href=\"#word-").skip(1);
    links
        .map(|rest| {
            let (id, rest) = rest.split_once("\">").unwrap();
            format!("{id}: {}", rest.split_once("</a>").unwrap().0)
        })
        .collect()
}

/// The words that a page explains, by id.
fn explained(page: &str) -> Vec<&str> {
    let ids = page.split("<div id=\"word-").skip(1);
    ids.map(|rest| rest.split_once('"').unwrap().0).collect()
}

#[test]
fn words_are_linked_once_in_running_text() {
    let update = "students/ana/updates/2026-11-13.md";
    let check = |markdown: &str, expected: &[&str]| {
        let page = page(
            &school().file(update, markdown),
            "ana",
            "en/updates/index.html",
        );
        assert_eq!(links(&page), expected, "{markdown}");
        let mut ids: Vec<_> = expected
            .iter()
            .filter_map(|one| one.split(':').next())
            .collect();
        ids.sort_unstable();
        assert_eq!(explained(&page), ids, "{markdown}");
    };
    check("Her baseline. Her **Baselines**.", &["baseline: baseline"]);
    check(
        "Two *trials* from the\nbaseline.",
        &["trial: trials", "baseline: baseline"],
    );
    check("A trial. Two baseliners.", &[]);
    check("# Baseline\n\nNo `baseline` here.", &[]);
    check("[The baseline](https://b.example)", &[]);
    check("<b>baseline</b>", &["baseline: baseline"]);
}

#[test]
fn words_are_those_of_the_text_and_explained_to_the_reader() {
    let goal = "students/ben/goals/counting";
    let school = school()
        .edit(
            &format!("{goal}.yaml"),
            "why: He likes to pay by himself.",
            "why: Above the baseline.",
        )
        .edit(
            &format!("{goal}.yaml"),
            "what: Count the coins in a purse.",
            "what: The baseline again.",
        )
        .edit(
            &format!("{goal}.es.yaml"),
            "title:",
            "why: Sobre el punto de partida.\ntitle:",
        );
    // What is not translated is searched for its own language's words; a page
    // explains a word once, whatever it is called.
    let spanish = page(&school, "ben", "es/goals/counting/index.html");
    assert_eq!(links(&spanish), ["baseline: punto de partida"]);
    assert!(spanish.contains("<dt>Punto de partida</dt>"), "{spanish}");
    let untranslated = school.edit(
        &format!("{goal}.es.yaml"),
        "why: Sobre el punto de partida.\n",
        "",
    );
    let spanish = page(&untranslated, "ben", "es/goals/counting/index.html");
    assert_eq!(links(&spanish), ["baseline: baseline"]);
    assert!(spanish.contains("<dt>Punto de partida</dt>"), "{spanish}");
}

#[test]
fn a_site_lists_the_words_it_uses() {
    let update = "students/ana/updates/2026-11-13.md";
    let used = school().file(update, "Her baseline.");
    let words = page(&used, "ana", "en/words/index.html");
    assert_eq!(explained(&words), ["baseline"]);
    assert!(page(&used, "ana", "en/team/index.html").contains("words/index.html"));

    let unused = school().compile();
    assert!(!unused.site("ana").contains_key("en/words/index.html"));
    let team = &unused.site("ana")["en/team/index.html"];
    assert!(!String::from_utf8_lossy(team).contains("words/index.html"));
}
