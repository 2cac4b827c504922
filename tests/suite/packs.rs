//! Every language says everything, and says it whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_bundle::{FluentArgs, FluentValue};
use icu::plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use kinfolio::diagnostic::{Code, Diagnostics};
use kinfolio::locale::{Packs, STAFF_FILES, built_in};
use kinfolio::model::{Clock, Date, Digits, Lang};

use crate::messages::{File, Message, packs, source};
use crate::support::{ending, files_below, root};

/// Variables that a message may use, and need not: languages differ in what
/// they have to agree with.
const FREE: [&str; 5] = ["name", "pronoun", "month-number", "bound", "place"];
/// Variables that hold words; their key 0 means that there are none.
const TEXTS: [&str; 11] = [
    "example", "better", "nearest", "choices", "instead", "long", "computer", "student", "other",
    "ended", "list",
];
/// Forms that a language's grammar does not tell from `other`.
const SAME: [(&str, &str); 1] = [("vi", "one")];
/// Numbers that fall into different categories in one language or another.
const NUMBERS: [f64; 9] = [0.0, 1.0, 2.0, 3.0, 6.0, 11.0, 21.0, 100.0, 1.5];

/// Fails with every fault, one to a line.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn no_message_has_two_homes() {
    let mut homes: BTreeMap<String, String> = BTreeMap::new();
    for (name, file) in &packs()["en"] {
        for id in file.keys() {
            let other = homes.insert(id.clone(), name.clone());
            assert_eq!(other, None, "{id} stands in {name} too");
        }
    }
}

/// A name in a file of pages is taken for kinfolio's own word, and not for a student's name.
#[test]
fn every_file_is_for_pages_or_for_staff() {
    const OF_PAGES: [&str; 16] = [
        "changes.ftl",
        "chart.ftl",
        "goals.ftl",
        "home.ftl",
        "index.ftl",
        "languages.ftl",
        "letter.ftl",
        "lock.ftl",
        "print.ftl",
        "reviews.ftl",
        "shell.ftl",
        "staff.ftl",
        "support.ftl",
        "team.ftl",
        "updates.ftl",
        "words.ftl",
    ];
    let known: BTreeSet<&str> = OF_PAGES.into_iter().chain(STAFF_FILES).collect();
    let packs = packs();
    let files: BTreeSet<&str> = packs["en"].keys().map(String::as_str).collect();
    assert_eq!(files, known);
}

#[test]
fn a_file_of_a_pack_has_every_message_of_that_file() {
    let packs = packs();
    let mut faults = Vec::new();
    for (lang, pack) in packs.iter().filter(|(lang, _)| *lang != "en") {
        for (name, file) in pack {
            let Some(source) = packs["en"].get(name) else {
                faults.push(format!("{lang}/{name}: there is no such file in en"));
                continue;
            };
            for (id, message) in source {
                match file.get(id) {
                    None => faults.push(format!("{lang}/{name}: {id} is missing")),
                    Some(own) if own.attributes != message.attributes => {
                        faults.push(format!("{lang}/{name}: {id} has other attributes"));
                    }
                    Some(_) => {}
                }
            }
            let unknown = file.keys().filter(|id| !source.contains_key(*id));
            faults.extend(unknown.map(|id| format!("{lang}/{name}: {id} is not in en")));
        }
    }
    none(&faults);
}

#[test]
fn messages_use_the_same_values_in_every_language() {
    let packs = packs();
    let mut faults = Vec::new();
    for (lang, pack) in &packs {
        for (name, file) in pack {
            for (id, message) in file {
                let Some(source) = packs["en"].get(name).and_then(|file| file.get(id)) else {
                    continue;
                };
                let values = |message: &Message| -> BTreeSet<String> {
                    let own = message.variables.iter();
                    own.filter(|variable| !FREE.contains(&variable.as_str()))
                        .cloned()
                        .collect()
                };
                if values(message) != values(source) {
                    let (own, source) = (values(message), values(source));
                    faults.push(format!(
                        "{lang}/{name}: {id} uses {own:?}, en uses {source:?}"
                    ));
                }
            }
        }
    }
    none(&faults);
}

const CATEGORIES: [(&str, PluralCategory); 6] = [
    ("zero", PluralCategory::Zero),
    ("one", PluralCategory::One),
    ("two", PluralCategory::Two),
    ("few", PluralCategory::Few),
    ("many", PluralCategory::Many),
    ("other", PluralCategory::Other),
];

/// Whether a selector's keys are kinds of numbers.
fn is_plural(variable: &str, keys: &BTreeSet<String>) -> bool {
    let (kinds, rest): (Vec<&String>, Vec<&String>) = keys
        .iter()
        .partition(|key| CATEGORIES.iter().any(|(name, _)| name == key));
    let numbers = rest.iter().all(|key| key.parse::<f64>().is_ok());
    let several = kinds.len() > 1 || (kinds.len() == 1 && !rest.is_empty());
    numbers && several && !TEXTS.contains(&variable)
}

#[test]
fn plurals_have_every_form_of_their_language() {
    let mut faults = Vec::new();
    for (lang, pack) in packs() {
        let locale: icu::locale::Locale = lang.parse().unwrap();
        let rules = PluralRules::try_new(locale.into(), PluralRulesOptions::default()).unwrap();
        let needed: Vec<PluralCategory> = rules.categories().collect();
        let needed = CATEGORIES
            .iter()
            .filter(|(name, category)| needed.contains(category) && !SAME.contains(&(&lang, name)));
        let needed: BTreeSet<String> = needed.map(|(name, _)| (*name).to_owned()).collect();
        for (name, file) in pack {
            for (id, message) in file {
                for (variable, keys) in message
                    .selectors
                    .iter()
                    .filter(|(variable, keys)| is_plural(variable, keys))
                {
                    let missing: Vec<_> = needed.difference(keys).collect();
                    if !missing.is_empty() {
                        faults.push(format!(
                            "{lang}/{name}: {id} (${variable}) lacks {missing:?}"
                        ));
                    }
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn bold_is_the_only_markup() {
    let mut faults = Vec::new();
    for (lang, pack) in packs() {
        for (id, message) in pack.values().flatten() {
            let words = message.words.concat();
            let opened = words.matches("<b>").count();
            let left = words.replace("<b>", "").replace("</b>", "");
            if left.contains(['<', '>']) || opened != words.matches("</b>").count() {
                faults.push(format!("{lang}: {id}: {words}"));
            }
        }
    }
    none(&faults);
}

/// The values of a message, once for each way in which they could decide.
fn values(message: &Message, file: &File) -> Vec<BTreeMap<String, FluentValue<'static>>> {
    let mut choices: BTreeMap<String, Vec<FluentValue>> = BTreeMap::new();
    for part in message.whole(file) {
        for variable in part.variables.iter().map(String::as_str).chain(FREE) {
            choices
                .entry(variable.to_owned())
                .or_insert_with(|| vec!["Larch".into()]);
        }
        for (variable, keys) in &part.selectors {
            let values = if is_plural(variable, keys) {
                NUMBERS.map(FluentValue::from).to_vec()
            } else {
                keys.iter()
                    .map(|key| FluentValue::from(key.clone()))
                    .collect()
            };
            choices.insert(variable.clone(), values);
        }
    }
    let longest = choices.values().map(Vec::len).max().unwrap_or(1);
    let turn = |turn: usize| {
        let pick = |values: &Vec<FluentValue<'static>>| values[turn % values.len()].clone();
        choices
            .iter()
            .map(|(name, values)| (name.clone(), pick(values)))
            .collect()
    };
    (0..longest).map(turn).collect()
}

#[test]
fn every_message_is_said_whole_with_every_number() {
    let packs = packs();
    let mut seen = Diagnostics::default();
    let loaded = Packs::load(&built_in(), &[], Digits::Western).into_value(&mut seen);
    assert!(seen.is_empty(), "{seen:?}");
    let mut faults = Vec::new();
    for (lang, pack) in &packs {
        let speaker = loaded.get(&Lang::new(lang.as_str())).unwrap();
        let all: File = pack.values().flat_map(Clone::clone).collect();
        for (id, message) in &all {
            let parts = message.attributes.iter().map(|name| format!("{id}.{name}"));
            for id in parts.chain([id.clone()]) {
                for values in values(message, &all) {
                    let args: FluentArgs = values
                        .iter()
                        .map(|(k, v)| (k.as_str(), v.clone()))
                        .collect();
                    let said = speaker.message(&id, &args).unwrap_or_default();
                    // "or more" may be nothing.
                    let empty = said.trim().is_empty() && !id.starts_with("bound-");
                    if empty || said.contains("{$") || said.contains("{-") {
                        faults.push(format!("{lang}: {id} with {values:?}: {said:?}"));
                    }
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn every_problem_has_words_reasons_and_help() {
    let diagnostics = &packs()["en"]["diagnostics.ftl"];
    let mut faults = Vec::new();
    for code in Code::ALL {
        match diagnostics.get(code.name()) {
            None => faults.push(format!("{code} {} has no message", code.name())),
            Some(message) => {
                let parts = ["why", "help"]
                    .into_iter()
                    .filter(|part| !message.attributes.contains(*part));
                faults.extend(parts.map(|part| format!("{} has no .{part}", code.name())));
            }
        }
    }
    none(&faults);
}

// What the program asks for.

/// Every text in quotes in the Rust files below `folder`, tests left out.
fn literals(folder: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, bytes) in files_below(&root().join(folder)) {
        let text = String::from_utf8(bytes).unwrap();
        if ending(&path) == "rs" {
            let code = text.split("#[cfg(test)]").next().unwrap();
            found.extend(code.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
    found
}

/// Texts handed straight to a function that says a message.
fn said() -> BTreeSet<String> {
    let sayers = [
        "say(",
        "say_with(",
        "speaker.text(",
        "words.count(",
        "message(",
    ];
    let mut found = BTreeSet::new();
    for folder in ["src/locale", "src/cli"] {
        for (path, bytes) in files_below(&root().join(folder)) {
            let text = String::from_utf8(bytes).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            for sayer in sayers.iter().filter(|_| ending(&path) == "rs") {
                let calls = code.split(sayer).skip(1).map(str::trim_start);
                let ids = calls.filter_map(|call| call.strip_prefix('"')?.split_once('"'));
                found.extend(ids.map(|(id, _)| id.to_owned()));
            }
        }
    }
    assert!(found.len() > 20, "{found:?}");
    found
}

#[test]
fn what_is_said_is_there() {
    let source = source();
    let missing = said().into_iter().filter(|id| !source.contains_key(id));
    none(
        &missing
            .map(|id| format!("{id} is said and is in no file of en"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn what_is_there_is_said() {
    let source = source();
    let literals: BTreeSet<String> = ["src/locale", "src/cli", "src/render", "src/theme"]
        .into_iter()
        .flat_map(literals)
        .collect();
    // `format!("page-{page}")` says every message that begins with `page-`.
    let built: Vec<&str> = literals
        .iter()
        .filter_map(|text| text.split_once('{'))
        .map(|(start, _)| start)
        .filter(|start| start.ends_with('-') && start.len() > 2)
        .collect();
    let inner: BTreeSet<&String> = source
        .values()
        .flat_map(|message| &message.messages)
        .collect();
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    let unsaid = source.keys().filter(|id| {
        let id = id.as_str();
        !literals.contains(id)
            && !built.iter().any(|start| id.starts_with(start))
            && !inner.contains(&id.to_owned())
            && !codes.contains(id)
    });
    none(
        &unsaid
            .map(|id| format!("{id} is never said"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn labels_have_words() {
    let diagnostics = &packs()["en"]["diagnostics.ftl"];
    let attributes: BTreeSet<&String> = diagnostics
        .values()
        .flat_map(|message| &message.attributes)
        .collect();
    let mut labels = BTreeSet::new();
    for (_, bytes) in files_below(&root().join("src")) {
        let text = String::from_utf8(bytes).unwrap();
        for call in text.split(".label(").skip(1) {
            // The second argument, which is a plain text.
            let words = call.split(';').next().unwrap().split('"').nth(1);
            labels.extend(words.map(str::to_owned));
        }
    }
    let missing = labels.iter().filter(|label| !attributes.contains(label));
    none(
        &missing
            .map(|label| format!("no message has .{label}"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn dates_and_times_are_as_people_write_them() {
    let mut seen = Diagnostics::default();
    let loaded = Packs::load(&built_in(), &[], Digits::Western).into_value(&mut seen);
    let check = |lang: &str, date: &str, weekday: &str, times: [&str; 3]| {
        let formats = &loaded.get(&Lang::new(lang)).unwrap().formats;
        let day = Date::constant(2026, 12, 3);
        let time = |hour, minute| {
            let time = formats.time(Clock::new(hour, minute).unwrap());
            time.replace(['\u{202f}', '\u{a0}'], " ")
        };
        let weekday_date = formats.sentence(&formats.weekday_date(day));
        assert_eq!((&*formats.date(day), &*weekday_date), (date, weekday));
        assert_eq!([time(8, 15), time(12, 0), time(15, 30)], times, "{lang}");
    };
    let times = ["8:15 AM", "12:00 PM", "3:30 PM"];
    check("en", "December 3, 2026", "Thursday, December 3", times);
    let times = ["8:15 a. m.", "12:00 p. m.", "3:30 p. m."];
    check(
        "es",
        "3 de diciembre de 2026",
        "Jueves 3 de diciembre",
        times,
    );
    let times = ["8:15 صباحًا", "12:00 ظهرًا", "3:30 بعد الظهر"];
    check("ar", "3 ديسمبر 2026", "الخميس، 3 ديسمبر", times);
    let times = ["08:15", "12:00", "15:30"];
    let date = "3 tháng 12 năm 2026";
    check("vi", date, "Thứ Năm, ngày 3 tháng 12", times);
}

#[test]
fn sentences_begin_as_their_language_begins_them() {
    let mut seen = Diagnostics::default();
    let loaded = Packs::load(&built_in(), &[], Digits::Western).into_value(&mut seen);
    let check = |lang: &str, text: &str, expected: &str| {
        let formats = &loaded.get(&Lang::new(lang)).unwrap().formats;
        assert_eq!(formats.sentence(text), expected, "{lang}");
    };
    check("es", "de lunes a jueves", "De lunes a jueves");
    check(
        "es",
        "\u{2068}la maestra Ortiz\u{2069} lee",
        "\u{2068}La maestra Ortiz\u{2069} lee",
    );
    check(
        "en",
        "\u{e000}level 3\u{e001} of 4",
        "\u{e000}Level 3\u{e001} of 4",
    );
    check("en", "58 words in a minute", "58 words in a minute");
    check("vi", "đã đạt", "Đã đạt");
    check("ar", "المستوى 3", "المستوى 3");
    check("en", "", "");
}

#[test]
fn packs_say_who_has_read_them() {
    for lang in packs().keys() {
        let text = fs::read_to_string(root().join(format!("locales/{lang}/locale.yaml"))).unwrap();
        for field in ["autonym:", "direction:", "cldr:", "reviewed:"] {
            assert!(
                text.lines().any(|line| line.starts_with(field)),
                "{lang} has no {field}"
            );
        }
    }
}
