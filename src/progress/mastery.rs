use super::series::Point;
use crate::model::{Date, Mastery};

/// The day on which a goal counts as reached: the earliest check i for which
/// at least `times` of the last min(`of`, i) meet the criterion. With a strict
/// window there have to be `of` checks before.
///
/// `seen` holds one value a day, the oldest first. It is for staff: families
/// read what people decided.
pub(super) fn reached_on(mastery: &Mastery, seen: &[Point]) -> Option<Date> {
    let meets = |point: &Point| {
        if mastery.at_most {
            point.value <= mastery.value
        } else {
            point.value >= mastery.value
        }
    };
    let (times, of) = (mastery.times as usize, mastery.of as usize);
    let reached = |last: usize| {
        let first = (last + 1).saturating_sub(of);
        let window = seen.get(first..=last)?;
        let whole = !mastery.strict || window.len() == of;
        let met = window.iter().filter(|point| meets(point)).count();
        (whole && met >= times).then(|| window.last().map(|point| point.date))?
    };
    (0..seen.len()).find_map(reached)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Raw, Setting};
    use jiff::civil::date;

    fn on(values: &[f64], mastery: Mastery) -> Option<i8> {
        let point = |(day, value): (i8, &f64)| Point {
            date: date(2026, 10, day),
            value: *value,
            raw: Raw::Number(*value),
            setting: Setting::SmallGroup,
            open: false,
        };
        let seen: Vec<Point> = (1..).zip(values).map(point).collect();
        reached_on(&mastery, &seen).map(Date::day)
    }

    #[test]
    fn the_earliest_check_that_meets_it_counts() {
        let three_of_four = Mastery {
            value: 90.0,
            at_most: false,
            times: 3,
            of: 4,
            strict: false,
        };
        let strict = Mastery {
            strict: true,
            ..three_of_four
        };
        let at_most = Mastery {
            value: 20.0,
            at_most: true,
            ..three_of_four
        };
        let check = |mastery, values: &[f64], expected: Option<i8>| {
            assert_eq!(on(values, mastery), expected, "{values:?}");
        };
        check(three_of_four, &[90., 95., 100.], Some(3));
        check(strict, &[90., 95., 100.], None);
        check(strict, &[90., 95., 100., 10.], Some(4));
        check(three_of_four, &[90., 10., 95., 10., 95.], None);
        check(three_of_four, &[90., 10., 95., 95., 10.], Some(4));
        check(at_most, &[20., 21., 12., 3.], Some(4));
        check(three_of_four, &[], None);
    }
}
