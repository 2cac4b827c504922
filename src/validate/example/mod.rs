//! Example lines for messages, made of this school's short names, this goal's measure and
//! what its author wrote. Diagnostics have them as the value `example`.

mod measure;

pub(super) use measure::Sample;

use crate::input::{self, Reading};
use crate::model::{Date, School, TipId, Today};
use crate::parse::Groups;

/// The short names that a line may have, and days that fit.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ids {
    pub(crate) staff: Vec<String>,
    pub(crate) roles: Vec<String>,
    pub(crate) tips: Vec<String>,
    pub(crate) supports: Vec<String>,
    pub(crate) ladders: Vec<String>,
    pub(crate) explainers: Vec<String>,
    pub(crate) goals: Vec<String>,
    pub(crate) services: Vec<String>,
    pub(crate) languages: Vec<String>,
    /// An example names this Monday as today, so that it is not another one every day.
    today: Date,
    /// The last day of the school year. `None` if it is over.
    year_ends: Option<Date>,
}

impl Ids {
    /// Those of a school, without the student's own.
    pub(crate) fn of(school: &School, today: Today) -> Self {
        let library = &school.library;
        let owned = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect();
        let last = school.year.map(|(_, last)| last);
        Self {
            staff: owned(school.staff_ids()),
            roles: library.roles.keys().cloned().collect(),
            tips: owned(library.tips.keys().map(TipId::as_str).collect()),
            supports: library.supports.keys().cloned().collect(),
            ladders: library.ladders.keys().cloned().collect(),
            explainers: library.explainers.keys().cloned().collect(),
            goals: Vec::new(),
            services: Vec::new(),
            languages: school.languages.iter().map(ToString::to_string).collect(),
            today: today.monday(),
            year_ends: last.filter(|last| *last > today),
        }
    }

    /// Those that are known before the school is read.
    pub(super) fn begun(groups: &Groups, language: &str, today: Today) -> Self {
        let roles = groups
            .keys()
            .filter_map(|key| key.strip_prefix("library/roles/"))
            .filter_map(|name| name.strip_suffix(".yaml"));
        Self {
            roles: roles.map(str::to_owned).collect(),
            languages: vec![language.to_owned()],
            today: today.monday(),
            ..Self::default()
        }
    }

    /// A line that a rule asks for. Empty if the school lacks a short name that it needs.
    pub(crate) fn line(&self, shape: &str) -> String {
        fill(shape, self, &Sample::default(), "").unwrap_or_default()
    }

    /// A school day about a week ago, for what has already happened.
    fn past(&self) -> Date {
        self.weekday(-7)
    }

    /// A school day in two weeks.
    fn soon(&self) -> Date {
        self.weekday(14)
    }

    /// The end of the school year, or a day some months ahead.
    fn future(&self) -> Date {
        self.year_ends.unwrap_or_else(|| self.weekday(180))
    }

    fn monday(&self) -> Date {
        let past = self.past();
        let back = i64::from(past.weekday().to_monday_zero_offset());
        past.checked_sub(jiff::Span::new().days(back))
            .unwrap_or(past)
    }

    /// The day this many days from today, or the Friday before a weekend.
    fn weekday(&self, days: i64) -> Date {
        let span = |days: i64| jiff::Span::new().days(days);
        let day = self.today.checked_add(span(days)).unwrap_or(self.today);
        let over = i64::from(day.weekday().to_monday_zero_offset()) - 4;
        day.checked_sub(span(over.max(0))).unwrap_or(day)
    }

    /// The value of a placeholder. `None` if the school has none.
    fn value(&self, name: &str, sample: &Sample, found: &str) -> Option<String> {
        let first = |ids: &[String]| ids.first().map(|id| quoted(id));
        let or_day = |day: Date| {
            let typed = input::day(found, None).ok().map(Reading::value);
            Some(
                typed
                    .filter(|typed| *typed <= day)
                    .unwrap_or(day)
                    .to_string(),
            )
        };
        match name {
            "staff" => first(&self.staff),
            "both" => {
                let two: Vec<String> = self.staff.iter().take(2).map(|id| quoted(id)).collect();
                (two.len() == 2).then(|| two.join(", "))
            }
            "role" => first(&self.roles),
            "tip" => first(&self.tips),
            "support" => first(&self.supports),
            "ladder" => first(&self.ladders),
            "explainer" => first(&self.explainers),
            "goal" => first(&self.goals),
            "service" => first(&self.services),
            "language" => first(&self.languages),
            "day" => or_day(self.past()),
            "begun" => or_day(sample.begun(self.past())),
            "today" => Some(self.today.to_string()),
            "past" => Some(self.past().to_string()),
            "soon" => Some(self.soon().to_string()),
            "future" => Some(self.future().to_string()),
            "monday" => Some(self.monday().to_string()),
            "value" => Some(sample.value_like(found)),
            "target" => Some(sample.target.clone()),
            "bound" => Some(sample.bound.to_owned()),
            "picture" => Some(picture(found)),
            _ => None,
        }
    }
}

/// The name of a picture, if `found` is one.
fn picture(found: &str) -> String {
    let name = found.trim();
    let is_name = name.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.is_empty() && (3..=4).contains(&ending.len()) && !name.contains(['{', ',', ':'])
    });
    quoted(if is_name { name } else { "photo.jpg" })
}

/// A value in a list or a map: in quotes, unless it is a plain name.
fn quoted(id: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let begins = id.starts_with(char::is_alphabetic);
    let means = ["true", "false", "yes", "no", "null"].contains(&&*id.to_lowercase());
    if begins && !means && id.chars().all(plain) {
        id.to_owned()
    } else {
        format!("\"{}\"", id.replace(['"', '\\'], ""))
    }
}

/// Replaces `@names` by values. Returns `None` if the school has none for one of them.
pub(super) fn fill(shape: &str, ids: &Ids, sample: &Sample, found: &str) -> Option<String> {
    let mut parts = shape.split('@');
    let mut out = parts.next()?.to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_lowercase());
        let (name, rest) = part.split_at(end.unwrap_or(part.len()));
        out.push_str(&ids.value(name, sample, found)?);
        out.push_str(rest);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(staff: &[&str]) -> Ids {
        Ids {
            staff: staff.iter().map(ToString::to_string).collect(),
            today: Date::constant(2026, 11, 20),
            ..Ids::default()
        }
    }

    #[test]
    fn lines_hold_what_the_school_has() {
        let check = |shape: &str, found: &str, expected: Option<&str>| {
            let filled = fill(shape, &ids(&["rivera", "1a"]), &Sample::default(), found);
            assert_eq!(filled.as_deref(), expected, "{shape} {found}");
        };
        check(
            "{on: @day, by: [family, @staff]}",
            "-",
            Some("{on: 2026-11-13, by: [family, rivera]}"),
        );
        check("{on: @day}", "2026-09-14", Some("{on: 2026-09-14}"));
        check("{on: @day}", "2027-09-14", Some("{on: 2026-11-13}"));
        check("[@both]", "", Some("[rivera, \"1a\"]"));
        check("tips: [@tip]", "", None);
        check("{week: @monday}", "", Some("{week: 2026-11-09}"));
        check(
            "{file: @picture}",
            "IMG_2041.JPG",
            Some("{file: IMG_2041.JPG}"),
        );
        check("{file: @picture}", "a tower", Some("{file: photo.jpg}"));
    }

    #[test]
    fn days_are_school_days() {
        let check = |today: Date, past: &str, soon: &str| {
            let ids = Ids {
                today,
                ..Ids::default()
            };
            let days = (ids.past().to_string(), ids.soon().to_string());
            assert_eq!(days, (past.to_owned(), soon.to_owned()));
        };
        check(Date::constant(2026, 11, 22), "2026-11-13", "2026-12-04");
        check(Date::constant(2026, 11, 23), "2026-11-16", "2026-12-07");
    }
}
