//! One goal on a student's page of the staff dashboard.

use serde::Serialize;

use super::page::Printer;
use super::reading::{self, number};
use crate::locale::GoalWords;
use crate::model::Date;
use crate::progress::GoalSummary;
use crate::render;

/// An amount or a decision, with its date.
#[derive(Serialize)]
struct Dated {
    what: String,
    on: Option<String>,
}

/// A goal on a student's page.
#[derive(Serialize)]
pub(super) struct GoalView<'a> {
    id: &'a str,
    title: &'a str,
    /// The small chart for the table.
    spark: String,
    /// The full chart.
    chart: String,
    /// The label of its value axis.
    axis: String,
    start: String,
    newest: Option<Dated>,
    waiting: Option<String>,
    target: Dated,
    /// Whether the goal's criterion is met, in short and in full.
    met: Option<bool>,
    criterion: Option<String>,
    criterion_full: Option<String>,
    decision: Option<Dated>,
    differs: Vec<String>,
    readings: Vec<String>,
}

impl Printer<'_> {
    pub(super) fn goal<'g>(&self, goal: &'g GoalSummary, said: Option<&GoalWords>) -> GoalView<'g> {
        let amount = |pick: &dyn Fn(&GoalWords) -> Option<String>, value: f64| {
            said.and_then(pick).unwrap_or_else(|| number(value))
        };
        let waiting = goal
            .weeks_waiting
            .and_then(|weeks| usize::try_from(weeks).ok());
        let chart = said.and_then(|said| said.chart.as_ref());
        let (short, full) = self.criterion(goal, said).unzip();
        GoalView {
            id: goal.id.as_str(),
            title: &goal.title,
            spark: said.map_or_else(String::new, |said| {
                crate::chart::spark(&said.path, Some(goal.target.1), false)
            }),
            chart: chart.map_or_else(String::new, |view| {
                let name = format!("chart-{}", goal.id);
                render::chart(view, &goal.title, self.pack, &name)
            }),
            axis: said.map(|said| said.axis.clone()).unwrap_or_default(),
            start: amount(&|said| Some(said.start.clone()), goal.start),
            newest: goal.newest.map(|(on, value)| Dated {
                what: amount(&|said| said.newest.clone(), value),
                on: Some(self.on("dashboard-on", on)),
            }),
            waiting: waiting.map(|weeks| {
                self.messages
                    .count("dashboard-waiting", &[("weeks", weeks)], [])
            }),
            target: Dated {
                what: amount(&|said| Some(said.target.clone()), goal.target.1),
                on: Some(self.on("dashboard-by", goal.target.0)),
            },
            met: goal.criterion.map(|asked| asked.now),
            criterion: short,
            criterion_full: full,
            decision: goal.decided.map(|(on, decision, _)| Dated {
                what: self.messages.say(&format!("team-{}", decision.key()), []),
                on: Some(self.on("dashboard-on", on)),
            }),
            differs: self.differs(goal),
            readings: reading::lines(goal, self.messages),
        }
    }

    /// How the goal's own criterion stands, in short and in full.
    fn criterion(&self, goal: &GoalSummary, said: Option<&GoalWords>) -> Option<(String, String)> {
        let asked = goal.criterion?;
        let value = said.and_then(|said| said.criterion.clone());
        let value = value.unwrap_or_else(|| number(asked.criterion.value));
        let short = if asked.checks == 0 {
            "criterion-none"
        } else {
            "criterion-short"
        };
        let say = |id| reading::criterion(id, &asked, &value, self.messages);
        Some((say(short), say("reading-criterion")))
    }

    /// What the numbers read where the team decided something else.
    fn differs(&self, goal: &GoalSummary) -> Vec<String> {
        let rule = goal.rules.four_point.filter(|_| goal.rules_differ());
        let rule = rule.map(|rule| {
            let better = reading::better(goal.direction).to_owned();
            let values = [
                ("reading", reading::key(rule).to_owned()),
                ("better", better),
            ];
            self.messages.say("dashboard-differs", values)
        });
        let met = goal
            .met_too_soon()
            .then(|| self.messages.say("dashboard-too-soon", []));
        met.into_iter().chain(rule).collect()
    }

    fn on(&self, id: &str, day: Date) -> String {
        self.messages.say(id, [("date", self.messages.day(day))])
    }
}
