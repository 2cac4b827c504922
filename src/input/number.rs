//! Numbers: digits with a point, and percents.

use super::Reading;
use super::plain::{is_digits, plain};

/// Why some characters are not a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NotANumber {
    /// Nothing like a number.
    Shape,
    /// It has a comma. Read as a point it is `point`; read as a thousands separator, if it
    /// can be one, `thousands`.
    Comma {
        /// `47.5` of `47,5`.
        point: f64,
        /// `1052` of `1,052`.
        thousands: Option<f64>,
    },
}

/// Reads a number: digits, perhaps a sign and a point.
///
/// # Errors
///
/// Returns why the characters are not a number.
pub fn number(text: &str) -> Result<Reading<f64>, NotANumber> {
    let typed = text.trim();
    let plain = plain(text).ok_or(NotANumber::Shape)?;
    match decimal(&plain) {
        Some(number) if plain == typed => Ok(Reading::Exact(number)),
        Some(number) => Ok(Reading::Meant(number)),
        None => Err(comma(&plain).unwrap_or(NotANumber::Shape)),
    }
}

/// Reads a whole number that counts something.
///
/// # Errors
///
/// Returns why the characters are not a count. A fraction is [`NotANumber::Shape`].
pub fn count(text: &str) -> Result<Reading<u32>, NotANumber> {
    let read = number(text)?;
    let value = read.value();
    let whole = value >= 0.0 && value.fract() == 0.0 && value <= f64::from(u32::MAX);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be whole and in range"
    )]
    let count = value as u32;
    match read {
        _ if !whole => Err(NotANumber::Shape),
        Reading::Exact(_) if is_digits(text.trim()) => Ok(Reading::Exact(count)),
        _ => Ok(Reading::Meant(count)),
    }
}

/// Words for the percent sign.
const PERCENT: [&str; 10] = [
    "percent",
    "per cent",
    "pct",
    "pct.",
    "por ciento",
    "% correct",
    "% accuracy",
    "% right",
    "phần trăm",
    "في المئة",
];

/// Reads a number with a percent sign, or a word for it. `80%` and `80 percent` are 80.
///
/// # Errors
///
/// Returns why the characters are not a percent.
pub fn percent(text: &str) -> Result<Reading<f64>, NotANumber> {
    let plain = plain(text).ok_or(NotANumber::Shape)?;
    let signed = plain.strip_suffix('%').or_else(|| plain.strip_prefix('%'));
    let worded = || PERCENT.iter().find_map(|word| plain.strip_suffix(word));
    let digits = signed.or_else(worded).ok_or(NotANumber::Shape)?;
    number(digits).map(|read| Reading::Meant(read.value()))
}

fn decimal(text: &str) -> Option<f64> {
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+');
    let number = text.parse().ok().filter(|number: &f64| number.is_finite());
    number.filter(|_| text.chars().all(plain))
}

/// A number with one comma, or with commas between thousands.
fn comma(text: &str) -> Option<NotANumber> {
    let whole = text.trim_start_matches(['-', '+']);
    let mut groups = whole.split(',');
    let (first, rest): (&str, Vec<&str>) = (groups.next()?, groups.collect());
    let last = *rest.last()?;
    let point = || {
        let digits = rest.len() == 1 && is_digits(first) && is_digits(last);
        digits
            .then(|| text.replace(',', "."))
            .and_then(|text| decimal(&text))
    };
    let thousands = || {
        let groups = rest
            .iter()
            .map(|group| group.split('.').next().unwrap_or_default());
        let by_three = groups
            .clone()
            .all(|group| group.len() == 3 && is_digits(group));
        let leads = is_digits(first) && first.len() <= 3 && !first.starts_with('0');
        (leads && by_three)
            .then(|| text.replace(',', ""))
            .and_then(|text| decimal(&text))
    };
    let (point, thousands) = (point(), thousands());
    Some(NotANumber::Comma {
        point: point.or(thousands)?,
        thousands,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_digits_and_a_point() {
        let check = |text: &str, expected: Result<Reading<f64>, NotANumber>| {
            assert_eq!(number(text), expected, "{text}");
        };
        let comma = |point, thousands| Err(NotANumber::Comma { point, thousands });
        check("12.5", Ok(Reading::Exact(12.5)));
        check(" -1 ", Ok(Reading::Exact(-1.0)));
        check("\u{2212}1", Ok(Reading::Meant(-1.0)));
        check("４３", Ok(Reading::Meant(43.0)));
        check("٤٣", Ok(Reading::Meant(43.0)));
        check("٤٣٫٥", Ok(Reading::Meant(43.5)));
        check("47,5", comma(47.5, None));
        check("-47,5", comma(-47.5, None));
        check("1,052", comma(1.052, Some(1052.0)));
        check("1,052.5", comma(1052.5, Some(1052.5)));
        check("1,234,567", comma(1_234_567.0, Some(1_234_567.0)));
        check("0,125", comma(0.125, None));
        for text in [
            "", "1e9", "inf", "nan", "about 60", "60?", "1 052", "12,", "1,2,3", "-", "80%",
        ] {
            check(text, Err(NotANumber::Shape));
        }
    }

    #[test]
    fn counts_are_whole() {
        let check = |text: &str, expected: Option<Reading<u32>>| {
            assert_eq!(count(text).ok(), expected, "{text}");
        };
        check("30", Some(Reading::Exact(30)));
        check("30.0", Some(Reading::Meant(30)));
        check("３０", Some(Reading::Meant(30)));
        check("30.5", None);
        check("-1", None);
        check("5000000000", None);
    }

    #[test]
    fn percents_have_a_sign_or_a_word() {
        let check = |text: &str, expected: Option<f64>| {
            let expected = expected.map(Reading::Meant);
            assert_eq!(percent(text).ok(), expected, "{text}");
        };
        check("80%", Some(80.0));
        check("80 %", Some(80.0));
        check("80.5 percent", Some(80.5));
        check("80 Por Ciento", Some(80.0));
        check("80% correct", Some(80.0));
        check("٨٠٪", Some(80.0));
        check("８０％", Some(80.0));
        check("80", None);
        check("%", None);
        check("80%%", None);
        assert_eq!(
            percent("62,5%"),
            Err(NotANumber::Comma {
                point: 62.5,
                thousands: None
            })
        );
    }
}
