//! Time zones, as people name them.

use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::Reading;

/// Names of time zones in the United States, each with a place that has it. Only names
/// with one meaning: MST is the time of Denver and of Phoenix.
const NAMES: [(&str, &[&str]); 6] = [
    (
        "America/New_York",
        &[
            "eastern",
            "eastern time",
            "eastern standard time",
            "et",
            "est",
            "edt",
        ],
    ),
    (
        "America/Chicago",
        &[
            "central",
            "central time",
            "central standard time",
            "ct",
            "cst",
            "cdt",
        ],
    ),
    (
        "America/Denver",
        &["mountain", "mountain time", "mountain standard time", "mdt"],
    ),
    (
        "America/Los_Angeles",
        &[
            "pacific",
            "pacific time",
            "pacific standard time",
            "pt",
            "pst",
            "pdt",
        ],
    ),
    (
        "America/Anchorage",
        &[
            "alaska",
            "alaska time",
            "alaskan standard time",
            "akst",
            "akdt",
        ],
    ),
    (
        "Pacific/Honolulu",
        &["hawaii", "hawaii time", "hawaiian standard time", "hst"],
    ),
];

/// The time zone that `text` means, and its name in the time zone database. The database
/// comes with kinfolio, so that it is the same on every machine.
#[must_use]
pub fn zone(text: &str) -> Option<Reading<(TimeZone, String)>> {
    let text = text.trim();
    let known = |name: &str| TimeZoneDatabase::bundled().get(name).ok();
    let meant = |name: &str| Some(Reading::Meant((known(name)?, name.to_owned())));
    let small = text.to_lowercase();
    let mut said = NAMES.iter();
    if let Some((name, _)) = said.find(|(_, said)| said.contains(&small.as_str())) {
        return meant(name);
    }
    let mut places = places();
    if let Some(name) = places.iter().find(|name| *name == text) {
        return Some(Reading::Exact((known(name)?, name.clone())));
    }
    let written = small.replace(' ', "_");
    let city = format!("/{written}");
    places.retain(|name| {
        let name = name.to_lowercase();
        name == written || name.ends_with(&city)
    });
    match places.as_slice() {
        [one] => meant(one),
        _ => None,
    }
}

/// The names of all time zones of places, such as `America/Chicago`. Bare offsets
/// (`Etc/GMT+6`) have no daylight saving time.
#[must_use]
pub fn places() -> Vec<String> {
    let place = |name: &String| name.contains('/') && !name.starts_with("Etc/");
    let database = TimeZoneDatabase::bundled();
    let names = database.available().map(|name| name.as_str().to_owned());
    names.filter(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_zones_as_people_name_them() {
        let check = |text: &str, expected: Option<(&str, bool)>| {
            let found = zone(text).map(|found| {
                let exact = matches!(found, Reading::Exact(_));
                (found.value().1, exact)
            });
            let found = found.as_ref().map(|(name, exact)| (name.as_str(), *exact));
            assert_eq!(found, expected, "{text}");
        };
        check("America/Chicago", Some(("America/Chicago", true)));
        check("america/chicago", Some(("America/Chicago", false)));
        check("America/New York", Some(("America/New_York", false)));
        check("US/Eastern", Some(("US/Eastern", true)));
        check("Chicago", Some(("America/Chicago", false)));
        check("Honolulu", Some(("Pacific/Honolulu", false)));
        check("Eastern Time", Some(("America/New_York", false)));
        check("EST", Some(("America/New_York", false)));
        check(
            "Pacific Standard Time",
            Some(("America/Los_Angeles", false)),
        );
        check("MST", None);
        check("UTC-6", None);
        check("America/Chigago", None);
        check("Larch Lane", None);
        check("", None);
    }
}
