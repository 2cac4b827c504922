//! What surrounds a goal: who agreed on it, the IEP, the class's standard, and
//! how the team checks that the skill lasts.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::super::parts::page_text::PageText;
use super::super::parts::participant::participant;
use super::super::parts::passage::Original;
use super::super::parts::progress_text::ProgressText;
use super::super::parts::section::{Section, list, section};
use super::super::parts::words::{LinkTerms, Links};
use crate::locale::localized_text::{LocalizedText, strip_markup};
use crate::locale::localizer::{Localizer, args};
use crate::model::{Benchmark, Direction, Goal};
use crate::progress::{MaintenanceCheck, MaintenanceResult, Portfolio};

/// The goal in the IEP.
#[derive(Debug, Clone, Serialize)]
pub struct Iep {
    /// "IEP wording".
    pub label: LocalizedText,
    /// Where it is in the IEP.
    pub place: Option<LocalizedText>,
    /// The IEP's own wording.
    pub text: LocalizedText,
    /// That it is a translation, and which wording counts.
    pub note: Option<LocalizedText>,
    /// The original wording, if this is a translation.
    pub original: Option<Original>,
}

impl LinkTerms for Iep {
    fn link(&mut self, links: &mut Links) {
        self.text.link(links);
    }
}

/// The goal's place in the IEP, with its wording.
pub(super) fn iep(page_text: &mut PageText, goal: &Goal) -> Option<Iep> {
    let localizer = page_text.localizer;
    let written = goal.iep_text.as_ref()?;
    let text = page_text.binding(written);
    let translated = localizer.pack.lang != localizer.school.language && text.mark.is_none();
    Some(Iep {
        label: localizer.say("goal-iep"),
        place: place(localizer, goal),
        text,
        note: translated.then(|| {
            let language = localizer.language_name(&localizer.school.language);
            localizer.say_with("iep-translated", args([("language", language.into())]))
        }),
        original: translated.then(|| Original::new(localizer, written)),
    })
}

fn place(localizer: &Localizer, goal: &Goal) -> Option<LocalizedText> {
    let place = goal.iep_ref.as_deref()?;
    Some(localizer.say_with("goal-iep-ref", args([("ref", place.into())])))
}

/// The class's standard to which this goal belongs.
pub(super) fn standard(page_text: &mut PageText, goal: &Goal) -> Option<LocalizedText> {
    let plain = page_text.everyday(goal.standard.as_ref()?);
    Some(page_text.localizer.around("goal-standard", "what", plain))
}

/// Who works on the goal, and when and with whom it was agreed.
pub(super) fn footing(page_text: &mut PageText, goal: &Goal) -> Vec<LocalizedText> {
    let localizer = page_text.localizer;
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
    // The wording of the IEP names its place.
    let place = place(localizer, goal).filter(|_| goal.iep_text.is_none());
    let lines = [owners, agreed(page_text, goal), place];
    lines.into_iter().flatten().collect()
}

fn agreed(page_text: &mut PageText, goal: &Goal) -> Option<LocalizedText> {
    let localizer = page_text.localizer;
    let people: Vec<String> = goal
        .agreed
        .by
        .iter()
        .map(|one| participant(page_text, one))
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

/// What the school expects of most children of the class, by whose measure, and
/// the student's own growth next to it.
pub(super) fn benchmarks(progress_text: &mut ProgressText) -> Option<Section<Vec<LocalizedText>>> {
    let localizer = progress_text.localizer;
    let mut lines = Vec::new();
    for one in &progress_text.goal.benchmarks {
        lines.extend(benchmark(progress_text, one));
    }
    if !lines.is_empty() {
        lines.push(progress_text.now());
    }
    list(localizer, "goal-benchmarks", lines)
}

fn benchmark(progress_text: &mut ProgressText, benchmark: &Benchmark) -> Vec<LocalizedText> {
    let localizer = progress_text.localizer;
    let at_most = progress_text.goal.direction == Direction::Decrease;
    let expected = progress_text.amount(progress_text.bound(benchmark.expected, at_most));
    let date = localizer.date(benchmark.date);
    let expected = args([
        ("date", date.into()),
        ("expected", strip_markup(&expected).into()),
    ]);
    let plain = benchmark.plain.as_ref();
    let plain = plain.map(|plain| progress_text.page_text.everyday(plain));
    let source = progress_text.page_text.everyday(&benchmark.source);
    let lines = [
        localizer.say_with("benchmark", expected),
        localizer.around("benchmark-source", "source", source),
    ];
    plain.into_iter().chain(lines).collect()
}

/// How the team checks that a skill lasts.
#[derive(Debug, Clone, Serialize)]
pub struct Keeping {
    /// The level that each check should reach.
    pub lead: LocalizedText,
    /// Each planned day with its result.
    pub checks: Vec<LocalizedText>,
}

impl LinkTerms for Keeping {
    fn link(&mut self, links: &mut Links) {
        self.lead.link(links);
    }
}

pub(super) fn keeping(
    portfolio: &Portfolio,
    progress_text: &mut ProgressText,
) -> Option<Section<Keeping>> {
    let goal = progress_text.goal;
    let (floor, checks) = portfolio.maintenance(goal, progress_text.progress)?;
    let localizer = progress_text.localizer;
    let at_most = goal.direction == Direction::Decrease;
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

fn kept(progress_text: &mut ProgressText, check: &MaintenanceCheck) -> LocalizedText {
    let localizer = progress_text.localizer;
    let mut args = FluentArgs::new();
    let (id, day) = match &check.result {
        MaintenanceResult::Checked(point) => {
            args.set("result", progress_text.amount(progress_text.at(point)));
            ("keeping-seen", point.date)
        }
        MaintenanceResult::Planned => ("keeping-planned", check.planned),
        MaintenanceResult::Missed => ("keeping-unseen", check.planned),
    };
    args.set("date", localizer.date(day));
    localizer.say_with(id, args)
}
