//! Planned and provided minutes on the support page.

use serde::Serialize;

use super::super::parts::section::{Section, section};
use super::super::parts::service::{in_short, shape};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, args};
use crate::model::{Reason, Service};
use crate::progress::{Delivery, Portfolio};

/// Planned and given minutes of one service.
#[derive(Debug, Clone, Serialize)]
pub struct MinutesView {
    /// Which service.
    pub title: LocalizedText,
    /// The shape of where it is given.
    pub shape: &'static str,
    /// How much was planned, and how much was given.
    pub sentence: LocalizedText,
    /// Why the rest was not, a line for each reason.
    pub reasons: Vec<LocalizedText>,
    /// Since when this is counted.
    pub since: LocalizedText,
    /// The headings of the table.
    pub columns: Vec<LocalizedText>,
    /// The same, week by week.
    pub weeks: Section<Vec<MinutesRow>>,
}

/// One week.
#[derive(Debug, Clone, Serialize)]
pub struct MinutesRow {
    /// Its Monday.
    pub week: String,
    /// Minutes planned.
    pub planned: String,
    /// Minutes given.
    pub given: String,
    /// Why not all of them.
    pub reasons: Vec<LocalizedText>,
}

/// Services whose minutes are recorded: those that are given now, then those that
/// have ended.
pub(super) fn views(portfolio: &Portfolio, localizer: &Localizer) -> Vec<MinutesView> {
    let mut services: Vec<&Service> = portfolio.current_services.iter().collect();
    services.sort_by_key(|service| service.ended(portfolio.today));
    services
        .into_iter()
        .filter_map(|service| view(portfolio, localizer, service))
        .collect()
}

fn view(portfolio: &Portfolio, localizer: &Localizer, service: &Service) -> Option<MinutesView> {
    let delivery = Delivery::of(portfolio.record, service)?;
    let first = localizer.date(delivery.weeks.first()?.week);
    let numbers = args([
        ("planned", f64::from(delivery.planned).into()),
        ("given", f64::from(delivery.given).into()),
    ]);
    let whole = delivery.given >= delivery.planned;
    let sentence = if whole {
        "minutes-whole"
    } else {
        "minutes-part"
    };
    let reasons = delivery.by_reason.iter();
    let columns = ["minutes-week", "minutes-planned", "minutes-given"];
    Some(MinutesView {
        title: in_short(localizer, service, service.model),
        shape: shape(service.model),
        sentence: localizer.say_with(sentence, numbers),
        reasons: reasons
            .map(|(reason, minutes)| self::reason(localizer, *reason, *minutes))
            .collect(),
        since: localizer.say_with("minutes-since", args([("date", first.into())])),
        columns: columns.map(|column| localizer.say(column)).into(),
        weeks: section(localizer, "minutes-weeks", rows(localizer, &delivery)),
    })
}

fn rows(localizer: &Localizer, delivery: &Delivery) -> Vec<MinutesRow> {
    let formats = &localizer.pack.formats;
    let rows = delivery.weeks.iter().map(|week| MinutesRow {
        week: formats.month_day(week.week),
        planned: formats.number(f64::from(week.planned)),
        given: formats.number(f64::from(week.given)),
        reasons: week
            .reasons
            .iter()
            .map(|(one, minutes)| reason(localizer, *one, *minutes))
            .collect(),
    });
    rows.collect()
}

/// Why some minutes were not given, without blame.
fn reason(localizer: &Localizer, reason: Reason, minutes: u32) -> LocalizedText {
    let id = match reason {
        Reason::NoSchool => "reason-no-school",
        Reason::StaffAway => "reason-staff-away",
        Reason::StudentAway => "reason-student-away",
        Reason::Other => "reason-other",
    };
    localizer.say_with(id, args([("minutes", f64::from(minutes).into())]))
}
