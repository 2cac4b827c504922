//! Hundreds of random charts: no label is on another label, on a line or
//! outside.

use super::super::label::Label;
use super::super::layout::Layout;
use super::super::obstacles::{Rect, Segment};
use super::super::role::Role;
use super::super::{BaselineMarker, Chart, LabeledLine, ValueAxis, WIDTH};
use super::random_chart::{Random, chart};
use super::{drawn, laid_out};

/// Every line that a label must not be on.
fn drawn_lines(layout: &Layout) -> Vec<Segment> {
    let data = &layout.data;
    let clipped = data.aim_line.iter().chain(&data.trend_line);
    data.paths
        .iter()
        .chain(clipped.map(|line| &line.points))
        .flat_map(|line| line.iter().zip(line.iter().skip(1)))
        .map(|(&a, &b)| (layout.plot.at(a), layout.plot.at(b)))
        .collect()
}

/// Whether the label is outside the plot, where no line is.
fn is_on_an_axis(label: &Label) -> bool {
    matches!(label.role, Role::Tick | Role::ChangeLabel)
}

fn check(seed: u64, chart: &Chart) {
    let layout = laid_out(chart);
    let whole = Rect {
        left: 0.0,
        top: -layout.top,
        right: WIDTH,
        bottom: layout.height - layout.top,
    };
    for (at, label) in layout.labels.iter().enumerate() {
        let (area, lines) = (label.area, &label.lines);
        assert!(
            area.left >= whole.left
                && area.right <= whole.right
                && area.top >= whole.top
                && area.bottom <= whole.bottom,
            "chart {seed}: {lines:?} is cut off: {area:?} of {whole:?}"
        );
        for other in layout.labels.iter().skip(at + 1) {
            assert!(
                !area.overlaps(&other.area),
                "chart {seed}: {lines:?} is on {:?}",
                other.lines
            );
        }
        if is_on_an_axis(label) {
            continue;
        }
        for line in drawn_lines(&layout) {
            assert!(
                !area.is_crossed_by(line),
                "chart {seed}: {lines:?} is on a line"
            );
        }
        for marker in &layout.data.markers {
            let middle = layout.plot.at((f64::from(marker.day), marker.value));
            let marker = Rect::around(middle, layout.radius);
            assert!(
                !area.overlaps(&marker),
                "chart {seed}: {lines:?} is on a marker"
            );
        }
    }
}

#[test]
fn no_label_is_cut_off_or_on_another_or_on_a_line() {
    for seed in 0..1500 {
        check(seed, &chart(&mut Random(seed)));
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for seed in 0..40 {
        let (once, twice) = (chart(&mut Random(seed)), chart(&mut Random(seed)));
        assert_eq!(drawn(&once), drawn(&twice));
    }
}

#[test]
fn every_coordinate_is_a_number() {
    for seed in 0..300 {
        let svg = drawn(&chart(&mut Random(seed)));
        assert!(
            !svg.contains("NaN") && !svg.contains("inf"),
            "chart {seed}: {svg}"
        );
        let attributes = svg.split('"').skip(1).step_by(2);
        let mut numbers =
            attributes.flat_map(|text| text.split(|c: char| !c.is_ascii_digit() && c != '.'));
        let long = numbers.any(|number| {
            number
                .split_once('.')
                .is_some_and(|(_, part)| part.len() > 1)
        });
        assert!(!long, "chart {seed} has a number with two decimals");
    }
}

#[test]
fn nothing_makes_it_fail() {
    let odd = [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MAX,
        f64::MIN,
        1e-320,
        -5.0,
        0.0,
        1e12,
    ];
    let days = [i32::MIN, -1, 0, 1, i32::MAX];
    let mut random = Random(9);
    for _ in 0..400 {
        let mut chart = chart(&mut random);
        for marker in chart.phases.iter_mut().flatten() {
            marker.value = random.one_of(&odd);
            marker.day = random.one_of(&days);
        }
        let (min, max) = (random.one_of(&odd), random.one_of(&odd));
        let levels = ValueAxis::Levels {
            lowest: random.one_of(&days),
            highest: random.one_of(&days),
        };
        chart.value_axis =
            random.one_of(&[ValueAxis::FromZero, ValueAxis::Range { min, max }, levels]);
        chart.days = (random.one_of(&days), random.one_of(&days));
        chart.baseline = Some(BaselineMarker {
            day: random.one_of(&days),
            value: random.one_of(&odd),
            label: String::new(),
        });
        chart.aim_line = Some(LabeledLine {
            points: vec![(0, random.one_of(&odd)), (random.one_of(&days), 3.0)],
            label: " ".into(),
        });
        let svg = drawn(&chart);
        assert!(svg.ends_with("</svg>"));
    }
}
