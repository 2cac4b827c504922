//! Hundreds of charts nobody drew: no label on another, on the path, or
//! outside.

use super::super::layout::{Label, Layout, layout};
use super::super::obstacles::{Point, Rect};
use super::super::role::Role;
use super::super::{Aim, Chart, Start, ValueAxis, WIDTH, svg};
use super::dice::{Dice, chart};
use super::english;

/// Everything drawn in ink that a label must not sit on.
fn ink(layout: &Layout) -> Vec<(Point, Point)> {
    let content = &layout.content;
    let aims = content
        .aim
        .iter()
        .chain(&content.trend)
        .map(|line| &line.points);
    let lines = content.paths.iter().chain(aims);
    lines
        .flat_map(|line| line.iter().zip(line.iter().skip(1)))
        .map(|(&a, &b)| (layout.plot.at(a), layout.plot.at(b)))
        .collect()
}

fn is_beside_the_line(label: &Label) -> bool {
    !matches!(label.role, Role::Tick | Role::ChangeWords)
}

fn check(seed: u64, chart: &Chart) {
    let layout = layout(chart);
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
        for stroke in ink(&layout)
            .into_iter()
            .filter(|_| is_beside_the_line(label))
        {
            assert!(
                !area.is_crossed_by(stroke),
                "chart {seed}: {lines:?} is on a line"
            );
        }
        for mark in layout
            .content
            .marks
            .iter()
            .filter(|_| is_beside_the_line(label))
        {
            let middle = layout.plot.at((f64::from(mark.day), mark.value));
            let mark = Rect::around(middle, layout.reach);
            assert!(
                !area.overlaps(&mark),
                "chart {seed}: {lines:?} is on a mark"
            );
        }
    }
}

#[test]
fn no_label_is_cut_off_or_on_another_or_on_the_path() {
    for seed in 0..1500 {
        check(seed, &chart(&mut Dice(seed)));
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for seed in 0..40 {
        let (once, twice) = (chart(&mut Dice(seed)), chart(&mut Dice(seed)));
        assert_eq!(svg(&once), svg(&twice));
    }
}

#[test]
fn every_coordinate_is_a_number() {
    for seed in 0..300 {
        let drawn = svg(&chart(&mut Dice(seed)));
        assert!(
            !drawn.contains("NaN") && !drawn.contains("inf"),
            "chart {seed}: {drawn}"
        );
        let attributes = drawn.split('"').skip(1).step_by(2);
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
    let mut dice = Dice(9);
    for _ in 0..400 {
        let mut chart = chart(&mut dice);
        for mark in chart.phases.iter_mut().flatten() {
            mark.value = dice.one_of(&odd);
            mark.day = dice.one_of(&days);
        }
        let (min, max) = (dice.one_of(&odd), dice.one_of(&odd));
        let levels = ValueAxis::Levels {
            lowest: dice.one_of(&days),
            highest: dice.one_of(&days),
        };
        chart.value_axis =
            dice.one_of(&[ValueAxis::FromZero, ValueAxis::Range { min, max }, levels]);
        chart.days = (dice.one_of(&days), dice.one_of(&days));
        chart.start = Some(Start {
            day: dice.one_of(&days),
            value: dice.one_of(&odd),
            label: String::new(),
        });
        chart.aim = Some(Aim {
            points: vec![(0, dice.one_of(&odd)), (dice.one_of(&days), 3.0)],
            label: " ".into(),
        });
        chart.number = &english;
        let drawn = svg(&chart);
        assert!(drawn.ends_with("</svg>"));
    }
}
