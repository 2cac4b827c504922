//! What a page may rely on in a chart, seen from outside.

use kinfolio::chart::{
    BaselineMarker, ChangeLine, Chart, GoalMarker, LabeledLine, Marker, PathShape, ValueAxis,
    spark, svg,
};
use kinfolio::model::Setting;

const FLUENCY: [f64; 12] = [
    44.0, 42.0, 49.0, 47.0, 52.0, 50.0, 55.0, 53.0, 60.0, 58.0, 61.0, 64.0,
];

fn english(value: f64) -> String {
    format!("{value}")
}

fn arabic_digits(value: f64) -> String {
    let digit = |c: char| {
        c.to_digit(10)
            .and_then(|d| char::from_u32(0x660 + d))
            .unwrap_or(c)
    };
    format!("{value}").chars().map(digit).collect()
}

fn weekly(values: &[f64]) -> Vec<Marker> {
    let days = (1..).map(|week| week * 7);
    let markers = days.zip(values).map(|(day, &value)| Marker {
        day,
        value,
        setting: Setting::SmallGroup,
        open: false,
    });
    markers.collect()
}

fn draw(chart: &Chart) -> String {
    svg(chart, "goal-1", "Reading out loud", &english)
}

/// A chart with every part a chart can have.
fn full(values: &[f64]) -> Chart {
    let markers = weekly(values);
    let last = markers.last().map_or(0, |marker| marker.day);
    let months = ["Sep", "Oct", "Nov", "Dec"];
    Chart {
        description: "From 43 to 64 words. Hoped for 58 by now.".to_owned(),
        rtl: false,
        mirror: false,
        path_shape: PathShape::Straight,
        value_axis: ValueAxis::FromZero,
        days: (0, last),
        months: (0..)
            .map(|at| at * 30 - 10)
            .zip(months.map(str::to_owned))
            .collect(),
        phases: vec![markers],
        baseline: Some(BaselineMarker {
            day: 0,
            value: 43.0,
            label: "43 start".to_owned(),
        }),
        goal: Some(GoalMarker {
            day: 259,
            value: 90.0,
            label: "goal 90".to_owned(),
            date: "May 28".to_owned(),
        }),
        aim_line: Some(LabeledLine {
            points: vec![(0, 43.0), (259, 90.0)],
            label: "hoped for".to_owned(),
        }),
        trend_line: Some(LabeledLine {
            points: vec![(7, 42.0), (last, 62.0)],
            label: "direction".to_owned(),
        }),
        changes: vec![ChangeLine {
            day: 40,
            label: "in class".to_owned(),
        }],
        newest_label: Some("64".to_owned()),
    }
}

/// Fails where an element closes that is not the last one opened.
fn check_nesting(drawn: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in drawn.split('<').skip(1) {
        let inside = tag.split('>').next().unwrap_or_default();
        if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{drawn}");
        } else if !inside.ends_with('/') {
            open.push(inside.split(' ').next().unwrap_or_default());
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
}

/// The values of an attribute, in order.
fn attributes<'a>(drawn: &'a str, name: &str) -> Vec<&'a str> {
    let lead = format!(" {name}=\"");
    drawn
        .split(lead.as_str())
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

fn numbers(drawn: &str, name: &str) -> Vec<f64> {
    attributes(drawn, name)
        .iter()
        .filter_map(|number| number.parse().ok())
        .collect()
}

#[test]
fn a_chart_is_well_formed_and_weighs_little() {
    let year: Vec<f64> = (0..40)
        .map(|week| 20.0 + f64::from(week * 37 % 11))
        .collect();
    for (values, limit) in [
        (&[][..], 1230),
        (&FLUENCY[..1], 1550),
        (&FLUENCY, 3250),
        (&year, 4750),
    ] {
        let drawn = draw(&full(values));
        check_nesting(&drawn);
        assert!(
            drawn.len() <= limit,
            "{} marks weigh {}",
            values.len(),
            drawn.len()
        );
    }
}

#[test]
fn looks_come_from_classes_alone() {
    let drawn = draw(&full(&FLUENCY)) + &spark(&[(0, 1.0), (7, 2.0)], Some(3.0), false);
    for part in [
        "style=", "fill=", "stroke", "color", "xmlns", "font", "url(", "<script", "href",
    ] {
        assert!(!drawn.contains(part), "{part}");
    }
    let known = [
        "chart", "dense", "spark", "grid", "axis", "change", "aim", "trend", "path", "leader",
        "start", "target", "mark", "open", "tick", "label", "why", "hoped", "drift", "newest",
    ];
    for class in attributes(&drawn, "class")
        .iter()
        .flat_map(|classes| classes.split(' '))
    {
        assert!(known.contains(&class), "{class}");
    }
}

#[test]
fn a_reader_hears_title_and_description() {
    let drawn = draw(&full(&FLUENCY));
    // Twelve marks in a third of the days shown stand close together.
    assert!(drawn.starts_with("<svg class=\"chart dense\" viewBox=\"0 0 328 "));
    assert!(drawn.contains(
        " role=\"img\" aria-labelledby=\"goal-1-t\" aria-describedby=\"goal-1-d\"><title id=\"goal-1-t\">Reading out loud</title>\
         <desc id=\"goal-1-d\">From 43 to 64 words. Hoped for 58 by now.</desc>"
    ));
    assert!(spark(&[(0, 1.0)], None, false).contains(" aria-hidden=\"true\""));
}

#[test]
fn every_line_is_named_at_its_end_and_both_ends_of_time_too() {
    let drawn = draw(&full(&FLUENCY));
    for label in [
        "43 start",
        "goal 90",
        "May 28",
        "hoped for",
        "direction",
        "in class",
        "64",
        "Sep",
        "Nov",
        "0",
        "50",
        "100",
    ] {
        assert!(drawn.contains(&format!(">{label}</text>")), "{label}");
    }
}

#[test]
fn a_mirror_turns_time_and_nothing_else() {
    let mut chart = full(&FLUENCY);
    let forth = draw(&chart);
    chart.mirror = true;
    let back = draw(&chart);
    for (there, here) in numbers(&forth, "cx").iter().zip(numbers(&back, "cx")) {
        assert!((there + here - 328.0).abs() < 0.15, "{there} {here}");
    }
    assert_eq!(numbers(&forth, "cy"), numbers(&back, "cy"));
    assert_eq!(forth.len().abs_diff(back.len()) / 200, 0);
}

#[test]
fn words_of_the_right_to_left_are_isolated_and_digits_are_the_readers() {
    let mut chart = full(&FLUENCY);
    chart.rtl = true;
    chart.baseline = Some(BaselineMarker {
        day: 0,
        value: 43.0,
        label: "٤٣ البداية".to_owned(),
    });
    chart.newest_label = Some("٦٤".to_owned());
    let drawn = svg(&chart, "goal-1", "Reading out loud", &arabic_digits);
    for text in [">\u{2067}٤٣ البداية\u{2069}<", ">٦٤<", ">٥٠<", ">٠<"] {
        assert!(drawn.contains(text), "{text}");
    }
}

#[test]
fn text_stays_inside_the_view_box() {
    for label in [
        "hoped for",
        "lo esperado a estas alturas",
        "المأمول الآن",
        "mức mong đợi đến lúc này",
    ] {
        let mut chart = full(&FLUENCY);
        chart.changes.push(ChangeLine {
            day: 80,
            label: label.to_owned(),
        });
        if let Some(aim) = &mut chart.aim_line {
            label.clone_into(&mut aim.label);
        }
        let drawn = draw(&chart);
        let height: f64 = attributes(&drawn, "viewBox")[0]
            .rsplit(' ')
            .next()
            .unwrap()
            .parse()
            .unwrap();
        let texts = drawn.split("<text").skip(1).collect::<String>();
        assert!(
            numbers(&texts, "x")
                .iter()
                .all(|x| (0.0..=328.0).contains(x)),
            "{label}"
        );
        assert!(
            numbers(&texts, "y")
                .iter()
                .all(|y| (10.0..=height - 3.0).contains(y)),
            "{label}"
        );
    }
}

#[test]
fn the_path_breaks_between_phases_and_steps_go_square() {
    let mut chart = full(&FLUENCY);
    let (before, after) = chart.phases[0].split_at(5);
    chart.phases = vec![before.to_vec(), after.to_vec()];
    let path = |chart: &Chart| {
        let drawn = draw(chart);
        drawn
            .split("<path class=\"path\" d=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(path(&chart).matches('M').count(), 2);
    chart.path_shape = PathShape::Steps;
    let steps = path(&chart);
    assert!(
        !steps.contains('L') && steps.contains('H') && steps.contains('V'),
        "{steps}"
    );
}
