use std::collections::BTreeSet;

use super::{PromptHierarchy, PromptLevel, Text};

/// What is counted for a goal. Values are in the unit that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// Tries that went right, of all tries. Drawn as 0–100.
    Percent {
        /// Tries in each check, when it is always the same.
        total: Option<f64>,
        /// What is counted: "word cards read right".
        unit: Option<Text>,
    },
    /// How often something happened in a fixed time.
    Count {
        /// That time, in minutes.
        window: Option<f64>,
        /// What is counted.
        unit: Option<Text>,
    },
    /// How often something happened in one minute.
    Rate {
        /// What is counted.
        unit: Option<Text>,
    },
    /// Words read right in one minute.
    WordsPerMinute,
    /// How long something lasted.
    Duration {
        /// In what it is told.
        unit: TimeUnit,
        /// What is made of several episodes.
        told: Tally,
    },
    /// How long it took to begin.
    Latency {
        /// In what it is told.
        unit: TimeUnit,
        /// Written down when it never began.
        cap: Option<f64>,
    },
    /// A level of a rubric, from 1.
    Level {
        /// What each level means, the first first.
        levels: Vec<Text>,
        /// What is given a level: "piece of writing".
        thing: Option<Text>,
    },
    /// Steps of a longer task that were done alone.
    Steps {
        /// The steps in order.
        steps: Vec<Text>,
        /// The ladder its letters are on. Without one, any letter but `A`
        /// stands for some help.
        ladder: Option<PromptHierarchy>,
    },
    /// The help that was needed. Drawn as its rank on the ladder, from 1.
    Prompt {
        /// The kinds of help.
        ladder: PromptHierarchy,
    },
    /// Things that are learned one by one.
    Items {
        /// All of them, in the order in which they are taught.
        items: Vec<Text>,
        /// What they are: "letters she knows".
        unit: Option<Text>,
    },
    /// A scale agreed for this goal, from −2 to +2; 0 is what is hoped for.
    GoalAttainment {
        /// What each of the five means, −2 first.
        levels: Vec<Text>,
    },
    /// Checks at set times that were "yes". Drawn as 0–100.
    Interval {
        /// Checks in each session, when it is always the same.
        total: Option<f64>,
        /// What "yes" means.
        unit: Option<Text>,
    },
    /// A number on a scale.
    Score {
        /// Its lowest value.
        min: f64,
        /// Its highest value.
        max: f64,
        /// What it is called.
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

/// What is made of the episodes of one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    /// All of them together.
    Total,
    /// How long one was on average.
    Mean,
    /// How much of the session they took. Drawn as 0–100.
    Share,
}

/// One observation as it was typed.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordedValue {
    /// A single number.
    Number(f64),
    /// `part` of `whole`.
    Fraction {
        /// Those that count.
        part: f64,
        /// All of them; more than zero.
        whole: f64,
    },
    /// A timed reading.
    Words {
        /// Words tried.
        attempted: f64,
        /// Words that were wrong.
        errors: f64,
        /// Seconds of reading; more than zero.
        seconds: f64,
    },
    /// Several episodes of one session; at least one.
    Episodes(Vec<f64>),
    /// One code for each step: `A`, `FP`.
    Letters(Vec<String>),
    /// Places of the items that are learned, from 0.
    Items(BTreeSet<usize>),
}

impl Measure {
    /// The value of an observation in the unit that is drawn.
    ///
    /// Percent, interval, and a duration told as its share of the session:
    /// `100·part/whole`. Words a minute: `(attempted − errors)·60/seconds`.
    /// Duration: the sum of its episodes, or their mean. Latency: their median.
    /// Steps: how many were done alone. Items: how many are learned.
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

    /// Whether the code of a step means that it was done without help.
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

    /// Whether values are parts of a hundred.
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

    /// Whether a value was cut off at the measure's cap, so that the true one
    /// may be larger.
    #[must_use]
    pub fn capped(&self, raw: &RecordedValue) -> bool {
        matches!(self, Self::Latency { cap: Some(cap), .. } if self.value(raw) >= *cap)
    }

    /// The smallest and largest value that can be, where there is one.
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

    /// The middle of several values. Of an even count it is the mean of the two
    /// in the middle, but for levels, which have no mean: there it is the lower.
    #[must_use]
    pub fn middle(&self, values: &[f64]) -> Option<f64> {
        if !self.ordinal() {
            return median(values);
        }
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        sorted.get(sorted.len().saturating_sub(1) / 2).copied()
    }

    /// Whether values are only an order, so that no mean, line or rule may be
    /// made of them.
    #[must_use]
    pub fn ordinal(&self) -> bool {
        matches!(
            self,
            Self::Level { .. } | Self::Prompt { .. } | Self::GoalAttainment { .. }
        )
    }

    /// Whether only whole numbers can be.
    #[must_use]
    pub fn whole(&self) -> bool {
        let counts = matches!(
            self,
            Self::Steps { .. } | Self::Items { .. } | Self::Count { .. }
        );
        counts || self.ordinal()
    }

    /// What an ordered value means, in the school's words.
    #[must_use]
    pub fn named(&self, value: f64) -> Option<&Text> {
        let (low, _) = self.range();
        let place = (0_u32..).zip(self.names());
        let mut found = place.filter(|(place, _)| (low + f64::from(*place) - value).abs() < 0.5);
        found.next().map(|(_, name)| name)
    }

    /// What the ordered values mean, the lowest first; empty for other measures.
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

/// The middle value; of an even count the mean of the two in the middle.
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
    fn values_are_derived_from_what_was_typed() {
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
        // A list that had six steps then.
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
        assert_eq!(prompt.middle(&[1.0, 2.0]), Some(1.0));
        assert_eq!(attainment.middle(&[-2.0, 1.0, 2.0, 2.0]), Some(1.0));
        assert_eq!(Measure::WordsPerMinute.middle(&[1.0, 2.0]), Some(1.5));
    }

    #[test]
    fn a_median_of_an_even_count_is_between() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0]), Some(2.5));
        assert_eq!(median(&[]), None);
    }
}
