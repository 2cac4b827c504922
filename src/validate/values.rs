//! Single values: numbers, dates, times, choices, references.

use super::dated::{is_far, too_far};
use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{Clock, Date, DateOrder, Lang};
use crate::parse::Node;
use crate::source::{Place, Spanned};

impl Fields<'_> {
    /// A number.
    pub(super) fn number(&self, name: &'static str) -> Option<Spanned<f64>> {
        let node = self.node(name)?;
        let number = node.text().and_then(number);
        if number.is_none() {
            self.wrong(name, "number", node);
        }
        Some(Spanned {
            value: number?,
            at: self.place(node.span),
        })
    }

    /// A whole number that counts something.
    pub(super) fn count(&self, name: &'static str) -> Option<Spanned<u32>> {
        let node = self.node(name)?;
        let count = node.text().and_then(|text| text.trim().parse().ok());
        if count.is_none() {
            self.wrong(name, "count", node);
        }
        Some(Spanned {
            value: count?,
            at: self.place(node.span),
        })
    }

    /// `true` or `false`, also as `yes` or `no`.
    pub(super) fn yes(&self, name: &'static str) -> Option<bool> {
        let node = self.node(name)?;
        match node.text().map(str::to_lowercase).as_deref() {
            Some("true" | "yes") => Some(true),
            Some("false" | "no") => Some(false),
            _ => {
                self.wrong(name, "yes-no", node);
                None
            }
        }
    }

    /// Characters that are shown as they are: a telephone number, a code.
    pub(super) fn plain(&self, name: &'static str) -> Option<String> {
        let node = self.node(name)?;
        let text = node.text().map(str::trim);
        if text.is_none() {
            self.wrong(name, "text", node);
        }
        text.map(str::to_owned)
    }

    /// A day.
    pub(super) fn date(&self, name: &'static str) -> Option<Spanned<Date>> {
        let node = self.node(name)?;
        self.date_of(node)
    }

    /// A day that has to be there.
    pub(super) fn need_date(&self, name: &'static str) -> Option<Spanned<Date>> {
        if self.node(name).is_none() {
            self.missing(name);
        }
        self.date(name)
    }

    /// The day that a node spells.
    pub(super) fn date_of(&self, node: &Node) -> Option<Spanned<Date>> {
        let at = self.place(node.span);
        match date(node.text().unwrap_or_default()) {
            Ok(value) => {
                let day = Spanned { value, at };
                if is_far(value, self.context().today) {
                    let today = self.context().today.to_string();
                    self.report(too_far(&day, "today").with("other", today));
                }
                Some(day)
            }
            Err(problem) => {
                self.report(problem.diagnostic(&at, node.text().unwrap_or("-")));
                None
            }
        }
    }

    /// The day under `name` in a row of a sheet.
    #[allow(dead_code, reason = "what sheets hold is read by their rooms")]
    pub(super) fn sheet_date(&self, name: &'static str) -> Option<Spanned<Date>> {
        let Some(node) = self.node(name) else {
            self.missing(name);
            return None;
        };
        let (at, text) = (self.place(node.span), node.text().unwrap_or_default());
        match sheet_date(text, self.context().sheet_dates) {
            Ok(value) => Some(Spanned { value, at }),
            Err(problem) => {
                self.report(problem.diagnostic(&at, text));
                None
            }
        }
    }

    /// `from` and `to`, in this order.
    pub(super) fn period(&self) -> Option<(Date, Date)> {
        let from = self.need_date("from");
        let to = self.need_date("to");
        let (from, to) = (from?, to?);
        if from.value > to.value {
            self.report(Diagnostic::at(Code::DatesReversed, &to.at).label(&from.at, "earlier"));
        }
        Some((from.value, to.value))
    }

    /// A time of day, `HH:MM`.
    pub(super) fn time(&self, name: &'static str) -> Option<Spanned<Clock>> {
        let node = self.node(name)?;
        let time = node.text().and_then(time);
        if time.is_none() {
            self.wrong(name, "time", node);
        }
        Some(Spanned {
            value: time?,
            at: self.place(node.span),
        })
    }

    /// One of a fixed set of words.
    pub(super) fn choice<T: Copy>(&self, name: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let node = self.node(name)?;
        self.choice_of(name, node, choices)
    }

    /// One of a fixed set of words that has to be there.
    pub(super) fn need_choice<T: Copy>(
        &self,
        name: &'static str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        if self.node(name).is_none() {
            self.missing(name);
        }
        self.choice(name, choices)
    }

    /// The choice that a node spells.
    pub(super) fn choice_of<T: Copy>(
        &self,
        name: &str,
        node: &Node,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let Some(text) = node.text() else {
            self.wrong(name, "choice", node);
            return None;
        };
        let found = choices
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, choice)| *choice);
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            self.report_choice(
                Code::UnknownChoice,
                name,
                text,
                &self.place(node.span),
                &words,
            );
        }
        found
    }

    /// Ids; those that are not in `known` are reported as `code`.
    pub(super) fn references(
        &self,
        name: &'static str,
        code: Code,
        known: &[&str],
    ) -> Vec<Spanned<String>> {
        let nodes = self.list(name);
        nodes
            .into_iter()
            .filter_map(|node| self.reference_of(name, code, node, known))
            .collect()
    }

    /// One id; reported as `code` when it is not in `known`.
    pub(super) fn reference(
        &self,
        name: &'static str,
        code: Code,
        known: &[&str],
    ) -> Option<Spanned<String>> {
        self.reference_of(name, code, self.node(name)?, known)
    }

    pub(super) fn reference_of(
        &self,
        name: &str,
        code: Code,
        node: &Node,
        known: &[&str],
    ) -> Option<Spanned<String>> {
        let Some(text) = node.text() else {
            self.wrong(name, "id", node);
            return None;
        };
        let at = self.place(node.span);
        if known.contains(&text) {
            return Some(Spanned {
                value: text.to_owned(),
                at,
            });
        }
        self.report_choice(code, name, text, &at, known);
        None
    }

    fn report_choice(&self, code: Code, name: &str, found: &str, at: &Place, known: &[&str]) {
        let guess = nearest(found, known.iter().copied());
        let fault = Diagnostic::at(code, at)
            .with("field", name)
            .with("found", found)
            .with("nearest", guess.unwrap_or_default())
            .with("choices", known.join(", "));
        self.report(match guess {
            Some(guess) => fault.fix(at, guess),
            None => fault,
        });
    }

    /// Language tags, as they are spelled in file names.
    pub(super) fn languages(&self, name: &'static str) -> Vec<Spanned<Lang>> {
        let mut languages = Vec::new();
        for node in self.list(name) {
            match node.text() {
                Some(tag) if is_language(tag) => {
                    languages.push(Spanned {
                        value: Lang::new(tag),
                        at: self.place(node.span),
                    });
                }
                _ => self.wrong(name, "language", node),
            }
        }
        languages
    }
}

/// A decimal number with a point, as in `school.yaml`'s own language.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    text.parse()
        .ok()
        .filter(|number: &f64| plain && number.is_finite())
}

/// A number that was typed with a comma, as it has to be typed: `12,5` is `12.5`.
pub(super) fn with_point(text: &str) -> Option<String> {
    let (whole, part) = text.trim().split_once(',')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let number = digits(whole.trim_start_matches('-')) && digits(part);
    number.then(|| format!("{whole}.{part}"))
}

/// A tag of two or three letters, perhaps with a script or a region.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let letters = |part: &str| part.chars().all(|c| c.is_ascii_alphabetic());
    let first = parts
        .next()
        .is_some_and(|part| matches!(part.len(), 2 | 3) && letters(part));
    first
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
}

fn time(text: &str) -> Option<Clock> {
    let (hour, minute) = text.trim().split_once(':')?;
    let minute = Some(minute).filter(|minute| minute.len() == 2)?;
    Clock::new(hour.parse().ok()?, minute.parse().ok()?)
}

/// Why some characters are not a day.
#[derive(Debug, PartialEq)]
pub(super) enum NotADate {
    /// Not `2026-09-18` at all.
    Shape,
    /// There is no such month.
    Month,
    /// The month has fewer days; holds how many.
    Day(i8),
    /// Nobody said which part is the day.
    Order,
}

impl NotADate {
    pub(super) fn diagnostic(&self, at: &Place, found: &str) -> Diagnostic {
        let fault = Diagnostic::at(Code::BadDate, at).with("found", found);
        match self {
            Self::Shape => fault.with("problem", "shape"),
            Self::Month => fault.with("problem", "month"),
            Self::Order => fault.with("problem", "order"),
            Self::Day(days) => fault.with("problem", "day").with("days", f64::from(*days)),
        }
    }
}

/// Reads `2026-09-18`.
pub(super) fn date(text: &str) -> Result<Date, NotADate> {
    let mut parts = text.trim().splitn(3, '-');
    let mut part = |length: usize| {
        let part = parts.next().filter(|part| part.len() == length)?;
        part.parse::<i16>()
            .ok()
            .filter(|_| part.bytes().all(|b| b.is_ascii_digit()))
    };
    let (Some(year), Some(month), Some(day)) = (part(4), part(2), part(2)) else {
        return Err(NotADate::Shape);
    };
    let month = i8::try_from(month).unwrap_or_default();
    let day = i8::try_from(day).unwrap_or_default();
    let first = Date::new(year, month, 1).map_err(|_| NotADate::Month)?;
    Date::new(year, month, day).map_err(|_| NotADate::Day(first.days_in_month()))
}

/// Reads a day in a sheet: `2026-09-18`, or in the school's own order with
/// strokes or points between its parts.
fn sheet_date(text: &str, order: DateOrder) -> Result<Date, NotADate> {
    let parts: Vec<&str> = text.trim().split(['/', '.']).collect();
    let [first, second, year] = parts.as_slice() else {
        return date(text);
    };
    let (day, month) = match order {
        DateOrder::Iso => return Err(NotADate::Order),
        DateOrder::DayFirst => (first, second),
        DateOrder::MonthFirst => (second, first),
    };
    date(&format!("{year}-{month:0>2}-{day:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_do_not_exist_say_why() {
        let check = |text: &str, expected: Result<(), NotADate>| {
            assert_eq!(date(text).map(|_| ()), expected, "{text}");
        };
        check("2026-09-18", Ok(()));
        check("2026-02-30", Err(NotADate::Day(28)));
        check("2026-13-01", Err(NotADate::Month));
        check("18/9/2026", Err(NotADate::Shape));
        check("2026-9-18", Err(NotADate::Shape));
        check("", Err(NotADate::Shape));
    }

    #[test]
    fn days_in_sheets_follow_the_schools_order() {
        let check = |text: &str, order, expected: Result<&str, NotADate>| {
            let expected = expected.map(|day| date(day).unwrap());
            assert_eq!(sheet_date(text, order), expected, "{text}");
        };
        check("2026-09-05", DateOrder::DayFirst, Ok("2026-09-05"));
        check("5/9/2026", DateOrder::DayFirst, Ok("2026-09-05"));
        check("5.9.2026", DateOrder::DayFirst, Ok("2026-09-05"));
        check("9/5/2026", DateOrder::MonthFirst, Ok("2026-09-05"));
        check("18/9/2026", DateOrder::MonthFirst, Err(NotADate::Month));
        check("5/9/2026", DateOrder::Iso, Err(NotADate::Order));
        check("5/9/26", DateOrder::DayFirst, Err(NotADate::Shape));
    }

    #[test]
    fn numbers_times_and_tags() {
        assert_eq!(number("12.5"), Some(12.5));
        assert_eq!(number("1e9"), None);
        assert_eq!(number("12,5"), None);
        assert_eq!(number("inf"), None);
        assert_eq!(time("9:05"), Clock::new(9, 5));
        assert_eq!(time("24:00"), None);
        assert_eq!(time("9:5"), None);
        assert!(
            is_language("zh-Hans") && is_language("es") && !is_language("v2") && !is_language("")
        );
    }
}
