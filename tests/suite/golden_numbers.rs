//! The arithmetic of progress, on the demo school's twelve goals: every number
//! as it was worked out by hand from the formulas, to the digits printed here.
//! All observations count, phases and pauses are left out, x is weeks since the
//! baseline.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use kinfolio::diagnostic::Diagnostics;
use kinfolio::model::{Date, DayWatch, Goal, Record, School, median};
use kinfolio::progress::{
    AimLine, Progress, Recommendation, all_on_one_side, fit, least_squares, sides, theil_sen, tukey,
};
use kinfolio::{parse, validate};

use crate::folder::Folder;
use crate::support::{files_below, root};

/// goal · n · B · aim a week · aim on the last day · last · median of three ·
/// sides and the last four · OLS · SEE / SE of slope · Theil-Sen (joint /
/// separate intercept) · Tukey · met · OLS at the goal's day
const GOLDEN: &str = "
mateo/reading-aloud    | 10 | 43    | 1.270  | 55.70 | 58 | 58 | --+-+-+-++ mixed    | 1.782 / 41.20   | 2.24 / 0.246 | 1.833 / 40.92 / 40.92    | 2.000 / 40.00   | –          | 107.1
mateo/vowel-pairs      | 12 | 45    | 3.182  | 76.82 | 95 | 95 | +++-++++++++ above  | 4.883 / 44.32   | 4.95 / 0.463 | 5.000 / 46.07 / 41.43    | 5.250 / 43.38   | 2026-11-19 | 113.4
mateo/paragraph        | 5  | 1     | 0.055  | 1.49  | 3  | 2  | -++++ above         | 0.200 / 1.00    | 0.37 / 0.058 | 0.208 / 0.96 / 0.96      | 0.167 / 1.17    | –          | 8.3
mateo/reading-alone    | 10 | 5     | 0.357  | 8.57  | 12 | 11 | -+-+++++++ above    | 0.715 / 4.27    | 0.82 / 0.091 | 0.750 / 4.38 / 3.88      | 0.714 / 4.57    | –          | 24.3
layla/starting-play    | 13 | 1     | 0.148  | 2.31  | 4  | 4  | -+-+-+++-++++ above | 0.306 / 0.83    | 0.56 / 0.056 | 0.311 / 0.82 / 0.58      | 0.308 / 0.97    | –          | 9.1
layla/morning-steps    | 12 | 2     | 0.184  | 3.58  | 6  | 6  | -+-+++++++++ above  | 0.478 / 2.10    | 0.67 / 0.076 | 0.500 / 2.11 / 2.25      | 0.519 / 1.83    | –          | 15.1
layla/cleaning-up      | 9  | 95    | -2.778 | 70.00 | 40 | 48 | +-+-+++++ above     | -7.017 / 104.19 | 7.18 / 0.927 | -7.417 / 106.75 / 107.08 | -7.000 / 104.00 | –          | -85.3
layla/circle-time      | 9  | 35    | 1.102  | 44.92 | 40 | 40 | -+-++---- below     | 0.237 / 37.70   | 3.49 / 0.448 | 0.000 / 40.00 / 40.00    | 0.814 / 33.37   | –          | 46.3
khoi/equations         | 9  | 30    | 1.832  | 46.49 | 60 | 50 | --++++-++ mixed     | 3.193 / 26.31   | 4.67 / 0.607 | 3.333 / 26.67 / 23.33    | 3.415 / 23.17   | –          | 113.4
khoi/on-time           | 9  | 53.85 | 1.004  | 62.88 | 50 | 50 | --+++---- below     | -0.524 / 57.67  | 4.53 / 0.584 | -0.709 / 58.10 / 58.09   | -0.758 / 56.06  | –          | 38.8
khoi/starting-work     | 12 | 7     | -0.185 | 5.33  | 2  | 3  | -+-+++++++++ above  | -0.528 / 6.94   | 0.60 / 0.064 | -0.519 / 6.88 / 6.82     | -0.563 / 7.22   | –          | -7.3
khoi/asking            | 8  | 1     | 0.056  | 1.50  | 3  | 3  | -+++++++ above      | 0.200 / 1.25    | 0.43 / 0.055 | 0.183 / 1.40 / 1.08      | 0.167 / 1.67    | –          | 8.4
";

/// The demo school and what is written about each of its students.
pub(crate) fn demo() -> (School, BTreeMap<String, Record>) {
    let folder = Folder::of(&files_below(&root().join("content")));
    let shared = folder.shared().unwrap();
    let mut school = shared.school.clone();
    school.pauses.clear();
    let mut seen = Diagnostics::default();
    let units = folder.units();
    let records = units.iter().map(|unit| {
        let pictures = folder.pictures(unit, &shared);
        let groups = parse::files(unit.files(), &unit.folder(), []).into_value(&mut seen);
        let day = DayWatch::new(school.today);
        let record = validate::record(unit, &groups, &pictures, &school, day.today());
        let record = record.into_value(&mut seen);
        (unit.student().to_string(), record.unwrap())
    });
    let records = records.collect();
    (school, records)
}

fn weeks(from: Date, to: Date) -> f64 {
    f64::from((to - from).get_days()) / 7.0
}

/// Everything of one row, in the order of its columns.
fn computed(goal: &Goal, record: &Record, school: &School) -> Vec<String> {
    let progress = Progress::of(goal, record, school, DayWatch::new(school.today).today());
    let seen: Vec<(Date, f64)> = progress
        .daily_medians(&goal.measure)
        .iter()
        .map(|point| (point.date, point.value))
        .collect();
    let start = goal.baseline.date;
    let points: Vec<(f64, f64)> = seen
        .iter()
        .map(|(day, y)| (weeks(start, *day), *y))
        .collect();
    let values: Vec<f64> = seen.iter().map(|(_, value)| *value).collect();
    let (last_day, last) = *seen.last().unwrap();
    let aim = AimLine::new((start, progress.start), (goal.by, goal.target), &[]).unwrap();
    let sides = sides(&seen, goal.direction, |day| aim.at(day));
    let ols = fit(&points).unwrap();
    let (median_line, thirds) = (theil_sen(&points).unwrap(), tukey(&points).unwrap());
    assert_eq!(ols.line, least_squares(&points).unwrap());
    let xs: Vec<f64> = points.iter().map(|(x, _)| *x).collect();
    let separate = median(&values).unwrap() - median_line.slope * median(&xs).unwrap();
    let at_goal = ols.line.intercept + ols.line.slope * weeks(start, goal.by);
    vec![
        values.len().to_string(),
        plain(progress.start),
        format!("{:.3}", aim.slope()),
        format!("{:.2}", aim.at(last_day)),
        plain(last),
        plain(median(&values[values.len() - 3..]).unwrap()),
        format!(
            "{} {}",
            signs(&sides),
            four(all_on_one_side(&sides, 4).unwrap())
        ),
        format!("{:.3} / {:.2}", ols.line.slope, ols.line.intercept),
        format!("{:.2} / {:.3}", ols.estimate_error, ols.slope_error),
        format!(
            "{:.3} / {:.2} / {separate:.2}",
            median_line.slope, median_line.intercept
        ),
        format!("{:.3} / {:.2}", thirds.slope, thirds.intercept),
        progress
            .mastered_on
            .map_or_else(|| "–".to_owned(), |day| day.to_string()),
        format!("{at_goal:.1}"),
    ]
}

/// With at most two decimals.
fn plain(value: f64) -> String {
    ((value * 100.0).round() / 100.0).to_string()
}

fn signs(sides: &[Ordering]) -> String {
    let sign = |side: &Ordering| match side {
        Ordering::Greater => '+',
        Ordering::Less => '-',
        Ordering::Equal => '0',
    };
    sides.iter().map(sign).collect()
}

fn four(reading: Recommendation) -> &'static str {
    match reading {
        Recommendation::Raise => "above",
        Recommendation::Keep => "mixed",
        Recommendation::Change => "below",
    }
}

#[test]
fn the_demo_schools_numbers_are_those_worked_out_by_hand() {
    let (school, records) = demo();
    let mut faults = Vec::new();
    let rows = GOLDEN.trim().lines();
    for row in rows {
        let mut cells = row.split(" | ").map(str::trim);
        let (student, id) = cells.next().unwrap().split_once('/').unwrap();
        let record = &records[student];
        let goal = record
            .goals
            .iter()
            .find(|goal| goal.id.as_str() == id)
            .unwrap();
        let found = computed(goal, record, &school);
        let expected: Vec<&str> = cells
            .map(|cell| cell.trim_start_matches('|').trim())
            .collect();
        assert_eq!(found.len(), expected.len(), "{row}");
        for (found, expected) in found.iter().zip(&expected) {
            if !same(found, expected) {
                faults.push(format!("{student}/{id}: {found}, by hand {expected}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The same but for the sign of nothing ("-0.000").
fn same(found: &str, expected: &str) -> bool {
    let plain = |text: &str| text.replace("-0.000", "0.000");
    plain(found) == plain(expected)
}

#[test]
fn a_phase_tells_whether_its_change_helped() {
    let (school, records) = demo();
    let record = &records["layla"];
    let mut goals = record.goals.iter();
    let goal = goals
        .find(|goal| goal.id.as_str() == "circle-time")
        .unwrap();
    let progress = Progress::of(goal, record, &school, DayWatch::new(school.today).today());
    let points: Vec<(f64, f64)> = progress
        .phase_daily_medians(&goal.measure)
        .iter()
        .map(|point| (weeks(goal.baseline.date, point.date), point.value))
        .collect();
    let ols = fit(&points).unwrap();
    let found = [
        points.len().to_string(),
        format!("{:.3}", ols.line.slope),
        format!("{:.3}", ols.slope_error),
        format!("{:.3}", theil_sen(&points).unwrap().slope),
        format!("{:.3}", tukey(&points).unwrap().slope),
    ];
    assert_eq!(found, ["5", "-1.525", "0.918", "-1.792", "-1.628"]);
}
