//! Straight lines through observations, three ways. Sources: Theil (1950) and
//! Sen (1968), with the joint intercept median(y − bx); ordinary least squares;
//! Tukey's thirds as schools draw it by hand.

use crate::model::{TrendMethod, median};

/// A line y = intercept + slope·x.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Change a week.
    pub slope: f64,
    /// Value at x = 0.
    pub intercept: f64,
}

/// Where the dots are going.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The values grow.
    Up,
    /// The values shrink.
    Down,
    /// Nothing moves.
    Steady,
    /// The methods do not agree.
    Unclear,
}

/// The trend by `method` through `points` (x in weeks, value), and where it
/// goes. Nothing when the method is off or the points share one day.
#[must_use]
pub fn trend(points: &[(f64, f64)], method: TrendMethod) -> Option<(Trend, Heading)> {
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
    let still = all.iter().all(|slope| slope.abs() < 1e-9);
    let heading = match (agree, chosen.slope > 0.0) {
        _ if still => Heading::Steady,
        (false, _) => Heading::Unclear,
        (true, true) => Heading::Up,
        (true, false) => Heading::Down,
    };
    Some((chosen, heading))
}

/// Two slopes say the same when they have one sign and differ by no more than
/// half of the larger.
fn alike(a: f64, b: f64) -> bool {
    a * b > 0.0 && (a - b).abs() <= 0.5 * a.abs().max(b.abs())
}

/// Above this, the pairs are too many to look at, and one odd day weighs nothing.
const MANY: usize = 1_000;

/// The median of the slopes of all pairs; joint intercept.
#[must_use]
pub fn theil_sen(points: &[(f64, f64)]) -> Option<Trend> {
    if points.len() > MANY {
        return least_squares(points);
    }
    let mut slopes = Vec::new();
    for (index, (x1, y1)) in points.iter().enumerate() {
        for (x2, y2) in points.iter().skip(index + 1) {
            if (x2 - x1).abs() > f64::EPSILON {
                slopes.push((y2 - y1) / (x2 - x1));
            }
        }
    }
    let slope = median(&slopes)?;
    let rests: Vec<f64> = points.iter().map(|(x, y)| y - slope * x).collect();
    Some(Trend {
        slope,
        intercept: median(&rests)?,
    })
}

/// A least-squares line and how far to trust it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// The line.
    pub line: Trend,
    /// Standard error of estimate: √(Σ(y − ŷ)² / (n − 2)), in the unit of y.
    pub estimate_error: f64,
    /// Standard error of the slope: that, divided by √Σ(x − x̄)².
    pub slope_error: f64,
}

/// Fits a least-squares line to `points` (x in weeks, value). Nothing with fewer
/// than three, or when they share one day.
#[must_use]
pub fn fit(points: &[(f64, f64)]) -> Option<Fit> {
    let line = least_squares(points)?;
    let n = f64::from(u32::try_from(points.len()).ok()?);
    if n < 3.0 {
        return None;
    }
    let rest = |(x, y): &(f64, f64)| (y - line.intercept - line.slope * x).powi(2);
    let estimate_error = (points.iter().map(rest).sum::<f64>() / (n - 2.0)).sqrt();
    let mean = points.iter().map(|(x, _)| x).sum::<f64>() / n;
    let spread: f64 = points.iter().map(|(x, _)| (x - mean).powi(2)).sum();
    Some(Fit {
        line,
        estimate_error,
        slope_error: estimate_error / spread.sqrt(),
    })
}

/// The line with the smallest sum of squares.
#[must_use]
pub fn least_squares(points: &[(f64, f64)]) -> Option<Trend> {
    let n = f64::from(u32::try_from(points.len()).ok()?);
    let mean = |pick: fn(&(f64, f64)) -> f64| points.iter().map(pick).sum::<f64>() / n;
    let (x_mean, y_mean) = (mean(|p| p.0), mean(|p| p.1));
    let spread: f64 = points.iter().map(|(x, _)| (x - x_mean).powi(2)).sum();
    let shared: f64 = points
        .iter()
        .map(|(x, y)| (x - x_mean) * (y - y_mean))
        .sum();
    if spread <= f64::EPSILON {
        return None;
    }
    let slope = shared / spread;
    Some(Trend {
        slope,
        intercept: y_mean - slope * x_mean,
    })
}

/// Through the medians of the first and the last third. One point left over
/// goes to the middle, two go to the outer thirds.
#[must_use]
pub fn tukey(points: &[(f64, f64)]) -> Option<Trend> {
    let outer = points.len() / 3 + usize::from(points.len() % 3 == 2);
    let middle = |part: &[(f64, f64)]| {
        let xs: Vec<f64> = part.iter().map(|point| point.0).collect();
        let ys: Vec<f64> = part.iter().map(|point| point.1).collect();
        Some((median(&xs)?, median(&ys)?))
    };
    let (x1, y1) = middle(points.get(..outer)?)?;
    let (x2, y2) = middle(points.get(points.len() - outer..)?)?;
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
            Heading::Up
        );
    }

    #[test]
    fn methods_that_disagree_give_no_direction() {
        let points = weekly(&[35., 40., 35., 40., 45., 40., 40., 35., 40.]);
        assert_eq!(
            trend(&points, TrendMethod::TheilSen).unwrap().1,
            Heading::Unclear
        );
    }

    #[test]
    fn numbers_that_stay_are_steady() {
        let found = trend(&weekly(&[5.0; 9]), TrendMethod::TheilSen).unwrap();
        assert_eq!(found.1, Heading::Steady);
    }

    #[test]
    fn too_little_gives_no_line() {
        assert!(trend(&[], TrendMethod::TheilSen).is_none());
        assert!(trend(&[(1.0, 2.0)], TrendMethod::LeastSquares).is_none());
        assert!(trend(&[(1.0, 2.0), (1.0, 3.0)], TrendMethod::TheilSen).is_none());
        assert!(trend(&weekly(&[1., 2., 3.]), TrendMethod::Off).is_none());
    }
}
