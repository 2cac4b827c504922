//! Which numbers are far from all others. Arithmetic only.
//!
//! A slip of the finger makes a number ten times too large or too small: 590 for
//! 59, 6 for 60. What a child does on an odd day does not. So the question here is
//! one of size, and no test of "outliers": those take the standard deviation of
//! five numbers for knowledge, call every second week with many outbursts odd, and
//! divide by nothing where all numbers are 0.
//!
//! **The rule.** All numbers of the goal, its baseline too, are put in order of
//! size. The first gap over which a number is more than four times as large as the
//! one below it, and 20 more, parts the usual ones from those that are far. The
//! target counts as usual, and so does the baseline, because a goal may begin far
//! from where it leads. The far ones have to be few: at most one for two usual ones.
//!
//! - Four times, because no probe of a skill that is taught grows so in a week, and
//!   because a digit too many makes at least nine times of most numbers.
//! - And 20 more, because counts are skewed: 0, 1, 0, 2 and then 12 is a hard week,
//!   0, 1, 0, 2 and then 30 is a 3 with a zero. (Rates, which are small, have 4.)
//! - A gap and not the distance from a middle, because 590 and 470 in one column
//!   must not hide each other, and because two numbers are enough to see one.

/// How much larger a number has to be than the usual ones.
const TIMES: f64 = 4.0;

/// What is usual, and from where on a number is far from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Usual {
    /// The smallest of the usual numbers.
    pub(super) low: f64,
    /// The largest.
    pub(super) high: f64,
    /// Numbers over this are far.
    pub(super) bound: f64,
}

/// Parts the usual numbers from those that are far. `known` counts as usual
/// whatever the numbers are, `slack` is what a number has to be more besides.
/// Nothing where no number is far.
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

/// The number that all share but for one at most, and three at least.
pub(super) fn shared(numbers: &[f64]) -> Option<f64> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let groups = sorted.chunk_by(|one, next| (one - next).abs() < 1e-9);
    let most = groups.max_by_key(|group| group.len())?;
    let same = most.len() >= 3 && most.len() + 1 >= numbers.len();
    most.first().copied().filter(|_| same)
}

/// Whether one is three times the other, or more: 100 tries where there were
/// always 10. 12 tries, or 8, are a card more or less.
pub(super) fn other_size(one: f64, usual: f64) -> bool {
    one >= 3.0 * usual || usual >= 3.0 * one
}

/// The number that lost its last digit, 5 for 58, and the ends of the others. Only
/// where all others are large, because a small one after small ones is an ordinary
/// bad day.
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

/// What may have been meant by a number with a digit or two too many, the likeliest
/// first: 590 and 599 are 59. A whole number was meant as a whole number.
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
    let twice = places().zip(places().skip(1));
    let twice = twice.filter(|((_, one), (_, next))| one == next);
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
        // Two slips do not hide each other.
        check(&[41., 46., 43., 44., 49., 590., 470.], 90., Some(470.));
        check(&[41., 46., 43., 44., 49., 60., 95.], 90., None);
        // Counts are skewed, and many of them are nothing.
        check(&[0., 1., 0., 2., 12.], 1., None);
        check(&[0., 1., 0., 2., 30.], 1., Some(30.));
        check(&[0., 0., 0., 0., 0., 3.], 10., None);
        check(&[0., 0., 0., 120.], 10., Some(120.));
        // A goal may begin far from where it leads.
        check(&[40., 41., 44., 2., 1., 3., 2., 2., 1.], 41., None);
        check(&[5., 6., 4., 5., 120.], 15., Some(120.));
        // Where most are large, the small ones are not the usual ones.
        check(&[1., 2., 900., 910., 905., 920.], 2., None);
        // One number says nothing of another.
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
