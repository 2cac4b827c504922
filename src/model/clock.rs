//! Times of day and time spans, to the minute.

use std::fmt;

/// A time of day, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(u16);

impl Clock {
    /// The time `hour:minute` on a 24-hour clock; `None` if there is no such
    /// time.
    #[must_use]
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self(u16::from(hour) * 60 + u16::from(minute)))
    }

    /// Minutes since midnight, 0 to 1439.
    #[must_use]
    pub fn minutes(self) -> u32 {
        u32::from(self.0)
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(self) -> u8 {
        u8::try_from(self.0 / 60).unwrap_or_default()
    }

    /// The minute of the hour, 0 to 59.
    #[must_use]
    pub fn minute(self) -> u8 {
        u8::try_from(self.0 % 60).unwrap_or_default()
    }
}

/// Formatted as files write it: `09:05`.
impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

/// A time span within a day; the end is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours {
    /// The start.
    pub start: Clock,
    /// The end, after `start`.
    pub end: Clock,
}

impl Hours {
    /// The length in minutes.
    #[must_use]
    pub fn minutes(self) -> u32 {
        self.end.minutes().saturating_sub(self.start.minutes())
    }

    /// The minutes that both spans share.
    #[must_use]
    pub fn shared(self, other: Self) -> u32 {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        end.minutes().saturating_sub(start.minutes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_1440_minutes() {
        let check = |hour, minute, minutes: Option<u32>| {
            assert_eq!(Clock::new(hour, minute).map(Clock::minutes), minutes);
        };
        check(0, 0, Some(0));
        check(9, 5, Some(545));
        check(23, 59, Some(1439));
        check(24, 0, None);
        check(9, 60, None);
        assert_eq!(Clock::new(9, 5).unwrap().to_string(), "09:05");
    }

    #[test]
    fn stretches_share_minutes_where_both_are() {
        let hours = |start: (u8, u8), end: (u8, u8)| Hours {
            start: Clock::new(start.0, start.1).unwrap(),
            end: Clock::new(end.0, end.1).unwrap(),
        };
        let lesson = hours((10, 10), (10, 40));
        let check = |other: Hours, minutes: u32| {
            assert_eq!(lesson.shared(other), minutes);
            assert_eq!(other.shared(lesson), minutes);
        };
        assert_eq!(lesson.minutes(), 30);
        check(hours((10, 10), (10, 35)), 25);
        check(hours((9, 0), (10, 20)), 10);
        check(hours((10, 40), (11, 0)), 0);
        check(hours((9, 0), (12, 0)), 30);
    }
}
