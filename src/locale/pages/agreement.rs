//! What surrounds a goal: who agreed on it, the IEP, the class's standard, and
//! how it is made sure that the skill stays.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::super::localized_text::{Phrase, bold_off};
use super::super::localizer::{Speaker, Weight, args};
use super::progress_text::Teller;
use super::words::{Links, Running};
use super::{Original, Section, framed, list, review, section};
use crate::model::{Benchmark, Direction, Goal};
use crate::progress::{Kept, KeptCheck, Portfolio, Progress};

/// The goal in the IEP.
#[derive(Debug, Clone, Serialize)]
pub struct Iep {
    /// "The words of the IEP".
    pub label: Phrase,
    /// Where it stands there.
    pub place: Option<Phrase>,
    /// The IEP's own wording.
    pub text: Phrase,
    /// That it is a translation, and which wording counts.
    pub note: Option<Phrase>,
    /// That wording, where it is another.
    pub original: Option<Original>,
}

impl Running for Iep {
    fn link(&mut self, links: &mut Links) {
        self.text.link(links);
    }
}

/// The goal's place in the IEP, with its wording.
pub(super) fn iep(speaker: &Speaker, goal: &Goal) -> Option<Iep> {
    let written = goal.iep_text.as_ref()?;
    let text = speaker.written(written, Weight::Binding);
    let translated = speaker.pack.lang != speaker.school.language && text.mark.is_none();
    let note = || {
        let language = speaker.language_name(&speaker.school.language);
        speaker.say_with("iep-translated", args([("language", language.into())]))
    };
    let original = || Original {
        label: speaker.say("see-original"),
        markdown: speaker.original(written),
    };
    Some(Iep {
        label: speaker.say("goal-iep"),
        place: place(speaker, goal),
        text,
        note: translated.then(note),
        original: translated.then(original),
    })
}

fn place(speaker: &Speaker, goal: &Goal) -> Option<Phrase> {
    let place = goal.iep_ref.as_deref()?;
    Some(speaker.say_with("goal-iep-ref", args([("ref", place.into())])))
}

/// What the class works on, that this goal belongs to.
pub(super) fn standard(speaker: &Speaker, goal: &Goal) -> Option<Phrase> {
    let plain = speaker.written(goal.standard.as_ref()?, Weight::Everyday);
    let args = args([("what", plain.text.clone().into())]);
    Some(framed(speaker, "goal-standard", args, plain))
}

/// Who works on it, and when and with whom it was agreed.
pub(super) fn footing(speaker: &Speaker, goal: &Goal) -> Vec<Phrase> {
    let names: Vec<String> = goal
        .owners
        .iter()
        .filter_map(|id| speaker.school.staff.get(id))
        .map(|person| speaker.proper(&person.name))
        .collect();
    let id = match names.len() {
        1 => "goal-owner",
        _ => "goal-owners",
    };
    let owners = (!names.is_empty()).then(|| {
        let people = speaker.pack.formats.list(&names);
        speaker.sentence(id, args([("people", people.into())]))
    });
    // With its wording, the place is told there.
    let place = place(speaker, goal).filter(|_| goal.iep_text.is_none());
    let lines = [owners, agreed(speaker, goal), place];
    lines.into_iter().flatten().collect()
}

fn agreed(speaker: &Speaker, goal: &Goal) -> Option<Phrase> {
    let parties = goal.agreed.by.iter();
    let people: Vec<String> = parties
        .map(|party| review::party(speaker, party))
        .filter(|words| words.mark.is_none() && !words.text.is_empty())
        .map(|words| words.text)
        .collect();
    let mut args = FluentArgs::new();
    args.set("people", speaker.pack.formats.list(&people));
    let id = match (goal.agreed.on, people.is_empty()) {
        (None, true) => return None,
        (None, false) => "goal-agreed-by",
        (Some(_), true) => "goal-agreed",
        (Some(_), false) => "goal-agreed-with",
    };
    if let Some(day) = goal.agreed.on {
        args.set("date", speaker.date(day));
    }
    Some(speaker.say_with(id, args))
}

/// What is expected of most children of the class. The student's own growth
/// stands beside it, and who says so.
pub(super) fn benchmarks(teller: &Teller) -> Option<Section<Vec<Phrase>>> {
    let speaker = teller.speaker;
    let lines = teller
        .goal
        .benchmarks
        .iter()
        .flat_map(|one| benchmark(teller, one));
    let mut lines: Vec<Phrase> = lines.collect();
    if !lines.is_empty() {
        lines.push(teller.now());
    }
    list(speaker, "goal-benchmarks", lines)
}

fn benchmark(teller: &Teller, benchmark: &Benchmark) -> Vec<Phrase> {
    let speaker = teller.speaker;
    let at_most = teller.goal.direction == Direction::Decrease;
    let expected = teller.amount(teller.bound(benchmark.expected, at_most));
    let date = speaker.date(benchmark.date);
    let expected = args([
        ("date", date.into()),
        ("expected", bold_off(&expected).into()),
    ]);
    let plain = benchmark.plain.as_ref();
    let source = speaker.written(&benchmark.source, Weight::Everyday);
    let from = args([("source", source.text.clone().into())]);
    [
        plain.map(|plain| speaker.written(plain, Weight::Everyday)),
        Some(speaker.say_with("benchmark", expected)),
        Some(framed(speaker, "benchmark-source", from, source)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How it is made sure that a skill stays once it is reached.
#[derive(Debug, Clone, Serialize)]
pub struct Keeping {
    /// What is hoped for each time.
    pub lead: Phrase,
    /// Each planned day with what came of it.
    pub checks: Vec<Phrase>,
}

impl Running for Keeping {
    fn link(&mut self, links: &mut Links) {
        self.lead.link(links);
    }
}

pub(super) fn keeping(
    portfolio: &Portfolio,
    teller: &Teller,
    progress: &Progress,
) -> Option<Section<Keeping>> {
    let (floor, checks) = portfolio.keeping(teller.goal, progress)?;
    let speaker = teller.speaker;
    let at_most = teller.goal.direction == Direction::Decrease;
    let floor = teller.amount(teller.criterion(floor, at_most));
    let lead = args([("floor", bold_off(&floor).into())]);
    let keeping = Keeping {
        lead: speaker.say_with("keeping-floor", lead),
        checks: checks.iter().map(|check| kept(teller, check)).collect(),
    };
    Some(section(speaker, "goal-keeping", keeping))
}

fn kept(teller: &Teller, check: &KeptCheck) -> Phrase {
    let speaker = teller.speaker;
    let mut args = FluentArgs::new();
    let (id, day) = match &check.result {
        Kept::Seen(point) => {
            args.set("result", teller.amount(teller.at(point)));
            ("keeping-seen", point.date)
        }
        Kept::Planned => ("keeping-planned", check.planned),
        Kept::Unseen => ("keeping-unseen", check.planned),
    };
    args.set("date", speaker.date(day));
    speaker.say_with(id, args)
}
