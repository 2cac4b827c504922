//! Trend lines by three methods, and confidence intervals of their slopes.
//!
//! A point is (x, y): x in weeks, y in the measure's unit. Sources: Theil (1950)
//! and Sen (1968), with the intercept median(y − bx); ordinary least squares;
//! Tukey's line by thirds, as schools draw it by hand.

use crate::model::{TrendMethod, median};

/// A line y = intercept + slope·x.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Change in a week, in the measure's unit.
    pub slope: f64,
    /// Value at x = 0.
    pub intercept: f64,
}

/// The direction of a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendDirection {
    /// The values rise.
    Up,
    /// The values fall.
    Down,
    /// By every method the slope is zero.
    Steady,
    /// The methods disagree.
    Unclear,
}

/// The trend line by `method` through `points`, and its direction. Returns `None`
/// if the method is off, or if there are not points on two days.
#[must_use]
pub fn trend(points: &[(f64, f64)], method: TrendMethod) -> Option<(Trend, TrendDirection)> {
    let chosen = match method {
        TrendMethod::TheilSen => theil_sen(points),
        TrendMethod::LeastSquares => least_squares(points),
        TrendMethod::Tukey => tukey(points),
        TrendMethod::Off => None,
    }?;
    let all = [
        theil_sen(points)?.slope,
        least_squares(points)?.slope,
        tukey(points)?.slope,
    ];
    let agree = all.iter().all(|a| all.iter().all(|b| alike(*a, *b)));
    let is_level = all.iter().all(|slope| slope.abs() < 1e-9);
    let direction = match (agree, chosen.slope > 0.0) {
        _ if is_level => TrendDirection::Steady,
        (false, _) => TrendDirection::Unclear,
        (true, true) => TrendDirection::Up,
        (true, false) => TrendDirection::Down,
    };
    Some((chosen, direction))
}

/// Two slopes agree if they have the same sign and differ by at most half of the
/// larger one.
fn alike(a: f64, b: f64) -> bool {
    a * b > 0.0 && (a - b).abs() <= 0.5 * a.abs().max(b.abs())
}

/// With more points than this there are too many pairs to compare, and a single
/// outlier hardly changes a least-squares line.
const MAX_PAIRED: usize = 1_000;

/// The Theil–Sen line: the median of the slopes of all pairs of points, and the
/// median of y − slope·x. Returns `None` if there are not points on two days.
#[must_use]
pub fn theil_sen(points: &[(f64, f64)]) -> Option<Trend> {
    if points.len() > MAX_PAIRED {
        return least_squares(points);
    }
    let slope = median(&slopes(points))?;
    let intercepts: Vec<f64> = points.iter().map(|(x, y)| y - slope * x).collect();
    Some(Trend {
        slope,
        intercept: median(&intercepts)?,
    })
}

/// The slopes of all pairs of points that are not on the same day.
fn slopes(points: &[(f64, f64)]) -> Vec<f64> {
    let mut slopes = Vec::new();
    for (index, (x1, y1)) in points.iter().enumerate() {
        for (x2, y2) in points.iter().skip(index + 1) {
            if (x2 - x1).abs() > f64::EPSILON {
                slopes.push((y2 - y1) / (x2 - x1));
            }
        }
    }
    slopes
}

/// The 95 % confidence interval of the slope by `method`, in the unit of the slope.
///
/// For a Theil–Sen slope it is Sen's. Tukey's line has no interval; Sen's is used
/// because it assumes nothing about how the values are distributed. For a
/// least-squares slope it is slope ± t·(standard error). Returns `None` if the
/// method is off or there are too few points.
#[must_use]
pub fn interval(points: &[(f64, f64)], method: TrendMethod) -> Option<(f64, f64)> {
    match method {
        TrendMethod::Off => None,
        TrendMethod::TheilSen | TrendMethod::Tukey if points.len() <= MAX_PAIRED => {
            sen_interval(points)
        }
        _ => least_squares_interval(points),
    }
}

/// The 97.5th percentile of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Sen (1968), equation 2.6: of the sorted slopes of all pairs, the two whose
/// ranks are as far from the median as Kendall's statistic is by chance. The
/// variance of that statistic is corrected for ties.
fn sen_interval(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    let mut slopes = slopes(points);
    slopes.sort_by(f64::total_cmp);
    let xs = points.iter().map(|(x, _)| *x).collect();
    let ys = points.iter().map(|(_, y)| *y).collect();
    let variance_18 = tied(points.len()) - ties(xs) - ties(ys);
    let spread = Z * (variance_18.max(0.0) / 18.0).sqrt();
    let count = f64::from(u32::try_from(slopes.len()).ok()?);
    let last = slopes.len().checked_sub(1)?;
    let high = f64::midpoint(count, spread).round_ties_even();
    let low = f64::midpoint(count, -spread).round_ties_even() - 1.0;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the number of slopes"
    )]
    let (low, high) = (low.max(0.0) as usize, high as usize);
    Some((*slopes.get(low)?, *slopes.get(high.min(last))?))
}

/// k(k − 1)(2k + 5).
fn tied(count: usize) -> f64 {
    let k = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    k * (k - 1.0) * (2.0 * k + 5.0)
}

/// The sum of k(k − 1)(2k + 5) over all groups of k equal values.
fn ties(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let groups = values.chunk_by(|a, b| (a - b).abs() <= f64::EPSILON);
    groups.map(|group| tied(group.len())).sum()
}

fn least_squares_interval(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    let fit = fit(points)?;
    let freedom = f64::from(u32::try_from(points.len().checked_sub(2)?).ok()?);
    let margin = student_t(freedom) * fit.slope_error;
    Some((fit.line.slope - margin, fit.line.slope + margin))
}

/// The 97.5th percentile of Student's t, by the Cornish–Fisher expansion
/// (Abramowitz and Stegun 26.7.5). Correct to three digits from five degrees of
/// freedom on; trend lines have at least eight points, and so six.
fn student_t(freedom: f64) -> f64 {
    let power = |exponent| Z.powi(exponent);
    let terms = [
        (power(3) + Z) / 4.0,
        (5.0 * power(5) + 16.0 * power(3) + 3.0 * Z) / 96.0,
        (3.0 * power(7) + 19.0 * power(5) + 17.0 * power(3) - 15.0 * Z) / 384.0,
        (79.0 * power(9) + 776.0 * power(7) + 1482.0 * power(5) - 1920.0 * power(3) - 945.0 * Z)
            / 92_160.0,
    ];
    let sum = |sum: f64, term: &f64| (sum + term) / freedom;
    Z + terms.iter().rev().fold(0.0, sum)
}

/// A least-squares line with its standard errors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// The line.
    pub line: Trend,
    /// Standard error of estimate: √(Σ(y − ŷ)² / (n − 2)), in the unit of y.
    pub estimate_error: f64,
    /// Standard error of the slope: the estimate error divided by √Σ(x − x̄)².
    pub slope_error: f64,
}

/// Fits a least-squares line to `points`. Returns `None` if there are fewer than
/// three, or if all are on one day.
#[must_use]
pub fn fit(points: &[(f64, f64)]) -> Option<Fit> {
    let line = least_squares(points)?;
    let n = f64::from(u32::try_from(points.len()).ok()?);
    if n < 3.0 {
        return None;
    }
    let squared_residual = |(x, y): &(f64, f64)| (y - line.intercept - line.slope * x).powi(2);
    let estimate_error = (points.iter().map(squared_residual).sum::<f64>() / (n - 2.0)).sqrt();
    let mean = points.iter().map(|(x, _)| x).sum::<f64>() / n;
    let spread: f64 = points.iter().map(|(x, _)| (x - mean).powi(2)).sum();
    Some(Fit {
        line,
        estimate_error,
        slope_error: estimate_error / spread.sqrt(),
    })
}

/// The line with the smallest sum of squared residuals. Returns `None` if all
/// points are on one day.
#[must_use]
pub fn least_squares(points: &[(f64, f64)]) -> Option<Trend> {
    let n = f64::from(u32::try_from(points.len()).ok()?);
    let mean = |pick: fn(&(f64, f64)) -> f64| points.iter().map(pick).sum::<f64>() / n;
    let (x_mean, y_mean) = (mean(|p| p.0), mean(|p| p.1));
    let spread: f64 = points.iter().map(|(x, _)| (x - x_mean).powi(2)).sum();
    let cross_products: f64 = points
        .iter()
        .map(|(x, y)| (x - x_mean) * (y - y_mean))
        .sum();
    if spread <= f64::EPSILON {
        return None;
    }
    let slope = cross_products / spread;
    Some(Trend {
        slope,
        intercept: y_mean - slope * x_mean,
    })
}

/// Tukey's line through the medians of the first and the last third of the points.
/// One point left over goes to the middle third, two go to the outer thirds.
/// Returns `None` if both medians are on one day.
#[must_use]
pub fn tukey(points: &[(f64, f64)]) -> Option<Trend> {
    let outer = points.len() / 3 + usize::from(points.len() % 3 == 2);
    let medians = |part: &[(f64, f64)]| {
        let xs: Vec<f64> = part.iter().map(|point| point.0).collect();
        let ys: Vec<f64> = part.iter().map(|point| point.1).collect();
        Some((median(&xs)?, median(&ys)?))
    };
    let (x1, y1) = medians(points.get(..outer)?)?;
    let (x2, y2) = medians(points.get(points.len() - outer..)?)?;
    if (x2 - x1).abs() <= f64::EPSILON {
        return None;
    }
    let slope = (y2 - y1) / (x2 - x1);
    Some(Trend {
        slope,
        intercept: y1 - slope * x1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weeks since the baseline of weekly checks that begin in week one.
    fn weekly(values: &[f64]) -> Vec<(f64, f64)> {
        (1_u32..)
            .map(f64::from)
            .zip(values.iter().copied())
            .collect()
    }

    #[test]
    fn golden_lines_of_a_reading_goal() {
        let points = weekly(&[44., 42., 49., 47., 52., 50., 55., 53., 60., 58.]);
        let check = |found: Option<Trend>, slope: f64, intercept: f64| {
            let found = found.unwrap();
            assert!((found.slope - slope).abs() < 0.0005, "{found:?}");
            assert!((found.intercept - intercept).abs() < 0.005, "{found:?}");
        };
        check(least_squares(&points), 1.782, 41.20);
        check(theil_sen(&points), 1.833, 40.92);
        check(tukey(&points), 2.000, 40.00);
        assert_eq!(
            trend(&points, TrendMethod::TheilSen).unwrap().1,
            TrendDirection::Up
        );
    }

    /// What `scipy` 1.17.1 gives: `stats.theilslopes(y, x, 0.95)`, and for least
    /// squares `stats.linregress(x, y)` with `stats.t.ppf(0.975, n - 2)`.
    #[test]
    fn intervals_are_those_of_a_statistics_package() {
        let check = |points: &[(f64, f64)], sen: (f64, f64), squares: (f64, f64)| {
            let near = |one: (f64, f64), other: (f64, f64), by: f64| {
                (one.0 - other.0).abs() < by && (one.1 - other.1).abs() < by
            };
            let found = interval(points, TrendMethod::TheilSen).unwrap();
            assert!(near(found, sen, 1e-9), "{found:?} {sen:?}");
            assert_eq!(interval(points, TrendMethod::Tukey), Some(found));
            let found = interval(points, TrendMethod::LeastSquares).unwrap();
            assert!(near(found, squares, 1e-3), "{found:?} {squares:?}");
        };
        check(
            &weekly(&[44., 42., 49., 47., 52., 50., 55., 53., 60., 58.]),
            (1.2, 2.5),
            (1.213_603_351_8, 2.350_033_011_8),
        );
        // Many values that are the same.
        check(
            &weekly(&[35., 40., 35., 40., 45., 40., 40., 35., 40.]),
            (0.0, 1.25),
            (-0.814_636_823_1, 1.314_636_823_1),
        );
        // Weeks without a check.
        let weeks = [1., 2., 3., 5., 8., 9., 13., 14., 15., 16., 17., 20.];
        let counts = [7., 6., 7., 5., 6., 5., 5., 4., 3., 4., 3., 2.];
        let points: Vec<(f64, f64)> = weeks.into_iter().zip(counts).collect();
        check(
            &points,
            (-0.333_333_333_333, -0.166_666_666_667),
            (-0.296_133_207_7, -0.163_223_038_9),
        );
        let parts = [
            (6., 11.),
            (5., 10.),
            (8., 13.),
            (7., 12.),
            (6., 10.),
            (7., 13.),
        ];
        let parts = parts.into_iter().chain([(8., 14.), (6., 12.), (5., 10.)]);
        let percents: Vec<f64> = parts.map(|(part, whole)| 100.0 * part / whole).collect();
        check(
            &weekly(&percents),
            (-2.307_692_307_692, 1.262_626_262_626),
            (-1.906_408_659_5, 0.857_735_110_8),
        );
        let short = [(1., 1.), (2., 4.), (3., 2.)];
        assert_eq!(interval(&short, TrendMethod::TheilSen), Some((-2.0, 3.0)));
        let level = interval(&weekly(&[5.0; 9]), TrendMethod::TheilSen);
        assert_eq!(level, Some((0.0, 0.0)));
        assert_eq!(interval(&[], TrendMethod::TheilSen), None);
        assert_eq!(interval(&short, TrendMethod::Off), None);
    }

    /// `stats.t.ppf(0.975, n)` of `scipy` 1.17.1.
    #[test]
    fn quantiles_of_students_t() {
        let check = |freedom, expected: f64| {
            let found = student_t(freedom);
            assert!((found - expected).abs() < 2e-3, "{freedom}: {found}");
        };
        check(5.0, 2.570_582);
        check(6.0, 2.446_912);
        check(8.0, 2.306_004);
        check(10.0, 2.228_139);
        check(30.0, 2.042_272);
        check(100.0, 1.983_972);
    }

    #[test]
    fn methods_that_disagree_give_no_direction() {
        let points = weekly(&[35., 40., 35., 40., 45., 40., 40., 35., 40.]);
        assert_eq!(
            trend(&points, TrendMethod::TheilSen).unwrap().1,
            TrendDirection::Unclear
        );
    }

    #[test]
    fn equal_values_are_steady() {
        let found = trend(&weekly(&[5.0; 9]), TrendMethod::TheilSen).unwrap();
        assert_eq!(found.1, TrendDirection::Steady);
    }

    #[test]
    fn too_little_gives_no_line() {
        assert!(trend(&[], TrendMethod::TheilSen).is_none());
        assert!(trend(&[(1.0, 2.0)], TrendMethod::LeastSquares).is_none());
        assert!(trend(&[(1.0, 2.0), (1.0, 3.0)], TrendMethod::TheilSen).is_none());
        assert!(trend(&weekly(&[1., 2., 3.]), TrendMethod::Off).is_none());
    }
}
