use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::super::phrase::Phrase;
use super::super::speaker::{Speaker, Weight, args};
use super::index::{self, Call};
use super::review::party;
use super::sentence::Teller;
use super::updates::GoalLink;
use super::words::{Links, Running, WordsView};
use super::{Section, list, note, section, support};
use crate::model::{Arrangement, Date, Model, Service, Text, Transition, TransitionKind};
use crate::progress::Portfolio;

/// Changes of setting, grade, school or program.
#[derive(Debug, Clone, Serialize)]
pub struct ChangesPage {
    /// The page's name.
    pub title: Phrase,
    /// What stands here.
    pub lead: Phrase,
    /// Changes that come, and those not long back.
    pub changes: Vec<ChangeView>,
    /// Changes that lie longer back.
    pub earlier: Option<Section<Vec<ChangeView>>>,
    /// Whom to call.
    pub call: Section<Call>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<Phrase>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl Running for ChangesPage {
    fn link(&mut self, links: &mut Links) {
        self.changes.link(links);
        self.earlier.link(links);
    }
}

impl Running for ChangeView {
    fn link(&mut self, links: &mut Links) {
        self.same.link(links);
        self.before.link(links);
        self.after.link(links);
        self.why.link(links);
        self.first_weeks.link(links);
        self.watch.link(links);
    }
}

/// One change.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeView {
    /// Its day, for links.
    pub id: String,
    /// What changes.
    pub title: Phrase,
    /// From when.
    pub when: Phrase,
    /// What stays the same.
    pub same: Option<Section<Vec<Phrase>>>,
    /// How it was.
    pub before: Section<Vec<Phrase>>,
    /// How it will be.
    pub after: Section<Vec<Phrase>>,
    /// Why.
    pub why: Option<Section<Phrase>>,
    /// Signs that it goes well.
    pub watch: Option<Section<Vec<Phrase>>>,
    /// Help in the first weeks.
    pub first_weeks: Option<Section<Vec<Phrase>>>,
    /// What the numbers were before and are since.
    pub numbers: Option<Section<Vec<GoalNumbers>>>,
    /// Things that go along.
    pub materials: Option<Section<Vec<Phrase>>>,
    /// When the team looks how it is going.
    pub checks: Option<Phrase>,
    /// What has to be done, and what is.
    pub steps: Option<Section<Vec<StepView>>>,
    /// Who takes over.
    pub team: Option<Section<Phrase>>,
}

/// Results before and after a change.
#[derive(Debug, Clone, Serialize)]
pub struct GoalNumbers {
    /// The goal.
    pub goal: GoalLink,
    /// Before and since.
    pub numbers: Phrase,
}

/// One thing to do.
#[derive(Debug, Clone, Serialize)]
pub struct StepView {
    /// What.
    pub what: Phrase,
    /// "Done", or until when.
    pub state: Option<Phrase>,
    /// Whether it is done.
    pub done: bool,
}

/// "A change is coming", for the first page.
#[derive(Debug, Clone, Serialize)]
pub struct ComingChange {
    /// The place on the page of changes.
    pub id: String,
    /// From when.
    pub when: Phrase,
    /// What changes.
    pub what: Phrase,
    /// What it changes into, where that can be said in a few words.
    pub how: Option<Phrase>,
}

/// The page; nothing where no change is written down.
pub(super) fn page(portfolio: &Portfolio, speaker: &Speaker) -> Option<ChangesPage> {
    if portfolio.record.transitions.is_empty() {
        return None;
    }
    speaker.take_foreign();
    let views = |changes: Vec<&Transition>| -> Vec<ChangeView> {
        let changes = changes.into_iter();
        changes.map(|one| view(portfolio, speaker, one)).collect()
    };
    let changes = views(portfolio.transitions_now());
    let earlier = list(
        speaker,
        "changes-earlier",
        views(portfolio.transitions_before()),
    );
    Some(ChangesPage {
        title: speaker.say("page-changes"),
        lead: speaker.say(if changes.is_empty() {
            "changes-none"
        } else {
            "changes-lead"
        }),
        changes,
        earlier,
        call: section(speaker, "call", index::call(portfolio, speaker)),
        note: note(speaker, speaker.take_foreign()),
        words: None,
    })
}

/// Changes of the next weeks, for the first page.
pub(super) fn coming(
    portfolio: &Portfolio,
    speaker: &Speaker,
) -> Option<Section<Vec<ComingChange>>> {
    let changes = portfolio.coming_transitions().into_iter();
    let coming = changes.map(|change| ComingChange {
        id: change.date.to_string(),
        when: from_day(speaker, change.date),
        what: title(portfolio, speaker, change),
        how: change.to.model.map(|to| support::model(speaker, to)),
    });
    list(speaker, "change-coming", coming.collect())
}

fn from_day(speaker: &Speaker, day: Date) -> Phrase {
    let id = if day > speaker.school.today {
        "change-from"
    } else {
        "change-since"
    };
    speaker.say_with(id, args([("date", speaker.date(day).into())]))
}

fn service<'a>(portfolio: &Portfolio<'a>, change: &Transition) -> Option<&'a Service> {
    let mut services = portfolio.record.services.iter();
    services.find(|service| Some(&service.id) == change.service.as_ref())
}

fn title(portfolio: &Portfolio, speaker: &Speaker, change: &Transition) -> Phrase {
    let id = match change.kind {
        TransitionKind::Grade => "change-grade",
        TransitionKind::School => "change-school",
        TransitionKind::Program => "change-program",
        TransitionKind::Setting => match service(portfolio, change) {
            Some(service) => return support::title(speaker, service.kind),
            None => "change-setting",
        },
    };
    speaker.say(id)
}

pub(super) fn view(portfolio: &Portfolio, speaker: &Speaker, change: &Transition) -> ChangeView {
    let words = |texts: &[Text]| -> Vec<Phrase> {
        let written = |text| speaker.written(text, Weight::Binding);
        texts.iter().map(written).collect()
    };
    let why = change.why.as_ref();
    let receiving = change.handoff.receiving.as_ref();
    ChangeView {
        id: change.date.to_string(),
        title: title(portfolio, speaker, change),
        when: from_day(speaker, change.date),
        same: list(speaker, "change-same", words(&change.stays_same)),
        before: section(speaker, "change-before", arrangement(speaker, &change.from)),
        after: section(speaker, "change-after", arrangement(speaker, &change.to)),
        why: why.map(|why| section(speaker, "change-why", speaker.written(why, Weight::Binding))),
        watch: list(speaker, "change-watch", words(&change.watch_for)),
        first_weeks: list(
            speaker,
            "change-first-weeks",
            words(&change.supports_first_weeks),
        ),
        numbers: list(
            speaker,
            "change-window",
            numbers(portfolio, speaker, change),
        ),
        materials: list(
            speaker,
            "change-materials",
            words(&change.handoff.materials),
        ),
        checks: checks(speaker, &change.check_on),
        steps: checklist(speaker, change, told(speaker, change)),
        team: receiving
            .map(|one| section(speaker, "change-team", speaker.begun(party(speaker, one)))),
    }
}

/// How things are, a line for each part.
fn arrangement(speaker: &Speaker, one: &Arrangement) -> Vec<Phrase> {
    let written = |text: &Option<Text>| {
        text.as_ref()
            .map(|text| speaker.written(text, Weight::Binding))
    };
    let grade = one.grade.as_ref();
    let lines = [
        help(speaker, one),
        grade.map(|grade| {
            speaker.say_with(
                "change-grade-name",
                args([("grade", grade.as_str().into())]),
            )
        }),
        written(&one.school),
        written(&one.program),
        written(&one.place),
    ];
    let parts = one.parts.iter().flat_map(|part| arrangement(speaker, part));
    // What several parts are together is said by them.
    let lines = lines
        .into_iter()
        .flatten()
        .skip(usize::from(!one.parts.is_empty() && one.model.is_some()));
    lines.chain(parts).collect()
}

/// "Small-group time, 4 times a week, 25 minutes each time".
fn help(speaker: &Speaker, one: &Arrangement) -> Option<Phrase> {
    let what = support::model(speaker, one.model?);
    if what.mark.is_some() {
        return Some(what);
    }
    let mut args = FluentArgs::new();
    args.set("what", what.text.clone());
    let id = match (one.times, one.minutes) {
        (None, None) => return Some(what),
        (Some(times), None) => {
            args.set("times", f64::from(times));
            "help-times"
        }
        (None, Some(minutes)) => {
            args.set("minutes", speaker.number(minutes));
            "help-minutes"
        }
        (Some(times), Some(minutes)) => {
            args.set("times", f64::from(times));
            args.set("minutes", speaker.number(minutes));
            "help-times-minutes"
        }
    };
    Some(speaker.say_with(id, args))
}

/// How long the weeks last that a family reads about after a change.
const WINDOW_DAYS: i64 = 28;

fn numbers(portfolio: &Portfolio, speaker: &Speaker, change: &Transition) -> Vec<GoalNumbers> {
    let Some(service) = service(portfolio, change) else {
        return Vec::new();
    };
    let window = jiff::Span::new().days(WINDOW_DAYS);
    let until = change.date.checked_add(window).unwrap_or(change.date);
    let goals = portfolio.open_goals();
    let goals = goals.filter(|(goal, _)| service.goals.contains(&goal.id));
    let told = goals.filter_map(|(goal, progress)| {
        let teller = Teller::new(portfolio, speaker, goal, progress);
        Some(GoalNumbers {
            numbers: teller.around(change.date, until.min(portfolio.today()))?,
            goal: GoalLink {
                id: goal.id.to_string(),
                title: speaker.written(&goal.title, Weight::Everyday),
            },
        })
    });
    told.collect()
}

fn checks(speaker: &Speaker, days: &[Date]) -> Option<Phrase> {
    let days: Vec<String> = days.iter().map(|day| speaker.date(*day)).collect();
    if days.is_empty() {
        return None;
    }
    let days = speaker.pack.formats.list(&days);
    Some(speaker.say_with("change-checks", args([("dates", days.into())])))
}

/// That the family was told, for itself.
fn told(speaker: &Speaker, change: &Transition) -> Option<StepView> {
    change.family_told().map(|day| StepView {
        what: speaker.say_with("step-told", args([("date", speaker.date(day).into())])),
        state: Some(speaker.say("step-done")),
        done: true,
    })
}

/// `first`, and what else has to be done until then.
pub(super) fn checklist(
    speaker: &Speaker,
    change: &Transition,
    first: Option<StepView>,
) -> Option<Section<Vec<StepView>>> {
    let label = if change.date > speaker.school.today {
        "change-steps"
    } else {
        "change-steps-behind"
    };
    let reviewed = (change.handoff.goals_reviewed).then(|| StepView {
        what: speaker.say("step-goals"),
        state: Some(speaker.say("step-done")),
        done: true,
    });
    let steps = change.steps.iter().map(|step| StepView {
        what: speaker.written(&step.what, Weight::Binding),
        state: if step.done {
            Some(speaker.say("step-done"))
        } else {
            step.by
                .map(|by| speaker.say_with("step-by", args([("date", speaker.date(by).into())])))
        },
        done: step.done,
    });
    let all = first.into_iter().chain(reviewed).chain(steps);
    list(speaker, label, all.collect())
}

/// A change of setting in two or three words, for a chart.
pub(super) fn short(speaker: &Speaker, to: Option<Model>) -> Phrase {
    speaker.say(match to {
        Some(Model::PushIn) => "turn-push-in",
        Some(Model::PullOut) => "turn-pull-out",
        Some(Model::Blended) => "turn-blended",
        Some(Model::Consult) => "turn-consult",
        None => "turn-setting",
    })
}
