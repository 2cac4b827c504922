//! One change of setting, grade, school or program, as families and staff read
//! about it.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::goal_link::GoalLink;
use super::page_text::PageText;
use super::participant::participant;
use super::progress_text::ProgressText;
use super::section::{Section, list, section};
use super::service;
use super::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, args};
use crate::model::{Arrangement, Date, Service, Text, Transition, TransitionKind};
use crate::progress::Portfolio;

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
    /// Signs that it is going well.
    pub watch: Option<Section<Vec<LocalizedText>>>,
    /// Help in the first weeks.
    pub first_weeks: Option<Section<Vec<LocalizedText>>>,
    /// The numbers before and after.
    pub numbers: Option<Section<Vec<GoalNumbers>>>,
    /// Things that the student takes along.
    pub materials: Option<Section<Vec<LocalizedText>>>,
    /// When the team checks how it is going.
    pub checks: Option<LocalizedText>,
    /// What has to be done, and what is done.
    pub steps: Option<Section<Vec<StepView>>>,
    /// Who takes over.
    pub team: Option<Section<LocalizedText>>,
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
    /// What to do.
    pub what: LocalizedText,
    /// "Done", or the day it is due.
    pub state: Option<LocalizedText>,
    /// Whether it is done.
    pub done: bool,
}

/// `change` with the steps that families read, or with those for staff.
pub(crate) fn change(
    portfolio: &Portfolio,
    page_text: &mut PageText,
    change: &Transition,
    for_staff: bool,
) -> ChangeView {
    let localizer = page_text.localizer;
    let why = change.why.as_ref();
    let receiving = change.handoff.receiving.as_ref();
    let told = change.family_told().filter(|_| !for_staff);
    ChangeView {
        id: change.date.to_string(),
        title: title(portfolio, localizer, change),
        when: from_day(localizer, change.date),
        same: lines(page_text, "change-same", &change.stays_same),
        before: {
            let before = arrangement(page_text, &change.from);
            section(localizer, "change-before", before)
        },
        after: {
            let after = arrangement(page_text, &change.to);
            section(localizer, "change-after", after)
        },
        why: why.map(|why| section(localizer, "change-why", page_text.binding(why))),
        watch: lines(page_text, "change-watch", &change.watch_for),
        first_weeks: lines(
            page_text,
            "change-first-weeks",
            &change.supports_first_weeks,
        ),
        numbers: {
            let numbers = numbers(portfolio, page_text, change);
            list(localizer, "change-window", numbers)
        },
        materials: lines(page_text, "change-materials", &change.handoff.materials),
        checks: checks(localizer, &change.check_on),
        steps: steps(page_text, change, told),
        team: receiving.map(|one| {
            let who = localizer.capitalized(participant(page_text, one));
            section(localizer, "change-team", who)
        }),
    }
}

fn lines(
    page_text: &mut PageText,
    label: &str,
    texts: &[Text],
) -> Option<Section<Vec<LocalizedText>>> {
    let lines = texts.iter().map(|text| page_text.binding(text)).collect();
    list(page_text.localizer, label, lines)
}

/// "From January 4, 2027", or "Since …".
pub(crate) fn from_day(localizer: &Localizer, day: Date) -> LocalizedText {
    let id = if day > localizer.today {
        "change-from"
    } else {
        "change-since"
    };
    localizer.say_with(id, args([("date", localizer.date(day).into())]))
}

fn service_of<'a>(portfolio: &Portfolio<'a>, change: &Transition) -> Option<&'a Service> {
    let mut services = portfolio.record.services.iter();
    services.find(|service| Some(&service.id) == change.service.as_ref())
}

/// What changes, in a few words.
pub(crate) fn title(
    portfolio: &Portfolio,
    localizer: &Localizer,
    change: &Transition,
) -> LocalizedText {
    let id = match change.kind {
        TransitionKind::Grade => "change-grade",
        TransitionKind::School => "change-school",
        TransitionKind::Program => "change-program",
        TransitionKind::Setting => match service_of(portfolio, change) {
            Some(service) => return service::title(localizer, service.kind),
            None => "change-setting",
        },
    };
    localizer.say(id)
}

/// How things are, a line for each part.
fn arrangement(page_text: &mut PageText, one: &Arrangement) -> Vec<LocalizedText> {
    let localizer = page_text.localizer;
    let grade = one.grade.as_ref().map(|grade| {
        let grade = args([("grade", grade.as_str().into())]);
        localizer.say_with("change-grade-name", grade)
    });
    // The parts of a blended service say together what it is.
    let help = if one.parts.is_empty() {
        help(page_text, one)
    } else {
        None
    };
    let places = [&one.school, &one.program, &one.place];
    let places = places.into_iter().flatten();
    let mut lines: Vec<LocalizedText> = help.into_iter().chain(grade).collect();
    lines.extend(places.map(|text| page_text.binding(text)));
    for part in &one.parts {
        lines.extend(arrangement(page_text, part));
    }
    lines
}

/// "Small-group time, 4 times a week, 25 minutes each time".
fn help(page_text: &mut PageText, one: &Arrangement) -> Option<LocalizedText> {
    let localizer = page_text.localizer;
    let what = service::model(page_text, one.model?);
    let mut args = FluentArgs::new();
    if let Some(times) = one.times {
        args.set("times", f64::from(times));
    }
    if let Some(minutes) = one.minutes {
        args.set("minutes", Localizer::number(minutes));
    }
    let id = match (one.times, one.minutes) {
        (None, None) => return Some(what),
        (Some(_), None) => "help-times",
        (None, Some(_)) => "help-minutes",
        (Some(_), Some(_)) => "help-times-minutes",
    };
    Some(localizer.around_with(id, "what", what, args))
}

/// How many days after a change the numbers for families cover.
const WINDOW_DAYS: i64 = 28;

fn numbers(
    portfolio: &Portfolio,
    page_text: &mut PageText,
    change: &Transition,
) -> Vec<GoalNumbers> {
    let Some(service) = service_of(portfolio, change) else {
        return Vec::new();
    };
    let window = jiff::Span::new().days(WINDOW_DAYS);
    let until = change.date.checked_add(window).unwrap_or(change.date);
    portfolio
        .open_goals()
        .filter(|(goal, _)| service.goals.contains(&goal.id))
        .filter_map(|(goal, progress)| {
            let numbers = ProgressText::new(portfolio, page_text, goal, progress)
                .around(change.date, until)?;
            Some(GoalNumbers {
                goal: GoalLink::new(page_text, goal),
                numbers,
            })
        })
        .collect()
}

fn checks(localizer: &Localizer, days: &[Date]) -> Option<LocalizedText> {
    let days: Vec<String> = days.iter().map(|day| localizer.date(*day)).collect();
    if days.is_empty() {
        return None;
    }
    let days = localizer.pack.formats.list(&days);
    Some(localizer.say_with("change-checks", args([("dates", days.into())])))
}

/// What has to be done before the change. `told` is the day on which the family
/// was told.
fn steps(
    page_text: &mut PageText,
    change: &Transition,
    told: Option<Date>,
) -> Option<Section<Vec<StepView>>> {
    let localizer = page_text.localizer;
    let label = if change.date > localizer.today {
        "change-steps"
    } else {
        "change-steps-behind"
    };
    let done = |what: LocalizedText| StepView {
        what,
        state: Some(localizer.say("step-done")),
        done: true,
    };
    let told = told.map(|day| {
        done(localizer.say_with("step-told", args([("date", localizer.date(day).into())])))
    });
    let reviewed = (change.handoff.goals_reviewed).then(|| done(localizer.say("step-goals")));
    let steps = change.steps.iter().map(|step| {
        let what = page_text.binding(&step.what);
        if step.done {
            return done(what);
        }
        let due = |by| localizer.say_with("step-by", args([("date", localizer.date(by).into())]));
        StepView {
            what,
            state: step.by.map(due),
            done: false,
        }
    });
    let all = told.into_iter().chain(reviewed).chain(steps).collect();
    list(localizer, label, all)
}
