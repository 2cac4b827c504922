//! Numbers that are far from all others. Arithmetic only.
//!
//! A typing mistake makes a number about ten times too large or too small: 590 for 59,
//! 6 for 60. A child's unusual day does not. So this file compares sizes and does not test
//! for outliers: such tests trust the standard deviation of five numbers, call every
//! second week with many outbursts unusual, and divide by zero if all numbers are 0.
//!
//! **The rule.** Sort all numbers of the goal, its baseline included. Find the first
//! number that is more than four times as large as the one before it, and 20 more: it and
//! all larger ones are far, the others are usual. The target and the baseline count as
//! usual, because a goal may begin far from its target. There may be at most one far
//! number for two usual ones.
//!
//! - Four times, because no probe of a taught skill grows that much in a week, and a digit
//!   too many makes most numbers at least nine times as large.
//! - And 20 more, because counts are skewed: 0, 1, 0, 2 and then 12 is a hard week; 0, 1,
//!   0, 2 and then 30 is a 3 with a zero. (Rates, which are small, have 4.)
//! - A gap and not the distance from a median, so that 590 and 470 in one column do not
//!   hide each other, and so that two numbers are enough.

/// How many times as large as the usual ones a far number is.
const TIMES: f64 = 4.0;

/// The usual numbers, and the bound above which a number is far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Usual {
    /// The smallest usual number.
    pub(super) low: f64,
    /// The largest usual number.
    pub(super) high: f64,
    /// Numbers above this are far.
    pub(super) bound: f64,
}

/// Finds the usual numbers. `known` counts as usual in any case; a far number has to be
/// larger by `slack` at least. Returns `None` if no number is far.
pub(super) fn usual(numbers: &[f64], known: f64, slack: f64) -> Option<Usual> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let low = *sorted.first()?;
    let pairs = sorted.iter().zip(sorted.iter().skip(1)).enumerate();
    let mut gaps = pairs.filter_map(|(index, (below, above))| {
        let usual = index + 1;
        let few = usual >= 2 && (sorted.len() - usual) * 2 <= usual;
        let bound = TIMES * below.max(known) + slack;
        (few && *above > bound).then_some(Usual {
            low,
            high: *below,
            bound,
        })
    });
    gaps.next()
}

/// The number that all but one at most have, and at least three.
pub(super) fn shared(numbers: &[f64]) -> Option<f64> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let groups = sorted.chunk_by(|one, next| (one - next).abs() < 1e-9);
    let most = groups.max_by_key(|group| group.len())?;
    let same = most.len() >= 3 && most.len() + 1 >= numbers.len();
    most.first().copied().filter(|_| same)
}

/// Whether one total is at least three times the other: 100 tries instead of 10. 12 or 8
/// tries are a card more or less.
pub(super) fn other_size(one: f64, usual: f64) -> bool {
    one >= 3.0 * usual || usual >= 3.0 * one
}

/// The number that lost its last digit, 5 for 58, and the smallest and the largest of the
/// others. `None` unless all others are large, because a small number among small ones is
/// just a bad day.
pub(super) fn lost_a_digit(numbers: &[f64]) -> Option<(f64, f64, f64)> {
    const LARGE: f64 = 20.0;
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (number, others) = sorted.split_first()?;
    let (low, high) = (*others.first()?, *others.last()?);
    let (least, most) = (number * 10.0, number * 10.0 + 9.0);
    let would_fit = most >= low && least <= high;
    let small = *number > 0.0 && *number < low / TIMES;
    let lost = others.len() >= 3 && low >= LARGE && small && would_fit;
    lost.then_some((*number, low, high))
}

/// What a number with a digit or two too many may mean, the likeliest first: 590 and 599
/// are 59. A whole number means a whole number.
pub(super) fn slips(number: f64) -> Vec<f64> {
    let typed = number.to_string();
    let without = |index: usize| -> Option<f64> {
        let rest: String = typed
            .char_indices()
            .filter_map(|(at, c)| (at != index).then_some(c))
            .collect();
        rest.parse().ok()
    };
    let places = || typed.char_indices().filter(|(_, c)| c.is_ascii_digit());
    let twice = places()
        .zip(places().skip(1))
        .filter(|((_, one), (_, next))| one == next);
    let mut slips = vec![number / 10.0, number / 100.0];
    slips.extend(twice.filter_map(|((index, _), _)| without(index)));
    slips.extend(places().filter_map(|(index, _)| without(index)));
    slips.retain(|slip| number.fract() != 0.0 || slip.fract() == 0.0);
    slips
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_is_another_size() {
        // The numbers, the target, and from which of them on they are far.
        let check = |numbers: &[f64], target: f64, expected: Option<f64>| {
            let found = usual(numbers, target, 20.0);
            let far = numbers
                .iter()
                .copied()
                .filter(|number| found.is_some_and(|usual| *number > usual.bound));
            let first = far.min_by(f64::total_cmp);
            assert_eq!(first, expected, "{numbers:?} with {target}");
        };
        check(&[41., 46., 43., 44., 49., 590.], 90., Some(590.));
        // Two mistakes do not hide each other.
        check(&[41., 46., 43., 44., 49., 590., 470.], 90., Some(470.));
        check(&[41., 46., 43., 44., 49., 60., 95.], 90., None);
        // Counts are skewed, and many are 0.
        check(&[0., 1., 0., 2., 12.], 1., None);
        check(&[0., 1., 0., 2., 30.], 1., Some(30.));
        check(&[0., 0., 0., 0., 0., 3.], 10., None);
        check(&[0., 0., 0., 120.], 10., Some(120.));
        // A goal may begin far from its target.
        check(&[40., 41., 44., 2., 1., 3., 2., 2., 1.], 41., None);
        check(&[5., 6., 4., 5., 120.], 15., Some(120.));
        // If most numbers are large, the small ones are not the usual ones.
        check(&[1., 2., 900., 910., 905., 920.], 2., None);
        // A single number has nothing to compare with.
        check(&[3., 300.], 10., None);
        check(&[3., 4., 300.], 10., Some(300.));
        check(&[], 10., None);
        check(&[5.], 10., None);
    }

    #[test]
    fn a_total_that_was_always_the_same_may_vary_a_little() {
        let check = |totals: &[f64], expected| assert_eq!(shared(totals), expected, "{totals:?}");
        check(&[10., 100., 10., 10.], Some(10.0));
        check(&[10., 10., 10.], Some(10.0));
        check(&[10., 10., 100.], None);
        check(&[10., 12., 10., 11., 10.], None);
        check(&[], None);
        let check = |one, usual, expected| assert_eq!(other_size(one, usual), expected, "{one}");
        check(100., 10., true);
        check(1., 10., true);
        check(12., 10., false);
        check(20., 10., false);
        check(4., 10., false);
    }

    #[test]
    fn a_lost_digit_shows_among_large_numbers_only() {
        let check = |number, others: &[f64], expected| {
            let all = [others, &[number]].concat();
            let found = lost_a_digit(&all).map(|(number, ..)| number);
            assert_eq!(found, expected, "{number}");
        };
        let reading = [41., 46., 43., 58., 55.];
        check(5., &reading, Some(5.));
        check(4., &reading, Some(4.));
        check(0., &reading, None);
        check(12., &reading, None);
        check(3., &reading, None);
        check(1., &[10., 12., 15.], None);
        check(5., &[50., 55.], None);
    }

    #[test]
    fn slips_of_a_number() {
        let check = |number, meant: &[f64]| {
            let found = slips(number);
            let first = found.get(..meant.len());
            assert_eq!(first, Some(meant), "{number}: {found:?}");
        };
        check(590., &[59.]);
        check(588., &[58.]);
        check(100., &[10., 1.]);
        check(3000., &[300., 30.]);
        check(47.55, &[4.755]);
    }
}
