//! Measures: what is counted for a goal, what is recorded, and how a recorded
//! value becomes the value that is drawn.

use std::collections::BTreeSet;

use super::{PromptHierarchy, PromptLevel, Text};

/// What is counted for a goal.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// Correct tries of all tries. Drawn as 0–100.
    Percent {
        /// Tries in each check, if it is always the same number.
        total: Option<f64>,
        /// What is counted: "word cards read right".
        unit: Option<Text>,
    },
    /// How often something happened in a fixed amount of time.
    Count {
        /// The amount of time, in minutes.
        window: Option<f64>,
        /// What is counted.
        unit: Option<Text>,
    },
    /// How often something happened in one minute.
    Rate {
        /// What is counted.
        unit: Option<Text>,
    },
    /// Words read correctly in one minute.
    WordsPerMinute,
    /// How long something lasted.
    Duration {
        /// The unit of the values.
        unit: TimeUnit,
        /// How several episodes become one value.
        told: Tally,
    },
    /// How long it took the student to begin.
    Latency {
        /// The unit of the values.
        unit: TimeUnit,
        /// The value recorded if the student did not begin.
        cap: Option<f64>,
    },
    /// A level of a rubric, from 1.
    Level {
        /// What each level means, the lowest first.
        levels: Vec<Text>,
        /// What is rated: "piece of writing".
        thing: Option<Text>,
    },
    /// Steps of a task that were done independently.
    Steps {
        /// The steps in order.
        steps: Vec<Text>,
        /// The prompt hierarchy of its codes. Without one, every code except `A`
        /// stands for some prompt.
        ladder: Option<PromptHierarchy>,
    },
    /// The prompt level that was needed. Drawn as its rank in the hierarchy, from 1.
    Prompt {
        /// The prompt levels.
        ladder: PromptHierarchy,
    },
    /// Items that are learned one by one.
    Items {
        /// All items, in the order in which they are taught.
        items: Vec<Text>,
        /// What the items are: "letters she knows".
        unit: Option<Text>,
    },
    /// Goal attainment scaling, from −2 to +2; 0 is the expected outcome.
    GoalAttainment {
        /// What each of the five levels means, −2 first.
        levels: Vec<Text>,
    },
    /// Interval recording: intervals that were "yes". Drawn as 0–100.
    Interval {
        /// Intervals in each session, if it is always the same number.
        total: Option<f64>,
        /// What "yes" means.
        unit: Option<Text>,
    },
    /// A number on a scale.
    Score {
        /// The lowest possible value.
        min: f64,
        /// The highest possible value.
        max: f64,
        /// What the scale is called.
        unit: Option<Text>,
    },
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum TimeUnit {
    Seconds,
    Minutes,
}

/// How the episodes of one session become one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    /// The sum of all episodes.
    Total,
    /// The mean length of an episode.
    Mean,
    /// The part of the session that they took. Drawn as 0–100.
    Share,
}

/// The value of one observation as it was recorded.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordedValue {
    /// A single number.
    Number(f64),
    /// `part` of `whole`.
    Fraction {
        /// The number that counts.
        part: f64,
        /// The total; more than zero.
        whole: f64,
    },
    /// A timed reading.
    Words {
        /// Words attempted.
        attempted: f64,
        /// Words read incorrectly.
        errors: f64,
        /// Seconds of reading; more than zero.
        seconds: f64,
    },
    /// Several episodes of one session; at least one.
    Episodes(Vec<f64>),
    /// One code for each step: `A`, `FP`.
    Letters(Vec<String>),
    /// Indices of the items that are learned.
    Items(BTreeSet<usize>),
}

impl Measure {
    /// The word for this kind of measure in files.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::WordsPerMinute => "words-per-minute",
            Self::Percent { .. } => "percent",
            Self::Level { .. } => "level",
            Self::Duration { .. } => "duration",
            Self::Latency { .. } => "latency",
            Self::Count { .. } => "count",
            Self::Rate { .. } => "rate",
            Self::Steps { .. } => "steps",
            Self::Prompt { .. } => "prompt",
            Self::Items { .. } => "items",
            Self::GoalAttainment { .. } => "goal-attainment",
            Self::Interval { .. } => "interval",
            Self::Score { .. } => "score",
        }
    }

    /// The value of an observation in the unit that is drawn.
    ///
    /// Percent, interval, and a duration as its share of the session:
    /// `100·part/whole`. Words a minute: `(attempted − errors)·60/seconds`.
    /// Duration: the sum of its episodes, or their mean. Latency: their median.
    /// Steps: how many were done independently. Items: how many are learned.
    #[must_use]
    pub fn value(&self, raw: &RecordedValue) -> f64 {
        match raw {
            RecordedValue::Number(number) => *number,
            RecordedValue::Fraction { part, .. } if matches!(self, Self::Steps { .. }) => *part,
            RecordedValue::Fraction { part, whole } if self.of_hundred() => 100.0 * part / whole,
            RecordedValue::Fraction { part, whole } => part / whole,
            RecordedValue::Words {
                attempted,
                errors,
                seconds,
            } => (attempted - errors) * 60.0 / seconds,
            RecordedValue::Episodes(episodes) => self.of_episodes(episodes),
            RecordedValue::Letters(letters) => {
                counted(letters.iter().filter(|one| self.alone(one)))
            }
            RecordedValue::Items(items) => counted(items),
        }
    }

    fn of_episodes(&self, episodes: &[f64]) -> f64 {
        let sum: f64 = episodes.iter().sum();
        match self {
            Self::Latency { .. } => median(episodes).unwrap_or_default(),
            Self::Duration {
                told: Tally::Mean, ..
            } => sum / counted(episodes).max(1.0),
            _ => sum,
        }
    }

    /// Whether the code of a step means that it was done without a prompt.
    #[must_use]
    pub fn alone(&self, code: &str) -> bool {
        match self {
            Self::Steps {
                ladder: Some(ladder),
                ..
            } => ladder.alone(code),
            _ => code.eq_ignore_ascii_case("A"),
        }
    }

    /// Whether values are percentages.
    #[must_use]
    pub fn of_hundred(&self) -> bool {
        matches!(
            self,
            Self::Percent { .. }
                | Self::Interval { .. }
                | Self::Duration {
                    told: Tally::Share,
                    ..
                }
        )
    }

    /// Whether a value is at the measure's cap, so that the true value may be larger.
    #[must_use]
    pub fn capped(&self, raw: &RecordedValue) -> bool {
        matches!(self, Self::Latency { cap: Some(cap), .. } if self.value(raw) >= *cap)
    }

    /// The smallest possible value, and the largest if there is one.
    #[must_use]
    pub fn range(&self) -> (f64, Option<f64>) {
        match self {
            _ if self.of_hundred() => (0.0, Some(100.0)),
            Self::Level { levels, .. } => (1.0, Some(counted(levels))),
            Self::Prompt { ladder } => (1.0, Some(counted(&ladder.levels))),
            Self::Steps { steps: all, .. } | Self::Items { items: all, .. } => {
                (0.0, Some(counted(all)))
            }
            Self::GoalAttainment { .. } => (-2.0, Some(2.0)),
            Self::Score { min, max, .. } => (*min, Some(*max)),
            Self::Latency { cap, .. } => (0.0, *cap),
            _ => (0.0, None),
        }
    }

    /// The median of several values. For an even count of ordered levels, which have
    /// no mean, it is the lower of the two middle values. `None` without values.
    #[must_use]
    pub fn median(&self, values: &[f64]) -> Option<f64> {
        if !self.ordinal() {
            return median(values);
        }
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        sorted.get(sorted.len().saturating_sub(1) / 2).copied()
    }

    /// Whether values are ordered levels, which have no mean, no line and no decision
    /// rule.
    #[must_use]
    pub fn ordinal(&self) -> bool {
        matches!(
            self,
            Self::Level { .. } | Self::Prompt { .. } | Self::GoalAttainment { .. }
        )
    }

    /// Whether only whole numbers are possible.
    #[must_use]
    pub fn is_whole_numbers(&self) -> bool {
        let counts = matches!(
            self,
            Self::Steps { .. } | Self::Items { .. } | Self::Count { .. }
        );
        counts || self.ordinal()
    }

    /// The meaning of an ordered level, in the school's words; `None` if there is no
    /// such level.
    #[must_use]
    pub fn named(&self, value: f64) -> Option<&Text> {
        let (lowest, _) = self.range();
        (0_u32..)
            .zip(self.names())
            .find(|(rank, _)| (lowest + f64::from(*rank) - value).abs() < 0.5)
            .map(|(_, name)| name)
    }

    /// The meanings of all ordered levels, the lowest first; empty for other
    /// measures.
    #[must_use]
    pub fn names(&self) -> Vec<&Text> {
        match self {
            Self::Level { levels, .. } | Self::GoalAttainment { levels } => levels.iter().collect(),
            Self::Prompt { ladder } => ladder.levels.iter().map(PromptLevel::plain).collect(),
            _ => Vec::new(),
        }
    }
}

fn counted(things: impl IntoIterator) -> f64 {
    f64::from(u32::try_from(things.into_iter().count()).unwrap_or(u32::MAX))
}

/// The median: the middle value, or the mean of the two middle values of an even
/// count. `None` without values.
///
/// ```
/// use kinfolio::model::median;
///
/// assert_eq!(median(&[41.0, 46.0, 43.0]), Some(43.0));
/// assert_eq!(median(&[41.0, 46.0]), Some(43.5));
/// assert_eq!(median(&[]), None);
/// ```
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    Some(f64::midpoint(*sorted.get(middle - 1)?, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ladder(letters: &str) -> PromptHierarchy {
        let rung = |id: char| PromptLevel {
            id: id.to_string(),
            name: Text::new(id.to_string()),
            family: None,
        };
        PromptHierarchy {
            levels: letters.chars().map(rung).collect(),
        }
    }

    fn lasting(told: Tally) -> Measure {
        Measure::Duration {
            unit: TimeUnit::Minutes,
            told,
        }
    }

    #[test]
    fn values_are_derived_from_what_was_recorded() {
        let percent = Measure::Percent {
            total: None,
            unit: None,
        };
        let latency = Measure::Latency {
            unit: TimeUnit::Seconds,
            cap: Some(180.0),
        };
        let steps = |letters: Option<&str>| Measure::Steps {
            steps: Vec::new(),
            ladder: letters.map(ladder),
        };
        let items = Measure::Items {
            items: Vec::new(),
            unit: None,
        };
        let of = |part, whole| RecordedValue::Fraction { part, whole };
        let check = |measure: &Measure, raw: RecordedValue, expected: f64| {
            assert!((measure.value(&raw) - expected).abs() < 1e-9, "{raw:?}");
        };
        check(&percent, of(7.0, 13.0), 700.0 / 13.0);
        let words = RecordedValue::Words {
            attempted: 49.0,
            errors: 5.0,
            seconds: 60.0,
        };
        check(&Measure::WordsPerMinute, words, 44.0);
        check(
            &latency,
            RecordedValue::Episodes(vec![82.0, 90.0, 105.0]),
            90.0,
        );
        check(
            &lasting(Tally::Total),
            RecordedValue::Episodes(vec![2.0, 4.0]),
            6.0,
        );
        check(
            &lasting(Tally::Mean),
            RecordedValue::Episodes(vec![2.0, 4.0]),
            3.0,
        );
        check(&lasting(Tally::Share), of(12.0, 48.0), 25.0);
        let letters = |text: &str| RecordedValue::Letters(text.chars().map(String::from).collect());
        check(&steps(Some("HMVGZ")), letters("ZVHHMHGz"), 2.0);
        check(&steps(None), letters("aMMA"), 2.0);
        // The list had six steps at that time.
        check(&steps(None), of(4.0, 6.0), 4.0);
        check(&items, RecordedValue::Items([0, 3, 4].into()), 3.0);
        assert!(latency.capped(&RecordedValue::Episodes(vec![180.0])));
    }

    #[test]
    fn ordered_values_have_names_and_no_mean() {
        let prompt = Measure::Prompt {
            ladder: ladder("HMA"),
        };
        let attainment = Measure::GoalAttainment {
            levels: ["a", "b", "c", "d", "e"].map(Text::new).to_vec(),
        };
        let check = |measure: &Measure, value: f64, expected: Option<&str>| {
            let found = measure.named(value).map(|name| name.original.as_str());
            assert_eq!(found, expected, "{value}");
        };
        check(&prompt, 1.0, Some("H"));
        check(&prompt, 3.0, Some("A"));
        check(&prompt, 4.0, None);
        check(&attainment, -2.0, Some("a"));
        check(&attainment, 2.0, Some("e"));
        check(&Measure::WordsPerMinute, 1.0, None);
        assert_eq!(prompt.median(&[1.0, 2.0]), Some(1.0));
        assert_eq!(attainment.median(&[-2.0, 1.0, 2.0, 2.0]), Some(1.0));
        assert_eq!(Measure::WordsPerMinute.median(&[1.0, 2.0]), Some(1.5));
    }

    #[test]
    fn a_median_of_an_even_count_is_between() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0]), Some(2.5));
        assert_eq!(median(&[]), None);
    }
}
