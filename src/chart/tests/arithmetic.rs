//! Scales, positions and plot data, by example.

use super::super::obstacles::{Obstacles, PreferredBox, Rect, push_apart};
use super::super::plot_data::PlotData;
use super::super::scale::Scale;
use super::super::{LabeledLine, PathShape, ValueAxis};
use super::{FLUENCY, full, plain, weekly};

#[test]
fn ticks_are_few_and_round() {
    let check = |axis, values: &[f64], ticks: &[f64]| {
        let scale = Scale::of(axis, values);
        assert_eq!(scale.ticks, ticks, "{axis:?} {values:?}");
        assert!(
            values
                .iter()
                .all(|value| (scale.low..=scale.high).contains(value)),
            "{scale:?} {values:?}"
        );
    };
    check(ValueAxis::Percent, &[35.0, 40.0], &[0.0, 50.0, 100.0]);
    check(ValueAxis::FromZero, &[], &[0.0, 1.0]);
    check(ValueAxis::FromZero, &[0.0, 0.0], &[0.0, 1.0]);
    check(ValueAxis::FromZero, &[1.0, 2.0], &[0.0, 1.0, 2.0]);
    check(ValueAxis::FromZero, &[0.2, 0.4], &[0.0, 0.2, 0.4]);
    check(ValueAxis::FromZero, &[0.15, 0.12], &[0.0, 0.05, 0.1, 0.15]);
    check(ValueAxis::FromZero, &[4.0, 3.0], &[0.0, 2.0, 4.0]);
    check(ValueAxis::FromZero, &[8.0, 2.0], &[0.0, 5.0, 10.0]);
    check(
        ValueAxis::FromZero,
        &[44.0, 63.0],
        &[0.0, 20.0, 40.0, 60.0, 80.0],
    );
    check(ValueAxis::FromZero, &[130.0], &[0.0, 50.0, 100.0, 150.0]);
    let range = |min, max| ValueAxis::Range { min, max };
    check(range(1.0, 5.0), &[2.0], &[1.0, 3.0, 5.0]);
    check(range(0.0, 36.0), &[36.0], &[0.0, 10.0, 20.0, 30.0, 36.0]);
    check(range(5.0, 5.0), &[3.0], &[0.0, 1.0, 2.0, 3.0]);
    let levels = |lowest, highest| ValueAxis::Levels { lowest, highest };
    check(levels(1, 4), &[1.0, 4.0], &[1.0, 2.0, 3.0, 4.0]);
    check(levels(-2, 2), &[0.0], &[-2.0, -1.0, 0.0, 1.0, 2.0]);
}

#[test]
fn boxes_push_each_other_apart() {
    let check = |boxes: &[(f64, f64)], middles: &[f64]| {
        let boxes: Vec<PreferredBox> = boxes
            .iter()
            .map(|&(middle, weight)| PreferredBox {
                middle,
                height: 17.0,
                weight,
            })
            .collect();
        let rounded: Vec<f64> = push_apart(&boxes)
            .iter()
            .map(|middle| middle.round())
            .collect();
        assert_eq!(rounded, middles, "{boxes:?}");
    };
    check(&[], &[]);
    check(&[(50.0, 1.0)], &[50.0]);
    check(&[(50.0, 1.0), (90.0, 1.0)], &[50.0, 90.0]);
    check(&[(50.0, 1.0), (50.0, 1.0)], &[40.0, 60.0]);
    check(
        &[(55.0, 1.0), (50.0, 1.0), (52.0, 1.0)],
        &[72.0, 32.0, 52.0],
    );
    check(&[(50.0, 4.0), (52.0, 1.0)], &[46.0, 66.0]);
}

#[test]
fn a_label_goes_to_the_nearest_free_place() {
    let mut obstacles = Obstacles::default();
    obstacles.add(Rect {
        left: 0.0,
        top: 40.0,
        right: 100.0,
        bottom: 60.0,
    });
    obstacles.add_line(&[(0.0, 100.0), (200.0, 100.0)]);
    let check = |wanted: f64, lowest: f64, top: f64| {
        let found = obstacles.clear_top((10.0, 50.0), 10.0, wanted, lowest);
        assert!((found - top).abs() < 1e-9, "{wanted}: {found}");
    };
    check(0.0, 200.0, 0.0);
    check(41.0, 200.0, 27.0);
    check(60.0, 200.0, 63.0);
    check(96.0, 200.0, 103.0);
    check(96.0, 90.0, 87.0);
    check(60.0, 50.0, 27.0);
}

#[test]
fn lines_are_cut_to_the_days_and_the_axis() {
    let mut chart = full(ValueAxis::Percent, vec![weekly(&FLUENCY)]);
    chart.days = (0, 77);
    chart.aim_line = Some(LabeledLine {
        points: vec![(-70, 30.0), (0, 40.0), (140, 180.0)],
        label: "a".into(),
    });
    chart.trend_line = Some(LabeledLine {
        points: vec![(0, 40.0), (140, 60.0)],
        label: "t".into(),
    });
    let data = PlotData::of(&chart);
    assert_eq!(data.aim_line.unwrap().points, [(0.0, 40.0), (77.0, 100.0)]);
    assert_eq!(data.trend_line.unwrap().points, [(0.0, 40.0), (70.0, 50.0)]);
}

#[test]
fn the_line_goes_through_the_median_of_a_day_and_breaks_between_phases() {
    let mut first = weekly(&[1.0, 5.0, 4.0]);
    first[1].day = 7;
    let mut chart = plain(
        ValueAxis::FromZero,
        vec![first, weekly(&[f64::NAN]), weekly(&[2.0, 3.0])],
    );
    assert_eq!(
        PlotData::of(&chart).paths,
        [
            vec![(7.0, 3.0), (21.0, 4.0)],
            vec![],
            vec![(7.0, 2.0), (14.0, 3.0)]
        ]
    );
    chart.path_shape = PathShape::Steps;
    assert_eq!(
        PlotData::of(&chart).paths[2],
        [(7.0, 2.0), (14.0, 2.0), (14.0, 3.0)]
    );
}

#[test]
fn no_data_point_is_ever_left_out() {
    let mut chart = plain(ValueAxis::FromZero, vec![weekly(&FLUENCY)]);
    chart.days = (30, 40);
    let data = PlotData::of(&chart);
    assert_eq!(data.days, (7.0, 70.0));
    assert_eq!(data.markers.len(), FLUENCY.len());
}
