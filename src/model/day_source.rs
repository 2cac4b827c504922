//! The moment of a build, and where the date at the school comes from.

use jiff::Zoned;
use jiff::civil::time;
use jiff::tz::TimeZone;

use super::Date;

/// The moment of a build, on the computer's clock.
#[derive(Debug, Clone)]
pub struct Now(Zoned);

impl From<Zoned> for Now {
    fn from(moment: Zoned) -> Self {
        Self(moment)
    }
}

/// Noon of a day, on a computer whose clock shows UTC.
impl From<Date> for Now {
    fn from(day: Date) -> Self {
        let noon = day.to_datetime(time(12, 0, 0, 0));
        Self(noon.to_zoned(TimeZone::UTC).unwrap_or_default())
    }
}

/// How the school's date is determined.
#[derive(Debug, Clone, PartialEq)]
pub enum DaySource {
    /// `today` in `school.yaml`.
    Written(Date),
    /// The school's time zone.
    Zone(TimeZone),
    /// The computer's clock.
    Machine,
}

impl DaySource {
    /// The school's date at this moment.
    #[must_use]
    pub fn at(&self, now: &Now) -> Date {
        match self {
            Self::Written(day) => *day,
            Self::Zone(zone) => now.0.with_time_zone(zone.clone()).date(),
            Self::Machine => now.0.date(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_school_has_its_own_day() {
        let database = jiff::tz::TimeZoneDatabase::bundled();
        let zone = |name: &str| database.get(name).unwrap();
        // The moment on a server's clock, and the date at the school.
        let check = |moment: &str, server: &str, school: Option<&str>, expected: Date| {
            let moment: jiff::Timestamp = moment.parse().unwrap();
            let now = Now::from(moment.to_zoned(zone(server)));
            let today = school.map_or(DaySource::Machine, |school| DaySource::Zone(zone(school)));
            assert_eq!(today.at(&now), expected, "{moment} {server} {school:?}");
        };
        let (thursday, friday) = (date(2026, 11, 19), date(2026, 11, 20));
        // 5:30 p.m. in California.
        let evening = "2026-11-20T01:30:00Z";
        check(evening, "UTC", Some("America/Los_Angeles"), thursday);
        check(evening, "UTC", Some("Pacific/Honolulu"), thursday);
        check(evening, "UTC", Some("Pacific/Auckland"), friday);
        check(evening, "Asia/Tokyo", Some("America/Chicago"), thursday);
        check(evening, "UTC", None, friday);
        check(evening, "America/Chicago", None, thursday);
        // A school morning in New Zealand is the day before in UTC.
        let morning = "2026-11-18T20:00:00Z";
        check(morning, "UTC", Some("Pacific/Auckland"), thursday);
        check(morning, "UTC", Some("Pacific/Honolulu"), date(2026, 11, 18));
        // One second before midnight and at midnight, in winter and in summer.
        check(
            "2026-11-20T05:59:59Z",
            "UTC",
            Some("America/Chicago"),
            thursday,
        );
        check(
            "2026-11-20T06:00:00Z",
            "UTC",
            Some("America/Chicago"),
            friday,
        );
        let summer = date(2026, 6, 5);
        check(
            "2026-06-05T04:59:59Z",
            "UTC",
            Some("America/Chicago"),
            date(2026, 6, 4),
        );
        check(
            "2026-06-05T05:00:00Z",
            "UTC",
            Some("America/Chicago"),
            summer,
        );
        // Arizona has no daylight saving time.
        check(
            "2026-06-05T06:59:59Z",
            "UTC",
            Some("America/Phoenix"),
            date(2026, 6, 4),
        );
        assert_eq!(DaySource::Written(summer).at(&Now::from(friday)), summer);
        assert_eq!(DaySource::Machine.at(&Now::from(friday)), friday);
    }
}
