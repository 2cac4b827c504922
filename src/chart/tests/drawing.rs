//! Whole drawings, by example.

use super::super::layout::layout;
use super::super::markup::escape;
use super::super::{Change, Mark, ValueAxis, spark, svg};
use super::{FLUENCY, full, plain, weekly};

#[test]
fn height_comes_from_the_number_of_marks() {
    for (count, height) in [
        (0, 240.0),
        (1, 240.0),
        (9, 240.0),
        (12, 195.2),
        (15, 160.0),
        (40, 160.0),
    ] {
        let chart = plain(ValueAxis::Percent, vec![weekly(&vec![50.0; count])]);
        let found = layout(&chart).plot.height;
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
        let drawn = svg(&chart);
        let last = names[count - 1];
        assert!(
            drawn.contains(">Sep<") && drawn.contains(&format!(">{last}<")),
            "{count}"
        );
    }
}

#[test]
fn flags_fly_without_a_pole_through_them() {
    for days in [[10, 20], [30, 40], [55, 60], [60, 69]] {
        let mut chart = plain(ValueAxis::Percent, vec![weekly(&FLUENCY)]);
        let words = ["help moves into class", "a photo of the planner"];
        chart.changes = days
            .iter()
            .zip(words)
            .map(|(&day, words)| Change {
                day,
                label: words.into(),
            })
            .collect();
        let layout = layout(&chart);
        for &(x, top) in &layout.poles {
            let pole = ((x - 0.01, top), (x + 0.01, 0.0));
            assert!(
                layout
                    .labels
                    .iter()
                    .all(|label| !label.area.is_crossed_by(pole)),
                "{days:?}"
            );
        }
    }
}

#[test]
fn text_is_escaped() {
    assert_eq!(escape("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;");
    let mut chart = full(ValueAxis::Percent, vec![weekly(&FLUENCY)]);
    (chart.title, chart.description, chart.id) = ("<i>", "R&D", "a\"b");
    chart.changes[0].label = "a<b".into();
    let drawn = svg(&chart);
    for part in ["&lt;i&gt;", "R&amp;D", "id=\"a&quot;b-t\"", ">a&lt;b<"] {
        assert!(drawn.contains(part), "{part}");
    }
}

#[test]
fn a_spark_is_a_line_and_a_dot() {
    let check = |values: &[(i32, f64)], mirror, inside: &str| {
        let drawn = spark(values, mirror);
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
    check(&[], false, "");
    check(&[(3, f64::NAN)], false, "");
    check(
        &[(0, 0.0), (10, 8.0)],
        false,
        "<path class=\"path\" d=\"M6 30L98 6\"/><g class=\"mark\"><circle cx=\"98\" cy=\"6\" r=\"4\"/></g>",
    );
    check(
        &[(10, 8.0), (0, 0.0)],
        true,
        "<path class=\"path\" d=\"M98 30L6 6\"/><g class=\"mark\"><circle cx=\"6\" cy=\"6\" r=\"4\"/></g>",
    );
    check(
        &[(5, 40.0)],
        false,
        "<g class=\"mark\"><circle cx=\"6\" cy=\"18\" r=\"4\"/></g>",
    );
}

#[test]
fn a_mark_shows_its_setting_and_help_by_shape() {
    use super::super::Setting::{Class, Elsewhere, SmallGroup};
    let check = |setting, open, shape: &str| {
        let mark = Mark {
            day: 5,
            value: 50.0,
            setting,
            open,
        };
        let drawn = svg(&plain(ValueAxis::Percent, vec![vec![mark]]));
        assert!(drawn.contains(shape), "{setting:?} {open}: {drawn}");
    };
    check(SmallGroup, false, "<g class=\"mark\"><circle");
    check(Class, false, "<g class=\"mark\"><rect");
    check(Elsewhere, true, "<g class=\"mark open\"><path");
}
