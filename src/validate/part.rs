//! When, where and by whom a service is provided, or a part of it.

use super::fields::Fields;
use crate::diagnostic::{
    Code, Diagnostic, MissingMinutes, OverLimitProblem, SureForm, TimesProblem,
};
use crate::input::{self, Often};
use crate::model::{DeliveryModel, Frequency, Hours, Part, Per, PersonId, Text, Weekday};
use crate::schema::choices;
use crate::source::{Place, Spanned};

/// Everything about a part but its model. A part says only what is different from its
/// service.
#[derive(Clone)]
pub(super) struct Times {
    at: Place,
    who: Vec<PersonId>,
    place: Option<Text>,
    days: Vec<Weekday>,
    hours: Option<Spanned<Hours>>,
    frequency: Option<Frequency>,
    minutes: Option<u32>,
    /// Whether the file says anything about how often, even if it is wrong.
    says_often: bool,
    /// Whether the file says anything about how long, even if it is wrong.
    says_long: bool,
}

impl Times {
    pub(super) fn read(fields: &mut Fields, staff: &[&str]) -> Self {
        let who = fields.references("who", Code::UnknownPerson, staff);
        let often = frequency(fields);
        let minutes = minutes(fields);
        Self {
            at: fields.at().clone(),
            who: who.into_iter().map(|id| PersonId::new(id.value)).collect(),
            place: fields.text("where"),
            days: fields.weekdays("days"),
            hours: fields.hours(),
            frequency: often.map(|often| often.frequency),
            minutes: minutes.or(often.and_then(|often| often.minutes)),
            says_often: ["frequency", "days"].iter().any(|name| fields.has(name)),
            says_long: ["minutes", "start", "end"]
                .iter()
                .any(|name| fields.has(name))
                || often.is_some_and(|often| often.minutes.is_some()),
        }
    }

    /// These times, and those of `whole` for what they do not say.
    fn or(self, whole: &Self) -> Self {
        Self {
            at: self.at,
            who: or_those(self.who, &whole.who),
            days: or_those(self.days, &whole.days),
            place: self.place.or_else(|| whole.place.clone()),
            hours: self.hours.or_else(|| whole.hours.clone()),
            frequency: self.frequency.or(whole.frequency),
            minutes: self.minutes.or(whole.minutes),
            says_often: self.says_often || whole.says_often,
            says_long: self.says_long || whole.says_long,
        }
    }

    /// The part that these times make. Days and hours need no number of times and
    /// minutes as well; if a file says both, they have to agree.
    pub(super) fn part(self, fields: &Fields, model: DeliveryModel) -> Part {
        let times = u32::try_from(self.days.len()).unwrap_or_default();
        let by_days = (times > 0).then_some(Frequency {
            times,
            per: Per::Week,
        });
        let by_hours = self.hours.as_ref().map(|hours| hours.value.minutes());
        let (frequency, minutes) = (self.frequency.or(by_days), self.minutes.or(by_hours));
        if model != DeliveryModel::Consult && !(self.says_often && self.says_long) {
            let fault = Diagnostic::at(Code::ServiceWithoutMinutes, &self.at);
            fields.report(fault.select(if self.says_often {
                MissingMinutes::Long
            } else {
                MissingMinutes::Often
            }));
        }
        let often = by_days
            .zip(frequency)
            .filter(|(days, said)| days.per == said.per);
        let long = by_hours.zip(minutes);
        if let Some((days, said)) = often.filter(|(days, said)| days != said) {
            self.disagree(fields, TimesProblem::Days, days.times, said.times);
        } else if let Some((hours, said)) = long.filter(|(hours, said)| hours != said) {
            self.disagree(fields, TimesProblem::Hours, hours, said);
        }
        Part {
            at: self
                .hours
                .as_ref()
                .map_or(self.at, |hours| hours.at.clone()),
            model,
            who: self.who,
            place: self.place,
            days: self.days,
            hours: self.hours.map(|hours| hours.value),
            frequency,
            minutes,
        }
    }

    fn disagree(&self, fields: &Fields, problem: TimesProblem, computed: u32, said: u32) {
        let at = self.hours.as_ref().map_or(&self.at, |hours| &hours.at);
        let fault = Diagnostic::at(Code::TimesDisagree, at)
            .select(problem)
            .with("computed", computed)
            .with("said", said);
        fields.report(fault);
    }
}

/// How many minutes one session lasts. Reports more than the eight hours of a day.
fn minutes(fields: &mut Fields) -> Option<u32> {
    const DAY: u32 = 480;
    let minutes = fields.count("minutes")?;
    if minutes.value > DAY {
        let fault = Diagnostic::at(Code::OverLimit, &minutes.at)
            .select(OverLimitProblem::Session)
            .select(SureForm::Never)
            .with("found", minutes.value.to_string())
            .with("high", DAY.to_string())
            .with("better", "");
        fields.report(fault);
    }
    Some(minutes.value)
}

fn or_those<T: Clone>(own: Vec<T>, others: &[T]) -> Vec<T> {
    if own.is_empty() { others.to_vec() } else { own }
}

/// One entry of `parts`. Returns `None` if its model is not known, which is reported.
pub(super) fn read(fields: &mut Fields, whole: &Times, staff: &[&str]) -> Option<Part> {
    let model = fields.choice("model", &choices::PART_MODELS);
    let mut own = Times::read(fields, staff);
    let times = fields.count("times").map(|times| Frequency {
        times: times.value,
        per: Per::Week,
    });
    own.frequency = times.or(own.frequency);
    own.says_often |= fields.has("times");
    let part = own
        .or(whole)
        .part(fields, model.unwrap_or(DeliveryModel::Consult));
    model.map(|_| part)
}

/// How often: a map, or words such as `twice a week`.
fn frequency(fields: &mut Fields) -> Option<Often> {
    let node = fields.node("frequency")?;
    if let Some(text) = node.text() {
        let at = fields.place(node.span);
        let Some(often) = input::often(text) else {
            let fault = Diagnostic::at(Code::FrequencyUnread, &at).with("found", text);
            fields.report(fault);
            return None;
        };
        fields.read_as(&at, text, &as_written(often));
        return Some(often);
    }
    fields.sub("frequency", |map| {
        let times = map.count("times");
        let per = map.choice("per", &choices::PERS);
        Some(Often {
            frequency: Frequency {
                times: times?.value,
                per: per?,
            },
            minutes: None,
        })
    })?
}

/// How often, as the format has it.
fn as_written(often: Often) -> String {
    let per = choices::PERS
        .iter()
        .find(|(_, per)| *per == often.frequency.per)
        .map_or("week", |(word, _)| *word);
    let times = often.frequency.times;
    let minutes = often
        .minutes
        .map_or_else(String::new, |minutes| format!(", minutes: {minutes}"));
    format!("frequency: {{times: {times}, per: {per}}}{minutes}")
}
