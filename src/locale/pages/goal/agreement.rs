//! What surrounds a goal: who agreed on it, the IEP, the class's standard, and
//! how it is made sure that the skill stays.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::super::parts::progress_text::ProgressText;
use super::super::parts::words::{LinkTerms, Links};
use super::super::{Original, Section, framed, list, review, section};
use crate::locale::localized_text::{LocalizedText, strip_markup};
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Benchmark, Direction, Goal};
use crate::progress::{Kept, KeptCheck, Portfolio, Progress};

/// The goal in the IEP.
#[derive(Debug, Clone, Serialize)]
pub struct Iep {
    /// "The words of the IEP".
    pub label: LocalizedText,
    /// Where it stands there.
    pub place: Option<LocalizedText>,
    /// The IEP's own wording.
    pub text: LocalizedText,
    /// That it is a translation, and which wording counts.
    pub note: Option<LocalizedText>,
    /// That wording, where it is another.
    pub original: Option<Original>,
}

impl LinkTerms for Iep {
    fn link(&mut self, links: &mut Links) {
        self.text.link(links);
    }
}

/// The goal's place in the IEP, with its wording.
pub(crate) fn iep(localizer: &Localizer, goal: &Goal) -> Option<Iep> {
    let written = goal.iep_text.as_ref()?;
    let text = localizer.written(written, MachineTranslation::Binding);
    let translated = localizer.pack.lang != localizer.school.language && text.mark.is_none();
    let note = || {
        let language = localizer.language_name(&localizer.school.language);
        localizer.say_with("iep-translated", args([("language", language.into())]))
    };
    let original = || Original {
        label: localizer.say("see-original"),
        markdown: localizer.original(written),
    };
    Some(Iep {
        label: localizer.say("goal-iep"),
        place: place(localizer, goal),
        text,
        note: translated.then(note),
        original: translated.then(original),
    })
}

fn place(localizer: &Localizer, goal: &Goal) -> Option<LocalizedText> {
    let place = goal.iep_ref.as_deref()?;
    Some(localizer.say_with("goal-iep-ref", args([("ref", place.into())])))
}

/// What the class works on, that this goal belongs to.
pub(crate) fn standard(localizer: &Localizer, goal: &Goal) -> Option<LocalizedText> {
    let plain = localizer.written(goal.standard.as_ref()?, MachineTranslation::Everyday);
    let args = args([("what", plain.text.clone().into())]);
    Some(framed(localizer, "goal-standard", args, plain))
}

/// Who works on it, and when and with whom it was agreed.
pub(crate) fn footing(localizer: &Localizer, goal: &Goal) -> Vec<LocalizedText> {
    let names: Vec<String> = goal
        .owners
        .iter()
        .filter_map(|id| localizer.school.staff.get(id))
        .map(|person| localizer.proper(&person.name))
        .collect();
    let id = match names.len() {
        1 => "goal-owner",
        _ => "goal-owners",
    };
    let owners = (!names.is_empty()).then(|| {
        let people = localizer.pack.formats.list(&names);
        localizer.sentence(id, args([("people", people.into())]))
    });
    // With its wording, the place is told there.
    let place = place(localizer, goal).filter(|_| goal.iep_text.is_none());
    let lines = [owners, agreed(localizer, goal), place];
    lines.into_iter().flatten().collect()
}

fn agreed(localizer: &Localizer, goal: &Goal) -> Option<LocalizedText> {
    let parties = goal.agreed.by.iter();
    let people: Vec<String> = parties
        .map(|party| review::party(localizer, party))
        .filter(|words| words.mark.is_none() && !words.text.is_empty())
        .map(|words| words.text)
        .collect();
    let mut args = FluentArgs::new();
    args.set("people", localizer.pack.formats.list(&people));
    let id = match (goal.agreed.on, people.is_empty()) {
        (None, true) => return None,
        (None, false) => "goal-agreed-by",
        (Some(_), true) => "goal-agreed",
        (Some(_), false) => "goal-agreed-with",
    };
    if let Some(day) = goal.agreed.on {
        args.set("date", localizer.date(day));
    }
    Some(localizer.say_with(id, args))
}

/// What is expected of most children of the class. The student's own growth
/// stands beside it, and who says so.
pub(crate) fn benchmarks(progress_text: &ProgressText) -> Option<Section<Vec<LocalizedText>>> {
    let localizer = progress_text.localizer;
    let lines = progress_text
        .goal
        .benchmarks
        .iter()
        .flat_map(|one| benchmark(progress_text, one));
    let mut lines: Vec<LocalizedText> = lines.collect();
    if !lines.is_empty() {
        lines.push(progress_text.now());
    }
    list(localizer, "goal-benchmarks", lines)
}

fn benchmark(progress_text: &ProgressText, benchmark: &Benchmark) -> Vec<LocalizedText> {
    let localizer = progress_text.localizer;
    let at_most = progress_text.goal.direction == Direction::Decrease;
    let expected = progress_text.amount(progress_text.bound(benchmark.expected, at_most));
    let date = localizer.date(benchmark.date);
    let expected = args([
        ("date", date.into()),
        ("expected", strip_markup(&expected).into()),
    ]);
    let plain = benchmark.plain.as_ref();
    let source = localizer.written(&benchmark.source, MachineTranslation::Everyday);
    let from = args([("source", source.text.clone().into())]);
    [
        plain.map(|plain| localizer.written(plain, MachineTranslation::Everyday)),
        Some(localizer.say_with("benchmark", expected)),
        Some(framed(localizer, "benchmark-source", from, source)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How it is made sure that a skill stays once it is reached.
#[derive(Debug, Clone, Serialize)]
pub struct Keeping {
    /// What is hoped for each time.
    pub lead: LocalizedText,
    /// Each planned day with what came of it.
    pub checks: Vec<LocalizedText>,
}

impl LinkTerms for Keeping {
    fn link(&mut self, links: &mut Links) {
        self.lead.link(links);
    }
}

pub(crate) fn keeping(
    portfolio: &Portfolio,
    progress_text: &ProgressText,
    progress: &Progress,
) -> Option<Section<Keeping>> {
    let (floor, checks) = portfolio.keeping(progress_text.goal, progress)?;
    let localizer = progress_text.localizer;
    let at_most = progress_text.goal.direction == Direction::Decrease;
    let floor = progress_text.amount(progress_text.criterion(floor, at_most));
    let lead = args([("floor", strip_markup(&floor).into())]);
    let keeping = Keeping {
        lead: localizer.say_with("keeping-floor", lead),
        checks: checks
            .iter()
            .map(|check| kept(progress_text, check))
            .collect(),
    };
    Some(section(localizer, "goal-keeping", keeping))
}

fn kept(progress_text: &ProgressText, check: &KeptCheck) -> LocalizedText {
    let localizer = progress_text.localizer;
    let mut args = FluentArgs::new();
    let (id, day) = match &check.result {
        Kept::Seen(point) => {
            args.set("result", progress_text.amount(progress_text.at(point)));
            ("keeping-seen", point.date)
        }
        Kept::Planned => ("keeping-planned", check.planned),
        Kept::Unseen => ("keeping-unseen", check.planned),
    };
    args.set("date", localizer.date(day));
    localizer.say_with(id, args)
}
