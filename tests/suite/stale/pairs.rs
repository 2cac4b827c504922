//! The rules for a pair of files, without a disk.

use std::collections::BTreeMap;

use super::OLD;
use crate::folder::{Folder, TODAY};
use crate::support::School;
use kinfolio::build::{self, Built, Shared};
use kinfolio::diagnostic::{Code, Diagnostics};
use kinfolio::discover;
use kinfolio::model::TranslationState;
use kinfolio::progress::shared_translations;
use kinfolio::render::Bundle;
use kinfolio::source::{RelPath, TRANSLATION_LOG, translation_log_of};

/// The files of what is remembered: of all, and of each student.
type TranslationLogs = BTreeMap<RelPath, Vec<u8>>;

/// A build that remembers what the one before it kept.
struct Build {
    units: Vec<Built<Bundle>>,
    shared: Shared,
    translation_log: TranslationLogs,
    seen: Diagnostics,
}

/// A school with what a build has remembered.
fn folder(school: &School, translation_log: &TranslationLogs) -> Folder {
    let mut folder = school.folder();
    let files = translation_log.iter();
    let files = files.map(|(path, bytes)| (path.clone(), bytes.as_slice().into()));
    folder.snapshot.files.extend(files);
    folder
}

fn build(school: &School, translation_log: &TranslationLogs) -> Build {
    let folder = folder(school, translation_log);
    let mut seen = Diagnostics::default();
    let shared = folder.shared_at(TODAY).into_value(&mut seen).unwrap();
    let units = build::school(&folder, &folder.students(), &shared, |_, bundle| bundle);
    let path = RelPath::new(TRANSLATION_LOG).unwrap();
    let mut translation_log = TranslationLogs::from([(path, shared.translation_log().bytes())]);
    for unit in &units {
        let path = translation_log_of(unit.student.as_str()).unwrap();
        translation_log.insert(path, unit.translation_log.bytes());
        seen.append(unit.diagnostics.clone());
    }
    Build {
        units,
        shared,
        translation_log,
        seen,
    }
}

impl Build {
    /// Who stands behind the translation of a file of Ben's, or of all.
    fn state(&self, file: &str) -> Option<TranslationState> {
        let ben = self
            .units
            .iter()
            .find(|unit| unit.student.as_str() == "ben");
        let files = ben.unwrap().translations.clone();
        let mut files = files
            .into_iter()
            .chain(shared_translations(&self.shared.school));
        let found = files.find(|one| one.file.as_str() == file && one.lang.as_str() == "es");
        found.unwrap_or_else(|| panic!("{file}")).state
    }

    /// How many files K290 speaks of.
    fn warnings(&self) -> usize {
        let stale = self.seen.iter();
        stale
            .filter(|one| one.code == Code::StaleTranslation)
            .count()
    }
}

/// Builds the versions of a file and of its translation one after the other;
/// after each, the translation is human or stale.
fn check(file: &str, facts: &str, versions: &[(&str, &str, TranslationState)]) {
    let (id, ending) = file.rsplit_once('.').unwrap();
    let mut translation_log = TranslationLogs::default();
    for (step, (original, translation, expected)) in versions.iter().enumerate() {
        let school = School::tiny()
            .file(file, facts.replace('@', original))
            .file(&format!("{id}.es.{ending}"), translation);
        let built = build(&school, &translation_log);
        let found = built.state(file);
        assert_eq!(found, Some(*expected), "{file}, version {step}");
        let stale = usize::from(*expected == TranslationState::Stale);
        assert_eq!(built.warnings(), stale, "{file}, version {step}");
        translation_log = built.translation_log;
    }
}

const GOAL: &str = "area: math\nmeasure: percent\nbaseline: {date: 2026-09-10, value: 3/10}\n\
    target: 80\nby: 2027-05-28\n@\n";

#[test]
fn a_goal_and_its_translation() {
    use TranslationState::{Human, Stale};
    let check = |versions: &[_]| check("students/ben/goals/counting.yaml", GOAL, versions);
    // The words change, then the translation follows.
    check(&[
        ("title: Counting coins", "title: Monedas", Human),
        ("title: Counting coins", "title: Monedas", Human),
        ("title: Counting money", "title: Monedas", Stale),
        ("title: Counting money", "title: Monedas", Stale),
        ("title: Counting money", "title: Dinero", Human),
        ("title: Counting cash", "title: Dinero", Stale),
    ]);
    // What is taken back was never meant.
    check(&[
        ("title: Counting coins", "title: Monedas", Human),
        ("title: Counting money", "title: Monedas", Stale),
        ("title: Counting coins", "title: Monedas", Human),
    ]);
    // Both change in one go, or only the translation does.
    check(&[
        ("title: Counting coins", "title: Monedas", Human),
        ("title: Counting money", "title: Dinero", Human),
        ("title: Counting money", "title: Contar dinero", Human),
    ]);
}

#[test]
fn what_is_no_word_makes_nothing_older() {
    use TranslationState::{Human, Stale};
    let check = |versions: &[_]| check("students/ben/goals/counting.yaml", GOAL, versions);
    // Numbers, and words about numbers.
    check(&[
        ("title: Coins", "title: Monedas", Human),
        (
            "title: Coins\ndata:\n  2026-09-17: 4/10",
            "title: Monedas",
            Human,
        ),
        (
            "title: Coins\ndata:\n  2026-09-17: {correct: 4, total: 10, note: dimes}\npriority: 1",
            "title: Monedas",
            Human,
        ),
    ]);
    // Remarks, quotes, order, space and broken lines.
    check(&[
        (
            "title: Coins\nwhy: For the shop.",
            "title: A\nwhy: B",
            Human,
        ),
        (
            "# a remark\nwhy: \"For   the shop. \"\ntitle: >\n  Coins\n",
            "why: B\n# another\ntitle: A",
            Human,
        ),
    ]);
    // Lists are matched by their order.
    check(&[
        (
            "title: T\nwhere_used: [bus, shop]",
            "title: A\nwhere_used: [b, s]",
            Human,
        ),
        (
            "title: T\nwhere_used: [shop, bus]",
            "title: A\nwhere_used: [b, s]",
            Stale,
        ),
    ]);
}

#[test]
fn texts_come_and_go() {
    use TranslationState::{Human, Stale};
    let check = |versions: &[_]| check("students/ben/goals/counting.yaml", GOAL, versions);
    // A text that is new has no translation yet; one that is gone needs none.
    check(&[
        ("title: Coins", "title: A", Human),
        ("title: Coins\nwhy: For the shop.", "title: A", Stale),
        (
            "title: Coins\nwhy: For the shop.",
            "title: A\nwhy: B",
            Human,
        ),
        ("title: Coins", "title: A\nwhy: B", Human),
        (
            "title: Coins\nwhy: For the shop.",
            "title: A\nwhy: B",
            Human,
        ),
    ]);
    // Somebody has compared them and changed nothing.
    check(&[
        ("title: Coins", "title: A", Human),
        ("title: The coins", "title: A", Stale),
        ("title: The coins", "title: A\nchecked: 2026-11-19", Human),
        ("title: Any coins", "title: A\nchecked: 2026-11-19", Stale),
        ("title: Any coins", "title: A\nchecked: 2026-11-20", Human),
    ]);
}

#[test]
fn markdown_and_its_translation() {
    use TranslationState::{Human, Stale};
    let update = |versions: &[_]| check("students/ben/updates/2026-11-13.md", "@", versions);
    update(&[
        ("He counted.", "Contó.", Human),
        ("---\nby: okafor\n---\nHe\ncounted.\n\n", "Contó.", Human),
        ("He counted to nine.", "Contó.", Stale),
        ("He counted to nine.", "Contó hasta nueve.", Human),
        ("He counted to ten.", "Contó hasta nueve.", Stale),
        (
            "He counted to ten.",
            "---\nchecked: 2026-11-20\n---\nContó hasta nueve.",
            Human,
        ),
    ]);
    let tip = |versions: &[_]| check("students/ben/tips/coins.md", "@", versions);
    tip(&[
        (
            "---\ntimes: often\n---\n# Coins\n\nCount.",
            "---\ntimes: a\n---\n# B\n\nC.",
            Human,
        ),
        (
            "---\ntimes: often\nminutes: 5\n---\n# Coins\n\nCount.",
            "---\ntimes: a\n---\n# B\n\nC.",
            Human,
        ),
        (
            "---\ntimes: daily\n---\n# Coins\n\nCount.",
            "---\ntimes: a\n---\n# B\n\nC.",
            Stale,
        ),
    ]);
}

#[test]
fn what_all_students_share_grows_old_too() {
    use TranslationState::{Human, Stale};
    check(
        "library/roles/teacher.yaml",
        "@",
        &[
            ("name: Teacher\nplain: Teaches.", "name: A\nplain: B", Human),
            (
                "name: Teacher\nplain: Teaches all.",
                "name: A\nplain: B",
                Stale,
            ),
            (
                "name: Teacher\nplain: Teaches all.",
                "name: A\nplain: C",
                Human,
            ),
        ],
    );
}

#[test]
fn a_machine_keeps_its_label() {
    let school = |title: &str, who: &str| {
        let words = format!("title: {title}");
        School::tiny()
            .file(
                "students/ben/goals/counting.yaml",
                GOAL.replace('@', &words),
            )
            .file(
                "students/ben/goals/counting.es.yaml",
                format!("title: Contar\ntranslation: {who}\n"),
            )
    };
    let labels = |who: &str| {
        let translation_log =
            build(&school("Counting coins", who), &TranslationLogs::default()).translation_log;
        let built = build(&school("Counting money", who), &translation_log);
        assert_eq!(
            built.state("students/ben/goals/counting.yaml"),
            Some(TranslationState::Stale)
        );
        let ben = built
            .units
            .into_iter()
            .find(|unit| unit.student.as_str() == "ben");
        let page = RelPath::new("es/goals/counting/index.html").unwrap();
        let page = ben.unwrap().site.unwrap().remove(&page).unwrap();
        let page = String::from_utf8(page).unwrap();
        [OLD, "computadora"].map(|label| page.contains(label))
    };
    assert_eq!(labels("human"), [true, false]);
    assert_eq!(labels("reviewed"), [true, false]);
    assert_eq!(labels("machine"), [false, true]);
}

#[test]
fn a_unit_knows_its_own_pairs_only() {
    let school = School::tiny()
        .file("students/cleo/goals/asking.ar.yaml", "title: طلب\n")
        .file("school.es.yaml", "name: Escuela\n");
    let translation_log = build(&school, &TranslationLogs::default()).translation_log;
    let folder = folder(&school, &translation_log);
    let shared = discover::shared(&folder.snapshot, &folder.students());
    let shared = shared.into_value(&mut Diagnostics::default());
    let mut parts = vec![("", shared.translation_log)];
    let units = folder.units();
    for unit in &units {
        parts.push((unit.student().as_str(), unit.translation_log().clone()));
    }
    let found: Vec<_> = parts
        .into_iter()
        .map(|(owner, part)| {
            let text = String::from_utf8(part.bytes()).unwrap();
            let named = ["school.es", "/ana/", "/ben/", "/cleo/"];
            (owner, named.map(|name| text.contains(name)))
        })
        .collect();
    assert_eq!(
        found,
        [
            ("", [true, false, false, false]),
            ("ana", [false, false, false, false]),
            ("ben", [false, false, true, false]),
            ("cleo", [false, false, false, true]),
        ]
    );
}
