//! Words that people in schools use for a field or a choice, with the one of
//! `docs/format.md`. A word is here only if it has one meaning for its field; a test
//! checks that each leads to a real field or choice.

use super::plain::unaccented;

/// Words for choices, as `key` writes them. A word may be in several rows if no field
/// has two of those choices.
pub const CHOICES: &[(&str, &str)] = &[
    // Measures.
    ("frequency", "count"),
    ("freq", "count"),
    ("frequency-count", "count"),
    ("tally", "count"),
    ("event", "count"),
    ("number", "count"),
    ("number-of-times", "count"),
    ("prompts", "count"),
    ("number-of-prompts", "count"),
    ("wpm", "words-per-minute"),
    ("wcpm", "words-per-minute"),
    ("cwpm", "words-per-minute"),
    ("orf", "words-per-minute"),
    ("fluency", "words-per-minute"),
    ("reading-fluency", "words-per-minute"),
    ("oral-reading-fluency", "words-per-minute"),
    ("words-correct-per-minute", "words-per-minute"),
    ("words-a-minute", "words-per-minute"),
    ("percentage", "percent"),
    ("percent-correct", "percent"),
    ("accuracy", "percent"),
    ("percent-accuracy", "percent"),
    ("trials", "percent"),
    ("rubric", "level"),
    ("rubric-level", "level"),
    ("levels", "level"),
    ("prompt-level", "prompt"),
    ("prompting-level", "prompt"),
    ("level-of-prompting", "prompt"),
    ("prompt-hierarchy", "prompt"),
    ("level-of-support", "prompt"),
    ("task-analysis", "steps"),
    ("step", "steps"),
    ("gas", "goal-attainment"),
    ("goal-attainment-scale", "goal-attainment"),
    ("goal-attainment-scaling", "goal-attainment"),
    ("interval-recording", "interval"),
    ("time-sampling", "interval"),
    ("response-time", "latency"),
    ("wait-time", "latency"),
    ("time-on-task", "duration"),
    ("length", "duration"),
    ("points", "score"),
    ("scale", "score"),
    ("rate-per-minute", "rate"),
    ("item", "items"),
    // What is made of episodes, and units of time.
    ("sum", "total"),
    ("average", "mean"),
    ("avg", "mean"),
    ("sec", "seconds"),
    ("secs", "seconds"),
    ("second", "seconds"),
    ("min", "minutes"),
    ("mins", "minutes"),
    ("minute", "minutes"),
    // Directions.
    ("up", "increase"),
    ("more", "increase"),
    ("higher", "increase"),
    ("down", "decrease"),
    ("less", "decrease"),
    ("fewer", "decrease"),
    ("lower", "decrease"),
    ("reduce", "decrease"),
    ("stay", "maintain"),
    ("keep", "maintain"),
    // Areas.
    ("mathematics", "math"),
    ("maths", "math"),
    ("speech", "communication"),
    ("language", "communication"),
    ("speech-language", "communication"),
    ("fine-motor", "motor"),
    ("gross-motor", "motor"),
    ("life-skills", "daily-living"),
    ("self-care", "daily-living"),
    ("adaptive", "daily-living"),
    ("social-skills", "social"),
    ("social-emotional", "social"),
    // Where data was collected.
    ("classroom", "class"),
    ("whole-class", "class"),
    ("general-education", "class"),
    ("gen-ed", "class"),
    ("group", "small-group"),
    // Status, decisions.
    ("on-track", "on-path"),
    ("on-target", "on-path"),
    ("on-pace", "on-path"),
    ("on-the-path", "on-path"),
    ("mastered", "met"),
    ("goal-met", "met"),
    ("achieved", "met"),
    ("ahead-of-schedule", "ahead"),
    ("ahead-of-pace", "ahead"),
    ("on-hold", "paused"),
    ("stable", "steady"),
    ("too-early", "early"),
    ("too-soon", "early"),
    ("just-started", "early"),
    ("change", "changing"),
    ("change", "adjust"),
    ("modify", "adjust"),
    ("revise", "adjust"),
    ("keep-going", "continue"),
    ("no-change", "continue"),
    ("raise-the-goal", "raise"),
    ("raise-goal", "raise"),
    ("discontinue", "end"),
    ("exit", "end"),
    ("close", "end"),
    // Services.
    ("speech", "speech-language"),
    ("speech-therapy", "speech-language"),
    ("speech-and-language", "speech-language"),
    ("speech-and-language-therapy", "speech-language"),
    ("slp", "speech-language"),
    ("language", "speech-language"),
    ("ot", "occupational"),
    ("occupational-therapy", "occupational"),
    ("pt", "physical"),
    ("physical-therapy", "physical"),
    ("counselling", "counseling"),
    ("aide", "classroom-support"),
    ("para", "classroom-support"),
    ("paraprofessional", "classroom-support"),
    ("class-support", "classroom-support"),
    ("pullout", "pull-out"),
    ("resource-room", "pull-out"),
    ("pushin", "push-in"),
    ("in-class", "push-in"),
    ("in-classroom", "push-in"),
    ("inclusion", "push-in"),
    ("both", "blended"),
    ("consultation", "consult"),
    ("consultative", "consult"),
    ("one-teach-one-observe", "one-teach-one-assist"),
    ("stations", "station"),
    ("team-teaching", "team"),
    // Roles.
    ("speech", "speech-language-pathologist"),
    ("speech-pathologist", "speech-language-pathologist"),
    ("speech-therapist", "speech-language-pathologist"),
    ("speech-teacher", "speech-language-pathologist"),
    ("slp", "speech-language-pathologist"),
    ("ot", "occupational-therapist"),
    ("occupational", "occupational-therapist"),
    ("pt", "physical-therapist"),
    ("counsellor", "counselor"),
    ("guidance-counselor", "counselor"),
    ("psychologist", "school-psychologist"),
    ("special-ed-teacher", "special-education-teacher"),
    ("sped-teacher", "special-education-teacher"),
    ("sped", "special-education-teacher"),
    ("special-educator", "special-education-teacher"),
    ("teacher-of-record", "special-education-teacher"),
    ("general-education-teacher", "classroom-teacher"),
    ("gen-ed-teacher", "classroom-teacher"),
    ("homeroom-teacher", "classroom-teacher"),
    ("para", "paraprofessional"),
    ("aide", "paraprofessional"),
    ("paraeducator", "paraprofessional"),
    ("teacher-aide", "paraprofessional"),
    ("school-nurse", "nurse"),
    // How often.
    ("weekly", "week"),
    ("a-week", "week"),
    ("each-week", "week"),
    ("every-week", "week"),
    ("wk", "week"),
    ("daily", "day"),
    ("every-day", "day"),
    ("monthly", "month"),
    ("a-month", "month"),
    ("every-month", "month"),
    ("every-two-weeks", "two-weeks"),
    ("every-2-weeks", "two-weeks"),
    ("every-other-week", "two-weeks"),
    ("2-weeks", "two-weeks"),
    ("week", "weekly"),
    ("every-week", "weekly"),
    ("month", "monthly"),
    ("every-month", "monthly"),
    // People.
    ("he-him", "he"),
    ("he-him-his", "he"),
    ("him", "he"),
    ("she-her", "she"),
    ("she-her-hers", "she"),
    ("her", "she"),
    ("they-them", "they"),
    ("they-them-theirs", "they"),
    ("them", "they"),
    // Meetings, reviews, changes.
    ("iep-meeting", "iep"),
    ("parent", "family"),
    ("parents", "family"),
    ("parent-conference", "family"),
    ("parent-teacher-conference", "family"),
    ("family-meeting", "family"),
    ("planning-meeting", "planning"),
    ("progress-review", "review"),
    ("short", "brief"),
    ("quick", "brief"),
    ("full", "formal"),
    ("programme", "program"),
    // The school.
    ("dmy", "day-first"),
    ("dd-mm-yyyy", "day-first"),
    ("d-m-yyyy", "day-first"),
    ("mdy", "month-first"),
    ("mm-dd-yyyy", "month-first"),
    ("m-d-yyyy", "month-first"),
    ("least-squares", "ols"),
    ("off", "none"),
    // Who translated.
    ("google", "machine"),
    ("google-translate", "machine"),
    ("computer", "machine"),
    ("auto", "machine"),
    ("ai", "machine"),
    ("deepl", "machine"),
    ("person", "human"),
];

/// Words for fields, as `key` writes them with `_`. A word is here once, and is not the
/// name of a field.
pub const FIELDS: &[(&str, &str)] = &[
    ("attendees", "who"),
    ("begin", "start"),
    ("begin_time", "start"),
    ("begins", "start"),
    ("criteria", "mastery"),
    ("criterion", "mastery"),
    ("deadline", "by"),
    ("due", "by"),
    ("due_date", "by"),
    ("end_time", "end"),
    ("finish", "end"),
    ("home_language", "home_languages"),
    ("location", "where"),
    ("mastery_criteria", "mastery"),
    ("mastery_criterion", "mastery"),
    ("maximum", "at_most"),
    ("measured_by", "measure"),
    ("minimum", "at_least"),
    ("mins", "minutes"),
    ("nickname", "call_name"),
    ("observations", "data"),
    ("owner", "owners"),
    ("place", "where"),
    ("preferred_name", "call_name"),
    ("probes", "values"),
    ("programme", "program"),
    ("pronoun", "pronouns"),
    ("provider", "who"),
    ("providers", "who"),
    ("room", "where"),
    ("start_time", "start"),
    ("strength", "strengths"),
    ("subject_area", "area"),
    ("target_date", "by"),
    ("tip", "tips"),
];

/// Languages of families, in English and in their own words, without accents.
const LANGUAGES: &[(&str, &str)] = &[
    ("amharic", "am"),
    ("arabic", "ar"),
    ("العربية", "ar"),
    ("bengali", "bn"),
    ("burmese", "my"),
    ("cantonese", "yue"),
    ("dari", "prs"),
    ("english", "en"),
    ("farsi", "fa"),
    ("persian", "fa"),
    ("french", "fr"),
    ("francais", "fr"),
    ("german", "de"),
    ("gujarati", "gu"),
    ("haitian-creole", "ht"),
    ("kreyol", "ht"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("hmong", "hmn"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("khmer", "km"),
    ("korean", "ko"),
    ("kurdish", "ku"),
    ("lao", "lo"),
    ("mandarin", "zh"),
    ("nepali", "ne"),
    ("pashto", "ps"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("punjabi", "pa"),
    ("russian", "ru"),
    ("somali", "so"),
    ("spanish", "es"),
    ("espanol", "es"),
    ("swahili", "sw"),
    ("tagalog", "tl"),
    ("tigrinya", "ti"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("urdu", "ur"),
    ("vietnamese", "vi"),
    ("tieng-viet", "vi"),
];

/// A word in the form of these tables: in lower case without accents, with hyphens
/// between words.
fn key(text: &str) -> String {
    let text = unaccented(text.trim().trim_end_matches('.')).to_lowercase();
    let between = |c: char| c.is_whitespace() || matches!(c, '_' | '/' | '-');
    let words = text.split(between).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// The one of `choices` that a word means: the same word in other letters, or a synonym.
/// `None` if it means none of them, or two.
pub fn choice<'c>(text: &str, choices: impl Iterator<Item = &'c str> + Clone) -> Option<&'c str> {
    let typed = key(text);
    if let Some(same) = choices.clone().find(|choice| key(choice) == typed) {
        return Some(same);
    }
    let stands = |choice: &&str| {
        CHOICES
            .iter()
            .any(|(word, meant)| *word == typed && meant == choice)
    };
    let mut meant = choices.filter(stands);
    let first = meant.next()?;
    meant.next().is_none().then_some(first)
}

/// The one of `choices` that is the same word in other letters.
pub fn same<'c>(text: &str, choices: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let typed = key(text);
    let mut same = choices.filter(|choice| key(choice) == typed);
    let first = same.next().filter(|_| !typed.is_empty())?;
    same.next().is_none().then_some(first)
}

/// The field that another name means: the same name with capitals, spaces or hyphens, or
/// a synonym.
#[must_use]
pub fn field(name: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let synonym = |name: &str| {
        let found = FIELDS
            .binary_search_by(|(word, _)| (*word).cmp(name))
            .ok()
            .and_then(|place| FIELDS.get(place));
        found.map(|(_, meant)| (*meant).to_owned())
    };
    if name.chars().all(plain) {
        return synonym(name);
    }
    let name = key(name).replace('-', "_");
    Some(synonym(&name).unwrap_or(name))
}

/// The tag of a language, by its name.
#[must_use]
pub fn language(text: &str) -> Option<&'static str> {
    let typed = key(text);
    let found = LANGUAGES.iter().find(|(name, _)| *name == typed);
    found.map(|(_, tag)| *tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_for_choices() {
        let check = |text: &str, choices: &[&str], expected: Option<&str>| {
            assert_eq!(choice(text, choices.iter().copied()), expected, "{text}");
        };
        let measures = ["count", "percent", "prompt", "words-per-minute"];
        check("Frequency", &measures, Some("count"));
        check("prompts", &measures, Some("count"));
        check("Words per Minute", &measures, Some("words-per-minute"));
        check("happiness", &measures, None);
        let kinds = ["reading", "speech-language"];
        check("speech", &kinds, Some("speech-language"));
        check("Speech/Language", &kinds, Some("speech-language"));
        check("writing", &kinds, None);
        check("speech", &["math", "communication"], Some("communication"));
        check("change", &["changing", "met"], Some("changing"));
        check("change", &["adjust", "met"], Some("adjust"));
        check("he/him", &["she", "he", "they"], Some("he"));
        check("pull out", &["push-in", "pull-out"], Some("pull-out"));
        check(
            "counselling",
            &["reading", "counseling"],
            Some("counseling"),
        );
        check("programme", &["school", "program"], Some("program"));
        check("", &measures, None);
    }

    #[test]
    fn words_stand_for_fields() {
        let check = |name: &str, expected: Option<&str>| {
            assert_eq!(field(name).as_deref(), expected, "{name}");
        };
        check("Target", Some("target"));
        check("How checked", Some("how_checked"));
        check("at-least", Some("at_least"));
        check("location", Some("where"));
        check("programme", Some("program"));
        check("Due Date", Some("by"));
        check("target", None);
    }

    #[test]
    fn tables_are_in_order() {
        assert!(
            FIELDS.is_sorted_by(|a, b| a.0 < b.0),
            "sorted, each word once"
        );
        for (word, _) in FIELDS {
            assert_eq!(key(word).replace('-', "_"), *word);
        }
        for (word, _) in CHOICES.iter().chain(LANGUAGES) {
            assert_eq!(key(word), *word);
        }
        let mut choices: Vec<_> = CHOICES.iter().collect();
        choices.sort_unstable();
        choices.dedup();
        assert_eq!(choices.len(), CHOICES.len(), "no row stands twice");
    }

    #[test]
    fn languages_have_names() {
        assert_eq!(language("Spanish"), Some("es"));
        assert_eq!(language("Español"), Some("es"));
        assert_eq!(language("Tiếng Việt"), Some("vi"));
        assert_eq!(language("Chinese"), None);
        assert_eq!(language("es"), None);
    }
}
