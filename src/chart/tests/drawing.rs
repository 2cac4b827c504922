//! Whole drawings, by example.

use super::super::markup::escape;
use super::super::role::Role;
use super::super::{ChangeLine, Chart, GoalMarker, LabeledLine, Marker, ValueAxis, spark, svg};
use super::{FLUENCY, drawn, english, full, laid_out, plain, weekly};

#[test]
fn height_depends_on_the_number_of_data_points() {
    for (count, height) in [
        (0, 240.0),
        (1, 240.0),
        (9, 240.0),
        (12, 195.2),
        (15, 160.0),
        (40, 160.0),
    ] {
        let chart = plain(ValueAxis::Percent, vec![weekly(&vec![50.0; count])]);
        let found = laid_out(&chart).plot.height;
        assert!((found - height).abs() < 0.05, "{count}: {found}");
    }
}

#[test]
fn the_first_and_the_last_month_are_named() {
    let names = [
        "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun",
    ];
    for count in 1..=names.len() {
        let mut chart = full(ValueAxis::Percent, vec![weekly(&FLUENCY)]);
        chart.months = names
            .iter()
            .take(count)
            .zip(0..)
            .map(|(name, month)| (month * 30 - 11, (*name).to_owned()))
            .collect();
        chart.days = (0, i32::try_from(count).unwrap() * 30 - 14);
        chart.days.1 = chart.days.1.max(70);
        let svg = drawn(&chart);
        let last = names[count - 1];
        assert!(
            svg.contains(">Sep<") && svg.contains(&format!(">{last}<")),
            "{count}"
        );
    }
}

#[test]
fn no_change_line_runs_through_a_label() {
    for days in [[10, 20], [30, 40], [55, 60], [60, 69]] {
        let mut chart = plain(ValueAxis::Percent, vec![weekly(&FLUENCY)]);
        let words = ["help moves into class", "a photo of the planner"];
        chart.changes = days
            .iter()
            .zip(words)
            .map(|(&day, words)| ChangeLine {
                day,
                label: words.into(),
            })
            .collect();
        let layout = laid_out(&chart);
        for &(x, top) in &layout.change_lines {
            let line = ((x - 0.01, top), (x + 0.01, 0.0));
            assert!(
                layout
                    .labels
                    .iter()
                    .all(|label| !label.area.is_crossed_by(line)),
                "{days:?}"
            );
        }
    }
}

#[test]
fn text_is_escaped() {
    assert_eq!(escape("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;");
    let mut chart = full(ValueAxis::Percent, vec![weekly(&FLUENCY)]);
    chart.description = "R&D".into();
    chart.changes[0].label = "a<b".into();
    let svg = svg(&chart, "a\"b", "<i>", &english);
    for part in ["&lt;i&gt;", "R&amp;D", "id=\"a&quot;b-t\"", ">a&lt;b<"] {
        assert!(svg.contains(part), "{part}");
    }
}

#[test]
fn a_spark_is_a_line_and_a_dot() {
    let check = |values: &[(i32, f64)], goal, mirror, inside: &str| {
        let drawn = spark(values, goal, mirror);
        assert_eq!(
            drawn
                .replace(
                    "<svg class=\"spark\" viewBox=\"0 0 104 36\" aria-hidden=\"true\">",
                    ""
                )
                .replace("</svg>", ""),
            inside
        );
    };
    check(&[], None, false, "");
    check(&[(3, f64::NAN)], Some(1.0), false, "");
    check(
        &[(0, 0.0), (10, 8.0)],
        None,
        false,
        "<path class=\"path\" d=\"M6 30L98 6\"/><g class=\"mark\"><circle cx=\"98\" cy=\"6\" r=\"4\"/></g>",
    );
    check(
        &[(10, 8.0), (0, 0.0)],
        None,
        true,
        "<path class=\"path\" d=\"M98 30L6 6\"/><g class=\"mark\"><circle cx=\"6\" cy=\"6\" r=\"4\"/></g>",
    );
    check(
        &[(5, 40.0)],
        None,
        false,
        "<g class=\"mark\"><circle cx=\"6\" cy=\"18\" r=\"4\"/></g>",
    );
    check(
        &[(0, 0.0), (10, 4.0)],
        Some(8.0),
        false,
        "<path class=\"aim\" d=\"M6 6H98\"/><path class=\"path\" d=\"M6 30L98 18\"/><g class=\"mark\"><circle cx=\"98\" cy=\"18\" r=\"4\"/></g>",
    );
}

#[test]
fn a_marker_shows_its_setting_by_shape() {
    use super::super::Setting::{Class, Elsewhere, SmallGroup};
    let check = |setting, open, shape: &str| {
        let marker = Marker {
            day: 5,
            value: 50.0,
            setting,
            open,
        };
        let svg = drawn(&plain(ValueAxis::Percent, vec![vec![marker]]));
        assert!(svg.contains(shape), "{setting:?} {open}: {svg}");
    };
    check(SmallGroup, false, "<g class=\"mark\"><circle");
    check(Class, false, "<g class=\"mark\"><rect");
    check(Elsewhere, true, "<g class=\"mark open\"><path");
}

/// Mateo's chart with this many weekly data points of a goal that is 259 days away.
fn on_the_way(checks: usize, value: f64) -> Chart {
    let values: Vec<f64> = (1..)
        .map(|week| (43.0 + f64::from(week) * 1.3).round())
        .take(checks)
        .collect();
    let mut chart = full(ValueAxis::FromZero, vec![weekly(&values)]);
    chart.goal = Some(GoalMarker {
        day: 259,
        value,
        label: format!("goal {value}"),
        date: "May 28".to_owned(),
    });
    chart.aim_line = Some(LabeledLine {
        points: vec![(0, 43.0), (259, value)],
        label: "hoped for".to_owned(),
    });
    chart
}

#[test]
fn the_goal_is_in_sight_from_the_first_mark_to_the_last() {
    for marks in [1, 2, 10, 30, 36, 40] {
        for value in [90.0, 43.0, 20.0, 0.0, 400.0] {
            for (mirror, rtl) in [(false, false), (false, true), (true, true)] {
                let mut chart = on_the_way(marks, value);
                (chart.mirror, chart.rtl) = (mirror, rtl);
                let layout = laid_out(&chart);
                let says = |role| layout.labels.iter().any(|label| label.role == role);
                for role in [Role::GoalLabel, Role::AimLabel, Role::TrendLabel] {
                    assert!(says(role), "{marks} {value}: {role:?}");
                }
                let (goal, _) = layout.data.goal.unwrap();
                assert_eq!(goal.1.to_bits(), value.to_bits(), "{marks}");
                let aim = layout.data.aim_line.as_ref().unwrap();
                assert_eq!(aim.points.last(), Some(&goal), "{marks} {value}");
            }
        }
    }
}

#[test]
fn nothing_measured_goes_on_to_the_goal() {
    let chart = on_the_way(10, 90.0);
    let layout = laid_out(&chart);
    let trend = layout.data.trend_line.as_ref().unwrap();
    for end in [trend.points.last(), layout.data.paths[0].last()] {
        assert!(end.unwrap().0 <= 70.0, "{end:?}");
    }
}

#[test]
fn a_goal_off_its_scale_is_at_the_edge() {
    let mut chart = on_the_way(10, 400.0);
    chart.value_axis = ValueAxis::Percent;
    let (goal, _) = laid_out(&chart).data.goal.unwrap();
    assert_eq!(goal.1.to_bits(), 100f64.to_bits());
}
