use super::Text;

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
        /// The letters of the ladder of help; the last means "alone".
        ladder: Vec<char>,
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

/// One observation as it was typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Raw {
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
    /// One letter for each step.
    Letters(String),
}

impl Measure {
    /// The value of an observation in the unit that is drawn.
    ///
    /// Percent and interval: `100·part/whole`. Words a minute:
    /// `(attempted − errors)·60/seconds`. Duration: the sum of its episodes.
    /// Latency: their median. Steps: how many were done alone.
    #[must_use]
    pub fn value(&self, raw: &Raw) -> f64 {
        match raw {
            Raw::Number(number) => *number,
            Raw::Fraction { part, whole } => match self {
                Self::Percent { .. } | Self::Interval { .. } => 100.0 * part / whole,
                _ => part / whole,
            },
            Raw::Words {
                attempted,
                errors,
                seconds,
            } => (attempted - errors) * 60.0 / seconds,
            Raw::Episodes(episodes) => match self {
                Self::Latency { .. } => median(episodes).unwrap_or_default(),
                _ => episodes.iter().sum(),
            },
            Raw::Letters(letters) => match self {
                Self::Steps { ladder, .. } => {
                    let alone =
                        |letter: &char| ladder.last().is_some_and(|last| same(*last, *letter));
                    let count = letters.chars().filter(alone).count();
                    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
                }
                _ => f64::NAN,
            },
        }
    }

    /// Whether a value was cut off at the measure's cap, so that the true one
    /// may be larger.
    #[must_use]
    pub fn capped(&self, raw: &Raw) -> bool {
        matches!(self, Self::Latency { cap: Some(cap), .. } if self.value(raw) >= *cap)
    }

    /// The smallest and largest value that can be, where there is one.
    #[must_use]
    pub fn range(&self) -> (f64, Option<f64>) {
        match self {
            Self::Percent { .. } | Self::Interval { .. } => (0.0, Some(100.0)),
            Self::Level { levels, .. } => (1.0, Some(count(levels))),
            Self::Steps { steps, .. } => (0.0, Some(count(steps))),
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
        matches!(self, Self::Level { .. })
    }
}

/// Whether two letters of a ladder are the same, large or small.
#[must_use]
pub fn same(a: char, b: char) -> bool {
    a.to_lowercase().eq(b.to_lowercase())
}

fn count(texts: &[Text]) -> f64 {
    f64::from(u32::try_from(texts.len()).unwrap_or(u32::MAX))
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
        let steps = Measure::Steps {
            steps: Vec::new(),
            ladder: vec!['H', 'M', 'V', 'G', 'A'],
        };
        let check = |measure: &Measure, raw: Raw, expected: f64| {
            assert!((measure.value(&raw) - expected).abs() < 1e-9, "{raw:?}");
        };
        check(
            &percent,
            Raw::Fraction {
                part: 7.0,
                whole: 13.0,
            },
            700.0 / 13.0,
        );
        let words = Raw::Words {
            attempted: 49.0,
            errors: 5.0,
            seconds: 60.0,
        };
        check(&Measure::WordsPerMinute, words, 44.0);
        check(&latency, Raw::Episodes(vec![82.0, 90.0, 105.0]), 90.0);
        check(
            &Measure::Duration {
                unit: TimeUnit::Minutes,
            },
            Raw::Episodes(vec![2.0, 3.0]),
            5.0,
        );
        check(&steps, Raw::Letters("AVHHMHGA".into()), 2.0);
        assert!(latency.capped(&Raw::Episodes(vec![180.0])));
    }

    #[test]
    fn a_median_of_an_even_count_is_between() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0]), Some(2.5));
        assert_eq!(median(&[]), None);
    }
}
