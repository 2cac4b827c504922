//! The form of each kind of thing and of each field. [`super::fill`] replaces the values
//! after `@`.

/// Each kind of thing as a map on one line.
const THINGS: &[(&str, &str)] = &[
    ("agreed", "{on: @day, by: [family, @staff]}"),
    (
        "arrangement",
        "{model: pull-out, times: 2, minutes: 30, where: Room 12}",
    ),
    (
        "ask",
        "{ask: More time to read, did: He reads for ten minutes a day}",
    ),
    ("baseline", "{date: @begun, value: @value}"),
    (
        "benchmark",
        "{date: @future, expected: @target, source: \"Hasbrouck and Tindal, 2017\"}",
    ),
    (
        "block",
        "{days: [mon, tue], start: \"9:00\", end: \"9:45\", subject: Reading}",
    ),
    ("change", "{date: @day, kind: strategy, why: Shorter pages}"),
    ("charts", "{rtl: keep}"),
    ("closed", "{on: @day, outcome: Reads a page without help}"),
    ("consent", "{photo: true}"),
    (
        "core-exception",
        "{reason: The only time with a quiet room, decided: @day}",
    ),
    (
        "decision",
        "{decision: continue, why: From 43 to 58 words in a minute.}",
    ),
    ("family", "{hopes: To read the menu}"),
    ("frequency", "{times: 2, per: week}"),
    (
        "handoff",
        "{goals_reviewed: true, told: [{who: family, when: @day, how: phone call}]}",
    ),
    ("guardian", "{id: father, language: @language}"),
    ("iep", "{ref: Goal 1}"),
    ("interpreter", "{phone: \"555-0160\"}"),
    ("level", "{id: A, name: alone}"),
    ("lint", "{words: warn}"),
    ("maintain", "{floor: @target, checks: [@future]}"),
    ("mastery", "{@bound: @target, times: 4, of: 5}"),
    ("meeting", "{date: @day, kind: planning, who: [@staff]}"),
    ("member", "{person: @staff, does: Teaches reading}"),
    ("part", "{model: push-in, times: 2, minutes: 25}"),
    ("pause", "{from: @past, to: @soon, name: Break}"),
    ("period", "{from: @past, to: @soon}"),
    ("person", "{name: Ms. Elena Ortiz, role: @role}"),
    (
        "picture",
        "{file: @picture, alt: What one sees in it, faces: none}",
    ),
    (
        "publish",
        "{to: \"sftp://kinfolio@web.example.org/families\"}",
    ),
    ("reader", "{students: [ana, ben], language: @language}"),
    ("retention", "{until: @future}"),
    (
        "review-goals",
        "{@goal: {decision: continue, why: From 43 to 58 words in a minute.}}",
    ),
    ("schedule", "{updates: weekly}"),
    (
        "service",
        "{kind: reading, model: push-in, who: [@staff], days: [mon, wed], minutes: 25}",
    ),
    (
        "source",
        "{name: The handbook, url: \"https://example.org\"}",
    ),
    (
        "standard",
        "{code: RF.3.4, plain: read grade 3 text smoothly}",
    ),
    ("step", "{what: Visit the new room, by: @soon}"),
    (
        "support",
        "{kind: accommodation, text: A quiet place to work}",
    ),
    ("told", "{who: family, when: @day, how: phone call}"),
    ("voice", "{text: I like to read to my sister., kind: said}"),
    ("why", "{needs: Time to practice with one adult}"),
    ("wording", "{words: [struggling], kind: deficit}"),
    ("words", "{push-in: help in class}"),
    ("year", "{from: @past, to: @future}"),
];

/// The value of a field: of one kind of thing or, if its name is empty, of all kinds.
const FIELDS: &[(&str, &str, &str)] = &[
    ("", "area", "reading"),
    ("", "decision", "continue"),
    ("", "faces", "none"),
    ("", "measure", "percent"),
    ("", "model", "push-in"),
    ("", "per", "week"),
    ("", "pronouns", "she"),
    ("change", "kind", "strategy"),
    ("measure", "kind", "percent"),
    ("measure-file", "kind", "ladder"),
    ("meeting", "kind", "planning"),
    ("service", "kind", "reading"),
    ("support", "kind", "accommodation"),
    ("transition", "kind", "setting"),
    ("wording", "kind", "deficit"),
    ("", "alt", "What one sees in it"),
    ("", "ask", "More time to read"),
    ("", "at_least", "@target"),
    ("", "attempted", "54"),
    ("", "baseline", "{date: @begun, value: @value}"),
    ("", "by", "@future"),
    ("agreed", "by", "[family, @staff]"),
    ("update", "by", "@staff"),
    ("", "call_name", "Ana"),
    ("", "case_manager", "@staff"),
    ("", "checked", "@past"),
    ("", "checks", "[@future]"),
    ("", "date", "@past"),
    ("benchmark", "date", "@future"),
    ("", "days", "[mon, tue]"),
    ("", "decided", "@past"),
    ("", "does", "Teaches reading"),
    ("", "end", "\"9:45\""),
    ("", "expected", "@target"),
    ("", "explainer", "@explainer"),
    ("", "file", "photo.jpg"),
    ("", "floor", "@target"),
    ("", "from", "@past"),
    ("adjust", "from", "@soon"),
    (
        "transition",
        "from",
        "{model: pull-out, times: 2, minutes: 30, where: Room 12}",
    ),
    ("", "given", "30"),
    ("", "goals", "[@goal]"),
    ("", "home_languages", "[@language]"),
    ("", "id", "A"),
    ("", "items", "[m, s, a]"),
    ("", "ladder", "@ladder"),
    ("", "languages", "[@language]"),
    ("", "levels", "[not yet, with help, alone]"),
    (
        "goal-attainment",
        "levels",
        "[much less, less, as hoped, more, much more]",
    ),
    (
        "measure-file",
        "levels",
        "[{id: B, name: with help}, {id: A, name: alone}]",
    ),
    ("", "max", "10"),
    ("", "min", "0"),
    ("", "name", "Ana Duarte"),
    ("school", "name", "Larch Lane School"),
    ("person", "name", "Ms. Elena Ortiz"),
    ("pause", "name", "Winter break"),
    ("role", "name", "Special education teacher"),
    ("level", "name", "alone"),
    ("partner", "name", "City library"),
    ("source", "name", "The handbook"),
    ("", "on", "@past"),
    ("", "outcome", "Reads a page without help"),
    ("", "owners", "[@staff]"),
    ("", "person", "@staff"),
    ("", "phone", "\"555-0160\""),
    ("", "plain", "Teaches small groups and plans the help"),
    ("", "planned", "30"),
    ("", "reason", "The only time with a quiet room"),
    ("", "service", "@service"),
    ("", "source", "\"Hasbrouck and Tindal, 2017\""),
    ("", "start", "\"9:00\""),
    ("", "steps", "[Turn on the water, Wash, Dry]"),
    ("", "subject", "Reading"),
    ("", "target", "@target"),
    ("", "text", "A quiet place to work"),
    ("", "text_phone", "\"555-0160\""),
    ("voice", "text", "I like to read to my sister."),
    ("", "times", "2"),
    ("", "tips", "[@tip]"),
    ("", "title", "Reading aloud with ease"),
    ("", "to", "@soon"),
    (
        "transition",
        "to",
        "{model: push-in, times: 4, minutes: 20, where: the classroom}",
    ),
    ("", "url", "\"https://example.org\""),
    ("", "value", "@value"),
    ("", "values", "[@value]"),
    ("", "week", "@monday"),
    ("", "what", "Visit the new room"),
    ("partner", "what", "Free help with homework"),
    (
        "",
        "what_changes",
        "Two short lessons in place of a long one",
    ),
    ("", "who", "[@staff]"),
    ("told", "who", "family"),
    ("", "why", "From 43 to 58 words in a minute."),
    ("wording", "words", "[struggling]"),
];

/// The form of a kind of thing.
pub(in crate::validate) fn thing(what: &str) -> Option<&'static str> {
    let found = THINGS.iter().find(|(name, _)| *name == what);
    found.map(|(_, shape)| *shape)
}

/// The form of a field of a kind of thing.
pub(in crate::validate) fn field(what: &str, name: &str) -> Option<&'static str> {
    let of = |kind: &str| {
        let mut all = FIELDS.iter();
        all.find(|(of, field, _)| *of == kind && *field == name)
    };
    let found = of(what).or_else(|| of(""));
    found.map(|(_, _, shape)| *shape)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_shape_stands_twice() {
        let mut names: Vec<_> = FIELDS.iter().map(|(of, name, _)| (*of, *name)).collect();
        names.extend(THINGS.iter().map(|(name, _)| (*name, "(thing)")));
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
