//! Which day it is: the school's, on any machine.

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use kinfolio::diagnostic::Diagnostics;
use kinfolio::model::Now;

use crate::support::{School, Workplace, program};

fn school(school_yaml: &str) -> School {
    School::default()
        .file("school.yaml", school_yaml)
        .file("staff.yaml", "rivera: {name: Ms. Rivera}\n")
        .file(
            "students/ana/student.yaml",
            "name: Ana Silva\npronouns: she\nhome_languages: [en]\ncase_manager: rivera\n",
        )
}

const PLAIN: &str = "name: Larch Lane School\nphone: \"555-0160\"\n";

fn in_zone(zone: &str) -> String {
    format!("{PLAIN}timezone: {zone}\n")
}

/// The day that a school has at a moment, on a server in Greenwich.
fn day(school_yaml: &str, moment: &str) -> civil::Date {
    let moment: Timestamp = moment.parse().unwrap();
    let now = Now::from(moment.to_zoned(TimeZone::UTC));
    let mut seen = Diagnostics::default();
    let shared = school(school_yaml).folder().shared_at(now);
    let shared = shared.into_value(&mut seen);
    shared.unwrap_or_else(|| panic!("{seen:?}")).school.today
}

#[test]
fn the_schools_clock_says_which_day_it_is() {
    let check = |yaml: &str, moment: &str, expected: &str| {
        let expected: civil::Date = expected.parse().unwrap();
        assert_eq!(day(yaml, moment), expected, "{yaml} {moment}");
    };
    // Friday evening at the schools, Saturday on the server.
    let evening = "2026-11-21T05:30:00Z";
    check(PLAIN, evening, "2026-11-21");
    check(&in_zone("America/Chicago"), evening, "2026-11-20");
    check(&in_zone("America/Los_Angeles"), evening, "2026-11-20");
    check(&in_zone("Pacific/Honolulu"), evening, "2026-11-20");
    check(&in_zone("Pacific/Auckland"), evening, "2026-11-21");
    // Friday morning in Auckland, Thursday on the server and in Honolulu.
    let morning = "2026-11-19T20:00:00Z";
    check(&in_zone("Pacific/Auckland"), morning, "2026-11-20");
    check(&in_zone("Pacific/Honolulu"), morning, "2026-11-19");
    // A day that is written down is everywhere the same.
    let written = format!("{}today: 2026-10-02\n", in_zone("Pacific/Auckland"));
    check(&written, morning, "2026-10-02");
}

/// The day of a machine in this zone.
fn day_in(zone: &str) -> civil::Date {
    let zone = jiff::tz::TimeZoneDatabase::bundled().get(zone).unwrap();
    Timestamp::now().to_zoned(zone).date()
}

/// Builds on a machine whose clock shows the time of `zone`; the page of updates.
fn build_in(place: &Workplace, zone: &str) -> String {
    let (school, out) = (place.school(), place.out());
    let args = [
        "build",
        school.to_str().unwrap(),
        "--to",
        out.to_str().unwrap(),
    ];
    let run = program(&args)
        .args(["--settle", "0", "--plain"])
        .env("TZ", zone)
        .output();
    let run = run.unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let site = place.site("ana");
    String::from_utf8_lossy(&site["en/updates/index.html"]).into_owned()
}

/// Twelve hours behind Greenwich, and fourteen before it: never the same day.
const WEST: &str = "Etc/GMT+12";
const EAST: &str = "Pacific/Kiritimati";

#[test]
fn what_waits_is_shown_on_its_day_though_no_file_has_changed() {
    let update = format!("students/ana/updates/{}.md", day_in(EAST));
    let place = school(PLAIN)
        .file(&update, "Ana read a whole book.\n")
        .file("students/ana/updates/2024-11-13.md", "Ana read a page.\n")
        .on_disk();
    assert!(!build_in(&place, WEST).contains("a whole book"));
    assert!(build_in(&place, EAST).contains("a whole book"));
    // A school with a zone of its own has one day on both.
    place.save("school.yaml", &in_zone("Pacific/Pago_Pago"));
    assert!(!build_in(&place, EAST).contains("a whole book"));
    assert!(!build_in(&place, WEST).contains("a whole book"));
    place.save("school.yaml", &in_zone(EAST));
    assert!(build_in(&place, WEST).contains("a whole book"));
}
