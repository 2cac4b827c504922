use super::context::Context;
use super::fields::Fields;
use super::observation;
use super::prose::{self, Folder};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Area, Baseline, Change, ChangeKind, Closed, Direction, Goal, GoalId, GoalKind, Mastery,
    Measure, Observation, PersonId, Raw, School, Text, TimeUnit, TipId, median,
};
use crate::parse::{Group, Groups, Kind, RawFile};
use crate::source::Spanned;

const AREAS: [(&str, Area); 8] = [
    ("reading", Area::Reading),
    ("writing", Area::Writing),
    ("math", Area::Math),
    ("communication", Area::Communication),
    ("social", Area::Social),
    ("motor", Area::Motor),
    ("daily-living", Area::DailyLiving),
    ("self-management", Area::SelfManagement),
];
const DIRECTIONS: [(&str, Direction); 3] = [
    ("increase", Direction::Increase),
    ("decrease", Direction::Decrease),
    ("maintain", Direction::Maintain),
];
const CHANGES: [(&str, ChangeKind); 5] = [
    ("strategy", ChangeKind::Strategy),
    ("target", ChangeKind::Target),
    ("date", ChangeKind::Date),
    ("setting", ChangeKind::Setting),
    ("measure", ChangeKind::Measure),
];

/// What a goal's fields may refer to.
pub(super) struct Shelf<'a> {
    pub(super) school: &'a School,
    pub(super) tips: &'a [&'a str],
    pub(super) folder: &'a Folder<'a>,
}

/// Reads every file of `goals/`; the most important goal comes first.
pub(super) fn all(context: &Context, groups: &Groups, shelf: &Shelf) -> Vec<Goal> {
    let mut goals: Vec<(u32, Goal)> = Vec::new();
    for (key, group) in groups {
        let Some(id) = key
            .strip_prefix("goals/")
            .and_then(|name| name.strip_suffix(".yaml"))
        else {
            continue;
        };
        let Some(raw) = &group.original else { continue };
        let Some(fields) = context.fields("goal", group, raw) else {
            continue;
        };
        let priority = fields
            .count("priority")
            .map_or(u32::MAX, |priority| priority.value);
        let more = groups.get(&format!("goals/{id}.md"));
        let more = more.and_then(|group| words(context, group, shelf.folder));
        goals.extend(read(fields, id, shelf, more).map(|goal| (priority, goal)));
    }
    // Files come in the order of their names, which decides between equals.
    goals.sort_by_key(|(priority, _)| *priority);
    goals.into_iter().map(|(_, goal)| goal).collect()
}

fn words(context: &Context, group: &Group, folder: &Folder) -> Option<Text> {
    let raw: &RawFile = group.original.as_ref()?;
    prose::check(context, group, raw, folder);
    context.fields("words", group, raw)?.finish();
    Some(context.prose(group, raw).1)
}

fn read(fields: Fields, id: &str, shelf: &Shelf, more: Option<Text>) -> Option<Goal> {
    let staff = shelf.school.staff_ids();
    let title = fields.need_text("title");
    let area = fields.need_choice("area", &AREAS);
    let direction = fields
        .choice("direction", &DIRECTIONS)
        .unwrap_or(Direction::Increase);
    let measure = measure(&fields, shelf.school);
    let baseline = measure
        .as_ref()
        .and_then(|measure| baseline(&fields, measure, &title));
    let target = target(&fields, measure.as_ref(), &title);
    let by = fields.need_date("by");
    if let (Some(by), Some((baseline, _))) = (&by, &baseline)
        && by.value <= baseline.date
    {
        let at = fields.key_place("baseline");
        fields.report(Diagnostic::at(Code::DatesReversed, &by.at).label(&at, "earlier"));
    }
    if let (Some(measure), Some((baseline, values)), Some(target)) = (&measure, &baseline, &target)
    {
        check_side(&fields, measure, (baseline, values), target, direction);
    }
    let data = measure
        .as_ref()
        .map(|measure| data(&fields, measure, shelf.school))
        .unwrap_or_default();
    let owners = fields.references("owners", Code::UnknownPerson, &staff);
    let tips = fields.references("tips", Code::UnknownTip, shelf.tips);
    let iep = fields.sub("iep", "iep").map(|iep| {
        let read = (iep.plain("ref"), iep.text("text"));
        iep.finish();
        read
    });
    let (iep_ref, iep_text) = iep.unwrap_or_default();
    let goal = Goal {
        id: GoalId::new(id),
        title,
        area: area?,
        kind: fields
            .choice(
                "kind",
                &[
                    ("mastery", GoalKind::Mastery),
                    ("outcome", GoalKind::Outcome),
                ],
            )
            .unwrap_or(GoalKind::Mastery),
        measure: measure?,
        direction,
        baseline: baseline?.0,
        target: target?.value,
        by: by?.value,
        mastery: mastery(&fields),
        owners: owners
            .into_iter()
            .map(|id| PersonId::new(id.value))
            .collect(),
        agreed_on: agreed(&fields),
        iep_ref,
        iep_text,
        what: fields.text("what"),
        why: fields.text("why"),
        how_checked: fields.text("how_checked"),
        where_used: fields.texts("where_used"),
        tips: tips.into_iter().map(|id| TipId::new(id.value)).collect(),
        changes: changes(&fields),
        closed: closed(&fields),
        data,
        more,
    };
    if let Some(standard) = fields.sub("standard", "standard") {
        let _ = (standard.plain("code"), standard.text("plain"));
        standard.finish();
    }
    fields.accept(&["priority", "explainer", "benchmarks", "share"]);
    fields.finish();
    Some(goal)
}

fn measure(fields: &Fields, school: &School) -> Option<Measure> {
    let node = fields.node("measure");
    let Some(node) = node else {
        fields.missing("measure");
        return None;
    };
    // `measure: words-per-minute` is short for a map with nothing but its kind.
    if let Kind::Scalar(_) = node.kind {
        let kind = fields.choice_of("measure", node, &MEASURES)?;
        return kind(
            &Fields::new(
                fields.context(),
                "measure",
                &fields.at().file,
                fields.at().clone(),
                &[],
                Vec::new(),
            ),
            school,
        );
    }
    let map = fields.sub("measure", "measure")?;
    let kind = map.need_choice("kind", &MEASURES)?;
    let measure = kind(&map, school);
    map.finish();
    measure
}

type ReadMeasure = fn(&Fields, &School) -> Option<Measure>;

const MEASURES: [(&str, ReadMeasure); 10] = [
    ("words-per-minute", |_, _| Some(Measure::WordsPerMinute)),
    ("percent", |map, _| {
        Some(Measure::Percent {
            total: positive(map, "total"),
            unit: map.text("unit"),
        })
    }),
    ("level", |map, _| {
        let levels = map.texts("levels");
        if levels.is_empty() {
            map.missing("levels");
        }
        let thing = map.text("thing");
        Some(Measure::Level { levels, thing }).filter(|measure| measure.range().1 > Some(0.0))
    }),
    ("duration", |map, _| {
        Some(Measure::Duration {
            unit: time_unit(map, TimeUnit::Minutes),
        })
    }),
    ("latency", |map, _| {
        let unit = time_unit(map, TimeUnit::Seconds);
        Some(Measure::Latency {
            unit,
            cap: positive(map, "cap"),
        })
    }),
    ("count", |map, _| {
        Some(Measure::Count {
            window: positive(map, "window"),
            unit: map.text("unit"),
        })
    }),
    ("rate", |map, _| {
        Some(Measure::Rate {
            unit: map.text("unit"),
        })
    }),
    ("steps", |map, school| {
        let steps = map.texts("steps");
        if steps.is_empty() {
            map.missing("steps");
        }
        let ladders: Vec<&str> = school.library.ladders.keys().map(String::as_str).collect();
        let ladder = map.reference("ladder", Code::UnknownChoice, &ladders);
        let alone = ladder.and_then(|id| school.library.ladders.get(&id.value)?.last().cloned());
        let measure = Measure::Steps {
            steps,
            alone: alone.unwrap_or_else(|| "A".to_owned()),
        };
        Some(measure).filter(|measure| measure.range().1 > Some(0.0))
    }),
    ("interval", |map, _| {
        let _ = map.choice(
            "method",
            &[("partial", ()), ("whole", ()), ("momentary", ())],
        );
        Some(Measure::Interval {
            total: positive(map, "total"),
            unit: map.text("unit"),
        })
    }),
    ("score", |map, _| {
        let (min, max) = (map.number("min")?.value, map.number("max")?.value);
        Some(Measure::Score {
            min,
            max: max.max(min + 1.0),
            unit: map.text("unit"),
        })
    }),
];

fn positive(map: &Fields, name: &'static str) -> Option<f64> {
    let number = map.number(name)?;
    if number.value > 0.0 {
        return Some(number.value);
    }
    let fault = Diagnostic::at(Code::OutOfRange, &number.at).with("problem", "whole");
    map.report(fault.with("found", number.value.to_string()));
    None
}

fn time_unit(map: &Fields, usual: TimeUnit) -> TimeUnit {
    let units = [
        ("seconds", TimeUnit::Seconds),
        ("minutes", TimeUnit::Minutes),
    ];
    map.choice("unit", &units).unwrap_or(usual)
}

/// The baseline and the derived values of its probes.
fn baseline(fields: &Fields, measure: &Measure, title: &Text) -> Option<(Baseline, Vec<f64>)> {
    let without = |at| {
        let fault = Diagnostic::at(Code::GoalWithoutBaseline, at);
        fields.report(fault.with("goal", title.original.as_str()));
    };
    let Some(map) = fields.sub("baseline", "baseline") else {
        if fields.node("baseline").is_none() {
            without(fields.at());
        }
        return None;
    };
    let date = map.need_date("date");
    let mut values = Vec::new();
    let probes = map.node("value").into_iter().chain(probes(&map));
    for node in probes {
        let Some(raw) = observation::value(&map, measure, node) else {
            continue;
        };
        observation::check(&map, measure, &raw, &map.place(node.span));
        values.push(raw);
    }
    if map.node("value").is_none() && map.node("values").is_none() {
        without(map.at());
    }
    let _ = map.text("note");
    map.finish();
    report_future(fields, date.as_ref());
    if values.is_empty() {
        return None;
    }
    let numbers = values.iter().map(|raw: &Raw| measure.value(raw)).collect();
    Some((
        Baseline {
            date: date?.value,
            values,
        },
        numbers,
    ))
}

/// `values: [..]`, or `values: {2026-09-08: ..}` where each probe has its day.
fn probes<'a>(map: &Fields<'a>) -> Vec<&'a crate::parse::Node> {
    match map.node("values").map(|node| &node.kind) {
        Some(Kind::Map(entries)) => entries.iter().map(|entry| &entry.value).collect(),
        _ => map.list("values"),
    }
}

fn target(fields: &Fields, measure: Option<&Measure>, title: &Text) -> Option<Spanned<f64>> {
    if fields.node("target").is_none() {
        let fault = Diagnostic::at(Code::GoalWithoutTarget, fields.at());
        fields.report(fault.with("goal", title.original.as_str()));
    }
    let target = fields.number("target")?;
    if let Some(measure) = measure {
        observation::report_range(fields, measure, target.value, &target.at);
    }
    Some(target)
}

fn check_side(
    fields: &Fields,
    measure: &Measure,
    (baseline, values): (&Baseline, &[f64]),
    target: &Spanned<f64>,
    direction: Direction,
) {
    let start = median(values).unwrap_or_default();
    let (wrong, way) = match direction {
        Direction::Increase => (target.value <= start, "increase"),
        Direction::Decrease => (target.value >= start, "decrease"),
        Direction::Maintain => (false, "maintain"),
    };
    let in_range = baseline.values.iter().all(|raw| {
        let (low, high) = measure.range();
        let value = measure.value(raw);
        value >= low && high.is_none_or(|high| value <= high)
    });
    if wrong && in_range {
        let rounded = (start * 10.0).round() / 10.0;
        let fault = Diagnostic::at(Code::TargetWrongSide, &target.at)
            .with("target", target.value.to_string())
            .with("baseline", rounded.to_string())
            .with("direction", way);
        fields.report(fault.label(&fields.key_place("baseline"), "baseline"));
    }
}

fn mastery(fields: &Fields) -> Option<Mastery> {
    let map = fields.sub("mastery", "mastery")?;
    let value = map.number("at_least").or_else(|| map.number("at_most"));
    if value.is_none() {
        map.missing("at_least");
    }
    let (times, of) = (map.count("times"), map.count("of"));
    let _ = map.yes("strict_window");
    map.accept(&["at_least", "at_most"]);
    map.finish();
    let times = times.map_or(1, |times| times.value);
    Some(Mastery {
        value: value?.value,
        times,
        of: of.map_or(times, |of| of.value.max(times)),
    })
}

fn agreed(fields: &Fields) -> Option<crate::model::Date> {
    let map = fields.sub("agreed", "agreed")?;
    let on = map.date("on");
    map.accept(&["by"]);
    map.finish();
    on.map(|on| on.value)
}

fn changes(fields: &Fields) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for map in fields.items("changes", "change") {
        let date = map.need_date("date");
        let kind = map.need_choice("kind", &CHANGES);
        let (from, to, why) = (map.text("from"), map.text("to"), map.text("why"));
        map.finish();
        if let (Some(date), Some(kind)) = (date, kind) {
            changes.push(Change {
                date: date.value,
                kind,
                from,
                to,
                why,
            });
        }
    }
    changes.sort_by_key(|change| change.date);
    changes
}

fn closed(fields: &Fields) -> Option<Closed> {
    let map = fields.sub("closed", "closed")?;
    let on = map.need_date("on");
    let outcome = map.text("outcome");
    map.finish();
    Some(Closed {
        on: on?.value,
        outcome,
    })
}

fn data(fields: &Fields, measure: &Measure, school: &School) -> Vec<Observation> {
    let Some(node) = fields.node("data") else {
        return Vec::new();
    };
    let Kind::Map(entries) = &node.kind else {
        fields.wrong("data", "data", node);
        return Vec::new();
    };
    let mut data = Vec::new();
    for entry in entries {
        let at = fields.place(entry.key_span);
        let date = match super::values::date(&entry.key) {
            Ok(value) => Spanned { value, at },
            Err(problem) => {
                fields.report(problem.diagnostic(&at, &entry.key));
                continue;
            }
        };
        report_future(fields, Some(&date));
        if school.no_school.contains(&date.value) {
            let note = Diagnostic::at(Code::NoSchoolDay, &date.at);
            fields.report(note.with("date", entry.key.as_str()));
        }
        data.extend(observation::on_day(
            fields,
            measure,
            date.value,
            &entry.value,
        ));
    }
    data.sort_by_key(|observation| observation.date);
    data
}

/// Reports a day on which nothing can have been seen yet.
pub(super) fn report_future(fields: &Fields, date: Option<&Spanned<crate::model::Date>>) {
    let today = fields.context().today;
    if let Some(date) = date.filter(|date| date.value > today) {
        let fault = Diagnostic::at(Code::FutureDate, &date.at);
        fields.report(
            fault
                .with("date", date.value.to_string())
                .with("today", today.to_string()),
        );
    }
}
