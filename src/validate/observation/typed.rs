//! Characters, read as a value of a measure. Nothing here reports problems; callers
//! do.

use super::MeasureReader;
use crate::input::{self, NotANumber, NotLasting, NotTries, Reading, Tries};
use crate::model::{Measure, PromptHierarchy, RecordedValue, Tally, Text, TimeUnit};

/// The value that some characters are, or why they are none.
pub(super) type Typed = Result<Reading<RecordedValue>, NotAValue>;

/// Why characters are no value of a measure.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum NotAValue {
    /// They are nothing like one.
    Shape,
    /// A code or a name that the prompt hierarchy does not have.
    Code,
    /// A comma that may be a decimal point. The same number with a point.
    Comma(String),
    /// They have these two readings.
    Two(String, String),
    /// A day, which Excel makes of these tries.
    Excel(String),
}

impl MeasureReader<'_> {
    /// Reads one value.
    pub(super) fn text(&self, text: &str) -> Typed {
        match self.measure {
            measure if measure.of_hundred() => of_hundred(text),
            Measure::Rate { .. } => rate(text),
            Measure::Steps { steps, ladder } => {
                let codes = codes(text, ladder.as_ref(), steps.len());
                codes.map_or_else(
                    || self.counted(text),
                    |codes| Ok(codes.map(RecordedValue::Letters)),
                )
            }
            Measure::Prompt { ladder } => {
                let rank = rank(ladder, text).ok_or(NotAValue::Code)?;
                Ok(rank.map(|rank| RecordedValue::Number(f64::from(rank))))
            }
            Measure::Level { levels, .. } => named(text, levels, 1.0)
                .map_or_else(|| self.counted(without_level(text)), Ok)
                .map(|read| meant_unless_number(read, text)),
            Measure::GoalAttainment { levels } => named(text, levels, -2.0)
                .map_or_else(|| self.counted(without_level(text)), Ok)
                .map(|read| meant_unless_number(read, text)),
            Measure::Duration { unit, .. } | Measure::Latency { unit, .. } => {
                lasting(text, *unit).map(|read| read.map(RecordedValue::Number))
            }
            _ => self.counted(text),
        }
    }

    /// Reads a target or a criterion, which is a single number. A percent may have no
    /// sign.
    pub(super) fn bound_text(&self, text: &str) -> Typed {
        if self.measure.of_hundred()
            && let Ok(number) = input::number(text)
        {
            return Ok(number.map(RecordedValue::Number));
        }
        match self.measure {
            Measure::Steps { .. } | Measure::Rate { .. } => self.counted(text),
            _ => self.text(text),
        }
    }

    /// A number, alone or out of all there are, perhaps with a word for what it counts.
    fn counted(&self, text: &str) -> Typed {
        let number = match input::number(text) {
            Err(NotANumber::Shape) => input::number(self.without_unit(text)).map(meant),
            read => read,
        };
        match number {
            Ok(read) => return Ok(read.map(RecordedValue::Number)),
            Err(fault @ NotANumber::Comma { .. }) => return Err(fault.into()),
            Err(NotANumber::Shape) => {}
        }
        // `3 of 4` levels, `6/8` steps: of all there are, nothing else.
        let (_, most) = self.measure.range();
        match input::tries(text) {
            Ok(read) if Some(read.value().whole) == most => {
                Ok(Reading::Meant(RecordedValue::Number(read.value().part)))
            }
            _ => Err(NotAValue::Shape),
        }
    }

    /// The characters without the word for what is counted: `44 wpm`, `3 times`.
    fn without_unit<'t>(&self, text: &'t str) -> &'t str {
        let text = text.trim();
        let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.'));
        let Some((digits, word)) = end.map(|end| text.split_at(end)) else {
            return text;
        };
        let word = word.trim().to_lowercase();
        let words: &[&str] = match self.measure {
            Measure::WordsPerMinute => &WORDS,
            Measure::Count { .. } | Measure::Rate { .. } => &TIMES,
            Measure::Score { .. } => &["points", "pts", "point", "puntos"],
            Measure::Steps { .. } => &["steps", "step", "alone", "steps alone", "pasos"],
            _ => &[],
        };
        let own = self
            .unit()
            .is_some_and(|unit| unit.original.to_lowercase() == word);
        if own || words.contains(&word.as_str()) {
            digits
        } else {
            text
        }
    }

    fn unit(&self) -> Option<&Text> {
        match self.measure {
            Measure::Count { unit, .. }
            | Measure::Rate { unit }
            | Measure::Items { unit, .. }
            | Measure::Score { unit, .. } => unit.as_ref(),
            _ => None,
        }
    }
}

const WORDS: [&str; 14] = [
    "wpm",
    "wcpm",
    "cwpm",
    "w/m",
    "words",
    "words correct",
    "correct words",
    "words right",
    "words a minute",
    "words per minute",
    "words in a minute",
    "words correct per minute",
    "palabras",
    "palabras por minuto",
];
const TIMES: [&str; 6] = ["x", "times", "time", "veces", "vez", "per minute"];

impl From<NotANumber> for NotAValue {
    fn from(fault: NotANumber) -> Self {
        match fault {
            NotANumber::Shape => Self::Shape,
            NotANumber::Comma { point, thousands } => match thousands {
                Some(thousands) if thousands.total_cmp(&point).is_ne() => {
                    Self::Two(thousands.to_string(), point.to_string())
                }
                _ => Self::Comma(point.to_string()),
            },
        }
    }
}

fn meant<T>(read: Reading<T>) -> Reading<T> {
    Reading::Meant(read.value())
}

fn meant_unless_number(read: Reading<RecordedValue>, text: &str) -> Reading<RecordedValue> {
    if input::number(text).is_ok() {
        read
    } else {
        meant(read)
    }
}

/// Tries, or a percent without its tries.
fn of_hundred(text: &str) -> Typed {
    let fraction = |tries: Tries| RecordedValue::Fraction {
        part: tries.part,
        whole: tries.whole,
    };
    match input::tries(text) {
        Ok(read) => Ok(read.map(fraction)),
        Err(NotTries::Excel(tries)) => Err(NotAValue::Excel(of(tries))),
        Err(NotTries::Percent(tries)) => {
            let percent = text.split(['(', ')', '=']).find(|part| part.contains('%'));
            Err(NotAValue::Two(
                of(tries),
                percent.unwrap_or_default().trim().to_owned(),
            ))
        }
        Err(NotTries::Number(_)) => Err(NotAValue::Comma(text.replace(',', "."))),
        // Exact, because a note of its own says what is lost.
        Err(NotTries::Shape) => Ok(Reading::Exact(RecordedValue::Number(
            input::percent(text)?.value(),
        ))),
    }
}

fn of(tries: Tries) -> String {
    format!("{}/{}", tries.part, tries.whole)
}

/// `12/5`, `12 in 5 minutes`: how often, and in how many minutes.
fn rate(text: &str) -> Typed {
    let lower = text.trim().to_lowercase();
    let minutes = |text: &str| {
        let text = text.trim();
        let ends = ["minutes", "minute", "mins", "min", "m"];
        let digits = ends.iter().find_map(|end| text.strip_suffix(end));
        input::number(digits.unwrap_or(text))
    };
    let between = [" times in ", " in ", " per ", "/"];
    let (count, time) = between
        .iter()
        .find_map(|sign| lower.split_once(sign))
        .ok_or(NotAValue::Shape)?;
    let (part, whole) = (input::number(count)?.value(), minutes(time)?.value());
    let raw = RecordedValue::Fraction { part, whole };
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | ' ' | '-');
    Ok(if lower.chars().all(plain) {
        Reading::Exact(raw)
    } else {
        Reading::Meant(raw)
    })
}

/// How long something lasted, in the goal's unit.
pub(super) fn lasting(text: &str, unit: TimeUnit) -> Result<Reading<f64>, NotAValue> {
    let in_unit = |seconds: f64| match unit {
        TimeUnit::Seconds => seconds,
        TimeUnit::Minutes => seconds / 60.0,
    };
    match input::number(text) {
        Ok(read) => return Ok(read),
        Err(fault @ NotANumber::Comma { .. }) => return Err(fault.into()),
        Err(NotANumber::Shape) => {}
    }
    match input::lasting(text) {
        Ok(read) => Ok(read.map(in_unit)),
        Err(NotLasting::Shape) => Err(NotAValue::Shape),
        Err(NotLasting::Excel(short, long)) => Err(NotAValue::Two(
            in_unit(short).to_string(),
            in_unit(long).to_string(),
        )),
    }
}

/// The value of a level that is named in words. The first of `levels` has the value
/// `first`.
fn named(text: &str, levels: &[Text], first: f64) -> Option<Reading<RecordedValue>> {
    let same = |level: &Text| level.original.to_lowercase() == text.trim().to_lowercase();
    let mut found = levels.iter().enumerate().filter(|(_, level)| same(level));
    let (place, _) = found.next()?;
    let place = f64::from(u32::try_from(place).ok()?);
    found
        .next()
        .is_none()
        .then_some(Reading::Meant(RecordedValue::Number(first + place)))
}

fn without_level(text: &str) -> &str {
    let text = text.trim();
    let head = ["level", "nivel", "lvl", "l"].iter().find_map(|word| {
        let head = text.get(..word.len())?;
        let rest = text.get(word.len()..)?.trim_start();
        (head.eq_ignore_ascii_case(word) && rest.starts_with(|c: char| c.is_ascii_digit()))
            .then_some(rest)
    });
    head.unwrap_or(text)
}

/// The rank of a prompt level, by its code or its words: `G`, `gesture`, `G (gesture)`.
fn rank(ladder: &PromptHierarchy, text: &str) -> Option<Reading<u32>> {
    let text = text.trim();
    if let Some(rank) = ladder.rank(text) {
        return Some(Reading::Exact(rank));
    }
    let same = |words: &Text, text: &str| words.original.to_lowercase() == text.to_lowercase();
    let (code, words) = text.split_once([' ', '-', '(']).unwrap_or(("", text));
    let words = words.trim_matches([' ', '-', '(', ')', '\u{2013}', '\u{2014}']);
    let mut found = (1..).zip(&ladder.levels).filter(|(rank, level)| {
        let named = |text: &str| {
            same(&level.name, text) || level.family.as_ref().is_some_and(|words| same(words, text))
        };
        named(text) || (ladder.rank(code) == Some(*rank) && named(words))
    });
    let (rank, _) = found.next()?;
    found.next().is_none().then_some(Reading::Meant(rank))
}

/// One code for each step. Codes of one letter need no space between them.
fn codes(
    text: &str,
    ladder: Option<&PromptHierarchy>,
    steps: usize,
) -> Option<Reading<Vec<String>>> {
    let text = text.trim();
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|');
    let parts: Vec<String> = text
        .split(between)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    let known = |code: &String| match ladder {
        Some(ladder) => ladder.rank(code).is_some(),
        None => code.chars().count() == 1 && code.chars().all(char::is_alphabetic),
    };
    if parts.len() > 1 {
        let all = parts.iter().all(known);
        let exact = ladder.is_some_and(|ladder| !ladder.single_letters());
        return all.then_some(if exact {
            Reading::Exact(parts)
        } else {
            Reading::Meant(parts)
        });
    }
    let whole = text.to_owned();
    if steps == 1 && known(&whole) {
        return Some(Reading::Exact(vec![whole]));
    }
    let letters = ladder.is_none_or(PromptHierarchy::single_letters);
    let read = letters && !text.is_empty() && text.chars().all(char::is_alphabetic);
    read.then(|| Reading::Exact(text.chars().map(String::from).collect()))
}

/// Whether characters are codes of the measure, so that `x` is one of them and not a
/// word for a day without a check.
pub(in crate::validate) fn is_code(measure: &Measure, text: &str) -> bool {
    match measure {
        Measure::Prompt { ladder } => rank(ladder, text).is_some(),
        Measure::Steps {
            steps,
            ladder: Some(ladder),
        } => codes(text, Some(ladder), steps.len()).is_some_and(|codes| {
            let codes = codes.value();
            codes.iter().all(|code| ladder.rank(code).is_some())
        }),
        // Without a ladder any letters are codes, if they are as many as steps.
        Measure::Steps { steps, .. } => {
            let letters = text.trim().chars();
            let count = letters.clone().count();
            count == steps.len() && count <= 3 && letters.into_iter().all(char::is_alphabetic)
        }
        Measure::Items { items, .. } => {
            let word = text.trim().to_lowercase();
            items
                .iter()
                .any(|item| item.original.to_lowercase() == word)
        }
        _ => false,
    }
}

/// A value as the format has it.
pub(super) fn as_written(measure: &Measure, raw: &RecordedValue) -> String {
    let number = |number: f64| match measure {
        Measure::Prompt { .. } => super::told(measure, number),
        _ => ((number * 100.0).round() / 100.0).to_string(),
    };
    let list = |numbers: &[f64]| {
        let numbers: Vec<String> = numbers.iter().map(|one| number(*one)).collect();
        format!("[{}]", numbers.join(", "))
    };
    match raw {
        RecordedValue::Number(value) => number(*value),
        RecordedValue::Fraction { part, whole } => format!("{}/{}", number(*part), number(*whole)),
        RecordedValue::Words {
            attempted, errors, ..
        } => number(attempted - errors),
        RecordedValue::Episodes(episodes) => list(episodes),
        RecordedValue::Letters(codes) if codes.iter().all(|code| code.chars().count() == 1) => {
            codes.concat()
        }
        RecordedValue::Letters(codes) => codes.join(" "),
        RecordedValue::Items(places) => places.len().to_string(),
    }
}

/// Whether a duration is measured as its share of a session.
pub(super) fn is_share(measure: &Measure) -> bool {
    matches!(
        measure,
        Measure::Duration {
            told: Tally::Share,
            ..
        }
    )
}
