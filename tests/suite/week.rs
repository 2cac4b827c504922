//! The arithmetic of a school week, on the demo school: what help elsewhere
//! takes from it, and what was planned and given, as worked out by hand.

use kinfolio::model::{Date, DayWatch, Record, School, Service, ServiceId, StudentId};
use kinfolio::progress::{
    Delivery, SchoolWeek, current_services, double_bookings, portfolio, schedule_conflicts,
};

use crate::golden_numbers::demo;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Services as they are given on `today`.
fn given(record: &Record, today: Date) -> Vec<Service> {
    let services = record.services.iter();
    let services = services.map(|service| current_services(service, &record.transitions, today));
    services.filter(|service| service.on(today)).collect()
}

#[test]
fn the_share_of_the_week_with_the_class() {
    let (school, records) = demo();
    let check = |student: &str, today: &str, with_class: u32, percent: &str| {
        let record = &records[student];
        let week = SchoolWeek::of(record, &school).unwrap();
        let share = week.share(given(record, day(today)).iter());
        assert_eq!(
            (share.with_class, share.week),
            (with_class, 1950),
            "{student} {today}"
        );
        assert_eq!(
            format!("{:.1}", share.percent()),
            percent,
            "{student} {today}"
        );
    };
    check("mateo", "2026-11-20", 1850, "94.9");
    check("mateo", "2026-11-30", 1900, "97.4");
    check("layla", "2026-11-20", 1900, "97.4");
    check("layla", "2026-11-30", 1930, "99.0");
    check("khoi", "2026-11-06", 1860, "95.4");
    // Talks that come twice a month are counted in no week.
    check("khoi", "2026-11-20", 1950, "100.0");
}

#[test]
fn what_is_missed_and_what_never_is() {
    let (school, records) = demo();
    let check = |student: &str, today: &str, missed: &[&str], never: &[&str]| {
        let record = &records[student];
        let week = SchoolWeek::of(record, &school).unwrap();
        let services = given(record, day(today));
        let found: Vec<String> = services
            .iter()
            .flat_map(|service| &service.parts)
            .flat_map(|part| week.missed(part))
            .map(|one| {
                let whole = if one.every_lesson { "all" } else { "part" };
                let (minutes, days) = (one.minutes, one.days.len());
                format!("{whole} of {}: {minutes} on {days}", one.subject.original)
            })
            .collect();
        assert_eq!(found, missed, "{student} {today}");
        let found = week.never_missed(services.iter());
        let found: Vec<&str> = found.iter().map(|one| one.original.as_str()).collect();
        assert_eq!(found, never, "{student} {today}");
    };
    let lessons = [
        "reading lessons",
        "writing",
        "math",
        "science",
        "social studies",
    ];
    check(
        "mateo",
        "2026-11-20",
        &["part of independent reading: 100 on 4"],
        &lessons,
    );
    // From then on nobody has said at which hour; what it replaces is known.
    check("mateo", "2026-11-30", &[], &lessons);
    check(
        "layla",
        "2026-11-20",
        &[
            "part of centers: 20 on 1",
            "part of morning centers: 30 on 1",
        ],
        &["circle time", "story time", "letters and sounds", "math"],
    );
    let lessons = ["English", "algebra", "science", "social studies"];
    check(
        "khoi",
        "2026-11-06",
        &["all of advisory: 90 on 2"],
        &lessons,
    );
    check("khoi", "2026-11-20", &[], &lessons);
}

#[test]
fn without_a_timetable_nothing_is_said() {
    let (mut school, records) = demo();
    school.timetable.clear();
    assert!(SchoolWeek::of(&records["mateo"], &school).is_none());
}

#[test]
fn planned_and_given_minutes() {
    let (_, records) = demo();
    let check = |student: &str, service: &str, planned: u32, given: u32, percent: &str| {
        let record = &records[student];
        let services = &record.services;
        let found = services
            .iter()
            .find(|one| one.id == ServiceId::new(service));
        let delivery = Delivery::of(record, found.unwrap()).unwrap();
        assert_eq!(
            (delivery.planned, delivery.given),
            (planned, given),
            "{service}"
        );
        assert_eq!(
            format!("{:.1}", delivery.percent().unwrap()),
            percent,
            "{service}"
        );
        let missing: u32 = delivery.by_reason.values().sum();
        assert_eq!(
            missing,
            planned - given,
            "{service}: each minute has a reason"
        );
        let little = delivery.newest().unwrap().too_little();
        assert_eq!(little, service == "speech-small", "{service}");
    };
    check("mateo", "small-group-reading", 1000, 850, "85.0");
    check("mateo", "reading-in-class", 1200, 1080, "90.0");
    check("layla", "speech-in-class", 400, 360, "90.0");
    check("layla", "speech-small", 200, 160, "80.0");
    check("layla", "ot", 300, 270, "90.0");
    check("khoi", "math-coteach", 2250, 2070, "92.0");
    check("khoi", "skills-lab", 720, 630, "87.5");
    check("khoi", "check-in", 60, 60, "100.0");
}

#[test]
fn minutes_for_each_goal() {
    let (school, records) = demo();
    let check = |student: &str, goal: &str, minutes: Option<u32>| {
        let day = DayWatch::new(school.today);
        let portfolio = portfolio(&records[student], &school, day.today());
        let goals = &portfolio.record.goals;
        let goal = goals.iter().find(|one| one.id.as_str() == goal).unwrap();
        assert_eq!(portfolio.minutes_for(goal), minutes, "{student}");
    };
    check("mateo", "vowel-pairs", Some(100));
    check("mateo", "reading-aloud", Some(120));
    check("layla", "starting-play", Some(60));
    check("khoi", "asking", None);
}

/// The demo's services under other names, so that people meet themselves.
fn doubled(school: &School, records: &[&Record]) -> Vec<String> {
    let twin = StudentId::new("twin");
    let mut all: Vec<(&StudentId, &Service)> = Vec::new();
    for record in records {
        let services = record.services.iter();
        all.extend(services.map(|service| (&record.student.id, service)));
    }
    let mut moved: Vec<Service> = records[0].services.clone();
    for part in moved.iter_mut().flat_map(|service| &mut service.parts) {
        part.place = None;
    }
    all.extend(moved.iter().map(|service| (&twin, service)));
    let clashes = double_bookings(&all).into_iter();
    let known = |id: &str| school.staff_ids().contains(&id);
    clashes
        .map(|(who, one, other)| {
            assert!(known(who.as_str()));
            format!("{who}: {} / {}", one.service.id, other.service.id)
        })
        .collect()
}

#[test]
fn nobody_is_at_two_places() {
    let (school, records) = demo();
    let students: Vec<&Record> = records.values().collect();
    for record in &students {
        assert!(schedule_conflicts(&record.services).is_empty());
    }
    let mut all: Vec<(&StudentId, &Service)> = Vec::new();
    for record in &students {
        let services = record.services.iter();
        all.extend(services.map(|service| (&record.student.id, service)));
    }
    assert!(double_bookings(&all).is_empty());
    assert_eq!(
        doubled(&school, &[&records["mateo"]]),
        [
            "nakai: small-group-reading / small-group-reading",
            "ortiz: reading-in-class / reading-in-class",
        ]
    );
}
