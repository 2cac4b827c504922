use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::index::{self, Call};
use super::parts::progress_text::ProgressText;
use super::parts::words::{LinkTerms, Links, WordsView};
use super::review::party;
use super::updates::GoalLink;
use super::{Section, list, note, section, support};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Arrangement, Date, DeliveryModel, Service, Text, Transition, TransitionKind};
use crate::progress::Portfolio;

/// Changes of setting, grade, school or programme.
#[derive(Debug, Clone, Serialize)]
pub struct ChangesPage {
    /// The page's name.
    pub title: LocalizedText,
    /// What stands here.
    pub lead: LocalizedText,
    /// Changes that come, and those not long back.
    pub changes: Vec<ChangeView>,
    /// Changes that lie longer back.
    pub earlier: Option<Section<Vec<ChangeView>>>,
    /// Whom to call.
    pub call: Section<Call>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<LocalizedText>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl LinkTerms for ChangesPage {
    fn link(&mut self, links: &mut Links) {
        self.changes.link(links);
        self.earlier.link(links);
    }
}

impl LinkTerms for ChangeView {
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
    pub title: LocalizedText,
    /// From when.
    pub when: LocalizedText,
    /// What stays the same.
    pub same: Option<Section<Vec<LocalizedText>>>,
    /// How it was.
    pub before: Section<Vec<LocalizedText>>,
    /// How it will be.
    pub after: Section<Vec<LocalizedText>>,
    /// Why.
    pub why: Option<Section<LocalizedText>>,
    /// Signs that it goes well.
    pub watch: Option<Section<Vec<LocalizedText>>>,
    /// Help in the first weeks.
    pub first_weeks: Option<Section<Vec<LocalizedText>>>,
    /// What the numbers were before and are since.
    pub numbers: Option<Section<Vec<GoalNumbers>>>,
    /// Things that go along.
    pub materials: Option<Section<Vec<LocalizedText>>>,
    /// When the team looks how it is going.
    pub checks: Option<LocalizedText>,
    /// What has to be done, and what is.
    pub steps: Option<Section<Vec<StepView>>>,
    /// Who takes over.
    pub team: Option<Section<LocalizedText>>,
}

/// Results before and after a change.
#[derive(Debug, Clone, Serialize)]
pub struct GoalNumbers {
    /// The goal.
    pub goal: GoalLink,
    /// Before and since.
    pub numbers: LocalizedText,
}

/// One thing to do.
#[derive(Debug, Clone, Serialize)]
pub struct StepView {
    /// What.
    pub what: LocalizedText,
    /// "Done", or until when.
    pub state: Option<LocalizedText>,
    /// Whether it is done.
    pub done: bool,
}

/// "A change is coming", for the first page.
#[derive(Debug, Clone, Serialize)]
pub struct ComingChange {
    /// The place on the page of changes.
    pub id: String,
    /// From when.
    pub when: LocalizedText,
    /// What changes.
    pub what: LocalizedText,
    /// What it changes into, where that can be said in a few words.
    pub how: Option<LocalizedText>,
}

/// The page; nothing where no change is written down.
pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> Option<ChangesPage> {
    if portfolio.record.transitions.is_empty() {
        return None;
    }
    localizer.take_foreign();
    let views = |changes: Vec<&Transition>| -> Vec<ChangeView> {
        let changes = changes.into_iter();
        changes.map(|one| view(portfolio, localizer, one)).collect()
    };
    let changes = views(portfolio.transitions_now());
    let earlier = list(
        localizer,
        "changes-earlier",
        views(portfolio.transitions_before()),
    );
    Some(ChangesPage {
        title: localizer.say("page-changes"),
        lead: localizer.say(if changes.is_empty() {
            "changes-none"
        } else {
            "changes-lead"
        }),
        changes,
        earlier,
        call: section(localizer, "call", index::call(portfolio, localizer)),
        note: note(localizer, localizer.take_foreign()),
        words: None,
    })
}

/// Changes of the next weeks, for the first page.
pub(super) fn coming(
    portfolio: &Portfolio,
    localizer: &Localizer,
) -> Option<Section<Vec<ComingChange>>> {
    let changes = portfolio.coming_transitions().into_iter();
    let coming = changes.map(|change| ComingChange {
        id: change.date.to_string(),
        when: from_day(localizer, change.date),
        what: title(portfolio, localizer, change),
        how: change.to.model.map(|to| support::model(localizer, to)),
    });
    list(localizer, "change-coming", coming.collect())
}

fn from_day(localizer: &Localizer, day: Date) -> LocalizedText {
    let id = if day > localizer.school.today {
        "change-from"
    } else {
        "change-since"
    };
    localizer.say_with(id, args([("date", localizer.date(day).into())]))
}

fn service<'a>(portfolio: &Portfolio<'a>, change: &Transition) -> Option<&'a Service> {
    let mut services = portfolio.record.services.iter();
    services.find(|service| Some(&service.id) == change.service.as_ref())
}

fn title(portfolio: &Portfolio, localizer: &Localizer, change: &Transition) -> LocalizedText {
    let id = match change.kind {
        TransitionKind::Grade => "change-grade",
        TransitionKind::School => "change-school",
        TransitionKind::Programme => "change-programme",
        TransitionKind::Setting => match service(portfolio, change) {
            Some(service) => return support::title(localizer, service.kind),
            None => "change-setting",
        },
    };
    localizer.say(id)
}

pub(super) fn view(
    portfolio: &Portfolio,
    localizer: &Localizer,
    change: &Transition,
) -> ChangeView {
    let words = |texts: &[Text]| -> Vec<LocalizedText> {
        let written = |text| localizer.written(text, MachineTranslation::Binding);
        texts.iter().map(written).collect()
    };
    let why = change.why.as_ref();
    let receiving = change.handoff.receiving.as_ref();
    ChangeView {
        id: change.date.to_string(),
        title: title(portfolio, localizer, change),
        when: from_day(localizer, change.date),
        same: list(localizer, "change-same", words(&change.stays_same)),
        before: section(
            localizer,
            "change-before",
            arrangement(localizer, &change.from),
        ),
        after: section(
            localizer,
            "change-after",
            arrangement(localizer, &change.to),
        ),
        why: why.map(|why| {
            section(
                localizer,
                "change-why",
                localizer.written(why, MachineTranslation::Binding),
            )
        }),
        watch: list(localizer, "change-watch", words(&change.watch_for)),
        first_weeks: list(
            localizer,
            "change-first-weeks",
            words(&change.supports_first_weeks),
        ),
        numbers: list(
            localizer,
            "change-window",
            numbers(portfolio, localizer, change),
        ),
        materials: list(
            localizer,
            "change-materials",
            words(&change.handoff.materials),
        ),
        checks: checks(localizer, &change.check_on),
        steps: checklist(localizer, change, told(localizer, change)),
        team: receiving.map(|one| {
            section(
                localizer,
                "change-team",
                localizer.begun(party(localizer, one)),
            )
        }),
    }
}

/// How things are, a line for each part.
fn arrangement(localizer: &Localizer, one: &Arrangement) -> Vec<LocalizedText> {
    let written = |text: &Option<Text>| {
        text.as_ref()
            .map(|text| localizer.written(text, MachineTranslation::Binding))
    };
    let grade = one.grade.as_ref();
    let lines = [
        help(localizer, one),
        grade.map(|grade| {
            localizer.say_with(
                "change-grade-name",
                args([("grade", grade.as_str().into())]),
            )
        }),
        written(&one.school),
        written(&one.programme),
        written(&one.place),
    ];
    let parts = one
        .parts
        .iter()
        .flat_map(|part| arrangement(localizer, part));
    // What several parts are together is said by them.
    let lines = lines
        .into_iter()
        .flatten()
        .skip(usize::from(!one.parts.is_empty() && one.model.is_some()));
    lines.chain(parts).collect()
}

/// "Small-group time, 4 times a week, 25 minutes each time".
fn help(localizer: &Localizer, one: &Arrangement) -> Option<LocalizedText> {
    let what = support::model(localizer, one.model?);
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
            args.set("minutes", localizer.number(minutes));
            "help-minutes"
        }
        (Some(times), Some(minutes)) => {
            args.set("times", f64::from(times));
            args.set("minutes", localizer.number(minutes));
            "help-times-minutes"
        }
    };
    Some(localizer.say_with(id, args))
}

/// How long the weeks last that a family reads about after a change.
const WINDOW_DAYS: i64 = 28;

fn numbers(portfolio: &Portfolio, localizer: &Localizer, change: &Transition) -> Vec<GoalNumbers> {
    let Some(service) = service(portfolio, change) else {
        return Vec::new();
    };
    let window = jiff::Span::new().days(WINDOW_DAYS);
    let until = change.date.checked_add(window).unwrap_or(change.date);
    let goals = portfolio.open_goals();
    let goals = goals.filter(|(goal, _)| service.goals.contains(&goal.id));
    let told = goals.filter_map(|(goal, progress)| {
        let progress_text = ProgressText::new(portfolio, localizer, goal, progress);
        Some(GoalNumbers {
            numbers: progress_text.around(change.date, until.min(portfolio.today()))?,
            goal: GoalLink {
                id: goal.id.to_string(),
                title: localizer.written(&goal.title, MachineTranslation::Everyday),
            },
        })
    });
    told.collect()
}

fn checks(localizer: &Localizer, days: &[Date]) -> Option<LocalizedText> {
    let days: Vec<String> = days.iter().map(|day| localizer.date(*day)).collect();
    if days.is_empty() {
        return None;
    }
    let days = localizer.pack.formats.list(&days);
    Some(localizer.say_with("change-checks", args([("dates", days.into())])))
}

/// That the family was told, for itself.
fn told(localizer: &Localizer, change: &Transition) -> Option<StepView> {
    change.family_told().map(|day| StepView {
        what: localizer.say_with("step-told", args([("date", localizer.date(day).into())])),
        state: Some(localizer.say("step-done")),
        done: true,
    })
}

/// `first`, and what else has to be done until then.
pub(super) fn checklist(
    localizer: &Localizer,
    change: &Transition,
    first: Option<StepView>,
) -> Option<Section<Vec<StepView>>> {
    let label = if change.date > localizer.school.today {
        "change-steps"
    } else {
        "change-steps-behind"
    };
    let reviewed = (change.handoff.goals_reviewed).then(|| StepView {
        what: localizer.say("step-goals"),
        state: Some(localizer.say("step-done")),
        done: true,
    });
    let steps = change.steps.iter().map(|step| StepView {
        what: localizer.written(&step.what, MachineTranslation::Binding),
        state: if step.done {
            Some(localizer.say("step-done"))
        } else {
            step.by.map(|by| {
                localizer.say_with("step-by", args([("date", localizer.date(by).into())]))
            })
        },
        done: step.done,
    });
    let all = first.into_iter().chain(reviewed).chain(steps);
    list(localizer, label, all.collect())
}

/// A change of setting in two or three words, for a chart.
pub(super) fn short(localizer: &Localizer, to: Option<DeliveryModel>) -> LocalizedText {
    localizer.say(match to {
        Some(DeliveryModel::PushIn) => "turn-push-in",
        Some(DeliveryModel::PullOut) => "turn-pull-out",
        Some(DeliveryModel::Blended) => "turn-blended",
        Some(DeliveryModel::Consult) => "turn-consult",
        None => "turn-setting",
    })
}
